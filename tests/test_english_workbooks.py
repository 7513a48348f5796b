"""Workbooks of ours in English: no Indonesian word of ours is left, and they are read back."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from english import left_in_indonesian, shown_texts, workbook_texts
from folders import BLORA
from openpyxl import Workbook, load_workbook

from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.language import as_in_code, report_spoken, spellings
from lkjip_analysis.output.corrections.audit import review
from lkjip_analysis.output.corrections.audit_columns import COLUMNS, HEAD_ROW, read_earlier
from lkjip_analysis.output.datapackage import dictionary_page
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.report.report import Report

YEAR = int(BLORA.name)
KEY = "anggaran-2.perizinan-realisasi"


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(BLORA, folder / "raw" / BLORA.parent.name / BLORA.name)
    return folder


@pytest.fixture(scope="module")
def english(blora: Report) -> Verification:
    with report_spoken("en"):
        return verify(blora)


@pytest.fixture(scope="module")
def paper(data: Path) -> bytes:
    """The auditor's working paper as it is written under --bahasa en."""
    with report_spoken("en"):
        return review(YEAR, data)[0]


@pytest.mark.parametrize("headings", [list(COLUMNS)])
def test_no_two_headings_of_a_sheet_are_called_alike_in_any_language(headings: list[str]) -> None:
    said = [one.casefold() for name in headings for one in set(spellings(name))]
    assert len(said) == len(set(said))
    assert [as_in_code(one, headings) for name in headings for one in spellings(name)] == [
        name for name in headings for _ in spellings(name)
    ]


def test_the_working_paper_of_auditors_is_in_english(data: Path, paper: bytes) -> None:
    book = opened(paper)
    assert not left_in_indonesian(workbook_texts(book), data)
    assert book.sheetnames[0] == "Ranking"
    heads = [cell.value for cell in book.worksheets[1][HEAD_ROW]]
    assert heads[2:7] == ["Condition", "Criterion", "Cause", "Consequence", "Recommendation"]


@pytest.mark.parametrize("after", ["c", "en"])
def test_answers_of_an_english_paper_are_kept_in_either_language(
    data: Path, paper: bytes, tmp_path: Path, after: str
) -> None:
    book = opened(paper)
    sheet = book.worksheets[1]
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    (row,) = (r for r in sheet.iter_rows(min_row=HEAD_ROW + 1) if r[-1].value == KEY)
    row[heads.index("Status")].value = "agreed"
    row[heads.index("Answer of the agency")].value = "we agree"
    book.save(tmp_path / "earlier.xlsx")
    read = read_earlier(tmp_path / "earlier.xlsx")[BLORA.parent.name][KEY]
    assert (read["Status"], read["Tanggapan instansi"]) == ("disetujui", "we agree")
    with report_spoken(after):
        later = opened(review(YEAR, data, tmp_path / "earlier.xlsx")[0]).worksheets[1]
    texts = {str(cell.value) for r in later.iter_rows() for cell in r if r[-1].value == KEY}
    assert "we agree" in texts and ({"c": "disetujui", "en": "agreed"}[after]) in texts
    assert ({"c": "tetap", "en": "unchanged"}[after]) in texts


def test_the_workbook_and_the_dictionary_of_the_data_are_in_english(
    blora: Report, english: Verification, data: Path
) -> None:
    with report_spoken("en"):
        book, dictionary = opened(as_xlsx(english)), dictionary_page.page(blora)
    assert book.sheetnames[:2] == ["Guide", "Findings"]
    assert not left_in_indonesian(workbook_texts(book), data)
    assert not left_in_indonesian(shown_texts(dictionary), data)
    assert '<html lang="en">' in dictionary and "always filled in" in dictionary
