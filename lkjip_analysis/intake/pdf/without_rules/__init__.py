"""Tables without drawn lines: columns and rows from the gaps between their words."""
