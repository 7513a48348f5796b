"""Which cell of a table each figure of a sentence repeats, and the claims that come of it."""
