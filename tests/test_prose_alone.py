"""A document without tables is checked for what its sentences say; the way a figure became."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.document.blocks import CONTENTS
from lkjip_analysis.intake.sentences.said.said_changes import turned_about
from lkjip_analysis.intake.sentences.said_figures import figures_of


def turned(sentence: str) -> list[str]:
    """The words of the sentence that its figures contradict."""
    return [word[0] for word, *_ in turned_about(figures_of(sentence), sentence)]


WRONG = (
    "Tahun 2021 tumbuh sebesar 5,07 persen, lalu pada tahun 2022 mengalami {} menjadi 5,{} persen."
)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        (WRONG.format("penurunan", "08"), "penurunan"),
        (WRONG.format("peningkatan yang signifikan", "01"), "peningkatan"),
        ("Panen mencapai 184 ton, kemudian meningkat menjadi 180 ton.", "meningkat"),
        ("Panen mencapai 71,07 dan kembali menurun menjadi 71,85 pada tahun 2022.", "menurun"),
    ],
)
def test_what_a_figure_became_is_held_against_the_word_for_it(sentence: str, word: str) -> None:
    assert turned(sentence) == [word]


@pytest.mark.parametrize(
    "sentence",
    [
        WRONG.format("peningkatan", "08"),
        WRONG.format("penurunan yang cukup tajam", "01"),
        "Kopi mencapai 184 ton, sedangkan teh meningkat menjadi 180 ton.",
        "Kopi mencapai 184 ton dan jumlah petani meningkat menjadi 180 orang.",
        "Panen menurun sebesar 184 ton dan meningkat menjadi 180 ton.",
        "Pada tahun 2022 panen 184 ton, pada tahun 2021 meningkat menjadi 180 ton.",
        "Target 184 ton dan meningkat menjadi 180 ton.",
        "Panen 184 ton. Kemudian meningkat menjadi 180 ton.",
    ],
)
def test_another_thing_an_amount_of_change_and_a_sound_sentence_are_left_alone(
    sentence: str,
) -> None:
    assert not turned(sentence)


def written(path: Path, *sentences: str) -> Path:
    document = Document()
    for sentence in ("LAPORAN KINERJA TAHUN 2022", "DINAS KOPI KABUPATEN UMBUL", *sentences):
        document.add_paragraph(sentence)
    document.save(str(path))
    return path


def examined(path: Path, tmp_path: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["periksa", str(path), "-o", str(tmp_path / "hasil")])
    return result.exit_code, result.output


def test_a_document_of_sentences_is_examined_and_says_that_it_has_no_tables(tmp_path: Path) -> None:
    """5,07 became 5,08, which is no fall."""
    path = written(tmp_path / "narasi.docx", "Produksi kopi.", WRONG.format("penurunan", "08"))
    code, told = examined(path, tmp_path)
    assert code == 1
    assert "1 Kalimat tidak sesuai" in told
    assert "hanya kalimatnya yang diperiksa" in told
    assert "--terima" not in told  # there is no table to accept
    page = (tmp_path / "hasil" / "narasi" / "index.html").read_text(encoding="utf-8")
    assert "5,08 persen" in page


def test_a_sound_one_has_no_findings(tmp_path: Path) -> None:
    path = written(tmp_path / "narasi.docx", WRONG.format("peningkatan", "08"))
    assert examined(path, tmp_path)[0] == 0


def test_a_document_without_any_figure_is_refused_as_before(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Tanpa angka.")
    document.save(str(tmp_path / "kosong.docx"))
    code, told = examined(tmp_path / "kosong.docx", tmp_path)
    assert code == 2
    assert "no table" in told


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("2.6 Angka Kematian Bayi Tahun 2005 – 2009 ................. II – 19", True),
        ("2.1 Jumlah Penduduk Tahun 2005 – 2010 ………………………….. II – 7", True),
        (
            "8.2 Pendanaan Kesempatan Masyarakat untuk VIII – 3 Memperoleh Pekerjaan ..........",
            True,
        ),
        ("A. Latar Belakang ..... 14", True),
        ("Realisasi mencapai 2.6 juta ...", False),
        ("Terdiri dari 12 desa, 3 kelurahan, ... 2", True),
        ("Capaian 98,2 persen.", False),
    ],
)
def test_a_line_of_a_list_of_tables_is_told_by_its_leaders_and_page(
    line: str, listed: bool
) -> None:
    assert bool(CONTENTS.search(line)) is listed
