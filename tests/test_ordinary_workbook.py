"""A workbook as an agency keeps it comes in as it is: its headings, its remarks, whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import answer, empty_template, fill
from openpyxl import Workbook, load_workbook
from proposals import proposed, read_proposal, run
from typer.testing import CliRunner

from lkjip_analysis.analysis import frames
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.sheets.headings import REMARKS, match, with_left_out
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.schema import find_type
from lkjip_analysis.report.yamltext import SCHEMAS

BUDGET = [("Irigasi", 1000, 950, 95), ("Embung", 2000, 1900, 95), ("Jumlah", 3000, 2850, 95)]


def imported(
    path: Path, rows: list[tuple[object, ...]], merges: str, *told: str
) -> tuple[int, str]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Anggaran"
    for row in rows:
        sheet.append(row)
    for merge in merges.split():
        sheet.merge_cells(merge)
    book.save(path / "buku.xlsx")
    done = CliRunner().invoke(
        app, ["import", str(path / "buku.xlsx"), "--data", str(path / "d"), "--ya", *told]
    )
    return done.exit_code, done.output


def written(path: Path, folder: str, name: str) -> list[str]:
    return (path / "d" / folder / name).read_text(encoding="utf-8").splitlines()


OWNER = ("--instansi", "dinas-air", "--tahun", "2023")


@pytest.mark.parametrize(
    ("group", "below"),
    [
        ("Anggaran", ("Pagu", "Realisasi")),
        ("Realisasi Anggaran 2023", ("Anggaran", "Realisasi")),
        ("Anggaran (Rp)", ("Pagu", "Realisasi")),
    ],
)
def test_a_heading_over_two_columns_that_repeats_the_title_is_no_part_of_theirs(
    group: str, below: tuple[str, str], tmp_path: Path
) -> None:
    rows: list[tuple[object, ...]] = [
        ("Program", group, None, "%", "Ket."),
        (None, *below, None, None),
        *((*row, "") for row in BUDGET),
    ]
    rows[2] = (*BUDGET[0], "Belum rilis")
    code, told = imported(tmp_path, rows, "A1:A2 B1:C1 D1:D2 E1:E2", *OWNER)
    assert code == 0, told
    assert 'Kolom "Ket." di lembar "Anggaran" tidak diimpor' in told
    lines = written(tmp_path, "dinas-air/2023", "anggaran.csv")
    assert lines[0] == "kode,program,pagu,realisasi,serapan"
    assert lines[1] == "irigasi,Irigasi,1000,950,95"


@pytest.mark.parametrize("group", ["Fisik", "Anggaran Perubahan", "Anggaran 2022", "Triwulan I"])
def test_a_heading_that_says_more_stays_a_part_of_what_is_below_it(
    group: str, tmp_path: Path
) -> None:
    """Realisasi of another thing or time is not taken for that of the year."""
    rows: list[tuple[object, ...]] = [
        ("Program", group, None, "%"),
        (None, "Pagu", "Realisasi", None),
        *BUDGET,
    ]
    code, told = imported(tmp_path, rows, "A1:A2 B1:C1 D1:D2", *OWNER)
    assert code == 0, told
    assert "Seluruh buku diusulkan" in told and not (tmp_path / "d" / "dinas-air").exists()
    assert f"{group} Realisasi" in " ".join(told.split())


def test_remarks_stand_beside_categories() -> None:
    kind = with_left_out(find_type("capaian", [SCHEMAS], Problem("", "", "", "")))
    heads = ("Indikator", "Target", "Realisasi", "Capaian", "Kategori", "Keterangan")
    fit = match(dict(enumerate(heads)), kind, 2023)
    assert fit.is_full
    assert (fit.columns[4], fit.columns[5]) == ("kategori", REMARKS)
    without = match(dict(enumerate((*heads[:4], "Keterangan"))), kind, 2023)
    assert without.columns[4] == "kategori"


TITLED: list[tuple[object, ...]] = [
    ("REALISASI ANGGARAN",),
    ("DINAS PERTANIAN KABUPATEN SUMBERREJO",),
    ("TAHUN ANGGARAN 2023",),
    (),
    ("Program", "Pagu", "Realisasi", "%"),
    *BUDGET,
]


@pytest.mark.parametrize("told", [(), ("--tahun", "2023"), ("--instansi", "Dinas Pertanian")])
def test_what_the_workbook_prints_of_itself_is_not_asked_for(
    told: tuple[str, ...], tmp_path: Path
) -> None:
    code, said = imported(tmp_path, TITLED, "", *told)
    assert code == 0, said
    assert "folder dinas-pertanian/2023" in said
    declared = written(tmp_path, "dinas-pertanian/2023", "laporan.yaml")
    assert {"nama: Dinas Pertanian", "pemerintah: Kabupaten Sumberrejo", "tahun: 2023"} <= {
        *declared
    }


def test_what_nobody_says_is_asked_for_where_it_can_be_given(tmp_path: Path) -> None:
    """There is no sheet Pengaturan in it, and a file's name is no agency."""
    code, said = imported(tmp_path, TITLED[4:], "")
    assert code == 2 and not (tmp_path / "d").exists()
    assert "found no instansi" in said and "found no tahun" in said
    assert "Give it with --instansi." in said and "Pengaturan" not in said


