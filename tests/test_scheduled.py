"""The recipe for a run every night says so where it fails, and is silent where it does not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

RECIPE = Path(__file__).resolve().parents[1] / "docs" / "SCHEDULED.md"


def block(kind: str) -> str:
    (found,) = re.findall(rf"```{kind}\n(.*?)```", RECIPE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


@pytest.mark.skipif(sys.platform == "win32", reason="cron is none of Windows")
@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_night_that_fails_is_told_with_what_failed_and_a_good_one_is_not(
    code: int, tmp_path: Path
) -> None:
    (tmp_path / "malam").write_text(block("sh"), encoding="utf-8")
    standing_in = tmp_path / "lkjip"
    standing_in.write_text(f'#!/bin/sh\necho "dinas-c 2022: rusak: $*" >&2\nexit {code}\n')
    standing_in.chmod(0o755)
    env = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    command = ["sh", str(tmp_path / "malam"), str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    assert done.returncode == code and done.stderr == ""
    told = f"exit code {code}" in done.stdout and "dinas-c 2022: rusak" in done.stdout
    assert told if code else done.stdout == ""


def test_the_recipe_of_a_service_runs_the_command_and_keeps_the_pages_however_it_ends() -> None:
    told = yaml.safe_load(block("yaml"))
    steps = told["jobs"]["laporan"]["steps"]
    assert {"run": "python run.py report --all"} in steps
    assert steps[-1]["if"] == "always()" and steps[-1]["with"]["path"] == "reports"
