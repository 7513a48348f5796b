"""The front door: reports as frames, measures over columns, charts that show themselves.

Expected figures were added up by hand from the printed tables of data/raw.
"""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
import warnings
from inspect import signature
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from folders import OTHERS
from IPython.core.interactiveshell import InteractiveShell
from openpyxl import load_workbook

import lkjip_analysis as lkjip
from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.analysis.tabel import Known, Tabel, knowing
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages.parts import rendering

HOME = Path(__file__).resolve().parents[1]
AGENCY = "dindagkop-ukm-blora"


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    return lkjip.load(AGENCY, 2021)


@pytest.fixture(scope="module")
def dipakai() -> Laporan:
    return lkjip.load(AGENCY, 2021, layer="dipakai")


def frames_of(one: Laporan) -> dict[str, pd.DataFrame]:
    named = {name: getattr(one, name) for name in
             ("indikator", "koperasi", "ekspor", "anggaran", "temuan", "cakupan")}  # fmt: skip
    return named | {name: one[name] for name in one} | {"tren": lkjip.tren(AGENCY)}


def test_a_sum_by_sasaran_counts_no_total_row(laporan: Laporan) -> None:
    pagu = laporan.anggaran.groupby("sasaran")["pagu"].sum()
    assert list(pagu) == [1_006_182_400, 721_000_000]
    assert list(laporan.anggaran.total["pagu"]) == [1_727_182_400]


def test_the_used_layer_has_the_accepted_corrections(dipakai: Laporan) -> None:
    assert dipakai.anggaran["pagu"].sum() == 1_727_182_400
    assert dipakai.anggaran.layer == "dipakai"


def test_figures_are_numbers_words_are_words_and_counts_are_whole(laporan: Laporan) -> None:
    kinds = laporan.anggaran.dtypes.astype(str).to_dict()
    assert kinds == {"sasaran": "str", "program": "str", "pagu": "Int64", "realisasi": "Int64",
                     "serapan": "float64"}  # fmt: skip
    assert laporan.anggaran.units["pagu"] == "rupiah"
    assert laporan.anggaran.titles["serapan"] == "%"


def test_what_is_missing_is_na_and_told_with_its_kind(laporan: Laporan) -> None:
    ((_, gap),) = laporan.ekspor.missing.iterrows()
    assert (gap["baris"], gap["kolom"], gap["jenis"]) == ("jumlah", "kuantitas", "tidak diisi")


def test_a_table_that_a_report_lacks_still_has_its_columns() -> None:
    empty = lkjip.load(AGENCY, 2023).anggaran
    assert empty.empty and {"sasaran", "program", "pagu", "realisasi", "serapan"} <= set(empty)
    assert empty["pagu"].sum() == 0 and empty.total.empty


@pytest.mark.parametrize("agency, year, figures", [
    (AGENCY, 2020, 0), ("provinsi-lampung", 2015, 0), ("kabupaten-wonogiri", 2020, 8),
])  # fmt: skip
def test_sentences_have_their_column_of_figures_also_where_none_prints_one(
    agency: str, year: int, figures: int
) -> None:
    one = lkjip.load(agency, year, data=None if agency == AGENCY else OTHERS)
    for claims in (one.klaim, one["klaim"]):
        assert claims["nilai_angka"].dtype == float
        assert claims["nilai_angka"].notna().sum() == figures
        assert list(claims.columns).count("nilai_angka") == 1 and "nilai" in claims


