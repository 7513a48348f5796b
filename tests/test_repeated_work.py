"""What a command does for each row, sentence or line costs the same however many there are."""

from __future__ import annotations

import csv
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from folders import AGENCY, KLAIM, YEAR, made_up
from growth import check_growth
from large_inputs import TABLES, csv_budget
from rich.text import Text
from typer.testing import CliRunner

from lkjip_analysis.building.console import Shown
from lkjip_analysis.commands import verifying
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError, nearest
from lkjip_analysis.intake.document.name_levels import coded, parents
from lkjip_analysis.intake.proposal.indicators import proposed_indicators
from lkjip_analysis.intake.sheets.row_keys import Keys, known_keys
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.intake.tables.known_types import known_types
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.schema import Column
from lkjip_analysis.rules.binding.rulebook import bind

BUDGET = known_types(Path("tidak-ada"))["anggaran"]


def test_the_row_above_is_not_looked_for_among_all() -> None:
    names = ["Program A", "Kegiatan B", "Sub Kegiatan C", "Kegiatan D", "Program E", "Kegiatan F"]
    assert parents(names) == [None, 0, 1, 0, None, 4]
    made = {n: [f"{('Program', 'Kegiatan')[i == 1]} {i}" for i in range(n)]
            for n in (500, 2_000, 8_000)}  # fmt: skip
    check_growth(lambda n: parents(made[n]), 2_000)


def test_codes_are_asked_of_the_parts_of_a_row_alone() -> None:
    # The second programme cannot be 1 as well, so it keeps the key of its name.
    names = ["Program A", "Kegiatan B", "Program C", "Kegiatan D"]
    assert coded(["", "1.01", "", "1.02"], ["a", "b", "c", "d"], names) == [
        "1",
        "1.01",
        "c",
        "1.02",
    ]
    assert coded(["", "1.01", "", ""], ["a", "b", "c", "d"], names) == ["1", "1.01", "c", "c.d"]

    made = {n: ([f"{('Program', 'Kegiatan')[i % 2]} {i}" for i in range(n)],
                [f"{i // 2}.{i}" if i % 2 else "" for i in range(n)])
            for n in (500, 2_000, 8_000)}  # fmt: skip
    check_growth(lambda n: coded(made[n][1], [str(i) for i in range(n)], made[n][0]), 2_000)


def rows(count: int, name: str, sasaran: str) -> list[Row]:
    return [
        Row(i, {"program": name.format(i), "sasaran": sasaran.format(i)})
        for i in range(2, count + 2)
    ]


@pytest.mark.parametrize(
    ("name", "sasaran"),
    [("Belanja ATK", ""), ("Belanja {}", ""), ("Belanja ATK {}", "Sasaran {}")],
)
def test_keys_of_rows_of_one_name_are_not_counted_from_the_first(name: str, sasaran: str) -> None:
    def act(count: int) -> None:
        keyed = Keys().with_keys(BUDGET, rows(count, name, sasaran))
        assert len({row.texts[BUDGET.kunci] for row in keyed}) == count

    check_growth(act, 1_000)


def test_rows_of_one_name_have_their_keys_in_order() -> None:
    keys = known_keys({"belanja_atk_2": "Lain"}, ["Pertama", "Kedua", "Pertama"])
    told = [*rows(3, "Belanja ATK", ""), Row(9, {"program": "Rapat", "sasaran": "Kedua"}),
            Row(10, {"program": "Rapat", "sasaran": "Baru"})]  # fmt: skip
    keyed = [row.texts[BUDGET.kunci] for row in keys.with_keys(BUDGET, told)]
    # The second is declared for another name; the fourth sasaran comes behind the three declared.
    assert keyed == ["belanja_atk", "belanja_atk_3", "belanja_atk_4", "2.rapat", "4.rapat"]


def measured(count: int) -> Any:
    """A table of so many indicators, of each of which the workbook stores more than it shows."""
    columns = ("kode", "indikator", "target", "realisasi", "capaian")
    kind = SimpleNamespace(kunci="kode", total=(), columns={"target": Column("target", "angka")})
    told = [(f"i{i}", f"Layanan {i}", "3", "1", "33,33") for i in range(count)]
    stored = frozenset((i, "capaian") for i in range(count))
    keys = [row[0] for row in told]
    return SimpleNamespace(name="capaian", columns=columns, kind=kind, rows=told, keys=keys,
                           rounded=stored)  # fmt: skip


