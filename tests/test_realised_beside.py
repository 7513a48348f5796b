"""What a sentence says was spent of the budget of a row, held against what the row prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

REPORT = """LAPORAN KINERJA DINAS KELAUTAN TAHUN 2023

BAB III AKUNTABILITAS KINERJA

Tabel 3.8 Realisasi anggaran program tahun 2023

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Pengelolaan Perikanan Tangkap | 1.517.200.000 | 1.214.976.000 | 80,08 |
| 2 | Pengawasan Sumber Daya Kelautan | 662.400.000 | 609.624.500 | 92,03 |
| 3 | Penguatan Daya Saing Produk | 971.600.000 | 863.709.350 | 88,90 |
| | Jumlah | 3.151.200.000 | 2.688.309.850 | 85,31 |

"""
SENTENCE = ("Program Pengawasan Sumber Daya Kelautan terdiri dari 5 (lima) kegiatan dengan jumlah "
            "anggaran Rp {} yang {} sebesar Rp {}{}.")  # fmt: skip


def accused(base: Path, sentence: str) -> list[tuple[str, str]]:
    path = base / "a.md"
    path.write_text(REPORT + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-kelautan", 2023).claims
    return [(c.nilai, c.sel) for c in claims if c.differs and "[" in c.sel]


@pytest.mark.parametrize("verb", ["terealisasi", "direalisasikan", "terserap"])
def test_another_amount_spent_than_the_row_prints_is_told(tmp_path: Path, verb: str) -> None:
    said = SENTENCE.format("662.400.000", verb, "552.054.500", "")
    ((printed, cell),) = accused(tmp_path, said)
    assert printed == "Rp 552.054.500"
    assert cell.startswith("sumber=anggaran[") and cell.endswith("].realisasi")


@pytest.mark.parametrize("sentence", [
    SENTENCE.format("662.400.000", "terealisasi", "609.624.500", ""),  # the sound twin
    # Of a part of the year, of another year, of a part of the money, of another stage of it.
    SENTENCE.format("662.400.000", "terealisasi", "552.054.500", " sampai dengan Triwulan III"),
    SENTENCE.format("662.400.000", "terealisasi", "552.054.500", " pada tahun 2022"),
    SENTENCE.format("662.400.000", "digunakan untuk honor", "152.054.500", ""),
    SENTENCE.format("662.400.000", "terealisasi", "552.054.500", ", sisanya belum dibayar"),
    SENTENCE.format("662.400.000", "terealisasi", "552.054.500", " untuk patroli"),
    SENTENCE.format("663.900.000", "terealisasi", "552.054.500", ""),  # no row has that budget
    SENTENCE.format("662.400.000", "terealisasi", "792.054.500", ""),  # more than the budget
])  # fmt: skip
def test_amounts_of_something_else_are_left_alone(tmp_path: Path, sentence: str) -> None:
    assert accused(tmp_path, sentence) == []


SPENT = "Realisasi anggaran {}, yakni sebesar Rp {} atau {} persen."


@pytest.mark.parametrize("verb", ["Realisasi anggaran", "Anggaran yang terserap untuk"])
def test_a_budget_called_spent_beside_a_share_of_it_is_told(tmp_path: Path, verb: str) -> None:
    said = SPENT.replace("Realisasi anggaran", verb)
    told = said.format("seluruh program", "3.151.200.000", "84,53")
    ((printed, cell),) = accused(tmp_path, told)
    assert (printed, cell) == ("Rp 3.151.200.000", "sumber=anggaran[jumlah].realisasi")


@pytest.mark.parametrize("sentence", [
    SPENT.format("seluruh program", "2.688.309.850", "85,31"),  # the sound twin
    SPENT.format("dari pagu seluruh program", "3.151.200.000", "85,31"),  # of which it was spent
    SPENT.format("seluruh program", "3.151.200.000", "100,00"),  # says itself that all was spent
    SPENT.format("sampai Triwulan II", "3.151.200.000", "85,31"),
    SPENT.format("tahun 2022", "3.151.200.000", "85,31"),
    "Anggaran seluruh program adalah sebesar Rp 3.151.200.000 atau 85,31 persen dari APBD.",
])  # fmt: skip
def test_a_budget_that_is_not_called_spent_is_left_alone(tmp_path: Path, sentence: str) -> None:
    assert accused(tmp_path, sentence) == []


def row_by_row(*told: tuple[str, str]) -> str:
    """Sentences that name their programmes otherwise than the table does."""
    kinds = ("Nelayan", "Patroli", "Mutu")
    said = "Program {} dengan jumlah anggaran Rp {} yang terealisasi sebesar Rp {}."
    return "\n\n".join(said.format(n, *one) for n, one in zip(kinds, told, strict=True))


def test_a_round_budget_between_those_of_the_rows_around_it_is_of_its_row(tmp_path: Path) -> None:
    first, second, third = (
        ("1.517.200.000", "1.214.976.000"), ("662.400.000", "552.054.500"),
        ("971.600.000", "863.709.350"),
    )  # fmt: skip
    ((printed, cell),) = accused(tmp_path, row_by_row(first, second, third))
    assert (printed, cell.rpartition(".")[2]) == ("Rp 552.054.500", "realisasi")
    sound = "662.400.000", "609.624.500"
    assert accused(tmp_path, row_by_row(first, sound, third)) == []
    assert accused(tmp_path, row_by_row(second, first, third)) == []  # told in no order of rows
    other = "971.900.000", "863.709.350"
    assert accused(tmp_path, row_by_row(first, second, other)) == []  # the last is of no row
