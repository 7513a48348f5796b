"""Figures of sentences and classes of scales that are right, in shapes in which they were taken for
wrong: each with a wrong twin."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from proposals import HEAD, read_proposal, told

from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.table_rules import band_of
from lkjip_analysis.intake.usul.datafiles import Accepted, _goals

REACHED = """Tabel 3.2 Capaian indikator tahun 2022

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Kandang yang dibina | kandang | 83 | 75 | 90,36 |
| 2 | Peternak penerima manfaat | orang | 8.120 | 8.006 | 98,60 |
| 3 | Kader yang dilatih | orang | 150 | 153 | 102,00 |

"""


def claims(text: str, base: Path) -> dict[str, ProposedClaim]:
    path = base / "laporan.md"
    path.write_text(HEAD + text, encoding="utf-8")
    return {claim.nilai: claim for claim in read_proposal(path, "dinas-ternak", 2022).claims}


def scale(*classes: tuple[str, str]) -> str:
    rows = "".join(f"| {edges} | {name} |\n" for edges, name in classes)
    head = "Tabel 3.1 Skala Penilaian\n\n| Skala Nilai | Kategori Penilaian |\n|---|---|\n"
    return head + rows + "\n" + REACHED


@pytest.mark.parametrize(("good", "found"), [
    ("80 > 100", ""),  # above 80, up to 100
    ("80 ke 100", ""),  # nobody can say where it begins and ends
    ("> 85 - 100", "nilai di antara 80 dan 85 tidak mempunyai kategori"),
])  # fmt: skip
def test_a_class_of_odd_edges_leaves_no_hole(good: str, found: str, tmp_path: Path) -> None:
    """Between 55 and 80 and above 100 stand two classes, and "Baik" between those."""
    text = scale(("> 100", "Sangat Baik"), (good, "Baik"), ("> 55 - 80", "Sedang"),
                 ("≤ 55", "Kurang"))  # fmt: skip
    printed = told(text, tmp_path)
    assert ("tidak mempunyai kategori" in printed) == bool(found)
    assert found in printed


@pytest.mark.parametrize(("edges", "told"), [
    ("50 - < 80 %", ("50", "", "", "80")),
    ("≥ 50 % s.d. < 80 %", ("50", "", "", "80")),
    ("> 50 – < 80", ("", "50", "", "80")),
    (">= 50 - 80", ("50", "", "80", "")),
    ("> 50 sampai dengan 80", ("", "50", "80", "")),
    ("50 - ≤ 80", ("50", "", "80", "")),
    ("50% - 79,99%", ("50", "", "79.99", "")),
    ("≤ 50", ("", "", "50", "")),
    ("50 - 80 - 90", ("", "", "", "")),
    # From the upper end: it is no less a class, and its document is read all the same.
    ("79,99 – 50", ("50", "", "79.99", "")),
])  # fmt: skip
def test_the_signs_of_a_class_tell_which_ends_are_its_own(
    edges: str, told: tuple[str, ...]
) -> None:
    band = band_of("Sedang", edges, "Tabel 3.1")
    assert (band.dari, band.lebih_dari, band.sampai, band.kurang_dari) == told


@pytest.mark.parametrize(("middle", "is_wrong"), [("50 - < 80 %", False), ("50 - 80 %", True)])
def test_a_class_that_ends_below_80_leaves_80_to_the_next(
    middle: str, is_wrong: bool, tmp_path: Path
) -> None:
    text = scale(("> 100 %", "Sangat Baik"), ("80 – 100 %", "Baik"), (middle, "Sedang"),
                 ("< 50 %", "Kurang"))  # fmt: skip
    assert ("nilai tepat 80" in told(text, tmp_path)) is is_wrong


def test_beside_a_class_that_is_not_read_two_that_miss_a_value_are_told(tmp_path: Path) -> None:
    text = scale(("> 100", "Sangat Baik"), ("80 ke 100", "Baik"), ("> 55 - 80", "Sedang"),
                 ("< 55", "Kurang"))  # fmt: skip
    assert "nilai tepat 55 tidak mempunyai kategori" in told(text, tmp_path)


def test_amounts_of_two_items_of_a_list_are_no_share(tmp_path: Path) -> None:
    """806.904.000 of 887.715.500 is 90,90 %: two budgets, each with its absorption."""
    listed = ("Kegiatan itu terdiri atas 1) Pembinaan Kandang sebesar Rp. 887.715.500,- "
              "penyerapan 92,90 %, 2) Penataan Kawasan sebesar Rp. 806.904.000,- penyerapan "
              "91,62 %.\n")  # fmt: skip
    assert claims(REACHED + listed, tmp_path)["91,62 %"].aturan == ""


@pytest.mark.parametrize(("share", "differs"), [("90,90", False), ("91,62", True)])
def test_amounts_of_one_item_and_of_what_is_shared_out_are(
    share: str, differs: bool, tmp_path: Path
) -> None:
    """806.904.000 / 887.715.500 = 90,897 %."""
    own = ("Kegiatan itu terdiri atas 1) Penataan Kawasan dengan pagu Rp. 887.715.500,- "
           f"terealisasi Rp. 806.904.000,- atau {share} %, 2) Pembinaan Kandang.\n")  # fmt: skip
    whole = ("Pagu Rp. 887.715.500,- dipakai untuk 1) Penataan Kawasan sebesar Rp. 806.904.000,- "
             f"atau {share} %, dan 2) Pembinaan Kandang.\n")  # fmt: skip
    for text in (own, whole):
        claim = claims(REACHED + text, tmp_path)[f"{share} %"]
        assert (claim.aturan, claim.differs) == ("rasio", differs)


@pytest.mark.parametrize(("told_of", "rule"), [
    ("untuk meningkatkan kebuntingan sapi dari 66 % menjadi 70 %", ""),
    ("untuk meningkatkan kebuntingan sapi dari 60 % menjadi 66 %", ""),
    ("atau 66 % di antaranya", "rasio"),
])  # fmt: skip
def test_the_ends_of_a_change_are_no_share_of_what_was_counted(
    told_of: str, rule: str, tmp_path: Path
) -> None:
    text = f"Surat terbit untuk 9 ekor sapi perah dan 6 ekor kambing {told_of}.\n"
    assert claims(REACHED + text, tmp_path)["66 %"].aturan == rule


PRICES = """Tabel 3.3 Indeks harga

