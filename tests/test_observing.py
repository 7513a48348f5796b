"""What is observed beside the figures: sentences, names, dates, scales, and what is absent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from folders import BLORA, KLAIM, made_up

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address

sys.path.append(str(BLORA.parents[3] / "benchmarks"))
from gold import compared, rows

FIGURES = """\
lalu,BAB III,1,Tahun lalu,"90,00",angka,%,bulat,,,,
kini,BAB III,1,Tahun ini,"95,00",angka,%,bulat,,,,
besar,BAB III,1,Naik banyak,"120,00",angka,%,bulat,,,,
pagu,BAB III,1,Pagu,1.000,angka,rupiah,eksak,,,,
realisasi,BAB III,1,Realisasi,800,angka,rupiah,eksak,,,,
hibah,BAB III,1,Hibah,50,angka,rupiah,eksak,,,,
hibah_besar,BAB III,1,Hibah,150,angka,rupiah,eksak,,,,
"""


def with_claim(base: Path, claim: str, laporan: str = "tabel: {}\n") -> Report:
    return made_up(base, laporan, {"klaim": KLAIM + FIGURES + claim + "\n"})


def kinds(report: Report) -> list[str]:
    return [finding.kind for finding in verify(report).findings]


DIRECTION = "arah,sebelum=klaim[{}].nilai; sekarang=klaim[{}].nilai,,"
CAUSE = (
    "menjelaskan,pembilang=klaim[realisasi].nilai; penyebut=klaim[pagu].nilai; "
    "bagian=klaim[{}].nilai; sebelum=klaim[lalu].nilai,,"
)
SENTENCES = [
    ("mengalami kenaikan", DIRECTION.format("lalu", "kini"), []),
    ("mengalami penurunan", DIRECTION.format("lalu", "kini"), ["klaim"]),
    ("mengalami kenaikan", DIRECTION.format("kini", "kini"), ["klaim"]),
    # 5,6 percent is no sharp rise; 33 percent is.
    ("naik sangat tajam", DIRECTION.format("lalu", "kini"), ["dugaan"]),
    ("naik sangat tajam", DIRECTION.format("lalu", "besar"), []),
    ("tidak naik secara tajam", DIRECTION.format("lalu", "kini"), []),
    ("semua tercapai", "semua,bagian=klaim[besar].nilai,,", []),
    ("semua tercapai", "semua,bagian=klaim[besar].nilai + klaim[kini].nilai,,", ["klaim"]),
    # 850 of 1.000 is below 90; 950 is not.
    ("karena hibah", CAUSE.format("hibah"), ["klaim"]),
    ("karena hibah", CAUSE.format("hibah_besar"), []),
    ("Tahun 2020", "tahun_laporan,,,", ["kaidah"]),
    ("Tahun 2021", "tahun_laporan,,,", []),
    ("Renstra 2019 - 2023", "tahun_laporan,,,", []),
    ("31 Desember 2021", "sesudah_tahun,,,", ["kaidah"]),
    ("31 Januari 2022", "sesudah_tahun,,,", []),
    ("31 Februari 2022", "sesudah_tahun,,,", ["kaidah"]),
    ("29 Februari 2024", "tanggal,,,", []),
    ("29 Februari 2023", "tanggal,,,", ["kaidah"]),
    ("Nomor 23 Tahun 2041", "tahun_terbit,,,", ["kaidah"]),
    ("Nomor 3 Tahun 2022", "tahun_terbit,,,", []),
]


@pytest.mark.parametrize(("words", "rule", "expected"), SENTENCES)
def test_a_sentence_is_held_to_the_figures_it_speaks_of(
    tmp_path: Path, words: str, rule: str, expected: list[str]
) -> None:
    report = with_claim(tmp_path, f"k,BAB IV,1,Kalimat,{words},teks,,,{rule}")

    assert kinds(report) == expected


@pytest.mark.parametrize(
    ("words", "rule", "allowed"),
    [
        ("stabil", DIRECTION.format("lalu", "kini"), "naik"),
        ("hari Senin", "tanggal,,,", "a date like 31 Januari 2022"),
        ("akhir tahun", "sesudah_tahun,,,", "a date like 31 Januari 2022"),
        ("apa pun", "araah,,,", "arah"),
    ],
)
def test_a_sentence_that_cannot_be_read_is_a_message_not_a_finding(
    tmp_path: Path, words: str, rule: str, allowed: str
) -> None:
    with pytest.raises(InputError) as error:
        verify(with_claim(tmp_path, f"k,BAB IV,1,Kalimat,{words},teks,,,{rule}"))

    assert "klaim.csv:9" in str(error.value)
    assert allowed in str(error.value)


SCALES = [
    ("{nama: A, dari: 75, sampai: 100}, {nama: B, dari: 50, sampai: 74}", ["antara 74 dan 75"]),
    ("{nama: A, dari: 75}, {nama: B, kurang_dari: 75}", []),
    ("{nama: A, lebih_dari: 75}, {nama: B, kurang_dari: 75}", ["tepat 75 tidak"]),
    ("{nama: A, dari: 75}, {nama: B, sampai: 75}", ["tepat 75 termasuk B dan juga A"]),
    ("{nama: A, dari: 70}, {nama: B, sampai: 75}", ["bertumpang tindih"]),
    ("{nama: A, dari: 75}, {nama: A, kurang_dari: 75}", ["2 rentang berbeda"]),
]


@pytest.mark.parametrize(("bands", "told"), SCALES)
def test_a_printed_scale_has_no_hole_no_overlap_and_no_doubled_name(
    tmp_path: Path, bands: str, told: list[str]
) -> None:
    scale = f"skala:\n  s: {{sumber: Tabel 3.1, pita: [{bands}]}}\ntabel: {{}}\n"
    found = verify(with_claim(tmp_path, "", scale)).findings

    assert [f.kind for f in found] == ["kaidah"] * len(told)
    assert all(words in f.message for words, f in zip(told, found, strict=True))


def test_a_scale_that_the_report_only_cites_is_not_held_against_it(tmp_path: Path) -> None:
    bands = "{nama: A, dari: 75}, {nama: B, sampai: 74}"
    scale = f"skala:\n  s: {{sumber: x, dicetak: tidak, pita: [{bands}]}}\ntabel: {{}}\n"

    assert kinds(with_claim(tmp_path, "", scale)) == []


def test_only_a_report_transcribed_whole_can_lack_something(tmp_path: Path) -> None:
    assert kinds(with_claim(tmp_path / "a", "", "cakupan: sebagian\ntabel: {}\n")) == []
    whole = verify(with_claim(tmp_path / "b", "", "cakupan: penuh\ntabel: {}\n")).findings

    assert {f.id for f in whole} >= {"isi.anggaran", "isi.realisasi_lalu", "isi.standar_nasional"}
    assert all("verifikasi" in f.message or "dinaspsda" in f.message for f in whole)


def test_what_a_reader_found_in_a_section_is_not_called_absent(tmp_path: Path) -> None:
    told = "cakupan: penuh\nmemuat: {anggaran: BAB III.B}\ntabel: {}\n"

    assert "isi.anggaran" not in {f.id for f in verify(with_claim(tmp_path, "", told)).findings}


def test_a_derived_figure_follows_and_is_never_accused(tmp_path: Path) -> None:
    claims = (
        'rise,BAB III,1,Penambahan,"5,00",angka,%,bulat,selisih,'
        "dari=klaim[kini].nilai; kurang=klaim[lalu].nilai,tercetak,\n"
        'old,BAB III,tidak dicetak,Tahun lalu,"1,00",turunan,%,bulat,selisih,'
        "dari=klaim[kini].nilai; kurang=klaim[rise].nilai,,\n"
    )
    found = verify(with_claim(tmp_path, claims.rstrip()))

    assert found.report.cell("klaim[old].nilai").point == 90  # worked out, whatever was typed
    assert found.findings == ()
    assert found.coverage.as_json()["figures"] == 8


def test_numbers_of_a_list_that_repeat_or_leave_one_out_are_named(tmp_path: Path) -> None:
    listed = "kode,nomor,judul\na,1.1,A\nb,1.2,B\nc,1.2,C\nd,2.1,D\ne,2.3,E\n"
    report = made_up(tmp_path, "tabel: {daftar: {label: Daftar}}\n", {"daftar": listed})

    assert [(f.kind, f.impact) for f in verify(report).findings] == [
        ("kaidah", "Nomor berulang."),
        ("kaidah", "Ada nomor yang terlewat."),
    ]


def test_the_findings_of_2021_are_the_list_that_people_made() -> None:
    result = compared(verify(load("dindagkop-ukm-blora", 2021, BLORA.parents[2])))

    assert [finding.message for finding in result.unexpected] == []
    assert result.missed == ()
    assert result.broken_silence == ()
    assert len(result.right) == len(rows("2021.csv")) >= 30


SCORES = """\
    skala:
      mutu:
        sumber: Tabel 1
        pita:
          - {nama: A, dari: 88.31, sampai: 100}
          - {nama: B, dari: 76.61, sampai: 88.30}
          - {nama: C, dari: 65, sampai: 76.60}
    tabel: {}
