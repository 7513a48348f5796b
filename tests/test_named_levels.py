"""Activities that all agencies of a region have, as sums of the rows down to the next of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examined_tables import findings, table

HEAD = ("Program/Kegiatan", "Indikator Kinerja", "Anggaran (Rp)")
ROWS = (
    ("Program Penunjang Urusan", "Nilai", "1.958.475"),
    ("Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah", "Mutu b", "165.446"),
    ("Dokumen rencana", "Jumlah dokumen bagian b", "113.935"),
    ("Laporan kinerja", "Jumlah laporan bagian c", "51.511"),
    ("Administrasi Keuangan Perangkat Daerah", "Mutu c", "1.247.741"),
    ("Gaji", "Jumlah orang bagian d", "1.187.420"),
    ("Laporan keuangan", "Jumlah laporan bagian e", "60.321"),
    ("Administrasi Umum Perangkat Daerah", "Mutu d", "179.609"),
    ("Alat listrik", "Jumlah paket bagian f", "29.205"),
    ("Rapat", "Jumlah laporan bagian g", "150.404"),
    ("Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah", "Mutu e", "284.429"),
    ("Surat", "Jumlah laporan bagian h", "104.220"),
    ("Listrik", "Jumlah laporan bagian i", "180.209"),
    ("Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah", "Mutu f", "181.250"),
    ("Kendaraan", "Jumlah unit bagian j", "88.740"),
    ("Gedung", "Jumlah unit bagian k", "92.510"),
    ("Program Penataan Pasar", "Mutu g", "931.277"),
    ("Pasar tertib", "Jumlah pasar bagian l", "931.277"),
)


@pytest.mark.parametrize(("place", "printed", "wrong"), [
    (10, "284.429", []),
    (10, "284.492", ["284.492"]),  # 104.220 + 180.209
    (13, "219.625", ["219.625"]),  # 88.740 + 92.510, down to the next programme
    (13, "1.112.527", []),  # with the programme below it: that may be a part
])  # fmt: skip
def test_an_activity_misses_its_parts_where_most_add_up(
    place: int, printed: str, wrong: list[str], tmp_path: Path
) -> None:
    rows = [*ROWS]
    rows[place] = (*rows[place][:2], printed)
    found = findings(tmp_path, table("Tabel 2.7", "Program dan Kegiatan", HEAD, *rows))
    assert [one["cells"][0]["text"] for one in found] == wrong


def test_the_end_of_the_last_activity_is_not_known(tmp_path: Path) -> None:
    rows = [*ROWS[:16]]
    rows[13] = (*rows[13][:2], "219.625")
    text = table("Tabel 2.7", "Program dan Kegiatan", HEAD, *rows)
    assert not findings(tmp_path, text)
