"""What a workbook holds comes in alike by `import` and by `usul`: as it prints, or asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from proposals import INSTANSI, TAHUN, accepted, csv_of, excel, proposed, run, verified

from lkjip_analysis.numbers.heading_scale import scale_in

NAMES = ("Pasar Rakyat", "Irigasi Desa", "Perpustakaan", "Jalan Kota", "Taman", "Terminal",
         "Wisata", "Peternakan", "Kehutanan")  # fmt: skip


def book(base: Path, pagu: tuple[object, ...], form: str, head: str = "Anggaran") -> Path:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Program"
    sheet.append(["Kode", "Program", head, "Keterangan"])
    for row, (name, value) in enumerate(zip(NAMES, pagu, strict=False), 2):
        sheet.append([f"1.{row:02}", f"Program {name}", value, "APBD"])
        sheet.cell(row, 3).number_format = form
    made.save(base / "buku.xlsx")
    return base / "buku.xlsx"


def imported(base: Path, file: Path, *more: str) -> tuple[int, str]:
    return run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", base, "--ya",
               "--timpa", *more)  # fmt: skip


def figures(base: Path) -> list[str]:
    return [line.split(",")[2] for line in csv_of(base, "program")[1:]]


def scales(base: Path) -> dict[str, str]:
    text = (base / INSTANSI / TAHUN / "laporan.yaml").read_text(encoding="utf-8")
    columns = yaml.safe_load(text)["tabel"]["program"].get("kolom", {})
    return {name: told["dalam"] for name, told in columns.items() if "dalam" in told}


FORMS = ("#,##0,", "#,##0,,", '0.0,,"jt"', '[>999999]0.0,,"jt";0', "0.00E+00", "# ?/?", '0"1"',
         "[$-409]#,##0.00", "#,##0.00000000")  # fmt: skip


def test_a_stored_number_that_is_not_what_is_shown_is_no_figure(tmp_path: Path) -> None:
    file = book(tmp_path, (7654321,) * len(FORMS), "#,##0")
    changed = load_workbook(file)
    for row, form in enumerate(FORMS, 2):
        changed["Program"].cell(row, 3).number_format = form
    changed.save(file)
    code, told = imported(tmp_path, file)
    assert code == 2 and all(f"Program!C{row}" in told for row in range(2, 2 + len(FORMS)))

    code, told = accepted(tmp_path, proposed(tmp_path, file)[0])
    assert code == 2 and all(f"!D{row}: " in told for row in range(5, 5 + len(FORMS)))
    assert told.count('"(?) 7654321"') == len(FORMS) and not (tmp_path / INSTANSI).exists()


def test_what_is_written_in_its_place_is_the_figure(tmp_path: Path) -> None:
    file = book(tmp_path, (7654321, 3210987, 5000000), "#,##0,,")
    proposal, told = proposed(tmp_path, file)
    sheet = load_workbook(proposal).sheetnames[6]
    assert "Program!C2" in told and "number format" in told

    cells = {(sheet, f"D{row}"): text for row, text in ((5, "8"), (6, "3"), (7, "5"))}
    code, told = accepted(tmp_path, proposal, cells)
    assert code == 0, told
    assert figures(tmp_path) == ["8", "3", "5"]


@pytest.mark.parametrize("value", [True, "#N/A"])
def test_words_that_stand_for_no_text_are_asked_in_a_column_of_words_too(
    value: object, tmp_path: Path
) -> None:
    file = book(tmp_path, (7654321, 3210987, 5000000), "#,##0")
    changed = load_workbook(file)
    changed["Program"]["D3"] = value
    changed.save(file)
    assert imported(tmp_path, file)[0] == 2
    code, told = accepted(tmp_path, proposed(tmp_path, file)[0])
    assert code == 2 and '"(?) ' in told


def test_a_column_of_white_letters_is_not_read_and_said(tmp_path: Path) -> None:
    file = book(tmp_path, (7654321, 3210987, 5000000), "#,##0")
    changed = load_workbook(file)
    for row in range(1, 5):
        changed["Program"].cell(row, 5, row).font = Font(color="FFFFFFFF")
    changed.save(file)
    proposal, told = proposed(tmp_path, file)
    assert "kolom tersembunyi tidak dibaca: E" in told
    assert accepted(tmp_path, proposal)[0] == 0
    assert figures(tmp_path) == ["7.654.321", "3.210.987", "5.000.000"]


@pytest.mark.parametrize(
    ("head", "pagu", "word"),
    [
        ("Anggaran (Rp miliar)", (1250, 980, 2400), "miliar"),
        ("Anggaran (Rp'000)", (4200, 3100, 900), "ribu"),
        ("Anggaran (IDR million)", (420, 310, 90), "juta"),
        ("Anggaran program di atas lima juta rupiah", (7654321, 6543210, 5432100), ""),
    ],
)
def test_both_read_the_same_scale_from_a_heading(
    head: str, pagu: tuple[int, ...], word: str, tmp_path: Path
) -> None:
    wanted = {"pagu": word} if word else {}
    file = book(tmp_path, pagu, "#,##0", head)
    assert scale_in(head) == word
    proposal, _ = proposed(tmp_path, file)
    assert accepted(tmp_path, proposal)[0] == 0
    assert scales(tmp_path) == wanted
    if "program" in imported(tmp_path, file)[1]:
        assert scales(tmp_path) == wanted


def test_both_ask_where_the_figures_are_too_large_for_the_scale(tmp_path: Path) -> None:
    pagu, word = (45_000_000, 1_500_000, 20_000_000), "juta"
    file = book(tmp_path, pagu, "#,##0", "Anggaran (juta rupiah)")
    code, told = imported(tmp_path, file)
    assert code == 2 and f'--dalam "Program={word}"' in told
    proposal, _ = proposed(tmp_path, file)
    code, told = accepted(tmp_path, proposal)
    assert code == 2 and f'"(?) {word}"' in told and "Kolom baru!H5" in told

    for answer, wanted in ((word, {"pagu": word}), ("-", {})):
        assert imported(tmp_path, file, "--dalam", f"Program={answer}")[0] == 0
        assert scales(tmp_path) == wanted
        code, told = accepted(tmp_path, proposal, {("Kolom baru", "H5"): answer})
        assert code == 0, told
        assert scales(tmp_path) == wanted


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rasio dokter (per ribu penduduk)", ""), ("Usaha beromzet di bawah 300 juta rupiah", ""),
        ("Bantuan ratusan juta rupiah", ""), ("Cakupan 1.000 HPK (1.000 Hari Pertama)", ""),
        ("Pagu (ribu) dan realisasi (juta)", ""), ("Pagu (Rp-juta)", "juta"),
        ("Anggaran (Rp. Milyard)", "miliar"), ("Pagu (x 1000)", "ribu"), ("Pagu (000)", "ribu"),
        ("dalam 1.000.000 rupiah", "juta"), ("Rp.Juta", "juta"),
        ("Nilai ekspor (US$ juta)", "juta"), ("(dalam Rp1.000,00)", "ribu"),
    ],
)  # fmt: skip
def test_an_amount_or_a_rate_is_no_scale(text: str, word: str) -> None:
    assert scale_in(text) == word


HEAD = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")


def test_a_number_stored_with_more_digits_than_it_shows_was_rounded(tmp_path: Path) -> None:
    """30 of 33,333 is 90, though 30 of the 33 that is shown is 90,91; 66,667 of 70 is 95,24."""
    rows = [(1, "Persentase mediasi", "%", 33.3333, 30, 90), (2, "Mutu", "%", 70, 66.6667, 95.2381)]
    file = excel(tmp_path, [HEAD, *rows])
    changed = load_workbook(file)
    for cells in changed.worksheets[0]["D2:F3"]:
        for cell, form in zip(cells, ("0", "0", "0.00"), strict=True):
            cell.number_format = form
    changed.save(file)
    code, told = imported(tmp_path, file)
    assert code == 0 and told.count("target dibulatkan sebelum dicetak") == 1, told
    assert "Tidak ada temuan" in verified(tmp_path)[1]
    assert accepted(tmp_path, proposed(tmp_path, file)[0])[0] == 0
    assert "Tidak ada temuan" in verified(tmp_path)[1]


def test_a_capped_hundred_of_what_shall_fall_leaves_the_direction_open(tmp_path: Path) -> None:
    """0,4 of 0,5 is 80 where more is better, and 120, cut at 100, where less is."""
    file = excel(tmp_path, [HEAD, (1, "Angka putus sekolah", "%", 0.5, 0.4, 100)])
    code, told = imported(tmp_path, file)
    assert code == 2 and "--arah angka_putus_sekolah=turun" in told
    assert imported(tmp_path, file, "--arah", "angka_putus_sekolah=turun")[0] == 0
    assert "Tidak ada temuan" in verified(tmp_path)[1]


ONE_NAME = [
    ("a. Cakupan air minum", "Cakupan air minum"),
    ("Angka Kematian Ibu - AKI", "Angka kematian ibu (AKI)"),
    ("Jumlah U.M.K.M. naik kelas", "Jumlah UMKM naik kelas"),
    ("Prosentase rumah layak huni", "Persentase rumah layak huni"),
]


def test_one_indicator_has_one_key_however_its_name_is_numbered_or_shortened(
    tmp_path: Path,
) -> None:
    keys = []
    for names in zip(*ONE_NAME, strict=True):
        rows = [(n, name, "unit", 10, 9, 90) for n, name in enumerate(names, 1)]
        file = excel(tmp_path, [HEAD, *rows])
        assert imported(tmp_path, file)[0] == 0
        keys.append([line.split(",")[0] for line in csv_of(tmp_path, "capaian")[1:]])
        assert accepted(tmp_path, proposed(tmp_path, file)[0])[0] == 0
        keys.append([line.split(",")[0] for line in csv_of(tmp_path, "capaian")[1:]])
    assert keys == [["cakupan_air_minum", "angka_kematian_ibu", "umkm_naik_kelas",
                     "rumah_layak_huni"]] * 4  # fmt: skip


def test_a_table_of_quarters_is_none_with_a_misspelt_heading(tmp_path: Path) -> None:
    rows = [("No", "Indikator", "Satuan", "Target Tahunan", "TW I", None, "TW II", None),
            (None, None, None, None, "T", "R", "T", "R"),
            (1, "Angka layanan", "%", 80, 20, 18, 40, 39),
            (2, "Unit", "unit", 100, 25, 25, 50, 40)]  # fmt: skip
    file = excel(tmp_path, rows, merges=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"))
    code, told = imported(tmp_path, file)
    assert code == 0 and "triwulan" in told, told
