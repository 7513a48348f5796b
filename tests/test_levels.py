"""Budget tables in levels: programme, kegiatan, sub kegiatan, each the sum of its direct parts."""

from __future__ import annotations

import json
from pathlib import Path

import proposals
import pytest
from docx import Document
from folders import made_up
from proposals import INSTANSI, TAHUN, accepted, csv_of, excel, proposed, run, word
from test_examined_tables import findings, table

from lkjip_analysis.analysis import spending
from lkjip_analysis.analysis.joining import bawahkan, jumlah, sasaran
from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.pages.index_page import index_body
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.page_frame import head_of
from lkjip_analysis.pages.sections.shown_frames import tabel
from lkjip_analysis.report.row_levels import families, top

# Programme 1 has two kegiatan, the first of them two sub kegiatan; programme 2 has none.
TABLE = """\
kode,program,pagu,realisasi
1,Program A,600,550
1.01,Kegiatan A1,400,380
1.01.01,Sub A11,150,150
1.01.02,Sub A12,250,230
1.02,Kegiatan A2,200,170
2,Program B,300,200
jumlah,Jumlah,900,750
"""
LAPORAN = "tabel: {anggaran: {label: Tabel 3.9, transkripsi: ganda}}\n"


def verified(base: Path, table: str) -> Verification:
    return verify(made_up(base, LAPORAN, {"anggaran": table}))


def test_a_table_whose_levels_add_up_gives_no_finding(tmp_path: Path) -> None:
    assert verified(tmp_path, TABLE).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "verdict", "repairs"),
    [
        # 380 is the sum of its parts and a part of 550: two relations that share nothing else.
        ("400,380", "400,308", "ambigu", {"1.01": "380"}),
        # 150 stands in one sum only: it, or the sum with all that followed it; not its sister, of
        # which 275 would exceed the pagu of 250.
        ("150,150", "150,105", "ambigu", {"1.01.01": "150", "1.01": "335"}),
        ("900,750", "900,570", "ambigu", {"jumlah": "750", "2": "20"}),
    ],
)
def test_a_slip_in_a_level_is_found_where_the_levels_meet(
    tmp_path: Path, old: str, new: str, verdict: str, repairs: dict[str, str]
) -> None:
    (finding,) = verified(tmp_path, TABLE.replace(old, new)).findings
    told = {r.cells[0].cell.address.row: r.cells[0].text for r in finding.remedies}
    assert finding.verdict == verdict
    assert repairs.items() <= told.items()


def test_only_the_top_level_counts_in_the_total_and_on_the_budget_page(tmp_path: Path) -> None:
    report = verified(tmp_path, TABLE).report
    assert list(spending.anggaran(report)["program"]) == ["Program A", "Program B"]
    assert spending.anggaran_lapis(report).loc["tercetak", ["pagu", "realisasi"]].tolist() == [
        900.0,
        750.0,
    ]


def test_a_row_belongs_to_the_nearest_row_above_it() -> None:
    keys = ["1", "1.01.01", "1.02", "10", "2.penilaian"]
    assert families(keys) == {"1": ["1.01.01", "1.02"]}
    assert top(keys) == ["1", "10", "2.penilaian"]


PIECES = [
    ("Kode", "", "", "Uraian", "Anggaran", "Realisasi", "%"),
    ("5", "", "", "Belanja", "3.000", "2.700", "90,00"),
    ("5", "1", "", "Belanja Operasi", "2.000", "1.900", "95,00"),
    ("5", "1", "01", "Belanja Pegawai", "1.200", "1.150", "95,83"),
    ("5", "1", "02", "Belanja Barang", "800", "750", "93,75"),
    ("5", "2", "", "Belanja Modal", "1.000", "800", "80,00"),
    ("Jumlah", "", "", "", "3.000", "2.700", "90,00"),
]
CODES = ["5", "5.1", "5.1.01", "5.1.02", "5.2", "jumlah"]


