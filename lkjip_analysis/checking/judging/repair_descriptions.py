"""A repair as a reader sees it: each new print, the slip that has a name, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lkjip_analysis.checking.acts.act_trial import Act
from lkjip_analysis.checking.findings import shown_figures
from lkjip_analysis.checking.findings.finding import NewPrint, Remedy
from lkjip_analysis.checking.judging.lost_decimals import Finer, finer
from lkjip_analysis.checking.judging.reckoned_elsewhere import reckoned_elsewhere
from lkjip_analysis.checking.locating.allowed_prints import on_grid
from lkjip_analysis.checking.locating.loose_prints import loosened
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.slips import find_slip
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.locating.wrong_formulas import TELLING, wrong_figure, wrong_formula
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.place_names import place, quoted
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.reckoned_forward import print_of
from lkjip_analysis.rules.values import Figure, Labels, Value, Values

LETTERS = 3
"""Grades of so many letters are abbreviations."""
NARROW = 4
"""A figure known to so many units of its last digit may be told by the neighbour it equals."""


COLUMN, ROW = 'kolom "{name}" ({text})', 'baris "{name}" ({text})'
"""What a figure beside another is called."""


@dataclass(frozen=True)
class ShownRepairs:
    """How repairs of some failed rules are shown, in the dress of the figures they replace."""

    report: Report
    search: Search
    values: Values
    failed: tuple[Rule, ...]

    def remedy(self, repair: Repair) -> Remedy:
        """A repair as a reader sees it, its prints such that all its relations hold together."""
        wide = loosened(self.search, repair, self.failed)
        roots = [
            self._new_print(cell, repair.changes[cell], wide.changes[cell]) for cell in repair.roots
        ]
        proposed = {part.cell.address: point for part in roots if (point := part.proposed)}
        held = self.search.witness(wide, self.failed, proposed) or {}
        roots = [_witnessed(part, held) for part in roots]
        if repair.follows and len(roots) == 1 and roots[0].text and roots[0].witness is not None:
            wide = self.search.settled(wide, roots[0].witness, self.failed)
        sure = all(part.text for part in roots)
        follows = (self._follower(cell, wide.changes[cell], held, sure) for cell in repair.follows)
        return Remedy(tuple(roots), tuple(follows))

    def _follower(
        self, address: Address, value: Value, held: Mapping[Address, Value], sure: bool
    ) -> NewPrint:
        """What follows the roots: the print that their prints give, or how far it may lie."""
        cell, told = self.report.cell(address), held.get(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, _in_words(value, cell.text))
        prints = on_grid(value.texts, value)
        if not isinstance(told, Figure):
            return NewPrint(cell, prints, None)
        point = Fraction(told.texts.low)
        prints = prints if prints.contains(point) else prints | exactly(point)
        text = alike(cell.printed, point) if sure and cell.printed else None
        return NewPrint(cell, prints, text, witness=point)

    def _new_print(self, address: Address, value: Value, wide: Value) -> NewPrint:
        """A root's new print: the one that is reckoned or named, else bounds that hold it."""
        cell = self.report.cell(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, _in_words(value, cell.text))
        prints = on_grid(value.texts, value)
        meant = finer(cell, self.failed, self.values)
        if value.decimals != cell.decimals:  # an exchanged figure brings its decimals along
            meant = Finer(Fraction(value.texts.low), value.decimals, None)
        if meant is not None:
            return NewPrint(cell, exactly(meant.meant), meant.text(cell), meant.slip)
        point = print_of(address, self.failed, self.values.changing({address: value}))
        assert isinstance(wide, Figure)
        # One print by half-up is the figure reckoned; of several the rounding may choose another.
        loose = on_grid(wide.texts, wide)
        told = prints if prints.low == prints.high else loose
        slip, meant_by_slip = self._slip(cell, prints, told, point)
        text = shown_figures.new_text(cell, told, meant_by_slip if point is None else point)
        beside = self._beside(address, told) if text else ""
        return NewPrint(cell, loose if point is None else told, text, slip, beside=beside)

    def _beside(self, address: Address, prints: Interval) -> str:
        """Where the report prints that figure already, reckoned from the same ones."""
        found = reckoned_elsewhere(self.search.network, address, self.failed, prints)
        if found is None:
            return ""
        told = quoted(self.report.cell(found))
        return worded("{place} mencantumkan {quoted}", place=place(self.report, found), quoted=told)

    def _slip(
        self, cell: Cell, closest: Interval, prints: Interval, point: Fraction | None
    ) -> tuple[str | None, Fraction | None]:
        """The slip that made the print, and what it says was meant: `point` where reckoned.

        `closest` are the prints with every figure rounded half-up, `prints` those by any rounding.
        """
        if not prints.is_bounded or not any(sign.isdigit() for sign in cell.text):
            return None, None  # a dash for zero holds no digit that could be wrong
        if point is None and shown_figures.is_vague(prints):
            return None, None
        wrong = wrong_formula(cell.address, self.failed, self.values) or wrong_figure(
            cell.address, self.failed, self.values, self.report
        )
        if wrong:
            only = Fraction(closest.low) if closest.low == closest.high else None
            return wrong, only if point is None else point
        neighbours = list(self._neighbours(cell.address))
        if point is not None:
            prints = exactly(point)
        elif 0 < closest.high - closest.low <= NARROW * step(cell.decimals):
            near = (
                (worded("sama dengan {n}", n=n), v) for n, v in neighbours if closest.contains(v)
            )
            same = next(near, None)
            if same is not None:
                return same
        slip = find_slip(cell.point, cell.decimals, prints, neighbours)
        return (slip.words, slip.meant) if slip else (None, None)

    def _neighbours(self, address: Address) -> Iterator[tuple[str, Fraction]]:
        """Figures beside, above and below, in the same unit, that may have been taken.

        And the figure to its left in any unit, where that is the very one that is printed.
        """
        table = self.report.tables[address.table]
        unit = table.type.columns[address.column].satuan
        place = table.places[address.row]
        columns = list(table.type.columns)
        left = columns[max(columns.index(address.column) - 1, 0)]
        near = [
            (COLUMN, column.judul, Address(table.name, address.row, name))
            for name, column in table.type.columns.items()
            if name != address.column
            and (column.satuan == unit or (name == left and self._prints_alike(address, name)))
        ]
        near += [
            (ROW, table.row_name(row), address._replace(row=row))
            for row in table.keys[max(0, place - 1) : place + 2]
            if row != address.row and table.name != CLAIMS
        ]
        for told, name, where in near:
            other = table.cells.get(where)
            # Small counts are equal by chance too often to tell anything.
            if other and other.is_figure and abs(other.point) >= TELLING * step(other.decimals):
                yield worded(told, name=name, text=other.text), other.point

    def _prints_alike(self, address: Address, column: str) -> bool:
        """Does another column of its row print the same figure?"""
        other = self.report.tables[address.table].cells.get(address._replace(column=column))
        cell = self.report.cell(address)
        return bool(other and other.is_figure and cell.is_figure and other.point == cell.point)

    def act(self, act: Act) -> Remedy:
        """One act as a reader sees it: each of its cells, and what would follow them."""
        changes = act.repair.changes
        cells = tuple(self._as_it_was(cell, changes[cell]) for cell in act.repair.roots)
        follows = tuple(self._as_it_was(cell, changes[cell]) for cell in act.repair.follows)
        return Remedy(cells, follows, act.words, act.left_old)

    def _as_it_was(self, address: Address, value: Value) -> NewPrint:
        cell = self.report.cell(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, _in_words(value, cell.text))
        prints = on_grid(value.texts, value)
        if prints.low != prints.high or cell.printed is None:
            return NewPrint(cell, prints, None)
        only = Finer(Fraction(prints.low), value.decimals, None)
        is_finer = value.decimals > cell.decimals  # a comma that was lost is put back
        return NewPrint(
            cell, prints, only.text(cell) if is_finer else alike(cell.printed, only.meant)
        )


def _witnessed(part: NewPrint, held: Mapping[Address, Value]) -> NewPrint:
    """A root beside the other cells of its repair: what it would print, if that fits them."""
    value = held.get(part.cell.address)
    if not isinstance(value, Figure):
        return part
    point = Fraction(value.texts.low)
    fits = part.proposed in (point, None)
    if not fits and part.prints is not None and not part.prints.contains(point):
        return part  # printed with other decimals than the search reckons with
    if fits:
        return replace(part, witness=point)
    return replace(part, text=None, slip=None, beside="", witness=point)


def _in_words(labels: Labels, printed: str) -> str:
    """Categories as a cell would print them, in the case of what it prints."""
    cased = str.upper if printed.isupper() else str.title if printed.istitle() else str
    letters = str.upper if " " in printed else cased  # WTP beside Wajar Tanpa Pengecualian
    told = (letters(x) if len(x) <= LETTERS else cased(x) for x in sorted(labels))
    return " atau ".join(told)
