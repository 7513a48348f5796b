"""Between years and documents: this report's figures against those of the agency's other years.

Only figures of different documents are compared: a number that one document repeats is no
second witness. What is found belongs to a report only while the other year's folder is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Lists, NewPrint, Remedy, Told
from lkjip_analysis.checking.judging.borne_out import BETWEEN_YEARS
from lkjip_analysis.checking.judging.evidence import of_later_reports
from lkjip_analysis.checking.observations.all_observations import observe
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.language import report_language, worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import alike, number
from lkjip_analysis.report import points
from lkjip_analysis.report.history import History, around
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.report.series import PERCENTAGES, USUAL
from lkjip_analysis.report.tables import Address

_last: list[tuple[Report, tuple[Finding, ...], str, Verification]] = []
"""What was verified last, with its outcome: the pages of one report all ask for the same."""

NEAR = 2.0
"""A figure is held against the one before it where at most so many years lie between."""


DECIDES = 2
"""A planning document or a later report is written by the same office; a press page is not."""

JUMP = "lonjakan"
"""A figure many times the one before it, without a break that is declared."""


def verified(instansi: str, tahun: int, data: Path | str | None = None) -> Verification:
    """A report verified by its own rules and against the agency's other years at hand.

    Raises: InputError with every problem of the folder.
    """
    report = load(instansi, tahun, data)
    years = BesideYears(report, around(report, data))
    beside = tuple(years.findings())
    # Read anew each time, verified anew where anything changed.
    known = report, beside, report_language()
    if not _last or _last[0][:3] != known:
        later = of_later_reports(tahun, years.same)
        found_so = verify(report, beside=beside, compared=years.compared, later=later)
        _last[:] = [(*known, found_so)]
    return _last[0][3]


def found(report: Report, history: History) -> Iterator[Finding]:
    """What the agency's other years say against figures of this report."""
    yield from BesideYears(report, history).findings()


@dataclass(frozen=True)
class BesideYears:
    """The figures of a report beside those of the agency's other years."""

    report: Report
    history: History

    def findings(self) -> Iterator[Finding]:
        """What the other years say against figures of the report."""
        mended = [point for other in self._apart_from for point in points.corrected(other)]
        for point, others in self.same:
            apart = [o for o in others if not o.agrees(point) and not _is_mended(point, o, mended)]
            if apart:
                apart.sort(key=lambda other: other.rank)
                yield disagreement(self.report, point, apart)
                yield from _turned(self.report, point, apart[0], self._told)
        yield from _copies(self.report, self.history)
        yield from _jumps(self.report, self.history, [*self._others, *self._mine])

    @property
    def compared(self) -> frozenset[Address]:
        """The figures that another document prints as well."""
        return frozenset(point.cell.address for point, _ in self.same)

    @cached_property
    def _told(self) -> frozenset[str]:
        """What is found in the report as it is printed."""
        return frozenset(finding.id for finding in observe(self.report))

    @cached_property
    def same(self) -> list[tuple[Point, list[Point]]]:
        """Each figure that another document prints too, with those prints."""
        of_key = grouped((point.key, point) for point in self._others)
        stated = grouped((p.key, (i, p)) for i, p in enumerate(self._mine) if p.is_statement)
        found = []
        for i, point in enumerate(self._mine):
            # Statements of one folder contradict one another once, not once each.
            own = stated.get(point.key, ()) if point.is_statement else ()
            beside = [other for place, other in own if place > i]
            same = [
                other
                for other in (*of_key.get(point.key, ()), *beside)
                if other.document != point.document and other.satuan == point.satuan
            ]
            if same:
                found.append((point, same))
        return found

    @cached_property
    def _mine(self) -> list[Point]:
        own = points.in_series(points.of(self.report), self.history)
        return [point for point in own if point.dari is None]

    @cached_property
    def _others(self) -> list[Point]:
        apart = self._apart_from
        return [p for o in apart for p in points.in_series(points.of(o), self.history)]

    @property
    def _apart_from(self) -> list[Report]:
        years = self.history.reports.items()
        return [other for year, other in years if year != self.report.tahun]


def _is_mended(point: Point, other: Point, mended: Sequence[Point]) -> bool:
    """Does this figure repeat the other one as it was corrected, and the correction accepted?"""
    where = other.laporan, other.cell.address
    return any((p.laporan, p.cell.address) == where and p.agrees(point) for p in mended)


def disagreement(report: Report, point: Point, apart: Sequence[Point]) -> Finding:
    """One figure in two documents: undecided between reports, a suspicion against the press."""
    where, other = point.cell.address, apart[0]
    decides = other.rank <= DECIDES and point.rank <= DECIDES
    said = worded(
        "{sumber} ({asal}) mencantumkan {wording} untuk tahun {tahun}.",
        sumber=other.sumber,
        asal=other.asal,
        wording=wording.quoted(other.cell),
        tahun=point.tahun,
    )
    held = tuple(f"{one.sumber} ({one.asal}): {wording.quoted(one.cell)}" for one in apart)
    return Finding(
        id=f"{BETWEEN_YEARS}.{where}",
        kind="angka" if decides else "dugaan",
        verdict="ambigu" if decides else None,
        source=wording.source(report, where),
        label=wording.label(report, where),
        rules=(BETWEEN_YEARS,),
        remedies=tuple(_remedies(point, apart if decides else [])),
        impact=worded("Perbandingan antar-tahun bergantung pada angka mana yang dipakai."),
        told=_told(
            report,
            point,
            worded(", tetapi "),
            said,
            ((worded("Dokumen lain"), held if len(held) > 1 else ()),),
        ),
    )


