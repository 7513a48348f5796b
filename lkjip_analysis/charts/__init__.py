"""Charts, one file for each subject: a frame in, Axes out (`base` says what they share)."""

from lkjip_analysis.charts.anggaran import serapan
from lkjip_analysis.charts.kinerja import capaian
from lkjip_analysis.charts.tren import bertumpuk, deret, dua_target, kemiringan
from lkjip_analysis.charts.verifikasi import penguji

__all__ = ["bertumpuk", "capaian", "deret", "dua_target", "kemiringan", "penguji", "serapan"]
