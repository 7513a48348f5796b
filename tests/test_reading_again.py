"""Reading many reports, or one again: what is kept between them, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import AGENCY, YEAR, made_up, write_folder

from lkjip_analysis.errors import InputError
from lkjip_analysis.report import reports_at_hand
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.reports_at_hand import folder_of

LAPORAN = "tabel:\n  hasil: {label: Tabel 1}\n"
TABLES = {"hasil": "no,nilai\n1,5\n"}
TYPE = """\
judul: Hasil
arti: Hasil tiap baris.
kunci: no
kolom:
  no: {tipe: kunci, judul: No.}
  nilai: {tipe: angka, judul: Nilai, satuan: orang}
"""


def test_a_table_type_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    report = made_up(tmp_path, LAPORAN, TABLES, {"hasil": TYPE})
    assert report.tables["hasil"].type.columns["nilai"].satuan == "orang"
    # The same length, perhaps within one tick of the clock: only the content tells.
    changed = made_up(tmp_path, LAPORAN, TABLES, {"hasil": TYPE.replace("orang", "rumah")})
    assert changed.tables["hasil"].type.columns["nilai"].satuan == "rumah"


def test_a_report_is_found_without_listing_a_whole_nation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path, LAPORAN, TABLES, {"hasil": TYPE})

    def listing(*arguments: object) -> dict[str, list[int]]:
        raise AssertionError("every agency was listed")

    monkeypatch.setattr(reports_at_hand, "available", listing)
    assert load(AGENCY, YEAR, tmp_path).instansi == AGENCY


@pytest.mark.parametrize("name", [f"../raw/{AGENCY}", f"./{AGENCY}", ".."])
def test_a_path_is_no_name_of_an_agency(name: str, tmp_path: Path) -> None:
    write_folder(tmp_path, LAPORAN, TABLES, {"hasil": TYPE})
    with pytest.raises(InputError, match="the agency"):
        folder_of(name, YEAR, tmp_path)


def test_a_character_that_yaml_does_not_allow_is_told_with_its_file(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, LAPORAN, TABLES, {"hasil": TYPE})
    text = (folder / "laporan.yaml").read_text("utf-8")
    (folder / "laporan.yaml").write_text(text + "# \x07\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"laporan\.yaml:7: found the character \\x07"):
        load(AGENCY, YEAR, tmp_path)
