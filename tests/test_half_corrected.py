"""A slip of a draft, reckoned onward and put right in its cell alone, is no slip of that cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_bukti import found, proven, rule, table

from lkjip_analysis.checking.judging.possible_updates import unlike_an_update
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval

EACH = 'baris: "*|jumlah"'


def down(kind: str, columns: str) -> str:
    """The last row tells something of the others, in each of these columns."""
    roles = f'kolom: [{columns}], hasil: "[jumlah].{{kolom}}", bagian: "[*].{{kolom}}"'
    return rule("kolom", kind, roles)


BUDGET = table(
    "pagu:rupiah:eksak realisasi:rupiah:eksak serapan:persen:bulat",
    down("jumlah", "pagu, realisasi")
    + rule("serapan", "rasio", f"{EACH}, hasil: .serapan, pembilang: .realisasi, penyebut: .pagu"),
)

ROWS = (
    'kode,pagu,realisasi,serapan\na,20.000.000,17.654.321,"88,27"\n'
    'b,10.234.567,{b},"{serapan}"\nc,30.000.000,28.111.222,"93,70"\n'
    'jumlah,60.234.567,{jumlah},"{semua}"\n'
)
DRAFT = {"serapan": "891,44", "jumlah": "137.000.103", "semua": "227,44"}
"""Of 91.234.560 in row b: 891,44 percent of its budget, 227,44 of all."""
RIGHT = {"serapan": "89,14", "jumlah": "54.888.999", "semua": "91,13"}


def test_what_is_usual_is_not_proven_wrong_by_a_rate_that_no_other_row_has(tmp_path: Path) -> None:
    # 9.123.456 has the serapan of its neighbours; 91.234.560 would be nine times its budget.
    (finding,) = found(tmp_path, BUDGET, ROWS.format(b="9.123.456", **DRAFT))

    assert finding.verdict == "ambigu"
    assert "diperbarui kemudian dan turunannya belum dihitung ulang" in finding.message
    assert [part.text for part in finding.remedies[0].cells] == ["91.234.560"]


@pytest.mark.parametrize("slip", ["91.234.560", "912.345"])
def test_what_is_out_of_line_itself_is_proven(tmp_path: Path, slip: str) -> None:
    findings = found(tmp_path, BUDGET, ROWS.format(b=slip, **RIGHT))

    assert proven(findings) == ["uji[b].realisasi"]
    assert findings[0].confirmed is not None and findings[0].confirmed.contains(9_123_456)


SCORES = table(
    "mutu:poin:bulat layanan:poin:bulat hasil:poin:bulat nilai:poin:bulat",
    rule("nilai", "rerata", 'baris: "*|jumlah", hasil: .nilai, bagian: [.mutu, .layanan, .hasil]')
    + down("rerata", "mutu, nilai"),
)


def test_a_score_among_its_like_is_not_proven_a_tenth(tmp_path: Path) -> None:
    # 81,46 lies between the other scores; the means were reckoned with 8,146, printed 8,15.
    # (8,146 + 77,32 + 84,57) / 3 is 56,68, (8,146 + 75,03 + 90,48) / 3 is 57,89.
    csv = (
        'kode,mutu,layanan,hasil,nilai\na,"{a}","77,32","84,57","{nilai}"\n'
        'b,"75,03","70,11","82,30","75,81"\nc,"90,48","80,20","79,05","83,24"\n'
        'jumlah,"{mutu}","75,88","81,97","{semua}"\n'
    )
    draft = {"nilai": "56,68", "mutu": "57,89", "semua": "71,91"}
    assert proven(found(tmp_path, SCORES, csv.format(a="81,46", **draft))) == []


CROSS = table(
    "l:orang:eksak p:orang:eksak jml:orang:eksak",
    rule("baris", "jumlah", 'baris: "*|jumlah", hasil: .jml, bagian: [.l, .p]')
    + down("jumlah", "l, p, jml"),
)


def test_no_count_of_people_is_proven_to_be_below_nothing(tmp_path: Path) -> None:
    # 4.138 people; the sums beside it took away what the draft printed as -4.138.
    csv = (
        "kode,l,p,jml\na,4.138,2.107,-2.031\nb,3.920,3.385,7.305\nc,5.016,4.204,9.220\n"
        "jumlah,4.798,9.696,14.494\n"
    )
    assert proven(found(tmp_path, CROSS, csv)) == []


def test_a_minus_is_lost_only_of_what_may_have_one() -> None:
    meant = Interval(-47_381, -47_381)

    assert not unlike_an_update(Fraction(47_381), 0, meant, signed=False)
    assert unlike_an_update(Fraction(47_381), 0, meant, signed=True)
    assert unlike_an_update(Fraction(-47_381), 0, -meant, signed=False)


@pytest.mark.parametrize(
    ("b", "d", "of_b", "of_l", "of_all", "accused"),
    [
        # The draft had 37.500 for b: 3.750 lies among its neighbours, and is right.
        ("3.750", "8.550", "40.431", "54.790", "66.320", []),
        # Slips of those cells alone: 37.500 for 3.750, and 855 for 8.550.
        ("37.500", "8.550", "6.681", "21.040", "32.570", ["uji[b].l"]),
        ("3.750", "855", "6.681", "21.040", "32.570", ["uji[d].l"]),
    ],
)
def test_a_count_among_those_it_is_summed_with_is_not_proven_ten_times_as_large(
    b: str, d: str, of_b: str, of_l: str, of_all: str, accused: list[str], tmp_path: Path
) -> None:
    csv = (
        f"kode,l,p,jml\na,2.830,1.204,4.034\nb,{b},2.931,{of_b}\nc,5.910,3.377,9.287\n"
        f"d,{d},4.018,12.568\njumlah,{of_l},11.530,{of_all}\n"
    )
    assert proven(found(tmp_path, CROSS, csv)) == accused


def test_a_count_no_further_out_than_its_like_lie_apart_may_have_been_put_right(
    tmp_path: Path,
) -> None:
    # 1.200 is right, and all else of a draft of 12.000; 1.900, 2.700 and 31.000 do not tell.
    csv = (
        "kode,l,p,jml\na,1.900,1.204,3.104\nb,{b},2.931,14.931\nc,31.000,3.377,34.377\n"
        "d,2.700,4.018,6.718\njumlah,47.600,11.530,59.130\n"
    )
    assert found(tmp_path / "draf", CROSS, csv.format(b="12.000")) == []

    (finding,) = found(tmp_path / "benar", CROSS, csv.format(b="1.200"))
    assert finding.verdict == "ambigu"
    assert [part.text for part in finding.remedies[0].cells] == ["12.000"]


def test_the_whole_of_a_difference_does_not_tell_how_large_its_parts_are(tmp_path: Path) -> None:
    # 9.400 of debts are right, 940.000 those of a draft; 6.050.000 is no figure like them.
    schema = table(
        "ini:rupiah:eksak lalu:rupiah:eksak ubah:rupiah:eksak",
        "".join(
            rule(f"modal_{column}", "selisih", f'hasil: "[modal].{column}", '
                 f'dari: "[aset].{column}", kurang: "[utang].{column}"')
            + rule(f"sisi_{column}", "jumlah", f'hasil: "[sisi].{column}", '
                   f'bagian: ["[utang].{column}", "[modal].{column}"]')
            for column in ("ini", "lalu")
        )
        + rule("ubah", "selisih", f"{EACH}, hasil: .ubah, dari: .ini, kurang: .lalu"),
    )  # fmt: skip
    csv = (
        "kode,ini,lalu,ubah\naset,6.050.000,5.000.000,1.050.000\n"
        "utang,{},70.000,870.000\nmodal,5.110.000,4.930.000,180.000\n"
        "sisi,6.050.000,5.000.000,1.050.000\n"
    )
    assert found(tmp_path / "draf", schema, csv.format("940.000")) == []
    assert proven(found(tmp_path / "benar", schema, csv.format("9.400"))) == []


STOCK = table(
    "awal:ekor:eksak masuk:ekor:eksak keluar:ekor:eksak akhir:ekor:eksak",
    rule("akhir", "jumlah",
         f'{EACH}, hasil: .akhir, bagian: [.awal, .masuk, .keluar], bobot: ["1", "1", "-1"]')
    + rule("buka", "sama", 'hasil: "[b].awal", sumber: "uji[a].akhir"')
    + rule("awal", "sama", 'hasil: "[jumlah].awal", sumber: "uji[a].awal"')
    + down("jumlah", "masuk, keluar"),
)  # fmt: skip


def test_an_opening_balance_that_nothing_reckons_may_have_been_put_right(tmp_path: Path) -> None:
    # 106.410 + 900 - 49 = 107.261 and + 1.000 - 43 = 108.218; of 10.641 they are 11.492, 12.449.
    csv = (
        "kode,awal,masuk,keluar,akhir\na,{a},900,49,107.261\nb,107.261,1.000,43,108.218\n"
        "jumlah,106.410,1.900,92,108.218\n"
    )
    assert found(tmp_path / "benar", STOCK, csv.format(a="106.410")) == []

    (finding,) = found(tmp_path / "salah", STOCK, csv.format(a="10.641"))
    assert finding.verdict == "ambigu"
    assert [part.text for part in finding.remedies[0].cells] == ["106.410"]


LEFT = table(
    "pagu:rupiah:eksak pakai:rupiah:eksak sisa:rupiah:eksak",
    rule("sisa", "selisih", 'baris: "*", hasil: .sisa, dari: .pagu, kurang: .pakai')
    + "".join(
        rule(total + column, "jumlah", f'hasil: "[{total}].{column}", '
             f'bagian: ["[{rows[0]}].{column}", "[{rows[1]}].{column}", "[{rows[2]}].{column}"]')
        for total, rows in (("s", "abc"), ("t", "def"))
        for column in ("pagu", "pakai")
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("e", "f", "wrong"),
    [
        ("98.765.400", "15.000.000", []),
        ("98.765.400", "150.000.000", []),
        ("987.654.000", "150.000.000", ["uji[b].pagu"]),
        ("987.654.000", "15.000.000", ["uji[b].pagu", "uji[f].pakai"]),  # of another column
        ("897.654.000", "150.000.000", ["uji[b].pagu"]),  # two digits exchanged: another slip
    ],
)
def test_a_zero_less_in_two_figures_of_a_column_is_no_slip_of_either(
    tmp_path: Path, e: str, f: str, wrong: list[str]
) -> None:
    # 1.129.562.500, 987.654.000 and 150.000.000 are what the totals and rests want.
    csv = (
        "kode,pagu,pakai,sisa\na,1.000.000.000,110.000.000,890.000.000\n"
        "b,112.956.250,120.000.000,1.009.562.500\nc,870.000.000,130.000.000,740.000.000\n"
        "s,2.999.562.500,360.000.000,2.639.562.500\nd,900.000.000,140.000.000,760.000.000\n"
        f"e,{e},100.000.000,887.654.000\nf,1.100.000.000,{f},950.000.000\n"
        "t,2.987.654.000,390.000.000,2.597.654.000\n"
    )
    assert proven(found(tmp_path, LEFT, csv)) == wrong


@pytest.mark.parametrize(
    ("e", "wrong"),
    [("987.654.009", ["uji[f].pakai"]), ("98.765.400", ["uji[b].pagu", "uji[f].pakai"])],
)
def test_two_figures_of_a_column_that_lost_their_last_digit_are_of_another_unit(
    tmp_path: Path, e: str, wrong: list[str]
) -> None:
    # 112.956.250 and 98.765.400 are what the totals and rests want, and 15.000.000 of f.
    csv = (
        "kode,pagu,pakai,sisa\na,100.000.000,11.000.000,89.000.000\n"
        "b,1.129.562.504,12.000.000,100.956.250\nc,87.000.000,13.000.000,74.000.000\n"
        "s,299.956.250,36.000.000,263.956.250\nd,90.000.000,14.000.000,76.000.000\n"
        f"e,{e},10.000.000,88.765.400\nf,110.000.000,1.500.000,95.000.000\n"
        "t,298.765.400,39.000.000,259.765.400\n"
    )
    assert proven(found(tmp_path, LEFT, csv)) == wrong