def test_what_a_workbook_stores_longer_is_not_looked_for_in_all_rows() -> None:
    made = {n: measured(n) for n in (250, 1_000, 4_000)}
    check_growth(lambda n: proposed_indicators([made[n]], []), 1_000)


def corrected(folder: Path, count: int, mistyped: str) -> Path:
    made_up(folder, TABLES, {"anggaran": csv_budget(count)})
    place = next(folder.rglob("anggaran.csv")).parent
    with (place / "anggaran.csv").open(newline="") as file:
        printed = [(row["kode"], row["pagu"]) for row in csv.DictReader(file)][:-1]
    with (place / "koreksi.csv").open("w", newline="") as file:
        write = csv.writer(file)
        write.writerow(["sel", "tercetak", "menjadi", "alasan", "sertifikat"])
        write.writerows(
            (f"anggaran[{key}{mistyped}].pagu", pagu, f"{pagu[:-1]}7", "salah ketik", "")
            for key, pagu in printed
        )
    return place


def test_what_each_wrong_address_may_mean_costs_no_search_of_the_report(tmp_path: Path) -> None:
    made = {n: corrected(tmp_path / str(n), n, "x") for n in (100, 400, 1_600)}

    def act(count: int) -> None:
        with pytest.raises(InputError) as refused:
            load_folder(made[count], AGENCY, YEAR)
        assert len(refused.value.problems) == count
        last = refused.value.problems[-1]
        assert f"anggaran[p{count - 1}].pagu" in last.remedy

    check_growth(act, 400)


def test_so_are_the_rows_that_rules_name_and_nobody_has(tmp_path: Path) -> None:
    """Each of so many claims names a row that is not there, of a budget of as many rows."""
    made = {}
    for count in (100, 400, 1_600):
        claims = "".join(
            f"k{i},BAB IV,{i},Pagu,1,angka,rupiah,eksak,sama,sumber=anggaran[p{i}x].pagu,,\n"
            for i in range(count)
        )
        made[count] = made_up(
            tmp_path / str(count),
            TABLES,
            {"anggaran": csv_budget(count), "klaim": KLAIM + claims},
        )

    def act(count: int) -> None:
        with pytest.raises(InputError) as refused:
            bind(made[count])
        problems = refused.value.problems
        assert len(problems) == count
        assert all(f'"p{i}' in one.remedy for i, one in enumerate(problems))

    check_growth(act, 400)


def test_of_many_names_the_one_a_few_letters_off_is_meant() -> None:
    names = [f"program_{i}_kegiatan" for i in range(3_000)] + ["belanja_modal", "Pendapatan"]
    assert '"program_2718_kegiatan"' in nearest("program_2718_kegitan", names)
    assert '"belanja_modal"' in nearest("belnaja_modal", names)
    assert '"Pendapatan"' in nearest("PENDAPATN", names)
    assert '"Pendapatan"' in nearest("dapat", names)  # a part of that name alone
    assert "Pendapatan, belanja_modal, program_0" in nearest("zzz", names)
    assert len(nearest("zzz", names)) < 2_100


def test_corrections_cost_what_their_number_does(tmp_path: Path) -> None:
    made = {n: corrected(tmp_path / str(n), n, "") for n in (100, 400, 1_600)}

    def act(count: int) -> None:
        assert len(load_folder(made[count], AGENCY, YEAR).corrections) == count

    check_growth(act, 400)


def test_lines_are_given_to_the_terminal_together(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["verify", "dindagkop-ukm-blora", "2021"]
    told = CliRunner().invoke(app, words).output
    given: list[str] = []

    def counted(self: Shown, *objects: Text, **options: Any) -> None:
        given.extend(text.plain for text in objects)

    monkeypatch.setattr(Shown, "print", counted)
    CliRunner().invoke(app, words)

    assert "\n".join(given) + "\n" == told
    lines = told.count("\n")
    assert lines > verifying.TOGETHER and len(given) == -(-lines // verifying.TOGETHER)
