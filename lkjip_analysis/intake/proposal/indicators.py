"""The indicators that a report measures, with the direction and precision that its print tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from lkjip_analysis.intake.document.printed_capaian import (
    PLAIN,
    Way,
    rounded_way,
    slipped_way,
    way_of,
    way_of_range,
)
from lkjip_analysis.intake.proposal.proposal import ProposedIndicator, ProposedTable
from lkjip_analysis.intake.proposal.spots import Cells, Spot, cells_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.ranges import Span, read_span

COUNTED = re.compile(r"\(?(unit|orang|buah|dokumen|kasus|desa|koperasi|pasar|kali|bulan)\)?", re.I)
MEASURED = re.compile(
    r"\b(indeks|nilai|skor|persen\w*|prosen\w*|rasio|tingkat|rata|rerata|angka|umur|usia|laju|"
    r"opini|predikat|waktu\s+t\w+|lama|luas|panjang|volume|produktivitas)\b",
    re.IGNORECASE,
)
"""What is measured, not counted: a whole number may have been rounded."""
FEWEST_EXACT = 3
"""So many rows must compute exactly: one or two do so by accident though they were rounded."""


def proposed_indicators(
    tables: Sequence[ProposedTable], spots: Sequence[Spot]
) -> tuple[ProposedIndicator, ...]:
    """The indicators that are measured, with the direction that their own capaian tells."""
    cells = cells_of(spots)
    found: dict[str, ProposedIndicator] = {}
    telling: dict[str, int] = {}
    for table in tables:
        exact, stored = _counts_exactly(table, cells), _stored(table)
        for key, row in _measured(table):
            tells = _tells(table, key, cells)
            if tells > telling.get(key, -1):
                found[key] = _indicator(table, key, row, cells, exact, stored.get(key, ()))
                telling[key] = tells
    return tuple(found.values())


def _tells(table: ProposedTable, key: str, cells: Cells) -> int:
    """How much a row tells of its direction: nothing without all three figures, most where the
    plain formula gives its capaian, as no accident of another one does."""
    columns = ("target", "realisasi", "capaian")
    target, realisasi, shown = (cells.get((table.name, key, name)) for name in columns)
    if not (target and realisasi and shown):
        return 0
    way = way_of(target.printed, realisasi.printed, shown.printed, steps=2)
    is_plain = way is not None and way.is_plain and way.arah == "naik"
    return 2 if is_plain and target.value != realisasi.value else 1


def _measured(table: ProposedTable) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of indicators that a table measures; a row cut off from its name is none."""
    if {"target", "realisasi", "capaian", "indikator"} <= set(table.columns):
        for row in table.rows:
            told = dict(zip(table.columns, row, strict=True))
            key = told[table.kind.kunci]
            if told["indikator"].strip() and key not in table.kind.total:
                yield key, told


def _counts_exactly(table: ProposedTable, cells: Cells) -> bool:
    """Do the figures of so many rows give their printed capaian that none of them was rounded?"""
    told = [
        [cells.get((table.name, key, n)) for n in ("target", "realisasi", "capaian")]
        for key, _ in _measured(table)
    ]
    rows = [(t, r, c) for t, r, c in told if t and r and c and t.value != r.value]
    ways = [way_of(t.printed, r.printed, c.printed, steps=1) for t, r, c in rows]
    kept = sum(way is not None and way.is_plain for way in ways)
    return kept >= FEWEST_EXACT and 3 * kept >= 2 * len(rows)


def _stored(table: ProposedTable) -> Mapping[str, Collection[str]]:
    """The columns of each row of which the workbook stores more digits than it shows."""
    keys = table.keys
    return grouped((keys[number], name) for number, name in table.rounded)


def _indicator(
    table: ProposedTable,
    key: str,
    told: Mapping[str, str],
    cells: Cells,
    counts: bool,
    stored: Collection[str],
) -> ProposedIndicator:
    whole_name = told["indikator"].strip()
    nama = re.sub(r"\s*\((%|US ?\$|unit|orang|[^()]{1,12})\)\s*$", "", whole_name) or whole_name
    realisasi = cells.get((table.name, key, "realisasi"))
    unit = told.get("satuan") or (realisasi.printed.unit if realisasi else "")
    behind = re.search(r"\(([^()]{1,12})\)\s*$", told["indikator"])
    unit = unit or (behind[1] if behind else "") or (realisasi.unit if realisasi else "")
    satuan = "persen" if unit in ("%", "persen") else unit
    whole = realisasi is not None and realisasi.printed.decimals == 0
    counts = counts and satuan != "persen" and not MEASURED.search(nama)
    exact = whole and (counts or bool(COUNTED.fullmatch(satuan))) and "realisasi" not in stored
    target, shown = (cells.get((table.name, key, n)) for n in ("target", "capaian"))
    column = table.kind.columns["target"]
    span = read_span(told["target"], column.gaya, (*column.satuan_tercetak, satuan))
    if span and realisasi and shown:
        way, reason = _way_of_range(span, realisasi, shown)
    else:
        way, reason = _way(target, realisasi, shown, exact, stored)
    return ProposedIndicator(
        key,
        nama,
        satuan,
        way.arah,
        way.rumus,
        "eksak" if exact else "bulat",
        reason,
        way.maksimum,
        way.minimum,
        way.presisi_target,
    )


def _way_of_range(span: Span, realisasi: Spot, shown: Spot) -> tuple[Way, str]:
    """The direction of a target from one figure to another; `naik` where the print tells none."""
    way = way_of_range(span, realisasi.printed, shown.printed, steps=2)
    if way is None:
        return PLAIN, worded("capaian tercetak tidak sesuai satu rumus pun: periksa arahnya")
    return way, worded("target berupa rentang: periksa arahnya")


def _way(
    target: Spot | None,
    realisasi: Spot | None,
    shown: Spot | None,
    exact: bool,
    stored: Collection[str],
) -> tuple[Way, str]:
    """The direction and formula that give the printed capaian; `naik` where none does."""
    if target is None or realisasi is None or shown is None:
        return PLAIN, worded("target, realisasi atau capaian tidak berangka: periksa arahnya")
    if target.value == realisasi.value:
        return PLAIN, worded("target dan realisasi sama: capaian tidak menunjukkan arah, periksa")
    way = way_of(target.printed, realisasi.printed, shown.printed, steps=2, stored=stored)
    if way is None and not exact:
        way = rounded_way(target.printed, realisasi.printed, shown.printed)
        if way:
            rounded = worded("bila realisasinya dibulatkan ke bilangan bulat: periksa")
            return way, worded(
                "capaian tercetak sesuai rumus {rumus} {rounded}", rumus=way.rumus, rounded=rounded
            )
    if way is None:
        way = slipped_way(target.printed, realisasi.printed, shown.printed) or PLAIN
        return way, worded("capaian tercetak tidak sesuai satu rumus pun: periksa arahnya")
    if way.maksimum or way.minimum:
        cut = worded("tampaknya dipotong pada {edge}: periksa", edge=way.maksimum or way.minimum)
        return way, worded("capaian tercetak menurut rumus {rumus} {cut}", rumus=way.rumus, cut=cut)
    if way.presisi_target:
        rounded = worded("bila target dan realisasi dibulatkan sebelum dicetak: periksa")
        return way, worded(
            "capaian tercetak sesuai rumus {rumus} {rounded}", rumus=way.rumus, rounded=rounded
        )
    return way, worded("capaian tercetak sesuai rumus {rumus}", rumus=way.rumus)
