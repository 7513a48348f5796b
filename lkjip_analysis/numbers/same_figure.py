"""Whether two prints tell the same figure."""

from __future__ import annotations

from lkjip_analysis.numbers.printed import Printed


def same_figure(one: Printed, other: Printed) -> bool:
    """Do two prints tell the same figure, the shorter perhaps rounded? Both have a value."""
    assert one.value is not None and other.value is not None
    step = max(one.step, other.step) if one.decimals != other.decimals else 0
    gap = abs(one.value - other.value)
    return gap < step or not gap
