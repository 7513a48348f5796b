"""Relations that nobody declared: found where headings or most rows tell them, else silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from lkjip_analysis.intake.relations import (
    FoundRelation,
    Grid,
    GridColumn,
    discover,
    repeated_figures,
)
from lkjip_analysis.numbers.printed import Printed, read

Lines = Mapping[str, Sequence[str]]


def grid(heads: Mapping[str, str], rows: Lines, sums: Lines | None = None) -> Grid:
    """A table t with these headings; a blank text is a cell without a figure."""

    def figures(texts: Sequence[str]) -> dict[str, Printed]:
        cells = zip(heads, texts, strict=True)
        return {name: read(text, "indonesia") for name, text in cells if text}

    sums = sums or {}
    columns = tuple(GridColumn(n, head, "%" in head) for n, head in heads.items())
    places = {name: i for i, name in enumerate(heads)}
    told = {key: figures(texts) for key, texts in rows.items()}
    totals = {key: figures(texts) for key, texts in sums.items()}
    order = (*rows, *sums)
    return Grid("t", "Tabel 1", columns, places, told, totals, order, {k: k for k in order})


def one(found: Sequence[FoundRelation], name: str) -> FoundRelation:
    return next(relation for relation in found if relation.name == name)


BUDGET = {"pagu": "Pagu", "pakai": "Realisasi", "persen": "%", "sisa": "Sisa"}
SPENT = {
    "a": ("400.000.000", "390.000.000", "97,50", "10.000.000"),
    "b": ("250.000.000", "200.000.000", "80,00", "50.000.000"),
    "c": ("120.000.000", "118.800.000", "99,00", "1.200.000"),
    "d": ("640.000.000", "512.000.000", "85,00", "128.000.000"),  # 80,00
}


def test_a_heading_and_most_rows_tell_a_share_and_a_rest() -> None:
    found = discover([grid(BUDGET, SPENT)])
    share = one(found, "persen_t_persen")
    assert share.kind == "rasio"
    assert share.entries["pembilang"] == ".pakai" and share.entries["penyebut"] == ".pagu"
    assert (share.kept, share.of, share.basis) == (3, 4, "tercetak")
    rest = one(found, "selisih_t_sisa")
    assert rest.entries["dari"] == ".pagu" and rest.entries["kurang"] == ".pakai"
    assert (rest.kept, rest.of) == (4, 4)


def test_a_relation_is_told_by_the_headings_that_are_printed() -> None:
    # "persen adalah pakai dalam persen pagu" named columns of data that no reader knows.
    share = one(discover([grid(BUDGET, SPENT)]), "persen_t_persen")
    assert share.reason.startswith("Tabel 1: “%” adalah “Realisasi” dalam persen “Pagu”; cocok ")
    total = one(discover([grid(STATES, FOLLOWED)]), "hubungan_t_saran")
    assert total.reason.startswith("Tabel 1: “Rekomendasi” adalah jumlah “S” + “P” + “B”; cocok ")
    # Of a column called as a word of the formula only the column is meant, not the word.
    rows = {
        "a": ("52", "31", "21"),
        "b": ("43", "29", "14"),
        "c": ("88", "19", "69"),
        "d": ("61", "44", "17"),
    }
    heads = {"jumlah": "Jumlah", "bagian": "Bagian", "rest": "Lainnya"}
    whole = one(discover([grid(heads, rows)]), "jumlah_t_jumlah")
    assert whole.reason.startswith("Tabel 1: “Jumlah” adalah jumlah “Bagian” + “Lainnya”; cocok ")
    bought = {"jumlah": "Jumlah", "harga": "Harga Satuan (Rp)", "biaya": "Biaya (Rp)"}
    paid = {"a": ("12", "1.500", "18.000"), "b": ("7", "2.350", "16.450"),
            "c": ("35", "125", "4.375")}  # fmt: skip
    cost = next(r for r in discover([grid(bought, paid)]) if r.kind == "hasil_kali")
    told = "Tabel 1: “Biaya (Rp)” adalah “Jumlah” dikali “Harga Satuan (Rp)”; cocok "
    assert cost.reason.startswith(told)


def test_nothing_of_nothing_neither_keeps_nor_fails_a_share() -> None:
    empty = {f"kosong {i}": ("0", "0", "0", "0") for i in range(6)}
    share = one(discover([grid(BUDGET, {**SPENT, **empty})]), "persen_t_persen")
    assert (share.kept, share.of) == (3, 4)


STATES = {"saran": "Rekomendasi", "selesai": "S", "proses": "P", "belum": "B"}
FOLLOWED = {
    "a": ("52", "32", "18", "2"), "b": ("43", "29", "12", "2"), "c": ("59", "30", "16", "13"),
    "d": ("88", "70", "10", "8"), "e": ("61", "40", "15", "6"), "f": ("37", "20", "14", "2"),
}  # fmt: skip


def test_a_sum_that_no_heading_tells_is_a_proposal_and_names_the_row_that_fails() -> None:
    """20 + 14 + 2 = 36, not 37; the other five rows add up."""
    relation = one(discover([grid(STATES, FOLLOWED)]), "hubungan_t_saran")
    assert relation.entries["bagian"] == ".selesai + .proses + .belum"
    assert (relation.kept, relation.of, relation.basis) == (5, 6, "usulan")
    assert relation.chance < 0.001


def test_a_relation_that_fails_in_most_rows_was_a_wrong_guess() -> None:
    rows = {k: (str(int(v[0]) + 7), *v[1:]) if k in "abcd" else v for k, v in FOLLOWED.items()}
    assert discover([grid(STATES, rows)]) == ()


def test_a_share_that_more_rows_fail_than_anyone_mistypes_was_read_otherwise() -> None:
    heads = {"sisa": "Sisa", "pakai": "Realisasi", "persen": "%"}
    right = {
        f"r{i}": (str(37 * i), str(100 + i), f"{3700 * i / (100 + i):.2f}") for i in range(1, 13)
    }
    other = {f"s{i}": (str(41 * i), str(90 + i), f"{61 + 3.17 * i:.2f}") for i in range(1, 9)}
    told = {k: tuple(t.replace(".", ",") for t in row) for k, row in {**right, **other}.items()}
    assert not [r for r in discover([grid(heads, told)]) if r.name.startswith("persen")]
    few = {k: told[k] for k in (*right, "s1", "s2")}
    assert one(discover([grid(heads, few)]), "persen_t_persen").kept == 12


@pytest.mark.parametrize("size", [3, 6, 12])
def test_zeros_and_equal_columns_prove_nothing(size: int) -> None:
    """a = b + 0 holds in every row and says nothing; so does 1 = 1 + 0."""
    rows = {str(i): ("1", "1", "0", "0") for i in range(size)}
    assert discover([grid(STATES, rows)]) == ()


def test_small_whole_numbers_that_agree_now_and_then_are_left_alone() -> None:
    """2 = 1 + 1 in three rows of four, but the result of any row suits the parts of any other."""
    rows = {"a": ("2", "1", "1", "3"), "b": ("2", "1", "1", "2"), "c": ("2", "1", "1", "4"),
            "d": ("3", "1", "1", "1")}  # fmt: skip
    assert discover([grid(STATES, rows)]) == ()


def test_an_achievement_where_less_is_better_or_that_is_cut_off_is_not_accused() -> None:
    heads = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian (%)"}
    rows = {
        "a": ("80", "72", "90,00"), "b": ("50", "49", "98,00"), "c": ("75", "60", "80,00"),
        "d": ("64", "56", "87,50"), "e": ("10", "8", "120,00"),  # (2 x 10 - 8) / 10
        "f": ("40", "60", "100,00"),  # 150 cut off
    }  # fmt: skip
    relation = one(discover([grid(heads, rows)]), "persen_t_capaian")
    assert relation.entries["baris"] == "a|b|c|d"


def test_a_row_that_fell_short_and_prints_a_hundred_is_accused_where_nothing_is_cut_off() -> None:
    heads = {"target": "Target 2018", "realisasi": "Realisasi", "capaian": "Capaian (%)"}
    rows = {
        "taman": ("80", "72", "90,00"), "halte": ("50", "49", "98,00"),
        "dermaga": ("75", "60", "80,00"), "bandara": ("64", "40", "100,00"),  # 62,50
    }  # fmt: skip
    relation = one(discover([grid(heads, rows)]), "persen_t_capaian")
    assert relation.entries["baris"] == "*" and (relation.kept, relation.of) == (3, 4)
    rows["jumlah kasus"] = rows.pop("bandara")  # 160, cut off at 100
    relation = one(discover([grid(heads, rows)]), "persen_t_capaian")
    assert relation.entries["baris"] == "taman|halte|dermaga"


LEVELS = {"k": "K", "rp": "Rp", "lalu": "Rp 2022"}
PROGRAMMES = {
    "dinas": ("", "1.120.400.000", "990.100.000"),
    "program 1": ("12", "800.300.000", "640.000.000"),
    "gaji": ("57", "500.200.000", "400.000.000"),
    "listrik": ("3", "300.100.000", "240.000.000"),
    "program 2": ("5", "320.100.000", "350.100.000"),
    "gedung": ("2", "320.100.000", "350.100.000"),
    "bangunan": ("1", "200.100.000", "150.100.000"),
    "taman": ("4", "120.000.000", "201.000.000"),  # 200.000.000
}


def test_levels_of_a_table_without_a_total_are_told_by_their_amounts() -> None:
    found = discover([grid(LEVELS, PROGRAMMES)])
    sums = {relation.name: relation.entries["bagian"] for relation in found}
    assert sums["rincian_t_dinas_rp"] == "t[program 1].rp + t[program 2].rp"
    assert sums["rincian_t_gedung_lalu"] == "t[bangunan].lalu + t[taman].lalu"
    assert not any(name.endswith("_k") for name in sums)


def test_parts_that_a_level_seems_to_lack_were_read_elsewhere() -> None:
    rows = {**PROGRAMMES, "taman": ("4", "120.000.000", "200.000.000"),
            "lain": ("", "", "77.000.000")}  # fmt: skip
    rows["program 1"] = ("12", "800.300.000", "717.000.000")  # 77.000.000 more
    rows["dinas"] = ("", "1.120.400.000", "1.067.100.000")
    found = {relation.name for relation in discover([grid(LEVELS, rows)])}
    assert "rincian_t_program_1_rp" in found and "rincian_t_program_1_lalu" not in found


def test_a_total_over_programmes_with_their_activities_counts_no_row_twice() -> None:
    """Programme p1 = k1 + k2, p2 = k3 + k4 but for its realisasi; the total is p1 + p2."""
    heads = {"pagu": "Pagu", "pakai": "Realisasi"}
    rows = {
        "p1": ("700.000.000", "650.000.000"), "k1": ("400.000.000", "390.000.000"),
        "k2": ("300.000.000", "260.000.000"), "p2": ("500.000.000", "431.000.000"),
        "k3": ("450.000.000", "400.000.000"), "k4": ("50.000.000", "30.000.000"),
    }  # fmt: skip
    found = discover([grid(heads, rows, {"jumlah": ("1.200.000.000", "1.081.000.000")})])
    total = one(found, "jumlah_t_jumlah_pagu")
    assert total.entries["bagian"] == "t[p1].pagu + t[p2].pagu"
    inner = one(found, "rincian_t_p2_pakai")
    assert inner.entries["bagian"] == "t[k3].pakai + t[k4].pakai"
    assert inner.basis == "usulan" and not total.is_doubtful


def test_a_total_that_is_none_of_any_column_is_doubted() -> None:
    heads = {"pagu": "Pagu", "pakai": "Realisasi"}
    rows = {"a": ("400.000", "390.000"), "b": ("300.000", "260.000")}
    found = discover([grid(heads, rows, {"jumlah": ("950.000", "911.000")})])
    assert found and all(relation.is_doubtful for relation in found)


def test_shares_of_a_total_and_growth_are_known_by_their_figures() -> None:
    heads = {"lalu": "2015", "kini": "2016", "bagian": "%", "naik": "Pertumbuhan (%)"}
    rows = {
        "a": ("200", "250", "25,00", "25,00"), "b": ("320", "400", "40,00", "25,00"),
        "c": ("160", "150", "15,00", "-6,25"), "d": ("250", "200", "20,00", "-20,00"),
    }  # fmt: skip
    found = discover([grid(heads, rows, {"jumlah": ("930", "1.000", "", "")})])
    assert one(found, "persen_t_bagian").entries["penyebut"] == "t[jumlah].kini"
    growth = one(found, "persen_t_naik")
    assert (growth.kind, growth.entries["sebelum"]) == ("pertumbuhan", ".lalu")


def test_a_column_of_counts_is_not_a_share_that_would_hold_only_when_rounded() -> None:
    """2 of 175 per cent is 1,14: the one document that is printed is counted, not reckoned."""
    heads = {"capaian": "Realisasi Capaian Kinerja K", "nilai": "Kinerja K", "tingkat": "Tingkat %"}
    rows = {
        "a": ("100", "200", "200"), "b": ("100", "100", "100"), "c": ("4", "7", "233"),
        "d": ("1", "2", "175"), "e": ("1", "2", "183"), "f": ("1", "3", "280"),
        "g": ("1", "2", "175"), "h": ("90", "180", "200"),
    }  # fmt: skip
    assert discover([grid(heads, rows)]) == ()


NAMES = ("taman", "halte", "pasar", "kolam", "balai", "kebun")
TARGETS = [("80", "85"), ("90", "90"), ("75", "75"), ("60", "70"), ("50", "50"), ("40", "40")]
"""Of two years: most stayed as they were."""


def test_a_column_is_the_copy_of_the_year_that_it_repeats_in_every_row() -> None:
    both = {n: (before, now) for n, (before, now) in zip(NAMES, TARGETS, strict=True)}
    first = grid({"t1": "Target", "t2": "Target I"}, both)
    again = replace(grid({"t": "Target"}, {n: (now,) for n, (_, now) in both.items()}), name="u")
    found = [r for r in repeated_figures([first, again], 2023) if r.kept < r.of]
    assert found == []


def test_tables_of_one_form_count_together_however_their_headings_are_set() -> None:
    whole = {"taman": ("10",), "halte": ("20",), "pasar": ("31",), "kolam": ("47",)}
    every = grid({"realisasi": "Realisasi 2023"}, whole)
    parts = [
        replace(grid({"realisasi": head}, {n: whole[n] for n in names}), name=f"u{i}")
        for i, (head, names) in enumerate(
            [("Realisasi (%)", ("taman", "halte")), ("Realisasi(%)", ("pasar", "kolam"))]
        )
    ]
    parts[1] = replace(parts[1], rows={**parts[1].rows, "kolam": {"realisasi": read("48")}})
    found = [r for r in repeated_figures([every, *parts], 2023) if r.columns == {"realisasi"}]
    assert {(r.kept, r.of) for r in found} == {(3, 4)}


def test_a_table_that_is_printed_twice_is_held_against_itself() -> None:
    rows = {n: (t,) for n, t in zip(NAMES, ("10", "24", "31", "52", "65", "47"), strict=True)}
    first = replace(grid({"kunjungan": "Kunjungan"}, rows), title="Kunjungan Tahun 2023")
    wrong = grid({"kunjungan": "Kunjungan"}, {**rows, "kebun": ("74",)})
    again = replace(wrong, name="u", title="Kunjungan Tahun 2023")
    found = one(list(repeated_figures([first, again], 2023)), "kunjungan_t_u")
    assert (found.kept, found.of) == (5, 6)
    before = replace(again, title="Kunjungan Tahun 2022")
    assert list(repeated_figures([first, before], 2023)) == []


MONTHS = {
    "januari": ("120", "120"), "februari": ("95", "215"), "maret": ("143", "358"),
    "april": ("88", "464"),  # 446
    "mei": ("131", "577"), "juni": ("76", "653"), "juli": ("104", "757"),
}  # fmt: skip


def test_a_running_total_is_held_against_the_row_before_it() -> None:
    found = discover([grid({"bulan": "Pelayanan", "jumlah": "Kumulatif"}, MONTHS)])
    april = one(found, "kumulatif_t_april_jumlah")
    assert april.kind == "jumlah" and (april.kept, april.of) == (4, 6)
    assert april.entries == {
        "hasil": "t[april].jumlah",
        "bagian": "t[maret].jumlah + t[april].bulan",
    }


def test_figures_that_happen_to_rise_are_no_running_total() -> None:
    rows = {f"r{i}": (str(3 * i % 7 + 1), str(10 * i + i * i)) for i in range(1, 9)}
    assert not [r for r in discover([grid({"a": "Desa", "b": "Sampai dengan"}, rows)])
                if r.name.startswith("kumulatif")]  # fmt: skip


RANKED = {"taman": ("812", "2"), "halte": ("640", "4"), "pasar": ("955", "1"),
          "kolam": ("701", "3"), "balai": ("388", "6"), "kebun": ("402", "5"),
          "museum": ("205", "7")}  # fmt: skip
RANKS = {"kunjungan": "Kunjungan", "rank": "Peringkat"}


def test_a_rank_that_is_printed_twice_is_no_place_in_the_order() -> None:
    found = discover([grid(RANKS, {**RANKED, "kebun": ("402", "6")})])
    kebun = one(found, "peringkat_t_kebun_rank")
    assert kebun.entries == {"hasil": "t[kebun].rank", "bagian": "t[halte].rank + 1"}
    assert (kebun.kept, kebun.of) == (6, 7)


def test_a_figure_out_of_the_order_of_its_ranks_exceeds_the_one_before_it() -> None:
    found = discover([grid(RANKS, {**RANKED, "kolam": ("107", "3")})])
    assert one(found, "peringkat_t_halte_rank").entries == {
        "hasil": "t[halte].kunjungan", "penyebut": "t[kolam].kunjungan"}  # fmt: skip


def test_numbers_of_rows_and_ranks_of_other_places_say_nothing() -> None:
    others = {key: (text, str(3 * i % 7 + 1)) for i, (key, (text, _)) in enumerate(RANKED.items())}
    found = discover([grid(RANKS, others), grid({"n": "Kunjungan", "u": "Unit"}, RANKED)])
    assert not [r for r in found if r.name.startswith("peringkat")]
