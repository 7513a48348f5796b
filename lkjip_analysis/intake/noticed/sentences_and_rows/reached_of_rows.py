"""What a sentence plainly says that a row reached, and the row does not: "Realisasi Program X
sebesar Rp A", where A is the budget of X and of nothing else, also where the sentence goes on about
the row of the one before it ("Realisasi program ini sebesar Rp A").

Another figure, however far from that of the row, is told where row, measure and the report's year
are named and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import without_whole_year, years_in
from lkjip_analysis.intake.document.texts import name_pattern
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, RowCell
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import (
    TARGET,
    TELLING,
    AboutRow,
    about_rows,
    claim_of_cell,
    is_of_year,
)
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_over_years import PART as PART_OF_YEAR
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_over_years import is_of
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences

IS = (
    r"\W+(?:(?:pada|tahun|anggaran|ini|20\d\d|sampai|dengan|hingga|akhir)\W+)*"
    r"(?:(?:adalah|yaitu|sebesar|sebanyak|mencapai|senilai)\W+)+"
)
ITS_REACHED = (
    r"(?:realisasi|penyerapan)\W+(?:(?:anggaran|belanja|keuangan|kinerja|pada|untuk|dari|program|"
    r"(?:sub\s*)?kegiatan|indikator)\W+)*{name}" + IS,
    r"{name}\W+(?:(?:telah|sudah|dapat|pada|tahun|ini|20\d\d)\W+)*(?:te|di)?realisasi(?:kan|nya)?"
    + IS,
)
"""What says that the next figure is what a row reached, and nothing else."""
AGAIN = "(?:ini|itu|tersebut)"
FIRST = r"\W*(?:(?:pada\s+)?tahun\s+(?:anggaran\s+)?20\d\d\W+|(?:adapun|sedangkan)\W+)*"
"""What may stand before that where it is the first thing of its sentence."""
ALL_OF_IT = re.compile(
    r"\W*(?:[^\W\d]+\W*)?(?:$|[.;]|(?:,\s*)?(?:atau|\(|dengan\s+persentase|dari\s+(?:pagu|anggaran|"
    r"target))\b)",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:untuk|bersumber|sumber|dana|dak|apbn|triwulan|semester|bulan|sementara|belum|di\s*antara\w*|"
    r"termasuk|khusus|kecuali|belanja|fisik)\b",
    re.IGNORECASE,
)
"""What stands behind a figure that is all a row reached, and behind one of a part of it."""


def reached_of_rows(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """The figures called reached that their row does not print so, each with the cell that does."""
    above: tuple[Block | None, str] = None, ""
    for block, sentence in told_sentences(blocks):
        for said, name in _told(named, sentence, above[1] if above[0] is block else ""):
            if cell := _reached(said, name, year):
                yield claim_of_cell(block, sentence, said.figure, cell)
        above = block, sentence


def _told(named: NamedRows, sentence: str, above: str) -> Iterator[tuple[AboutRow, str]]:
    """The figures of a sentence with their row, and the words that name it there."""
    if named.names(sentence):
        for said in about_rows(named, sentence):
            yield said, name_pattern(said.row[0].spot.called)
        return
    figures = figures_of(sentence) if above else ()
    rows = {id(mention.row): mention.row for mention in named.names(above)} if figures else {}
    for row in rows.values() if len(rows) == 1 else ():
        figure = figures[0]
        yield AboutRow(figure, row, (), sentence[: figure.start], sentence[figure.end :]), AGAIN


def _reached(said: AboutRow, name: str, year: int) -> RowCell | None:
    """What the row prints as reached, where the figure is its budget or target, or none of its."""
    ways = [way.format(name=name) for way in ITS_REACHED]
    if not any(re.search(rf"\b{way}$", said.before, re.IGNORECASE) for way in ways):
        return None
    alike = [cell for cell in said.row if cell.spot.value == said.figure.value]
    reached = [cell for cell in said.row if _is_reached(cell) and is_of_year(said, cell, year)]
    if said.figure.digits < TELLING or len({cell.spot.value for cell in reached}) != 1:
        return None
    if alike:
        tables = {cell.spot.table for cell in alike}
        own = [cell for cell in reached if cell.spot.table in tables]
        promised = all(TARGET.search(cell.heading) and not _is_reached(cell) for cell in alike)
        return own[0] if promised and own else None
    first = any(re.fullmatch(FIRST + way, said.before, re.IGNORECASE) for way in ways)
    return reached[0] if first and _is_all_of(said, reached[0], year) else None


def _is_all_of(said: AboutRow, cell: RowCell, year: int) -> bool:
    """Is the figure told of the report's year, of the kind of its cell and of no part of it?"""
    near = abs(said.figure.value - cell.spot.value) < said.figure.printed.step
    whole = ALL_OF_IT.match(said.behind) and not PART.search(said.behind)
    return bool(whole) and years_in(said.before) == {year} and is_of(said.figure, cell) and not near


def _is_reached(cell: RowCell) -> bool:
    """Does a cell print what its row reached in all of a year?"""
    name = cell.heading.casefold()
    told = without_whole_year(f"{name} {cell.title.casefold()}")
    is_whole = not cell.spot.is_share and "%" not in name and not PART_OF_YEAR.search(told)
    return "realisasi" in name and is_whole
