"""Cells that print nothing where a figure belongs: with it, what fails together would hold.

A sum leaves out what prints nothing, so no relation holds such a cell. The rules that may hold one
are made once more with every empty cell as a figure; what they then want, it should have printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.mending_prints import intersection
from lkjip_analysis.checking.locating.padded_zeros import with_padded
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import alike, number
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.reckoned_forward import print_of
from lkjip_analysis.rules.values import Figure, Values, printed_values

MAX_EMPTY = 400
"""Of more empty cells in the lines of what fails, one that was forgotten is not told apart."""

MAX_HELD = 60_000
"""So many figures may the rules of a report hold for them to be made once more."""

MAX_TOGETHER = 3
"""So many empty cells of one sum are told together."""

MAX_TOLD = 12
"""So many empty cells are named for what fails together."""


@dataclass(frozen=True)
class Missing:
    """What an empty cell should print: one of `prints`, most likely `text`."""

    cell: Cell
    prints: Interval
    text: str | None


@dataclass(frozen=True)
class LeftOut:
    """The empty cells of a report whose figures its failed sums and means leave out.

    `rules` are those of the `bound` ones that say anything of the printed figures.
    """

    report: Report
    bound: Sequence[Rule]
    rules: Sequence[Rule]
    values: Values
    failed: Sequence[Rule]
    known: dict[Address, Missing | None] = field(default_factory=dict)

    def mending(self, own: Sequence[Rule]) -> Sequence[tuple[Missing, ...]]:
        """The cells of which each, with one figure, mends all of these relations; else several
        that do so together.
        """
        if not all(isinstance(rule, Linear) for rule in own) or not self._empty:
            return []
        names = frozenset(rule.head.name for rule in own)
        cells = self._left_out_of_all(own)
        known = (self._known(where, names) for where in cells)
        found = [(one,) for one in known if one][:MAX_TOLD]
        return found or self._together(cells, names) or self._of_one_row(own)

    def _together(
        self, cells: Sequence[Address], own: frozenset[str]
    ) -> Sequence[tuple[Missing, ...]]:
        """Cells that come to what sums miss, each as what its own row prints beside it tells."""
        if not 1 < len(cells) <= MAX_TOGETHER:
            return []
        state, beside = self._with_them, [self._alone(where) for where in cells]
        for where, told in zip(cells, beside, strict=True):
            prints = self._wanted(where, told, False, self._with_them) if told else None
            if prints is None:
                return []
            state = state.changing({where: state.figure(where).printing(prints)})
        sums = [self._fresh[name] for name in sorted(own)]
        pairs = zip(cells, beside, strict=True)
        found = [self._missing(where, [*told, *sums], state) for where, told in pairs]
        some = tuple(missing for missing in found if missing)
        return [some] if len(some) == len(cells) else []

    def _of_one_row(self, own: Sequence[Rule]) -> Sequence[tuple[Missing, ...]]:
        """Rows of which each of these sums lacks a figure of its own."""
        sides = [self._by_row(rule) for rule in own]
        found = []
        for row in (row for row in sides[0] if all(row in side for side in sides)):
            lacking = zip((side[row] for side in sides), own, strict=True)
            some = [self._missing_in(where, rule) for where, rule in lacking]
            found.append(tuple(missing for missing in some if missing))
        return [some for some in found if len(some) == len(own)][:MAX_TOLD]

    def _by_row(self, rule: Rule) -> dict[tuple[str, str], Address]:
        """The empty cells that a sum would take in, by their rows."""
        fresh = self._fresh.get(rule.head.name)
        cells = fresh.cells if fresh else ()
        return {(cell.table, cell.row): cell for cell in cells if cell in self._empty}

    def _missing_in(self, where: Address, rule: Rule) -> Missing | None:
        """What one of the failed sums and all that does not fail want of an empty cell."""
        name = rule.head.name
        told = [r for r in self._around[where] if self._speaks_of(where, r)]
        near = [r for r in told if r.head.name == name or r.head.name not in self._failed_names]
        return self._missing(where, near, self._with_them)

    def _alone(self, where: Address) -> list[Rule]:
        """The relations that hold no other empty cell, and do not fail."""
        return [
            rule
            for rule in self._around[where]
            if rule.head.name not in self._failed_names and not self._has_others(where, rule)
        ]

    def _left_out_of_all(self, own: Sequence[Rule]) -> list[Address]:
        """The empty cells that each of the relations would take in."""
        fresh = [self._fresh[rule.head.name] for rule in own if rule.head.name in self._fresh]
        if len(fresh) < len(own):
            return []
        sides = [dict.fromkeys(cell for cell in r.cells if cell in self._empty) for r in fresh]
        return [cell for cell in sides[0] if all(cell in side for side in sides)]

    def _known(self, where: Address, own: frozenset[str]) -> Missing | None:
        """What an empty cell should print to mend these relations, with all others that fail.

        Where those want another figure, without them: something else may be wrong there.
        """
        told = [rule for rule in self._around[where] if self._speaks_of(where, rule)]
        if not own <= {rule.head.name for rule in told}:
            return None
        if where not in self.known:
            self.known[where] = self._missing(where, told, self._with_them)
        others = self._failed_names - own
        rest = [rule for rule in told if rule.head.name not in others]
        alone = len(rest) < len(told) and not self.known[where]
        return self._missing(where, rest, self._with_them) if alone else self.known[where]

    @cached_property
    def _failed_names(self) -> frozenset[str]:
        return frozenset(rule.head.name for rule in self.failed)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(rule.head.name for rule in self.rules)

    def _missing(self, where: Address, told: Sequence[Rule], state: Values) -> Missing | None:
        """What all relations around an empty cell want of it; None where they do not agree."""
        prints = self._wanted(where, told, True, state) or self._wanted(where, told, False, state)
        if prints is None or prints.contains(0):
            return None
        figure, cell = state.figure(where), self._empty[where]
        point = print_of(where, told, state.changing({where: figure.printing(prints)}))
        if point is None and prints.low == prints.high:
            point = Fraction(prints.low)
        text = alike(cell.printed, point) if point is not None and cell.printed else None
        return Missing(self.report.cell(where), prints, text)

    def _wanted(
        self, where: Address, told: Sequence[Rule], strictly: bool, state: Values
    ) -> Interval | None:
        """The prints that relations want of an empty cell; None where no one print would do, and
        where none speaks of it: a mean that lacks two figures tells neither.
        """
        if not told:
            return None
        wish = intersection([allowed(rule, where, state, strictly) for rule in told])
        if not isinstance(wish, Interval) or not wish.is_bounded:
            return None
        prints = on_grid(wish, state.figure(where))
        return None if prints.is_empty else prints

    def _speaks_of(self, where: Address, rule: Rule) -> bool:
        """Does a relation hold no other empty cell, or leave those out as printed, too?"""
        leaves_out = isinstance(rule, Linear) and rule.leaves_rest
        is_sum = leaves_out and rule.head.name in self._names
        return is_sum or not self._has_others(where, rule)

    def _has_others(self, where: Address, rule: Rule) -> bool:
        return any(cell in self._empty and cell != where for cell in rule.cells)

    @cached_property
    def _empty(self) -> dict[Address, Cell]:
        """The empty cells in the lines of failed sums and means, each as it would print nothing."""
        if sum(len(rule.cells) for rule in self.rules) > MAX_HELD:
            return {}
        sums = (rule for rule in self.failed if isinstance(rule, Linear))
        lines = {line for rule in sums for cell in rule.cells for line in cell.lines}
        tables = {table for table, _, _ in lines}
        found = {
            cell.address: cell
            for name in sorted(tables & self.report.tables.keys())
            for cell in self.report.tables[name]
            if cell.is_empty and not lines.isdisjoint(cell.address.lines)
        }
        if not 0 < len(found) <= MAX_EMPTY:
            return {}
        beside = grouped(
            ((cell.address.table, cell.address.column), cell.printed.decimals + cell.printed.power)
            for cell in self.report.figures()
            if cell.printed
        )
        return {
            where: rewrite(cell, _nothing(cell, beside.get((where.table, where.column), [])))
            for where, cell in found.items()
        }

    @cached_property
    def _fresh(self) -> dict[str, Rule]:
        """The rules around the empty cells, made with each of those as a figure."""
        with_them = self.report.holding(self._empty.values())
        try:
            rules = bind(with_them, {where.table for where in self._empty})
        except InputError:
            return {}  # so many figures cannot be held together
        return {rule.head.name: rule for rule in rules}

    @cached_property
    def _around(self) -> dict[Address, list[Rule]]:
        return grouped(
            (cell, rule)
            for rule in self._fresh.values()
            for cell in rule.cells
            if cell in self._empty and all(other in self._with_them.printed for other in rule.cells)
        )

    @cached_property
    def _with_them(self) -> Values:
        """The printed figures, and of each empty cell that it adds nothing."""
        signed = {
            (cell.table, cell.column)
            for cell, value in self.values.printed.items()
            if isinstance(value, Figure) and value.signed
        }
        may_be = {cell for cell in self._empty if (cell.table, cell.column) in signed}
        printed = {**self.values.printed, **printed_values(self._empty.values(), may_be)}
        rules = {**{rule.head.name: rule for rule in self.bound}, **self._fresh}
        return with_padded(Values(printed), tuple(rules.values()))


def _nothing(cell: Cell, decimals: Sequence[int]) -> str:
    """A zero as the column of a cell prints it, with the decimals of the figures there."""
    return number(Fraction(0), max([0, *decimals]), style=cell.column.gaya)
