"""Achievement: targets, realisasi and capaian, printed beside computed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from math import trunc

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.joining import rerata
from lkjip_analysis.analysis.printed_means import EVERY
from lkjip_analysis.analysis.tabel import Tabel, knowing
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import capital, listed, worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import caveats, html_parts
from lkjip_analysis.pages.parts.achievement_sentences import changes, performance
from lkjip_analysis.pages.parts.mean_sentences import cap_told, means
from lkjip_analysis.pages.parts.sentence import ACHIEVEMENT_PAGE
from lkjip_analysis.pages.parts.tracing import way_of
from lkjip_analysis.pages.sections.shared import Shown, answer
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Cell

FEW = 3
"""So many indicators of the commonest formula are named beside those of others."""


def performance_answer(report: Report, verification: Verification | None = None) -> Shown:
    """The year in sentences; with the verification what is open stands beside its figures."""
    seen = caveats.beside(verification) if verification else caveats.NOTHING
    told = performance(report, seen, is_short=True), changes(report, seen), means(report, seen)
    return answer(*told, here=ACHIEVEMENT_PAGE, apart=True)


def formulas_used(report: Report) -> Shown:
    """By which formulas the capaian of this report's indicators are computed, each said once with
    the indicators that it is of."""
    kinerja = frames.kinerja(report)
    known = kinerja[kinerja["capaian_dihitung"].notna()] if len(kinerja) else kinerja
    ways = grouped((_way(report, known, str(kode)), str(kode)) for kode in known.index)
    if len(ways) == 1:
        return html_parts.text(worded("Capaian dihitung: {words}.", words=next(iter(ways))[0]))
    names = {str(kode): str(name) for kode, name in known["singkat"].items()} if ways else {}
    told = list(_of_ways(names, ways))
    return html_parts.listed(told, worded("Tidak satu pun capaian dapat dihitung."))


def _of_ways(names: Mapping[str, str], ways: Mapping[tuple[str, bool], list[str]]) -> Iterator[str]:
    """Each formula behind its indicators; that of most, where they are many, is of the rest."""
    rest = max(ways, key=lambda way: len(ways[way]), default=None)
    is_many = rest is not None and len(ways[rest]) > FEW
    for (words, falls), codes in sorted(ways.items(), key=lambda one: is_many and one[0] == rest):
        less = worded(" (makin rendah makin baik)") if falls else ""
        of = listed([names[kode] for kode in codes])
        if is_many and (words, falls) == rest:
            of = worded("Indikator lain")
        yield worded("{of}{less}, capaian: {words}", of=of, less=less, words=words)


def _way(report: Report, kinerja: pd.DataFrame, kode: str) -> tuple[str, bool]:
    """The formula of one indicator in words, and whether less of it is better."""
    told = {name: frames.shown(kinerja, kode, name) for name in ("target", "realisasi")}
    indicator = report.indicators.get(kode)
    return way_of(report, kode, told)[0], indicator is not None and indicator.arah == "turun"


def as_computed(report: Report) -> Shown:
    """How many capaian are printed as they are computed, and which are not."""
    kinerja = frames.kinerja(report)
    names = kinerja["singkat"].to_dict() if len(kinerja) else {}
    both = [
        (str(names[kode]), caveats.as_printed(float(ours), cell))
        for kode, ours in (kinerja["capaian_dihitung"].dropna().items() if len(kinerja) else ())
        if (cell := _printed_capaian(report, kinerja, kode)) is not None
    ]
    odd = [name for name, otherwise in both if otherwise]
    if not both:
        return html_parts.absent(worded("Capaian tercetak"))
    if not odd:
        told = "Ya, semua {count} capaian tercetak sama dengan yang dihitung."
        few = {1: "Ya, capaian tercetak sama dengan yang dihitung.",
               2: "Ya, kedua capaian tercetak sama dengan yang dihitung."}  # fmt: skip
        return html_parts.text(worded(few.get(len(both), told), count=number(len(both))))
    named = f": {listed(odd)}" if len(odd) <= FEW else ""
    return html_parts.text(
        worded(
            "{odd} dari {count} capaian tercetak berbeda dari yang dihitung{named}.",
            odd=number(len(odd)),
            count=number(len(both)),
            named=named,
        )
    )


def _printed_capaian(report: Report, kinerja: pd.DataFrame, kode: Hashable) -> Cell | None:
    at = kinerja.attrs["sel"].get((kode, "capaian"))
    cell = report.tables[at.table].cells[at] if at else None
    return cell if cell and cell.is_figure else None


def within_rounding(report: Report, verification: Verification) -> Shown:
    """Which capaian are printed otherwise than computed and yet right: what they are computed from
    is rounded, and leaves so much open. What rounding does not explain is a finding."""
    kinerja = frames.kinerja(report)
    failed = {cell for rule in verification.failed for cell in rule.cells}
    tested = {cell for rule in verification.rules for cell in rule.cells}
    sound = tested - failed - {cell for cell, found in verification.marks.items() if found}
    told = []
    for kode, ours in kinerja["capaian_dihitung"].dropna().items() if len(kinerja) else ():
        cell = _printed_capaian(report, kinerja, kode)
        if cell and cell.address in sound and caveats.as_printed(float(ours), cell):
            name = kinerja["singkat"].to_dict()[kode]
            printed, computed = frames.shown(kinerja, kode, "capaian"), number(float(ours), 2)
            how = worded("; dipotong, bukan dibulatkan") * _is_cut(ours, cell)
            told.append(f"{name} {printed} ({worded('dihitung')} {computed}{how})")
    if not told:
        return html_parts.absent(worded("Daftar"))
    return html_parts.text(
        worded(
            "Tidak persis sama, tetapi masih dalam batas pembulatan angka asalnya, jadi bukan "
            "temuan: {which}.",
            which="; ".join(told),
        )
    )


def _is_cut(ours: float, cell: Cell) -> bool:
    """Is a capaian printed without the digits behind its own, where rounding gives another?"""
    unit = step(max(cell.decimals, 0))
    return trunc(Fraction(ours) / unit) * unit == cell.point


def named_goals(table: Tabel, report: Report) -> Tabel:
    """Rows by sasaran with what the report calls each (`nama`)."""
    words = report.sasaran
    names = [
        f"{key}. {words[key]}" if key in words else capital(html_parts.row_name(table, key))
        for key in map(str, table.index)
    ]
    titles = {**table._known.titles, "nama": worded("Sasaran")}
    return knowing(table.assign(nama=names), replace(table._known, nama="nama", titles=titles))


def as_averaged(report: Report, indicators: Tabel) -> Tabel:
    """The indicators with their capaian (`capaian_dihitung`) as it counts in the means of the year:
    cut down where the report does so for its own mean."""
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return indicators
    counted = frames.yang_dirata_rata(kinerja).reindex(indicators.index)
    return knowing(indicators.assign(capaian_dihitung=counted), indicators._known)


def cap_in_means(report: Report) -> Shown:
    """What each capaian is cut down to in the means, and the mean of the year without that."""
    told = cap_told(frames.kinerja(report))
    if not told:
        return html_parts.absent(worded("Batas capaian"))
    return html_parts.text(worded("Rata-rata ini dihitung menurut cara laporan: {cap}.", cap=told))


def mean_of_year(report: Report, indicators: Tabel, goals: Tabel) -> Tabel:
    """The mean capaian of the year, one row: of the indicators (`capaian_dihitung`) where the
    report's own is, else of the means (`rerata`) of its sasaran."""
    if frames.is_mean_of_indicators(frames.kinerja(report)):
        return rerata(indicators, kolom={"capaian_dihitung": "rerata"}, nama=html_parts.EVERYTHING)
    return rerata(goals, nama=html_parts.EVERYTHING)