def _remedies(point: Point, decide: Sequence[Point]) -> Iterator[Remedy]:
    """Each print that a document of the office itself holds in place of this one; else none."""
    cell = point.cell
    for value in dict.fromkeys(other.nilai for other in decide if other.rank <= DECIDES):
        text = alike(cell.printed, value) if cell.printed else None
        yield Remedy((NewPrint(cell, Interval(value, value), text),))
    if not decide:
        yield Remedy((NewPrint(cell, None, None),))


def _told(report: Report, point: Point, link: str, said: str, lists: Lists = ()) -> Told:
    """What is said of a figure: what is printed there, of its year where it is another."""
    year = worded(" untuk tahun {tahun}", tahun=point.tahun) if point.tahun != report.tahun else ""
    where, printed = wording.place(report, point.cell.address), wording.written(point.cell)
    return Told(said, lists, where=where, printed=f"{printed}{year}", link=link)


def _turned(report: Report, point: Point, other: Point, known: Set[str]) -> Iterator[Finding]:
    """Sentences that hold with this report's figure and fail with the other document's."""
    text = alike(point.cell.printed, other.nilai) if point.cell.printed else other.cell.text
    swapped = report.holding([rewrite(point.cell, text)])
    for finding in observe(swapped):
        if finding.kind == "klaim" and finding.id not in known:
            told = finding.told.adding(
                worded(
                    "Dengan {other} dari {sumber} kalimat itu tidak berlaku; dengan "
                    "{printed} yang dicetak laporan ini berlaku.",
                    other=wording.quoted(other.cell),
                    sumber=other.sumber,
                    printed=wording.quoted(point.cell),
                )
            )
            yield replace(finding, id=f"{BETWEEN_YEARS}.{finding.id}", told=told)


def _copies(report: Report, history: History) -> Iterator[Finding]:
    """Figures said to be copied from a report that prints another number there."""
    for point in points.of(report):
        if point.dari is None or point.dari[0] not in history.reports:
            continue
        year, where = point.dari
        table = history.reports[year].tables.get(where.table)
        origin = table.cells.get(where) if table else None
        if origin is None or not origin.is_figure:
            told = worded(
                "disalin dari {where} laporan {year}, yang tidak ada", where=where, year=year
            )
        elif origin.point != point.nilai:
            told = worded(
                "disalin dari laporan {year}, yang mencantumkan {wording}",
                year=year,
                wording=wording.quoted(origin),
            )
        else:
            continue
        yield _noted(report, point, "salinan", f"{told}.", "kaidah")


def _jumps(report: Report, history: History, everything: Sequence[Point]) -> Iterator[Finding]:
    """A figure many times the one before it, or a fraction of it, where no break is declared."""
    series = history.series
    alike = grouped(((p.kode, p.ukuran, p.satuan), p) for p in everything)
    for point in (p for p in everything if p.laporan == report.tahun and p.dari is None):
        before = _before(point, alike[point.kode, point.ukuran, point.satuan])
        if before is None or point.ukuran in PERCENTAGES or _is_broken(history, before, point):
            continue
        usual = series[point.kode].wajar if point.kode in series else USUAL
        new, old = point.nilai, before.nilai
        if not new or not old or 1 / usual < abs(new / old) < usual:
            continue
        told = worded(
            "padahal sebelumnya {wording} ({sumber}, {label}), {times}; sebabnya tidak disebut.",
            wording=wording.quoted(before.cell),
            sumber=before.sumber,
            label=before.period.label or before.tahun,
            times=_times(new / old),
        )
        yield _noted(report, point, JUMP, told, "dugaan")


def _times(ratio: Fraction) -> str:
    """
    >>> _times(Fraction(483, 283)), _times(Fraction(250, 483))
    ('1,7 kali', '0,5 kali')
    """
    return worded("{what} kali", what=number(ratio, 1))


def _before(point: Point, alike: Sequence[Point]) -> Point | None:
    """The figure before this one in time, of another report or statement, of those `alike`.

    What is counted at a day may follow a year's count; a sum of a year follows only a year's.
    """
    near = [
        other
        for other in alike
        if 0 < point.period.position - other.period.position <= NEAR
        and (point.ukuran == "jumlah" or other.period.kind == point.period.kind == "setahun")
        and (other.laporan != point.laporan or (other.is_statement and point.is_statement))
        and other.document != point.document
    ]
    return max(near, key=lambda other: (other.period.position, -other.rank), default=None)


def _is_broken(history: History, before: Point, after: Point) -> bool:
    return any(
        b.stands_for(after.kode, after.ukuran) and before.tahun < b.tahun <= after.tahun
        for b in history.breaks
    )


def _noted(report: Report, point: Point, name: str, told: str, kind: str) -> Finding:
    where = point.cell.address
    return Finding(
        id=f"{name}.{where}",
        kind="kaidah" if kind == "kaidah" else "dugaan",
        source=wording.source(report, where),
        label=wording.label(report, where),
        rules=(name,),
        remedies=(Remedy((NewPrint(point.cell, None, None),)),),
        impact=worded(
            "Perbandingan antar-tahun hanya berarti bila keduanya mengukur hal yang sama."
        ),
        told=_told(report, point, ", ", told),
    )
