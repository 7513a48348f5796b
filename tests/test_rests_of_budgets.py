"""What is left of a budget, in the sentence behind the one that tells it and what was spent."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal
from social_report import SOCIAL_REPORT

# 7.000.000.000 - 6.520.000.000 = 480.000.000; 100 - 93,14 = 6,86
REPORT = f"""{SOCIAL_REPORT}
Dari anggaran sebesar Rp7.000.000.000 terealisasi Rp6.520.000.000 atau 93,14 persen.

"""


def rests(folder: Path, sentence: str) -> list[tuple[str, bool]]:
    """The figures tied as what is left, and whether they are."""
    path = folder / "a.md"
    path.write_text(REPORT + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-sosial", 2024).claims
    return [(c.nilai, not c.differs) for c in claims if c.aturan == "selisih"]


@pytest.mark.parametrize(("sentence", "found"), [
    ("Sisa anggaran yang tidak terserap sebesar Rp480.000.000.", [("Rp480.000.000", True)]),
    ("Sisa anggaran yang tidak terserap sebesar Rp490.000.000.", [("Rp490.000.000", False)]),
    ("Dengan demikian terdapat sisa anggaran sebesar Rp408.000.000 atau 6,86 persen.",
     [("Rp408.000.000", False), ("6,86 persen", True)]),
    ("Dengan demikian terdapat sisa anggaran sebesar Rp480.000.000 (6,68%).",
     [("Rp480.000.000", True), ("6,68%", False)]),
    # The rest of a programme, of another year, of a part of the year, and no rest.
    ("Sisa anggaran program itu sebesar Rp490.000.000.", []),
    ("Tahun 2023 sisa anggaran sebesar Rp490.000.000.", []),
    ("Sisa anggaran belanja pegawai sebesar Rp490.000.000.", []),
    ("Sampai triwulan III sisa anggaran sebesar Rp490.000.000.", []),
    ("Anggaran tahun berikutnya sebesar Rp490.000.000.", []),
])  # fmt: skip
def test_a_rest_is_the_budget_without_what_was_spent(
    sentence: str, found: list[tuple[str, bool]], tmp_path: Path
) -> None:
    assert rests(tmp_path, sentence) == found


def test_a_rest_far_from_its_budget_is_left_alone(tmp_path: Path) -> None:
    between = "Pelaksanaan program berjalan baik.\n\nSemua bidang terlibat di dalamnya.\n\n"
    assert not rests(tmp_path, f"{between}Sisa anggaran sebesar Rp490.000.000.")
