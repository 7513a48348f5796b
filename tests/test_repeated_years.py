"""`lkjip periksa` holds what a document repeats of another year against that year's own report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app

PLACE = "KABUPATEN SERIBU"
EARLIER = """# LAPORAN KINERJA INSTANSI PEMERINTAH

DINAS KESEHATAN {place}

TAHUN 2022

Tabel 3.1 Capaian Kinerja{title}

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Persalinan di fasilitas kesehatan | % | 95 | 93,10 | 98,00 |
| 2 | Ibu hamil K4 | % | 90 | 88,20 | 98,00 |
| 3 | Bayi dengan imunisasi lengkap | % | 80 | 72,00 | 90,00 |
"""
LATER = """# LAPORAN KINERJA INSTANSI PEMERINTAH

DINAS KESEHATAN KABUPATEN SERIBU

TAHUN 2023

Tabel 3.1 Perbandingan dengan Tahun Sebelumnya

| No | Indikator Kinerja | Satuan | {head} | Realisasi 2023 |
|---|---|---|---|---|
| 1 | Persalinan di fasilitas kesehatan | % | {first} | 95,04 |
| 2 | Ibu hamil K4 | % | {second} | 90,16 |
| 3 | Bayi dengan imunisasi lengkap | % | {third} | 76,80 |
"""
AS_PRINTED = {"head": "Realisasi 2022", "first": "93,10", "second": "88,20", "third": "72,00"}


@pytest.fixture(autouse=True)
def no_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "raw").mkdir(parents=True)
    monkeypatch.setenv("LKJIP_DATA", str(tmp_path / "data"))


def between_years(
    folder: Path, changed: dict[str, str], title: str = " Tahun 2022", place: str = PLACE
) -> list[dict[str, Any]]:
    """Both reports examined, the earlier one first; the findings between the years."""
    (folder / "a.md").write_text(EARLIER.format(title=title, place=place), "utf-8")
    (folder / "b.md").write_text(LATER.format(**AS_PRINTED | changed), "utf-8")
    for name in ("a.md", "b.md"):
        words = ["periksa", str(folder / name), "-o", str(folder / "hasil")]
        done = CliRunner().invoke(app, words)
        assert done.exit_code in (0, 1), done.output
    return list(_of_years(folder / "hasil" / "b"))


def _of_years(folder: Path) -> Iterator[dict[str, Any]]:
    told = json.loads((folder / "temuan.json").read_text("utf-8"))
    return (one for one in told["findings"] if one["rules"] == ["antar-tahun"])


@pytest.mark.parametrize("head", ["Realisasi 2022", "Realisasi Tahun Lalu"])
def test_a_figure_of_last_year_that_its_report_prints_otherwise(tmp_path: Path, head: str) -> None:
    [found] = between_years(tmp_path, {"head": head, "second": "82,80"})
    assert found["verdict"] == "ambigu"
    assert "82,80" in found["message"] and "88,20" in found["message"]
    [support] = found["support"]
    assert (support["holding"], support["tried"]) == (2, 3)
    assert [cell["text"] for cell in found["cells"]] == ["82,80"]
    page = (tmp_path / "hasil" / "b" / "index.html").read_text("utf-8")
    assert "2 dari 3 angkanya yang diulang dokumen ini sama" in page


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({}, id="the same figures"),
        pytest.param({"second": "88,2", "third": "72"}, id="printed with fewer decimals"),
        pytest.param({"first": "91,00", "second": "86,00"}, id="most were revised"),
        pytest.param({"head": "Target 2022", "second": "82,80"}, id="another measure"),
        pytest.param({"head": "Realisasi Triwulan IV 2022", "second": "82,80"}, id="a quarter"),
        pytest.param({"head": "Realisasi 2021", "second": "82,80"}, id="a year not at hand"),
    ],
)
def test_nothing_is_said_of_what_agrees_or_means_something_else(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    assert not between_years(tmp_path, changed)


def test_the_agency_of_another_government_has_other_figures(tmp_path: Path) -> None:
    assert not between_years(tmp_path, {"second": "82,80"}, place="KABUPATEN LAIN")


def test_a_report_of_a_quarter_is_not_that_of_the_year(tmp_path: Path) -> None:
    assert not between_years(tmp_path, {"second": "82,80"}, title=" Triwulan II Tahun 2022")


def test_documents_of_one_command_are_held_against_each_other(tmp_path: Path) -> None:
    both = tmp_path / "masuk"
    both.mkdir()
    (both / "b.md").write_text(EARLIER.format(title="", place=PLACE), "utf-8")
    (both / "a.md").write_text(LATER.format(**AS_PRINTED | {"second": "82,80"}), "utf-8")
    words = ["periksa", str(both), "-o", str(tmp_path / "hasil"), "--json", str(tmp_path / "j")]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 1, done.output
    assert "2 dari 3 angkanya yang diulang" in done.output
    assert len(list(_of_years(tmp_path / "hasil" / "a"))) == 1
    assert not list(_of_years(tmp_path / "hasil" / "b"))
    told = json.loads((tmp_path / "j").read_text("utf-8"))
    assert sum(one["rules"] == ["antar-tahun"] for two in told for one in two["findings"]) == 1


AGREED = """# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023

Tabel 2.1 Perjanjian Kinerja Tahun 2023

| No | Indikator Kinerja | Satuan | Target |
|---|---|---|---|
| 1 | Keluarga yang dibantu | % | 96 |
| 2 | Lansia yang dilayani | % | 92 |
| 3 | Anak yang diasuh | % | 80 |

Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Keluarga yang dibantu | % | 96 | 95,04 | 99,00 |
| 2 | Lansia yang dilayani | % | 93 | 90,16 | 98,00 |
| 3 | Anak yang diasuh | % | 80 | 76,00 | 95,00 |
"""


def test_what_another_table_prints_of_the_same_thing_stands_beside_the_finding(
    tmp_path: Path,
) -> None:
    """90,16 of 93 is 96,95, not 98,00; the agreement prints 92, and 90,16 of 92 is 98,00."""
    (tmp_path / "a.md").write_text(AGREED, "utf-8")
    CliRunner().invoke(app, ["periksa", str(tmp_path / "a.md"), "-o", str(tmp_path / "hasil")])
    told = json.loads((tmp_path / "hasil" / "a" / "temuan.json").read_text("utf-8"))
    [found] = [one for one in told["findings"] if one["verdict"] == "ambigu"]
    assert [one["text"] for one in found["elsewhere"]] == ["92"]
