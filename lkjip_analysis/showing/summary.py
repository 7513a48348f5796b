"""The year in five sentences: what a busy reader needs first, every figure from the data.

A figure of a sentence knows the page and row where it is shown, so that the index can lead there.
"""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis import frames
from lkjip_analysis.metrics import kategori, serapan
from lkjip_analysis.printed import number
from lkjip_analysis.reading import stated
from lkjip_analysis.report import Report
from lkjip_analysis.showing.rendering import VERIFICATION_PAGE, slug
from lkjip_analysis.verify import Verification

ACHIEVEMENT_PAGE, BUDGET_PAGE = "01_kinerja.html", "04_anggaran.html"


@dataclass(frozen=True)
class Figure:
    """A figure in a sentence, and where it is shown."""

    text: str
    page: str
    anchor: str


Sentence = tuple[str | Figure, ...]


def text(sentence: Sentence) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in sentence)


def year(verification: Verification) -> list[str]:
    """At most six sentences in Bahasa Indonesia about achievement, budget and findings."""
    return [text(sentence) for sentence in sentences(verification)]


def sentences(verification: Verification) -> list[Sentence]:
    """The same sentences with the places of their figures."""
    report = verification.report
    told = [_stated_figures(report), _performance(report), _means(report), _budget(report),
            _wrong(verification), _watched(verification)]  # fmt: skip
    return [sentence for sentence in told if sentence]


def verdict(verification: Verification) -> Sentence:
    """Was the year good, and does the report say so rightly? One sentence to open with."""
    report, kinerja = verification.report, frames.kinerja(verification.report)
    flips = sum(finding.changes_conclusion for finding in verification.findings)
    proven = sum(finding.verdict == "terbukti" for finding in verification.findings)
    told: list[str | Figure] = []
    known = kinerja["capaian_dihitung"].dropna() if not kinerja.empty else None
    if known is not None and len(known):
        overall, name = _overall(report)
        missed = int((known < 100).sum())
        if name:
            told += [f"Tahun {report.tahun} tergolong {name} menurut skala laporan (", overall, ")"]
        else:
            told += [f"Rata-rata capaian tahun {report.tahun} adalah ", overall]
        names = list(kinerja.loc[known.index[known < 100], "singkat"])
        which = f" ({' dan '.join(names)})" if missed <= 2 else ""
        every = number(len(kinerja))
        many = f"{number(missed)} dari {every} indikator{which} tidak mencapai target"
        told.append(f", tetapi {many}. " if missed else ". ")
    if flips or proven:
        told += [
            Figure(f"{number(flips)} simpulan", VERIFICATION_PAGE, "yang-mengubah-simpulan")
            if flips else "Tidak ada simpulan",
            " laporan tidak dapat dipakai begitu saja dan " if flips else " yang berubah; ",
            Figure(f"{number(proven)} angka", VERIFICATION_PAGE, "golongan-terbukti")
            if proven else "tidak ada angka yang",
            " terbukti salah cetak.",
        ]  # fmt: skip
    else:
        told.append("Tidak ada simpulan yang berubah dan tidak ada angka yang terbukti salah.")
    return tuple(told)


def _overall(report: Report) -> tuple[Figure, str]:
    """The mean of all sasaran, and its class on the printed scale."""
    overall = float(frames.rerata_sasaran(frames.kinerja(report)).mean())
    scale = report.scales.get("capaian")
    name = kategori(overall, scale.pita) if scale else None
    shown = Figure(f"{number(overall, 2)}%", ACHIEVEMENT_PAGE, "rerata.seluruhnya")
    return shown, name or ""


def _stated_figures(report: Report) -> Sentence:
    """Of a year whose report is not at hand: how much is known of it, and from whom."""
    tables = frames.of_type(report, stated.TYPE)
    rows = [(table, row) for table in tables for row in table.rows]
    if not rows:
        return ()
    sources = {stated.text_of(table, row, "sumber") for table, row in rows}
    lacking = "" if frames.of_type(report, "capaian") else " Laporan kinerja tahun ini tidak ada."
    return (f"Tahun ini memuat {len(rows)} angka dari {len(sources)} sumber lain.{lacking}",)


def performance(report: Report) -> str:
    """How many indicators reached their target, and which did not or stand out."""
    return text(_performance(report))


def _performance(report: Report) -> Sentence:
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ()
    known = kinerja.dropna(subset="capaian_dihitung").sort_values("capaian_dihitung", kind="stable")
    if known.empty:
        return (f"Tidak satu pun dari {len(kinerja)} indikator dapat dihitung capaiannya.",)
    shown = [
        (str(row["singkat"]),
         Figure(f"{number(float(row['capaian_dihitung']), 2)}%", ACHIEVEMENT_PAGE,
                f"kinerja.{slug(str(kode))}"))
        for kode, row in known.iterrows()
    ]  # fmt: skip
    reached = int((known["capaian_dihitung"] >= 100).sum())
    last, first = shown[-1], shown[0]
    lacking = len(kinerja) - len(known)
    without = f" ({number(lacking)} tanpa data)" if lacking else ""
    return (
        f"{number(reached)} dari {number(len(kinerja))} indikator mencapai targetnya{without}; "
        "tertinggi ",
        f"{last[0]} (", last[1], f"), terendah {first[0]} (", first[1], ").",
    )  # fmt: skip


