"""Every report in one run: in order, one broken agency apart, into Parquet and one page."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from folders import OTHERS
from test_cli import lkjip

from lkjip_analysis.building.nation import verifying
from lkjip_analysis.building.nation.nation_overview import slip_kind
from lkjip_analysis.building.nation.outcome import Outcome, unread, verified
from lkjip_analysis.building.nation.stream import AHEAD, CHUNK, DIED, streamed
from lkjip_analysis.building.nation.verifying import verify_all
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

BLORA, LAMPUNG = ("dindagkop-ukm-blora", 2021), ("provinsi-lampung", 2015)
BROKEN = ("dinas-rusak", 2021)
REPORTS = [BROKEN, BLORA, LAMPUNG]


@pytest.fixture(scope="module")
def three_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two real reports and one whose laporan.yaml breaks off."""
    data = tmp_path_factory.mktemp("data")
    blora = Path(BLORA[0], str(BLORA[1]))
    shutil.copytree(raw_folder() / blora, data / "raw" / blora)
    shutil.copytree(OTHERS / "raw" / LAMPUNG[0], data / "raw" / LAMPUNG[0])
    folder = data / "raw" / BROKEN[0] / str(BROKEN[1])
    folder.mkdir(parents=True)
    (folder / "laporan.yaml").write_text("instansi: dinas-rusak\ntahun: [")
    return data


