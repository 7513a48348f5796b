"""Sentences that name one row of a table, held against the figures of that row."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells, read_proposal

REPORT = """LAPORAN KINERJA DINAS SOSIAL TAHUN 2023

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian indikator tahun 2023

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Panti yang dibina | panti | 83 | 75 | 90,36 |
| 2 | Keluarga penerima manfaat | keluarga | 8.120 | 8.006 | 98,60 |
| 3 | Penyandang disabilitas yang dilatih | orang | 150 | 153 | 102,00 |

Tabel 3.2 Penduduk menurut desa tahun 2023

| No | Desa | Jumlah penduduk | Persentase |
|---|---|---|---|
| 1 | Wanasari | 6.400 | 46,72 |
| 2 | Tirtomoyo | 4.100 | 29,93 |
| 3 | Argasari Lor | 3.200 | 23,36 |
| | Jumlah | 13.700 | 100,00 |

"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("baris")


def accused(folder: Path, sentence: str) -> list[tuple[str, str]]:
    return accused_cells(folder / "a.md", REPORT + sentence, "dinas-sosial", 2023)


@pytest.mark.parametrize(("sentence", "right", "wrong", "cell"), [
    ("Penduduk terbanyak terdapat di Wanasari sebanyak {} penduduk.", "6.400", "4.600",
     "wanasari].penduduk"),
    ("Jumlah penduduk adalah 13.700 orang, dan Tirtomoyo mempunyai {} penduduk.", "4.100", "1.400",
     "tirtomoyo].penduduk"),
    # Two digits: the other figure of the row, and what is counted, say which cell is meant.
    ("Panti yang dibina mencapai {} panti, dengan capaian 90,36 persen.", "75", "57",
     "panti_dibina].realisasi"),
    ("Keluarga penerima manfaat terealisasi 8.006 keluarga, belum mencapai target {} keluarga.",
     "8.120", "8.210", "keluarga_penerima_manfaat].target"),
    # The highest of its column, or the second: which cell is meant needs no other word.
    ("Capaian tertinggi adalah penyandang disabilitas yang dilatih sebesar {}.",
     "102,00 persen", "120,00 persen", "penyandang_disabilitas_dilatih].capaian"),
    ("Tirtomoyo menempati peringkat kedua dengan {} jiwa.", "4.100", "1.400",
     "tirtomoyo].penduduk"),
    # 6.400 + 3.200 = 9.600, of 13.700 are 70,07 percent
    ("Dua desa dihuni 9.600 jiwa ({}) dari jumlah penduduk.", "70,07 persen",
     "71,07 persen", "jumlah].penduduk"),
    ("Sebanyak 3.200 orang ({}) tinggal di Argasari Lor.", "23,36%", "32,36%",
     "argasari_lor].persentase"),
])  # fmt: skip
def test_a_slip_from_the_cell_of_a_named_row_is_told(
    sentence: str, right: str, wrong: str, cell: str, folder: Path
) -> None:
    assert not accused(folder, sentence.format(right))
    assert accused(folder, sentence.format(wrong)) == [(wrong, cell)]


@pytest.mark.parametrize("sentence", [
    # Another year, another thing, two rows at once, what follows from the row, the other column.
    "Penduduk Wanasari pada tahun 2022 sebanyak 4.600 penduduk.",
    "Wanasari mempunyai 4.600 pohon.",
    "Wanasari dan Tirtomoyo mempunyai 4.600 penduduk.",
    "Wanasari dan Tirtomoyo masing-masing mempunyai 6.400 dan 4.600 penduduk.",
    "Penduduk Tirtomoyo 4.100 orang, sedangkan Wanasari lebih banyak 2.300 orang.",
    "Panti yang dibina mencapai 57 panti.",
    # The highest of some, the right name, and a share of what is no total.
    "Di antara desa dataran tinggi, yang terbesar adalah Argasari Lor dengan 6.400 jiwa.",
    "Yang terbesar adalah Wanasari dengan 6.400 jiwa.",
    "Dua desa dihuni 9.600 jiwa atau 71,07 persen dari rencana.",
    "Panti yang dibina ditargetkan 57 panti, dengan capaian 90,36 persen.",
])  # fmt: skip
def test_what_may_be_another_figure_is_left_alone(sentence: str, folder: Path) -> None:
    assert not accused(folder, sentence)


