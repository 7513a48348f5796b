"""Products of two columns: so many at so much each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from test_relations import grid

from lkjip_analysis.intake.relations import FoundRelation, discover

COSTS = {"vol": "Volume", "harga": "Harga Satuan (Rp)", "jumlah": "Jumlah Harga (Rp)"}
"""12 x 1.500.000 = 18.000.000; 7 x 2.350.000 = 16.450.000; 35 x 125.000 = 4.375.000 ..."""
SOUND = {
    "a": ("12", "1.500.000", "18.000.000"),
    "b": ("7", "2.350.000", "16.450.000"),
    "c": ("35", "125.000", "4.375.000"),
    "d": ("24", "815.000", "19.560.000"),
}
PLAIN = {"vol": "Lalu lintas", "harga": "Oksigen", "jumlah": "Seluruhnya"}


def products(heads: Mapping[str, str], rows: Mapping[str, Sequence[str]],
             sums: Mapping[str, Sequence[str]] | None = None) -> list[FoundRelation]:  # fmt: skip
    found = discover([grid(heads, rows, sums)])
    return [relation for relation in found if relation.kind == "hasil_kali"]


def accused(relation: FoundRelation) -> bool:
    """Does the relation speak of row d, which fails it?"""
    return relation.entries["baris"] == "*" or "d" in relation.entries["baris"].split("|")


def test_a_price_times_a_number_is_the_amount() -> None:
    (held,) = products(COSTS, SOUND)
    assert (held.kept, held.of, held.basis) == (4, 4, "tercetak")
    assert held.entries["faktor"] == ".vol + .harga" and held.entries["hasil"] == ".jumlah"


def test_a_slip_among_products_is_held_to_the_others() -> None:
    """24 x 815.000 is 19.560.000; printed is 19.650.000."""
    (held,) = products(COSTS, {**SOUND, "d": ("24", "815.000", "19.650.000")})
    assert (held.kept, held.of) == (3, 4)
    assert accused(held)


def test_a_row_with_one_more_factor_is_not_accused() -> None:
    """24 persons at 815.000 for three days."""
    (held,) = products(COSTS, {**SOUND, "d": ("24", "815.000", "58.680.000")})
    assert not accused(held)


def test_it_is_found_by_trying_where_no_heading_tells() -> None:
    (held,) = products(PLAIN, SOUND)
    assert held.basis == "usulan"


def test_a_total_of_products_is_no_product() -> None:
    """78 x 4.790.000 is not what the amounts add up to, 58.385.000, nor should it be."""
    (held,) = products(COSTS, SOUND, {"jumlah": ("78", "4.790.000", "58.385.000")})
    assert "jumlah" not in held.entries["baris"].split("|")


def test_small_numbers_that_multiply_by_accident_tell_nothing() -> None:
    heads = {"a": "Pelatihan", "b": "Rapat", "c": "Laporan"}
    rows = {"x": ("2", "3", "6"), "y": ("1", "4", "4"), "z": ("2", "2", "4"), "u": ("3", "2", "5")}
    assert not products(heads, rows)


def test_rates_rounded_to_decimals_leave_room() -> None:
    """16,25 x 5,23 = 84,9875: printed 84,99; 5,23 may be 5,225 to 5,235."""
    heads = {"luas": "Luas (ha)", "hasil": "Produktivitas (ton/ha)", "total": "Produksi (ton)"}
    rows = {
        "a": ("1.016,25", "5,23", "5.314,99"),
        "b": ("842,00", "4,87", "4.100,54"),
        "c": ("377,50", "6,11", "2.306,53"),
    }
    (held,) = products(heads, rows)
    assert held.kept == held.of == 3


def test_fees_are_so_many_at_a_tariff() -> None:
    """320 x 25.000 = 8.000.000 and 1.450 x 25.000 = 36.250.000; 210 x 25.000 is 5.250.000."""
    heads = {"vol": "Volume", "tarif": "Tarif (Rp)", "terima": "Penerimaan (Rp)"}
    rows = {
        "a": ("320", "25.000", "8.000.000"),
        "b": ("1.450", "25.000", "36.250.000"),
        "d": ("210", "25.080", "5.250.000"),
    }
    (held,) = products(heads, rows)
    assert (held.kept, held.of) == (2, 3) and accused(held)


def test_an_index_of_about_one_makes_no_product() -> None:
    """An index of 1,01 was reckoned from what was spent, 99 percent of each budget; of the last row
    more was made for its money. As a price, 1,25 each, it stays one."""
    heads = {"pagu": "Pagu (Rp)", "pakai": "Realisasi (Rp)", "ie": "IE"}
    rows = {
        "a": ("4.120.300.000", "4.097.115.200", "1,01"),
        "b": ("1.318.400.000", "1.309.774.110", "1,01"),
        "c": ("418.200.000", "416.338.000", "1,00"),
        "e": ("988.700.000", "984.610.015", "1,00"),
        "f": ("741.200.000", "735.008.900", "1,01"),
        "d": ("612.540.000", "608.114.700", "1,05"),
    }
    assert not products(heads, rows)
    prices = {"jumlah": "Jumlah Harga", "vol": "Volume", "harga": "Harga Satuan"}
    bought = {"a": ("5,00", "4", "1,25"), "b": ("7,50", "6", "1,25"), "d": ("10,00", "9", "1,25")}
    (held,) = products(prices, bought)
    assert (held.kept, held.of) == (2, 3)


def test_a_density_printed_whole_was_rounded_and_says_nothing_against_the_area() -> None:
    """3.514 : 7,21 = 487,4 and 5.835 : 16,5 = 353,6: 7,21 x 487 = 3.511 and 16,5 x 354 = 5.841 are
    as near as a density rounded to a whole lets them be. 3.021 : 3,48 = 868, and no 886."""
    heads = {"area": "Luas (km2)", "dense": "Kepadatan (jiwa/km2)", "people": "Jumlah Penduduk"}
    rows = {
        "a": ("7,21", "487", "3.514"),
        "b": ("16,5", "354", "5.835"),
        "c": ("5,37", "704", "3.778"),
        "d": ("3,48", "868", "3.021"),
    }
    (held,) = products(heads, rows)
    assert held.kept == 4
    (missed,) = products(heads, {**rows, "d": ("3,48", "886", "3.021")})
    assert (missed.kept, missed.of) == (3, 4) and accused(missed)
