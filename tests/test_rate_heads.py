"""A heading in thousands of rupiah beside the same amounts in dollars."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

TABLE = """# LAPORAN KINERJA DINAS KEHUTANAN KABUPATEN TERANG TAHUN 2022

Tabel 3.1 Penjualan hasil hutan

| No | Hasil | Nilai ({head}) | Nilai (US$) |
|---|---|---|---|
| 1 | Rotan | {rotan} | 52.000 |
| 2 | Madu | {madu} | 8.400 |
| 3 | Damar | {damar} | 31.500 |
"""
WHOLE = {"rotan": "767.000.000", "madu": "123.900.000", "damar": "464.625.000"}  # 14.750 each
THOUSANDS = {"rotan": "767.000", "madu": "123.900", "damar": "464.625"}


@pytest.mark.parametrize(
    ("head", "amounts", "wrong"),
    [("juta rupiah", WHOLE, True), ("Rp. 000", THOUSANDS, False), ("Rp", WHOLE, False),
     ("juta Rp", WHOLE, True), ("Rp. 000", {**WHOLE, "madu": "1", "damar": "2"}, False)],
)  # fmt: skip
def test_the_heading_is_told_where_only_the_print_gives_the_rate(
    tmp_path: Path, head: str, amounts: dict[str, str], wrong: bool
) -> None:
    path = tmp_path / "a.md"
    path.write_text(TABLE.format(head=head, **amounts), encoding="utf-8")
    rules = read_proposal(path, "dinas-kehutanan", 2022).rules
    assert any(rule.jenis == "satuan_kolom" for rule in rules) == wrong
