"""Documents in: each kind of file becomes the same sequence of blocks."""
