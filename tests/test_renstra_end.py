"""What was reached against the end of the plan, where the report is of its last year."""

from __future__ import annotations

from pathlib import Path

from proposals import read_proposal

from lkjip_analysis.intake.pdf.pages.text_flow import BULLET, _unmarked


def rules(folder: Path, head: str) -> list[str]:
    path = folder / "a.md"
    lines = [
        "LAPORAN KINERJA RUMAH SAKIT TAHUN 2023",
        "BAB III AKUNTABILITAS KINERJA",
        "Tabel 3.1 Capaian Kinerja",
        f"| Sasaran | Indikator Kinerja | Target | Realisasi | Capaian (%) | {head} |\n"
        "|---|---|---|---|---|---|\n"
        "| Mutu layanan | Hari rawat | 300 | 270 | 90,00 | 90,00 |\n"
        "| | Kunjungan | 700 | 630 | 90,00 | 90,00 |",
    ]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found = read_proposal(path, "rumah-sakit", 2023).rules
    return [rule.sel for rule in found if rule.nama.startswith("akhir_renstra")]


def test_the_end_of_the_plan_is_the_target_of_its_last_year(tmp_path: Path) -> None:
    (sel,) = rules(tmp_path, "Capaian terhadap Target Akhir Renstra (2023) (%)")
    assert sel == ("tabel=capaian; baris=*; hasil=.capaian_renstra; realisasi=.realisasi; "
                   "target=.target")  # fmt: skip


def test_a_plan_that_goes_on_has_another_target(tmp_path: Path) -> None:
    assert not rules(tmp_path, "Capaian terhadap Target Akhir Renstra (2026) (%)")
    assert not rules(tmp_path, "Capaian terhadap Target Akhir Renstra (%)")


def test_only_the_mark_before_a_point_is_left_out() -> None:
    """An o that ends a word, and the sign of a range, are no marks."""
    assert _unmarked("Pasar Sido Makmur 2016 - 2020") == "Pasar Sido Makmur 2016 - 2020"
    assert _unmarked("o Pasar Sido Makmur") == "Pasar Sido Makmur"
    assert _unmarked("- Target 2016 - 2020") == "Target 2016 - 2020"
    assert BULLET.match("• satu")
