"""One page as a reader takes it, and what goes on from one page to the next."""
