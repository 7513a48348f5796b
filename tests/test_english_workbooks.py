"""Workbooks of ours in English: no Indonesian word of ours is left, and they are read back."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import docx
import pytest
from english import left_in_indonesian, shown_texts, workbook_texts
from filling import empty_template
from folders import BLORA
from newcomer import newcomers_workbook
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.importing import Asked, understand
from lkjip_analysis.intake.excel.template import template
from lkjip_analysis.intake.excel.template_sheets import GUIDE, SETTINGS
from lkjip_analysis.intake.usul import workbook_language
from lkjip_analysis.language import as_in_code, report_spoken, spellings, worded
from lkjip_analysis.output.corrections.audit import review
from lkjip_analysis.output.corrections.audit_columns import COLUMNS, HEAD_ROW, read_earlier
from lkjip_analysis.output.datapackage import dictionary_page
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.output.next_year import composed_workbook, form
from lkjip_analysis.output.next_year.computed_report import compose
from lkjip_analysis.output.next_year.filled_form import Isian
from lkjip_analysis.output.next_year.form_checks import filled
from lkjip_analysis.output.next_year.form_guide import example
from lkjip_analysis.output.next_year.sentences import sentences
from lkjip_analysis.report.report import Report

YEAR = int(BLORA.name)
KEY = "anggaran-2.perizinan-realisasi"
OURS = (GUIDE, SETTINGS)
"""The sheets of the template that are called in the language of its reader."""


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


@pytest.mark.parametrize(
    "headings",
    [
        list(COLUMNS),
        [form.SETTINGS_SHEET, *form.SHEETS],
        list(workbook_language.SHEETS),
        list(workbook_language.HEADINGS),
        *([one.heading for one in sheet] for sheet in (form.SETTINGS, *form.SHEETS.values())),
    ],
)
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


@pytest.fixture(scope="module")
def english_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    with report_spoken("en"):
        path.write_bytes(example())
    return path


def test_a_form_in_english_is_filled_in_as_the_indonesian_one(
    english_form: Path, tmp_path: Path
) -> None:
    book = load_workbook(english_form)
    assert book.sheetnames[:3] == ["Instructions", "Settings", "Scale"]
    said = [text for text in workbook_texts(book) if text not in shown_as_they_are()]
    assert not left_in_indonesian(said)
    choices = {rule.formula1 for sheet in book for rule in sheet.data_validations.dataValidation}
    assert {'"yes,no"', '"naik,turun"', '"R/T,(2T-R)/T,T/R"'} <= choices
    (tmp_path / "form.xlsx").write_bytes(example())
    one, other = filled(english_form), filled(tmp_path / "form.xlsx")
    assert one.settings == other.settings
    assert values(one) == values(other)


def values(isian: Isian) -> list[dict[str, object]]:
    """What is filled in on all sheets, without the places, which name the sheets."""
    rows = (row for sheet in isian.sheets.values() for row in sheet)
    return [{name: value for name, value in row.items() if name != "sel"} for row in rows]


def shown_as_they_are() -> set[str]:
    """The made-up agency of the form, and words of laporan.yaml that it asks for."""
    rows = (row for sheet in form.EXAMPLE.values() for row in sheet)
    words = {'"naik,turun"', "naik / turun", "naik", "turun"}
    hints = {spelled for sheet in form.SHEETS.values() for entry in sheet if "turun" in entry.hint
             for spelled in spellings(entry.hint)[1:]}  # fmt: skip
    return words | hints | {value for row in rows for value in row if isinstance(value, str)}


def test_a_mistake_in_an_english_form_is_told_where_it_is(
    english_form: Path, tmp_path: Path
) -> None:
    book = load_workbook(english_form)
    book["Scale"]["B3"] = 95  # above the edge of the row before
    book.save(tmp_path / "form.xlsx")
    with pytest.raises(InputError, match=r"form\.xlsx:Scale!B3: found 95; allowed: less than 91"):
        filled(tmp_path / "form.xlsx")


def test_the_workbook_that_is_composed_is_in_english(english_form: Path) -> None:
    susunan = compose(filled(english_form))
    with report_spoken("en"):
        book = opened(composed_workbook.workbook(susunan, ()))
    assert book.sheetnames == [
        "Achievement",
        "Means",
        "Budget",
        "Sentence",
        "Formulas and rounding",
    ]
    said = [text for text in workbook_texts(book) if text not in shown_as_they_are()]
    assert not {text for text in left_in_indonesian(said) if "direction" not in text}


def filled_in_english(blank: Workbook, filled: Workbook) -> Workbook:
    """The English template with what was filled into the Indonesian one, at the same cells."""
    with report_spoken("en"):
        book = opened(template())
        for sheet in filled.worksheets:
            empty = blank[sheet.title]
            target = book[worded(sheet.title) if sheet.title in OURS else sheet.title]
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                if cell.value != empty[cell.coordinate].value:
                    target[cell.coordinate].value = cell.value
                    target[cell.coordinate].data_type = cell.data_type
    return book


def test_a_template_in_english_is_filled_in_as_the_indonesian_one(tmp_path: Path) -> None:
    english = filled_in_english(empty_template(), newcomers_workbook())
    assert english.sheetnames[:2] == ["Instructions", "Settings"]
    english.save(tmp_path / "english.xlsx")
    newcomers_workbook().save(tmp_path / "indonesian.xlsx")
    one, other = (
        understand(tmp_path / name, Asked(data=tmp_path)).files()
        for name in ("english.xlsx", "indonesian.xlsx")
    )
    del one["asal.csv"], other["asal.csv"]  # they name the sheets
    assert one == other


def test_the_empty_template_is_in_english() -> None:
    with report_spoken("en"):
        book = opened(template())
    assert book["Settings"]["A4"].value == "1. Report"
    rules = book["Settings"].data_validations.dataValidation
    assert {'"yes,no"', '"naik,turun"'} <= {rule.formula1 for rule in rules}
    for sheet in book.worksheets[2:]:
        for row in (4, 5):  # headings and the example, as a report prints them
            for cell in sheet[row]:
                cell.value = None
    domain = re.compile(r'"[a-z ,_]+"|\b(baik|naik|turun|jumlah|tafsir|angka)\b')
    said = [domain.sub("", text) for text in workbook_texts(book)]
    assert not left_in_indonesian(said)


def test_the_chapter_that_is_composed_is_in_english_and_its_data_are_not(
    english_form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "form.xlsx").write_bytes(english_form.read_bytes())
    with report_spoken("en"):
        said = sentences(compose(filled(english_form)))
    assert said[0].text == (
        "Jalan dalam kondisi baik: 80,14 persen against a target of 82,5 persen, an achievement "
        "of 97,14% in the category Sangat Tinggi, lower than the achievement of 2024 (98,20%)."
    )
    plain = run("susun", tmp_path / "form.xlsx", "-o", tmp_path / "id")
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    spoken = run("susun", tmp_path / "form.xlsx", "-o", tmp_path / "en")
    assert plain[0] == spoken[0] == 0
    one, other = (
        {path.name: path.read_text("utf-8") for path in (tmp_path / name).rglob("2025/*")}
        for name in ("id", "en")
    )
    assert one == other and "lebih rendah daripada" in one["klaim.csv"]
    (file,) = (tmp_path / "en").glob("*.docx")
    document = docx.Document(str(file))
    texts = [part.text for part in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Programme" in texts and not left_in_indonesian(texts, tmp_path / "en" / "raw")


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "en")


def printed_report(folder: Path) -> Path:
    """A made-up report: the total of one row is printed 20 too high."""
    rows = [("Induk", 1250, 1310), ("Timur", 840, 905), ("Barat", 615, 702), ("Utara", 433, 398),
            ("Selatan", 278, 310)]  # fmt: skip
    lines = [f"| {name} | {a} | {b} | {a + b + 20 * (name == 'Utara')} |" for name, a, b in rows]
    path = folder / "lkjip.md"
    path.write_text("\n".join([
        "# LAPORAN KINERJA INSTANSI PEMERINTAH", "", "DINAS PERHUBUNGAN KABUPATEN MAJU", "",
        "TAHUN 2023", "", "# BAB III AKUNTABILITAS KINERJA", "",
        "Tabel 3.3 Penumpang menurut terminal tahun 2023", "",
        "| Terminal | Laki-laki | Perempuan | Jumlah |", "|---|---|---|---|", *lines,
        "| Jumlah | 3416 | 3625 | 7041 |", "",
    ]), encoding="utf-8")  # fmt: skip
    return path


def run(*words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    return done.exit_code, done.output


def answered(paper: Path, sheet: str, heading: str, answer: str) -> None:
    """The answer in each row of a sheet that holds something."""
    book = load_workbook(paper)
    column = [cell.value for cell in book[sheet][4]].index(heading)
    for row in book[sheet].iter_rows(min_row=5):
        row[column].value = answer if row[1].value else None
    book.save(paper)


@pytest.mark.usefixtures("in_english")
def test_decisions_in_an_english_working_paper_hold_in_either_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, target = printed_report(tmp_path), tmp_path / "out"
    assert run("periksa", report, "-o", target)[0] == 1
    paper = target / "lkjip" / "kertas-kerja.xlsx"
    book = load_workbook(paper)
    assert {"Guide", "Findings", "Relations", "Table", "Claim", "Rule"} <= {*book.sheetnames}
    assert [cell.value for cell in book["Findings"][4]][:4] == ["decision", "no.", "kind", "place"]
    (tmp_path / "source").mkdir()
    shutil.copy(report, tmp_path / "source")
    left = left_in_indonesian(workbook_texts(book), tmp_path / "source")
    words_of_data = ("penumpang", "naik", "turun", "xlsx terima")  # keys, arah, a command to run
    assert not {one for one in left if not any(word in one for word in words_of_data)}
    sure = [row[1].value for row in book["Table"].iter_rows(min_row=5, max_row=5)]
    assert sure and book["Table"]["A5"].value is None  # what a person answers is left blank
    answered(paper, "Findings", "decision", "rejekt")
    code, said = run("periksa", report, "-o", target)
    assert code == 2 and 'Findings!A5: found "rejekt"' in said
    answered(paper, "Findings", "decision", "reject")
    monkeypatch.setenv("LKJIP_BAHASA", "id")
    assert run("periksa", report, "-o", target)[0] == 0


@pytest.mark.usefixtures("in_english")
def test_an_english_proposal_is_accepted_in_either_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, paper = printed_report(tmp_path), tmp_path / "proposal.xlsx"
    words = ("--instansi", "dinas-maju", "--tahun", "2023", "--output", paper)
    assert run("usul", report, *words)[0] == 0
    answered(paper, "Table", "accept", "yess")
    code, said = run("usul", paper, "--terima", "--data", tmp_path / "en")
    assert code == 2 and "Table!A5" in said
    answered(paper, "Table", "accept", "yes")
    assert run("usul", paper, "--terima", "--data", tmp_path / "en")[0] == 0
    monkeypatch.setenv("LKJIP_BAHASA", "id")
    assert run("usul", paper, "--terima", "--data", tmp_path / "id")[0] == 0
    made = [{path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.csv")}
            for name in ("en", "id")]  # fmt: skip
    assert made[0] and made[0] == made[1]
