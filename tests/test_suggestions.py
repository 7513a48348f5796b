"""What a command suggests next works as it stands, and `check` blames only what is at fault."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from folders import KLAIM, made_up, write_folder
from typer.testing import CliRunner, Result

from lkjip_analysis.commands.cli import app

BUDGET = "tabel:\n  anggaran: {label: Tabel 3.9, transkripsi: ganda}\n"
WRONG = "kode,program,pagu,realisasi\np,P,500,300\nq,Q,400,260\njumlah,JUMLAH,900,860\n"


def lkjip(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def suggested(text: str) -> list[str]:
    """The words of the last command that a text names."""
    found = re.findall(r"lkjip ((?:check|koreksi|kembalikan|list) ?[^`\n]*)", text)
    return shlex.split(found[-1])


@pytest.mark.parametrize("folder", ["data", "data lain"])
def test_what_is_suggested_names_the_data_folder_that_was_given(
    tmp_path: Path, folder: str
) -> None:
    base = tmp_path / folder
    write_folder(base, BUDGET, {"anggaran": WRONG})
    told = lkjip("koreksi", "dinas-contoh", "2021", "--data", str(base)).stdout
    assert suggested(told)[-2:] == ["--data", str(base)]

    told = lkjip("new", "dinas-contoh", "2022", "--from", "2021", "--data", str(base)).stdout
    assert suggested(told) == ["check", "dinas-contoh", "2022", "--data", str(base)]
    assert lkjip(*suggested(told)).exit_code in (0, 1)


@pytest.mark.parametrize("words", [("--bahasa", "en", "new"), ("new", "--bahasa=en")])
def test_what_is_suggested_speaks_the_language_that_was_asked_for(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "id")
    told = lkjip(*words, "dinas-contoh", "2022", "--data", str(tmp_path)).stdout
    assert suggested(told)[-4:] == ["--data", str(tmp_path), "--bahasa", "en"]
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    told = lkjip("new", "dinas-contoh", "2023", "--data", str(tmp_path)).stdout
    assert "--bahasa" not in told


def test_without_a_data_folder_nothing_is_added() -> None:
    told = lkjip("koreksi", "dindagkop-ukm-blora", "2021").stdout
    assert "--data" not in told


ACHIEVED = "kode,indikator,r2015,target,realisasi,capaian\naki,Angka Kematian Ibu,1,2,3,4\n"
CLAIM = f"{KLAIM}r,BAB III,1,Realisasi,186,angka,kasus,bulat,,,,\n"
DECLARED = """\
indikator:
  aki: {nama: Angka Kematian Ibu, arah: turun, rumus: T/R}
tabel:
  capaian: {label: Tabel 3.8, transkripsi: ganda}
  klaim: {label: Naskah, transkripsi: ganda}
"""


def test_check_blames_the_table_that_cannot_be_read_and_nothing_that_follows(
    tmp_path: Path,
) -> None:
    write_folder(tmp_path, DECLARED, {"capaian": ACHIEVED, "klaim": CLAIM})
    done = lkjip("check", "dinas-contoh", "2021", "--data", str(tmp_path))
    assert done.exit_code == 2
    assert 'capaian.csv:1: found the column "r2015"' in done.output
    assert "belum ada barisnya" not in done.output and "ikat Realisasi" not in done.output


def test_check_still_says_what_is_lacking_where_every_table_can_be_read(tmp_path: Path) -> None:
    tables = {"capaian": "kode,indikator,target,realisasi,capaian\nlain,Lain,2,3,\n",
              "klaim": CLAIM}  # fmt: skip
    write_folder(tmp_path, DECLARED, tables)
    done = lkjip("check", "dinas-contoh", "2021", "--data", str(tmp_path))
    assert "indikator aki belum ada barisnya" in done.output
    assert "ikat Realisasi pada sel tabel" in done.output


@pytest.mark.parametrize(
    ("nama", "pemerintah", "whole"),
    [
        ("Pemerintah Kabupaten Ende", "Kabupaten Ende", "Pemerintah Kabupaten Ende"),
        ("Dinas Sosial Kab. Ende", "Pemerintah Kabupaten Ende", "Dinas Sosial Kab. Ende"),
        ("Dinas Sosial", "Kabupaten Ende", "Dinas Sosial Kabupaten Ende"),
        ("Pengadilan Agama Ende", "", "Pengadilan Agama Ende"),
    ],
)
def test_a_government_is_named_once(tmp_path: Path, nama: str, pemerintah: str, whole: str) -> None:
    report = made_up(tmp_path, BUDGET, {"anggaran": WRONG})
    path = tmp_path / "raw" / "dinas-contoh" / "2021" / "laporan.yaml"
    text = path.read_text("utf-8").replace("nama: Dinas Contoh", f"nama: {nama}")
    path.write_text(text + (f"pemerintah: {pemerintah}\n" if pemerintah else ""), "utf-8")
    told = lkjip("perbaikan", report.instansi, "2021", "--data", str(tmp_path)).stdout
    assert f"\n{whole}, tahun 2021." in told
