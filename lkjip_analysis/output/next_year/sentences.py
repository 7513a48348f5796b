"""Draft sentences of a composed report, each with the claims that tie its figures to their cells.

A figure stands in a sentence and in its claim from one source, so neither can drift. Sentences are
in the language of reports; what a claim repeats is always what the verifier reads, in Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.output.next_year.computed_report import (
    Angka,
    Indikator,
    Program,
    SasaranBaru,
    Susunan,
    rupiah,
    total,
)

HIGHER, LOWER = "lebih tinggi daripada", "lebih rendah daripada"
ALL_REACHED = "seluruh target tercapai"
"""Words that the verifier knows."""


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
        if self.bagian == "ringkasan":
            return worded("Rata-rata capaian")
        if self.bagian == "anggaran":
            return worded("Realisasi anggaran")
        return worded("Sasaran {code}", code=self.bagian.rpartition(".")[2])


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
    facts = {
        "nama": one.nama,
        "satuan": one.satuan,
        "target": one.target.text,
        "realisasi": one.realisasi.text,
        "capaian": one.capaian.text,
        "kategori": one.kategori,
    }
    if one.realisasi.exact is None and not one.realisasi.word:
        text = worded(
            "{nama}: dari target {target} {satuan}, data realisasi belum tersedia.", **facts
        )
        return Kalimat(section, text, tuple(claims))
    if not one.realisasi.word:
        claims.append(_same(one, "realisasi", one.realisasi, one.presisi, one.satuan, cell))
    if one.capaian.exact is None:
        text = worded(
            "{nama}: dari target {target} {satuan} terealisasi {realisasi} {satuan}; capaiannya "
            "tidak dapat dihitung dari target itu.",
            **facts,
        )
        return Kalimat(section, text, tuple(claims))
    claims.append(_same(one, "capaian", one.capaian, "bulat", "%", cell))
    claims.append(_category(f"{one.kode}_kategori", one.nama, one.kategori, f"{cell}.capaian"))
    before, compared = _before(susunan, one, cell)
    text = worded(
        "{nama}: dari target {target} {satuan} terealisasi {realisasi} {satuan}, sehingga "
        "capaiannya {capaian}% dengan kategori {kategori}{before}.",
        **facts,
        before=before,
    )
    return Kalimat(section, text, (*claims, *compared))


def _before(susunan: Susunan, one: Indikator, cell: str) -> tuple[str, list[Claim]]:
    """The end of the sentence that compares with last year's capaian, where there is one."""
    if one.capaian_lalu.exact is None:
        return "", []
    word, claims = _direction(
        one.kode, one.capaian, one.capaian_lalu, f"{cell}.capaian", f"{cell}.capaian_lalu"
    )
    told = worded(
        ", {word} capaian tahun {year} ({text}%)",
        word=word,
        year=susunan.isian.settings["tahun"] - 1,
        text=one.capaian_lalu.text,
    )
    return told, [_same(one, "capaian_lalu", one.capaian_lalu, "bulat", "%", cell), *claims]


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
    """How two printed figures compare: as the sentence says it, and as the verifier reads it."""
    assert now.value is not None and before.value is not None
    if now.value == before.value:
        return worded("sama dengan"), []
    word = HIGHER if now.value > before.value else LOWER
    told = f"sebelum={before_cell}; sekarang={now_cell}"
    claim = Claim(f"{kode}_arah", "Dibanding tahun sebelumnya", word, "teks", aturan="arah",
                  sel=told)  # fmt: skip
    return worded(word), [claim]


def _goal(susunan: Susunan, goal: SasaranBaru) -> Kalimat:
    table, kode = table_of(goal), f"rerata_sasaran_{goal.nomor}"
    mean = _mean_claim(kode, f"Rata-rata capaian sasaran {goal.nomor}", goal.rerata,
                       f"{table}[*].capaian")  # fmt: skip
    claims = [mean, _category(f"{kode}_kategori", f"sasaran {goal.nomor}", goal.kategori,
                              f"klaim[{kode}].nilai")]  # fmt: skip
    before = ""
    if goal.rerata_lalu.exact is not None:
        year = susunan.isian.settings["tahun"] - 1
        claims.append(_mean_claim(f"{kode}_lalu", f"Rata-rata sasaran {goal.nomor} tahun {year}",
                                  goal.rerata_lalu, f"{table}[*].capaian_lalu"))  # fmt: skip
        word, claim = _direction(kode, goal.rerata, goal.rerata_lalu, f"klaim[{kode}].nilai",
                                 f"klaim[{kode}_lalu].nilai")  # fmt: skip
        before = worded(
            ", {word} tahun {year} ({text}%)", word=word, year=year, text=goal.rerata_lalu.text
        )
        claims += claim
    text = worded(
        "Rata-rata capaian sasaran {code} adalah {mean}% dengan kategori {kategori}{before}.",
        code=goal.nomor,
        mean=goal.rerata.text,
        kategori=goal.kategori,
        before=before,
    )
    return Kalimat(f"{table}.{goal.nomor}", text, tuple(claims))


