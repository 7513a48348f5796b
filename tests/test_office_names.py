"""Whose a document is, where courts, ministries and schools print theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.identity import printed_identity


def named(*lines: str) -> str:
    blocks = [Paragraph(line, "", number) for number, line in enumerate(lines)]
    return printed_identity(blocks, Path("berkas.pdf")).nama


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("PENGADILAN NEGERI UMBUL KELAS II", "Pengadilan Negeri Umbul Kelas II"),
        ("Direktorat Jenderal Perkebunan", "Direktorat Jenderal Perkebunan"),
        ("UNIVERSITAS KARANG REJO TAHUN 2021", "Universitas Karang Rejo"),
        ("UPT PUSKESMAS DESA UMBUL", "UPT Puskesmas Desa Umbul"),
        ("BPS KABUPATEN UMBUL", "BPS Kabupaten Umbul"),
        ("RSUD dr. WARSO KABUPATEN UMBUL", "RSUD dr. WARSO"),
        ("RSUD PROF. DR. WARSO KABUPATEN UMBUL", "RSUD Prof. Dr. Warso"),
        ("Rumah Sakit Umum Daerah dr. Warso", "Rumah Sakit Umum Daerah dr. Warso"),
        ("UPTD PUSKESMAS JATI", "UPTD Puskesmas Jati"),
    ],
)
def test_an_office_that_others_speak_of_is_read_where_a_line_is_its_name(
    line: str, name: str
) -> None:
    said = "Laporan ini mengikuti Kementerian Pendayagunaan Aparatur Negara tahun 2021."
    assert named("LAPORAN KINERJA", line, "TAHUN 2021", said) == name


def test_an_office_that_a_sentence_speaks_of_is_not_whose_it_is() -> None:
    assert not named("LAPORAN KINERJA", "Universitas Karang Rejo, seperti tahun lalu, membantu.")


def test_an_office_of_the_place_goes_before_the_ministry_above_it() -> None:
    assert named("DINAS KOPI KABUPATEN UMBUL", "KEMENTERIAN PERTANIAN") == "Dinas Kopi"


def test_an_address_and_a_source_name_no_office() -> None:
    address = "Jalan Raya Umbul KM 1 Kelurahan Karang, Kecamatan Karang, Telepon (0274) 1234"
    assert named("BADAN PENANGGULANGAN BENCANA DAERAH", address) == (
        "Badan Penanggulangan Bencana Daerah"
    )
    assert not named("Penduduk tumbuh.", "Sumber : Dinas Kependudukan Kab. Umbul")
    assert named("Badan Perencanaan Pembangunan Daerah Selanjutnya disebut Pihak Pertama") == (
        "Badan Perencanaan Pembangunan Daerah"
    )


def test_what_a_table_is_of_is_not_whose_the_document_is() -> None:
    """A hospital's own cover names it; a table of hospitals names a kind of offices."""
    table = "Tabel 3.3 Pelayanan Rumah Sakit Tahun 2021"
    assert named("DINAS KESEHATAN KABUPATEN UMBUL", table, table) == "Dinas Kesehatan"
    assert named("DINAS KESEHATAN KABUPATEN UMBUL", "Pelayanan Rumah Sakit") == "Dinas Kesehatan"
    caption = "Tabel 1.2 Pegawai Dinas Kesehatan dan Keluarga Berencana"
    assert named("RUMAH SAKIT UMUM DAERAH", caption, "LAPORAN") == "Rumah Sakit Umum Daerah"


def test_a_place_that_a_sentence_speaks_of_is_not_whose_it_is() -> None:
    said = (
        "Kecamatan dengan penduduk terbanyak adalah Kecamatan Umbul dengan jumlah penduduk {} jiwa."
    )
    assert not named(said.format("96.662 dan kepadatan 1.077"))
    assert named("LAPORAN KINERJA", "KECAMATAN UMBUL", said.format(12)) == "Kecamatan Umbul"


def grid_of(rows: list[list[str]]) -> Grid:
    return Grid(tuple(tuple(map(Slot, row)) for row in rows), 0)


