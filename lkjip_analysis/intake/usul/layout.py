"""The form of the workbook of a proposal: its sheets, their columns, and where rows begin."""

from __future__ import annotations

OUTSIDE = "Di luar jenis ini, tidak ikut:"
GUIDE, TABLES, CLAIMS, RULES = "Petunjuk", "Tabel", "Klaim", "Aturan"
INDICATORS, BANDS, COLUMNS, LEFT, LISTS = ("Indikator", "Skala", "Kolom baru", "Dilewati", "Daftar")
NEW = "baru"
FINDINGS, RELATIONS, DECISION, RULE_NAME = "Temuan", "Hubungan", "keputusan", "aturan"
"""The sheets of decisions in the working paper of `periksa`, where a person may reject one."""
ANSWERS = ACCEPTED, REJECTED, CHANGED = "terima", "tolak", "ubah"
INSTEAD, KEY, NAMES = "ubah menjadi", "kunci", "nama hubungan"
FINDING_COLUMNS = {
    DECISION: 11, "no.": 5, "jenis": 16, "letak": 44, "keterangan": 52, "dasar": 60,
    "cara menemukan": 40, NAMES: 4, KEY: 4,
}  # fmt: skip
RELATION_COLUMNS = {
    DECISION: 11, "letak": 40, "hubungan": 60, "cara menemukan": 40, "cocok": 7, "gagal": 7,
    "sel": 50, INSTEAD: 50, RULE_NAME: 34, NAMES: 4, KEY: 4,
}  # fmt: skip
ACCEPT, SURE = "terima", "keyakinan"
ASKED = "(?)"
"""Begins what a person must say: a cell as it is printed, what a column counts in."""
HEAD = 4
MAPPED, PRINTED, FIRST = 3, 4, 5
"""On the sheet of a table: the row of column names, of printed headings, and the first of cells."""
SKIPPED = "(lewati)"
MAPPING, USED = "kolom jenis", "pakai"
TABLE_COLUMNS = {
    ACCEPT: 9, "tabel": 18, "label": 14, "judul": 40, "bagian": 13, "jenis": 20, SURE: 11,
    "lembar": 25, "baris": 7, "alasan": 55, "catatan": 55,
}  # fmt: skip
CLAIM_COLUMNS = {
    ACCEPT: 9, SURE: 11, "bagian": 13, "kalimat": 56, "nilai": 21, "tentang": 26, "aturan": 12,
    "sel": 50, "sebab": 34, "catatan": 34, "calon lain": 46, "pilih": 7, "kode": 32,
    "paragraf": 22, "tipe": 10, "satuan": 10, "presisi": 9, "dasar": 10,
}  # fmt: skip
RULE_COLUMNS = {
    ACCEPT: 9, SURE: 11, "nama": 34, "jenis": 12, "sel": 70, "dasar": 11, "sebab": 60,
}  # fmt: skip
INDICATOR_COLUMNS = {
    ACCEPT: 9, SURE: 11, "kode": 26, "nama": 46, "satuan": 12, "arah": 9, "rumus": 11,
    "presisi": 10, "alasan": 55, "maksimum": 11,
    "minimum": 11, "presisi_target": 14,
}  # fmt: skip
BAND_COLUMNS = {
    ACCEPT: 9, SURE: 11, "skala": 12, "nama": 24, "dari": 9, "lebih_dari": 11, "sampai": 9,
    "kurang_dari": 12, "sumber": 50,
}  # fmt: skip
NEW_COLUMNS = {
    "tabel": 18, "kolom": 26, "tipe": 11, "judul": 40, "satuan": 14, "presisi": 10,
    "satuan_tercetak": 24, "dalam": 10, "gaya": 12,
}  # fmt: skip
LEFT_COLUMNS = {"bagian": 16, "tertulis": 18, "alasan": 46, "kalimat": 90}
IDENTITY = {
    "instansi": "Nama folder instansi", "tahun": "Tahun laporan", "nama": "Nama instansi",
    "pemerintah": "Pemerintah daerah", "tanggal_data": "Tanggal data (contoh 2022-03-31)",
    "terima_semua": "Terima semua yang keyakinannya tinggi? (ya/tidak)",
}  # fmt: skip
STEPS = (
    "Tidak satu pun usulan dipakai sebelum Anda menerimanya di sini.",
    "1. Lembar Tabel: periksa jenis tiap tabel, tulis ya atau tidak pada kolom terima.",
    "2. Lembar tiap tabel (T01, T02, ...): baris 3 menyebut kolom jenis di atas tiap kolom naskah; "
    "sel merah tidak terbaca sebagai angka, dan pada sel yang diawali (?) tulis yang tercetak. "
    "Perbaiki hanya bila tidak sama dengan naskah: salah "
    "cetak laporan dibiarkan seperti tercetak.",
    "3. Lembar Klaim: tiap angka kalimat dengan aturan yang diusulkan. Yang bercatatan "
    '"berbeda" paling penting: mungkin laporan salah cetak. Yang memuat calon: tulis nomornya '
    "pada kolom pilih, atau terima tanpa aturan.",
    "4. Lembar Aturan, Indikator, Skala: hubungan antar-tabel, arah indikator, batas kategori.",
    "5. Lembar Dilewati: angka yang dianggap bukan klaim, dengan alasannya.",
    "6. Simpan dan tutup berkas ini. Yang diterima menjadi data laporan dengan perintah "
    "lkjip usul {file} --terima; bila orang lain yang menjalankannya, serahkan berkas ini "
    "kepadanya.",
)
