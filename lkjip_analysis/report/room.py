"""How many addresses the system gives this process, asked before what could not tell its lack."""

from __future__ import annotations

import sys

FRAMES = 300_000_000
"""Bytes without which frames cannot be loaded: PyArrow, which comes in with them, would end the
process by a signal, or throw what nothing catches."""


def check_room(least: int) -> None:
    """Raises: MemoryError where the system gives this process fewer bytes of addresses."""
    if sys.platform != "win32":
        import resource

        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        if most != resource.RLIM_INFINITY and most < least:
            raise MemoryError
