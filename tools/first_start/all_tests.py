"""The task `test`: style, types, tests and notebooks, one after the other, counted at the end."""

from __future__ import annotations

import os
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tools.first_start.installation import PROJECT
from tools.first_start.task import STOPPED, started
from tools.first_start.words import say


def run_tests(python: str, rest: list[str]) -> int:
    """Style, types, tests and notebooks, or those named; ends with how many of each ran."""
    os.chdir(PROJECT)
    with tempfile.TemporaryDirectory() as folder:
        tests, cells = Path(folder, "tests.xml"), Path(folder, "cells.xml")
        codes = {}
        for name, command in commands(python, rest, tests, cells).items():
            codes[name] = started(command)
            if codes[name] == STOPPED:
                return STOPPED
        ran, failed, skipped = counts(tests)
        cells_ran, cells_failed, cells_skipped = counts(cells)
    for name, code in codes.items():
        print(say("%s: passed" if code == 0 else "%s: FAILED", say(name)))
    print(say("%d tests and %d notebook cells ran", ran, cells_ran))
    failures = failed + cells_failed + (codes["style"] != 0) + (codes["types"] != 0)
    passed = ran + cells_ran - failed - cells_failed
    print(say("%d passed, %d failed, %d skipped", passed, failures, skipped + cells_skipped))
    return 1 if any(codes.values()) else 0


def commands(python: str, rest: list[str], tests: Path, cells: Path) -> dict[str, list[str]]:
    """What is run, by its name; the reports of tests and notebook cells go where they are told."""
    options, files, notebooks = named(rest)
    two = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # long ones stand first
    pytest = [python, "-m", "pytest", "-q", *two, *options]
    every = not files and not notebooks
    found = {"style": [python, "-m", "ruff", "check", "."], "types": [python, "-m", "mypy"]}
    if files or every:
        found["tests"] = [*pytest, *files, "--junitxml", str(tests)]
    if notebooks or every:
        shown = notebooks or ["notebooks"]
        found["notebooks"] = [*pytest, "--nbval", *shown, "--junitxml", str(cells)]
    return found


WITH_VALUE = ("-k", "-m", "-n", "-p", "-c", "-W", "--deselect", "--ignore", "--maxfail")
"""Options of pytest whose value comes after them, and is no file to test."""


def named(rest: list[str]) -> tuple[list[str], list[str], list[str]]:
    """What pytest is given: options, and the test files and notebooks that are named."""
    options: list[str] = []
    files: list[str] = []
    notebooks: list[str] = []
    for before, one in zip(["", *rest], rest):  # noqa: B905
        is_file = before not in WITH_VALUE and Path(one.partition("::")[0]).exists()
        if one.startswith("-") or not is_file:
            options.append(one)
        elif one.endswith(".ipynb") or Path(one).parts[:1] == ("notebooks",):
            notebooks.append(one)
        else:
            files.append(one)
    return options, files, notebooks


def counts(report: Path) -> tuple[int, int, int]:
    """How many tests of a JUnit report ran, failed and were skipped; none if there is none."""
    if not report.is_file():
        return 0, 0, 0
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    total, failed, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites for name in names)
        for names in (("tests",), ("failures", "errors"), ("skipped",))
    )
    return total - skipped, failed, skipped
