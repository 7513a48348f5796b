"""Charts of rows: no words over other words or under a mark, and nothing left out in silence."""

from __future__ import annotations

import re
from contextlib import nullcontext
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.transforms import Bbox

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages import charts, sections
from lkjip_analysis.pages.charts.axes import DARK, for_paper
from lkjip_analysis.pages.charts.rows import bars, named_rows, row_middles
from lkjip_analysis.pages.charts.shown_chart import Chart
from lkjip_analysis.pages.page_arrangement import arranged
from lkjip_analysis.pages.parts import wide_tables
from lkjip_analysis.pages.parts.rendering import in_css

LONG = (
    "Kejadian luar biasa yang tidak tertangani dalam dua puluh empat jam",
    "Persentase pasar rakyat yang memenuhi syarat menurut peraturan daerah",
    "Cakupan imunisasi dasar lanjutan anak usia di bawah dua tahun",
)
KINERJA = pd.DataFrame(
    {
        "singkat": LONG,
        "target": [10.0, 70.0, 95.0],
        "realisasi": [9.0, 86.7, float("nan")],
        "capaian_dihitung": [90.0, 123.857, float("nan")],
        "capaian_lalu": [80.0, 130.0, 90.0],
    },
    index=["a", "b", "c"],
)
PAIRS = pd.DataFrame(
    {
        "tahun": ["2021", "2022"],
        "pendapatan": [58120445210.0, 63877120980.0],
        "belanja": [96100250330.0, 101455780100.0],
    }
)
PROGRAMMES = pd.DataFrame(
    {"program": LONG, "pagu": [900.0, 500.0, 300.0], "realisasi": [500.0, 400.0, 299.0]}
)


def drawn(chart: Chart) -> Any:
    """The renderer of a chart that has been laid out."""
    canvas = FigureCanvasAgg(chart)
    canvas.draw()
    return canvas.get_renderer()


def words(chart: Chart) -> list[tuple[str, Bbox]]:
    """What is written beside and over the rows, and where it stands."""
    renderer = drawn(chart)
    return [
        (text.get_text(), text.get_window_extent(renderer))
        for text in chart.axes[0].texts
        if text.get_text()
    ]


@pytest.mark.parametrize("paper", [False, True], ids=["screen", "paper"])
@pytest.mark.parametrize(
    "draw",
    [
        lambda: charts.capaian(KINERJA),
        lambda: charts.lereng(KINERJA, 2021),
        lambda: charts.sisa(PROGRAMMES, ambang=90.0),
        lambda: charts.batang(PAIRS, "pendapatan", acuan="belanja", kolom_nama="tahun"),
    ],
    ids=["capaian", "lereng", "sisa", "batang"],
)
def test_names_of_two_lines_and_notes_stand_clear_of_one_another(draw: Any, paper: bool) -> None:
    with for_paper() if paper else nullcontext():
        found = words(draw())
    assert len(found) >= 4
    for (one, first), (other, second) in combinations(found, 2):
        assert not Bbox.intersection(first.padded(-1), second.padded(-1)), (one, other)


def test_a_name_is_told_in_two_lines_before_it_is_cut() -> None:
    told = " ".join(text.replace("\n", " ") for text, _ in words(charts.capaian(KINERJA)))
    assert "yang tidak tertangani" in told  # it was cut behind the 37th letter


def test_a_figure_stands_over_no_mark_of_another() -> None:
    """58.120.445.210 of revenue stood right over the mark of spending."""
    chart = charts.batang(PAIRS, "pendapatan", acuan="belanja", kolom_nama="tahun")
    found = dict(words(chart))
    marks = [line for line in chart.axes[0].lines if line.get_color() == DARK]
    assert len(marks) == 2 and "belanja 96.100.250.330" in found  # it says what the mark is
    ends = [found[figure].x1 for figure in ("58.120.445.210", "63.877.120.980")]
    at = [line.get_transform().transform(line.get_xydata())[0][0] for line in marks]
    assert max(ends) < min(at)


