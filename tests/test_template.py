"""The template, from an empty workbook to a verified report, and `new` and `check` beside it."""

from __future__ import annotations

import io
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from filling import answer, empty_template, fill, from_folder, list_rows
from folders import BLORA, made_up
from newcomer import newcomers_workbook
from office import saved_as
from openpyxl import Workbook, load_workbook

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.checking import State, check
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.intake.excel.importing import Asked, understand
from lkjip_analysis.intake.excel.importing import check as read_back
from lkjip_analysis.intake.excel.starting import start
from lkjip_analysis.intake.excel.template import template
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.origins import read_origins

LIBRARY = ("dinas-perpustakaan-dan-kearsipan", 2024)


def imported(path: Path, data: Path) -> tuple[str, ...]:
    book = understand(path, Asked(data=data))
    notes = write_folder(book.target, book.files(), False, lambda folder: read_back(book, folder))
    return (*book.notes, *notes)


def refused(book: Workbook, folder: Path) -> str:
    book.save(folder / "isi.xlsx")
    with pytest.raises(InputError) as error:
        imported(folder / "isi.xlsx", folder / "raw")
    assert not list((folder / "raw").glob("*/[0-9]*"))
    return str(error.value)


# The workbook itself.


def test_the_template_names_what_to_do_in_indonesian() -> None:
    book = load_workbook(io.BytesIO(template()))
    guide = " ".join(str(cell.value) for row in book["Panduan"] for cell in row if cell.value)

    assert book.sheetnames == ["Panduan", "Pengaturan", "Capaian", "Anggaran", "Perjanjian",
                               "Program", "IKU", "Ringkasan", "Klaim"]  # fmt: skip
    assert "Isi sel kuning" in guide and "klik dua kali mulai.cmd" in guide


def test_cells_to_fill_in_are_text_so_that_prints_stay() -> None:
    book = load_workbook(io.BytesIO(template()))

    assert book["Capaian"]["F7"].number_format == "@"
    assert book["Pengaturan"]["B7"].number_format == "@"


def test_directions_formulas_and_types_are_chosen_from_lists() -> None:
    sheet = load_workbook(io.BytesIO(template()))["Pengaturan"]
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}

    assert {'"naik,turun"', '"R/T,(2T-R)/T,T/R"', '"bulat,eksak"'} <= lists
    assert any("anggaran" in told and "capaian" in told for told in lists)
    assert all(len(told) <= 257 for told in lists)  # Excel opens no longer list, with its quotes


def test_an_empty_template_is_told_to_be_filled_in(tmp_path: Path) -> None:
    told = refused(empty_template(), tmp_path)

    assert "found no tahun; allowed: a year like 2025. Fill it in on the sheet Pengaturan" in told


def test_the_example_rows_are_no_rows_of_the_report(tmp_path: Path) -> None:
    newcomers_workbook().save(tmp_path / "isi.xlsx")
    imported(tmp_path / "isi.xlsx", tmp_path / "raw")

    assert "1.pemustaka" in load(*LIBRARY, tmp_path).tables["capaian"].keys
    text = (tmp_path / "raw" / LIBRARY[0] / "2024" / "capaian.csv").read_text("utf-8")
    assert "CONTOH" not in text


def test_an_example_row_that_was_written_over_is_not_lost_unseen(tmp_path: Path) -> None:
    book = newcomers_workbook()
    book["Capaian"]["D5"] = "Indikator keempat"

    assert "Capaian!A5: found an example row with other contents" in refused(book, tmp_path)


# A newcomer's path.


@pytest.mark.parametrize("by_libreoffice", [False, True])
def test_a_newcomer_comes_to_a_verified_report_without_yaml(
    tmp_path: Path, by_libreoffice: bool
) -> None:
    path = tmp_path / "isi.xlsx"
    newcomers_workbook().save(path)
    path = saved_as(path, "xlsx", tmp_path / "lo") if by_libreoffice else path
    notes = imported(path, tmp_path / "raw")
    report = load(*LIBRARY, tmp_path)
    (finding,) = verify(report).findings

    assert notes == ('Lembar "IKU" tidak diimpor: belum ada barisnya.',)
    assert {k: i.arah for k, i in report.indicators.items()} == {
        "1.pemustaka": "naik", "1.waktu": "turun", "2.arsip": "naik",
    }  # fmt: skip
    assert len(report.tables["anggaran"].rows) == 5
    # Two digits exchanged, or 90 million more that nothing was reckoned from again: one repair.
    assert (finding.verdict, len(finding.remedies)) == ("ambigu", 1)
    assert [part.text for part in finding.remedies[0].cells] == ["120.000.000"]
    assert check(*LIBRARY, tmp_path) == State((), (), ())


