"""A weighted mean, a kind of rule added by its file alone: bound, found wrong, told, rechecked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from folders import KLAIM, RECHECK, made_up

from lkjip_analysis.checking.certificates import write_certificates
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.report import Report

MARKS = ("80,00", "70,00", "60,00", "90,00")


def marked(folder: Path, printed: str, weights: str = "bobot=30+30+15+25") -> Report:
    """The marks of four components, and the mark of the whole."""
    rows = [
        f'm{i},A,1,Komponen {i},"{mark}",angka,poin,bulat,,,,\n' for i, mark in enumerate(MARKS)
    ]
    parts = "+".join(f"klaim[m{i}].nilai" for i in range(len(MARKS)))
    told = f"bagian={parts}" + (f"; {weights}" if weights else "")
    rule = f'r,A,1,Nilai,"{printed}",angka,poin,bulat,rata_tertimbang,{told},tercetak,nilai\n'
    return made_up(
        folder, "tabel:\n  klaim: {label: N}\n", {"klaim": "".join([KLAIM, *rows, rule])}
    )


@pytest.mark.parametrize("weights", ["bobot=30+30+15+25", "bobot=3+3+1.5+2.5"])
@pytest.mark.parametrize("printed", ["76,50", "67,50"])
def test_each_mark_counts_as_its_weight_says(tmp_path: Path, printed: str, weights: str) -> None:
    # (30 x 80 + 30 x 70 + 15 x 60 + 25 x 90) / 100 = 76,5
    found = verify(marked(tmp_path, printed, weights)).findings
    assert [finding.verdict for finding in found] == ["ambigu"] * (printed != "76,50")
    assert all("hasil hitung 76,50" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ("", 'no "bobot"'),
        ("bobot=30+30+15", "3 weights for 4 cells"),
        ("bobot=1+1+1+-3", "which add up to 0"),
    ],
)
def test_weights_that_make_no_whole_are_refused(tmp_path: Path, weights: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        verify(marked(tmp_path, "76,50", weights))


def test_its_certificate_is_rechecked_without_the_package(tmp_path: Path) -> None:
    write_certificates(verify(marked(tmp_path, "67,50")), tmp_path / "bukti")
    command = [sys.executable, str(RECHECK), str(tmp_path / "bukti")]
    assert subprocess.run(command, capture_output=True).returncode == 0
