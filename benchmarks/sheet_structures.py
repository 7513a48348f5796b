"""Made-up reports of forms: a changed budget, shares of groups, standards, scores."""

from __future__ import annotations

import random

from structures import Made, at_table, budget, letters, money

from lkjip_analysis.numbers.exact import Fraction


def changed_budget(rng: random.Random) -> Made:
    """The budget as it was and as it was changed, what was spent of it, with both shares."""
    made, rows, at = Made("perubahan"), letters(rng), at_table("perubahan")
    made.table("perubahan", [*rows, "jumlah"],
               **dict.fromkeys(("murni", "geser", "ubah", "pakai"), ("rupiah", 0)),
               serapan=("persen", 2), naik=("persen", 2))  # fmt: skip
    for row in rows:
        before = money(rng)
        made.put("perubahan", row, "murni", before)
        made.put("perubahan", row, "geser", before * rng.randint(-300, 300) // 1000)
    for row in rows:
        spent = made.figures[at(row, "murni")] * rng.randint(500, 690) // 1000
        made.put("perubahan", row, "pakai", spent)
    made.totals(at, rows, ("murni", "geser", "pakai"))
    for row in (*rows, "jumlah"):
        made.total(at(row, "ubah"), [at(row, "murni"), at(row, "geser")])
        made.share(at(row, "serapan"), at(row, "pakai"), at(row, "ubah"))
        made.growth(at(row, "naik"), at(row, "ubah"), at(row, "murni"))
    made.copy("ubah", at("jumlah", "ubah"))
    return made


def shares_in_groups(rng: random.Random) -> Made:
    """Rows in groups, each with its share of the group and of the whole."""
    made, at = Made("porsi kelompok"), at_table("kelompok")
    groups = {top: [f"{top}{n}" for n in range(1, rng.randint(3, 5))] for top in "xy"}
    rows = [row for top, parts in groups.items() for row in (top, *parts)]
    made.table("kelompok", [*rows, "jumlah"], banyak=("orang", 0), dalam=("persen", 2),
               seluruh=("persen", 2))  # fmt: skip
    for parts in groups.values():
        for row in parts:
            made.put("kelompok", row, "banyak", rng.randint(20, 9_000))
    for top, parts in groups.items():
        made.total(at(top, "banyak"), [at(row, "banyak") for row in parts])
    made.total(at("jumlah", "banyak"), [at(top, "banyak") for top in groups])
    for top, parts in groups.items():
        for row in parts:
            made.share(at(row, "dalam"), at(row, "banyak"), at(top, "banyak"))
    for row in rows:
        made.share(at(row, "seluruh"), at(row, "banyak"), at("jumlah", "banyak"))
    return made


def standards(rng: random.Random) -> Made:
    """Who is served of who should be, what it cost for each, in two years with the growth."""
    made, rows, at = Made("standar"), letters(rng), at_table("spm")
    made.table("spm", [*rows, "jumlah"], sasaran=("orang", 0), lalu=("orang", 0),
               kini=("orang", 0), biaya=("rupiah", 0), satuan=("rupiah", 2),
               persen=("persen", 2), tumbuh=("persen", 2))  # fmt: skip
    for row in rows:
        whole = rng.randint(200, 60_000)
        made.put("spm", row, "sasaran", whole)
        made.put("spm", row, "lalu", whole * rng.randint(300, 900) // 1000)
        made.put("spm", row, "kini", whole * rng.randint(400, 990) // 1000)
        made.put("spm", row, "biaya", money(rng))
    made.totals(at, rows, ("sasaran", "lalu", "kini", "biaya"))
    for row in (*rows, "jumlah"):
        made.share(at(row, "satuan"), at(row, "biaya"), at(row, "kini"), 1)
        made.share(at(row, "persen"), at(row, "kini"), at(row, "sasaran"))
        made.growth(at(row, "tumbuh"), at(row, "kini"), at(row, "lalu"))
    made.copy("terlayani", at("jumlah", "persen"))
    return made


def scored_halves(rng: random.Random) -> Made:
    """Scores of two halves added up and put in relation to what could be reached."""
    made, rows, at = Made("semester"), letters(rng, 4, 6), at_table("nilai")
    made.table("nilai", [*rows, "jumlah"], satu=("poin", 2), dua=("poin", 2), jml=("poin", 2),
               batas=("poin", 0), capaian=("persen", 2))  # fmt: skip
    for row in rows:
        made.put("nilai", row, "satu", Fraction(rng.randint(500, 9_000), 100))
        made.put("nilai", row, "dua", Fraction(rng.randint(500, 9_000), 100))
        made.put("nilai", row, "batas", rng.randint(181, 300))
    made.totals(at, rows, ("satu", "dua", "batas"))
    for row in (*rows, "jumlah"):
        made.total(at(row, "jml"), [at(row, "satu"), at(row, "dua")])
        made.share(at(row, "capaian"), at(row, "jml"), at(row, "batas"))
    made.copy("capaian", at("jumlah", "capaian"))
    return made


def unspent(rng: random.Random) -> Made:
    """A budget of which nothing was spent in one row or two."""
    made = budget(rng)
    made.name = "tidak terserap"
    rows = [row for row in made.rows["belanja"] if row != "jumlah"]
    for row in rng.sample(rows, rng.randint(1, 2)):
        made.put("belanja", row, "realisasi", 0)
    return made


def counted_scores(rng: random.Random) -> Made:
    """Whole scores with the mean of each column, whole as well, and the mean of each row."""
    made, rows, at = Made("skor bulat"), letters(rng), at_table("skor")
    columns = ("modal", "tata", "usaha")
    made.table("skor", [*rows, "jumlah"], **dict.fromkeys(columns, ("poin", 0)), nilai=("poin", 2))
    for row in rows:
        for column in columns:
            made.put("skor", row, column, rng.randint(30, 100))
        made.mean(at(row, "nilai"), [at(row, column) for column in columns])
    for column in (*columns, "nilai"):
        made.mean(at("jumlah", column), [at(row, column) for row in rows])
    made.copy("nilai", at("jumlah", "nilai"))
    return made


def thousands_beside(rng: random.Random) -> Made:
    """A budget in full rupiah, and the same in thousands in a table that adds them up itself."""
    made = budget(rng)
    made.name = "ribuan"
    here, there = at_table("belanja"), at_table("ribu")
    rows = made.rows["belanja"]
    made.table("ribu", list(rows), pagu=("rupiah", 0), realisasi=("rupiah", 0))
    for column, told in made.columns["ribu"].items():
        told |= {"dalam": "ribu", "presisi": "bulat"}
        for row in rows:
            source = here(row, column)
            made.steps.append((there(row, column), lambda f, source=source: f[source] / 1000))
            made.rule("sama", str(there(row, column)), sumber=str(source))
        parts = [str(there(row, column)) for row in rows if row != "jumlah"]
        made.rule("jumlah", str(there("jumlah", column)), bagian=parts)
    return made


SHEETS = (
    changed_budget, shares_in_groups, standards, scored_halves, unspent, counted_scores,
    thousands_beside,
)  # fmt: skip
