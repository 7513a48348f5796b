"""Charts: the same bytes again, the figures whole, and nothing lost for those who do not see."""

from __future__ import annotations

import re

import pandas as pd

import lkjip_analysis as lkjip
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.charts import labels
from lkjip_analysis.pages.parts.inline_svg import COLOURS
from lkjip_analysis.pages.parts.pages_only import pages_only
from lkjip_analysis.pages.parts.pictures import picture
from lkjip_analysis.pages.parts.rendering import TEMPLATES, without_style

KINERJA = pd.DataFrame(
    {
        "singkat": ["Ekspor", "Pasar"],
        "target": [2942679.0, 70.0],
        "realisasi": [2645059.0, 86.7],
        "capaian_dihitung": [89.886, 123.857],
        "capaian_lalu": [90.01, 133.33],
    },
    index=["2.ekspor", "2.pasar"],
)


def _svg(html: str) -> str:
    return re.findall(r"<svg.*?</svg>", html, re.DOTALL)[0]


def test_the_same_chart_is_the_same_bytes() -> None:
    first = picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a")
    assert first == picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a")


def test_where_only_pages_are_made_a_chart_is_drawn_once_and_looks_the_same() -> None:
    whole = picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a")
    with pages_only():
        drawn = picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a")
        here = drawn._repr_mimebundle_()
    assert drawn.html == whole.html and not drawn.drawn and drawn.png == whole.png
    there = whole._repr_mimebundle_()
    assert set(here) == {"text/html", "text/plain"} and "image/png" in there
    assert here["text/html"] == drawn.html == without_style(there["text/html"])


def test_a_figure_with_thousands_is_written_whole_in_the_picture() -> None:
    svg = _svg(picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a").html)
    assert "2.645.059 dari target 2.942.679" in svg and "89,89%" in svg


def test_a_mark_says_its_figure_whole() -> None:
    # The coordinates of a drawing are rounded; 2.645.059 within a tag is no coordinate.
    html = picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a").html
    assert "<title>Ekspor 89,89%, realisasi 2.645.059 dari target 2.942.679</title>" in html
    assert 'aria-label="Ekspor 89,89%, realisasi 2.645.059 dari target 2.942.679"' in html


def test_the_title_names_what_missed_its_target() -> None:
    told = str(charts.capaian(KINERJA, "T").get_label())
    assert told.startswith("1 dari 2 indikator mencapai target; yang tidak: Ekspor.")


def test_a_slope_tells_both_years_and_what_fell() -> None:
    told = str(charts.lereng(KINERJA, 2021, "T").get_label())
    assert told.startswith("Capaian kedua indikator turun dari tahun sebelumnya")
    assert "Pasar 133,33% (2020), 123,86% (2021)" in told


def test_a_score_in_another_band_than_its_predicate_is_named() -> None:
    scored = pd.DataFrame(
        {
            "nama": ["KUD A", "KUD B"],
            "nilai": [82.95, 70.0],
            "predikat": ["Cukup Sehat", "Cukup Sehat"],
            "predikat_dihitung": ["Sehat", "Cukup Sehat"],
        }
    )
    bands = [Band("Sehat", 80, 100), Band("Cukup Sehat", 66, 80, atas_termasuk=False)]
    told = str(charts.skor(scored, bands, "T").get_label())
    assert told.startswith("1 dari 2 predikat tidak sesuai dengan nilainya")
    assert "KUD A bernilai 82,95, tercetak Cukup Sehat, menurut nilai Sehat" in told


def test_the_four_quadrants_are_named() -> None:
    sasaran = pd.DataFrame({"capaian": [120.0, 80.0], "serapan": [85.0, 99.0]}, index=["1", "2"])
    sasaran.attrs["serapan_seluruhnya"] = 92.0
    axes = charts.kuadran(sasaran, "T").axes[0]
    names = {text.get_text().replace("\n", " ") for text in axes.texts}
    for reached in ("tercapai", "belum tercapai"):
        assert {f"{reached}, serapan rendah", f"{reached}, serapan tinggi"} <= names
    assert "sasaran 2 capaian 80,00%, serapan 99,00%" in str(axes.get_label())


THEMES = re.findall(r"--b-([a-z]+):(#[0-9a-f]{6})", (TEMPLATES / "gaya.css").read_text("utf-8"))


def _contrast(first: str, second: str) -> float:
    """How far two colours are apart, by the formula of WCAG 2 (relative luminance)."""
    lights = []
    for colour in (first, second):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4
                            for p in parts)  # fmt: skip
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_the_formula_of_contrast_is_that_of_wcag() -> None:
    # Black on white is 21 by definition; #767676 is the lightest grey that reaches 4,5.
    assert round(_contrast("#000000", "#ffffff"), 3) == 21
    assert _contrast("#767676", "#ffffff") >= 4.5 > _contrast("#777777", "#ffffff")


