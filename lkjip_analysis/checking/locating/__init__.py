"""Which misprints explain the rules that fail."""
