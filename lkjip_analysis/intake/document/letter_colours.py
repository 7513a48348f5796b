"""Whether letters are told from what is behind them, by the colours of both."""

from __future__ import annotations

LEAST_STEP = 16
"""Of 256 steps of red, green or blue: what differs less, no reader sees."""


def are_alike(ink: str, ground: str) -> bool:
    """Are letters of one colour lost on a ground of the other? Both as hexadecimal RRGGBB.

    A colour that is not told that way (by name, by theme, automatic) is like none.

    >>> are_alike("FEFEFE", "ffffff"), are_alike("C00000", "FFFFFF"), are_alike("auto", "FFFFFF")
    (True, False, False)
    """
    try:
        steps = zip(bytes.fromhex(ink), bytes.fromhex(ground), strict=True)
        return ink != "" and all(abs(one - other) < LEAST_STEP for one, other in steps)
    except ValueError:
        return False
