"""Names, years, settings and places that nobody means to give, and data that go away meanwhile."""

from __future__ import annotations

import errno
import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from test_hostile import CONTOH, NAME, YEAR
from test_usul import answered
from typer.testing import CliRunner
from word_reports import blora_report

from lkjip_analysis.building import kernels
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import used_up, wrong_input
from lkjip_analysis.report.room import check_room

NAMES = ("../x", "/abs", "a\nb", "a\x1b[31mb", "x" * 300, "CON", "\udcff", "\uff41", "-x", "a/b",
         ".", "..", " ", "", "a*b", "A", "\u202ea", "a;b", "~", "$HOME", "a\tb")  # fmt: skip
YEARS = ("../2021", "-1", "2_022", str(10**20), "2022.0", "0x7e6", " ", "", "0", "1e3", "\u0662",
         "99999", "tahun")  # fmt: skip
NAMED = ("verify", "report", "perbaikan", "koreksi", "ekspor", "new", "kembalikan", "check")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(CONTOH, tmp_path / "data" / "raw" / NAME / str(YEAR))
    return tmp_path / "data"


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and path.suffix != ".lock"}  # fmt: skip


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.mark.parametrize("command", NAMED)
def test_no_odd_name_or_year_reads_or_writes_anything(data: Path, command: str) -> None:
    before = files(data.parent)
    asked = [(name, str(YEAR)) for name in NAMES] + [(NAME, year) for year in YEARS]
    for words in asked:
        code, told = run(command, *words, "--data", data)
        assert code == 2, (words, told)
        assert "\x1b" not in told and "\u202e" not in told
    assert files(data.parent) == before


@pytest.mark.parametrize(
    "settings",
    [{"LKJIP_BAHASA": "xx"}, {"LKJIP_BAHASA": "\udcff"}, {"LKJIP_DATA": "/tidak/ada"},
     {"LKJIP_CATATAN": "/tidak/ada/catatan"}, {"LKJIP_HOME": "/dev/null"},
     {"LKJIP_OLEH": "\x1b[31m"}, {"LKJIP_PERAN": "raja"}, {"LKJIP_FORK": "tiga"}],
)  # fmt: skip
def test_a_setting_that_means_nothing_is_no_traceback(data: Path, settings: dict[str, str]) -> None:
    words = (sys.executable, "-m", "lkjip_analysis", "verify", NAME, str(YEAR), "--data",
             str(data), "--json", str(data / "temuan.json"))  # fmt: skip
    done = subprocess.run(words, env={**os.environ, **settings}, capture_output=True, text=True,
                          timeout=120)  # fmt: skip
    told = done.stdout + done.stderr
    assert done.returncode in (0, 1, 2) and "Traceback" not in told, told
    assert "\x1b" not in told


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    import resource

    earlier = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, earlier[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, earlier)
        gc.collect()  # what was half written ends here, not in the midst of another command


@pytest.mark.skipif(sys.platform == "win32", reason="files that may not grow")
@pytest.mark.parametrize("command", ["reviu", "susun", "bukti", "beda", "ekspor"])
@pytest.mark.parametrize("room", [0, 100])
def test_without_room_a_command_leaves_what_was_there(data: Path, command: str, room: int) -> None:
    form, place = data / "isian.xlsx", data / "hasil"
    assert run("susun", "--contoh", form)[0] == 0
    report = (NAME, YEAR, "--data", data)
    words = {
        "reviu": ("reviu", "--tahun", YEAR, "--data", data, "-o", place / "reviu.xlsx"),
        "susun": ("susun", form, "-o", place),
        "bukti": ("bukti", NAME, YEAR, form, "--ya", "--data", data),
        "beda": ("beda", f"{NAME}/{YEAR}", f"{NAME}/{YEAR}", "--data", data, "-o",
                 place / "beda.html"),
        "ekspor": ("ekspor", *report),
    }[command]  # fmt: skip
    run("ekspor", *report)
    before = files(data)
    with no_file_beyond(room):
        code, told = run(*words)
    assert code == 2 and re.search("cannot be written|no room", told), told
    assert files(data) == before


