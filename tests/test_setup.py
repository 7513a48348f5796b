"""What is declared, locked and offered to conda is one and the same set of packages."""

from __future__ import annotations

import re
import tomllib

import pytest
import yaml

from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

# conda-forge names that differ from PyPI's.
CONDA = {
    "matplotlib-base": "matplotlib",
    "playwright-python": "playwright",
    "python-fastjsonschema": "fastjsonschema",
}
LOCKS = tuple(f"requirements{level}.lock" for level in ("", "-many", "-scan", "-test", "-lab"))


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~ ;\[]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _declared() -> set[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return {_name(text) for group in (project["dependencies"], *extras) for text in group}


def _locked(lock: str) -> dict[str, str]:
    text = (PROJECT / lock).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9_.-]+)==([^ \\;]+)", text, re.MULTILINE))


def _conda() -> list[str]:
    """What environment.yml asks of conda, and of pip for what conda-forge does not have."""
    listed = yaml.safe_load((PROJECT / "environment.yml").read_text("utf-8"))["dependencies"]
    told = [text for text in listed if isinstance(text, str)]
    told = [text for text in told if _name(text) not in ("python", "pip")]
    by_pip = [text for part in listed if isinstance(part, dict) for text in part["pip"]]
    assert "-e ." in by_pip  # the project itself
    return told + [text for text in by_pip if text != "-e ."]


def test_conda_gets_the_same_packages_as_pip() -> None:
    names = {_name(text) for text in _conda()}
    assert {CONDA.get(name, name) for name in names} == _declared()


def test_conda_asks_for_the_same_versions_as_pip() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked = {_name(t): t.lower() for g in (project["dependencies"], *extras) for t in g}
    for text in _conda():
        name = _name(text)
        wanted = asked[CONDA.get(name, name)].partition(";")[0]  # conda knows no markers
        assert wanted.partition(">=")[2] == text.partition(">=")[2], text


def test_every_declared_package_is_locked() -> None:
    assert _declared() - {"jupyterlab"} <= set(_locked("requirements-test.lock"))
    assert "jupyterlab" in _locked("requirements-lab.lock")
    assert "jupyterlab" not in _locked("requirements-test.lock")


def test_a_report_needs_no_browser_no_cluster_and_no_checkers() -> None:
    large = {"playwright", "pyarrow", "dask", "mypy", "ruff", "frictionless", "pytest", "rapidocr"}
    assert not large & set(_locked("requirements.lock"))


@pytest.mark.parametrize("larger", ["-many", "-scan", "-test", "-lab"])
def test_a_larger_lock_adds_packages_and_changes_none(larger: str) -> None:
    common, more = _locked("requirements.lock"), _locked(f"requirements{larger}.lock")
    assert common.items() <= more.items() and len(more) > len(common)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_a_hash_for_every_package_and_no_address(lock: str) -> None:
    text = (PROJECT / lock).read_text("utf-8")
    assert "://" not in text and "index-url" not in text
    entries = re.split(r"\n(?=\S)", text.partition("\n")[2].strip())
    assert len(entries) > 50
    for entry in entries:
        assert "--hash=sha256:" in entry, entry


def test_of_the_package_that_carries_a_model_nothing_else_is_installed() -> None:
    """Its programs are not run: what only they need is in no lock."""
    wanted = {"opencv-python-headless", "omegaconf", "pyclipper", "shapely", "colorlog"}
    for lock in LOCKS:
        assert not wanted & set(_locked(lock)), lock
    assert {"onnxruntime", "rapidocr"} <= set(_locked("requirements-scan.lock"))
    assert "onnxruntime" not in _locked("requirements-many.lock")


def test_the_core_packages_of_the_workbook_are_there() -> None:
    core = {"pandas", "jupyterlab", "matplotlib", "nbconvert", "papermill", "pytest", "nbval"}
    assert core <= _declared()
