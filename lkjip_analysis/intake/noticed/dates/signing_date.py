"""When a report says it was signed, and which year its foreword says that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.numbers.calendar_days import MONTHS

OPENING = re.compile(r"\W*(kata pengantar|prakata)\W*", re.IGNORECASE)
CLOSING = re.compile(r"\W*(bab\s+[ivx\d]+\W*)?penutup\W*", re.IGNORECASE)
OTHER = re.compile(
    r"\W*(daftar isi|ikhtisar|ringkasan eksekutif|bab\s+[ivx\d]+\b.*|lampiran.*|"
    r"perjanjian kinerja.*|penetapan kinerja.*|surat\b.*|pernyataan\b.*)",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"[^\W\d][\w .]{2,30},\s*(?P<date>\d{1,2}\s+"
    rf"(?:{'|'.join(MONTHS)})\s+(?:19|20)\d\d)\W*",
    re.IGNORECASE,
)
OF_YEAR = re.compile(
    r"(?:LK[jJ]?\s?IP|LAKIP|Laporan\s+(?:Akuntabilitas\s+)?Kinerja)\b[^.;]{0,160}?"
    r"\b(?P<year>Tahun\s+(?:Anggaran\s+)?(?:19|20)\d\d)\b(?!\s*[-–/])",
    re.IGNORECASE,
)


def signed(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The year of the foreword and the dates under foreword and end, each once.

    A date elsewhere is that of another paper: an agreement is signed before its year begins.
    """
    part = ""
    seen: set[str] = set()
    for block in paragraphs(blocks):
        if block.listed:
            continue
        text = one_line(block.text)
        part = _part(text, part)
        if part and (match := SIGNED.fullmatch(text)):
            why = "laporan disusun sesudah tahunnya berakhir"
            words = _words(f"tanggal_{part}", block, match["date"])
            yield claim_of_words(words, why, "sesudah_tahun")
            part = ""
        elif part == "pengantar" and part not in seen and (match := OF_YEAR.search(text)):
            seen.add(part)
            words = _words("tahun_pengantar", block, match["year"])
            yield claim_of_words(words, "pengantar menyebut tahun laporan", "tahun_laporan")


def _part(text: str, part: str) -> str:
    """The part that begins with a line, or the one it still stands in."""
    if OPENING.fullmatch(text):
        return "pengantar"
    if CLOSING.fullmatch(text):
        return "penutup"
    return "" if OTHER.fullmatch(text) else part


def _words(kode: str, block: Paragraph, said: str) -> Words:
    return Words(kode, block, said, kode.replace("_", " ").capitalize())
