"""A table type of its own for a table that fits none, made from its headings and cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.changed_budgets import FIRST_BUDGET
from lkjip_analysis.intake.document.figure_like import is_code, is_figure_like
from lkjip_analysis.intake.document.note_marks import without_mark
from lkjip_analysis.intake.tables.csv_rows import TOTAL
from lkjip_analysis.intake.tables.keys import SHARED, slug
from lkjip_analysis.intake.tables.outline_numbers import coded_columns
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.intake.tables.printed_units import printed_units
from lkjip_analysis.intake.tables.quotient_heads import RATED, quotient_head
from lkjip_analysis.intake.tables.read_figures import unreadable
from lkjip_analysis.report.schema import Column, TableType

RECKONED = re.compile(
    r"\b(?:sisa|selisih|lebih|kurang|bertambah|berkurang|naik|turun|kenaikan|penurunan|peningkatan|"
    r"perubahan|pertumbuhan|deviasi|silpa|proporsi|capaian|kemajuan|tingkat|efisiensi|persen|persentase|prosentase)\b|%",
    re.IGNORECASE,
)
"""What heads a column of figures that follow from others of their row."""
PERCENT = re.compile(r"%|\b(?:persen|persentase|prosentase|presentase)\b", re.IGNORECASE)
"""What heads a column of shares, whose figures are no counts."""
PROMISED = re.compile(r"\btarget\b", re.IGNORECASE)
NOT_PROMISED = re.compile(
    r"realisasi|capaian|serap|anggaran|keuangan|\bdana\b|belanja|fisik|kemajuan|rasio|selisih|"
    r"terhadap|dibanding|\bdari\b",
    re.IGNORECASE,
)
"""What heads a share of a target, or one that was planned from amounts of money."""
DECIMALS = re.compile(r"[.,]\d{1,2}(?![\d.,])")
"""Digits behind a mark that are no thousand, in either style."""
BOUNDS = ("tidak_melebihi",)
"""Rules that bound a figure: from them alone it cannot be reckoned."""
FEWEST = 4
"""In so many rows a relation is found that no type declares."""
GRADE = 4
"""Grades of so many letters (WTP, A, III) stand among figures where a thing is graded."""


def new_type(
    table: PrintedTable, name: str, known: Mapping[int, str] | None = None
) -> tuple[TableType, dict[int, str]]:
    """A table type of its own, made from the headings, for a table that fits none.

    `known` names columns as a type does that knows some of them only.
    """
    told = dict(known or {})
    columns: dict[str, Column] = {"kode": Column("kode", "kunci", "Kode")}
    places: dict[int, str] = dict.fromkeys(coded_columns(table)[:1], "kode")
    for number in range(len(table.heads)):
        heading = table.heading(number) or f"kolom {number + 1}"
        if number in places:
            continue
        taken = {*columns, *told.values()}
        wanted = told.get(number) or slug(heading, taken, 3)
        column = _new_column(wanted, heading, table.column(number))
        if any(number in row.rounded for row in table.rows):
            column = replace(column, presisi="bulat")
        columns[column.name] = column
        places[number] = column.name
    named = _row_name(table, columns, places)
    totals = sum(row.is_total for row in table.rows)
    total = (TOTAL,) if totals == 1 else ()  # of several, each is a row with sums of its own
    title = table.title or table.label or "Tabel"
    arti = f"Dibuat dari judul kolom tabel naskah: {title}"
    return TableType(name, title, arti, "kode", named, total, columns), places


def _row_name(table: PrintedTable, columns: Mapping[str, Column], places: Mapping[int, str]) -> str:
    """The column of words that tells the rows apart best."""
    texts = [n for n, c in columns.items() if c.tipe == "teks" and not n.startswith("no")]
    return max(texts, key=lambda n: telling(n, _texts(table, places, n)), default="kode")


def telling(name: str, texts: Iterable[str]) -> tuple[int, bool]:
    """How well a column of words tells rows apart; of two, the one that reports name rows by."""
    return len({text for text in texts if text}), name in SHARED


def loses_figures(table: PrintedTable, columns: Mapping[int, str], kind: TableType) -> bool:
    """Does a type that names these columns leave as many columns of figures unused as it reads,
    or reckon from figures that the table does not print?"""
    used = sum(kind.columns[name].is_number for name in columns.values())
    left = figures_left(table, columns)
    results = {str(rule.get("hasil", ""))[1:] for rule in kind.rules if rule["jenis"] not in BOUNDS}
    lacking = {
        name
        for name, column in kind.columns.items()
        if column.is_number
        and not column.boleh_tiada
        and name not in columns.values()
        and name not in results
    }
    reckoned = len(table.rows) >= FEWEST and any(map(RECKONED.search, left.values()))
    earlier = any(name == FIRST_BUDGET and i not in columns for i, name in table.budgets.items())
    summed = _sums_all_figures(kind)
    lost = bool(left) and (len(left) >= used or bool(lacking) or reckoned or earlier or summed)
    return lost or _lacks_ground(kind, columns, lacking)


def _sums_all_figures(kind: TableType) -> bool:
    """Does the total row of a type sum all its figures but the shares? A further column is another
    such: of staff "Formasi" or "Profesi", of a budget what was moved."""
    summed = {
        name
        for rule in kind.rules
        if rule["jenis"] == "bertingkat"
        for name in rule.get("kolom", ())
    }
    counted = {name for name, c in kind.columns.items() if c.is_number and c.satuan != "persen"}
    return bool(summed) and counted <= summed


def figures_left(table: PrintedTable, columns: Mapping[int, str]) -> dict[int, str]:
    """What heads the columns of figures that the type does not name, by their place."""
    heads = {
        number: table.heading(number)
        for number in range(len(table.heads))
        if number not in columns and table.heads[number]
    }
    return {
        number: head
        for number, head in heads.items()
        if _new_column("kolom", head, table.column(number)).is_number
    }


def _lacks_ground(kind: TableType, columns: Mapping[int, str], lacking: Collection[str]) -> bool:
    """Does the table print what a rule of the type reckons, and not from what?"""
    told = [rule for rule in kind.rules if str(rule.get("hasil", ""))[1:] in columns.values()]
    return any(
        str(text)[1:] in lacking
        for rule in told
        for role, text in rule.items()
        if role != "hasil" and str(text).startswith(".")
    )


def _texts(table: PrintedTable, places: Mapping[int, str], name: str) -> tuple[str, ...]:
    return table.column(next(number for number, called in places.items() if called == name))


def _new_column(name: str, heading: str, printed: Sequence[str]) -> Column:
    filled = [without_mark(text)[0] for text in printed if text]
    units = printed_units(filled, Column(name, "angka"))
    made = Column(name, "angka", heading, satuan_tercetak=units if len(units) <= 3 else ())
    told = [text for text in filled if any(map(str.isdigit, text))]
    figures = [text for text in told if not unreadable(text, made)]
    named = re.fullmatch(r"(?i)no\.?|nomor|tahun", heading.strip()) or is_code(heading)
    listed = bool(filled) and all(re.fullmatch(r"\(?\d{1,3}[.)]", text) for text in filled)
    if named or listed or not figures or not _mostly_figures(filled, figures):
        return Column(name, "teks", heading)
    percent = bool(PERCENT.search(heading)) or any("%" in text for text in filled)
    rated = percent or quotient_head(heading) is not None or bool(RATED.search(heading))
    promised = bool(PROMISED.search(heading)) and not NOT_PROMISED.search(heading)
    exact = (promised or not rated) and not any(DECIMALS.search(text) for text in filled)
    satuan = "persen" if percent else "rupiah" if _is_money(heading, figures) else ""
    return replace(made, satuan=satuan, presisi="eksak" if exact else "bulat")


def _mostly_figures(filled: Sequence[str], figures: Sequence[str]) -> bool:
    """Words that name missing data, and figures that a slip spoils, do not make a column words."""
    other = [text for text in filled if not is_figure_like(text)]
    words = [text for text in other if len(text) > GRADE]
    told = len(filled) - len(other) + len(words)
    return not other or (len(figures) >= 0.5 * told and 4 * len(figures) >= len(filled))


def _is_money(heading: str, figures: Sequence[str]) -> bool:
    in_cells = sum(bool(re.match(r"(?i)\s*rp", text)) for text in figures)
    return bool(re.search(r"(?i)\brp(?![^\W\d_])|rupiah", heading)) or in_cells > 0.5 * len(figures)
