"""A slip in the first digit makes a sum so large that it looks like levels counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.output.examined.examining import tried

REPORT = """# LAPORAN KINERJA KECAMATAN PULAU KARANG TAHUN 2023

# BAB I PENDAHULUAN

Didukung 190 pegawai dengan rincian {people} orang PNS, 7 orang PPPK, serta 42 orang honorer.

# BAB II PERENCANAAN KINERJA

Tabel 2.1 Anggaran program

| No | Program | Anggaran (Rp) |
|---|---|---|
| 1 | Program Penunjang Urusan | {amount} |
| 2 | Program Pelayanan Publik | 3.214.450.000 |
| 3 | Program Pemberdayaan | 2.019.287.035 |
| | Jumlah | 8.169.537.035 |
"""


def found(folder: Path, people: str, amount: str) -> list[str]:
    path = folder / "laporan.md"
    path.write_text(REPORT.format(people=people, amount=amount), encoding="utf-8")
    outcome = tried(path, folder / "hasil", ("", 0, ""))
    assert outcome.told is not None, outcome.problem
    return [f["id"] for f in outcome.told["findings"]]


@pytest.mark.parametrize(("people", "amount", "said"), [
    # 141 + 7 + 42 = 190, and 2.935.800.000 with the others is 8.169.537.035.
    ("141", "2.935.800.000", []),
    ("641", "2.935.800.000", ["klaim.kalimat_1"]),
    ("141", "7.935.800.000", ["program.jumlah.pagu"]),
    # Twice the sum is no slip of one figure: levels added to their parts.
    ("141", "11.105.337.035", []),
])  # fmt: skip
def test_a_sum_far_off_is_told_where_one_slip_explains_it(
    people: str, amount: str, said: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, people, amount) == said
