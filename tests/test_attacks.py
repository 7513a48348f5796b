"""Reports made to mislead: whatever is planted, no right figure is called proven wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.verify import verify

LAPORAN = "tabel:\n  anggaran: {label: Tabel 1, transkripsi: ganda}\n"
HEAD = "kode,sasaran,program,pagu,realisasi,serapan\n"
# 400 + 300 + 200 = 900; 200 + 150 + 180 = 530; 50,00, 50,00, 90,00 and 58,89 percent.
A, B, C = "a,,A,400,200,'50,00'", "b,,B,300,150,'50,00'", "c,,C,200,180,'90,00'"
TOTAL = "jumlah,,JUMLAH,900,530,'58,89'"

# What is printed instead, and the only figures that may be called wrong (by row and column).
ATTACKS = {
    "two slips in one column that cancel": (
        [A.replace("400", "410"), B.replace("300", "290"), C, TOTAL], {"a.pagu", "b.pagu"}),
    "two slips in one row": (
        [A.replace("400,200", "500,300"), B, C, TOTAL], {"a.pagu", "a.realisasi"}),
    "a slip and the share reckoned from it": (
        [A.replace("400,200,'50,00'", "400,280,'70,00'"), B, C, TOTAL],
        {"a.realisasi", "a.serapan"}),
    "a slip and the total reckoned from it": (
        [A.replace("400,200", "400,280"), B, C, TOTAL.replace("530,'58,89'", "610,'67,78'")],
        {"a.realisasi"}),
    "a wrong total with its share": (
        [A, B, C, TOTAL.replace("530,'58,89'", "540,'60,00'")],
        {"jumlah.realisasi", "jumlah.serapan"}),
    "a slip and a coincidence in the row below": (
        [A.replace("400,200", "400,250"), B.replace("'50,00'", "'66,67'"), C, TOTAL],
        {"a.realisasi", "b.serapan"}),
    "two columns swapped in a row": (
        [A.replace("400,200", "200,400"), B, C, TOTAL], {"a.pagu", "a.realisasi"}),
    "two rows swapped": (
        [A.replace("200,'50,00'", "150,'50,00'"),
         B.replace("150,'50,00'", "200,'50,00'"), C, TOTAL],
        {"a.realisasi", "b.realisasi"}),
    "a row left out": ([A, C, TOTAL], set()),
    "a row twice": ([A, B, C, C.replace("c,,C", "d,,C"), TOTAL], set()),
    "zero budget": (
        [A.replace("400,200,'50,00'", "0,0,-"), B, C,
         TOTAL.replace("900,530,'58,89'", "500,330,'66,00'")],
        set()),
    "no data where a figure was": (
        [A.replace("400,200,'50,00'", "400,n/a,n/a"), B, C, TOTAL], set()),
    "rounded at the half, up and down": (
        ["a,,A,1600,1,'0,06'", "b,,B,1600,1,'0,07'", "jumlah,,JUMLAH,3200,2,'0,06'"], set()),
    "one slip alone": ([A, B.replace("300", "3000"), C, TOTAL], {"b.pagu"}),
    "a total of a thousandth": ([A, B, C, TOTAL.replace("900", "'0,9'")], {"jumlah.pagu"}),
    "everything off by one": (
        ["a,,A,401,201,'50,12'", "b,,B,301,151,'50,17'", "c,,C,201,181,'90,05'", TOTAL], set()),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_no_right_figure_is_called_proven_wrong(name: str, tmp_path: Path) -> None:
    rows, wrong = ATTACKS[name]
    text = HEAD + "\n".join(rows).replace("'", '"') + "\n"
    found = verify(made_up(tmp_path, LAPORAN, {"anggaran": text}))
    accused = {
        f"{finding.cell.address.row}.{finding.cell.address.column}"
        for finding in found.findings
        if finding.verdict == "terbukti" and finding.cell
    }
    assert accused <= wrong


def test_a_slip_alone_is_proven_with_the_figure_that_was_meant(tmp_path: Path) -> None:
    text = HEAD + "\n".join(ATTACKS["one slip alone"][0]).replace("'", '"') + "\n"
    (finding,) = [
        finding
        for finding in verify(made_up(tmp_path, LAPORAN, {"anggaran": text})).findings
        if finding.verdict
    ]
    assert finding.verdict == "terbukti"
    assert finding.implied is not None and finding.implied.low == finding.implied.high == 300
