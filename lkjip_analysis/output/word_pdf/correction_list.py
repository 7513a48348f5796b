"""The list of corrections as a document: a card for each thing to do, alike ones in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import sentence, worded
from lkjip_analysis.numbers.calendar_days import in_words
from lkjip_analysis.output.corrections import to_correct
from lkjip_analysis.output.corrections.to_correct import Action
from lkjip_analysis.output.word_pdf.document import (
    Block,
    Card,
    Document,
    Field,
    Grid,
    Heading,
    Paragraph,
)
from lkjip_analysis.pages.parts.finding_list import clusters

TICK = "☐ selesai"
LINES = {
    "pembulatan": "Angka yang pembulatannya perlu diseragamkan",
    "dugaan": "Hal yang perlu dilihat kembali",
}
"""Standings of which a line in a table says enough, and what that table is called."""
FIELDS = (Field("No.", True), Field("Letak"), Field("Yang perlu dilihat"), Field("Selesai"))
GUIDE = (
    "Selaras antar-tabel belum berarti benar: yang terbukti salah diperbaiki, yang lain dicocokkan "
    "dahulu dengan sumbernya."
)


def as_document(verification: Verification, ralat: bool = False) -> Document:
    """The corrections, proven ones first; a `ralat` holds nothing that is still open."""
    report = verification.report
    title = f"{worded('Ralat' if ralat else 'Daftar perbaikan')}: {report.dokumen}"
    day = in_words(report.tanggal_data)
    blocks: list[Block] = [
        Heading(1, title),
        Paragraph(
            worded(
                "{full_name}, tahun {tahun}. Data dimasukkan {day}.",
                full_name=report.full_name,
                tahun=report.tahun,
                day=day,
            )
        ),
        *([] if ralat else [_guide()]),
        *_groups(verification, ralat),
    ]
    accepted = to_correct.accepted_elsewhere(verification, ralat)
    told = any(isinstance(block, Card | Grid) for block in blocks) or (ralat and accepted)
    if not told:
        blocks.append(Paragraph(to_correct.nothing_to_do(verification, ralat)))
    if accepted:
        heading = to_correct.IN_RALAT if ralat else to_correct.ACCEPTED
        blocks.append(Heading(2, f"{worded(heading)} ({len(accepted)})"))
        blocks += [Paragraph(sentence(line)) for line in accepted]
    return Document(title, report.full_name, tuple(blocks))


def _guide() -> Paragraph:
    return Paragraph(f"{worded(GUIDE)} {worded(to_correct.NUMBERED)}", small=True)


def _groups(verification: Verification, ralat: bool) -> Iterator[Block]:
    """Each group under its heading."""
    for heading, found in to_correct.grouped(verification, ralat):
        yield Heading(2, f"{worded(heading)} ({len(found)})")
        yield from _worked_off(verification, found, ralat)


def _worked_off(
    verification: Verification, found: Sequence[Action], ralat: bool
) -> Iterator[Block]:
    if found[0].group in LINES:
        yield _table(worded(LINES[found[0].group]), found)
        return
    by_id = {action.finding: action for action in found}
    meant = [finding for finding in verification.findings if finding.id in by_id]
    for heading, alike in clusters(meant):
        actions = [by_id[finding.id] for finding in alike]
        if heading:
            caption = worded("Hal serupa pada {place}", place=heading)
            yield _table(caption, actions)
        else:
            yield _card(actions[0], ralat)


def _table(caption: str, actions: Sequence[Action]) -> Grid:
    rows = tuple((str(action.number), *_line(action)) for action in actions)
    fields = tuple(replace(field, heading=worded(field.heading)) for field in FIELDS)
    return Grid(caption, fields, rows)


def _line(action: Action) -> tuple[str, str, str]:
    told = " ".join(sentence(one) for one in (*action.proof, *_wanted(action)))
    return action.where, told, "☐"


def _wanted(action: Action) -> Iterator[str]:
    name = _wanted_name(action)
    yield from (f"{name}: {one}" for one in action.should)


def _card(action: Action, ralat: bool) -> Card:
    """What is printed, what should be, on what that rests, and where to look it up."""
    sure = action.group == "terbukti"
    done = (
        (
            worded(
                "Sudah diterima ({who}); laporan memakai angka yang seharusnya.",
                who=action.accepted,
            ),
        )
        if action.accepted
        else ()
    )
    lines = (
        (worded("Tertulis"), (action.printed,) if action.printed else ()),
        (_wanted_name(action), action.should),
        (worded("Bukti") if sure else worded("Alasan"), tuple(map(sentence, action.proof))),
        (worded("Ikut berubah"), action.follows),
        (worded("Koreksi"), () if ralat else done),
        (worded("Periksa pada"), () if ralat else action.look_up),
    )
    told = tuple((name, items) for name, items in lines if items)
    tick = "" if ralat else worded(TICK).replace(" ", "\u00a0")  # one word, at the line's end
    return Card(f"{action.number}. {action.where}", told, tick)


def _wanted_name(action: Action) -> str:
    if action.group in ("terbukti", "pembulatan"):
        return worded("Seharusnya")
    return worded("Pilihan") if len(action.should) > 1 else worded("Saran")