def test_names_of_a_document_that_begin_as_formulas_are_text_wherever_they_go(
    tmp_path: Path,
) -> None:
    from docx import Document

    (tmp_path / "raw").mkdir()
    blora_report(tmp_path / "naskah.docx")
    document = Document(str(tmp_path / "naskah.docx"))
    for sign, row in zip("=+-@\t", document.tables[0].rows[1:], strict=False):
        row.cells[0].paragraphs[0].text = f"{sign}HYPERLINK(1) {row.cells[0].text}"
    document.core_properties.title = "=1+1"
    document.save(str(tmp_path / "naskah.docx"))
    about = ("--instansi", "x", "--tahun", YEAR)
    run("periksa", tmp_path / "naskah.docx", *about, "-o", tmp_path / "hasil")
    run("usul", tmp_path / "naskah.docx", *about, "--data", tmp_path, "-o", tmp_path / "usul.xlsx")
    answered(tmp_path / "usul.xlsx")
    code, told = run("usul", tmp_path / "usul.xlsx", "--terima", "--data", tmp_path)
    assert code == 0, told
    run("reviu", "--tahun", YEAR, "--data", tmp_path, "-o", tmp_path / "reviu.xlsx")
    code, told = run("ekspor", "x", YEAR, "--data", tmp_path)
    assert code == 0, told
    books = list(tmp_path.rglob("*.xlsx"))
    assert {"kertas-kerja.xlsx", "usul.xlsx", "reviu.xlsx", "laporan.xlsx"} <= {
        p.name for p in books
    }
    cells = [cell for book in books for sheet in load_workbook(book).worksheets
             for row in sheet.iter_rows() for cell in row]  # fmt: skip
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any("HYPERLINK" in str(cell.value) for cell in cells)


@pytest.mark.parametrize("place", ["berkas", "folder"])
def test_a_time_zone_that_is_none_is_one_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "berkas").write_text("bukan zona")
    (tmp_path / "folder").mkdir()
    named = f":{tmp_path / place}"
    done = subprocess.run([sys.executable, "-m", "lkjip_analysis", "list"], capture_output=True,
                          text=True, env={**os.environ, "TZ": named}, timeout=120)  # fmt: skip
    assert done.returncode == 2 and done.stderr.startswith("TZ: ")
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "WIB-7", "", "tidak/ada"])
def test_any_name_of_a_time_zone_is_taken(data: Path, zone: str) -> None:
    words = (sys.executable, "-m", "lkjip_analysis", "list", "--data", str(data))
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "TZ": zone},
                          timeout=120)  # fmt: skip
    assert done.returncode == 0 and NAME in done.stdout


@pytest.mark.parametrize(
    "error",
    [MemoryError(), OSError(errno.EMFILE, "Too many open files"),
     OSError(errno.EAGAIN, "Resource temporarily unavailable"),
     ImportError("md.so: failed to map segment from shared object"),
     RuntimeError("can't start new thread"), XMLSyntaxError("unknown error", 2, 0, 0)],
    ids=["memory", "files", "processes", "library", "thread", "lxml"],
)  # fmt: skip
@pytest.mark.parametrize("wrapped", [False, True], ids=["itself", "behind another"])
def test_what_the_system_gives_no_more_of_is_one_sentence(
    data: Path, error: Exception, wrapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*told: object, **more: object) -> None:
        if wrapped:
            raise wrong_input("a.docx", "a broken file", "a document", "Save it.") from error
        raise error

    monkeypatch.setattr("lkjip_analysis.checking.other_years.load", refused)
    code, told = run("verify", NAME, YEAR, "--data", data)
    assert code == 2 and told.startswith("ulimit: ") and len(told.strip().splitlines()) == 1
    assert "no more memory, open files or processes" in told


def test_a_fault_of_the_program_is_not_called_a_limit_of_the_system(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*told: object, **more: object) -> None:
        raise KeyError("anggaran")

    monkeypatch.setattr("lkjip_analysis.checking.other_years.load", refused)
    with pytest.raises(AssertionError, match="anggaran"):
        run("verify", NAME, YEAR, "--data", data)


def test_a_broken_document_is_not_called_a_limit_of_the_system() -> None:
    broken = XMLSyntaxError("Start tag expected", 4, 1, 1)
    for error in (broken, ImportError("No module named x"), RuntimeError("no"), KeyError("a")):
        assert used_up(error) is None


def test_a_report_that_has_no_room_for_its_kernels_is_one_sentence(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    given: list[int] = []
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (given[0], given[0]))
    for most, is_refused in ((600_000_000, True), (10**9, False), (resource.RLIM_INFINITY, False)):
        given[:] = [most]
        with pytest.raises(MemoryError) if is_refused else nullcontext():
            check_room(kernels.LEAST_ROOM)
    given[:] = [600_000_000]
    code, told = run("report", NAME, YEAR, "--data", data, "--reports", tmp_path / "reports")
    assert code == 2 and told.startswith("ulimit: ") and len(told.strip().splitlines()) == 1


@pytest.mark.parametrize("wing", ["analysis", "pages"])
def test_frames_are_not_loaded_where_they_would_end_the_process(wing: str) -> None:
    pytest.importorskip("resource")
    words = (
        "import sys, resource; resource.setrlimit(resource.RLIMIT_AS, (240_000_000,) * 2)\n"
        f"try: import lkjip_analysis.{wing}\n"
        "except MemoryError: sys.exit(3 if 'pandas' not in sys.modules else 4)"
    )
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 3
