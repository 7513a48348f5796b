"""Made-up reports as people reckon them: figures that were put in, and steps that follow from them.

A structure writes its folder once; a report of it is then made by its figures alone. The formulas
here are plain arithmetic and know nothing of the package's rules.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import yaml

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import half_up, number
from lkjip_analysis.report.tables import Address

Figures = dict[Address, Fraction]
Step = tuple[Address, Callable[[Mapping[Address, Fraction]], Fraction]]


@dataclass
class Made:
    """A report that is right: its figures, how many decimals each has, and what reckons which."""

    name: str
    figures: Figures = field(default_factory=dict)
    places: dict[Address, int] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    columns: dict[str, dict[str, dict[str, object]]] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)
    rules: list[dict[str, object]] = field(default_factory=list)
    claims: list[tuple[str, Address]] = field(default_factory=list)
    copied: list[tuple[Address, Address]] = field(default_factory=list)

    def table(self, name: str, rows: list[str], **columns: tuple[str, int]) -> None:
        self.rows[name] = rows
        self.columns[name] = {
            c: {"tipe": "angka", "judul": c, "satuan": unit, "boleh_tiada": "ya",
                "presisi": "eksak" if places == 0 else "bulat"}
            for c, (unit, places) in columns.items()
        }  # fmt: skip
        for row in rows:
            for column, (_, places) in columns.items():
                self.places[Address(name, row, column)] = places

    def put(self, table: str, row: str, column: str, value: int | Fraction) -> None:
        where = Address(table, row, column)
        self.figures[where] = half_up(Fraction(value), self.places[where])

    def rule(self, kind: str, result: str, **roles: object) -> None:
        self.rules.append({
            "nama": f"k{len(self.rules)}", "jenis": kind, "hasil": result, **roles,
            "dasar": "tercetak", "sebab": "hubungan",
        })  # fmt: skip

    def total(self, result: Address, parts: list[Address]) -> None:
        self.steps.append((result, lambda f: sum((f[p] for p in parts), Fraction(0))))
        self.rule("jumlah", str(result), bagian=[str(p) for p in parts])

    def totals(
        self, at: Callable[[str, str], Address], rows: Iterable[str], columns: Iterable[str]
    ) -> None:
        """The row `jumlah` adds up these rows, column by column."""
        for column in columns:
            self.total(at("jumlah", column), [at(row, column) for row in rows])

    def less(self, result: Address, whole: Address, part: Address) -> None:
        self.steps.append((result, lambda f: f[whole] - f[part]))
        self.rule("selisih", str(result), dari=str(whole), kurang=str(part))

    def share(self, result: Address, above: Address, below: Address, times: int = 100) -> None:
        self.steps.append((result, lambda f: f[above] * times / f[below] if f[below] else f[above]))
        roles = {"pembilang": str(above), "penyebut": str(below)}
        self.rule(
            "rasio", str(result), **roles, **({} if times == 100 else {"pengali": str(times)})
        )

    def mean(self, result: Address, parts: list[Address]) -> None:
        self.steps.append((result, lambda f: sum((f[p] for p in parts), Fraction(0)) / len(parts)))
        self.rule("rerata", str(result), bagian=[str(p) for p in parts])

    def times(self, result: Address, first: Address, second: Address) -> None:
        self.steps.append((result, lambda f: f[first] * f[second]))
        self.rule("hasil_kali", str(result), faktor=[str(first), str(second)])

    def same(self, result: Address, source: Address) -> None:
        self.copied.append((result, source))
        self.steps.append((result, lambda f: f[source]))
        self.rule("sama", str(result), sumber=str(source))

    def growth(self, result: Address, now: Address, before: Address) -> None:
        self.steps.append(
            (result, lambda f: (f[now] - f[before]) * 100 / f[before] if f[before] else f[now])
        )
        self.rule("pertumbuhan", str(result), sekarang=str(now), sebelum=str(before))

    def copy(self, code: str, source: Address) -> None:
        where = Address("klaim", code, "nilai")
        self.places[where] = self.places[source]
        self.claims.append((code, source))
        self.copied.append((where, source))
        self.steps.append((where, lambda f: f[source]))

    def free(self, code: str, value: int) -> Address:
        """A figure that stands in a sentence alone."""
        where = Address("klaim", code, "nilai")
        self.places[where], self.figures[where] = 0, Fraction(value)
        self.claims.append((code, where))
        return where

    def reckoned(self, figures: Figures, only: frozenset[Address] | None = None) -> Figures:
        """The figures with every step, or `only` some, reckoned again in their order."""
        fresh = dict(figures)
        for where, formula in self.steps:
            if only is None or where in only:
                fresh[where] = half_up(formula(fresh), self.places[where])
        return fresh

    def true(self, where: Address) -> Fraction:
        """The figure as it counts: what a column in thousands prints, times a thousand."""
        is_scaled = (
            where.table in self.columns and "dalam" in self.columns[where.table][where.column]
        )
        return self.figures[where] * (1000 if is_scaled else 1)

    def text(self, where: Address, value: Fraction) -> str:
        return number(value, self.places[where])

    def write(self, folder: Path, figures: Figures) -> None:
        """The folder of a report with these figures."""
        raw = folder / "raw" / "dinas-uji" / "2024"
        (raw / "skema").mkdir(parents=True)
        tables: dict[str, object] = {n: {"label": f"Tabel {n}", "transkripsi": "ganda"}
                                     for n in self.rows}  # fmt: skip
        for name, rows in self.rows.items():
            schema = {"judul": name, "arti": "rincian", "kunci": "kode", "nama_baris": "kode",
                      "total": ["jumlah"], "kolom": {
                          "kode": {"tipe": "kunci", "judul": "Kode", "arti": "kode"},
                          **self.columns[name]}}  # fmt: skip
            (raw / "skema" / f"{name}.yaml").write_text(yaml.safe_dump(schema), encoding="utf-8")
            lines = [",".join(["kode", *self.columns[name]])]
            lines += [",".join([row, *(self._quoted(Address(name, row, c), figures)
                                       for c in self.columns[name])]) for row in rows]  # fmt: skip
            (raw / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        if self.claims:
            tables["klaim"] = {"label": "Naskah", "transkripsi": "ganda"}
            (raw / "klaim.csv").write_text(self._claims(figures), encoding="utf-8")
        told = {"instansi": "dinas-uji", "nama": "Dinas Uji", "tahun": 2024,
                "tanggal_data": "2025-03-31", "tabel": tables, "aturan": self.rules}  # fmt: skip
        (raw / "laporan.yaml").write_text(yaml.safe_dump(told, sort_keys=False), encoding="utf-8")

    def _quoted(self, where: Address, figures: Figures) -> str:
        return f'"{self.text(where, figures[where])}"' if where in figures else "-"

    def _claims(self, figures: Figures) -> str:
        lines = ["kode,bagian,paragraf,tentang,nilai,tipe,satuan,presisi,aturan,sel,dasar,sebab"]
        for code, source in self.claims:
            where = Address("klaim", code, "nilai")
            text = self.text(where, figures[where])
            precision = "bulat" if self.places[where] else "eksak"
            rule = "sama,sumber=" + str(source) if source != where else ","
            lines.append(f'{code},BAB III,1,{code},"{text}",angka,,{precision},{rule},tafsir,')
        return "\n".join(lines) + "\n"


def at_table(table: str) -> Callable[[str, str], Address]:
    return lambda row, column: Address(table, row, column)


def letters(rng: random.Random, low: int = 3, high: int = 6) -> list[str]:
    return list("abcdefgh"[: rng.randint(low, high)])


def money(rng: random.Random) -> int:
    """An amount as budgets have them: to the rupiah, or round."""
    value = rng.randint(10**5, 10 ** rng.choice((7, 8, 9)))
    return round(value, -rng.choice((0, 0, 3, 5)))


def budget(rng: random.Random) -> Made:
    """Pagu, realisasi, sisa and serapan, with a total row and a sentence."""
    made, rows, at = Made("anggaran"), letters(rng), at_table("belanja")
    made.table("belanja", [*rows, "jumlah"], pagu=("rupiah", 0), realisasi=("rupiah", 0),
               sisa=("rupiah", 0), serapan=("persen", 2))  # fmt: skip
    for row in rows:
        pagu = money(rng)
        made.put("belanja", row, "pagu", pagu)
        made.put("belanja", row, "realisasi", pagu * rng.randint(550, 1000) // 1000)
    made.totals(at, rows, ("pagu", "realisasi"))
    for row in (*rows, "jumlah"):
        made.less(at(row, "sisa"), at(row, "pagu"), at(row, "realisasi"))
        made.share(at(row, "serapan"), at(row, "realisasi"), at(row, "pagu"))
    made.total(at("jumlah", "sisa"), [at(row, "sisa") for row in rows])
    made.copy("total", at("jumlah", "realisasi"))
    return made


def plain_budget(rng: random.Random) -> Made:
    """Pagu, realisasi and serapan only: what most reports print."""
    made, rows, at = Made("serapan"), letters(rng), at_table("belanja")
    made.table("belanja", [*rows, "jumlah"], pagu=("rupiah", 0), realisasi=("rupiah", 0),
               serapan=("persen", 2))  # fmt: skip
    for row in rows:
        pagu = money(rng)
        made.put("belanja", row, "pagu", pagu)
        made.put("belanja", row, "realisasi", pagu * rng.randint(550, 1000) // 1000)
    made.totals(at, rows, ("pagu", "realisasi"))
    for row in (*rows, "jumlah"):
        made.share(at(row, "serapan"), at(row, "realisasi"), at(row, "pagu"))
    return made


def nested(rng: random.Random) -> Made:
    """A budget in two levels with a total."""
    made, at = Made("bertingkat"), at_table("program")
    tops = [str(n) for n in range(1, rng.randint(3, 4))]
    below = {top: [f"{top}.0{n}" for n in range(1, rng.randint(3, 5))] for top in tops}
    rows = [row for top in tops for row in (top, *below[top])]
    made.table("program", [*rows, "jumlah"], pagu=("rupiah", 0), realisasi=("rupiah", 0),
               serapan=("persen", 2))  # fmt: skip
    for row in (row for top in tops for row in below[top]):
        pagu = money(rng)
        made.put("program", row, "pagu", pagu)
        made.put("program", row, "realisasi", pagu * rng.randint(550, 1000) // 1000)
    for column in ("pagu", "realisasi"):
        for top in tops:
            made.total(at(top, column), [at(row, column) for row in below[top]])
        made.total(at("jumlah", column), [at(top, column) for top in tops])
    for row in (*rows, "jumlah"):
        made.share(at(row, "serapan"), at(row, "realisasi"), at(row, "pagu"))
    return made


def _cross(name: str, columns: tuple[str, ...], most: int, rng: random.Random) -> Made:
    made, rows, at = Made(name), letters(rng), at_table(name)
    made.table(name, [*rows, "jumlah"], **dict.fromkeys((*columns, "jml"), ("orang", 0)))
    for row in rows:
        for column in columns:
            made.put(name, row, column, rng.randint(0, most))
    for row in rows:
        made.total(at(row, "jml"), [at(row, column) for column in columns])
    made.totals(at, rows, (*columns, "jml"))
    made.rule("jumlah", str(at("jumlah", "jml")), bagian=[str(at("jumlah", c)) for c in columns])
    made.copy("pegawai", at("jumlah", "jml"))
    return made


def staff(rng: random.Random) -> Made:
    return _cross("pegawai", ("l", "p"), 60, rng)


def quarters(rng: random.Random) -> Made:
    return _cross("triwulan", ("i", "ii", "iii", "iv"), 90_000, rng)


def cumulative(rng: random.Random) -> Made:
    """Quarters alone and since the year began."""
    made, rows, at = Made("kumulatif"), ["tw1", "tw2", "tw3", "tw4"], at_table("uang")
    made.table("uang", rows, sendiri=("rupiah", 0), kumulatif=("rupiah", 0), persen=("persen", 2))
    pagu = made.free("pagu", money(rng) * 4)
    for row in rows:
        made.put("uang", row, "sendiri", money(rng) // 4)
    for i, row in enumerate(rows):
        parts = [at(row, "sendiri"), *([at(rows[i - 1], "kumulatif")] if i else [])]
        made.total(at(row, "kumulatif"), parts)
        made.share(at(row, "persen"), at(row, "kumulatif"), pagu)
    made.copy("realisasi", at("tw4", "kumulatif"))
    return made


def sectors(rng: random.Random) -> Made:
    """Shares of a total, and growth on last year."""
    made, rows, at = Made("sektor"), letters(rng, 4, 7), at_table("sektor")
    made.table("sektor", [*rows, "jumlah"], lalu=("miliar", 0), nilai=("miliar", 0),
               porsi=("persen", 2), tumbuh=("persen", 2))  # fmt: skip
    for row in rows:
        before = rng.randint(30_000, 900_000)
        made.put("sektor", row, "lalu", before)
        made.put("sektor", row, "nilai", before * rng.randint(850, 1250) // 1000)
    made.totals(at, rows, ("lalu", "nilai"))
    for row in (*rows, "jumlah"):
        made.share(at(row, "porsi"), at(row, "nilai"), at("jumlah", "nilai"))
        made.growth(at(row, "tumbuh"), at(row, "nilai"), at(row, "lalu"))
    made.copy("nilai", at("jumlah", "nilai"))
    return made


def shares(rng: random.Random) -> Made:
    """Shares of a total whose own column nothing sums, and their sum."""
    made, rows, at = Made("porsi"), letters(rng), at_table("usaha")
    made.table("usaha", [*rows, "jumlah"], banyak=("unit", 0), porsi=("persen", 2))
    for row in rows:
        made.put("usaha", row, "banyak", rng.randint(20, 9000))
    whole = sum(made.figures[at(row, "banyak")] for row in rows)
    made.put("usaha", "jumlah", "banyak", whole)
    for row in rows:
        made.share(at(row, "porsi"), at(row, "banyak"), at("jumlah", "banyak"))
    made.total(at("jumlah", "porsi"), [at(row, "porsi") for row in rows])
    return made


def chain(rng: random.Random) -> Made:
    """Yearly figures with their growth."""
    made, at = Made("deret"), at_table("deret")
    rows = [f"t{year}" for year in range(2019, 2025)]
    made.table("deret", rows, nilai=("unit", 0), tumbuh=("persen", 2))
    value = rng.randint(2_000, 2_000_000)
    for row in rows:
        made.put("deret", row, "nilai", value)
        value = value * rng.randint(800, 1300) // 1000
    for before, now in pairwise(rows):
        made.growth(at(now, "tumbuh"), at(now, "nilai"), at(before, "nilai"))
    made.copy("akhir", at(rows[-1], "nilai"))
    return made


def rates(rng: random.Random) -> Made:
    """Events for each thousand people; the people stand in a sentence."""
    made, rows, at = Made("nisbah"), letters(rng), at_table("layanan")
    made.table("layanan", [*rows, "jumlah"], banyak=("kejadian", 0), nisbah=("permil", 2))
    people = made.free("penduduk", rng.randint(200_000, 900_000))
    for row in rows:
        made.put("layanan", row, "banyak", rng.randint(500, 30_000))
    made.total(at("jumlah", "banyak"), [at(row, "banyak") for row in rows])
    for row in (*rows, "jumlah"):
        made.share(at(row, "nisbah"), at(row, "banyak"), people, 1000)
    return made


def density(rng: random.Random) -> Made:
    """People, area, product, and what follows for each."""
    made, rows, at = Made("wilayah"), letters(rng), at_table("wilayah")
    made.table("wilayah", [*rows, "jumlah"], penduduk=("jiwa", 0), luas=("km2", 0),
               hasil=("rupiah", 0), padat=("jiwa", 2), kapita=("rupiah", 2))  # fmt: skip
    for row in rows:
        made.put("wilayah", row, "penduduk", rng.randint(9_000, 90_000))
        made.put("wilayah", row, "luas", rng.randint(90, 2_000))
        made.put("wilayah", row, "hasil", rng.randint(10**8, 10**10))
    made.totals(at, rows, ("penduduk", "luas", "hasil"))
    for row in (*rows, "jumlah"):
        made.share(at(row, "padat"), at(row, "penduduk"), at(row, "luas"), 1)
        made.share(at(row, "kapita"), at(row, "hasil"), at(row, "penduduk"), 1)
    return made


def twice(rng: random.Random) -> Made:
    """One budget printed in two tables, and in a sentence."""
    made = plain_budget(rng)
    made.name = "dua tabel"
    here, there = at_table("belanja"), at_table("ringkas")
    rows = made.rows["belanja"]
    made.table("ringkas", list(rows), pagu=("rupiah", 0))
    for row in rows:
        made.steps.append((there(row, "pagu"), lambda f, row=row: f[here(row, "pagu")]))
        made.rule("sama", str(there(row, "pagu")), sumber=str(here(row, "pagu")))
    parts = [str(there(row, "pagu")) for row in rows if row != "jumlah"]
    made.rule("jumlah", str(there("jumlah", "pagu")), bagian=parts)
    made.copy("pagu", here("jumlah", "pagu"))
    return made


def goals(rng: random.Random) -> Made:
    """Target, realisasi and capaian, this year and last, with their mean."""
    made, rows, at = Made("capaian"), letters(rng), at_table("kinerja")
    made.table("kinerja", rows, target=("unit", 0), realisasi=("unit", 0), capaian=("persen", 2),
               lalu=("unit", 0), naik=("persen", 2))  # fmt: skip
    made.table("rata", ["semua"], rerata=("persen", 2))
    for row in rows:
        target = rng.randint(40, 40_000)
        made.put("kinerja", row, "target", target)
        made.put("kinerja", row, "realisasi", max(1, target * rng.randint(600, 1200) // 1000))
        made.put("kinerja", row, "lalu", max(1, target * rng.randint(500, 1100) // 1000))
    for row in rows:
        made.share(at(row, "capaian"), at(row, "realisasi"), at(row, "target"))
        made.growth(at(row, "naik"), at(row, "realisasi"), at(row, "lalu"))
    parts, mean = [at(row, "capaian") for row in rows], Address("rata", "semua", "rerata")
    made.mean(mean, parts)
    made.copy("rerata", mean)
    return made


STRUCTURES = (
    budget, plain_budget, nested, staff, quarters, cumulative, sectors, shares, chain, rates,
    density, twice, goals,
)  # fmt: skip


def made_right(structure: Callable[[random.Random], Made], rng: random.Random) -> Made:
    """A report of this structure whose every figure is reckoned."""
    made = structure(rng)
    made.figures = made.reckoned(made.figures)
    return made
