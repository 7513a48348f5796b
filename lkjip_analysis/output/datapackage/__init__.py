"""data/processed: the data package, its Excel workbook and its dictionary."""
