"""A figure and the words in brackets behind it are one number, or one of the two is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.spellings.figures_in_words import figures_in_words
from lkjip_analysis.numbers.number_words import WORDED, is_spoken, said, spoken
from lkjip_analysis.output.examined.examining import tried
from lkjip_analysis.pages.parts import conclusions

REPORT = """# Laporan Kinerja Dinas Contoh Kabupaten Rekaan Tahun 2023

## BAB I PENDAHULUAN

Jumlah pegawai secara keseluruhan adalah 64 orang, yaitu {count} orang pada golongan tiga
dan 28 (dua puluh delapan) orang pada golongan lain. Anggaran yang disediakan sebesar
Rp. 790.154.248,- (tujuh ratus sembilan puluh juta seratus lima puluh empat ribu dua ratus empat
puluh delapan rupiah).

## BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian Kinerja

| No | Indikator | Target | Realisasi | Capaian |
|---|---|---|---|---|
| 1 | Persentase pasar tertata | 80 | 72 | 90 |
| 2 | Jumlah dokumen | 10 | 10 | 100 |
"""


def told_of(count: str, folder: Path) -> list[list[str]]:
    """The cells of what is called wrong in a report that counts its staff so."""
    path = folder / "laporan.md"
    path.write_text(REPORT.format(count=count), encoding="utf-8")
    told = tried(path, folder / "hasil", ("dinas", 2023, "")).told
    assert told is not None
    return [[cell["text"] for cell in f["cells"]] for f in told["findings"] if f["kind"] == "klaim"]


def test_words_that_say_another_number_are_told_and_right_ones_are_not(tmp_path: Path) -> None:
    """36 and "tiga puluh empat" were printed side by side for one count of staff."""
    (tmp_path / "benar").mkdir()
    (tmp_path / "salah").mkdir()
    assert told_of("36 (tiga puluh enam)", tmp_path / "benar") == []
    assert told_of("36 (tiga puluh empat)", tmp_path / "salah") == [["36 (tiga puluh empat)"]]


def test_what_to_do_does_not_say_that_the_figure_is_the_right_one(tmp_path: Path) -> None:
    """Which of the two is wrong nobody knows: the sentence was to be fitted to its figure."""
    told_of("36 (tiga puluh empat)", tmp_path)
    (told,) = conclusions.deciding(verified("dinas", 2023, tmp_path / "hasil" / "data"))
    assert told.todo == "Cocokkan dengan dokumen sumbernya, lalu samakan angka dan katanya."


@pytest.mark.parametrize(
    "text",
    [
        "10% (sepuluh persen)",
        "Rp 2 (dua) juta",
        "1,000 (seribu) bibit",
        "1.000 (seribu) bibit",
        "12 (duabelas) desa",  # not spelled as a number is
        "Nomor 53/2014 (lima)",
        "3,5 (tiga) persen",
        "4 (empat) ekor",
        "Kelompok 2 (tiga puluh orang)",
        "Tahap 1 (lima puluh persen)",
        "Kegiatan 3 (dua ratus juta rupiah)",
        "Rp1.234,56 (seribu dua ratus tiga puluh lima rupiah)",  # rounded
        "Rp1.234,56 (seribu dua ratus tiga puluh empat rupiah)",  # cut off
    ],
)
def test_what_says_the_same_or_is_not_sure_is_left_alone(text: str) -> None:
    assert all(is_spoken(match["figure"], match["words"]) for match in WORDED.finditer(text))


@pytest.mark.parametrize(("text", "found"), [
    ("Terdapat 36 (tiga puluh empat) pasar.", ["36 (tiga puluh empat)"]),
    ("Dana Rp 36.000 (tiga puluh empat ribu rupiah).",
     ["Rp 36.000 (tiga puluh empat ribu rupiah)"]),
    # What the words count belongs to the thing that the figure is the name of.
    ("Pada tahun 2022 (dua) dan tahun 2023 (tiga) dibeli kendaraan.", []),
    ("Guru SMPN 3 (dua) dan SMPN 4 (satu) pensiun.", []),
    ("Pada triwulan 1 (dua) dan triwulan 2 (tiga) dilaporkan.", []),
    ("Dimuat dalam Tabel 3 (dua).", []),
])  # fmt: skip
def test_a_figure_that_is_a_name_says_no_number(text: str, found: list[str]) -> None:
    told = figures_in_words([Paragraph(text, "BAB III", 1)])
    assert [claim.nilai for claim in told] == found


@pytest.mark.parametrize(
    "text",
    [
        "36 (tiga puluh empat) orang",
        "15% (lima puluh persen)",
        "Rp1.234,26 (seribu dua ratus tiga puluh lima rupiah)",
        "Rp 1.500.000,- (satu juta lima puluh ribu rupiah)",
    ],
)
def test_words_of_another_number_say_another_with_their_unit_too(text: str) -> None:
    assert [is_spoken(m["figure"], m["words"]) for m in WORDED.finditer(text)] == [False]


def test_the_words_of_a_number_say_it() -> None:
    """Every power and exception once: sebelas, belas, seratus, seribu, juta, miliar."""
    numbers = [0, 10, 11, 12, 20, 34, 100, 111, 1_000, 1_011, 25_000, 104_011, 2_000_001, 10**9 + 7]
    assert [spoken(said(number)) for number in numbers] == numbers