@pytest.mark.parametrize("year", [2020, 2021, 2023, 2026])
def test_every_frame_survives_what_pandas_does_with_it(year: int, tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, frame in frames_of(lkjip.load(AGENCY, year)).items():
        frame.to_parquet(tmp_path / "x.parquet")
        back = pd.read_parquet(tmp_path / "x.parquet")
        pd.testing.assert_frame_equal(pd.DataFrame(frame), back, check_like=True, obj=name)
        frame.to_csv(tmp_path / "x.csv")
        frame.to_excel(tmp_path / "x.xlsx")
        again = pickle.loads(pickle.dumps(frame))
        assert type(again) is type(frame) and again.equals(frame)
        assert len(frame.reset_index().merge(frame.reset_index(), how="inner",
                   left_index=True, right_index=True)) == len(frame)  # fmt: skip


def test_a_chosen_part_still_knows_its_table(laporan: Laporan) -> None:
    few = laporan.anggaran.query("pagu > 100_000_000")[["program", "pagu"]]
    assert isinstance(few, Tabel)
    assert (few.label, few.units) == ("Tabel 3.8", {"pagu": "rupiah"})
    assert str(few.cell(few.index[0], "pagu")) == f"anggaran[{few.index[0]}].pagu"


def test_a_name_that_is_no_table_is_answered_with_those_there_are(laporan: Laporan) -> None:
    with pytest.raises(KeyError, match=r'no table "umkn" .*Did you mean "umkm"'):
        laporan["umkn"]
    with pytest.raises(InputError, match="tercetak or dipakai"):
        lkjip.load(AGENCY, 2021, layer="asli")  # type: ignore[arg-type]


def test_findings_and_coverage_are_frames(laporan: Laporan) -> None:
    proven = laporan.temuan[laporan.temuan["putusan"] == "Terbukti salah"]
    assert set(laporan.temuan["jenis"]) <= {"angka", "kaidah", "klaim", "dugaan"}
    assert proven["seharusnya"].notna().all()
    assert laporan.cakupan["angka"].sum() == 411  # and one that is derived
    assert laporan.cakupan.loc["anggaran", "angka"] == 30


# Measures: promised or earlier first, Series in and out.


def test_measures_take_columns(laporan: Laporan) -> None:
    d = laporan.indikator
    found = lkjip.metrics.capaian(d.target, d.realisasi, arah=d.arah)
    assert found.round(2).to_dict() == {
        "1.koperasi_sehat": 135.31, "1.umkm": 194.05, "2.ekspor": 89.89, "2.pasar": 123.86,
    }  # fmt: skip
    assert list(lkjip.metrics.kategori(found, laporan.skala["capaian"])) == [
        "Sangat Baik", "Sangat Baik", "Baik", "Sangat Baik",
    ]  # fmt: skip


def test_where_less_is_better_each_row_follows_its_own_direction_and_formula() -> None:
    d = pd.DataFrame({"target": [10.0, 10.0, 10.0], "realisasi": [8.0, 8.0, 8.0],
                      "arah": ["naik", "turun", "turun"],
                      "rumus": ["R/T", "(2T-R)/T", "T/R"]})  # fmt: skip
    found = lkjip.metrics.capaian(d.target, d.realisasi, arah=d.arah, rumus=d.rumus)
    assert list(found) == pytest.approx([80.0, 120.0, 125.0])
    capped = lkjip.metrics.capaian(d.target, d.realisasi, d.arah, d.rumus, maksimum=100)
    assert list(capped) == pytest.approx([80.0, 100.0, 100.0])


def test_a_measure_that_is_undefined_is_missing_and_no_infinity() -> None:
    zero = pd.Series([0, 4], dtype="Int64")
    spent = pd.Series([1, pd.NA], dtype="Int64")
    assert lkjip.metrics.serapan(zero, spent).isna().all()
    assert lkjip.metrics.tumbuh(zero, spent).isna().all()
    assert lkjip.metrics.kurs(spent, zero).isna().all()
    assert lkjip.metrics.capaian(zero, spent).isna().all()
    assert lkjip.metrics.bagian(pd.Series([0.0, 0.0])).isna().all()


# The six questions, each in at most four lines.


def test_the_rate_that_breaks_the_exports(laporan: Laporan) -> None:
    ekspor = laporan.ekspor
    kurs = lkjip.metrics.kurs(ekspor.nilai_rupiah, ekspor.nilai_usd)
    odd = (kurs / kurs.median() - 1).abs().idxmax()
    assert ekspor.loc[odd, "nilai_rupiah"] == 1_067_584


def test_capaian_if_only_sehat_counted(laporan: Laporan) -> None:
    sehat = (laporan.koperasi["predikat_dihitung"] == "Sehat").sum()
    aktif = laporan.report.cell("klaim[koperasi_aktif].nilai").point
    persen = 100 * sehat / float(aktif)
    assert (sehat, float(aktif)) == (24, 260)
    assert round(lkjip.metrics.capaian(32.0, persen), 2) == 28.85  # 24 of 260 are 9,23 percent


def test_the_programme_with_the_most_unspent_money(dipakai: Laporan) -> None:
    sisa = lkjip.metrics.sisa(dipakai.anggaran["pagu"], dipakai.anggaran["realisasi"])
    assert (sisa.idxmax(), sisa.max()) == ("1.pendidikan", 120_700_760)


def test_umkm_over_the_years_with_the_source_that_disagrees() -> None:
    umkm = lkjip.tren(AGENCY).query("kode == '1.umkm' and ukuran == 'realisasi'")
    assert {13_224, 13_244, 13_265} <= set(umkm["nilai"])


# Charts.


def test_a_chart_shows_itself_with_alt_text_and_its_frame(laporan: Laporan) -> None:
    drawn = lkjip.charts.serapan(laporan.anggaran)
    shown = drawn._repr_mimebundle_()
    assert set(shown) == {"text/html", "image/png", "text/plain"}
    assert "menyerap paling sedikit" in shown["text/plain"] and "Tabel 3.8" in _words(drawn)
    assert drawn.frame is not None and len(drawn.frame) == 9 and drawn.figure is drawn


def test_a_chart_follows_the_theme_of_what_shows_it(laporan: Laporan) -> None:
    scored = lkjip.charts.skor(laporan.koperasi, laporan.skala["koperasi"])
    for drawn in (scored, lkjip.charts.capaian(laporan.indikator)):
        shown = drawn._repr_mimebundle_()["text/html"]
        drawing = shown[shown.index("<svg") : shown.index("</svg>")]
        assert "var(--b-teks,#1f2937)" in drawing and "data:image/svg" not in shown
        # No paper of its own, and no colour that a dark page could not change.
        assert 'id="kertas"' not in drawing
        assert not re.findall(r"(?:fill|stroke)[:=]\"?#", drawing)


def test_large_figures_are_shown_in_all_their_digits(laporan: Laporan) -> None:
    ekspor = laporan.ekspor
    assert "1067584" in repr(ekspor[["nilai_rupiah"]]) and "e+" not in ekspor._repr_html_()
    shell = InteractiveShell.instance()
    try:
        lkjip.load(AGENCY, 2021)
        format_of = shell.display_formatter.format
        sums = ekspor.groupby("negara")["nilai_rupiah"].agg(["sum", "mean"])
        shown = str(
            [format_of(one)[0] for one in (ekspor["nilai_rupiah"], sums, ekspor.describe())]
        )
        assert "1067584" in shown and "e+0" not in shown and "dtype: float64" in shown
        with pd.option_context("display.float_format", "{:.1e}".format):
            assert "1.1e+06" in format_of(ekspor["nilai_rupiah"])[0]["text/plain"]
    finally:
        InteractiveShell.clear_instance()
    # 6.825 people beside 135,31 percent: neither has zeros that nobody printed.
    assert {"6825", "135.31"} <= set(repr(laporan.tren[["nilai"]].head(20)).split())
    assert ekspor["nilai_rupiah"].dtype == float  # only what is shown is other


def test_what_shows_has_its_frame_and_its_figure(laporan: Laporan) -> None:
    shown = lkjip.tabel(laporan.anggaran, kolom=["pagu"])
    assert list(shown.frame) == ["program", "pagu"] and shown.frame["pagu"].sum() == 1_727_182_400
    assert "556182400" in str(shown) and shown.frame.units == {"pagu": "rupiah"}
    assert lkjip.lipat("Anggaran", shown).frame is shown.frame
    assert lkjip.tabel(laporan.anggaran.iloc[:0], kosong="Tidak ada.").frame["pagu"].sum() == 0
    assert list(lkjip.daftar(["satu", "dua"]).frame["kalimat"]) == ["satu", "dua"]
    assert len(lkjip.kalimat("Satu.", laporan.ekspor).frame) == 4
    few = laporan.temuan.head(2)
    assert list(lkjip.daftar_temuan(few).frame.index) == list(few.index)


def test_charts_side_by_side_have_the_figures_of_all() -> None:
    tren = lkjip.tren(AGENCY).query("kode in ['1.umkm', 'anggaran'] and tahun < 2023")
    drawn = lkjip.charts.tiap_deret(tren)
    shown = lkjip.bagan(drawn)
    assert [set(one.frame["kode"]) for one in drawn] == [{"1.umkm"}, {"anggaran"}]
    assert list(shown.figure) == list(drawn) and len(shown.frame) == sum(
        len(d.frame) for d in drawn
    )
    one = lkjip.charts.deret(tren, "1.umkm", "realisasi")
    assert set(one.frame["ukuran"]) == {"realisasi"} and lkjip.bagan(one).figure is one


def test_a_chart_can_be_drawn_on_axes_of_ones_own() -> None:
    figure, axes = plt.subplots()
    assert lkjip.charts.deret(lkjip.tren(AGENCY), "1.umkm", axes=axes) is figure
    plt.close(figure)


def _words(drawn) -> str:  # type: ignore[no-untyped-def]
    return " ".join(text.get_text() for text in drawn.findobj(plt.Text))


def test_help_and_completion_show_the_door_first() -> None:
    door = ["Laporan", "angka", "bagan", "bawahkan", "cacah", "charts", "daftar",
            "daftar_temuan", "dengan_jumlah", "excel", "jelajah",
            "jumlah", "kalimat", "laporan", "lipat", "load", "metrics", "padukan",
            "pilih_kelas", "rerata",
            "sandingkan", "sasaran", "tabel", "tiap_kelas", "tren"]  # fmt: skip
    assert dir(lkjip) == door
    assert list(lkjip.laporan()) == ["instansi", "tahun"]
    with pytest.raises(AttributeError, match="no attribute 'loads'"):
        lkjip.loads  # noqa: B018


def test_importing_the_package_imports_no_pandas() -> None:
    code = "import sys, lkjip_analysis; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_notebook_brings_its_style_once_and_a_page_has_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rendering, "_styled", [])
    first, second = (rendering.text("Satu kalimat.")._repr_html_() for _ in range(2))
    assert first.startswith('<style class="lkjip-gaya">') and first.endswith(second)
    assert len(first) - len(second) < 2500
    assert rendering.without_style(first) == second


def test_the_exploration_turned_by_hand_shows_what_is_chosen() -> None:
    found = lkjip.jelajah()
    assert (found.instansi.value, found.tahun.value) == (AGENCY, 2021)
    assert list(found.tabel.index) == ["1.koperasi_sehat", "1.umkm", "2.ekspor", "2.pasar"]
    found.pilihan.value = "anggaran"
    assert found.tabel["realisasi"].sum() == 1_666_408_211
    assert "menyerap paling sedikit" in found.bagan.alt
    found.lapis.value = "dipakai"
    assert found.tabel["realisasi"].sum() == 1_576_408_211
    found.tahun.value = 2023  # single statements: no such table, and no chart of nothing
    assert found.tabel.empty and found.bagan is None


def test_a_name_that_is_not_there_says_what_is(laporan: Laporan) -> None:
    with pytest.raises(AttributeError, match=r'laporan\["umkm"\]'):
        _ = laporan.umkm
    with pytest.raises(AttributeError, match="anggaran"):
        _ = laporan.anggarn
    with pytest.raises(KeyError, match="sasaran"):
        lkjip.jumlah(laporan.anggaran, "sasarn")
    with pytest.raises(KeyError, match="pagu"):
        lkjip.tabel(laporan.anggaran, kolom=["pagi"])
    with pytest.raises(KeyError, match=r"charts\.capaian.*realisasi"):
        lkjip.charts.capaian(laporan.anggaran)
    with pytest.raises(AttributeError, match="tumbuh"):
        _ = lkjip.metrics.tumbu


def test_what_pandas_users_type_first_is_answered(laporan: Laporan) -> None:
    assert laporan["indikator"].equals(laporan.indikator) and laporan["temuan"].shape[0] > 60
    assert len(laporan) == len(laporan.keys()) == 19 and bool(lkjip.load(AGENCY, 2023))
    with pytest.raises(InputError, match='Did you mean "dindagkop-ukm-blora"'):
        lkjip.load("Blora", 2021)
    with pytest.raises(KeyError, match='Did you mean "indikator"'):
        laporan["Indikator"]
    with pytest.raises(KeyError, match='Did you mean "pagu"'):
        laporan.anggaran["Pagu"]
    with pytest.raises(KeyError):
        laporan.anggaran[["Pagu", "realisasi"]]


def test_where_no_report_is_at_hand_it_is_said_how_to_get_one(tmp_path: Path) -> None:
    load, explore, trend = lkjip.load, lkjip.jelajah, lkjip.tren
    asks = (lambda: load(AGENCY, 2021, data=tmp_path), lambda: explore(tmp_path),
            lambda: trend(AGENCY, tmp_path))  # fmt: skip
    told = r"(no report|the agency .*); .*laporan\.yaml.*lkjip init"
    for asked in asks:
        with pytest.raises(InputError, match=told):
            asked()
    assert lkjip.laporan(tmp_path).empty


def test_every_agency_has_the_columns_of_an_indicator_and_a_chart_of_none_is_blank() -> None:
    columns = set(lkjip.load(AGENCY, 2023).indikator)
    inspectorate = lkjip.load("inspektorat-sampang", 2019, data=OTHERS).indikator
    assert set(inspectorate) == columns and inspectorate["capaian_lalu"].isna().all()
    assert "Tidak ada angka" in repr(lkjip.charts.lereng(inspectorate, 2019))
    assert not lkjip.charts.capaian(inspectorate).axes  # a target and no realisasi
    gaps = lkjip.load("provinsi-lampung", 2015, data=OTHERS).temuan
    assert re.search("<td[^>]*></td>", lkjip.tabel(gaps).html)  # type: ignore[union-attr]


def test_a_small_figure_of_a_series_keeps_the_digits_that_tell_its_years_apart() -> None:
    tren = lkjip.tren("kabupaten-wonogiri", OTHERS)
    told = lkjip.charts.deret(tren, "theil").alt
    assert "0,0207 pada 2019, 0,0189 pada 2020" in told  # as Tabel prints them: not 0,02 twice


def test_what_is_no_frame_and_no_chart_is_said_to_be_none(laporan: Laporan) -> None:
    with pytest.raises(TypeError, match=r"laporan\.anggaran.*given Laporan"):
        lkjip.tabel(laporan)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"charts\.serapan.*given Tabel"):
        lkjip.bagan(laporan.anggaran)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"charts\.capaian draws .*given Laporan"):
        lkjip.charts.capaian(laporan)
    with pytest.raises(AttributeError, match='Did you mean "kemiringan"'):
        _ = lkjip.charts.kemiringn
    assert dir(lkjip.charts) == lkjip.charts.__all__


