"""The total of a plan over years: what is counted adds up, what is reached stands as at the end."""

from __future__ import annotations

import pytest
from test_relations import grid, one

from lkjip_analysis.intake.relations import discover

HEADS = {"y1": "Target 2022", "y2": "Target 2023", "y3": "Target 2024", "total": "TOTAL"}
PLAN = {
    "air": ("4,1", "9,0", "12,0", "25,1"),
    "banjir": ("10.260", "19.500", "24.950", "54.710"),
    "listrik": ("24,43", "36,53", "13,54", "74,50"),
    "irigasi": ("45.000", "80.000", "135.000", "260.000"),
    "lumpur": ("52", "60", "67", "67"),  # as at the end
    "tampung": ("14.351", "15.011", "15.731", "15.731"),
    "layanan": ("30,0", "40,0", "50,0", "40,0"),  # their mean
}


@pytest.mark.parametrize(
    ("row", "fails"),
    [
        (("80.000", "402.000", "502.000", "984.000"), False),  # 80.000 + 402.000 + 502.000
        (("80.000", "402.000", "502.000", "986.000"), True),
        (("80.000", "402.000", "502.000", "502.000"), False),
    ],
)
def test_a_row_that_neither_adds_up_nor_stands_as_at_the_end_fails(
    row: tuple[str, ...], fails: bool
) -> None:
    found = one(discover([grid(HEADS, {**PLAN, "daerah": row})]), "jumlah_t_total")
    assert found.entries["bagian"] == ".y1 + .y2 + .y3"
    assert (found.of - found.kept == 1) is fails
    rows = set(found.entries["baris"].split("|"))
    assert rows == {"air", "banjir", "listrik", "irigasi"} | (
        {"daerah"} if row[3] != row[2] else set()
    )


def test_a_total_of_columns_that_are_no_years_adds_up_in_every_row() -> None:
    heads = {"y1": "Pria", "y2": "Wanita", "y3": "Anak", "total": "Jumlah"}
    rows = {"a": ("412", "318", "105", "835"), "b": ("96", "71", "64", "231"),
            "c": ("1.020", "913", "877", "2.810"), "d": ("52", "60", "67", "67")}  # fmt: skip
    found = one(discover([grid(heads, rows)]), "jumlah_t_total")
    assert (found.kept, found.of, found.entries["baris"]) == (3, 4, "*")
