"""The tables of a report as proposals: named, typed, keyed, with what cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import FRONT
from lkjip_analysis.intake.document.periods import is_of_another_time
from lkjip_analysis.intake.proposal.proposal import HIGH, LOW, MIDDLE, ProposedTable
from lkjip_analysis.intake.proposal.read_columns import read_columns
from lkjip_analysis.intake.tables.csv_rows import Body, body_of, keyed
from lkjip_analysis.intake.tables.derived_types import figures_left, loses_figures, new_type
from lkjip_analysis.intake.tables.heading_rows import without_headings
from lkjip_analysis.intake.tables.keys import Names, slug
from lkjip_analysis.intake.tables.place_totals import adds_up
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.intake.tables.type_guesses import SURE, TypeGuess, type_guesses
from lkjip_analysis.language import worded
from lkjip_analysis.report.row_levels import families
from lkjip_analysis.report.row_names import are_of_a_budget, total_of_all
from lkjip_analysis.report.schema import TableType

LEVEL = re.compile(r"(program|kegiatan|sub\s*kegiatan)\b", re.IGNORECASE)
CLOSE = 0.08
"""Two types whose scores lie this close are told apart by a person."""
FEW = 4
"""So many headings of other years make a table of years, which needs no remark."""


@dataclass(frozen=True)
class _Chosen:
    table: PrintedTable
    name: str
    kind: TableType
    columns: Mapping[int, str]
    body: Body
    is_new: bool
    guesses: tuple[TypeGuess, ...]
    reason: str = ""


def proposed_tables(
    tables: Sequence[PrintedTable], kinds: Mapping[str, TableType], names: Names, tahun: int
) -> tuple[ProposedTable, ...]:
    """Each table with its likeliest type; `names` learns the goals, indicators and programmes."""
    guessed = [type_guesses(table, kinds, tahun) for table in tables]
    fits = [
        bool(g)
        and not loses_figures(t, g[0].columns, g[0].kind)
        and not _holds_hidden(t, g[0].kind)
        and not _lacks_its_total(t, g[0].kind)
        and not are_of_a_budget(text for row in t.rows for text in row.texts)
        for t, g in zip(tables, guessed, strict=True)
    ]
    labels = _names(
        [
            g[0].kind.name if fit else _own_name(t, i)
            for i, (t, g, fit) in enumerate(zip(tables, guessed, fits, strict=True), 1)
        ]
    )
    chosen = [
        _known(t, n, g) if fit else _own(t, n, g)
        for t, n, g, fit in zip(tables, labels, guessed, fits, strict=True)
    ]
    # Goals first: a programme takes its number from the table that prints its goal.
    order = sorted(range(len(chosen)), key=lambda i: not _prints_goals(chosen[i]))
    made = {i: _proposed(chosen[i], names, tahun) for i in order}
    return tuple(made[i] for i in range(len(chosen)))


def _own_name(table: PrintedTable, number: int) -> str:
    is_cell = "!" in table.label  # of a sheet with several tables
    digits = "" if is_cell else "_".join(re.findall(r"\d+", table.label))
    return f"tabel_{digits}" if digits else f"tabel_{slug(table.title or 'lain')}_{number}"


def _names(wanted: Sequence[str]) -> list[str]:
    counted, seen = Counter(wanted), Counter[str]()
    names = []
    for name in wanted:
        seen[name] += 1
        names.append(f"{name}_{seen[name]}" if counted[name] > 1 else name)
    return names


def _known(table: PrintedTable, name: str, guesses: tuple[TypeGuess, ...]) -> _Chosen:
    best = guesses[0]
    body = without_headings(body_of(table, best.kind, best.columns), best.kind)
    return _Chosen(table, name, best.kind, best.columns, body, False, guesses)


def _own(table: PrintedTable, name: str, guesses: tuple[TypeGuess, ...]) -> _Chosen:
    """A type of its own, its columns called as a type does that knows a few of them."""
    near = guesses[0] if guesses else None
    kind, columns = new_type(table, name, near.columns if near else None)
    lost = (
        worded("jenis {name} tidak memuat semua kolom angkanya; ", name=near.kind.name)
        if near
        else ""
    )
    if near and _holds_hidden(table, near.kind):
        lost = worded("jumlahnya mungkin memuat baris tersembunyi; ")
    elif near and _lacks_its_total(table, near.kind):
        lost = worded("jenis {name} meminta baris jumlah; ", name=near.kind.name)
    reason = worded("{lost}dibuat jenis sendiri", lost=lost) if lost else ""
    body = without_headings(body_of(table, kind, columns), kind)
    return _Chosen(table, name, kind, columns, body, True, (), reason)


def _holds_hidden(table: PrintedTable, kind: TableType) -> bool:
    """May a total, which a rule of the type tests, hold rows that are hidden and were left out?"""
    if not (table.is_partial and kind.total and any(row.is_total for row in table.rows)):
        return False
    parts = [row for row in table.rows if not (row.spans or row.is_summary)]
    return not all(adds_up(row, parts) for row in table.rows if row.is_total)


def _lacks_its_total(table: PrintedTable, kind: TableType) -> bool:
    """Does a rule of the type name the total of all rows, and the table has none?"""
    asked = any(str(rule.get("hasil", ""))[1:].split("]")[0] in kind.total for rule in kind.rules)
    rows = [row for row in table.rows if not (row.spans or row.is_mean)]
    if not asked:
        return False
    return total_of_all([row.named for row in rows], [row.is_total for row in rows]) is None


def _prints_goals(chosen: _Chosen) -> bool:
    return any(row.get("sasaran") for row in chosen.body.rows)


def _proposed(chosen: _Chosen, names: Names, tahun: int) -> ProposedTable:
    table, kind = chosen.table, chosen.kind
    rows, notes = keyed(chosen.body, kind, names)
    printed = {name for row in rows for name in row}
    columns = tuple(n for n, c in kind.columns.items() if n in printed or not c.boleh_tiada)
    blank = [n for n in columns if n not in printed]
    levels = _levels(chosen)
    notes = [*(r.words for r in table.refused), *table.notes, *notes, *_notes(chosen, blank, tahun)]
    notes += _told_levels(levels, [row[kind.kunci] for row in rows])
    headings = {name: table.heading(number) for number, name in chosen.columns.items()}
    lines = tuple(tuple(row.get(name, "") for name in columns) for row in rows)
    read = read_columns(table, chosen.body, kind, columns, lines, headings)
    notes += read.notes
    sums = [row[kind.kunci] for row, total in zip(rows, chosen.body.totals, strict=True) if total]
    notes += [*_of_another_year(table, tahun), *_of_other_times(chosen, tahun)]
    return ProposedTable(
        name=chosen.name,
        label=table.label or _placed(table.part) or chosen.name,
        title=table.title,
        part=table.part,
        kind=read.kind.with_totals(sums),
        is_new=chosen.is_new,
        sureness=_sureness(chosen, bool(read.unreadable), bool(levels)),
        reason=chosen.reason or _guessed(chosen),
        columns=columns,
        heads=tuple(headings.get(name, "") for name in columns),
        rows=lines,
        notes=tuple(notes),
        unreadable=read.unreadable,
        two_ways=read.two_ways,
        unshown=read.unshown,
        scales_asked=read.scales_asked,
        is_partial=table.is_partial,
        others=chosen.guesses[1:4],
        place=table.place,
        left_rows=chosen.body.left,
        left_columns=_left_columns(chosen),
        where=chosen.body.where,
        rounded=chosen.body.rounded,
    )


def _left_columns(chosen: _Chosen) -> tuple[tuple[str, int], ...]:
    left = {} if chosen.is_new else figures_left(chosen.table, chosen.columns)
    return tuple((head, sum(map(bool, chosen.table.column(i)))) for i, head in left.items())


def _guessed(chosen: _Chosen) -> str:
    """Why the table was taken for its type."""
    if not chosen.guesses:
        return worded("tidak mirip satu jenis tabel pun; dibuat jenis sendiri")
    return chosen.guesses[0].reason


def _of_another_year(table: PrintedTable, tahun: int) -> list[str]:
    if table.year in (None, tahun):
        return []
    told = worded("judulnya menyebut tahun {year}, bukan {tahun}", year=table.year, tahun=tahun)
    return [worded("{told}: kolomnya tidak dibaca sebagai kolom tahun ini", told=told)]


def _of_other_times(chosen: _Chosen, tahun: int) -> list[str]:
    """In a type of its own, headings of another year or of a part of this one, but for many."""
    if not chosen.is_new:
        return []
    heads = [chosen.table.heading(number) for number in chosen.columns]
    other = [head for head in heads if is_of_another_time(head, tahun)]
    told = 'kolom "{title}" bukan tentang seluruh tahun {tahun}'
    shown = other if len(other) < FEW else ()
    return [worded(told, title=head, tahun=tahun) for head in shown]


def _told_levels(levels: Sequence[str], keys: Sequence[str]) -> list[str]:
    """What to say of rows in levels: whether their keys tell which is part of which."""
    if not levels:
        return []
    told = worded("baris bertingkat ({levels})", levels=", ".join(levels))
    if families(keys):
        return [
            worded(
                "{told}: yang di bawah dihitung sebagai bagian yang di atasnya, periksa", told=told
            )
        ]
    return [
        worded(
            "{told}: jumlahnya akan terhitung ganda; pakai satu tingkat saja (kolom pakai)",
            told=told,
        )
    ]


def _notes(chosen: _Chosen, blank: Sequence[str], tahun: int) -> list[str]:
    notes = (
        [worded("kolom {blank} tidak dicetak: dikosongkan", blank=", ".join(blank))]
        if blank
        else []
    )
    unread = [
        f'"{chosen.table.heading(i)}"'
        for i in range(len(chosen.table.heads))
        if i not in chosen.columns and chosen.table.heads[i]
    ]
    other = [head for head in unread if is_of_another_time(head, tahun)]
    notes += (
        [worded("kolom {unread} tidak dipakai jenis ini", unread=", ".join(unread))]
        if unread
        else []
    )
    if other and chosen.kind.name == "capaian":
        told = (
            "agar {unread} ikut dalam tren: masukkan angkanya ke folder tahunnya, sebagai tabel "
            "berjenis pernyataan"
        )
        notes.append(worded(told, unread=", ".join(other)))
    count = len(chosen.body.left)
    notes += (
        [worded("{count} baris di luar jenis ini (lihat bawah tabel)", count=count)]
        if count
        else []
    )
    close = [g for g in chosen.guesses[1:] if chosen.guesses[0].score - g.score < CLOSE]
    notes += (
        [worded("mungkin juga: {name}", name=", ".join(g.kind.name for g in close))]
        if close
        else []
    )
    return notes


def _sureness(chosen: _Chosen, unread: bool, levels: bool) -> str:
    guesses = chosen.guesses
    if not guesses:
        return LOW
    if unread:
        return MIDDLE
    close = len(guesses) > 1 and guesses[0].score - guesses[1].score < CLOSE
    figures = [n for n in guesses[0].missing if chosen.kind.columns[n].is_number]
    sure = guesses[0].score >= SURE and not close and not figures and not levels
    return HIGH if sure else MIDDLE


def _levels(chosen: _Chosen) -> list[str]:
    """Programmes with their activities among them, in a table that adds all rows up."""
    if not chosen.kind.total:
        return []
    named = [row.get(chosen.kind.nama_baris, "") for row in chosen.body.rows]
    found = [m[0].casefold() for text in named if (m := LEVEL.match(text))]
    return list(dict.fromkeys(found)) if len(set(found)) > 1 else []


def _placed(part: str) -> str:
    """What a table without a label is called, by its part."""
    if part == FRONT:
        return f"Tabel di {part}"
    return f"Tabel {part}" if part else ""
