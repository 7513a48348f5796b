"""Certificates forged field by field, each with a new seal beside its report: none is taken."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from folders import BLORA, RECHECK, made_up

from lkjip_analysis.checking.certificates import certificate, certified, digest, write_certificates
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load

CELL = "anggaran[2.perizinan].realisasi"
BESIDE = "anggaran[2.promosi].realisasi"
BUDGET = "anggaran[2.perizinan].pagu"
RATE = "anggaran[2.perizinan].serapan"

Proof = dict[str, Any]
Forgery = Callable[[Proof], object]


def _rule(proof: Proof, name: str) -> Proof:
    (found,) = (rule for rule in proof["rules"] if rule["name"] == name)
    return found  # type: ignore[no-any-return]


def _printed(proof: Proof) -> Proof:
    return proof["repairs"][0]["prints"][CELL]  # type: ignore[no-any-return]


def _dropped(name: str) -> Forgery:
    def forge(proof: Proof) -> None:
        proof["rules"].remove(_rule(proof, name))
        proof["failed"] = [other for other in proof["failed"] if other != name]

    return forge


def _told(cell: str, **facts: object) -> Forgery:
    return lambda proof: proof["cells"][cell].update(facts)


def _repaired(**facts: object) -> Forgery:
    return lambda proof: _printed(proof).update(facts)


def _exchanged(proof: Proof) -> None:
    """The sum stays, and each of the two texts stands in the file, in the other's row."""
    cells, other = proof["cells"], "anggaran[1.penilaian].realisasi"
    cells[BESIDE], cells[other] = cells[other], cells[BESIDE]


def _in_its_stead(proof: Proof) -> None:
    """As many relations of the root as there are, but one of them twice."""
    twice = dict(_rule(proof, SUM), name=WITHIN)
    proof["rules"] = [twice if rule["name"] == WITHIN else rule for rule in proof["rules"]]


def _elsewhere(**facts: object) -> Forgery:
    """The root ten times as large, as another CSV than that of its table would print it."""

    def forge(proof: Proof) -> None:
        proof["cells"][CELL].update(text=TEN_TIMES, value="1000000000", **facts)
        if facts.get("line") == "none":
            del proof["cells"][CELL]["line"]

    return forge


def _worded(proof: Proof) -> None:
    """Two figures told as words, which then are no copies of one another."""
    same = {"name": "sama", "basis": "tercetak", "fails": True, "kind": "same"}
    _invented(proof, [{**same, "cells": [CELL, BUDGET]}], {CELL: {"labels": ["dua"]}})
    proof["verdict"] = "ambigu"
    for cell, word in ((CELL, "satu"), (BUDGET, "dua")):
        told = proof["cells"][cell]
        proof["cells"][cell] = {**told, "labels": [word]}


def _misread(value: str, decimals: int) -> Forgery:
    """A right figure read otherwise than it is printed, so that two relations miss it."""

    def forge(proof: Proof) -> None:
        cells = proof["cells"]
        right = cells[BESIDE]["value"]
        rules = [
            {
                "name": f"jumlah.{other}",
                "basis": "tercetak",
                "fails": True,
                "kind": "linear",
                "cells": [BESIDE, other],
                "weights": {BESIDE: "-1", other: "1"},
                "constant": str(int(right) - int(cells[other]["value"])),
                "result": BESIDE,
            }
            for other in (CELL, BUDGET)
        ]
        told = {"low": right, "high": right, "text": cells[BESIDE]["text"], "witness": right}
        _invented(proof, rules, {BESIDE: told})
        cells = proof["cells"]
        cells[BESIDE].update(value=value.format(right), decimals=decimals)

    return forge


def _invented(proof: Proof, rules: list[Proof], prints: Proof) -> None:
    """A certificate of other relations between its cells, with one root."""
    (root,) = prints
    held = dict.fromkeys(cell for rule in rules for cell in rule["cells"])
    counts = {cell: sum(cell in rule["cells"] for rule in rules) for cell in held}
    proof["cells"] = {c: {**proof["cells"][c], "relations": counts[c]} for c in held}
    proof["id"] = root.replace("[", "-").replace("].", "-")
    proof["rules"], proof["failed"] = rules, [rule["name"] for rule in rules]
    proof["repairs"] = [{"roots": [root], "prints": prints}]


