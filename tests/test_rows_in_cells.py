"""Rows of a ruled table that no line parts: each line of figures goes to the name beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import drawn, ruled, table_of

from lkjip_analysis.intake.pdf.read_pdf import read_pdf
from lkjip_analysis.output.examined.examining import tried

HEADS = ["Uraian", "Anggaran", "Realisasi"]
WIDTHS = [150.0, 90.0, 90.0]


def rows_of(rows: list[list[str]], widths: list[float], high: float, path: Path) -> list[list[str]]:
    return table_of(read_pdf(drawn(path, lambda canvas: ruled(canvas, rows, widths, high))))


def test_figures_beside_the_first_line_of_each_name_are_rows(tmp_path: Path) -> None:
    cell = "Pelayanan administrasi\nkantor\nProgram sarana dan\nprasarana aparatur"
    body = [cell, "2.193.850.000\n \n8.338.296.000\n ", "2.069.837.413\n \n7.476.822.950\n "]
    assert rows_of([HEADS, body], WIDTHS, 60, tmp_path / "a.pdf")[1:] == [
        ["Pelayanan administrasi kantor", "2.193.850.000", "2.069.837.413"],
        ["Program sarana dan prasarana aparatur", "8.338.296.000", "7.476.822.950"],
    ]


def test_figures_anywhere_beside_marked_names_are_rows_and_a_heading_has_none(
    tmp_path: Path,
) -> None:
    cell = "1.1.1 Populasi ternak :\n- Sapi\n- Kerbau\n1.1.2 Kelompok yang\nmeningkat"
    body = [cell, " \n466.272\n143.594\n \n30", " \n410.934\n103.362\n \n31"]
    assert rows_of([HEADS, body], WIDTHS, 66, tmp_path / "a.pdf")[1:] == [
        ["1.1.1 Populasi ternak :", "", ""],
        ["- Sapi", "466.272", "410.934"],
        ["- Kerbau", "143.594", "103.362"],
        ["1.1.2 Kelompok yang meningkat", "30", "31"],
    ]


def test_the_figures_of_a_sasaran_stand_above_those_of_its_indicators(tmp_path: Path) -> None:
    heads = ["Sasaran", "Indikator", "Satuan", "2022", "2023"]
    body = ["Produksi naik\n \n ", " \n1.1 Jumlah padi\n- Gogo", " \n \nTon",
            "104,48\n95,70\n91,80", "122,15\n125,69\n129,18"]  # fmt: skip
    assert rows_of([heads, body], [90, 90, 50, 60, 60], 48, tmp_path / "a.pdf")[1:] == [
        ["Produksi naik", "", "", "104,48", "122,15"],
        ["", "1.1 Jumlah padi", "", "95,70", "125,69"],
        ["", "- Gogo", "Ton", "91,80", "129,18"],
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            ["Persentase penyelesaian kasus\nPengaduan masyarakat", "22,7\n75", "30,3\n100"],
            id="two-values-of-one-name",
        ),
        pytest.param(
            ["Penduduk miskin\ntahun ini", "120\n ", " \n130"], id="figures-not-side-by-side"
        ),
        pytest.param(["Pegawai laki-laki\ndan perempuan", "12\n13", "12\n13"], id="rest-of-a-name"),
        pytest.param(["Jumlah dokumen", "12\n13", "12\n13"], id="one-name-for-two"),
    ],
)
def test_figures_that_no_name_tells_apart_stay_together(body: list[str], tmp_path: Path) -> None:
    assert len(rows_of([HEADS, body], WIDTHS, 48, tmp_path / "a.pdf")) == 2


def test_the_sign_for_no_sen_on_the_next_line_is_part_of_its_amount(tmp_path: Path) -> None:
    rows = [HEADS, ["Kantor", "19.954.920.000,\n-", "18.350.776.107\n,-"], ["Jalan", "12,\n-", "9"]]
    read = rows_of(rows, WIDTHS, 40, tmp_path / "a.pdf")
    assert read[1] == ["Kantor", "19.954.920.000,-", "18.350.776.107,-"]
    assert read[2] == ["Jalan", "12, -", "9"]


def examined(persen: str, folder: Path) -> list[list[str]]:
    """The figures of the findings in a report whose last row holds three that no line parts."""
    heads = ["Uraian", "Target", "Realisasi", "%"]
    listed = ["Pendapatan layanan umum\na. Pelayanan\nb. Sewa gedung",
              "16.000.000.000\n15.200.000.000\n800.000.000",
              "17.996.756.484\n17.167.413.793\n829.342.691",
              f"112,48\n{persen}\n103,67"]  # fmt: skip
    rows = [heads, ["Pajak", "2.000.000", "1.900.000", "95,00"], listed,
            ["Denda", "400.000", "410.000", "102,50"]]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 760, "Laporan Kinerja Dinas Contoh Kabupaten Rekaan Tahun 2023")
        canvas.drawString(80, 730, "Tabel 1 Realisasi Pendapatan Tahun 2023")
        ruled(canvas, rows, [150, 100, 100, 50], 44)

    folder.mkdir()
    told = tried(drawn(folder / "a.pdf", draw), folder / "hasil", ("dinas", 2023, "")).told
    assert told is not None
    accused = [f for f in told["findings"] if f["verdict"] in ("ambigu", "terbukti")]
    return [[cell["text"] for cell in f["cells"]] for f in accused]


def test_a_wrong_share_among_rows_that_no_line_parts_is_told(tmp_path: Path) -> None:
    assert examined("112,94", tmp_path / "benar") == []
    assert [cells[0] for cells in examined("107,30", tmp_path / "salah")] == ["107,30"]
