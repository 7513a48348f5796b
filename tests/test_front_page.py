"""The verdict on a year: four states, what is open by name, the report's own figure beside ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up

import lkjip_analysis as lkjip
from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.findings.shown_figures import in_rupiah
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.language import report_spoken
from lkjip_analysis.pages.index_page import index_body
from lkjip_analysis.pages.page_frame import head_of
from lkjip_analysis.pages.parts import year_summary
from lkjip_analysis.pages.parts.budget_sentence import budget
from lkjip_analysis.pages.parts.conclusions import misprints
from lkjip_analysis.pages.parts.first_screen import Box, boxes
from lkjip_analysis.pages.parts.front_verdict import in_one_sentence, verdict
from lkjip_analysis.pages.parts.key_figures import key_figures
from lkjip_analysis.pages.parts.sentence import text
from lkjip_analysis.pages.parts.tracing import means
from lkjip_analysis.pages.parts.year_state import judge

HEAD = "kode,indikator,target,realisasi,capaian\n"
THREE = """\
indikator:
  1.a: {nama: Angka Satu, satuan: persen, arah: naik, presisi: bulat}
  1.b: {nama: Angka Dua, satuan: persen, arah: naik, presisi: bulat}
  1.c: {nama: Angka Tiga, satuan: per 1.000, arah: turun, rumus: T/R, presisi: bulat}
tabel:
  capaian: {label: Tabel 3.8, transkripsi: ganda}
"""
SCALE = """\
skala:
  capaian:
    sumber: Tabel 3.1
    pita: [{nama: Baik, dari: 85}, {nama: Cukup, dari: 60, kurang_dari: 85},
           {nama: Kurang, kurang_dari: 60}]
