"""Targets and realisasi that are words: WTP, BB, Sangat Baik, Ada, Terlaksana."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from folders import made_up
from proposals import accepted, csv_of, excel, proposed, run, verified, word

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.report import Report, rewrite

HEAD = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
ROWS = [
    ("1", "Persentase jembatan baik", "%", "70,00", "77,00", "110,00"),
    ("2", "Opini atas laporan keuangan", "Opini", "WTP", "Opini WTP", "100,00"),
    ("3", "Predikat akuntabilitas", "Predikat", "BB", "B", "-"),
    ("4", "Indeks kepuasan", "Indeks", "82,00", "Belum rilis", "-"),
    ("5", "Mutu pelayanan", "Kategori", "Sangat Baik", "Baik", "n/a"),
    ("6", "Naskah akademik", "Dokumen", "Ada", "Ada", "100"),
    ("7", "Kematangan penyelenggaraan", "Level", "Level 3", "Level 2", "66,67"),
    ("8", "Kedalaman muka air", "m", "4,00", "3,80", "95,00"),
]


def one(base: Path, target: str, realisasi: str, capaian: str, entries: str = "") -> Report:
    laporan = (
        f"indikator:\n  x: {{nama: X, arah: naik{entries}}}\ntabel:\n  capaian: {{label: T}}\n"
    )
    row = f'x,X,"{target}","{realisasi}","{capaian}"\n'
    return made_up(base, laporan, {"capaian": "kode,indikator,target,realisasi,capaian\n" + row})


def test_import_takes_words_as_they_are_printed(tmp_path: Path) -> None:
    file = excel(tmp_path, [HEAD, *ROWS], "Capaian Kinerja 2024")
    code, told = run("import", file, "--instansi", "dinas-uji", "--tahun", "2024", "--data",
                     tmp_path, "--ya")  # fmt: skip
    assert code == 0, told
    assert 'dibaca sebagai kata, bukan angka: target "WTP", realisasi "Opini WTP"' in told
    assert csv_of(tmp_path, "capaian")[3].endswith("Predikat,BB,B,-")
    code, told = verified(tmp_path)
    assert code == 0 and "Tidak ada temuan" in told
    _, told = run("check", "dinas-uji", "2024", "--data", tmp_path)
    assert "(Predikat akuntabilitas)" not in told  # a grade needs no direction


@pytest.mark.parametrize("make", [excel, word])
def test_usul_takes_words_as_they_are_printed(make: Callable[..., Path], tmp_path: Path) -> None:
    file = make(tmp_path, [HEAD, *ROWS], "Capaian Kinerja 2024")
    proposal, told = proposed(tmp_path, file)
    assert "tidak terbaca" not in told
    assert 'dibaca sebagai kata, bukan angka: baris 2 ("WTP", "Opini WTP")' in told
    assert accepted(tmp_path, proposal)[0] == 0
    assert csv_of(tmp_path, "capaian")[7].endswith('Level,Level 3,Level 2,"66,67"')
    assert verified(tmp_path)[0] == 0


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "wrong"),
    [
        ("BB", "BB", "100,00", False),
        ("BB", "BB", "98,00", True),
        ("BB", "B", "100,00", True),
        ("BB", "B", "87,50", False),
        ("B", "A", "100,00", False),
        ("WTP", "Wajar Tanpa Pengecualian (WTP)", "100", False),
        ("Opini WTP", "WDP", "100,00", True),
        ("Ada", "ada", "90,00", True),
        ("Ada", "Sebagian", "50,00", False),  # no scale is known
        ("Rendah", "Sedang", "100,00", False),  # nor which of these is better
        ("WTP", "WTP DPP", "100,00", False),
        ("Level 3", "Level 3", "75,00", True),
        ("Level 3", "Level 2", "66,67", False),
        ("85,00", "Baik", "100,00", False),
        ("Terlaksana", "Terlaksana", "Tercapai", False),
        ("80 - 90", "Baik", "100,00", False),
        ("BB", "-", "0,00", False),
        ("BB (75,00)", "BB (76,25)", "101,67", False),  # 76,25 of 75,00, told by no grade
        ("B", "BB (72,40)", "103,43", False),
    ],
)
def test_a_capaian_of_words_is_tested_where_their_order_is_known(
    target: str, realisasi: str, capaian: str, wrong: bool, tmp_path: Path
) -> None:
    verification = verify(one(tmp_path, target, realisasi, capaian))
    assert [f.verdict for f in verification.findings if f.is_wrong] == ["ambigu"] * wrong


@pytest.mark.parametrize(
    "text", ["O", "l", "8O,5", "delapan puluh", "#REF!", "idem", "xx", "Rp abc"]
)
def test_what_may_be_a_mistyped_figure_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="target"):
        one(tmp_path, text, "80", "100")


def test_a_word_beside_a_figure_of_another_table_is_no_crash_and_no_accusation(
    tmp_path: Path,
) -> None:
    laporan = """\
tabel:
  capaian: {label: Tabel 3.1}
  triwulan: {label: Tabel 3.2}
aturan:
  - {nama: setahun, jenis: sama, hasil: "capaian[*].target", sumber: "triwulan[*].target",
     dasar: tafsir, sebab: target setahun}
"""
    tables = {
        "capaian": "kode,indikator,target,realisasi,capaian\nx,X,BB,BB,100\ny,Y,WTP,WTP,100\n",
        "triwulan": "kode,indikator,target_i,target_ii,target,realisasi_i,realisasi_ii,"
        'realisasi_iii,realisasi_iv,realisasi\nx,X,-,-,"75,00",-,-,-,BB,BB\n'
        "y,Y,-,-,Opini WDP,-,-,-,WTP,WTP\n",
    }
    (finding,) = (f for f in verify(made_up(tmp_path, laporan, tables)).findings if f.is_wrong)
    assert finding.rules == ("laporan.setahun[y]",)  # WTP here, WDP there


def test_pages_compute_by_the_grade_and_not_by_its_spelling(tmp_path: Path) -> None:
    report = one(tmp_path, "WTP", "Wajar Tanpa Pengecualian", "100")
    assert list(frames.kinerja(report)["capaian_dihitung"]) == [100.0]
    corrected = rewrite(report.tables["capaian"].cell("x", "realisasi"), "WDP")
    assert corrected.label == "wdp"


def test_a_declared_order_knows_other_spellings_of_its_grades(tmp_path: Path) -> None:
    report = one(tmp_path, "Opini WTP", "Opini WDP", "100,00", ", urutan: [TMP, TW, WDP, WTP]")
    assert [f.verdict for f in verify(report).findings if f.is_wrong] == ["ambigu"]