| Bulan | Indeks NTP |
|---|---|
| Januari | 105,95 |
| April | 102,78 |
| Juli | 104,17 |
| Desember | 107,24 |

"""


@pytest.mark.parametrize(("printed", "differs"), [("104,90 (SB)", False), ("", True)])
def test_what_a_table_prints_is_no_mean_of_another(
    printed: str, differs: bool, tmp_path: Path
) -> None:
    """(105,95 + 102,78 + 104,17 + 107,24) / 4 = 105,035; 104,90 is printed of a goal."""
    goals = f"Tabel 3.4 Sasaran\n\n| Sasaran | Nilai |\n|---|---|\n| Produksi | {printed} |\n\n"
    text = goals + PRICES + "Sasaran produksi mempunyai rata-rata capaian 104,90 %.\n"
    assert claims(text, tmp_path)["104,90 %"].differs is differs
    in_english = (text.replace(",", ".") + REACHED).replace("98,60", "98.60")
    assert claims(in_english, tmp_path)["104.90 %"].differs is differs


def test_a_figure_behind_the_word_sasaran_is_no_goal_of_the_plan() -> None:
    """ "Untuk sasaran (1.1) ..." is a claim with such a code too; a goal of the plan is a text."""
    told = [{"kode": "sasaran_7", "nilai": "1.1", "tipe": "angka"},
            {"kode": "sasaran_8", "nilai": "Ternak sehat", "tipe": "teks"}]  # fmt: skip
    accepted = cast(Accepted, SimpleNamespace(claims=told, tables=[]))
    assert _goals(accepted) == {"8": "Ternak sehat"}


AGREED = """Tabel 2.1 Perjanjian kinerja tahun 2022

