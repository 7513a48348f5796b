"""The one writer of laporan.yaml: what it writes is read back as it was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_analysis.report import yamltext
from lkjip_analysis.report.declaration import Told, declared, declared_lines

ALPHABET = st.characters(exclude_categories=("C", "Z"), include_characters=" \xa0")
TEXTS = st.text(ALPHABET, min_size=1, max_size=12)
NAMES = st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=3)


def read_back(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "laporan.yaml"
    path.write_text(text, encoding="utf-8")
    return yamltext.read(path, "laporan.yaml", "isi_bebas.schema.json").data


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any entries: what the writer is asked here is only that they come back."""
    monkeypatch.setattr(yamltext, "conforms", lambda schema, data: True)


@pytest.mark.usefixtures("unchecked")
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("writer")

    @given(NAMES, st.dictionaries(TEXTS, NAMES, max_size=2), st.lists(NAMES, max_size=2), TEXTS)
    def holds(
        sasaran: dict[str, str], tables: dict[str, dict[str, str]], rules: list[Any], text: str
    ) -> None:
        document = {"nama": text, "sasaran": sasaran, "tabel": tables, "aturan": rules}
        nested = {name: {**told, "kolom": {"a": told}} for name, told in tables.items()}
        document |= {"tabel": nested} if nested else {}
        assert read_back(folder, declared("Contoh.", document)) == document

    holds()


@pytest.mark.parametrize(
    "text", ["a: b", "# a", "- a", "1.000", "null", "ya", "{a}", "[a", "a\tb", "'a'", '"', "x  y"]
)
@pytest.mark.usefixtures("unchecked")
def test_no_text_is_read_as_anything_else(tmp_path: Path, text: str) -> None:
    document = {text: text, "aturan": [{"nama": text, "bagian": [text, text]}]}
    assert read_back(tmp_path, declared("", document)) == document


def test_a_line_carries_the_place_of_its_first_text() -> None:
    rule = {"nama": Told("r", "Pengaturan!A9"), "jenis": "jumlah"}
    document = {"tahun": Told("2022", "Pengaturan!B6"), "tabel": {}, "aturan": [rule]}
    lines = {str(line): line.place for line in declared_lines("Contoh.", document)}
    assert lines["tahun: 2022"] == "Pengaturan!B6"
    assert lines["  - {nama: r, jenis: jumlah}"] == "Pengaturan!A9"
    assert lines["tabel: {}"] == ""
