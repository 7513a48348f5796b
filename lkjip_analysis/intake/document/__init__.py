"""What a document of any kind is read into: blocks in reading order, tables as grids, places."""
