"""What published reports print and a reader of theirs must not stumble over, each with its twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.printed_capaian import way_of
from lkjip_analysis.intake.sentences.sentence_figures import figures_in
from lkjip_analysis.intake.tables.keys import Names
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.output.examined.examining import tried


def test_the_formula_that_gives_the_print_is_meant_of_two_that_come_near() -> None:
    """50 of at most 55 cases printed as 110: 55/50 is 110, (2x55-50)/55 is 109,09."""
    way = way_of(read("55"), read("50"), read("110"), steps=2)
    assert way is not None and (way.arah, way.rumus) == ("turun", "T/R")
    way = way_of(read("55"), read("50"), read("109,09"), steps=2)
    assert way is not None and (way.arah, way.rumus) == ("turun", "(2T-R)/T")


def test_the_plain_formula_is_kept_where_it_comes_near() -> None:
    """99,6 of 100 cut off to 99: less is better would give 100,4, which is farther away."""
    way = way_of(read("100"), read("99,6"), read("99"), steps=2)
    assert way is not None and way.arah == "naik"


def test_a_sign_printed_twice_leaves_no_sure_figure() -> None:
    text = "Realisasi sebesar Rp.920.942..000,- dari pagu sebesar Rp.1.116.954.000,- atau 82,45%."
    stated, _ = figures_in(Paragraph(text, "BAB III", 1))
    assert [figure.text.strip() for figure in stated] == ["Rp.1.116.954.000,-", "82,45%"]


def test_rows_of_one_name_are_told_by_their_goal_or_by_their_order() -> None:
    names = Names()
    first = ["Daging", "Telur", "Daging", "Telur"]
    goals = ["Produksi naik", "Produksi naik", "Mutu naik", "Mutu naik"]
    keys = names.keys("indikator", first, goals)
    assert len(set(keys)) == 4
    assert names.keys("indikator", first, [""] * 4) == keys
    assert names.keys("indikator", ["Daging"], ["Mutu naik"]) == [keys[2]]


HEAD = "# Laporan Kinerja Dinas Contoh Kabupaten Rekaan Tahun 2023\n\n## BAB III AKUNTABILITAS\n\n"
TITLES = (
    "Produk Domestik Bruto Kabupaten Rekaan Atas Dasar Harga Berlaku Menurut Lapangan Usaha",
    "Laju Pertumbuhan Domestik Bruto Kabupaten Rekaan Atas Dasar Harga Konstan Lapangan Usaha",
)


def doubled(second: str, heads: str, folder: Path) -> bool:
    """Is it told that two tables, the second with these columns, have one number?"""
    columns = heads.count("|") - 1
    rule, row = "|" + "---|" * columns, "| Padi |" + " 12,5 |" * (columns - 1)
    third = f"Tabel 3.3 Nilai\n\n| Usaha | 2023 |\n|---|---|\n| Padi | {7} |\n\n"
    first = f"Tabel 3.1 {TITLES[0]}\n\n| Usaha | 2021 | 2022 | 2023 |\n|---|---|---|---|\n"
    body = f"{first}| Padi | 10 | 11 | 12 |\n\nHarga naik.\n\nTabel 3.1 {second}\n\n{heads}\n"
    path = folder / f"{columns}_{len(second)}.md"
    path.write_text(f"{HEAD}{body}{rule}\n{row}\n\nUsaha lain.\n\n{third}", encoding="utf-8")
    told = tried(path, folder / path.stem, ("dinas", 2023, "")).told
    assert told is not None
    return any("Tabel 3.1" in cell["text"] for f in told["findings"] for cell in f["cells"])


def test_two_tables_of_other_columns_under_one_number_are_told(tmp_path: Path) -> None:
    assert doubled(TITLES[1], "| Usaha | 2022 | 2023 |", tmp_path)


def test_one_table_whose_title_is_printed_again_is_not_told(tmp_path: Path) -> None:
    assert not doubled(TITLES[0], "| Usaha | 2021 | 2022 | 2023 |", tmp_path)
    assert not doubled(TITLES[0] + " (juta)", "| Usaha | 2022 | 2023 |", tmp_path)


def accused(sentence: str, folder: Path) -> list[str]:
    """The first figure of each finding about a sentence."""
    table = "| No | Indikator | Target | Realisasi | Capaian |\n|---|---|---|---|---|\n"
    rows = (
        "| 1 | Persentase pasar tertata | 80 | 72 | 90 |\n| 2 | Jumlah dokumen | 10 | 10 | 100 |\n"
    )
    path = folder / "laporan.md"
    path.write_text(f"{HEAD}{sentence}\n\nTabel 3.1 Capaian\n\n{table}{rows}", encoding="utf-8")
    told = tried(path, folder / "hasil", ("dinas", 2023, "")).told
    assert told is not None
    return [f["cells"][0]["text"] for f in told["findings"]]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        # 2.699 + 3.789 = 6.488, five less than the whole and not one digit otherwise.
        ("Unggas yang mati sebanyak {} ekor, terdiri dari ayam 2.699 ekor dan itik 3.789 ekor.",
         {"6.493": True, "6.488": False, "6.490": False, "7.150": False}),
        ("Pagu sebesar {}, terdiri dari belanja pegawai Rp 2.450.300.000 dan belanja modal "
         "Rp 1.120.500.000.",
         {"Rp 3.571.940.000": True, "Rp 3.570.800.000": False, "Rp 4.102.300.000": False}),
    ],
    ids=["unggas", "pagu"],
)  # fmt: skip
def test_parts_that_nearly_make_their_whole_are_meant_for_it(
    sentence: str, wrong: dict[str, bool], tmp_path: Path
) -> None:
    for whole, is_told in wrong.items():
        folder = tmp_path / whole.replace(" ", "")
        folder.mkdir()
        told = accused(sentence.format(whole), folder)
        assert bool(told) == is_told, (whole, told)


@pytest.mark.parametrize(("numbers", "found"), [
    ((1, 2, 3, 3), True), ((1, 2, 3, 4), False),
    ((1, 1, 2, 3), False),  # counted anew in the next chapter
])  # fmt: skip
def test_a_number_on_a_line_above_its_title_is_its_number(
    numbers: tuple[int, ...], found: bool, tmp_path: Path
) -> None:
    """Numbers that run on through the sections: the fourth table is called as the third."""
    titles = ("Harga padi menurut pasar", "Luas panen menurut bulan", "Realisasi anggaran bidang",
              "Pencapaian indikator utama")  # fmt: skip
    tables = "\n\n".join(
        f"### {place}. Uraian {title}\n\nUraiannya berikut ini.\n\nTabel. {number}\n\n{title}\n\n"
        f"| Uraian | Tahun {2020 + place} |\n|---|---|\n| Padi {place} | {place}7 |"
        for place, (number, title) in enumerate(zip(numbers, titles, strict=True), 1)
    )
    path = tmp_path / "a.md"
    path.write_text(f"{HEAD}{tables}\n", encoding="utf-8")
    told = tried(path, tmp_path / "hasil", ("dinas", 2023, "")).told
    assert told is not None
    texts = [cell["text"] for f in told["findings"] for cell in f["cells"]]
    assert any("Tabel. 3" in text for text in texts) == found
