"""A line over all columns right under the headings ("Misi Pertama: ...") is none of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

HEAD = """<h1>LAPORAN KINERJA DINAS KELAUTAN TAHUN 2023</h1><h2>BAB III AKUNTABILITAS KINERJA</h2>
<p>Tabel 3.2 Capaian indikator tahun 2023</p><table>
<tr><th rowspan="2">No</th><th rowspan="2">Indikator Kinerja</th><th rowspan="2">Satuan</th>
<th colspan="3">Tahun 2023</th></tr>
<tr><th>Target</th><th>Realisasi</th><th>Capaian (%)</th></tr>
"""
ROWS = (("1", "Panti yang dibina", "panti", "83", "75", "90,36"),
        ("2", "Keluarga penerima manfaat", "keluarga", "8.120", "8.006", "98,60"))  # fmt: skip


def columns(base: Path, *bands: str) -> tuple[str, list[str]]:
    """The type that the table is taken for, and its columns."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    path = base / "laporan.html"
    path.write_text(HEAD + "".join(bands) + rows + "</table>", encoding="utf-8")
    (table,) = read_proposal(path, "dinas-kelautan", 2023).tables
    return table.kind.name, [c for c in table.columns if c in ("target", "realisasi", "capaian")]


MERGED = '<tr><td colspan="6">{}</td></tr>'
ALONE = "<tr><td>{}</td><td></td><td></td><td></td><td></td><td></td></tr>"


@pytest.mark.parametrize("band", [MERGED, ALONE])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_lines_that_head_the_first_rows_are_no_headings(
    tmp_path: Path, band: str, count: int
) -> None:
    told = ("Misi Pertama: Meningkatkan Kesejahteraan Nelayan", "Sasaran 1: Nelayan Sejahtera")
    kind, found = columns(tmp_path, *(band.format(text) for text in told[:count]))
    assert kind == "capaian"
    assert found == ["target", "realisasi", "capaian"]