def means(report: Report) -> str:
    """Mean achievement of each sasaran and of all, with the class on the printed scale."""
    return text(_means(report))


def _means(report: Report) -> Sentence:
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ()
    each = frames.rerata_sasaran(kinerja)
    if each.empty:
        return ()
    overall, name = _overall(report)
    told: list[str | Figure] = ["Rata-rata capaian yang dihitung ulang: "]
    if len(each) > 1:
        for key, value in each.items():
            figure = Figure(f"{number(value, 2)}%", ACHIEVEMENT_PAGE, f"rerata.{slug(str(key))}")
            told += [f"sasaran {key} ", figure, "; "]
        told.append("seluruhnya ")
    where = f" ({name} menurut {report.scales['capaian'].sumber})" if name else ""
    return (*told, overall, f"{where}.")


def budget(report: Report) -> str:
    """Budget and spending in both layers where they differ."""
    return text(_budget(report))


def _budget(report: Report) -> Sentence:
    if frames.anggaran(report).empty:
        return ()
    layers = frames.anggaran_lapis(report).to_dict("index")
    printed, used = layers["tercetak"], layers["dipakai"]
    base: Sentence = (
        "Dari pagu ", _rupiah(used["pagu"], "dipakai"),
        " terserap ", _rupiah(used["realisasi"], "dipakai"), " atau ",
        Figure(f"{number(used['serapan'], 2)}%", BUDGET_PAGE, "lapis.dipakai"),
        ", sisa ", _rupiah(used["sisa"], "dipakai"),
    )  # fmt: skip
    if printed["realisasi"] == used["realisasi"]:
        return (*base, ".")
    return (
        *base,
        " (lapis dipakai, sesudah koreksi yang diterima); menurut baris program yang tercetak "
        "jumlahnya ",
        _rupiah(printed["realisasi"], "tercetak"),
        ".",
    )


def _rupiah(value: float, layer: str) -> Figure:
    return Figure(f"Rp{number(value)}", BUDGET_PAGE, f"lapis.{layer}")


def wrong(verification: Verification) -> str:
    """How many figures are proven wrong, how many cannot be decided."""
    return text(_wrong(verification))


def _wrong(verification: Verification) -> Sentence:
    counted = verification.as_json()["summary"]
    assert isinstance(counted, dict)
    if verification.is_clean:
        return ("Tidak ada angka yang terbukti salah atau perlu diklarifikasi.",)
    told: list[str | Figure] = []
    for standing, before, after in (
        ("terbukti", "", " angka terbukti salah cetak"),
        ("ambigu", ", ", " hal perlu diklarifikasi"),
        ("klaim", ", ", " kalimat bertentangan dengan angkanya"),
        ("kaidah", ", ", " kategori atau penulisan menyalahi kaidahnya sendiri"),
    ):
        count = counted[standing]
        if not count and standing != "terbukti":
            continue
        shown = number(count)
        figure = Figure(shown, VERIFICATION_PAGE, f"golongan-{standing}") if count else shown
        told += [before, figure, after]
    return (*told, ".")


def watched(verification: Verification) -> str:
    """What was tested and what could not be."""
    return text(_watched(verification))


def _watched(verification: Verification) -> Sentence:
    told = verification.coverage.as_json()
    page = VERIFICATION_PAGE
    return (
        Figure(number(told["watched"]), page, "bagan-angka-teruji"),
        f" dari {number(told['figures'])} angka diuji oleh paling sedikit satu hubungan; ",
        Figure(number(told["unwatched"]), page, "bagan-angka-teruji"),
        " belum dapat diuji.",
    )


def key_figures(verification: Verification) -> dict[str, str]:
    """What a list of many reports shows of this one, as text: achievement, budget, findings."""
    report = verification.report
    told = verification.as_json()["summary"]
    assert isinstance(told, dict)
    kinerja, anggaran = frames.kinerja(report), frames.anggaran(report.used())
    capaian = [] if kinerja.empty else list(frames.rerata_sasaran(kinerja))
    pagu = 0.0 if anggaran.empty else float(anggaran["pagu"].sum())
    spent = 0.0 if anggaran.empty else float(anggaran["realisasi"].sum())
    return {
        "capaian": f"{number(sum(capaian) / len(capaian), 2)}%" if capaian else "",
        "serapan": f"{number(serapan(spent, pagu), 2)}%" if pagu else "",
        **{name: number(told[name]) for name in ("terbukti", "ambigu", "klaim")},
    }
