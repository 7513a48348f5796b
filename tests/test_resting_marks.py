"""What is computed from a figure that is doubted carries its mark; so do counts and bars."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
from folders import OTHERS, made_up

from lkjip_analysis import charts, load
from lkjip_analysis.analysis.joining import dengan_jumlah
from lkjip_analysis.pages import sections
from lkjip_analysis.pages.sections.shown_frames import tabel

LAPORAN = """\
tabel:
  anggaran: {label: Tabel 1, transkripsi: ganda}
"""
ROWS = (
    "kode,program,pagu,realisasi,serapan\n"
    '1,Program Satu,200,150,"75,00"\n2,Program Dua,100,90,"90,00"\n'
    'jumlah,JUMLAH,400,300,"75,00"\n'
)
"""200 + 100 is 300 and not 400, 150 + 90 is 240 and not 300: nobody knows which is wrong."""


NAMES, DAYS = "abcd", "satuan: hari, arah: naik, presisi: eksak"


def cells(html: str, name: str) -> list[str]:
    """The class of each cell of a row."""
    (row,) = re.findall(rf"<tr[^>]*><th[^>]*>{name}</th>(.*?)</tr>", html)
    return re.findall(r"<td[^>]*?(?: class=\"([^\"]*)\")?>", row)


def test_what_is_computed_from_a_doubted_figure_carries_the_mark(tmp_path: Path) -> None:
    report = made_up(tmp_path, LAPORAN, {"anggaran": ROWS})
    budget = load(report.instansi, report.tahun, data=tmp_path).anggaran
    assert len(budget.total) == 1
    shown = dengan_jumlah(budget)
    shown["sisa"] = shown["pagu"] - shown["realisasi"]
    html = tabel(shown, "Anggaran", ["pagu", "realisasi", "sisa"], "a").html
    total = cells(html, "JUMLAH")
    assert all("ambigu" in one for one in total), total
    # What a finding names is filled, what only follows from it is not, and each has its own line.
    assert ["turunan" in one for one in total] == [False, False, True]
    legend = re.findall(r'<span class="([^"]*)"><span class="simbol"[^>]*></span> ([^<]*)<', html)
    assert legend == [
        ("ambigu", "Perlu klarifikasi"),
        ("ambigu turunan", "Dihitung dari angka yang perlu klarifikasi"),
    ]


def test_a_bar_of_what_is_doubted_is_an_outline(tmp_path: Path) -> None:
    report = made_up(tmp_path, LAPORAN, {"anggaran": ROWS})
    budget = load(report.instansi, report.tahun, data=tmp_path).anggaran
    chart = charts.sisa(budget)
    assert chart.words.measure.endswith("; garis putus: belum diputuskan")
    assert "?" in " ".join(text.get_text() for text in chart.axes[0].texts)
    sound = charts.sisa(pd.DataFrame(budget), belum={"2"})
    assert [bar.get_linestyle() != "-" for bar in sound.axes[0].patches] == [False, True]


def test_a_programme_that_absorbed_little_has_the_other_colour() -> None:
    # 150 of 200 is 75 percent, 99 of 100 is 99: below 90 is only the first.
    spent = pd.DataFrame(
        {"program": ["Satu", "Dua"], "pagu": [200.0, 100.0], "realisasi": [150.0, 99.0]}
    )
    chart = charts.sisa(spent, ambang=90.0)
    assert chart.words.measure.endswith("; jingga: serapan di bawah 90% atau melebihi pagu")
    low, enough = (bar.get_facecolor() for bar in chart.axes[0].patches)
    assert low != enough
    calm = charts.sisa(spent, ambang=70.0)
    assert "jingga" not in calm.words.measure
    assert {bar.get_facecolor() for bar in calm.axes[0].patches} == {enough}


def test_a_change_of_an_undecided_figure_is_neither_for_better_nor_worse() -> None:
    # Stunting fell from 15,2 to 12,5, and nobody knows whether that is right; mothers, 101 to 92.
    laporan = load("dinas-kesehatan-rekaan", 2023, data=OTHERS)
    told = sections.with_open_ways(laporan.tren.perubahan(), laporan.verifikasi)
    ways = dict(zip(told["hal"], told["arah"], strict=True))
    assert ways["Prevalensi stunting, realisasi"] == "belum pasti"
    assert ways["Angka kematian ibu, realisasi"] == "membaik"


def test_what_nobody_decided_is_counted_as_neither() -> None:
    frame = pd.DataFrame(
        {"singkat": ["A", "B", "C", "D"], "capaian_dihitung": [120.0, 90.0, 110.0, 80.0]},
        index=["1.a", "1.b", "1.c", "1.d"],
    )
    reached = charts.achievement.reached
    assert reached(frame, 4) == "2 dari 4 indikator mencapai target; yang tidak: B dan D"
    # Only C surely; A and D may or may not.
    told = reached(frame, 5, {"1.a", "1.d"})
    assert told == (
        "1\u20133 dari 5 indikator mencapai target (2 belum pasti, 1 tidak dapat dihitung); "
        "yang tidak: B"
    )
    alone = reached(frame.iloc[:1], 1, {"1.a"})
    assert alone == "Belum pasti apakah satu-satunya indikator mencapai target"


def test_efficiency_of_doubted_totals_is_marked(tmp_path: Path) -> None:
    laporan = LAPORAN.replace("tabel:", "tabel:\n  capaian: {label: Tabel 2}")
    rows = 'kode,indikator,target,realisasi,capaian\n1.a,Satu,50,40,"80,00"\n'
    report = made_up(tmp_path, laporan, {"anggaran": ROWS, "capaian": rows})
    found = load(report.instansi, report.tahun, data=tmp_path).verifikasi
    marked = sections.efficiency_table(report, found.marks).html
    assert "ke-temuan" in marked and "ke-temuan" not in sections.efficiency_table(report).html


def test_a_change_that_nobody_decided_is_counted_as_neither() -> None:
    years = pd.DataFrame(
        {"kode": ["a", "a", "b", "b", "c", "c"], "singkat": [*"AABBCC"],
         "tahun": [2020, 2021] * 3, "nilai": [100.0, 90.0, 80.0, 70.0, 60.0, 65.0]}
    )  # fmt: skip
    assert charts.kemiringan(years).words.title.startswith("Capaian 2 dari 3 indikator menurun")
    told = charts.kemiringan(years, belum={"b"}).words.title
    assert told == "Capaian 1 dari 3 indikator menurun dari 2020 ke 2021 (1 belum pasti)"
    # a fell and is not certain: of b and c, which rose, it is not said that none fell.
    rose = years.assign(nilai=[100.0, 90.0, 70.0, 80.0, 60.0, 65.0])
    told = charts.kemiringan(rose, belum={"a"}).words.title
    assert told == "Capaian 0 dari 3 indikator menurun dari 2020 ke 2021 (1 belum pasti)"
    both = pd.DataFrame(
        {"singkat": ["A", "B"], "capaian_lalu": [100.0, 80.0], "capaian": [90.0, 50.0],
         "capaian_dihitung": [90.0, 50.0]}, index=["1.a", "1.b"],
    )  # fmt: skip
    assert charts.lereng(both, 2021).words.title.startswith("Capaian kedua indikator turun")
    told = charts.lereng(both, 2021, belum={"1.b"}).words.title
    assert told == (
        "Capaian 1 dari 2 indikator turun dari tahun sebelumnya (1 belum pasti), paling jauh A "
        "(10,00 poin)"
    )
    told = charts.lereng(both, 2021, belum={"1.a", "1.b"}).words.title
    assert told == "Capaian 0 dari 2 indikator turun dari tahun sebelumnya (2 belum pasti)"
    rising = both.assign(capaian=[110.0, 90.0])
    told = charts.lereng(rising, 2021).words.title
    assert told == "Capaian tidak satu pun turun dari tahun sebelumnya"


def test_a_change_from_a_doubted_figure_is_told_as_not_certain(tmp_path: Path) -> None:
    laporan = (
        "indikator:\n"
        + "".join(f"  1.{k}: {{nama: {k}, {DAYS}}}\n" for k in NAMES)
        + "tabel:\n  capaian: {label: Tabel 1, transkripsi: ganda}\n"
    )
    head = "kode,indikator,target,realisasi,capaian,realisasi_lalu\n"
    # 12 of 10 is 120 and prints 130: nobody knows which of the three is wrong.
    rows = '1.a,a,10,12,"130,00",10\n' + "".join(f'1.{k},{k},10,11,"110,00",10\n' for k in "bcd")
    report = made_up(tmp_path, laporan, {"capaian": head + rows})
    laporan_ = load(report.instansi, report.tahun, data=tmp_path)
    tren = laporan_.tren
    unsure = sections.undecided_series(tren, "realisasi", laporan_.verifikasi)
    assert unsure == {"1.a"}
    (chart,) = charts.gerak(tren, "realisasi", belum=unsure)
    assert chart.words.title == "3 dari 4 indikator membaik dari 2020 ke 2021 (1 belum pasti)"
    assert "garis putus" in chart.words.measure
    told = sections.trend_answer(tren, laporan_.verifikasi).html
    assert (
        "Dari 4 perubahan antar-tahun, 3 membaik dan tidak ada yang memburuk. 1 belum pasti" in told
    )
    # 11 of 10 are 10 percent more, 12 of 10 are 20.
    assert (
        "Dari 2020 ke 2021 membaik: realisasi b (+10,00%), realisasi c (+10,00%) dan realisasi d "
        "(+10,00%); belum pasti: realisasi a (+20,00%)." in told
    )
    assert "belum pasti" not in sections.trend_answer(tren).html
    # 12 less 10 is 2, and whether it is 12 nobody knows.
    shown = tabel(tren.perubahan(), "Perubahan", ["sekarang", "perubahan"], "p").html
    (row,) = [cells(shown, name) for name in ("a, realisasi",)]
    assert all("ambigu" in one for one in row), row


LAST = (
    "indikator:\n  1.a: {nama: Satu, satuan: persen, arah: naik}\n"
    "  1.b: {nama: Dua, satuan: persen, arah: naik}\n"
    "tabel:\n  capaian: {label: Tabel 2, transkripsi: ganda}\n"
    "aturan:\n"
    "  - {nama: selisih, jenis: sama, hasil: 'capaian[1.a].capaian_lalu', "
    "sumber: 'capaian[1.b].capaian_lalu', dasar: tercetak}\n"
)
"""Last year's two capaian must be alike, and are 90 and 80: nobody knows which is wrong."""