def test_a_name_of_an_agency_becomes_its_folder_and_a_path_does_not(tmp_path: Path) -> None:
    code, said = imported(
        tmp_path, TITLED, "", "--instansi", "Dinas Air & Sanitasi", "--tahun", "2023"
    )
    assert code == 0 and (tmp_path / "d" / "dinas-air-sanitasi" / "2023").is_dir(), said
    code, said = imported(tmp_path, TITLED, "", "--instansi", "../lain", "--tahun", "2023")
    assert code == 2 and not (tmp_path / "lain").exists()


def test_names_that_are_allowed_are_listed_once(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("Program", "Pagu", "Realisasi", "%", "Zzz"), *BUDGET]
    code, said = imported(tmp_path, rows, "", *OWNER, "--tipe", "Anggaran=anggaran")
    assert code == 2 and said.casefold().count("sasaran") == 1, said


MILLIONS = [
    ("Irigasi", "8.412,75", "8.120,40", "96,52"),
    ("Embung", "5.230,00", "4.987,65", "95,37"),
    ("Jumlah", "13.642,75", "13.108,05", "96,08"),
]


def in_template(path: Path, counts: str, *told: str) -> tuple[int, str]:
    """A budget in the template, with what Pengaturan says that its money counts in."""
    book = empty_template()
    answer(book, {"Nama instansi": "Dinas Air", "Tahun laporan": "2023"})
    settings = book["Pengaturan"]
    cells = {str(cell.value): cell for row in settings.iter_rows() for cell in row}
    row = next(c.row for c in settings["A"][60:] if c.value == "Anggaran")
    settings.cell(row, cells["Uang dalam"].column, counts or None)
    fill(book["Anggaran"], [[None, None, *one] for one in MILLIONS])
    book.save(path / "templat.xlsx")
    words = ["import", str(path / "templat.xlsx"), "--data", str(path / "d"), *told]
    done = CliRunner().invoke(app, words)
    return done.exit_code, done.output


def test_pengaturan_says_what_the_money_of_a_table_counts_in(tmp_path: Path) -> None:
    code, said = in_template(tmp_path, "juta")
    assert code == 0, said
    report = load("dinas-air", 2023, tmp_path / "d")
    pagu = [report.tables["anggaran"].cell(key, "pagu").point for key in ("irigasi", "embung")]
    assert pagu == [8_412_750_000, 5_230_000_000]


def test_a_budget_of_a_few_thousand_rupiah_with_decimals_is_asked_about(tmp_path: Path) -> None:
    code, said = in_template(tmp_path, "")
    assert code == 2 and not (tmp_path / "d").exists()
    assert "Anggaran!D6" in said and "Anggaran!E6" in said and "Uang dalam" in said
    code, said = in_template(tmp_path, "-")
    assert code == 0, said
    rows: list[tuple[object, ...]] = [("Program", "Pagu", "Realisasi", "%"), *MILLIONS]
    code, said = imported(tmp_path, rows, "", "--instansi", "dinas-b", "--tahun", "2023")
    assert code == 2 and "only amounts as small as" in said
    more = ("--instansi", "dinas-b", "--tahun", "2023", "--dalam", "Anggaran=juta")
    code, said = imported(tmp_path, rows, "", *more)
    assert code == 0, said


