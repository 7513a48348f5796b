"""Words that stand where a figure is missing, each with the kind of missing data it tells."""

from __future__ import annotations

import re

KINDS: dict[str, re.Pattern[str]] = {
    "tidak ada data": re.compile(
        r"n/?\.?a\.?|tad|belum|nihil data|"
        r"(data )?(tidak|tdk|blm|belum) (ada|tersedia|diperoleh)( data(nya)?)?"
    ),
    "belum rilis": re.compile(
        r"(data )?(masih )?(belum|blm|menunggu|tunggu) (di)?(rilis|terbit(kan)?|publikasi(kan)?|"
        r"keluar|diterima)(nya)?( .{1,40})?|menunggu (data|hasil).{0,40}"
    ),
    "dalam proses": re.compile(
        r"(masih )?(dalam|sedang|on) (proses|process|progress|pengolahan|penghitungan|perhitungan|"
        r"penilaian|diproses|dihitung|dinilai)( .{1,40})?|proses( (penghitungan|penilaian|audit))?"
    ),
    "belum dinilai": re.compile(
        r"(belum|blm) (di)?(nilai|hitung|ukur|evaluasi|survei|survey|audit|laksanakan|lakukan|"
        r"input|isi)( .{1,40})?"
    ),
    "tidak diukur": re.compile(
        r"(tidak|tdk) (di)?(nilai|hitung|ukur|evaluasi|survei|survey|laksanakan|lakukan|"
        r"target(kan)?|anggarkan)( .{1,40})?"
    ),
    "tidak jadi": re.compile(
        r"(di)?batal(kan)?|(di|ter)?tunda|(di)?tiadakan|refocusing|(ter|kena )refocusing|dihapus"
    ),
    "nihil": re.compile(r"nihil"),
}


def absence(text: str) -> str:
    """The kind of missing data that a text names; nothing where it names none.

    >>> absence("Belum rilis"), absence("Data belum tersedia"), absence("B")
    ('belum rilis', 'tidak ada data', '')
    >>> absence("Batal"), absence("Ditunda"), absence("Nihil")
    ('tidak jadi', 'tidak jadi', 'nihil')
    """
    if text[:1].isdigit():
        return ""
    told = " ".join(text.casefold().split()).strip("()*. ")
    if any(sign.isdigit() for sign in told):
        return ""
    return next((kind for kind, words in KINDS.items() if words.fullmatch(told)), "")