def test_an_indicator_that_cannot_be_computed_has_its_row() -> None:
    chart = charts.capaian(KINERJA)
    told = [text for text, _ in words(chart)]
    assert "tidak dapat dihitung" in told and "–" in told
    assert "2 indikator" not in chart.alt and "1 dari 3 indikator" in chart.alt


def test_what_nobody_has_decided_between_sources_is_no_missed_target() -> None:
    """Orange is what is worse than it should be: what no relation tests is not."""
    chart = charts.penguji(pd.Series({0: 6, 1: 20}))
    orange = (213 / 255, 94 / 255, 0.0, 1.0)
    assert all(patch.get_edgecolor() != pytest.approx(orange) for patch in chart.axes[0].patches)


CHART = '<figure class="bagan"><svg></svg></figure>'
TABLE = '<div class="gulir"><table class="{}"><tbody></tbody></table></div>'


def test_the_first_chart_stands_under_its_own_heading() -> None:
    page = arranged(f"<h1>A</h1><p>Isi</p><h2>Mana?</h2>{CHART}<h2>Berapa?</h2><p>Dua.</p>")
    opening = page.partition('<div class="pembukaan">')[2]
    section = opening.partition('<section class="bagian">')[2]
    assert section.index("Mana?") < section.index("<figure")
    assert "Isi" in opening.partition('<section class="bagian">')[0]


FIGURE = '<figure class="bagan"><svg viewBox="0 0 100 {}"></svg>{}</figure>'
FIGURES = (
    '<details class="data"><table><tr><th>N</th></tr>'
    + "<tr><td>a</td></tr>" * 6
    + "</table></details>\n"
)
ROWS = TABLE.replace("<tbody>", "<tr><th>N</th></tr>" + "<tr><td>a</td></tr>" * 6)
LEAD = "<p>" + "satu " * 225 + "</p>"


@pytest.mark.parametrize(
    ("lead", "high", "data", "kind", "ways"),
    [
        # under its heading on every page, whatever the heights
        ("<p>Isi</p>", 30, "", "padat", "sedang-kanan luas-kanan"),
        # beside a chart of 77 rem the table behind it has room, on every screen where it is narrow
        ("<p>Isi</p>", 280, "", "separuh", "sedang-kanan luas-kanan luas-dua"),
        (
            "<p>Isi</p>",
            280,
            "",
            "separuh sepertiga",
            "sedang-kanan sedang-dua luas-kanan luas-dua",
        ),
        ("<p>Isi</p>", 280, "", "padat", "sedang-kanan luas-kanan"),
        # or its own figures (19 rem), beside a chart of 36 or 40
        (
            "<p>Isi</p>",
            130,
            FIGURES,
            "padat",
            "sedang-kanan sedang-tabel luas-kanan luas-tabel",
        ),
        # 1.125 letters are 15 lines on 32 rem, 11 on 44
        (LEAD, 30, "", "padat", "sedang-kanan luas-kanan"),
    ],
)
def test_the_first_chart_and_the_words_leave_little_room_empty(
    lead: str, high: int, data: str, kind: str, ways: str
) -> None:
    chart = FIGURE.format(high, data)
    said = "<p>Panjang batang menunjukkan capaian tiap indikator. Garis tegak menandai target.</p>"
    sections = f"<h2>Mana?</h2>{said * 2}{chart}<h2>Berapa?</h2>{ROWS.format(kind)}"
    page = BeautifulSoup(
        arranged(f"<h1>A</h1>{lead}{sections}<h2>Apa?</h2><p>B</p>"), "html.parser"
    )
    opening = page.select(".pembukaan")[0]
    assert " ".join(opening["class"][1:]) == ways
    told = [heading.get_text() for heading in opening.select("h2")]
    assert told == ["Mana?", "Berapa?"][: 1 + ("dua" in ways)]


def test_words_that_nothing_follows_are_what_a_section_shows() -> None:
    page = arranged("<h2>Satu?</h2><p>Tidak ada.</p><h2>Dua?</h2><p>Kata.</p><table></table>")
    first, second = page.split('<section class="bagian">')[1:]
    assert first.index('<div class="tampilan">') < first.index("Tidak ada.")
    assert second.index("Kata.") < second.index('<div class="tampilan">')