@pytest.fixture(scope="module")
def verified_nation(three_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hasil") / "seluruh"
    verify_all(REPORTS, three_reports, folder, 1)
    return folder


def test_the_findings_of_every_report_are_in_parquet(verified_nation: Path) -> None:
    found = pd.read_parquet(verified_nation / "temuan")
    proven = found[(found["putusan"] == "terbukti") & (found["instansi"] == BLORA[0])]
    right = {row["sel"][0]: row["seharusnya"] for _, row in proven.iterrows()}
    assert right["anggaran[2.perizinan].realisasi"] == "10.000.000"
    assert right["ringkasan[1.koperasi_sehat].rerata_sasaran"] == "164,68"
    assert len(right) == 4 and set(proven["tahun"].astype(int)) == {2021}


def test_what_is_watched_is_in_parquet_by_column(verified_nation: Path) -> None:
    watched = pd.read_parquet(verified_nation / "cakupan")
    quantity = watched[(watched["tabel"] == "ekspor") & (watched["kolom"] == "kuantitas")]
    # Four goods print a quantity, the total row a dash; nothing in the report tests them.
    assert quantity[["angka", "tidak_diuji"]].to_numpy().tolist() == [[4, 4]]


def test_a_report_that_cannot_be_read_is_listed_and_stops_no_other(verified_nation: Path) -> None:
    reports = pd.read_parquet(verified_nation / "laporan").set_index("instansi")
    assert set(reports.index) == {name for name, _ in REPORTS}
    assert "laporan.yaml" in reports.loc[BROKEN[0], "masalah"]
    assert reports.loc[BLORA[0], "terbukti"] == 4 and reports.loc[BLORA[0], "masalah"] == ""


def _content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_processes_write_what_one_writes_to_the_byte(
    three_reports: Path, verified_nation: Path, tmp_path: Path
) -> None:
    verify_all(list(reversed(REPORTS)), three_reports, tmp_path / "dua", 2)
    assert _content(tmp_path / "dua") == _content(verified_nation)


def dies_at_thirty(instansi: str, tahun: int) -> Outcome:
    if tahun == 30:
        os._exit(1)
    return unread(instansi, tahun, "selesai")


def test_a_process_that_dies_loses_one_report_and_keeps_the_order() -> None:
    reports = [("dinas", number) for number in range(12 * CHUNK)]
    outcomes = list(streamed(reports, dies_at_thirty, 2))
    assert [(o.instansi, o.tahun) for o in outcomes] == reports
    assert [o.tahun for o in outcomes if o.report["masalah"] == DIED] == [30]


def leaves_a_trace(folder: Path, instansi: str, tahun: int) -> Outcome:
    (folder / str(tahun)).touch()
    return unread(instansi, tahun, "selesai")


def test_no_more_reports_are_under_way_than_memory_allows(tmp_path: Path) -> None:
    reports = [("dinas", number) for number in range(100 * CHUNK)]
    outcomes = streamed(reports, partial(leaves_a_trace, tmp_path), 2)
    assert next(outcomes).tahun == 0
    time.sleep(0.5)  # time enough for idle processes to run ahead, if they may
    begun = len(list(tmp_path.iterdir()))
    outcomes.close()  # type: ignore[attr-defined]
    assert begun <= 2 * AHEAD * CHUNK


class _Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_says_what_is_wrong_what_is_untested_and_what_was_not_read(
    verified_nation: Path,
) -> None:
    page = _Page((verified_nation / "ringkasan.html").read_text("utf-8"))
    text = " ".join(page.text.split())
    assert "Dari 3 laporan, 2 terbaca dan 1 tidak dapat dibaca" in text
    assert "kelebihan satu nol" in text and "Realisasi anggaran per program" in text
    assert "Kuantitas" in text and "dinas-rusak" in text


def test_the_page_needs_nothing_else_and_names_its_tables(verified_nation: Path) -> None:
    page = _Page((verified_nation / "ringkasan.html").read_text("utf-8"))
    assert page.tags[0][0] == "html" and page.tags[0][1]["lang"] == "id"
    targets = [v for _, attrs in page.tags for k, v in attrs.items() if k in ("src", "href")]
    assert targets and all(target and target.startswith(("#", "data:")) for target in targets)
    names = [tag for tag, _ in page.tags]
    assert names.count("caption") == names.count("table") >= 4
    assert all("scope" in attrs for tag, attrs in page.tags if tag == "th")


@pytest.mark.parametrize(
    ("slip", "kind"),
    [
        ("satu digit salah: 5, seharusnya 4", "satu digit salah"),
        ("digit 4 tercetak dua kali", "digit tercetak dua kali"),
        ('tercetak angka baris "Mebeler" (39.109)', "tertukar dengan angka tetangganya"),
        ("kelebihan tiga nol", "kelebihan tiga nol"),
        (None, ""),
    ],
)
def test_like_slips_are_counted_together(slip: str | None, kind: str) -> None:
    assert slip_kind(slip) == kind


def test_a_run_that_breaks_off_leaves_the_earlier_results_whole(
    three_reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "seluruh"
    verify_all([LAMPUNG], three_reports, folder, 1)
    before = _content(folder)

    def full(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verifying, "overview", full)
    with pytest.raises(KeyboardInterrupt):
        verify_all(REPORTS, three_reports, folder, 1)
    assert _content(folder) == before


def test_what_has_not_changed_is_not_verified_again(
    three_reports: Path, verified_nation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is it anything else: the second run writes the bytes of the first."""
    data, folder = tmp_path / "data", tmp_path / "seluruh"
    shutil.copytree(three_reports, data)
    shutil.copytree(verified_nation, folder)
    asked: list[str] = []

    def watched(data: Path, instansi: str, tahun: int) -> Outcome:
        asked.append(instansi)
        return verified(data, instansi, tahun)

    monkeypatch.setattr(verifying, "verified", watched)
    before = _content(folder)
    verify_all(REPORTS, data, folder, 1)
    assert asked == [BROKEN[0]] and _content(folder) == before  # what was not read is tried again
    asked.clear()
    table = data / "raw" / LAMPUNG[0] / str(LAMPUNG[1]) / "laporan.yaml"
    table.write_text(table.read_text(encoding="utf-8") + "# dibaca ulang\n", encoding="utf-8")
    verify_all(REPORTS, data, folder, 1)
    assert sorted(asked) == sorted([BROKEN[0], LAMPUNG[0]])


def test_rows_that_an_earlier_run_has_lost_are_told(
    three_reports: Path, verified_nation: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "seluruh"
    shutil.copytree(verified_nation, folder)
    shutil.rmtree(folder / "temuan" / f"tahun={BLORA[1]}")
    with pytest.raises(InputError, match="damaged"):
        verify_all(REPORTS, three_reports, folder, 1)
    shutil.rmtree(folder / "laporan")
    verify_all([LAMPUNG], three_reports, folder, 1)  # nothing is known: all is verified
    assert len(pd.read_parquet(folder / "laporan")) == 1


def test_results_of_a_version_without_fingerprints_are_made_again(
    three_reports: Path, verified_nation: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "seluruh"
    shutil.copytree(verified_nation, folder)
    for part in (folder / "laporan").rglob("*.parquet"):
        pd.read_parquet(part, partitioning=None).drop(columns="sidik").to_parquet(part)
    verify_all([LAMPUNG], three_reports, folder, 1)
    assert list(pd.read_parquet(folder / "laporan")["sidik"].str.len()) == [64]


def test_a_folder_with_other_files_is_never_replaced(three_reports: Path, tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_text("penting")
    with pytest.raises(InputError, match="a folder with other files"):
        verify_all([LAMPUNG], three_reports, tmp_path, 1)
    assert (tmp_path / "surat.docx").read_text() == "penting"


def test_without_pyarrow_the_message_says_how_to_get_it(
    three_reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=re.escape("Install the package pyarrow")):
        verify_all([LAMPUNG], three_reports, tmp_path / "seluruh", 1)
    assert not (tmp_path / "seluruh").exists()


def test_the_command_names_the_broken_report_and_ends_with_1(
    three_reports: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "seluruh"
    done = lkjip("verify", "--all", "--data", str(three_reports), "-o", str(folder))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "dinas-rusak 2021: laporan.yaml" in done.stderr
    assert "3 laporan: 1 cocok, 1 dengan" in done.stdout
    assert done.stdout.splitlines()[-1] == str(folder / "ringkasan.html")


def test_the_command_ends_with_2_only_where_nothing_can_be_read(
    three_reports: Path, tmp_path: Path
) -> None:
    chosen = ["--instansi", BROKEN[0], "--data", str(three_reports)]
    done = lkjip("verify", *chosen, "-o", str(tmp_path / "seluruh"))
    assert done.returncode == 2 and (tmp_path / "seluruh" / "ringkasan.html").is_file()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", *map(str, BLORA), "--all"], "Leave it out"),
        (["verify", "--all", "--json", "-"], "--json"),
        (["verify", "--tahun", "1999"], "allowed: 2013, 2014"),
        (["verify", "--instansi", "dindagkop-ukm-bora"], 'Did you mean "dindagkop-ukm-blora"?'),
    ],
)
def test_a_mistake_in_the_selection_is_one_message(words: list[str], told: str) -> None:
    done = lkjip(*words)
    assert done.returncode == 2 and told in done.stderr and "Traceback" not in done.stderr


@pytest.fixture
def write_agency(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[object, ...]]:
    monkeypatch.syspath_prepend(str(PROJECT / "benchmarks"))
    from agencies import write_agency

    return write_agency


def test_made_up_agencies_are_silent_where_they_are_sound_and_speak_where_not(
    write_agency: Callable[..., tuple[object, ...]], tmp_path: Path
) -> None:
    slips = {f"dinas-{seed:06}": write_agency(tmp_path, seed) for seed in range(40)}
    verify_all([(name, 2021) for name in slips], tmp_path, tmp_path / "hasil", 1)
    reports = pd.read_parquet(tmp_path / "hasil" / "laporan").set_index("instansi")
    assert not any(reports["masalah"])
    found = pd.read_parquet(tmp_path / "hasil" / "temuan")
    sound = {name for name, made in slips.items() if not made}
    assert sound and not sound & set(found["instansi"])
    assert len(set(found["instansi"])) >= 0.8 * (len(slips) - len(sound))


def test_a_report_that_nothing_tests_is_not_called_sound(tmp_path: Path) -> None:
    folder = tmp_path / "raw" / "dinas-contoh" / "2021"
    folder.mkdir(parents=True)
    head = "instansi: dinas-contoh\nnama: Dinas Contoh\ntahun: 2021\ntanggal_data: 2022-03-31\n"
    told = "tabel:\n  capaian: {label: Tabel 3.9, transkripsi: ganda}\n"
    (folder / "laporan.yaml").write_text(head + told, "utf-8")
    rows = "kode,indikator,target,realisasi,capaian\na,A,50,50,\n"
    (folder / "capaian.csv").write_text(rows, "utf-8")
    done = lkjip("verify", "--all", "--data", str(tmp_path), "-o", str(tmp_path / "seluruh"))
    assert "1 laporan: 0 cocok, 0 dengan" in done.stdout, done.stdout + done.stderr
    assert "1 belum dapat dinilai" in done.stdout