def beside_printed_means(computed: Tabel, verification: Verification) -> Tabel:
    """Means of capaian (`rerata`, percent, by sasaran and of all) with what the report calls each
    sasaran, and the mean that it prints itself (`tercetak`), where it prints any."""
    cells = _printed(computed, caveats.beside(verification).means)
    named = named_goals(computed, verification.report)
    if cells:
        named["tercetak"] = [
            float(cells[key].point) if key in cells else float("nan") for key in computed.index
        ]
    kept = {
        **named._known.kept,
        "sel": Kept({(key, "tercetak"): cell.address for key, cell in cells.items()}),
        "desimal": Kept({(key, "tercetak"): max(cell.decimals, 0) for key, cell in cells.items()}),
    }
    printed_in = [verification.report.tables[cell.address.table].label for cell in cells.values()]
    label = ", ".join(dict.fromkeys([*computed._known.label.split(", "), *printed_in]))
    return knowing(named, replace(named._known, label=label, kept=kept))


def _printed(computed: Tabel, means: Mapping[str, tuple[Cell, ...]]) -> dict[str, Cell]:
    """The cell that prints each mean: of several the one that prints another figure than ours."""
    found = dict[str, Cell]()
    for key, ours in computed["rerata"].items():
        name = EVERY if key == html_parts.EVERYTHING else str(key)
        cells = [cell for cell in means.get(name, ()) if cell.is_figure]
        odd = [cell for cell in cells if caveats.as_printed(float(ours), cell)]
        if cells:
            found[str(key)] = (odd or cells)[0]
    return found
