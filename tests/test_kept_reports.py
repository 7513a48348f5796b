"""A report that was read is kept while its files are the same, and never longer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.analysis import frames
from lkjip_analysis.language import report_spoken
from lkjip_analysis.report import kept_reports
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.once_for_each import once_for_each
from lkjip_analysis.report.report import Report

LAPORAN = "tabel:\n  anggaran: {label: Tabel 1}\n"
BUDGET = """\
kode,sasaran,program,pagu,realisasi,serapan
a,Sasaran,Program A,1.000,500,"50,00"
jumlah,,JUMLAH,1.000,500,"50,00"
"""
FIGURE = "anggaran[a].pagu"


def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files written just now count as written long ago."""
    monkeypatch.setattr(kept_reports, "SETTLED", -(10**12))


def _made(folder: Path) -> tuple[Report, Path]:
    report = made_up(folder, LAPORAN, {"anggaran": BUDGET})
    return report, folder / "raw" / report.instansi / str(report.tahun)


def _again(report: Report, folder: Path) -> Report:
    return load(report.instansi, report.tahun, folder)


def test_a_folder_that_nobody_touched_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, _ = _made(tmp_path)
    _settled(monkeypatch)
    first = _again(report, tmp_path)
    assert _again(report, tmp_path) is first and first == report


@pytest.mark.parametrize("name", ["anggaran.csv", "skema/lain.yaml", "../skema/lain.yaml"])
def test_whatever_is_written_there_has_it_read_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, folder = _made(tmp_path)
    for place in (folder / "skema", folder.parent / "skema"):
        place.mkdir(exist_ok=True)
    _settled(monkeypatch)
    first = _again(report, tmp_path)
    (folder / name).write_text(BUDGET.replace("1.000", "2.000"), encoding="utf-8")
    again = _again(report, tmp_path)
    assert again is not first
    assert again.cell(FIGURE).point == (2000 if name == "anggaran.csv" else 1000)


def test_what_was_written_just_now_is_read_again_though_size_and_time_are_the_same(
    tmp_path: Path,
) -> None:
    """Two saves within one tick of the clock of the file system look alike."""
    report, folder = _made(tmp_path)
    path = folder / "anggaran.csv"
    before = path.stat()
    _again(report, tmp_path)
    path.write_text(BUDGET.replace("1.000", "3.000"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _again(report, tmp_path).cell(FIGURE).point == 3000


def test_each_language_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report, _ = _made(tmp_path)
    _settled(monkeypatch)
    first = _again(report, tmp_path)
    with report_spoken("en"):
        assert _again(report, tmp_path) is not first


def test_of_many_reports_the_earliest_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_reports, "MOST_KEPT", 1)
    monkeypatch.setattr(kept_reports, "_kept", {})
    _settled(monkeypatch)
    one, _ = _made(tmp_path / "a")
    other, _ = _made(tmp_path / "b")
    first = _again(one, tmp_path / "a")
    _again(other, tmp_path / "b")
    assert len(kept_reports._kept) == 1
    assert _again(one, tmp_path / "a") is not first


def test_a_folder_with_very_many_files_is_read_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, _ = _made(tmp_path)
    _settled(monkeypatch)
    monkeypatch.setattr(kept_reports, "MOST_FILES", 2)
    assert _again(report, tmp_path) is not _again(report, tmp_path)


def test_what_is_worked_out_of_a_report_is_worked_out_once_for_each(tmp_path: Path) -> None:
    asked = list[str]()

    @once_for_each
    def counted(report: Report) -> list[str]:
        asked.append(report.nama)
        return [report.nama]

    one, _ = _made(tmp_path / "a")
    other, _ = _made(tmp_path / "b")
    assert counted(one) is counted(one) and counted(other) == counted(one)
    assert counted(other) is not counted(one) and len(asked) == 2
    assert one == other  # what is kept with a report is no part of it


def test_what_is_added_to_a_frame_of_indicators_changes_no_other(tmp_path: Path) -> None:
    rows = "kode,indikator,satuan,target,realisasi,capaian\n1.a,Satu,persen,50,40,80\n"
    indicator = "indikator:\n  1.a: {nama: Satu, singkat: Satu, arah: naik}\n"
    declared = "tabel:\n  capaian: {label: Tabel 1}\n" + indicator
    report = made_up(tmp_path, declared, {"capaian": rows})
    changed = frames.kinerja(report)
    changed.loc["1.a", "capaian_dihitung"] = 0.0
    changed.attrs["rerata"] = "sasaran"
    again = frames.kinerja(report)
    assert again["capaian_dihitung"].tolist() == [80.0] and again.attrs["rerata"] is None
