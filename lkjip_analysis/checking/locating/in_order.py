"""An order of figures in which each comes after those that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lkjip_analysis.report.tables import Address


def after_grounds(
    cells: Iterable[Address], grounds: Callable[[Address], Iterable[Address]]
) -> list[Address]:
    """These cells and all that they rest on, each after its own `grounds` unless in a ring.

    Each is asked once, and no call stands within a call: a chain may be thousands long.
    """
    done: list[Address] = []
    seen: set[Address] = set()
    ways: list[tuple[Address | None, Iterator[Address]]] = [(None, iter(cells))]
    while ways:
        last, left = ways[-1]
        here = next((one for one in left if one not in seen), None)
        if here is not None:
            seen.add(here)
            ways.append((here, iter(grounds(here))))
            continue
        ways.pop()
        if last is not None:
            done.append(last)
    return done
