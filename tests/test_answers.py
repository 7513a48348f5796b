"""Under a question of a page stands its answer, worked out from the figures of the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from folders import BLORA, OTHERS, blora_with, made_up

import lkjip_analysis as lkjip
from lkjip_analysis import charts
from lkjip_analysis.building.one_report import build
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages import sections
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.page_arrangement import with_contents
from lkjip_analysis.pages.page_frame import head_of, write_page
from lkjip_analysis.pages.parts.key_figures import key_figures
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Acceptance, Report

BUDGET = "tabel:\n  anggaran: {label: Tabel 1}\n"


@pytest.mark.parametrize(
    ("total", "answer"),
    [
        # 200 + 100 and 150 + 90.
        ("300,240", "Ya, keduanya sama."),
        (
            "400,240",
            "Tidak. Pagu baris jumlah Rp400, jumlah programnya Rp300.",
        ),
        (
            "400,250",
            "Tidak. Pagu baris jumlah Rp400, jumlah programnya Rp300; "
            "realisasi baris jumlah Rp250, jumlah programnya Rp240.",
        ),
    ],
)
def test_the_total_row_is_told_to_be_the_sum_or_not(
    tmp_path: Path, total: str, answer: str
) -> None:
    rows = (
        'kode,program,pagu,realisasi,serapan\n1,Satu,200,150,"75,00"\n2,Dua,100,90,"90,00"\n'
        f"jumlah,JUMLAH,{total},\n"
    )
    report = made_up(tmp_path, BUDGET, {"anggaran": rows})
    assert sections.totals_answer(report).rows == [answer]


@pytest.mark.parametrize(
    ("corrected", "answer"),
    [
        # 210 + 100 is 310: the total row prints 300 and was corrected to what its rows give.
        (
            "anggaran[jumlah].pagu,300,310",
            "Ya, keduanya sama sesudah koreksi (penyetuju belum dicatat).",
        ),
        # Nothing of the budget was corrected.
        ("aset[1].nilai,7,8", "Tidak. Pagu baris jumlah Rp300, jumlah programnya Rp310."),
    ],
)
def test_only_a_correction_of_the_budget_makes_its_total_one_after_corrections(
    tmp_path: Path, corrected: str, answer: str
) -> None:
    rows = (
        'kode,program,pagu,realisasi,serapan\n1,Satu,210,150,"71,43"\n2,Dua,100,90,"90,00"\n'
        "jumlah,JUMLAH,300,240,\n"
    )
    report = with_correction(tmp_path, rows, corrected)
    assert sections.totals_answer(report).rows == [answer]
    if corrected.startswith("aset"):
        agreeing = with_correction(tmp_path / "b", rows.replace("300,240", "310,240"), corrected)
        assert sections.totals_answer(agreeing).rows == ["Ya, keduanya sama."]


def with_correction(base: Path, rows: str, corrected: str) -> Report:
    """A report with a budget and assets, of which one figure was corrected."""
    laporan = BUDGET + "  aset: {label: Tabel 2}\n"
    tables = {"anggaran": rows, "aset": "kode,jenis,jumlah,nilai\n1,Meja,1,7\njumlah,JUMLAH,1,7\n"}
    report = made_up(base, laporan, tables)
    head = "sel,tercetak,menjadi,alasan,sertifikat\n"
    folder = base / "raw" / report.instansi / str(report.tahun)
    (folder / "koreksi.csv").write_text(f"{head}{corrected},salah cetak,\n", encoding="utf-8")
    return load(report.instansi, report.tahun, base)


def test_a_headline_says_that_nobody_stands_by_its_corrections(tmp_path: Path) -> None:
    # 240 of 310 is 77,42 percent, after the total of 300 was corrected to what its rows give.
    rows = (
        'kode,program,pagu,realisasi,serapan\n1,Satu,210,150,"71,43"\n2,Dua,100,90,"90,00"\n'
        "jumlah,JUMLAH,300,240,\n"
    )
    report = with_correction(tmp_path, rows, "anggaran[jumlah].pagu,300,310")
    tile = key_figures(verify(report))[0]
    assert tile.figure.text == "77,42%"
    assert tile.beside == "dari Rp310 sesudah koreksi (penyetuju belum dicatat)"
    (correction,) = report.corrections
    named = replace(correction, accepted=Acceptance("Siti", "penyetuju", "2024-02-28"))
    tile = key_figures(verify(replace(report, corrections=(named,))))[0]
    assert tile.beside == "dari Rp310 sesudah koreksi"


def test_without_a_total_row_nothing_is_answered(tmp_path: Path) -> None:
    rows = 'kode,program,pagu,realisasi,serapan\n1,Satu,200,150,"75,00"\n'
    report = made_up(tmp_path, BUDGET, {"anggaran": rows})
    assert "tiada" in sections.totals_answer(report).html


@pytest.mark.parametrize(
    ("printed", "answer"),
    [
        # 12 of 10, 8 of 10 and nothing of n/a.
        (("120,00", "80,00"), "Ya, kedua capaian tercetak sama dengan yang dihitung."),
        (("120,00", "81,00"), "1 dari 2 capaian tercetak berbeda dari yang dihitung: B."),
    ],
)
def test_printed_capaian_are_told_to_be_as_computed_or_not(
    tmp_path: Path, printed: tuple[str, str], answer: str
) -> None:
    laporan = (
        "indikator:\n  1.a: {nama: A, arah: naik}\n  1.b: {nama: B, arah: naik}\n"
        "  1.c: {nama: C, arah: naik}\ntabel:\n  capaian: {label: Tabel 1}\n"
    )
    rows = (
        f'kode,indikator,target,realisasi,capaian\n1.a,A,10,12,"{printed[0]}"\n'
        f'1.b,B,10,8,"{printed[1]}"\n1.c,C,10,n/a,n/a\n'
    )
    assert sections.as_computed(made_up(tmp_path, laporan, {"capaian": rows})).rows == [answer]


def test_only_a_predicate_that_its_score_contradicts_is_another(tmp_path: Path) -> None:
    # C and D print another than 82 and 70 give. B has no score, E prints nothing, of F (79,5) the
    # scale says nothing, and G has but one more space.
    skala = (
        "skala:\n  koperasi:\n    sumber: BAB II\n    pita: [{nama: Sehat, dari: 80}, "
        "{nama: Cukup Sehat, dari: 66, sampai: 79}]\n"
    )
    rows = (
        "no,nama,alamat,nilai,predikat\n1,A,X,85,SEHAT\n2,B,X,n/a,CUKUP SEHAT\n"
        '3,C,X,82,CUKUP SEHAT\n4,D,X,70,SEHAT\n5,E,X,85,\n6,F,X,"79,50",CUKUP SEHAT\n'
        "7,G,X,71,CUKUP  SEHAT\n"
    )
    laporan = f"{skala}tabel:\n  koperasi: {{label: Tabel 1}}\n"
    report = made_up(tmp_path, laporan, {"koperasi": rows})
    (told,) = sections.cooperatives_answer(report).rows
    assert told.endswith(
        " 3 berpredikat Sehat dan 2 predikat tercetak tidak sesuai dengan nilainya."
    )
    table = lkjip.load(report.instansi, report.tahun, data=tmp_path).koperasi
    assert list(sections.other_predicates(table)["nama"]) == ["C", "D"]
    # Of A, C, D and G.
    assert charts.skor(table).alt.startswith("2 dari 4 predikat tidak sesuai dengan nilainya.")
    bare = made_up(tmp_path / "b", "tabel:\n  koperasi: {label: Tabel 1}\n", {"koperasi": rows})
    table = lkjip.load(bare.instansi, bare.tahun, data=tmp_path / "b").koperasi
    alone = charts.skor(table).alt
    assert alone == "Tidak ada predikat yang dapat dibandingkan dengan nilainya."


def test_a_chart_that_stands_apart_leaves_its_answer_under_the_question() -> None:
    figure = (
        '<figure class="bagan"><figcaption class="judul-bagan">A turun &amp; B naik'
        '<br><span class="ukuran">poin</span></figcaption></figure>'
    )
    body = f"<h1>T</h1><p>Kata.</p><h2>Mana yang turun?</h2>{figure}<h2>Lain?</h2><p>B.</p>"
    page = with_contents(body)
    assert 'turun?</h2><p class="kalimat kata-bagan">A turun &amp; B naik.</p>' in page
    # A heading that asks nothing needs no answer.
    told = with_contents(body.replace("Mana yang turun?", "Perubahan"))
    assert "kata-bagan" not in told


def test_the_foot_names_where_the_document_is_published_and_whom_to_ask(tmp_path: Path) -> None:
    told = "tautan: https://contoh.go.id/lkjip.pdf\nkontak: Bagian Perencanaan, (0296) 000\n"
    rows = 'kode,program,pagu,realisasi,serapan\n1,Satu,200,150,"75,00"\n'
    report = made_up(tmp_path, told + BUDGET, {"anggaran": rows})
    page = Page("A", "a.html")
    write_page(tmp_path, head_of(report), [page], page, "<h1>A</h1>")
    foot = (tmp_path / "a.html").read_text(encoding="utf-8").partition("<footer>")[2]
    assert '<a href="https://contoh.go.id/lkjip.pdf" rel="noreferrer">Naskah terbitnya</a>.' in foot
    assert "Pertanyaan tentang angkanya: Bagian Perencanaan, (0296) 000." in foot
    # Who names neither has neither, and what is no address is none.
    bare = made_up(tmp_path / "b", BUDGET, {"anggaran": rows})
    write_page(tmp_path, head_of(bare), [page], page, "<h1>A</h1>")
    assert "Naskah terbit" not in (tmp_path / "a.html").read_text(encoding="utf-8")
    with pytest.raises(InputError, match="tautan"):
        made_up(tmp_path / "c", "tautan: javascript:alert(1)\n" + BUDGET, {"anggaran": rows})


def test_staff_by_rank_are_told_to_be_as_many_as_printed_or_not(tmp_path: Path) -> None:
    # Of Tabel 1.1 13 + 30 + 54 + 29 is 126; printed is 135.
    blora = load(BLORA.parent.name, int(BLORA.name))
    told = "Tidak. PNS / CPNS tercetak 135, jumlah golongannya 126."
    assert sections.ranks_answer(blora).rows == [told]
    mended = blora_with(tmp_path, {"pegawai_golongan[pns].jml": "126"})
    assert sections.ranks_answer(mended).rows == ["Ya, keduanya sama."]


NARROW = '<div class="gulir"><table class="separuh"></table></div>\n'
LONG = NARROW.replace("</table>", "<tr></tr>" * 14 + "</table>")
WIDE = '<div class="gulir"><table class="muat"></table></div>\n'


@pytest.mark.parametrize(
    ("shown", "pairs"),
    [
        ((NARROW, NARROW), 1),
        ((NARROW, WIDE), 0),
        ((NARROW, LONG), 0),
        ((NARROW,) * 3, 1),
        ((NARROW,) * 4, 2),
    ],
)
def test_two_narrow_tables_in_a_row_stand_beside_one_another(
    shown: tuple[str, ...], pairs: int
) -> None:
    parts = (f"<h2>{place}</h2>\n<p>Kata.</p>{part}" for place, part in enumerate(shown))
    page = with_contents("<h1>Judul</h1>\n<h2>Awal</h2>\n<p>Kata.</p>" + "".join(parts))
    assert page.count('<div class="berdua">') == pairs
    assert page.count('<section class="bagian">') == len(shown) + 1


def test_pages_of_own_tables_stand_before_those_of_the_whole_report(tmp_path: Path) -> None:
    built = build("rsud-rekaan", 2023, OTHERS, tmp_path)
    assert [page.title for page in built.pages] == [
        "Ikhtisar", "Kinerja", "Anggaran", "Pendapatan, belanja dan CRR", "Pendapatan BLUD",
        "Tren", "Verifikasi", "Lampiran: anggapan dan pengesahan",
    ]  # fmt: skip
