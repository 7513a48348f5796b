"""Why a text is no figure, in words that say what to write instead."""

from __future__ import annotations

import re

from lkjip_analysis.language import phrase

MAX_LENGTH = 100
"""No figure is printed with so many characters, its unit included."""
SHARE = re.compile(r"\(\s?([0-9][0-9.,]{0,30})\s?(?:%|persen)\s?\)", re.IGNORECASE)
"""Of money parentheses are an accountant's minus; of a percentage as often beside a count."""


def why_no_figure(shown: str, is_paired: bool = True) -> str:
    """Why a text has no shape of a figure; not `is_paired` where a parenthesis lacks its other."""
    if len(shown) > MAX_LENGTH:
        return phrase("{count:,} characters are no figure", count=len(shown))
    if shown.startswith(("=", "@", "#")):
        return phrase("a formula or its error, not a printed figure")
    if re.fullmatch(r"[0-9][0-9.,]*[-–—−]", shown):
        return phrase(
            "a minus sign behind a number: negative, or a dash for nothing behind the comma?"
        )
    if share := SHARE.fullmatch(shown):
        return phrase(
            "a percentage in parentheses: negative (-{core}%), or a share ({core}%)? Write one",
            core=share[1],
        )
    return phrase("not a number") if is_paired else phrase("a parenthesis without its pair")
