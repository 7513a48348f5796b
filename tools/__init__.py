"""What renews, checks and sets up the project; nothing here is part of the package."""
