"""Back test: every derived figure of chapters III and IV, computed again from its printed inputs.

The expected texts are the print. Where the report departs from ordinary rounding or is wrong, the
figure that the computation must give instead stands in its place, with the print beside it.
"""

from __future__ import annotations

import pytest

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report


def figure(report: Report, address: str) -> float:
    return float(report.cell(address).point)


def shown(value: float, decimals: int) -> str:
    return number(value, decimals)


CAPAIAN = [
    ("capaian_1[1.koperasi_sehat]", "135,31", "135,31"),
    ("capaian_1[1.umkm]", "194,05", "194,05"),
    ("capaian_2[2.ekspor]", "89,89", "89,88"),  # printed cut off
    ("capaian_2[2.pasar]", "123,86", "123,86"),
]


@pytest.mark.parametrize(("row", "computed", "printed"), CAPAIAN)
def test_achievement_of_each_indicator(
    row: str, computed: str, printed: str, blora: Report
) -> None:
    value = metrics.capaian(figure(blora, f"{row}.realisasi"), figure(blora, f"{row}.target"))
    assert shown(value, 2) == computed
    assert blora.cell(f"{row}.capaian").text == printed
    assert blora.cell(f"{row}.capaian_renstra").text == printed


def test_means_of_the_objectives_and_of_all(blora: Report) -> None:
    first = [figure(blora, f"ringkasan[{k}].capaian") for k in ("1.koperasi_sehat", "1.umkm")]
    second = [figure(blora, f"ringkasan[{k}].capaian") for k in ("2.ekspor", "2.pasar")]
    means = [metrics.rerata(first), metrics.rerata(second)]
    assert [shown(mean, 2) for mean in means] == ["164,68", "106,87"]
    assert shown(metrics.rerata(means), 2) == "135,78"  # 135,775 exactly, rounded half-up
    assert blora.cell("ringkasan[1.koperasi_sehat].rerata_sasaran").text == "165,68"
    assert blora.cell("ringkasan[2.ekspor].rerata_sasaran").text == "106,87"


def test_means_of_the_year_before(blora: Report) -> None:
    first = [figure(blora, f"capaian_1[{k}].capaian_lalu") for k in ("1.koperasi_sehat", "1.umkm")]
    second = [figure(blora, f"capaian_2[{k}].capaian_lalu") for k in ("2.ekspor", "2.pasar")]
    assert shown(metrics.rerata(first), 2) == "155,89"  # printed 155,68
    assert shown(metrics.rerata(second), 2) == "111,67"


SERAPAN = [
    ("1.penilaian", "87,33"),
    ("1.pendidikan", "78,30"),
    ("1.pemberdayaan", "93,60"),
    ("1.pengembangan", "99,88"),
    ("2.standarisasi", "99,88"),
    ("2.promosi", "96,85"),
    ("2.stabilisasi", "99,79"),
    ("2.perizinan", "100,00"),
    ("2.sarana", "99,13"),
    ("jumlah", "91,27"),
]


@pytest.mark.parametrize(("row", "printed"), SERAPAN)
def test_budget_absorbed_by_each_programme(row: str, printed: str, blora: Report) -> None:
    used = blora.used()
    value = metrics.serapan(
        figure(used, f"anggaran[{row}].realisasi"), figure(used, f"anggaran[{row}].pagu")
    )
    assert shown(value, 2) == printed == blora.cell(f"anggaran[{row}].serapan").text


def test_totals_of_the_budget_by_layer(blora: Report) -> None:
    def total(report: Report, column: str) -> float:
        table = report.tables["anggaran"]
        return sum(float(table.cell(row, column).point) for row in table.rows)

    assert shown(total(blora, "pagu"), 0) == "1.727.182.400"
    assert shown(total(blora, "realisasi"), 0) == "1.666.408.211"
    assert shown(total(blora.used(), "realisasi"), 0) == "1.576.408.211"
    sisa = metrics.sisa(total(blora.used(), "pagu"), total(blora.used(), "realisasi"))
    assert shown(sisa, 0) == "150.774.189"


@pytest.mark.parametrize(
    ("sasaran", "pagu", "realisasi", "serapan", "printed", "efisiensi"),
    [
        ("1.", "1.006.182.400", "861.084.520", "85,58", "85,60%", "14,4"),
        ("2.", "721.000.000", "715.323.691", "99,21", "99,21%", "0,79"),
    ],
)
def test_budget_of_each_objective(
    sasaran: str,
    pagu: str,
    realisasi: str,
    serapan: str,
    printed: str,
    efisiensi: str,
    blora: Report,
) -> None:
    table = blora.used().tables["anggaran"]
    rows = [row for row in table.rows if row.startswith(sasaran)]
    ceiling = sum(float(table.cell(row, "pagu").point) for row in rows)
    spent = sum(float(table.cell(row, "realisasi").point) for row in rows)
    assert (shown(ceiling, 0), shown(spent, 0)) == (pagu, realisasi)
    assert shown(metrics.serapan(spent, ceiling), 2) == serapan
    number_of = sasaran.rstrip(".")
    assert blora.cell(f"klaim[serapan_sasaran_{number_of}].nilai").text == printed
    told = figure(blora, f"klaim[serapan_sasaran_{number_of}].nilai")
    decimals = len(efisiensi.partition(",")[2])
    assert shown(metrics.efisiensi_sisa(told), decimals) == efisiensi


def test_efficiency_of_the_closing_chapter(blora: Report) -> None:
    sisa = figure(blora, "klaim[efisiensi_rupiah].nilai")
    pagu = figure(blora, "klaim[simpulan_4_anggaran].nilai")
    assert shown(metrics.persen(sisa, pagu), 2) == "8,73"  # printed cut off: 8,72%
    assert blora.cell("klaim[efisiensi_persen].nilai").text == "8,72%"


def test_exports_in_both_currencies(blora: Report) -> None:
    table = blora.used().tables["ekspor"]
    rupiah = sum(float(table.cell(row, "nilai_rupiah").point) for row in table.rows)
    dollars = sum(float(table.cell(row, "nilai_usd").point) for row in table.rows)
    assert shown(rupiah, 0) == "37.885.181.319"
    assert shown(dollars, 0) == "2.645.058"  # printed 2.645.059: the rows are rounded to dollars


def test_last_years_absorption(blora: Report) -> None:
    spent = figure(blora, "klaim[realisasi_2020].nilai")
    ceiling = figure(blora, "klaim[penetapan_2020].nilai")
    assert shown(metrics.serapan(spent, ceiling), 2) == "99,22"
