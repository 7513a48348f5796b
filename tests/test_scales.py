"""Scales that only the rows tell, dates of signing, and sums told by columns of shares."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from proposals import read_proposal
from test_relations import grid, one
from word_reports import add_table

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.dates.signing_date import signed
from lkjip_analysis.intake.proposal.proposal import Proposal
from lkjip_analysis.intake.relations import discover
from lkjip_analysis.intake.relations.columns.categories import Band, Edge, scale_of
from lkjip_analysis.numbers.exact import Fraction

RATED = [
    *((value, "Sehat") for value in ("80", "81,5", "85", "90,25", "82")),
    *((value, "Cukup") for value in ("66", "70", "72,5", "75", "79", "79,5")),
    *((value, "Awas") for value in ("51", "55", "60", "65")),
]


def rated(more: list[tuple[str, str]]) -> list[tuple[Fraction, str]]:
    return [(Fraction(v.replace(",", ".")), name) for v, name in (*RATED, *more)]


def test_a_scale_is_told_by_rows_that_nearly_all_keep_it() -> None:
    """65 is the highest Awas and 66 the lowest Cukup, 79,5 the highest Cukup and 80 a Sehat."""
    low, high = Edge(Fraction(66)), Edge(Fraction(80))
    told = (Band("Awas", None, low), Band("Cukup", low, high), Band("Sehat", high, None))
    assert scale_of(rated([])) == told
    assert scale_of(rated([("85,5", "Cukup")])) == told


@pytest.mark.parametrize(
    ("highest", "lowest", "edge"),
    [
        ("100", "100,66", Edge(Fraction(100), is_above=True)),  # "lebih dari 100"
        ("99,4", "100,66", Edge(Fraction(100))),
        ("90", "95,2", Edge(Fraction(95))),  # a wide gap says nothing of its lower end
    ],
)
def test_classes_that_part_at_a_round_figure_part_above_it(
    highest: str, lowest: str, edge: Edge
) -> None:
    rows = [("70", "Baik"), ("72", "Baik"), ("75", "Baik"), ("81", "Baik"), ("84", "Baik"),
            (highest, "Baik"), (lowest, "Istimewa"), ("103", "Istimewa"), ("104", "Istimewa"),
            ("108", "Istimewa"), ("110", "Istimewa"), ("120", "Istimewa")]  # fmt: skip
    found = scale_of([(Fraction(v.replace(",", ".")), name) for v, name in rows])
    assert found == (Band("Baik", None, edge), Band("Istimewa", edge, None))


def test_classes_that_no_edges_part_or_few_rows_have_tell_no_scale() -> None:
    mixed = [("85", "Cukup"), ("52", "Sehat"), ("83", "Awas"), ("70", "Sehat")]
    assert scale_of(rated(mixed)) == ()
    assert scale_of(rated([])[:11]) == ()
    assert scale_of(rated([("10", "Buruk"), ("12", "Buruk")])) == ()  # two rows tell no class


def test_a_row_in_another_class_than_its_value_is_held_against_the_scale(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Tabel 1 Penilaian Puskesmas")
    rows = [[str(i), f"Puskesmas {chr(65 + i)}", value, name]
            for i, (value, name) in enumerate([*RATED, ("85,5", "Cukup")], 1)]  # fmt: skip
    add_table(document, [["No", "Puskesmas", "Hasil", "Golongan"]], rows)
    document.save(str(tmp_path / "nilai.docx"))
    proposal: Proposal = read_proposal(tmp_path / "nilai.docx", "dinas-kesehatan-umbul", 2023)
    (table,) = proposal.tables
    assert table.kind.columns["golongan"].tipe == "kategori"
    assert [(b.nama, b.dari, b.kurang_dari) for b in proposal.bands] == [
        ("Awas", "", "66"), ("Cukup", "66", "80"), ("Sehat", "80", "")]  # fmt: skip
    assert any(r.jenis == "kategori" and "nilai=.hasil" in r.sel for r in proposal.rules)


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, "", i) for i, text in enumerate(texts)]


def test_the_foreword_tells_the_year_and_the_dates_stand_below_it_and_the_end() -> None:
    told = {c.kode: (c.nilai, c.aturan) for c in signed(lines(
        "KATA PENGANTAR", "Laporan Kinerja Dinas Jalan Tahun 2022 ini disusun.",
        "Umbul, 31 Januari 2023", "DAFTAR ISI", "PERJANJIAN KINERJA TAHUN 2023",
        "Umbul, 5 Januari 2023", "BAB IV PENUTUP", "Demikian.", "Umbul, 7 Februari 2024",
    ))}  # fmt: skip
    assert told == {
        "tahun_pengantar": ("Tahun 2022", "tahun_laporan"),
        "tanggal_pengantar": ("31 Januari 2023", "sesudah_tahun"),
        "tanggal_penutup": ("7 Februari 2024", "sesudah_tahun"),
    }


@pytest.mark.parametrize("text", [
    "Renstra Tahun 2021-2026 menjadi acuan.", "Peraturan Bupati Nomor 5 Tahun 2019",
])  # fmt: skip
def test_other_years_of_a_foreword_are_not_the_report_s(text: str) -> None:
    assert not [*signed(lines("KATA PENGANTAR", text))]


def test_efficiency_is_what_absorption_lacks_to_a_hundred() -> None:
    """100 - 99,7 = 0,3, not 13; the other four rows keep it."""
    heads = {"serapan": "Penyerapan (%)", "efisien": "Tingkat efisiensi (%)"}
    rows = {"a": ("97,9", "2,1"), "b": ("99,7", "13"), "c": ("87", "13"), "d": ("91,1", "8,9"),
            "e": ("99,6", "0,4")}  # fmt: skip
    relation = one(discover([grid(heads, rows)]), "selisih_t_efisien")
    assert (relation.entries["dari"], relation.entries["kurang"]) == ("100", ".serapan")
    assert (relation.kept, relation.of) == (4, 5)


def test_a_column_headed_as_a_mean_is_the_mean_of_those_before_it() -> None:
    """(70 + 80 + 93) / 3 = 81; the third row prints 72 for 75."""
    heads = {"a": "Unsur 1", "b": "Unsur 2", "c": "Unsur 3", "r": "Rata-rata"}
    rows = {"x": ("70", "80", "93", "81"), "y": ("66", "72", "90", "76"),
            "z": ("71", "74", "80", "72"), "w": ("82", "86", "87", "85")}  # fmt: skip
    relation = one(discover([grid(heads, rows)]), "rerata_t_r")
    assert relation.entries["bagian"] == ".a + .b + .c"
    assert (relation.kept, relation.of) == (3, 4)
