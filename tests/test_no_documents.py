"""What is given as a document and holds none is told as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.usul.read_document import read_document


@pytest.mark.parametrize(("name", "told"), [
    ("nol.xlsx", "an empty file"),
    ("kosong.xlsx", "a document without any text"),
    ("~$laporan.xlsx", "keeps beside a document while it is open"),
])  # fmt: skip
def test_what_is_no_document_is_told_as_what_it_is(name: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    Workbook().save(path)
    if name == "nol.xlsx":
        path.write_bytes(b"")
    with pytest.raises(InputError, match=told):
        read_document(path)
