"""More made-up reports: three levels, quarters since January, weights, shares of shares."""

from __future__ import annotations

import random

from structures import Made, at_table, letters, money

from lkjip_analysis.numbers.exact import Fraction


def three_levels(rng: random.Random) -> Made:
    """Programmes, activities and sub-activities with what is left of each."""
    made, at = Made("tiga tingkat"), at_table("rincian")
    below: dict[str, list[str]] = {}
    for top in ("1", "2"):
        below[top] = [f"{top}.0{n}" for n in range(1, rng.randint(3, 4))]
        for middle in below[top]:
            below[middle] = [f"{middle}.0{n}" for n in range(1, rng.randint(2, 4))]
    rows = _in_order(below, ["1", "2"])
    made.table("rincian", [*rows, "jumlah"], pagu=("rupiah", 0), realisasi=("rupiah", 0),
               sisa=("rupiah", 0), serapan=("persen", 2))  # fmt: skip
    for row in (row for row in rows if row not in below):
        pagu = money(rng)
        made.put("rincian", row, "pagu", pagu)
        made.put("rincian", row, "realisasi", pagu * rng.randint(550, 1000) // 1000)
    for column in ("pagu", "realisasi"):
        for row in reversed([row for row in rows if row in below]):
            made.total(at(row, column), [at(part, column) for part in below[row]])
        made.total(at("jumlah", column), [at(row, column) for row in ("1", "2")])
    for row in (*rows, "jumlah"):
        made.less(at(row, "sisa"), at(row, "pagu"), at(row, "realisasi"))
        made.share(at(row, "serapan"), at(row, "realisasi"), at(row, "pagu"))
    return made


def _in_order(below: dict[str, list[str]], tops: list[str]) -> list[str]:
    return [row for top in tops for row in (top, *_in_order(below, below.get(top, [])))]


def quarter_columns(rng: random.Random) -> Made:
    """Realisasi since January in four columns, the last copied to the year, with its share."""
    made, rows, at = Made("kolom kumulatif"), letters(rng), at_table("serap")
    columns = ("tw1", "tw2", "tw3", "tw4")
    made.table("serap", [*rows, "jumlah"], pagu=("rupiah", 0),
               **dict.fromkeys((*columns, "setahun", "sisa"), ("rupiah", 0)),
               persen=("persen", 2))  # fmt: skip
    for row in rows:
        pagu, spent = money(rng), 0
        made.put("serap", row, "pagu", pagu)
        for column in columns:
            spent += pagu * rng.randint(100, 240) // 1000
            made.put("serap", row, column, spent)
    made.totals(at, rows, ("pagu", *columns))
    for row in (*rows, "jumlah"):
        made.same(at(row, "setahun"), at(row, "tw4"))
        made.less(at(row, "sisa"), at(row, "pagu"), at(row, "setahun"))
        made.share(at(row, "persen"), at(row, "setahun"), at(row, "pagu"))
    return made


def sexes(rng: random.Random) -> Made:
    """A cross table with a rate and a share beside it."""
    made, rows, at = Made("silang nisbah"), letters(rng), at_table("peserta")
    made.table("peserta", [*rows, "jumlah"], **dict.fromkeys(("l", "p", "jml"), ("orang", 0)),
               banding=("persen", 2), porsi=("persen", 1))  # fmt: skip
    for row in rows:
        made.put("peserta", row, "l", rng.randint(15, 900))
        made.put("peserta", row, "p", rng.randint(15, 900))
    made.totals(at, rows, ("l", "p"))
    for row in (*rows, "jumlah"):
        made.total(at(row, "jml"), [at(row, "l"), at(row, "p")])
        made.share(at(row, "banding"), at(row, "p"), at(row, "l"))
    made.rule("jumlah", str(at("jumlah", "jml")), bagian=[str(at(row, "jml")) for row in rows])
    for row in rows:
        made.share(at(row, "porsi"), at(row, "jml"), at("jumlah", "jml"))
    made.copy("peserta", at("jumlah", "jml"))
    return made


def share_of_share(rng: random.Random) -> Made:
    """A reached percentage in percent of a promised one, each kept as it is printed."""
    made, rows, at = Made("persen dari persen"), letters(rng), at_table("layan")
    made.table("layan", rows, dilayani=("orang", 0), seluruh=("orang", 0),
               target=("persen", 2), realisasi=("persen", 2), capaian=("persen", 2))  # fmt: skip
    for row in rows:
        whole = rng.randint(300, 90_000)
        made.put("layan", row, "seluruh", whole)
        made.put("layan", row, "dilayani", whole * rng.randint(400, 980) // 1000)
        made.put("layan", row, "target", Fraction(rng.randint(4_000, 9_900), 100))
    for row in rows:
        made.share(at(row, "realisasi"), at(row, "dilayani"), at(row, "seluruh"))
        made.share(at(row, "capaian"), at(row, "realisasi"), at(row, "target"))
    made.copy("pertama", at(rows[0], "realisasi"))
    return made


def weights(rng: random.Random) -> Made:
    """Scores times their weights, the sums of both, and the index they give."""
    made, rows, at = Made("bobot"), letters(rng, 4, 6), at_table("evaluasi")
    made.table("evaluasi", [*rows, "jumlah"], bobot=("poin", 0), nilai=("poin", 2),
               tertimbang=("poin", 2), indeks=("poin", 2))  # fmt: skip
    for row in rows:
        made.put("evaluasi", row, "bobot", rng.randint(2, 30))
        made.put("evaluasi", row, "nilai", Fraction(rng.randint(4_000, 9_900), 100))
        made.times(at(row, "tertimbang"), at(row, "bobot"), at(row, "nilai"))
    made.totals(at, rows, ("bobot", "tertimbang"))
    made.share(at("jumlah", "indeks"), at("jumlah", "tertimbang"), at("jumlah", "bobot"), 1)
    made.copy("akhir", at("jumlah", "indeks"))
    return made


def revised(rng: random.Random) -> Made:
    """The budget before and after it was changed, the change, and its growth."""
    made, rows, at = Made("pergeseran"), letters(rng), at_table("ubah")
    made.table("ubah", [*rows, "jumlah"],
               **dict.fromkeys(("awal", "tambah", "akhir"), ("rupiah", 0)),
               naik=("persen", 2))  # fmt: skip
    for row in rows:
        before = money(rng)
        made.put("ubah", row, "awal", before)
        made.put("ubah", row, "akhir", before * rng.randint(700, 1300) // 1000)
    made.totals(at, rows, ("awal", "akhir"))
    for row in (*rows, "jumlah"):
        made.less(at(row, "tambah"), at(row, "akhir"), at(row, "awal"))
        made.growth(at(row, "naik"), at(row, "akhir"), at(row, "awal"))
    made.rule(
        "jumlah", str(at("jumlah", "tambah")), bagian=[str(at(row, "tambah")) for row in rows]
    )
    return made


def priced(rng: random.Random) -> Made:
    """So many at a price, their worth, its total and the shares of it."""
    made, rows, at = Made("harga"), letters(rng), at_table("aset")
    made.table("aset", [*rows, "jumlah"], banyak=("unit", 0), harga=("rupiah", 0),
               nilai=("rupiah", 0), porsi=("persen", 2))  # fmt: skip
    for row in rows:
        made.put("aset", row, "banyak", rng.randint(2, 400))
        made.put("aset", row, "harga", rng.randint(50, 9_000) * 500)
        made.times(at(row, "nilai"), at(row, "banyak"), at(row, "harga"))
    made.totals(at, rows, ("banyak", "nilai"))
    for row in rows:
        made.share(at(row, "porsi"), at(row, "nilai"), at("jumlah", "nilai"))
    return made


def two_documents(rng: random.Random) -> Made:
    """A table and its summary in millions elsewhere, which shares are reckoned from."""
    made, rows, at = Made("ringkasan"), letters(rng), at_table("rinci")
    there = at_table("ikhtisar")
    made.table("rinci", [*rows, "jumlah"], satu=("orang", 0), dua=("orang", 0), jml=("orang", 0))
    made.table("ikhtisar", [*rows, "jumlah"], jml=("orang", 0), porsi=("persen", 2))
    for row in rows:
        made.put("rinci", row, "satu", rng.randint(10, 4_000))
        made.put("rinci", row, "dua", rng.randint(10, 4_000))
    made.totals(at, rows, ("satu", "dua"))
    for row in (*rows, "jumlah"):
        made.total(at(row, "jml"), [at(row, "satu"), at(row, "dua")])
        made.same(there(row, "jml"), at(row, "jml"))
    made.rule(
        "jumlah", str(there("jumlah", "jml")), bagian=[str(there(row, "jml")) for row in rows]
    )
    for row in rows:
        made.share(there(row, "porsi"), there(row, "jml"), there("jumlah", "jml"))
    made.total(there("jumlah", "porsi"), [there(row, "porsi") for row in rows])
    return made


WIDER = (
    three_levels, quarter_columns, sexes, share_of_share, weights, revised, priced, two_documents,
)  # fmt: skip
