"""What is wrong with a report: rules expanded from an edition, and the findings they give."""
