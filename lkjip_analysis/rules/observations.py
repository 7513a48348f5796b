"""What each kind of observation reads of its entries; what it finds, `checking/observations` says.

An observation is declared like a rule, but answers with findings instead of implying figures.
"""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_analysis.rules.kind import FIGURES, RESULT, SETTING, WORD, WORDS, Roles

OBSERVATIONS: Mapping[str, Roles] = {
    "arah": {"hasil": WORD, "sebelum": FIGURES, "sekarang": FIGURES},
    "semua": {"hasil": WORD, "bagian": FIGURES, "kategori": SETTING, "skala": SETTING},
    "banyak": {"hasil": WORD, "bagian": WORDS},
    "peringkat": {
        "hasil": WORD, "sumber": FIGURES, "bagian": FIGURES, "kategori": SETTING,
        "urutan": SETTING,
    },
    "sebanyak": {
        "hasil": RESULT, "bagian": WORDS, "minimal": SETTING, "kategori": SETTING,
        "belum": SETTING,
    },
    "menjelaskan": {
        "hasil": WORD, "pembilang": FIGURES, "penyebut": FIGURES, "bagian": FIGURES,
        "sebelum": FIGURES,
    },
    "definisi": {
        "hasil": RESULT, "bagian": WORDS, "kategori": SETTING, "kelas": SETTING,
        "penyebut": FIGURES, "target": FIGURES, "realisasi": FIGURES, "skala": SETTING,
        "dokumen": SETTING,
    },
    "efisiensi": {"hasil": WORD, "pembilang": FIGURES, "penyebut": FIGURES, "bagian": FIGURES},
    "daftar": {"hasil": WORD, "bagian": WORDS, "daftar": SETTING},
    "teks_sama": {"hasil": WORDS, "sumber": WORDS},
    "kolom_berbeda": {"hasil": FIGURES, "sumber": FIGURES},
    "urut": {"bagian": WORDS},
    "tahun_laporan": {"hasil": WORD},
    "tahun_lain": {"hasil": WORD, "sumber": SETTING},
    "sesudah_tahun": {"hasil": WORD},
    "tanggal": {"hasil": WORD},
    "tahun_terbit": {"hasil": WORD},
    "galat_tercetak": {"hasil": WORD},
    "tercapai": {"hasil": WORD, "bagian": FIGURES},
    "terbilang": {"hasil": WORD},
    "bentuk": {"hasil": WORD},
    "berulang": {"hasil": WORD, "sumber": WORDS},
    "satuan_kolom": {
        "pembilang": FIGURES, "penyebut": FIGURES, "pengali": SETTING, "antara": SETTING,
    },
    "lonjakan": {"sekarang": FIGURES, "sebelum": FIGURES},
    "target_rendah": {"hasil": RESULT, "sebelum": FIGURES},
}  # fmt: skip
