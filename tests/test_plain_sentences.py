"""What any report tells of its own figures in plain sentences: one slip is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.output.examined.examining import examine

DOCUMENTS = Path(__file__).parent / "dokumen"
REPORTS = {
    name: (DOCUMENTS / f"{name}.md").read_text(encoding="utf-8")
    for name in ("perpustakaan", "rumah_sakit", "kecamatan")
}
"""Made-up reports with what such reports usually tell, all of it right."""


def found(folder: Path, text: str) -> tuple[Finding, ...]:
    path = folder / "laporan.md"
    path.write_text(text, encoding="utf-8")
    return examine(path, folder / "hasil").verification.findings


OF_A_LIBRARY = {
    # 45.590 - 40.112 = 5.478, which is 13,66 percent of 40.112.
    "naik 5.478 orang": ("meningkat 5.478 orang", "meningkat 5.748 orang"),
    "persen dari tahun lalu": ("atau 13,66 persen dibanding", "atau 16,36 persen dibanding"),
    "tahun lalu": ("yang berjumlah 40.112 orang", "yang berjumlah 41.012 orang"),
    # 64,10 - 60,25 = 3,85; 64,10 of 65,00 are 98,62 percent.
    "naik poin": ("indeks ini naik 3,85 poin", "indeks ini naik 3,58 poin"),
    "indeks tahun lalu": ("tahun 2022 sebesar 60,25", "tahun 2022 sebesar 62,05"),
    "target akhir Renstra": ("mencapai 98,62 persen", "mencapai 96,82 persen"),
    # 400 of 5.800 million are 6,90 percent.
    "naik rupiah": ("naik Rp400.000.000,00 (6,90", "naik Rp440.000.000,00 (6,90"),
    "naik persen": ("(6,90 persen)", "(9,60 persen)"),
    "bagian dari seluruhnya": ("33 perpustakaan telah", "38 perpustakaan telah"),
    "persen dari target": (
        "adalah 94,00 persen dari target 48",
        "adalah 95,00 persen dari target 48",
    ),
    "target yang dicapai": ("persen dari target 48.500", "persen dari target 45.800"),
    "serapan seluruhnya": ("anggaran mencapai 96,53 persen", "anggaran mencapai 95,63 persen"),
    "pagu seluruhnya": ("persen dari Rp6.200.000.000,00.", "persen dari Rp6.020.000.000,00."),
    "rata-rata capaian": ("2023 rata-rata 101,61", "2023 rata-rata 101,16"),
    "banyaknya indikator": ("2 sasaran dan 5 indikator", "2 sasaran dan 6 indikator"),
    "banyaknya kegiatan": ("oleh 3 program dan 6 kegiatan", "oleh 3 program dan 7 kegiatan"),
    "banyaknya program": ("oleh 3 program dan", "oleh 4 program dan"),
    "pegawai menurut pendidikan": ("21 orang S1", "31 orang S1"),
    # Of the programs the third spent the largest part, and no activity is a program.
    "program tertinggi": (
        "adalah Program Penunjang Urusan Pemerintahan sebesar 96,98",
        "adalah Program Pengelolaan Arsip sebesar 96,49",
    ),
}


OF_A_HOSPITAL = {
    # 136 of 286 are 47,55 percent; the parts of the beds make 120.
    "bagian tenaga": ("136 orang (47,55%)", "136 orang (45,75%)"),
    # 85,12 - 83,75 = 1,37; 61,30 - 58,46 = 2,84.
    "lebih tinggi": ("lebih tinggi 1,37 poin", "lebih tinggi 1,73 poin"),
    "indeks tahun lalu": ("dibandingkan tahun 2023 (83,75)", "dibandingkan tahun 2023 (87,35)"),
    # 52.640 of 75.830 are 69,42 percent.
    "kontribusi": ("sebesar 69,42% dari total kunjungan", "sebesar 64,92% dari total kunjungan"),
    # 37.814.250.000 + 210.000.000 + 548.250.000 = 38.572.500.000, which the sentence before tells.
    "rincian pendapatan": ("hibah Rp. 210.000.000,-", "hibah Rp. 120.000.000,-"),
    # No total is below one of its parts: 41,25 + 18,6405 + 1,1095 = 61 thousand million.
    "jumlah perjanjian": (
        "| | Jumlah | Rp. 61.000.000.000,- |",
        "| | Jumlah | Rp. 16.000.000.000,- |",
    ),
    "banyaknya kegiatan di RSUD": ("3 program dan 4 kegiatan", "3 program dan 5 kegiatan"),
    "program terendah": (
        "rendah adalah Program Pemenuhan Upaya Kesehatan (88,00%)",
        "rendah adalah Program Penunjang Urusan Pemerintahan Daerah (95,00%)",
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_sound_report_has_no_finding(name: str, tmp_path: Path) -> None:
    assert found(tmp_path, REPORTS[name]) == ()


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [("perpustakaan", *slip) for slip in OF_A_LIBRARY.values()]
    + [("rumah_sakit", *slip) for slip in OF_A_HOSPITAL.values()]
    + [("kecamatan", "realisasi anggaran 96,70%.", "realisasi anggaran 97,60%.")],
    ids=[*OF_A_LIBRARY, *OF_A_HOSPITAL, "serapan dalam penutup"],
)
def test_one_slip_is_found_and_nothing_is_proven(
    name: str, right: str, wrong: str, tmp_path: Path
) -> None:
    assert REPORTS[name].count(right) == 1
    findings = found(tmp_path, REPORTS[name].replace(right, wrong))
    assert len(findings) in (1, 2) and all(one.verdict != "terbukti" for one in findings)


SOUND = (
    "Program dengan serapan terendah adalah Program Pembinaan Perpustakaan (95,00 persen).",
    "Kegiatan dengan serapan tertinggi adalah Administrasi Keuangan sebesar 97,57 persen.",
    "Anggaran terbesar ada pada Program Penunjang Urusan Pemerintahan sebesar Rp4.329.500.000.",
    "Realisasi anggaran mencapai 96,53 persen dari pagu Rp6.200.000.000,00.",
    "Sebesar 15,00 persen dari Rp6.200.000.000,00 digunakan untuk pemeliharaan gedung.",
    "Anggaran sebesar 58,06 persen dari Rp6.200.000.000,00 dialokasikan untuk gaji.",
    "Pengunjung bertambah dari 31.204 orang pada tahun 2021, atau naik 8.908 orang (28,55 persen).",
    "Pengunjung anak-anak 21.238 orang. Angka ini naik 1.238 orang dibandingkan tahun 2022 yang "
    "berjumlah 20.000 orang.",
    "Naskah yang dialihmediakan 410 naskah. Target tahun 2024 meningkat 60 naskah dibandingkan "
    "tahun 2023 sebanyak 410 naskah.",
    "Renstra memuat 2 sasaran dan 8 indikator.",
    "Renstra didukung 3 program dan 9 kegiatan; sasaran pertama didukung 1 program dan 2 kegiatan.",
    "Rata-rata capaian kinerja sasaran pertama sebesar 93,02 persen.",
    "Koleksi buku berkurang 600 judul atau 5 persen dibandingkan tahun lalu sebanyak 12.000 judul.",
    "Dari 120 desa, 30 desa memiliki taman bacaan dan 12 desa memiliki pojok baca, sehingga "
    "persentase pojok baca 10 persen.",
    "Pegawai perempuan terdiri dari 1 orang S2, 12 orang S1, 4 orang D3 dan 3 orang SMA.",
    "Pada tahun 2022 pegawai terdiri dari 4 orang S2, 20 orang S1, 7 orang D3 dan 10 orang SMA.",
    "Realisasi indeks sebesar 64,10. Realisasi tersebut mencapai 98,62 persen dari target akhir "
    "Renstra sebesar 65,00.",
)


def test_what_is_told_rightly_in_other_words_is_not_accused(tmp_path: Path) -> None:
    assert found(tmp_path, REPORTS["perpustakaan"] + "\n\n".join(["", *SOUND, ""])) == ()
