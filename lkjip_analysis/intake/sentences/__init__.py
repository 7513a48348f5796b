"""The figures of sentences: which cell each repeats, and which claim it makes.

The approach: take every figure of every sentence; leave out what states nothing, with
its reason; look for the cells that print it; rank them by part, by words of row and column, by
year; choose only where one stands out; else try one simple relation under the print's rounding;
where a cell in place is one digit off, say "berbeda"; list all other candidates; choose nothing
by chance; and use nothing that no person accepted.
"""
