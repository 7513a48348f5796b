"""From notebooks to pages in their place: one report, many, and while one works."""
