"""The rules of a report as a network: which figures were computed or copied from which."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from lkjip_analysis.checking.locating.in_order import after_grounds
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import Marks, grouped
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Head, InBand, Quotient, Rule, Same, figure_of
from lkjip_analysis.rules.values import Figure, Value, Values

MAX_PAIRED = 24
"""Of more copies of one figure each is tied to the first that prints the same, not to every one."""
Line = tuple[str, str, str]
Steps = dict[Address, tuple[Address, Rule] | None]


@dataclass(frozen=True)
class Network:
    """The rules of a report around its cells, and which of them fail as printed.

    `values` are the report as printed: one for all trials, which share the sums of unchanged cells.
    A derived figure is printed nowhere, so it follows but is never the misprint.
    """

    rules: Sequence[Rule]
    failed: frozenset[str]
    values: Values = field(repr=False)
    derived: frozenset[Address] = frozenset()

    @property
    def printed(self) -> Mapping[Address, Value]:
        return self.values.printed

    @cached_property
    def ties(self) -> tuple[Rule, ...]:
        """The rules, and a `same` for each two equal copies of one figure that no rule ties.

        Copies are copied from one another, whichever of them a rule names: where a figure agrees
        with none of its copies, the copies still are one witness.
        """
        copies = [rule for rule in self.rules if isinstance(rule, Same)]
        marks = Marks[Address]()
        for rule in copies:
            marks.join(rule.result, rule.source)
        tied = {frozenset(rule.cells) for rule in copies}
        extra: list[Rule] = []
        of_one = ((marks.of(cell), cell) for rule in copies for cell in rule.cells)
        for group in grouped(dict.fromkeys(of_one)).values():
            for first, second in _pairs(sorted(group), self.printed):
                alike = self.printed[first] == self.printed[second]
                if alike and frozenset((first, second)) not in tied:
                    head = Head(f"{first}~{second}", "sama", "tafsir", "salinan angka yang sama")
                    extra.append(Same(head, first, second))
        return (*self.rules, *extra)

    @cached_property
    def bands(self) -> tuple[InBand, ...]:
        return tuple(rule for rule in self.rules if isinstance(rule, InBand))

    @cached_property
    def by_cell(self) -> dict[Address, list[Rule]]:
        return grouped((cell, rule) for rule in self.ties for cell in rule.cells)

    @cached_property
    def by_print(self) -> dict[tuple[Line, Value], list[Address]]:
        """The cells of each column and row that print the same."""
        return grouped(
            ((line, value), cell)
            for cell, value in self.printed.items()
            if cell not in self.derived
            for line in cell.lines
        )

    def around(self, cells: Iterable[Address]) -> list[Rule]:
        """The relations that hold one of these figures, each once."""
        found = {rule.head.name: rule for cell in cells for rule in self.by_cell.get(cell, ())}
        return list(found.values())

    def held_by(self, rule: Rule) -> frozenset[Address]:
        """The cells of a rule, to be asked whether they hold one."""
        if rule.head.name not in self._held:
            self._held[rule.head.name] = frozenset(rule.cells)
        return self._held[rule.head.name]

    @cached_property
    def _held(self) -> dict[str, frozenset[Address]]:
        return {}

    @cached_property
    def _leads_to(self) -> dict[Address, list[tuple[Address, Rule]]]:
        """For each cell, those it may have been computed from, with the rule that says so.

        Only through a rule that holds as printed: what was computed from a wrong figure agrees
        with it.
        """
        found: dict[Address, list[tuple[Address, Rule]]] = {}
        for rule in self.ties:
            for cell in rule.cells if rule.head.name not in self.failed else ():
                for follower in self.followers(rule, cell):
                    found.setdefault(follower, []).append((cell, rule))
        return found

    def reckoned(self, rule: Rule) -> Address:
        """The figure that a rule reckons from its others.

        A quotient that is exact is no quotient but a product told backwards: beds are not
        available days by days, available days are beds times days.
        """
        if isinstance(rule, Quotient) and rule.head.name in self._products:
            assert isinstance(rule.first, Address)
            return rule.first
        return rule.result

    @cached_property
    def _products(self) -> frozenset[str]:
        """The quotients of exact figures whose product comes out as printed.

        Rupiah for each person are whole ones too, but rounded. One that fails does not tell: there
        the others of its column do.
        """
        exact = [
            rule
            for rule in self.rules
            if isinstance(rule, Quotient) and rule.per and rule.maximum is None
            if isinstance(rule.first, Address) and self._is_exact(rule.result)
        ]
        beside = grouped(
            ((rule.result.table, rule.result.column), self._comes_out(rule))
            for rule in exact
            if rule.head.name not in self.failed
        )
        return frozenset(
            rule.head.name
            for rule in exact
            if _are_most(
                beside.get((rule.result.table, rule.result.column), ())
                if rule.head.name in self.failed
                else [self._comes_out(rule)]
            )
        )

    def _is_exact(self, cell: Address) -> bool:
        value = self.printed.get(cell)
        return isinstance(value, Figure) and value.is_exact

    def _comes_out(self, rule: Quotient) -> bool:
        """Is the first figure the product of the other two, as it is printed?"""
        parts = (figure_of(part, self.values) for part in (rule.first, rule.second, rule.result))
        first, second, result = (Fraction(one.texts.low) for one in parts)
        assert isinstance(rule.first, Address)
        decimals = self.values.figure(rule.first).decimals
        return half_up(result * second / (rule.per or 1), decimals) == first

    def rates_beside(self, cell: Address) -> Sequence[Address]:
        """The figures of its column that are quotients, itself among them."""
        return self._rates.get((cell.table, cell.column), ())

    @cached_property
    def _rates(self) -> dict[tuple[str, str], list[Address]]:
        results = (rule.result for rule in self.rules if isinstance(rule, Quotient))
        return grouped(((cell.table, cell.column), cell) for cell in dict.fromkeys(results))

    def followers(self, rule: Rule, cell: Address) -> tuple[Address, ...]:
        """The cells that may have been computed or copied from `cell` through this rule."""
        reckoned = self.reckoned(rule)
        if reckoned == rule.result:
            return rule.followers(cell)
        return () if cell == reckoned else (reckoned,)

    def origins(self, cells: Iterable[Address]) -> frozenset[Address]:
        """The cells and all that they may have been computed or copied from."""
        found = set(cells)
        queue = deque(found)
        while queue:
            for source, _ in self._leads_to.get(queue.popleft(), ()):
                if source not in found:
                    found.add(source)
                    queue.append(source)
        return frozenset(found)

    @cached_property
    def witness(self) -> dict[Address, Address]:
        """Cells tied by a `same` that holds are one witness: each cell's representative."""
        marks = Marks[Address]()
        for rule in self.ties:
            if isinstance(rule, Same) and rule.head.name not in self.failed:
                marks.join(rule.result, rule.source)
        return {cell: marks.of(cell) for cell in self.by_cell}

    @cached_property
    def copies(self) -> dict[Address, list[Address]]:
        """The cells of each witness, by its representative."""
        return grouped((witness, cell) for cell, witness in self.witness.items())

    def copies_of(self, cell: Address) -> Sequence[Address]:
        """The cells that print the same figure as this one, itself among them."""
        return self.copies.get(self.witness.get(cell, cell), [cell])

    def carried_back(self, marks: Mapping[Address, int]) -> dict[Address, int]:
        """The bits of each figure with those of all that were computed or copied from it.

        Each way is gone once, the last figure first; again only where copies lead round in a ring.
        """
        found, grows = dict(marks), True
        order = after_grounds(marks, self._sources)[::-1]
        while grows:
            grows = False
            for cell in order:
                bits = found[cell]
                for source in self._sources(cell):
                    before = found.get(source, 0)
                    if bits | before != before:
                        found[source], grows = bits | before, True
        return found

    def _sources(self, cell: Address) -> Iterator[Address]:
        return (source for source, _ in self._leads_to.get(cell, ()))

    def reaching(self, rule: Rule) -> Steps:
        """The cells whose change could change a cell of `rule`: each with its next step there."""
        return self.leading_to(rule.cells)

    def leading_to(self, cells: Sequence[Address]) -> Steps:
        """The cells whose change could change one of these: each with its next step there."""
        steps: Steps = dict.fromkeys(cells)
        queue = deque(cells)
        while queue:
            cell = queue.popleft()
            for source, through in self._leads_to.get(cell, ()):
                if source not in steps:
                    steps[source] = (cell, through)
                    queue.append(source)
        return steps


def _pairs(
    copies: Sequence[Address], printed: Mapping[Address, Value]
) -> Iterable[tuple[Address, Address]]:
    """Which copies of a figure are held against one another; of many, each against one like it."""
    if len(copies) <= MAX_PAIRED:
        return combinations(copies, 2)
    first: dict[Value, Address] = {}
    return [(first[printed[c]], c) for c in copies if first.setdefault(printed[c], c) != c]


def _are_most(answers: Sequence[bool]) -> bool:
    """Is it so of half of them or more, or is nothing known?"""
    return sum(answers) * 2 >= len(answers)
