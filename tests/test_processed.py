"""data/processed as those who take it up meet it: valid, typed, explained, the same each time."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from folders import OTHERS, made_up
from test_cli import lkjip

from lkjip_analysis.building.nation.outcome import outcome
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.output.datapackage import processed
from lkjip_analysis.output.datapackage.descriptor import problems
from lkjip_analysis.output.datapackage.processed import write_processed
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT


@pytest.fixture(scope="module")
def package(
    blora: Report, blora_verified: Verification, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The package of Blora 2021, written from a data folder that links to the real one."""
    data = tmp_path_factory.mktemp("data")
    (data / "raw").symlink_to(raw_folder())
    return write_processed(blora, blora_verified, data)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _descriptor(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return told


def test_frictionless_finds_nothing_against_the_package(package: Path) -> None:
    assert problems(package) == []


@pytest.mark.parametrize(
    ("instansi", "tahun"),
    [
        ("dinas-kesehatan-rekaan", 2023),
        ("inspektorat-sampang", 2019),
        ("kabupaten-wonogiri", 2020),
        ("provinsi-lampung", 2015),
        ("sekretariat-rekaan", 2024),
    ],
)
def test_the_package_of_any_other_agency_is_valid_too(
    instansi: str, tahun: int, tmp_path: Path
) -> None:
    (tmp_path / "raw").symlink_to(OTHERS / "raw")
    report = load(instansi, tahun, tmp_path)
    assert problems(write_processed(report, verify(report), tmp_path)) == []


def test_a_figure_changed_afterwards_is_noticed(package: Path, tmp_path: Path) -> None:
    for source in package.rglob("*"):
        target = tmp_path / source.relative_to(package)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            target.write_bytes(source.read_bytes())
    budget = tmp_path / "tabel" / "anggaran.csv"
    budget.write_text(budget.read_text("utf-8").replace("26200000", "dua puluh"), "utf-8")
    told = " ".join(problems(tmp_path))
    assert "realisasi" in told and "hash" in told.casefold()


def test_typed_tables_use_the_accepted_corrections_and_name_them(package: Path) -> None:
    rows = {row["kode"]: row for row in _rows(package / "tabel" / "anggaran.csv")}
    # Printed 100.000.000; the accepted correction is 10.000.000.
    assert rows["2.perizinan"]["realisasi"] == "10000000"
    assert rows["2.perizinan"]["dikoreksi"] == "realisasi"
    assert rows["1.penilaian"]["serapan"] == "87.33" and rows["1.penilaian"]["dikoreksi"] == ""
    # The sasaran is a merged cell: printed once, it holds for each of its programmes.
    assert rows["1.pengembangan"]["sasaran"].startswith("1. Meningkatnya kualitas koperasi")


def test_both_layers_are_there_with_the_printed_text(package: Path) -> None:
    for layer, text, value in (
        ("tercetak", "100.000.000", "100000000"),
        ("dipakai", "10.000.000", "10000000"),
    ):
        rows = _rows(package / f"angka_{layer}.csv")
        where = ("anggaran", "2.perizinan", "realisasi")
        row = next(r for r in rows if (r["tabel"], r["baris"], r["kolom"]) == where)
        assert (row["tercetak"], row["nilai"], row["satuan"]) == (text, value, "rupiah")
        assert row["lapis"] == layer


def test_a_figure_that_is_printed_nowhere_is_none_of_the_printed(package: Path) -> None:
    for layer in ("tercetak", "dipakai"):
        rows = _rows(package / f"angka_{layer}.csv")
        assert not [row for row in rows if row["baris"] == "umkm_2020"]


def test_an_indicator_brings_its_own_unit(package: Path) -> None:
    rows = _rows(package / "angka_tercetak.csv")
    units = {(r["baris"], r["kolom"]): r["satuan"] for r in rows if r["tabel"] == "capaian_1"}
    assert units["1.umkm", "realisasi"] == "unit"
    assert units["1.koperasi_sehat", "target"] == units["1.umkm", "capaian"] == "persen"


def test_the_figure_of_a_claim_stands_beside_its_words(package: Path) -> None:
    rows = {row["kode"]: row for row in _rows(package / "tabel" / "klaim.csv")}
    claim = rows["koperasi_capaian"]
    assert claim["nilai"].endswith("%") and claim["nilai_angka"] == "135.31"
    assert rows["pengantar_tahun"]["nilai_angka"] == ""


def test_a_grade_among_figures_keeps_its_letters_beside_them(tmp_path: Path) -> None:
    (tmp_path / "raw").symlink_to(OTHERS / "raw")
    report = load("sekretariat-rekaan", 2024, tmp_path)
    folder = write_processed(report, verify(report), tmp_path)
    rows = {row["kode"]: row for row in _rows(folder / "tabel" / "capaian.csv")}
    assert rows["1.opini"]["realisasi_teks"] == "WTP" and rows["1.opini"]["realisasi"] == ""


def test_findings_as_a_table_say_only_what_is_certain(package: Path) -> None:
    found = {row["id"]: row for row in _rows(package / "temuan.csv")}
    proven = found["anggaran-2.perizinan-realisasi"]
    assert (proven["putusan"], proven["sel"]) == ("terbukti", "anggaran[2.perizinan].realisasi")
    assert (proven["tercetak"], proven["seharusnya"]) == ("100.000.000", "10.000.000")
    assert all(not r["sel"] for r in found.values() if r["putusan"] == "ambigu")
    told = json.loads((package / "temuan.json").read_text("utf-8"))
    assert len(found) == len(told["findings"])


def test_a_conclusion_that_only_may_change_is_exported_as_none_that_does(tmp_path: Path) -> None:
    # Of stunting nobody knows which figure is wrong: its category may change. A sentence falls.
    found = verified("dinas-kesehatan-rekaan", 2023, OTHERS)
    rows = _rows(write_processed(found.report, found, tmp_path) / "temuan.csv")
    fallen = [row["id"] for row in rows if row["mengubah_simpulan"] == "true"]
    told = outcome("dinas-kesehatan-rekaan", 2023, found)
    assert fallen == ["klaim.semua_tercapai"] and told.report["mengubah_simpulan"] == 1
    assert [row["id"] for row in told.findings if row["mengubah_simpulan"]] == fallen


def test_every_column_is_explained_as_a_data_standard_asks(package: Path) -> None:
    told = _descriptor(package)
    assert "Perpres 39/2019" in told["standarData"]
    assert "belum terverifikasi" in told["standarData"]
    fields = [f for r in told["resources"] for f in r.get("schema", {}).get("fields", [])]
    assert len(fields) > 150
    for field in fields:
        for part in ("konsep", "definisi", "klasifikasi", "ukuran", "satuan"):
            assert field[part].strip(), field


def test_money_shares_and_classes_are_told_apart(package: Path) -> None:
    resources = {r["path"]: r for r in _descriptor(package)["resources"]}
    budget = {f["name"]: f for f in resources["tabel/anggaran.csv"]["schema"]["fields"]}
    assert (budget["pagu"]["ukuran"], budget["pagu"]["satuan"]) == ("jumlah", "rupiah")
    assert (budget["serapan"]["ukuran"], budget["serapan"]["satuan"]) == ("kadar", "persen")
    assert budget["pagu"]["title"] == "Target"  # as this report heads the column
    health = {f["name"]: f for f in resources["tabel/koperasi.csv"]["schema"]["fields"]}
    assert health["predikat"]["klasifikasi"].startswith("Sehat, Cukup Sehat, Dalam Pengawasan,")


def test_the_sources_are_named_with_their_hashes(package: Path, blora: Report) -> None:
    raw = raw_folder() / blora.instansi / str(blora.tahun)
    sources = {source["path"]: source["hash"] for source in _descriptor(package)["sources"]}
    for name in ("laporan.yaml", "anggaran.csv", "klaim.csv", "koreksi.csv"):
        digest = hashlib.sha256((raw / name).read_bytes()).hexdigest()
        assert sources[f"raw/{blora.instansi}/{blora.tahun}/{name}"] == f"sha256:{digest}"


def test_the_licence_is_claimed_for_the_own_data_only(package: Path, tmp_path: Path) -> None:
    assert _descriptor(package)["licenses"][0]["name"] == "CC-BY-4.0"
    report = made_up(
        tmp_path,
        "tabel:\n  anggaran: {label: Tabel 1}\n",
        {
            "anggaran": 'kode,sasaran,program,pagu,realisasi,serapan\na,,A,100,50,"50,00"\n'
            'jumlah,,Jumlah,100,50,"50,00"\n'
        },
    )
    assert "licenses" not in _descriptor(write_processed(report, verify(report), tmp_path))


def test_equal_input_gives_equal_files(
    package: Path, blora: Report, blora_verified: Verification, tmp_path: Path
) -> None:
    (tmp_path / "raw").symlink_to(raw_folder())
    again = write_processed(blora, blora_verified, tmp_path)
    files = {path.relative_to(package): path for path in package.rglob("*") if path.is_file()}
    assert len(files) > 25
    for name, path in files.items():
        assert (again / name).read_bytes() == path.read_bytes(), name
    assert _descriptor(package)["created"] == "2026-11-24T00:00:00Z"  # the date of the data


def test_a_failing_run_leaves_the_earlier_package_whole(
    blora: Report, blora_verified: Verification, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raw").symlink_to(raw_folder())
    folder = write_processed(blora, blora_verified, tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def disk_full(*arguments: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(processed, "as_xlsx", disk_full)
    with pytest.raises(Exception, match="No space left"):
        write_processed(blora, blora_verified, tmp_path)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_dictionary_explains_every_column_on_one_page_of_its_own(package: Path) -> None:
    html = (package / "kamus.html").read_text("utf-8")
    for told in ("<code>serapan</code>", "Realisasi terhadap pagu", "dari 80 sampai 100"):
        assert told in html
    tags = _Tags(html).found
    anchors = {attrs["id"] for _, attrs in tags if attrs.get("id")}
    links = [attrs["href"] or "" for tag, attrs in tags if tag in ("a", "link")]
    assert links and all(link == "data:," or link.removeprefix("#") in anchors for link in links)
    assert not [tag for tag, _ in tags if tag in ("script", "img")]


@pytest.mark.parametrize(
    ("band", "words"),
    [
        (Band("Baik", 75, 100, atas_termasuk=False), "dari 75 sampai kurang dari 100"),
        (Band("Sangat Baik", 100, bawah_termasuk=False), "lebih dari 100"),
        (Band("Semua"), "semua nilai"),
    ],
)
def test_a_class_is_told_in_words(band: Band, words: str) -> None:
    assert band.told() == words


def test_the_command_writes_checks_and_names_the_folder(tmp_path: Path) -> None:
    (tmp_path / "raw").symlink_to(OTHERS / "raw")
    done = lkjip("ekspor", "provinsi-lampung", "2015", "--periksa", "--data", str(tmp_path))
    folder = tmp_path / "processed" / "provinsi-lampung" / "2015"
    assert done.returncode == 0 and done.stdout.strip() == str(folder)
    assert (folder / "datapackage.json").is_file()


def test_data_that_change_while_they_are_exported_are_told(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "tests" / "contoh" / "raw", tmp_path / "raw")
    report = load("dinas-contoh", 2022, tmp_path)
    with pytest.raises(InputError, match="changed while they were exported"):
        write_processed(report, verify(report), tmp_path, lambda: False)
    assert not (tmp_path / "processed" / "dinas-contoh" / "2022").exists()
