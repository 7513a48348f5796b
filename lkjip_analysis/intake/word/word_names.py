"""How Word names things in its XML."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
OFF = ("0", "false", "off")


def value_of(element: Any, name: str) -> str:
    """The value of what an element says of a property; nothing where it says nothing."""
    mark = element.find(f"{W}{name}") if element is not None else None
    return str(mark.get(VAL, "")) if mark is not None else ""