def test_a_stop_behind_a_figure_begins_no_line() -> None:
    page = arranged('<p><button class="asal" popovertarget="a">91,27%</button>, sisa</p>')
    assert (
        '<span class="utuh"><button class="asal" popovertarget="a">91,27%</button>,</span>' in page
    )


def test_a_table_of_two_columns_that_is_too_wide_for_a_phone_is_cards() -> None:
    """Its last column was cut off at 390 pixels: two of 17 letters and the names are 472 wide."""
    wide = ["", "Pagu", "Realisasi"], [["Jumlah", "1.727.182.400.000", "1.576.408.211.000"]]
    assert wide_tables.on_phone(*wide, [False, True, True], [False] * 3) == "susun"
    long = wide[0], wide[1] * 28  # as a table of nine indicators over five years
    assert wide_tables.on_phone(*long, [False, True, True], [False] * 3) == "susun"
    small = ["", "Sebagaimana tercetak", "Menurut nilainya"], [["Dalam Pengawasan", "7", "3"]]
    assert wide_tables.on_phone(*small, [False, True, True], [False] * 3) == "pas"


def test_a_card_of_a_printed_table_says_what_each_figure_is(blora_verified: Verification) -> None:
    """A phone shows no head over cards: the cells of printed tables stood there without one."""
    page = BeautifulSoup(sections.printed_tables(blora_verified).html, "html.parser")
    cards = page.select("table.susun")
    assert cards
    for table in cards:
        heads = [head.get_text() for head in table.select("thead th")]  # the line of the file too
        told = re.findall(r"--k(\d+):'([^']*)';", str(table["style"]))
        assert [int(place) for place, _ in told] == list(range(1, len(heads) + 1))
        assert [text for _, text in told] == [in_css(head) for head in heads]


def test_what_cannot_be_computed_is_none_of_the_lowest() -> None:
    """Of 12 indicators five have a capaian: all are shown, and "9 yang terendah" were none."""
    known = [90.0, 91.0, 92.0, 93.0, 94.0] + [float("nan")] * 7
    frame = pd.DataFrame(
        {"singkat": [f"Indikator {i}" for i in range(12)], "capaian_dihitung": known}
    ).assign(target=100.0, realisasi=known)
    chart = charts.capaian(frame, ringkas=True)
    assert chart.words[1] == "Capaian terhadap target (%)"
    shown = [text for text, _ in words(chart) if text.startswith("Indikator")]
    assert shown == [f"Indikator {i}" for i in range(5)]


@pytest.mark.parametrize("unsure", [(), ("a",)], ids=["decided", "undecided"])
def test_the_note_under_a_chart_on_paper_is_not_cut(unsure: tuple[str, ...]) -> None:
    """It began under the bars, beside the names, and ended behind the sheet ("garis pu")."""
    falling = KINERJA.assign(arah=["turun", "naik", "naik"])
    with for_paper():
        for chart in (
            charts.capaian(falling, belum=unsure),
            charts.lereng(KINERJA, 2021, belum=unsure),
            charts.sisa(PROGRAMMES, ambang=90.0),
            charts.batang(PAIRS, "pendapatan", acuan="belanja", satuan="rupiah " * 30),
        ):
            renderer = drawn(chart)
            note = chart.findobj(lambda part: part.get_gid() == "catatan")[0]
            told = note.get_window_extent(renderer)
            assert told.x0 >= 0 and told.x1 <= chart.bbox.width, note.get_text()
            axis = chart.axes[0].xaxis.get_tightbbox(renderer)
            assert axis is None or told.y1 <= axis.y0 + 1


def test_notes_that_fit_stand_behind_the_names_and_save_a_line() -> None:
    short = KINERJA.assign(nama=["A", "B", "C"], singkat=["A", "B", "C"])
    tall, low = charts.capaian(KINERJA), charts.capaian(short)
    assert low.get_figheight() < tall.get_figheight()
    found = dict(words(low))
    notes = [box for told, box in found.items() if " dari " in told]
    assert notes and all(abs(box.y0 - found["A"].y0) < 3 for box in notes[:1])
    for (one, first), (other, second) in combinations(words(low), 2):
        assert not Bbox.intersection(first.padded(-1), second.padded(-1)), (one, other)


