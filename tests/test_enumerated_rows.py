"""Rows of a table listed in a sentence with their figures: which of them is another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examined_tables import findings, table

REACHED = table(
    "Tabel 3.1", "Capaian indikator",
    ("No", "Indikator Kinerja", "Target (%)", "Realisasi (%)", "Capaian (%)"),
    ("1", "Persentase taman kota terawat", "55,56", "59,26", "106,66"),
    ("2", "Persentase armada angkutan milik koperasi", "50,12", "75,00", "149,64"),
    ("3", "Persentase ketersediaan halte/shelter", "94,00", "94,00", "100,00"),
    ("4", "Persentase jalan mantap", "66,67", "69,69", "104,53"),
    ("5", "Persentase penerangan (PJU) jalan kota", "45,64", "51,90", "113,72"),
)  # fmt: skip
FIRST = (
    "Yang mencapai target adalah Persentase taman kota terawat dengan capaian 106,66 %, "
    "Persentase armada angkutan milik koperasi dengan capaian {} %, "
    "Persentase ketersediaan halte/ shelter dengan capaian 100 %, "
)
REST = (
    "Persentase jalan mantap {} dan Persentase penerangan (PJU) jalan kota dengan capaian 113,72 %."
)


@pytest.mark.parametrize(
    ("second", "fourth", "about"),
    [("149,64", "dengan capaian 104,53 %", []),
     ("149,64", "dengan capaian 105,59", ["Persentase jalan mantap"]),
     # its own realisasi, and a figure of something that the words do not join to the row
     ("149,64", "dengan realisasi 69,69 %", []),
     ("149,64", "yang jumlah ruasnya bertambah 12,25 %", []),
     # three of five are right, and two of five
     ("148,21", "dengan capaian 105,59 %", ["Persentase armada angkutan milik koperasi",
                                            "Persentase jalan mantap"])],
)  # fmt: skip
def test_the_figure_of_another_row_in_a_list_is_told(
    tmp_path: Path, second: str, fourth: str, about: list[str]
) -> None:
    sentence = FIRST.format(second) + REST.format(fourth)
    found = findings(tmp_path, REACHED, sentence)
    said = " ".join(told["label"] for told in found)
    assert [name for name in ("Persentase armada angkutan milik koperasi",
                              "Persentase jalan mantap") if name in said] == about  # fmt: skip
    assert len(found) == len(about)


def test_a_list_of_other_figures_than_those_of_the_table_is_left_alone(tmp_path: Path) -> None:
    # the capaian of another year: two of the five happen to be the same
    sentence = FIRST.format("120,10").replace("106,66", "101,20") + REST.format(
        "dengan capaian 99,21 %"
    )
    assert findings(tmp_path, REACHED, sentence) == []


@pytest.mark.parametrize("year", ["pada tahun sebelumnya ", "tahun 2022 "])
def test_a_list_of_another_year_is_left_alone(tmp_path: Path, year: str) -> None:
    sentence = FIRST.format("149,64") + REST.format("dengan capaian 105,59 %")
    assert findings(tmp_path, REACHED, sentence.replace("Yang", f"Yang {year}", 1)) == []


def test_small_counts_of_rows_say_nothing_of_what_is_counted(tmp_path: Path) -> None:
    counted = table("Tabel 3.2", "Pasar", ("Kecamatan", "Pasar"), ("Desa Hulu", "4"),
                    ("Desa Hilir", "7"), ("Desa Tengah", "3"), ("Desa Raya", "5"))  # fmt: skip
    sentence = "Koperasi ada di Desa Hulu 4, Desa Hilir 7, Desa Tengah 3 dan Desa Raya sebanyak 6."
    assert findings(tmp_path, counted, sentence) == []
