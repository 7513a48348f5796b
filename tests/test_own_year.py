"""A report that calls itself one of another year where it says what it rests on."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.dates.own_year import own_year

OWN = ("LKIP Dinas Sosial Tahun 2023 disusun oleh semua bidang.",
       "Laporan Kinerja Dinas Sosial Tahun 2023 memuat hasil pengukuran.")  # fmt: skip
RESTS = "Dasar hukum penyusunan LKIP Dinas Sosial Kota Contoh Tahun {} adalah sebagai berikut:"


def told(*sentences: str) -> list[str]:
    blocks = [Paragraph(text, "BAB I", i) for i, text in enumerate(sentences)]
    return [claim.nilai for claim in own_year(blocks, 2023) if claim.aturan == "teks_sama"]


@pytest.mark.parametrize(("sentence", "found"), [
    (RESTS.format(2022), ["2022"]),
    (RESTS.format(2023), []),  # the sound twin
    (RESTS.format(2015), []),  # so old a sentence is of something else
    ("Peraturan yang mendasari penyusunan Laporan Kinerja Tahun 2022, yaitu:", ["2022"]),
    ("Evaluasi atas LKIP Dinas Sosial Tahun 2022 adalah sebagai berikut:", []),
    ("Tujuan evaluasi dan penyusunan LKIP Dinas Sosial Tahun 2022 adalah perbaikan.", []),
    ("Dasar hukum penyusunan LKIP sesuai pedoman Tahun 2022 adalah sebagai berikut:", []),
    ("Tujuan penyusunan LKIP Tahun 2022-2026 adalah sebagai berikut:", []),
])  # fmt: skip
def test_the_year_of_the_report_where_it_tells_of_itself(sentence: str, found: list[str]) -> None:
    assert told(*OWN, sentence) == found


def test_a_report_that_seldom_names_its_year_may_be_of_the_other() -> None:
    assert told(OWN[0], RESTS.format(2022)) == []
