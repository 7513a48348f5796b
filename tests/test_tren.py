"""Figures over the years: one long frame, changes, gaps, breaks, targets, quarters.

Blora's figures are those of the 2021 report and of the public pages named in its folders.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from folders import OTHERS
from years import AGENCY, INDICATOR, statements, with_achievement, write_year

import lkjip_analysis as lkjip
from lkjip_analysis.analysis import standing, trends
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages import charts, sections
from lkjip_analysis.pages.charts import figures_by_source
from lkjip_analysis.pages.charts.axes import WIDTH
from lkjip_analysis.pages.charts.changes_side_by_side import how_drawn
from lkjip_analysis.report.history import History, history
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.period import read_period
from lkjip_analysis.report.series import Break

PRESS = "pernyataan pejabat di pers"


@pytest.fixture(scope="module")
def blora_years() -> History:
    return history("dindagkop-ukm-blora")


@pytest.fixture(scope="module")
def blora_long(blora_years: History) -> pd.DataFrame:
    return trends.long(blora_years)


def _values(tren: pd.DataFrame, kode: str, ukuran: str) -> dict[int, float]:
    line = trends.chosen(tren)
    line = line[(line["kode"] == kode) & (line["ukuran"] == ukuran) & (line["periode"] == "")]
    return dict(zip(line["tahun"], line["nilai"], strict=True))


def test_the_long_frame_has_the_columns_that_analysts_were_promised(
    blora_long: pd.DataFrame,
) -> None:
    promised = [
        "instansi",
        "tahun",
        "periode",
        "kode",
        "ukuran",
        "nilai",
        "satuan",
        "asal",
        "lapis",
    ]
    assert list(blora_long.columns[:9]) == promised


def test_umkm_are_followed_from_2020_to_2022(blora_long: pd.DataFrame) -> None:
    assert _values(blora_long, "1.umkm", "realisasi") == {2020: 13224, 2021: 13244, 2022: 13265}


def test_four_achievements_stand_for_2020_and_2021(blora_long: pd.DataFrame) -> None:
    wanted = {
        "1.koperasi_sehat": {2020: 117.31, 2021: 135.31},
        "1.umkm": {2020: 194.47, 2021: 194.05},
        "2.ekspor": {2020: 90.01, 2021: 89.88},
        "2.pasar": {2020: 133.33, 2021: 123.86},
    }
    for kode, values in wanted.items():
        assert _values(blora_long, kode, "capaian") == values


@pytest.mark.parametrize("reckoned", [trends.chosen, trends.changes, trends.conflicts])
def test_of_no_figures_there_are_no_trends(
    blora_long: pd.DataFrame, reckoned: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    none = blora_long[blora_long["kode"] == "kode yang tidak ada"]
    assert len(reckoned(none)) == 0
    assert "kode" in reckoned(none).columns


def test_of_one_year_the_same_can_be_asked_as_of_several(tmp_path: Path) -> None:
    """A page of one's own that looks for the largest fall is run for every agency."""
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,95,95,\n")
    changes = trends.changes(trends.of(AGENCY, tmp_path))
    assert changes.empty
    assert changes.nsmallest(3, "perubahan").empty and changes["persen"].dtype == float
    assert standing.targets(history(AGENCY, tmp_path))["target_awal"].dtype == float
    assert standing.renstra(history(AGENCY, tmp_path), 2021)["jarak"].dtype == float


def test_absorption_fell_by_seven_point_nine_five_points(blora_long: pd.DataFrame) -> None:
    assert _values(blora_long, "anggaran", "serapan") == {2020: 99.22, 2021: 91.27}
    changes = trends.changes(blora_long)
    row = changes[(changes["kode"] == "anggaran") & (changes["ukuran"] == "serapan")].iloc[0]
    assert round(row["perubahan"], 2) == -7.95


