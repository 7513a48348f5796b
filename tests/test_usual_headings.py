"""Headings that performance reports print name their column, whichever door a table comes in by."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, csv_of, excel, run

from lkjip_analysis.intake.sheets.headings import column_of, with_left_out
from lkjip_analysis.intake.tables.known_types import heading_fit, known_types
from lkjip_analysis.intake.tables.type_guesses import POSSIBLE

YEAR = 2024
HEADINGS = {
    ("capaian", "sasaran"): [
        "Sasaran Strategis", "Tujuan/Sasaran", "Sasaran Program", "Uraian Sasaran",
        "Sasaran Perangkat Daerah", "SASARAN KINERJA",
    ],
    ("capaian", "indikator"): [
        "Indikator Kinerja", "Indikator Kinerja Utama (IKU)", "Indikator Kinerja Sasaran",
        "Indikator Sasaran Strategis", "Indikator Kinerja Program", "Uraian Indikator", "IKU",
    ],
    ("capaian", "satuan"): ["Satuan", "Sat.", "SATUAN"],
    ("capaian", "target"): [
        "Target", "Target 2024", "Target Tahun 2024", "Target Kinerja", "Target PK 2024",
        "Target Perjanjian Kinerja", "Rencana",
    ],
    ("capaian", "realisasi"): [
        "Realisasi", "Realisasi 2024", "Realisasi Kinerja", "Realisasi s.d. Triwulan IV",
        "Realisasi s/d TW IV", "Realisasi per 31 Desember 2024", "Realisasi s.d. Desember 2024",
        "Realisasi Target",
    ],
    ("capaian", "capaian"): [
        "Capaian", "Capaian (%)", "% Capaian", "Persentase Capaian (%)", "Tingkat Capaian (%)",
        "Capaian Kinerja", "Capaian Kinerja (%)", "Persentase Capaian Kinerja", "Persentase (%)",
        "% Realisasi", "Tingkat Pencapaian (%)", "Prosentase Capaian", "Capaian 2024 (%)", "%",
        "Persentase Tingkat Capaian (%)", "Pencapaian Target (%)",
    ],
    ("capaian", "kategori"): [
        "Kategori", "Kriteria", "Predikat", "Kriteria Penilaian", "Kategori Capaian",
    ],
    ("capaian", "realisasi_lalu"): ["Realisasi 2023", "Realisasi Tahun Lalu", "Realisasi (n-1)"],
    ("capaian", "target_renstra"): ["Target Akhir Renstra", "Target Akhir Periode Renstra (2026)"],
    ("anggaran", "program"): [
        "Program", "Program/Kegiatan", "Program/Kegiatan/Sub Kegiatan", "Program dan Kegiatan",
        "Nama Program/Kegiatan", "Uraian Program/Kegiatan", "Program, Kegiatan, Sub Kegiatan",
        "Urusan/Bidang Urusan/Program/Kegiatan",
    ],
    ("anggaran", "pagu"): [
        "Pagu", "Pagu Anggaran (Rp)", "Anggaran", "Anggaran (Rp.)", "Anggaran 2024", "Total Pagu",
        "Alokasi Anggaran", "Pagu Anggaran Setelah Perubahan", "Anggaran Perubahan (Rp)",
    ],
    ("anggaran", "realisasi"): [
        "Realisasi (Rp)", "Realisasi Anggaran", "Realisasi Keuangan", "Realisasi Belanja (Rp)",
        "Realisasi s.d. Triwulan IV (Rp)",
    ],
    ("anggaran", "serapan"): [
        "% Realisasi", "Persentase (%)", "Persentase", "Serapan (%)", "% Penyerapan",
        "Tingkat Penyerapan (%)", "Realisasi (%)", "Capaian (%)", "Tingkat Capaian (%)",
        "Persentase Realisasi Anggaran (%)", "Penyerapan Anggaran (%)", "Realisasi Keuangan (%)",
    ],
    ("anggaran", "sisa_anggaran"): ["Sisa Anggaran (Rp)", "Sisa", "Sisa Pagu", "SILPA"],
}  # fmt: skip
EVERY = [(*place, heading) for place, headings in HEADINGS.items() for heading in headings]


@pytest.mark.parametrize(("kind", "column", "heading"), EVERY)
def test_a_usual_heading_names_its_column(kind: str, column: str, heading: str) -> None:
    assert column_of(heading, with_left_out(known_types(Path())[kind]), YEAR) == column


@pytest.mark.parametrize(
    ("kind", "column", "heading"), [told for told in EVERY if told[1] != "realisasi_lalu"]
)
def test_a_usual_heading_may_be_its_column_in_a_document(
    kind: str, column: str, heading: str
) -> None:
    """There the cells and the year decide too: no other column fits the words better."""
    columns = known_types(Path())[kind].columns
    fits = {name: heading_fit((heading,), kind, told) for name, told in columns.items()}
    assert fits[column] >= max(POSSIBLE, *(fit for name, fit in fits.items() if name != column))


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("capaian", "Realisasi s.d. Triwulan III"), ("capaian", "Realisasi Semester I"),
        ("capaian", "Realisasi 2022"), ("capaian", "Target 2025"), ("capaian", "Penanggung Jawab"),
        ("anggaran", "Realisasi s.d. November"), ("anggaran", "Realisasi Fisik"),
        ("anggaran", "Penyerapan Anggaran (Rp)"), ("anggaran", "Bobot (%)"),
    ],
)  # fmt: skip
def test_a_heading_of_another_thing_or_time_names_none(kind: str, heading: str) -> None:
    assert column_of(heading, with_left_out(known_types(Path())[kind]), YEAR) is None


def test_a_table_under_such_headings_comes_in_without_a_question(tmp_path: Path) -> None:
    rows = [
        ["No", "Program/Kegiatan/Sub Kegiatan", "Pagu Anggaran (Rp)",
         "Realisasi s.d. Triwulan IV (Rp)", "% Realisasi", "Sisa Anggaran (Rp)"],
        ["1", "Program Irigasi", "400.000.000", "300.000.000", "75,00", "100.000.000"],
        ["2", "Program Embung", "600.000.000", "540.000.000", "90,00", "60.000.000"],
        ["", "Jumlah", "1.000.000.000", "840.000.000", "84,00", "160.000.000"],
    ]  # fmt: skip
    told = ("--instansi", INSTANSI, "--tahun", TAHUN, "--data", tmp_path, "--ya")
    code, said = run("import", excel(tmp_path, rows, "Anggaran"), *told)
    assert code == 0 and "diusulkan" not in said, said
    assert csv_of(tmp_path, "anggaran")[0] == "kode,program,pagu,realisasi,serapan,sisa_anggaran"


def test_a_group_that_says_how_something_is_measured_is_no_part_of_its_columns(
    tmp_path: Path,
) -> None:
    rows = [
        ["No", "Indikator Kinerja", "Satuan", "Tingkat Capaian", None, None],
        [None, None, None, "Target 2024", "Realisasi", "%"],
        ["1", "Jalan mantap", "persen", "80", "72,50", "90,63"],
        ["2", "Jembatan baik", "persen", "90", "90", "100,00"],
    ]
    path = excel(tmp_path, rows, "Capaian", ("A1:A2", "B1:B2", "C1:C2", "D1:F1"))
    told = ("--instansi", INSTANSI, "--tahun", TAHUN, "--data", tmp_path, "--ya")
    code, said = run("import", path, *told)
    assert code == 0 and "diusulkan" not in said, said
    assert csv_of(tmp_path, "capaian")[0] == "kode,no,indikator,satuan,target,realisasi,capaian"
