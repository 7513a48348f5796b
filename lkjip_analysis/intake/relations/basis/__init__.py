"""What all relations are made of: figures of a table, what was found, its chance of accident."""
