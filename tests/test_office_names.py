"""Whose a document is, where courts, ministries and schools print theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
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


def test_a_place_that_a_sentence_speaks_of_is_not_whose_it_is() -> None:
    said = (
        "Kecamatan dengan penduduk terbanyak adalah Kecamatan Umbul dengan jumlah penduduk {} jiwa."
    )
    assert not named(said.format("96.662 dan kepadatan 1.077"))
    assert named("LAPORAN KINERJA", "KECAMATAN UMBUL", said.format(12)) == "Kecamatan Umbul"