def test_a_finding_on_imported_data_names_its_sheet_and_cell(tmp_path: Path) -> None:
    newcomers_workbook().save(tmp_path / "isi.xlsx")
    imported(tmp_path / "isi.xlsx", tmp_path / "raw")
    (finding,) = verify(load(*LIBRARY, tmp_path)).findings
    places = read_origins(tmp_path / "raw" / LIBRARY[0] / "2024")

    (part,) = finding.remedies[0].cells
    assert places[str(part.cell.address)] == "Anggaran!E9"


# Mistakes in the settings.


def _wrong_direction(book: Workbook) -> None:
    list_rows(book, "5. Indikator", [{"Arah": "naiik"}])


def _no_direction(book: Workbook) -> None:
    list_rows(book, "5. Indikator", [{"Arah": ""}])


def _unlisted_indicator(book: Workbook) -> None:
    fill(book["Capaian"], [["1.pemustka", None, "1", "Pemustaka", "orang"]])


def _wrong_date(book: Workbook) -> None:
    answer(book, {"Tanggal data": "31 Februari 2025"})


def _wrong_edge(book: Workbook) -> None:
    list_rows(book, "3. Skala kategori", [{"Lebih dari (>)": "seratus"}])


def _wrong_type(book: Workbook) -> None:
    list_rows(book, "6. Tabel", [{"Jenis tabel": "capaiaan"}])


def _wrong_sheet(book: Workbook) -> None:
    list_rows(book, "6. Tabel", [{"Nama lembar": "Capaian 1"}])


def _wrong_rule(book: Workbook) -> None:
    list_rows(book, "8. Hubungan lain", [
        {"Nama": "x", "Jenis": "sama", "Sel hasil": "anggaran[jumlah].pagu",
         "Sel terkait": "sumber=anggarn[jumlah].pagu"},
    ])  # fmt: skip


def _wrong_claim(book: Workbook) -> None:
    book["Klaim"]["J6"] = "sumber=anggaran[total].realisasi"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_wrong_direction, 'found Arah: "naiik"; allowed: naik, turun. Did you mean "naik"?'),
        (_no_direction, "isi.xlsx:Pengaturan!B53: found no arah in indikator.1.pemustaka"),
        (_unlisted_indicator, 'found the indicator "Pemustaka" (1.pemustka)'),
        (_wrong_date, 'found the date "31 Februari 2025"'),
        (_wrong_edge, 'found "seratus" (not a number)'),
        (_wrong_type, 'found the table type "capaiaan"'),
        (_wrong_sheet, 'found the sheet "Capaian 1"'),
        (_wrong_rule, 'rule x: the table "anggarn"'),
        (_wrong_claim, 'Klaim!I6: found rule realisasi_anggaran: the row "total" of anggaran'),
    ],
)
def test_a_mistake_in_the_template_is_told_by_its_cell(
    tmp_path: Path, spoil: object, told: str
) -> None:
    book = newcomers_workbook()
    spoil(book)  # type: ignore[operator]
    message = refused(book, tmp_path)

    assert told in message
    assert message.startswith(("isi.xlsx:Pengaturan!", "isi.xlsx:Klaim!", "isi.xlsx:Capaian!"))


def test_the_usual_relations_can_be_switched_off(tmp_path: Path) -> None:
    book = newcomers_workbook()
    answer(book, {"Anggaran program perjanjian = pagu di realisasi anggaran": "tidak"})
    fill(book["Program"], [[None, "Program Pembinaan Perpustakaan", "Rp 260.000.000,00"]])
    book.save(tmp_path / "isi.xlsx")
    imported(tmp_path / "isi.xlsx", tmp_path / "raw")

    assert len(verify(load(*LIBRARY, tmp_path)).findings) == 1  # the swapped digits alone


# The real report through the template.


