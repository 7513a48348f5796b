"""Workbooks of many rows: what they cost grows with their rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from growth import check_growth
from large_inputs import budget_book, indicator_book, unknown_book
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.excel.importing import Asked, understand


@pytest.mark.parametrize(
    ("words", "make", "told"),
    [
        (["import", "--ya", "--timpa"], budget_book, ", 801 baris"),
        (["import", "--ya", "--timpa"], indicator_book, ", 800 baris"),
        (["usul", "--timpa"], unknown_book, "jenis baru (keyakinan rendah), 801 baris"),
    ],
)
def test_what_a_workbook_of_many_rows_costs_grows_with_its_rows(
    words: list[str], make: Callable[[Path, int], Path], told: str, tmp_path: Path
) -> None:
    books = {size: make(tmp_path / f"{size}.xlsx", size) for size in (50, 200, 800)}

    def act(size: int) -> None:
        whose = ["--instansi", "x", "--tahun", "2022", "--data", str(tmp_path)]
        done = CliRunner().invoke(app, [*words, str(books[size]), *whose])
        assert done.exit_code == 0, done.output
        assert size != 800 or told in done.output

    check_growth(act, 200)


@pytest.mark.parametrize("command", ["periksa", "usul", "import"])
@pytest.mark.parametrize("mark", [b"PK\x01\x02", b"PK\x03\x04"])
def test_a_workbook_that_only_ends_as_one_is_one_sentence(
    tmp_path: Path, command: str, mark: bytes
) -> None:
    path = budget_book(tmp_path / "buku.xlsx", 3)
    path.write_bytes(path.read_bytes().replace(mark, b"XXXX"))
    words = [command, str(path), "--instansi", "x", "--tahun", "2022"]
    words += ["-o", str(tmp_path / "hasil")] if command != "import" else []
    words += ["--data", str(tmp_path)] if command != "periksa" else []
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 2, done.output
    assert "buku.xlsx" in done.output and len(done.output.splitlines()) == 1


def test_the_files_of_an_imported_table_are_written_in_time_that_grows_with_its_rows(
    tmp_path: Path,
) -> None:
    """Ten thousand rows took 28 s: each asked all of them anew which columns are filled in."""
    asked = Asked("x", 2022, data=tmp_path)
    books = {size: indicator_book(tmp_path / f"{size}.xlsx", size) for size in (250, 1_000, 4_000)}
    read = {size: understand(path, asked) for size, path in books.items()}
    (table,) = read[250].tables
    assert read[250].files()[f"{table.name}.csv"].count("\n") == 251

    def act(size: int) -> None:
        tables = tuple(replace(table) for table in read[size].tables)  # nothing worked out yet
        replace(read[size], tables=tables).files()

    check_growth(act, 1_000)
