"""Kernels: one for each notebook, none left behind, however a run ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from lkjip_analysis.building import forking, running
from lkjip_analysis.building.build import build
from lkjip_analysis.report import PROJECT

CONTOH = ("dinas-contoh", 2022, PROJECT / "tests" / "contoh")
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
LINUX = pytest.mark.skipif(sys.platform == "win32", reason="sends signals as Linux does")


def notebooks(folder: Path, *sources: str) -> Path:
    folder.mkdir()
    for number, source in enumerate(sources, 1):
        parameters = nbformat.v4.new_code_cell('instansi: str = "x"\ntahun: int = 1', id="p")
        parameters.metadata["tags"] = ["parameters"]
        heading = nbformat.v4.new_markdown_cell(f"# Nomor {number}", id="h")
        cells = [heading, parameters, nbformat.v4.new_code_cell(source, id="c")]
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
        nbformat.write(notebook, folder / f"0{number}.ipynb")
    return folder


def test_what_one_notebook_does_to_its_kernel_no_other_sees(tmp_path: Path) -> None:
    leak = "import builtins, random\nbuiltins.bocor = 1\nrandom.seed(1)\nprint('dibuat')"
    look = "import builtins\nprint(hasattr(builtins, 'bocor'))"
    given = notebooks(tmp_path / "n", leak, look)
    built = build(*CONTOH, reports=tmp_path / "r", notebooks=given, at_once=1)
    assert "<pre>False" in (built.index.parent / "02.html").read_text("utf-8")


def test_without_forking_the_report_is_the_same_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = build(*CONTOH, reports=tmp_path / "a").index.parent
    monkeypatch.setattr(forking, "POSSIBLE", False)
    other = build(*CONTOH, reports=tmp_path / "b").index.parent
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_a_cell_that_hangs_is_stopped_and_named_and_the_others_finish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CELL_TIMEOUT", 2)
    given = notebooks(tmp_path / "n", "import time\ntime.sleep(600)", "6 * 7")
    built = build(*CONTOH, reports=tmp_path / "r", notebooks=given)
    assert [page.file for page in built.failed] == ["01.html"]
    html = (built.index.parent / "01.html").read_text("utf-8")
    assert "belum selesai sesudah 2 detik" in html and "time.sleep(600)" in html
    assert "<pre>42</pre>" in (built.index.parent / "02.html").read_text("utf-8")


def test_a_kernel_that_dies_is_named_and_the_others_finish(tmp_path: Path) -> None:
    given = notebooks(tmp_path / "n", "import os\nos._exit(3)", "6 * 7")
    built = build(*CONTOH, reports=tmp_path / "r", notebooks=given)
    html = (built.index.parent / "01.html").read_text("utf-8")
    assert "berhenti sendiri" in html and "os._exit(3)" in html
    assert [page.file for page in built.failed] == ["01.html"]


@LINUX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("fork", ["1", "0"])
def test_an_interrupted_run_leaves_no_kernel(
    number: signal.Signals, fork: str, tmp_path: Path
) -> None:
    told = tmp_path / "pid"
    source = f"import os, time\nopen({str(told)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    given = notebooks(tmp_path / "n", source)
    code = (
        "from pathlib import Path; from lkjip_analysis.building.build import build;"
        f"build('dinas-contoh', 2022, {str(CONTOH[2])!r}, Path({str(tmp_path / 'r')!r}),"
        f" Path({str(given)!r}))"
    )
    environment = {**os.environ, "LKJIP_FORK": fork, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as process:
        _until(lambda: told.is_file() and told.read_text() != "", 30)
        process.send_signal(number)
        process.wait(timeout=20)
    _until(lambda: not _runs(int(told.read_text())), 10)
    assert not (tmp_path / "r" / "dinas-contoh" / "2022").exists()


def _until(true: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end, "still waiting"
        time.sleep(0.1)


def _runs(pid: int) -> bool:
    """A process that ended but was not yet buried does not run."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
