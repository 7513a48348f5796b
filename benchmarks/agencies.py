"""Made-up agencies shaped like real reports, sound or with slips whose places are known.

An agency has, in sizes drawn from its seed: a perjanjian kinerja, a capaian table for each sasaran
(counts and percentages, more is better and less is better), programme budgets with totals and
sums for each sasaran in prose, a summary with means and categories, exports in two currencies,
cooperatives with scores and classes, and sentences that repeat figures under a rule.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from misprints import slips_of

from lkjip_analysis.errors import Problem
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.schema import Column, find_type
from lkjip_analysis.report.tables import Address, Cell, read_cell
from lkjip_analysis.report.yamltext import SCHEMAS

YEAR = 2021
BANDS = (("Sangat Baik", 90), ("Baik", 75), ("Cukup", 65), ("Kurang", 50), ("Sangat Kurang", None))
CLASSES = (("Sehat", 80), ("Cukup Sehat", 66), ("Dalam Pengawasan", 51),
           ("Dalam Pengawasan Khusus", None))  # fmt: skip
NOUNS = ("layanan", "pelatihan", "usaha", "koperasi", "jalan", "irigasi", "sekolah", "puskesmas",
         "pasar", "arsip", "izin", "rumah", "lahan", "panen", "wisata")  # fmt: skip
RULES = ("kode", "bagian", "paragraf", "tentang", "nilai", "tipe", "satuan", "presisi", "aturan",
         "sel", "dasar", "sebab")  # fmt: skip


@dataclass
class Draft:
    """A report while it is written: rows of each table, entries of laporan.yaml."""

    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)

    def row(self, table: str, **texts: str) -> None:
        self.tables.setdefault(table, []).append(texts)

    def claim(self, key: str, about: str, value: str, unit: str, rule: str, cells: str) -> None:
        exact = "eksak" if unit == "rupiah" else "bulat"
        texts = (key, "BAB III", "paragraf 1", about, value, "angka", unit, exact, rule, cells,
                 "tafsir", "kalimat menyebut angka tabel")  # fmt: skip
        self.row("klaim", **dict(zip(RULES, texts, strict=True)))


@dataclass(frozen=True)
class Slipped:
    """One figure printed wrong on purpose: where, what was right, what is printed, and how."""

    sel: str
    right: str
    printed: str
    kind: str


def write_agency(base: Path, seed: int) -> tuple[Slipped, ...]:
    """Write agency number `seed` under `base`/raw; what was printed wrong on purpose in it."""
    chance = random.Random(seed)
    draft = _sound(chance)
    slips = _with_slips(draft, chance)
    folder = base / "raw" / name_of(seed) / str(YEAR)
    folder.mkdir(parents=True)
    for table, rows in draft.tables.items():
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (folder / f"{table}.csv").write_text(text.getvalue(), encoding="utf-8")
    (folder / "laporan.yaml").write_text(_laporan(draft, name_of(seed)), encoding="utf-8")
    return slips


def name_of(seed: int) -> str:
    return f"dinas-{seed:06}"


def _laporan(draft: Draft, name: str) -> str:
    bands = "".join(_bands(BANDS)), "".join(_bands(CLASSES))
    return (
        f"instansi: {name}\nnama: Dinas Rekaan\ntahun: {YEAR}\ntanggal_data: 2022-03-31\n"
        f"skala:\n  capaian:\n    sumber: Tabel 3.1\n    pita:\n{bands[0]}"
        f"  koperasi:\n    sumber: pedoman\n    dicetak: tidak\n    pita:\n{bands[1]}"
        f"sasaran:\n{''.join(draft.goals)}indikator:\n{''.join(draft.indicators)}"
        f"tabel:\n{''.join(draft.listed)}aturan:\n{''.join(draft.rules)}"
    )


def _bands(scale: tuple[tuple[str, int | None], ...]) -> Iterator[str]:
    above = None
    for name, low in scale:
        upper = "" if above is None else f", kurang_dari: {above}"
        lower = "" if low is None else f", dari: {low}"
        yield f"      - {{nama: {name}{lower}{upper}}}\n"
        above = low


def _class(value: Fraction, scale: tuple[tuple[str, int | None], ...]) -> str:
    return next(name for name, low in scale if low is None or value >= low)


def _sound(chance: random.Random) -> Draft:
    draft = Draft()
    goals = chance.randint(2, 5)
    for goal in range(1, goals + 1):
        draft.goals.append(f"  {goal}: Meningkatnya {chance.choice(NOUNS)}\n")
        _achievement(draft, goal, chance)
    draft.listed.append("  perjanjian: {label: Tabel 2.2, transkripsi: ganda}\n")
    draft.listed.append("  ringkasan: {label: Tabel 4.1, transkripsi: ganda}\n")
    _budget(draft, goals, chance)
    if chance.random() < 0.5:
        _exports(draft, chance)
    if chance.random() < 0.5:
        _cooperatives(draft, chance)
    draft.listed.append("  klaim: {label: Naskah, transkripsi: ganda}\n")
    return draft


def _achievement(draft: Draft, goal: int, chance: random.Random) -> None:
    """The indicators of one sasaran: promised, reached, repeated in the summary with their mean."""
    table, found = f"capaian_{goal}", []
    keys = [f"{goal}.i{i}" for i in range(1, chance.randint(1, 4) + 1)]
    for key in keys:
        found.append(_indicator(draft, table, goal, key, chance))
    mean = _rounded(sum(found) / len(found), 2)
    for i, row in enumerate(draft.tables["ringkasan"][-len(keys) :]):
        row["rerata_sasaran"] = "" if i else number(mean, 2)
        row["kategori_sasaran"] = "" if i else _class(mean, BANDS)
    label = f"Tabel 3.{goal + 1}"
    draft.listed.append(f"  {table}: {{tipe: capaian, label: {label}, transkripsi: ganda}}\n")
    _rule(draft, f"target_{goal}", "sama", hasil=f"perjanjian[{goal}.*].target",
          sumber=f"{table}[*].target")  # fmt: skip
    _rule(draft, f"ringkasan_{goal}", "sama", hasil=f"ringkasan[{goal}.*].capaian",
          sumber=f"{table}[*].capaian")  # fmt: skip
    _rule(draft, f"rerata_{goal}", "rerata", hasil=f"ringkasan[{goal}.i1].rerata_sasaran",
          bagian=f"ringkasan[{goal}.*].capaian")  # fmt: skip
    draft.claim(f"rerata_{goal}", f"Rata-rata sasaran {goal}", f"{number(mean, 2)}%", "persen",
                "sama", f"sumber=ringkasan[{goal}.i1].rerata_sasaran")  # fmt: skip


def _indicator(draft: Draft, table: str, goal: int, key: str, chance: random.Random) -> Fraction:
    """One indicator with its row in three tables; its capaian as printed."""
    counts, falls = chance.random() < 0.4, chance.random() < 0.25
    target = Fraction(chance.randint(120, 90_000) if counts else chance.randint(20, 95))
    decimals = 0 if counts else 2
    drawn = Decimal(int(target)) * Decimal(str(round(chance.uniform(0.55, 1.35), 6)))
    reached = Fraction(drawn.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    result = _rounded(100 * ((2 * target - reached) if falls else reached) / target, 2)
    name = f"{'Persentase' if not counts else 'Jumlah'} {chance.choice(NOUNS)} {key}"
    shown = {"sasaran": f"Sasaran {goal}", "indikator": name}
    draft.row("perjanjian", kode=key, **shown, target=number(target, 0))
    draft.row(table, kode=key, **shown, target=number(target, 0),
              realisasi=number(reached, decimals), capaian=number(result, 2),
              kategori=_class(result, BANDS))  # fmt: skip
    draft.row("ringkasan", kode=key, **shown, capaian=number(result, 2),
              kategori=_class(result, BANDS), rerata_sasaran="", kategori_sasaran="")  # fmt: skip
    precision, unit = ("eksak", "unit") if counts else ("bulat", "persen")
    arah = "turun" if falls else "naik"
    draft.indicators.append(
        f"  {key}: {{nama: {name}, satuan: {unit}, arah: {arah}, presisi: {precision}}}\n"
    )
    if chance.random() < 0.5:
        draft.claim(f"realisasi_{key}", name, number(reached, decimals), "", "sama",
                    f"sumber={table}[{key}].realisasi")  # fmt: skip
        draft.claim(f"capaian_{key}", name, f"{number(result, 2)}%", "persen", "sama",
                    f"sumber={table}[{key}].capaian")  # fmt: skip
    return result


def _budget(draft: Draft, goals: int, chance: random.Random) -> None:
    """Programmes with ceiling, spending and share; sums for each sasaran and in all."""
    totals = [0, 0]
    for goal in range(1, goals + 1):
        sums = [0, 0]
        for i in range(1, chance.randint(2, 6) + 1):
            ceiling = chance.randrange(20_000_000, 4_000_000_000, 5_000)
            spent = round(ceiling * chance.uniform(0.6, 0.999))
            sums = [sums[0] + ceiling, sums[1] + spent]
            program = f"Program {chance.choice(NOUNS)} {goal}.{i}"
            _programme(draft, f"{goal}.p{i}", program, ceiling, spent)
            draft.row("program", kode=f"{goal}.p{i}", program=program, pagu=number(ceiling, 0))
        for column, total in zip(("pagu", "realisasi"), sums, strict=True):
            draft.claim(f"{column}_{goal}", f"{column} sasaran {goal}", f"Rp{number(total, 0)}",
                        "rupiah", "jumlah", f"bagian=anggaran[{goal}.*].{column}")  # fmt: skip
        draft.claim(f"serapan_{goal}", f"Serapan sasaran {goal}",
                    f"{number(_share(sums[1], sums[0]), 2)}%", "persen", "rasio",
                    f"pembilang=klaim[realisasi_{goal}].nilai; "
                    f"penyebut=klaim[pagu_{goal}].nilai")  # fmt: skip
        totals = [totals[0] + sums[0], totals[1] + sums[1]]
    _programme(draft, "jumlah", "Jumlah", *totals)
    draft.row("program", kode="jumlah", program="Jumlah", pagu=number(totals[0], 0))
    draft.claim("pagu", "Pagu", f"Rp {number(totals[0], 0)},00", "rupiah", "sama",
                "sumber=anggaran[jumlah].pagu")  # fmt: skip
    draft.listed.append("  anggaran: {label: Tabel 3.8, transkripsi: ganda}\n")
    draft.listed.append("  program: {label: Tabel 2.3, transkripsi: ganda}\n")
    _rule(draft, "pagu_program", "sama", hasil="program[*].pagu", sumber="anggaran[*].pagu")
    _rule(draft, "jumlah_program", "jumlah", hasil="program[jumlah].pagu", bagian="program[*].pagu")


def _programme(draft: Draft, key: str, name: str, ceiling: int, spent: int) -> None:
    draft.row("anggaran", kode=key, sasaran="", program=name, pagu=number(ceiling, 0),
              realisasi=number(spent, 0), serapan=number(_share(spent, ceiling), 2))  # fmt: skip


def _exports(draft: Draft, chance: random.Random) -> None:
    """Goods in dollars and, at one rate, in rupiah."""
    rate, totals = Fraction(chance.randint(1_350_000, 1_550_000), 100), [0, 0]
    for i in range(1, chance.randint(3, 7) + 1):
        dollars = chance.randint(20_000, 3_000_000)
        rupiah = int(_rounded(dollars * rate, 0))
        totals = [totals[0] + rupiah, totals[1] + dollars]
        draft.row("ekspor", kode=f"b{i}", barang=f"Barang {i}", nilai_rupiah=number(rupiah, 0),
                  nilai_usd=number(dollars, 0))  # fmt: skip
    draft.row("ekspor", kode="jumlah", barang="Jumlah", nilai_rupiah=number(totals[0], 0),
              nilai_usd=number(totals[1], 0))  # fmt: skip
    draft.listed.append("  ekspor: {label: Tabel 3.9, transkripsi: ganda}\n")
    draft.claim("ekspor", "Nilai ekspor", f"US$ {number(totals[1], 0)}", "dolar AS", "sama",
                "sumber=ekspor[jumlah].nilai_usd")  # fmt: skip


def _cooperatives(draft: Draft, chance: random.Random) -> None:
    """Scores and the classes they fall in, with a count of the rows in prose."""
    rows = chance.randint(10, 60)
    for i in range(1, rows + 1):
        score = Fraction(chance.randint(800, 1900), 20)
        draft.row("koperasi", no=str(i), nama=f"Koperasi {i}", alamat="Kota",
                  nilai=number(score), predikat=_class(score, CLASSES))  # fmt: skip
    draft.listed.append("  koperasi: {label: Tabel 3.10, transkripsi: ganda}\n")
    draft.claim("koperasi", "Koperasi dinilai", f"{rows}", "", "cacah", "tabel=koperasi")


def _rule(draft: Draft, name: str, kind: str, **cells: str) -> None:
    told = ", ".join(f'{role}: "{cell}"' for role, cell in cells.items())
    draft.rules.append(
        f"  - {{nama: {name}, jenis: {kind}, {told}, dasar: tercetak, sebab: sama besar}}\n"
    )


def _share(part: int, whole: int) -> Fraction:
    return _rounded(Fraction(100 * part, whole), 2)


def _rounded(value: Fraction, decimals: int) -> Fraction:
    """Half-up, as the reports round."""
    scaled = Fraction(value) * 10**decimals
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator),
                    10**decimals)  # fmt: skip


def _with_slips(draft: Draft, chance: random.Random) -> tuple[Slipped, ...]:
    """None in two agencies of five, one in two, two or three in one."""
    draw = chance.random()
    count = 0 if draw < 0.4 else 1 if draw < 0.8 else chance.randint(2, 3)
    figures = list(_figures(draft)) if count else []
    found = []
    for cell, put in chance.sample(figures, min(count, len(figures))):
        slips = list(slips_of(cell))
        if slips:
            kind, text = chance.choice(slips)
            put(text)
            found.append(Slipped(str(cell.address), cell.text, text, kind))
    return tuple(found)


def _figures(draft: Draft) -> Iterator[tuple[Cell, Callable[[str], None]]]:
    """Every figure as a cell, with what puts another text in its place."""
    asked = Problem("", "", "", "")
    for table, rows in draft.tables.items():
        kind = find_type("capaian" if table.startswith("capaian") else table, (SCHEMAS,), asked)
        for row in rows:
            for name, text in row.items():
                column = kind.columns[name]
                if table == "klaim" and name == "nilai":
                    column = Column("nilai", "angka", satuan_tercetak=(row["satuan"],))
                if column.is_number and text:
                    address = Address(table, row[kind.kunci], name)
                    cell = read_cell(address, text, "", 1, column)
                    yield cell, lambda new, row=row, name=name: row.__setitem__(name, new)
