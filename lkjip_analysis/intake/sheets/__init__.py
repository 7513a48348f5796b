"""Excel workbooks as people keep them: cells as they print, tables found by their headings."""
