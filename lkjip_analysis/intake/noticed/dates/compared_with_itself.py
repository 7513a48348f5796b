"""A year compared with itself: "capaian tahun 2023 dibandingkan dengan capaian tahun 2023".

One of the two is another year that was not changed or was typed wrongly. What is compared must be
of one measure: a result of a year may be held against the target of the same year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded

YEAR = r"tahun\s+(?:anggaran\s+)?"
MEASURE = r"(?:[^\W\d]+\s+){0,4}?"
COMPARED = re.compile(
    rf"(?P<what>{MEASURE})(?:pada\s+|di\s+)?{YEAR}(?P<year>20\d\d)\s+"
    r"(?:(?:jika\s+|bila\s+|apabila\s+)?(?:di)?banding(?:kan)?(?:\s+dengan)?|dengan|terhadap)\s+"
    rf"(?P<other>{MEASURE})(?:pada\s+|di\s+)?(?P<again>{YEAR}(?P=year))(?!\s*[-–/]|\d)",
    re.IGNORECASE,
)
CHANGED = re.compile(
    rf"(?P<what>{MEASURE})(?:pada\s+|di\s+)?{YEAR}(?P<year>20\d\d)\b[^.;]{{0,60}}?"
    r"\b(?:naik|turun|meningkat|menurun|lebih\s+(?:tinggi|rendah|besar|kecil|baik))\b[^.;]{0,40}?"
    r"\b(?:dibanding(?:kan)?(?:\s+dengan)?|dari(?:pada)?|terhadap)\s+"
    rf"(?P<other>{MEASURE})(?:pada\s+|di\s+)?(?P<again>{YEAR}(?P=year))(?!\s*[-–/]|\d)",
    re.IGNORECASE,
)
COMPARES = re.compile(r"banding|naik|turun|meningkat|menurun|lebih\s", re.IGNORECASE)
PARTED = re.compile(r"\b(?:triwulan|semester|bulan|perubahan|murni|target|rencana|pagu)\b", re.I)
"""Parts of one year are compared, and its plan with what came of it."""
ELSEWHERE = re.compile(
    r"[^.;,]{0,60}\b(?:nasional|provinsi|kabupaten|kota|kecamatan|daerah|wilayah|negara|instansi|lain)\b",
    re.IGNORECASE,
)
"""Behind the second year: the same year of another place, as each report compares itself."""
LONGEST = 2_000
"""A longer text without a full stop is a table that was read as a paragraph."""


def compared_with_itself(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each year that its sentence compares with the same year, as the claim that it is another."""
    count = 0
    for block, sentence in told_sentences(blocks):
        if len(sentence) > LONGEST or not COMPARES.search(sentence) or PARTED.search(sentence):
            continue
        for pattern in (COMPARED, CHANGED):
            match = pattern.search(sentence)
            alone = pattern is COMPARED or len(years_in(sentence)) == 1
            if match and alone and _is_of_one_measure(match):
                count += 1
                kode, about = f"tahun_dibandingkan_{count}", worded("Tahun yang dibandingkan")
                start, end = match.span("again")  # the first year of the two is printed alike
                marked = f"{sentence[:start]}«{sentence[start:end]}»{sentence[end:]}"
                yield claim_of_words(
                    Words(kode, block, match["again"], about, marked),
                    worded("kalimatnya membandingkan dua tahun"),
                    "tahun_lain",
                    f"sumber={match['year']}",
                )
                break


def _is_of_one_measure(match: re.Match[str]) -> bool:
    """Is the other year told of the same thing, or of none, and of no other place?"""
    what, other = (match[name].casefold().split() for name in ("what", "other"))
    elsewhere = ELSEWHERE.match(match.string, match.end())
    return not elsewhere and (not other or what[-len(other) :] == other)
