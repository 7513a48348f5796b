"""What a page carries of the sheets that all pages share, and how wide tables are printed."""

from __future__ import annotations

import re

from lkjip_analysis.pages.parts.page_style import without_idle_rules
from lkjip_analysis.pages.parts.wide_tables import setting

SHEET = (
    'body{margin:0}.ada{x:1}.tiada{x:2}.ada .tiada,.ada:not(.tiada){x:3}.bisa:is(.tiada,.ada){x:4}'
    '@media print{.tiada{x:5}.ada{x:6}}@media screen{.tiada{x:7}}.dari-skrip{x:8}'
    '@page{@top-left{content:"Dinas {A} .tiada"}}'
)  # fmt: skip


def test_a_page_keeps_the_rules_that_it_has_something_for() -> None:
    page = (
        f'<style>{SHEET}</style><p class="ada bisa"></p><script>mark("dari-skrip")</script>'
        "<pre>.tiada{x:9}</pre>"
    )
    told = without_idle_rules(page)
    (kept,) = re.findall(r"<style>(.*?)</style>", told)
    assert kept == (
        "body{margin:0}.ada{x:1}.ada:not(.tiada){x:3}.bisa:is(.tiada,.ada){x:4}"
        '@media print{.ada{x:6}}.dari-skrip{x:8}@page{@top-left{content:"Dinas {A} .tiada"}}'
    )
    assert told.endswith("<pre>.tiada{x:9}</pre>")  # what is said on the page is no style


def test_a_wide_table_is_printed_upright_then_lying_then_folded() -> None:
    # 24 columns of ranks and counts: 24 x (5 letters of 4,8 pixels + 3,5) = 660 of 676.
    ranks = ["III/a"] * 24, [["12"] * 24], [True] * 24, [False] * 24
    assert setting(*ranks) == "padat rapat"
    # 13 amounts of 13 letters: 13 x (62,4 + 3,5) = 857; lying 13 x (67,6 + 5,3) = 948 of 1.000.
    amounts = ["Pagu"] * 13, [["1.727.182.400"] * 13], [True] * 13, [False] * 13
    assert setting(*amounts) == "melipat muat"
    # With a mark behind each figure 13 x (15 x 5,2 + 5,3) = 1.083: no sheet has room.
    assert setting(*amounts[:3], [True] * 13) == "melipat"
