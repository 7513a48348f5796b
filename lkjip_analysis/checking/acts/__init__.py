"""What one act of a person does to many cells at once, each tried as one explanation."""
