"""A document beside the report may carry the slip itself: what fails within it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import AGENCY, YEAR, made_up

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import verify

DECLARED = """\
tabel:
  anggaran: {label: Tabel 3.8, transkripsi: ganda}
bukti:
  lra: {dokumen: LRA, peringkat: 1, tipe: anggaran, menguji:
        [{sel: "anggaran[*].realisasi", bukti: "lra[*].realisasi"}]}
"""


def found(base: Path, of_b: int, document: str) -> list[Finding]:
    """What is wrong in a report that is sound save for what b spent, 190 of 300."""
    report = (
        'kode,sasaran,program,pagu,realisasi,serapan\na,,A,400,200,"50,00"\n'
        f'b,,B,300,{of_b},"63,33"\nc,,C,200,180,"90,00"\njumlah,,JUMLAH,900,570,"63,33"\n'
    )
    lra = f"kode,program,pagu,realisasi\na,A,400,200\n{document}\nc,C,200,180\njumlah,JUMLAH,900,"
    (base / "raw" / AGENCY / str(YEAR) / "bukti").mkdir(parents=True)
    tables = {"anggaran": report, "bukti/lra": f"{lra}570\n"}
    return [f for f in verify(made_up(base, DECLARED, tables)).findings if f.is_wrong]


def test_a_slip_in_the_document_is_told_and_not_proposed(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, 190, "b,B,300,1900")  # the document's total is 570, not 2.280
    assert finding.verdict == "ambigu" and finding.remedies[0].cells[0].text is None
    assert "Di dalam dokumen itu sendiri tidak cocok" in finding.message
    assert "hasil hitung 2.280" in finding.message and "1900 melampaui 300" in finding.message


def test_a_document_that_adds_up_is_proposed_as_before(tmp_path: Path) -> None:
    findings = found(tmp_path, 1900, "b,B,300,190")
    (beside,) = [finding for finding in findings if "bukti" in finding.rules]
    assert beside.remedies[0].cells[0].text == "190" and "sendiri" not in beside.message
    assert {finding.verdict for finding in findings} == {"terbukti", "ambigu"}


@pytest.mark.parametrize("line", ["b,B,300,1900", "b,B,3000,1900"])
def test_a_slip_that_the_document_shares_proves_nothing(tmp_path: Path, line: str) -> None:
    # Copied from one another, the report and its source print 1900: the ledger is looked up first.
    findings = found(tmp_path, 1900, line)
    assert findings and not [finding for finding in findings if finding.verdict == "terbukti"]