@pytest.mark.parametrize("repeated", [True, False])
def test_a_code_in_pieces_under_one_heading_is_one_code(tmp_path: Path, repeated: bool) -> None:
    """2.000 and 1.000 are 3.000, 1.200 and 800 are 2.000: all rows added up they are 8.000."""
    deepest = [max(i for i in range(3) if row[i]) for row in PIECES]
    rows = [
        row if repeated or "J" in row[0] or "K" in row[0] else ("",) * at + row[at:]
        for row, at in zip(PIECES, deepest, strict=True)
    ]
    file = excel(tmp_path, rows, "LRA", merges=("A1:C1", "A7:D7"))
    code, told = run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--ya",
                     "--data", tmp_path)  # fmt: skip
    assert code == 0 and "anggaran (keyakinan tinggi), 6 baris" in told
    for made in (file, word(tmp_path, rows)):
        if made.suffix == ".docx":
            document = Document(str(made))
            document.tables[0].cell(0, 0).merge(document.tables[0].cell(0, 2))
            document.save(str(made))
        assert accepted(tmp_path, proposed(tmp_path, made)[0])[0] == 0
        assert [line.partition(",")[0] for line in csv_of(tmp_path, "anggaran")[1:]] == CODES
        assert "Tidak ada temuan" in proposals.verified(tmp_path)[1]


SPENT = (
    ("Program / Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"),
    ("Program Promosi", "", "", ""),
    ("Kegiatan Penyuluhan warga", "712.500.000", "657.664.500", "92,30"),
    ("Program Lingkungan", "", "", ""),
    ("Pengelolaan kebersihan", "1.500.000.000", "1.402.254.769", "93,48"),
    ("Kegiatan Taman kota", "343.640.000", "177.253.854", "51,58"),
    ("Program Sarana", "", "", ""),
    ("Kegiatan Pengadaan meja", "475.000.000", "373.027.950", "78,53"),
    ("Kegiatan Pengadaan kursi", "100.000.000", "99.121.693", "99,12"),
    ("Total", "3.131.140.000", "2.709.322.766", "86,53"),
)
NUMBERS = ("No", "1.", "", "2.", "a.", "b.", "3.", "a.", "b.", "")


@pytest.mark.parametrize("is_numbered", [False, True])
@pytest.mark.parametrize(
    ("row", "column", "printed", "about"),
    [(0, 0, "Program / Kegiatan", []), (9, 2, "2.709.389.766", ["Total"]),
     (5, 3, "55,58", ["Kegiatan Taman kota"])],
)  # fmt: skip
def test_programmes_that_only_head_their_activities_are_no_rows_of_the_total(
    tmp_path: Path, is_numbered: bool, row: int, column: int, printed: str, about: list[str]
) -> None:
    # 657.664.500 + 1.402.254.769 + 177.253.854 + 373.027.950 + 99.121.693 = 2.709.322.766;
    # 177.253.854 / 343.640.000 = 51,58 percent
    rows = [list(cells) for cells in SPENT]
    rows[row][column] = printed
    if is_numbered:
        rows = [[number, *cells] for number, cells in zip(NUMBERS, rows, strict=True)]
    found = findings(tmp_path, table("Tabel 3.1", "Realisasi Anggaran", *rows))
    assert [told["label"].rpartition(" - ")[0] for told in found] == about


def test_a_programme_with_figures_is_still_the_sum_of_its_activities(tmp_path: Path) -> None:
    # 60 + 40 = 100, 90 + 25 = 115 and not 125, 100 + 125 = 225
    rows = [("Program / Kegiatan", "Anggaran (Rp)"),
            ("Program Jalan", "100.000.000"), ("Kegiatan Aspal", "60.000.000"),
            ("Kegiatan Rambu", "40.000.000"), ("Program Air", "125.000.000"),
            ("Kegiatan Sumur", "90.000.000"), ("Kegiatan Pipa", "25.000.000"),
            ("Jumlah", "225.000.000")]  # fmt: skip
    found = findings(tmp_path, table("Tabel 3.1", "Anggaran", *rows))
    assert [told["source"] for told in found] == ["Tabel 3.1"]


