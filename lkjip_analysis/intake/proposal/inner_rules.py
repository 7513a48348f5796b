"""Rules inside one table that its headings and figures suggest: total and mean rows, columns that
add up others, percent columns, difference columns.

A relation is proposed where the print says it ("Jumlah", "Rata-rata", "Sisa") or where most rows
keep it; nothing is proposed because a single row happens to fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from lkjip_analysis.intake.proposal.candidates import Spot
from lkjip_analysis.intake.proposal.proposal import HIGH, MIDDLE, ProposedRule, ProposedTable
from lkjip_analysis.intake.proposal.rows import MEAN, TOTAL
from lkjip_analysis.report.row_names import is_total_name

LEVELS = re.compile(r"\W*(program|kegiatan|sub\s*kegiatan|sub\s*urusan|urusan)\b", re.IGNORECASE)
REST = re.compile(r"sisa|selisih|gap|deviasi|silpa|lebih|kurang|efisiensi|belum", re.IGNORECASE)
MOST = Fraction(3, 5)
"""A relation that so many rows keep is meant by the table."""
BESIDE = 7
"""What a column is computed from stands at most so many columns beside it."""
Row = Mapping[str, Spot]


@dataclass(frozen=True)
class Grid:
    """The figures of one table by row and column, its sums told from its rows."""

    table: ProposedTable
    rows: Mapping[str, Row]
    sums: Mapping[str, Row]
    order: tuple[str, ...]

    def columns(self, percent: bool | None = None) -> list[str]:
        """The columns of figures in their order; of shares only, or of anything else."""
        kind = self.table.kind
        names = [n for n in self.table.columns if kind.columns[n].is_number]
        return [n for n in names if percent is None or self.is_percent(n) == percent]

    def is_percent(self, column: str) -> bool:
        head = self.table.heads[self.table.columns.index(column)]
        return self.table.kind.columns[column].satuan == "persen" or "%" in head

    def head(self, column: str) -> str:
        return self.table.heads[self.table.columns.index(column)]


def inner_rules(
    table: ProposedTable, cells: Mapping[tuple[str, str, str], Spot]
) -> Iterator[ProposedRule]:
    """The rules inside a table that its type does not have already."""
    grid = _grid(table, cells)
    yield from _summary_rows(grid)
    if table.is_new and grid.rows:
        yield from _total_columns(grid)
        yield from _percent_columns(grid)
        yield from _difference_columns(grid)


def _grid(table: ProposedTable, cells: Mapping[tuple[str, str, str], Spot]) -> Grid:
    place = table.columns.index(table.kind.kunci)
    keys = tuple(row[place] for row in table.rows)
    told = {key: {c: spot for c in table.columns if (spot := cells.get((table.name, key, c)))}
            for key in keys}  # fmt: skip
    sums = {key: row for key, row in told.items() if key in table.kind.total}
    return Grid(table, {k: r for k, r in told.items() if k not in sums}, sums, keys)


def _summary_rows(grid: Grid) -> Iterator[ProposedRule]:
    """A row that calls itself a total or a mean, over the rows above it since the last one."""
    known = any(rule["jenis"] == "bertingkat" for rule in grid.table.kind.rules)
    since: list[str] = []
    for key in grid.order:
        if key not in grid.sums:
            since.append(key)
            continue
        kind = MEAN if re.fullmatch(rf"{MEAN}(_\d+)?", key) else TOTAL
        if not (known and kind == TOTAL):
            yield from _summary_row(grid, key, kind, since)
        following = grid.order[grid.order.index(key) + 1 :]
        since = since if following and following[0] in grid.sums else []


def _summary_row(grid: Grid, key: str, kind: str, since: Sequence[str]) -> Iterator[ProposedRule]:
    parts = _parts(grid, key, kind, since)
    if kind == TOTAL and _is_nested(grid, parts) and not _any_sum(grid, key, kind, parts):
        return
    for column in grid.columns():
        told = [k for k in parts if column in grid.rows[k]]
        if column not in grid.sums[key] or len(told) < 2:
            continue
        holds = _sums_to(grid, key, column, kind, told)
        if not holds and (_is_share_of_sums(grid, key, column, kind) or _is_capped(
                grid, key, column, kind, told)):  # fmt: skip
            continue
        cells = [f"{grid.table.name}[{k}].{column}" for k in told]
        whole = len(parts) == len(grid.rows)
        bagian = f"{grid.table.name}[*].{column}" if whole else " + ".join(cells)
        yield ProposedRule(
            f"{kind}_{grid.table.name}_{key}_{column}", kind,
            f"hasil={grid.table.name}[{key}].{column}; bagian={bagian}", "tercetak",
            f"{grid.table.label}: baris ini menyebut diri {_said(kind)} {len(told)} baris", HIGH,
        )  # fmt: skip


def _said(kind: str) -> str:
    return "jumlah" if kind == TOTAL else "rata-rata"


def _parts(grid: Grid, key: str, kind: str, since: Sequence[str]) -> list[str]:
    """The rows that it sums up: those since the last sum, or all where only all fit."""
    alike = [k for k in grid.sums if k.startswith(kind)]
    every = list(grid.rows)
    if len(alike) == 1 or not since:
        return every
    last = key == alike[-1]
    return every if last and _any_sum(grid, key, kind, every) else list(since)


def _any_sum(grid: Grid, key: str, kind: str, parts: Sequence[str]) -> bool:
    told = {c: [k for k in parts if c in grid.rows[k]] for c in grid.columns()}
    return any(c in grid.sums[key] and grid.sums[key][c].value and len(rows) > 1
               and _sums_to(grid, key, c, kind, rows)
               for c, rows in told.items())  # fmt: skip


def _sums_to(grid: Grid, key: str, column: str, kind: str, rows: Sequence[str]) -> bool:
    spots = [grid.rows[k][column] for k in rows]
    whole = sum((spot.value for spot in spots), Fraction(0))
    value = whole / len(spots) if kind == MEAN else whole
    return _near(grid.sums[key][column], value, spots)


def _near(shown: Spot, value: Fraction, parts: Sequence[Spot]) -> bool:
    """Does a value agree with a print, each part within half a unit of its last digit?"""
    slack = shown.printed.step + sum((p.printed.step / 2 for p in parts if p.printed.decimals > 0),
                                     Fraction(0))  # fmt: skip
    exact = shown.printed.decimals <= 0 and all(p.printed.decimals <= 0 for p in parts)
    return abs(shown.value - value) <= (Fraction(1, 2) if exact else slack)


def _is_share_of_sums(grid: Grid, key: str, column: str, kind: str) -> bool:
    """The share of a total row is rather the share of its totals than their sum."""
    return kind == TOTAL and grid.is_percent(column)


def _is_capped(grid: Grid, key: str, column: str, kind: str, rows: Sequence[str]) -> bool:
    """A mean of achievements that are cut off at 100 or 120 is no mean of the print."""
    if kind != MEAN:
        return False
    values = [grid.rows[k][column].value for k in rows]
    spots = [grid.rows[k][column] for k in rows]
    means = (sum((min(v, Fraction(cap)) for v in values), Fraction(0)) / len(values)
             for cap in (100, 120))  # fmt: skip
    return any(_near(grid.sums[key][column], mean, spots) for mean in means)


def _is_nested(grid: Grid, parts: Sequence[str]) -> bool:
    """Do rows stand for parts of other rows: a programme, its activities?"""
    names = [grid.table.columns.index(grid.table.kind.nama_baris)]
    place = grid.table.columns.index(grid.table.kind.kunci)
    called = [row[i] for row in grid.table.rows if row[place] in parts for i in names]
    levels = {match[1].casefold() for text in called if (match := LEVELS.match(text))}
    keys = set(parts)
    coded = any(part.rpartition(".")[0] in keys for part in parts)
    return len(levels) > 1 or coded


def _kept(grid: Grid, columns: Sequence[str], holds: Callable[[Row], bool]) -> tuple[int, int]:
    """In how many rows a relation of these columns holds, and how many have them all."""
    full = [row for row in grid.rows.values() if all(c in row for c in columns)]
    return sum(holds(row) for row in full), len(full)


def _is_meant(kept: int, of: int, told: bool) -> bool:
    return kept >= MOST * of and (kept >= 2 or (told and kept == of == 1))


def _rule(
    grid: Grid, name: str, jenis: str, sel: str, why: str, sure: str, result: str
) -> ProposedRule:
    rows = "|".join(["*", *(k for k, row in grid.sums.items() if result in row and
                            not re.fullmatch(rf"{MEAN}(_\d+)?", k))])  # fmt: skip
    return ProposedRule(
        f"{name}_{grid.table.name}_{result}", jenis,
        f"tabel={grid.table.name}; baris={rows}; {sel}", "tercetak",
        f"{grid.table.label}: {why}", sure,
    )  # fmt: skip


def _total_columns(grid: Grid) -> Iterator[ProposedRule]:
    """A column headed Jumlah adds up the columns to its left, back to the one before."""
    before: list[str] = []
    for column in grid.columns(percent=False):
        if not is_total_name(_last(grid.head(column))) or len(before) < 2:
            before.append(column)
            continue
        runs = [before[i:] for i in range(len(before) - 1)]
        counted = [_kept(grid, [*run, column], _adds(run, column)) for run in runs]
        best = max(range(len(runs)), key=lambda i: (counted[i][0], len(runs[i])))
        sel = f"hasil=.{column}; bagian={' + '.join(f'.{c}' for c in runs[best])}"
        kept, of = counted[best]
        why = f"{column} berjudul jumlah; cocok di {kept} dari {of} baris"
        sure = HIGH if of and kept >= MOST * of else MIDDLE
        if kept or _alike(grid, [*runs[best], column]):
            yield _rule(grid, "jumlah", "jumlah", sel, why, sure, column)
        before = []


def _alike(grid: Grid, columns: Sequence[str]) -> bool:
    """Columns printed alike may well be counts of one thing."""
    kinds = {(grid.table.kind.columns[c].satuan, grid.table.kind.columns[c].presisi)
             for c in columns}  # fmt: skip
    return len(kinds) == 1


def _last(head: str) -> str:
    words = head.split()
    return words[-1] if words else ""


def _adds(parts: Sequence[str], result: str) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        spots = [row[c] for c in parts]
        return _near(row[result], sum((s.value for s in spots), Fraction(0)), spots)

    return holds


def _percent_columns(grid: Grid) -> Iterator[ProposedRule]:
    """A column of shares: one column in percent of another."""
    plain = grid.columns(percent=False)
    shares = [c for c in grid.columns() if grid.is_percent(c) or _is_share(grid.head(c))]
    for column in shares:
        pairs = list(permutations(_near_columns(grid, plain, column), 2))
        counted = [_kept(grid, [column, a, b], _divides(column, a, b)) for a, b in pairs]
        if not pairs:
            continue
        best = max(range(len(pairs)), key=lambda i: (counted[i][0], -counted[i][1]))
        kept, of = counted[best]
        if _is_meant(kept, of, True):
            part, whole = pairs[best]
            sel = f"hasil=.{column}; pembilang=.{part}; penyebut=.{whole}"
            why = f"{column} adalah {part} dalam persen {whole}; cocok di {kept} dari {of} baris"
            yield _rule(grid, "persen", "rasio", sel, why, HIGH, column)


def _near_columns(grid: Grid, plain: Sequence[str], column: str) -> list[str]:
    """The columns from which a column may be computed: those beside it, filled as often."""
    place = grid.table.columns.index
    filled = {c: sum(c in row for row in grid.rows.values()) for c in (*plain, column)}
    return [c for c in plain if c != column and abs(place(c) - place(column)) <= BESIDE
            and 2 * filled[c] >= filled[column]]  # fmt: skip


def _is_share(head: str) -> bool:
    return bool(re.search(r"persen|serapan|capaian|tingkat|rasio|proporsi", head, re.IGNORECASE))


def _divides(result: str, part: str, whole: str) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        if not row[whole].value:
            return False
        value = 100 * row[part].value / row[whole].value
        return abs(row[result].value - value) <= row[result].printed.step

    return holds


def _difference_columns(grid: Grid) -> Iterator[ProposedRule]:
    """A column headed Sisa or Selisih: one column less another."""
    plain = grid.columns()
    for column in plain:
        if not REST.search(grid.head(column)):
            continue
        pairs = list(permutations(_near_columns(grid, plain, column), 2))
        counted = [_kept(grid, [column, a, b], _subtracts(column, a, b)) for a, b in pairs]
        best = max(range(len(pairs)), key=lambda i: counted[i][0], default=None)
        if best is not None and _is_meant(*counted[best], True):
            whole, part = pairs[best]
            kept, of = counted[best]
            sel = f"hasil=.{column}; dari=.{whole}; kurang=.{part}"
            why = f"{column} adalah {whole} dikurangi {part}; cocok di {kept} dari {of} baris"
            yield _rule(grid, "selisih", "selisih", sel, why, HIGH, column)


def _subtracts(result: str, whole: str, part: str) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        return _near(row[result], row[whole].value - row[part].value, [row[whole], row[part]])

    return holds
