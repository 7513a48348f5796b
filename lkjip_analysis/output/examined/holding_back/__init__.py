"""Which relations of a document are believed, and which failures tell nothing against a figure."""
