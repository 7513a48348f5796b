"""Names of officials stay out of what is generated, names of things stay in."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.document.blocks import Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.identity import folder_name, identity_of
from lkjip_analysis.output.examined.example_report import example_report
from lkjip_analysis.output.examined.without_officials import without_names


@pytest.mark.parametrize(
    ("text", "told"),
    [("Kepala Dinas, Ir. Contoh Nama, M.T., menetapkan 12 program",
      "Kepala Dinas, [nama pejabat], menetapkan 12 program"),
     ("NIP. 19700101 199503 1 001", "[NIP]"),
     ("Hj. Contoh Saja, S.Sos", "[nama pejabat]"),
     ("Realisasi Dinas Perhubungan, Kabupaten Maju sebesar 12,5 persen",
      "Realisasi Dinas Perhubungan, Kabupaten Maju sebesar 12,5 persen"),
     ("Program A, B dan C; PT. Maju Jaya; 19.700.101.199.503 rupiah",
      "Program A, B dan C; PT. Maju Jaya; 19.700.101.199.503 rupiah")],
)  # fmt: skip
def test_a_person_is_left_out_and_nothing_else(text: str, told: str) -> None:
    assert without_names(text) == told


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, "", i) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "nama", "pemerintah", "tahun"),
    [(("LAPORAN KINERJA", "BADAN KEUANGAN DAN ASET DAERAH", "KOTA SERIBU TAHUN 2022"),
      "Badan Keuangan dan Aset Daerah", "Kota Seribu", 2022),
     (("BAB III", "Capaian Dinas Sosial Provinsi Jaya Raya tahun 2019 menurut Badan Pusat "
       "Statistik.", "Dinas Sosial melaksanakan 4 program. Laporan Kinerja Tahun 2019."),
      "Dinas Sosial", "Provinsi Jaya Raya", 2019),
     # A sentence about next year, behind one about this year's budget.
     (("LAPORAN KINERJA", "DINAS SOSIAL KOTA SERIBU", "Tahun 2024",
       "Serapan anggaran 97,08 persen. Pada tahun 2025 dinas menambah pegawai."),
      "Dinas Sosial", "Kota Seribu", 2024),
     (("LAPORAN KINERJA", "DINAS SOSIAL KOTA SERIBU", "Tahun 2024",
       "Capaian kinerja tahun 2024 baik.", "Rencana kinerja tahun 2025 sudah disusun."),
      "Dinas Sosial", "Kota Seribu", 2024),
     (("Sejak 2015 capaian naik.",), "laporan sosial 2020", "", 2020)],
)  # fmt: skip
def test_whose_report_it_is_with_a_cover_and_without(
    texts: tuple[str, ...], nama: str, pemerintah: str, tahun: int
) -> None:
    """Without any name the file's own is said, as such."""
    who = identity_of(lines(*texts), Path("laporan_sosial_2020.pdf"), "", 0, "")
    assert (who.nama, who.pemerintah, who.tahun) == (nama, pemerintah, tahun)
    assert ("dari nama berkas" in who.sentence) == (nama == "laporan sosial 2020")


def test_a_name_that_a_narrow_cover_breaks_is_whole_and_a_caption_of_years_tells_none() -> None:
    cover = lines(
        "DINAS SOSIAL", "PEMERINTAH KABUPATEN", "BANYU ASRI", "TAHUN 2024",
        "Tabel 3.1 Capaian kinerja tahun 2023 dan 2024",
    )  # fmt: skip
    who = identity_of(cover, Path("a.pdf"), "", 0, "")
    assert (who.pemerintah, who.tahun) == ("Kabupaten Banyu Asri", 2024)


def headed(*heads: str) -> list[WordTable]:
    """A table without a title, as a page that is nothing but a table has it."""
    rows = (tuple(Slot(text) for text in heads), tuple(Slot("1") for _ in heads))
    return [WordTable(Grid(rows, 1), "", "", "")]


@pytest.mark.parametrize(
    ("heads", "tahun"),
    [(("Program", "Realisasi Kinerja Pada Triwulan I - IV Tahun 2023"), 2023),
     (("Indikator", "Realisasi 2021", "Realisasi 2022", "Target 2026"), 2022),
     (("Sasaran", "Capaian s.d. TW III 2024", "Target Renstra 2026"), 2024)],
)  # fmt: skip
def test_a_table_without_a_title_is_of_the_year_of_its_results(
    heads: tuple[str, ...], tahun: int
) -> None:
    """Quarterly tables are published as bare pages: their year stands in a heading alone."""
    who = identity_of(headed(*heads), Path("bpbd.pdf"), "", 0, "")
    assert who.tahun == tahun
    assert "dari kepala tabel" in who.sentence


def test_a_year_that_only_targets_are_set_for_is_not_the_year_of_the_report() -> None:
    with pytest.raises(InputError, match="--tahun"):
        identity_of(headed("Indikator", "Target 2026"), Path("bpbd.pdf"), "", 0, "")


def test_options_go_before_what_is_printed() -> None:
    who = identity_of(lines("DINAS SOSIAL KOTA SERIBU", "TAHUN 2022"), Path("a.pdf"),
                      "dinsos", 2021, "Kota Lain")  # fmt: skip
    assert (who.instansi, who.tahun, who.pemerintah) == ("dinsos", 2021, "Kota Lain")
    assert folder_name("Dinas Sosial, P3A & KB") == "dinas-sosial-p3a-kb"
    assert example_report().startswith(b"%PDF-")
