"""Which agency, government and year a document is of, as its first pages print them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.proposal.proposing import who

YEAR = re.compile(r"\b(20[0-3]\d)\b")
TITLED = re.compile(r"(?i)\b(?:laporan|lkjip|lakip|lkip|kinerja|tahun(?:\s+anggaran)?)\b")
FIRST = 40
"""So many paragraphs from the beginning hold the title and the foreword."""
LONGEST = 60


@dataclass(frozen=True)
class Identity:
    """The folder name of the agency, the year, and what both are called in print."""

    instansi: str
    tahun: int
    nama: str
    pemerintah: str
    told: tuple[str, ...] = ()
    """Where agency, government and year were read, in this order."""

    @property
    def sentence(self) -> str:
        """Whose report it is, and where that was read."""
        parts = (self.nama, self.pemerintah or "pemerintah tidak disebut", f"tahun {self.tahun}")
        shown = (f"{part} ({where})" if where else part
                 for part, where in zip(parts, (*self.told, "", "", ""), strict=False))  # fmt: skip
        return ", ".join(shown)


def identity_of(
    blocks: Sequence[Block], path: Path, instansi: str, tahun: int, pemerintah: str
) -> Identity:
    """What the document prints of itself, or what was told instead.

    Raises: InputError where no year is printed and none was told.
    """
    nama, printed = who(blocks)
    year = tahun or _year(blocks, path)
    if not year:
        remedy = "Write --tahun 2021."
        raise InputError([Problem(path.name, "no year that the document names as its own",
                                  "a year on the first pages", remedy)])  # fmt: skip
    told = nama or path.stem
    return Identity(instansi or folder_name(told), year, told, pemerintah or printed)


def folder_name(text: str) -> str:
    """
    >>> folder_name("Dinas Koperasi, UKM dan Perdagangan")
    'dinas-koperasi-ukm-dan-perdagangan'
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    made = "-".join(re.findall(r"[a-z0-9]+", folded))
    return made[:LONGEST].strip("-") or "instansi"


def _year(blocks: Sequence[Block], path: Path) -> int:
    """The year of the title; else the one that most lines of the document speak of."""
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    titled = [text for text in lines[:FIRST] if TITLED.search(text)]
    for texts in (titled, [path.stem.replace("_", " ")], lines):
        counted = Counter(year for text in texts for year in YEAR.findall(text))
        if counted:
            most = max(counted.values())
            return int(max(year for year, count in counted.items() if count == most))
    return 0
