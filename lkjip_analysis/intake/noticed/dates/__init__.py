"""Dates, years and laws that cannot be so, or that belong to another year."""
