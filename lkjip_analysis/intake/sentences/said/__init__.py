"""What the words of a sentence say that its figures are to one another."""
