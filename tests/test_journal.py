"""The run log: what an office can say later about who ran what, and on which figures."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]

CLARIFIED = "anggaran-2.perizinan-realisasi"


def run(home: Path, *words: str, **told: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k != "LKJIP_CATATAN"}
    env |= {"LKJIP_HOME": str(home), "PYTHONPATH": str(HOME), **told}
    command = [sys.executable, "-m", "lkjip_analysis", *words]
    return subprocess.run(command, cwd=home, env=env, capture_output=True, text=True)


def log_of(home: Path) -> list[dict]:
    text = (home / "reports" / "catatan.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    name = Path("data", "raw", "dindagkop-ukm-blora")
    shutil.copytree(HOME / name / "2021", tmp_path / name / "2021")
    (tmp_path / name / "2021" / "koreksi.csv").unlink(missing_ok=True)
    return tmp_path


def test_a_command_that_writes_leaves_one_line_and_one_that_reads_none(home: Path) -> None:
    assert run(home, "list").returncode == 0
    assert not (home / "reports").exists()
    done = run(home, "verify", "dindagkop-ukm-blora", "2021", "--json", "temuan.json",
               LKJIP_OLEH="Pemeriksa Buatan", LKJIP_PERAN="pemeriksa")  # fmt: skip
    assert done.returncode == 1, done.stderr
    (line,) = log_of(home)
    assert line["perintah"][:2] == ["verify", "dindagkop-ukm-blora"]
    assert (line["oleh"], line["peran"], line["keluar"]) == ("Pemeriksa Buatan", "pemeriksa", 1)
    written = hashlib.sha256((home / "temuan.json").read_bytes()).hexdigest()
    assert line["ditulis"] == {"temuan.json": written}
    assert list(line["dibaca"]) == ["data/raw/dindagkop-ukm-blora/2021"]


def test_the_log_tells_other_data_by_another_hash_and_nobody_who_was_not_named(home: Path) -> None:
    folder = home / "data" / "raw" / "dindagkop-ukm-blora" / "2021"
    words = ("verify", "dindagkop-ukm-blora", "2021", "--json", "temuan.json")
    run(home, *words)
    table = next(p for p in sorted(folder.glob("anggaran*.csv")))
    table.write_bytes(table.read_bytes().replace(b"100.000.000", b"10.000.000"))
    run(home, *words)
    first, second = log_of(home)
    assert first["dibaca"].keys() == second["dibaca"].keys()
    assert first["dibaca"] != second["dibaca"] and first["ditulis"] != second["ditulis"]
    assert {first["oleh"], second["oleh"]} == {""}
    assert str(home) not in json.dumps([first, second])


def test_who_accepts_a_correction_stands_in_the_log(home: Path) -> None:
    words = ("koreksi", "dindagkop-ukm-blora", "2021", "--terima", CLARIFIED)
    done = run(home, *words, "--oleh", "Ibu Contoh", "--peran", "penyetuju")
    assert done.returncode == 0, done.stderr
    (line,) = log_of(home)
    assert (line["oleh"], line["peran"]) == ("Ibu Contoh", "penyetuju")
    folder = "data/raw/dindagkop-ukm-blora/2021"
    proof = f"{folder}/sertifikat/{CLARIFIED}.json"
    assert list(line["ditulis"]) == [folder, f"{folder}/koreksi.csv", proof]


def test_a_log_that_cannot_be_written_is_said_and_stops_nothing(home: Path) -> None:
    (home / "reports" / "catatan.jsonl").mkdir(parents=True)
    words = ("verify", "dindagkop-ukm-blora", "2021", "--json", "temuan.json")
    done = run(home, *words)
    assert done.returncode == 1 and (home / "temuan.json").is_file()
    assert "catatan.jsonl" in done.stderr and "Traceback" not in done.stderr


def test_results_that_lie_elsewhere_have_their_log_beside_them(home: Path, tmp_path: Path) -> None:
    table = (
        "# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023\n\nTabel 1 Bantuan\n\n"
        "| Kecamatan | L | P | Jumlah |\n|---|---|---|---|\n"
        "| Utara | 1 | 2 | 3 |\n| Timur | 4 | 5 | 9 |\n"
    )
    (home / "a.md").write_text(table, encoding="utf-8")
    there = tmp_path / "di lain tempat"
    done = run(home, "periksa", "a.md", "-o", str(there))
    assert done.returncode == 0, done.stderr
    assert (there / "catatan.jsonl").is_file() and not (home / "reports").exists()


def test_a_place_whose_name_is_too_long_is_told_by_the_command_alone(tmp_path: Path) -> None:
    done = run(tmp_path, "periksa", "tidak-ada.pdf", "-o", "x" * 300)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    (tmp_path / "a.md").write_text("| a | b |\n|---|---|\n| x | 1 |\n")
    done = run(tmp_path, "periksa", "a.md", "--instansi", "x", "--tahun", "2022", "-o", "x" * 300)
    told = done.stderr.strip().splitlines()
    assert done.returncode == 2 and len(told) == 1 and "Traceback" not in told[0]
