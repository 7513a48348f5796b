"""A workbook of one's own: written, gone on with, and what travels in the wheel."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from lkjip_analysis.building.one_report import build
from lkjip_analysis.building.workbook_folder import write_notebook, write_workbook
from lkjip_analysis.commands.workbook import lab_options
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages.notebooks import check_there, sources
from lkjip_analysis.report import workbook_home
from lkjip_analysis.report.workbook_home import SOURCE


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workbook in an empty folder, with this process working in it."""
    folder = write_workbook(tmp_path / "buku")
    monkeypatch.setenv("LKJIP_HOME", str(folder))
    workbook_home.home.cache_clear()
    yield folder
    workbook_home.home.cache_clear()


def test_init_writes_what_an_analyst_starts_from_and_never_writes_over_anything(
    tmp_path: Path,
) -> None:
    folder = write_workbook(tmp_path / "baru")
    assert sorted(p.name for p in folder.iterdir()) == ["README.md", "data", "notebooks", "reports"]
    assert len(sources(folder / "notebooks")) == 7
    (folder / "README.md").write_text("milik saya")
    with pytest.raises(InputError, match="notebooks, data, README"):
        write_workbook(folder)
    assert (folder / "README.md").read_text() == "milik saya"


@pytest.mark.skipif(sys.platform == "win32", reason="files that may not grow")
def test_init_without_room_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    import resource

    target, earlier = tmp_path / "baru", resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, earlier[1]))
    try:
        with pytest.raises(InputError, match=r"baru.*cannot be written \(File too large\)"):
            write_workbook(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, earlier)
    assert [path.name for path in target.iterdir()] == ["reports"]
    assert (write_workbook(target) / "README.md").is_file()


@pytest.mark.parametrize(("words", "shown"), [
    ([], "notebooks"),
    (["--port", "9000"], "notebooks"),
    (["ekspor", "--port", "9000"], "notebooks/eksplorasi/ekspor.ipynb"),
    (["--no-browser", "notebooks/01_kinerja.ipynb"], "notebooks/01_kinerja.ipynb"),
    (["--port", "9000", "01_kinerja"], "notebooks/01_kinerja.ipynb"),
])  # fmt: skip
def test_lab_opens_the_notebook_that_is_named_among_jupyters_own_options(
    workbook: Path, words: list[str], shown: str
) -> None:
    root, opened, *rest = lab_options(words, workbook)
    assert root == f"--ServerApp.root_dir={workbook}"
    assert opened == f"--LabApp.default_url=/lab/tree/{shown}"
    assert rest == [word for word in words if word in ("--port", "9000", "--no-browser")]
    assert not any(word.startswith(("--ip", "--ServerApp.ip", "--ServerApp.token", "--Identity"))
                   for word in (root, opened, *rest))  # fmt: skip
    with pytest.raises(InputError, match=r'no notebook "eksport".*ekspor'):
        lab_options(["eksport"], workbook)


@pytest.mark.parametrize("name", ["program", "8_program", "../keluar", "08 program", "08_a/b"])
def test_a_name_that_makes_no_page_is_refused(workbook: Path, name: str) -> None:
    before = sorted(workbook.parent.rglob("*.ipynb"))
    with pytest.raises(InputError, match="allowed: a name like 08_program"):
        write_notebook(name)
    assert sorted(workbook.parent.rglob("*.ipynb")) == before


def test_a_notebook_of_ones_own_becomes_a_page_of_the_report(workbook: Path) -> None:
    path = write_notebook("08_program")
    with pytest.raises(InputError, match="a name that is free"):
        write_notebook("08_program.ipynb")
    only = workbook / "satu"
    only.mkdir()
    path.rename(only / path.name)
    built = build(
        "dindagkop-ukm-blora", 2021, data=workbook / "data", reports=workbook / "reports",
        notebooks=only,
    )  # fmt: skip
    assert not built.failed
    page = (built.index.parent / "08_program.html").read_text("utf-8")
    assert "Pendidikan dan Latihan Perkoperasian menyerap paling sedikit: 78,30%" in page


def test_a_folder_without_notebooks_is_an_error_and_no_short_index(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no notebook"):
        check_there(tmp_path)


def test_the_nearest_workbook_is_used_and_a_stranger_writes_where_it_works(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LKJIP_HOME")
    monkeypatch.chdir(workbook / "notebooks")
    workbook_home.home.cache_clear()
    assert workbook_home.home() == workbook.resolve()
    empty = tmp_path / "kosong"
    empty.mkdir()
    monkeypatch.chdir(empty)
    workbook_home.home.cache_clear()
    monkeypatch.setattr(workbook_home, "SOURCE", tmp_path / "site-packages")
    assert workbook_home.home() == empty.resolve()


def test_the_wheel_brings_notebooks_and_an_example(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode:
        pytest.skip("this environment has no pip")
    done = subprocess.run([*pip, "-w", str(tmp_path), str(SOURCE)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = {name.partition("share/lkjip_analysis/")[2] for name in ZipFile(wheel).namelist()}
    shipped = {p.relative_to(SOURCE).as_posix() for folder in ("notebooks", "data/raw")
               for p in (SOURCE / folder).rglob("*.*")
               if p.is_file() and not any(x.startswith(".") for x in p.parts[-3:])}  # fmt: skip
    assert shipped <= names
