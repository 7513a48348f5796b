"""What a sentence says of its own figures, without any table."""
