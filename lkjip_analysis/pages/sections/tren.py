"""Figures over the years and against other documents: what changed, what breaks, what disagrees."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence, Set

import pandas as pd

from lkjip_analysis.analysis import frames, trends
from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.tabel import Tabel, knowing
from lkjip_analysis.analysis.tren import Tren
from lkjip_analysis.checking.judging import evidence
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.changes_side_by_side import how_drawn
from lkjip_analysis.pages.parts import html_parts
from lkjip_analysis.pages.parts.caveats import open_cells, resting_on_open
from lkjip_analysis.pages.parts.tracing import Source, Trace, Traces
from lkjip_analysis.pages.parts.trend_direction import direction
from lkjip_analysis.pages.sections.shared import Shown, answer
from lkjip_analysis.report.history import History
from lkjip_analysis.report.place_names import place
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.report import Report

ALONE = "Baru satu tahun yang memuat angka ini, sehingga belum ada yang dibandingkan."


def trend_answer(tren: Tren, verification: Verification | None = None) -> Shown:
    """Which years are at hand, how many figures moved which way, and what cannot be compared."""
    past = tren.riwayat
    if tren.empty:
        return answer(worded("Belum ada angka yang dapat diikuti dari tahun ke tahun."))
    years = sorted(set(tren["tahun"]))
    read = _read(len(tren), years)
    failed = [
        worded("Tahun {tahun} tidak dapat dibaca.", tahun=told.partition(":")[0])
        for told in past.unread
    ]
    changes = tren.perubahan()
    is_open = {row for row, _ in _open_points(changes, verification)} if verification else set()
    own = set(tren.loc[tren["indikator"], "kode"])
    year = verification.report.tahun if verification else years[-1]
    told = [*_moved(changes, is_open, own), _apart(tren), read, *_united(past), *failed]
    return answer(direction(changes, is_open, own, year), " ".join(filter(None, told)), apart=True)


def _read(count: int, years: Sequence[int]) -> str:
    """How many figures of which years the page is about."""
    if len(years) == 1:
        return worded("{count} angka dari tahun {year}.", count=number(count), year=years[0])
    return worded(
        "{count} angka dari {many} tahun, {first} sampai {last}.",
        count=number(count),
        many=len(years),
        first=years[0],
        last=years[-1],
    )


def _united(past: History) -> list[str]:
    """Which indicators go on under another name and code, each said with both."""
    return [
        worded(
            '"{then}" dari laporan {tahun} ({own}) dilanjutkan sebagai "{now}" ({kode}).',
            then=past.called(tahun, own),
            tahun=tahun,
            own=own,
            now=past.indicators[kode].nama,
            kode=kode,
        )
        for (tahun, own), kode in sorted(past.renamed.items())
        if own in past.reports[tahun].indicators and kode in past.indicators
    ]


def _moved(
    changes: pd.DataFrame, unsure: Set[Hashable], indicators: Set[Hashable]
) -> Iterator[str]:
    """How many changes of the indicators are for better and worse, then of the other figures."""
    if changes.empty:
        yield worded(ALONE)
        return
    is_own = changes["kode"].isin(list(indicators))
    own, other = changes[is_own], changes[~is_own]
    if own.empty or other.empty:
        yield from _counted(changes, unsure, "")
        return
    yield from _counted(own, unsure, worded(" indikator laporan"))
    yield from _counted(other, unsure, worded(" angka lain (anggaran dan sumber di luar laporan)"))


def _counted(changes: pd.DataFrame, unsure: Set[Hashable], of: str) -> Iterator[str]:
    """How many of these changes are for better and worse, and what is not called either; those
    that nobody has decided are neither."""
    is_open = [row in unsure for row in changes.index]
    counted = changes.loc[[not one for one in is_open], "arah"].value_counts()
    better, worse, same, apart = (
        int(counted.get(way, 0)) for way in ("membaik", "memburuk", "tetap", "tidak dibandingkan")
    )
    other = len(changes) - sum(is_open) - better - worse - same - apart
    yield _for_better(len(changes), better, worse, of)
    rest = (
        (same, "{count} tidak berubah"),
        (other, "{count} naik atau turun tanpa arah yang diharapkan, seperti target"),
        (sum(is_open), "{count} belum pasti karena angkanya belum diputuskan"),
        (apart, "{count} tidak sebanding karena definisi, cakupan atau sumbernya berganti"),
    )
    if named := [worded(words, count=count) for count, words in rest if count]:
        yield f"{'; '.join(named)}."


def _for_better(every: int, better: int, worse: int, of: str) -> str:
    """How many of all changes are for better and worse, in a sentence."""
    if better == every == 2:
        return worded("Kedua perubahan antar-tahun{of} membaik.", of=of)
    if 1 < better == every:
        return worded("Semua {count} perubahan antar-tahun{of} membaik.", count=better, of=of)
    none = worded("tidak ada yang")
    return worded(
        "Dari {count} perubahan antar-tahun{of}, {better} membaik dan {worse} memburuk.",
        count=every,
        of=of,
        better=better or none,
        worse=worse or none,
    )


def undecided_series(tren: Tren, ukuran: str, verification: Verification) -> frozenset[Hashable]:
    """The codes of the series that changed from or to a figure that nobody has decided."""
    told = _open_points(tren.perubahan(), verification)
    return frozenset(point.kode for _, point in told if point.ukuran == ukuran)


def with_open_ways(changes: Tabel, verification: Verification) -> Tabel:
    """Changes, of which those of a figure that nobody has decided are for better nor for worse."""
    is_open = {row for row, _ in _open_points(changes, verification)}
    ways = ["belum pasti" if row in is_open else way for row, way in changes["arah"].items()]
    return knowing(changes.assign(arah=ways), changes._known)


def _open_points(changes: Tabel, verification: Verification) -> Iterator[tuple[Hashable, Point]]:
    """The changes, by their rows, and the figures of this report in them that nobody decided."""
    is_open = open_cells(verification)
    for (row, _), point in changes._known.kept.get("titik", {}).items():
        if point.laporan == verification.report.tahun and point.cell.address in is_open:
            yield row, point


def movement_told(tren: Tren, ukuran: str) -> Shown | None:
    """How the charts of these series over the years are read; nothing where none is drawn."""
    words = how_drawn(tren, ukuran)
    return html_parts.text(words) if words else None


def undecided(verification: Verification, capaian: Tabel) -> frozenset[Hashable]:
    """The codes of the indicators of which one of these capaian rests on figures that nobody has
    decided."""
    own = {str(point.kode) for _, point in _open_points(capaian, verification)}
    return resting_on_open(verification, frames.kinerja(verification.report)) | own


def _apart(tren: Tren) -> str:
    groups = tren.bertentangan().groupby(trends.SAME).ngroups
    return (
        worded("{count} hal disebut berbeda oleh sumber yang berbeda.", count=groups)
        if groups
        else ""
    )


def evidence_table(report: Report) -> Shown:
    """Each figure that a document beside the report holds too, with the document's rank."""
    found = [ones[0] for ones in evidence.compared(report).values()]
    if not found:
        return html_parts.text(
            worded(
                "Tidak ada dokumen bukti di samping laporan ini: angkanya hanya diuji "
                "antar-tabel, belum ke bukti."
            )
        )
    rows = [
        {
            "sel": place(report, one.cell.address),
            "tercetak": one.cell.text,
            "bukti": one.proof.text,
            "putusan": worded("sesuai") if one.agrees else worded("bertentangan"),
            "dokumen": one.named,
        }
        for one in found
    ]
    untested = sum(1 for _ in report.figures()) - len(found)
    frame = pd.DataFrame(rows)
    frame.attrs["sel"] = Kept({(i, "tercetak"): one.cell.address for i, one in enumerate(found)})
    return html_parts.table(
        frame,
        worded(
            "Angka laporan dan buktinya, peringkat 1 yang terkuat; {count} angka lain {what}",
            count=number(untested),
            what=worded(evidence.UNTESTED),
        ),
        {
            "tercetak": (worded("Laporan"), "cetak"),
            "bukti": (worded("Bukti"), "cetak"),
            "putusan": (worded("Putusan"), "teks"),
            "dokumen": (worded("Dokumen"), "teks"),
        },
        names=("sel", worded("Sel")),
        trail=html_parts.Trail(report, _proofs(report, found)),
    )


def _proofs(report: Report, found: Sequence[evidence.Compared]) -> Traces:
    """Where the figures of the documents stand."""
    folder = f"{report.instansi}/{report.tahun}/bukti"
    return {
        (i, "bukti"): Trace(
            worded("Bukti {address}", address=place(report, one.cell.address)),
            worded("sebagaimana tercetak dalam {named}", named=one.named),
            one.proof.text,
            (one.cell.address,),
            "tercetak",
            (
                Source(
                    one.evidence.dokumen,
                    one.proof.text,
                    worded("peringkat {peringkat}", peringkat=one.evidence.peringkat),
                    f"{folder}/{one.proof.file}:{one.proof.line}:{one.proof.address.column}",
                ),
            ),
        )
        for i, one in enumerate(found)
    }