def test_small_amounts_without_decimals_and_large_ones_with_sen_are_not_asked_about(
    tmp_path: Path,
) -> None:
    for number, figures in enumerate((("900", "850"), ("1.250.000,50", "1.100.000,25"))):
        rows: list[tuple[object, ...]] = [("Program", "Pagu", "Realisasi", "%")]
        rows += [("Irigasi", *figures, "90,00")]
        code, said = imported(tmp_path, rows, "", "--instansi", f"b-{number}", "--tahun", "2023")
        assert code == 0, said


def test_indicators_that_were_not_sure_are_named_when_the_sure_ones_are_taken(
    tmp_path: Path,
) -> None:
    """62.500 and 60.118 give 96,19, not the printed 96,91: no formula tells its direction."""
    book = Workbook()
    for row in [
        ("No.", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"),
        (1, "Produksi naik", "Produksi padi", "Ton", "185.000", "187.425", "101,31"),
        (2, None, "Produksi jagung", "Ton", "62.500", "60.118", "96,91"),
    ]:
        book.worksheets[0].append(row)
    book.save(tmp_path / "buku.xlsx")
    proposal, _ = proposed(tmp_path, tmp_path / "buku.xlsx")
    filled = load_workbook(proposal)
    guide = filled["Petunjuk"]
    next(row for row in guide if str(row[0].value).startswith("Terima semua"))[1].value = "ya"
    filled.save(proposal)
    code, said = run("usul", proposal, "--terima", "--data", tmp_path)
    assert code == 0, said
    assert "capaiannya tidak dihitung: Produksi jagung." in said
    frame = frames.kinerja(load("dinas-uji", 2024, tmp_path))
    assert sorted(frame["singkat"]) == ["Produksi jagung", "Produksi padi"]


def test_what_is_no_workbook_is_told_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "nol.xlsx").write_bytes(b"")
    (tmp_path / "~$buku.xlsx").write_bytes(b"owner")
    Workbook().save(tmp_path / "kosong.xlsx")
    for name, told in (
        ("nol.xlsx", "found an empty file"),
        ("~$buku.xlsx", "a file that Excel or Word keeps beside a document while it is open"),
        ("kosong.xlsx", "found a document without any text"),
        ("tiada.xlsx", "no such file"),
    ):
        done = CliRunner().invoke(
            app, ["periksa", str(tmp_path / name), "--output", str(tmp_path / "hasil")]
        )
        assert done.exit_code == 2 and told in done.output, (name, done.output)
        assert "--tahun" not in done.output


def test_categories_without_a_printed_scale_come_in_and_are_told_as_untested(
    tmp_path: Path,
) -> None:
    """The scale of a report stands on another page than its table, and in no workbook."""
    rows: list[tuple[object, ...]] = [
        ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"),
        (1, "Jumlah panti dibina", "panti", "40", "38", "95,00", "Sangat Baik"),
        (2, "Jumlah pekerja sosial", "orang", "20", "21", "105,00", "Sangat Baik"),
    ]
    code, told = imported(tmp_path, rows, "", *OWNER)
    assert code == 0, told
    assert written(tmp_path, "dinas-air/2023", "capaian.csv")[1].endswith("Sangat Baik")
    report = ("dinas-air", "2023", "--data", str(tmp_path / "d"))
    asked = CliRunner().invoke(app, ["check", *report]).output
    assert "skala kategori capaian belum diisi" in asked
    # 38 of 40 is 95, 21 of 20 is 105: nothing is wrong, with a scale or without.
    assert CliRunner().invoke(app, ["verify", *report]).exit_code == 0


@pytest.mark.parametrize(
    ("title", "folder", "said"),
    [
        ("REALISASI ANGGARAN DINAS PERIKANAN KABUPATEN UMBUL 2023", "dinas-air", True),
        ("Realisasi Anggaran Dinas Air Kabupaten Umbul 2023", "dinas-air", False),
        ("Realisasi Anggaran Dinas Air Kabupaten Umbul 2023", "dinas-air-dan-sungai", False),
        ("Realisasi Anggaran 2023", "dinas-air", False),
    ],
)
def test_a_table_of_another_office_is_told(
    title: str, folder: str, said: bool, tmp_path: Path
) -> None:
    rows: list[tuple[object, ...]] = [(title,), ("Program", "Pagu", "Realisasi", "%"), *BUDGET]
    code, told = imported(tmp_path, rows, "", "--instansi", folder, "--tahun", "2023")
    assert code == 0, told
    assert ('"Anggaran" menyebut Dinas Perikanan; diimpor untuk dinas-air.' in told) == said
    assert ("menyebut" in told) == said


