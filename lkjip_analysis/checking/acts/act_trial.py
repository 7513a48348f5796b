"""Would one act explain what fails? Its cells as they would be, and all that follows from them.

An act stands where every failed relation around its cells holds with it, what held still holds or
follows it, and at least two cells change. It is one explanation beside the others, never preferred.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lkjip_analysis.checking.acts.table_layout import Layout, layouts
from lkjip_analysis.checking.acts.what_fails import Failing
from lkjip_analysis.checking.acts.whole_groups import WholeGroups
from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.joint_prints import Witness
from lkjip_analysis.checking.locating.mending_prints import intersection, printable, printed_as
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, Rule, Same, fits
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value, Values

MAX_WORK = 40_000
"""So many cells of relations are looked at in search of acts, in the whole of a report. Counted and
not timed, so that a report says the same on every machine.
"""
MAX_LOOSE_WORK = 20_000
"""So many more in search of acts that change many figures in ways of their own."""
MAX_TURNS = 60
"""So many figures may follow one act."""


@dataclass(frozen=True)
class Act:
    """What a person did, in words, the cells as they would be without it, and what it explains."""

    words: str
    repair: Repair
    mends: frozenset[str]
    left_old: bool = False
    """Are they only as they were before another figure was brought up to date?"""


@dataclass
class Trials:
    """The acts that were tried on one report, counted."""

    search: Search
    failed: Sequence[Rule]
    work: int = 0
    most: int = MAX_WORK
    fails: Failing = field(init=False)
    wishes: dict[tuple[str, Address, bool], Implied] = field(default_factory=dict)
    exchanged: dict[tuple[Address, Address], Figure] = field(default_factory=dict)
    outdated: dict[tuple[str, ...], Act | None] = field(default_factory=dict)
    groups: WholeGroups | None = None
    """The failed relations that an act must mend together; None where it may mend some of them."""

    def __post_init__(self) -> None:
        self.fails = Failing(self.search, self.failed)

    @property
    def is_over(self) -> bool:
        return self.work > self.most

    @property
    def values(self) -> Values:
        return self.search.network.values

    @cached_property
    def results(self) -> frozenset[Address]:
        """The figures that some relation reckons from others."""
        network = self.search.network
        return frozenset(network.reckoned(rule) for rule in network.rules if rule.works_out)

    @cached_property
    def layouts(self) -> Sequence[Layout]:
        return tuple(layouts(self.search.network, self.failed))

    def moved(self, to: Address, source: Address) -> Figure:
        """The figure of one cell in another, rounded as that one prints."""
        way = to, source
        if way not in self.exchanged:
            self.exchanged[way] = moved(self.values.figure(to), self.values.figure(source))
        return self.exchanged[way]

    def may_explain(self, cells: Iterable[Address], onward: bool = True) -> bool:
        """Could a change of some of these cells mend all that fails together somewhere?"""
        return self.groups is None or self.groups.may_be_mended(cells, onward)

    def wish(self, rule: Rule, cell: Address, followed: bool = False) -> Implied:
        """The prints of a cell with which a failed relation would hold, by some rounding.

        `followed`: with another figure of the relation that was reckoned from the cell again.
        """
        place = rule.head.name, cell, followed
        if place not in self.wishes:
            self.work += len(rule.cells)
            joint = self.search.wishes.joint(cell, rule, self.values, False) if followed else None
            self.wishes[place] = allowed(rule, cell, self.values, False) if joint is None else joint
        return self.wishes[place]

    def holds(self, rule: Rule, state: Values, may: bool | None = None) -> bool:
        """Does a relation hold? What it misses by much is seen without reckoning exactly.

        `may`: what is seen so, where that was asked already.
        """
        self.work += len(rule.cells)
        if may is None:
            may = self.fails.rough.may_hold(rule, state.changed)
        return may and tolerable(rule, state)

    def act(
        self,
        words: Callable[[], str],
        changes: Mapping[Address, Value],
        free: Sequence[Address] = (),
        onward: bool = True,
        differing: bool = False,
    ) -> Act | None:
        """The act that gives these cells other figures, and `free` ones what fails wants of them.

        `onward`: may results have been reckoned with the wrong figures, and not only copied?
        `differing`: is it known that each is another figure than the cell prints?

        None where it explains nothing, leaves something failing, or breaks what held.
        """
        values, own = self.values, dict(changes)
        if not differing:
            own = {cell: value for cell, value in own.items() if value != values.printed[cell]}
        self.work += 1
        asked = self._mended(own, free, onward)
        if asked is None:
            return None
        state = values.changing(own)
        direct = [(r, may) for r, may in asked if may]  # the others hang on what follows the act
        if direct and not free and not any(self.holds(r, state, may) for r, may in direct):
            return None
        fresh = self._all_freed(free, state)
        whole = None if fresh is None else self._closed(own | fresh, onward)
        if fresh is None or whole is None or not all(map(self._is_print, whole, whole.values())):
            return None
        own = own | fresh
        state, near = values.changing(whole), self.fails.near(whole)
        if not near or not all(self.holds(rule, state) for rule in near):
            return None
        repair = Repair(tuple(own), whole)
        if not self._has_example(repair, near):
            return None
        return Act(words(), repair, frozenset(rule.head.name for rule in near))

    def _is_print(self, cell: Address, value: Value) -> bool:
        """Is this no count or amount below nothing, where the cell never prints one?"""
        below = value.texts if isinstance(value, Figure) and value.texts.high < 0 else None
        return below is None or printable(below, self.values.printed[cell])

    def _mended(
        self, own: Mapping[Address, Value], free: Sequence[Address], onward: bool
    ) -> Sequence[tuple[Rule, bool]] | None:
        """What fails around an act, and whether it could hold with it; None where it is no act."""
        if self.is_over or len(own) + len(free) < 2:
            return None
        asked = self.fails.mended(own, frozenset(free), onward)
        if asked is None or self.groups is None:
            return asked
        return asked if self.groups.all_may_be_mended((*own, *free), onward) else None

    def _has_example(self, repair: Repair, near: Sequence[Rule]) -> bool:
        """Does some print of each cell make all relations hold together? Of points that is known.

        Of an act without one nothing is said; the repairs by one figure stand as they are.
        """
        figures = [value for value in repair.changes.values() if isinstance(value, Figure)]
        if all(value.texts.low == value.texts.high for value in figures):
            return True
        by_cell = self.search.network.by_cell
        bound = sorted(repair.roots, key=lambda cell: -len(by_cell[cell]))  # a total before parts
        example = Witness(self.search.network, repair.changes, tuple(bound), near)
        found = example.found()
        self.work += example.trials
        return found is not None

    def _all_freed(self, free: Sequence[Address], state: Values) -> dict[Address, Value] | None:
        """What these cells print otherwise, each after those before it; None where one cannot."""
        found: dict[Address, Value] = {}
        for place, cell in enumerate(free):
            fresh = self._freed(cell, state, frozenset(free[place + 1 :]))
            if fresh is None:
                return None
            if fresh != self.values.printed[cell]:
                found[cell] = fresh
                state = state.changing({cell: fresh})
        return found

    def _freed(self, cell: Address, state: Values, left: frozenset[Address]) -> Value | None:
        """What the relations around a cell whose figure is lost want of it; None if nothing fits.

        Those that hold another lost figure say nothing yet.
        """
        wishes = []
        for rule in self.search.network.by_cell.get(cell, ()):
            if left.isdisjoint(rule.cells):
                self.work += len(rule.cells)
                failed = rule.head.name in self.search.network.failed
                wishes.append(allowed(rule, cell, state, not failed))
        wish, value = intersection(wishes) if wishes else None, self.values.printed[cell]
        if not isinstance(wish, Interval) or not wish.is_bounded or not printable(wish, value):
            return None
        return value if fits(value, wish) else printed_as(value, wish)

    def _closed(self, own: Mapping[Address, Value], onward: bool) -> dict[Address, Value] | None:
        """The changes with all that was reckoned from them; None where what held breaks."""
        network, whole = self.search.network, dict(own)
        if self._breaks(own, onward):
            return None
        by: dict[Address, str] = {}
        queue = deque(rule for cell in own for rule in network.by_cell.get(cell, ()))
        turns, state = 0, self.values.changing(whole)
        while queue:
            rule = queue.popleft()
            if rule.head.name in network.failed or self.holds(rule, state):
                continue
            if not onward and not isinstance(rule, Same):
                return None
            follower = self._follower(rule, whole, by)
            turns += 1
            if follower is None or turns > MAX_TURNS or self.is_over:
                return None
            fresh = self._forward(rule, follower, state)
            if fresh is None:
                return None
            whole[follower], by[follower] = fresh, rule.head.name
            state = state.changing({follower: fresh})
            queue.extend(network.by_cell[follower])
        return whole

    def _breaks(self, own: Mapping[Address, Value], onward: bool) -> bool:
        """Does what held around these figures fail for certain, with nothing that follows them?"""
        return self.fails.breaks(own, onward) or any(
            rule.head.name not in self.search.network.failed
            and not self.fails.rough.may_hold(rule, own)
            and (not onward or self._follower(rule, own, {}) is None)
            for rule in self.search.network.around(own)
        )

    def _follower(
        self, rule: Rule, whole: Mapping[Address, Value], by: Mapping[Address, str]
    ) -> Address | None:
        """The figure that this relation reckons from a changed one, and no other has settled."""
        for cell in (cell for cell in rule.cells if cell in whole):
            for follower in self.search.network.followers(rule, cell):
                if follower not in whole or by.get(follower) == rule.head.name:
                    return follower
        return None

    def _forward(self, rule: Rule, cell: Address, state: Values) -> Value | None:
        value = self.values.printed[cell]
        exact = reckoned(rule, cell, state) if isinstance(value, Figure) else None
        if exact is not None and isinstance(value, Figure):
            return value.printing(exactly(half_up(exact, value.decimals)))
        wish = allowed(rule, cell, state)
        return printed_as(value, wish) if printable(wish, value) else None


def placed(held: Figure, texts: Interval) -> Figure:
    """A figure in a cell: what the cell prints is then read as that cell's kind of figure."""
    return held.printing(on_grid(texts, held))


def moved(held: Figure, other: Figure) -> Figure:
    """The figure of another cell in this one's place, rounded as this one prints."""
    if other.decimals <= held.decimals:
        return held.printing(other.texts)
    return held.printing(exactly(half_up(Fraction(other.texts.low), held.decimals)))


def scaled(figure: Figure, power: int) -> Figure | None:
    """A figure times a power of ten: of one cut short its bounds, None where it was no print.

    A rounded one that lost its decimal comma had as many decimals as it is now times too large.
    """
    by, unit = step(-power), step(figure.decimals)
    exact = Fraction(figure.texts.low) * by
    if power > 0:
        return placed(figure, exactly(exact).widen(unit * by / 2))
    if (exact / unit).denominator == 1:
        return figure.printing(exactly(exact))
    finer = figure.decimals - power
    return (
        None if figure.is_exact else Figure(exactly(exact), step(finer) / 2, finer, figure.signed)
    )