def test_rows_of_years_are_asked_for_by_year_and_joined_with_other_years() -> None:
    rumah_sakit = lkjip.load("rsud-rekaan", 2023, data=OTHERS)
    care, money = rumah_sakit["layanan"], rumah_sakit["crr"]
    assert care.loc[2021:, "bor"].tolist() == [59.67, 65.23, 68.51]
    assert care[["bor"]].join(money[["crr"]]).loc[2022, "crr"] == 62.96
    assert care.cell(2023, "bor") in rumah_sakit.report.tables["layanan"].cells
    shown = lkjip.tabel(care, kolom=["bor"]).html  # type: ignore[union-attr]
    assert shown.count("href") == 5


def test_what_a_report_shows_of_itself_names_only_what_it_has() -> None:
    one = lkjip.load("rsud-rekaan", 2023, data=OTHERS)
    told = repr(one)
    assert ".anggaran" in told and ".koperasi" not in told
    assert '["layanan"] Tabel 3.4, Data dasar dan indikator rawat inap: 5 baris' in told


def test_a_column_is_reached_by_its_name_where_frames_have_a_property_of_it() -> None:
    tren = lkjip.tren(AGENCY)
    assert list(tren.sumber) == list(tren["sumber"])
    empty = lkjip.charts.serapan(lkjip.load(AGENCY, 2020).anggaran)
    assert "Tidak ada angka" in repr(empty) and "image/png" not in empty._repr_mimebundle_()