def test_a_row_that_was_pasted_twice_is_told(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("Program", "Pagu", "Realisasi", "%"), *BUDGET[:2]]
    alike = ("Irigasi", 1000, 940, 94)  # the same name, other figures
    code, told = imported(tmp_path, [*rows, BUDGET[1], alike], "", *OWNER)
    assert code == 0, told
    assert told.count("keduanya diimpor") == 1
    assert 'Baris 4 lembar "Anggaran" sama dengan baris 3; keduanya diimpor.' in told


def test_a_row_pasted_with_other_decimals_is_the_same_row(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("Program", "Pagu", "Realisasi", "%"),
        ("Irigasi", "1.000", "840", "84"),
        ("Embung", "2.000", "1.900", "95,00"),
        ("Irigasi", "1.000", "840", "84,00"),
        ("Embung", "2.000", "1.900", "95,01"),
    ]
    code, told = imported(tmp_path, rows, "", *OWNER)
    assert code == 0, told
    assert 'Baris 4 lembar "Anggaran" sama dengan baris 2; keduanya diimpor.' in told
    assert told.count("keduanya diimpor") == 1  # 95,00 and 95,01 are two figures


def test_a_row_of_the_same_name_below_another_code_is_none_pasted_again(tmp_path: Path) -> None:
    head, *rows = ("Kode", "Program", "Pagu", "Realisasi", "%"), ("1.01", *BUDGET[1]), (
        "1.02", *BUDGET[1])  # fmt: skip
    code, told = imported(tmp_path, [head, *rows, ("1.03", *BUDGET[0])], "", *OWNER)
    assert code == 0 and "Kode" not in told, told
    assert "keduanya diimpor" not in told


CAPPED = [
    ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
    (1, "Panti dibina", "panti", "40", "44", "110,00"),
    (2, "Pekerja sosial", "orang", "20", "23", "115,00"),
    (3, "Relawan", "orang", "58", "68", "100,00"),  # 117,24
    (4, "Posko", "unit", "10", "9", "90,00"),
]


def test_one_capaian_that_is_cut_off_where_others_are_not_is_asked_about(tmp_path: Path) -> None:
    code, told = imported(tmp_path, CAPPED, "", *OWNER)
    assert (
        code == 2 and "Anggaran!F4" in told and '"100,00" would be cut off, as 2 others' in told
    ), told
    assert "dibatasi paling tinggi" not in told
    code, told = imported(tmp_path, CAPPED, "", *OWNER, "--arah", "relawan=naik")
    assert code == 0, told
    said = CliRunner().invoke(app, ["verify", "dinas-air", "2023", "--data", str(tmp_path / "d")])
    assert said.exit_code == 1 and "117,24" in said.output


def test_a_cap_that_no_row_exceeds_is_the_reports(tmp_path: Path) -> None:
    rows = [*CAPPED[:1], *((n, name, unit, t, r, "100,00") for n, name, unit, t, r, _ in
                           CAPPED[1:4]), CAPPED[4]]  # fmt: skip
    code, told = imported(tmp_path, rows, "", *OWNER)
    assert code == 0 and told.count("dibatasi paling tinggi 100") == 3, told


def test_a_target_that_is_a_range_is_named_where_no_formula_gives_the_capaian(
    tmp_path: Path,
) -> None:
    rows = [*CAPPED[:2], (2, "Cakupan", "persen", "100-110", "80", "95,00")]
    code, told = imported(tmp_path, rows, "", *OWNER)
    assert code == 2 and "Anggaran!D3" in told and 'the range "100-110"' in told, told