def test_the_budget_is_two_points_with_the_reason_unknown(blora_long: pd.DataFrame) -> None:
    changes = trends.changes(blora_long)
    row = changes[(changes["kode"] == "anggaran") & (changes["ukuran"] == "pagu")].iloc[0]
    assert isnan(row["perubahan"]) and row["putus"].startswith("tidak diketahui")
    line = trends.chosen(blora_long)
    line = line[(line["kode"] == "anggaran") & (line["ukuran"] == "pagu")]
    assert [len(part) for part in trends.segments(line, blora_long.attrs["putus"])] == [1, 1]
    alt = charts.deret(blora_long, "anggaran", "pagu").get_label()
    assert "tidak sebanding sejak 2021, sebabnya tidak diketahui" in str(alt)
    assert str(alt).startswith("Anggaran, pagu: angka sejak 2021 tidak sebanding")


def test_levies_have_two_targets_and_two_achievements_in_one_year(blora_years: History) -> None:
    told = standing.targets(blora_years).set_index("tahun")
    # 6,154 of 8,6 and of 6,051; 7,7 of 9,7 and of 7,1.
    assert told["capaian_awal"].round(2).to_dict() == {2023: 71.56, 2025: 79.38}
    assert told["capaian_perubahan"].round(2).to_dict() == {2023: 101.70, 2025: 108.45}


def test_conflicting_statements_stand_side_by_side(blora_long: pd.DataFrame) -> None:
    apart = trends.conflicts(blora_long)
    assert sorted(apart["tercetak"]) == ["737", "781"]
    told = " ".join(lkjip.tren("dindagkop-ukm-blora").lonjakan())
    assert (
        "tertulis 483, padahal sebelumnya 283" in told
        and "tertulis 250, padahal sebelumnya 483" in told
    )


def test_all_four_counts_of_active_cooperatives_are_told_in_the_chart(
    blora_long: pd.DataFrame,
) -> None:
    alt = str(charts.deret(blora_long, "koperasi.aktif").get_label())
    for told in ("2021 265", "12 Juli 2022 283", "9 Juli 2023 483", "20 Januari 2024 250"):
        assert told in alt


def test_a_series_stands_on_zero_and_no_figure_hides_another(blora_long: pd.DataFrame) -> None:
    # 13.224 to 13.265 is a third of a percent: nearly level, not from the foot to the top.
    axes = charts.deret(blora_long, "1.umkm", "realisasi").axes[0]
    low, high = axes.get_ylim()
    assert low == 0 and (13265 - 13224) / (high - low) < 0.01
    for kode in ("koperasi.terdaftar", "pasar", "koperasi.aktif"):
        told = blora_long[blora_long["kode"] == kode]
        axes = charts.deret(blora_long, kode).axes[0]
        marks = [(float(x), float(y), float(one.get_sizes()[0]), len(one.get_facecolor()))
                 for one in axes.collections for x, y in one.get_offsets()]  # fmt: skip
        assert {mark[:2] for mark in marks} <= set(zip(told["posisi"], told["nilai"], strict=True))
        for at, (x, y, size, filled) in enumerate(marks):  # of two in one place one is a wide ring
            same = [mark[2] for mark in marks[:at] if mark[:2] == (x, y)]
            assert all(size > other and not filled for other in same), kode


def test_a_line_of_what_was_reached_has_the_target_of_its_years() -> None:
    # The hospital prints 75,00 percent as the target of 2023, and of no year before it.
    told = lkjip.load("rsud-rekaan", 2023, data=OTHERS).tren
    chart = next(one for one in charts.gerak(told, "realisasi") if "BOR" in one.alt)
    assert chart.words.measure == "Realisasi (persen); garis pendek: target"
    assert "target 2023 75,00%" in chart.alt and "target 2022" not in chart.alt
    (goal,) = (line for line in chart.axes[0].lines if set(line.get_ydata()) == {75.0})
    assert (min(goal.get_xdata()), max(goal.get_xdata())) == (2022.7, 2023.3)
    of_targets = charts.deret(told, "1.bor", "target")
    assert "garis pendek" not in of_targets.words.measure


