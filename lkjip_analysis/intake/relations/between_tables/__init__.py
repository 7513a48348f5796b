"""Figures and sums that one table prints of another."""
