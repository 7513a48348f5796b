"""The names of slips, each worked out by hand: what was printed, what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up
from test_attacks import TYPES
from test_targets import one_indicator

from lkjip_analysis.checking.locating.slips import find_slip
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly

# printed, decimals, meant, what happened
NAMED = [
    ("100000000", 0, "10000000", "kelebihan satu nol"),
    ("4500", 0, "45", "kelebihan dua nol"),
    ("45000", 0, "45", "kelebihan tiga nol"),
    ("45000000", 0, "45", "kelebihan enam nol"),
    ("26200", 0, "262000", "kurang satu nol"),
    ("26200", 0, "2620000", "kurang dua nol"),
    ("30000.00", 2, "30000000.00", "kurang tiga nol"),
    ("65", 0, "65000000", "kurang enam nol"),
    ("165.68", 2, "164.68", "satu digit salah: 5, seharusnya 4"),
    ("81.27", 2, "91.27", "satu digit salah: 8, seharusnya 9"),
    ("-3.28", 2, "-3.23", "satu digit salah: 8, seharusnya 3"),
    ("6852", 0, "6825", "dua digit tertukar: 52"),
    ("149.05", 2, "194.05", "dua digit tertukar: 49"),
    ("1273386", 0, "127386", "digit 3 tercetak dua kali"),
    ("143.86", 2, "13.86", "digit 4 berlebih"),
    ("10686", 0, "1068", "digit 6 berlebih"),
    ("1324", 0, "13244", "digit 4 hilang"),
    ("9.88", 2, "89.88", "digit 8 hilang"),
    ("-12.5", 1, "12.5", "tanda minus salah"),
    ("12.5", 1, "-12.5", "tanda minus salah"),
]


@pytest.mark.parametrize(("printed", "decimals", "meant", "words"), NAMED)
def test_a_slip_is_named(printed: str, decimals: int, meant: str, words: str) -> None:
    slip = find_slip(Fraction(printed), decimals, exactly(Fraction(meant)), [])

    assert slip is not None
    assert (slip.words, slip.meant) == (words, Fraction(meant))


def test_a_first_digit_too_many_is_not_a_digit_that_should_be_zero() -> None:
    doubled = find_slip(Fraction(11273), 0, exactly(1273), [])

    assert doubled is not None and doubled.words == "digit 1 tercetak dua kali"


NO_SLIP = [("165.68", 2, "171.31"), ("1234", 0, "4321"), ("0.00", 2, "37.91")]


@pytest.mark.parametrize(("printed", "decimals", "meant"), NO_SLIP)
def test_figures_with_little_in_common_have_no_slip(
    printed: str, decimals: int, meant: str
) -> None:
    assert find_slip(Fraction(printed), decimals, exactly(Fraction(meant)), []) is None


def test_the_figure_of_a_neighbouring_column_is_recognised_as_such() -> None:
    # 194,47 of last year stands where 194,05 of this year was meant, and the other way round.
    last_year = [('kolom "Capaian tahun lalu" (194,47)', Fraction("194.47"))]
    this_year = [('kolom "Capaian" (194,05)', Fraction("194.05"))]
    taken = find_slip(Fraction("194.47"), 2, exactly(Fraction("194.05")), last_year)
    wanted = find_slip(Fraction("194.47"), 2, exactly(Fraction("194.05")), this_year)

    assert taken is not None and wanted is not None
    assert taken.words == 'tercetak angka kolom "Capaian tahun lalu" (194,47)'
    assert taken.meant == Fraction("194.05")
    assert wanted.words == 'sama dengan kolom "Capaian" (194,05)'
    assert wanted.meant == Fraction("194.05")


def test_a_figure_that_is_right_has_no_slip() -> None:
    right = Interval(Fraction("164.67"), Fraction("164.69"))

    slip = find_slip(Fraction("164.68"), 2, right, [("kolom lain", Fraction("164.68"))])

    assert slip is None or slip.meant != Fraction("164.68")


def test_zeros_are_told_before_a_digit() -> None:
    # 10 for 100 may be a zero too few or a digit lost: the zero is the plainer name.
    slip = find_slip(Fraction(10), 0, exactly(100), [])

    assert slip is not None and slip.words == "kurang satu nol"


def test_of_several_figures_that_would_do_a_slip_picks_one_among_them() -> None:
    # 112 or 113 of 260: the print 122 is 112 with one digit wrong, and nothing else.
    slip = find_slip(Fraction(122), 0, Interval(112, 113), [])

    assert slip is not None
    assert (slip.meant, slip.words) == (112, "satu digit salah: 2, seharusnya 1")


# Wrong formulas: k of n with another n, growth by the wrong year, 100 subtracted, less is better.

RECKONED = [
    ("rasio", "pembilang", "penyebut", "13", "15", "92,86", "dibagi 14, bukan 15"),
    ("rasio", "pembilang", "penyebut", "13", "15", "76,47", "dibagi 17, bukan 15"),
    ("rasio", "pembilang", "penyebut", "13", "15", "81,25", "dibagi 16, bukan 15"),
    ("rasio", "pembilang", "penyebut", "11", "15", "84,62", "dibagi 13, bukan 15"),
    ("rasio", "pembilang", "penyebut", "170", "200", "15,00", "dikurangkan dari 100"),
    ("pertumbuhan", "sekarang", "sebelum", "125", "100", "20,00", "dibagi angka tahun berjalan"),
    ("pertumbuhan", "sekarang", "sebelum", "125", "100", "125,00", "100 tidak dikurangkan"),
    ("rasio", "pembilang", "penyebut", "270", "200", "35,00", "100 terkurangkan dari hasilnya"),
]


@pytest.mark.parametrize(("kind", "one", "two", "first", "second", "printed", "words"), RECKONED)
def test_a_wrong_formula_is_named(
    tmp_path: Path, kind: str, one: str, two: str, first: str, second: str, printed: str, words: str
) -> None:
    claims = (
        f"{KLAIM}"
        f"a,BAB III,1,Pertama,{first},angka,unit,eksak,,,,\n"
        f"b,BAB III,1,Kedua,{second},angka,unit,eksak,,,,\n"
        f'p,BAB III,1,Hasil,"{printed}",angka,%,bulat,{kind},'
        f"{one}=klaim[a].nilai; {two}=klaim[b].nilai,tercetak,hasil\n"
    )
    (finding,) = verify(made_up(tmp_path, "tabel: {}\n", {"klaim": claims})).findings
    slips = [part.slip for remedy in finding.remedies for part in remedy.cells if part.slip]

    assert any(words in slip for slip in slips), slips


@pytest.mark.parametrize(
    ("capaian", "words"),
    [
        ("15,25", "memakai realisasi dibagi target"),  # 4,88 of 32
        ("655,74", "memakai target dibagi realisasi"),  # 32 of 4,88
    ],
)
def test_where_less_is_better_the_formula_of_more_is_named(
    tmp_path: Path, capaian: str, words: str
) -> None:
    report = one_indicator(tmp_path, "arah: turun, presisi: eksak", "32", "4,88", capaian)
    (finding,) = verify(report).findings

    assert words in [part.slip for remedy in finding.remedies for part in remedy.cells]


# One cause for several totals.

BUDGET = """\
kode,sasaran,program,pagu,realisasi,serapan
a,,Program A,{a},"{share}"
b,,Program B,2.000.000,1.000.000,"50,00"
jumlah,,JUMLAH,{total}
"""
CAUSES = [
    # 400.000 and 300.000 more than the two rows: a third is not printed.
    ("1.000.000,500.000", "3.400.000,1.800.000", "52,94", "satu baris tidak tercetak"),
    ("1.000.000,500.000", "2.000.000,1.000.000", "50,00", "Program A tampaknya tidak ikut"),
    ("1.000.000,500.000", "4.000.000,2.000.000", "50,00", "Program A tampaknya terhitung dua"),
]


@pytest.mark.parametrize(("row", "total", "share", "words"), CAUSES)
def test_totals_that_fail_alike_are_told_by_one_cause_and_prove_nothing(
    tmp_path: Path, row: str, total: str, share: str, words: str
) -> None:
    table = BUDGET.format(a=row, share="50,00", total=f'{total},"{share}"')
    laporan = "tabel: {anggaran: {label: Tabel 3.8, transkripsi: ganda}}\n"
    found = verify(made_up(tmp_path, laporan, {"anggaran": table})).findings

    assert {finding.verdict for finding in found} == {"ambigu"}
    assert all(words in finding.message for finding in found)


SWAPPED = """\
kode,sasaran,program,pagu,realisasi,serapan
a,,A,400.000,200.000,"50,00"
b,,B,300.000,150.000,"50,00"
c,,C,200.000,180.000,"90,00"
jumlah,,JUMLAH,{total},530.000,"58,89"
"""


@pytest.mark.parametrize(
    ("total", "words"),
    [
        ("750.000", 'memakai 150.000 dari kolom "Realisasi'),  # 400.000 + 150.000 + 200.000
        ("600.000", "memakai"),  # 300.000 less than 900.000: no one figure beside another does that
    ],
)
def test_a_sum_with_the_figure_of_the_next_column_is_named_only_where_it_comes_out(
    tmp_path: Path, total: str, words: str
) -> None:
    laporan = "tabel: {anggaran: {label: Tabel 3.8, transkripsi: ganda}}\n"
    report = made_up(tmp_path, laporan, {"anggaran": SWAPPED.format(total=total)})
    parts = [part for f in verify(report).findings for r in f.remedies for part in r.cells]
    (slip,) = {part.slip for part in parts if part.cell.address == ("anggaran", "jumlah", "pagu")}

    assert (words in (slip or "")) == (total == "750.000"), slip


QUARTERS = {
    "triwulan": """
        judul: Triwulan
        arti: Pagu, realisasi dan sisa tiap triwulan
        bukti: buku
        kunci: kode
        nama_baris: uraian
        kolom:
          kode: {tipe: kunci, judul: Kode, arti: kode baris}
          uraian: {tipe: teks, judul: Uraian, arti: nama baris}
          satu: {tipe: angka, judul: Triwulan I, arti: nilai, satuan: juta, presisi: eksak}
          dua: {tipe: angka, judul: Triwulan II, arti: nilai, satuan: juta, presisi: eksak}
        aturan:
          - {nama: sisa.satu, jenis: selisih, hasil: "[sisa].satu", dari: "[pagu].satu",
             kurang: "[realisasi].satu", dasar: tercetak, sebab: pagu dikurangi realisasi}
          - {nama: sisa.dua, jenis: selisih, hasil: "[sisa].dua", dari: "[pagu].dua",
             kurang: "[realisasi].dua", dasar: tercetak, sebab: pagu dikurangi realisasi}
    """
}


def test_differences_that_fail_alike_are_no_sums_from_which_a_row_is_missing(
    tmp_path: Path,
) -> None:
    # 100 - 60 = 40 and 200 - 120 = 80 are printed 45 and 90: nothing is added up here.
    rows = ("kode,uraian,satu,dua", "pagu,Pagu,100,200", "realisasi,R,60,120", "sisa,Sisa,45,90")
    table = "\n".join(rows) + "\n"
    laporan = "tabel: {triwulan: {label: Tabel 1, transkripsi: ganda}}\n"
    found = verify(made_up(tmp_path, laporan, {"triwulan": table}, QUARTERS)).findings

    assert len([finding for finding in found if finding.verdict == "ambigu"]) == 2
    assert not any("tampaknya" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("own", "beside", "other", "mean", "named"),
    [
        ("90,00", "60,00", "100,00", "80,00", True),  # (60 + 100) / 2 for (90 + 100) / 2
        ("9,00", "6,00", "10,00", "8,00", False),  # three digits fit by chance
    ],
)
def test_a_mean_with_the_figure_of_the_next_column_is_named_from_four_digits_on(
    tmp_path: Path, own: str, beside: str, other: str, mean: str, named: bool
) -> None:
    rows = ("kode,uraian,capaian,lagi", f'1.1,Satu,"{own}","{beside}"')
    rows += (f'1.2,Dua,"{other}","{other}"', f'rerata,Rata-rata,"{mean}",')
    laporan = "tabel: {ulang: {label: Tabel 2, transkripsi: ganda}}\n"
    report = made_up(tmp_path, laporan, {"ulang": "\n".join(rows) + "\n"}, TYPES)
    (finding,) = verify(report).findings
    slips = [part.slip or "" for r in finding.remedies for part in r.cells]

    words = f'memakai {beside} dari kolom "Lagi", bukan {own} dari "Capaian"'
    assert (words in slips) is named


def test_a_digit_too_many_is_no_zero_too_many_though_a_tenth_of_it_lies_near() -> None:
    # A tenth of 26.591.351.111 ends in 111,1, which a whole amount cannot print.
    slip = find_slip(Fraction(26591351111), 0, Interval(2659135108, 2659135114), [])

    assert slip is not None
    assert (slip.meant, slip.words) == (2659135111, "digit 1 tercetak dua kali")


def test_of_several_digits_that_may_have_been_lost_none_is_named() -> None:
    # 1.506.520 to 1.506.920 would all lose one digit.
    assert find_slip(Fraction(150_620), 0, Interval(1_506_500, 1_506_939), []) is None
    only = find_slip(Fraction(150_620), 0, Interval(1_506_600, 1_506_700), [])
    assert only is not None
    assert (only.meant, only.words) == (1_506_620, "digit 6 hilang")


@pytest.mark.parametrize(("unit", "printed"), [("persen", "43,20"), ("km", "43,20")])
def test_an_achievement_that_repeats_the_column_before_it_is_named(
    unit: str, printed: str, tmp_path: Path
) -> None:
    """43,20 of 60,00 are 72,00 percent, whatever the unit of the figure that was copied."""
    laporan = (
        f"indikator:\n  a: {{nama: A, satuan: {unit}, arah: naik, presisi: bulat}}\n"
        "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    )
    rows = f'kode,indikator,target,realisasi,capaian\na,A,"60,00","43,20","{printed}"\n'
    (found,) = verify(made_up(tmp_path, laporan, {"capaian": rows})).findings
    assert '43,20 seharusnya 72,00 (tercetak angka kolom "Realisasi" (43,20))' in found.message


@pytest.mark.parametrize(("printed", "right"), [("100,00", "200,00"), ("120,00", "200,00")])
def test_an_achievement_cut_down_to_a_round_most_is_named(
    printed: str, right: str, tmp_path: Path
) -> None:
    """160,00 of 80,00 are 200,00, which is 100 more than the 100,00 as well."""
    laporan = (
        "indikator:\n  a: {nama: A, satuan: persen, arah: naik, presisi: bulat}\n"
        "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    )
    rows = f'kode,indikator,target,realisasi,capaian\na,A,"80,00","160,00","{printed}"\n'
    (found,) = verify(made_up(tmp_path, laporan, {"capaian": rows})).findings
    cap = printed.removesuffix(",00")
    assert f"{printed} seharusnya {right} (dibatasi sampai {cap})" in found.message
