"""Each kind of rule is one file that tells all of it; what is forgotten in it fails here."""

from __future__ import annotations

import ast
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from folders import KLAIM, RECHECK, made_up

from lkjip_analysis.checking.certificates import digest, write_certificates
from lkjip_analysis.checking.observations import OBSERVERS
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.workbook_home import SOURCE
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.base import Relation
from lkjip_analysis.rules.kind import Kind
from lkjip_analysis.rules.kinds import KINDS
from lkjip_analysis.rules.observations import OBSERVATIONS


def shapes(above: type[Relation]) -> list[type[Relation]]:
    """Every relation that a certificate can name."""
    found = [one for below in above.__subclasses__() for one in shapes(below)]
    return [*found, above] if "shape" in vars(above) else found


SHAPES = shapes(Relation)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_is_the_file_of_its_name(kind: Kind) -> None:
    module = inspect.getmodule(kind.build)
    assert module is not None
    assert module.__name__ == f"lkjip_analysis.rules.kinds.{kind.name}"
    assert module.__doc__
    assert {*kind.may_share, *kind.needs} <= kind.roles.keys()
    assert kind.name not in OBSERVATIONS


def test_every_kind_is_told_in_the_forms() -> None:
    forms = (SOURCE / "docs" / "FORMS.md").read_text(encoding="utf-8")
    lines = [line.split("|")[1] for line in forms.splitlines() if line.startswith("| `")]
    assert {*KINDS, *OBSERVATIONS} == set(re.findall(r"`(\w+)`", "".join(lines)))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_reads_what_it_declares_and_nothing_else(kind: Kind) -> None:
    """An entry that is read but not declared could never be written; one not read misleads."""
    source = inspect.getsource(sys.modules[kind.build.__module__])
    texts = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    through = {"weighted": "bobot", "cap": "maksimum"}
    called = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    read = {name for name in kind.roles if name in texts}
    assert read | {through[name] for name in called & through.keys()} >= kind.roles.keys()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_relation_answers_all_that_is_asked_of_it(shape: type[Relation]) -> None:
    asked = {name for name in dir(Rule) if not name.startswith("_")}
    fields = {*inspect.signature(shape).parameters, *dir(shape)}
    assert asked <= fields


def test_no_two_relations_share_a_name_in_certificates() -> None:
    names = [shape.shape for shape in SHAPES]
    assert len(set(names)) == len(names)


def test_what_is_observed_reads_what_is_declared() -> None:
    assert OBSERVERS.keys() == OBSERVATIONS.keys()


def test_an_entry_that_the_kind_does_not_read_is_named_with_the_nearest(tmp_path: Path) -> None:
    rows = (
        "a,A,1,Bagian,10,angka,orang,eksak,,,,\n"
        "b,A,1,Jumlah,10,angka,orang,eksak,jumlah,bagan=klaim[a].nilai,tercetak,s\n"
    )
    report = made_up(tmp_path, "tabel:\n  klaim: {label: N}\n", {"klaim": KLAIM + rows})
    with pytest.raises(InputError, match=r'klaim\.csv:3:sel: found the role "bagan".*"bagian"'):
        verify(report)


def test_a_certificate_of_a_kind_that_recheck_does_not_know_is_refused(tmp_path: Path) -> None:
    rows = (
        "a,A,1,Bagian,10,angka,orang,eksak,,,,\n"
        "b,A,1,Jumlah,11,angka,orang,eksak,jumlah,bagian=klaim[a].nilai,tercetak,s\n"
    )
    report = made_up(tmp_path, "tabel:\n  klaim: {label: N}\n", {"klaim": KLAIM + rows})
    (path,) = write_certificates(verify(report), tmp_path / "bukti")
    proof = json.loads(path.read_text("utf-8"))
    del proof["digest"]
    proof["rules"][0]["kind"] = "rahasia"
    path.write_text(json.dumps({**proof, "digest": digest(proof)}), encoding="utf-8")
    done = subprocess.run([sys.executable, str(RECHECK), str(path)], capture_output=True, text=True)
    assert done.returncode == 1
    assert "nor each kind of its relations is known" in done.stdout


def test_recheck_knows_every_relation_of_the_package() -> None:
    told = RECHECK.read_text(encoding="utf-8")
    told_shapes = re.findall(r'SHAPES = .*"([a-z_ ]+)"', told)[0].split()
    assert {shape.shape for shape in SHAPES} <= set(told_shapes)
