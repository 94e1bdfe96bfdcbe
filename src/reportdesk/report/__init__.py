"""What a clerk wrote: a document over an edition, its totals, and carrying it into a new year."""
