"""Kernels: one for each notebook, none left behind, however a run ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import nbformat
import pytest

from lkjip_analysis.building import forking, kernels, one_notebook, own_pages, provisioning
from lkjip_analysis.building.one_report import build
from lkjip_analysis.pages.notebooks import APPENDIX
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

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


@pytest.mark.skipif(not forking.POSSIBLE, reason="kernels are forked on Linux only")
def test_a_kernel_ends_with_its_server_though_it_has_not_yet_begun(tmp_path: Path) -> None:
    server = forking.Server(kernels.environment(None))
    file = ["-f", str(tmp_path / "kernel.json")]
    kernel = server.fork(file, kernels.environment(None), str(tmp_path), tmp_path / "stderr")
    assert kernel is not None
    server.process.kill()
    server.process.wait()
    until = time.monotonic() + 10
    while kernel.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    ended = kernel.poll() is not None
    if not ended:
        kernel.kill()
    assert ended


@pytest.mark.skipif(not forking.POSSIBLE, reason="kernels are forked on Linux only")
def test_a_server_ends_with_who_started_it_though_it_still_rehearses(tmp_path: Path) -> None:
    busy = tmp_path / "sitecustomize.py"  # a rehearsal that goes on for longer than anybody waits
    busy.write_text(
        "import sys\nfrom lkjip_analysis.building import forking\n"
        "def without_end(*report):\n"
        "    open(sys.argv[-1], 'w').close()\n    while True: pass\n"
        "forking._rehearse = without_end\n"
    )
    path = f"{tmp_path}{os.pathsep}{PROJECT}"
    begun = tmp_path / "begun"
    server = forking.Server({**os.environ, "PYTHONPATH": path}, str(begun))
    until = time.monotonic() + 20
    while not begun.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert begun.exists() and server.process.poll() is None
    server._orders.close()  # as the end of this process would
    try:
        assert server.process.wait(5) == 0
    finally:
        server.process.kill()


@pytest.mark.parametrize("server_ended", [False, True])
def test_without_forking_the_report_is_the_same_to_the_byte(
    server_ended: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = build(*CONTOH, reports=tmp_path / "a").index.parent
    if server_ended:
        monkeypatch.setattr(kernels, "_servers", [])
        monkeypatch.setattr(forking, "COMMAND", [sys.executable, "-c", "raise SystemExit"])
    else:
        monkeypatch.setattr(forking, "POSSIBLE", False)
    other = build(*CONTOH, reports=tmp_path / "b").index.parent
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


@pytest.mark.skipif(not forking.POSSIBLE, reason="kernels are forked on Linux only")
def test_who_puts_a_forked_report_together_imports_neither_pandas_nor_pyarrow(
    tmp_path: Path,
) -> None:
    made = (
        "import sys\nfrom pathlib import Path\n"
        "from lkjip_analysis.building.one_report import build\n"
        f"build('dinas-contoh', 2022, {str(CONTOH[2])!r}, Path({str(tmp_path)!r}))\n"
        "print({'pandas', 'matplotlib', 'pyarrow', 'openpyxl'} & sys.modules.keys())"
    )
    told = {**os.environ, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run([sys.executable, "-c", made], env=told, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("set()\n", "")
    assert (tmp_path / "dinas-contoh" / "2022" / "index.html").is_file()


@pytest.mark.skipif(not forking.POSSIBLE, reason="kernels are forked on Linux only")
def test_pages_without_a_notebook_are_written_though_the_process_that_should_dies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernels, "_servers", [])  # of another report: this one is to be read
    one = build(*CONTOH, reports=tmp_path / "a").index.parent
    monkeypatch.setattr(own_pages, "answered", print)  # ends without an answer
    other = build(*CONTOH, reports=tmp_path / "b").index.parent
    for name in ("index.html", APPENDIX[1], "manifest.json"):
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_a_cell_that_hangs_is_stopped_and_named_and_the_others_finish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_notebook, "CELL_TIMEOUT", 2)
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


@pytest.mark.parametrize("fork", [True, False])
def test_what_a_kernel_says_is_shown_on_its_page_where_it_dies_and_nowhere_else(
    fork: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(forking, "POSSIBLE", fork and forking.POSSIBLE)
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # ipykernel would not take over stderr
    says = "import os, sys\nos.write(sys.stderr._original_stdstream_copy, b'sisa memori 0\\n')\n"
    given = notebooks(tmp_path / "n", f"{says}os._exit(3)", f"{says}6 * 7")
    built = build(*CONTOH, reports=tmp_path / "r", notebooks=given)
    one, two = ((built.index.parent / name).read_text("utf-8") for name in ("01.html", "02.html"))
    assert "<pre>sisa memori 0</pre>" in one and "sebelum berhenti" in one
    assert "<pre>42</pre>" in two and "memori" not in two
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("fork", [True, False])
@pytest.mark.parametrize(("dying", "failed"), [(2, []), (3, ["01.html"])])
def test_a_kernel_that_dies_before_it_answers_is_started_twice_more(
    dying: int,
    failed: list[str],
    fork: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    launch, started = provisioning._Provisioner.launch_kernel, []

    async def unlucky(self: Any, cmd: list[str], **kwargs: Any) -> Any:
        started.append(cmd)
        broken = ["--IPKernelApp.kernel_class=tidak.ada"] if len(started) <= dying else []
        return await launch(self, [*cmd, *broken], **kwargs)

    monkeypatch.setattr(provisioning._Provisioner, "launch_kernel", unlucky)
    monkeypatch.setattr(forking, "POSSIBLE", fork and forking.POSSIBLE)
    given = notebooks(tmp_path / "n", "6 * 7")
    built = build(*CONTOH, reports=tmp_path / "r", notebooks=given)
    assert len(started) == 3 and [page.file for page in built.failed] == failed
    html = (built.index.parent / "01.html").read_text("utf-8")
    assert ("tidak.ada" in html) is bool(failed) and ("<pre>42</pre>" in html) is not failed
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("fork", [True, False])
def test_kernels_take_no_port_and_leave_nothing_in_the_temporary_folder(
    fork: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "t"
    place.mkdir()
    monkeypatch.setattr(kernels, "gettempdir", lambda: str(place))
    monkeypatch.setattr(kernels, "LONGEST", 300)  # the test's own folder is a deep one
    monkeypatch.setattr(forking, "POSSIBLE", fork and forking.POSSIBLE)
    told = "from ipykernel.connect import get_connection_info\nprint(get_connection_info())"
    built = build(*CONTOH, reports=tmp_path / "r", notebooks=notebooks(tmp_path / "n", told))
    html = (built.index.parent / "01.html").read_text("utf-8")
    assert ("ipc" in html) is (sys.platform != "win32") and list(place.iterdir()) == []


def test_a_temporary_folder_too_deep_for_sockets_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("dalam" * 20)
    deep.mkdir()
    monkeypatch.setattr(kernels, "gettempdir", lambda: str(deep))
    with kernels.private_folder() as folder:
        way = kernels.connection(folder)
    assert ("transport" in way) is (deep not in folder.parents)
    assert len(f"{way.get('ip', '')}-5") <= 103  # macOS has room for so many bytes


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
        # Whoever runs the tests in the background of a shell hands on a Ctrl-C that is ignored.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from pathlib import Path; from lkjip_analysis.building.one_report import build;"
        f"build('dinas-contoh', 2022, {str(CONTOH[2])!r}, Path({str(tmp_path / 'r')!r}),"
        f" Path({str(given)!r}))"
    )
    environment = {**os.environ, "LKJIP_FORK": fork, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as process:
        _until(lambda: told.is_file() and told.read_text() != "", 30)
        process.send_signal(number)
        try:
            process.wait(timeout=20)
        finally:
            process.kill()
    _until(lambda: not _runs(int(told.read_text())), 10)
    assert not (tmp_path / "r" / "dinas-contoh" / "2022").exists()


def test_an_interruption_that_is_swallowed_ends_the_run_all_the_same(tmp_path: Path) -> None:
    usual = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = kernels.Kernels({}, tmp_path)
    try:
        with (
            pytest.raises(KeyboardInterrupt),
            kernels.ended_by_interruption(running),
            contextlib.suppress(KeyboardInterrupt),
        ):
            signal.raise_signal(signal.SIGINT)
        assert running.are_stopped
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, usual)


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


EVERY_KIND = (
    "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])\nplt.title('pyplot');",
    "import pandas as pd\npd.DataFrame({'a': [1, 4]}).plot(title='pandas');",
    "pd.DataFrame({'provinsi': ['Aceh'], 'nilai': [12.5]})",
    "import lkjip_analysis as lkjip\n"
    "lkjip.charts.serapan(lkjip.load('dindagkop-ukm-blora', 2021).anggaran)",
    "print('teks biasa')",
)
"""Cells of an analyst's own, each with another kind of output."""


def outputs(source: Path, folder: Path) -> list[dict[str, Any]]:
    """The outputs of a notebook's cells, pictures by their size."""
    done = one_notebook.run(source, {}, kernels.Kernels(kernels.environment(None), folder))
    assert done.failure is None, done.failure
    return [dict(output) for cell in done.notebook.cells for output in cell.get("outputs", [])]


def test_a_notebook_of_ones_own_shows_the_same_in_a_forked_and_in_a_started_kernel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Charts of pyplot vanished from the page where kernels were forked, without a word."""
    source = notebooks(tmp_path / "n", "1") / "01.ipynb"
    notebook = nbformat.read(source, as_version=4)
    notebook.cells += [nbformat.v4.new_code_cell(cell) for cell in EVERY_KIND]
    nbformat.write(notebook, source)
    forked = outputs(source, tmp_path)
    monkeypatch.setattr(forking, "POSSIBLE", False)
    monkeypatch.setattr(kernels, "server", lambda *_: None)
    started = outputs(source, tmp_path)
    assert forked == started
    kinds = [set(output.get("data", {})) for output in forked]
    assert sum("image/png" in kind for kind in kinds) == 3
