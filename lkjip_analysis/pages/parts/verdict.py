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
    """Was the year good, and does the report say so rightly? With all that it rests on."""
    said = [f"{reading} " for reading in on_readings(verification)]
    return (*_year(verification), *said, *_report(verification))


def in_one_sentence(verification: Verification) -> Sentence:
    """The same for a reader with a minute: the year, and what of its report does not hold."""
    return (*_year(verification), *_report(verification))


def state(verification: Verification) -> tuple[str, str]:
    """May the report be used as it is? One of four answers, with the standing it looks like."""
    told = verification.coverage.as_json()
    wrong = [finding for finding in verification.findings if finding.is_wrong]
    if any(f.changes_conclusion or f.standing in ("terbukti", "klaim")
           for f in verification.findings):  # fmt: skip
        return "Perlu dikoreksi", "terbukti"
    if wrong:
        return "Perlu diklarifikasi", "ambigu"
    if 2 * told["watched"] < told["figures"] or not told["figures"]:
        return "Belum dapat dinilai", "dugaan"
    return "Selaras", "selaras"


def _year(verification: Verification) -> Sentence:
    """Was the year good? Nothing where no achievement can be computed."""
    report, kinerja = verification.report, frames.kinerja(verification.report)
    known = kinerja["capaian_dihitung"].dropna() if not kinerja.empty else None
    if known is None or not len(known):
        return ("Capaian kinerja tidak dapat dihitung dari laporan ini. ",)
    mean, name = summary.overall(report)
    told: list[str | Figure] = [f"Rata-rata capaian tahun {report.tahun} adalah ", mean]
    if name:
        told = [f"Tahun {report.tahun} tergolong {name} menurut skala laporan (", mean, ")"]
    missed = known.index[known < 100]
    names = list(kinerja.loc[missed, "singkat"])
    which = f" ({' dan '.join(names)})" if len(names) <= 2 else ""
    every = "satu-satunya indikator" if len(kinerja) == 1 else (
        f"{number(len(names))} dari {number(len(kinerja))} indikator"
    )  # fmt: skip
    return (*told, f", tetapi {every}{which} tidak mencapai target. " if names else ". ")


def _report(verification: Verification) -> Sentence:
    """Does the report say so rightly?"""
    flips = sum(finding.changes_conclusion for finding in verification.findings)
    proven = sum(finding.verdict == "terbukti" for finding in verification.findings)
    if not flips and not proven:
        return ("Tidak ada simpulan yang berubah dan tidak ada angka yang terbukti salah.",)
    return (
        Figure(f"{number(flips)} simpulan", VERIFICATION_PAGE, "yang-mengubah-simpulan")
        if flips else "Tidak ada simpulan",
        " laporan tidak didukung angkanya dan " if flips else " yang berubah; ",
        Figure(f"{number(proven)} angka", VERIFICATION_PAGE, "golongan-terbukti")
        if proven else "tidak ada angka yang",
        " terbukti salah cetak.",
    )  # fmt: skip


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
