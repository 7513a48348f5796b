"""The direction and formula that printed capaian tell, for a workbook that declares none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.document.printed_capaian import Way, way_of, way_of_range
from lkjip_analysis.intake.excel.filled_table import Filled
from lkjip_analysis.intake.excel.settings import Row
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Arah, Rumus
from lkjip_analysis.numbers.printed import Printed, Unreadable, read
from lkjip_analysis.numbers.ranges import Span, read_span, read_target
from lkjip_analysis.report.declaration import Told
from lkjip_analysis.report.grades import is_word
from lkjip_analysis.report.indicator_columns import MEASURED

Figures = tuple[Printed | Span, Printed, Printed]


def proposed(tables: Sequence[Filled], told: Mapping[str, str]) -> dict[str, Row]:
    """The indicators of the achievement tables, each as its printed capaian was computed.

    `told` are directions that the user gives. Rows without figures need none.

    Raises: InputError naming each indicator whose capaian no formula gives.
    """
    found: dict[str, Row] = {}
    problems: list[Problem] = []
    for table in (table for table in tables if table.type.name == "capaian"):
        for key in in_words(table):
            found[key] = _indicator(table, key, _told(told.get(key, "naik")))
        rows = dict(_figures(table))
        ways = {key: _way(told.get(key), row, table.rounded(key)) for key, row in rows.items()}
        odd = _odd_caps(ways, rows)
        for key, way in ways.items():
            if way is None:
                problems.append(_unknown(table, key, rows[key][0]))
            elif key in odd and key not in told:
                problems.append(_odd_cap(table, key, odd[key]))
            else:
                found[key] = _indicator(table, key, _told(told[key]) if key in odd else way)
    if problems:
        raise InputError(problems)
    return found


def in_words(table: Filled) -> list[str]:
    """The rows whose target or realisasi is a word: a better grade is more, whatever it is of."""
    if table.type.name != "capaian":
        return []
    return [key for key in table.keys if any(is_word(table.text(key, n)) for n in MEASURED)]


def _way(word: str | None, figures: Figures, stored: Sequence[str]) -> Way | None:
    """As a person says, cut off or rounded as the print tells; else only as the print tells."""
    told, plain = _told(word) if word else None, word is None
    target, got, shown = figures
    if isinstance(target, Span):
        return way_of_range(target, got, shown, 1, told) or told
    return way_of(target, got, shown, 1, plain, told, stored) or told


def _odd_caps(ways: Mapping[str, Way | None], rows: Mapping[str, Figures]) -> dict[str, int]:
    """The rows that seem cut off at a figure above which more rows are printed than are cut off
    there, each with how many these are."""
    known = {key: way for key, way in ways.items() if way}
    caps = Counter(way.maksimum for way in known.values() if way.maksimum)
    above = {
        cap: sum(Fraction(shown.value or 0) > Fraction(cap) for _, _, shown in rows.values())
        for cap in caps
    }
    return {
        key: above[way.maksimum]
        for key, way in known.items()
        if way.maksimum and above[way.maksimum] > caps[way.maksimum]
    }


def _told(word: str) -> Way:
    """Direction and formula as typed: `turun`, or `turun:T/R`."""
    arah, _, rumus = word.partition(":")
    return Way(cast(Arah, arah), cast(Rumus, rumus))


def _figures(table: Filled) -> Iterator[tuple[str, Figures]]:
    """Target, realisasi and capaian of each row that prints all three."""
    left = set(table.summaries)
    for key in table.keys:
        if key in left:
            continue
        try:
            target = _span(table, key) or _read(table, key, "target")
            realisasi, reached = (_read(table, key, name) for name in ("realisasi", "capaian"))
        except Unreadable:
            continue  # it is told with its cell when the whole folder is read
        if realisasi.value is None or reached.value is None:
            continue
        if isinstance(target, Span) or target.value is not None:
            yield key, (target, realisasi, reached)


def _span(table: Filled, key: str) -> Span | None:
    """A target from one figure to another."""
    return read_span(
        table.text(key, "target"), table.type.columns["target"].gaya, _units(table, key, "target")
    )


def _read(table: Filled, key: str, name: str) -> Printed:
    column = table.type.columns[name]
    reader = read_target if column.bentuk == "target" else read
    return reader(table.text(key, name), column.gaya, column.strip, _units(table, key, name))


def _units(table: Filled, key: str, name: str) -> tuple[str, ...]:
    """The units that a figure may name: those of its column, and that of its row."""
    unit = " ".join(table.text(key, "satuan").split())
    return (*table.type.columns[name].satuan_tercetak, *([unit] if unit else []))


def _unknown(table: Filled, key: str, target: Printed | Span) -> Problem:
    name = table.text(key, table.type.nama_baris)
    told = phrase('the indicator "{name}", whose capaian no formula gives', name=name)
    remedy = phrase("Say which with --arah {key}=naik or --arah {key}=turun.", key=key)
    column = "capaian"
    if isinstance(target, Span):
        column = "target"
        told = phrase(
            'the indicator "{name}", whose capaian no formula gives from the range "{target}"',
            name=name,
            target=table.text(key, column),
        )
    return _problem(table, key, column, told, remedy)


def _odd_cap(table: Filled, key: str, above: int) -> Problem:
    """A capaian that seems cut off where others are not: a slip, or a cap of its own?"""
    told = phrase(
        'the indicator "{name}", whose capaian "{capaian}" would be cut off, as {above} others '
        "above it are not",
        name=table.text(key, table.type.nama_baris),
        capaian=table.text(key, "capaian"),
        above=above,
    )
    remedy = phrase(
        "Correct the cell if it was typed wrongly; printed so, repeat with --arah {key}=naik: it "
        "is then tested without a cap.",
        key=key,
    )
    return _problem(table, key, "capaian", told, remedy)


def _problem(table: Filled, key: str, column: str, told: str, remedy: str) -> Problem:
    place = table.place(table.line(key), column)
    file = table.found.sheet.file
    return Problem(file, told, "arah naik or turun", remedy, column=place)


def _indicator(table: Filled, key: str, way: Way) -> Row:
    place = table.place(table.line(key), table.type.nama_baris)
    texts = {"nama": table.text(key, table.type.nama_baris), "satuan": table.text(key, "satuan"),
             "arah": way.arah, "rumus": way.rumus, "maksimum": way.maksimum,
             "minimum": way.minimum, "presisi_target": way.presisi_target}  # fmt: skip
    return {name: Told(text, place) for name, text in texts.items() if text}


def said(tables: Sequence[Filled], proposed: Mapping[str, Row]) -> Iterator[str]:
    """What is told of the indicators: whose figures are words, and how capaian was computed."""
    words = set[str]()
    for table in tables:
        for key in in_words(table):
            words.add(key)
            yield phrase(
                '  {kode}: dibaca sebagai kata, bukan angka: target "{target}", '
                'realisasi "{realisasi}"',
                kode=key,
                target=table.text(key, "target"),
                realisasi=table.text(key, "realisasi"),
            )
    for kode, row in proposed.items():
        if kode not in words:
            yield _way_said(kode, row)


def _way_said(kode: str, row: Row) -> str:
    cap = ""
    if "maksimum" in row:
        cap += phrase(", dibatasi paling tinggi {maksimum}", maksimum=row["maksimum"])
    cap += phrase(", tidak kurang dari 0") if "minimum" in row else ""
    cap += phrase(", target dibulatkan sebelum dicetak") if "presisi_target" in row else ""
    usual = "R/T" if str(row["arah"]) == "naik" else "(2T-R)/T"
    rumus = str(row.get("rumus", "")) or usual
    return phrase(
        "  {kode}: {nama}: arah {arah}, rumus {rumus}{cap}",
        kode=kode,
        nama=row["nama"],
        arah=row["arah"],
        rumus=rumus,
        cap=cap,
    )
