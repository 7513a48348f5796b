"""What was left, what came and what went; rates in so many; targets that stand far to the left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from proposals import told
from test_relations import grid

from lkjip_analysis.intake.relations import FoundRelation, discover

CASES = {"awal": "Sisa Lalu", "masuk": "Masuk", "putus": "Putus", "sisa": "Sisa"}
COURT = {  # 63 + 61 - 50 = 74, 74 + 55 - 58 = 71, 71 + 48 - 52 = 67 ...
    "jan": ("63", "61", "50", "74"),
    "feb": ("74", "55", "58", "71"),
    "mar": ("71", "48", "52", "67"),
    "apr": ("67", "52", "49", "70"),
    "mei": ("70", "66", "61", "75"),
    "jun": ("75", "57", "60", "72"),
}


def of_kind(
    name: str, heads: Mapping[str, str], rows: Mapping[str, Sequence[str]]
) -> list[FoundRelation]:
    return [r for r in discover([grid(heads, rows)]) if r.name.startswith(name)]


@pytest.mark.parametrize(("came", "kept"), [("52", 6), ("25", 5)])
def test_what_is_left_is_what_was_there_and_came_less_what_went(came: str, kept: int) -> None:
    (held,) = of_kind("neraca", CASES, {**COURT, "apr": ("67", came, "49", "70")})
    assert held.entries["bagian"] == ".awal + .masuk + .putus"
    assert (held.entries["bobot"], held.kept, held.of) == ("1 + 1 + -1", kept, 6)


def test_no_balance_is_told_of_other_columns() -> None:
    """No heading says that a figure is what was there before, or the rows are too few and small."""
    heads = {**CASES, "awal": "Dilaporkan", "sisa": "Selesai"}
    assert not of_kind("neraca", heads, COURT)
    few = {"a": ("0", "3", "3", "0"), "b": ("1", "2", "2", "1"), "c": ("4", "1", "3", "3")}
    assert not of_kind("neraca", CASES, few)


def table(rows: Mapping[str, Sequence[str]], sums: str = "") -> str:
    lines = [f"| {key} | {' | '.join(row)} |" for key, row in rows.items()]
    head = f"| Bulan | {' | '.join(CASES.values())} |\n|---|---|---|---|---|"
    return "\n".join(["Tabel 3.1 Keadaan Perkara Tahun 2022\n", head, *lines, sums]) + "\n"


def test_a_slip_in_what_came_is_told_and_a_sound_year_is_not(tmp_path: Path) -> None:
    """25 for 52: 67 + 25 - 49 is 43, and 70 is printed. 63 + 61 + 50 is far from 74, and no sum."""
    assert "seharusnya" not in told(table(COURT), tmp_path)
    said = told(table({**COURT, "apr": ("67", "25", "49", "70")}), tmp_path)
    assert "25 seharusnya 52 (dua digit tertukar" in said
    page = (tmp_path / "hasil" / "laporan" / "index.html").read_text(encoding="utf-8")
    assert "“Sisa” = “Sisa Lalu” + “Masuk” − “Putus”" in page


BIRTHS = {
    "kh": "Kelahiran Hidup",
    "ibu": "Kematian Ibu",
    "aki": "AKI per 100.000 KH",
    "bayi": "Kematian Bayi",
    "akb": "AKB per 1.000 KH",
}


@pytest.mark.parametrize(("rate", "kept"), [("202,63", 5), ("220,63", 4)])
def test_a_rate_in_so_many_is_told_though_its_words_are_short(rate: str, kept: int) -> None:
    """2 : 987 x 100.000 = 202,63; 7 : 987 x 1.000 = 7,09; 1 : 1.245 x 100.000 = 80,32 ..."""
    rows = {
        "a": ("1.245", "1", "80,32", "9", "7,23"),
        "b": ("987", "2", rate, "7", "7,09"),
        "c": ("1.532", "1", "65,27", "12", "7,83"),
        "d": ("876", "0", "0,00", "5", "5,71"),
        "e": ("1.120", "1", "89,29", "8", "7,14"),
    }
    mothers, children = of_kind("hasil_bagi", BIRTHS, rows)
    assert [mothers.entries[n] for n in ("pembilang", "penyebut", "pengali")] == [
        ".ibu", ".kh", "100000"]  # fmt: skip
    assert (mothers.kept, mothers.of) == (kept, 5)
    assert (children.entries["pembilang"], children.kept) == (".bayi", 5)


def test_a_target_in_front_of_ten_months_is_what_the_rest_and_the_share_are_reckoned_from() -> None:
    """12 parts of a year: 1.200 - 1.040 = 160 and 1.040 : 1.200 = 86,67 percent ..."""
    months = {f"b{n}": f"Bulan {n}" for n in range(1, 11)}
    heads = {"target": "Target", **months, "jumlah": "Jumlah", "sisa": "Sisa", "persen": "%"}
    made = {
        "a": (1200, [104, 98, 110, 101, 107, 99, 103, 108, 96, 114], "86,67"),
        "b": (950, [71, 83, 64, 92, 77, 88, 69, 81, 90, 75], "83,16"),
        "c": (2210, [180, 175, 201, 188, 193, 169, 207, 184, 178, 195], "84,62"),
        "d": (640, [51, 47, 62, 55, 49, 58, 44, 60, 53, 61], "84,38"),
    }
    rows = {
        key: (str(goal), *map(str, got), str(sum(got)), str(goal - sum(got)), share)
        for key, (goal, got, share) in made.items()
    }
    found = {relation.name: relation.entries for relation in discover([grid(heads, rows)])}
    assert found["persen_t_persen"]["penyebut"] == ".target"
    assert found["selisih_t_sisa"]["dari"] == ".target"
