"""Does what is shown become a page at once, or does somebody look at it in JupyterLab as well?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

PAGES_ONLY = "LKJIP_HANYA_HALAMAN"
"""Set for a kernel whose outputs become a page, which leaves out what is for JupyterLab: to draw
each chart again as PNG was a tenth of the time of a report."""

_IS_SO: ContextVar[bool] = ContextVar("is_so", default=False)


def are_pages_only() -> bool:
    """Are pages alone made of what is shown here?"""
    return _IS_SO.get() or bool(os.environ.get(PAGES_ONLY))


@contextmanager
def pages_only() -> Iterator[None]:
    """Pages alone are made of what is shown within."""
    before = _IS_SO.set(True)
    try:
        yield
    finally:
        _IS_SO.reset(before)
