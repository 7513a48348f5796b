"""Printed tables: parts of several pages joined, then their type, their keys and their rows.

In come the tables of any document as a grid; out go rows with keys in columns of a known or a new
type, every cell's text untouched. Nothing is decided here that a person is not shown later.
"""
