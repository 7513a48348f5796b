"""The state of a report as the rules see it: what each cell may be read as, printed or repaired."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.report.tables import Address, Cell

Labels = frozenset[str]

LOOSEST = 6
"""No reading of a figure lies further from its print, in units of its last digit."""


@dataclass(frozen=True, init=False)
class Figure:
    """A number: the values it may be printed as, and how far the true value may lie from them.

    As printed, `texts` is one point. Under repair it is the interval of prints that would do.
    `signed`: its kind of figure may be negative, also where this one is not. `money`: an amount
    in whole units, whose sen may have been dropped before it was printed. `promised`: a target
    that its indicator declares to be exact, to the digit.
    """

    texts: Interval
    half: Fraction
    decimals: int
    signed: bool = field(default=False, compare=False)
    money: bool = field(default=False, compare=False)
    promised: bool = field(default=False, compare=False)

    def __init__(
        self,
        texts: Interval,
        half: Fraction,
        decimals: int,
        signed: bool = False,
        money: bool = False,
        promised: bool = False,
    ) -> None:
        # A frozen class sets field by field: a third of the time, of thousands for one report.
        vars(self).update(
            texts=texts, half=half, decimals=decimals, signed=signed, money=money, promised=promised
        )

    def __eq__(self, other: object) -> bool:
        if type(other) is not Figure or self is other:
            return self is other
        if self.decimals != other.decimals:
            return False
        if self.half is not other.half and self.half != other.half:
            return False
        return self.texts is other.texts or self.texts == other.texts

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # It is part of many questions that are asked once: their answers are kept.
        return hash((self.texts, self.half, self.decimals))

    @cached_property
    def reach(self) -> tuple[float, float]:
        """Where the true value may lie, however it was rounded: in floats, for a first look."""
        low, high = float(self.texts.low), float(self.texts.high)
        is_rounded = self.half or self.money or self.decimals > 0
        slack = LOOSEST * 10.0**-self.decimals if is_rounded else 0.0
        return low - slack, high + slack

    @cached_property
    def interval(self) -> Interval:
        return self.texts.widen(self.half)

    @property
    def is_exact(self) -> bool:
        return not self.half

    def printing(self, texts: Interval) -> Figure:
        """The same kind of figure with other prints (`dataclasses.replace`, thrice as quick)."""
        return Figure(texts, self.half, self.decimals, self.signed, self.money, self.promised)


Value = Figure | Labels
Changed = frozenset[tuple[Address, Value]]


@dataclass(frozen=True)
class Kept:
    """What was worked out once of the printed figures, for every state with some of them changed.

    `sums` keeps what the unchanged cells of a rule add up to, `loosest` which of them may be read
    more loosely, the widest first, each with how far that moves the sum, `looser` how far all of
    them do, and `sen` how far their dropped sen may, so that trying another value in a column of
    ten thousand rows costs the same as in a column of two. `padded` are the figures
    whose relation shows that they were printed with a zero for their last digit, each with where
    that relation wants it; `cut` copies that were cut off where others were rounded, each with
    where all that reckons the figure wants it; `up` short figures that were rounded up as all of
    their column; `sheet` the names of the sums of which one unit of
    the last digit says nothing. `tolerated` are the answers whether a relation
    holds with its cells changed so, `allowed` those what it then leaves of one of them, strictly or
    not.
    """

    sums: dict[str, Interval] = field(default_factory=dict)
    loosest: dict[str, Mapping[Address, Fraction]] = field(default_factory=dict)
    looser: dict[str, Fraction] = field(default_factory=dict)
    sen: dict[str, Interval] = field(default_factory=dict)
    padded: Mapping[Address, Callable[[Values], Interval | Labels]] = field(default_factory=dict)
    cut: Mapping[Address, Callable[[Values], Interval]] = field(default_factory=dict)
    up: frozenset[Address] = frozenset()
    sheet: frozenset[str] = frozenset()
    tolerated: dict[tuple[str, Changed], bool] = field(default_factory=dict)
    allowed: dict[tuple[str, Changed, Address, bool], Interval | Labels] = field(
        default_factory=dict
    )


@dataclass(frozen=True)
class Values:
    """The printed report with some cells changed."""

    printed: Mapping[Address, Value]
    changed: Mapping[Address, Value] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept, repr=False)

    def __getitem__(self, address: Address) -> Value:
        return self.changed[address] if address in self.changed else self.printed[address]

    def figure(self, address: Address) -> Figure:
        value = self[address]
        assert isinstance(value, Figure)
        return value

    def interval(self, address: Address) -> Interval:
        return self.figure(address).interval

    def labels(self, address: Address) -> Labels:
        value = self[address]
        assert isinstance(value, frozenset)
        return value

    def changing(self, changes: Mapping[Address, Value]) -> Values:
        return Values(self.printed, {**self.changed, **changes}, self.kept)

    def changed_among(self, cells: Container[Address]) -> list[Address]:
        """Those of these cells that are changed: few are, of however many."""
        return [cell for cell in self.changed if cell in cells]

    def changed_of(self, cells: Container[Address]) -> Changed:
        """How these cells are changed: with all else the same, a relation of them says the same."""
        return frozenset([change for change in self.changed.items() if change[0] in cells])


def printed_values(
    cells: Iterable[Cell], signed: Container[Address] = frozenset()
) -> dict[Address, Value]:
    """The figures and categories of a report; cells without data are left out.

    `signed` are the cells that may be negative.
    """
    values: dict[Address, Value] = {}
    for cell in cells:
        if cell.printed is not None and (point := cell.printed.value) is not None:
            half = cell.half
            values[cell.address] = Figure(
                # Whole numbers as integers: the same value, several times as fast to add.
                exactly(point.numerator if point.denominator == 1 else point),
                half,
                cell.decimals,
                cell.address in signed,
                not half and not cell.decimals and _is_money(cell),
                cell.column.dinyatakan and not half,
            )
        elif cell.column.tipe == "kategori" and cell.text.strip():
            values[cell.address] = frozenset({cell.label})
    return values


MONEY = frozenset({"rupiah", "rp", "idr", "usd", "dolar", "dollar", "euro"})


def is_amount(cell: Cell) -> bool:
    """Is it an amount of money in whole units?"""
    return cell.is_figure and not cell.half and not cell.decimals and _is_money(cell)


def _is_money(cell: Cell) -> bool:
    """Does the cell print an amount of money, by its column's unit or by the sign beside it?"""
    return _names_money(cell.column.satuan, cell.printed.unit if cell.printed else "")


@lru_cache(maxsize=4096)
def _names_money(unit: str, printed: str) -> bool:
    words = f"{unit} {printed}".casefold()
    return not MONEY.isdisjoint(words.replace(".", " ").replace("us$", "usd").split())
