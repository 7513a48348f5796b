"""What the guide of a proposal counts: claims that differ, and those of which a reading differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lkjip_analysis.intake.proposal.proposal import HIGH, MIDDLE, Proposal, ProposedClaim
from lkjip_analysis.intake.tables.known_types import known_types
from lkjip_analysis.intake.usul.proposal_workbook import book_of
from lkjip_analysis.intake.usul.proposing import proposal_of
from lkjip_analysis.intake.usul.read_document import read_document
from lkjip_analysis.language import report_spoken

TEXT = """# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023

Tabel 3.1 Penerima bantuan

| Kecamatan | Jumlah |
|---|---|
| Utara | 251 |
| Timur | 174 |
"""


def _claim(kode: str, candidates: tuple[str, ...] = (), differs: bool = False) -> ProposedClaim:
    return ProposedClaim(kode, "BAB III", "paragraf 1", "penerima", "215", "angka",
                         sureness=MIDDLE if differs else HIGH, candidates=candidates,
                         differs=differs)  # fmt: skip


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    """One claim differs, two have a reading that does, one has readings that all agree."""
    folder = tmp_path_factory.mktemp("usulan")
    file = folder / "laporan.md"
    file.write_text(TEXT, encoding="utf-8")
    found = proposal_of(read_document(file), file.name, "dinas-sosial-seribu", 2023, folder)
    other = "berbeda: sama sumber=tabel_3_1[utara].jumlah (251)"
    claims = (
        _claim("satu", (other,), differs=True),
        _claim("dua", (other,)),
        _claim("tiga", ("sama sumber=tabel_3_1[timur].jumlah (174)", other)),
        _claim("empat", ("sama sumber=tabel_3_1[timur].jumlah (174)",)),
    )
    return replace(found, claims=claims)


@pytest.mark.parametrize(
    ("language", "told"),
    [("id", "4 klaim, 1 berbeda dari tabel, 2 dengan pembacaan lain yang berbeda;"),
     ("en", "4 claims, 1 different from the tables, 2 with another reading that differs;")],
)  # fmt: skip
def test_a_claim_of_which_another_reading_differs_is_counted_apart(
    language: str, told: str, proposal: Proposal, tmp_path: Path
) -> None:
    with report_spoken(language):
        sheet = book_of(proposal, known_types(tmp_path), date(2024, 3, 1).isoformat()).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value]
    assert any(told in text for text in texts), texts
