"""Draft sentences of a composed report, each with the claims that tie its figures to their cells.

A figure stands in a sentence and in its claim from one source, so neither can drift. Sentences are
in the language of reports; what a claim repeats is always what the verifier reads, in Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.language import worded
from lkjip_analysis.output.next_year.budget_sentences import budget_sentences
from lkjip_analysis.output.next_year.claimed_sentences import Claim, Kalimat, direction
from lkjip_analysis.output.next_year.computed_report import Angka, Indikator, SasaranBaru, Susunan

ALL_REACHED = "seluruh target tercapai"
"""Words that the verifier knows."""


def sentences(susunan: Susunan) -> tuple[Kalimat, ...]:
    """Every draft sentence, in the order of the chapter."""
    return (*_performance(susunan), *_overall(susunan), *budget_sentences(susunan))


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
    word, claims = direction(
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
        word, claim = direction(kode, goal.rerata, goal.rerata_lalu, f"klaim[{kode}].nilai",
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
    of_all = "seluruh sasaran"
    if susunan.is_of_indicators:
        cells, of_all = "ringkasan[*].capaian", "seluruh indikator"
    mean = _mean_claim("rerata", f"Rata-rata capaian {of_all}", susunan.rerata, cells)
    claims = [mean, _category("rerata_kategori", of_all, susunan.kategori, "klaim[rerata].nilai")]
    every = [i for goal in susunan.sasaran for i in goal.indikator]
    reached = ""
    if all(i.capaian.value is not None and i.capaian.value >= 100 for i in every):
        parts = " + ".join(f"{table_of(g)}[*].capaian" for g in susunan.sasaran)
        claims.append(Claim("semua", "Pencapaian target", ALL_REACHED, "teks", aturan="semua",
                            sel=f"bagian={parts}"))  # fmt: skip
        reached = f"; {worded(ALL_REACHED)}"
    words = {"mean": susunan.rerata.text, "kategori": susunan.kategori, "reached": reached}
    if susunan.is_of_indicators:
        text = worded(
            "Rata-rata capaian seluruh indikator adalah {mean}% dengan kategori "
            "{kategori}{reached}.",
            **words,
        )
    else:
        text = worded(
            "Rata-rata capaian seluruh sasaran adalah {mean}% dengan kategori {kategori}{reached}.",
            **words,
        )
    yield Kalimat("ringkasan", text, tuple(claims))
