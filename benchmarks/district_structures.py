"""Made-up reports of districts: means of means, rates on people of another table, months, kinds."""

from __future__ import annotations

import random

from structures import Made, at_table, letters, money

from lkjip_analysis.numbers.exact import Fraction

MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")


def means_of_means(rng: random.Random) -> Made:
    """Scores of units, the mean of each group, the mean of those, two years and the change."""
    made, at = Made("rerata bertingkat"), at_table("mutu")
    groups = {top: [f"{top}{n}" for n in range(1, rng.randint(3, 5))] for top in "xyz"}
    rows = [row for top, parts in groups.items() for row in (top, *parts)]
    made.table("mutu", [*rows, "semua"], **dict.fromkeys(("lalu", "nilai", "beda"), ("poin", 2)))
    for row in (row for parts in groups.values() for row in parts):
        made.put("mutu", row, "lalu", Fraction(rng.randint(4_000, 9_900), 100))
        made.put("mutu", row, "nilai", Fraction(rng.randint(4_000, 9_900), 100))
    for column in ("lalu", "nilai"):
        for top, parts in groups.items():
            made.mean(at(top, column), [at(row, column) for row in parts])
        made.mean(at("semua", column), [at(top, column) for top in groups])
    for row in (*rows, "semua"):
        made.less(at(row, "beda"), at(row, "nilai"), at(row, "lalu"))
    made.copy("mutu", at("semua", "nilai"))
    made.copy("kelompok", at("x", "nilai"))
    return made


