"""The years of one agency side by side."""