EQUAL_NEIGHBOURS = """# LAPORAN KINERJA BADAN CONTOH KOTA SERIBU TAHUN 2023

Tabel 3.1 Realisasi per Kegiatan

| Kegiatan | Realisasi TW I (Rp) | Realisasi TW II (Rp) |
|---|---|---|
| Perencanaan | 3.120.000 | 81.215.500 |
| Dokumen Rencana | 2.220.000 | 24.825.500 |
| Dokumen RKA | - | 1.530.000 |
| Dokumen DPA | - | - |
| Perubahan DPA | - | 1.530.000 |
| Laporan Capaian | 900.000 | 44.450.000 |
| Evaluasi | - | 8.880.000 |
| Keuangan | 2.522.752.957 | 3.910.513.756 |
| Gaji | 2.522.000.000 | 3.880.303.756 |
| Akuntansi | 752.957 | 30.210.000 |
| Umum | 706.202.556 | 1.543.989.169 |
| Rapat | 563.749.500 | 1.140.249.169 |
| Cetakan | 142.453.056 | 403.740.000 |
"""


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [("Akuntansi", "Akuntansi", 0),
     # 3.880.303.756 + 30.210.000 is 3.910.513.756, and 3.901.513.756 is not.
     ("3.910.513.756", "3.901.513.756", 1),
     # Whether Evaluasi, of which TW I prints nothing, is a part of the first row tells TW II alone.
     ("81.215.500", "81.251.500", 0)],
)  # fmt: skip
def test_neighbours_that_spent_the_same_are_no_sum_of_one_another(
    tmp_path: Path, old: str, new: str, count: int
) -> None:
    """Dokumen RKA was taken for the sum of what is below it, and left out of the sum above."""
    file = tmp_path / "a.md"
    file.write_text(EQUAL_NEIGHBOURS.replace(old, new), "utf-8")
    code = run("periksa", file, "-o", tmp_path / "hasil")[0]
    found = json.loads((tmp_path / "hasil" / "a" / "temuan.json").read_text("utf-8"))["findings"]
    assert (code, len(found)) == (int(count > 0), count)


def test_column_numbers_of_an_excerpt_and_the_units_below_are_headings(tmp_path: Path) -> None:
    """Columns 4 to 6 of the longer form are not printed; K and Rp stand under the numbers."""
    rows = [("Kegiatan", "Indikator", "TW I", "TW I", "TW II", "TW II", "Penanggung Jawab"),
            ("2", "3", "7", "8", "9", "10", "14"),
            ("", "", "K", "Rp", "K", "Rp", ""),
            ("Dokumen Rencana", "Jumlah dokumen", "4", "116.475.000", "2", "58.403.000", "BPBD"),
            ("Dokumen RKA", "Jumlah dokumen", "1", "15.000.000", "1", "11.405.000", "BPBD"),
            ("Jumlah", "", "5", "131.475.000", "3", "69.808.000", "")]  # fmt: skip
    lines = ["# LAPORAN KINERJA BADAN CONTOH KOTA SERIBU TAHUN 2023", "", "Tabel 3.1 Realisasi", "",
             *("| " + " | ".join(row) + " |" for row in rows[:1]),
             "|---|---|---|---|---|---|---|",
             *("| " + " | ".join(row) + " |" for row in rows[1:])]  # fmt: skip
    file = tmp_path / "a.md"
    file.write_text("\n".join(lines), "utf-8")
    assert run("periksa", file, "-o", tmp_path / "hasil")[0] == 0
    (table,) = (tmp_path / "hasil" / "a" / "data" / "raw").rglob("tabel*.csv")
    assert [line.split(",")[1] for line in table.read_text("utf-8").splitlines()[1:3]] == [
        "Dokumen Rencana",
        "Dokumen RKA",
    ]


