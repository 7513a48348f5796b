"""Two words that may be one, spelled two ways."""

from __future__ import annotations

CUT = 3
"""So many letters may be missing at the end of a name that was cut off."""


def is_near(rare: str, usual: str) -> bool:
    """One letter lost, doubled, changed or moved, or the end cut off."""
    if usual.startswith(rare):
        return 0 < len(usual) - len(rare) <= CUT
    if abs(len(rare) - len(usual)) > 1 or rare[0] != usual[0]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(rare, usual, strict=False)) if a != b), None)
    if start is None:
        return len(rare) != len(usual)
    left, right = rare[start:], usual[start:]
    moved = len(left) > 1 and left[1::-1] + left[2:] == right
    return moved or left[1:] == right or left == right[1:] or left[1:] == right[1:]
