"""Draft sentences of a composed report, each with the claims that tie its figures to their cells.

A figure stands in a sentence and in its claim from one source, so neither can drift.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.output.next_year.computed_report import (
    Angka,
    Indikator,
    Program,
    SasaranBaru,
    Susunan,
    rupiah,
    total,
)


@dataclass(frozen=True)
class Claim:
    """One row of klaim.csv."""

    kode: str
    tentang: str
    nilai: str
    tipe: str = "angka"
    satuan: str = ""
    presisi: str = ""
    aturan: str = ""
    sel: str = ""
    dasar: str = ""


@dataclass(frozen=True)
class Kalimat:
    """One sentence: the section it stands in, its text, and its claims."""

    bagian: str
    text: str
    claims: tuple[Claim, ...]

    @property
    def where(self) -> str:
        """The section as a reader calls it."""
        known = {"ringkasan": "Rata-rata capaian", "anggaran": "Realisasi anggaran"}
        return known.get(self.bagian) or f"Sasaran {self.bagian.rpartition('.')[2]}"


def sentences(susunan: Susunan) -> tuple[Kalimat, ...]:
    """Every draft sentence, in the order of the chapter."""
    return (*_performance(susunan), *_overall(susunan), *_budget(susunan))


def table_of(goal: SasaranBaru) -> str:
    """The name of the achievement table of a sasaran."""
    return f"capaian_{goal.nomor}".replace("-", "_")


def _performance(susunan: Susunan) -> Iterator[Kalimat]:
    for goal in susunan.sasaran:
        for indicator in goal.indikator:
            yield _indicator(susunan, goal, indicator)
        if goal.rerata.exact is not None:
            yield _goal(susunan, goal)


def _indicator(susunan: Susunan, goal: SasaranBaru, one: Indikator) -> Kalimat:
    cell, section = f"{table_of(goal)}[{one.kode}]", f"{table_of(goal)}.{goal.nomor}"
    claims = [_same(one, "target", one.target, "eksak", one.satuan, cell)] * (not one.target.word)
    start = f"{one.nama}: dari target {one.target.text} {one.satuan}"
    if one.realisasi.exact is None and not one.realisasi.word:
        return Kalimat(section, f"{start}, data realisasi belum tersedia.", tuple(claims))
    if not one.realisasi.word:
        claims.append(_same(one, "realisasi", one.realisasi, one.presisi, one.satuan, cell))
    start += f" terealisasi {one.realisasi.text} {one.satuan}"
    if one.capaian.exact is None:
        told = f"{start}; capaiannya tidak dapat dihitung dari target itu."
        return Kalimat(section, told, tuple(claims))
    claims.append(_same(one, "capaian", one.capaian, "bulat", "%", cell))
    claims.append(_category(f"{one.kode}_kategori", one.nama, one.kategori, f"{cell}.capaian"))
    text = f"{start}, sehingga capaiannya {one.capaian.text}% dengan kategori {one.kategori}"
    if one.capaian_lalu.exact is not None:
        claims.append(_same(one, "capaian_lalu", one.capaian_lalu, "bulat", "%", cell))
        year = susunan.isian.settings["tahun"] - 1
        word, claim = _direction(one.kode, one.capaian, one.capaian_lalu,
                                 f"{cell}.capaian", f"{cell}.capaian_lalu")  # fmt: skip
        text += f", {word} capaian tahun {year} ({one.capaian_lalu.text}%)"
        claims += claim
    return Kalimat(section, f"{text}.", tuple(claims))


def _same(
    one: Indikator, column: str, figure: Angka, presisi: str, satuan: str, cell: str
) -> Claim:
    told = figure.text + ("%" if satuan == "%" else "")
    about = f"{one.nama}, {column.replace('_', ' ')}"
    kode = f"{one.kode}_{column}"
    return Claim(kode, about, told, "angka", satuan, presisi, "sama", f"sumber={cell}.{column}")


def _category(kode: str, about: str, kategori: str, cell: str) -> Claim:
    return Claim(kode, f"Kategori {about}", kategori, "kategori", aturan="kategori",
                 sel=f"nilai={cell}; skala=capaian", dasar="tercetak")  # fmt: skip


def _direction(
    kode: str, now: Angka, before: Angka, now_cell: str, before_cell: str
) -> tuple[str, list[Claim]]:
    """How two printed figures compare, in words that the verifier knows."""
    assert now.value is not None and before.value is not None
    if now.value == before.value:
        return "sama dengan", []
    word = "lebih tinggi daripada" if now.value > before.value else "lebih rendah daripada"
    told = f"sebelum={before_cell}; sekarang={now_cell}"
    return word, [Claim(f"{kode}_arah", "Dibanding tahun sebelumnya", word, "teks", aturan="arah",
                        sel=told)]  # fmt: skip


def _goal(susunan: Susunan, goal: SasaranBaru) -> Kalimat:
    table, kode = table_of(goal), f"rerata_sasaran_{goal.nomor}"
    mean = _mean_claim(kode, f"Rata-rata capaian sasaran {goal.nomor}", goal.rerata,
                       f"{table}[*].capaian")  # fmt: skip
    claims = [mean, _category(f"{kode}_kategori", f"sasaran {goal.nomor}", goal.kategori,
                              f"klaim[{kode}].nilai")]  # fmt: skip
    text = (
        f"Rata-rata capaian sasaran {goal.nomor} adalah {goal.rerata.text}% dengan kategori "
        f"{goal.kategori}"
    )
    if goal.rerata_lalu.exact is not None:
        year = susunan.isian.settings["tahun"] - 1
        claims.append(_mean_claim(f"{kode}_lalu", f"Rata-rata sasaran {goal.nomor} tahun {year}",
                                  goal.rerata_lalu, f"{table}[*].capaian_lalu"))  # fmt: skip
        word, claim = _direction(kode, goal.rerata, goal.rerata_lalu, f"klaim[{kode}].nilai",
                                 f"klaim[{kode}_lalu].nilai")  # fmt: skip
        text += f", {word} tahun {year} ({goal.rerata_lalu.text}%)"
        claims += claim
    return Kalimat(f"{table}.{goal.nomor}", f"{text}.", tuple(claims))


def _mean_claim(kode: str, about: str, figure: Angka, cells: str) -> Claim:
    return Claim(kode, about, f"{figure.text}%", "angka", "%", "bulat", "rerata",
                 f"bagian={cells}", "tercetak")  # fmt: skip


def _overall(susunan: Susunan) -> Iterator[Kalimat]:
    if susunan.rerata.exact is None:
        return
    firsts = [g for g in susunan.sasaran if g.rerata.exact is not None]
    cells = " + ".join(f"ringkasan[{g.indikator[0].kode}].rerata_sasaran" for g in firsts)
    mean = Claim("rerata", "Rata-rata capaian seluruh sasaran", f"{susunan.rerata.text}%", "angka",
                 "%", "bulat", "rerata", f"bagian={cells}", "tercetak")  # fmt: skip
    claims = [mean, _category("rerata_kategori", "seluruh sasaran", susunan.kategori,
                              "klaim[rerata].nilai")]  # fmt: skip
    text = (
        f"Rata-rata capaian seluruh sasaran adalah {susunan.rerata.text}% dengan kategori "
        f"{susunan.kategori}"
    )
    every = [i for goal in susunan.sasaran for i in goal.indikator]
    if all(i.capaian.value is not None and i.capaian.value >= 100 for i in every):
        told = "seluruh target tercapai"
        parts = " + ".join(f"{table_of(g)}[*].capaian" for g in susunan.sasaran)
        claims.append(Claim("semua", "Pencapaian target", told, "teks", aturan="semua",
                            sel=f"bagian={parts}"))  # fmt: skip
        text += f"; {told}"
    yield Kalimat("ringkasan", f"{text}.", tuple(claims))


def _budget(susunan: Susunan) -> Iterator[Kalimat]:
    if susunan.jumlah is None:
        return
    for goal in susunan.sasaran:
        own = [p for p in susunan.program if p.sasaran == goal.nomor]
        if own:
            yield _budget_goal(goal, total(goal.nomor, goal.nama, own))
    yield _budget_total(susunan, susunan.jumlah)
    if susunan.isian.settings["pagu_lalu"]:
        yield _budget_before(susunan, susunan.jumlah)


def _amount(kode: str, about: str, figure: Angka, rule: str, cells: str) -> Claim:
    told = f"Rp{figure.text}"
    return Claim(kode, about, told, "angka", "rupiah", "eksak", rule, cells, "tafsir")


def _share(kode: str, about: str, figure: Angka, part: str, whole: str) -> list[Claim]:
    """The claim of a percentage; none where the ceiling is 0."""
    told, cells = f"{figure.text}%", f"pembilang={part}; penyebut={whole}"
    claim = Claim(kode, about, told, "angka", "%", "bulat", "rasio", cells, "tercetak")
    return [claim] if figure.exact is not None else []


def _budget_goal(goal: SasaranBaru, sums: Program) -> Kalimat:
    code, name = goal.nomor, f"sasaran {goal.nomor}"
    claims = [
        _amount(f"{column}_sasaran_{code}", f"{column.capitalize()} {name}", figure, "jumlah",
                f"bagian=anggaran[{code}.*].{column}")
        for column, figure in (("pagu", sums.pagu), ("realisasi", sums.realisasi))
    ]  # fmt: skip
    spent, ceiling = (f"klaim[{c}_sasaran_{code}].nilai" for c in ("realisasi", "pagu"))
    claims += _share(f"serapan_sasaran_{code}", f"Serapan {name}", sums.serapan, spent, ceiling)
    text = (
        f"Program {name} menyerap Rp{sums.realisasi.text} dari pagu Rp{sums.pagu.text}"
        f"{_in_percent(sums)}."
    )
    return Kalimat("anggaran", text, tuple(claims))


def _in_percent(sums: Program) -> str:
    return f" atau {sums.serapan.text}%" if sums.serapan.exact is not None else ""


def _budget_total(susunan: Susunan, sums: Program) -> Kalimat:
    assert sums.pagu.exact is not None and sums.realisasi.exact is not None
    left = rupiah(metrics.sisa(sums.pagu.exact, sums.realisasi.exact))
    claims = [
        _amount(f"{column}_seluruhnya", f"{column.capitalize()} seluruhnya", figure, "sama",
                f"sumber=anggaran[jumlah].{column}")
        for column, figure in (("pagu", sums.pagu), ("realisasi", sums.realisasi))
    ]  # fmt: skip
    claims += _share("serapan_seluruhnya", "Serapan seluruhnya", sums.serapan,
                     "klaim[realisasi_seluruhnya].nilai", "klaim[pagu_seluruhnya].nilai",
                     )  # fmt: skip
    cells = "dari=klaim[pagu_seluruhnya].nilai; kurang=klaim[realisasi_seluruhnya].nilai"
    claims.append(_amount("sisa", "Sisa anggaran", left, "selisih", cells))
    year = susunan.isian.settings["tahun"]
    text = (
        f"Seluruhnya terserap Rp{sums.realisasi.text} dari pagu tahun {year} sebesar "
        f"Rp{sums.pagu.text}{_in_percent(sums)}; sisanya Rp{left.text}."
    )
    return Kalimat("anggaran", text, tuple(claims))


def _budget_before(susunan: Susunan, sums: Program) -> Kalimat:
    """Last year's budget, and whether more or less of it was spent."""
    told = susunan.isian.settings
    pagu, realisasi = rupiah(told["pagu_lalu"]), rupiah(told["realisasi_lalu"])
    year, before = told["tahun"] - 1, Angka(_ratio(told["realisasi_lalu"], told["pagu_lalu"]))
    claims = [
        _amount("pagu_lalu", f"Pagu tahun {year}", pagu, "", ""),
        _amount("realisasi_lalu", f"Realisasi tahun {year}", realisasi, "", ""),
        *_share("serapan_lalu", f"Serapan tahun {year}", before, "klaim[realisasi_lalu].nilai",
                "klaim[pagu_lalu].nilai"),
    ]  # fmt: skip
    text = f"Tahun {year} terserap Rp{realisasi.text} dari Rp{pagu.text} atau {before.text}%"
    if sums.serapan.exact is not None:
        word, claim = _direction("serapan", sums.serapan, before,
                                 "klaim[serapan_seluruhnya].nilai", "klaim[serapan_lalu].nilai",
                                 )  # fmt: skip
        text += f"; serapan tahun {year + 1} {word} tahun {year}"
        claims += claim
    return Kalimat("anggaran", f"{text}.", tuple(claims))


def _ratio(part: Fraction, whole: Fraction) -> Fraction:
    return metrics.serapan(part, whole)
