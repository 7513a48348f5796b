"""The list of corrections as a document: one table for each group, to be ticked off."""

from __future__ import annotations

from babel.dates import format_date

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.output.corrections import to_correct
from lkjip_analysis.output.corrections.to_correct import Action
from lkjip_analysis.output.word_pdf.document import Block, Document, Field, Grid, Heading, Paragraph

FIELDS = (
    Field("No.", True), Field("Letak"), Field("Tertulis"), Field("Seharusnya"),
    Field("Bukti, dan di mana memeriksanya"),
)  # fmt: skip


def as_document(verification: Verification, ralat: bool = False) -> Document:
    """The corrections, proven ones first; a `ralat` holds nothing that is still open."""
    report = verification.report
    made = to_correct.actions(verification)
    title = f"{'Ralat' if ralat else 'Daftar perbaikan'}: {report.dokumen}"
    day = format_date(report.tanggal_data, "d MMMM y", locale="id")
    who = report.full_name
    blocks: list[Block] = [
        Heading(1, title),
        Paragraph(f"{who}, tahun {report.tahun}. Data per {day}."),
    ]
    for group, heading in to_correct.GROUPS.items():
        found = [action for action in made if action.group == group]
        if found and (not ralat or group == "terbukti"):
            rows = tuple(_row(i, action, ralat) for i, action in enumerate(found, 1))
            blocks += [Heading(2, heading), Grid(heading, FIELDS, rows, name=group)]
    if len(blocks) == 2:
        blocks.append(Paragraph("Tidak ada yang perlu diperbaiki."))
    return Document(title, who, tuple(blocks))


def _row(place: int, action: Action, ralat: bool) -> tuple[str, ...]:
    proof = [*action.proof, *(f"Ikut diperbaiki: {one}" for one in action.follows)]
    proof += [f"Periksa: {one}" for one in action.look_up if not ralat]
    return (
        str(place),
        action.where,
        action.printed,
        "; atau ".join(action.should) or "lihat alasannya",
        ". ".join(one.rstrip(".") for one in proof) + ".",
    )
