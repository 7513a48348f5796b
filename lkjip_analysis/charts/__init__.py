"""Charts, one file for each subject: a frame in, Axes out (`base` says what they share)."""

from lkjip_analysis.charts.anggaran import kuadran, serapan
from lkjip_analysis.charts.capaian import dua_target, kemiringan
from lkjip_analysis.charts.kinerja import capaian, lereng
from lkjip_analysis.charts.koperasi import skor
from lkjip_analysis.charts.perbandingan import bagian
from lkjip_analysis.charts.tren import bertumpuk, deret
from lkjip_analysis.charts.verifikasi import penguji

__all__ = [
    "bagian", "bertumpuk", "capaian", "deret", "dua_target", "kemiringan", "kuadran", "lereng",
    "penguji", "serapan", "skor",
]  # fmt: skip
