"""From letters to lines, pieces of lines and the text of cells."""
