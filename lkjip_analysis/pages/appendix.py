"""The appendix of a report: what its verification takes for granted, which corrections somebody
accepted, and who stands by the report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.numbers.calendar_days import written_day
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.parts import html_parts
from lkjip_analysis.pages.parts.assumptions import assumptions
from lkjip_analysis.report.place_names import place

SIGNED = re.compile(r'<div id="pengesahan">.*?</div>', re.DOTALL)


def appendix_body(verification: Verification, pages: Sequence[Page]) -> str:
    """The page as it is made with the report: nobody has signed it yet."""
    report = verification.report
    return html_parts.render(
        "lampiran.html.j2",
        assumptions=assumptions(verification),
        corrections=[(place(report, one.address), one) for one in report.corrections],
        named=any(str(one.accepted) for one in report.corrections),
        can_verify=html_parts.VERIFICATION_PAGE in {page.file for page in pages},
        verification_page=html_parts.VERIFICATION_PAGE,
        signatures=html_parts.marked(signatures(())),
        day=written_day,
    )


def signatures(signed: Sequence[Mapping[str, str]]) -> str:
    """Who made, reviewed and approved the report, as the block of the page that says so."""
    return html_parts.render("pengesahan.html.j2", signed=signed, day=written_day).strip()


def with_signatures(page: str, signed: Sequence[Mapping[str, str]]) -> str:
    """The page with these names instead of those it has."""
    block = signatures(signed)
    return SIGNED.sub(lambda _: block, page, count=1)