def births(rng: random.Random) -> Made:
    """People by sex; births and deaths elsewhere, for each thousand of those people."""
    made, rows = Made("kelahiran"), letters(rng)
    people, events = at_table("jiwa"), at_table("peristiwa")
    made.table("jiwa", [*rows, "jumlah"], **dict.fromkeys(("l", "p", "jml"), ("orang", 0)))
    made.table("peristiwa", [*rows, "jumlah"], lahir=("orang", 0), mati=("orang", 0),
               nisbah=("permil", 2), banding=("permil", 2))  # fmt: skip
    for row in rows:
        born = rng.randint(150, 2_500)
        made.put("jiwa", row, "l", rng.randint(4_000, 60_000))
        made.put("jiwa", row, "p", rng.randint(4_000, 60_000))
        made.put("peristiwa", row, "lahir", born)
        made.put("peristiwa", row, "mati", born * rng.randint(5, 300) // 1000)
    made.totals(people, rows, ("l", "p"))
    made.totals(events, rows, ("lahir", "mati"))
    for row in (*rows, "jumlah"):
        made.total(people(row, "jml"), [people(row, "l"), people(row, "p")])
        made.share(events(row, "nisbah"), events(row, "lahir"), people(row, "jml"), 1000)
        made.share(events(row, "banding"), events(row, "mati"), events(row, "lahir"), 1000)
    made.rule("jumlah", str(people("jumlah", "jml")), bagian=[str(people(r, "jml")) for r in rows])
    made.copy("nisbah", events("jumlah", "nisbah"))
    return made


def months(rng: random.Random) -> Made:
    """Months in quarters and in a year, each in percent of what the year was to bring."""
    made, at, there = Made("bulanan"), at_table("bulan"), at_table("kuartal")
    quarters = {f"tw{n + 1}": MONTHS[3 * n : 3 * n + 3] for n in range(4)}
    columns = {"nilai": ("rupiah", 0), "persen": ("persen", 2)}
    made.table("bulan", list(MONTHS), **columns)
    made.table("kuartal", [*quarters, "jumlah"], **columns)
    target = made.free("target", money(rng) * 12)
    for row in MONTHS:
        made.put("bulan", row, "nilai", money(rng))
        made.share(at(row, "persen"), at(row, "nilai"), target)
    for top, below in quarters.items():
        made.total(there(top, "nilai"), [at(row, "nilai") for row in below])
    made.total(there("jumlah", "nilai"), [there(top, "nilai") for top in quarters])
    for row in (*quarters, "jumlah"):
        made.share(there(row, "persen"), there(row, "nilai"), target)
    for top, below in quarters.items():
        made.rule("jumlah", str(there(top, "persen")), bagian=[str(at(r, "persen")) for r in below])
    made.copy("setahun", there("jumlah", "nilai"))
    return made


def kinds(rng: random.Random) -> Made:
    """Offices by kinds of spending with growth; their sums in a summary with shares of 100."""
    made, rows, at = Made("jenis belanja"), letters(rng), at_table("opd")
    there, columns = at_table("ikhtisar"), ("pegawai", "barang", "modal")
    made.table("opd", [*rows, "jumlah"],
               **dict.fromkeys((*columns, "jml", "lalu"), ("rupiah", 0)),
               porsi=("persen", 2), tumbuh=("persen", 2))  # fmt: skip
    made.table("ikhtisar", [*columns, "jumlah"], nilai=("rupiah", 0), porsi=("persen", 2))
    for row in rows:
        for column in (*columns, "lalu"):
            made.put("opd", row, column, money(rng) * (3 if column == "lalu" else 1))
    made.totals(at, rows, (*columns, "lalu"))
    for row in (*rows, "jumlah"):
        made.total(at(row, "jml"), [at(row, column) for column in columns])
        made.share(at(row, "porsi"), at(row, "modal"), at(row, "jml"))
        made.growth(at(row, "tumbuh"), at(row, "jml"), at(row, "lalu"))
    for column in columns:
        made.same(there(column, "nilai"), at("jumlah", column))
    made.totals(there, columns, ("nilai",))
    for column in columns:
        made.share(there(column, "porsi"), there(column, "nilai"), there("jumlah", "nilai"))
    made.total(there("jumlah", "porsi"), [there(column, "porsi") for column in columns])
    return made


def composite(rng: random.Random) -> Made:
    """Indices by their weights, what was promised of each, how near it came, and the gap."""
    made, rows, at = Made("indeks gabungan"), letters(rng, 4, 6), at_table("ipm")
    made.table("ipm", [*rows, "jumlah"], indeks=("poin", 2), target=("poin", 2),
               capaian=("persen", 2), beda=("poin", 2))  # fmt: skip
    for row in rows:
        made.put("ipm", row, "indeks", Fraction(rng.randint(5_500, 8_900), 100))
    for row in (*rows, "jumlah"):
        made.put("ipm", row, "target", Fraction(rng.randint(5_500, 8_900), 100))
    weights = [rng.randint(5, 40) for _ in rows]
    pairs = list(zip((at(row, "indeks") for row in rows), weights, strict=True))
    mean = at("jumlah", "indeks")
    made.steps.append((mean, lambda f: sum(f[a] * w for a, w in pairs) / sum(weights)))
    made.rule("rata_tertimbang", str(mean), bagian=[str(a) for a, _ in pairs], bobot=weights)
    for row in (*rows, "jumlah"):
        made.share(at(row, "capaian"), at(row, "indeks"), at(row, "target"))
        made.less(at(row, "beda"), at(row, "indeks"), at(row, "target"))
    made.copy("indeks", mean)
    made.copy("capaian", at("jumlah", "capaian"))
    return made


def spent_within(rng: random.Random) -> Made:
    """Budgets of two tables, of which no row may spend more than it has; sums of goals in prose."""
    made, rows = Made("dalam pagu"), letters(rng, 4, 8)
    plan, spent = at_table("rencana"), at_table("belanja")
    made.table("rencana", rows, pagu=("rupiah", 0))
    made.table("belanja", [*rows, "jumlah"], pagu=("rupiah", 0), realisasi=("rupiah", 0),
               serapan=("persen", 2))  # fmt: skip
    for row in rows:
        pagu = money(rng)
        made.put("belanja", row, "pagu", pagu)
        used = pagu if rng.random() < 0.2 else pagu * rng.randint(700, 1000) // 1000
        made.put("belanja", row, "realisasi", used)
    for row in rows:
        made.same(plan(row, "pagu"), spent(row, "pagu"))
    made.totals(spent, rows, ("pagu", "realisasi"))
    for row in (*rows, "jumlah"):
        made.share(spent(row, "serapan"), spent(row, "realisasi"), spent(row, "pagu"))
        made.rule("tidak_melebihi", str(spent(row, "realisasi")), penyebut=str(spent(row, "pagu")))
    made.copy("pagu", spent("jumlah", "pagu"))
    made.copy("realisasi", spent("jumlah", "realisasi"))
    return made


DISTRICTS = (means_of_means, births, months, kinds, composite, spent_within)
