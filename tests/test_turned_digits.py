"""Two digits exchanged in a sentence that names no row; one near it prints them right."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal, sentences_read

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.sentences_and_rows import turned_digits
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.numbers.printed import read as read_figure
from lkjip_analysis.report.schema import Column

TABLE = """Tabel 3.1 Capaian indikator tahun 2023

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Tera ulang timbangan pasar | % | 90,00 | 73,58 | 81,76 |
| 2 | Pedagang yang tertib ukur | % | 60,00 | 48,12 | 80,20 |"""
RIGHT = (
    "Dari 5.420 alat milik pedagang sayur yang wajib diuji, sidang keliling bersama penera ahli "
    "menjangkau 3.988 alat sehingga nilainya 73,58 persen."
)
AGAIN = "Sidang keliling bersama penera ahli bagi pedagang sayur hanya mencapai {} persen."


def turned(folder: Path, *lines: str) -> list[tuple[str, str]]:
    path = folder / "a.md"
    head = ("LAPORAN KINERJA DINAS PERDAGANGAN TAHUN 2023", "BAB III AKUNTABILITAS KINERJA", TABLE)
    path.write_text("\n\n".join([*head, *lines]) + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-perdagangan", 2023).claims
    return [(c.nilai, c.sel.rpartition(".")[2]) for c in claims if c.kode.startswith("tertukar")]


@pytest.mark.parametrize(("print", "found"), [
    ("73,85", [("73,85 persen", "realisasi")]),
    ("37,58", [("37,58 persen", "realisasi")]),
    ("75,38", [("75,38 persen", "realisasi")]),
    ("73,58", []),
    # Another digit may be another figure; so may one that a table prints.
    ("73,56", []),
    ("48,12", []),
])  # fmt: skip
def test_exchanged_digits_are_told_by_the_sentence_near_it(
    print: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert turned(tmp_path, RIGHT, AGAIN.format(print)) == found


@pytest.mark.parametrize("lines", [
    # Of another thing, of another year, in no sentence near it, or true of its own sentence.
    (RIGHT, "Kehadiran pegawai pada upacara pagi mencapai 73,85 persen."),
    (RIGHT, f"Pada tahun 2021 {AGAIN.format('73,85')}"),
    (RIGHT, AGAIN.replace("sayur", "sayur perempuan").format("73,85")),
    (AGAIN.format("73,85"),),
    (RIGHT, *["Kegiatan lain diuraikan berikutnya dalam naskah ini juga."] * 7,
     AGAIN.format("73,85")),
    # 4.800 / 6.500 = 0,7385
    (RIGHT, "Sidang keliling bersama penera ahli bagi pedagang sayur memakai Rp 4.800.000 dari "
     "pagu Rp 6.500.000 atau 73,85 persen."),
    # Both stand in one sentence: they are two figures.
    (RIGHT, f"Setelah 73,58 persen, {AGAIN.format('73,85')}"),
    # The other print stands oftener: nobody knows which is meant.
    (RIGHT, AGAIN.format("73,85"), AGAIN.format("73,85")),
])  # fmt: skip
def test_what_may_be_another_figure_is_left_alone(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert turned(tmp_path, *lines) == []


def test_a_sentence_is_read_for_its_relations_once_for_all_its_figures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = sentences_read(monkeypatch, turned_digits)
    # 3013, 3014 ... 5019, and 3031, 3041 ... 5091, which the cells print.
    wrong = [f"{number}" for start in (3010, 4010, 5010) for number in range(start + 3, start + 10)]
    right = [f"{text[:2]}{text[3]}{text[2]}" for text in wrong]
    column = Column("pegawai", "angka")
    spots = [Spot(f"t[{text}].pegawai", read_figure(text), "orang", column, text, "A", "", 0, "")
             for text in right]  # fmt: skip
    blocks = [
        Paragraph(f"Pegawai honorer perpustakaan keliling: {', '.join(told)} orang.", "BAB III", 1)
        for told in (wrong, right)
    ]

    assert len(list(turned_digits.turned_digits(blocks, spots))) == len(wrong)
    # Each once to find its figures, the one once more to ask which relations hold between them.
    assert len(read) == 3


INCOME = """Tabel 3.2 Pendapatan tahun 2023

| No | Uraian | Anggaran (Rp) | Realisasi (Rp) |
|---|---|---|---|
| 1 | Pajak daerah | 21.315.887.462 | 22.694.035.187 |
| 2 | Retribusi daerah | 3.120.000.000 | 2.914.556.031 |"""


@pytest.mark.parametrize(("amount", "found"), [
    ("Rp22.964.035.187", [("Rp22.964.035.187", "realisasi")]),
    ("Rp 22.964.035.187,00", [("Rp 22.964.035.187,00", "realisasi")]),
    ("Rp22.694.035.187", []),
    ("Rp22.694.035.186", []),  # one digit apart may be another amount
    ("Rp3.210.000.000", []),  # so may one of few digits
])  # fmt: skip
def test_an_amount_of_many_digits_is_that_of_the_table(
    amount: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    # What is reckoned from the wrong one holds: 22.964.035.187 - 21.315.887.462 = 1.648.147.725.
    told = f"Penerimaan seluruhnya {amount} atau naik Rp1.648.147.725 dari Rp21.315.887.462."
    assert turned(tmp_path, INCOME, told) == found
