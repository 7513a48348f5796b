"""What is tried on a table of many rows and columns ends where nothing can be found any more."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from growth import check_calls, check_growth

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.printed_places import Span, elsewhere
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, GridColumn
from lkjip_analysis.intake.relations.columns import running_totals
from lkjip_analysis.intake.relations.discovering import discover, too_wide
from lkjip_analysis.intake.relations.rows.families import families
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.examined.basis.cell_places import cell_places
from lkjip_analysis.report.tables import Address


def grid(columns: dict[str, list[int]]) -> Grid:
    """A table without a total, of so many amounts a column."""
    heads = tuple(GridColumn(name, name, False) for name in columns)
    rows = {
        f"b{i}": {name: read(number(told[i])) for name, told in columns.items()}
        for i in range(len(next(iter(columns.values()))))
    }
    places = {name: place for place, name in enumerate(columns)}
    return Grid("t", "Tabel 1", heads, places, rows, {}, tuple(rows), {key: key for key in rows})


def test_rows_are_added_up_no_further_than_to_what_the_row_above_prints() -> None:
    made = {
        size: grid({"pagu": [10**6 + 7_919 * i for i in range(size)],
                    "sisa": [10**5 + 3_571 * i for i in range(size)]})
        for size in (20, 80, 320)
    }  # fmt: skip
    check_calls(lambda size: families(made[size]), 80)


@pytest.mark.parametrize(
    ("pagu", "run"),
    [([1_000_000, 600_001, 399_999, 5_000_000], ["b1", "b2"]),
     # 1.500.000 is above 1.000.000, and what follows takes 500.000 away
     ([1_000_000, 1_500_000, -500_000, 5_000_000], ["b1", "b2"]),
     ([1_000_000, 1_500_000, 500_000, 5_000_000], None),
     ([1_000_000, 0, 600_001, 399_999], ["b1", "b2", "b3"])],
)  # fmt: skip
def test_a_sum_that_may_fall_again_is_followed_to_its_end(
    pagu: list[int], run: list[str] | None
) -> None:
    found = families(grid({"pagu": pagu}))
    assert [*found.get("b0", [])] == (run or [])


LONG = 1_200
"""Rows of a table in which a few are asked before all."""


def test_in_a_long_table_what_holds_is_found_and_what_does_not_is_given_up_early() -> None:
    part = [1 + 37 * i % 900 for i in range(LONG)]
    so_far = [sum(part[: i + 1]) for i in range(LONG)]
    one_wrong = [told + (90 if i == 700 else 0) for i, told in enumerate(so_far)]
    for column in (so_far, one_wrong):
        found = [*running_totals.running_totals(grid({"isi": part, "jumlah": column}))]
        assert {one.of for one in found} == {LONG - 1} and len(found) == LONG - 1
    other = [1_000 + 53 * i for i in range(LONG)]  # it rises, and adds up nothing
    assert [*running_totals.running_totals(grid({"isi": part, "jumlah": other}))] == []
    whole = [a + b for a, b in zip(part, other, strict=True)]
    (told,) = discover([grid({"isi": part, "lain": other, "jumlah": whole})])
    assert told.columns == frozenset(("isi", "lain", "jumlah")) and told.kept == LONG


def test_columns_of_a_table_wider_than_any_are_not_tried_on_one_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = {"a": [125, 240, 317, 482], "b": [331, 128, 415, 276], "c": [456, 368, 732, 758]}
    monkeypatch.setattr("lkjip_analysis.intake.relations.discovering.WIDEST", 3)
    assert [found.columns for found in discover([grid(made)])] == [frozenset("abc")]
    assert too_wide("Tabel 1", 3) == ""
    assert discover([grid({**made, "d": [9, 8, 7, 6]})]) == ()
    said = "Tabel 1: 4 kolom angka; hubungan antarkolomnya tidak dicari."
    assert too_wide("Tabel 1", 4) == said


def test_what_accident_would_do_is_not_asked_of_columns_that_add_up_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(rows: Any, column: str, *told: Any) -> float:
        asked.append(column)
        return 0.0

    monkeypatch.setattr(running_totals, "accidents", counted)
    months = [210_000, 340_000, 125_000, 475_000, 330_000, 290_000]
    so_far = [210_000, 550_000, 675_000, 1_150_000, 1_480_000, 1_770_000]
    rising = [10**6 * (i + 1) ** 2 for i in range(6)]
    told = [*running_totals.running_totals(grid({"a": months, "b": so_far, "c": rising}))]

    assert {relation.entries["hasil"].rpartition(".")[2] for relation in told} == {"b"}
    assert asked == ["b"]  # "c" rises too, by none of the others


def _proposed(size: int) -> tuple[Any, list[Paragraph]]:
    """So many paragraphs, of each a claim."""
    text, spans = "Realisasi sebesar 91,25 persen.", (Span(0, 31, elsewhere("p1")),)
    blocks = [Paragraph(text, "BAB III", n, spans=spans) for n in range(size)]
    claims = tuple(
        ProposedClaim(f"k{n}", "BAB III", f"paragraf {n}", "", "91,25", "persen", sentence=text)
        for n in range(size)
    )
    return SimpleNamespace(tables=(), claims=claims), blocks


def test_the_paragraph_of_a_claim_is_not_looked_for_among_all() -> None:
    proposal, blocks = _proposed(3)
    found = cell_places(proposal, blocks)
    # "Realisasi sebesar " are 18 letters: the figure begins behind them.
    assert [place.start for place in found[Address("klaim", "k2", "nilai")]] == [18]
    assert len(found) == 3

    made = {size: _proposed(size) for size in (250, 1_000, 4_000)}
    check_growth(lambda size: cell_places(*made[size]), 1_000)
