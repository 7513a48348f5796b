"""Rows that sum up other rows of their table, by codes, marks, names or their figures alone."""
