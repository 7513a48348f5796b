"""run.py: sets up once, repairs what was interrupted, and says in one sentence what is wrong."""

from __future__ import annotations

import ast
import contextlib
import multiprocessing
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from lkjip_analysis.commands.cli import app
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

sys.path.append(str(PROJECT))
sys.path.append(str(PROJECT / "benchmarks"))
from crash import running

import run
from tools.first_start import all_tests, environment, installation, words

LEVELS = ("", "-many", "-scan", "-test", "-lab")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A project folder of its own, whose installation is only recorded."""
    for name in (*(f"requirements{level}.lock" for level in LEVELS), "pyproject.toml"):
        (tmp_path / name).write_text(name)
    at_home(tmp_path, monkeypatch)
    seen = SimpleNamespace(home=tmp_path, installed=[], fresh=[], looked=[])

    def install(folder: Path, python: Path, lock: Path, fresh: bool) -> None:
        folder.mkdir(exist_ok=True)
        seen.fresh.append(fresh)
        seen.installed.append((folder.name, lock.name))

    monkeypatch.setattr(installation, "install", install)
    monkeypatch.setattr(environment, "whole", lambda python, lock: seen.looked.append(lock.name))
    return seen


def at_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (environment, installation, all_tests):
        monkeypatch.setattr(module, "PROJECT", folder)


def test_the_first_start_installs_and_the_second_does_not(project: SimpleNamespace) -> None:
    environment.ready("")
    environment.ready("")
    assert project.installed == [(".venv", "requirements.lock")]


def test_nothing_is_installed_but_what_the_lock_holds_by_its_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[list[str]] = []
    monkeypatch.setattr(installation, "checked", steps.append)
    for uv in ("uv", None):
        monkeypatch.setattr(installation.shutil, "which", lambda *_, **__: uv)  # noqa: B023
        installation.install(tmp_path / ".venv", Path("python"), tmp_path / "a.lock", False)
    installs = [step for step in steps if "install" in step]
    assert len(installs) == 5  # the packages and the project, by uv and by pip, and uv itself
    for step in installs:
        assert "--require-hashes" in step or {"--no-index", "--no-deps"} <= set(step)
        assert "--no-deps" in step or step[-1].endswith("requirements-uv.lock")


def test_a_changed_lock_installs_again(project: SimpleNamespace) -> None:
    environment.ready("")
    (project.home / "requirements.lock").write_text("another")
    environment.ready("")
    assert len(project.installed) == 2


def test_the_lab_has_an_environment_of_its_own(project: SimpleNamespace) -> None:
    environment.ready("-lab")
    assert project.installed == [(".venv-lab", "requirements-lab.lock")]


def test_a_task_that_needs_more_adds_it_once_and_the_others_go_on_with_it(
    project: SimpleNamespace,
) -> None:
    for level in ("", "-many", "", "-many", "-test", "-many", ""):
        environment.ready(level)
    assert project.installed == [
        (".venv", f"requirements{level}.lock") for level in ("", "-many", "-test")
    ]
    assert project.fresh == [True, False, False]


def test_what_held_everything_is_set_up_again_with_everything(
    project: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ready("-test")
    (project.home / ".venv" / "lost").write_text("a file more than the stamp tells")
    monkeypatch.setattr(environment, "whole", _raise_once())
    environment.ready("")
    assert project.installed == [(".venv", "requirements-test.lock")] * 2
    assert project.fresh == [True, True]


def _raise_once() -> Callable[[Path, Path], None]:
    """An environment that is not whole when it is looked at, and is once it was made anew."""
    left = ["NOT WHOLE"]

    def whole(python: Path, lock: Path) -> None:
        if left:
            raise installation.Trouble(left.pop())

    return whole


@pytest.mark.parametrize(
    ("task", "words", "level"),
    [
        ("report", ["dinas-contoh", "2022"], ""),
        ("report", ["--all"], ""),
        ("report", ["--all", "--scheduler=tcp://a:1"], "-many"),
        ("verify", [], ""),
        ("verify", ["--all"], "-many"),
        ("ekspor", ["--periksa"], "-many"),
        ("periksa", ["lkjip.pdf"], ""),
        ("periksa", ["lkjip.pdf", "--pindaian"], "-scan"),
        ("test", ["tests/test_run.py"], "-test"),
        ("lab", [], "-lab"),
        ("lab", ["--help"], ""),
    ],
)
def test_how_much_a_task_needs(
    project: SimpleNamespace, task: str, words: list[str], level: str
) -> None:
    assert run.level_of(task, words) == level


def test_an_interrupted_installation_starts_over(
    project: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete = installation.install

    def interrupted(folder: Path, python: Path, lock: Path, fresh: bool) -> None:
        folder.mkdir()
        (folder / "half").write_text("")
        raise KeyboardInterrupt

    monkeypatch.setattr(installation, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.ready("")
    monkeypatch.setattr(installation, "install", complete)
    environment.ready("")
    assert project.installed == [(".venv", "requirements.lock")]


def test_an_environment_copied_with_the_folder_is_made_anew(
    project: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ready("")
    moved = project.home.with_name("moved")
    project.home.rename(moved)
    at_home(moved, monkeypatch)
    environment.ready("")
    assert len(project.installed) == 2


def _hold(path: str, held: multiprocessing.Queue[str]) -> None:
    with environment.only_one(Path(path)):
        held.put("child")


def test_a_start_from_inside_the_environment_survives_its_replacement(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "inner"], check=True)
    inner = tmp_path / "inner" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    code = "from tools.first_start.installation import OUTER; print(OUTER)"
    told = subprocess.run(
        [inner, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    outer = Path(told.stdout.strip())
    assert outer.is_file() and not outer.is_relative_to(tmp_path)


def test_two_starts_at_once_install_one_after_the_other(
    project: SimpleNamespace, tmp_path: Path
) -> None:
    context = multiprocessing.get_context("spawn")
    held = context.Queue()
    with environment.only_one(tmp_path / "lock"):
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
def test_a_failed_installation_is_one_sentence(
    output: str, told: str, project: SimpleNamespace
) -> None:
    sentence = installation.cause_of(output)
    assert told in sentence and sentence.endswith(".") and "\n" not in sentence


def test_a_failed_step_names_its_cause_and_keeps_the_details(project: SimpleNamespace) -> None:
    script = "import sys; print('Connection refused', file=sys.stderr); sys.exit(1)"
    with pytest.raises(installation.Trouble, match="connect to the internet once and start again"):
        installation.checked([sys.executable, "-c", script])


def test_an_unknown_task_names_the_nearest(
    project: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["reprot"]) == 2
    assert 'did you mean "report"?' in capsys.readouterr().err


def test_no_word_and_help_tell_what_can_be_started(
    project: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main([]) == run.main(["--help"]) == 0
    told = capsys.readouterr().out
    for task in ("report", "verify", "test", "lab", "list"):
        assert told.count(f"run.py {task}") == 2


def test_the_exit_code_of_a_task_is_passed_on(project: SimpleNamespace) -> None:
    assert run.started([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_words_are_passed_on_as_they_are(
    project: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(run, "started", lambda command: seen.append(command[1:]) or 0)
    run.main(["report"])
    run.main(["report", "dinas-lain", "2022"])
    run.main(["verify", "--json", "-"])
    assert seen == [
        ["-P", "-m", "lkjip_analysis", "report"],
        ["-P", "-m", "lkjip_analysis", "report", "dinas-lain", "2022"],
        ["-P", "-m", "lkjip_analysis", "verify", "--json", "-"],
    ]


def test_an_old_python_is_told_which_one_is_needed() -> None:
    for name in ("run.py", "tools/__init__.py", "tools/first_start/__init__.py",
                 "tools/first_start/words.py"):  # fmt: skip
        text = (PROJECT / name).read_text("utf-8")
        written = ast.parse(text, feature_version=(3, 6))
        # Python 2.7 knows a star in calls alone, and no comma behind it.
        within = {star for call in ast.walk(written) if isinstance(call, ast.Call)
                  for star in call.args}  # fmt: skip
        stars = [one for one in ast.walk(written) if isinstance(one, ast.Starred)]
        assert within.issuperset(stars), name
        assert not re.search(r"(?m)^\s+\*.*,$", text), name
    script = "import sys; sys.version_info = (3, 8, 1); import run"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 1
    told = done.stderr.strip()
    assert told.startswith("This project needs Python 3.11 or later, and this is Python 3.8")
    assert "Traceback" not in done.stderr


def test_counts_come_from_the_test_report(project: SimpleNamespace, tmp_path: Path) -> None:
    report = tmp_path / "tests.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'
    )
    assert all_tests.counts(report) == (6, 3, 3)
    assert all_tests.counts(tmp_path / "none.xml") == (0, 0, 0)


# An environment that is not what its stamp says.


def test_an_environment_that_lost_a_file_is_set_up_again(
    project: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ready("")
    package = project.home / ".venv" / "lib" / "pandas"
    package.mkdir(parents=True)
    (package / "core.py").write_text("")
    environment.ready("")  # a file more: looked at, and found whole
    assert len(project.installed) == 1
    (package / "core.py").unlink()

    def broken(python: Path, lock: Path) -> None:
        if len(project.installed) == 1:
            raise installation.Trouble("not whole")

    monkeypatch.setattr(environment, "whole", broken)
    environment.ready("")
    assert len(project.installed) == 2


def test_what_cannot_be_imported_is_not_stamped(
    project: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(python: Path, lock: Path) -> None:
        raise installation.Trouble("not whole")

    monkeypatch.setattr(environment, "whole", broken)
    with pytest.raises(installation.Trouble):
        environment.ready("")
    assert not (project.home / ".venv" / "lock.sha256").exists()


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder with one installed package, as its RECORD tells."""
    (tmp_path / "satu").mkdir()
    (tmp_path / "satu" / "__init__.py").write_text("x = 1\n")
    info = tmp_path / "satu-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: satu\nVersion: 1.0\n")
    (info / "RECORD").write_text("satu/__init__.py,,6\nsatu-1.0.dist-info/RECORD,,\n")
    (tmp_path / "lock").write_text("satu==1.0 \\\n    --hash=sha256:00\nlain==2 ; os_name == 'x'\n")
    return tmp_path


