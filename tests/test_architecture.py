"""The guides for those who carry on: what they name is there."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from texts import HOME, PACKAGE


def test_each_question_of_a_newcomer_is_answered_by_a_place_that_is_there() -> None:
    rows = re.findall(r"^\| (?:is|are|was|do|does) .* \| (.*) \|$", _page(), re.MULTILINE)
    first = [re.findall(r"`([\w/]+(?:\.\w+|/))`", answer)[0] for answer in rows]
    assert len(rows) > 35
    assert not [
        place for place in first if not ((PACKAGE / place).exists() or (HOME / place).exists())
    ]


@pytest.mark.parametrize(("whose", "fewest"), [("figure", 12), ("document", 10)])
def test_each_stop_on_the_way_is_a_function_of_its_file(whose: str, fewest: int) -> None:
    way = _page().split(f"## One {whose}'s way\n")[1].split("\n## ")[0]
    stops = re.findall(r"`(\w+/[\w/]+\.py)`\s+\(`(\w+)`\)", way)
    assert len(stops) >= fewest
    for place, name in stops:
        source = (PACKAGE / place).read_text("utf-8")
        assert re.search(rf"^(?:def|class) {name}\b", source, re.MULTILINE), (place, name)


def _page() -> str:
    return (HOME / "ARCHITECTURE.md").read_text("utf-8")


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_path_in_the_guides_exists(page: str) -> None:
    text = (HOME / page).read_text(encoding="utf-8")
    found = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", text)
    assert found
    missing = [
        path for path in found
        if not any((base / path).exists() for base in (HOME, PACKAGE))
        and not path.startswith(("data/", "reports/"))
    ]  # fmt: skip
    assert not missing


def test_nothing_lies_at_the_top_that_the_guide_does_not_name() -> None:
    if not shutil.which("git") or not (HOME / ".git").exists():
        pytest.skip("only a clone knows what is kept")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=HOME, capture_output=True, text=True, check=True
    )
    there = {
        name for name in listed.stdout.split("\n") if name and name[0] != "." and "/" not in name
    }
    part = (HOME / "CONTRIBUTING.md").read_text("utf-8").split("## What lies at the top")[1]
    told = set(re.findall(r"`([\w.-]+)`", part.split("## Recipes")[0]))
    assert there and there == told


def test_every_file_of_the_benchmarks_is_told() -> None:
    told = re.findall(r"`(\w+)\.py`", (HOME / "benchmarks" / "README.md").read_text("utf-8"))
    there = {path.stem for path in (HOME / "benchmarks").glob("*.py")}
    assert there == set(told)


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/TESTING.md"])
def test_every_test_that_a_document_names_is_there(page: str) -> None:
    text = (HOME / page).read_text("utf-8")
    files = set(re.findall(r"\b(test_\w+)\.py\b|\btests/(test_\w+)", text))
    missing = {name for pair in files for name in pair if name}
    assert missing
    missing -= {path.stem for path in (HOME / "tests").glob("test_*.py")}
    for file, name in re.findall(r"`(test_\w+\.py)::(test_\w+)`", text):
        source = (HOME / "tests" / file).read_text("utf-8")
        missing |= set() if f"def {name}(" in source else {name}
    assert not missing
