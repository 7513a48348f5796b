"""How what a command costs grows with its input: told by two sizes, never by seconds.

Whatever else the machine does only adds to a time: the least of a few is compared, and only where
each of them says so is something called slow.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from math import ceil
from types import FrameType

LARGER = 4
"""The large input is so many times the small one."""
MOST = 1.5 * LARGER
"""More than so many times the processor time is no longer growth with the size alone."""
TRIES = 3
ENOUGH = 0.02
"""Less processor time than this is mostly what the machine does beside: the act is repeated."""


def check_growth(act: Callable[[int], object], small: int) -> None:
    """Fail where `act` over four times the size takes more than six times the processor time."""
    act(small // LARGER)  # what is imported and compiled once is not part of either
    times = ceil(ENOUGH / max(_used(act, small), ENOUGH / 50))
    least: dict[int, float] = {}
    for _ in range(TRIES):
        for size in (small, LARGER * small):
            least[size] = min(_used(act, size, times), least.get(size, float("inf")))
        if least[LARGER * small] <= MOST * least[small]:
            return
    raise AssertionError(f"{LARGER} times the size takes {least} seconds")


def _used(act: Callable[[int], object], size: int, times: int = 1) -> float:
    gc.collect()
    gc.disable()  # it walks through what all earlier tests have left
    try:
        started = time.process_time()
        for _ in range(times):
            act(size)
        return time.process_time() - started
    finally:
        gc.enable()


def check_calls(act: Callable[[int], object], small: int) -> None:
    """Fail where `act` over four times the size makes more than six times the calls."""
    few, many = _calls(act, small), _calls(act, LARGER * small)
    assert many <= MOST * few, f"{LARGER} times the size takes {many} calls, not {few}"


def _calls(act: Callable[[int], object], size: int) -> int:
    """How often a function is entered, or a generator asked on: the same on every machine."""
    act(size)  # what is worked out once and kept is not part of it
    count = 0

    def counted(frame: FrameType, event: str, told: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        act(size)
    finally:
        sys.setprofile(None)
    return count
