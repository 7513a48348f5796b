"""koreksi.csv when a repair is added: whoever saved it, and however many add to it at once."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from folders import made_up
from test_replacing import told
from typer.testing import CliRunner
from years import AGENCY, with_achievement

from lkjip_analysis.checking.certificates import certified
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.output.corrections.accepting import accept
from lkjip_analysis.output.corrections.to_correct import actions
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.reports_at_hand import folder_of

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


def lkjip(*words: str) -> str:
    return CliRunner().invoke(app, words).output


def test_the_code_that_verify_prints_is_the_one_that_koreksi_takes(folder: Path) -> None:
    report = ("dinas-contoh", "2021", "--data", str(folder.parents[2]))
    findings = json.loads(lkjip("verify", *report, "--json", "-"))["findings"]
    printed, listed = lkjip("verify", *report), lkjip("koreksi", *report)

    assert {finding["id"] for finding in findings} == {CEILING, SPENT}
    assert f"anggaran.csv:5:pagu  kode {CEILING}" in printed
    assert f"anggaran.csv:4:realisasi  kode {SPENT}" in printed
    assert f"{CEILING}  Terbukti salah\n" in listed and "3.000 seharusnya 300" in listed
    assert "koreksi.csv: anggaran[d].pagu" in lkjip("koreksi", *report, "--terima", CEILING)
    assert f"{CEILING}  Terbukti salah (sudah diterima)\n" in lkjip("koreksi", *report)
    printed = lkjip("verify", *report)
    assert f"kode {CEILING}, koreksinya sudah diterima" in printed
    assert f"kode {SPENT}\n" in printed


def test_of_many_repairs_the_message_says_how_many_more_and_the_list_holds_all(
    tmp_path: Path,
) -> None:
    # Fourteen programmes of 10 add up to 140; the total prints 190: each of them, or the total.
    rows = [f"p{i:02},Program {i},10" for i in range(1, 15)]
    table = "\n".join(["kode,program,pagu", *rows, "jumlah,Jumlah,190"]) + "\n"
    laporan = "tabel: {program: {label: Tabel 2.3, transkripsi: ganda}}\n"
    made_up(tmp_path, laporan, {"program": table})
    report = ("dinas-contoh", "2021", "--data", str(tmp_path))

    refused = lkjip("koreksi", *report, "--terima", "program.jumlah.pagu")
    assert "15 possible repairs" in refused and "and 3 others" in refused
    assert "`lkjip koreksi dinas-contoh 2021 --data " in refused and "lists all." in refused
    assert "--pilihan 15: Tabel 2.3" in lkjip("koreksi", *report)


def test_last_years_figure_as_last_year_printed_it_can_be_accepted(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,90,90,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,95,95,80\n")
    finding = "antar-tahun.capaian[1.layanan].capaian_lalu"
    lkjip("koreksi", AGENCY, "2021", "--data", str(tmp_path), "--terima", finding)

    (row,) = rows(folder_of(AGENCY, 2021, tmp_path))[1:]
    assert row[:3] == ["capaian[1.layanan].capaian_lalu", "80", "90"]
    assert "laporan 2020, Tabel 3.1" in row[3] and row[4] == ""
    verification = verified(AGENCY, 2021, tmp_path)
    assert verification.report.used().cell("capaian[1.layanan].capaian_lalu").point == 90
    # No relation of this report says so: there is nothing that recheck.py could reckon again.
    assert certified(verification) == []


def test_where_two_later_reports_print_different_figures_each_is_a_choice(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,n/a,n/a,90,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,100,95,95,80\n")
    again = "tren: [{sel: 'capaian[1.layanan].capaian_lalu', kode: 1.layanan, ukuran: capaian, "
    more = again + "tahun: 2020}]\n"
    with_achievement(tmp_path, 2022, "1.layanan,Layanan,100,95,95,70\n", more)
    finding = next(f for f in verified(AGENCY, 2020, tmp_path).findings if f.is_wrong)
    assert [remedy.cells[0].text for remedy in finding.remedies] == ["80", "70"]


def test_a_suspicion_names_no_figure_and_says_so(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2020, "1.layanan,Layanan,100,90,90,\n")
    with_achievement(tmp_path, 2021, "1.layanan,Layanan,1.000,950,95,90\n")
    report = (AGENCY, "2021", "--data", str(tmp_path))
    told = lkjip("koreksi", *report, "--terima", "lonjakan.capaian[1.layanan].realisasi")
    assert "(Patut diperiksa), which proposes no new print for a cell" in told
    assert "Tidak ada yang dapat diterima." in lkjip("koreksi", *report)


HALVED = """\
kode,program,pagu,realisasi,serapan
a,Program A,400,100,"25,00"
b,Program B,800,500,"62,50"
jumlah,Jumlah,1.200,700,"58,33"
"""
# 100 and 500 are 600, not 700. Either the total is 600, or a row has 100 more: not both.


@pytest.mark.parametrize(
    ("accepted", "settled"),
    [(("jumlah],700,600",), True), (("jumlah],700,600", "a],100,200"), False)],
)
def test_two_repairs_that_undo_each_other_are_not_called_accepted(
    accepted: tuple[str, ...], settled: bool, tmp_path: Path
) -> None:
    rows = [f"anggaran[{told.replace(']', '].realisasi')},lihat LRA," for told in accepted]
    rows += ['anggaran[jumlah].serapan,"58,33","50,00",dihitung ulang,']
    if not settled:
        rows += ['anggaran[a].serapan,"25,00","50,00",dihitung ulang,']
    koreksi = "\n".join(["sel,tercetak,menjadi,alasan,sertifikat", *rows, ""])
    made_up(tmp_path, LAPORAN, {"anggaran": HALVED, "koreksi": koreksi})
    verification = verify(load("dinas-contoh", 2021, tmp_path))
    (finding,) = (f for f in verification.findings if f.verdict == "ambigu")
    assert verification.is_accepted(finding) is verification.is_settled(finding) is settled


def test_what_corrections_of_other_figures_settle_is_no_longer_to_be_corrected(
    tmp_path: Path,
) -> None:
    # The source says: c has 4.000 of pagu, so its 1.000 is right, and the totals are what is wrong.
    # 100 + 200 + 4.000 + 300 = 4.600, 80 + 90 + 1.000 + 30 = 1.200, and 1.200 / 4.600 = 26,09 %.
    source = {"c].pagu,400": "4.000", "d].pagu,3.000": "300", "jumlah].pagu,1.000": "4.600",
              "jumlah].realisasi,300": "1.200"}  # fmt: skip
    rows = [f"anggaran[{cell},{right},lihat DPA," for cell, right in source.items()]
    rows.append('anggaran[jumlah].serapan,"30,00","26,09",dihitung ulang,')
    koreksi = "\n".join(["sel,tercetak,menjadi,alasan,sertifikat", *rows, ""])
    made_up(tmp_path, LAPORAN, {"anggaran": BUDGET})
    before = actions(verify(load("dinas-contoh", 2021, tmp_path)))
    assert [action.finding for action in before] == [SPENT, CEILING]  # more rests on what was spent
    made_up(tmp_path, LAPORAN, {"anggaran": BUDGET, "koreksi": koreksi})
    settled = verify(load("dinas-contoh", 2021, tmp_path))
    # d's own correction is still to be printed; c's realisasi is right.
    assert [action.finding for action in actions(settled)] == [CEILING]


def test_a_koreksi_csv_of_which_every_row_was_taken_back_accepts_nothing(tmp_path: Path) -> None:
    koreksi = "sel,tercetak,menjadi,alasan,sertifikat\n"
    made_up(tmp_path, LAPORAN, {"anggaran": HALVED, "koreksi": koreksi})
    report = load("dinas-contoh", 2021, tmp_path)
    assert report.corrections == ()


@pytest.mark.parametrize("step", ["write_certificate", "write_whole"])
def test_who_dies_while_accepting_leaves_neither_certificate_nor_row(
    folder: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lkjip_analysis.output.corrections import accepting

    real, earlier = getattr(accepting, step), told(folder)

    def dying(*words: object) -> None:
        real(*words)
        raise KeyboardInterrupt

    monkeypatch.setattr(accepting, step, dying)
    with pytest.raises(KeyboardInterrupt):
        take(folder, CEILING)
    assert told(folder) == earlier

    monkeypatch.undo()
    take(folder, CEILING)
    new = {"koreksi.csv", f"sertifikat/{CEILING}.json"}
    assert told(folder).keys() - earlier.keys() == new


@pytest.mark.skipif(sys.platform == "win32", reason="it has no modes of folders")
def test_a_folder_that_a_group_shares_stays_shared(folder: Path) -> None:
    folder.chmod(0o2775)
    take(folder, CEILING)
    assert folder.stat().st_mode & 0o7777 == 0o2775


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limit")
@pytest.mark.parametrize("room", [100, 1500], ids=["for no table", "for no certificate"])
def test_a_full_disk_is_one_sentence_and_the_folder_stays_as_it_was(
    folder: Path, room: int
) -> None:
    import resource

    earlier, beside = told(folder), set(folder.parent.iterdir())
    words = [sys.executable, "-m", "lkjip_analysis", "koreksi", "dinas-contoh", "2021",
             "--data", str(folder.parents[2]), "--terima", CEILING]  # fmt: skip
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))  # noqa: E731
    done = subprocess.run(words, capture_output=True, text=True, preexec_fn=limit)
    assert done.returncode == 2 and "cannot be written" in done.stderr, done.stderr
    assert str(folder) in done.stderr and ".baru-" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert told(folder) == earlier
    assert set(folder.parent.iterdir()) - beside <= {folder.with_name(".2021.lock")}