def looked_at(packages: Path, *modules: str) -> str:
    words = [sys.executable, "-S", "-P", str(environment.CHECK), str(packages / "lock"), *modules]
    done = subprocess.run(words, env={"PYTHONPATH": str(packages)}, capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def test_a_package_is_whole_with_every_file_in_its_size(
    project: SimpleNamespace, packages: Path
) -> None:
    assert looked_at(packages, "satu") == ""
    (packages / "satu" / "__init__.py").write_text("")
    assert "NOT WHOLE" in looked_at(packages)
    (packages / "satu" / "__init__.py").unlink()
    assert "NOT WHOLE" in looked_at(packages)
    assert "not whole" in installation.cause_of(looked_at(packages))


def test_a_package_of_another_version_or_one_that_fails_to_import_is_told(
    project: SimpleNamespace, packages: Path
) -> None:
    assert "ModuleNotFoundError" in looked_at(packages, "dua")
    (packages / "lock").write_text("satu==1.1 \\\n")
    assert "NOT WHOLE: satu is not of the version 1.1" in looked_at(packages)


# Who kills run.py while it installs.

STEP = (
    "import subprocess, sys, time; "
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)', 'CHILD']); "
    "open(sys.argv[1], 'w').close(); time.sleep(60)"
)
SETTING_UP = """
import sys
from pathlib import Path
from tools.first_start import environment, installation
with environment.only_one(Path(sys.argv[1])):
    installation.checked([sys.executable, "-c", sys.argv[3], sys.argv[2], sys.argv[1]])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes where Linux lists them")
def test_a_killed_installation_leaves_nothing_running_and_no_lock(
    project: SimpleNamespace, tmp_path: Path
) -> None:
    lock, begun = tmp_path / "lock", tmp_path / "begun"
    command = [sys.executable, "-c", SETTING_UP, str(lock), str(begun), STEP]
    trial = {**os.environ, "LKJIP_TRIAL": str(tmp_path)}
    process = subprocess.Popen(command, cwd=PROJECT, env=trial)
    while not begun.exists():
        time.sleep(0.05)
    assert len(running(tmp_path)) >= 4  # run.py, the guard, the step and what it started
    process.kill()
    process.wait()
    until = time.monotonic() + 10
    while running(tmp_path) and time.monotonic() < until:
        time.sleep(0.05)
    assert running(tmp_path) == []
    with environment.only_one(lock):  # free again
        pass


def test_the_log_of_a_failed_step_is_in_the_project_and_follows_no_link(
    project: SimpleNamespace, tmp_path: Path
) -> None:
    other = tmp_path / "milik lain"
    other.write_text("x")
    with contextlib.suppress(OSError):
        (project.home / ".venv-setup.log").symlink_to(other)
    with pytest.raises(installation.Trouble) as failed:
        installation.checked([sys.executable, "-c", "import sys; sys.exit('rusak sekali')"])
    assert other.read_text() == "x"
    log = Path(str(failed.value).partition("details: ")[2].rstrip(")"))
    assert log.parent == project.home and "rusak sekali" in log.read_text("utf-8")


def test_a_named_test_file_runs_once_and_notebooks_only_where_they_are_named(
    project: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_x.py").touch()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/01.ipynb").touch()
    commands: list[list[str]] = []

    def started(command: list[str]) -> int:
        commands.append(command)
        if "--junitxml" in command:
            Path(command[-1]).write_text('<testsuites><testsuite tests="2"/></testsuites>')
        return 0

    monkeypatch.setattr(all_tests, "started", started)
    assert all_tests.run_tests("py", ["tests/test_x.py::test_a", "-k", "tests"]) == 0
    (ran,) = [command for command in commands if "pytest" in command]
    assert ran.count("tests/test_x.py::test_a") == 1 and "--nbval" not in ran
    assert ran[ran.index("-k") + 1] == "tests"
    assert "2 tests and 0 notebook cells ran" in capsys.readouterr().out
    commands.clear()
    assert all_tests.run_tests("py", ["notebooks/01.ipynb"]) == 0
    (ran,) = [command for command in commands if "pytest" in command]
    assert ran[ran.index("--nbval") + 1] == "notebooks/01.ipynb"
    commands.clear()
    assert all_tests.run_tests("py", []) == 0
    assert [("--nbval" in command) for command in commands if "pytest" in command] == [False, True]


def test_every_sentence_of_the_start_is_also_indonesian(project: SimpleNamespace) -> None:
    said = {
        node.args[0].value
        for path in (PROJECT / "run.py", *PROJECT.glob("tools/first_start/*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "say"
        and isinstance(node.args[0], ast.Constant)
    }
    said |= {sentence for _, sentence in installation.CAUSES}
    assert len(said) > 15 and not said - words.WORDS.keys()
    for english, indonesian in words.WORDS.items():
        assert re.findall("%[sd]", english) == re.findall("%[sd]", indonesian), english
    tasks = re.findall(r"run\.py (\w+)", run.__doc__ or "")
    assert re.findall(r"run\.py (\w+)", run.GUIDE) == tasks


def test_every_command_is_a_task_of_the_start() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert commands | {"test"} == set(run.TASKS)


def test_the_start_speaks_indonesian_unless_english_is_asked_for(
    project: SimpleNamespace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LKJIP_BAHASA")
    assert run.main(["reprot"]) == 2
    assert 'tidak ada tugas "reprot"; maksudnya "report"?' in capsys.readouterr().err
    assert run.main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Menyiapkan proyek ini")
    assert installation.cause_of("No space left on device").startswith("Penyimpanan penuh")
    assert run.main(["--bahasa", "fr", "list"]) == 2
    assert '--bahasa diikuti id atau en, bukan "fr"' in capsys.readouterr().err
    monkeypatch.setenv("LKJIP_BAHASA", "id")  # put back after the test: the option sets it
    assert run.main(["reprot", "--bahasa=en"]) == 2
    assert 'no task "reprot"; did you mean "report"?' in capsys.readouterr().err


def test_a_package_that_tells_no_files_is_not_whole(packages: Path) -> None:
    (packages / "satu-1.0.dist-info" / "RECORD").unlink()
    assert "NOT WHOLE" in looked_at(packages)
