"""Sentences that the figures can contradict: rises, all met, many, and a cause too small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis import metrics
from lkjip_analysis.binding.drafts import Draft, Wrong
from lkjip_analysis.judging import sentences
from lkjip_analysis.judging.findings import Finding
from lkjip_analysis.metrics import kategori
from lkjip_analysis.observing.base import noticed
from lkjip_analysis.printed import number
from lkjip_analysis.reading.tables import Address, same_label
from lkjip_analysis.report import Report

UP = ("naik", "kenaikan", "meningkat", "peningkatan", "bertambah", "tumbuh", "lebih tinggi")
DOWN = ("turun", "penurunan", "menurun", "berkurang", "merosot", "lebih rendah")
STRONG = ("tajam", "signifikan", "drastis", "pesat", "menyolok", "mencolok")
NOT = ("tidak", "kurang", "belum")
MOST = ("banyak", "sebagian besar", "mayoritas", "umumnya")
SMALL_CHANGE = 10
"""A change below so many percent does not carry a word like "tajam" (our reading)."""


def direction(draft: Draft) -> Iterator[Finding]:
    """A word for rising or falling, and how strong it is, against the two figures it speaks of."""
    where, before, after = draft.one("hasil"), draft.one("sebelum"), draft.one("sekarang")
    report = draft.report
    if not (report.is_figure(before) and report.is_figure(after)):
        return
    word = " ".join(report.cell(where).text.casefold().split())
    rises, falls = (any(w in word for w in words) for words in (UP, DOWN))
    if rises == falls:
        allowed = f"a word such as {UP[0]}, {DOWN[0]}"
        raise Wrong(f'"{report.cell(where).text}"', allowed, "Write the word of the sentence.")
    first, second = report.cell(before), report.cell(after)
    written = f"{sentences.place(report, where)}: tertulis {sentences.quoted(report.cell(where))}"
    figures = f"angkanya dari {sentences.quoted(first)} menjadi {sentences.quoted(second)}"
    named = (where, before, after)
    if first.point == second.point or (second.point > first.point) != rises:
        impact = "Arah perubahan yang ditulis terbalik."
        yield noticed(draft, "klaim", where, f"{written}, padahal {figures}.", impact, named)
        return
    strong = any(w in word for w in STRONG) and not any(w in word.split() for w in NOT)
    change = metrics.pertumbuhan(second.point, first.point) if first.point else None
    if strong and change is not None and abs(change) < SMALL_CHANGE:
        told = f"{written}; {figures}, berubah {number(change, 1)} persen saja."
        impact = "Arahnya benar, besarnya tidak mendukung kata itu."
        yield noticed(draft, "dugaan", where, told, impact, named)


def all_met(draft: Draft) -> Iterator[Finding]:
    """A sentence that all targets are met, or all are of one class, against each of them."""
    where, cells, report = draft.one("hasil"), draft.many("bagian"), draft.report
    wanted = str(draft.entries.get("kategori", ""))
    known = [cell for cell in cells if report.is_figure(cell)]
    missed = _not_of_class(draft, known, wanted) if wanted else _not_reached(report, known)
    rule = f"berkategori {wanted}" if wanted else "mencapai target"
    if missed:
        names = "; ".join(
            f"{sentences.label(report, cell)} {sentences.quoted(report.cell(cell))}"
            for cell in missed
        )
        told = (
            f"{sentences.place(report, where)}: tertulis "
            f"{sentences.quoted(report.cell(where))}, padahal {len(missed)} dari {len(known)} "
            f"tidak {rule}: {names}."
        )
        impact = f"Simpulan bahwa semuanya {rule} tidak berlaku."
        yield noticed(draft, "klaim", where, told, impact, (where, *missed))


def _not_reached(report: Report, cells: Sequence[Address]) -> list[Address]:
    return [cell for cell in cells if report.cell(cell).point < 100]


def _not_of_class(draft: Draft, cells: Sequence[Address], wanted: str) -> list[Address]:
    scale = draft.report.scales[draft.text("skala", draft.report.scales)]
    return [
        cell
        for cell in cells
        if same_label(kategori(draft.report.cell(cell).point, scale.pita) or "")
        != same_label(wanted)
    ]


def many(draft: Draft) -> Iterator[Finding]:
    """A word like "banyak" for what the table ticks in less than half of its rows."""
    where, cells, report = draft.one("hasil"), draft.many("bagian"), draft.report
    ticked = [cell for cell in cells if report.text(cell)]
    word = report.cell(where).text.casefold()
    if any(w in word for w in MOST) and len(ticked) * 2 < len(cells):
        share = number(metrics.persen(len(ticked), len(cells)), 1)
        told = (
            f"{sentences.place(report, where)}: tertulis {sentences.quoted(report.cell(where))}, "
            f"sedangkan {sentences.source(report, cells[0])} menandai {len(ticked)} dari "
            f"{len(cells)} ({share} persen)."
        )
        impact = "Besarnya masalah yang ditulis tidak didukung tabel."
        yield noticed(draft, "dugaan", where, told, impact, (where, *ticked))


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
        told = (
            f"{sentences.place(report, where)}: tertulis {sentences.quoted(report.cell(where))}. "
            f"Seandainya {' dan '.join(sentences.quoted(report.cell(cell)) for cell in amounts)} "
            f"itu terealisasi seluruhnya, serapan menjadi {number(best, 2)} persen, masih di bawah "
            f"{sentences.quoted(report.cell(before))}."
        )
        impact = "Sebab yang ditulis tidak cukup menjelaskan penurunannya."
        yield noticed(draft, "klaim", where, told, impact, (where, *amounts, before))
