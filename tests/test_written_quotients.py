"""A share that a report reckons in writing must come to what is printed behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.within_sentences.written_quotients import written_quotients
from lkjip_analysis.output.examined.examining import examine


def wrong(*lines: str) -> list[str]:
    blocks = [Paragraph(text, "BAB III", place) for place, text in enumerate(lines, 1)]
    return [claim.nilai for claim in written_quotients(blocks, []) if claim.aturan]


@pytest.mark.parametrize(("text", "found"), [
    # 126,68 / 77 = 164,519 percent; 17,82 / 11 = 162; 48 / 60 = 80
    ("capaian kinerjanya adalah 126,68/77 *100% = 165,00 dengan kategori", ["165,00"]),
    ("capaian kinerjanya adalah 126,68/77 *100% = 164,52 dengan kategori", []),
    ("capaian kinerjanya adalah 17,82/11 * 100% = 162,00% (SB)", []),
    ("Persentase desa: (48 : 60) x 100% = 90%", ["90%"]),
    ("Persentase desa: (48 : 60) x 100% = 80%", []),
    ("serapan Rp 45.000.000/Rp 60.000.000 x 100 % = 57,00 %", ["57,00 %"]),
    ("48 desa / 60 desa × 100 = 90%", ["90%"]),
    # 0,66667: cut off, and rounded; 15,36/10 may be of 15,355 to 15,365
    ("2/3 x 100% = 66,66%", []),
    ("15,36/10*100 = 153,65%", []),
    ("15,36/10*100 = 153,75%", ["153,75%"]),
    # What is printed beyond a cap, more is reckoned, a figure that can be read in two ways.
    ("66/60 x 100% = 100%", []),
    ("(2 x 60 - 48)/60 x 100% = 120%", []),
    ("100% - 48/60 x 100% = 20%", []),
    ("48/60 x 100% = 80% x 0,5", []),
    ("30/2,849 x 100% = 0,01%", []),
    ("48/60 x 100% = 2.90.1%", []),
    ("45/0 x 100% = 0%", []),
    # 1,5 / 1,8 = 83,33; 25.000 / 50.000 = 50; 85,5 / 95,5 to 86,5 / 94,5 is 89,53 to 91,53.
    ("Rp1,5 miliar / Rp1.800 juta x 100% = 83,33%", []),
    ("Rp1,5 miliar / Rp1.800.000.000 x 100% = 83,33%", []),
    ("25 ton / 50.000 kg x 100% = 50%", []),
    ("30 menit / 1 jam x 100% = 50%", []),
    ("Rp86 miliar / Rp95 miliar x 100% = 91,02%", []),
    ("Rp86 miliar / Rp95 miliar x 100% = 92,02%", ["92,02%"]),
    # 100% is one: 4/5 x 1 = 0,8. With a sign of percent behind it that is wrong.
    ("48/60 x 100% = 0,8", []),
    ("48/60 x 100% = 0,8%", ["0,8%"]),
    # 90 x 3/5 = 54; 12 / 3 / 4 = 1
    ("90 dikali 3/5 x 100% = 54%", []),
    ("12 ÷ 3/4 x 100% = 100%", []),
])  # fmt: skip
def test_a_share_is_what_it_is_reckoned_to_be(text: str, found: list[str]) -> None:
    assert wrong(text) == found


def test_a_fraction_with_a_bar_is_three_lines() -> None:
    # 342 / 881 = 38,82 percent
    assert wrong("342", "= x 100% = 39,40%", "881") == ["39,40%"]
    assert wrong("342", "= x 100% = 38,82%", "881") == []
    assert wrong("342", "= x 100% 39,40 %", "881") == ["39,40 %"]
    assert wrong("Jumlah aparatur 342", "= x 100% = 39,40%", "881") == []
    assert wrong("342", "= x 100%", "881") == []


@pytest.mark.parametrize(("printed", "count"), [("90,00%", 1), ("80,00%", 0)])
def test_it_is_a_finding(printed: str, count: int, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# LAPORAN KINERJA\n\nKECAMATAN SUMBERAGUNG\n\nTAHUN 2024\n\n# BAB III\n\n"
        f"Capaian desa siaga adalah 48/60 x 100% = {printed}.\n\n"
        "| No | Uraian | Jumlah |\n|---|---|---|\n| 1 | Desa | 60 |\n| 2 | Dusun | 212 |\n",
        encoding="utf-8",
    )
    found = examine(path, tmp_path / "hasil", "kecamatan-sumberagung", 2024).verification.findings
    assert len([one for one in found if printed in one.message]) == count
