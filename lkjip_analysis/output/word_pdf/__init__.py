"""Reports and lists as Word and PDF."""
