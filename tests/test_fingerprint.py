"""Nothing is made twice, and nothing old is taken for new."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from jupyter_core.utils import ensure_event_loop

from lkjip_analysis.building import one_notebook
from lkjip_analysis.building.one_report import Built, build
from lkjip_analysis.pages.notebooks import APPENDIX
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

CONTOH = ("dinas-contoh", 2022)
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
Make = Callable[..., Built]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the notebooks that were run, as they are run."""
    names: list[str] = []
    run = one_notebook.run

    def counted(source: Path, *rest: object) -> one_notebook.Run:
        names.append(source.name)
        return run(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(one_notebook, "run", counted)
    return names


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Builds the example's report from a copy of its data and two small notebooks."""
    shutil.copytree(PROJECT / "tests" / "contoh" / "raw", tmp_path / "data" / "raw")
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name, source in (("01_satu", "instansi"), ("02_dua", "tahun + ambang")):
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
        given = 'instansi: str = "x"\ntahun: int = 1\nambang: int = 5'
        parameters = nbformat.v4.new_code_cell(given, id="p", metadata={"tags": ["parameters"]})
        heading = nbformat.v4.new_markdown_cell(f"# {name}", id="h")
        notebook.cells = [heading, parameters, nbformat.v4.new_code_cell(source, id="c")]
        nbformat.write(notebook, folder / f"{name}.ipynb")

    def made(**options: object) -> Built:
        places = {"data": tmp_path / "data", "reports": tmp_path / "reports", "notebooks": folder}
        return build(*CONTOH, **{**places, **options})  # type: ignore[arg-type]

    return made


def test_whoever_ran_something_else_before_gets_both_notebooks_run_at_once(make: Make) -> None:
    """The library keeps one loop of events for its caller; two threads must not share it."""
    ensure_event_loop()
    assert not make().failed


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_unchanged_report_is_left_alone_and_is_what_a_forced_run_makes(
    make: Make, ran: list[str]
) -> None:
    built = make()
    first = _contents(built.index.parent)
    assert sorted(ran) == ["01_satu.ipynb", "02_dua.ipynb"]
    again = make()
    assert again.unchanged and len(ran) == 2
    assert [page.title for page in again.pages] == [
        "Ikhtisar", "01_satu", "02_dua", APPENDIX[0],
    ]  # fmt: skip
    assert not make(force=True).unchanged and len(ran) == 4
    assert _contents(built.index.parent) == first


def test_one_notebook_at_a_time_gives_the_same_bytes_as_all_at_once(make: Make) -> None:
    folder = make(at_once=1).index.parent
    first = _contents(folder)
    make(at_once=3, force=True)
    assert _contents(folder) == first


@pytest.mark.parametrize("file", ["capaian.csv", "laporan.yaml"])
def test_a_changed_table_runs_again_what_reads_it(
    file: str, make: Make, ran: list[str], tmp_path: Path
) -> None:
    make()
    path = tmp_path / "data" / "raw" / CONTOH[0] / str(CONTOH[1]) / file
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    make()
    assert len(ran) == 4


def test_a_changed_notebook_runs_alone_and_the_other_page_is_kept(
    make: Make, ran: list[str], tmp_path: Path
) -> None:
    index = make().index
    kept = (index.parent / "02_dua.html").read_bytes()
    path = tmp_path / "notebooks" / "01_satu.ipynb"
    path.write_text(path.read_text("utf-8").replace('"instansi"', "\"instansi + '!'\""), "utf-8")
    make()
    assert ran[2:] == ["01_satu.ipynb"]
    assert (index.parent / "02_dua.html").read_bytes() == kept
    assert "dinas-contoh!" in (index.parent / "01_satu.html").read_text("utf-8")


def test_another_parameter_runs_the_notebooks_again(make: Make, ran: list[str]) -> None:
    index = make().index
    make(parameters={"ambang": "8"})
    assert len(ran) == 4
    assert "<pre>2030</pre>" in (index.parent / "02_dua.html").read_text("utf-8")


@pytest.mark.parametrize("manifest", ["", "{", "[]", "{}", '{"sidik": {}, "halaman": 3}'])
def test_a_manifest_that_cannot_be_read_is_as_good_as_none(
    manifest: str, make: Make, ran: list[str]
) -> None:
    index = make().index
    (index.parent / "manifest.json").write_text(manifest)
    make()
    assert len(ran) == 4


def test_a_page_that_someone_edited_is_made_again(make: Make, ran: list[str]) -> None:
    index = make().index
    page = index.parent / "01_satu.html"
    before = page.read_bytes()
    page.write_text("disunting")
    make()
    assert ran[2:] == ["01_satu.ipynb"] and page.read_bytes() == before


def test_processed_figures_that_were_deleted_are_written_again(
    make: Make, ran: list[str], tmp_path: Path
) -> None:
    make()
    shutil.rmtree(tmp_path / "data" / "processed")
    make()
    assert (tmp_path / "data" / "processed" / CONTOH[0] / "2022" / "temuan.json").is_file()
    assert len(ran) == 2


def test_a_page_that_failed_is_tried_again(make: Make, ran: list[str], tmp_path: Path) -> None:
    path = tmp_path / "notebooks" / "01_satu.ipynb"
    path.write_text(path.read_text("utf-8").replace('"instansi"', '"1 / 0"'), "utf-8")
    assert make().failed and make().failed
    assert ran.count("01_satu.ipynb") == 2 and ran.count("02_dua.ipynb") == 1


def test_nothing_to_do_takes_little_and_imports_no_machinery(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from lkjip_analysis.building.one_report import build; "
        f"build('dinas-contoh', 2022, {str(tmp_path / 'data')!r}, Path({str(tmp_path / 'r')!r}));"
        "from lkjip_analysis.building.many import overview; "  # as the command does after each
        f"overview.write(Path({str(tmp_path / 'r')!r}));"
        "print(sorted({'pandas', 'papermill', 'nbconvert', 'matplotlib'} & set(sys.modules)));"
        "import time; print(time.process_time())"  # of this process alone, however busy others are
    )
    shutil.copytree(PROJECT / "tests" / "contoh" / "raw", tmp_path / "data" / "raw")
    command = [sys.executable, "-c", code]
    made, done = (
        subprocess.run(command, check=True, cwd=PROJECT, capture_output=True, text=True).stdout
        for _ in range(2)
    )
    assert "papermill" in made and done.startswith("[]")
    seconds = float(done.split()[-1])
    assert seconds < float(made.split()[-1]) / 2 and seconds < 1, (made, done)
