"""The sentence that opens a report: was the year good, and does the report say so rightly?"""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.findings.finding import Reading
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.parts import summary
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE
from lkjip_analysis.pages.parts.summary import Figure, Sentence


def verdict(verification: Verification) -> Sentence:
    """Was the year good, and does the report say so rightly? One sentence to open with."""
    report, kinerja = verification.report, frames.kinerja(verification.report)
    flips = sum(finding.changes_conclusion for finding in verification.findings)
    proven = sum(finding.verdict == "terbukti" for finding in verification.findings)
    told: list[str | Figure] = []
    known = kinerja["capaian_dihitung"].dropna() if not kinerja.empty else None
    if known is not None and len(known):
        mean, name = summary.overall(report)
        missed = int((known < 100).sum())
        if name:
            told += [f"Tahun {report.tahun} tergolong {name} menurut skala laporan (", mean, ")"]
        else:
            told += [f"Rata-rata capaian tahun {report.tahun} adalah ", mean]
        names = list(kinerja.loc[known.index[known < 100], "singkat"])
        which = f" ({' dan '.join(names)})" if missed <= 2 else ""
        every = number(len(kinerja))
        many = f"{number(missed)} dari {every} indikator{which} tidak mencapai target"
        told.append(f", tetapi {many}. " if missed else ". ")
        told += [f"{said} " for said in on_readings(verification)]
    if flips or proven:
        told += [
            Figure(f"{number(flips)} simpulan", VERIFICATION_PAGE, "yang-mengubah-simpulan")
            if flips else "Tidak ada simpulan",
            " laporan tidak didukung angkanya dan " if flips else " yang berubah; ",
            Figure(f"{number(proven)} angka", VERIFICATION_PAGE, "golongan-terbukti")
            if proven else "tidak ada angka yang",
            " terbukti salah cetak.",
        ]  # fmt: skip
    else:
        told.append("Tidak ada simpulan yang berubah dan tidak ada angka yang terbukti salah.")
    return tuple(told)


def on_readings(verification: Verification) -> list[str]:
    """Whether the class of the year depends on what a name of one of its indicators means."""
    report = verification.report
    kinerja = frames.kinerja(report)
    told, known = [], "capaian" in report.scales
    for finding in verification.findings:
        kode = next((reading.kode for reading in finding.readings), "")
        if not finding.changes_conclusion or kode not in kinerja.index or not known:
            continue
        whole = []
        for reading in finding.readings:
            meant = kinerja.copy()
            meant.loc[kode, "capaian_dihitung"] = float(reading.capaian)
            overall = float(frames.rerata_sasaran(meant).mean())
            whole.append((frames.kategori_capaian(report, overall), overall))
        told.append(_on_reading(str(kinerja.loc[kode, "singkat"]), whole, finding.readings))
    return told


def _on_reading(name: str, whole: list[tuple[str, float]], readings: Sequence[Reading]) -> str:
    own = "; ".join(
        f"{number(float(one.capaian), 2)}% ({one.kategori}) bila yang dihitung {one.meaning}"
        for one in readings
    )
    if len({kind for kind, _ in whole}) == 1:
        least = number(min(value for _, value in whole), 2)
        return (
            f'Nilai keseluruhan tetap {whole[0][0]} apa pun arti "{name}" (paling rendah '
            f"{least}%), tetapi capaian {name} sendiri {own}."
        )
    each = "; ".join(
        f"{kind} ({number(value, 2)}%) bila yang dihitung {one.meaning}"
        for (kind, value), one in zip(whole, readings, strict=True)
    )
    return f'Golongan itu bergantung pada arti "{name}": {each}.'
