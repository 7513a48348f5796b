"""What a page carries of the sheets that all pages share, and how wide tables are printed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from lkjip_analysis.output.word_pdf import chromium
from lkjip_analysis.pages.parts.page_style import without_idle_rules
from lkjip_analysis.pages.parts.wide_tables import setting, upright

SHEET = (
    "body{margin:0}.ada{x:1}.tiada{x:2}.ada .tiada,.ada:not(.tiada){x:3}.bisa:is(.tiada,.ada){x:4}"
    "@media print{.tiada{x:5}.ada{x:6}}@media screen{.tiada{x:7}}.dari-skrip{x:8}"
    '@page{@top-left{content:"Dinas {A} .tiada"}}'
)


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
    # In 8 points 24 columns of three letters: 24 x (3 x 5,9 pixels + 6,7) = 586 of 676; of five,
    # as ranks are, 24 x 36,2 = 869, which a sheet that lies has room for.
    assert setting(["I/a"] * 24, [["12"] * 24], [True] * 24, [False] * 24) == "padat rapat"
    ranks = ["III/a"] * 24, [["12"] * 24], [True] * 24, [False] * 24
    assert setting(*ranks) == "padat muat"
    assert upright(setting(*ranks)) == "padat dilipat"  # where other tables stand on the same sheet
    # 11 amounts of 13 letters: 11 x (76,7 + 6,7) = 917 of the 1.000 of a sheet that lies.
    amounts = ["Pagu"] * 11, [["1.727.182.400"] * 11], [True] * 11, [False] * 11
    assert setting(*amounts) == "melipat muat"
    # With a mark behind each figure 11 x (15 x 5,9 + 6,7) = 1.047: no sheet has room.
    assert setting(*amounts[:3], [True] * 11) == "melipat dilipat"


def test_no_letters_of_a_printed_page_are_smaller_than_8_points() -> None:
    # A rem is 10 points on paper, so .8rem is 8; what is for screens alone is not counted.
    sheets = sorted((Path(__file__).parent.parent / "lkjip_analysis" / "templates").glob("*.css"))
    sizes = [
        (sheet.name, float(number) * {"pt": 1, "rem": 10}[unit])
        for sheet in sheets
        for printed in re.findall(r"@media print\{(.*)\}", sheet.read_text("utf-8"))
        for number, unit in re.findall(r"font-size:([\d.]+)(pt|rem)", printed)
    ]
    assert len(sizes) > 15
    assert [one for one in sizes if one[1] < 8] == []


@pytest.mark.skipif(
    not any(map(shutil.which, chromium.NAMES)),
    reason="NOT TESTED: no Chromium on this computer (Debian: apt install chromium)",
)
def test_the_page_of_verification_prints_what_findings_name(blora_pages: dict[str, str]) -> None:
    pages = PdfDocument(chromium.to_pdf(blora_pages["07_verifikasi.html"]))
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    # Of the 110 cooperatives of Tabel 3.3 the third is named by a finding, the first is not.
    assert "KPRI EKO SANTOSO" in text and "KSPPS BMT DADI MAKMUR" not in text
    assert "Di kertas hanya baris yang disebut temuan" in text
    # 67 findings and the rows that they name; with all rows of all tables it had 17 pages.
    assert len(pages) <= 11
