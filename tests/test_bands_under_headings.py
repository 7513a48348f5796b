"""A line over all columns right under the headings ("Misi Pertama: ...") is none of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

from lkjip_analysis.intake.tables.read_tables import printed_tables
from lkjip_analysis.intake.usul.read_document import read_document

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


def test_a_line_with_its_number_over_all_other_columns_is_none_either(tmp_path: Path) -> None:
    band = (
        '<tr><td>I</td><td colspan="5">Misi Pertama: Meningkatkan Kesejahteraan Nelayan</td></tr>'
    )
    kind, found = columns(tmp_path, band)
    assert kind == "capaian"
    assert found == ["target", "realisasi", "capaian"]


BUDGET = """<h1>LAPORAN KINERJA DINAS KELAUTAN TAHUN 2023</h1><h2>BAB III AKUNTABILITAS KINERJA</h2>
<p>Pagu dan realisasi menurut bidang sebagai berikut.</p><table>
{}<tr><td></td><td></td><td></td><td></td><td></td></tr>
<tr><td>No.</td><td>Bidang</td><td>Pagu (Rp)</td><td>Realisasi (Rp)</td><td>Persen</td></tr>
<tr><td>1</td><td>Sekretariat</td><td>812.500.000</td><td>650.000.000</td><td>80,00</td></tr>
<tr><td>2</td><td>Bidang Tangkap</td><td>640.000.000</td><td>608.000.000</td><td>95,00</td></tr>
</table>"""


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_lines_of_a_title_inside_a_table_are_no_headings(tmp_path: Path, count: int) -> None:
    told = ("PAGU DAN REALISASI MENURUT BIDANG", "TAHUN ANGGARAN 2023", "(dalam rupiah)")
    lines = "".join(f'<tr><td colspan="5">{text}</td></tr>' for text in told[:count])
    path = tmp_path / "laporan.html"
    path.write_text(BUDGET.format(lines), encoding="utf-8")
    (table,) = printed_tables(read_document(path).blocks)
    assert table.heads == (("No.",), ("Bidang",), ("Pagu (Rp)",), ("Realisasi (Rp)",), ("Persen",))
    assert [row.texts[1] for row in table.rows] == ["Sekretariat", "Bidang Tangkap"]
    assert told[0] in table.title
