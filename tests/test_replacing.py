"""A folder that is replaced: nothing of it is lost, and whenever the writer dies, it is whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from folders import KLAIM
from test_importing import NAME, YEAR, asked, budget
from test_susun import form
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.intake.excel.importing import check, understand
from lkjip_analysis.locking import held
from lkjip_analysis.output.next_year.made_of_form import compose_all
from lkjip_analysis.replace_folder import bring_back, kept_of, new_folder
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.reports_at_hand import available, folder_of, no_years
from lkjip_analysis.writing import write_whole

PERSONS = {
    "koreksi.csv": "sel,tercetak,menjadi,alasan,sertifikat\n"
    "anggaran[jalan].realisasi,Rp 390.000.000,Rp 391.000.000,dilihat di LRA,\n",
    "sertifikat/anggaran-jalan-realisasi.json": "{}",
    "skema/kunjungan.yaml": "judul: Kunjungan\narti: kunjungan\nkunci: kode\n"
    "kolom:\n  kode: {judul: Kode, tipe: teks}\n",
    "bukti/lra.csv": "kode,realisasi\njalan,391\n",
    "klaim.csv": f"{KLAIM}jalan,BAB III,1,realisasi,390.000.000,angka,,eksak,,,,\n",
    "aset.csv": "kode,nama\n1,Meja\n",
    "LKjIP 2022.pdf": "%PDF-1.7",
    "surat/2023/dari inspektorat.txt": "mohon diperiksa",
    "laporan.lama.yaml": "# disusun sendiri, tahun lalu\n",
}
"""What a person puts into a folder that a command wrote."""


def add(folder: Path) -> None:
    for name, text in PERSONS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")


def told(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8")
            for p in folder.rglob("*") if p.is_file()}  # fmt: skip


def persons(folder: Path) -> dict[str, str]:
    return {name: text for name, text in told(folder).items() if name in PERSONS}


def workbook(folder: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    budget(book)
    book.save(folder / "buku.xlsx")
    return folder / "buku.xlsx"


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    return done.exit_code, done.output


def test_import_keeps_everything_that_it_did_not_write(tmp_path: Path) -> None:
    book, data = workbook(tmp_path), tmp_path / "raw"
    words = ("import", book, "--instansi", NAME, "--tahun", YEAR, "--ya", "--data", data)
    assert run(*words)[0] == 0
    folder = data / NAME / str(YEAR)
    add(folder)
    (folder / "anggaran.csv").write_text("disunting\n")
    before = told(folder)

    code, output = run(*words, "--timpa")

    assert code == 0, output
    assert persons(folder) == PERSONS
    assert "bukti" in output and "LKjIP 2022.pdf" in output
    assert told(kept_of(folder)) == before
    assert f"kembalikan {NAME} {YEAR}" in output

    code, output = run("kembalikan", NAME, YEAR, "--data", data)
    assert code == 0 and told(folder) == before, output
    run("kembalikan", NAME, YEAR, "--data", data)
    assert persons(folder) == PERSONS and "disunting" not in (folder / "anggaran.csv").read_text()


def test_what_a_folder_declared_stays_beside_every_later_declaration(tmp_path: Path) -> None:
    data = tmp_path / "raw"
    book = understand(workbook(tmp_path), asked(data))
    folder = book.target
    for mine in ("# satu", "# dua", "# dua", "# tiga"):
        write_folder(folder, book.files(), True, lambda where: check(book, where))
        laporan = folder / "laporan.yaml"
        laporan.write_text(laporan.read_text("utf-8") + mine, "utf-8", newline="")
    write_folder(folder, book.files(), True, lambda where: check(book, where))
    kept = [path.read_text("utf-8") for path in folder.glob("laporan.lama*.yaml")]
    assert sorted(text.rpartition("# ")[2] for text in kept) == ["dua", "satu", "tiga"]


def test_susun_keeps_what_was_added_to_its_folder(tmp_path: Path) -> None:
    path = form(tmp_path)
    folder = compose_all(path, None, ()).paths[0]
    (folder / "bukti").mkdir()
    (folder / "bukti" / "lra.csv").write_text("kode\n1\n")
    (folder / "catatan.pdf").write_bytes(b"%PDF")

    compose_all(path, None, ())

    assert (folder / "bukti" / "lra.csv").read_text() == "kode\n1\n"
    assert (folder / "catatan.pdf").read_bytes() == b"%PDF"


def test_susun_refuses_a_folder_that_no_longer_fits_what_was_added(tmp_path: Path) -> None:
    path = form(tmp_path)
    folder = compose_all(path, None, ()).paths[0]
    head = "sel,tercetak,menjadi,alasan,sertifikat\n"
    (folder / "koreksi.csv").write_text(f"{head}ringkasan[tidak_ada].capaian,1,2,x,\n")
    before = told(folder)
    with pytest.raises(InputError, match=r"koreksi\.csv"):
        compose_all(path, None, ())
    assert told(folder) == before


def test_new_never_replaces_a_folder_that_another_made_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    words = (sys.executable, "-m", "lkjip_analysis", "new", "dinas-uji", "2024",
             "--data", str(tmp_path))  # fmt: skip
    runs = [subprocess.Popen(words, stdout=-1, stderr=-2, text=True) for _ in range(2)]
    ends = sorted((run.wait(), run.communicate()[0]) for run in runs)
    assert [code for code, _ in ends] == [0, 2]
    assert "move that folder away" in ends[1][1]
    assert not kept_of(tmp_path / "raw" / "dinas-uji" / "2024").exists()


def test_without_an_earlier_folder_there_is_no_way_back(tmp_path: Path) -> None:
    code, output = run("kembalikan", "dinas-uji", "2024", "--data", tmp_path)
    assert code == 2 and "no earlier folder" in output
    code, output = run("kembalikan", "../..", "2024", "--data", tmp_path)
    assert code == 2 and "lower-case letters" in output


def test_a_folder_that_was_deleted_by_hand_is_brought_back_only_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "raw" / "dinas-uji" / "2024"
    for text in ("satu", "dua"):
        write_folder(folder, {"laporan.yaml": text}, True, lambda _: ())
    (folder / "laporan.lama.yaml").unlink()
    (folder / "laporan.yaml").unlink()
    folder.rmdir()
    assert available(tmp_path) == {}
    bring_back(folder)
    assert told(folder) == {"laporan.yaml": "satu"}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some users make links")
def test_links_and_pipes_in_an_earlier_folder_are_never_followed(tmp_path: Path) -> None:
    folder, other = tmp_path / "raw" / "dinas-uji" / "2024", tmp_path / "luar.csv"
    write_folder(folder, {"laporan.yaml": "satu"}, False, lambda _: ())
    other.write_text("milik lain")
    (folder / "tabel.csv").symlink_to(other)
    (folder / "lain.csv").symlink_to(other)
    write_folder(folder, {"laporan.yaml": "satu", "tabel.csv": "x"}, True, lambda _: ())
    assert other.read_text() == "milik lain"
    assert (folder / "tabel.csv").read_text() == "x" and (folder / "lain.csv").is_symlink()

    (folder / "skema").symlink_to(tmp_path)
    with pytest.raises(InputError, match="a link"):
        write_folder(folder, {"skema/x.yaml": "x"}, True, lambda _: ())
    assert not (tmp_path / "x.yaml").exists()

    os.mkfifo(folder / "pipa")
    with pytest.raises(InputError, match="pipa"):
        write_folder(folder, {"laporan.yaml": "dua"}, True, lambda _: ())


# A writer that dies at any step.

DYING = """
import os, shutil, sys
from pathlib import Path
from lkjip_analysis import replace_folder
steps = int(sys.argv[2])
def count(real):
    def counted(*words, **named):
        global steps
        if not steps:
            os._exit(9)
        steps -= 1
        return real(*words, **named)
    return counted
