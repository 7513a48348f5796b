"""The commands of `lkjip`, one file for what they are for: reading, building, acting."""
