"""What a report prints again: in another table, or row after row in its sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from proposals import read_proposal
from test_relations import grid
from test_right_figures_kept import KEPT, NAMES, TARGETS
from word_reports import add_table

from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedClaim
from lkjip_analysis.intake.relations import FoundRelation, Grid, repeated_figures
from lkjip_analysis.intake.relations.basis.measures import measure_of

AGENCY, YEAR = "dinas-jalan-umbul", 2023


def named(name: str, title: str, heads: Mapping[str, str], rows: Mapping[str, Sequence[str]],
          names: Mapping[str, str] | None = None) -> Grid:  # fmt: skip
    made = grid(heads, rows)
    told = names or {key: f"Indikator {key}" for key in rows}
    return Grid(name, f"Tabel {name}", made.columns, made.places, made.rows, made.sums, made.order,
                told, title, "indikator" if names is None else "kegiatan")  # fmt: skip


KEYS = ("first", "became")
PROMISED = {"a": ("61,5",), "b": ("72",), "c": ("340",), "d": ("18",), "e": ("93,25",)}
REACHED = {"a": ("60,1",), "b": ("75",), "c": ("352",), "d": ("18",), "e": ("91,00",)}


def found(*tables: Grid) -> list[FoundRelation]:
    return list(repeated_figures(tables, YEAR))


def test_a_column_printed_again_is_believed_where_most_rows_agree() -> None:
    """Of five rows four agree: 340 and 304 do not, and the rule speaks of them too."""
    again = {**PROMISED, "c": ("304",)}
    one = named("1", "Perjanjian Kinerja 2023", {"target": "Target"}, PROMISED)
    other = named("2", "Pengukuran Kinerja", {"goal": "Target 2023"}, again)
    (relation,) = found(one, other)
    assert (relation.kind, relation.kept, relation.of) == ("sama", 4, 5)
    assert "1[c].target" in relation.entries["hasil"]
    assert "2[c].goal" in relation.entries["sumber"]


@pytest.mark.parametrize(
    ("again", "count"), [("61,34", 1), ("61,32", 1), ("64,00", 0), ("16,32", 1), ("58,32", 0)]
)
def test_a_target_that_differs_by_a_slip_is_told_where_three_agree(again: str, count: int) -> None:
    """Three of four agree; 64,00 or 58,32 for 61,32 is another target."""
    rows = {"a": ("91,36",), "b": ("0,41",), "c": ("63,70",), "d": ("61,32",)}
    one = named("1", "Rencana Kinerja 2023", {"target": "Target"}, rows)
    other = named("2", "Perjanjian Kinerja", {"goal": "Target 2023"}, {**rows, "d": (again,)})
    assert len(found(one, other)) == count


@pytest.mark.parametrize(("heads", "columns"), [
    (("Target Semula", "Target Menjadi"), {".became"}),
    # Which of two plain targets is the report's own cannot be told: the slip is still told of both.
    (("Target", "Target Kinerja"), {".first", ".became"}),
])  # fmt: skip
def test_a_target_as_it_was_set_at_first_is_not_what_it_became(
    heads: tuple[str, str], columns: set[str]
) -> None:
    """Of five targets one was set at 304 first, and became 340."""
    rows = {key: (*told, *told) for key, told in PROMISED.items()} | {"c": ("304", "340")}
    one = named("1", "Perjanjian Kinerja 2023", dict(zip(KEYS, heads, strict=True)), rows)
    other = named("2", "Pengukuran Kinerja", {"goal": "Target 2023"}, PROMISED)
    told = [relation.entries["hasil"] for relation in found(one, other)]
    assert {end for end in (".first", ".became") if any(end in cells for cells in told)} == columns


@pytest.mark.parametrize(("title", "goals", "told"), [
    ("Revisi Perjanjian Kinerja 2023", {"c": ("210",)}, False),  # 210 became 340
    ("Perjanjian Kinerja Perubahan Tahun 2023", {"c": ("210",)}, False),
    ("Perjanjian Kinerja 2023", {"c": ("210",)}, True),  # nothing tells of a revision
    ("Revisi Perjanjian Kinerja 2023", {"e": ("93,52",)}, True),  # 93,25 with digits exchanged
])  # fmt: skip
def test_a_target_before_a_revision_that_a_title_tells_is_no_slip(
    title: str, goals: Mapping[str, Sequence[str]], told: bool
) -> None:
    """What was measured agrees with the revised agreement; the plan before it differs in a row."""
    plan = named("1", "Rencana Kinerja 2023", {"target": "Target"}, {**PROMISED, **goals})
    became = named("2", title, {"target": "Target"}, PROMISED)
    measured = named("3", "Pengukuran Kinerja", {"goal": "Target", "did": "Realisasi"},
                     {key: (*row, *REACHED[key]) for key, row in PROMISED.items()})  # fmt: skip
    relations = found(plan, became, measured)
    assert any("2[c].target" in relation.entries["hasil"] for relation in relations)
    (row,) = goals
    assert any(f"1[{row}].target" in relation.entries["hasil"] for relation in relations) == told


@pytest.mark.parametrize(("became", "told"), [("210", False), ("12,5", True)])
def test_a_target_that_no_revised_table_prints_is_held_to_the_plan(became: str, told: bool) -> None:
    """The plan prints 340, what was measured 210: as it was revised, or by mistake."""
    plan = named("1", "Rencana Kinerja 2023", {"target": "Target"}, PROMISED)
    revised = named("2", "Revisi Penetapan Kinerja 2023", {"new": "Target"}, {"c": (became,)})
    rows = {key: (*row, *REACHED[key]) for key, row in {**PROMISED, "c": ("210",)}.items()}
    measured = named("3", "Pengukuran Kinerja", {"goal": "Target", "did": "Realisasi"}, rows)
    held = [relation.entries["hasil"] for relation in found(plan, revised, measured)]
    assert any("1[c].target" in cells for cells in held) == told
    assert any("1[a].target" in cells for cells in held)


@pytest.mark.parametrize("head", ["Target 2024", "Target akhir Renstra", "Realisasi", "Capaian"])
def test_what_the_heading_says_to_be_another_thing_is_not_the_same(head: str) -> None:
    one = named("1", "Perjanjian Kinerja 2023", {"target": "Target"}, PROMISED)
    other = named("2", "Pengukuran Kinerja", {"other": head}, PROMISED)
    assert not found(one, other)


@pytest.mark.parametrize(("head", "count"), [("Capkin 2022 (%)", 1), ("Capkin 2023 (%)", 0)])
def test_capkin_is_capaian_kinerja_of_its_year(head: str, count: int) -> None:
    """Of eight rows six agree, three quarters: enough where both headings say the same."""
    rows = {key: (f"{80 + 2 * i},5",) for i, key in enumerate("abcdefgh")}
    again = {**rows, "c": ("127,72",), "f": ("93,94",)}
    one = named("1", "Ringkasan tiga tahun", {"capkin": head}, rows)
    other = named("2", "Evaluasi", {"capaian": "Capaian Kinerja Tahun 2022 (%)"}, again)
    told = found(one, other)
    assert len(told) == count
    assert all((relation.kept, relation.of) == (6, 8) for relation in told)


def test_columns_that_agree_in_few_rows_are_two_things() -> None:
    one = named("1", "Perjanjian Kinerja 2023", {"target": "Target"}, PROMISED)
    other = named("2", "Pengukuran Kinerja", {"goal": "Target"}, REACHED)  # only d agrees
    assert not found(one, other)


def test_equal_figures_everywhere_support_no_accusation() -> None:
    """Where each row is 100, that four of five agree says nothing of the fifth."""
    full = dict.fromkeys("abcde", ("100",))
    one = named("1", "Capaian", {"capaian": "Capaian"}, full)
    other = named("2", "Efisiensi", {"capaian": "Capaian"}, {**full, "e": ("90",)})
    assert not found(one, other)


def test_tables_of_one_form_count_together() -> None:
    """Two tables of two rows each, as for two goals: the last row alone would be one of two."""
    heads = {"realisasi": "Realisasi"}
    first = named("1", "Sasaran I", heads, {"a": REACHED["a"], "b": REACHED["b"]})
    second = named("2", "Sasaran II", heads, {"c": REACHED["c"], "e": REACHED["e"]})
    whole = named("3", "Perbandingan", {"kini": "Realisasi 2023"}, {**REACHED, "e": ("19,00",)})
    relations = found(first, second, whole)
    assert {(r.name, r.kept, r.of) for r in relations} == {
        ("realisasi_1_3_kini", 3, 4), ("realisasi_2_3_kini", 3, 4)}  # fmt: skip


def test_rows_of_nearly_one_name_are_one_and_rows_of_two_near_names_are_not() -> None:
    names = {"a": "Pemeliharaan Jalan Kabupaten", "b": "Pembangunan Jembatan Desa Ngawen",
             "c": "Pengadaan Rambu Lalu Lintas Kota"}  # fmt: skip
    almost = {"x": "Pemeliharaan Jalan Kabupaten Blora", "y": "Pembangunan Jembatan Desa Ngawen",
              "z": "Pengadaan Rambu Lalu Lintas",
              "w": "Pengadaan Rambu Lalu Lintas Jalan"}  # fmt: skip
    pagu = {"a": ("412.500.000",), "b": ("98.750.000",), "c": ("310.200.000",)}
    again = {"x": ("412.500.000",), "y": ("98.750.000",), "z": ("10.000.000",), "w": ("1.000.000",)}
    one = named("1", "Anggaran", {"pagu": "Pagu"}, pagu, names)
    other = named("2", "Realisasi", {"dana": "Anggaran"}, again, almost)
    relations = found(one, other)
    assert {(r.entries["hasil"], r.entries["sumber"]) for r in relations} == {
        ("1[a].pagu", "2[x].dana"), ("1[b].pagu", "2[y].dana")}  # fmt: skip


def test_what_was_realised_of_a_budget_in_percent_is_its_absorption() -> None:
    """Four of five rows agree, printed under two words; what was reached of targets is no copy."""
    spent = {"a": ("95,89",), "b": ("28,85",), "c": ("74,54",), "d": ("93,05",), "e": ("56,74",)}
    again = {**spent, "c": ("71,60",)}
    one = named("1", "Kinerja dan Anggaran", {"pakai": "Keuangan Realisasi %"}, spent)
    other = named("2", "Efisiensi", {"serap": "Penyerapan Anggaran"}, again)
    (relation,) = found(one, other)
    assert (relation.kind, relation.kept, relation.of) == ("sama", 4, 5)
    reached = named("1", "Kinerja", {"capai": "Realisasi %"}, spent)
    assert not found(reached, other)


def test_a_title_says_what_years_in_headings_measure() -> None:
    told = measure_of("Tahun 2023", "Perbandingan Realisasi Kinerja 2022 dan 2023", False, 2023)
    assert (told.word, told.year) == ("realisasi", 2023)
    assert measure_of("Realisasi", "", False, 2023).says(told)
    assert measure_of("Tahun 2022", "Perbandingan Realisasi", False, 2023).denies(told)


# Sentences of one shape, and tables whose type knows few of their columns.

ROADS = (
    ("Pemeliharaan Jalan Kabupaten", "412.500.000", "401.230.500"),
    ("Pembangunan Jembatan Desa", "98.750.000", "96.400.000"),
    ("Pengadaan Rambu Lalu Lintas", "310.200.000", "288.115.750"),
    ("Penerangan Jalan Umum", "87.640.000", "87.600.000"),
    ("Pengawasan Muatan Kendaraan", "143.900.000", "120.050.000"),
)


def report(folder: Path, said: Mapping[str, str]) -> Proposal:
    """A table of activities, and a sentence about each; `said` changes what a sentence prints."""
    document = Document()
    document.add_paragraph("Tabel 1 Realisasi Belanja")
    heads = ["No", "Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]
    rows = [[str(i), *road] for i, road in enumerate(ROADS, 1)]
    add_table(document, [heads, ["1", "2", "3", "4"]], rows)
    for i, (name, budget, spent) in enumerate(ROADS, 1):
        document.add_paragraph(f"{i}. Kegiatan {name}.")
        document.add_paragraph(
            f"Anggaran kegiatan ini sebesar Rp {said.get(budget, budget)} dan realisasi anggaran "
            f"sebesar Rp {said.get(spent, spent)} untuk masyarakat."
        )
    document.save(str(folder / "laporan.docx"))
    return read_proposal(folder / "laporan.docx", AGENCY, YEAR)


def claim(proposal: Proposal, nilai: str) -> ProposedClaim:
    return next(claim for claim in proposal.claims if nilai in claim.nilai)


def test_a_sentence_that_does_not_repeat_its_row_as_the_others_do_is_held_against_it(
    tmp_path: Path,
) -> None:
    """Two digits differ, so that nothing but the shape of the sentences tells the cell."""
    told = claim(report(tmp_path, {"310.200.000": "340.700.000"}), "340.700.000")
    assert told.aturan == "sama"
    assert told.sel.endswith("[pengadaan_rambu_lalu_lintas].pagu")  # "Kegiatan": a budget
    assert told.differs and told.note.startswith("berbeda") and "4 dari 5" in told.sebab


def test_where_most_sentences_differ_they_speak_of_something_else(tmp_path: Path) -> None:
    changed = {"412.500.000": "1.111.100.000", "98.750.000": "2.222.200.000",
               "310.200.000": "3.333.300.000"}  # fmt: skip
    proposal = report(tmp_path, changed)
    assert all(not claim(proposal, text).aturan for text in changed.values())


def comparison(folder: Path) -> Proposal:
    document = Document()
    document.add_paragraph("Tabel 1 Perbandingan Kinerja")
    heads = [["No", "Sasaran", "Indikator Kinerja", "Realisasi 2023", "Target 2026"],
             ["1", "3", "4", "5", "6"]]  # fmt: skip
    rows = [["1", "Jalan baik", "Persentase jalan mantap", "71,40", "80"],
            ["2", "", "Panjang jalan dibangun", "12,60", "20"]]  # fmt: skip
    add_table(document, heads, rows)
    document.save(str(folder / "banding.docx"))
    return read_proposal(folder / "banding.docx", AGENCY, YEAR)


def test_a_type_that_would_lose_the_figures_gives_way_and_leaves_its_names(tmp_path: Path) -> None:
    """A list of indicators knows three of these columns and none of the figures."""
    (table,) = comparison(tmp_path).tables
    assert table.is_new and table.kind.nama_baris == "indikator"
    assert table.columns == ("kode", "no", "sasaran", "indikator", "realisasi_2023", "target_2026")


def test_a_line_of_column_numbers_with_one_left_out_is_no_row(tmp_path: Path) -> None:
    (table,) = comparison(tmp_path).tables
    assert [row[3] for row in table.rows] == ["Persentase jalan mantap", "Panjang jalan dibangun"]


def test_so_many_pairs_of_tables_of_one_form_are_held_against_each_other_and_no_more() -> None:
    """Of 101 tables there are 5.050 pairs; each that is tried tells one relation of its rows."""
    rows = {"a": ("61,5",), "b": ("72,25",), "c": ("340,75",)}
    tables = [named(str(n), "Capaian", {"target": "Target"}, rows) for n in range(101)]
    assert len(found(*tables)) == 5_000


def own_tables(title: str, *called: str) -> tuple[Grid, Grid]:
    """Two tables of four quarters, of which one quarter differs."""
    heads = {f"q{i}": f"Q{i}" for i in range(1, 5)}
    held = {"a": ("30,5", "41", "62,25", "75"), "b": ("91", "86,4", "104", "117,5")}
    other = {**held, "a": ("30,5", "41", "66,25", "75")}
    names = dict(zip(held, called, strict=True))
    return named("1", title, heads, held, names), named("2", title, heads, other, names)


def test_rows_that_tell_no_thing_are_no_copies_of_those_of_another_table() -> None:
    """Each indicator has its own table of "Target" and "Realisasi" under the same words."""
    assert not found(*own_tables("Capaian pada tahun 2023", "Target", "Realisasi"))
    assert not found(*own_tables("Capaian Triwulan", "Tahun 2022", "Tahun 2023"))


BUDGETED = {"1": "Persentase Realisasi Anggaran Belanja Bandara", "2": "Penumpang yang dilayani",
            "3": "Kargo yang dilayani", "4": "Penumpang yang mengeluh"}  # fmt: skip


@pytest.mark.parametrize(("again", "count"), [
    ("Tingkat penyerapan anggaran bandara", 1),
    ("Tingkat penyerapan tenaga bandara", 0),  # of a budget alone is absorbed what is spent
])  # fmt: skip
def test_what_is_absorbed_of_a_budget_is_what_is_realised(again: str, count: int) -> None:
    """Three of four agree, and 99,50 and 99,39 are held against each other under two names."""
    rows = {"1": ("99,39",), "2": ("10.625",), "3": ("36,75",), "4": ("118,06",)}
    one = named("1", "Pengukuran Kinerja", {"did": "Realisasi"}, rows, BUDGETED)
    other = named("2", "Efisiensi", {"reached": "Realisasi"}, {**rows, "1": ("99,50",)},
                  {**BUDGETED, "1": again})  # fmt: skip
    told = [cells for relation in found(one, other) for cells in relation.entries.values()]
    assert sum("1[1].did" in cells for cells in told) == count


def test_rows_of_one_table_that_are_alike_but_for_such_words_stay_apart() -> None:
    """A table of what was realised and of what was absorbed prints two things."""
    names = {**BUDGETED, "2": "Persentase Penyerapan Anggaran Belanja Bandara"}
    one = named("1", "Pengukuran", {"did": "Realisasi"}, {"1": ("80,1",), "2": ("90,2",)}, names)
    assert one.called["1"] != one.called["2"]


def test_such_rows_are_copies_where_both_titles_name_one_thing() -> None:
    assert found(*own_tables("Realisasi Panen Kopi Arabika 2023", "Target", "Realisasi"))


def test_rows_that_name_a_thing_are_copies_still() -> None:
    assert found(*own_tables("Capaian pada tahun 2023", "Desa Kopi", "Desa Teh"))


MIXED = {
    "baris": ("45", "0"),
    "baris_2": ("50", "12"),
    "baris_3": ("61", "30"),
    "baris_4": ("70", "8"),
}
OTHER = {**MIXED, "baris_4": ("70", "9")}
PLACES = {"a": "Luas", "b": "Isi"}


def test_rows_without_a_name_are_no_copies_because_they_stand_at_one_place() -> None:
    """Their keys are made up, whatever sort of rows they are and wherever their names are told."""
    for sort in ("kode", "program"):
        for names in ({key: key for key in MIXED}, dict.fromkeys(MIXED, "")):
            one = named("1", "Fraksi Sampah Kota", PLACES, MIXED, names)
            other = named("2", "Kalor Sampah Desa", PLACES, OTHER, names)
            assert not found(replace(one, sort=sort), replace(other, sort=sort))


def test_a_percentage_is_no_copy_of_a_fraction_unless_headings_say_so() -> None:
    rows = {"a": ("0",), "b": ("12,5",), "c": ("30,25",), "d": ("41,75",), "e": ("17",)}
    other = {**rows, "e": ("100",)}
    share = named("1", "Pengelolaan", {"x": "Sampah %"}, rows)
    fraction = named("2", "Pengolahan", {"y": "Fraksi"}, other)
    assert not found(share, fraction)
    assert found(named("1", "Pengelolaan", {"x": "Sampah"}, rows), fraction)


CARE = {"x": "Cakupan penanganan kekerasan perempuan", "y": "Luas penanganan kekerasan perempuan"}


@pytest.mark.parametrize("listed", [{"x": ("50",)}, {"x": ("50",), "y": ("30",)}])
def test_rows_that_a_third_table_prints_side_by_side_are_two_things(
    listed: Mapping[str, Sequence[str]],
) -> None:
    """One table promises 100 of the one, another 10 of the other, and a plan may list both."""
    first, second = ({**KEPT, key: (text,)} for key, text in (("x", "100"), ("y", "10")))
    tables = [
        replace(grid(heads, rows), name=name, names={**NAMES, **CARE})
        for name, rows, heads in (
            ("satu", first, TARGETS),
            ("dua", second, {"goal": "Target"}),
            ("tiga", listed, {"plan": "Target Renstra"}),
        )
    ]
    told = str([found.entries for found in repeated_figures(tables, 2022)])
    assert "satu[b]" in told
    assert ("satu[x]" in told and "dua[y]" in told) is (len(listed) == 1)


SPENT = {"a": ("410.000.000",), "b": ("325.500.000",), "c": ("1.250.750.000",),
         "d": ("98.100.000",)}  # fmt: skip
CALLED = {"a": "Kegiatan Gedung", "b": "Kegiatan Surat", "c": "Kegiatan Jalan",
          "d": "Kegiatan Mebel"}  # fmt: skip


def of_programmes(name: str, title: str, rows: Mapping[str, Sequence[str]],
                  names: Mapping[str, str]) -> Grid:  # fmt: skip
    told = named(name, title, {f"pagu_{name}": "Anggaran"}, rows, names)
    return replace(told, sort="program")


@pytest.mark.parametrize(("second", "is_held"), [
    ("Kegiatan Dukungan Manajemen", False),  # the first of them or the second
    ("Kegiatan Dukungan Manajemen (DK)", True),
])  # fmt: skip
def test_rows_that_only_a_number_behind_their_keys_tells_apart(second: str, is_held: bool) -> None:
    one = of_programmes("1", "Pagu", {**SPENT, "dukungan_manajemen": ("601.900.000",),
                                      "dukungan_manajemen_2": ("580.050.000",)},
                        {**CALLED, "dukungan_manajemen": "Kegiatan Dukungan Manajemen (TP)",
                         "dukungan_manajemen_2": "Kegiatan Dukungan Manajemen (DK)"})  # fmt: skip
    other = of_programmes("2", "Pagu dan Realisasi",
                          {**SPENT, "dukungan_manajemen_2": ("601.900.000",)},
                          {**CALLED, "dukungan_manajemen_2": second})  # fmt: skip
    (relation,) = found(one, other)
    assert ("dukungan_manajemen_2" in relation.entries["hasil"]) == is_held


@pytest.mark.parametrize(("called", "is_held"), [
    ("Kegiatan Pemasaran Hasil Kebun", False),
    ("Kegiatan Dukungan Pengolahan dan Pemasaran Hasil Kebun", True),
])  # fmt: skip
def test_a_table_of_which_no_row_agrees_is_held_by_rows_of_one_name(
    called: str, is_held: bool
) -> None:
    """Of two tables of one form the second prints what the third does, of the first nothing."""
    support = {"x": "Kegiatan Dukungan Pengolahan dan Pemasaran Hasil Kebun"}
    second = of_programmes("2", "Pagu APBN", SPENT, CALLED)
    (figure,) = of_programmes("2", "", {"y": ("2.875.958.000",)}, {"y": called}).rows.values()
    first = replace(second, name="1", title="Pagu APBD", rows={"y": figure}, order=("y",),
                    names={"y": called})  # fmt: skip
    third = of_programmes("3", "Realisasi", {**SPENT, "x": ("601.900.000",)}, CALLED | support)
    held = " ".join(relation.entries["hasil"] for relation in found(first, second, third))
    assert ("1[y]" in held) == is_held
    assert "2[a]" in held