def _broken_line(proof: Proof) -> None:
    """The name of a relation that would write a line of its own for another certificate."""
    name = "x\nlain.json: holds\ny"
    proof["rules"].append(dict(_rule(proof, SHARE), name=name))


TEN_TIMES = "1.000.000.000"
WITHIN = "anggaran.dalam_pagu[2.perizinan]"
SHARE = "anggaran.serapan[2.perizinan]"
SUM = "anggaran.jumlah.realisasi"
FORGED: dict[str, Forgery] = {
    "a relation is dropped": _dropped(SHARE),
    "a relation that fails is not told of": lambda p: p["failed"].remove(SHARE),
    "a relation that fails is said to hold": lambda p: _rule(p, SHARE).update(fails=False),
    "the bounds are wider than any print that mends": _repaired(low="0", high="90000000"),
    "the bounds leave the right figure out": _repaired(low="10000001", high="10000001"),
    "the bounds have no end": _repaired(low=None, high=None),
    "the text is not the value": _told(CELL, text="10.000.000"),
    "the value is not the text": _told(CELL, value="100000001"),
    "the proposed text is another figure": _repaired(text="11.000.000"),
    "the proposed text is in the other style": _repaired(text="10,000,000"),
    "an exact figure has more decimals than its text": _told(CELL, decimals=2),
    "a rounded figure has more decimals than its text": _told(RATE, decimals=4, half="1/20000"),
    "the column is said to be in the other style": _told(CELL, style="inggris"),
    "the proposed text counts millions": _repaired(text="10.000.000 juta"),
    "two texts are proposed": _repaired(text="10.000.000 / 11.000.000"),
    "a summand is not among the cells": lambda p: _rule(p, SUM)["cells"].remove(BESIDE),
    "the witness does not mend": _repaired(witness="12000000"),
    "the witness is no figure at all": _repaired(witness=None),
    "a cell of another file": _told(CELL, file="program.csv"),
    "a cell of another line": _told(CELL, line=3),
    "a cell of another column": _told(CELL, column="pagu"),
    "two rows exchanged": _exchanged,
    "the name of another cell": lambda p: p.update(id="anggaran-2.promosi-realisasi"),
    "another agency": lambda p: p.update(instansi="dinas-lain"),
    "another year": lambda p: p.update(tahun=2020),
    "a relation is there twice": lambda p: p["rules"].append(dict(_rule(p, SHARE), name="lagi")),
    "one relation stands for another that is dropped": _in_its_stead,
    "the roles are exchanged": lambda p: _rule(p, SHARE).update(cells=[CELL, RATE, BUDGET]),
    "per mille for percent": lambda p: _rule(p, SHARE).update(form="per 1000"),
    "a summand is taken away": lambda p: _rule(p, SUM)["weights"].update({BESIDE: "-1"}),
    "a constant is added": lambda p: _rule(p, SUM).update(constant="90000000"),
    "a figure is rounded more coarsely": _told(RATE, half="5"),
    "a sum is said to hide sen": lambda p: _rule(p, SUM).update(rounded=CELL, fails=False),
    "a figure has other decimals": _told(RATE, decimals=0),
    "a second root": lambda p: p["repairs"][0]["roots"].append(BESIDE),
    "another root": lambda p: p["repairs"][0].update(roots=[BESIDE]),
    "more roots than there are": lambda p: p.update(roots=2),
    "one slip too many": lambda p: p["repairs"][0].update(exchanged=1),
    "a repair of nothing": lambda p: p["repairs"].append({"roots": [], "prints": {}}),
    "no repair": lambda p: p.update(repairs=[]),
    "fewer relations speak of it": _told(CELL, relations=99),
    "the figure stands on no line": _elsewhere(line="none"),
    "the figure is a plain number": _elsewhere(constant=True),
    "a CSV beside the certificates": _elsewhere(file="sertifikat/anggaran.csv"),
    "a CSV above the report": _elsewhere(file="../anggaran.csv"),
    "words stand for figures": _worded,
    "a minus that nothing prints": _misread("-{}", 0),
    "thousands that nothing declares": _misread("{}000", -3),
    "the name of a cell that only begins alike": lambda p: p.update(id=p["id"] + "-lalu"),
    "a value without end": _told(CELL, value="1e999999999"),
    "decimals without end": _told(CELL, decimals=10**9),
    "a witness without end": _repaired(witness="1e-999999999"),
    "a weight without end": lambda p: _rule(p, SUM)["weights"].update({CELL: "1e99999999"}),
    "a name with a line break": _broken_line,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report with the forged certificates and an honest one in one folder below it."""
    found = verify(load(BLORA.parent.name, int(BLORA.name)))
    (finding,) = (f for f in certified(found) if f.cell and str(f.cell.address) == CELL)
    honest = json.dumps(certificate(found, finding))
    year = tmp_path_factory.mktemp("palsu") / BLORA.parent.name / BLORA.name
    shutil.copytree(BLORA, year, ignore=shutil.ignore_patterns("*.pdf", "sertifikat"))
    (year / "sertifikat").mkdir()
    other = (year / "anggaran.csv").read_text(encoding="utf-8").replace("100.000.000", TEN_TIMES)
    for place in (year / "sertifikat", year.parent):
        (place / "anggaran.csv").write_text(other, encoding="utf-8")
    forgeries: dict[str, Forgery] = {**FORGED, "honest": lambda p: None}
    for name, forge in forgeries.items():
        proof = json.loads(honest)
        forge(proof)
        del proof["digest"]
        text = json.dumps({**proof, "digest": digest(proof)})
        (year / "sertifikat" / f"{name}.json").write_text(text, encoding="utf-8")
    return year / "sertifikat"


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, str]:
    command = [sys.executable, "-I", str(RECHECK), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not ran.stderr.startswith("Traceback"), ran.stderr
    return dict(line.split(".json: ", 1) for line in ran.stdout.splitlines())


def test_the_honest_certificate_holds_beside_its_report(told: dict[str, str]) -> None:
    assert told["honest"] == "holds"


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_certificate_is_refused(told: dict[str, str], name: str) -> None:
    assert told[name] != "holds"


def test_no_certificate_speaks_for_another(told: dict[str, str]) -> None:
    assert set(told) == {*FORGED, "honest"}


def test_a_key_that_stands_twice_is_refused_though_the_seal_fits_the_second(
    folder: Path, tmp_path: Path
) -> None:
    # What a person reads first is not what the program reads.
    text = (folder / "honest.json").read_text(encoding="utf-8")
    twice = text.replace('"verdict": "terbukti"', '"verdict": "ambigu", "verdict": "terbukti"', 1)
    (tmp_path / "dua.json").write_text(twice, encoding="utf-8")
    command = [sys.executable, "-I", str(RECHECK), str(tmp_path / "dua.json")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert twice != text
    assert "the seal does not fit" in ran.stdout


def test_an_honest_certificate_of_a_column_in_english_style_holds(tmp_path: Path) -> None:
    # 1.250 + 70 is 1.320: "1,250" of this column is no decimal figure, as "1,320" is none.
    kind = (
        "judul: Uji\narti: rincian\nkunci: kode\ntotal: [jumlah]\nkolom:\n"
        "  kode: {tipe: kunci, judul: Kode, arti: kode}\n"
        "  pagu: {tipe: angka, judul: Pagu, satuan: orang, presisi: eksak, gaya: inggris}\n"
        "aturan:\n  - {nama: jumlah, jenis: jumlah, hasil: '[jumlah].pagu', "
        "bagian: '[*].pagu', dasar: tercetak, sebab: hubungan}\n"
    )
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
    csv = 'kode,pagu\na,"1,250"\nb,70\njumlah,"1,330"\n'
    found = verify(made_up(tmp_path, told, {"uji": csv}, {"uji": kind}))
    (year,) = (file.parent for file in tmp_path.rglob("laporan.yaml"))
    (file,) = write_certificates(found, year / "sertifikat")

    ran = subprocess.run(
        [sys.executable, "-I", str(RECHECK), str(file)], capture_output=True, text=True, check=False
    )
    assert '"1,320"' in file.read_text("utf-8")
    assert ran.stdout.endswith(": holds\n"), ran.stdout
