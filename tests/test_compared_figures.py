"""A figure that may be wrong, and one that is only compared with it, are marked apart."""

from __future__ import annotations

from pathlib import Path

from social_report import SOCIAL_REPORT, SPENT

from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.finding_explanations import explained

# Three programmes spend 1.900 + 3.720 + 900 = 6.520 million; the total prints 6.530, and its share
# 93,14 percent of 7.000 is that of 6.520: the total is the one figure that mends both.
REPORT = SOCIAL_REPORT.replace(SPENT, "6.530.000.000")


def test_only_what_a_repair_names_is_suspected(tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(REPORT, encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    (finding,) = seen.verification.findings
    assert [str(cell.address) for cell in finding.suspected_cells] == ["anggaran[jumlah].realisasi"]
    marked = {str(address) for address in seen.verification.marks}
    assert marked == {"anggaran[jumlah].realisasi"}
    (told,) = explained(seen)
    others = [told.pointer(place) for place in told.places[told.main :]]
    assert told.where.startswith("Tabel 3.1, baris “Jumlah”, kolom “Realisasi (Rp)”")
    assert not any("mungkin angka ini yang keliru" in text for text in others)
