"""Which printed figures, if they alone were misprinted, explain every rule that fails?

A slip may have been copied onward, so a repair is a root cell together with the figures that
were computed or copied from it. Candidates are never scored: all of the smallest are kept, and
each is re-checked rule by rule with the other cells entering as printed. A repair that breaks a
rule that held is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lkjip_analysis.checking.locating.followers import Following, TooMuchWork
from lkjip_analysis.checking.locating.joint_prints import Witness
from lkjip_analysis.checking.locating.mending_prints import Wishes, intersection, printed_as
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Number, exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, InBand, Rule
from lkjip_analysis.rules.values import Figure, Value, Values

MAX_ROOTS = 3
MAX_STEPS = 12_000
"""So many relations are tested in search of several roots, in the whole of a report. Steps are
counted and not seconds, so that a report says the same on every machine.
"""
MAX_WISHES = 6_000
"""So often is a relation asked what it wants of a figure beside others that are changed."""
TO_FOLLOW = 5
"""So many steps does it take to follow one print to all that rests on it."""
MAX_SINGLE = 150_000
"""So many cells of relations are looked at in search of single roots, in the whole of a report."""
MAX_FAILING = 60_000
"""Where the failed rules of a report hold more figures in all, no cause is looked for."""
MAX_TRIED = 8_000
"""So many prints are tried for the repairs of a report before the rest is left as it is."""
MAX_SEARCHED = 1_000
"""Where failed rules hold more cells, no pairs are tried as their cause: it would take minutes."""


def is_too_large(failed: Sequence[Rule]) -> bool:
    """Do so many cells stand in these rules that only single ones are tried as their cause?"""
    return len({cell for rule in failed for cell in rule.cells}) > MAX_SEARCHED


@dataclass
class Search:
    """The search for repairs in one report.

    `open` are failed rules with a repair that no print tried made whole, though not all were tried:
    of them nothing is the only explanation. `cut` are those whose search was ended by a bound,
    `untried` those of them of which not even every single figure was tried. `is_given_up`: are they
    so many that no cause was looked for at all? `exchanges` counts the relations that were tested
    with two figures exchanged. `corrected` are the figures with the accepted corrections, once
    somebody has asked for them.
    """

    network: Network
    steps: int = 0
    singles: int = 0
    wished: int = 0
    exchanges: int = 0
    tried: int = 0
    is_given_up: bool = False
    wishes: Wishes = field(init=False)
    following: Following = field(init=False)
    open: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)
    untried: set[str] = field(default_factory=set)
    corrected: Values | None = None

    def __post_init__(self) -> None:
        self.wishes = Wishes(self.network)
        self.following = Following(self.network, self.wishes)

    def end(self, failed: Sequence[Rule], untried: bool) -> None:
        """The search for what explains these rules ends before it is through."""
        names = {rule.head.name for rule in failed}
        self.cut |= names
        self.open |= names
        if untried:
            self.untried |= names

    def gives_up(self, failed: Sequence[Rule]) -> bool:
        """Are these more than any search would come through? Then all of them are left open."""
        if sum(len(rule.cells) for rule in failed) > MAX_FAILING:
            self.is_given_up = True
            self.end(failed, untried=True)
        return self.is_given_up

    def has_many_roots(self, failed: Sequence[Rule]) -> bool:
        """May more single cells be the cause than can be tried, or than would help a reader?"""
        return len(list(islice(self._roots(failed), MAX_SEARCHED + 1))) > MAX_SEARCHED

    def witness(
        self, repair: Repair, failed: Sequence[Rule], proposed: Mapping[Address, Fraction]
    ) -> Mapping[Address, Value] | None:
        """Prints of the roots and followers with which all their relations hold together.

        `proposed` are prints to try first.
        """
        for points in self._points(repair, failed, proposed):
            search = Witness(self.network, repair.changes, repair.roots, failed, points)
            found = search.found()
            self.tried += search.trials
            if found is not None or search.complete:
                return found
        self.open.update(rule.head.name for rule in failed)
        return None

    def _points(
        self, repair: Repair, failed: Sequence[Rule], proposed: Mapping[Address, Fraction]
    ) -> Iterator[Mapping[Address, Sequence[Fraction]]]:
        """The prints of the roots to try first, and where those do not do, others."""
        first = {root: [proposed[root]] for root in repair.roots if root in proposed}
        wanted = {root: self.wishes.points(root, failed) for root in repair.roots}
        yield {root: [*first.get(root, ()), *wanted[root]] for root in repair.roots}
        if len(repair.roots) == 1:
            yield {root: [*self.wishes.points_both_ways(root, failed)] for root in repair.roots}

    def standing(self, repairs: Sequence[Repair], failed: Sequence[Rule]) -> list[Repair]:
        """Those of the repairs that some prints fulfil: each cell's bounds alone may mislead.

        Where too many prints would have to be tried, the rest stands, and nothing as the only one.
        """
        found = []
        for repair in repairs:
            if self.tried > MAX_TRIED:
                self.open.update(rule.head.name for rule in failed)
                found.append(repair)
            elif self.witness(repair, failed, {}) is not None:
                found.append(repair)
        return found

    def by(self, roots: int, values: Values, failed: Sequence[Rule]) -> list[Repair]:
        """The repairs of `failed` by so many roots, given what `values` has already changed."""
        if roots == 1:
            return self._by_one(values, failed)
        found: dict[frozenset[Address], Repair] = {}
        for first in self._roots(failed[:1]):
            touched = [rule for rule in failed if first in self.wishes.reaching(rule)]
            for seed in self._seeds(first, touched, values):
                for changes in self._ways(first, seed, values, touched):
                    for other in self._rest(roots - 1, changes, values, failed):
                        if first in other.roots:
                            continue  # fewer roots than were asked for
                        together = {**changes, **other.changes}
                        fitted = self._fitted(first, values.changing(together), failed)
                        if fitted is not None:
                            repair = Repair(
                                tuple(sorted((first, *other.roots))), {**together, first: fitted}
                            )
                            known = found.setdefault(frozenset(repair.roots), repair)
                            if known.leaves_less_than(repair):
                                found[frozenset(repair.roots)] = repair
        return list(found.values())

    def _count(self, steps: int) -> None:
        """Keep to the work that one report may take."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise TooMuchWork(f"more than {MAX_STEPS} relations would have to be tested")

    def _count_wishes(self, wishes: int) -> None:
        """Keep to what may be asked for a figure beside the roots that are chosen already."""
        self.wished += wishes
        if self.wished > MAX_WISHES:
            raise TooMuchWork(f"relations would have to be asked more than {MAX_WISHES} times")

    def _count_one(self, root: Address, values: Values, failed: Sequence[Rule]) -> None:
        """Keep to the work that following one root may take, alone or as the last of several."""
        if values.changed:
            self._count(TO_FOLLOW)
            return
        self.singles += sum(len(rule.cells) for rule in (*failed, *self.network.by_cell[root]))
        if self.singles > MAX_SINGLE:
            raise TooMuchWork(f"more than {MAX_SINGLE} cells would have to be looked at")

    def _fitted(self, first: Address, state: Values, failed: Sequence[Rule]) -> Value | None:
        """The first root's print, cut down to what the other roots leave of it.

        None where a rule that failed, or one around it that held, would fail with it.
        """
        wide = state[first]
        seed = wide.texts if isinstance(wide, Figure) else wide
        fitted = printed_as(wide, self.following.narrowed(first, seed, state))
        state = state.changing({first: fitted})
        around = (r for r in self.network.by_cell[first] if r.head.name not in self.network.failed)
        return fitted if all(tolerable(rule, state) for rule in (*failed, *around)) else None

    def _ways(
        self, first: Address, seed: Implied, values: Values, touched: Sequence[Rule]
    ) -> Iterator[dict[Address, Value]]:
        """A first of several roots: with the figures that follow it, and alone.

        Alone it may break a rule that held: a second misprint may have hidden it there. And it is
        not bound yet to the figures around it, which may be wrong too.
        """
        changes = self.following.changes(first, seed, values, touched)
        if changes is not None:
            yield changes
        alone = {first: printed_as(values[first], seed)}
        if changes != alone:
            yield alone

    def _rest(
        self, roots: int, changes: dict[Address, Value], values: Values, failed: Sequence[Rule]
    ) -> list[Repair]:
        """The repairs of what one root has left open, or broken."""
        self._count(len(failed) + len(changes))
        state = values.changing(changes)
        rest = [rule for rule in failed if not tolerable(rule, state)]
        if not rest or len(rest) == len(failed):
            return []
        known = {rule.head.name for rule in failed} | self.network.failed
        broken = [
            rule
            for rule in self.network.around(changes)
            if rule.head.name not in known and not tolerable(rule, state)
        ]
        return self.by(roots, state, [*rest, *broken])

    def _by_one(self, values: Values, failed: Sequence[Rule]) -> list[Repair]:
        found: dict[frozenset[Address], Repair] = {}
        for root in self._roots(failed):
            if root in values.changed:
                continue
            if values.changed:
                self._count_wishes(len(failed))
            for seed in self._seeds(root, failed, values):
                self._count_one(root, values, failed)
                changes = self.following.changes(root, seed, values, failed)
                if changes is None:
                    continue
                state = values.changing(changes)
                if all(tolerable(rule, state) for rule in failed):
                    found.setdefault(frozenset(changes), Repair((root,), changes))
                    break
        return list(found.values())

    def settled(self, repair: Repair, point: Number, failed: Sequence[Rule]) -> Repair:
        """The same repair by one root, with the figures that follow it worked out for one print."""
        values, self.following.trials = self.network.values, 0  # the search itself is over
        try:
            changes = self.following.changes(repair.roots[0], exactly(point), values, failed)
        except TooMuchWork:
            return repair  # what follows it is then told as an interval
        if changes is None or set(changes) != set(repair.changes):
            return repair
        state = values.changing(changes)
        if not all(tolerable(rule, state) for rule in failed):
            return repair  # that one print is on the edge; the interval as a whole is not
        return Repair(repair.roots, {**changes, repair.roots[0]: repair.changes[repair.roots[0]]})

    def _roots(self, failed: Sequence[Rule]) -> Iterator[Address]:
        """The cells from which every failed rule can be reached, those nearest first."""
        direct = dict.fromkeys(cell for rule in failed for cell in rule.cells)
        if all(isinstance(rule, InBand) for rule in failed):
            # A category beside its value accuses one of the two, not what the value came from.
            yield from (cell for cell in direct if cell not in self.network.derived)
            return
        reached = [self.wishes.reaching(rule) for rule in failed]
        for cell in dict.fromkeys((*direct, *reached[0])):
            if cell not in self.network.derived and all(cell in steps for steps in reached):
                yield cell

    def _seeds(self, root: Address, failed: Sequence[Rule], values: Values) -> Iterator[Implied]:
        """Prints of `root` worth trying: what all failed rules want, else what each wants."""
        for strictly in (True, False):
            common = intersection(
                [self.wishes.wish(root, rule, values, strictly) for rule in failed]
            )
            if self.wishes.is_repair(common, root):
                yield common
                break
        if len(failed) > 1:
            for rule in failed:
                wish = self.wishes.wish(root, rule, values, True)
                if self.wishes.is_repair(wish, root):
                    yield wish
        for rule in failed if isinstance(values[root], Figure) else ():
            wish = self.wishes.joint(root, rule, values)
            if self.wishes.is_repair(wish, root):
                yield wish
