"""What each kind of rule and observation reads of its entries, in laporan.yaml and in klaim.csv."""

from __future__ import annotations

ENTRIES = {
    "jumlah": "hasil bagian bobot",
    "bertingkat": "",
    "rerata": "hasil bagian",
    "selisih": "hasil dari kurang bobot",
    "cacah": "hasil tabel terisi",
    "rasio": "hasil pembilang penyebut pengali maksimum",
    "hasil_kali": "hasil faktor",
    "capaian": "hasil realisasi target maksimum",
    "pertumbuhan": "hasil sekarang sebelum",
    "sama": "hasil sumber",
    "k_dari_n": "hasil penyebut",
    "kurs": "pembilang penyebut",
    "kategori": "hasil nilai skala",
    "tidak_melebihi": "hasil penyebut",
    "arah": "hasil sebelum sekarang",
    "semua": "hasil bagian kategori skala",
    "banyak": "hasil bagian",
    "sebanyak": "hasil bagian minimal kategori belum",
    "menjelaskan": "hasil pembilang penyebut bagian sebelum",
    "definisi": "hasil bagian kategori kelas penyebut target realisasi skala dokumen",
    "efisiensi": "hasil pembilang penyebut bagian",
    "daftar": "hasil bagian daftar",
    "teks_sama": "hasil sumber",
    "urut": "bagian",
    "tahun_laporan": "hasil",
    "sesudah_tahun": "hasil",
    "satuan_kolom": "pembilang penyebut pengali antara",
    "lonjakan": "sekarang sebelum",
    "target_rendah": "hasil sebelum",
}
"""What each kind of rule and observation reads; any other entry would be passed over in silence."""

READ = dict.fromkeys(role for told in ENTRIES.values() for role in told.split())
ROLES = tuple(role for role in READ if role != "hasil")
"""What the column `sel` of a claim may give: all but hasil, which is the claim itself."""
