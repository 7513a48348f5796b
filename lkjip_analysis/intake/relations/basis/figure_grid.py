"""A table as relations see it: its figures by row and column, its sums told from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.printed import Printed, half_step

Row = Mapping[str, Printed]
"""The figures of one row by column; a cell without a figure is not in it."""
HALF = Fraction(1, 2)
"""Half of one: by so much whole numbers that were rounded may miss, however large their unit."""


@dataclass(frozen=True)
class GridColumn:
    """A column of figures: its heading, and whether it holds shares."""

    name: str
    head: str
    is_percent: bool


@dataclass(frozen=True)
class Grid:
    """The figures of one table; `columns` in the order of print, `places` theirs in the table."""

    name: str
    label: str
    columns: tuple[GridColumn, ...]
    places: Mapping[str, int]
    rows: Mapping[str, Row]
    sums: Mapping[str, Row]
    order: tuple[str, ...]
    names: Mapping[str, str]
    """What each row is called."""
    title: str = ""
    sort: str = ""
    """What its rows are: indikator, program, or what heads the column of their names."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Cells by row and column that print a figure which was not read for sure."""
    is_partial: bool = False
    """Were rows left out of it? Then a total that misses them is no error."""
    dashed: frozenset[tuple[str, str]] = frozenset()
    """Cells by row and column that print a dash: there is nothing to add."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """The mark or number of each row that stands in a cell of its own, before its name."""
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What the other cells of words of each row print: a programme beside its indicator."""

    def marked(self, row: str) -> str:
        """What a row is called, with the mark before it: "II. Telur"."""
        mark = self.marks.get(row, "")
        sign = "." if mark.isalnum() else ""
        return f"{mark}{sign} {self.names.get(row, '')}".strip()

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """The words that each row is called by, those of one meaning as one where that makes no
        two rows alike; a row without a name is not in it."""
        told = {key: said for key in self.rows if (said := words(self.names.get(key, "")))}
        meant = {key: _meant(said) for key, said in told.items()}
        counted = Counter(meant.values())
        return {key: meant[key] if counted[meant[key]] == 1 else told[key] for key in told}

    @cached_property
    def by_telling_word(self) -> Mapping[str, tuple[str, ...]]:
        """The rows by those words of which two names that are much alike share one."""
        found = grouped((word, key) for key, told in self.called.items() for word in telling(told))
        return {word: tuple(keys) for word, keys in found.items()}

    @cached_property
    def by_word(self) -> Mapping[str, tuple[str, ...]]:
        """The rows whose names hold a word, in their order."""
        found = grouped((word, key) for key, told in self.called.items() for word in told)
        return {word: tuple(keys) for word, keys in found.items()}

    def much_alike(self, called: frozenset[str]) -> set[str]:
        """The rows that may have three quarters of their words in common with a name."""
        index = self.by_telling_word
        return {key for word in telling(called) for key in index.get(word, ())}

    def sharing(self, called: frozenset[str]) -> set[str]:
        """The rows that share a word with a name."""
        return {key for word in called for key in self.by_word.get(word, ())}

    def cell(self, row: str, column: str) -> str:
        """The address of a cell, as a rule names it."""
        return f"{self.name}[{row}].{column}"

    def cells(self, rows: Iterable[str], column: str) -> str:
        """The cells of a column as a rule names them together."""
        return " + ".join(self.cell(row, column) for row in rows)

    def printed(self, rows: Iterable[str], column: str) -> list[Printed]:
        """What those of the rows print in a column that print a figure there."""
        return [told[column] for row in rows if column in (told := self.rows[row])]

    def prints(self, row: str, column: str) -> bool:
        """Does a row print a figure there, read or not?"""
        return column in self.rows[row] or (row, column) in self.unread

    def dashes(self, column: str) -> set[str]:
        """The rows, of no sum, that print a dash there."""
        return self._dashes.get(column, set())

    @cached_property
    def _dashes(self) -> Mapping[str, set[str]]:
        found = grouped((column, row) for row, column in self.dashed if row in self.rows)
        return {column: {*rows} for column, rows in found.items()}

    def named(self, percent: bool | None = None) -> list[str]:
        """The columns in their order; of shares only, or of anything else."""
        return [c.name for c in self.columns if percent in (None, c.is_percent)]

    def column(self, name: str) -> GridColumn:
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> Mapping[str, GridColumn]:
        return {column.name: column for column in self.columns}

    @cached_property
    def filled(self) -> Mapping[str, frozenset[str]]:
        """The rows with a figure, by column."""
        found: dict[str, list[str]] = {name: [] for name in self.places}
        for key, row in self.rows.items():
            for name in row:
                found.setdefault(name, []).append(key)
        return {name: frozenset(keys) for name, keys in found.items()}

    @cached_property
    def falling(self) -> frozenset[str]:
        """The columns with a figure below nothing, whose sums may fall from row to row."""
        cells = ((name, cell) for row in self.rows.values() for name, cell in row.items())
        return frozenset(name for name, cell in cells if value(cell) < 0)

    def beside(self, name: str, others: Sequence[str], reach: int) -> list[str]:
        """Those of the columns that stand near one and are filled at least half as often."""
        near_by = [c for c in others if abs(self.places[c] - self.places[name]) <= reach]
        filled = {c: len(self.filled.get(c, ())) for c in (*near_by, name)}
        return [c for c in near_by if c != name and 2 * filled[c] >= filled[name]]


def _meant(called: frozenset[str]) -> frozenset[str]:
    """The words of a name, those that agencies write for one another as one.

    >>> sorted(_meant(frozenset({"tingkat", "penyerapan", "anggaran", "bandara"})))
    ['anggaran', 'bandara', 'persentase', 'realisasi']
    >>> sorted(_meant(frozenset({"penyerapan", "tenaga", "kerja"})))
    ['kerja', 'penyerapan', 'tenaga']
    """
    same = SHARES | SPENT if "anggaran" in called else SHARES
    return frozenset(same.get(word, word) for word in called)


SHARES = dict.fromkeys(("tingkat", "persen", "prosentase", "presentase"), "persentase")
SPENT = dict.fromkeys(("serapan", "penyerapan"), "realisasi")
"""Of a budget what was absorbed is what was spent."""


@lru_cache(maxsize=50_000)
def telling(called: frozenset[str]) -> tuple[str, ...]:
    """The first words of a name, long ones first, so many that a name much like it has one too.

    Two sets that share three quarters of their words share three fifths of each.
    """
    kept = len(called) - -(-3 * len(called) // 5) + 1
    return tuple(sorted(called, key=lambda word: (-len(word), word))[:kept])


def value(printed: Printed) -> Fraction:
    """The value of a figure that has one: a grid holds no others."""
    assert printed.value is not None
    return printed.value


def whole_of(cells: Iterable[Printed]) -> Fraction:
    """What figures come to together."""
    return sum(map(value, cells), Fraction(0))


def near(shown: Printed, told: Fraction, parts: Sequence[Printed]) -> bool:
    """Does a value agree with a print, each part within half a unit of its last digit?"""
    missing = value(shown) - told
    return not missing or abs(missing) <= room(shown, parts)


def room(shown: Printed, parts: Iterable[Printed]) -> Fraction:
    """How far a value that its parts come to may lie from its print."""
    rounded = [part.decimals for part in parts if part.decimals > 0]
    if shown.decimals <= 0 and not rounded:
        return HALF
    return shown.step + sum(map(half_step, rounded), Fraction(0))