@pytest.mark.parametrize(
    ("name", "is_beside"), [("UKM", True), ("Pendidikan dan Latihan Perkoperasian", False)]
)
def test_a_table_stands_beside_a_chart_where_its_names_need_not_be_broken(
    name: str, is_beside: bool
) -> None:
    """Programmes of 36 letters stood in three lines each, half a screen below the chart: 16 letters
    of them (148), three amounts (372) and two shares (168) are 688 pixels, 28 letters 784."""
    amounts = [{"text": text} for text in ("1.727.182.400",) * 3 + ("91,27",) * 2]
    rows = [{"name": name, "cells": amounts}]
    heads = ["Pagu (Rp)", "Realisasi (Rp)", "Sisa (Rp)", "Serapan tercetak", "Serapan dihitung"]
    told = wide_tables.of_rows(heads, rows, [True] * 5, [False] * 5)
    assert ("separuh" in told) == is_beside


@pytest.mark.parametrize(
    ("paper", "height", "apart"),
    [
        (False, 0.4 + 0.425 + 0.58 + 0.425, (0.58, 0.425)),
        (True, 0.4 + 0.4 + 0.43 + 0.4, (0.415,) * 2),
    ],
    ids=["screen", "paper"],
)
def test_only_a_row_whose_name_has_two_lines_is_as_high_as_two(
    paper: bool, height: float, apart: tuple[float, float]
) -> None:
    """One long name stretched every row, and a chart of six by 80 pixels.

    On a screen a row is a line (0,155 inches), a bar (0,15) and a gap (0,12), one of two lines
    0,155 more, all of it above its own bar. On paper rows of a line and a gap have 0,4 at least
    and two lines 0,43; bars are in the middle, so both steps are the mean of 0,4 and 0,43.
    """
    with for_paper() if paper else nullcontext():
        axes = named_rows([("A", "1"), (LONG[2], "2"), ("C", "3")])
    assert axes.figure.get_figheight() == pytest.approx(height)
    first, second, third = row_middles(axes, 3)
    unit = 0.43 if paper else 0.58
    assert ((first - second) * unit, (second - third) * unit) == pytest.approx(apart)
    bars(axes, [1.0, 2.0, 3.0], [False] * 3)
    assert [bar.get_y() + bar.get_height() / 2 for bar in axes.patches] == pytest.approx(
        [first, second, third]
    )


def test_a_list_between_a_heading_and_its_chart_stands_among_the_words() -> None:
    """The ways in which capaian are computed stood above the chart, in its narrow column."""
    ways = '<p class="kalimat">Cara:</p>\n<ul class="saran">\n<li>A</li>\n</ul>\n'
    page = BeautifulSoup(arranged(f"<h1>K</h1><h2>Mana?</h2>{ways}{CHART}"), "html.parser")
    assert [one.get_text() for one in page.select(".pengantar li")] == ["A"]
    assert not page.select(".tampilan li")
    # Without a chart the list is what a section shows.
    page = BeautifulSoup(arranged(f"<h1>K</h1><h2>Mana?</h2>{ways}<table></table>"), "html.parser")
    assert page.select(".tampilan li") and not page.select(".pengantar li")


def test_figures_that_are_all_below_what_they_are_held_against_are_so_in_each_row_or_year() -> None:
    """ "Pada semua 3 baris" was said of three years."""
    asked: dict[str, Any] = {"acuan": "belanja", "tentang": "Pendapatan", "kata_acuan": "Belanja"}
    years = charts.batang(PAIRS, "pendapatan", kolom_nama="tahun", **asked)
    assert years.words.title == "Pendapatan di bawah Belanja setiap tahun"
    units = charts.batang(PAIRS.assign(unit=["A", "B"]), "pendapatan", kolom_nama="unit", **asked)
    assert units.words.title == "Pendapatan di bawah Belanja pada setiap baris"
