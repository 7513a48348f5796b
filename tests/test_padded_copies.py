"""A figure printed with a zero for its last decimal, and the copies that print it closer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from folders import KLAIM, made_up
from test_certificates import rechecked

from lkjip_analysis.checking.certificates import certificate, certified, digest
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification, verify

# 7 of 9 is 77,7778: with two decimals 77,78, and with one and a zero added 77,80.
RATIO = 'rasio,"pembilang=klaim[ada].nilai; penyebut=klaim[semua].nilai",tercetak,dihitung'
TIED = """\
tabel:
  klaim: {label: Naskah}
aturan:
  - {nama: rumus, jenis: sama, hasil: "klaim[rumus].nilai", sumber: "klaim[tabel].nilai",
     dasar: tafsir, sebab: capaian yang sama}
  - {nama: kalimat, jenis: sama, hasil: "klaim[kalimat].nilai", sumber: "klaim[tabel].nilai",
     dasar: tafsir, sebab: capaian yang sama}
"""
MEAN = "bagian=klaim[tabel].nilai+klaim[lain].nilai"


def told(
    base: Path, tabel: str, rumus: str, kalimat: str, reckoned: bool = True, more: str = ""
) -> Verification:
    """What is found of a table, a formula and a sentence that print one achievement."""
    by = RATIO if reckoned else ",,,"
    rows = [
        "ada,Bab III,1,Puskesmas terakreditasi,7,angka,unit,eksak,,,,",
        "semua,Bab III,1,Puskesmas,9,angka,unit,eksak,,,,",
        f'tabel,Bab III,2,Capaian di tabel,"{tabel}",angka,%,bulat,,,,',
        f'rumus,Bab III,3,Capaian di rumus,"{rumus}",angka,%,bulat,{RATIO}',
        f'kalimat,Bab III,4,Capaian di kalimat,"{kalimat}",angka,%,bulat,{by}',
        more,
    ]
    return verify(made_up(base, TIED, {"klaim": KLAIM + "\n".join(rows) + "\n"}))


def wrong(verification: Verification) -> list[Finding]:
    return [finding for finding in verification.findings if finding.is_wrong]


def test_two_copies_of_one_slip_beside_a_padded_figure_are_one_finding(tmp_path: Path) -> None:
    verification = told(tmp_path, "71,78", "71,78", "77,80")
    (finding,) = wrong(verification)
    assert finding.verdict == "ambigu" and len(finding.rules) == 2
    (remedy,) = finding.remedies
    assert [part.text for part in (*remedy.cells, *remedy.follows)] == ["77,78", "77,78"]
    proof = json.dumps(certificate(verification, finding))
    assert rechecked(tmp_path, {"satu": proof}) == {"satu": "holds"}


@pytest.mark.parametrize(
    ("tabel", "rumus", "kalimat"), [("77,78", "77,78", "77,80"), ("77,80", "77,78", "77,80")]
)
def test_a_padded_figure_beside_its_closer_copy_is_a_rounding(
    tabel: str, rumus: str, kalimat: str, tmp_path: Path
) -> None:
    verification = told(tmp_path, tabel, rumus, kalimat)
    assert wrong(verification) == []
    assert {finding.verdict for finding in verification.findings} == {"pembulatan"}


@pytest.mark.parametrize("tabel", ["77,82", "77,75", "77,87", "71,80"])
def test_a_slip_in_a_copy_is_not_excused_by_the_zero(tabel: str, tmp_path: Path) -> None:
    assert wrong(told(tmp_path, tabel, "77,78", "77,80"))


@pytest.mark.parametrize("tabel", ["77,77", "77,78"])
@pytest.mark.parametrize("kalimat", ["77,77", "77,78"])
def test_a_copy_cut_off_beside_one_that_is_rounded_is_no_error(
    tabel: str, kalimat: str, tmp_path: Path
) -> None:
    # 77,7778 is 77,78 by rounding and 77,77 cut off.
    verification = told(tmp_path, tabel, "77,78", kalimat, reckoned=False)
    assert wrong(verification) == []
    assert len(verification.findings) == ("77,77" in (tabel, kalimat))


@pytest.mark.parametrize(("tabel", "rumus"), [("77,79", "77,78"), ("77,76", "77,77")])
def test_a_copy_a_digit_off_that_nothing_was_cut_off_to_is_found(
    tabel: str, rumus: str, tmp_path: Path
) -> None:
    assert wrong(told(tmp_path, tabel, rumus, tabel, reckoned=False))


@pytest.mark.parametrize(("kalimat", "is_found"), [("113,73", True), ("113,72", False)])
def test_what_is_rounded_rightly_was_not_cut_off_though_its_inputs_allow_it(
    kalimat: str, is_found: bool, tmp_path: Path
) -> None:
    # 51,90 of 45,64 is 113,716: between 113,69 and 113,74 by the rounding of both.
    ratio = 'rasio,"pembilang=klaim[capai].nilai; penyebut=klaim[rencana].nilai",tercetak,dihitung'
    rows = (
        'capai,B,1,Realisasi,"51,90",angka,%,bulat,,,,\n'
        'rencana,B,1,Target,"45,64",angka,%,bulat,,,,\n'
        f'hasil,B,1,Capaian,"113,72",angka,%,bulat,{ratio}\n'
        f'salinan,B,2,Capaian,"{kalimat}",angka,%,bulat,sama,sumber=klaim[hasil].nilai,tafsir,s'
    )
    found = told(tmp_path, "77,78", "77,78", "77,78", more=rows).findings
    assert [finding.verdict for finding in found] == ["ambigu"] * is_found


@pytest.mark.parametrize(
    ("kalimat", "rerata", "repair"),
    [("71,77", "78,89", "71,77 seharusnya 77,77"), ("77,78", "79,89", "79,89 seharusnya")],
)
def test_no_certificate_beside_a_copy_that_was_cut_off_is_refused(
    kalimat: str, rerata: str, repair: str, tmp_path: Path
) -> None:
    # The mean of 77,77 and 80,00 is 78,885. What shows that 77,77 was cut off lies further on.
    mean = f'rerata,B,1,Rerata,"{rerata}",angka,%,bulat,rerata,'
    more = f'lain,B,1,Lain,"80,00",angka,%,bulat,,,,\n{mean}{MEAN},tercetak,s'
    verification = told(tmp_path, "77,77", "77,78", kalimat, reckoned=False, more=more)
    (finding,) = wrong(verification)
    assert repair in finding.message
    proofs = {str(n): json.dumps(certificate(verification, one)) for n, one in enumerate(
        certified(verification))}  # fmt: skip
    assert set(rechecked(tmp_path, proofs).values()) <= {"holds"}


@pytest.mark.parametrize(("copy", "is_found"), [("78,89", False), ("78,98", True), ("78,87", True)])
def test_a_mean_with_a_zero_added_beside_its_closer_copy_is_a_rounding(
    copy: str, is_found: bool, tmp_path: Path
) -> None:
    # The mean of 77,78 and 80,00 is 78,89: 78,9, and 78,90 with a zero added.
    more = (
        'lain,B,1,Lain,"80,00",angka,%,bulat,,,,\n'
        f'rerata,B,1,Rerata,"78,90",angka,%,bulat,rerata,{MEAN},tercetak,s\n'
        f'salinan,B,2,Rerata,"{copy}",angka,%,bulat,sama,sumber=klaim[rerata].nilai,tafsir,s'
    )
    assert bool(wrong(told(tmp_path, "77,78", "77,78", "77,78", more=more))) == is_found


def test_a_slip_that_a_padded_figure_and_its_copy_show_is_one_finding(tmp_path: Path) -> None:
    verification = told(tmp_path, "77,80", "71,78", "77,80")
    (finding,) = wrong(verification)
    assert len(finding.rules) == 2
    assert [part.text for part in finding.remedies[0].cells] == ["77,78"]
    proof = json.dumps(certificate(verification, finding))
    assert rechecked(tmp_path, {"satu": proof}) == {"satu": "holds"}


def test_a_zero_that_nothing_reckons_excuses_nothing(tmp_path: Path) -> None:
    assert wrong(told(tmp_path, "77,78", "77,78", "77,80", reckoned=False))


def test_a_certificate_without_the_relation_that_shows_the_zero_is_refused(tmp_path: Path) -> None:
    verification = told(tmp_path, "71,78", "71,78", "77,80")
    proof = certificate(verification, wrong(verification)[0])
    shows = [rule for rule in proof["rules"] if rule["cells"][0] == "klaim[kalimat].nilai"
             and rule["kind"] == "quotient"]  # fmt: skip
    assert len(shows) == 1
    less = {key: value for key, value in proof.items() if key != "digest"}
    less["rules"] = [rule for rule in proof["rules"] if rule not in shows]
    text = json.dumps({**less, "digest": digest(less)})
    assert rechecked(tmp_path, {"kurang": text})["kurang"] != "holds"
