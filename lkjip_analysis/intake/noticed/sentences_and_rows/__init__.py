"""What a sentence says of the rows of a table that it names, or of their totals and ranks."""
