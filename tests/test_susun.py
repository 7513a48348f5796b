"""`lkjip susun`: what is filled in once leads to a report that agrees with itself."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel_styles import HEAD
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.output.next_year.computed_report import Susunan, compose
from lkjip_analysis.output.next_year.filled_form import Isian
from lkjip_analysis.output.next_year.form import SETTINGS, SHEETS
from lkjip_analysis.output.next_year.form_checks import filled
from lkjip_analysis.output.next_year.form_guide import example
from lkjip_analysis.output.next_year.made_of_form import Composed, compose_all, verified
from lkjip_analysis.output.next_year.sentences import sentences

Rows = Mapping[str, Sequence[Sequence[Any]]]


def form(
    folder: Path, rows: Rows | None = None, told: Mapping[str, Any] | None = None,
    cells: Mapping[str, Any] | None = None,
) -> Path:  # fmt: skip
    """The example form, with whole sheets, settings and single cells (`Indikator!H2`) replaced."""
    book = load_workbook(io.BytesIO(example()))
    for name, new in (rows or {}).items():
        book[name].delete_rows(2, 50)
        for values in new:
            book[name].append(list(values))
            for cell in book[name][book[name].max_row]:
                cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    for row in book["Pengaturan"].iter_rows(min_row=2):
        label = str(row[0].value).removesuffix(" *")
        if label in (told or {}):
            row[1].value = (told or {})[label]
    for place, value in (cells or {}).items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell].value = value
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "isian.xlsx"
    book.save(path)
    return path


def composed(folder: Path, **changes: Any) -> Composed:
    return compose_all(form(folder, **changes), None, ())


def susunan(folder: Path, **changes: Any) -> Susunan:
    return compose(filled(form(folder, **changes)))


INDICATORS = [
    # sasaran, kode, name, satuan, arah, rumus, desimal, target, realisasi, last, last, Renstra
    ("1", "a", "Jalan baik", "persen", "naik", None, "2", 80, 72.5, 70.1, 88.2, 85),
    ("1", "b", "Aduan", "aduan", "turun", "(2T-R)/T", "0", 120, 96, 131, 90.83, 80),
    ("2", "c", "Waktu layanan", "hari", "turun", "T/R", "2", 14, 12.5, 15.2, 92.11, 10),
    ("2", "d", "Kecelakaan", "kejadian", "turun", None, "0", 0, 0, 2, None, 0),
    ("2", "e", "Indeks", "indeks", "naik", None, "2", 84, None, 82.15, 99.1, 88),
]


def test_the_form_begins_with_a_guide_to_every_line_and_column() -> None:
    sheet = load_workbook(io.BytesIO(example())).worksheets[0]
    texts = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = texts.index(["Lembar", "Kolom atau baris", "Wajib", "Isi", "Petunjuk"])

    assert sheet.title == "Panduan" and "Isian laporan kinerja" in texts[0][0]
    assert ["Skala", "Kategori", "ya", "teks"] in [row[:4] for row in texts[head:]]
    direction = next(row for row in texts[head:] if row[:2] == ["Indikator", "Arah"])
    assert direction[3:] == ["naik / turun", "turun: makin kecil makin baik"]
    asked = len(SETTINGS) + sum(map(len, SHEETS.values()))
    assert len([row for row in texts[head + 1 :] if row[0]]) == asked


def test_every_figure_is_the_one_worked_out_by_hand(tmp_path: Path) -> None:
    made = susunan(tmp_path, rows={"Indikator": INDICATORS})
    found = {i.kode: (i.capaian.text, i.kategori, i.capaian_renstra.text)
             for goal in made.sasaran for i in goal.indikator}  # fmt: skip
    assert found == {
        "1.a": ("90,63", "Tinggi", "85,29"),  # 72,5/80 = 90,625 half-up; 72,5/85 = 85,294
        "1.b": ("120,00", "Sangat Tinggi", "80,00"),  # (240-96)/120; (160-96)/80
        "2.c": ("112,00", "Sangat Tinggi", "80,00"),  # 14/12,5; 10/12,5
        "2.d": ("100,00", "Sangat Tinggi", "100,00"),  # 0 of 0 by the declared policy
        "2.e": ("n/a", "", "n/a"),
    }
    # (90,625 + 120) / 2 = 105,3125; (112 + 100) / 2 = 106; mean of both 105,65625.
    assert [goal.rerata.text for goal in made.sasaran] == ["105,31", "106,00"]
    assert made.rerata.text == "105,66"
    # (88,20 + 90,83) / 2 = 89,515; sasaran 2 has other indicators last year, so none is given.
    assert [goal.rerata_lalu.text for goal in made.sasaran] == ["89,52", "n/a"]
    assert made.jumlah is not None
    assert made.jumlah.pagu.text == "1.735.000.000"  # 1.250 + 175 + 310 million
    assert made.jumlah.realisasi.text == "1.673.621.275"
    assert made.jumlah.serapan.text == "96,46"  # 0,964623...


def test_what_susun_writes_gives_no_finding(tmp_path: Path) -> None:
    made = composed(tmp_path, rows={"Indikator": INDICATORS})
    assert made.verification.findings == ()
    assert not made.missing


BOUNDED = [
    # ... Renstra, highest, lowest, precision of realisasi and target
    ("1", "a", "Jalan baik", "persen", "naik", None, "2", 50, 72.5, None, None, None,
     110, None, None, None),
    ("1", "b", "Aduan", "aduan", "turun", None, "0", 40, 96, None, None, None,
     None, 0, None, None),
    ("2", "c", "Indeks", "indeks", "naik", None, "0", 84, 79, None, None, None,
     None, None, "bulat", "bulat"),
    ("2", "d", "Aduan lain", "aduan", "turun", None, "0", 40, 76, None, None, None,
     None, None, None, None),
]  # fmt: skip


def test_bounds_and_precision_of_one_indicator_are_reckoned_with_and_declared(
    tmp_path: Path,
) -> None:
    """72,5/50 is 145, cut at 110; (80-96)/40 is -40, raised to 0; 79/84 is 94,05; and
    (80-76)/40 is 10, which the report's own lowest raises to 20."""
    told = {"Capaian paling rendah (%)": 20}
    made = susunan(tmp_path, rows={"Indikator": BOUNDED}, told=told)
    found = {i.kode: i.capaian.text for goal in made.sasaran for i in goal.indikator}
    assert found == {"1.a": "110,00", "1.b": "0,00", "2.c": "94,05", "2.d": "20,00"}
    report = composed(tmp_path, rows={"Indikator": BOUNDED}, told=told)
    assert report.verification.findings == ()
    kept = report.verification.report.indicators
    assert (kept["1.a"].maksimum, kept["1.b"].minimum) == (110, 0)
    assert (kept["2.c"].presisi, kept["2.c"].presisi_target) == ("bulat", "bulat")
    assert (kept["2.d"].maksimum, kept["2.d"].minimum, kept["2.d"].presisi_target) == (None,) * 3