"""


def sentences_of(found: Verification) -> list[str]:
    return [text(sentence) for sentence in year_summary.sentences(found)]


def year(base: Path, rows: str, laporan: str = THREE, **tables: str) -> Verification:
    return verify(made_up(base, laporan, {"capaian": HEAD + rows, **tables}))


@pytest.mark.parametrize(
    ("rows", "laporan", "state"),
    [
        # 50 of 50, 22 of 20, 5 where 8 was the limit: all reached.
        ('1.a,A,50,50,"100,00"\n1.b,B,20,22,"110,00"\n1.c,C,8,5,"160,00"\n', THREE, "baik"),
        # One of three missed.
        ('1.a,A,50,45,"90,00"\n1.b,B,20,22,"110,00"\n1.c,C,8,5,"160,00"\n', THREE, "baik, tetapi"),
        # Two of three missed, the mean (90 + 50 + 110) / 3 = 83,33.
        ('1.a,A,50,45,"90,00"\n1.b,B,20,10,"50,00"\n1.c,C,11,10,"110,00"\n', THREE, "tidak baik"),
        # The same year by a scale that calls 83,33 Cukup, the middle of three classes.
        (
            '1.a,A,50,45,"90,00"\n1.b,B,20,10,"50,00"\n1.c,C,11,10,"110,00"\n',
            SCALE + THREE,
            "tidak baik",
        ),
        # Nothing was measured.
        ("1.a,A,50,n/a,n/a\n1.b,B,20,n/a,n/a\n1.c,C,8,n/a,n/a\n", THREE, "belum dapat dinilai"),
        # One of three was measured.
        ('1.a,A,50,50,"100,00"\n1.b,B,20,n/a,n/a\n1.c,C,8,n/a,n/a\n', THREE, "belum dapat dinilai"),
        # No capaian is printed, so that nothing tests target and realisasi.
        ("1.a,A,50,50,\n1.b,B,20,22,\n1.c,C,8,5,\n", THREE, "belum dapat dinilai"),
    ],
)
def test_a_year_has_one_of_four_states(tmp_path: Path, rows: str, laporan: str, state: str) -> None:
    assert judge(year(tmp_path, rows, laporan)).state == state


def test_a_year_that_hangs_on_an_open_figure_cannot_be_judged_and_names_it(tmp_path: Path) -> None:
    # By T/R 0,64 of 0,18 is 355,56 and not 72,52: with it the mean is 180,77 and with the print
    # 86,43, where two or all three targets are missed.
    rows = '1.a,A,100,"90,24","90,24"\n1.b,B,100,"96,54","96,54"\n1.c,C,"0,64","0,18","72,52"\n'
    found = year(tmp_path, rows)
    told = text(verdict(found))

    assert judge(found).state == "belum dapat dinilai"
    assert told.startswith("Belum dapat dinilai: hasilnya bergantung pada angka yang belum")
    assert "(Angka Tiga)" in told
    assert "1 hal tidak cocok dan belum dapat diputuskan dari laporan saja: Tabel 3.8, C" in told
    assert "terbukti salah" not in told
    performance = text(year_summary.sentences(found)[0])
    # Two were surely missed; the third is neither until somebody decides, as its chart says too.
    assert (
        "0\u20131 dari 3 indikator mencapai targetnya (1 belum pasti). Yang tidak: " in performance
    )
    assert (
        ". Yang belum pasti: Angka Tiga 355,56% (tercetak 72,52%; belum diputuskan; " in performance
    )


def test_an_open_figure_that_turns_nothing_leaves_the_state_and_is_named(tmp_path: Path) -> None:
    # 22 of 20 is 110, not 120: reached both ways.
    rows = '1.a,A,50,50,"100,00"\n1.b,B,20,22,"120,00"\n1.c,C,8,5,"160,00"\n'
    found = year(tmp_path, rows)
    told = text(verdict(found))
    assert judge(found).state == "baik, tetapi"
    # (100 + 110 + 160) / 3 = 123,33; a rounded target of 18 would do too: 22 of 18 is 122,22, and
    # (100 + 122,22 + 160) / 3 = 127,41.
    assert "rata-ratanya terletak antara 123,33% dan 127,41%" in told
    assert "1 indikator bergantung pada angka yang belum diputuskan" in " ".join(
        sentences_of(found)
    )


def test_the_reports_own_mean_stands_beside_ours(tmp_path: Path) -> None:
    # (100 + 110 + 160) / 3 = 123,33; the report prints 120,33.
    rows = '1.a,A,50,50,"100,00"\n1.b,B,20,22,"110,00"\n1.c,C,8,5,"160,00"\n'
    claims = (
        f"{KLAIM}"
        'rerata,BAB III,1,Rata-rata capaian,"120,33",angka,%,bulat,rerata,'
        "bagian=capaian[*].capaian,tercetak,rata-rata tabel\n"
    )
    laporan = THREE + "  klaim: {label: Naskah, transkripsi: ganda}\n"
    found = year(tmp_path, rows, laporan, klaim=claims)
    assert "adalah 123,33% (tercetak 120,33%, belum diputuskan)" in text(verdict(found))
    assert any(
        "123,33% (tercetak 120,33%, belum diputuskan)" in told for told in sentences_of(found)
    )


BUDGET = "tabel:\n  anggaran: {label: Tabel 3.9, transkripsi: ganda}\n"


def test_spending_beyond_the_ceiling_is_no_negative_rest(tmp_path: Path) -> None:
    table = "kode,sasaran,program,pagu,realisasi\np,,P,500,535\n"
    told = sentences_of(verify(made_up(tmp_path, BUDGET, {"anggaran": table})))
    (budget,) = [said for said in told if said.startswith("Dari pagu")]
    assert budget.startswith("Dari pagu Rp500 terserap Rp535 atau 107,00%, melebihi pagu Rp35")


def test_a_total_in_millions_is_told_in_millions(tmp_path: Path) -> None:
    """As above in juta: 8,1 + 5,0 = 13,1 juta, the total row prints 13,90."""
    table = (
        "kode,sasaran,program,pagu,realisasi,serapan\n"
        'p,,P,"10,00","8,10","81,00"\nq,,Q,"10,00","5,00","50,00"\n'
        'jumlah,,JUMLAH,"20,00","13,90","65,50"\n'
    )
    counted = "kolom: {pagu: {dalam: juta}, realisasi: {dalam: juta}}"
    told = BUDGET.replace("transkripsi: ganda", f"transkripsi: ganda, {counted}")
    found = verify(made_up(tmp_path, told, {"anggaran": table}))
    (budget,) = [said for said in sentences_of(found) if said.startswith("Dari pagu")]
    assert "terserap Rp13.100.000 (baris jumlah mencantumkan 13,90 juta rupiah)" in budget
    impacts = [finding.impact for finding in found.findings if finding.impact]
    assert not [impact for impact in impacts if "Rp0" in impact], impacts
    column = found.report.tables["anggaran"].type.columns["realisasi"]
    assert in_rupiah("13,90", column) == "13,90 juta rupiah"
    assert in_rupiah("Rp13,90", column) == "Rp13,90 juta"
    assert in_rupiah("13,9 miliar", column) == "13,9 miliar"


def test_a_total_that_does_not_add_up_is_said_on_the_front_page(tmp_path: Path) -> None:
    # 300 + 260 + 240 = 800 and the total row prints 830; its share 69,17 is 830 of 1.200.
    table = (
        "kode,sasaran,program,pagu,realisasi,serapan\n"
        'p,,P,500,300,"60,00"\nq,,Q,400,260,"65,00"\nr,,R,300,240,"80,00"\n'
        'jumlah,,JUMLAH,1.200,830,"69,17"\n'
    )
    found = verify(made_up(tmp_path, BUDGET, {"anggaran": table}))
    told = text(verdict(found))
    assert told.startswith("Belum dapat dinilai: laporan tidak memuat tabel capaian kinerja.")
    assert "tidak cocok dan belum dapat diputuskan" in told and "terbukti salah" not in told
    (budget,) = [said for said in sentences_of(found) if said.startswith("Dari pagu")]
    assert "terserap Rp800 (baris jumlah mencantumkan Rp830)" in budget
    assert "66,67% (baris jumlah mencantumkan 69,17%)" in budget
    assert "Jumlah itu bergantung pada angka yang belum diputuskan" in budget
    tile = key_figures(found)[0]
    assert (tile.figure.text, tile.beside) == ("66,67%?", "dari Rp1.200; tercetak 69,17%")
    # No figure of a budget has a category, so that none is said to stay.
    assert not any("ategori" in one.impact for one in found.findings)


def test_a_total_row_of_other_amounts_is_told_beside_the_share(tmp_path: Path) -> None:
    # 300 + 260 of 900 is 62,22 %; the row prints 600 of 1.000 and 60,00.
    table = (
        "kode,sasaran,program,pagu,realisasi,serapan\n"
        'p,,P,500,300,"60,00"\nq,,Q,400,260,"65,00"\njumlah,,JUMLAH,1.000,600,"60,00"\n'
    )
    tile = key_figures(verify(made_up(tmp_path, BUDGET, {"anggaran": table})))[0]
    assert tile.figure.text == "62,22%?"
    assert tile.beside == "dari Rp900; tercetak 60,00% dari Rp1.000"


def test_a_budget_that_agrees_is_told_without_a_mark(tmp_path: Path) -> None:
    table = (
        "kode,sasaran,program,pagu,realisasi,serapan\n"
        'p,,P,500,300,"60,00"\nq,,Q,400,260,"65,00"\njumlah,,JUMLAH,900,560,"62,22"\n'
    )
    tile = key_figures(verify(made_up(tmp_path, BUDGET, {"anggaran": table})))[0]
    assert (tile.figure.text, tile.beside) == ("62,22%", "dari Rp900")


def test_a_computed_figure_that_rounds_to_the_print_is_no_other_figure(tmp_path: Path) -> None:
    # 72,5 of 80 is 90,625, printed half-up as 90,63.
    rows = '1.a,A,80,"72,5","90,63"\n1.b,B,20,22,"110,00"\n1.c,C,8,5,"160,00"\n'
    assert "tercetak 90,63" not in " ".join(sentences_of(year(tmp_path, rows)))


def test_an_untested_year_is_not_called_sound(tmp_path: Path) -> None:
    rows = "1.a,A,50,50,\n1.b,B,20,22,\n1.c,C,8,5,\n"
    told = f"{text(verdict(year(tmp_path, rows)))} {' '.join(sentences_of(year(tmp_path, rows)))}"
    assert "0 dari 6 angka yang dapat diuji" in told
    assert "Tidak ada angka yang terbukti salah" not in told
    assert "benar salahnya belum diketahui" in told


TWO = """\
indikator:
  a: {nama: Indikator A, satuan: persen, arah: naik, presisi: bulat}
