"""Tables that were not read, or not whole: said, so that nothing is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import CAPTION, Block, Paragraph, WordTable
from lkjip_analysis.intake.document.printed_places import pages_of
from lkjip_analysis.intake.proposal.proposal import ProposedTable
from lkjip_analysis.intake.tables.missing_first_rows import MAY_LACK
from lkjip_analysis.language import worded

LONGEST = 200
NUMBER = re.compile(r"\d+(?:\s*[.\-]\s*\d+)*")


def lost_tables(blocks: Sequence[Block]) -> tuple[str, ...]:
    """A sentence for each caption whose table nothing was read of."""
    read = {_number(block.label) for block in blocks if isinstance(block, WordTable)}
    return tuple(
        dict.fromkeys(
            worded(
                "{label}{page}: di bawah judulnya tidak terbaca tabel, jadi tidak diperiksa",
                label=label,
                page=page,
            )
            for number, label, page in _captions(blocks)
            if number not in read
        )
    )


def partial_tables(tables: Sequence[ProposedTable]) -> tuple[str, ...]:
    """A sentence for each table of which rows are not there."""
    return tuple(
        f"{table.label}: {note}"
        for table in tables
        if table.is_partial
        for note in table.notes
        if note.startswith(tuple(worded(text).partition("{")[0] for text in MAY_LACK))
    )


def _captions(blocks: Sequence[Block]) -> Iterator[tuple[str, str, str]]:
    """The number, label and page of each line that is the caption of a table."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.listed and len(block.text) < LONGEST:
            match = CAPTION.fullmatch(block.text)
            title = match["title"] if match else ""
            if match and not title[:1].islower() and not block.text.endswith((".", ":", ";", ",")):
                pages = pages_of(span.place for span in block.spans)
                page = worded(" (halaman {pages})", pages=pages) if pages else ""
                yield _number(match["label"]), match["label"].strip(), page


def _number(label: str) -> str:
    found = NUMBER.search(label)
    return re.sub(r"\s", "", found[0]) if found else ""
