"""The house as a newcomer meets it: few wings, imports that only run downwards, no circle."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from texts import HOME, PACKAGE

WINGS = (
    "numbers", "report", "rules", "checking", "analysis", "intake", "pages", "output", "building",
    "commands",
)  # fmt: skip
"""From the ground floor up: a wing imports from those before it, never from those after."""

DATA = {"languages", "schemas", "standards", "templates"}


@cache  # looked up for every arrow
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(HOME).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imported(path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for name in node.names:
                full = f"{node.module}.{name.name}"
                if (target := full if full in known else node.module) in known:
                    yield target
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in known)


def arrows() -> set[tuple[str, str]]:
    known = modules()
    return {
        (name, target)
        for name, path in known.items()
        for target in imported(path, known)
        if target not in (name, "lkjip_analysis")
    }


def folder(name: str) -> str:
    """The folder a module lies in; a module at the top of the package is a room of its own."""
    path = modules()[name]
    inner = path.parent if path.parent != PACKAGE else path
    return inner.relative_to(PACKAGE).as_posix()


def wing(name: str) -> str:
    return [*name.split("."), ""][1]


def test_ten_wings_and_a_handful_of_files() -> None:
    inside = (path for path in PACKAGE.glob("*/*") if path.is_file())
    folders = {path.parent.name for path in inside} - {"__pycache__"}
    assert folders - DATA == set(WINGS)
    files = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert len(files) <= 5, files


def test_imports_run_downwards_only() -> None:
    floor = {name: number for number, name in enumerate(WINGS)}
    top = {path.stem for path in PACKAGE.glob("*.py")}
    up = [
        f"{a} imports {b}"
        for a, b in sorted(arrows())
        if floor.get(wing(a), 99 if wing(a) in ("", "__main__") else -1) < floor.get(wing(b), -1)
    ]
    assert not up and top >= {"errors", "writing", "replace_folder", "locking", "language"}


@pytest.mark.parametrize("room", [str, folder], ids=["by file", "by folder"])
def test_no_circle(room: Callable[[str], str]) -> None:
    below: dict[str, set[str]] = {}
    for a, b in arrows():
        if a != "lkjip_analysis" and room(a) != room(b):
            below.setdefault(room(a), set()).add(room(b))
    list(TopologicalSorter(below).static_order())  # raises CycleError, which names the circle


def test_no_file_name_twice_in_a_wing() -> None:
    for name in WINGS:
        names = Counter(path.name for path in (PACKAGE / name).rglob("*.py"))
        twice = {one for one, count in names.items() if count > 1} - {"__init__.py"}
        assert not twice, f"{name}: {twice}"


def test_each_wing_says_what_enters_what_leaves_and_what_it_never_does() -> None:
    for name in WINGS:
        told = ast.get_docstring(ast.parse((PACKAGE / name / "__init__.py").read_text("utf-8")))
        assert told and len(re.findall(r"[.!](?:\s|$)", told)) >= 3, name
        assert re.search(r"\b(never|nothing|no)\b", told, re.IGNORECASE), name


def test_one_class_of_fraction_serves_the_whole_package() -> None:
    """A fraction of another library is no instance of this one: a second class would go unseen."""
    named = re.compile(r"^\s*(from|import) (fractions|quicktions)\b", re.MULTILINE)
    using = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if named.search(path.read_text(encoding="utf-8"))
    }
    assert using == {str(Path("numbers", "exact.py"))}