tabel:
  capaian_1: {tipe: capaian, label: Tabel 3.1, transkripsi: ganda}
  capaian_2: {tipe: capaian, label: Tabel 3.2, transkripsi: ganda}
"""


@pytest.mark.parametrize("order", [("capaian_1", "capaian_2"), ("capaian_2", "capaian_1")])
def test_an_indicator_in_two_tables_is_one_indicator(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    # The year: 72 of 80 is 90. Against the Renstra: 72 of 90 is 80; that row has no year's target.
    of_year = 'kode,indikator,target,realisasi,capaian\na,Indikator A,80,"72,00","90,00"\n'
    of_plan = (
        "kode,indikator,target,realisasi,capaian,target_renstra,capaian_renstra\n"
        'a,Indikator A,,"72,00",,90,"80,00"\n'
    )
    tables = dict(zip(order, (of_year, of_plan), strict=True))
    found = verify(made_up(tmp_path, TWO, tables))
    told = " ".join(sentences_of(found))
    assert "satu-satunya indikator tidak mencapai targetnya: Indikator A 90,00%" in told
    assert "Rata-rata capaian yang dihitung ulang: 90,00%" in told


def text_of(box: Box) -> list[str]:
    return ["".join(p if isinstance(p, str) else p.text for p in line) for line in box.lines]


def test_a_figure_that_nobody_decided_is_not_told_as_good(tmp_path: Path) -> None:
    # 64 / 18 is 355,56 by T/R; the report prints 72,52, and which figure is wrong it does not tell.
    laporan = (
        "indikator:\n  a: {nama: Kematian, singkat: Kematian, arah: turun, rumus: T/R}\n"
        "  b: {nama: Layanan, singkat: Layanan, arah: naik}\n"
        "tabel:\n  capaian: {label: Tabel 3.8, transkripsi: ganda}\n"
    )
    rows = (
        'kode,indikator,target,realisasi,capaian\na,Kematian,64,18,"72,52"\nb,Layanan,50,60,120\n'
    )
    good, wrong, _ = boxes(verify(made_up(tmp_path, laporan, {"capaian": rows})))
    assert text_of(good) == ["Layanan 120,00% dari target"]
    assert (wrong.title, wrong.look) == ("Yang belum pasti", "ragu")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ('a,A,50,50,"100,00"\nb,B,20,22,"110,00"\n', "Yang baik"),
        ('a,A,50,40,"80,00"\n', "Yang baik"),  # no indicator met: the box says so itself
        ('a,A,60,66,"101,00"\n', "Yang belum dapat dinilai"),  # 66 of 60 is 110, not 101
    ],
)
def test_only_what_is_known_stands_under_what_is_good(
    tmp_path: Path, rows: str, title: str
) -> None:
    laporan = "indikator:\n" + "".join(
        f"  {row[0]}: {{nama: {row[2]}, arah: naik}}\n" for row in rows.splitlines()
    )
    laporan += "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    table = f"kode,indikator,target,realisasi,capaian\n{rows}"
    found = verify(made_up(tmp_path, laporan, {"capaian": table}))
    assert boxes(found)[0].title == title


def test_indicators_without_a_sasaran_have_their_mean_in_english_too(tmp_path: Path) -> None:
    laporan = (
        "indikator:\n  a: {nama: A, arah: naik}\n  b: {nama: B, arah: naik}\n"
        "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    )
    rows = 'kode,indikator,target,realisasi,capaian\na,A,50,50,"100,00"\nb,B,20,22,"110,00"\n'
    report = made_up(tmp_path, laporan, {"capaian": rows})
    for language, name in (("id", "tanpa nomor"), ("en", "without number")):
        with report_spoken(language):
            traced = means(report, frames.kinerja(report))
        assert traced[name, "rerata"].worked == "(100 + 110) ÷ 2 = 105"


def test_a_missed_target_stands_among_what_a_head_must_know(tmp_path: Path) -> None:
    """40 of 50 is 80 percent and printed so: no figure is wrong, and one target was missed."""
    laporan = (
        "indikator:\n  a: {nama: A, arah: naik}\n  b: {nama: B, arah: naik}\n"
        "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    )
    rows = 'kode,indikator,target,realisasi,capaian\na,A,50,40,"80,00"\nb,B,20,22,"110,00"\n'
    good, short, wrong, todo = boxes(verify(made_up(tmp_path, laporan, {"capaian": rows})))
    assert (good.title, short.title) == ("Yang baik", "Yang tidak tercapai")
    assert text_of(short) == ["A 80,00% dari target"]
    assert (wrong.look, text_of(wrong)) == ("netral", [])
    assert text_of(todo) == ["Jelaskan 1 target yang tidak tercapai."]


def test_less_that_is_better_is_said_beside_what_is_good(tmp_path: Path) -> None:
    # 5 where 8 was the limit is 160 percent by T/R; 160 percent of a target is not more of it.
    rows = '1.a,A,50,50,"100,00"\n1.b,B,20,22,"110,00"\n1.c,C,8,5,"160,00"\n'
    good = boxes(year(tmp_path, rows))[0]
    assert text_of(good)[0] == "Angka Tiga 160,00% (5, batasnya 8)"


def test_a_mean_that_hangs_on_open_figures_says_between_what_it_lies(tmp_path: Path) -> None:
    # As in the verdict: 123,33 as recomputed, 127,41 with a rounded target of 18.
    rows = '1.a,A,50,50,"100,00"\n1.b,B,20,22,"120,00"\n1.c,C,8,5,"160,00"\n'
    mean = key_figures(year(tmp_path, rows))[0]
    assert mean.beside == "tanpa skala penilaian, antara 123,33% dan 127,41%"


def test_the_range_of_a_mean_reaches_as_far_as_the_readings_of_its_words() -> None:
    # Open figures alone leave 135,00 to 135,78. With "sehat" as Sehat only its capaian is 27,64:
    # ((27,64 + 194,05) / 2 + 106,87) / 2 = 108,86.
    found = lkjip.load("dindagkop-ukm-blora", 2021).verifikasi
    assert key_figures(found)[0].beside == "Sangat Baik, antara 108,86% dan 135,78%"
    assert key_figures(found)[0].figure.text == "135,78%?"
    assert "rata-rata capaiannya 135,78% (belum pasti), tetapi" in text(in_one_sentence(found))


def test_the_first_screen_names_every_proven_figure_and_counts_the_conclusions() -> None:
    found = lkjip.load("dindagkop-ukm-blora", 2021).verifikasi
    wrong = next(box for box in boxes(found) if box.name == "salah")
    assert text_of(wrong)[0] == "5 simpulan tidak didukung angkanya"
    assert [line.partition(" seharusnya")[0] for line in text_of(wrong)[1:4]] == [
        "Realisasi Perizinan dan Pendaftaran Perusahaan: 100.000.000",
        "Rata-rata capaian sasaran 1: 165,68",
        "Nilai Ekspor Furnitur Jati (Kayu Olahan): 1.067.584",
    ]
    assert text_of(wrong)[4:] == [
        "Anggaran Penilaian Kesehatan KPS/USP Koperasi: "
        "Rp 30.000,00 seharusnya Rp 30.000.000,00 (Tabel 2.3)",
    ]


def test_how_far_the_print_is_off_opens_the_corrections_that_say_so() -> None:
    told = budget(lkjip.load("dindagkop-ukm-blora", 2021).report)
    (gap,) = [part for part in told if not isinstance(part, str) and part.anchor == "koreksi"]
    assert gap.text == "Rp90.000.000"
    assert text(told).endswith(
        "jumlah realisasi baris program Rp1.666.408.211, lebih Rp90.000.000."
    )


def test_the_only_indicator_that_nobody_decided_is_told_in_words(tmp_path: Path) -> None:
    # 64 / 18 is 355,56 by T/R; the report prints 72,52, and which figure is wrong it does not tell.
    laporan = (
        "indikator:\n  a: {nama: Kematian, singkat: Kematian, arah: turun, rumus: T/R}\n"
        "tabel:\n  capaian: {label: Tabel 3.8, transkripsi: ganda}\n"
    )
    rows = 'kode,indikator,target,realisasi,capaian\na,Kematian,64,18,"72,52"\n'
    told = " ".join(sentences_of(verify(made_up(tmp_path, laporan, {"capaian": rows}))))
    assert "belum pasti apakah satu-satunya indikator mencapai targetnya: Kematian 355,56%" in told
    assert "0\u20131 dari 1" not in told


def test_of_many_indicators_the_few_that_missed_are_named(tmp_path: Path) -> None:
    """Of eight only the highest and the lowest stood there: the second target missed was not."""
    many = "indikator:\n" + "".join(
        f"  1.{code}: {{nama: Angka {code}, satuan: persen, arah: naik, presisi: bulat}}\n"
        for code in "abcdefg"
    )
    many += "  1.h: {nama: Angka h, satuan: persen, arah: turun, rumus: T/R, presisi: bulat}\n"
    many += "tabel:\n  capaian: {label: Tabel 3.8, transkripsi: ganda}\n"
    # 45 of 50 is 90,00; a limit of 8 with 10 reached is 8/10 = 80,00; the others reached 50 of 50.
    rows = '1.a,A,50,45,"90,00"\n1.h,H,8,10,"80,00"\n'
    rows += "".join(f'1.{code},{code},50,50,"100,00"\n' for code in "bcdefg")
    told = sentences_of(year(tmp_path / "few", rows, many))[0]
    assert "6 dari 8 indikator mencapai targetnya. Yang tidak: " in told
    assert told.endswith("90,00% (45% dari target 50%), Angka h 80,00% (10% dari batas 8%).")
    assert "Tertinggi" not in told
    # None missed: the best and the worst stand for all.
    sound = rows.replace('45,"90,00"', '50,"100,00"').replace('10,"80,00"', '8,"100,00"')
    told = sentences_of(year(tmp_path / "sound", sound, many))[0]
    assert "semua 8 indikator mencapai targetnya. Tertinggi" in told and "Yang tidak" not in told


def test_an_accepted_correction_is_told_once_below_the_proven_figures() -> None:
    """Each of four rows said so, and of what was wrong its last column told least."""
    found = lkjip.load("dindagkop-ukm-blora", 2021).verifikasi
    page = index_body(found, head_of(found.report), ())
    assert page.count("Semua koreksi ini dipakai dalam pemeriksaan") == 1
    assert "koreksinya dipakai" not in page
    assert {one.accepted for one in misprints(found)} == {"penyetuju belum dicatat"}
