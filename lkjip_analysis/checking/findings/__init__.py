"""A finding as a value, and the one place where it is put into words."""