def test_any_frame_is_shown_summed_and_drawn(laporan: Laporan) -> None:
    tren = lkjip.tren(AGENCY)
    pivot = tren.pivot_table(index="hal", columns="tahun", values="nilai")
    assert ">2013</th>" in lkjip.tabel(pivot).html  # type: ignore[union-attr]
    means = tren.groupby(["kode", "ukuran"])["nilai"].mean()
    assert ">1.umkm, realisasi</th>" in lkjip.tabel(means).html  # type: ignore[union-attr]
    plain = pd.DataFrame({"g": ["a", "b", "a"], "n": [1, 2, 3]})
    assert lkjip.jumlah(plain, "g")["n"].to_dict() == {"a": 4, "b": 2}
    axes = laporan.ekspor["nilai_usd"].plot.barh(title="Nilai ekspor")
    assert lkjip.bagan(axes).alt == "Nilai ekspor"  # type: ignore[union-attr]
    plt.close(axes.figure)
    assert lkjip.angka(float("nan")) == "tidak ada data"


def test_years_that_were_put_together_or_cut_say_so() -> None:
    tren = lkjip.tren(AGENCY)
    with pytest.raises(ValueError, match=r"lkjip\.tren"):
        pd.concat([tren, tren]).perubahan()
    with pytest.raises(KeyError, match="instansi"):
        tren[["kode", "nilai"]].perubahan()
    with pytest.raises(KeyError, match="2021"):
        tren.renstra(2019)