"""


@pytest.mark.parametrize(
    ("figure", "holes"),
    [("87,90", []), ("87,900", ["skala.mutu.c-b", "skala.mutu.b-a"])],
)
def test_a_hole_narrower_than_what_is_printed_is_none(
    figure: str, holes: list[str], tmp_path: Path
) -> None:
    # The classes of the national satisfaction index end at 88,30 and begin at 88,31.
    claims = (
        f'{KLAIM}ikm,BAB III,1,IKM,"{figure}",angka,indeks,bulat,,,,\n'
        "mutu,BAB III,1,Mutu,B,kategori,,,kategori,nilai=klaim[ikm].nilai; skala=mutu,tercetak,\n"
    )
    found = verify(made_up(tmp_path, SCORES, {"klaim": claims})).findings
    assert [finding.id for finding in found] == holes


@pytest.mark.parametrize(
    ("told", "asked", "found"),
    [
        # 90,00, 95,00 and 120,00 percent.
        ("1", "", []),
        ("2", "", ["klaim"]),
        ("2", "; minimal=95", []),
        ("0", "; minimal=120.5", []),
    ],
)
def test_so_many_figures_reach_a_bound(
    told: str, asked: str, found: list[str], tmp_path: Path
) -> None:
    cells = "bagian=klaim[lalu].nilai + klaim[kini].nilai + klaim[besar].nilai"
    claim = f"n,BAB IV,1,Tercapai,{told},angka,indikator,eksak,sebanyak,{cells}{asked},,"
    assert kinds(with_claim(tmp_path, claim)) == found


@pytest.mark.parametrize(("printed", "is_tested"), [("90,00", True), ("n/a", False)])
def test_a_count_of_rows_that_print_nothing_is_not_tested(
    printed: str, is_tested: bool, tmp_path: Path
) -> None:
    row = f'x,BAB IV,1,Lain,"{printed}",angka,persen,bulat,,,,\n'
    claim = f"{row}n,BAB IV,1,Tercapai,0,angka,indikator,eksak,sebanyak,bagian=klaim[x].nilai,,"
    found = verify(with_claim(tmp_path, claim))
    assert found.is_clean
    assert (Address("klaim", "n", "nilai") in found.held_otherwise) == is_tested


def test_so_many_words_need_the_class_that_is_counted(tmp_path: Path) -> None:
    rows = "kelas,BAB IV,1,Kelas,Baik,kategori,,,,,,\n"
    cells = "bagian=klaim[kelas].nilai"
    claim = f"{rows}n,BAB IV,1,Baik,1,angka,indikator,eksak,sebanyak,{cells}{{}},,"
    assert kinds(with_claim(tmp_path / "named", claim.format("; kategori=Baik"))) == []
    with pytest.raises(InputError, match="which holds words"):
        verify(with_claim(tmp_path / "not", claim.format("")))


@pytest.mark.parametrize(
    ("kode", "named", "expected"),
    [
        ("1.ikm", "", set()),
        ("ikm", "Pelayanan yang baik", set()),
        ("ikm", "1", set()),
        ("ikm", "Layanan lain", {"sasaran.1"}),
        ("ikm", "", {"sasaran.1"}),
    ],
)
def test_a_sasaran_has_the_indicator_whose_code_or_row_names_it(
    tmp_path: Path, kode: str, named: str, expected: set[str]
) -> None:
    declared = (
        "sasaran:\n  1: Pelayanan yang baik\n"
        f"indikator:\n  {kode}: {{nama: Indeks, satuan: poin, arah: naik, presisi: bulat}}\n"
        "tabel:\n  capaian: {label: Tabel 3.1}\n"
    )
    head = "kode,sasaran,no,indikator,satuan,target,realisasi,capaian,kategori\n"
    rows = f'{kode},{named},1,Indeks,poin,"80,00","84,00","105,00",\n'
    findings = verify(made_up(tmp_path, declared, {"capaian": head + rows})).findings
    assert {one.id for one in findings} == expected


def test_the_number_of_a_sasaran_is_not_that_of_the_tujuan(tmp_path: Path) -> None:
    """The row names sasaran 1; tujuan 1 has no indicator of its own."""
    declared = (
        "cakupan: penuh\nsasaran:\n  1: Pelayanan yang baik\ntujuan:\n  1: Masyarakat sejahtera\n"
        "indikator:\n  ikm: {nama: Indeks, satuan: poin, arah: naik, presisi: bulat}\n"
        "tabel:\n  capaian: {label: Tabel 3.1}\n"
    )
    head = "kode,sasaran,no,indikator,satuan,target,realisasi,capaian,kategori\n"
    rows = 'ikm,1,1,Indeks,poin,"80,00","84,00","105,00",\n'
    findings = verify(made_up(tmp_path, declared, {"capaian": head + rows})).findings
    ids = {one.id for one in findings}
    assert "tujuan.1" in ids and "sasaran.1" not in ids
