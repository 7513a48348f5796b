"""What a reader of the pages sees."""