def test_a_chart_says_where_its_axes_are_and_what_is_no_part(laporan: Laporan) -> None:
    made = lkjip.charts.komposisi(laporan["aset"], "nilai")
    with pytest.raises(AttributeError, match=r"chart\.axes\[0\]"):
        made.set_title("Aset")
    assert not hasattr(made, "ax") and not hasattr(made, "_something")
    assert str(signature(lkjip.charts.komposisi)).endswith("-> 'Chart'")
    below = pd.DataFrame({"program": ["A", "B"], "sisa": [10, -90]})
    with pytest.raises(ValueError, match='"B" is below zero'):
        lkjip.charts.komposisi(below, "sisa", kolom_nama="program")


def test_one_column_may_be_named_without_a_list(laporan: Laporan) -> None:
    one = lkjip.jumlah(laporan.anggaran, "sasaran", "pagu")
    assert list(one["pagu"]) == [1_006_182_400, 721_000_000]


def test_a_report_is_meant_by_whatever_names_it_or_is_the_only_one() -> None:
    told = [lkjip.load(), lkjip.load(AGENCY), lkjip.load(Path(AGENCY), "2021"),
            lkjip.load(AGENCY, 2021.0)]  # type: ignore[arg-type]  # fmt: skip
    assert {(one.instansi, one.tahun) for one in told} == {(AGENCY, 2021)}
    assert lkjip.load("kabupaten-wonogiri", data=OTHERS).tahun == 2020
    with pytest.raises(InputError, match="kabupaten-wonogiri 2020; provinsi-lampung 2015"):
        lkjip.load(data=OTHERS)
    with pytest.raises(InputError, match='"2021"'):
        lkjip.load(2021, AGENCY)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="the year dua ribu"):
        lkjip.load(AGENCY, "dua ribu")
    with pytest.raises(InputError, match="no report"):
        lkjip.laporan(AGENCY)  # no folder of data
    with pytest.raises(AttributeError, match='Did you mean "tabel"'):
        lkjip.tabels  # noqa: B018
    with pytest.raises(TypeError, match="not by a list"):
        lkjip.jumlah(told[0].anggaran, ["sasaran"])  # type: ignore[arg-type]


