"""Oracles from outside."""
def test_x():
    pass
