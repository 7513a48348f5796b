"""The list of figures of a report beside the captions under the pictures."""

from __future__ import annotations

from pathlib import Path

from proposals import read_proposal

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
