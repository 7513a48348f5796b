"""Changes in several lines of which any choice may have been one act."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.values import Value

Changes = Mapping[Address, Value]


@dataclass
class Choices:
    """The cells of each line that may have been touched, and `fresh`: what they then print.

    A line is hopeless where a relation fails for certain once it is changed, whatever is chosen
    beside it, or where its cells could print no such thing.
    """

    trials: Trials
    lines: Mapping[str, Sequence[Address]]
    fresh: Callable[[Sequence[Address]], Changes | None]
    onward: bool = True
    ways: dict[str, Changes | None] = field(default_factory=dict)

    def acts(self, some: Sequence[str], words: Callable[[], str]) -> Iterator[Act]:
        """The act that changes these lines and no others, where it explains anything."""
        own: dict[Address, Value] = {}
        if not all(self.is_possible(line) for line in some if line in self._failing):
            return
        for line in some:
            way = self._way(line)
            if way is None:
                return
            own.update(way)
        found = self.trials.act(words, own, onward=self.onward, differing=True)
        if found:
            yield found

    def possible(self) -> list[str]:
        """The lines of which a change is not hopeless."""
        return [line for line in self.lines if self.is_possible(line)]

    def is_possible(self, line: str) -> bool:
        return self._way(line) is not None

    @cached_property
    def _failing(self) -> frozenset[str]:
        """The lines around which something fails, and shows soonest that a line is hopeless."""
        around = self.trials.fails.around.keys()
        return frozenset(line for line, cells in self.lines.items() if not around.isdisjoint(cells))

    def _way(self, line: str) -> Changes | None:
        if line not in self.ways:
            self.trials.work += len(self.lines[line])
            fresh = self.fresh(self.lines[line])
            printed = self.trials.values.printed
            own = fresh and {cell: value for cell, value in fresh.items() if value != printed[cell]}
            is_hopeless = own and self.trials.fails.is_hopeless(own, self._every, self.onward)
            self.ways[line] = None if is_hopeless else own
        return self.ways[line]

    @cached_property
    def _every(self) -> frozenset[Address]:
        return frozenset(cell for cells in self.lines.values() for cell in cells)
