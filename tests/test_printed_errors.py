"""What a program prints for a broken formula or reference is a fault of the report itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.numbers.program_errors import BROKEN_FIELD, BROKEN_FORMULA

REPORT = """# LAPORAN KINERJA DINAS PANGAN KOTA SERIBU TAHUN 2023

# BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Produksi Padi menurut Kecamatan

| Kecamatan | Produksi (ton) | Capaian (%) |
|---|---|---|
| Utara | 120 | {first} |
| Selatan | 131 | {second} |
| Barat | 140 | 98,50 |
| Jumlah | 391 | - |

{sentence}
"""


def told(
    folder: Path, sentence: str = "", first: str = "90,10", second: str = "95,20"
) -> list[str]:
    text = REPORT.format(first=first, second=second, sentence=sentence)
    (folder / "a.md").write_text(text, "utf-8")
    return messages(folder, "a.md")


def messages(folder: Path, name: str) -> list[str]:
    done = CliRunner().invoke(app, ["periksa", str(folder / name), "-o", str(folder / "hasil")])
    assert done.exit_code in (0, 1), done.output
    stem = name.rpartition(".")[0]
    found = json.loads((folder / "hasil" / stem / "temuan.json").read_text("utf-8"))["findings"]
    return [one["message"] for one in found]


def test_a_broken_formula_is_one_finding_that_counts_its_cells(tmp_path: Path) -> None:
    [message] = told(tmp_path, first="#REF!", second="#REF!")
    assert "Tabel 3.1" in message and "2 sel" in message and "#REF!" in message


def test_two_kinds_of_errors_are_two_findings(tmp_path: Path) -> None:
    both = told(tmp_path, first="#DIV/0!", second="#REF!")
    assert sorted("#DIV/0!" in message for message in both) == [False, True]


def test_a_broken_reference_in_a_sentence_is_said(tmp_path: Path) -> None:
    [message] = told(tmp_path, "Rincian ada pada Error! Reference source not found. di atas.")
    assert "Error! Reference source not found" in message


def test_a_broken_reference_is_said_once_in_a_sentence_and_of_a_table(tmp_path: Path) -> None:
    fault = "Error! Reference source not found."
    [message] = told(tmp_path, f"Rincian ada pada {fault} dan {fault} di atas.")
    assert "Error! Reference source not found" in message
    [message] = told(tmp_path, first=f"lihat {fault}")
    assert "Tabel 3.1" in message and "1 sel" in message and "Reference" in message


def test_a_broken_formula_keeps_its_currency_and_its_percent_sign(tmp_path: Path) -> None:
    both = told(tmp_path, first="Rp #REF!", second="#DIV/0! %")
    assert sorted("#DIV/0!" in message for message in both) == [False, True]


def test_a_table_of_contents_that_leads_nowhere_is_said_once(tmp_path: Path) -> None:
    document = Document()
    for line in ("LAPORAN KINERJA DINAS PANGAN KOTA SERIBU TAHUN 2023", "DAFTAR ISI"):
        document.add_paragraph(line)
    for chapter in ("BAB I PENDAHULUAN", "BAB II PERENCANAAN"):
        document.add_paragraph(f"{chapter} ........ Error! Bookmark not defined.")
    document.add_paragraph("Dinas Pangan melaksanakan empat program.")
    table = document.add_table(rows=0, cols=2)
    for row in (("Program", "Anggaran"), ("Program A", "120"), ("Jumlah", "120")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "isi.docx"))
    [message] = messages(tmp_path, "isi.docx")
    assert "2 baris" in message and "Error! Bookmark not defined" in message


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        ("N/A", ""),
        ("n/a", "Kesalahan pencatatan tidak ditemukan."),
        ("-", "Indikator #1 tercapai; kesalahan! kata auditor, tidak ada."),
        ("90,10", "Error margin survei 5 persen."),
    ],
)
def test_what_only_looks_like_one_is_left_alone(tmp_path: Path, first: str, sentence: str) -> None:
    assert told(tmp_path, sentence, first=first) == []


@pytest.mark.parametrize("text", ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#value!", "########"])
def test_every_error_of_a_sheet_is_known(text: str) -> None:
    assert BROKEN_FORMULA.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        ("Kesalahan! Sumber referensi tidak ditemukan.", True),
        ("Kesalahan! Bookmark tidak ditentukan.", True),
        ("Error! No text of specified style in document.", True),
        ("Error! Main Document Only.", True),
        ("Error! Hyperlink reference not valid.", True),
        ("Error! Unknown document property name.", True),
        ("Kesalahan! Angka itu salah.", False),
    ],
)
def test_a_field_that_word_could_not_fill_is_known(text: str, is_broken: bool) -> None:
    assert bool(BROKEN_FIELD.search(text)) == is_broken
