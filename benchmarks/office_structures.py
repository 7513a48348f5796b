"""Made-up reports of offices: balances, capped achievement, grades, weights, two units."""

from __future__ import annotations

import random
from itertools import pairwise

from structures import Made, at_table, letters, money

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.tables import Address


def _difference(made: Made, result: Address, more: list[Address], less: list[Address]) -> None:
    made.steps.append((result, lambda f: sum(f[c] for c in more) - sum(f[c] for c in less)))
    weights = [1] * len(more) + [-1] * len(less)
    made.rule("jumlah", str(result), bagian=[str(c) for c in (*more, *less)], bobot=weights)


def balances(rng: random.Random) -> Made:
    """What there was, came in and went out, with its end and its change."""
    made, rows, at = Made("saldo"), letters(rng), at_table("persediaan")
    columns = ("awal", "masuk", "keluar", "akhir")
    made.table("persediaan", [*rows, "jumlah"], **dict.fromkeys(columns, ("rupiah", 0)),
               naik=("persen", 2))  # fmt: skip
    for row in rows:
        start, more = money(rng), money(rng)
        made.put("persediaan", row, "awal", start)
        made.put("persediaan", row, "masuk", more)
        made.put("persediaan", row, "keluar", (start + more) * rng.randint(100, 900) // 1000)
    made.totals(at, rows, columns[:3])
    for row in (*rows, "jumlah"):
        _difference(made, at(row, "akhir"), [at(row, "awal"), at(row, "masuk")],
                    [at(row, "keluar")])  # fmt: skip
        made.growth(at(row, "naik"), at(row, "akhir"), at(row, "awal"))
    made.copy("akhir", at("jumlah", "akhir"))
    return made


def carried(rng: random.Random) -> Made:
    """Balances of which each year's beginning is the end of the year before."""
    made, at = Made("saldo berantai"), at_table("kas")
    rows = [f"t{year}" for year in range(2020, 2025)]
    made.table("kas", rows, **dict.fromkeys(("awal", "masuk", "keluar", "akhir"), ("rupiah", 0)))
    made.put("kas", rows[0], "awal", money(rng) * 5)
    for row in rows:
        more = money(rng)
        made.put("kas", row, "masuk", more)
        made.put("kas", row, "keluar", more * rng.randint(300, 1100) // 1000)
    for before, row in pairwise([None, *rows]):
        if before:
            made.same(at(row, "awal"), at(before, "akhir"))
        _difference(made, at(row, "akhir"), [at(row, "awal"), at(row, "masuk")],
                    [at(row, "keluar")])  # fmt: skip
    return made


def capped(rng: random.Random) -> Made:
    """Achievement that counts to 120 percent at most, its mean, last year's beside it."""
    made, rows, at = Made("capaian terbatas"), letters(rng, 4, 7), at_table("kinerja")
    most = Fraction(rng.choice((100, 120)))
    made.table("kinerja", [*rows, "semua"], target=("unit", 0), realisasi=("unit", 0),
               capaian=("persen", 2), lalu=("persen", 2), naik=("persen", 2))  # fmt: skip
    for row in rows:
        made.put("kinerja", row, "lalu", Fraction(rng.randint(4_000, 12_000), 100))
        target = rng.randint(40, 40_000)
        made.put("kinerja", row, "target", target)
        made.put("kinerja", row, "realisasi", max(1, target * rng.randint(600, 1500) // 1000))
    for row in rows:
        over, under = at(row, "realisasi"), at(row, "target")
        made.steps.append(
            (at(row, "capaian"), lambda f, a=over, b=under: min(most, f[a] * 100 / (f[b] or 1)))
        )
        made.rule("rasio", str(at(row, "capaian")), pembilang=str(over), penyebut=str(under),
                  maksimum=str(most))  # fmt: skip
        _difference(made, at(row, "naik"), [at(row, "capaian")], [at(row, "lalu")])
    parts = [at(row, "capaian") for row in rows]
    mean = at("semua", "capaian")
    made.steps.append((mean, lambda f: sum((f[p] for p in parts), Fraction(0)) / len(parts)))
    made.rule("rerata", str(mean), bagian=[str(p) for p in parts])
    made.copy("rerata", mean)
    return made


def grades(rng: random.Random) -> Made:
    """Staff by grade and sex, with the shares of the row and those of the whole."""
    made, rows, at = Made("golongan"), letters(rng, 4, 6), at_table("asn")
    made.table("asn", [*rows, "jumlah"], **dict.fromkeys(("l", "p", "jml"), ("orang", 0)),
               banding=("persen", 2), porsi=("persen", 2))  # fmt: skip
    for row in rows:
        made.put("asn", row, "l", rng.randint(3, 400))
        made.put("asn", row, "p", rng.randint(3, 400))
    for row in rows:
        made.total(at(row, "jml"), [at(row, "l"), at(row, "p")])
    made.totals(at, rows, ("l", "p", "jml"))
    made.rule("jumlah", str(at("jumlah", "jml")), bagian=[str(at("jumlah", c)) for c in "lp"])
    for row in (*rows, "jumlah"):
        made.share(at(row, "banding"), at(row, "p"), at(row, "jml"))
    for row in rows:
        made.share(at(row, "porsi"), at(row, "jml"), at("jumlah", "jml"))
    made.total(at("jumlah", "porsi"), [at(row, "porsi") for row in rows])
    return made


def commodities(rng: random.Random) -> Made:
    """Regions by commodities this year, the whole of last year, and growth."""
    made, rows, at = Made("komoditas"), letters(rng), at_table("panen")
    columns = ("padi", "jagung", "kedelai")
    made.table("panen", [*rows, "jumlah"],
               **dict.fromkeys((*columns, "jml", "lalu"), ("ton", 0)),
               tumbuh=("persen", 2), porsi=("persen", 2))  # fmt: skip
    for row in rows:
        for column in columns:
            made.put("panen", row, column, rng.randint(0, 90_000))
        made.put("panen", row, "lalu", rng.randint(20_000, 240_000))
    made.totals(at, rows, (*columns, "lalu"))
    for row in (*rows, "jumlah"):
        made.total(at(row, "jml"), [at(row, column) for column in columns])
        made.growth(at(row, "tumbuh"), at(row, "jml"), at(row, "lalu"))
    made.rule("jumlah", str(at("jumlah", "jml")), bagian=[str(at(row, "jml")) for row in rows])
    for row in rows:
        made.share(at(row, "porsi"), at(row, "jml"), at("jumlah", "jml"))
    made.copy("panen", at("jumlah", "jml"))
    return made


def against_targets(rng: random.Random) -> Made:
    """Quarters since January against a target since January."""
    made, at = Made("target kumulatif"), at_table("fisik")
    rows = ["tw1", "tw2", "tw3", "tw4"]
    columns = ("rencana", "target", "sendiri", "kumulatif")
    made.table("fisik", rows, **dict.fromkeys(columns, ("rupiah", 0)), capaian=("persen", 2))
    for row in rows:
        plan = money(rng)
        made.put("fisik", row, "rencana", plan)
        made.put("fisik", row, "sendiri", plan * rng.randint(400, 1300) // 1000)
    for before, row in pairwise([None, *rows]):
        for alone, since in (("rencana", "target"), ("sendiri", "kumulatif")):
            made.total(at(row, since), [at(row, alone), *([at(before, since)] if before else [])])
        made.share(at(row, "capaian"), at(row, "kumulatif"), at(row, "target"))
    made.copy("setahun", at("tw4", "kumulatif"))
    return made


def index_of_weights(rng: random.Random) -> Made:
    """Weights of one in all, scores, their products and the index that these add up to."""
    made, rows, at = Made("indeks"), letters(rng, 4, 6), at_table("spbe")
    made.table("spbe", [*rows, "jumlah"], bobot=("poin", 2), nilai=("poin", 2),
               tertimbang=("poin", 4))  # fmt: skip
    left = 100
    for i, row in enumerate(rows):
        share = left if i == len(rows) - 1 else rng.randint(5, left // (len(rows) - i))
        left -= share
        made.put("spbe", row, "bobot", Fraction(share, 100))
        made.put("spbe", row, "nilai", Fraction(rng.randint(100, 500), 100))
        made.times(at(row, "tertimbang"), at(row, "bobot"), at(row, "nilai"))
    made.totals(at, rows, ("bobot", "tertimbang"))
    made.copy("indeks", at("jumlah", "tertimbang"))
    return made


def accounts(rng: random.Random) -> Made:
    """Income less spending, and what is left with financing; realised and in percent."""
    made, at = Made("realisasi apbd"), at_table("lra")
    parts = {"pendapatan": ["p1", "p2", "p3"], "belanja": ["b1", "b2", "b3", "b4"]}
    rows = [row for top, below in parts.items() for row in (*below, top)]
    made.table("lra", [*rows, "surplus", "pembiayaan", "silpa"], anggaran=("rupiah", 0),
               realisasi=("rupiah", 0), persen=("persen", 2))  # fmt: skip
    for row in (*parts["pendapatan"], *parts["belanja"], "pembiayaan"):
        planned = money(rng)
        made.put("lra", row, "anggaran", planned)
        made.put("lra", row, "realisasi", planned * rng.randint(600, 1150) // 1000)
    for column in ("anggaran", "realisasi"):
        for top, below in parts.items():
            made.total(at(top, column), [at(row, column) for row in below])
        made.less(at("surplus", column), at("pendapatan", column), at("belanja", column))
        made.total(at("silpa", column), [at("surplus", column), at("pembiayaan", column)])
    for row in (*rows, "pembiayaan"):
        made.share(at(row, "persen"), at(row, "realisasi"), at(row, "anggaran"))
    made.copy("silpa", at("silpa", "realisasi"))
    return made


def rooms(rng: random.Random) -> Made:
    """Rooms times days, nights sold, occupancy, guests for each night."""
    made, rows, at = Made("hunian"), letters(rng), at_table("hotel")
    made.table("hotel", [*rows, "jumlah"],
               **dict.fromkeys(("kamar", "hari", "tersedia", "terjual", "tamu"), ("unit", 0)),
               persen=("persen", 2), rerata=("orang", 2))  # fmt: skip
    for row in rows:
        room, days = rng.randint(8, 300), rng.choice((365, 365, 366, 300, 120))
        made.put("hotel", row, "kamar", room)
        made.put("hotel", row, "hari", days)
        sold = room * days * rng.randint(150, 900) // 1000
        made.put("hotel", row, "terjual", sold)
        made.put("hotel", row, "tamu", sold * rng.randint(1000, 2200) // 1000)
    for row in rows:
        made.times(at(row, "tersedia"), at(row, "kamar"), at(row, "hari"))
    made.totals(at, rows, ("kamar", "tersedia", "terjual", "tamu"))
    for row in (*rows, "jumlah"):
        made.share(at(row, "persen"), at(row, "terjual"), at(row, "tersedia"))
        made.share(at(row, "rerata"), at(row, "tamu"), at(row, "terjual"), 1)
    return made


def in_two_units(rng: random.Random) -> Made:
    """Accounts in rupiah, their summary in millions with shares of its own total."""
    made, rows, at = Made("dua satuan"), letters(rng), at_table("rinci")
    there = at_table("ikhtisar")
    made.table("rinci", [*rows, "jumlah"], pagu=("rupiah", 0), realisasi=("rupiah", 0),
               persen=("persen", 2))  # fmt: skip
    made.table("ikhtisar", [*rows, "jumlah"], nilai=("juta", 2), porsi=("persen", 2))
    for row in rows:
        pagu = money(rng) * 10
        made.put("rinci", row, "pagu", pagu)
        made.put("rinci", row, "realisasi", pagu * rng.randint(550, 1000) // 1000)
    made.totals(at, rows, ("pagu", "realisasi"))
    for row in (*rows, "jumlah"):
        made.share(at(row, "persen"), at(row, "realisasi"), at(row, "pagu"))
        source, result = at(row, "realisasi"), there(row, "nilai")
        made.steps.append((result, lambda f, s=source: f[s] / 10**6))
        made.rule("rasio", str(result), pembilang=str(source), penyebut="1000000", pengali="1")
    made.rule(
        "jumlah", str(there("jumlah", "nilai")), bagian=[str(there(row, "nilai")) for row in rows]
    )
    for row in rows:
        made.share(there(row, "porsi"), there(row, "nilai"), there("jumlah", "nilai"))
    return made


OFFICE = (
    balances, carried, capped, grades, commodities, against_targets, index_of_weights, accounts,
    rooms, in_two_units,
)  # fmt: skip
