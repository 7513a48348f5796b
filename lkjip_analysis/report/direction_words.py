"""What the name of an indicator says by itself of whether more or less of it is better.

Only names that leave no choice are known here. Of what is done about a misfortune ("persentase
kasus yang ditangani", "penurunan angka kemiskinan") more is better, and what may go either way
says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lkjip_analysis.numbers.metrics import Arah

LESS = re.compile(
    r"\b(kematian|kesakitan|miskin|kemiskinan|pengangguran|prevalensi|stunting|wasting|gizi\s+buruk|"
    r"putus\s+sekolah|buta\s+(?:aksara|huruf)|inflasi|gini|kesenjangan|ketimpangan|kriminalitas|"
    r"kejahatan|kecelakaan|kebakaran|pelanggaran|kumuh|kemacetan|kebocoran|kehilangan\s+air|"
    r"response\s+time|waktu\s+(?:tunggu|tanggap|pelayanan|penyelesaian)|"
    r"lama(?:nya)?\s+(?:pelayanan|penyelesaian|proses|waktu))\b",
    re.IGNORECASE,
)
"""Of this less is better."""
FALL = re.compile(r"\b(?:penurunan|pengurangan)\b", re.IGNORECASE)
"""What a name calls how far something fell: less than nothing of it is a rise."""
TURNED = re.compile(
    r"[tn]urun|\b(?:meng|pe|ber)\w*kurang|tangan[ai]|tangani|tindak\W?lanjut|\b(?:ter|di|me\w*)selesai|"
    r"persentase\s+penyelesaian|kendali|cegah|bebas|temu(?:an|kan)|cakupan|keberhasil|sembuh|dapat|"
    r"peroleh|[tn]erima|(?:di|ter|me)layan|bantu|intervensi|entasan|dientas|tata\b|perbaik|tingkat(?:kan|nya)|"
    r"rehab|pulih|tepat|sesuai|jamin|lindung|audit|surve|lapor|data\b|kontrasepsi|\bkb\b|pakai|pesert|"
    r"tanggulang|mitigasi|siaga|fasilitas|tidak\b|tanpa\b|belum\b|\bnon\b|penegakan|tegak|\bpos\b|"
    r"laksana|padam|pantau|monitor|lulus|patuh|skrining|koordinas|pengelola|kelola|regu|\brumah\b|"
    r"keluar\b|kurangi|kurangnya|ketahanan|tertib|damping|jkn|bpjs|asuransi|graduasi|mandiri|daya\b|"
    r"akses|layak|kerja\b|usaha|\brate\b|(?:persen|prosen|tingkat|proporsi).*\b(?:waktu|time|lama)",
    re.IGNORECASE,
)
"""Of what is done about it more is better, or the name tells neither."""
MORE = re.compile(
    r"^\W*(?:(?:nilai|skor|predikat)\s+)?(?:indeks\s+(?:kepuasan|pembangunan\s+manusia|reformasi)|ikm|ipm|"
    r"(?:nilai|skor)\s+(?:evaluasi\s+)?(?:sakip|akip|lkjip|lakip)|opini|"
    r"(?:angka\s+)?(?:umur|usia)\s+harapan\s+hidup|(?:rata\W*rata|harapan)\s+lama\s+sekolah|"
    r"pertumbuhan\s+ekonomi|pendapatan\s+(?:asli|per))\b",
    re.IGNORECASE,
)
"""Of this more is better."""
MAY_BE_LESS = re.compile(
    r"menurun|penurun|turunnya|berkurang|pengurangan|kematian|miskin|pengangguran|kasus|pelanggar|"
    r"gangguan|keluhan|aduan|prevalensi|stunting|hilang|rusak|waktu|lama\b|temuan|gini|inflasi|"
    r"kesenjangan|putus\b|tidak\b|belum\b|kumuh|sengketa|konflik|kebakaran|kecelakaan|absen",
    re.IGNORECASE,
)
"""What a name holds of which less may be better."""
HANDLED = re.compile(
    r"tangan[ai]|tangani|tindak\W?lanjut|selesai|layani|cegah|kendali|sembuh|padam|bantu|tepat",
    re.IGNORECASE,
)
"""What is done about it: more is better."""
NOT_DONE = re.compile(r"\b(?:tidak|belum)\b", re.IGNORECASE)
FALLS_SHORT = re.compile(
    r"\b(?:belum|tidak|gagal|di\s*bawah|kurang\s+(?:dari|dapat|mampu|berhasil|mencapai|memenuhi|"
    r"melampaui|melebihi|tercapai|terpenuhi))\b",
    re.IGNORECASE,
)
"""What says of a target that it was not met; "kurang" alone is a class, and "kurang lebih"."""


@lru_cache(maxsize=4096)
def named_direction(name: str) -> Arah | None:
    """Whether more (`naik`) or less (`turun`) is better, as the name says; None where it is open.

    >>> named_direction("Angka Kematian Bayi"), named_direction("Persentase penduduk miskin")
    ('turun', 'turun')
    >>> named_direction("Nilai SAKIP"), named_direction("Penurunan angka kemiskinan")
    ('naik', None)
    """
    if MORE.search(name):
        return "naik"
    return "turun" if LESS.search(name) and not TURNED.search(name) else None


@lru_cache(maxsize=4096)
def less_may_be_better(name: str) -> bool:
    """Could a name be of what should be few, though it does not say so by itself?

    >>> less_may_be_better("Jumlah aduan masyarakat"), less_may_be_better("Aduan yang ditangani")
    (True, False)
    >>> less_may_be_better("Aduan yang tidak ditangani")
    True
    """
    if not MAY_BE_LESS.search(name) and not LESS.search(name):
        return False
    return bool(NOT_DONE.search(name)) or not HANDLED.search(name)
