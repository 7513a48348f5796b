"""The lists of figures, tables and parts of a report beside the captions and headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.noticed.numbering.headings_of_other_years import headings_of_other_years
from lkjip_analysis.intake.noticed.numbering.listed_titles import listed_titles
from lkjip_analysis.intake.proposal.proposal import ProposedClaim

TITLES = {"1": "Gedung poliklinik baru", "2": "Ruang rawat inap Melati", "3": "Ambulans laut",
          "4": "Apotek dua puluh empat jam", "5": "Pelatihan perawat gawat darurat"}  # fmt: skip


def claims(
    folder: Path, listed: dict[str, str], numbers: dict[str, str] | None = None
) -> list[ProposedClaim]:
    told = [f"Gambar {(numbers or {}).get(n, n)} {title}\t{i}"
            for i, (n, title) in enumerate(listed.items(), 7)]  # fmt: skip
    captions = [f"Gambar {number}. {title}" for number, title in TITLES.items()]
    lines = [
        "LAPORAN KINERJA RUMAH SAKIT KABUPATEN TERANG TAHUN 2023",
        "DAFTAR GAMBAR",
        *told,
        "BAB I PENDAHULUAN",
        *captions,
        "Tabel 1.1 Pasien\n\n| Ruang | Pasien |\n|---|---|\n| Melati | 120 |\n| Mawar | 84 |",
    ]
    path = folder / "a.md"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found = read_proposal(path, "rumah-sakit", 2023).claims
    return [claim for claim in found if claim.aturan in ("teks_sama", "urut")]


def test_a_title_that_the_list_prints_otherwise_is_told(tmp_path: Path) -> None:
    (claim,) = claims(tmp_path, {**TITLES, "2": "Ruang rawat inap Melani"})
    assert claim.nilai == "Ruang rawat inap Melani" and "gambar_2" in claim.sel


def test_a_list_that_shortens_its_titles_says_the_same(tmp_path: Path) -> None:
    short = {
        **TITLES,
        "5": "Pelatihan perawat",
        "4": "Apotek dua puluh empat",
        "3": "AMBULANS LAUT",
    }
    assert not claims(tmp_path, short)


def test_a_list_of_which_most_titles_differ_was_made_otherwise(tmp_path: Path) -> None:
    other = {number: f"{title} siang" if number > "3" else f"Foto {title}"
             for number, title in TITLES.items()}  # fmt: skip
    assert not claims(tmp_path, other)


def test_a_number_that_stands_twice_in_the_list_is_told(tmp_path: Path) -> None:
    (claim,) = claims(tmp_path, TITLES, {"5": "4"})
    assert (claim.aturan, claim.nilai) == ("urut", "Gambar 4")


TABLES = {"3.1": "Hasil dan Sasaran Layanan Tahun 2022 - 2023", "3.2": "Hasil Layanan Tahun 2023",
          "3.3": "Pegawai menurut Golongan", "3.4": "Belanja menurut Program"}  # fmt: skip


def of_tables(printed: dict[str, str]) -> list[tuple[str, str]]:
    """What a list that was read as one paragraph prints otherwise than captions on two lines."""
    listed = " ".join(f"Tabel {n}. {title} {'.' * 9}III-{n[2:]}" for n, title in TABLES.items())
    lines = ["DAFTAR TABEL", f"Halaman {listed} DAFTAR GAMBAR", "BAB I PENDAHULUAN"]
    blocks: list[Block] = [Paragraph(line, "", i) for i, line in enumerate(lines)]
    for i, (number, title) in enumerate(printed.items(), len(lines)):
        blocks += [Paragraph(f"Tabel {number}.", "BAB III", 2 * i)]
        blocks += [Paragraph(title, "BAB III", 2 * i + 1)]
        blocks += [WordTable(Grid(((Slot("Uraian"), Slot("410")),), 0), "", "", "BAB III")]
    told = [claim for claim in listed_titles(blocks) if claim.aturan == "teks_sama"]
    return [(claim.kode, claim.nilai) for claim in told]


def test_a_list_in_one_paragraph_is_held_to_captions_whose_number_stands_above_them() -> None:
    assert of_tables(TABLES) == []
    stale = {**TABLES, "3.1": "Hasil dan Sasaran Layanan Tahun 2021 - 2022"}
    assert of_tables(stale) == [("daftar_tabel_3_1", TABLES["3.1"])]
    assert of_tables({**TABLES, "3.3": "Pegawai menurut Golongan dan Pangkat"}) == []  # goes on
    assert of_tables({"3.1": stale["3.1"], "3.2": TABLES["3.2"]}) == []  # too few to be its list


@pytest.mark.parametrize(("listed", "heading", "found"), [
    ("Rencana Kinerja Tahunan 2022", "Rencana Kinerja Tahunan 2023",
     ["Rencana Kinerja Tahunan 2022"]),
    ("Rencana Kinerja Tahunan 2023", "Rencana Kinerja Tahunan 2023", []),
    ("Rencana Kinerja Tahunan", "Rencana Kinerja Tahunan 2023", []),  # of no year
    ("Rencana Kinerja Tahunan 2022", "Hasil Kinerja Tahunan 2023", []),  # another part
    ("Rencana Kinerja Tahunan 2023", "Rencana Kinerja Tahunan 2022", []),  # perhaps of that year
])  # fmt: skip
def test_a_part_is_listed_under_the_year_of_its_heading(
    listed: str, heading: str, found: list[str]
) -> None:
    others = ["1.1 Latar Belakang", "1.2 Dasar Hukum", "2.1 Rencana Strategis Tahun 2019-2024"]
    told = [*others, f"2.2 {listed}", *others, f"2.2. {heading}"]
    blocks = [Paragraph(line, "", i) for i, line in enumerate(told)]
    claims = headings_of_other_years(blocks, 2023)
    assert [claim.nilai for claim in claims if claim.aturan] == found
    twice = headings_of_other_years(blocks[3:], 2023)  # no outline: its parts stand once
    assert not list(twice)
