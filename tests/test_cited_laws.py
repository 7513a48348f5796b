"""Laws, chapters and names that a document prints otherwise in another place."""

from __future__ import annotations

from pathlib import Path

from proposals import read_proposal

from lkjip_analysis.intake.noticed.spellings.name_spellings import slightly_other

TABLE = "| Ruang | Pasien |\n|---|---|\n| Melati | 120 |\n| Mawar | 84 |"


def told(folder: Path, *paragraphs: str) -> list[tuple[str, str]]:
    """The code and the words of each claim that other words are held against."""
    path = folder / "a.md"
    lines = ["LAPORAN KINERJA PENGADILAN TAHUN 2023", *paragraphs, "Tabel 1.1 Pasien", TABLE]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    claims = read_proposal(path, "pengadilan", 2023).claims
    return [(claim.kode, claim.nilai) for claim in claims if claim.aturan == "teks_sama"]


def test_a_law_under_two_titles_is_told(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "Menurut UU No. 48 Tahun 2009 tentang Kekuasaan Kehakiman di Indonesia.",
        "Sesuai Undang-Undang Nomor 48 Tahun 2009 tentang Kekuatan Kehakiman di Indonesia.",
    )
    assert found == [("judul_peraturan_48_2009", "Kekuatan Kehakiman di Indonesia")]


def test_a_law_of_two_years_is_told(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "Undang-Undang (UU) Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.",
        "Dasarnya UU No 14 Tahun 2018 tentang Keterbukaan Informasi Publik.",
    )
    assert found == [("tahun_peraturan_14_2008", "No 14 Tahun 2018")]


def test_what_a_sentence_says_behind_a_title_is_none_of_the_law(tmp_path: Path) -> None:
    """ "Rencana" makes laws of each year; here it is the plan that the sentence names next."""
    found = told(
        tmp_path,
        "Menurut UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik serta Rencana Kerja.",
        "Dasarnya UU No 14 Tahun 2018 tentang Keterbukaan Informasi Publik.",
    )
    assert found == [("tahun_peraturan_14_2008", "No 14 Tahun 2018")]


def test_laws_that_are_only_called_more_shortly_or_made_each_year_are_not_told(
    tmp_path: Path,
) -> None:
    assert not told(
        tmp_path,
        "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, Dinas membantu Kepala Daerah.",
        "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana diubah berkali-kali.",
        "UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah di masa lalu.",
        "Peraturan Daerah Nomor 5 Tahun 2021 tentang Anggaran Pendapatan dan Belanja Daerah.",
        "Peraturan Daerah Nomor 5 Tahun 2022 tentang Anggaran Pendapatan dan Belanja Daerah.",
        "Perpres Nomor 29 Tahun 2014 tentang SAKIP di Instansi Pemerintah.",
    )


CONTENTS = (
    "DAFTAR ISI", "BAB I PENDAHULUAN ..... 1", "A. Gambaran Umum Pengadilan ..... 2",
    "B. Susunan Organisasi PN ..... 3", "BAB II PERENCANAAN DAN PENETAPAN KINERJA ..... 5",
    "BAB III AKUNTABILITAS KINERJA ..... 9",
)  # fmt: skip
CHAPTERS = (
    "BAB I", "PENDAHULUAN", "A. Gambaran Umum Pengadilan",
    "B. Susunan Organisasi Pengadilan Negeri",
    "BAB II", "PERENCANAAN DAN {} KINERJA", "BAB III AKUNTABILITAS KINERJA",
)  # fmt: skip


def test_a_chapter_that_the_contents_call_otherwise_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, *CONTENTS, *(line.format("PERJANJIAN") for line in CHAPTERS))
    assert found == [("daftar_bab_ii", "PERENCANAAN DAN PENETAPAN KINERJA")]
    assert not told(tmp_path, *CONTENTS, *(line.format("PENETAPAN") for line in CHAPTERS))


def test_contents_laid_out_as_a_table_are_read(tmp_path: Path) -> None:
    rows = [line.replace(" ..... ", " | ") for line in CONTENTS[1:]]
    table = "\n".join(["| Isi | Halaman |", "|---|---|", *(f"| {row} |" for row in rows)])
    found = told(tmp_path, "DAFTAR ISI", table, *(line.format("PERJANJIAN") for line in CHAPTERS))
    assert ("daftar_bab_ii", "PERENCANAAN DAN PENETAPAN KINERJA") in found


def test_a_figure_with_a_wrong_number_in_the_list_is_held_against_its_caption(
    tmp_path: Path,
) -> None:
    listed = ["Gambar 1 Gedung rawat inap 4", "Gambar 2 Ruang sidang utama 5",
              "Gambar 3 Mobil layanan keliling 6", "Gambar 3 Taman baca anak 7"]  # fmt: skip
    found = told(
        tmp_path, "DAFTAR GAMBAR", *listed, "BAB I PENDAHULUAN", "Gambar 1. Gedung rawat inap",
        "Gambar 2. Ruang sidang utama", "Gambar 3. Mobil layanan keliling",
        "Gambar 4. Taman bacaan luas anak",
    )  # fmt: skip
    assert found == [("daftar_gambar_4", "Taman baca anak")]


def test_only_a_letter_makes_one_name_of_two() -> None:
    assert slightly_other("Program Pembinaan Perpustakan Desa", "Pembinaan Perpustakaan Desa")
    assert slightly_other("Kegiatan Penyuluhan UMKM Desa", "Penyuluhan UKMM Desa")
    assert not slightly_other("Rehabilitasi Jalan Ruas Timur", "Rehabilitasi Jalan Ruas Barat")
    assert not slightly_other("Belanja Modal SMP Negeri", "Belanja Modal SMA Negeri")
    assert not slightly_other("Layanan Kelas 12 Sore", "Layanan Kelas 13 Sore")
    assert not slightly_other("Pelayanan Anak Balita Desa", "Pelayanan Anak Balitas Desa")