def test_a_form_made_before_bounds_were_asked_is_read(tmp_path: Path) -> None:
    path = form(tmp_path)
    book = load_workbook(path)
    book["Indikator"].delete_cols(13, 4)
    book.save(path)
    assert compose(filled(path)).sasaran == susunan(tmp_path / "baru").sasaran


FIVE = [("Sangat Berhasil", 100, "ya"), ("Berhasil", 85, "ya"), ("Cukup Berhasil", 70, "ya"),
        ("Kurang Berhasil", 55, "ya"), ("Tidak Berhasil", None, None)]  # fmt: skip
LIKE_BLORA = [("Sangat Baik", 100, "tidak"), ("Baik", 75, "ya"), ("Kurang", None, None)]


@pytest.mark.parametrize(
    ("scale", "target", "realisasi", "kategori"),
    [
        (FIVE, 100, 100, "Sangat Berhasil"),
        (FIVE, 100, 99.99, "Berhasil"),
        (FIVE, 1000, 999.96, "Sangat Berhasil"),  # 99,996 prints 100,00
        (FIVE, 100, 85, "Berhasil"),
        (FIVE, 100, 84.99, "Cukup Berhasil"),
        (FIVE, 100, 0, "Tidak Berhasil"),
        (LIKE_BLORA, 100, 100, "Baik"),
        (LIKE_BLORA, 100, 100.01, "Sangat Baik"),
        (LIKE_BLORA, 100, 75, "Baik"),
        (LIKE_BLORA, 100, 74.99, "Kurang"),
    ],
)
def test_a_value_at_the_edge_of_a_band_has_the_class_that_its_print_says(
    scale: Any, target: float, realisasi: float, kategori: str, tmp_path: Path
) -> None:
    rows = {
        "Skala": scale,
        "Sasaran": [("1", "Sasaran")],
        "Indikator": [("1", "a", "Satu", "%", "naik", None, "2", target, realisasi, None, None,
                       None)],
        "Anggaran": [],
    }  # fmt: skip
    made = composed(tmp_path, rows=rows)
    assert made.verification.findings == ()
    table = (made.paths[0] / "capaian_1.csv").read_text("utf-8")
    assert next(csv.DictReader(table.splitlines()))["kategori"] == kategori


