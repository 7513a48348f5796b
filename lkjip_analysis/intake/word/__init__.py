"""Word documents as blocks and grids: what is shown, what is hidden, what is a note."""
