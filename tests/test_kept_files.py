"""A file that somebody wrote is kept beside what a command writes in its place."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from lxml.etree import SerialisationError
from test_hostile import CONTOH, NAME, YEAR
from test_importing import budget
from test_working_paper import examined, report
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.replace_folder import new_folder
from lkjip_analysis.writing import write_whole

MINE = "catatan saya, tiga hari kerja\n"


def run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code in (0, 1), done.output
    return done.output


def example(folder: Path) -> tuple[object, ...]:
    from shutil import copytree

    copytree(CONTOH, folder / "raw" / NAME / str(YEAR))
    return NAME, YEAR, "--data", folder


def kept(folder: Path, mine: str) -> list[str]:
    """The files in which a person's text still stands."""
    return [path.name for path in folder.iterdir()
            if path.is_file() and path.read_bytes() == mine.encode()]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("verify", "*", "--json"), "hasil.json"),
        (("perbaikan", "*", "-o"), "perbaikan.md"),
        (("reviu", "--tahun", str(YEAR), "--data", "?", "-o"), "reviu.xlsx"),
        (("template", "--timpa"), "buku.xlsx"),
    ],
)
def test_what_somebody_wrote_is_kept_however_often_a_command_runs(
    words: tuple[str, ...], file: str, tmp_path: Path
) -> None:
    place = tmp_path / "tempat"
    place.mkdir()
    named = example(tmp_path)
    told: list[object] = []
    for word in words:
        told += named if word == "*" else [tmp_path] if word == "?" else [word]
    for text in (MINE, "lain " + MINE, "lagi " + MINE):
        (place / file).write_bytes(text.encode())
        run(*told, place / file)
        run(*told, place / file)
        assert kept(place, text) != [file]
    for text in (MINE, "lain " + MINE, "lagi " + MINE):
        assert len(kept(place, text)) == 1, sorted(p.name for p in place.iterdir())


def test_an_earlier_result_is_replaced_without_more_files(tmp_path: Path) -> None:
    named = example(tmp_path)
    file = tmp_path / "hasil.json"
    run("verify", *named, "--json", file)
    laporan = tmp_path / "raw" / NAME / str(YEAR) / "laporan.yaml"
    laporan.write_text(laporan.read_text("utf-8").replace("Contoh", "Lain"), "utf-8")
    run("verify", *named, "--json", file)
    assert [path.name for path in tmp_path.glob("hasil*")] == ["hasil.json"]
    file.write_text(json.dumps({"catatan": MINE}))
    run("verify", *named, "--json", file)
    assert json.loads((tmp_path / "hasil.lama.json").read_text()) == {"catatan": MINE}


def test_usul_keeps_each_workbook_that_somebody_filled_in(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    budget(book)
    book.save(tmp_path / "sumber.xlsx")
    target = tmp_path / "usul.xlsx"
    for text in (MINE, "lain " + MINE):
        target.write_bytes(text.encode())
        run("usul", tmp_path / "sumber.xlsx", "--instansi", "x", "--tahun", YEAR,
            "--data", tmp_path, "-o", target, "--timpa")  # fmt: skip
    assert len(kept(tmp_path, MINE)) == len(kept(tmp_path, "lain " + MINE)) == 1


@pytest.mark.parametrize("place", ["/", ".", ""])
def test_a_place_without_a_name_is_one_sentence(place: str) -> None:
    with pytest.raises(InputError, match="a place without a name"):
        write_whole(Path(place), "x")


def test_a_folder_without_a_name_is_one_sentence() -> None:
    with pytest.raises(InputError, match="a place without a name"), new_folder(Path("/")):
        pass


def test_nothing_that_was_kept_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for text in ("satu", "dua", "dua", "tiga", "satu", "empat"):
        write_whole(path, text, keep=True)
    texts = sorted(p.read_text() for p in tmp_path.glob("a.lama*.csv"))
    assert texts == ["dua", "satu", "tiga"]


def test_of_a_link_the_link_is_kept_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "luar.txt").write_text(MINE)
    (tmp_path / "hasil.txt").symlink_to("luar.txt")
    for text in ("baru", "lagi"):
        write_whole(tmp_path / "hasil.txt", text, keep=text == "baru")
    assert (tmp_path / "hasil.lama.txt").readlink() == Path("luar.txt")
    assert (tmp_path / "luar.txt").read_text() == MINE
    assert not (tmp_path / "hasil.txt").is_symlink()


def test_a_disk_that_is_full_while_the_earlier_file_is_kept_leaves_only_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, place: Path) -> None:
        place.write_bytes(source.read_bytes()[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", full)
    (tmp_path / "hasil.txt").write_text(MINE)
    with pytest.raises(InputError, match=r"hasil\.txt.*cannot be written"):
        write_whole(tmp_path / "hasil.txt", "baru", keep=True)
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.txt"]
    assert (tmp_path / "hasil.txt").read_text() == MINE


def test_a_place_that_can_only_be_read_is_named_itself_not_the_half_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    # What such a disk refuses, also of what is not there.
    for name in ("open", "unlink", "replace"):
        monkeypatch.setattr(Path, name, refused)
    with pytest.raises(InputError) as told:
        write_whole(tmp_path / "hasil.md", "baru")
    assert [problem.file for problem in told.value.problems] == [str(tmp_path / "hasil.md")]


@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOSPC, "full"), OSError(errno.EFBIG, "too large"),
     FileNotFoundError(errno.ENOENT, "No usable temporary directory"),
     SerialisationError("IO_EFBIG")],
)  # fmt: skip
def test_a_workbook_on_a_full_disk_is_one_sentence_and_the_file_there_stays(
    error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> None:
        raise error

    file = tmp_path / "buku.xlsx"
    file.write_text(MINE)
    monkeypatch.setattr("openpyxl.workbook.workbook.Workbook.save", full)
    done = CliRunner().invoke(app, ["template", str(file), "--timpa"])
    assert done.exit_code == 2
    assert "no room for the files that are needed on the way" in done.stderr
    assert file.read_text() == MINE


def test_a_link_or_a_pipe_in_a_result_folder_is_not_followed_and_not_replaced(
    tmp_path: Path,
) -> None:
    """A folder of results is passed on: what its record or a link names elsewhere is not read."""
    document, out = report(tmp_path / "lkjip.md", 2023), tmp_path / "hasil"
    results = out / "lkjip"
    examined(document, out, 1)
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia")
    record = json.loads((results / ".periksa.json").read_text("utf-8"))
    record["berkas"] |= {"../../rahasia.txt": "0", "catatan.txt": "0"}
    (results / ".periksa.json").write_text(json.dumps(record), "utf-8")
    (results / "catatan.txt").symlink_to(secret)
    (results / "temuan.json").unlink()
    (results / "temuan.json").symlink_to(secret)
    examined(document, out, 1)
    assert (results / "temuan.lama.json").readlink() == secret
    assert (results / "catatan.txt").readlink() == secret
    assert json.loads((results / "temuan.json").read_text("utf-8"))["findings"]
    assert secret.read_text() == "rahasia"
    assert [p for p in tmp_path.rglob("rahasia.txt") if p != secret] == []
    for make, told in ((os.mkfifo, "a pipe"), (lambda paper: paper.symlink_to(secret), "outside")):
        paper = results / "kertas-kerja.xlsx"
        paper.unlink()
        make(paper)
        done = CliRunner().invoke(app, ["periksa", str(document), "-o", str(out)])
        assert done.exit_code == 2 and told in done.output, done.output
        assert not paper.is_file() or paper.readlink() == secret
