"""Sentences that count rows: all of them meet it, so many do, many do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Told
from lkjip_analysis.checking.observations.observation_findings import (
    FULL,
    PADAHAL,
    noticed,
    reaches,
    short_name,
)
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.metrics import kategori
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.direction_words import FALLS_SHORT
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address, same_label
from lkjip_analysis.rules.rule_draft import Draft, Wrong, has_data

MOST = ("banyak", "sebagian besar", "mayoritas", "umumnya")
SHOWN = 3
"""So many exceptions are named in a headline."""

DOUBTFUL = "Belum dihitung, karena angkanya sendiri diragukan: {left}."
BARE = "Tanpa angka: {left}."


def all_met(draft: Draft) -> Iterator[Finding]:
    """A sentence that all targets are met, or all are of one class, against each of them.

    A figure below 100 counts only where its own target and realisasi do not say otherwise.
    """
    where, report = draft.one("hasil"), draft.report
    wanted = str(draft.entries.get("kategori", ""))
    every = [cell for cell in draft.many("bagian") if report.cell(cell).text.strip()]
    known = [cell for cell in every if report.is_figure(cell)]
    below = _not_of_class(draft, known, wanted) if wanted else _not_reached(report, known)
    doubtful = [] if wanted else [cell for cell in below if True in reaches(report, cell)]
    missed = [cell for cell in below if cell not in doubtful]
    if not missed:
        return
    rule = worded("berkategori {wanted}", wanted=wanted) if wanted else worded("mencapai target")
    said = worded(
        "{count} dari {every} tidak {rule}: {printed}.",
        count=len(missed),
        every=len(every),
        rule=rule,
        printed=_printed(report, missed),
    )
    told = Told(said, printed=wording.written(report.cell(where)), link=worded(PADAHAL))
    bare = [cell for cell in every if not report.is_figure(cell)]
    for left, why in ((doubtful, DOUBTFUL), (bare, BARE)):
        told = told.adding(worded(why, left=_printed(report, left))) if left else told
    impact = _not_all(wanted, _exceptions(report, missed, worded(" tercetak")))
    cells = (where, *missed)
    yield noticed(
        draft, "klaim", where, told, impact, cells,
        advice=worded(
            "Sebut yang tidak {rule}: {exceptions}.",
            rule=rule,
            exceptions=_exceptions(report, missed),
        ),
        falls=True,
    )  # fmt: skip


def _not_all(wanted: str, exceptions: str) -> str:
    """The headline of a sentence about everything that does not hold."""
    every = worded("Tidak semua target tercapai")
    if wanted:
        every = worded("Tidak semua berkategori {wanted}", wanted=wanted)
    return f"{every}: {exceptions}."


def _printed(report: Report, cells: Sequence[Address]) -> str:
    return "; ".join(
        f"{wording.label(report, cell)} {wording.quoted(report.cell(cell))}" for cell in cells
    )


def _share(report: Report, cell: Address) -> str:
    """What a cell prints, a percentage with its sign."""
    text, column = report.text(cell), report.cell(cell).column
    return f"{text}%" if column.satuan == "persen" and "%" not in text else text


def _exceptions(report: Report, missed: Sequence[Address], only: str = "") -> str:
    """Those that are not as a sentence says, in a headline."""
    shown = [f"{short_name(report, cell)}{only} {_share(report, cell)}" for cell in missed[:SHOWN]]
    more = worded(" dan {count} lagi", count=len(missed) - SHOWN) if len(missed) > SHOWN else ""
    return f"{', '.join(shown)}{more}"


def _not_reached(report: Report, cells: Sequence[Address]) -> list[Address]:
    return [cell for cell in cells if report.cell(cell).point < FULL]


def _not_of_class(draft: Draft, cells: Sequence[Address], wanted: str) -> list[Address]:
    scale = draft.report.scales[draft.text("skala", draft.report.scales)]
    return [
        cell
        for cell in cells
        if same_label(kategori(draft.report.cell(cell).point, scale.pita) or "")
        != same_label(wanted)
    ]


def so_many(draft: Draft) -> Iterator[Finding]:
    """A sentence that so many of the rows reach their target (`minimal`), or are of one class.

    Whether a figure reaches it where its own target and realisasi say otherwise is left open.
    """
    where, report = draft.one("hasil"), draft.report
    wanted, cells = str(draft.entries.get("kategori", "")), counted_cells(draft)
    if not report.is_figure(where) or not cells:
        return
    if wanted:
        rule = worded("berkategori {wanted}", wanted=wanted)
        reached = [c for c in cells if same_label(report.text(c)) == same_label(wanted)]
        doubtful: list[Address] = []
    else:
        rule, reached, doubtful = _reaching(draft, cells)
    if short := _counts_the_others(draft, where):
        rule = worded("belum {rule}", rule=rule)
    counted = [cell for cell in cells if (cell in reached) != short]
    sure = [cell for cell in counted if cell not in doubtful]
    if not len(sure) <= report.cell(where).point <= len(sure) + len(doubtful):
        yield _miscounted(draft, where, rule, sure, doubtful, len(cells))


def counted_cells(draft: Draft) -> list[Address]:
    """The cells of which a count is told, those that print what is counted."""
    report, is_of_class = draft.report, bool(draft.entries.get("kategori"))
    return [
        cell
        for cell in draft.many("bagian")
        if (report.text(cell) if is_of_class else has_data(report, cell))
    ]


def _reaching(draft: Draft, cells: Sequence[Address]) -> tuple[str, list[Address], list[Address]]:
    """Which figures reach what is asked of them; and those of which their own row says otherwise.

    Raises: Wrong where one of them holds words.
    """
    report = draft.report
    words = [cell for cell in cells if not report.is_figure(cell)]
    if words:
        found = phrase("bagian: {words}, which holds words", words=words[0])
        raise Wrong(found, phrase("figures"), "Add kategori=NAME.")
    least = draft.figure("minimal", "100")
    reached = [cell for cell in cells if report.cell(cell).point >= least]
    doubtful = [cell for cell in cells if len(reaches(report, cell, least)) > 1]
    return worded("mencapai {least}", least=number(least)), reached, doubtful


def _miscounted(
    draft: Draft,
    where: Address,
    rule: str,
    counted: Sequence[Address],
    doubtful: Sequence[Address],
    of: int,
) -> Finding:
    """What is said where so many rows do what the sentence says of another number, those in doubt
    apart: with them it is a range."""
    report, count = draft.report, str(len(counted))
    if doubtful:
        count = worded("{low} sampai {high}", low=count, high=len(counted) + len(doubtful))
    said = worded(
        "{count} dari {of} {rule}{which}.",
        count=count,
        of=of,
        rule=rule,
        which=f": {_printed(report, counted)}" if counted else "",
    )
    impact = worded(
        "Banyaknya yang {rule} adalah {count}, bukan {told}.",
        rule=rule,
        count=count,
        told=number(report.cell(where).point),
    )
    text = Told(said, printed=wording.written(report.cell(where)), link=worded(PADAHAL))
    advice = worded("Tulis {count}.", count=count)
    if doubtful:
        text = text.adding(worded(DOUBTFUL, left=_printed(report, doubtful)))
        advice = worded("Periksa angka yang diragukan, lalu tulis banyaknya: {count}.", count=count)
    return noticed(draft, "klaim", where, text, impact, (where, *counted), advice=advice)


def _counts_the_others(draft: Draft, where: Address) -> bool:
    """Does the sentence count those that have *not* reached it? By its own words, or as declared.

    What it counts is told by the subject of the claim: "Banyak indikator yang belum mencapai".
    """
    if "belum" in draft.entries:
        return draft.text("belum", {"ya": True, "tidak": False}) == "ya"
    return bool(FALLS_SHORT.search(draft.report.tables[where.table].row_name(where.row)))


def many(draft: Draft) -> Iterator[Finding]:
    """A word like "banyak" for what the table ticks in less than half of its rows."""
    where, cells, report = draft.one("hasil"), draft.many("bagian"), draft.report
    ticked = [cell for cell in cells if report.text(cell)]
    word = report.cell(where).text.casefold()
    if any(w in word for w in MOST) and len(ticked) * 2 < len(cells):
        share = number(metrics.persen(len(ticked), len(cells)), 1)
        said = worded(
            "{source} menandai {count} dari {of} ({share} persen).",
            source=wording.source(report, cells[0]),
            count=len(ticked),
            of=len(cells),
            share=share,
        )
        told = Told(said, printed=wording.written(report.cell(where)), link=worded(", sedangkan "))
        impact = worded("Besarnya masalah yang ditulis tidak didukung tabel.")
        yield noticed(draft, "dugaan", where, told, impact, (where, *ticked))
