"""A count that a sentence states, held against the rows of a table: 9 program, 2 indikator."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.proposal.proposal import DIFFERENT, HIGH, LOW, MIDDLE, ProposedTable
from lkjip_analysis.intake.sentences.sentence_figures import Figure
from lkjip_analysis.intake.sentences.tied.proposed_rule import Around, ClaimRule

MOST_ROWS = 10_000
"""No table of a report has so many rows."""


def counted(figure: Figure, around: Around) -> ClaimRule | None:
    """A count of what the rows of a table are: 9 program, 2 indikator."""
    value, noun = figure.printed.value, plain_words(figure.noun).replace(" ", "_")
    if not noun or value is None or value >= MOST_ROWS:
        return None
    found = [
        (t, c)
        for t in around.tables
        for c in t.columns
        if not (t.kind.columns[c].is_number or t.is_partial)
        and (c == noun or (c == t.kind.nama_baris and t.kind.name == noun))
    ]
    near = sorted(
        found,
        key=lambda pair: (
            pair[0].part != around.where.paragraph.part,
            abs(pair[0].place - around.where.place),
        ),
    )
    for table, column in near[:3]:
        if _filled_rows(table, column) == value:
            near_it = table.part == around.where.paragraph.part
            return _count_rule([table], column, HIGH if near_it else MIDDLE, "")
    for table, _ in near[:1]:
        ticked = [c for c in table.columns if _filled_rows(table, c) == value]
        if len(ticked) == 1:
            return _count_rule([table], ticked[0], MIDDLE, "")
    several = [table for table, column in found if column == noun]
    count = sum(_filled_rows(table, noun) for table in several)
    if not count:
        return None
    if count == value:
        return _count_rule(several, noun, MIDDLE, "")
    rule = _count_rule(several, noun, LOW, f"{DIFFERENT}: tabelnya memuat {count}")
    other = (f"{DIFFERENT}: cacah {rule.sel} = {count}",)
    return ClaimRule(note=rule.note, candidates=other, differs=True)


def _count_rule(
    tables: Sequence[ProposedTable], column: str, sureness: str, note: str
) -> ClaimRule:
    every = column == tables[0].kind.nama_baris and not any(_has_blank(t, column) for t in tables)
    more = "" if every else f"; terisi={column}"
    named = ", ".join(table.name for table in tables)
    labels = ", ".join(dict.fromkeys(table.label for table in tables))
    return ClaimRule(
        "cacah", f"tabel={named}{more}", "tafsir", f"banyak baris {labels}", sureness, note
    )


def _has_blank(table: ProposedTable, column: str) -> bool:
    return not all(text.strip() for _, text in table.printed(column))


def _filled_rows(table: ProposedTable, column: str) -> int:
    cells = table.printed(column)
    return sum(bool(text.strip()) and key not in table.kind.total for key, text in cells)