def test_a_report_travels_to_another_process(dipakai: Laporan) -> None:
    arrived = pickle.loads(pickle.dumps(dipakai))
    assert arrived.layer == "dipakai" and arrived.anggaran["realisasi"].sum() == 1_576_408_211


def test_of_no_figure_there_is_neither_a_sum_nor_a_mean() -> None:
    counts = pd.DataFrame({"g": ["a", "a", "b"], "n": pd.array([1, 4, None], dtype="Int64")})
    for joined, whole in ((lkjip.jumlah, 5), (lkjip.rerata, 2.5)):
        found = joined(counts, "g")["n"]
        assert found["a"] == whole and pd.isna(found["b"])


def test_what_is_asked_in_a_way_it_does_not_know_says_how_to_ask(laporan: Laporan) -> None:
    ekspor, koperasi = laporan.ekspor, laporan.koperasi
    with pytest.raises(TypeError, match=r'metrics\.serapan\(pagu, realisasi\): "realisasi" is mis'):
        lkjip.metrics.serapan(laporan.anggaran["pagu"])
    with pytest.raises(TypeError, match=r'metrics\.bagian.*frame\["nilai"\].*whole frame'):
        lkjip.metrics.bagian(ekspor)
    with pytest.raises(TypeError, match=r'charts\.deret\(tren, kode, .*"kode" is missing'):
        lkjip.charts.deret(laporan.tren)
    with pytest.raises(TypeError, match=r'metrics\.tumbuh.* has no "sekarag".*"sekarang"'):
        lkjip.metrics.tumbuh(1, sekarag=2)
    with pytest.raises(TypeError, match=r'one scale is asked for.*skala\["capaian"\]'):
        lkjip.metrics.kategori(koperasi["nilai"], laporan.skala)
    with pytest.raises(TypeError, match=r"metrics\.kurs.* takes figures; 'Mebeler' is none"):
        lkjip.metrics.kurs(ekspor["barang"], ekspor["nilai_usd"])
    with pytest.raises(TypeError, match=r"charts\.komposisi.* takes figures; 'Mebeler' is none"):
        lkjip.charts.komposisi(ekspor, "barang")
    with pytest.raises(TypeError, match=r'laporan\.angka\.groupby\("pemeriksaan"\)'):
        lkjip.charts.penguji(laporan.cakupan["angka"])
    assert lkjip.metrics.bagian(30.0, 120.0) == 25.0
    assert list(lkjip.metrics.serapan([200, 50], [150, 40])) == [75.0, 80.0]
    own = lkjip.charts.skor(koperasi)
    assert own.alt == lkjip.charts.skor(koperasi, laporan.skala).alt
    assert "Sehat" in {text.get_text() for text in own.axes[0].texts}


def test_charts_are_asked_in_one_order() -> None:
    order = ["kolom", "kode", "codes", "tahun", "skala", "ukuran", "judul", "satuan", "sumber"]
    for name in lkjip.charts.__all__:
        _, *rest = signature(getattr(lkjip.charts, name)).parameters.values()
        placed = [order.index(one.name) for one in rest if one.kind is one.POSITIONAL_OR_KEYWORD]
        assert placed == sorted(placed), name


def test_a_title_of_ones_own_takes_the_place_of_the_chart_s(laporan: Laporan) -> None:
    made = lkjip.charts.serapan(laporan.anggaran)
    made.axes[0].set_title("Belanja 2021")
    svg = made._repr_mimebundle_()["text/html"]
    assert made.alt.startswith("Belanja 2021. ") and made.words[0] == "Belanja 2021"
    assert 'alt="Belanja 2021. ' in svg and made.axes[0].get_title() == ""
    page = lkjip.bagan(made).html  # type: ignore[union-attr]
    assert 'class="judul-bagan">Belanja 2021<' in page and "menyerap paling" not in page
    figure, both = plt.subplots(1, 2)
    for axes, kode in zip(both, ("1.umkm", "2.ekspor"), strict=True):
        lkjip.charts.deret(lkjip.tren(AGENCY), kode, "realisasi", axes=axes)
    assert all(axes.get_title("left") for axes in both) and figure.get_suptitle() == ""
    plt.close(figure)