def test_a_fall_from_a_doubted_figure_is_drawn_and_told_as_not_certain(tmp_path: Path) -> None:
    head = "kode,indikator,target,realisasi,capaian,capaian_lalu\n"
    rows = '1.a,Satu,50,40,"80,00","90,00"\n1.b,Dua,50,30,"60,00","{last}"\n'
    for last, unsure, told in (
        ("80,00", {"1.a", "1.b"}, "0 dari 2 indikator turun dan tidak ada yang naik (2 belum"),
        ("90,00", set[str](), "2 dari 2 indikator turun dan tidak ada yang naik. Yang turun"),
    ):
        report = made_up(tmp_path / last, LAST, {"capaian": head + rows.format(last=last)})
        laporan = load(report.instansi, report.tahun, data=tmp_path / last)
        chart = charts.lereng(laporan.indikator, report.tahun)
        assert ("belum pasti" in chart.words.title) == bool(unsure)
        both = laporan.tren.capaian(report.tahun)
        assert sections.undecided(laporan.verifikasi, both) == unsure
        assert told in sections.performance_answer(laporan.report, laporan.verifikasi).html
        # This year's own capaian rest on nothing that is open.
        assert "belum pasti" not in charts.capaian(laporan.indikator).words.title


def test_an_accepted_correction_stands_beside_the_struck_print(tmp_path: Path) -> None:
    rows = (
        "kode,program,pagu,realisasi,serapan\n"
        '1,Program Satu,200,1.500,"75,00"\n2,Program Dua,100,90,"90,00"\n'
        'jumlah,JUMLAH,300,240,"80,00"\n'
    )
    fixed = "sel,tercetak,menjadi,alasan,sertifikat\nanggaran[1].realisasi,1.500,150,satu nol,\n"
    report = made_up(tmp_path, LAPORAN, {"anggaran": rows, "koreksi": fixed})
    laporan = load(report.instansi, report.tahun, data=tmp_path)
    used = tabel(laporan.pada("dipakai").anggaran, "Anggaran", ["realisasi"], "a").html
    assert re.search(r"<s>1\.500</s> <a [^>]*>150</a>", used)
    printed = tabel(laporan.anggaran, "Anggaran", ["realisasi"], "b").html
    assert re.search(r"<s>1\.500</s> <a [^>]*>150</a>", printed)
    # 200 less 1.500 is of the print, which stays what it is beside it.
    table = laporan.anggaran
    table["sisa"] = table["pagu"] - table["realisasi"]
    assert "<s>" not in tabel(table, "Anggaran", ["realisasi", "sisa"], "c").html
