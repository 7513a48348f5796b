"""A year compared with itself, and a table that its sentence gives another number."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.blocks import Block, Outline, Paragraph, Printed
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.noticed.dates.compared_with_itself import compared_with_itself
from lkjip_analysis.intake.noticed.numbering.referred_tables import referred_tables


@pytest.mark.parametrize(("sentence", "count"), [
    ("Hasil panen tahun {} dibandingkan dengan hasil panen tahun 2023 naik 4 persen.", 1),
    ("Tabel itu membandingkan capaian kinerja tahun {} dengan capaian kinerja tahun 2023.", 1),
    ("Realisasi retribusi tahun {} meningkat 12 persen dibandingkan realisasi retribusi tahun "
     "2023.", 1),
    ("Nilai layanan pada tahun {} lebih tinggi daripada tahun 2023.", 1),
    # Of two measures, of parts of the year, of its plan, of a span.
    ("Jumlah sampah terangkut tahun {} terhadap jumlah sampah timbulan tahun 2023 naik.", 0),
    ("Panen triwulan II tahun {} naik dibandingkan triwulan I tahun 2023.", 0),
    ("Realisasi tahun {} lebih rendah dari target tahun 2023.", 0),
    ("Anggaran murni tahun {} naik dibandingkan anggaran tahun 2023.", 0),
    ("Capaian tahun {} dibandingkan dengan capaian tahun 2023-2026 meningkat.", 0),
    # Each report compares itself with other places in the same year.
    ("Capaian kinerja tahun {} dibandingkan dengan capaian kinerja tahun 2023 secara nasional.", 0),
    ("Hasil panen tahun {} terhadap hasil panen tahun 2023 di kabupaten tetangga tinggi.", 0),
    ("Hasil tahun 2022 naik; tahun {} dipakai sebagai dasar, lebih baik dari tahun 2023.", 0),
])  # fmt: skip
def test_a_year_is_compared_with_another_one(sentence: str, count: int) -> None:
    def found(year: str) -> int:
        block = Paragraph(sentence.format(year), "BAB III", 1)
        return len(list(compared_with_itself([block])))

    assert found("2023") == count
    assert found("2024") == 0


def report(*texts: str) -> list[Block]:
    """Paragraphs in their order; "|" is a table."""
    outline, blocks = Outline(), list[Block]()
    for text in texts:
        grid = Grid(((Slot("Uraian"), Slot("Nilai")), (Slot("Rumput"), Slot("12"))), 1)
        blocks += outline.table(grid) if text == "|" else outline.paragraph(Printed(text))
    return blocks


LEAD = "Sebaran bibit mangga menurut kecamatan disajikan pada Tabel {} berikut."
TITLE = "Tabel 3.4 Sebaran bibit mangga menurut kecamatan"


@pytest.mark.parametrize("texts", [
    (LEAD.format("3.5"), TITLE, "|"),
    (LEAD.format("3.5"), "Tabel 3.4", "Sebaran bibit mangga menurut kecamatan", "|"),
    ("Tabel 3.5 Luas kebun", "|", LEAD.format("3.5").replace("berikut", "di bawah"), TITLE, "|"),
])  # fmt: skip
def test_a_sentence_that_leads_to_a_table_under_another_number_is_told(
    texts: tuple[str, ...],
) -> None:
    told = [(c.nilai, c.aturan) for c in referred_tables(report(*texts))]
    assert told == [("3.4", ""), ("3.5", "teks_sama")]
    right = [text.replace("Tabel 3.5 di", "Tabel 3.4 di").replace("3.5 ber", "3.4 ber")
             for text in texts]  # fmt: skip
    assert list(referred_tables(report(*right))) == []


@pytest.mark.parametrize("texts", [
    # Two tables, one above, one of which a table tells more, a title of few words, another thing.
    (LEAD.format("3.4 dan Tabel 3.5"), TITLE, "|"),
    (LEAD.format("3.3").replace(" berikut", " di atas"), TITLE, "|"),
    ("Tabel 3.5 Sebaran bibit mangga menurut kecamatan", "|", LEAD.format("3.5"), TITLE, "|"),
    ("Sebaran bibit disajikan pada Tabel 3.5 berikut.", "Tabel 3.4 Sebaran bibit", "|"),
    ("Luas kebun tebu rakyat disajikan pada Tabel 3.5 berikut.", TITLE, "|"),
    (LEAD.format("3.5"), "Bibit itu dirawat penangkar.", "Bibit itu dibagikan.", TITLE, "|"),
    (f"{LEAD.format('3.5')} Bibit itu dirawat penangkar.", TITLE, "|"),
])  # fmt: skip
def test_a_number_that_may_be_of_another_table_is_left_alone(texts: tuple[str, ...]) -> None:
    assert list(referred_tables(report(*texts))) == []