def test_two_years_side_by_side_keep_both(laporan: Laporan, dipakai: Laporan) -> None:
    both = lkjip.padukan(laporan.anggaran, dipakai.anggaran)
    # One realisasi differs: 100.000.000 as printed, 10.000.000 as corrected.
    assert {"pagu", "realisasi_tercetak", "realisasi_dipakai"} <= set(both)
    assert (both["realisasi_tercetak"] - both["realisasi_dipakai"]).max() == 90_000_000
    assert both.units["realisasi_dipakai"] == "rupiah"
    assert str(both.cell("2.perizinan", "realisasi_dipakai")) == "anggaran[2.perizinan].realisasi"
    with pytest.raises(ValueError, match=r'have "pagu".*akhiran='):
        lkjip.padukan(laporan.anggaran, laporan.anggaran.assign(pagu=1))
    named = lkjip.padukan(laporan.anggaran, laporan.anggaran.assign(pagu=1), ("", "_lain"))
    assert {"pagu", "pagu_lain"} <= set(named)


def test_figures_of_two_years_are_told_apart_also_where_they_are_alike(tmp_path: Path) -> None:
    for year in ("2021", "2022"):
        shutil.copytree(HOME / "data" / "raw" / AGENCY / "2021", tmp_path / "raw" / AGENCY / year)
        declared = tmp_path / "raw" / AGENCY / year / "laporan.yaml"
        text = declared.read_text("utf-8")
        declared.write_text(text.replace("tahun: 2021", f"tahun: {year}", 1), "utf-8")
    one, other = (lkjip.load(AGENCY, year, data=tmp_path).anggaran for year in (2021, 2022))
    both = lkjip.padukan(one[["program", "pagu"]], other[["program", "pagu"]])
    assert list(both) == ["program", "pagu_2021", "pagu_2022"]


def test_a_table_that_one_year_does_not_print_is_told_and_leaves_the_columns_of_both(
    laporan: Laporan,
) -> None:
    """The report of 2020 here has no budget: the next line of a page asked for `serapan_2021`."""
    before = lkjip.load(AGENCY, 2020).anggaran
    assert before.empty
    told = f"{AGENCY} 2020 tidak memuat tabel ini: "
    assert repr(before).startswith(told) and f"<p>{told}" in str(before._repr_html_())
    assert not repr(laporan.anggaran.query("pagu < 0")).startswith(AGENCY)  # filtered, not absent
    both = lkjip.padukan(before, laporan.anggaran)
    assert both.empty
    assert {"pagu_2020", "pagu_2021", "serapan_2020", "serapan_2021"} <= set(both)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["2. Program Pasar Rakyat", "Program UMKM"], {"3.30.02": 70, "3.30.03": 50}),
        (["Pasar Rakyat", "Pasar Rakyat"], {}),  # which of them it is, nobody knows
        (["Program Koperasi", "Program Ekspor"], {}),
    ],
)
def test_rows_under_other_keys_are_those_of_the_same_name(
    names: list[str], found: dict[str, int]
) -> None:
    """One year's sheet printed codes, the other's none: its keys are made from the names."""
    rows = zip(("3.30.02", "3.30.03"), ("Program Pasar Rakyat", "Program UMKM"), strict=True)
    one = named_rows(dict(rows), [60, 40])
    other = named_rows(dict(zip(("pasar", "umkm"), names, strict=True)), [70, 50])
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        both = lkjip.padukan(one, other, ("_a", "_b"))
    assert dict(zip(both.index, both.get("pagu_b", ()), strict=True)) == found
    assert bool(found) == (not said)


def named_rows(names: dict[str, str], pagu: list[int]) -> Tabel:
    frame = pd.DataFrame({"program": [*names.values()], "pagu": pagu}, index=[*names])
    return knowing(frame, Known(nama="program"))


def test_a_frame_joined_with_ones_own_is_shown_with_what_is_missing(laporan: Laporan) -> None:
    """Rp721.000.000 by 7 persons; of the other rows the own file says nothing."""
    own = pd.DataFrame({"program": [laporan.anggaran["program"].iloc[0]], "orang": [8]})
    both = laporan.anggaran.merge(own, on="program", how="left")
    shown = repr(both.assign(tiap=both["pagu"] / both["orang"])[["orang", "tiap"]])
    each = laporan.anggaran["pagu"].iloc[0] / 8
    assert f"{each:.2f}".rstrip("0").rstrip(".") in shown and "<NA>" in shown