def test_a_row_called_the_highest_with_the_figure_of_another_is_told(folder: Path) -> None:
    """Wanasari has the most, 6.400; the sentence gives its figure to Tirtomoyo."""
    sentence = "Penduduk terbesar adalah Tirtomoyo dengan 6.400 jiwa."
    assert not accused(folder, sentence)
    path = folder / "a.md"
    claims = read_proposal(path, "dinas-sosial", 2023).claims
    (told,) = [claim for claim in claims if claim.aturan == "peringkat"]
    assert (told.nilai, told.sel.partition(";")[0].rpartition("[")[2]) == (
        "Tirtomoyo", "tirtomoyo].penduduk"
    )  # fmt: skip


def test_the_end_of_a_range_is_no_mean(folder: Path) -> None:
    """(90,36 + 98,60 + 102,00) / 3 = 96,99: 87 is a slip from it, but not as the end of a scale."""
    mean = "Rata-rata capaian seluruh indikator adalah {} persen."
    assert accused(folder, mean.format("87"))
    assert not accused(folder, mean.format("87 % sampai dengan 119"))


@pytest.mark.parametrize(("sentence", "found"), [
    ("Realisasi keluarga penerima manfaat sebesar 8.120 keluarga.",
     [("8.120", "keluarga_penerima_manfaat].realisasi")]),
    ("Penyandang disabilitas yang dilatih terealisasi sebanyak 150 orang.",
     [("150", "penyandang_disabilitas_dilatih].realisasi")]),
    ("Realisasi keluarga penerima manfaat sebesar 8.006 keluarga.", []),
    ("Target keluarga penerima manfaat sebesar 8.120 keluarga.", []),
    ("Realisasi keluarga penerima manfaat didukung anggaran sebesar Rp8.120.", []),
    ("Realisasi keluarga penerima manfaat dari target sebesar 8.120 keluarga.", []),
    ("Pada tahun 2022 realisasi keluarga penerima manfaat sebesar 8.120 keluarga.", []),
])  # fmt: skip
def test_what_a_row_reached_is_not_its_target(
    sentence: str, found: list[tuple[str, str]], folder: Path
) -> None:
    assert accused(folder, sentence) == found


# Of a part of the row a figure may be near that of all of it: 163 of 153, 2.006 of 8.006.
@pytest.mark.parametrize(("sentence", "of_part"), [
    ("Penyandang disabilitas yang dilatih{} sebanyak 163 orang.", " perempuan"),
    ("Penyandang disabilitas yang dilatih{} sebanyak 163 orang.", " di Kecamatan Wanasari"),
    ("Keluarga penerima manfaat{} sebanyak 8.106 keluarga.", " yang memperoleh pangan"),
    ("Keluarga penerima manfaat{} sebanyak 8.106 keluarga.", " semester I"),
])  # fmt: skip
def test_a_part_of_a_row_may_have_a_figure_of_its_own(
    sentence: str, of_part: str, folder: Path
) -> None:
    assert accused(folder, sentence.format(""))
    assert not accused(folder, sentence.format(of_part))


@pytest.mark.parametrize(("sentence", "found"), [
    # The row of the sentence before it; a figure far from that of the row.
    ("Keluarga penerima manfaat didampingi. Realisasi indikator ini sebesar 8.120 keluarga.",
     ["8.120"]),
    ("Keluarga penerima manfaat didampingi. Realisasi indikator ini sebesar 8.006 keluarga.", []),
    ("Keluarga penerima manfaat didampingi. Realisasi kecamatan ini sebesar 8.120 keluarga.", []),
    ("Realisasi keluarga penerima manfaat tahun 2023 sebanyak 7.215 keluarga.", ["7.215"]),
    ("Realisasi keluarga penerima manfaat tahun 2022 sebanyak 7.215 keluarga.", []),
    ("Realisasi keluarga penerima manfaat tahun 2023 sebanyak 7.215 keluarga untuk pangan.", []),
    ("Realisasi keluarga penerima manfaat lansia tahun 2023 sebanyak 7.215 keluarga.", []),
    ("Sampai triwulan III realisasi keluarga penerima manfaat tahun 2023 sebanyak 7.215 keluarga.",
     []),
])  # fmt: skip
def test_what_a_sentence_plainly_calls_reached(
    sentence: str, found: list[str], folder: Path
) -> None:
    assert [figure for figure, _ in accused(folder, sentence)] == found