def test_charts_can_be_seen_on_light_and_dark_paper() -> None:
    themes = dict(THEMES[: len(COLOURS)]), dict(THEMES[len(COLOURS) :])
    for theme in themes:
        assert set(theme) == set(COLOURS.values())
        for paper in (theme["kertas"], theme["lembut"], theme["garis"]):
            assert _contrast(theme["teks"], paper) >= 4.5
            assert _contrast(theme["redup"], paper) >= 4.5
        for mark in ("biru", "jingga", "sumbu"):  # what is drawn, by WCAG 1.4.11
            assert _contrast(theme[mark], theme["kertas"]) >= 3, mark
        # Told apart in grey print too, where hatching and dashes do the rest.
        assert _contrast(theme["biru"], theme["jingga"]) > 1.1
    assert themes[0]["kertas"] == "#ffffff" and themes[1]["kertas"] == "#111827"


def test_a_chart_in_a_page_refers_to_nothing_by_address() -> None:
    html = picture(charts.capaian(KINERJA, "T"), name="a").html
    assert "url(" not in html and "clip" not in html


def test_every_colour_of_a_chart_is_one_of_the_page() -> None:
    drawn = (
        charts.capaian(KINERJA, "T"),
        charts.lereng(KINERJA, 2021, "T"),
        charts.bagian(pd.Series({"A": 3.0, "B": 1.0}), "A terbesar", "unit", "T"),
    )
    for chart in drawn:
        html = picture(chart, name="a").html
        loose = re.findall(r"(?:fill|stroke): ?(#[0-9a-f]{3,6})", html)
        assert loose == [] and re.search(r"var\(--b-(biru,#0072b2|jingga,#d55e00)\)", html)


def test_what_is_below_zero_is_drawn_below_zero() -> None:
    lost = KINERJA.assign(capaian_dihitung=[-40.0, 120.0])
    ends = [bar.get_width() for bar in charts.capaian(lost, "T").axes[0].patches]
    assert ends == [-40.0, 120.0]
    assert charts.capaian(lost, "T").axes[0].get_xlim()[0] < -40
    spent = pd.DataFrame({"program": ["A", "B"], "serapan_dihitung": [90.0, -5.0]})
    assert [bar.get_width() for bar in charts.serapan(spent, "T").axes[0].patches] == [90.0, -5.0]
    parts = charts.bagian(pd.Series({"A": 3.0, "B": -1.0}), "A terbesar", "unit", "T").axes[0]
    assert [bar.get_width() for bar in parts.patches] == [3.0, -1.0] and parts.get_xlim()[0] <= -1


def test_one_programme_is_not_the_one_that_absorbs_least() -> None:
    one = pd.DataFrame({"program": ["Program Pelayanan"], "serapan_dihitung": [91.5]})
    assert charts.serapan(one, "T").alt.startswith("Pelayanan menyerap 91,50% pagunya.")
    # Nothing is counted of one programme, and "0 dari 2" is no sentence.
    assert charts.serapan(one, "T", ambang=90).alt.startswith("Pelayanan menyerap 91,50% pagunya.")
    two = pd.DataFrame({"program": ["A", "B"], "serapan_dihitung": [98.5, 97.2]})
    told = charts.serapan(two, "T", ambang=90).alt
    assert told.startswith("B menyerap paling sedikit: 97,20%, tidak ada yang di bawah 90%.")


