"""What a report cannot say whatever its figures are: a day, a regulation, a number that stands
twice, a direction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.dates.impossible_dates import impossible_dates
from lkjip_analysis.intake.sentences.said.said_changes import turned_about
from lkjip_analysis.intake.sentences.said_figures import figures_of

REPORT = """# LAPORAN KINERJA DINAS PANGAN KOTA SERIBU TAHUN 2023

# BAB I PENDAHULUAN

{text}

# BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Produksi Padi menurut Kecamatan

| Kecamatan | Produksi (ton) |
|---|---|
| Utara | 120 |
| Selatan | 131 |
| Jumlah | 251 |

{caption}

| Kecamatan | Luas (ha) |
|---|---|
| Utara | 40 |
| Selatan | 44 |
| Jumlah | 84 |

Tabel 3.3 Jumlah Penyuluh

| Kecamatan | Orang |
|---|---|
| Utara | 4 |
| Selatan | 5 |
| Jumlah | 9 |
"""


def told(folder: Path, text: str = "", caption: str = "Tabel 3.2 Luas Panen") -> list[str]:
    (folder / "a.md").write_text(REPORT.format(text=text, caption=caption), "utf-8")
    done = CliRunner().invoke(app, ["periksa", str(folder / "a.md"), "-o", str(folder / "hasil")])
    assert done.exit_code in (0, 1), done.output
    found = json.loads((folder / "hasil" / "a" / "temuan.json").read_text("utf-8"))["findings"]
    return [one["message"] for one in found]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rapat evaluasi diadakan tanggal 31 November 2023 di aula.", "31 November 2023"),
        ("Dasarnya Undang-Undang Nomor 23 Tahun 2041 tentang Pemerintahan.", "Nomor 23 Tahun 2041"),
        ("Panen sebesar 251 ton, turun dibandingkan tahun 2022 sebesar 240 ton.", "turun"),
        ("Panen sebesar 251 ton atau meningkat dibanding tahun lalu yang mencapai 262 ton.",
         "meningkat"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_with_its_words(tmp_path: Path, text: str, part: str) -> None:
    [message] = told(tmp_path, text)
    assert part in message


@pytest.mark.parametrize(
    "text",
    [
        "Rapat evaluasi diadakan tanggal 29 Februari 2024 di aula.",
        "Dasarnya Peraturan Menteri Nomor 2 Tahun 2024 tentang Pelaporan.",
        "Panen sebesar 251 ton, naik dibandingkan tahun 2022 sebesar 240 ton.",
        # by how much: it was 290 before
        "Panen sebesar 251 ton, turun dibandingkan tahun 2022 sebesar 39 ton.",
        "Panen 251 ton dari target 260 ton, naik dibandingkan tahun lalu sebesar 255 persen.",
    ],
)
def test_what_can_be_is_not(tmp_path: Path, text: str) -> None:
    assert not told(tmp_path, text)


def test_two_tables_under_one_number(tmp_path: Path) -> None:
    [message] = told(tmp_path, caption="Tabel 3.1 Luas Panen")
    assert "Tabel 3.1" in message


def test_the_rest_of_a_table_has_its_number_again(tmp_path: Path) -> None:
    assert not told(tmp_path, caption="Tabel 3.1 Produksi Padi menurut Kecamatan (Lanjutan)")


def test_a_year_that_is_printed_again_and_again_may_be_the_report_s_own() -> None:
    texts = ["LKjIP tahun 2026", "Capaian 2026", "Peraturan Daerah Nomor 2 Tahun 2026 tentang APBD"]
    blocks = [Paragraph(text, "BAB I", place) for place, text in enumerate(texts, 1)]
    assert not list(impossible_dates(blocks, 2023))


def test_the_pairs_of_a_long_sentence_are_not_all_compared() -> None:
    """Only the first figure is what the sentence speaks of."""
    sentence = "Target 95, tercapai 90, turun dibandingkan tahun lalu sebesar 88"
    assert not list(turned_about(figures_of(sentence), sentence))
