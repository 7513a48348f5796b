"""What a document fills in of itself, label and answer: "Tahun laporan | 2024", "OPD : Dinas A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.texts import one_line

LABELS = {
    "tahun": re.compile(r"(?i)tahun(?: (?:laporan|pelaporan|anggaran))?"),
    "nama": re.compile(
        r"(?i)(?:nama )?(?:instansi|opd|skpd|perangkat daerah|unit organisasi|"
        r"(?:unit kerja ?/ ?)?(?:satker|satuan kerja))"
    ),
    "pemerintah": re.compile(r"(?i)pemerintah(?: daerah)?|kabupaten ?/ ?kota"),
}
BESIDE = re.compile(r"([^:]{3,40}?)\s*:\s*(.+)")
"""A line that gives a label and its answer."""


def labelled(blocks: Sequence[Block]) -> dict[str, str]:
    """The answers beside the labels of `LABELS`; none where a label is answered twice otherwise."""
    found: dict[str, set[str]] = {name: set() for name in LABELS}
    for label, answer in _pairs(blocks):
        for name, pattern in LABELS.items():
            if pattern.fullmatch(label):
                found[name].add(answer)
    return {name: answers.pop() for name, answers in found.items() if len(answers) == 1}


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if not isinstance(block, WordTable):
            if pair := BESIDE.fullmatch(one_line(block.text)):
                yield one_line(pair[1]), one_line(pair[2])
            continue
        for row in block.grid.rows:
            label, *others = [one_line(slot.text).removesuffix(":").strip() for slot in row] or [""]
            answers = [text.lstrip(": ") for text in others if text.strip(": ")]
            # One of several years is a column of results, none is the year of the document.
            if answers and not any(text[:2] == "20" and text.isdecimal() for text in answers[1:]):
                yield label, answers[0]
