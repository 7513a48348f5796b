"""Every command that verifies a report says the same of it, other years and evidence included."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import openpyxl
import pandas as pd
import pytest
from folders import OTHERS
from test_between_years import BUDGET, LEDGER
from typer.testing import CliRunner, Result
from years import AGENCY, with_achievement, write_year

from lkjip_analysis.building.nation.verifying import verify_all
from lkjip_analysis.building.one_report import build
from lkjip_analysis.building.watching import looks
from lkjip_analysis.commands.cli import app
from lkjip_analysis.report.reports_at_hand import available

TESTS = Path(__file__).parent
FOLDERS = (TESTS.parent / "data", TESTS / "contoh", OTHERS)


@dataclass(frozen=True)
class Asked:
    """A report, and a folder for what a command writes about it."""

    instansi: str
    tahun: int
    data: Path
    place: Path

    @property
    def named(self) -> tuple[str, ...]:
        return self.instansi, str(self.tahun), "--data", str(self.data)


def lkjip(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def by_verify(asked: Asked) -> list[str]:
    told = json.loads(lkjip("verify", *asked.named, "--json", "-").stdout)
    return [finding["id"] for finding in told["findings"]]


def by_export(asked: Asked) -> list[str]:
    folder = Path(lkjip("ekspor", *asked.named).stdout.strip().splitlines()[-1])
    told = json.loads((folder / "temuan.json").read_text("utf-8"))
    return [finding["id"] for finding in told["findings"]]


def by_report(asked: Asked) -> list[str]:
    """The front page alone: the notebooks ask at the same door, and are slow."""
    none = asked.place / "tanpa-naskah"
    none.mkdir()
    build(asked.instansi, asked.tahun, asked.data, asked.place / "reports", none)
    folder = asked.data / "processed" / asked.instansi / str(asked.tahun)
    told = json.loads((folder / "temuan.json").read_text("utf-8"))
    return [finding["id"] for finding in told["findings"]]


def by_verify_all(asked: Asked) -> list[str]:
    pytest.importorskip("pyarrow")
    place = asked.place / "seluruh"
    verify_all([(asked.instansi, asked.tahun)], asked.data, place, 1)
    found = pd.read_parquet(place / "temuan")
    return list(found["id"]) if len(found) else []


def by_review(asked: Asked) -> list[str]:
    paper = asked.place / "reviu.xlsx"
    told = ("--tahun", str(asked.tahun), "--data", str(asked.data), "-o", str(paper))
    lkjip("reviu", *told)
    for sheet in openpyxl.load_workbook(paper).worksheets[1:]:
        rows = list(sheet.iter_rows(values_only=True))
        if any(f"Kode instansi: {asked.instansi}" in str(cell) for row in rows for cell in row):
            head = next(i for i, row in enumerate(rows) if "Kode temuan" in row)
            column = rows[head].index("Kode temuan")
            return [str(row[column]) for row in rows[head + 1 :] if row[column]]
    return []


def by_watch(asked: Asked) -> list[str]:
    end = Event()
    end.set()
    seen = next(iter(looks(asked.instansi, asked.tahun, asked.data, end))).verification
    assert seen is not None
    return [finding.id for finding in seen.findings]


def by_corrections(asked: Asked) -> list[str]:
    return re.findall(r"Kode temuan: (.+)", lkjip("perbaikan", *asked.named).stdout)


DOORS: tuple[Callable[[Asked], list[str]], ...] = (
    by_export, by_report, by_verify_all, by_review, by_watch, by_corrections,
)  # fmt: skip


def check_doors(instansi: str, tahun: int, data: Path, place: Path) -> list[str]:
    """Every door holds what `verify` says; the ids that it says."""
    asked = Asked(instansi, tahun, data, place)
    place.mkdir(parents=True)
    said = sorted(by_verify(asked))
    for door in DOORS:
        assert sorted(door(asked)) == said, door.__name__
    offered = re.findall(r"^(\S+)  ", lkjip("koreksi", *asked.named).stdout, re.MULTILINE)
    assert set(offered) <= set(said)
    return said


REPORTS = [
    (data, instansi, year)
    for data in FOLDERS
    for instansi, years in available(data).items()
    for year in years
]


@pytest.mark.parametrize(("data", "instansi", "tahun"), REPORTS, ids=str)
def test_every_command_finds_the_same_in_every_folder_of_the_tests(
    data: Path, instansi: str, tahun: int, tmp_path: Path
) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data / "raw" / instansi, copy / "raw" / instansi)
    check_doors(instansi, tahun, copy, tmp_path / "hasil")


def test_what_another_year_prints_is_said_by_every_command(tmp_path: Path) -> None:
    # The report of 2020 prints 90 for 2020, that of 2021 says it was 80.
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,90,90,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,95,95,80\n")
    said = check_doors(AGENCY, 2021, tmp_path, tmp_path / "hasil")
    assert said == ["antar-tahun.capaian[1.layanan].capaian_lalu"]


def test_what_a_document_contradicts_is_said_by_every_command(tmp_path: Path) -> None:
    ledger = BUDGET.replace("2.000,1.500", "2.000,1.400")
    write_year(tmp_path, 2021, LEDGER, {"anggaran": BUDGET}, {"lra": ledger, "dpa": BUDGET})
    said = check_doors(AGENCY, 2021, tmp_path, tmp_path / "hasil")
    assert said == ["bukti.anggaran[b].realisasi"]


def test_a_year_that_cannot_be_read_stops_no_command_for_the_other(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,95,90,\n")
    broken = with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,90,90,\n")
    (broken / "capaian.csv").write_text("kode,indikator,taget\n1.layanan,Layanan,100\n", "utf-8")
    assert check_doors(AGENCY, 2021, tmp_path, tmp_path / "hasil") == ["capaian.capaian[1.layanan]"]
