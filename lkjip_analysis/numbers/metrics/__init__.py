"""The measures of a performance report. Arithmetic only: each formula stands here once.

Every function takes floats, exact fractions, pandas Series or `Interval`s alike and returns what
it was given. Each variable occurs once in its formula, so an interval result is as tight as the
inputs allow. Percentages are numbers like 91.27, not 0.9127. The solved forms (`realisasi_untuk`,
`target_untuk`, ...) answer the same equation for its other variables.
"""

from lkjip_analysis.numbers.metrics.achievement import (
    bagian,
    capaian,
    capaian_target_nol,
    capaian_target_rentang,
    cara_capaian,
    dibatasi,
    jumlah,
    persen,
    realisasi_untuk,
    rerata,
    target_untuk,
)
from lkjip_analysis.numbers.metrics.base import Arah, Quantity, Rumus
from lkjip_analysis.numbers.metrics.budget import (
    efisiensi_pmk,
    efisiensi_selisih,
    efisiensi_sisa,
    kurs,
    nilai_efisiensi,
    serapan,
    sisa,
)
from lkjip_analysis.numbers.metrics.formula import FORMULAS, Formula
from lkjip_analysis.numbers.metrics.growth import (
    jarak_target,
    laju_diperlukan,
    pertumbuhan,
    pertumbuhan_majemuk,
    perubahan,
    sebelum_untuk,
    sekarang_untuk,
)
from lkjip_analysis.numbers.metrics.scale import Band, kategori, kategori_dihitung

__all__ = [
    "FORMULAS",
    "Arah",
    "Band",
    "Formula",
    "Quantity",
    "Rumus",
    "bagian",
    "capaian",
    "capaian_target_nol",
    "capaian_target_rentang",
    "cara_capaian",
    "dibatasi",
    "efisiensi_pmk",
    "efisiensi_selisih",
    "efisiensi_sisa",
    "jarak_target",
    "jumlah",
    "kategori",
    "kategori_dihitung",
    "kurs",
    "laju_diperlukan",
    "nilai_efisiensi",
    "persen",
    "pertumbuhan",
    "pertumbuhan_majemuk",
    "perubahan",
    "realisasi_untuk",
    "rerata",
    "sebelum_untuk",
    "sekarang_untuk",
    "serapan",
    "sisa",
    "target_untuk",
]