FOREWORD = (
    "KATA PENGANTAR",
    "Laporan ini mengikuti Peraturan Presiden Nomor 29 Tahun 2014.",
    "Pagu dari DIPA Badan Urusan Administrasi; data dari Dinas Kopi Kabupaten Umbul.",
)


@pytest.mark.parametrize(
    ("cover", "name", "above"),
    [
        (
            "LAPORAN KINERJA|PENGADILAN AGAMA KARANG KELAS IB|TAHUN 2022|Jalan Umbul Nomor 4",
            "Pengadilan Agama Karang Kelas IB",
            "",
        ),
        (
            "KEMENTERIAN KEUANGAN|DIREKTORAT JENDERAL PERBENDAHARAAN|LAPORAN KINERJA|"
            "KANTOR PELAYANAN PERBENDAHARAAN NEGARA TIPE A1|KARANG|TAHUN 2022",
            "Kantor Pelayanan Perbendaharaan Negara Tipe A1",
            "Kementerian Keuangan",
        ),
        (
            "LAPORAN KINERJA|BALAI BESAR POM DI KARANG|TAHUN 2022|"
            "BADAN PENGAWAS OBAT DAN MAKANAN RI|2023",
            "Balai Besar POM di Karang",
            "Badan Pengawas Obat dan Makanan RI",
        ),
        (
            "KEPOLISIAN NEGARA REPUBLIK INDONESIA|DAERAH JAWA TIMUR|RESOR KARANG|LKIP|"
            "POLRES KARANG|TAHUN ANGGARAN 2022|Karang, 29 Januari 2023",
            "Polres Karang",
            "Kepolisian Negara Republik Indonesia",
        ),
        ("2022|LAPORAN|BALAI BESAR WILAYAH SUNGAI|KARANG|LAPORAN KINERJA|"
         "BALAI BESAR WILAYAH SUNGAI KARANG|TAHUN ANGGARAN 2022",
         "Balai Besar Wilayah Sungai Karang", ""),
        ("LAKIP 2022|KPU KABUPATEN KARANG|KEDIRI", "KPU Kabupaten Karang", ""),
        ("LAPORAN KINERJA|BADAN PUSAT STATISTIK|KABUPATEN KARANG|TAHUN 2022",
         "Badan Pusat Statistik Kabupaten Karang", ""),
        ("LAPORAN KINERJA|INSPEKTORAT JENDERAL KEMENTERIAN AGAMA|TAHUN 2022",
         "Inspektorat Jenderal Kementerian Agama", ""),
        ("Laporan Kinerja Tahun 2022 | Universitas Karang", "Universitas Karang", ""),
        # Those of a district are read as before, also below their government.
        ("LAPORAN KINERJA|BADAN PENDAPATAN DAERAH|KABUPATEN KARANG|TAHUN 2022",
         "Badan Pendapatan Daerah", "Kabupaten Karang"),
        ("PEMERINTAH KABUPATEN KARANG|DINAS TERNAK|LAPORAN KINERJA DINAS TERNAK|TAHUN 2022",
         "Dinas Ternak", "Kabupaten Karang"),
    ],
)  # fmt: skip
def test_the_lowest_office_of_the_state_on_a_cover_is_whose_it_is(
    cover: str, name: str, above: str
) -> None:
    """The year of a law, and that of the printer, are not the report's."""
    lines = [line.strip() for line in (*cover.replace(" | ", "|").split("|"), *FOREWORD)]
    blocks = [Paragraph(line, "", number) for number, line in enumerate(lines)]
    who = printed_identity(blocks, Path("berkas.pdf"))
    assert (who.nama, who.pemerintah, who.tahun) == (name, above, 2022)


