"""Whether less is better comes of words and of like rows, not of the capaian of one row."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.report.direction_words import named_direction

HEAD = """# LAPORAN KINERJA INSTANSI PEMERINTAH

DINAS KESEHATAN

KABUPATEN KARANGJATI

TAHUN 2024

# BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian Indikator Kinerja Utama Tahun 2024

| No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|---|
"""
# (190 - 88,42) / 95 = 106,93; (16,40 - 8,61) / 8,20 = 95,00, and 8,61 / 8,20 = 105,00.
MOTHERS = "Sehatnya ibu | Angka Kematian Ibu | per 100.000 KH | 95,00 | 88,42 | 106,93"
INFANTS = "Sehatnya anak | Angka Kematian Bayi | per 1.000 KH | 8,20 | 8,61 | {infants}"
OTHERS = (
    "Meningkatnya mutu | Indeks Kepuasan Masyarakat | Indeks | 85,00 | 86,27 | 101,49",
    "Terkendalinya penyakit | Cakupan penemuan kasus TB | % | 90,00 | 84,15 | 93,50",
    "Terkendalinya penyakit | Cakupan imunisasi dasar | % | 95,00 | 96,88 | 101,98",
)
COUNT = (
    "Dari {all} indikator, {met} indikator mencapai target dan 2 indikator belum mencapai target."
)
STATED = (
    "Untuk indikator yang semakin kecil realisasinya semakin baik (Angka Kematian Bayi), capaian "
    "dihitung dengan rumus (2 x Target - Realisasi) / Target x 100%."
)


def report(folder: Path, infants: str, mothers: bool, stated: bool) -> Path:
    """Infants did not reach their target, nor did TB: 2 of 5, or 2 of 4 without mothers.

    (106,93 + 95,00 + 101,49 + 93,50 + 101,98) / 5 = 99,78; without mothers 391,97 / 4 = 97,99.
    """
    rows = [*([MOTHERS] if mothers else []), INFANTS.format(infants=infants), *OTHERS]
    mean = "99,78" if mothers else "97,99"
    lines = [f"| {number} | {row} |" for number, row in enumerate(rows, 1)]
    lines += [f"| | | Rata-rata capaian | | | | {mean} |", ""]
    lines += [COUNT.format(all=len(rows), met=len(rows) - 2), ""]
    lines += [STATED, ""] if stated else []
    path = folder / "laporan.md"
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return path


BASES = ((True, False), (False, True), (True, True), (False, False))


@pytest.mark.parametrize(("mothers", "stated"), BASES)
def test_a_sound_report_has_no_finding(mothers: bool, stated: bool, tmp_path: Path) -> None:
    path = report(tmp_path, "95,00", mothers, stated)
    assert examine(path, tmp_path / "hasil", "dinas-kesehatan", 2024).verification.findings == ()


@pytest.mark.parametrize(("mothers", "stated"), BASES)
def test_a_capaian_the_wrong_way_round_accuses_no_sentence(
    mothers: bool, stated: bool, tmp_path: Path
) -> None:
    path = report(tmp_path, "105,00", mothers, stated)
    seen = examine(path, tmp_path / "hasil", "dinas-kesehatan", 2024)
    (finding,) = seen.verification.findings
    assert finding.kind == "angka"
    own = [
        new
        for remedy in finding.remedies
        for new in remedy.cells
        if new.cell.address.row.endswith("kematian_bayi") and new.cell.address.column == "capaian"
    ]
    assert any(new.prints and new.prints.low <= 95 <= new.prints.high for new in own)


SCALE = "Keterangan: Sangat Tinggi >= 91; Tinggi 76 - 90,99; Sedang 66 - 75,99; Rendah < 66"


@pytest.mark.parametrize(("grade", "kind"), [("Sangat Tinggi", "dugaan"), ("Sedang", "kaidah")])
def test_a_category_beside_an_open_direction_is_no_fault(
    grade: str, kind: str, tmp_path: Path
) -> None:
    """2,60 / 3,00 = 86,67 is Tinggi; (6,00 - 2,60) / 3,00 = 113,33 is Sangat Tinggi.

    The mean: (86,67 + 101,87 + 104,72 + 101,98) / 4 = 98,81.
    """
    path = tmp_path / "laporan.md"
    rows = (
        f"| 1 | Layanan | Rata-rata lama pelayanan KTP | hari | 3,00 | 2,60 | 86,67 | {grade} |\n"
        "| 2 | Layanan | Indeks Kepuasan Masyarakat | Indeks | 86,50 | 88,12 | 101,87 | Sangat "
        "Tinggi |\n| 3 | Layanan | Nilai AKIP | Nilai | 72,00 | 75,40 | 104,72 | Sangat Tinggi |\n"
        "| 4 | Layanan | Cakupan imunisasi dasar | % | 95,00 | 96,88 | 101,98 | Sangat Tinggi |\n"
        "| | | Rata-rata | | | | 98,81 | |\n"
    )
    head = HEAD.replace("Capaian (%) |", "Capaian (%) | Predikat |") + rows
    path.write_text(head.replace("|---|---|\n", "|---|---|---|\n", 1) + f"\n{SCALE}\n", "utf-8")
    (finding,) = examine(path, tmp_path / "hasil", "dinas", 2024).verification.findings
    assert finding.kind == kind and ("113,33" in finding.message) == (kind == "dugaan")


def test_what_only_its_name_says_is_left_to_a_person(tmp_path: Path) -> None:
    proposal = read_proposal(report(tmp_path, "105,00", False, False), "dinas-kesehatan", 2024)
    assert [one.nama for one in proposal.indicators if one.is_open] == ["Angka Kematian Bayi"]


@pytest.mark.parametrize(("name", "arah"), [
    ("Angka Kematian Bayi", "turun"), ("Persentase kemiskinan", "turun"),
    ("Prevalensi stunting", "turun"), ("Tingkat Pengangguran Terbuka", "turun"),
    ("Rata-rata lama pelayanan KTP", "turun"), ("Indeks Gini", "turun"),
    ("Indeks Kepuasan Masyarakat", "naik"), ("Rata-rata lama sekolah", "naik"),
    ("Penurunan angka kemiskinan", None), ("Persentase kasus kebakaran yang tertangani", None),
    ("Cakupan penemuan kasus tuberkulosis", None), ("Persentase pengaduan ditindaklanjuti", None),
    ("Tingkat waktu tanggap (response time rate)", None), ("Prevalensi kontrasepsi", None),
    ("Persentase penduduk miskin yang menerima bantuan", None), ("Jumlah pasar", None),
])  # fmt: skip
def test_a_name_tells_a_direction_only_where_it_leaves_no_choice(
    name: str, arah: str | None
) -> None:
    assert named_direction(name) == arah
