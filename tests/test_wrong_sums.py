"""Sums that miss by a summand: what proves them wrong, and what an update explains as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_bukti import found, proven, rule, table

LEVELS = table(
    "pagu:rupiah:eksak nyata:rupiah:eksak persen:persen:bulat",
    rule("s", "bertingkat", "kolom: [pagu, nyata]")
    + rule("p", "rasio", 'baris: "*", hasil: .persen, pembilang: .nyata, penyebut: .pagu')
    + rule("t", "rasio", "hasil: '[jumlah].persen', pembilang: '[jumlah].nyata', "
           "penyebut: '[jumlah].pagu'"),
)  # fmt: skip
ROWS = (
    'kode,pagu,nyata,persen\n1,3.345.000,1.672.500,"50,00"\n1.01,1.234.000,617.000,"50,00"\n'
    '1.02,2.111.000,1.055.500,"50,00"\n2,{two}\n2.01,{two}\njumlah,{total},{nyata},"50,00"\n'
)
SINGLE = '1.777.000,888.500,"50,00"'


@pytest.mark.parametrize(
    ("total", "is_proven"),
    [
        ("8.467.000", True),  # 3.345.000 + 1.777.000 = 5.122.000, and programme 1 again
        ("3.345.000", True),  # programme 2 was left out
        ("10.244.000", True),  # all of it twice
        ("5.622.000", False),  # half a million more: the budget may have been raised
    ],
)
def test_a_total_that_takes_in_a_subtotal_twice_or_lacks_one_is_proven_wrong(
    tmp_path: Path, total: str, is_proven: bool
) -> None:
    csv = ROWS.format(two=SINGLE, total=total, nyata="2.561.000")

    assert proven(found(tmp_path, LEVELS, csv)) == ["uji[jumlah].pagu"] * is_proven


def test_a_row_that_came_to_twice_as_much_afterwards_looks_like_one_counted_twice(
    tmp_path: Path,
) -> None:
    # 1.234.000 + 2.111.000 = 3.345.000; the total is 2.111.000 more. Either that row was counted
    # twice, or its budget was doubled and only the total brought up to date.
    flat = ROWS.replace('1,3.345.000,1.672.500,"50,00"\n', "").split("2,{two}")[0]
    csv = flat.replace("1.01", "a").replace("1.02", "b")
    (finding,) = found(tmp_path, LEVELS, f'{csv}jumlah,5.456.000,1.672.500,"50,00"\n')

    assert finding.verdict == "ambigu"
    assert "benar karena diperbarui kemudian" in finding.message