def test_indicators_of_unlike_units_are_neither_added_nor_averaged(laporan: Laporan) -> None:
    """Sasaran 1 counts a share and businesses; its capaian are 135,31 and 194,05: mean 164,68."""
    means = lkjip.rerata(laporan.indikator, lkjip.sasaran)
    sums = lkjip.jumlah(laporan.indikator, lkjip.sasaran)
    assert means["realisasi"].isna().all() and sums["realisasi"].isna().all()
    assert round(means.loc["1", "capaian"], 2) == 164.68
    one = laporan.indikator.query("kode == '1.umkm'")
    asked = lkjip.jumlah(one, lkjip.sasaran, ["realisasi"])
    assert asked.loc["1", "realisasi"] == one["realisasi"].iloc[0]


def test_a_formula_decides_where_no_direction_is_given() -> None:
    """Target 80, realisasi 90: (2 x 80 - 90) / 80 is 87,5, 80 / 90 is 88,89, 90 / 80 is 112,5."""
    target, reached = pd.Series([80.0] * 3), pd.Series([90.0] * 3)
    ways = pd.Series(["(2T-R)/T", "T/R", "R/T"])
    found = lkjip.metrics.capaian(target, reached, rumus=ways)
    assert [round(value, 2) for value in found] == [87.5, 88.89, 112.5]
    assert list(lkjip.metrics.capaian(target, reached)) == [112.5] * 3
    assert lkjip.metrics.capaian(80.0, 90.0, arah="turun") == 87.5


def test_of_some_of_the_rows_no_total_is_printed(laporan: Laporan) -> None:
    with pytest.warns(UserWarning, match="of 9 rows, and these are 3"):
        assert laporan.anggaran.query("pagu > 100_000_000").total.empty
    assert len(laporan.anggaran.sort_values("pagu")[["pagu"]].total) == 1
    assert laporan.ekspor.iloc[:2].missing.equals(laporan.ekspor.missing)  # the total's own gap


def test_names_spelled_two_ways_are_said_before_they_are_counted_apart() -> None:
    table = lkjip.load(AGENCY, 2021).koperasi[["alamat", "nilai"]].iloc[:5].copy()
    table["alamat"] = ["Blora", "Cepu", "Bora", "Blora", "Cepu 2"]
    assert table.ejaan == [("Bora", "Blora")]
    with pytest.warns(UserWarning, match='"Bora", "Blora" may be one name'):
        assert table.groupby("alamat").size()["Blora"] == 2
    with pytest.warns(UserWarning, match='"Bora", "Blora" may be one name'):
        lkjip.rerata(table, "alamat")


def test_a_frame_is_written_for_excel_with_units_and_its_total(
    laporan: Laporan, tmp_path: Path
) -> None:
    budget = laporan.anggaran
    budget["sisa"] = budget["pagu"] - budget["realisasi"]
    budget = budget.bersatuan(sisa="rupiah")
    assert budget.units["sisa"] == "rupiah"
    with pytest.raises(TypeError):
        budget.units["sisa"] = "persen"  # type: ignore[index]
    with pytest.raises(KeyError, match='Did you mean "sisa"'):
        budget.bersatuan(sisah="rupiah")
    with pytest.raises(InputError, match=r"\.xlsx"):
        lkjip.excel(budget, tmp_path / "x.xls")  # Excel warns of a damaged file
    assert not (tmp_path / "x.xls").exists()
    written = lkjip.excel({"anggaran": budget, "a/b": laporan.temuan}, tmp_path / "x.xlsx")
    book = load_workbook(written)
    rows = list(book["anggaran"].iter_rows(min_row=4, values_only=True))
    assert rows[0][3:] == ("Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)", "Sisa (Rp)")
    assert rows[-1][3] == 1_727_182_400 and rows[1][6] == rows[1][3] - rows[1][4]
    assert book["anggaran"]["F5"].number_format.endswith("0.00") and book.sheetnames[1] == "a b"


def test_rows_that_are_parts_of_others_are_not_summed_twice() -> None:
    report = lkjip.load("rsud-rekaan", 2023, data=OTHERS)
    pendapatan = report["pendapatan"]
    # 62.500 + 150 + 850 million; 1.1 and 1.2 are the 62.500 once more.
    assert list(pendapatan.puncak.index) == ["1", "2", "3"]
    assert pendapatan.puncak["target"].sum() == 63_500_000_000
    assert pendapatan.puncak.total["target"].item() == 63_500_000_000
    assert '["pendapatan"] Tabel 3.9, Pendapatan BLUD: 5 baris, 3 di tingkat teratas (.puncak)' in (
        repr(report)
    )
    with pytest.warns(UserWarning, match="of 3 rows, and these are 2"):
        assert pendapatan.iloc[3:].puncak.total.empty
    assert pendapatan["target"].iloc[:2].sum() == 72_000_000_000  # every row is still there
