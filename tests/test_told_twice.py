"""Two sentences that tell one thing with two figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

HEAD = """LAPORAN KINERJA DINAS PERHUBUNGAN TAHUN 2023

BAB III AKUNTABILITAS KINERJA

| No | Sarana | Jumlah |
|---|---|---|
| 1 | Lemari | 24 |
| 2 | Meja kerja | 61 |

"""


def told(folder: Path, *sentences: str) -> list[str]:
    path = folder / "a.md"
    path.write_text(HEAD + "\n\n".join(sentences) + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-perhubungan", 2023).claims
    return [claim.nilai for claim in claims if claim.kode.startswith("dua_kali") and claim.differs]


@pytest.mark.parametrize(("one", "other"), [
    ("Jumlah juru parkir yang dibina pada tahun 2023 sebanyak {} orang.",
     "Pada tahun 2023 juru parkir yang dibina adalah {} orang."),
    ("Tenaga kesehatan yang mengikuti bimbingan teknis tahun 2023 sebanyak {} orang.",
     "Sebanyak {} orang tenaga kesehatan mengikuti bimbingan teknis pada tahun 2023."),
])  # fmt: skip
def test_two_figures_of_one_thing_are_told(one: str, other: str, tmp_path: Path) -> None:
    between = "Pembinaan dilaksanakan bersama kepolisian."
    assert told(tmp_path, one.format("315"), between, other.format("315")) == []
    assert told(tmp_path, one.format("315"), between, other.format("351")) == ["351"]


@pytest.mark.parametrize(("one", "other"), [
    # Another year, another thing, a part, a plan, a list of places, figures far apart.
    ("Juru parkir yang dibina pada tahun 2022 sebanyak 315 orang.",
     "Juru parkir yang dibina pada tahun 2023 sebanyak 351 orang."),
    ("Juru parkir resmi yang dibina pada tahun 2023 sebanyak 315 orang.",
     "Juru parkir liar yang dibina pada tahun 2023 sebanyak 351 orang."),
    ("Juru parkir yang dibina pada tahun 2023 ditargetkan 315 orang.",
     "Juru parkir yang dibina pada tahun 2023 sebanyak 351 orang."),
    ("Peserta yang hadir dalam kegiatan ini pada tahun 2023 sebanyak 315 orang.",
     "Peserta yang hadir dalam kegiatan ini pada tahun 2023 sebanyak 351 orang."),
    ("Jumlah peserta sebanyak 315 orang.", "Jumlah peserta sebanyak 351 orang."),
    ("Juru parkir yang dibina pada tahun 2023 sebanyak 315 orang.",
     "Juru parkir yang dibina pada tahun 2023 sebanyak 190 orang."),
    ("Juru parkir yang dibina pada tahun 2023 sebanyak 315 orang.",  # in the sections of two units
     "Juru parkir yang dibina pada tahun 2023 sebanyak 375 orang."),
    # Each goal has one of its own.
    ("Rata-rata capaian kinerja sasaran pada tahun 2023 sebesar 104,67 persen.",
     "Rata-rata capaian kinerja sasaran pada tahun 2023 sebesar 104,87 persen."),
])  # fmt: skip
def test_two_things_may_have_two_figures(one: str, other: str, tmp_path: Path) -> None:
    assert told(tmp_path, one, other) == []


def test_a_line_that_is_repeated_for_many_is_of_many(tmp_path: Path) -> None:
    told_of = "Juru parkir yang dibina pada tahun 2023 sebanyak {} orang."
    assert told(tmp_path, *(told_of.format(n) for n in (315, 351, 316))) == []