def test_a_change_looks_as_large_as_it_is() -> None:
    """On one scale from zero: 0,42 points of 194 are hardly seen, 14 are."""
    two = KINERJA.assign(capaian_dihitung=[194.05, 86.0], capaian_lalu=[194.47, 100.0])
    axes = charts.lereng(two, 2021, "T").axes[0]
    low, high = axes.get_xlim()
    assert low <= -14 and high >= 0
    # 194,05 - 194,47 and 86 - 100 by hand: a fall goes to the left, and is as long as it is.
    small, large = (bar.get_width() for bar in axes.patches)
    assert (round(small, 2), round(large, 2)) == (-0.42, -14) and -small / (high - low) < 0.03


def test_what_is_left_of_each_ceiling_is_drawn_and_what_cannot_be_seen_is_one_row() -> None:
    spent = pd.DataFrame(
        {"program": ["Program A", "B", "C", "D"], "pagu": [1000.0, 500.0, 100.0, 100.0],
         "realisasi": [200.0, 550.0, 99.0, 98.0]}
    )  # fmt: skip
    chart = charts.sisa(spent, "T", ambang=90)
    # 800 and -50 left; 1 and 2 are less than a two-hundredth of 800: together 3. 800 - 50 + 3.
    assert [bar.get_width() for bar in chart.axes[0].patches] == [800.0, -50.0, 3.0]
    assert chart.words[0] == (
        "A menyisakan Rp800 dari Rp753 yang tidak dibelanjakan, 1 dari 4 program di bawah 90%"
    )
    assert "2 program lain Rp3" in chart.alt


def test_what_was_spent_beyond_a_ceiling_is_never_called_what_was_left() -> None:
    # A leaves 2 and B spends 1.000 too much, beside which 2 has no bar; else nothing is left.
    spent = pd.DataFrame({"program": ["A", "B"], "pagu": [9.0, 10.0], "realisasi": [7.0, 1010.0]})
    assert charts.sisa(spent).words.title == "Sisa terbesar pada A: Rp2"
    spent["realisasi"] = [9.0, 1010.0]
    assert charts.sisa(spent).words.title == "Tidak ada program yang menyisakan anggaran"


def test_the_first_screen_shows_the_indicators_furthest_below_and_says_so() -> None:
    names = [f"Indikator {n}" for n in range(12)]
    reached = [90.0 + n for n in range(12)]
    columns = {"singkat": names, "target": 100.0, "realisasi": 90.0, "capaian_dihitung": reached}
    many = pd.DataFrame(columns, index=names)
    chart = charts.capaian(many, "T", ringkas=True)
    assert len(chart.axes[0].patches) == 9
    assert chart.words[1].startswith("9 yang terendah dari 12; ")
    assert chart.alt.startswith("2 dari 12 indikator mencapai target")


def test_how_closely_figures_are_watched_shows_what_none_is_watched_by() -> None:
    """One bar alone says nothing: that all 18 stand in the weakest class is told by the others."""
    axes = charts.penguji(pd.Series({1: 18}), "T").axes[0]
    assert [bar.get_width() for bar in axes.patches] == [0, 18, 0, 0, 0]


def test_no_label_of_a_series_covers_another_or_the_axis() -> None:
    # Two points above one another, the lower label two lines high, as "250\n20 Januari 2024".
    told = [((100.0, 60.0), "483\n9 Juli 2023"), ((109.0, 30.0), "250\n20 Januari 2024")]
    size = (180.0, 95.0)
    found = labels.spots(told, [place for place, _ in told], [], size)
    first, second = (
        labels._box(place, text, spot) for (place, text), spot in zip(told, found, strict=True)
    )
    assert first.shared(second) == 0 and second.low >= -1
    for x, y in ((100, 60), (109, 30)):
        mark = labels.Box(x - 4.5, y - 4.5, x + 4.5, y + 4.5)
        assert first.shared(mark) == second.shared(mark) == 0