def test_sentences_of_a_workbook_are_proposed_and_import_says_by_which_command(
    tmp_path: Path,
) -> None:
    book = Workbook()
    sheet, prose = book.worksheets[0], book.create_sheet("Narasi")
    for row in [*CAPPED[:3], CAPPED[4]]:
        sheet.append(row)
    prose.append(["Realisasi panti dibina tahun 2023 sebesar 45 panti dari target 40 panti."])
    book.save(tmp_path / "buku.xlsx")
    path, data = str(tmp_path / "buku.xlsx"), ("--data", str(tmp_path / "d"))
    done = CliRunner().invoke(app, ["import", path, *data, "--ya", *OWNER])
    assert done.exit_code == 0 and "memuat kalimat" in done.output, done.output
    target = str(tmp_path / "usulan.xlsx")
    done = CliRunner().invoke(app, ["usul", path, *data, *OWNER, "-o", target])
    assert "2 klaim: " in done.output, done.output


def test_a_proposal_is_of_the_office_that_its_titles_name(tmp_path: Path) -> None:
    """A heading "per kecamatan" names no office; the agency was called "kecamatan"."""
    book = Workbook()
    sheet, other = book.worksheets[0], book.create_sheet("Bantuan")
    for row in TITLED:
        sheet.append(row)
    for row in [("Bantuan alat per kecamatan",), (), ("Kecamatan", "Traktor", "Pompa"),
                ("Utara", 3, 5), ("Timur", 2, 2)]:  # fmt: skip
        other.append(row)
    book.save(tmp_path / "buku.xlsx")
    proposal, _ = proposed(tmp_path, tmp_path / "buku.xlsx")
    guide = load_workbook(proposal)["Petunjuk"]
    told = {str(row[0].value): row[1].value for row in guide}
    assert told["Nama instansi"] == "Dinas Pertanian"
    assert told["Pemerintah daerah"] == "Kabupaten Sumberrejo"


def test_an_agreement_that_prints_its_units_is_one(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),
        (1, "Panti terlayani", "Panti dibina", "panti", "40"),
        (2, "Panti terlayani", "Pekerja sosial", "orang", "20"),
    ]
    code, told = imported(tmp_path, rows, "", *OWNER)
    assert code == 0 and "diusulkan" not in told, told
    lines = written(tmp_path, "dinas-air/2023", "perjanjian.csv")
    assert lines[0] == "kode,no,sasaran,indikator,target,satuan" and lines[1].endswith(",40,panti")


@pytest.mark.parametrize("head", ["Target Akhir Renstra (2026)", "Target Akhir Renstra 2026"])
def test_the_end_of_the_plan_is_read_where_a_heading_names_it(head: str, tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        (*CAPPED[0], head),
        *((*row, target) for row, target in zip(CAPPED[1:3], ("50", "30"), strict=True)),
    ]
    code, told = imported(tmp_path, rows, "", *OWNER)
    assert code == 0, told
    assert load("dinas-air", 2023, tmp_path / "d").over_years.tahun_renstra == 2026


def test_a_small_table_beside_another_is_told_with_the_command_that_reads_it(
    tmp_path: Path,
) -> None:
    small: list[tuple[object, ...]] = [
        ("Sumber Dana", "Jumlah"), ("PAD", 1000), ("DAK", 2000), ("Total", 3000)]  # fmt: skip
    rows: list[tuple[object, ...]] = [("Program", "Pagu", "Realisasi", "%"), *BUDGET]
    both = [(*row, None, None, *side) for row, side in zip(rows, small, strict=True)]
    titles: list[tuple[object, ...]] = [
        ("Realisasi anggaran", None, None, None, None, None, "Sumber dana")]  # fmt: skip
    code, told = imported(tmp_path, [*titles, *both], "", *OWNER)
    assert code == 0 and "tabel dua kolom. `lkjip usul` membacanya." in told, told


def test_a_mean_is_no_total_of_the_same_rows_in_another_table(tmp_path: Path) -> None:
    """The targets of the agreement were proposed to add up to the target in the row of the mean."""
    book = Workbook()
    sheet, promised = book.worksheets[0], book.create_sheet("Perjanjian Kinerja")
    for row in [*CAPPED[:3], CAPPED[4], (None, "Rata-rata", None, "23", "25", "105,00")]:
        sheet.append(row)
    for row in [*CAPPED[:3], CAPPED[4]]:
        promised.append(row[:2] + row[3:4])
    book.save(tmp_path / "buku.xlsx")
    told = read_proposal(tmp_path / "buku.xlsx", "dinas-air", 2023)
    assert len(told.tables) == 2
    wrong = [rule.sel for rule in told.rules if rule.jenis == "jumlah" and "rerata" in rule.sel]
    assert wrong == []
