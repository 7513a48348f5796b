"""Draft sentences on the budget: of each goal, of all, of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.output.next_year.claimed_sentences import Claim, Kalimat, direction
from lkjip_analysis.output.next_year.computed_report import (
    Angka,
    Program,
    SasaranBaru,
    Susunan,
    rupiah,
    total,
)


def budget_sentences(susunan: Susunan) -> Iterator[Kalimat]:
    """The sentences on the budget, where the form gives one."""
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
        word, claim = direction("serapan", sums.serapan, before,
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
