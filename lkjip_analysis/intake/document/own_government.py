"""Whether a document is the report of a government as a whole, and of none of its offices.

A province, a regency and a city report too, and name their inspectorate, the planning board and the
ministries that they report to more often than themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

REPORT = r"\blaporan\s+(?:akuntabilitas\s+)?kinerja\s+(?:\([^()]{1,9}\)\s+)?"
OWN = re.compile(
    rf"{REPORT}(?:instansi\s+)?pemerintah(?:an)?\s+(?:\([^()]{{1,9}}\)\s+)?(?:daerah\s+)?"
    r"(?=(?:provinsi|kabupaten|kota)\b)",
    re.IGNORECASE,
)
"""What such a report calls itself, before the name of the province, regency or city."""
OFTEN = 2
"""A report of an office may name that of its government once: that is what it is gathered into."""


def is_of_government(front: Iterable[str], office: str) -> bool:
    """Do the front pages call the report that of the government, and never that of the office?"""
    text = " ".join(front)
    of_office = rf"{REPORT}(?:(?:instansi\s+)?pemerintah(?:an)?\s+)?(?:\([^()]*\)\s+)?(?:pada\s+)?"
    is_named = office and re.search(of_office + re.escape(office), text, re.IGNORECASE)
    return len(OWN.findall(text)) >= OFTEN and not is_named
