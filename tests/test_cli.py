"""The `lkjip` command as a user meets it: exit codes, messages, JSON, and the README's words."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from lkjip_analysis.loading import raw_folder
from lkjip_analysis.report import PROJECT
from lkjip_analysis.yamltext import SCHEMAS

BLORA = ("dindagkop-ukm-blora", "2021")


def lkjip(*words: str, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "lkjip_analysis", *words]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_report_with_wrong_figures_ends_with_1_and_names_their_cells() -> None:
    done = lkjip("verify", *BLORA)
    assert done.returncode == 1
    assert "Terbukti salah" in done.stdout and "anggaran.csv:9:realisasi" in done.stdout
    assert "Traceback" not in done.stderr


def test_findings_as_json_obey_the_published_schema() -> None:
    done = lkjip("verify", *BLORA, "--json", "-")
    findings = json.loads(done.stdout)
    jsonschema.validate(findings, json.loads((SCHEMAS / "temuan.schema.json").read_text("utf-8")))
    assert findings["summary"]["terbukti"] == 4 and done.returncode == 1


def test_the_hand_written_folder_gives_the_hand_checked_findings() -> None:
    contoh = PROJECT / "tests" / "contoh"
    done = lkjip("verify", "dinas-contoh", "2022", "--data", str(contoh), "--json", "-")
    assert json.loads(done.stdout) == json.loads((contoh / "temuan.json").read_text("utf-8"))
    assert done.returncode == 1


def test_json_goes_to_a_file_whole(tmp_path: Path) -> None:
    done = lkjip("verify", *BLORA, "--json", str(tmp_path / "temuan.json"))
    assert done.returncode == 1 and "angka teruji" in done.stdout
    assert json.loads((tmp_path / "temuan.json").read_text("utf-8"))["tahun"] == 2021
    assert [path.name for path in tmp_path.iterdir()] == ["temuan.json"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", "dindagkop-ukm-bora", "2021"], 'Did you mean "dindagkop-ukm-blora"?'),
        (["verify", "dindagkop-ukm-blora", "2019"], "Choose one of: 2013, 2014, 2020, 2021"),
        (["report", "dindagkop", "2021"], "dindagkop-ukm-blora"),
        (["report", *BLORA, "-p", "tahunn=1"], 'Did you mean "tahun"?'),
        (["report", *BLORA, "-p", "tahun"], "NAME=VALUE"),
        (["verifi", *BLORA], 'Did you mean "verify"?'),
        (["list", "--data", "nowhere"], "no report"),
    ],
)
def test_a_mistake_of_the_user_is_one_message_and_exit_code_2(words: list[str], told: str) -> None:
    done = lkjip(*words)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr


def test_another_data_folder_is_read_with_or_without_raw(tmp_path: Path) -> None:
    shutil.copytree(raw_folder().joinpath(*BLORA), (tmp_path / "raw").joinpath(*BLORA))
    for folder in (tmp_path, tmp_path / "raw"):
        assert lkjip("list", "--data", str(folder)).stdout.split() == list(BLORA)


def test_unreadable_input_tells_every_problem_at_once(tmp_path: Path) -> None:
    shutil.copytree(raw_folder() / BLORA[0], tmp_path / BLORA[0])
    folder = tmp_path / BLORA[0] / BLORA[1]
    budget = (folder / "anggaran.csv").read_text("utf-8")
    (folder / "anggaran.csv").write_text(budget.replace("26.200.000", "26.20.000"), "utf-8")
    export = (folder / "ekspor.csv").read_text("utf-8")
    (folder / "ekspor.csv").write_text(export.replace("39.109", "banyak"), "utf-8")
    done = lkjip("verify", *BLORA, "--data", str(tmp_path))
    assert done.returncode == 2
    assert 'anggaran.csv:2:realisasi: found "26.20.000"' in done.stderr
    assert 'ekspor.csv:2:nilai_usd: found "banyak"' in done.stderr


def test_help_names_every_command() -> None:
    done = lkjip("--help")
    assert done.returncode == 0
    for command in ("list", "verify", "report", "lab"):
        assert re.search(rf"^\s+{command}\s", done.stdout, re.MULTILINE), command


def _readme_commands() -> list[str]:
    text = (PROJECT / "README.md").read_text("utf-8")
    blocks = re.findall(r"```(?:sh|console)?\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_readme_names_the_two_commands_of_the_set_up() -> None:
    assert {"python run.py report", "python run.py test"} <= set(_readme_commands())


@pytest.mark.parametrize(
    "command",
    [line for line in _readme_commands() if line.startswith("lkjip ") and "lab" not in line],
)
def test_a_command_of_the_readme_does_what_it_says(command: str, tmp_path: Path) -> None:
    words = command.partition("#")[0].split()[1:]
    extra = ["--reports", str(tmp_path)] if words[0] == "report" else []
    done = lkjip(*words, *extra)
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr
    assert done.stdout.strip()
