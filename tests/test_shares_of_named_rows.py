"""The share that a named row has of a total, against the row and the total of its column."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal
from social_report import SOCIAL_REPORT


# 4.000 of 7.000 is 57,14 percent; 1.000 of it is 14,29; of 6.520 spent 3.720 is 57,06.
@pytest.mark.parametrize(("sentence", "wrong"), [
    ("Alokasi terbesar adalah Program Perlindungan Sosial dengan porsi 57,41 persen dari total "
     "anggaran.", ["57,41 persen"]),
    ("Program Pemberdayaan Sosial memperoleh 19,29% dari seluruh anggaran dinas.", ["19,29%"]),
    ("Alokasi terbesar adalah Program Perlindungan Sosial dengan porsi 57,14 persen dari total "
     "anggaran.", []),
    ("Program Pemberdayaan Sosial memperoleh 14,3% dari seluruh anggaran dinas.", []),
    # Of what was spent, of another year, of something else, no slip.
    ("Program Perlindungan Sosial menyerap 57,06 persen dari total realisasi.", []),
    ("Pada tahun 2023 Program Perlindungan Sosial mendapat 57,41 persen dari total anggaran.", []),
    ("Program Perlindungan Sosial menjangkau 57,41 persen dari total keluarga.", []),
    ("Program Perlindungan Sosial mendapat 33,20 persen dari total anggaran.", []),
    ("Program Perlindungan Sosial dan Program Pemberdayaan Sosial mendapat 57,41 persen dari total "
     "anggaran.", []),
])  # fmt: skip
def test_a_named_row_has_its_share_of_the_total(
    sentence: str, wrong: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text(SOCIAL_REPORT + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-sosial", 2024).claims
    assert [claim.nilai for claim in claims if claim.kode.startswith("porsi_")] == wrong
