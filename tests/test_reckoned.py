"""What a repair proposes to print: the reckoned figure, an interval, or nothing at all."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from folders import KLAIM, RECHECK, made_up

from lkjip_analysis.checking.certificates import certificate, digest
from lkjip_analysis.checking.findings.finding import NewPrint
from lkjip_analysis.checking.findings.shown_figures import between, holds_several
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, Interval, exactly
from lkjip_analysis.output.corrections.accepting import accept


def achievement(formula: str) -> str:
    return f"""\
indikator:
  a: {{nama: A, arah: {formula}, presisi: bulat}}
tabel:
  capaian: {{label: Tabel 3.1, transkripsi: ganda}}
"""


def repair_of(found: Verification, cell: str) -> NewPrint:
    parts = [p for f in found.findings for r in f.remedies for p in r.cells]
    return next(part for part in parts if str(part.cell.address) == cell)


@pytest.mark.parametrize(
    ("formula", "target", "realisasi", "printed", "reckoned"),
    [
        # 1,41 / 5,78 = 24,394; the middle of what rounding allows would be 24,40.
        ("naik", "5,78", "1,41", "19,72", "24,39"),
        # (2 x 34 - 17,5) / 34 = 148,53 without decimals.
        ("turun, rumus: (2T-R)/T", "34", "17,5", "82", "149"),
        # 0,64 / 0,18 = 355,556; realisasi from 0,175 to 0,185 allows 345,95 to 365,71.
        ("turun, rumus: T/R", "0,64", "0,18", "72,52", "355,56"),
        # 0,07 / 0,9 = 7,778; from 0,065 to 0,075 the middle is 7,78 too, the ends 7,22 and 8,33.
        ("naik", "0,9", "0,07", "31,2", "7,8"),
    ],
)
def test_the_failing_cell_is_told_as_reckoned(
    tmp_path: Path, formula: str, target: str, realisasi: str, printed: str, reckoned: str
) -> None:
    row = f'kode,indikator,target,realisasi,capaian\na,A,"{target}","{realisasi}","{printed}"\n'
    found = verify(made_up(tmp_path, achievement(formula), {"capaian": row}))
    assert repair_of(found, "capaian[a].capaian").text == reckoned
    (finding,) = found.findings
    folder = tmp_path / "raw" / "dinas-contoh" / "2021"
    at = [str(remedy.cells[0].cell.address) for remedy in finding.remedies]
    accept(found, folder, [finding.id], at.index("capaian[a].capaian") + 1)
    written = list(csv.DictReader((folder / "koreksi.csv").open(encoding="utf-8")))
    assert [row["menjadi"] for row in written] == [reckoned]


def test_what_nothing_reckons_forward_is_an_interval_and_cannot_be_accepted(tmp_path: Path) -> None:
    row = 'kode,indikator,target,realisasi,capaian\na,A,"5,78","1,41","19,72"\n'
    found = verify(made_up(tmp_path, achievement("naik"), {"capaian": row}))
    target = repair_of(found, "capaian[a].target")
    # Half-up 1,405 / 0,19725 = 7,123 to 1,415 / 0,19715 = 7,177. The last digit of one may be off
    # by one, as a sound report's may: 1,395 / 0,19725 = 7,072 to 1,425 / 0,19715 = 7,228.
    assert target.text is None
    assert target.prints is not None
    assert (target.prints.low, target.prints.high) == (pytest.approx(7.08), pytest.approx(7.22))
    (finding,) = found.findings
    assert "5,78 seharusnya antara 7,08 dan 7,22" in finding.message
    at = [str(remedy.cells[0].cell.address) for remedy in finding.remedies]
    with pytest.raises(InputError, match="only bounds are known"):
        accept(found, tmp_path, [finding.id], at.index("capaian[a].target") + 1)


def test_one_wrong_digit_of_a_rate_is_proven_by_its_own_quotient_and_a_mean(
    tmp_path: Path,
) -> None:
    # 1,41 / 5,78 prints 24,39, but the mean wants 2 x 62,22 - 100 = 24,44 or 0,06 beside it: from
    # 24,38 (each figure cut off) to 24,50; of these only 24,44 has all but one digit of 74,44.
    row = 'kode,indikator,target,realisasi,capaian\na,A,"5,78","1,41","74,44"\n'
    claims = KLAIM + (
        'lain,B,1,Lain,"100,00",angka,%,bulat,,,,\n'
        'rata,B,1,Rata,"62,22",angka,%,bulat,rerata,'
        "bagian=capaian[a].capaian + klaim[lain].nilai,tercetak,rata-rata\n"
    )
    laporan = achievement("naik") + "  klaim: {label: N, transkripsi: ganda}\n"
    (finding,) = verify(made_up(tmp_path, laporan, {"capaian": row, "klaim": claims})).findings
    assert finding.verdict == "terbukti"
    assert "seharusnya 24,44 (satu digit salah: 7, seharusnya 2)" in finding.message
    assert finding.impact == "Kelebihan 50,00."


def test_a_rounded_input_is_told_by_its_bounds(tmp_path: Path) -> None:
    # 82,60 of 15 is from 12,38925 to 12,39075; 12,3 was cut off, and each of these rounds to 12,4.
    row = 'kode,indikator,target,realisasi,capaian\na,A,15,"12,3","82,60"\n'
    (finding,) = verify(made_up(tmp_path, achievement("naik"), {"capaian": row})).findings
    assert finding.verdict == "pembulatan"
    assert "hasil hitung antara 12,3893 dan 12,3908; angka ini dipotong" in finding.message
    assert "(pembulatan biasa: 12,4)" in finding.message


def test_a_figure_that_follows_unprinted_is_the_reckoned_one(tmp_path: Path) -> None:
    # 1,41 is 24,39 percent of 5,78, a part that nobody printed; half of rounding says 24,40.
    claims = KLAIM + (
        'a,B,1,A,"1,41",angka,,bulat,,,,\nb,B,1,B,"5,78",angka,,bulat,,,,\n'
        'p,B,1,P,"0,00",turunan,%,bulat,rasio,'
        "pembilang=klaim[a].nilai; penyebut=klaim[b].nilai,tercetak,bagian\n"
    )
    laporan = "tabel:\n  klaim: {label: N, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"klaim": claims}))
    assert not found.findings
    assert found.report.cell("klaim[p].nilai").text == "24,39"


def test_what_follows_is_reckoned_from_the_roots_own_print(tmp_path: Path) -> None:
    # 40 + 35 is 75, not 95; a share of 20 is then 26,67 and no longer 21,05.
    claims = KLAIM + (
        "a,B,1,A,40,angka,,eksak,,,,\n"
        "b,B,1,B,35,angka,,eksak,,,,\n"
        "bagian,B,1,Bagian,20,angka,,eksak,,,,\n"
        "total,B,1,Total,95,angka,,eksak,jumlah,bagian=klaim[a].nilai+klaim[b].nilai,tercetak,x\n"
        'persen,B,1,Persen,"21,05",angka,%,bulat,rasio,'
        "pembilang=klaim[bagian].nilai; penyebut=klaim[total].nilai,tercetak,x\n"
    )
    report = made_up(
        tmp_path, "tabel:\n  klaim: {label: N, transkripsi: ganda}\n", {"klaim": claims}
    )
    (finding,) = verify(report).findings
    remedies = {str(r.cells[0].cell.address): r for r in finding.remedies}
    total = remedies["klaim[total].nilai"]
    assert (total.cells[0].text, [part.text for part in total.follows]) == ("75", ["26,67"])


# One denominator moves two figures alike; their quotient wants only one of them moved. Each
# figure's bounds can be met, no print of the denominator meets them all.
def entwined(numerators: dict[str, tuple[int, int, str, str, str]]) -> tuple[str, str, str]:
    claims = KLAIM + "kh,B,1,Pembanding,100.000,angka,KH,eksak,,,,\n"
    rules, rows, indicators = "", "kode,indikator,target,realisasi,capaian\n", ""
    for kode, (real, aim, real_share, aim_share, printed) in numerators.items():
        indicators += f"  {kode}: {{nama: {kode}, arah: turun, rumus: T/R, presisi: bulat}}\n"
        rows += f'{kode},{kode},"{aim_share}","{real_share}","{printed}"\n'
        claims += f"r_{kode},B,1,R,{real},angka,,bulat,,,,\nt_{kode},B,1,T,{aim},angka,,bulat,,,,\n"
        for part, share, column in (("r", real_share, "realisasi"), ("t", aim_share, "target")):
            claims += (
                f'{part}p_{kode},B,1,P,"{share}",angka,%,bulat,rasio,pembilang='
                f"klaim[{part}_{kode}].nilai; penyebut=klaim[kh].nilai,tercetak,per 100\n"
            )
            rules += (
                f'  - {{nama: {part}_{kode}, jenis: sama, hasil: "klaim[{part}p_{kode}].nilai", '
                f'sumber: "capaian[{kode}].{column}", dasar: tafsir, sebab: sama}}\n'
            )
        claims += (
            f'k_{kode},B,1,K,"{printed}",angka,%,bulat,rasio,pembilang=klaim[r_{kode}].nilai; '
            f"penyebut=klaim[t_{kode}].nilai,tercetak,kalimat\n"
        )
        rules += (
            f'  - {{nama: k_{kode}, jenis: sama, hasil: "klaim[k_{kode}].nilai", '
            f'sumber: "capaian[{kode}].capaian", dasar: tafsir, sebab: sama}}\n'
        )
    tables = (
        "  capaian: {label: Tabel 3.8, transkripsi: tunggal, kolom: {target: {presisi: bulat}}}\n"
        "  klaim: {label: Naskah, transkripsi: tunggal}\n"
    )
    return f"indikator:\n{indicators}tabel:\n{tables}aturan:\n{rules}", claims, rows


@pytest.mark.parametrize(
    "numerators",
    [
        # 162 / 186 = 87,10 and 140 / 160 = 87,50, both the other way round in the sentence.
        {"aki": (186, 162, "0,19", "0,16", "87,10")},
        {"aki": (186, 162, "0,19", "0,16", "87,10"), "akb": (160, 140, "0,16", "0,14", "87,50")},
        {"x": (240, 190, "0,24", "0,19", "79,17")},
    ],
)
def test_no_repair_is_offered_that_no_value_fulfils(
    tmp_path: Path, numerators: dict[str, tuple[int, int, str, str, str]]
) -> None:
    laporan, claims, rows = entwined(numerators)
    found = verify(made_up(tmp_path, laporan, {"klaim": claims, "capaian": rows}))
    assert all(finding.verdict == "ambigu" for finding in found.findings)
    text = " ".join(finding.message for finding in found.findings)
    assert "hanya satu perbaikan" not in text
    assert "100.000 menjadi" not in text
    assert "cocok bila pembilang dan penyebut tertukar" in text


def rechecked(tmp_path: Path, proof: dict[str, Any]) -> str:
    content = {name: entry for name, entry in proof.items() if name != "digest"}
    path = tmp_path / "bukti.json"
    path.write_text(json.dumps({**content, "digest": digest(content)}), encoding="utf-8")
    run = subprocess.run([sys.executable, str(RECHECK), str(path)], capture_output=True, text=True)
    return run.stdout


@pytest.fixture
def proof(tmp_path: Path) -> dict[str, Any]:
    """Total 95 for 75, its copy and its share after it: a repair with a follower."""
    claims = KLAIM + (
        "a,B,1,A,40,angka,,eksak,,,,\nb,B,1,B,35,angka,,eksak,,,,\n"
        "bagian,B,1,Bagian,20,angka,,eksak,,,,\n"
        "total,B,1,Total,95,angka,,eksak,jumlah,bagian=klaim[a].nilai+klaim[b].nilai,tercetak,x\n"
        'persen,B,1,Persen,"21,05",angka,%,bulat,rasio,'
        "pembilang=klaim[bagian].nilai; penyebut=klaim[total].nilai,tercetak,x\n"
    )
    laporan = "tabel:\n  klaim: {label: N, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"klaim": claims}))
    return certificate(found, found.findings[0])


def test_a_certificate_holds_by_its_own_example(tmp_path: Path, proof: dict[str, Any]) -> None:
    assert rechecked(tmp_path, proof).endswith(": holds\n")


def test_a_certificate_with_an_example_that_fulfils_nothing_is_refused(
    tmp_path: Path, proof: dict[str, Any]
) -> None:
    (total,) = (r for r in proof["repairs"] if r["roots"] == ["klaim[total].nilai"])
    total["prints"]["klaim[persen].nilai"] |= {"low": "20", "high": "30", "witness": "22.22"}
    assert "does not fulfil klaim.persen" in rechecked(tmp_path, proof)


def test_a_certificate_without_an_example_is_refused(tmp_path: Path, proof: dict[str, Any]) -> None:
    (total,) = (r for r in proof["repairs"] if r["roots"] == ["klaim[total].nilai"])
    told = total["prints"]["klaim[persen].nilai"]
    del told["witness"]
    told |= {"low": "26.66", "high": "26.68"}
    assert "gives no example of klaim[persen].nilai" in rechecked(tmp_path, proof)


def test_a_certificate_that_leaves_out_a_relation_of_a_repaired_cell_is_refused(
    tmp_path: Path, proof: dict[str, Any]
) -> None:
    proof["rules"] = [rule for rule in proof["rules"] if rule["name"] != "klaim.persen"]
    assert "a relation of klaim[total].nilai is left out" in rechecked(tmp_path, proof)


def test_the_bounds_of_a_ratio_are_ratios(tmp_path: Path) -> None:
    """81,5 to 82,5 of (2 x 34 - R) / 34: R is 39,95 to 40,29, by looser rounding a bit wider."""
    row = 'kode,indikator,target,realisasi,capaian\na,A,1:34,"1:17,5",82\n'
    made = made_up(tmp_path, achievement("turun, rumus: (2T-R)/T"), {"capaian": row})
    (finding,) = verify(made).findings
    assert "1:17,5 seharusnya antara 1:39,7 dan 1:40,4" in finding.message


def test_what_a_ratio_misses_is_no_ratio(tmp_path: Path) -> None:
    """1:40 where 1:17,5 is meant has 22,5 too many."""
    row = 'kode,indikator,target,realisasi,capaian\na,A,1:34,"1:40,0",82\n'
    made = made_up(tmp_path, achievement("naik"), {"capaian": row})
    cell = made.cell("capaian[a].realisasi")
    assert between(exactly(cell.point), cell) == "1:40,0"
    assert between(exactly(cell.point - Fraction("17.5")), cell, sign="") == "22,5"


@pytest.mark.parametrize(
    ("text", "heading", "low", "high", "several"),
    [
        # Of two decimals 97,12 alone lies between 97,115 and 97,125; 97,12 and 97,13 both here.
        ("95,00", "", "97.115", "97.125", False),
        ("95,00", "", "97.12", "97.13", True),
        ("95,00", "", "97.1234", "97.1234", False),
        # In millions, with two decimals, one more in the last digit is 10.000 rupiah.
        ("95,00", "juta", "97115000", "97125000", False),
        ("95,00", "juta", "97120000", "97130000", True),
    ],
)
def test_whether_bounds_leave_more_than_one_print(
    tmp_path: Path, text: str, heading: str, low: str, high: str, several: bool
) -> None:
    scale = f", dalam: {heading}" if heading else ""
    schema = (
        "judul: T\narti: T.\nkunci: kode\nkolom:\n  kode: {tipe: kunci}\n"
        f"  nilai: {{tipe: angka, judul: Nilai, satuan: rupiah, presisi: bulat{scale}}}\n"
    )
    report = made_up(
        tmp_path, "tabel:\n  t: {label: T}\n", {"t": f'kode,nilai\na,"{text}"\n'}, {"t": schema}
    )
    (cell,) = (cell for cell in report.tables["t"] if cell.is_figure)
    assert holds_several(Interval(Fraction(low), Fraction(high)), cell) is several
    assert holds_several(ANYTHING, cell)
