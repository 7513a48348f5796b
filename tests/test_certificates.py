"""Certificates: each holds before an independent program, and none survives a changed digit."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from folders import BLORA, RECHECK

from lkjip_analysis.checking.certificates import certificate, certified, digest, file_name
from lkjip_analysis.checking.findings.finding import Remedy
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report.loading import load

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from adversary import attacked

Certificate = dict[str, Any]


@pytest.fixture(scope="module")
def printed() -> Verification:
    return verify(load(BLORA.parent.name, int(BLORA.name)))


@pytest.fixture(scope="module")
def proofs(printed: Verification) -> dict[str, Certificate]:
    """The certificates of Blora 2021 as read back from JSON."""
    return {
        file_name(finding): json.loads(json.dumps(certificate(printed, finding)))
        for finding in certified(printed)
    }


def rechecked(folder: Path, proofs: dict[str, str]) -> dict[str, str]:
    """What the independent program says of each certificate."""
    for name, text in proofs.items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", str(RECHECK), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = dict(line.split(".json: ", 1) for line in ran.stdout.splitlines())
    assert (ran.returncode == 0) == all(told == "holds" for told in lines.values())
    return lines


def test_every_certificate_holds_before_the_independent_program(
    tmp_path: Path, proofs: dict[str, Certificate]
) -> None:
    texts = {name: json.dumps(proof) for name, proof in proofs.items()}

    assert len(texts) == 8  # four proven, four undecided
    assert rechecked(tmp_path, texts) == dict.fromkeys(texts, "holds")


def test_a_repair_of_which_no_example_was_found_has_no_certificate(printed: Verification) -> None:
    """It would be refused: that some prints within the bounds mend all is not known."""
    first = certified(printed)[0]
    (part,), follows = first.remedies[0].cells, first.remedies[0].follows
    wide = replace(part, prints=Interval(Fraction(1), Fraction(2)), witness=None)
    without = replace(first, remedies=(Remedy((wide,), follows),))

    assert certified(replace(printed, findings=(first,))) == [first]
    assert certified(replace(printed, findings=(without,))) == []


def test_certificates_of_rows_in_another_order_hold(tmp_path: Path) -> None:
    """Three amounts rotated: their total holds, and so rules out what would mend a row alone.

    Of two levels, with the exchange of two figures among repairs that change two others.
    """
    texts: dict[str, str] = {}
    reports = [*attacked(7, 12, "three rotated", "budget"), *attacked(7, 40, "three rotated", "ed")]
    for number, one in enumerate(reports):
        found = verify(one.report, one.rules)
        proofs = {f"{number}-{file_name(f)}": certificate(found, f) for f in certified(found)}
        texts |= {name: json.dumps(proof) for name, proof in proofs.items()}

    assert len(texts) > 80
    assert set(rechecked(tmp_path, texts).values()) == {"holds"}


def test_one_digit_changed_anywhere_fails_a_certificate(
    tmp_path: Path, proofs: dict[str, Certificate]
) -> None:
    chance = random.Random(1)
    changed = {}
    for name, proof in proofs.items():
        text = json.dumps(proof)
        for i, digit in enumerate(chance.sample(list(re.finditer(r"\d", text)), 12)):
            other = str((int(digit[0]) + chance.randint(1, 9)) % 10)
            changed[f"{name}_{i}"] = text[: digit.start()] + other + text[digit.end() :]
    lines = rechecked(tmp_path, {n: t for n, t in changed.items() if _is_json(t)})

    assert len(lines) > 80
    assert [name for name, told in lines.items() if told == "holds"] == []


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:  # a number such as 01
        return False
    return True


def sealed(proof: Certificate) -> str:
    content = {name: value for name, value in proof.items() if name != "digest"}
    return json.dumps({**content, "digest": digest(content)})


PERMITS = "anggaran-2.perizinan-realisasi"
CELL = "anggaran[2.perizinan].realisasi"
FORGED = {
    "the print is right after all": (("cells", CELL, "value"), "10000000", "as told"),
    "the repair is another figure": (
        ("repairs", 0, "prints", CELL),
        {"low": "20000000", "high": "20000000", "text": "20.000.000"},
        "does not mend",
    ),
    "a relation is left out": (("failed",), ["anggaran.jumlah.realisasi", "x"], "is missing"),
}


@pytest.mark.parametrize("forgery", FORGED)
def test_a_forged_certificate_with_a_new_seal_still_fails(
    tmp_path: Path, proofs: dict[str, Certificate], forgery: str
) -> None:
    path, value, told = FORGED[forgery]
    proof: Any = json.loads(json.dumps(proofs[PERMITS]))
    place = proof
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    assert told in rechecked(tmp_path, {"forged": sealed(proof)})["forged"]


def as_form_one(proof: Certificate) -> Certificate:
    """A certificate as form 1 was written: relations not counted, repairs without an example."""
    old: Certificate = json.loads(json.dumps(proof))
    old["sertifikat"] = 1
    for cell in old["cells"].values():
        cell.pop("relations", None)
    for repair in old["repairs"]:
        for told in repair["prints"].values():
            told.pop("witness", None)
    return old


def test_a_proof_needs_an_example_in_the_first_form_too(
    tmp_path: Path, proofs: dict[str, Certificate]
) -> None:
    """A true 10.000.000 within wide bounds mends each relation; the 15.000.000 proposed does none.

    Where the very figure that is proposed fulfils all of them, that is the example.
    """
    wide, exact = as_form_one(proofs[PERMITS]), as_form_one(proofs[PERMITS])
    bounds = {"low": "5000000", "high": "15000000"}
    wide["repairs"][0]["prints"][CELL] = {**bounds, "text": "15.000.000"}
    good = json.loads(json.dumps(wide))
    good["repairs"][0]["prints"][CELL]["text"] = "10.000.000"
    lines = rechecked(tmp_path, {
        "wide": sealed(wide), "good": sealed(good), "exact": sealed(exact)})  # fmt: skip

    assert "does not fulfil" in lines["wide"]
    assert (lines["good"], lines["exact"]) == ("holds", "holds")


def test_what_form_two_asks_cannot_be_left_out(
    tmp_path: Path, proofs: dict[str, Certificate]
) -> None:
    silent: Any = json.loads(json.dumps(proofs[PERMITS]))
    for cell in silent["cells"].values():
        cell.pop("relations", None)
    told = rechecked(tmp_path, {
        "silent": sealed(silent),
        "later": sealed({**proofs[PERMITS], "sertifikat": 3}),
        "louder": sealed({**proofs[PERMITS], "verdict": "Terbukti"}),
    })  # fmt: skip

    assert "does not tell its relations" in told["silent"]
    assert "neither its form nor its verdict" in told["later"]
    assert "neither its form nor its verdict" in told["louder"]


def test_a_figure_is_no_more_exact_than_its_last_digit(
    tmp_path: Path, proofs: dict[str, Certificate]
) -> None:
    """Half a unit made a tenth of itself would let any rounded relation fail."""
    proof: Any = json.loads(json.dumps(proofs[PERMITS]))
    rounded = next(c for c in proof["cells"].values() if c.get("half", "0") not in ("0", "1/2"))
    rounded["half"] = "1/100000"

    assert "is not printed to half" in rechecked(tmp_path, {"sharp": sealed(proof)})["sharp"]


def test_the_certificate_of_a_correction_is_one_that_is_written(
    printed: Verification, proofs: dict[str, Certificate]
) -> None:
    assert {correction.certificate for correction in printed.report.corrections} <= set(proofs)


def test_the_independent_program_is_short_and_stands_alone() -> None:
    lines = RECHECK.read_text(encoding="utf-8").splitlines()

    assert len(lines) < 300  # texts, bounds, followers, witnesses and sources are checked, too
    assert not any("lkjip_analysis" in line for line in lines)


def test_a_certificate_tells_where_each_cell_stands_in_its_file(
    proofs: dict[str, Certificate],
) -> None:
    cells = {cell: told for proof in proofs.values() for cell, told in proof["cells"].items()}
    told = cells["anggaran[2.perizinan].realisasi"]

    assert (told["file"], told["line"], told["column"], told["text"]) == (
        "anggaran.csv", 9, "realisasi", "100.000.000")  # fmt: skip


def test_a_relation_left_out_while_its_cells_are_named_is_noticed_in_either_form(
    tmp_path: Path, proofs: dict[str, Certificate]
) -> None:
    """The share of the row speaks of the permits' spending too: without it the proof is another."""
    forged = {}
    for form, proof in ((1, as_form_one(proofs[PERMITS])), (2, proofs[PERMITS])):
        short: Any = json.loads(json.dumps(proof))
        gone = short["rules"].pop(0)
        short["failed"] = [name for name in short["failed"] if name != gone["name"]]
        forged[str(form)] = sealed(short)

    told = rechecked(tmp_path, forged)
    assert all("is left out" in line for line in told.values()), told
