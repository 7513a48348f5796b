"""What type a printed table may be: its columns of codes are asked for once, whatever its types."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.intake.tables import type_guesses as guessing
from lkjip_analysis.intake.tables.known_types import known_types
from lkjip_analysis.intake.tables.outline_numbers import coded_columns
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable

HEADS = (("Kode",), ("Program",), ("Pagu",), ("Realisasi",), ("%",))
ROWS = (
    ("1.01", "Program A", "40.000.000", "20.000.000", "50,00"),
    ("1.02", "Program B", "30.000.000", "15.000.000", "50,00"),
)


def budget() -> PrintedTable:
    rows = tuple(Row(texts, line) for line, texts in enumerate(ROWS, 2))
    return PrintedTable("Tabel 3.8", "Anggaran dan Realisasi", "BAB III", HEADS, rows, 1)


def test_codes_of_a_table_are_looked_for_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def counted(table: PrintedTable) -> list[int]:
        asked.append(table.label)
        return coded_columns(table)

    monkeypatch.setattr(guessing, "coded_columns", counted)
    kinds = known_types(tmp_path)
    guesses = guessing.type_guesses(budget(), kinds, 2024)

    assert len(kinds) > 10 and asked == ["Tabel 3.8"]
    assert guesses[0].kind.name == "anggaran"
    # The printed codes are its key; the other columns are as their headings say.
    assert dict(guesses[0].columns) == {
        0: "kode", 1: "program", 2: "pagu", 3: "realisasi", 4: "serapan"
    }  # fmt: skip
