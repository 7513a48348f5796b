"""A report in English: its words change, its figures and what programs read do not."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from english import left_in_indonesian, shown_texts

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.building.report_request import REPORTS, reports_folder
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.language import report_spoken
from lkjip_analysis.output.corrections.to_correct import as_text
from lkjip_analysis.output.datapackage.processed import write_processed
from lkjip_analysis.output.word_pdf import word_styles
from lkjip_analysis.output.word_pdf.chapter3 import chapter
from lkjip_analysis.output.word_pdf.document import as_html
from lkjip_analysis.pages import index_page, page_frame, sections
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.parts import html_parts
from lkjip_analysis.report.period import spoken_period
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.report.tables import Address


def told(verification: Verification, folder: Path) -> str:
    """The index and what the page of findings shows, as one page."""
    report = verification.report
    known = (Page("Overview", "index.html"), Page("Verification", "07_verifikasi.html"))
    head = page_frame.head_of(report)
    body = index_page.index_body(verification, head, known)
    shown = (html_parts.findings(verification), sections.advice(verification),
             sections.budget_answer(report, verification),
             sections.performance_answer(report, verification),
             sections.efficiency_table(report), sections.readings_table(report))  # fmt: skip
    body += "".join(getattr(one, "html", "") for one in shown)
    page_frame.write_page(folder, head, known, known[0], body)
    return (folder / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def english(blora: Report, tmp_path_factory: pytest.TempPathFactory) -> tuple[Verification, str]:
    with report_spoken("en"):
        found = verify(blora)
        return found, told(found, tmp_path_factory.mktemp("en"))


def test_no_word_of_ours_is_left_in_indonesian(
    english: tuple[Verification, str], blora: Report
) -> None:
    """Each Indonesian piece of a sentence stands in the report's own files or in a table type."""
    folder = raw_folder() / blora.instansi
    assert not left_in_indonesian(shown_texts(english[1]), folder)
    for sentence in ("Which figures are proven misprinted?", "Budget absorption", "What to do"):
        assert sentence in english[1]


def test_the_page_says_its_language_and_how_figures_are_written(
    english: tuple[Verification, str],
) -> None:
    assert '<html lang="en">' in english[1] and "24 November 2026" in english[1]
    assert "a dot parts thousands, a comma decimals" in english[1]


def figures(page: str) -> Counter[str]:
    bare = re.sub(r"<(style|script|svg)\b.*?</\1>", "", page, flags=re.DOTALL)
    return Counter(re.findall(r"\d[\d.,]*\d", unescape(re.sub(r"<[^>]+>", " ", bare))))


def test_its_figures_are_those_of_the_indonesian_page(
    english: tuple[Verification, str], blora_verified: Verification, tmp_path: Path
) -> None:
    assert figures(english[1]) == figures(told(blora_verified, tmp_path))


def test_documents_are_in_english_too(english: tuple[Verification, str]) -> None:
    with report_spoken("en"):
        html, listed = as_html(chapter(english[0])), as_text(english[0])
    assert "CHAPTER III PERFORMANCE ACCOUNTABILITY 2021" in html and "Table 3.1" in html
    assert 'lang="en"' in html and "B. Budget realisation" in html
    assert listed.startswith("# Corrections to make: ") and "## Proven wrong (4)" in listed
    assert "   - Should be: 10.000.000 (one zero too many)\n" in listed


def test_what_programs_read_is_the_same_in_any_language(
    blora_verified: Verification, tmp_path: Path
) -> None:
    for name in ("c", "en"):
        (tmp_path / name / "raw").mkdir(parents=True)
        with report_spoken(name):
            write_processed(blora_verified.report, blora_verified, tmp_path / name / "raw")
    both = [
        {
            path.name: path.read_bytes()
            for path in (tmp_path / name).rglob("*.*")
            if path.suffix == ".csv" or path.name == "temuan.json"
        }
        for name in ("c", "en")
    ]
    assert len(both[0]) > 10 and both[0] == both[1]
    told = [json.loads(next((tmp_path / name).rglob("datapackage.json")).read_text("utf-8"))
            for name in ("c", "en")]  # fmt: skip
    for_people = ("laporan.xlsx", "kamus.html")
    kept = [[one for one in each["resources"] if one["path"] not in for_people] for each in told]
    assert kept[0] == kept[1]


def test_reports_of_two_languages_lie_in_two_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reports_folder(None) == REPORTS and reports_folder(Path("x")) == Path("x")
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    assert reports_folder(None) == REPORTS / "en" and reports_folder(Path("x")) == Path("x/en")


def test_headings_of_lists_are_ours_and_told_in_english(
    english: tuple[Verification, str],
) -> None:
    # A list of tables prints no headings; "Judul dalam daftar" stood in an English sentence.
    (listed,) = [f for f in english[0].findings if f.id == "daftar_gambar.judul[g10]"]
    assert listed.label == "Pasar Rakyat Dopleng - Title in the list"
    assert listed.told.without_place == (
        'Title in the list "Pasar Rakyat Dopleng", title in its place "Pasar Rakyat Doplang".'
    )


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_cell_without_a_figure_and_the_row_of_all_look_alike_in_both_languages(
    language: str,
) -> None:
    """In English a cell that prints n/a was a link "no data", and "Overall" a row like others."""
    with report_spoken(language):
        name = "Overall" if language == "en" else "Seluruhnya"
        frame = pd.DataFrame({"nilai": [float("nan"), 90.0]}, index=["A", name])
        frame.attrs["sel"] = Kept({("A", "nilai"): Address("capaian", "a", "realisasi")})
        html = html_parts.table(frame, "Tabel", {"nilai": ("Nilai", "angka")}).html
    assert "capaian-a-realisasi" not in html and html.count('<tr id="') >= 1
    assert re.search(rf'<tr[^>]* class="jumlah"[^>]*><th[^>]*>{name}<', html)


@pytest.mark.parametrize(
    ("label", "told", "bare"),
    [
        ("per Mei 2023", "as of May 2023", "May 2023"),
        ("per 12 Juli 2022", "as of 12 July 2022", "12 July 2022"),
        ("s.d. 20 Juni 2025", "to 20 June 2025", "to 20 June 2025"),
        ("triwulan I", "triwulan I", "triwulan I"),  # as the report calls its columns
        ("per Mai 2023", "per Mai 2023", "Mai 2023"),  # no month
    ],
)
def test_the_day_of_a_figure_is_told_in_the_language_of_the_page(
    label: str, told: str, bare: str
) -> None:
    with report_spoken("en"):
        assert (spoken_period(label), spoken_period(label, is_bare=True)) == (told, bare)
    assert spoken_period(label) == label


@pytest.mark.parametrize(("language", "named"), [("id", "id-ID"), ("en", "en-GB"), ("jv", "jv")])
def test_a_word_document_names_whatever_language_it_is_in(
    monkeypatch: pytest.MonkeyPatch, language: str, named: str
) -> None:
    """A catalogue is all that a further language needs: Word asked for its region as well."""
    monkeypatch.setattr(word_styles, "report_locale", lambda: language)
    styles = word_styles.blank("LKjIP").styles.element.xml
    assert set(re.findall(r'<w:lang w:val="([^"]*)"', styles)) == {named}