CENTS = st.integers(0, 20_000_000).map(lambda n: n / 100)
AMOUNTS = st.integers(0, 9_000_000_000)


@st.composite
def indicators(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    made: list[tuple[Any, ...]] = []
    for number in range(draw(st.integers(2, 7))):
        arah = draw(st.sampled_from(["naik", "turun"]))
        rumus = draw(
            st.sampled_from([None, "R/T"] + (["(2T-R)/T", "T/R"] if arah == "turun" else []))
        )
        places = draw(st.sampled_from([0, 1, 2, 4]))
        unknown = st.none() if draw(st.integers(0, 5)) == 0 else st.integers(0, 500 * 10**places)
        reached = draw(unknown)
        target = draw(st.sampled_from([0, 1, 3, 7, 32, 66.67, 90, 260, 6825, 0.5]))
        made.append(
            (str(number % 2 + 1), f"i{number}", f"Indikator {number}", "unit", arah, rumus,
             str(places), target, None if reached is None else reached / 10**places,
             draw(st.none() | st.integers(0, 900)), draw(st.none() | CENTS),
             draw(st.none() | st.sampled_from([0, 50, 33.3])))
        )  # fmt: skip
    return made


@st.composite
def programmes(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    made = []
    for number in range(draw(st.integers(0, 5))):
        pagu = draw(AMOUNTS)
        spent = draw(st.integers(0, pagu))
        sasaran = draw(st.sampled_from(["1", "2", None]))
        made.append((sasaran, f"p{number}", f"Program {number}", pagu, spent))
    return made


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(indicators(), programmes(), st.sampled_from([None, 100, 150]), st.sampled_from([None, 100]))
def test_whatever_is_filled_in_the_report_agrees_with_itself(
    tmp_path: Path, rows: Any, budget: Any, most: int | None, zero: int | None
) -> None:
    told = {"Capaian paling tinggi (%)": most, "Capaian bila target 0 tercapai (%)": zero}
    sheets = {"Skala": FIVE, "Indikator": rows, "Anggaran": budget}
    made = susunan(tmp_path, rows=sheets, told=told)
    verification = verified(made, sentences(made), {})
    assert [finding.message for finding in verification.findings] == []


def test_a_target_of_one_is_no_suspicion(tmp_path: Path) -> None:
    # The capaian of a target of 1 has the digits of its realisasi: 459,0376 gives 45.903,76.
    row = ("1", "a", "Satu", "unit", "naik", None, "4", 1, 459.0376, None, None, None)
    rows = {"Indikator": [row, *INDICATORS[2:]]}
    assert composed(tmp_path, rows=rows).verification.findings == ()


def test_a_budget_of_nothing_still_has_its_chapter(tmp_path: Path) -> None:
    made = composed(tmp_path, rows={"Anggaran": [("1", "p", "Program", 0, 0)]})
    assert made.verification.findings == ()


def test_every_figure_of_a_sentence_has_its_claim(tmp_path: Path) -> None:
    made = susunan(tmp_path, rows={"Indikator": INDICATORS})
    for sentence in sentences(made):
        claimed = {re.sub(r"[^\d.,]", "", claim.nilai) for claim in sentence.claims}
        stripped = re.sub(r"\b(?:sasaran|tahun|Tahun) \d+", "", sentence.text)
        figures = {f.rstrip(".,") for f in re.findall(r"\d[\d.,]*", stripped)}
        assert figures <= claimed, sentence.text


def test_the_tables_of_the_data_are_called_as_in_word(tmp_path: Path) -> None:
    made = composed(tmp_path)
    labels = {name: t.label for name, t in made.verification.report.tables.items()}
    assert labels == {"skala": "Tabel 3.1", "capaian_1": "Tabel 3.2", "capaian_2": "Tabel 3.3",
                      "ringkasan": "Tabel 3.6", "anggaran": "Tabel 3.7",
                      "klaim": "Naskah"}  # fmt: skip


def test_excel_holds_numbers_and_says_how_they_were_rounded(tmp_path: Path) -> None:
    changes = [*INDICATORS[1:], ("1", "f", "=1+1", "%", "naik", None, "2", 3, 2.98765, None, None,
                                 None)]  # fmt: skip
    made = composed(tmp_path, rows={"Indikator": changes})
    book = load_workbook(made.paths[1])
    sheet = book["Capaian"]
    head = [cell.value for cell in sheet[HEAD]]
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=HEAD + 1)}
    reached = rows["=1+1"][head.index("Capaian (%)")]
    assert rows["=1+1"][1].data_type == "s"
    assert reached.value == 99.67 and reached.number_format == "[$-421]#,##0.00"  # 2,99 of 3
    assert rows["Indeks"][head.index("Capaian (%)")].value == "n/a"
    rules = {row[0].value: row[1].value for row in book["Rumus dan pembulatan"].iter_rows()}
    assert "setengah ke atas" in rules["Pembulatan"]
    assert rules["Dibulatkan dari isian: =1+1, realisasi"] == "2,98765 dicetak 2,99"


