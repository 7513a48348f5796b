"""What a rate is counted on ("per 100.000 kelahiran hidup") is a unit, and no figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from social_report import SOCIAL_REPORT

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.intake.sentences.sentence_figures import figures_in
from lkjip_analysis.output.examined.examining import examine

NOW = "Angka Kematian Ibu tahun 2024 sebesar 88,42"


@pytest.mark.parametrize(("sentence", "texts"), [
    ("88,42 per 100.000 kelahiran hidup", ["88,42"]),
    ("8,61 per 1.000 KH dan 8,61/1.000 KH", ["8,61", "8,61"]),
    ("12,5 kematian ibu per 100.000 kelahiran hidup", ["12,5"]),
    ("45 kasus per 10.000 penduduk, tiap 100 balita, untuk setiap 1.000 orang", ["45"]),
    ("dengan rumus (2 x Target - Realisasi) / Target x 100%, yaitu 95,00", ["95,00"]),
    # None of these is what something is counted on.
    ("sebesar 1.000 kelahiran per tahun", ["1.000"]),
    ("12 orang per 1.500 ekor", ["12", "1.500"]),
    ("surat nomor 12/1000/2024", []),
])  # fmt: skip
def test_what_a_rate_is_counted_on_is_no_figure(sentence: str, texts: list[str]) -> None:
    assert [figure.text for figure in figures_of(sentence)] == texts
    stated, _ = figures_in(Paragraph(sentence, "BAB III", 1))
    assert [figure.text for figure in stated] == texts


# 101,75 - 88,42 = 13,33: it fell.
@pytest.mark.parametrize(("sentence", "wrong"), [
    (f"{NOW} per 100.000 kelahiran hidup, turun 13,33 poin dibandingkan tahun 2023 yang sebesar "
     "101,75.", ""),
    (f"{NOW} per 100.000 kelahiran hidup, naik 13,33 poin dibandingkan tahun 2023 yang sebesar "
     "101,75.", "101,75 menjadi 88,42"),
    (f"{NOW} kematian per 100.000 kelahiran hidup, naik 13,33 poin dibandingkan tahun 2023 yang "
     "sebesar 101,75.", "101,75 menjadi 88,42"),
    ("Angka Kematian Bayi turun dari 8,97 per 1.000 kelahiran hidup menjadi 8,61 per 1.000 "
     "kelahiran hidup.", ""),
    ("Angka Kematian Bayi naik dari 8,97 per 1.000 kelahiran hidup menjadi 8,61 per 1.000 "
     "kelahiran hidup.", "8,97 menjadi 8,61"),
])  # fmt: skip
def test_a_rate_is_compared_with_a_rate(sentence: str, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(SOCIAL_REPORT + sentence + "\n", encoding="utf-8")
    found = examine(path, tmp_path / "hasil", "dinas-sosial", 2024).verification.findings
    assert [wrong in finding.message for finding in found] == [True] * bool(wrong)