| No | Indikator Kinerja | Satuan | Target |
|---|---|---|---|
| 1 | Kandang yang bersih | % | 70 |
| 2 | Peternak yang hadir | % | 65 |
| 3 | Kader yang lulus | % | 72 |
{more}
"""
MEAN = "Besarnya rata-rata {what} pada tahun 2022 adalah sebesar 69,90 %.\n"


@pytest.mark.parametrize(("more", "what", "held"), [
    ("", "target", True),  # 70 + 65 + 72 = 207, and a third of it is 69
    ("", "capaian keluaran", False),  # what was achieved is no mean of what was agreed
    ("| 4 | Contoh uji | sampel | 1.320 |\n", "target", False),  # of some rows
])  # fmt: skip
def test_a_mean_is_held_to_a_whole_column_of_its_measure(
    more: str, what: str, held: bool, tmp_path: Path
) -> None:
    text = AGREED.format(more=more) + MEAN.format(what=what)
    found = claims(text, tmp_path).get("69,90 %")
    assert bool(found and "perjanjian[*].target" in found.sel) == held


@pytest.mark.parametrize(("words", "held"), [
    # 3.753 of 3.827 million are 98,07 percent, and 99,72 of what was not blocked.
    ("atau 98,07% dari pagu Rp3.827.000.000, atau 99,72% dari pagu setelah blokir.", False),
    ("dari pagu Rp3.827.000.000, atau 99,72% dari pagu.", True),
])  # fmt: skip
def test_a_second_share_in_a_sentence_is_of_something_else(
    words: str, held: bool, tmp_path: Path
) -> None:
    found = claims(REACHED + f"Realisasi tahun 2022 sebesar Rp3.753.000.000 {words}\n", tmp_path)
    assert ("99,72%" in found and found["99,72%"].aturan == "rasio") == held


@pytest.mark.parametrize(("sentence", "figure", "rule"), [
    # Of which less is better: (2 x 16 - 17) / 16 is 93,75 percent; 15 of 16 are as much.
    ("Yang sakit mencapai 17 orang dengan persentase capaian 93,8% dari target 16 orang.",
     "93,8%", ""),
    ("Yang hadir mencapai 15 orang dengan persentase capaian 39,8% dari target 16 orang.",
     "39,8%", "rasio"),
    # What 2 of 3 indicators reach each is no share of them: 2 of 3 are 66,67 percent.
    ("Dari 3 indikator terdapat 2 indikator dengan capaian 100% atau lebih.", "100%", ""),
    ("Dari 3 indikator terdapat 2 indikator dengan capaian 100%.", "100%", ""),
    ("Dari 3 (tiga) kegiatan, 2 (dua) kegiatan dengan serapan 100%.", "100%", ""),
    ("Sebanyak 2 dari 3 peternak atau 100% ke atas hadir.", "100%", ""),
    ("Dari 3 indikator terdapat 2 indikator dengan persentase 100%.", "100%", "rasio"),
    ("Dari 3 indikator terdapat 2 indikator (100%) yang tercapai.", "100%", "rasio"),
    ("Dari 3 desa terdapat 2 desa dengan capaian 100%.", "100%", "rasio"),
])  # fmt: skip
def test_what_each_of_some_indicators_reaches_is_no_share(
    sentence: str, figure: str, rule: str, tmp_path: Path
) -> None:
    found = claims(REACHED + sentence + "\n", tmp_path).get(figure)
    assert (found.aturan if found else "") == rule


NAMED = """Tabel 3.2 Capaian indikator tahun 2022

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | {name} | {unit} | 120 | 108 | 90,00 |
| 2 | Kader yang dilatih | orang | 150 | 150 | 100,00 |
| 3 | Kandang yang dibina | kandang | 100 | 97 | 97,00 |

"""


@pytest.mark.parametrize(("name", "sentence", "figure", "held"), [
    # 90, 100 and 97 are 287, a third of which is 95,67: one digit from 95,17, and from 25.
    ("Waktu rata-rata penerbitan surat", "Waktu rata-rata penerbitan surat naik 95,17%.", "95,17%",
     False),
    ("Rata-rata lama pelatihan kader", "Rata-rata lama pelatihan kader mencapai 95,17%.", "95,17%",
     False),
    ("Surat yang terbit", "Rata-rata pelayanan diselesaikan dalam waktu 25 menit.", "25", False),
    ("Surat yang terbit", "Rata-rata capaian tahun 2022 sebesar 95,17%.", "95,17%", True),
    ("Waktu rata-rata penerbitan surat", "Rata-rata capaian tahun 2022 sebesar 95,17%.", "95,17%",
     True),
])  # fmt: skip
def test_a_mean_in_the_name_of_a_row_is_none_of_the_rows(
    name: str, sentence: str, figure: str, held: bool, tmp_path: Path
) -> None:
    text = NAMED.format(name=name, unit="menit") + sentence + "\n"
    found = claims(text, tmp_path).get(figure)
    assert bool(found and found.aturan == "rerata") == held


@pytest.mark.parametrize(("time", "held"), [
    ("tahun 2022", True), ("dalam kurun waktu 2 tahun (2021 - 2022)", False),
    ("selama periode tahun 2018-2022", False),
])  # fmt: skip
def test_a_mean_over_years_is_none_of_the_rows_of_one(
    time: str, held: bool, tmp_path: Path
) -> None:
    """(90,36 + 98,60 + 102,00) / 3 is 96,99; over two years the mean may be 96,10."""
    text = REACHED + f"Capaian kinerja {time} mencapai rata-rata sebesar 96,10 %.\n"
    claim = claims(text, tmp_path)
    assert any("rerata" in claim.aturan for claim in claim.values()) == held