def test_what_nobody_has_decided_is_an_outline_with_a_question_mark() -> None:
    chart = charts.capaian(KINERJA, "T", belum={"2.pasar"})
    told = {text.get_text() for text in chart.axes[0].texts}
    assert {"89,89%", "123,86% ?"} <= told
    assert [bar.get_linestyle() for bar in chart.axes[0].patches] == ["-", (0, (3, 2))]
    assert chart.words[1].endswith("; garis putus: belum diputuskan")


def test_rows_of_any_table_that_nobody_has_decided_are_drawn_so() -> None:
    # Tabel 1.1 prints 135 and 44, of which other tables say 126 and 45: which one is not known.
    staff = lkjip.load("dindagkop-ukm-blora", 2021)["pegawai_golongan"]
    chart = charts.batang(staff, "jml")
    assert {"135 ?", "5", "44 ?"} <= {text.get_text() for text in chart.axes[0].texts}
    dashes = (0, (3, 2))
    assert [bar.get_linestyle() for bar in chart.axes[0].patches] == [dashes, "-", dashes]
    assert chart.words.measure.endswith("; garis putus: belum diputuskan")


def test_a_long_name_stands_whole_over_its_bar_in_two_lines() -> None:
    name = "Program Stabilisasi Harga Barang Kebutuhan Pokok dan Barang Penting"
    spent = pd.DataFrame({"program": [name, "B"], "serapan_dihitung": [99.79, 80.0]})
    told = [text.get_text() for text in charts.serapan(spent, "T").axes[0].texts]
    assert "Stabilisasi Harga Barang Kebutuhan Pokok\ndan Barang Penting" in told
    assert len(charts.serapan(spent.tail(1), "T").axes[0].texts) == 2  # a name and its figure


def test_a_chart_says_above_it_what_it_measures_and_below_it_where_from() -> None:
    html = picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a").html
    above, below = html.split("<svg")[0], html.split("</svg>")[1]
    assert '<br><span class="ukuran">Capaian terhadap target (%)</span></figcaption>' in above
    assert '<p class="catatan-bagan">Sumber: Tabel 3.5</p>' in below


def test_a_drawing_holds_no_group_that_says_nothing() -> None:
    svg = _svg(picture(charts.lereng(KINERJA, 2021, "T"), name="a").html)
    assert "<g>" not in svg and svg.count("<g ") == svg.count("</g>") > 0


def test_where_less_is_better_a_chart_says_so() -> None:
    # 40,38 deaths of 1.000 where 40 are the limit: more than the limit, and less than 100 percent.
    died = KINERJA.head(1).assign(
        arah="turun", target=40.0, realisasi=40.38, capaian_dihitung=99.05
    )
    chart = charts.capaian(died, "T")
    told = {text.get_text() for text in chart.axes[0].texts}
    assert {"Ekspor ↓", "40,38 dari batas 40"} <= told
    assert chart.words.measure.endswith("; ↓ makin rendah makin baik")
    assert "↓" not in charts.capaian(KINERJA, "T").words.measure


def test_two_printed_years_are_compared_print_with_print() -> None:
    # 90,01 and 89,88 are printed: -0,13. Recomputed 89,886 would make it -0,12 beside a print.
    printed = KINERJA.assign(capaian=[89.88, 123.86])
    told = {text.get_text() for text in charts.lereng(printed, 2021, "T").axes[0].texts}
    assert {"-0,13 poin", "90,01% → 89,88%"} <= told


def test_a_change_that_nobody_has_decided_is_dashed() -> None:
    chart = charts.lereng(KINERJA, 2021, "T", belum={"2.pasar"})
    # 123,86 less 133,33 by hand; the other indicator is decided.
    assert "-9,47 poin ?" in {text.get_text() for text in chart.axes[0].texts}
    assert [bar.get_linestyle() for bar in chart.axes[0].patches] == ["-", (0, (3, 2))]
    assert chart.words[0] and chart.words[1].endswith("; garis putus: belum diputuskan")
