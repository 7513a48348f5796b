"""Sentences that count the indicators that met their target, and those that did not.

"Dari 6 indikator, empat tercapai dan dua belum tercapai": held against the one table of
achievements that has so many rows, or against those of all goals together where each goal has a
table of its own. A count of which the whole is not told says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, Paragraph, prose
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_count
from lkjip_analysis.intake.noticed.counts.said_of_all import NARROWER, VERB, prints_achievements
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.proposal.spots import Cells
from lkjip_analysis.intake.sentences.naming_numbers import BESIDE
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.number_words import SMALL_NUMBER, spoken
from lkjip_analysis.report.row_names import plain_name

COUNT = (
    r"(?<![\w.,/])(?P<count>\d{1,3}(?!\s*[%.,]?\d|\s*%|\s*persen)"
    rf"|(?:{SMALL_NUMBER})\b)"
)
THINGS = r"\s*(?:\([^()]*\)\s*)?(?:indikator|iku|sasaran|target)\b"
BETWEEN = r"(?:\s+(?!tidak\b|belum\b|kurang\b|dan\b)[^\W\d]+){0,5}?\s+"
MET = (
    rf"(?:tercapai|terpenuhi|{VERB}(?:\s+(?:atau|dan|maupun)\s+{VERB})?\s+target|"
    r"berhasil\s+dicapai)\b"
)
NOT_MET = (
    rf"(?:yang\s+)?(?:(?:realisasi|capaian)nya\s+)?(?:(?:tidak|belum|kurang)\s+(?:dapat\s+)?{MET}"
    r"|(?:masih\s+|berada\s+){0,2}(?:kurang\s+dari|di\s*bawah)\s+target\b)"
)
OF_WHOLE = (
    rf"(?:\s+dari\s+(?:total\s+)?(?:\d{{1,3}}|{SMALL_NUMBER}){THINGS}|{THINGS}|\s+di\s*antaranya)"
)
REACHED = re.compile(f"{COUNT}{OF_WHOLE}(?:{BETWEEN}|\\s+){MET}", re.IGNORECASE)
FAILED = re.compile(f"{COUNT}(?:{OF_WHOLE})?(?:{BETWEEN}|\\s+){NOT_MET}", re.IGNORECASE)
WHOLE = re.compile(
    rf"\b(?:dari|seluruh|semua|terdapat|memiliki)\s+(?:\w+\s+){{0,2}}?{COUNT}{THINGS}",
    re.IGNORECASE,
)
BARE = (
    rf"(?:,|\b(?:sebanyak|sejumlah|ada|terdapat|hanya|baru|dan|sedangkan|sementara))\s+{COUNT}\s+"
)
BARE_MET = re.compile(
    rf"{BARE}(?:(?:yang|telah|sudah|berhasil|dapat|mampu)\s+){{0,2}}{MET}", re.IGNORECASE
)
BARE_FAILED = re.compile(
    rf"{BARE}(?:lainnya\s+|yang\s+)?(?:belum|tidak)(?=\s*(?:[,;)]|\.(?!\d)|$))", re.IGNORECASE
)
"""Counts behind what they are of: "Dari 6 indikator, 4 telah mencapai target dan 2 belum."."""
ORDINAL = re.compile(
    r"\b(?:indikator|iku|sasaran|tujuan|target|nomor|no\.?|ke)[\s-]*"
    r"(?:\d{1,3}\s*(?:,|\b(?:dan|serta|hingga|sampai)\b)\s*){0,9}$",
    re.IGNORECASE,
)
"""What makes the number behind it the name of one: "indikator 1, 3 dan 5 belum tercapai"."""
EXCEEDED = re.compile(r"\b(?:melampaui|melebihi)\b", re.IGNORECASE)
EITHER = re.compile(r"\b(?:mencapai|memenuhi)\b|\btercapai|\bterpenuhi|\bdicapai", re.IGNORECASE)
FULL = 100
"""The achievement, in percent, of who just reached the target and did not go beyond."""


@dataclass(frozen=True)
class _Counted:
    """A count of a sentence, whether of those that fell short, and whether of those beyond."""

    number: int
    failed: bool
    beyond: bool
    """Of those that exceed their target: what just reaches it is counted otherwise."""


def counted_targets(
    blocks: Sequence[Block], tables: Sequence[ProposedTable], cells: Cells, tahun: int
) -> Iterator[ProposedClaim]:
    """Each count of indicators that met, or missed, their targets, with the table it is about."""
    held = [table for table in tables if prints_achievements(table, cells)]
    for block in prose(blocks if held else ()):
        for sentence in _sentences(block.text):
            counts = _counts(sentence)
            whole = _whole(sentence, counts)
            meant = _of_rows(held, whole, cells, block) if whole else _named_there(held, sentence)
            achieved = [a for table in meant for a in _achievements(table, cells)]
            if meant and not years_in(sentence) - {tahun} and not NARROWER.search(sentence):
                for counted in _held(counts, achieved):
                    yield _claim(block, sentence, counted, meant, whole or len(achieved))


def _sentences(text: str) -> list[str]:
    found: dict[str, None] = {}
    for match in (*REACHED.finditer(text), *FAILED.finditer(text), *BARE_MET.finditer(text)):
        found.setdefault(sentence_around(text, match.start("count")))
    return list(found)


def _counts(sentence: str) -> list[_Counted]:
    whole = _told_whole(sentence)
    after = whole.end() if whole else len(sentence)
    met = [*REACHED.finditer(sentence), *BARE_MET.finditer(sentence, after)]
    failed = [*FAILED.finditer(sentence), *BARE_FAILED.finditer(sentence, after)]
    told = {m.start("count"): _counted(m, failed=False) for m in met}
    told |= {m.start("count"): _counted(m, failed=True) for m in failed}
    return [told[start] for start in sorted(told) if not names_one(sentence, start)]


def names_one(sentence: str, start: int) -> bool:
    """Is the number there the name of one of what is counted, "indikator 3", and no count?"""
    return ORDINAL.search(sentence, max(start - BESIDE, 0), start) is not None


def _counted(match: re.Match[str], failed: bool) -> _Counted:
    text = match["count"]
    number = int(text) if text.isdigit() else spoken(text) or 0
    beyond = bool(EXCEEDED.search(match[0])) and not EITHER.search(match[0])
    return _Counted(number, failed, beyond)


def _held(counts: Sequence[_Counted], achieved: Sequence[Fraction]) -> Iterator[_Counted]:
    """The counts that say how many reached their target: two of them are parts of those, and
    nothing is said of "melampaui" where a target was just reached."""
    parted = sum(not counted.failed for counted in counts) > 1
    just_reached = FULL in achieved
    for counted in counts:
        if not (counted.beyond and just_reached) and (counted.failed or not parted):
            yield counted


def _whole(sentence: str, counts: Sequence[_Counted]) -> int:
    """Of how many the counts are: as told, or both counts together; 0 where neither is known."""
    told = _told_whole(sentence)
    both = len(counts) == 2 and counts[0].failed != counts[1].failed
    if told:
        return _counted(told, failed=False).number
    return sum(counted.number for counted in counts) if both else 0


def _told_whole(sentence: str) -> re.Match[str] | None:
    """The first count of them all: "terdapat 3 indikator yang belum tercapai" counts some."""
    some = {m.start("count") for way in (REACHED, FAILED) for m in way.finditer(sentence)}
    return next((m for m in WHOLE.finditer(sentence) if m.start("count") not in some), None)


def _of_rows(
    held: Sequence[ProposedTable], rows: int, cells: Cells, block: Paragraph
) -> Sequence[ProposedTable]:
    """The table with so many achievements; none where two with other figures have as many."""
    found = [(table, told) for table in held if len(told := _achievements(table, cells)) == rows]
    if not found:
        return _parted(held, rows, cells)
    here = [one for one in found if one[0].part == block.part] or found
    alike = len({told for _, told in here}) == 1
    return [here[0][0]] if alike else []


def _parted(held: Sequence[ProposedTable], rows: int, cells: Cells) -> Sequence[ProposedTable]:
    """The tables of the goals, which have so many achievements only all together.

    Each prints all of its own, and no indicator stands in two of them: a table that repeats what
    others print, or is of another year, is no part.
    """
    own = [table for table in held if table.kind.name != "ringkasan"]
    names = [name for table in own for key, name in table.names if key in table.own_keys]
    counts = [len(_achievements(table, cells)) for table in own]
    is_whole = len(own) > 1 and all(counts) and sum(counts) == rows
    return own if is_whole and len({plain_name(name) for name in names}) == rows else []


def _named_there(held: Sequence[ProposedTable], sentence: str) -> Sequence[ProposedTable]:
    """The one table whose number the sentence names."""
    labels = ((table, re.escape(table.label)) for table in held if table.label)
    named = [t for t, label in labels if re.search(rf"\b{label}(?![\d.]*\d)", sentence)]
    return named if len(named) == 1 else []


def _achievements(table: ProposedTable, cells: Cells) -> tuple[Fraction, ...]:
    rows = table.own_keys
    if any((table.name, row, "capaian") not in cells for row in rows):
        return ()
    return tuple(sorted(cells[table.name, row, "capaian"].value for row in rows))


def _claim(
    block: Paragraph,
    sentence: str,
    counted: _Counted,
    tables: Sequence[ProposedTable],
    whole: int,
) -> ProposedClaim:
    what = "belum mencapai target" if counted.failed else "mencapai target"
    more = "; belum=ya" if counted.failed else ""
    kode = f"indikator_{'belum_' if counted.failed else ''}tercapai"
    return claim_of_count(
        Words(kode, block, str(counted.number), f"Indikator yang {what}", sentence),
        f"kalimatnya menghitung {whole} baris {', '.join(table.label for table in tables)}",
        f"bagian={' + '.join(f'{table.name}[*].capaian' for table in tables)}{more}",
    )
