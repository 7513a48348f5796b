"""Which way a sentence says that a row went, and by how much, against the two years it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined, read_proposal

# 94,15 fell to 93,80; 9.870 rose by 582 to 10.452; 37 rose to 41 and to 46.
HEAD = """LAPORAN KINERJA KECAMATAN UMBUL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Perkembangan Indikator

| Indikator | Satuan | 2022 | 2023 | 2024 | Target 2024 |
|---|---|---|---|---|---|
| Persentase pelayanan tepat waktu | % | 92,40 | 94,15 | 93,80 | 95,00 |
| Jumlah pasien rawat inap | Orang | 9.120 | 9.870 | 10.452 | 10.000 |
| Usulan yang terakomodir | Usulan | 37 | 41 | 46 | 45 |

"""


@pytest.mark.parametrize(("sentence", "said"), [
    ("Persentase pelayanan tepat waktu tahun 2024 sebesar 93,80 persen, meningkat dibandingkan "
     "tahun 2023.", ["arah"]),
    ("Persentase pelayanan tepat waktu naik dari tahun sebelumnya.", ["arah"]),
    ("Persentase pelayanan tepat waktu 93,80 persen. Capaian tersebut meningkat dibanding tahun "
     "lalu.", ["arah"]),
    ("Jumlah pasien rawat inap berkurang dibandingkan tahun 2022.", ["arah"]),
    ("Jumlah pasien rawat inap bertambah 528 orang dibanding tahun 2023.", ["selisih"]),
    ("Realisasi persentase pelayanan tepat waktu tahun 2024 mencapai 93,80 persen atau meningkat "
     "dibandingkan tahun 2023.", ["arah"]),
    ("Jumlah pasien rawat inap 10.452 orang. Angka ini turun dibandingkan tahun lalu.", ["arah"]),
    # As printed.
    ("Persentase pelayanan tepat waktu menurun dibandingkan tahun 2023.", []),
    ("Persentase pelayanan tepat waktu meningkat dibandingkan tahun 2022.", []),
    ("Jumlah pasien rawat inap bertambah 582 orang dibanding tahun 2023.", []),
    ("Usulan yang terakomodir bertambah 5 usulan dibanding tahun sebelumnya.", []),
    # Another figure or year, a part of the year, another thing, a wish.
    ("Jumlah pasien rawat inap bertambah 260 orang per bulan dibanding tahun 2023.", []),
    ("Persentase pelayanan tepat waktu pada triwulan IV meningkat dibandingkan tahun 2023.", []),
    ("Persentase pelayanan tepat waktu diharapkan meningkat dibandingkan tahun 2023.", []),
    ("Persentase pelayanan tepat waktu 95,00 persen, meningkat dibandingkan tahun 2023.", []),
    ("Pelayanan meningkat dibandingkan tahun 2023.", []),
    ("Anggaran untuk persentase pelayanan tepat waktu meningkat dibandingkan tahun 2023.", []),
    ("Pada tahun 2025 persentase pelayanan tepat waktu meningkat dari tahun 2023.", []),
    ("Persentase pelayanan tepat waktu 93,80 persen dan usulan yang terakomodir meningkat "
     "dibandingkan tahun 2023.", []),
    # What stands beside the row, behind it or before it, went another way.
    ("Persentase pelayanan tepat waktu tercapai karena jumlah petugas meningkat dibandingkan tahun "
     "2023.", []),
    ("Kepuasan masyarakat atas persentase pelayanan tepat waktu naik dibandingkan tahun 2023.", []),
    ("Jumlah pasien rawat inap yang meninggal berkurang dibandingkan tahun 2023.", []),
    ("Jumlah pasien rawat inap anak menurun dibandingkan tahun 2023.", []),
    ("Pertumbuhan jumlah pasien rawat inap menurun dibandingkan tahun 2023.", []),
    ("Persentase pelayanan tepat waktu 93,80 persen. Jumlah loket tersebut meningkat dibanding "
     "tahun lalu.", []),
    ("Jumlah pasien rawat inap 10.452 orang, di antaranya 20 orang lanjut usia. Jumlah tersebut "
     "turun dibanding tahun lalu.", []),
])  # fmt: skip
def test_a_row_went_the_way_that_a_sentence_says(
    sentence: str, said: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEAD + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "kecamatan", 2024).claims
    found = [c.aturan for c in claims if c.kode.startswith("arah") and c.sel and "[" in c.sel]
    assert found == said


def test_it_is_told_with_the_figures_of_both_years(tmp_path: Path) -> None:
    said = "Persentase pelayanan tepat waktu meningkat dibandingkan tahun 2023.\n"
    found, _ = examined(HEAD + said, tmp_path)
    assert [one["kind"] for one in found] == ["klaim"]
    assert "94,15" in found[0]["message"]
    assert "93,80" in found[0]["message"]


TWO_MEASURES = HEAD.replace(
    "| 2022 | 2023 | 2024 | Target 2024 |",
    "| Realisasi 2023 | Realisasi 2024 | Capaian 2024 | Target 2024 |",
)


def test_another_measure_may_have_gone_another_way(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for said, count in (("Capaian", 0), ("Realisasi", 1)):
        # 92,40 rose to 94,15 between the two columns of realisasi.
        text = f"{said} persentase pelayanan tepat waktu menurun dibandingkan tahun 2023.\n"
        path.write_text(TWO_MEASURES + text, encoding="utf-8")
        claims = read_proposal(path, "kecamatan", 2024).claims
        assert len([c for c in claims if c.aturan == "arah"]) == count


# 94,15 fell to 93,80: who speaks of how well it did may call that a rise.
FEW = HEAD.replace("Persentase pelayanan tepat waktu", "Prevalensi stunting")


def test_how_well_it_did_may_rise_where_less_is_better(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for said, count in (("Capaian prevalensi", 0), ("Kinerja prevalensi", 0), ("Prevalensi", 1)):
        path.write_text(FEW + f"{said} stunting naik dari tahun 2023.\n", encoding="utf-8")
        claims = read_proposal(path, "kecamatan", 2024).claims
        assert len([c for c in claims if c.aturan == "arah"]) == count
