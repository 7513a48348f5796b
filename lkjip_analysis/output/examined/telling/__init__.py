"""What is wrong in a document, in words for its reader."""
