"""A published document examined: read, taken where it is sure, verified, and handed back marked."""
