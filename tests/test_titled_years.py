"""A table titled with another year than the sentence that leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import run

ROWS = """
| No | Sasaran | Capaian{} (%) |
|---|---|---|
| 1 | Panti yang dibina | 90,36 |
| 2 | Keluarga penerima manfaat | 98,60 |
| 3 | Penyandang disabilitas yang dilatih | 102,00 |
"""
LEAD = "Hasil pengukuran kinerja Tahun Anggaran 2023 tersaji pada Tabel 3.5 di bawah ini."
TITLE = "Tabel 3.5 Hasil pengukuran kinerja Dinas Sosial Tahun {}"


def told(base: Path, lead: str, title: str, head: str = "") -> bool:
    """Is the year of the title called another than that of its sentence?"""
    text = ["LAPORAN KINERJA DINAS SOSIAL KABUPATEN CONTOH TAHUN 2023", "BAB III AKUNTABILITAS",
            lead, title, ROWS.format(head)]  # fmt: skip
    path = base / "laporan.md"
    path.write_text("\n\n".join(text), encoding="utf-8")
    return "Tahun Tabel 3.5" in run("periksa", path, "-o", base / "hasil", "--json", "-")[1]


@pytest.mark.parametrize("lead", [
    LEAD,
    "Hasil pengukuran kinerja tahun 2023 dapat dilihat pada tabel 3.5 berikut ini:",
])  # fmt: skip
def test_a_title_of_the_year_before_is_told(tmp_path: Path, lead: str) -> None:
    assert told(tmp_path, lead, TITLE.format("2022"))


@pytest.mark.parametrize(("lead", "title", "head"), [
    (LEAD, TITLE.format("2023"), ""),  # the sound twin
    # The table is of both years, or of the other one, as sentence, title or heading say.
    ("Perbandingan kinerja tahun 2023 dengan tahun sebelumnya tersaji pada Tabel 3.5 berikut.",
     TITLE.format("2022"), ""),
    (LEAD, TITLE.format("2022 dan 2023"), ""),
    (LEAD, TITLE.format("2021-2026"), ""),
    (LEAD, TITLE.format("2022"), " 2022"),
    # What is to be done after the year that the sentence speaks of.
    ("Hambatan pada tahun 2023 ditindaklanjuti sebagaimana dapat dilihat pada Tabel 3.5.",
     "Tabel 3.5 Tambahan tindak lanjut Dinas Sosial Tahun 2024", ""),
    (LEAD.replace("2023", "2022"), TITLE.format("2022"), ""),
    # A plan for the year after the obstacles of this one; data of another thing.
    (LEAD, TITLE.format("2024"), ""),
    (LEAD, "Tabel 3.5 Rencana pengukuran kinerja Dinas Sosial Tahun 2022", ""),
    ("Upaya mengatasi hambatan di tahun 2023 dapat dilihat pada Tabel 3.5 di bawah ini.",
     "Tabel 3.5 Jumlah Panti Sosial Menurut Kecamatan Tahun 2022", ""),
    (LEAD.replace("3.5", "3.55"), TITLE.format("2022"), ""),  # of another table
    ("Tabel 3.5 disusun pada tahun 2023.", TITLE.format("2022"), ""),  # leads to nothing
])  # fmt: skip
def test_a_title_that_may_be_of_that_year_is_left_alone(
    tmp_path: Path, lead: str, title: str, head: str
) -> None:
    assert not told(tmp_path, lead, title, head)
