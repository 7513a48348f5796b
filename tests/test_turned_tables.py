"""A table whose rows are measures of one thing: its rows are held against one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from test_relations import grid
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.relations import FoundRelation, discover
from lkjip_analysis.intake.relations.basis.figure_grid import Grid

QUARTERS = {"i": "TW I", "ii": "TW II", "iii": "TW III", "iv": "TW IV"}
"""18,2/20 = 91,0; 41,3/40 = 103,25; 61/60 = 101,67; 83,1/82,5 = 100,73."""
KEPT = {
    "Target": ("20,0", "40,0", "60,0", "82,5"),
    "Realisasi": ("18,2", "41,3", "61,0", "83,1"),
    "Capaian (%)": ("91,0", "103,3", "101,7", "100,7"),
}


def relations(rows: Mapping[str, Sequence[str]]) -> list[FoundRelation]:
    keys = {name: f"baris_{number}" for number, name in enumerate(rows)}
    plain: Grid = grid(QUARTERS, {keys[name]: texts for name, texts in rows.items()})
    made = replace(plain, names={key: name for name, key in keys.items()})
    return [relation for relation in discover([made]) if relation.kind == "rasio"]


def test_an_achievement_below_its_target_and_result_is_their_ratio_in_each_column() -> None:
    found = relations(KEPT)
    assert [one.entries for one in found] == [
        {
            "hasil": f"t[baris_2].{quarter}",
            "pembilang": f"t[baris_1].{quarter}",
            "penyebut": f"t[baris_0].{quarter}",
        }
        for quarter in QUARTERS
    ]
    assert {(one.kept, one.of) for one in found} == {(4, 4)}


def test_rows_that_name_things_are_no_measures_of_one() -> None:
    things = dict(zip(("Desa Kopi", "Desa Teh", "Desa Capaian"), KEPT.values(), strict=True))
    assert not relations(things)


def test_where_most_columns_are_reckoned_otherwise_nothing_is_said() -> None:
    capped = {**KEPT, "Capaian (%)": ("91,0", "100,0", "100,0", "100,0")}
    assert not relations(capped)


PEOPLE = """# LAPORAN KINERJA DINAS KEPENDUDUKAN KABUPATEN UMBUL TAHUN 2022

| No | Uraian | 2020 | 2021 | 2022 |
|---|---|---|---|---|
| 1 | Laki-laki | 832.439 | 836.688 | 846.441 |
| 2 | Perempuan | 816.987 | 820.985 | 827.128 |
|  | Jumlah | 1.649.426 | 1.657.673 | 1.673.569 |
| {cells} | 101,89 | {ratio} | 102,33 |
"""


@pytest.mark.parametrize("cells", [" | Rasio jenis kelamin (%)", "Rasio jenis kelamin (%) | "])
@pytest.mark.parametrize(("ratio", "code"), [("101,91", 0), ("101,07", 1)])
def test_a_ratio_below_its_rows_is_held_against_them(
    ratio: str, code: int, cells: str, tmp_path: Path
) -> None:
    """836.688 / 820.985 = 101,91; its name may reach over the column of numbers."""
    path = tmp_path / "penduduk.md"
    path.write_text(PEOPLE.format(ratio=ratio, cells=cells), encoding="utf-8")
    result = CliRunner().invoke(app, ["periksa", str(path), "-o", str(tmp_path / "hasil")])
    assert result.exit_code == code
    told = (tmp_path / "hasil" / "penduduk" / "temuan.json").read_text(encoding="utf-8")
    assert ("101,07" in told) is bool(code)


PAGE = """# LAPORAN KINERJA TRIWULAN IV TAHUN 2022

# DINAS KOPI KABUPATEN UMBUL

## Persentase jalan kebun kondisi baik

| Uraian | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|
| Target | 20,0 | 40,0 | 60,0 | 82,5 |
| Realisasi | 18,2 | 41,3 | 61,0 | 83,1 |
| Capaian (%) | 91,0 | 103,3 | {third} | 100,7 |
"""


def examined(tmp_path: Path, third: str) -> tuple[int, str]:
    path = tmp_path / "triwulan.md"
    path.write_text(PAGE.format(third=third), encoding="utf-8")
    result = CliRunner().invoke(app, ["periksa", str(path), "-o", str(tmp_path / "hasil")])
    return result.exit_code, result.output


def test_a_slip_in_one_quarter_is_told_and_its_sound_twin_is_not(tmp_path: Path) -> None:
    assert examined(tmp_path, "101,7")[0] == 0
    code, _ = examined(tmp_path, "107,1")
    assert code == 1
    told = (tmp_path / "hasil" / "triwulan" / "temuan.json").read_text(encoding="utf-8")
    assert "107,1" in told
