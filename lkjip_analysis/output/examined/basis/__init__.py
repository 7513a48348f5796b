"""What an examination rests on: what was taken unasked, what a person decided, where cells are."""
