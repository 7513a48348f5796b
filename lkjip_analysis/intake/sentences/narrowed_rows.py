"""Whether a sentence tells a figure of all that a row is called, or of a part of it: "wirausaha
baru perempuan sebanyak 268 orang" is less than the row "Jumlah wirausaha baru".

Between the name of a row and a figure of all of it stand words that lead to a figure; any other one
may narrow what it is of.
"""

from __future__ import annotations

import re

from lkjip_analysis.intake.document.texts import name_pattern

LEADING = frozenset({
    "pada", "di", "dalam", "untuk", "tahun", "anggaran", "ini", "itu", "tersebut", "adalah",
    "ialah", "yaitu", "yakni", "sebesar", "sebanyak", "sejumlah", "senilai", "mencapai",
    "tercapai", "dicapai", "tercatat", "terealisasi", "direalisasikan", "realisasi",
    "realisasinya", "capaian", "capaiannya", "pencapaian", "kinerja", "dan", "sedangkan",
    "sementara", "serta", "kemudian", "namun", "tetapi", "juga", "telah", "sudah", "hanya",
    "baru", "masih", "menjadi", "naik", "turun", "meningkat", "menurun", "bertambah", "berkurang",
    "dari", "dengan", "nilai", "nilainya", "skor", "target", "targetnya", "ditargetkan", "belum",
    "tidak", "atau", "mempunyai", "memiliki", "menempati", "peringkat", "urutan", "posisi",
    "pertama", "kedua", "ketiga", "keempat", "kelima", "tertinggi", "terendah", "terbesar",
    "terkecil", "terbanyak", "paling", "berhasil", "dapat", "mampu", "melampaui", "melebihi",
    "memenuhi", "rp", "persen", "persentase", "secara", "umum", "keseluruhan", "total", "jumlah",
    "jumlahnya", "pagu", "pagunya", "alokasi", "dialokasikan", "anggarannya", "penyerapan",
    "serapan", "terserap", "menyerap", "memperoleh", "mendapat", "mendapatkan", "sehingga",
    "berarti", "setara", "lebih", "kurang", "sekitar", "per", "usd", "juta", "miliar", "ribu",
    "hidup", "poin", "kabupaten", "kota", "daerah", "tingkat", "predikat", "kategori",
})  # fmt: skip
"""Words that may lead from a row to its figure and tell nothing else of it."""
PART = re.compile(
    r"\b(?:awal|semula|murni|belanja(?:\s+[^\W\d]+)?|honor\w*|sebagian)\b(?:\W+(?:pada|dari|untuk|dalam))?\W*$",
    re.IGNORECASE,
)
"""What stands before a name where a part of its row, or its first budget, is told."""
DONE_BY = re.compile(
    r"^\W*yang\s+(?:dilaksanakan|dilakukan|dikelola|diselenggarakan|ditangani)\b[^.;\d]*?"
    r"(?=\b(?:dengan|sebesar|sebanyak|mencapai|anggaran|realisasi|alokasi|pagu)\b)",
    re.IGNORECASE,
)
"""What tells by whom all of it is done."""
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*|%")
TELLING = 6
"""An amount of so many digits, zeros at its end apart, is that of no part by accident."""


def is_narrowed(between: str) -> bool:
    """Does a word between a row and its figure tell more of it?

    What a figure counts does not, nor the name of the regency that the report is of.

    >>> is_narrowed(" tahun 2022 mencapai 450 orang dari target "), is_narrowed(" pria sebanyak ")
    (False, True)
    """
    names = False
    for word in WORD.findall(DONE_BY.sub(" ", between).casefold()):
        if not (names or word[0].isdigit() or word == "%" or word in LEADING):
            return True
        names = word[0].isdigit() or word in ("kabupaten", "kota")
    return False


def narrows(before: str, called: str) -> bool:
    """Do the words between a name and what follows `before` tell of a part of its row?"""
    names = list(re.finditer(rf"\b{name_pattern(called)}\b", before, re.IGNORECASE))
    if not (called.strip() and names):
        return False
    last = names[-1]
    return is_narrowed(before[last.end() :]) or bool(PART.search(before[: last.start()]))