def _mean_claim(kode: str, about: str, figure: Angka, cells: str) -> Claim:
    return Claim(kode, about, f"{figure.text}%", "angka", "%", "bulat", "rerata",
                 f"bagian={cells}", "tercetak")  # fmt: skip


def _overall(susunan: Susunan) -> Iterator[Kalimat]:
    if susunan.rerata.exact is None:
        return
    firsts = [g for g in susunan.sasaran if g.rerata.exact is not None]
    cells = " + ".join(f"ringkasan[{g.indikator[0].kode}].rerata_sasaran" for g in firsts)
    mean = _mean_claim("rerata", "Rata-rata capaian seluruh sasaran", susunan.rerata, cells)
    claims = [mean, _category("rerata_kategori", "seluruh sasaran", susunan.kategori,
                              "klaim[rerata].nilai")]  # fmt: skip
    every = [i for goal in susunan.sasaran for i in goal.indikator]
    reached = ""
    if all(i.capaian.value is not None and i.capaian.value >= 100 for i in every):
        parts = " + ".join(f"{table_of(g)}[*].capaian" for g in susunan.sasaran)
        claims.append(Claim("semua", "Pencapaian target", ALL_REACHED, "teks", aturan="semua",
                            sel=f"bagian={parts}"))  # fmt: skip
        reached = f"; {worded(ALL_REACHED)}"
    text = worded(
        "Rata-rata capaian seluruh sasaran adalah {mean}% dengan kategori {kategori}{reached}.",
        mean=susunan.rerata.text,
        kategori=susunan.kategori,
        reached=reached,
    )
    yield Kalimat("ringkasan", text, tuple(claims))


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
    text = worded(
        "Program sasaran {code} menyerap Rp{spent} dari pagu Rp{ceiling}{share}.",
        code=code,
        spent=sums.realisasi.text,
        ceiling=sums.pagu.text,
        share=_in_percent(sums.serapan),
    )
    return Kalimat("anggaran", text, tuple(claims))


def _in_percent(share: Angka) -> str:
    return worded(" atau {share}%", share=share.text) if share.exact is not None else ""


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
    text = worded(
        "Seluruhnya terserap Rp{spent} dari pagu tahun {year} sebesar Rp{ceiling}{share}; "
        "sisanya Rp{left}.",
        spent=sums.realisasi.text,
        year=susunan.isian.settings["tahun"],
        ceiling=sums.pagu.text,
        share=_in_percent(sums.serapan),
        left=left.text,
    )
    return Kalimat("anggaran", text, tuple(claims))


def _budget_before(susunan: Susunan, sums: Program) -> Kalimat:
    """Last year's budget, and whether more or less of it was spent."""
    told = susunan.isian.settings
    pagu, realisasi = rupiah(told["pagu_lalu"]), rupiah(told["realisasi_lalu"])
    before = Angka(metrics.serapan(told["realisasi_lalu"], told["pagu_lalu"]))
    year = told["tahun"] - 1
    claims = [
        _amount("pagu_lalu", f"Pagu tahun {year}", pagu, "", ""),
        _amount("realisasi_lalu", f"Realisasi tahun {year}", realisasi, "", ""),
        *_share("serapan_lalu", f"Serapan tahun {year}", before, "klaim[realisasi_lalu].nilai",
                "klaim[pagu_lalu].nilai"),
    ]  # fmt: skip
    compared = ""
    if sums.serapan.exact is not None:
        word, claim = _direction("serapan", sums.serapan, before,
                                 "klaim[serapan_seluruhnya].nilai", "klaim[serapan_lalu].nilai",
                                 )  # fmt: skip
        compared = worded(
            "; serapan tahun {now} {word} tahun {year}", now=year + 1, word=word, year=year
        )
        claims += claim
    text = worded(
        "Tahun {year} terserap Rp{spent} dari Rp{ceiling}{share}{compared}.",
        year=year,
        spent=realisasi.text,
        ceiling=pagu.text,
        share=_in_percent(before),
        compared=compared,
    )
    return Kalimat("anggaran", text, tuple(claims))
