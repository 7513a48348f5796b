"""The key figures of a report have the same digits and words on screen, in Word, PDF and Excel."""

from __future__ import annotations

import html
import io
import re
from datetime import datetime

import docx
import pytest
from openpyxl import load_workbook

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.output.corrections.audit_paper import Reviewed, working_paper
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.output.word_pdf.chapter3 import chapter
from lkjip_analysis.output.word_pdf.correction_list import as_document
from lkjip_analysis.output.word_pdf.document import as_html
from lkjip_analysis.output.word_pdf.word import as_word

DAY = datetime(2026, 11, 24)
# Worked out by hand: 100 x 43,30 / 32 = 135,31; 13.244 / 6.825 = 194,05; 2.645.059 / 2.942.679 =
# 89,886; 86,70 / 70 = 123,86. (135,3125 + 194,0513) / 2 = 164,68; (89,8861 + 123,8571) / 2 =
# 106,87; (164,6819 + 106,8716) / 2 = 135,78. The programmes spent 1.576.408.211 of 1.727.182.400
# rupiah, 91,27 percent; 150.774.189 are left.
FIGURES = (
    "135,31", "194,05", "89,89", "123,86", "164,68", "106,87", "135,78", "Sangat Baik",
    "1.727.182.400", "1.576.408.211", "91,27", "150.774.189",
)  # fmt: skip
COUNTS = {
    "Terbukti salah": 4, "Perlu klarifikasi": 4, "Kalimat tidak sesuai": 3,
    "Aturan tidak diikuti": 22, "Pembulatan": 5, "Patut diperiksa": 29,
}  # fmt: skip
"""How many findings of each standing the report has."""


def in_words(page: str) -> str:
    """What a reader sees of a page."""
    shown = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", shown)).split())


def in_word(content: bytes) -> str:
    book = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in book.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in book.paragraphs), *cells])


@pytest.mark.parametrize("form", ["layar", "word", "pdf"])
def test_the_key_figures_have_the_same_digits(
    form: str, blora_verified: Verification, blora_pages: dict[str, str]
) -> None:
    document = chapter(blora_verified)
    told = {
        "layar": lambda: in_words(blora_pages["index.html"]),
        "word": lambda: in_word(as_word(document, DAY)),
        "pdf": lambda: in_words(as_html(document)),  # of which the PDF is made
    }[form]()
    missing = [figure for figure in FIGURES if figure not in told]
    assert not missing


def test_the_findings_have_the_same_names_and_numbers(
    blora_verified: Verification, blora_pages: dict[str, str]
) -> None:
    screen = in_words(blora_pages["07_verifikasi.html"])
    word = in_word(as_word(as_document(blora_verified), DAY))
    pdf = in_words(as_html(as_document(blora_verified)))
    for name, count in COUNTS.items():
        for told in (screen, word, pdf):
            assert f"{name} ({count})" in told
    paper = working_paper(2021, [Reviewed("dinas", blora_verified)], {})
    heads, row = list(load_workbook(io.BytesIO(paper)).worksheets[0].values)[3:5]
    ranked = dict(zip(heads, row, strict=True))
    assert {name: ranked[name] for name in COUNTS} == COUNTS
    book = load_workbook(io.BytesIO(as_xlsx(blora_verified)))
    standings = [row[1] for row in book["Temuan"].iter_rows(min_row=5, values_only=True)]
    assert {name: standings.count(name) for name in COUNTS} == COUNTS
    # How much was tested stands on the screen, on the auditor's sheet and in the workbook alike.
    agency = load_workbook(io.BytesIO(paper)).worksheets[1]
    for told in (screen, agency["A2"].value, book["Petunjuk"]["A6"].value):
        assert "405 dari 411 angka" in told
