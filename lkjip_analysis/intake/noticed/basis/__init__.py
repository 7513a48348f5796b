"""What the checks of a document look at, where a sentence names a row, and how a break is told."""
