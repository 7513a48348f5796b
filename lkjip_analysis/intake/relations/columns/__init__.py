"""Columns that follow from other columns of their table, and what is tried to find out how."""
