"""Tables of quarters whose headings say target and realisasi by their first letter alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

from lkjip_analysis.output.examined.passed_over import unused_columns

PARTS = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
TARGETS, REACHED = (10, 20, 30, 40), (12, 21, 33, 38)


def document(folder: Path, whole: str, letters: str, more: str = "") -> Path:
    """One row of four quarters and the whole year, each with `letters` in their order."""
    heads = [f"{part}: {letter}" for part in (*PARTS, whole) for letter in letters]
    pairs = [*zip(TARGETS, REACHED, strict=True), (sum(TARGETS), sum(REACHED))]
    figures = [str(pair["TR".index(letter)]) for pair in pairs for letter in letters]
    lines = [
        ["Indikator Kinerja", "Satuan", *heads, *([more] if more else [])],
        ["---"] * (12 + bool(more)),
        ["Warga terlatih", "orang", *figures, *(["7"] if more else [])],
        ["Kader terlatih", "orang", *figures, *(["9"] if more else [])],
    ]
    path = folder / "laporan.md"
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    path.write_text(f"LAPORAN KINERJA 2023\n\nTabel 3.1 Kinerja Triwulanan\n\n{table}\n", "utf-8")
    return path


@pytest.mark.parametrize("letters", ["TR", "RT"])
@pytest.mark.parametrize("whole", ["Jumlah", "Total", "Setahun"])
def test_a_letter_says_what_was_promised_and_what_was_reached(
    whole: str, letters: str, tmp_path: Path
) -> None:
    (table,) = read_proposal(document(tmp_path, whole, letters), "dinas", 2023).tables
    assert table.kind.name == "triwulan"
    printed = {column: dict(table.printed(column))["warga_terlatih"] for column in table.columns}
    assert [printed[f"target_{q}"] for q in ("i", "ii", "iii", "iv")] == ["10", "20", "30", "40"]
    assert [printed[f"realisasi_{q}"] for q in ("i", "ii", "iii", "iv")] == ["12", "21", "33", "38"]
    assert (printed["target"], printed["realisasi"]) == ("100", "104")
    assert unused_columns([table]) == ()


def test_a_column_of_figures_that_the_type_does_not_have_is_told(tmp_path: Path) -> None:
    path = document(tmp_path, "Jumlah", "TR", more="Nomor loket terpakai")
    (told,) = unused_columns(read_proposal(path, "dinas", 2023).tables)
    assert told.startswith("Tabel 3.1: kolom “Nomor loket terpakai” tidak diuji")
    assert "(2 isian)" in told
