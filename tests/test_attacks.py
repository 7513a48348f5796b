"""Reports made to mislead: whatever is planted, no right figure is called proven wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.checking.verify import verify

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


PERCENT = "arti: nisbah, satuan: persen, presisi: bulat"
UNITS = "arti: banyaknya, satuan: unit, presisi: eksak"


def own_type(columns: dict[str, str], rule: str) -> str:
    """A table type of an agency's own, with one rule."""
    named = "".join(
        f"  {name}: {{tipe: angka, judul: {name.title()}, {column}}}\n"
        for name, column in columns.items()
    )
    return (
        "judul: Rincian\narti: Capaian\nbukti: buku\nkunci: kode\nnama_baris: uraian\nkolom:\n"
        "  kode: {tipe: kunci, judul: Kode, arti: kode baris}\n"
        "  uraian: {tipe: teks, judul: Uraian, arti: nama baris}\n"
        f"{named}aturan:\n  - {{nama: hitungan, dasar: tercetak, sebab: hitungan, {rule}}}\n"
    )


TYPES = {
    "rinci": own_type(
        {"target": UNITS, "realisasi": UNITS, "capaian": PERCENT},
        'jenis: rasio, baris: "*", hasil: .capaian, pembilang: .realisasi, penyebut: .target',
    ),
    "ulang": own_type(
        {"capaian": PERCENT, "lagi": PERCENT},
        'jenis: rerata, hasil: "[rerata].capaian", bagian: "[1.*].capaian"',
    ),
}
COPIED = """
tabel:
  rinci: {label: Tabel 1, transkripsi: ganda}
  ulang: {label: Tabel 2, transkripsi: ganda}
aturan:
  - {nama: ulang, jenis: sama, hasil: "ulang[1.*].capaian", sumber: "rinci[1.*].capaian",
     dasar: tercetak, sebab: sama besar}
  - {nama: lagi, jenis: sama, hasil: "ulang[1.*].lagi", sumber: "rinci[1.*].capaian",
     dasar: tercetak, sebab: sama besar}
"""


@pytest.mark.parametrize(("source", "proven"), [("125,41", "125,41"), ("125,44", None)])
def test_a_figure_copied_from_one_that_is_wrong_itself_is_not_proven_to_be_that_one(
    source: str, proven: str | None, tmp_path: Path
) -> None:
    # 25.082 of 20.000 is 125,41; with nine of 100,00 the mean is 102,541, of 125,44 it is 102,544.
    others = [f"1.{n}" for n in range(2, 11)]
    rinci = ["kode,uraian,target,realisasi,capaian", f'1.1,Satu,20.000,25.082,"{source}"']
    rinci += [f'{key},Lain {key},50,50,"100,00"' for key in others]
    ulang = ["kode,uraian,capaian,lagi", '1.1,Satu,"155,41","125,41"']
    ulang += [f'{key},Lain {key},"100,00","100,00"' for key in others]
    ulang += ['rerata,Rata-rata,"102,54",']
    tables = {"rinci": "\n".join(rinci) + "\n", "ulang": "\n".join(ulang) + "\n"}
    found = verify(made_up(tmp_path, COPIED, tables, TYPES)).findings
    alone = [(f, one) for f in found for one in f.remedies if not one.act]
    (where,) = [f for f, one in alone if any(p.cell.address.table == "ulang" for p in one.cells)]
    # The only repair; but what is copied may be newer than its source and its mean, an act beside.
    (remedy,) = [one for one in where.remedies if not one.act]
    assert where.verdict == "ambigu"
    if proven:
        assert remedy.cells[0].text == proven
    else:  # both at once: Tabel 1 is 125,41, and so what was copied from it
        assert {(part.cell.text, part.text) for part in remedy.cells} == {
            ("125,44", "125,41"), ("155,41", "125,41")}  # fmt: skip
