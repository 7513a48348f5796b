"""Lines that name a goal between the rows of its indicators, in a workbook and in Word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from proposals import (
    INSTANSI,
    TAHUN,
    Rows,
    accepted,
    csv_of,
    excel,
    proposed,
    read_proposal,
    run,
    verified,
    word,
)

HEAD = ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
FIRST = [["1", "Angka harapan hidup", "tahun", "72,40", "72,65", "100,35"],
         ["2", "Cakupan imunisasi", "%", "95", "91,3", "96,11"]]  # fmt: skip
SECOND = [["3", "Kasus kematian ibu", "kasus", "12", "9", "125,00"]]


def lines(number: str, goal: str) -> list[str]:
    return [number, goal, "", "", "", ""]


def check_rows(path: Path, goals: Sequence[str]) -> None:
    """The report at `path`, taken over, has three indicators, each below its goal."""
    proposal, _ = proposed(path.parent, path)
    assert accepted(path.parent, proposal)[0] == 0
    read = csv_of(path.parent, "capaian")
    assert [line.partition(",")[0] for line in read[1:]] == [
        "1.angka_harapan_hidup", "1.cakupan_imunisasi", "2.kasus_kematian_ibu",
    ]  # fmt: skip
    assert goals[0] in read[1] and goals[1] in read[3]


SHAPES = {
    "lettered": (lines("A.", "Layanan andal"), lines("B.", "Kematian turun")),
    "Roman": (lines("I", "Layanan andal"), lines("II", "Kematian turun")),
    "named": (lines("", "Sasaran 1: Layanan andal"), lines("", "Sasaran 2: Kematian turun")),
}


@pytest.mark.parametrize("make", [excel, word])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_goal_above_its_indicators_is_no_indicator(
    shape: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    one, two = SHAPES[shape]
    rows: Rows = [HEAD, one, *FIRST, two, *SECOND]
    check_rows(make(tmp_path, rows, "Capaian"), (one[1], two[1]))
    assert "9 dari 9 angka teruji" in verified(tmp_path)[1]


def test_import_lets_a_person_look_at_lines_that_name_no_goal_by_their_words(
    tmp_path: Path,
) -> None:
    one, two = ["Layanan andal", *[""] * 5], ["Kematian turun", *[""] * 5]
    rows: Rows = [HEAD, one, *FIRST, two, *SECOND]
    book = excel(tmp_path, rows, "Capaian", ("A2:F2", "A5:F5"))
    code, told = run("import", book, "--instansi", INSTANSI, "--tahun", TAHUN, "--data",
                     book.parent, "--ya")  # fmt: skip
    assert code == 0 and "Capaian: capaian (keyakinan tinggi), 3 baris" in told, told


def test_an_indicator_without_figures_stays_one(tmp_path: Path) -> None:
    rows: Rows = [HEAD, *FIRST, ["3", "Kasus kematian ibu", "kasus", "", "", ""],
                  ["4", "Indeks mutu", "", "", "", ""]]  # fmt: skip
    proposal, _ = proposed(tmp_path, word(tmp_path, rows, "Tabel 3.1 Capaian"))
    assert accepted(tmp_path, proposal)[0] == 0
    assert len(csv_of(tmp_path, "capaian")) == 5


PLAIN = [["", *row[1:]] for row in FIRST], [["", *row[1:]] for row in SECOND]
LEVELS = [["1.1", *FIRST[0][1:]], ["1.2", *FIRST[1][1:]]], [["2.1", *SECOND[0][1:]]]
WISHED = "Meningkatnya layanan", "Turunnya kematian ibu"


@pytest.mark.parametrize("make", [excel, word])
@pytest.mark.parametrize(
    ("numbers", "below"), [(("1", "2"), PLAIN), (("1", "2"), LEVELS), (("", ""), (FIRST, SECOND))]
)
def test_a_goal_is_told_by_its_number_or_its_wish(
    numbers: tuple[str, str], below: tuple[Rows, Rows], make: Callable[..., Path], tmp_path: Path
) -> None:
    """Three indicators, 9 figures: no goal is an indicator that cannot be computed."""
    one, two = (lines(number, wish) for number, wish in zip(numbers, WISHED, strict=True))
    rows: Rows = [HEAD, one, *below[0], two, *below[1]]
    check_rows(make(tmp_path, rows, "Capaian"), WISHED)
    assert "9 dari 9 angka teruji" in verified(tmp_path)[1]


@pytest.mark.parametrize("make", [excel, word])
def test_a_goal_in_its_own_column_stands_with_the_indicator_below(
    make: Callable[..., Path], tmp_path: Path
) -> None:
    head = ["No", "Sasaran Strategis", *HEAD[1:]]
    one, two = ([number, wish, *[""] * 5] for number, wish in zip("12", WISHED, strict=True))
    below = [[["", *row] for row in rows] for rows in PLAIN]
    rows: Rows = [head, one, *below[0], two, *below[1]]
    check_rows(make(tmp_path, rows, "Capaian"), WISHED)


def test_a_goal_without_an_indicator_of_its_own_is_told(tmp_path: Path) -> None:
    """A "tujuan" above the "sasaran": the indicators stand below the second of them."""
    head = ["No", "Sasaran Strategis", *HEAD[1:]]
    goals = [["1", goal, *[""] * 5] for goal in ("Tujuan 1: Daerah maju", *WISHED)]
    one, two = ([["", *row] for row in rows] for rows in PLAIN)
    path = word(tmp_path, [head, *goals[:2], *one, goals[2], *two], "Capaian")
    (table,) = read_proposal(path, INSTANSI, int(TAHUN)).tables
    assert [list(filter(None, row)) for row in table.left_rows] == [["1", "Tujuan 1: Daerah maju"]]
