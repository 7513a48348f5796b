"""A made-up hospital: rates by the hundred, by the thousand and in days, caps, money beside money.

The figures were rounded as a spreadsheet does. Each planted slip names what it must lead to.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from folders import OTHERS, print_in
from test_certificates import rechecked

from lkjip_analysis.checking.certificates import certificate
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.report.loading import load

HOSPITAL = OTHERS / "raw" / "rsud-rekaan" / "2023"


def printing(base: Path, texts: dict[str, str]) -> Verification:
    folder = base / "raw" / "rsud-rekaan" / "2023"
    shutil.copytree(HOSPITAL, folder)
    print_in(folder, texts)
    return verify(load("rsud-rekaan", 2023, base))


def test_a_sound_report_of_a_hospital_has_no_finding() -> None:
    found = verify(load("rsud-rekaan", 2023, HOSPITAL.parents[2]))

    assert [finding.message for finding in found.findings] == []


PROVEN = [
    # 214 of 13.570 patients are 15,77 in a thousand, 1,58 in a hundred.
    ("layanan[2023].ndr", "1,58‰", "15,77‰", "dihitung per seratus, bukan per 1.000"),
    # 40.122 days for 13.570 patients.
    ("layanan[2023].los", "2,69", "2,96", "dua digit tertukar: 69"),
    # A comma lost: not 86, as a figure without decimals would be.
    ("capaian[1.ikm].realisasi", "8614", "86,14", "koma desimal hilang"),
    ("anggaran[2.02].realisasi", "7.148.200", "7.148.200.000", "kurang tiga nol"),
]


@pytest.mark.parametrize(("cell", "misprint", "right", "slip"), PROVEN)
def test_one_slip_is_proven_and_nothing_else_is_accused(
    cell: str, misprint: str, right: str, slip: str, tmp_path: Path
) -> None:
    found = printing(tmp_path, {cell: misprint})
    (finding,) = (f for f in found.findings if f.is_wrong)
    assert finding.verdict == "terbukti" and str(finding.cell and finding.cell.address) == cell
    (part,) = finding.remedies[0].cells
    assert (part.text, part.slip) == (right, slip)
    proofs = {finding.id: json.dumps(certificate(found, finding))}
    assert rechecked(tmp_path, proofs) == dict.fromkeys(proofs, "holds")


@pytest.mark.parametrize(
    ("cell", "misprint", "right", "slip"),
    [
        # The table cuts off at 100; (2 x 18 - 15,77) / 18 would be 112,39.
        ("maksimal[1.ndr].capaian", "112,39", "100,00", "tanpa batas 100"),
        # 90 million may also have come in later, and the rest not have been reckoned again.
        ("pendapatan[1.2].realisasi", "57.120.455.900", "57.210.455.900", "dua digit tertukar: 12"),
    ],
)
def test_what_an_update_explains_too_is_the_only_repair_and_no_proof(
    cell: str, misprint: str, right: str, slip: str, tmp_path: Path
) -> None:
    (finding,) = (f for f in printing(tmp_path, {cell: misprint}).findings if f.is_wrong)
    assert (finding.verdict, len(finding.smallest)) == ("ambigu", 1)
    (part,) = finding.smallest[0].cells
    assert (str(part.cell.address), part.text, part.slip) == (cell, right, slip)


def test_a_lost_minus_is_among_the_repairs_of_a_difference(tmp_path: Path) -> None:
    found = printing(tmp_path, {"pendapatan[2].lebih": "30.000.000"})  # was (30.000.000)
    (finding,) = found.findings
    parts = [part for remedy in finding.remedies for part in remedy.cells]
    assert ("pendapatan[2].lebih", "-30.000.000") in [
        (str(part.cell.address), part.text) for part in parts
    ]


def test_changes_of_two_years_exchanged_do_not_prove_the_year_between_them_wrong(
    tmp_path: Path,
) -> None:
    # Revenue rose by 9,90 and by 5,04 percent. With the two exchanged, a revenue of 61,05 billion
    # in 2022 would fit both years: two relations, one repair, and a right figure.
    texts = {"crr[2022].naik_pendapatan": "5,04", "crr[2023].naik_pendapatan": "9,90"}
    found = printing(tmp_path, texts)
    (finding,) = found.findings
    assert finding.verdict == "ambigu"
    roots = [{str(part.cell.address) for part in r.cells} for r in finding.remedies]
    assert {"crr[2022].naik_pendapatan", "crr[2023].naik_pendapatan"} in roots
    proofs = {finding.id: json.dumps(certificate(found, finding))}
    assert rechecked(tmp_path, proofs) == {finding.id: "holds"}


def test_two_rows_exchanged_are_one_finding_that_says_so(tmp_path: Path) -> None:
    texts = {
        "anggaran[1.01].realisasi": "27.985.112.345",
        "anggaran[1.02].realisasi": "63.902.177.318",
    }
    (finding,) = printing(tmp_path, texts).findings
    (remedy,) = finding.smallest
    assert {str(part.cell.address): part.text for part in remedy.cells} == {
        "anggaran[1.01].realisasi": "63.902.177.318",
        "anggaran[1.02].realisasi": "27.985.112.345",
    }
    assert "kedua angkanya tertukar tempat" in finding.message


def test_a_figure_per_mille_quoted_as_percent_breaks_the_rules_of_the_report(
    tmp_path: Path,
) -> None:
    (finding,) = printing(tmp_path, {"klaim[ndr].nilai": "15,77 %"}).findings
    assert finding.kind == "kaidah" and "(‰)" in finding.message and "(%)" in finding.message


def test_a_sentence_is_not_contradicted_by_a_figure_that_is_wrong_itself(tmp_path: Path) -> None:
    # 18,10 last year: the rate did fall, whatever the copied 15,77 says.
    found = printing(tmp_path, {"layanan[2023].ndr": "18,77‰", "capaian[1.ndr].realisasi": "18,77"})
    sentences = [f for f in found.findings if "NDR dibanding 2022" in f.label]
    assert [f.kind for f in sentences] == ["dugaan"]
    assert "Kalimat itu benar bila" in sentences[0].message


def test_so_many_indicators_reach_their_target_and_no_other_number(tmp_path: Path) -> None:
    (finding,) = printing(tmp_path, {"klaim[tercapai].nilai": "5"}).findings
    assert finding.kind == "klaim"
    assert finding.impact == "Banyaknya yang mencapai 100 adalah 7, bukan 5."
    assert finding.advice == "Tulis 7."


def test_how_many_to_write_is_a_range_where_a_row_contradicts_itself(tmp_path: Path) -> None:
    # 60,58 of 55 is 110,15: where the row prints 95,00 it may have met its target or not.
    texts = {"klaim[tercapai].nilai": "5", "capaian[1.bto].capaian": "95,00"}
    (finding,) = (f for f in printing(tmp_path, texts).findings if f.kind == "klaim")
    assert finding.advice == "Periksa angka yang diragukan, lalu tulis banyaknya: 6 sampai 7."
