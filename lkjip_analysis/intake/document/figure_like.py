"""What looks like a figure, or like the heading of codes, before a column is known."""

from __future__ import annotations

import re

from lkjip_analysis.numbers.absent import absence
from lkjip_analysis.numbers.printed import is_dash

CODES = re.compile(
    r"\W*(kode|kd)(rek(ening)?|akun|urusan|program|kegiatan|satker)?\b[\w\s./()-]{0,40}|\W*(no|nomor)\W{1,2}(kode\W{1,2})?rek(ening)?\W*|\W*(akun|mak)\W*",
    re.IGNORECASE,
)


def is_code(heading: str) -> bool:
    """Does a heading stand over the codes of its rows?

    >>> [is_code(head) for head in ("KODE AKUN", "KODEREKENING", "No. Rekening", "Nilai kode etik")]
    [True, True, True, False]
    """
    return bool(CODES.fullmatch(heading))


def is_figure_like(text: str) -> bool:
    """A figure, perhaps a spoilt one, or what stands where a figure is missing."""
    spoilt = re.fullmatch(r"(Rp\.?|US ?\$)?[\W\d_]*\d[\W\d_]*([^\W\d_]{1,12}\d?)?", text.strip())
    return bool(spoilt or absence(text) or is_dash(text.strip()))
