"""The year in five sentences: what a busy reader needs first, every figure from the data.

A figure of a sentence knows the page and row where it is shown, so that the index can lead there.
"""

from __future__ import annotations

from math import isnan, nan

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import front_verdict
from lkjip_analysis.pages.parts.achievement_sentences import changes, performance
from lkjip_analysis.pages.parts.budget_sentence import budget
from lkjip_analysis.pages.parts.caveats import beside
from lkjip_analysis.pages.parts.key_figures import absorbed
from lkjip_analysis.pages.parts.mean_sentences import means
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE
from lkjip_analysis.pages.parts.sentence import Figure, Sentence
from lkjip_analysis.report import statements
from lkjip_analysis.report.report import Report


def sentences(verification: Verification) -> list[Sentence]:
    """At most six sentences about achievement, budget and findings, with the places of their
    figures.
    """
    report, seen = verification.report, beside(verification)
    told = [_stated_figures(report), performance(report, seen), changes(report, seen),
            means(report, seen), budget(report, seen),
            (*wrong(verification), " ", *watched(verification))]  # fmt: skip
    return [sentence for sentence in told if sentence]


def _stated_figures(report: Report) -> Sentence:
    """Of a year whose report is not at hand: how much is known of it, and from whom."""
    tables = frames.of_type(report, statements.TYPE)
    rows = [(table, row) for table in tables for row in table.rows]
    if not rows:
        return ()
    sources = {statements.text_of(table, row, "sumber") for table, row in rows}
    lacking = (
        "" if frames.of_type(report, "capaian") else worded(" Laporan kinerja tahun ini tidak ada.")
    )
    return (
        worded(
            "Tahun ini memuat {count} angka dari {sources} sumber lain.{lacking}",
            count=len(rows),
            sources=len(sources),
            lacking=lacking,
        ),
    )


def wrong(verification: Verification) -> Sentence:
    """How many figures are proven wrong, how many cannot be decided."""
    counted = verification.as_json()["summary"]
    assert isinstance(counted, dict)
    if not any(counted[standing] for standing in ("terbukti", "ambigu", "klaim", "kaidah")):
        return (_agreeing(verification),)
    told: list[str | Figure] = []
    for standing, after in (
        ("terbukti", worded(" angka terbukti salah cetak")),
        ("ambigu", worded(" hal belum dapat diputuskan dan perlu diklarifikasi")),
        ("klaim", worded(" kalimat bertentangan dengan angkanya")),
        ("kaidah", worded(" kategori atau penulisan tidak mengikuti aturan laporan sendiri")),
    ):
        count = counted[standing]
        if not count:
            continue
        figure = Figure(number(count), VERIFICATION_PAGE, f"golongan-{standing}")
        told += [", " if told else "", figure, after]
    return (*told, ".")


def _agreeing(verification: Verification) -> str:
    """What may be said where nothing was found: as much as was tested, and no more."""
    told = verification.coverage.as_json()
    if not told["watched"]:
        return worded("Tidak ada angka yang dapat diuji, sehingga benar salahnya belum diketahui.")
    return worded("Semua angka yang dapat diuji cocok satu sama lain.")


def watched(verification: Verification) -> Sentence:
    """What was tested and what could not be."""
    told = verification.coverage.as_json()
    page = VERIFICATION_PAGE
    tested = Figure(number(told["watched"]), page, "bagan-angka-teruji")
    if not told["unwatched"]:
        return (
            tested,
            worded(
                " dari {every} angka dapat diuji dengan angka lain.", every=number(told["figures"])
            ),
        )
    return (
        tested,
        worded(
            " dari {every} angka dapat diuji dengan angka lain; ", every=number(told["figures"])
        ),
        Figure(number(told["unwatched"]), page, "bagan-angka-teruji"),
        worded(" belum."),
    )


def key_figures(verification: Verification) -> dict[str, str]:
    """What a list of many reports shows of this one, as text: state, achievement, findings."""
    report = verification.report
    told = verification.as_json()["summary"]
    assert isinstance(told, dict)
    kinerja = frames.kinerja(report)
    capaian = nan if kinerja.empty else frames.rerata_tahun(kinerja)
    doubt = "?" if front_verdict.ends_of(verification) else ""
    state, colour = front_verdict.label(verification)
    return {
        "keadaan": state,
        "warna": colour,
        "capaian": "" if isnan(capaian) else f"{number(capaian, 2)}%{doubt}",
        "serapan": absorbed(verification),
        **{name: number(told[name]) for name in ("terbukti", "ambigu", "klaim", "kaidah")},
    }
