"""Is a picture of each chart wanted for saving, beside the drawing that a page shows?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

PAGES_ONLY = "LKJIP_HANYA_HALAMAN"
"""Set for a kernel whose outputs become a page: to draw each chart again as PNG, which the page
leaves out, was a tenth of the time of a report."""

_WANTED: ContextVar[bool] = ContextVar("wanted", default=True)


def are_wanted() -> bool:
    """Not where only pages are made."""
    return _WANTED.get() and not os.environ.get(PAGES_ONLY)


@contextmanager
def pages_only() -> Iterator[None]:
    """Pages alone are made of the charts drawn here."""
    before = _WANTED.set(False)
    try:
        yield
    finally:
        _WANTED.reset(before)
