"""What a row reached, called its achievement by a sentence that gives it a category."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

# 110 of 88 are 125, 24 of 25 are 96.
REPORT = """LAPORAN KINERJA DINAS KELAUTAN TAHUN 2023

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian kinerja tahun 2023

| No | Indikator Kinerja | Target | Realisasi | Capaian (%) | Kategori |
|---|---|---|---|---|---|
| 1 | Konsumsi ikan | 88 | 110 | 125,00 | Sangat Baik |
| 2 | Pasar ikan dibangun | 25 | 24 | 96,00 | Baik |
| 3 | Produksi garam | 40 | 42 | 105,00 | Sangat Baik |

"""
SAID = "Capaian kinerja konsumsi ikan sebesar {} dengan kategori “Sangat Baik”."


def accused(base: Path, text: str) -> list[tuple[str, str]]:
    path = base / "a.md"
    path.write_text(REPORT + text + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-kelautan", 2023).claims
    return [(c.nilai, c.sel.rpartition(".")[2]) for c in claims if c.differs and "[" in c.sel]


@pytest.mark.parametrize("text", [
    SAID.format("110%"),
    "Indikator konsumsi ikan memperoleh nilai capaian sebesar 110 dengan kategori Sangat Baik.",
    # The cells of a table tell it as sentences do.
    f"| Sasaran | Uraian |\n|---|---|\n| Sasaran 1 | {SAID.format('110%')} Program: 1. Gizi 2023 |",
])  # fmt: skip
def test_what_was_reached_is_no_achievement_of_a_category(tmp_path: Path, text: str) -> None:
    ((printed, column),) = accused(tmp_path, text)
    assert printed.startswith("110") and column == "capaian"


@pytest.mark.parametrize("text", [
    SAID.format("125%"),  # the sound twin
    "Capaian kinerja konsumsi ikan sebesar 110 kilogram.",  # without a category: what was reached
    "Capaian kinerja konsumsi ikan tahun 2022 sebesar 110% dengan kategori Sangat Baik.",
    SAID.format("117,5%"),  # of no figure of the row: perhaps a mean of several
    "Realisasi konsumsi ikan sebesar 110 dengan kategori Sangat Baik.",
])  # fmt: skip
def test_an_achievement_or_what_may_be_another_is_left_alone(tmp_path: Path, text: str) -> None:
    assert accused(tmp_path, text) == []
