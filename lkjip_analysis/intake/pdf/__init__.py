"""A PDF as blocks: its letters by their place, tables by their rules or their alignment."""