@pytest.fixture(scope="module")
def typed_by_hand(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    """The findings of Blora 2021, without what only laporan.yaml can declare."""
    base = tmp_path_factory.mktemp("tangan")
    folder = base / "raw" / BLORA.parent.name / BLORA.name
    shutil.copytree(BLORA, folder)
    text = (folder / "laporan.yaml").read_text("utf-8").replace("cakupan: penuh", "")
    goals = text[text.index("tujuan:") : text.index("sasaran:\n  1")]
    lines = text.replace(goals, "").splitlines(keepends=True)
    kept = [line for line in lines if "jenis: daftar" not in line]
    (folder / "laporan.yaml").write_text("".join(kept), "utf-8")
    return verify(load(BLORA.parent.name, 2021, base)).findings


@pytest.mark.parametrize("by_libreoffice", [False, True])
def test_the_real_report_gives_the_same_findings_through_the_template(
    typed_by_hand: tuple[Finding, ...], tmp_path: Path, by_libreoffice: bool
) -> None:
    path = tmp_path / "isi.xlsx"
    from_folder(BLORA).save(path)
    path = saved_as(path, "xlsx", tmp_path / "lo") if by_libreoffice else path
    imported(path, tmp_path / "raw")
    found = verify(load(BLORA.parent.name, 2021, tmp_path)).findings

    assert {f.id: f.message for f in found} == {f.id: f.message for f in typed_by_hand}
    assert len(found) == 56  # of 67: without 8 names of places, 1 goal, 2 parts that must be there
    written = tmp_path / "raw" / BLORA.parent.name / "2021"
    for table in ("capaian_1", "anggaran", "ringkasan", "koperasi", "klaim"):
        name = f"{table}.csv"
        assert (written / name).read_text("utf-8") == (BLORA / name).read_text("utf-8")


def test_the_usual_relations_alone_prove_the_wrong_mean_and_budget(tmp_path: Path) -> None:
    from_folder(BLORA, rules=False).save(tmp_path / "isi.xlsx")
    imported(tmp_path / "isi.xlsx", tmp_path / "raw")
    found = verify(load(BLORA.parent.name, 2021, tmp_path)).findings
    proven = {str(f.cell.address) for f in found if f.cell and f.verdict == "terbukti"}

    assert {"anggaran[2.perizinan].realisasi", "ringkasan[1.koperasi_sehat].rerata_sasaran"} <= (
        proven
    )
    assert proven <= {
        "anggaran[2.perizinan].realisasi", "ringkasan[1.koperasi_sehat].rerata_sasaran",
        "program[1.penilaian].pagu", "ekspor[furnitur].nilai_rupiah",
    }  # fmt: skip


def test_a_sasaran_may_be_repeated_in_each_of_its_rows(tmp_path: Path) -> None:
    book = from_folder(BLORA, rules=False)
    sheet = book["ringkasan"]
    assert sheet["C3"].value == "Sasaran strategis" and sheet["C5"].value is None
    sheet["C5"], sheet["C7"] = sheet["C4"].value, sheet["C6"].value
    book.save(tmp_path / "isi.xlsx")
    imported(tmp_path / "isi.xlsx", tmp_path / "raw")
    tested = verify(load(BLORA.parent.name, 2021, tmp_path)).rules
    means = {
        str(rule.result): len(rule.cells) for rule in tested if "rerata_ring" in rule.head.name
    }

    # Each mean is tested against the two indicators of its sasaran.
    assert means == {
        "ringkasan[1.koperasi_sehat].rerata_sasaran": 3,
        "ringkasan[2.ekspor].rerata_sasaran": 3,
    }


# Starting a folder, and what it lacks.


def test_a_new_folder_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    start("dinas-contoh", 2025, None, tmp_path)
    state = check("dinas-contoh", 2025, tmp_path)

    assert state.unreadable == ()
    assert state.missing[0] == "capaian.csv: belum ada barisnya; isi menurut cetakan."
    assert state.missing[-1] == "laporan.yaml: belum ada indikator."


def test_an_office_that_prints_its_budget_alone_lacks_no_indicator(tmp_path: Path) -> None:
    rows = "kode,program,pagu,realisasi,serapan\n1,Pelayanan warga,400,300,75\n"
    rows += "2,Ketertiban,100,100,100\njumlah,Jumlah,500,400,80\n"
    told = "tabel:\n  anggaran: {label: Tabel 1, transkripsi: ganda}\n"
    made_up(tmp_path, told, {"anggaran": rows})
    assert check("dinas-contoh", 2021, tmp_path).missing == ()


def test_a_folder_from_last_year_has_its_rows_and_last_years_figures(tmp_path: Path) -> None:
    shutil.copytree(BLORA, tmp_path / "raw" / BLORA.parent.name / "2021")
    folder = start(BLORA.parent.name, 2022, 2021, tmp_path)
    reached = (folder / "capaian_1.csv").read_text("utf-8").splitlines()

    assert reached[1].endswith('Persentase koperasi sehat (%),,,,"135,31",')
    text = (folder / "laporan.yaml").read_text("utf-8")
    assert "tahun: 2022\n" in text and "transkripsi: ganda" not in text and "halaman" not in text
    state = check(BLORA.parent.name, 2022, tmp_path)
    assert state.unreadable == ()
    assert "anggaran.csv: kolom Pagu, Realisasi belum diisi sama sekali." in state.missing


def test_last_years_accepted_correction_is_last_years_figure(tmp_path: Path) -> None:
    old = tmp_path / "raw" / BLORA.parent.name / "2021"
    shutil.copytree(BLORA, old)
    with (old / "koreksi.csv").open("a", encoding="utf-8") as file:
        file.write('capaian_1[1.umkm].capaian,"194,05","194,06",dilihat,\n')
    folder = start(BLORA.parent.name, 2022, 2021, tmp_path)

    assert '"194,06"' in (folder / "capaian_1.csv").read_text("utf-8")


def test_two_years_on_last_years_figures_are_not_taken_for_the_previous(tmp_path: Path) -> None:
    shutil.copytree(BLORA, tmp_path / "raw" / BLORA.parent.name / "2021")
    folder = start(BLORA.parent.name, 2023, 2021, tmp_path)

    assert "135,31" not in (folder / "capaian_1.csv").read_text("utf-8")


def test_a_folder_that_is_there_is_not_started_again(tmp_path: Path) -> None:
    shutil.copytree(BLORA, tmp_path / "raw" / BLORA.parent.name / "2021")

    with pytest.raises(InputError, match="a folder with this name"):
        start(BLORA.parent.name, 2021, None, tmp_path)
    with pytest.raises(InputError, match="lower-case letters"):
        start("Dinas Contoh", 2025, None, tmp_path)


def test_a_complete_report_lacks_nothing() -> None:
    state = check(BLORA.parent.name, 2021)

    assert (state.missing, state.unreadable) == ((), ())


def test_what_cannot_be_read_is_told_apart_from_what_is_missing(tmp_path: Path) -> None:
    old = tmp_path / "raw" / BLORA.parent.name / "2021"
    shutil.copytree(BLORA, old)
    budget = (old / "anggaran.csv").read_text("utf-8")
    spoiled = budget.replace("26.200.000", "26.20.000").replace("435.481.640", "")
    (old / "anggaran.csv").write_text(spoiled, "utf-8")
    state = check(BLORA.parent.name, 2021, tmp_path)

    assert state.missing == (
        "anggaran.csv:3: Realisasi kosong pada Program Pendidikan dan Latihan Perkoperasian; "
        "tulis - atau n/a bila memang tidak ada.",
    )
    assert 'anggaran.csv:2:realisasi: found "26.20.000"' in str(state.unreadable[0])


# As a hurried colleague leaves it.


def test_sheets_and_columns_that_are_not_needed_may_be_deleted(tmp_path: Path) -> None:
    book = from_folder(BLORA, rules=False)
    del book["Klaim"]
    book.save(tmp_path / "isi.xlsx")
    notes = imported(tmp_path / "isi.xlsx", tmp_path / "raw")
    assert 'Lembar "Klaim" tidak diimpor: tidak ada di buku kerja.' in notes

    book = newcomers_workbook()
    book["Anggaran"].delete_cols(6)  # that of percent, which the example prints too
    book.save(tmp_path / "baru.xlsx")
    imported(tmp_path / "baru.xlsx", tmp_path / "raw")


def test_a_renamed_sheet_is_suggested_and_no_sheet_of_ours(tmp_path: Path) -> None:
    book = from_folder(BLORA, rules=False)
    book["Klaim"].title = "Kalimat naskah"
    told = refused(book, tmp_path)
    assert "Kalimat naskah" in told and "Panduan" not in told


def test_mistakes_of_settings_and_of_tables_are_told_together(tmp_path: Path) -> None:
    book = newcomers_workbook()
    _wrong_direction(book)
    _wrong_edge(book)
    book["Anggaran"]["E6"] = datetime(2024, 5, 1)
    message = refused(book, tmp_path)
    assert [place in message for place in ('"naiik"', '"seratus"', "Anggaran!E6")] == [True] * 3
