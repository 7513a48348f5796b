"""Sentences that the figures contradict: a rise that is none, a cause too small for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Told
from lkjip_analysis.checking.observations.observation_findings import PADAHAL, noticed
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.number_words import WORDED, is_spoken, spoken
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.rule_draft import Draft, Wrong

UP = ("naik", "kenaikan", "meningkat", "peningkatan", "bertambah", "tumbuh", "lebih tinggi")
DOWN = ("turun", "penurunan", "menurun", "berkurang", "merosot", "lebih rendah")
STRONG = ("tajam", "signifikan", "drastis", "pesat", "menyolok", "mencolok")
NOT = ("tidak", "kurang", "belum")
SMALL_CHANGE = 10
"""A change below so many percent does not carry a word like "tajam" (our reading)."""


def in_words(draft: Draft) -> Iterator[Finding]:
    """A figure with the words of another number in brackets behind it."""
    where = draft.one("hasil")
    match = WORDED.search(draft.report.cell(where).text)
    if match and not is_spoken(match["figure"], match["words"]):
        said = worded(
            'katanya menyebut "{words}", yaitu {value}; mana yang keliru tidak dapat diputuskan '
            "dari kalimat itu saja.",
            words=match["words"],
            value=number(spoken(match["words"]) or 0),
        )
        told = Told(said, printed=wording.written(draft.report.cell(where)), link=worded(PADAHAL))
        impact = worded("Satu bilangan tercetak sebagai dua bilangan.")
        advice = worded("Cocokkan dengan dokumen sumbernya, lalu samakan angka dan katanya.")
        yield noticed(draft, "klaim", where, told, impact, advice=advice)


def direction(draft: Draft) -> Iterator[Finding]:
    """A word for rising or falling, and how strong it is, against the two figures it speaks of."""
    where, before, after = draft.one("hasil"), draft.one("sebelum"), draft.one("sekarang")
    report = draft.report
    if not (report.is_figure(before) and report.is_figure(after)):
        return
    word = " ".join(report.cell(where).text.casefold().split())
    rises, falls = (any(w in word for w in words) for words in (UP, DOWN))
    if rises == falls:
        allowed = phrase("a word such as {up}, {down}", up=UP[0], down=DOWN[0])
        raise Wrong(f'"{report.cell(where).text}"', allowed, "Write the word of the sentence.")
    first, second = report.cell(before), report.cell(after)
    written = wording.written(report.cell(where))
    figures = worded(
        "angkanya dari {before} menjadi {after}",
        before=wording.quoted(first),
        after=wording.quoted(second),
    )
    named = (where, before, after)
    if first.point == second.point or (second.point > first.point) != rises:
        wrong = (
            worded("Tidak ada perubahan")
            if first.point == second.point
            else worded("Arah perubahan terbalik")
        )
        impact = f"{wrong}: {figures}."
        advice = worded("Ganti kata itu; {figures}.", figures=figures)
        told = Told(f"{figures}.", printed=written, link=worded(PADAHAL))
        yield noticed(draft, "klaim", where, told, impact, named, advice=advice)
        return
    strong = any(w in word for w in STRONG) and not any(w in word.split() for w in NOT)
    change = metrics.pertumbuhan(second.point, first.point) if first.point else None
    if strong and change is not None and abs(change) < SMALL_CHANGE:
        said = worded(
            "{figures}, berubah {what} persen saja.", figures=figures, what=number(change, 1)
        )
        told = Told(said, printed=written, link="; ")
        impact = worded("Arahnya benar, besarnya tidak mendukung kata itu.")
        yield noticed(draft, "dugaan", where, told, impact, named)


def explains(draft: Draft) -> Iterator[Finding]:
    """A cause said to explain a fall in serapan, against what it could explain at most."""
    where, report = draft.one("hasil"), draft.report
    spent, budget, before = (draft.one(role) for role in ("pembilang", "penyebut", "sebelum"))
    amounts = draft.many("bagian")
    if not all(report.is_figure(cell) for cell in (spent, budget, before, *amounts)):
        return
    if not report.cell(budget).point:
        return
    extra = sum(report.cell(cell).point for cell in amounts)
    best = metrics.serapan(report.cell(spent).point + extra, report.cell(budget).point)
    if best < report.cell(before).point:
        said = worded(
            "Seandainya {amounts} terealisasi seluruhnya, serapan menjadi {what} "
            "persen, masih di bawah {wording}.",
            amounts=_amounts(report, amounts),
            what=number(best, 2),
            wording=wording.quoted(report.cell(before)),
        )
        told = Told(said, printed=wording.written(report.cell(where)), link=". ")
        now = metrics.serapan(report.cell(spent).point, report.cell(budget).point)
        impact = worded(
            "Sebab yang ditulis tidak cukup menjelaskan turunnya serapan dari "
            "{wording} menjadi {what}%.",
            wording=wording.quoted(report.cell(before)),
            what=number(now, 2),
        )
        gap = number(report.cell(before).point - best, 2)
        advice = worded(
            "Sebutkan sebab bagi {gap} poin yang belum terjelaskan, atau hapus sebab itu.", gap=gap
        )
        named = (where, *amounts, before)
        yield noticed(draft, "klaim", where, told, impact, named, advice=advice)


def _amounts(report: Report, cells: Sequence[Address]) -> str:
    return worded(" dan ").join(
        f"{wording.label(report, cell)} {wording.quoted(report.cell(cell))}" for cell in cells
    )
