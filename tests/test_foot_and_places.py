"""What the foot of a table counts, and places that are nearly written as another."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

from lkjip_analysis.intake.proposal.proposal import Proposal

HEAD = "# LAPORAN KINERJA DINAS PENDIDIKAN KABUPATEN TERANG TAHUN 2023\n\n"
ROWS = (
    ("SD Satu", "Sukamaju", "91", "A"), ("SD Dua", "Sukamaju", "88", "B"),
    ("SD Tiga", "Waringin", "93", "A"), ("SD Empat", "Sukamaju", "79", "C"),
    ("SD Lima", "Waringin", "84", "B"), ("SD Enam", "Sukamaju", "86", "B"),
    ("SD Tujuh", "Sukamaju", "95", "A"), ("SD Delapan", "{place}", "81", "B"),
)  # fmt: skip


def proposed(folder: Path, foot: str = "", place: str = "Waringin", **names: str) -> Proposal:
    rows = "\n".join(f"| {i} | {' | '.join(row)} |" for i, row in enumerate(ROWS, 1))
    head = "| No | Sekolah | Kecamatan | Nilai | Akreditasi |\n|---|---|---|---|---|\n"
    text = f"{HEAD}Tabel 3.1 Akreditasi sekolah\n\n{head}{rows.format(place=place)}\n{foot}"
    for old, new in names.items():
        text = text.replace(f"| {old} |", f"| {new} |")
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    return read_proposal(path, "dinas-pendidikan", 2023)


def counts(proposal: Proposal) -> list[tuple[str, str]]:
    return [(c.nilai, c.sel.rpartition("kategori=")[2]) for c in proposal.claims
            if c.aturan == "sebanyak"]  # fmt: skip


def test_a_count_at_the_foot_that_names_a_class_is_held_against_its_rows(tmp_path: Path) -> None:
    """Three of the eight schools are A, four are B; all that is printed is what is asked."""
    foot = "| JUMLAH SEKOLAH TERAKREDITASI A : | | | | 8 |\n| JUMLAH SEKOLAH : | | | | 8 |\n"
    assert counts(proposed(tmp_path, foot)) == [("8", "A")]


def test_a_class_within_the_name_of_another_may_mean_both(tmp_path: Path) -> None:
    """Three are "baik" and four "sangat baik": seven may be meant, eight is neither."""
    names = {"A": "Baik", "B": "Sangat Baik", "C": "Kurang"}
    foot = "| Jumlah sekolah baik | | | | {} |\n"
    assert counts(proposed(tmp_path, foot.format(7), **names)) == []
    assert counts(proposed(tmp_path, foot.format(8), **names)) == [("8", "Baik")]


@pytest.mark.parametrize(
    ("place", "asked"),
    [("Sukamju", True), ("Sukmaaju", True), ("Sukamj", False), ("Sukamakmur", False),
     ("Waringin", False), ("Sukama", True)],
)  # fmt: skip
def test_a_rare_spelling_is_held_against_the_usual_one(
    tmp_path: Path, place: str, asked: bool
) -> None:
    """Sukamaju stands five times; a letter lost or moved, or the end cut off, is nearly it."""
    rules = [r for r in proposed(tmp_path, place=place).rules if r.jenis == "teks_sama"]
    assert bool(rules) == asked
