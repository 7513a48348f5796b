"""run.py: sets up once, repairs what was interrupted, and says in one sentence what is wrong."""

from __future__ import annotations

import ast
import importlib.util
import multiprocessing
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from lkjip_analysis.report import PROJECT


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py of a project folder of its own, whose installation is only recorded."""
    spec = importlib.util.spec_from_file_location("run_under_test", PROJECT / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("requirements.lock", "requirements-lab.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(module, "HOME", tmp_path)
    module.installed = []  # type: ignore[attr-defined]

    def install(folder: Path, python: Path, lock: Path) -> None:
        folder.mkdir(exist_ok=True)
        module.installed.append((folder.name, lock.name))  # type: ignore[attr-defined]

    monkeypatch.setattr(module, "install", install)
    module.looked = []  # type: ignore[attr-defined]
    monkeypatch.setattr(module, "whole", lambda python, lock: module.looked.append(lock.name))
    return module


def test_the_first_start_installs_and_the_second_does_not(run: ModuleType) -> None:
    run.ready("")
    run.ready("")
    assert run.installed == [(".venv", "requirements.lock")]


def test_a_changed_lock_installs_again(run: ModuleType) -> None:
    run.ready("")
    (run.HOME / "requirements.lock").write_text("another")
    run.ready("")
    assert len(run.installed) == 2


def test_the_lab_has_an_environment_of_its_own(run: ModuleType) -> None:
    run.ready("-lab")
    assert run.installed == [(".venv-lab", "requirements-lab.lock")]


def test_an_interrupted_installation_starts_over(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete = run.install

    def interrupted(folder: Path, python: Path, lock: Path) -> None:
        folder.mkdir()
        (folder / "half").write_text("")
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run.ready("")
    monkeypatch.setattr(run, "install", complete)
    run.ready("")
    assert run.installed == [(".venv", "requirements.lock")]


def test_an_environment_copied_with_the_folder_is_made_anew(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.ready("")
    moved = run.HOME.with_name("moved")
    run.HOME.rename(moved)
    monkeypatch.setattr(run, "HOME", moved)
    run.ready("")
    assert len(run.installed) == 2


def _hold(path: str, held: multiprocessing.Queue[str]) -> None:
    spec = importlib.util.spec_from_file_location("run_in_child", PROJECT / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with module.only_one(Path(path)):
        held.put("child")


def test_two_starts_at_once_install_one_after_the_other(run: ModuleType, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held = context.Queue()
    with run.only_one(tmp_path / "lock"):
        child = context.Process(target=_hold, args=(str(tmp_path / "lock"), held))
        child.start()
        child.join(1.5)
        assert child.is_alive() and held.empty()
    child.join(20)
    assert held.get(timeout=5) == "child"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("error sending request for url", "connect to the internet"),
        ("ERROR: No matching distribution found for pandas==3.1.1", "connect to the internet"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "cannot be written"),
        ("The virtual environment was not created: ensurepip is not available", "python3-venv"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "locked hash"),
        (
            "PermissionError: [WinError 32] The process cannot access the file because it is being "
            "used by another process: 'pip.exe'",
            "not synchronised",
        ),
        ("HINT: ... system does not have Windows Long Path support enabled.", "too deep"),
        ("something new", "report the details"),
    ],
)
def test_a_failed_installation_is_one_sentence(output: str, told: str, run: ModuleType) -> None:
    sentence = run.cause_of(output)
    assert told in sentence and sentence.endswith(".") and "\n" not in sentence


def test_a_failed_step_names_its_cause_and_keeps_the_details(run: ModuleType) -> None:
    script = "import sys; print('Connection refused', file=sys.stderr); sys.exit(1)"
    with pytest.raises(run.Trouble, match="connect to the internet once and start again"):
        run.checked([sys.executable, "-c", script])


def test_an_unknown_task_names_the_nearest(
    run: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["reprot"]) == 2
    assert 'did you mean "report"?' in capsys.readouterr().err


def test_no_word_and_help_tell_what_can_be_started(
    run: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main([]) == run.main(["--help"]) == 0
    told = capsys.readouterr().out
    for task in ("report", "verify", "test", "lab", "list"):
        assert told.count(f"run.py {task}") == 2


def test_the_exit_code_of_a_task_is_passed_on(run: ModuleType) -> None:
    assert run.started([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_report_alone_means_the_committed_report(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(run, "started", lambda command: seen.append(command[2:]) or 0)
    run.main(["report"])
    run.main(["report", "dinas-lain", "2022"])
    run.main(["verify", "--json", "-"])
    assert seen == [
        ["lkjip_analysis", "report", "dindagkop-ukm-blora", "2021"],
        ["lkjip_analysis", "report", "dinas-lain", "2022"],
        ["lkjip_analysis", "verify", "dindagkop-ukm-blora", "2021", "--json", "-"],
    ]


def test_an_old_python_is_told_which_one_is_needed() -> None:
    path = PROJECT / "run.py"
    ast.parse(path.read_text("utf-8"), feature_version=(3, 6))
    script = f"import sys; sys.version_info = (3, 8, 1); exec(open({str(path)!r}).read())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 1
    told = done.stderr.strip()
    assert told.startswith("This project needs Python 3.11 or later, and this is Python 3.8")
    assert "Traceback" not in done.stderr


def test_counts_come_from_the_test_report(run: ModuleType, tmp_path: Path) -> None:
    report = tmp_path / "tests.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'
    )
    assert run.counts(report) == (6, 3, 3)
    assert run.counts(tmp_path / "none.xml") == (0, 0, 0)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], False),
        (["--force"], False),
        (["dinas-a", "2021"], True),
        (["--data", "x", "dinas-a", "2021"], True),
        (["--all"], True),
        (["--tahun=2020:2022"], True),
        (["--instansi", "dinas-a,dinas-b"], True),
    ],
)
def test_the_default_report_is_meant_only_where_none_is_named(
    run: ModuleType, words: list[str], named: bool
) -> None:
    assert run.names_a_report(words) is named
