"""A formula that was never calculated and yet plainly gives nothing: IF(H2>100;1;"") of a small H2.

Only what can be followed without a doubt is followed: one comparison of a cell that holds a value.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

_IF = re.compile(
    r"=\s*IF\(\s*\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})\s*(?P<sign><>|<=|>=|=|<|>)\s*"
    r'(?P<bound>-?\d+(?:\.\d+)?|"")\s*,\s*(?P<yes>""|[^,()"]+)\s*,\s*(?P<no>""|[^,()"]+)\s*\)',
    re.IGNORECASE,
)
_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt,
    "<=": operator.le, ">=": operator.ge,
}  # fmt: skip
EMPTY = '""'


def gives_nothing(formula: str, value: Callable[[str], object]) -> bool:
    """Does the formula give an empty text? `value` is what another cell holds.

    >>> gives_nothing('=IF(H2>100,1,"")', {"H2": 70}.get)
    True
    """
    if formula.strip() in ('=""', '=T("")'):
        return True
    told = _IF.fullmatch(formula.strip())
    if told is None or EMPTY not in (told["yes"], told["no"]):
        return False
    held = value(told["column"] + told["row"])
    holds = _holds(held, told["sign"], told["bound"])
    return holds is not None and told["yes" if holds else "no"] == EMPTY


def _holds(held: object, sign: str, bound: str) -> bool | None:
    """Whether a comparison holds; None where that is not sure."""
    if bound == EMPTY:
        empty = held is None or held == ""
        return {"=": empty, "<>": not empty}.get(sign)
    if isinstance(held, bool) or not isinstance(held, (int, float)):
        return None
    return _COMPARED[sign](held, float(bound))