def test_a_court_belongs_to_what_its_text_says_and_is_named_by_its_running_head() -> None:
    lines = ["LAPORAN KINERJA", "TAHUN 2022", "BAB I", "Ia berada di bawah Mahkamah Agung RI.",
             "Ia melayani warga Kabupaten Umbul."]  # fmt: skip
    blocks = [Paragraph(line, "", number) for number, line in enumerate(lines)]
    who = printed_identity(
        blocks, Path("a.pdf"), running=["LKjIP Pengadilan Agama Karang Tahun 2022"]
    )
    assert (who.nama, who.pemerintah) == ("Pengadilan Agama Karang", "Mahkamah Agung")


FORM = [
    ["Nama OPD", ":", "Dinas Kopi"],
    ["Kabupaten/Kota", ":", "Kabupaten Umbul"],
    ["Tahun Laporan", ":", "2023"],
]


def test_what_a_document_fills_in_of_itself_is_read(tmp_path: Path) -> None:
    """The sheet of settings says 2023; titles speak of no year, and the file's name of another."""
    table = WordTable(grid_of(FORM), "", "", "")
    who = printed_identity([table], tmp_path / "salinan 2021.xlsx")
    assert (who.nama, who.pemerintah, who.tahun) == ("Dinas Kopi", "Kabupaten Umbul", 2023)
    lines = [Paragraph(line, "", 0) for line in ("Instansi: Dinas Kopi", "Tahun: 2023")]
    assert printed_identity(lines, tmp_path / "a.docx").tahun == 2023


def test_an_office_that_fills_in_its_name_is_not_one_that_is_named_more_often() -> None:
    lines = ["Unit Kerja/Satker : BPS Kabupaten Umbul", *["Inspektorat memeriksa."] * 5]
    assert named(*lines) == "BPS Kabupaten Umbul"


@pytest.mark.parametrize(
    "rows",
    [
        [["Tahun", "2021", "2022"], ["Produksi", "4", "5"]],  # columns of results
        [["Tahun", "2021"], ["Tahun", "2022"]],  # two answers
        [["Instansi", "Target"], ["Kopi", "4"]],  # a heading, no name
    ],
)
def test_what_looks_like_a_label_is_none(rows: list[list[str]], tmp_path: Path) -> None:
    who = printed_identity([WordTable(grid_of(rows), "", "", "")], tmp_path / "a.xlsx")
    assert not who.nama and not who.tahun


OF_GOVERNMENT = [
    "LAPORAN", "KINERJA", "PEMERINTAH", "KABUPATEN", "UMBUL", "TAHUN 2022", "KATA PENGANTAR",
    "Laporan Kinerja Instansi Pemerintah Kabupaten Umbul disampaikan kepada Menteri Perencanaan "
    "Pembangunan Nasional/Kepala Badan Perencanaan Pembangunan Nasional.",
    "Inspektorat telah mereviu laporan ini.", "Inspektorat meyakini isinya.",
]  # fmt: skip


def whose(*lines: str) -> str:
    blocks = [Paragraph(line, "", number) for number, line in enumerate(lines)]
    return printed_identity(blocks, Path("berkas.pdf")).sentence


def test_the_report_of_a_government_is_of_none_of_its_offices() -> None:
    """Its cover and its foreword call it that of the regency; the inspectorate is named twice."""
    told = "Pemerintah Kabupaten Umbul, tahun 2022 (dari halaman depan)"
    assert whose(*OF_GOVERNMENT) == told


@pytest.mark.parametrize(
    "line",
    [
        "LAPORAN KINERJA INSPEKTORAT TAHUN 2022",
        "Laporan Kinerja Instansi Pemerintah (LKjIP) Inspektorat Tahun 2022",
    ],
)
def test_an_office_whose_report_is_named_keeps_it(line: str) -> None:
    told = "Inspektorat, Kabupaten Umbul, tahun 2022 (dari halaman depan)"
    assert whose(*OF_GOVERNMENT, line) == told


def test_sentences_tell_which_words_of_a_cover_are_abbreviations() -> None:
    cover = ("LAPORAN KINERJA", "BADAN PPSDM", "KABUPATEN UMBUL", "TAHUN 2022")
    assert named(*cover) == "Badan Ppsdm"
    assert named(*cover, "Badan PPSDM melatih pegawai.") == "Badan PPSDM"