def test_what_was_filled_in_is_told_in_the_marks_of_the_report(tmp_path: Path) -> None:
    figures = {"kecil": 0.00001, "besar": 1234567.125}
    rows = [("1", kode, kode, "unit", "naik", None, "2", 3, figure, None, None, None)
            for kode, figure in figures.items()]  # fmt: skip
    made = composed(tmp_path, rows={"Indikator": [*INDICATORS[1:], *rows]})
    sheet = load_workbook(made.paths[1])["Rumus dan pembulatan"]
    told = {str(row[0].value): row[1].value for row in sheet.iter_rows()}
    assert told["Dibulatkan dari isian: kecil, realisasi"] == "0,00001 dicetak 0,00"
    big = told["Dibulatkan dari isian: besar, realisasi"]
    assert big == "1.234.567,125 dicetak 1.234.567,13"


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("Indikator!H2", "82,5", 'Indikator!H2: found the text "82,5"; allowed: a number'),
        ("Indikator!I2", "=1/3", 'Indikator!I2: found "=1/3" without a value'),
        ("Indikator!H3", date(2025, 3, 1), "Indikator!H3: found the date 2025-03-01"),
        ("Indikator!H3", True, "Indikator!H3: found the truth value True"),
        ("Indikator!H3", None, "Indikator!H3: found nothing"),
        ("Indikator!E3", "naek", 'Did you mean "naik"?'),
        ("Indikator!F2", "T/R", "T/R with arah naik"),
        ("Indikator!A2", "3", 'found the sasaran "3"; allowed: 1, 2'),
        ("Indikator!B3", "jalan", 'Indikator!B3: found "jalan" as in Indikator!B2'),
        ("Indikator!I3", 42.5, "42,5 with 0 decimals"),
        ("Indikator!H2", 33.33333, "Indikator!H2: found 33,33333"),
        ("Indikator!L1", "Target Renstra", 'the column "target renstra"'),
        ("Anggaran!E2", 1_250_000_001, "realisasi 1.250.000.001 above pagu 1.250.000.000"),
        ("Anggaran!D2", -5, "Anggaran!D2: found -5; allowed: an amount in rupiah"),
        ("Anggaran!B4", "jumlah", "Leave the total row out"),
        ("Skala!B6", 10, "Leave the lowest category without"),
        ("Skala!B3", 95, "allowed: less than 91"),
        ("Pengaturan!B2", "Dinas Contoh", "Pengaturan!B2"),
        ("Pengaturan!B5", 25, "tahun: 25"),
        ("Pengaturan!B6", "kemarin", 'found "kemarin"; allowed: a date such as 31-01-2026'),
        ("Pengaturan!B6", "31-02-2026", 'found "31-02-2026"; allowed: a date such as 31-01-2026'),
        ("Pengaturan!B5", "2025", 'found the text "2025"; allowed: a year such as 2025'),
        ("Anggaran!C4", "JUMLAH", "Leave the total row out"),
    ],
)
def test_what_cannot_be_right_is_refused_by_sheet_and_cell(
    place: str, value: Any, told: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as caught:
        compose_all(form(tmp_path, cells={place: value}), None, ())
    assert told in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["isian.xlsx"]


def test_a_sasaran_without_an_indicator_is_refused(tmp_path: Path) -> None:
    path = form(tmp_path, cells={"Sasaran!A4": "3", "Sasaran!B4": "Sasaran ketiga"})
    with pytest.raises(InputError, match="Sasaran!A4: found sasaran 3 without an indicator"):
        filled(path)


def test_a_day_typed_as_indonesians_write_it_is_one(tmp_path: Path) -> None:
    for number, written in enumerate(("31-01-2026", "31/1/2026", "31 Januari 2026", "2026-01-31")):
        folder = tmp_path / str(number)
        folder.mkdir()
        isian = filled(form(folder, cells={"Pengaturan!B6": written}))
        assert isian.settings["tanggal_data"] == date(2026, 1, 31)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    wrong = {"Indikator!H2": "banyak", "Indikator!E3": "samping", "Anggaran!D2": "Rp 5"}
    with pytest.raises(InputError) as caught:
        filled(form(tmp_path, cells=wrong))
    assert len(caught.value.problems) == 3


def test_a_percent_format_is_refused_because_it_means_another_number(tmp_path: Path) -> None:
    path = form(tmp_path)
    book = load_workbook(path)
    book["Indikator"]["I2"].value, book["Indikator"]["I2"].number_format = 0.8014, "0.00%"
    book.save(path)
    with pytest.raises(InputError, match=r"Indikator!I2: found 0,8014 in a cell of format 0.00%"):
        filled(path)


def test_merged_cells_and_a_file_that_is_no_workbook_are_refused(tmp_path: Path) -> None:
    path = form(tmp_path)
    book = load_workbook(path)
    book["Indikator"].merge_cells("A2:A3")
    book.save(path)
    with pytest.raises(InputError, match="Indikator!A2:A3: found merged cells"):
        filled(path)
    (tmp_path / "x.xlsx").write_bytes(b"bukan")
    with pytest.raises(InputError, match=r"found no \.xlsx workbook"):
        filled(tmp_path / "x.xlsx")


def test_a_folder_that_a_person_transcribed_is_not_replaced(tmp_path: Path) -> None:
    path = form(tmp_path)
    raw = tmp_path / "susun-dinas-contoh-2025" / "raw" / "dinas-contoh" / "2025"
    raw.mkdir(parents=True)
    (raw / "laporan.yaml").write_text("instansi: dinas-contoh\n", encoding="utf-8")
    with pytest.raises(InputError, match="not composed by lkjip susun"):
        compose_all(path, None, ())
    assert (raw / "laporan.yaml").read_text("utf-8") == "instansi: dinas-contoh\n"


def test_composing_again_gives_the_same_files(tmp_path: Path) -> None:
    first = composed(tmp_path)
    before = {p.name: p.read_bytes() for p in first.paths[0].iterdir()}
    again = compose_all(tmp_path / "isian.xlsx", None, ())
    assert {p.name: p.read_bytes() for p in again.paths[0].iterdir()} == before


def test_the_example_is_read_as_it_is(tmp_path: Path) -> None:
    isian: Isian = filled(form(tmp_path))
    assert {name: len(rows) for name, rows in isian.sheets.items()} == {
        "Skala": 5, "Sasaran": 2, "Indikator": 5, "Anggaran": 3,
    }  # fmt: skip
    assert isian.sheets["Indikator"][0]["realisasi"] == Fraction(8014, 100)
    assert set(isian.sheets) == set(SHEETS)


def test_a_heading_twice_and_hidden_rows_are_refused(tmp_path: Path) -> None:
    path = form(tmp_path)
    book = load_workbook(path)
    book["Indikator"]["M1"] = "Realisasi"
    book["Indikator"]["M2"] = 99
    book.save(path)
    with pytest.raises(InputError, match='Indikator!M1: found the heading "Realisasi" a second'):
        filled(path)
    book["Indikator"]["M1"], book["Indikator"]["M2"] = None, None
    book["Anggaran"].row_dimensions[3].hidden = True
    book["Sasaran"].column_dimensions["B"].hidden = True
    book.save(path)
    with pytest.raises(InputError) as error:
        filled(path)
    assert "Anggaran!A3: found a hidden row" in str(error.value)
    assert "Sasaran!B1: found a hidden column" in str(error.value)


def test_grades_are_filled_in_where_nothing_is_counted(tmp_path: Path) -> None:
    graded = [
        ("1", "opini", "Opini BPK", "opini", "naik", None, "0", "WTP", "Opini WTP", "WDP", None,
         "WTP"),
        ("1", "sakip", "Nilai SAKIP", "predikat", "naik", None, "0", "BB", "B", "B", None, "A"),
        ("2", "spip", "Kematangan SPIP", "level", "naik", None, "0", "Level 3", "Belum rilis",
         None, None, None),
        ("2", "indeks", "Indeks", "indeks", "naik", None, "2", 84, "Baik", 82.15, 99.1, 88),
    ]  # fmt: skip
    done = composed(tmp_path, rows={"Indikator": graded})
    assert done.verification.is_clean
    assert [finding.kind for finding in done.verification.findings] == []
    lines = (done.paths[0] / "capaian_1.csv").read_text(encoding="utf-8").splitlines()
    assert ',WTP,Opini WTP,"100,00",' in lines[1] and ",BB,B,n/a," in lines[2]
    lines = (done.paths[0] / "capaian_2.csv").read_text(encoding="utf-8").splitlines()
    assert ",Level 3,n/a,n/a," in lines[1] and ",84,Baik,n/a," in lines[2]


@pytest.mark.parametrize(
    ("of", "mean", "called"),
    [
        # 80,14 of 82,5 is 97,1394; with 105 that is 101,0697 on average, and 120, 100 and
        # 84 of 84 are 106,6667: (101,0697 + 106,6667) / 2 = 103,87.
        (None, "103,87", "seluruh sasaran"),
        ("sasaran", "103,87", "seluruh sasaran"),
        # All five together: 522,1394 / 5 = 104,43.
        ("indikator", "104,43", "seluruh indikator"),
    ],
)
def test_the_mean_of_the_year_is_reckoned_of_what_the_form_says(
    of: str | None, mean: str, called: str, tmp_path: Path
) -> None:
    told = {"Rata-rata seluruhnya dari": of}
    changes: dict[str, Any] = {"told": told, "cells": {"Indikator!I6": 84}}
    assert susunan(tmp_path, **changes).rerata.text == mean
    # What is written says so too: nothing in it is found wrong, and its sentence is a claim.
    made = composed(tmp_path, **changes)
    assert not made.verification.findings
    said = [one.text for one in sentences(susunan(tmp_path, **changes))]
    assert any(one.startswith(f"Rata-rata capaian {called} adalah {mean}% ") for one in said)
    claims = made.verification.report.tables["klaim"]
    assert claims.cell("rerata", "nilai").text == f"{mean}%"