def test_every_chart_over_years_is_as_narrow_as_those_of_the_other_pages(
    blora_years: History, blora_long: pd.DataFrame
) -> None:
    # A page of 390 px shows a chart 358 px wide: what is drawn narrower has larger letters.
    two = standing.achievements(blora_years, 2021)
    drawn = [
        charts.deret(blora_long, "anggaran", "serapan"),
        charts.bertumpuk(blora_long, ["pasar", "koperasi.aktif"]),
        charts.kemiringan(two[two["tahun"].isin((2020, 2021))], "laporan 2021"),
        charts.dua_target(standing.targets(blora_years), "pers"),
    ]
    widths = [axes.get_figure(root=True).get_figwidth() for axes in drawn]  # type: ignore[union-attr]
    # One series is a small picture, that several stand beside one another.
    assert [float(width) for width in widths] == [2.7, 3.8, 3.8, 3.8] and WIDTH == 3.8


def test_an_indicator_in_percent_changes_by_points_whichever_way_its_unit_is_written(
    tmp_path: Path,
) -> None:
    laporan = INDICATOR.replace("satuan: persen", 'satuan: "%"')
    laporan += "tabel: {capaian: {label: Tabel 3.1}}\n"
    head = "kode,indikator,target,realisasi,capaian,realisasi_lalu\n"
    row = '1.layanan,Layanan,80,"76,00","95,00","70,00"\n'
    write_year(tmp_path, 2021, laporan, {"capaian": head + row})
    alt = str(charts.deret(trends.of(AGENCY, tmp_path), "1.layanan", "realisasi").get_label())
    assert "70,00% pada 2020, 76,00% pada 2021 (+6,00 poin)" in alt


def test_a_percentage_that_no_print_stands_beside_keeps_its_decimals() -> None:
    # 97,9 is told as 97,90 beside 97,25: as 98 it had reached the target of 98.
    told = {"deret": "Layanan 2021", "satuan": "persen", "target_awal": 98.0}
    told |= {"target_perubahan": 97.25, "realisasi": 97.9}
    drawn = charts.dua_target(pd.DataFrame([told]))
    assert "target awal 98,00%, target perubahan 97,25%, realisasi 97,90%" in drawn.alt


def test_the_ends_of_a_scale_of_percentages_are_its_ends(blora_long: pd.DataFrame) -> None:
    # 737 to 788 as 99,07 to 99,58: the scale goes by tenths, and neither of its ends is 100.
    of_one = blora_long[blora_long["kode"] == "koperasi.terdaftar"].assign(satuan="persen")
    near = of_one.assign(nilai=99 + (of_one["nilai"] - 730) / 100)
    axes = charts.menurut_sumber(near, "koperasi.terdaftar").axes[0]
    ends = [label.get_text() for label in axes.get_xticklabels()]
    assert axes.get_xlim() == pytest.approx((99.0, 99.6)) and ends == ["99,0%", "99,6%"]


def test_a_copy_of_a_figure_of_another_report_is_counted_once(blora_long: pd.DataFrame) -> None:
    shown = blora_long[(blora_long["kode"] == "2.ekspor") & (blora_long["tahun"] == 2020)]
    assert list(shown["sumber"]) == ["laporan 2021, Tabel 3.5"]


def test_a_year_without_a_figure_is_a_gap_and_growth_over_it_is_compound(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2019, "1.layanan,Layanan,100,100,100,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,121,121,\n")
    tren = trends.of(AGENCY, tmp_path)
    line = trends.chosen(tren[tren["ukuran"] == "realisasi"])
    assert [len(part) for part in trends.segments(line, ())] == [1, 1]
    row = trends.changes(tren).query("ukuran == 'realisasi'").iloc[0]
    # 1,1 x 1,1 = 1,21
    assert (round(row["persen"], 6), round(row["persen_setahun"], 6)) == (21, 10)
    assert row["arah"] == "membaik"


