"""Cooperatives and small business: scores, predicates, places, and what "sehat" may mean."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from operator import attrgetter

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.checking.findings.finding import Reading
from lkjip_analysis.checking.observations.definitions import achieved
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import exact
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import agency_fields, count_traces, html_parts
from lkjip_analysis.pages.parts.front_verdict import by_reading
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer
from lkjip_analysis.report.report import Report, Scale

MISSING = "Tabel penilaian koperasi"


def cooperatives_answer(report: Report, verification: Verification | None = None) -> Shown:
    """What hangs on the meaning of "sehat", where the verification found that; how many
    cooperatives were assessed, how many predicates fit, how many businesses."""
    frame, small = agency_fields.koperasi(report), agency_fields.rows_of(report, "umkm")
    kinerja, readings = frames.kinerja(report), _ambiguous(verification)
    told = [_on_meaning(report, kinerja, one) for one in readings if one[0].kode in kinerja.index]
    if not frame.empty:
        _, odd = agency_fields.compared(frame)
        healthy = int((frame["predikat_dihitung"].str.casefold() == "sehat").sum())
        told.append(
            worded(
                "{count} koperasi dinilai. Menurut {scale}, {healthy} berpredikat Sehat dan {odd} "
                "predikat tercetak tidak sesuai dengan nilainya.",
                count=number(len(frame)),
                scale=_scale_told(report.scales["koperasi"]),
                healthy=number(healthy),
                odd=number(int(odd.sum())),
            )
        )
    if not small.empty:
        told.append(
            worded("Tercatat {count} unit usaha.", count=number(float(small["jumlah"].sum())))
        )
    return answer(*(told or [worded("Laporan ini tidak memuat tabel koperasi atau UMKM.")]))


def other_predicates(koperasi: Tabel) -> Tabel:
    """The cooperatives that print another predikat than their score gives."""
    _, odd = agency_fields.compared(koperasi)
    return koperasi.loc[odd]


def _scale_told(scale: Scale) -> str:
    """By whose scale something is classed: the report's own, or a rule, with what was not read."""
    if scale.dicetak or not scale.rujukan:
        return worded("skala dalam {sumber}", sumber=scale.source)
    return scale.rujukan


def _ambiguous(verification: Verification | None) -> list[Sequence[Reading]]:
    """The readings of each word by whose meaning a category is decided."""
    every = (one.readings for one in (verification.findings if verification else ()))
    return [readings for readings in every if len({one.kategori for one in readings}) > 1]


def _on_meaning(report: Report, kinerja: pd.DataFrame, readings: Sequence[Reading]) -> str:
    """Between what the capaian lies, and that no reading gives the printed realisasi."""
    ordered = sorted(readings, key=attrgetter("capaian"))
    least, most = by_reading(ordered[0]), by_reading(ordered[-1])
    kode = readings[0].kode
    name, cell = kinerja.loc[kode, "singkat"], report.cell(kinerja.attrs["sel"][kode, "realisasi"])
    told = worded('Capaian "{name}" dari {least} sampai {most}.', name=name, least=least, most=most)
    if not cell.is_figure or any(cell.interval.meets(exactly(one.persen)) for one in readings):
        return told
    none = worded(
        '"{name}" tercetak {printed}%, tetapi tidak ada pembacaan yang menghasilkan angka itu.',
        name=name,
        printed=number(cell.point, max(cell.decimals, 0)),
    )
    return f"{none} {told}"


def predicates_table(report: Report) -> Shown:
    """Health classes of cooperatives as printed and as their scores give."""
    frame = frames.predikat(report)
    if frame.empty:
        return html_parts.absent(worded(MISSING))
    scale = report.scales["koperasi"]
    caption = worded(
        "{count} koperasi menurut predikat; skala: {rujukan}",
        count=number(int(frame["tercetak"].sum())),
        rujukan=scale.rujukan,
    )
    return html_parts.table(
        frame,
        caption,
        {
            "tercetak": (worded("Sebagaimana tercetak"), "cacah"),
            "menurut_nilai": (worded("Menurut nilainya"), "cacah"),
        },
        trail=html_parts.Trail(report, count_traces.predicates(report, frame)),
        ident="predikat",
    )


def readings_table(report: Report, marks: Marks | None = None) -> Shown:
    """What "sehat" may mean, and the capaian each reading would give."""
    counts, scale = frames.predikat(report), report.scales.get("capaian")
    found = next((s.entries for s in report.specs if s.entries.get("jenis") == "definisi"), None)
    if counts.empty or found is None:
        return html_parts.absent(worded("Hubungan yang menyatakan arti sehat"))
    whole, target = (report.cell(str(found[role])) for role in ("penyebut", "target"))
    if not all(cell.is_figure and cell.point for cell in (whole, target)):
        return html_parts.absent(worded("Banyak koperasi aktif atau targetnya"))
    frame = agency_fields.bacaan(counts["tercetak"], float(whole.point))
    reached = [
        achieved(report, target.address, metrics.persen(exact(count), whole.point), scale)
        for count in frame["banyak"]
    ]
    frame["capaian"] = [nan if value is None else float(value) for value, _ in reached]
    frame["kategori"] = [name for _, name in reached]
    traces = count_traces.readings(report, frame, counts, whole.address, target.address)
    return html_parts.table(
        frame,
        worded(
            "Pembacaan sehat menurut predikat tercetak; {active} koperasi aktif, "
            "target {target} persen",
            active=number(whole.point),
            target=number(target.point),
        ),
        {
            "banyak": (worded("Koperasi"), "cacah"),
            "dari_dinilai": (worded("Dari yang dinilai (%)"), "persen"),
            "dari_aktif": (worded("Dari yang aktif (%)"), "persen"),
            "capaian": (worded("Capaian (%)"), "persen"),
            "kategori": (worded("Kategori"), "teks"),
        },
        marks=marks,
        trail=html_parts.Trail(report, traces),
        ident="pembacaan",
    )
