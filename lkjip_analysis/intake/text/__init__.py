"""HTML pages, Markdown and plain text as blocks and grids."""
