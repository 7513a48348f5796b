"""koreksi.csv when a repair is added: whoever saved it, and however many add to it at once."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.acting.accepting import accept
from lkjip_analysis.errors import InputError
from lkjip_analysis.loading import load
from lkjip_analysis.verify import verify

LAPORAN = """\
tabel:
  anggaran: {tipe: anggaran, label: Tabel 3.8, transkripsi: ganda}
"""
# Pagu is 1.000 without the zero too many of d, realisasi 300 without that of c; both shares say so.
BUDGET = """\
kode,program,pagu,realisasi,serapan
a,Program A,100,80,"80,00"
b,Program B,200,90,"45,00"
c,Program C,400,1.000,"25,00"
d,Program D,3.000,30,"10,00"
jumlah,Jumlah,1.000,300,"30,00"
"""
CEILING, SPENT = "anggaran-d-pagu", "anggaran-c-realisasi"
OLD = [
    ["sel", "tercetak", "menjadi", "alasan", "sertifikat"],
    ["anggaran[b].program", "Program B", "Program Bé", 'kata "orang", lalu; titik koma', ""],
    ["anggaran[a].program", "Program A", "Program Ä", "ejaan", "ada"],
]
FORMS = [
    (separator, encoding)
    for separator in (",", ";", "\t")
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16")
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made_up(tmp_path, LAPORAN, {"anggaran": BUDGET})
    return tmp_path / "raw" / "dinas-contoh" / "2021"


def take(folder: Path, finding: str) -> None:
    accept(verify(load("dinas-contoh", 2021, folder.parents[2])), folder, [finding])


def rows(folder: Path) -> list[list[str]]:
    with (folder / "koreksi.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize(("separator", "encoding"), FORMS)
def test_what_stood_in_the_file_stays_whatever_program_saved_it(
    folder: Path, separator: str, encoding: str
) -> None:
    with (folder / "koreksi.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(OLD)

    take(folder, CEILING)

    assert rows(folder)[:3] == OLD
    assert rows(folder)[3][:3] == ["anggaran[d].pagu", "3.000", "300"]
    used = load("dinas-contoh", 2021, folder.parents[2]).used()
    assert used.cell("anggaran[b].program").text == "Program B\u00e9"
    assert used.cell("anggaran[d].pagu").point == 300


def test_a_repair_that_somebody_else_accepted_meanwhile_is_not_written_again(folder: Path) -> None:
    before = verify(load("dinas-contoh", 2021, folder.parents[2]))
    take(folder, CEILING)

    assert accept(before, folder, [CEILING]) == ()
    accept(before, folder, [SPENT])
    assert [row[0] for row in rows(folder)] == ["sel", "anggaran[d].pagu", "anggaran[c].realisasi"]


def test_of_two_who_accept_at_once_neither_loses_a_row(folder: Path) -> None:
    words = [sys.executable, "-m", "lkjip_analysis", "koreksi", "dinas-contoh", "2021",
             "--data", str(folder.parents[2]), "--terima"]  # fmt: skip
    for _ in range(3):
        (folder / "koreksi.csv").unlink(missing_ok=True)
        both = [subprocess.Popen([*words, name]) for name in (CEILING, SPENT)]
        assert [process.wait() for process in both] == [0, 0]
        assert {row[0] for row in rows(folder)[1:]} == {"anggaran[d].pagu", "anggaran[c].realisasi"}


def test_a_file_that_cannot_be_read_is_left_as_it_is(folder: Path) -> None:
    before = verify(load("dinas-contoh", 2021, folder.parents[2]))
    text = b"sel,tercetak\nanggaran[a].pagu,100\n"
    (folder / "koreksi.csv").write_bytes(text)

    with pytest.raises(InputError, match='no column "menjadi"'):
        accept(before, folder, [CEILING])
    assert (folder / "koreksi.csv").read_bytes() == text


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", ["koreksi.csv", "sertifikat"])
def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path, name: str) -> None:
    before = verify(load("dinas-contoh", 2021, folder.parents[2]))
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / name).symlink_to(outside)

    with pytest.raises(InputError, match="outside the folder"):
        accept(before, folder, [CEILING])
    assert list(outside.iterdir()) == []
