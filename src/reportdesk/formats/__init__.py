"""Files in and files out, around the document."""