Path.rename, shutil.rmtree, Path.chmod = map(count, (Path.rename, shutil.rmtree, Path.chmod))
target = Path(sys.argv[1])
if sys.argv[3] == "kembalikan":
    replace_folder.bring_back(target)
else:
    with replace_folder.new_folder(target, keep=sys.argv[3] == "keep") as folder:
        (folder / "laporan.yaml").write_text("baru")
"""


@pytest.mark.parametrize("way", ["drop", "keep", "kembalikan"])
@pytest.mark.parametrize("reader", ["folder_of", "available", "next"])
def test_whenever_the_writer_dies_the_earlier_or_the_new_folder_is_found(
    tmp_path: Path, way: str, reader: str
) -> None:
    for step in range(9):
        target = tmp_path / str(step) / "raw" / "dinas-uji" / "2024"
        for text in ("paling lama", "lama"):
            with new_folder(target, keep=True) as folder:
                (folder / "laporan.yaml").write_text(text)
        words = [sys.executable, "-c", DYING, str(target), str(step), way]
        code = subprocess.run(words, timeout=60).returncode
        base = target.parents[2]
        if reader == "folder_of":
            assert folder_of("dinas-uji", 2024, base) == target
        elif reader == "available":
            assert available(base) == {"dinas-uji": [2024]} and no_years(base) == []
        new = "paling lama" if way == "kembalikan" else "baru"
        if reader != "next":
            assert (target / "laporan.yaml").read_text() in {"lama", new}
        with new_folder(target, keep=True) as folder:
            (folder / "laporan.yaml").write_text("sesudah")
        assert (target / "laporan.yaml").read_text() == "sesudah"
        assert (kept_of(target) / "laporan.yaml").read_text() in {"lama", new}
        left = {path.name for path in target.parent.iterdir()}
        assert left == {"2024", ".2024.lock", ".2024.sebelum"}
        if code == 0:
            return
    raise AssertionError("it never came to an end")


def test_what_was_kept_survives_a_death_in_the_middle_of_keeping(tmp_path: Path) -> None:
    target = tmp_path / "raw" / "dinas-uji" / "2024"
    for text in ("satu", "dua"):
        with new_folder(target, keep=True) as folder:
            (folder / "laporan.yaml").write_text(text)
    target.rename(target.with_name(".2024.geser"))  # dead before the second rename
    assert available(tmp_path) == {"dinas-uji": [2024]}
    assert (target / "laporan.yaml").read_text() == "dua"
    assert (kept_of(target) / "laporan.yaml").read_text() == "satu"


def test_leftovers_are_no_reports(tmp_path: Path) -> None:
    target = tmp_path / "raw" / "dinas-uji" / "2024"
    for text in ("satu", "dua"):
        with new_folder(target, keep=True) as folder:
            (folder / "laporan.yaml").write_text(text)
    for name in (".2024.baru-1-x", ".2024.lama", ".2024.buang-1-x"):
        target.with_name(name).mkdir()
        (target.with_name(name) / "laporan.yaml").write_text("x")
    code, output = run("list", "--data", tmp_path)
    assert (code, output.split()) == (0, ["dinas-uji", "2024"])


def test_a_reader_waits_for_the_folder_that_is_just_put_in_place(tmp_path: Path) -> None:
    import threading

    target = tmp_path / "raw" / "dinas-uji" / "2024"
    with new_folder(target) as folder:
        (folder / "laporan.yaml").write_text("satu")
    moved, inside = target.with_name(".2024.geser"), threading.Event()

    def swap() -> None:
        with held(target):
            target.rename(moved)
            inside.set()
            threading.Event().wait(0.5)
            moved.rename(target)

    thread = threading.Thread(target=swap)
    thread.start()
    inside.wait(5)
    assert folder_of("dinas-uji", 2024, tmp_path) == target
    thread.join()


def test_a_folder_replaced_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lkjip_analysis.report import loading

    book = understand(workbook(tmp_path), asked(tmp_path / "raw"))
    write_folder(book.target, book.files(), True, lambda where: check(book, where))
    real, seen = loading.load_folder, list[int]()

    def slow(folder: Path, instansi: str, tahun: int) -> object:
        seen.append(1)
        found = real(folder, instansi, tahun)
        if len(seen) == 1:
            with new_folder(folder, keep=True) as new:
                for name, text in book.files().items():
                    (new / name).write_text(text.replace("390.000.000", "391.000.000"), "utf-8")
        return found

    monkeypatch.setattr(loading, "load_folder", slow)
    report = load(NAME, YEAR, tmp_path / "raw")
    assert len(seen) == 2
    assert "Rp 391.000.000" in {cell.text for cell in report.tables["anggaran"].cells.values()}


def test_what_somebody_put_where_a_command_writes_is_kept_beside_it_once(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    target.mkdir()
    (target / "index.html").write_text("milik orang")
    (target / "tautan.html").symlink_to("index.html")
    written = {"index.html", "tautan.html"}
    for own in (set[str](), written):
        with new_folder(target, own=own.__contains__) as folder:
            for name in written:
                (folder / name).write_text("baru")
    assert (target / "index.html").read_text() == "baru"
    assert (target / "index.lama.html").read_text() == "milik orang"
    assert (target / "tautan.lama.html").readlink() == Path("index.html")
    assert len(list(target.iterdir())) == 4


def test_a_folder_in_the_place_of_a_file_is_named_and_kept(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    (target / "index.html").mkdir(parents=True)
    (target / "index.html" / "catatan.txt").write_text("milik orang")
    told, own = "a folder where a file is written", {"index.html"}.__contains__
    with pytest.raises(InputError, match=told) as raised, new_folder(target, own=own) as folder:
        (folder / "index.html").write_text("baru")
    assert raised.value.problems[0].file == str(target / "index.html")
    assert (target / "index.html" / "catatan.txt").read_text() == "milik orang"
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")] == [
        "hasil"
    ]


@pytest.mark.parametrize("kind", ["sebelum", "geser", "lama"])
def test_a_link_is_no_folder_that_was_put_aside(tmp_path: Path, kind: str) -> None:
    """A link in the place of one is neither brought back nor put in the place of a year."""
    elsewhere, year = tmp_path / "lain", tmp_path / "instansi" / "2022"
    elsewhere.mkdir()
    year.parent.mkdir()
    try:
        year.with_name(f".2022.{kind}").symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(InputError, match="no earlier folder"):
        bring_back(year)
    assert not os.path.lexists(year) and elsewhere.is_dir()


def test_a_link_to_nothing_where_the_earlier_folder_is_kept_hinders_no_replacement(
    tmp_path: Path,
) -> None:
    year = tmp_path / "2022"
    year.mkdir()
    (year / "isi").write_text("1")
    try:
        kept_of(year).symlink_to(tmp_path / "tiada", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    for number in (2, 3):
        with new_folder(year, keep=True) as folder:
            (folder / "isi").write_text(str(number))
        kept = kept_of(year) / "isi"
        assert (kept.read_text(), (year / "isi").read_text()) == (str(number - 1), str(number))
    assert not (tmp_path / ".2022.geser").exists() and not (tmp_path / "tiada").exists()


def other_disk(here: Path) -> Path | None:
    """A folder on another file system than this one, where there is one to write to."""
    places = map(Path, ("/dev/shm", "/run/shm", "/var/tmp", "/tmp", str(Path.home())))
    ours = (place for place in places if place.is_dir() and os.access(place, os.W_OK))
    return next((place for place in ours if place.stat().st_dev != here.stat().st_dev), None)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_that_is_a_link_to_another_disk_is_replaced_every_time(
    tmp_path: Path, is_there: bool
) -> None:
    disk = other_disk(tmp_path)
    if disk is None:
        pytest.skip("one disk only")
    with tempfile.TemporaryDirectory(dir=disk) as made:
        link, real = tmp_path / "laporan" / "2022", Path(made) / "hasil" / "2022"
        link.parent.mkdir()
        link.symlink_to(real, target_is_directory=True)
        if is_there:
            real.mkdir(parents=True)
            real.with_name(".2022.baru-1-terbunuh").mkdir()  # of a run that was killed
        for text in ("satu", "dua", "tiga"):
            with new_folder(link, keep=True) as folder:
                (folder / "index.html").write_text(text)
            assert link.is_symlink() and (link / "index.html").read_text() == text
        bring_back(link)

        assert (real / "index.html").read_text() == "dua"
        assert [path.name for path in link.parent.iterdir()] == ["2022"]
        left = {path.name for path in real.parent.iterdir()} - {".2022.lock"}
        assert left == {"2022", ".2022.sebelum"}


def _everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.mark.parametrize(
    "before", [(), ("raw",), ("raw", "raw/dinas"), ("raw", "raw/dinas", "raw/dinas/2022")]
)
def test_what_fails_leaves_no_empty_folder_and_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...]
) -> None:
    for name in before:
        (tmp_path / name).mkdir()

    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "raw" / "dinas" / "2022"
    with pytest.raises(InputError, match="a file"), new_folder(target) as folder:
        (folder / "laporan.yaml").write_text("baru")
        raise wrong_input("x", "a file", "none", "Take it away.")
    assert _everything(tmp_path) == set(before)
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(InputError, match="cannot be written"), new_folder(target):
        raise AssertionError
    assert _everything(tmp_path) == set(before)


def test_what_another_run_makes_meanwhile_stays(tmp_path: Path) -> None:
    """Its lock, its folder, and the lock that was there before."""
    agency = tmp_path / "raw" / "dinas"
    with pytest.raises(InputError), new_folder(agency / "2022"):
        with new_folder(agency / "2021") as other:
            (other / "laporan.yaml").write_text("lain")
        raise wrong_input("x", "a file", "none", "Take it away.")
    assert _everything(agency) == {"2021", "2021/laporan.yaml", ".2021.lock"}
    with pytest.raises(InputError), new_folder(agency / "2021"):
        raise wrong_input("x", "a file", "none", "Take it away.")
    assert _everything(agency) == {"2021", "2021/laporan.yaml", ".2021.lock"}


def test_a_file_that_cannot_be_written_leaves_no_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "satu" / "dua" / "hasil.md", "baru")
    assert not _everything(tmp_path)