def test_a_declared_break_ends_the_line_and_says_why(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,40,40,\n")
    reason = "putus: [{kode: 1.layanan, berubah: definisi, sebab: termasuk layanan daring}]\n"
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,80,80,\n", reason)
    changes = trends.changes(trends.of(AGENCY, tmp_path))
    assert set(changes["putus"].iloc[:1]) == {"definisi: termasuk layanan daring"}
    assert changes["perubahan"].isna().all()


def test_another_unit_is_another_line(tmp_path: Path) -> None:
    for tahun, satuan in ((2020, "unit"), (2021, "orang")):
        row = f"a,Pelaku,pelaku,jumlah,,,{tahun},{satuan},eksak,Kantor,dokumen lain,"
        laporan = "tabel: {pernyataan: {label: Angka}}\n"
        write_year(tmp_path, tahun, laporan, {"pernyataan": statements(row)})
    assert trends.changes(trends.of(AGENCY, tmp_path)).empty


def test_nothing_is_continued_unasked_and_what_is_asked_is_labelled(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,100,100,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,110,110,\n")
    tren = trends.of(AGENCY, tmp_path)
    assert tren["tahun"].max() == 2021
    longer = trends.continued(tren, "1.layanan", "realisasi", 2023)
    added = longer[longer["tahun"] > 2021]
    assert added["nilai"].round(2).tolist() == [121.0, 133.1]
    assert set(added["asal"]) == {"perkiraan, diteruskan dari 2020-2021"}


def test_years_are_classed_on_their_own_scale_and_on_one(tmp_path: Path) -> None:
    strict = "skala: {capaian: {sumber: Tabel 3, pita: [{nama: Baik, dari: 90}, {nama: Kurang}]}}\n"
    mild = "skala: {capaian: {sumber: Tabel 3, pita: [{nama: Baik, dari: 50}, {nama: Kurang}]}}\n"
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,80,80,\n", strict)
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,80,80,\n", mild)
    told = standing.achievements(history(AGENCY, tmp_path), 2021)
    assert told["kategori"].tolist() == ["Kurang", "Baik"]
    assert told["kategori_satu"].tolist() == ["Baik", "Baik"]


def test_the_pace_to_the_final_target_of_the_renstra(tmp_path: Path) -> None:
    laporan = INDICATOR + "tahun_renstra: 2025\ntabel: {capaian: {label: Tabel 3.1}}\n"
    table = (
        "kode,indikator,target,realisasi,capaian,target_renstra\n1.layanan,Layanan,50,40,80,50\n"
    )
    write_year(tmp_path, 2021, laporan, {"capaian": table})
    row = standing.renstra(history(AGENCY, tmp_path), 2021).iloc[0]
    # From 40 to 50 in four years: 2,5 points a year, or the fourth root of 1,25.
    assert (row["jarak"], row["laju_setahun"], round(row["persen_setahun"], 2)) == (10, 2.5, 5.74)


QUARTERS = (
    "kode,indikator,realisasi_i,realisasi_ii,realisasi_iii,realisasi_iv,realisasi\n"
    "1.layanan,Layanan,{0},{1},{2},{3},{4}\n"
)


@pytest.mark.parametrize(
    ("kind", "printed", "alone", "so_far"),
    [
        ("triwulan", (10, 20, 30, 40, 100), [10, 20, 30, 40], [10, 30, 60, 100]),
        ("triwulan_kumulatif", (10, 30, 60, 100, 100), [10, 20, 30, 40], [10, 30, 60, 100]),
    ],
)
def test_quarters_are_told_alone_and_since_the_year_began(
    tmp_path: Path, kind: str, printed: tuple[int, ...], alone: list[int], so_far: list[int]
) -> None:
    laporan = INDICATOR + f"tabel: {{triwulan: {{tipe: {kind}, label: Tabel 3.9}}}}\n"
    write_year(tmp_path, 2021, laporan, {"triwulan": QUARTERS.format(*printed)})
    told = standing.quarters(history(AGENCY, tmp_path))
    assert (told["sendiri"].tolist(), told["sampai"].tolist()) == (alone, so_far)
    assert told["periode"].tolist() == [f"triwulan {n}" for n in ("I", "II", "III", "IV")]
    shown = lkjip.tren(AGENCY, tmp_path).triwulan()
    assert (shown["sendiri"].tolist(), shown["sampai"].tolist()) == (alone, so_far)


@pytest.mark.parametrize(
    ("kind", "printed", "rule"),
    [
        # 10 + 20 + 30 + 50 is 110; up to quarter III more than up to IV, which is not the year's.
        ("triwulan", (10, 20, 30, 50, 100), "triwulan.jumlah_realisasi[1.layanan]"),
        ("triwulan_kumulatif", (10, 30, 60, 90, 100), "triwulan.akhir_realisasi[1.layanan]"),
        ("triwulan_kumulatif", (10, 70, 60, 100, 100), "triwulan.bertambah_iii[1.layanan]"),
    ],
)
def test_a_slip_in_a_quarter_is_found(
    tmp_path: Path, kind: str, printed: tuple[int, ...], rule: str
) -> None:
    laporan = (
        INDICATOR.replace("satuan: persen", "satuan: orang")
        + f"tabel: {{triwulan: {{tipe: {kind}, label: Tabel 3.9}}}}\n"
    )
    write_year(tmp_path, 2021, laporan, {"triwulan": QUARTERS.format(*printed)})
    (finding,) = verify(load(AGENCY, 2021, tmp_path)).findings
    assert (finding.standing, finding.rules) == ("ambigu", (rule,))


@pytest.mark.parametrize(
    ("column", "entry", "told"),
    [
        (3, "realisai", 'Did you mean "realisasi"?'),
        (5, "triwulan 1", "triwulan I to triwulan IV"),
        (4, "tahun lalu", "a year or nothing"),
        (10, "koran", "pernyataan pejabat di pers"),
        (11, "2020/capaian", "2021/tabel[baris].kolom"),
    ],
)
def test_a_statement_that_is_not_understood_is_refused_by_line_and_column(
    tmp_path: Path, column: int, entry: str, told: str
) -> None:
    row = ["a", "Pelaku", "pelaku", "jumlah", "", "", "12", "unit", "eksak", "Kantor", PRESS, ""]
    row[column] = entry
    laporan = "tabel: {pernyataan: {label: Angka}}\n"
    write_year(tmp_path, 2021, laporan, {"pernyataan": statements(",".join(row))})
    with pytest.raises(InputError) as error:
        load(AGENCY, 2021, tmp_path)
    assert "pernyataan.csv:2:" in str(error.value) and told in str(error.value)


def test_a_cell_of_tren_that_does_not_exist_is_named(tmp_path: Path) -> None:
    wrong = "tren: [{sel: 'capaian[1.layanan].relisasi', kode: 1.layanan, ukuran: realisasi}]\n"
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,80,80,\n", wrong)
    with pytest.raises(InputError, match=r"Did you mean .capaian\[1.layanan\].realisasi"):
        load(AGENCY, 2021, tmp_path)


def test_a_year_that_cannot_be_read_keeps_no_other_from_being_followed(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,dua,80,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,80,80,\n")
    past = history(AGENCY, tmp_path)
    assert list(past.reports) == [2021]
    assert past.unread[0].startswith("2020: capaian.csv:2:realisasi")
    assert (
        "Tahun 2020 tidak dapat dibaca" in sections.trend_answer(lkjip.tren(AGENCY, tmp_path)).html
    )  # type: ignore[union-attr]


def test_days_stand_within_their_year() -> None:
    assert read_period("", 2023).position == 2023
    assert read_period("per 2023-01-01", 2023).position == 2022.5
    assert 2023 < read_period("per 2023-07-09", 2023).position < 2023.1
    assert read_period("triwulan IV", 2023).position == 2023.375


def test_what_follows_from_the_years_follows_the_rows_that_are_left(tmp_path: Path) -> None:
    for tahun, done in ((2020, 50), (2021, 60), (2022, 66)):
        with_achievement(tmp_path, tahun, f"1.layanan,Layanan,100,{done},{done},\n")
    tren = lkjip.load(AGENCY, 2022, data=tmp_path).tren
    rest = tren.query("tahun >= 2021")
    # 60 to 66 is ten percent; what 2020 says is gone from changes, sentence, chart alike.
    told = rest.perubahan().query("ukuran == 'realisasi'")
    assert (told["waktu"].tolist(), told["persen"].round(6).tolist()) == (["2021-2022"], [10])
    assert "2020" not in sections.trend_answer(rest).html  # type: ignore[union-attr]
    (drawn,) = charts.tiap_deret(rest, "realisasi")
    assert "2020" not in drawn.alt and "60% pada 2021, 66% pada 2022" in drawn.alt
    assert set(rest.capaian(2022)["tahun"]) == {2021, 2022}


def test_rows_numbered_anew_lead_to_no_other_rows_source(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2021, '1.layanan,Layanan,80,"76,00","95,00",\n')
    with_achievement(tmp_path, 2022, '1.layanan,Layanan,70,"72,00","90,00",\n')
    tren = lkjip.load(AGENCY, 2022, data=tmp_path).tren
    turned = tren.sort_values("nilai", ascending=False).reset_index(drop=True)
    shown = lkjip.tabel(turned, kolom=["tahun", "tercetak"]).html  # type: ignore[union-attr]
    assert "2.022" not in shown
    for row in shown.split("<tr")[2:]:
        assert ">2022<" in row or "#capaian" not in row


def test_one_year_alone_has_every_table_over_years_without_rows(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,80,80,\n")
    tren = lkjip.tren(AGENCY, tmp_path)
    for told in (tren.perubahan(), tren.dua_target(), tren.triwulan(), tren.bertentangan()):
        assert told.empty and len(told.columns) > 5
    assert tren.putus.empty and not tren.lonjakan()
    assert not charts.kemiringan(tren.capaian(2021)).alt and not charts.tiap_deret(tren)


def test_a_selection_of_findings_is_shown_as_the_page_shows_them() -> None:
    laporan = lkjip.load("dindagkop-ukm-blora", 2021)
    proven = laporan.temuan.query("putusan == 'Terbukti salah'")
    shown = lkjip.daftar_temuan(proven).html  # type: ignore[union-attr]
    assert "Semua (4)" in shown and 'class="ambigu"' not in shown
    with pytest.raises(ValueError, match=r"laporan\.temuan"):
        lkjip.daftar_temuan(proven.reset_index())


def test_every_printed_figure_says_how_often_it_is_tested_and_named() -> None:
    laporan = lkjip.load("dindagkop-ukm-blora", 2021)
    figures = laporan.angka
    assert len(figures) == 411 and figures["pemeriksaan"].eq(0).sum() == 6
    where = figures.set_index(["tabel", "baris", "kolom"]).loc[
        ("anggaran", "2.perizinan", "realisasi")
    ]
    assert where["tercetak"] == "100.000.000" and where["temuan"] > 0


def test_a_year_beside_the_agency_is_told_where_years_are_chosen() -> None:
    with pytest.raises(TypeError, match=r"choose one with tren.*query\('tahun == 2021'\)"):
        lkjip.tren(AGENCY, 2021)  # type: ignore[arg-type]


def test_a_series_of_many_days_is_a_list_of_bars_with_their_sources(
    blora_long: pd.DataFrame,
) -> None:
    drawn = charts.menurut_sumber(blora_long, "koperasi.aktif")
    # 153 in 2020, 265 in 2021, then 283, 483 and 250 on three days of later years.
    bars = [patch for patch in drawn.axes[0].patches if patch.get_width()]
    assert [round(bar.get_width()) for bar in bars] == [153, 265, 283, 483, 250]
    tops = [bar.get_y() for bar in bars]
    assert tops == sorted(tops, reverse=True) and drawn.axes[0].get_xlim()[0] == 0
    assert [bar.get_facecolor()[3] > 0 for bar in bars] == [True, True, False, False, False]
    said = [text.get_text() for text in drawn.axes[0].texts]
    assert "12 Juli 2022" in said and "bloranews.com" in said and "483" in said
    assert drawn.words.measure.endswith("; batang kosong: pada tanggal itu")
    exports = charts.menurut_sumber(blora_long, "2.ekspor", "realisasi")  # s.d. 20 Juni 2025
    assert exports.words.measure.endswith("; batang kosong: belum setahun")
    every = charts.gerak(blora_long[blora_long["kode"].isin(["1.umkm", "koperasi.aktif"])])
    lines = [bool(one.axes[0].lines) for one in every]
    assert lines == [True, False]  # years in a row stay a line


def test_figures_that_lie_close_are_dots_on_a_scale_whose_ends_are_told(
    blora_long: pd.DataFrame,
) -> None:
    # 737 to 788 is a fifteenth: as bars from zero all would look alike.
    drawn = charts.menurut_sumber(blora_long, "koperasi.terdaftar", hingga=1000)
    axes = drawn.axes[0]
    assert not axes.patches and axes.get_xlim() == (730, 790)
    assert [label.get_text() for label in axes.get_xticklabels()] == ["730", "790"]
    assert "; skala tidak dari nol; titik kosong: pada tanggal itu" in drawn.words.measure
    dots = [float(one.get_offsets()[0][0]) for one in axes.collections]
    assert (dots[0], min(dots), max(dots)) == (780, 737, 788)
    # 153 to 483 differ much: they stay bars from zero, told as such.
    bars = charts.menurut_sumber(blora_long, "koperasi.aktif")
    assert bars.axes[0].get_xlim()[0] == 0 and "skala" not in bars.words.measure


def test_series_of_the_same_two_years_are_one_picture_of_their_changes() -> None:
    names = ("a", "b", "c", "d")
    years = [(50, 60), (40, 40), (200, 150), (10, 12)]
    rows = [
        {"instansi": AGENCY, "tahun": year, "periode": "", "kode": name, "ukuran": "realisasi",
         "nilai": float(value), "satuan": "hari", "asal": "", "lapis": "tercetak",
         "singkat": name.upper(), "tercetak": str(value), "bawah": float(value),
         "atas": float(value), "sumber": "Tabel 3.1", "laporan": year, "posisi": float(year),
         "peringkat": 0, "catatan": ""}
        for name, pair in zip(names, years, strict=True)
        for year, value in zip((2022, 2023), pair, strict=True)
    ]  # fmt: skip
    tren = pd.DataFrame(rows)
    tren.attrs["arah"] = dict.fromkeys(names, "naik") | {"c": "turun"}
    (drawn,) = charts.gerak(tren, "realisasi")
    # 50 to 60 is 20 percent, 40 to 40 nothing, 200 to 150 a quarter less (the right way), 10 to 12
    # 20 percent: one scale for all units.
    assert [round(bar.get_width(), 6) for bar in drawn.axes[0].patches] == [20, 0, -25, 20]
    assert drawn.alt.startswith("3 dari 4 indikator membaik dari 2022 ke 2023. A +20,00%, 50")
    # With a year of its own, a series has its own picture; so have all then.
    other = tren.assign(tahun=tren["tahun"].where(tren["kode"] != "d", tren["tahun"] - 1))
    other["posisi"] = other["tahun"].astype(float)
    other.attrs = tren.attrs
    assert len(charts.gerak(other, "realisasi")) == 4
    # What is said above is true of what is drawn: of bars no line is told, of lines no break that
    # is not there.
    assert "atang" in how_drawn(tren, "realisasi") and "aris" not in how_drawn(tren, "realisasi")
    assert how_drawn(other, "realisasi") == "Garis hanya menghubungkan tahun yang berurutan."
    assert how_drawn(other[other["tahun"] == 2023], "realisasi") == ""
    changed = Break("a", "realisasi", 2023, "definisi", "dihitung lain")
    other.attrs = {**tren.attrs, "putus": (changed,)}
    assert "Garis titik-titik menandai" in how_drawn(other, "realisasi")
    with pytest.raises(ValueError, match="the same two years"):
        charts.perubahan(other, "realisasi")


def test_percentages_change_in_points_in_a_picture_of_their_own() -> None:
    names, years = ("a", "b", "c", "d"), [(50, 60), (40, 30), (0, 2), (10, 12)]
    rows = [
        {"instansi": AGENCY, "tahun": year, "periode": "", "kode": name, "ukuran": "realisasi",
         "nilai": float(value), "satuan": "hari" if name == "d" else "persen", "asal": "",
         "lapis": "tercetak", "singkat": name.upper(), "tercetak": str(value),
         "bawah": float(value), "atas": float(value), "sumber": "Tabel 3.1", "laporan": year,
         "posisi": float(year), "peringkat": 0, "catatan": ""}
        for name, pair in zip(names, years, strict=True)
        for year, value in zip((2022, 2023), pair, strict=True)
    ]  # fmt: skip
    tren = pd.DataFrame(rows)
    tren.attrs["arah"] = dict.fromkeys(names, "naik")
    days, shares = charts.gerak(tren, "realisasi")
    assert [round(bar.get_width(), 6) for bar in days.axes[0].patches] == [20]
    # 50 to 60 percent are 10 points and no 20 percent; from 0 there is no percentage at all.
    assert [round(bar.get_width(), 6) for bar in shares.axes[0].patches] == [10, -10, 2]
    assert shares.alt.startswith("2 dari 3 indikator persentase membaik dari 2022 ke 2023, B ")
    assert "A +10,00 poin, 50%" in shares.alt and "(poin)" in shares.words.measure
    assert "dalam poin, pada bagan tersendiri" in how_drawn(tren, "realisasi")
    alone = tren[tren["satuan"] == "persen"]
    alone.attrs = tren.attrs
    (drawn,) = [charts.perubahan(alone, "realisasi")]
    assert "(poin)" in drawn.words.measure
    # On the scale of days no length shows 0 to 2 percent.
    with pytest.raises(ValueError, match="the same two years"):
        charts.perubahan(tren, "realisasi")


def test_bars_of_what_counts_the_same_thing_have_one_scale() -> None:
    def series(kode: str, figures: tuple[float, ...], satuan: str) -> list[dict[str, Any]]:
        return [
            {"instansi": AGENCY, "tahun": 2021, "periode": f"per {day} Mei 2021", "kode": kode,
             "ukuran": "jumlah", "nilai": figure, "satuan": satuan, "asal": "", "lapis": "tercetak",
             "singkat": kode, "tercetak": str(figure), "bawah": figure, "atas": figure,
             "sumber": "berita", "laporan": 2021, "posisi": 2021.3 + day / 365, "peringkat": 0,
             "catatan": ""}
            for day, figure in enumerate(figures, 1)
        ]  # fmt: skip

    told = [
        *series("a", (100.0, 90.0, 80.0, 95.0), "koperasi"),
        *series("b", (40.0, 30.0, 20.0, 25.0), "koperasi"),
        *series("c", (9.0, 8.0, 7.0, 8.5), "koperasi"),  # less than a tenth of a
        *series("d", (40.0, 30.0, 20.0, 25.0), "pasar"),
    ]
    tren = pd.DataFrame(told)
    ends = {kode: figures_by_source.shared_ends(tren, [*"abcd"], "jumlah")[kode] for kode in "abcd"}
    assert ends == {"a": 100, "b": 100, "c": 9, "d": 40}
    drawn = charts.menurut_sumber(tren, "b", "jumlah", hingga=ends["b"])
    assert drawn.axes[0].get_xlim()[1] == 100
