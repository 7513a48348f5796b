"""Hectares and tons in a sentence were rounded; persons and villages are counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from proposals import read_proposal


def wrong(tmp_path: Path, sentence: str) -> bool:
    """Does the document say something that its own figures contradict?"""
    document = Document()
    document.add_paragraph("LAPORAN KINERJA DINAS KOPI KABUPATEN UMBUL TAHUN 2022")
    document.add_paragraph(sentence)
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Uraian", "Kebun", "Isi", "3"), strict=True
    ):
        cell.text = text
    path = tmp_path / "luas.docx"
    document.save(str(path))
    claims = read_proposal(path, "dinas-kopi", 2022).claims
    return any(claim.differs or claim.kode.startswith("kalimat_") for claim in claims)


REST = "Dari luas 35.007 {0}, sebesar 30.402 {0} berupa kebun dan sisanya {1} {0} berupa hutan."
PARTS = "Luas kebun 1.250 {0} terdiri dari 701 {0} kebun kopi dan {1} {0} kebun teh."


@pytest.mark.parametrize(
    ("form", "unit", "told", "is_wrong"),
    [
        (REST, "ha", "4.604", False),  # 4.605 by the printed figures, each of them rounded
        (REST, "ha", "4.705", True),
        (REST, "orang", "4.604", True),  # persons are not rounded
        (REST, "orang", "4.605", False),
        (PARTS, "ha", "550", False),
        (PARTS, "ha", "594", True),
        (PARTS, "pohon", "550", True),
    ],
)
def test_what_was_measured_has_room_for_rounding(
    form: str, unit: str, told: str, is_wrong: bool, tmp_path: Path
) -> None:
    assert wrong(tmp_path, form.format(unit, told)) is is_wrong