ONE_PART = """# LAPORAN KINERJA BADAN CONTOH KOTA SERIBU TAHUN 2023

Tabel 3.1 Realisasi per Kegiatan

| Kegiatan | Realisasi TW I (Rp) | Realisasi TW II (Rp) |
|---|---|---|
| BADAN CONTOH | 3.238.075.513 | {total} |
| PROGRAM PENUNJANG | 2.522.752.957 | 3.910.513.756 |
| Gaji | 2.522.000.000 | 3.880.303.756 |
| Akuntansi | 752.957 | 30.210.000 |
| PROGRAM UMUM | 715.322.556 | 1.543.989.169 |
| Rapat | 563.749.500 | 1.140.249.169 |
| Cetakan | 151.573.056 | 403.740.000 |
| PROGRAM USAHA KECIL | - | 298.538.000 |
| Pembinaan Usaha | - | 298.538.000 |
| Pelatihan | - | - |
| Pameran | - | 298.538.000 |
"""


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [("", "", []),
     # 3.910.513.756 - 3.880.303.756, two digits exchanged.
     ("30.210.000", "30.120.000", ["30.210.000"]),
     # What TW I prints nothing of may be one more part or none: nobody knows the whole.
     ("5.753.040.925", "5.735.040.925", [])],
)  # fmt: skip
def test_one_part_that_prints_what_the_rows_above_it_do_counts_once(
    tmp_path: Path, old: str, new: str, wanted: list[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_text(ONE_PART.format(total="5.753.040.925").replace(old or "-", new or "-"), "utf-8")
    run("periksa", file, "-o", tmp_path / "hasil")
    found = json.loads((tmp_path / "hasil" / "a" / "temuan.json").read_text("utf-8"))["findings"]
    assert len(found) == len(wanted)
    for told, right in zip(found, wanted, strict=True):
        assert right in {one["cells"][0]["text"] for one in told["repairs"]}


def test_the_frame_of_the_budget_has_its_highest_level_and_another_one_every_row(
    tmp_path: Path,
) -> None:
    """The page shows the kegiatan below their programme; sums are of the programmes alone."""
    report = made_up(tmp_path, LAPORAN, {"anggaran": TABLE})
    budget = Laporan(report, tmp_path / "raw")
    assert list(budget.anggaran.index) == ["1", "2"] and budget.anggaran["pagu"].sum() == 900
    every = budget.rincian_anggaran
    assert list(every.index) == ["1", "1.01", "1.01.01", "1.01.02", "1.02", "2"]
    told = getattr(tabel(bawahkan(every, every.total), kolom=["pagu", "realisasi"]), "html", "")
    assert told.count('class="anak"') == 4  # two kegiatan and two sub kegiatan
    assert list(every.total["pagu"]) == [900]


def test_a_table_that_no_page_is_about_is_told_on_the_index(tmp_path: Path) -> None:
    places = "iku,1,1,a,Jalan mantap\n"
    report = made_up(
        tmp_path,
        "tabel: {anggaran: {label: Tabel 3.9}, iku: {label: Tabel 2.1}}\n",
        {"anggaran": TABLE, "iku": f"kode,no,sasaran,no_indikator,indikator\n{places}"},
    )
    pages = (
        Page("Ikhtisar", "index.html"),
        Page("Anggaran", "04_anggaran.html", tables=("anggaran",)),
        Page("Verifikasi", "07_verifikasi.html"),
    )
    body = index_body(verify(report), head_of(report), pages)
    assert '<a href="07_verifikasi.html#tabel-iku">Tabel 2.1</a>.' in body
    assert "#tabel-anggaran" not in body.partition("Isi laporan")[2]
    both = (*pages, Page("IKU", "iku.html", tables=("iku",)))
    assert "Tabel lain, selengkapnya" not in index_body(verify(report), head_of(report), both)


def test_the_account_of_a_programme_is_no_goal(tmp_path: Path) -> None:
    """3.27 is the field of government; of keys made from names the number is the goal's."""
    rows = "kode,program,pagu,realisasi\n3.27.02,Program A,600,550\n3.27.03,Program B,300,200\n"
    budget = Laporan(made_up(tmp_path / "a", LAPORAN, {"anggaran": rows})).anggaran
    assert list(jumlah(budget, sasaran)["pagu"].items()) == [("tanpa nomor", 900)]
    named = rows.replace("3.27.02", "1.jalan").replace("3.27.03", "2.air")
    budget = Laporan(made_up(tmp_path / "b", LAPORAN, {"anggaran": named})).anggaran
    assert list(jumlah(budget, sasaran)["pagu"].items()) == [("1", 600), ("2", 300)]
