"""How a folder of data/raw becomes a report: files, forms, tables, claims, corrections."""
