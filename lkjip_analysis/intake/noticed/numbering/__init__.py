"""Numbers and titles of chapters, tables, goals and rows, beside their lists and one another."""
