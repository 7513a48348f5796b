"""A composed report as a folder of data/raw: laporan.yaml, its tables as they print, klaim.csv."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.written import plain
from lkjip_analysis.output.next_year.claimed_sentences import Kalimat
from lkjip_analysis.output.next_year.computed_report import Indikator, Program, SasaranBaru, Susunan
from lkjip_analysis.output.next_year.sentences import table_of
from lkjip_analysis.report.claims import COLUMNS
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.declaration import declared

MARK = "# Disusun oleh lkjip susun"
"""How laporan.yaml begins where a folder may be composed anew."""

OPTIONAL = ("realisasi_lalu", "capaian_lalu", "target_renstra", "capaian_renstra")
Texts = Sequence[Sequence[str]]


def files(susunan: Susunan, told: Sequence[Kalimat], labels: Mapping[str, str]) -> dict[str, str]:
    """Every file of the folder; `labels` are the numbers of the tables in the document."""
    tables = {"skala": _scale(susunan.pita)}
    tables |= {table_of(goal): _achievement(goal) for goal in susunan.sasaran}
    tables["ringkasan"] = _summary(susunan)
    if susunan.jumlah is not None:
        tables["anggaran"] = _budget(susunan.program, susunan.jumlah, susunan)
    tables["klaim"] = _claims(told)
    head = f"{MARK} dari {' '.join(susunan.isian.file.split())}; jangan disunting, susun lagi."
    text = declared(head.removeprefix("# "), _declared(susunan, tables, labels))
    return {"laporan.yaml": text, **{f"{n}.csv": write_rows(rows) for n, rows in tables.items()}}


def _scale(bands: Sequence[Band]) -> Texts:
    rows = [(str(i), band.told("%"), band.nama) for i, band in enumerate(bands, 1)]
    return [("no", "skala", "kategori"), *rows]


def _achievement(goal: SasaranBaru) -> Texts:
    """One sasaran; a column that nobody filled in is left out."""
    kept = [c for c in OPTIONAL if any(getattr(i, c).exact is not None for i in goal.indikator)]
    rows = [
        (
            i.kode,
            goal.nama if n == 1 else "",
            str(n),
            i.nama,
            i.satuan,
            i.target.text,
            i.realisasi.text,
            i.capaian.text,
            i.kategori,
            *(getattr(i, c).text for c in kept),
        )
        for n, i in enumerate(goal.indikator, 1)
    ]
    head = ("kode", "sasaran", "no", "indikator", "satuan", "target", "realisasi", "capaian",
            "kategori", *kept)  # fmt: skip
    return [head, *rows]


def _summary(susunan: Susunan) -> Texts:
    head = ("kode", "no", "sasaran", "indikator", "capaian", "kategori", "rerata_sasaran",
            "kategori_sasaran")  # fmt: skip
    rows = [
        _summary_row(goal, place, indicator)
        for goal in susunan.sasaran
        for place, indicator in enumerate(goal.indikator)
    ]
    return [head, *rows]


def _summary_row(goal: SasaranBaru, place: int, one: Indikator) -> Sequence[str]:
    """The words and the mean of a sasaran stand in its first row only."""
    first = (goal.nomor, goal.nama), (goal.rerata.text, goal.kategori)
    words, mean = first if place == 0 else (("", ""), ("", ""))
    return (one.kode, *words, one.nama, one.capaian.text, one.kategori, *mean)


def _budget(programmes: Sequence[Program], total: Program, susunan: Susunan) -> Texts:
    names = {goal.nomor: goal.nama for goal in susunan.sasaran}
    head = ("kode", "sasaran", "program", "pagu", "realisasi", "serapan")
    rows = [
        (
            p.kode,
            f"{p.sasaran}. {names[p.sasaran]}"
            if p.sasaran
            else p.nama
            if p is total
            else "Penunjang",
            p.nama,
            p.pagu.text,
            p.realisasi.text,
            p.serapan.text,
        )
        for p in (*programmes, total)
    ]
    return [head, *rows]


def _claims(told: Sequence[Kalimat]) -> Texts:
    """One claim a row; its place is the section and the number of the sentence in it."""
    rows: list[Sequence[str]] = [COLUMNS]
    counts: dict[str, int] = {}
    for sentence in told:
        counts[sentence.bagian] = place = counts.get(sentence.bagian, 0) + 1
        part = "BAB III.B" if sentence.bagian == "anggaran" else "BAB III.A"
        rows += [
            (
                c.kode,
                part,
                f"{sentence.where}, kalimat {place}",
                c.tentang,
                c.nilai,
                c.tipe,
                c.satuan,
                c.presisi,
                c.aturan,
                c.sel,
                c.dasar,
                "",
            )
            for c in sentence.claims
        ]
    return rows


def _declared(
    susunan: Susunan, tables: Mapping[str, Texts], labels: Mapping[str, str]
) -> dict[str, Any]:
    told = susunan.isian.settings
    policies = {"tanpa_data": "lewati"}
    for name in ("capaian_maksimum", "capaian_minimum", "target_nol"):
        policies |= {name: plain(told[name])} if told[name] is not None else {}
    return {
        "instansi": told["instansi"],
        "nama": told["nama"],
        **({"pemerintah": told["pemerintah"]} if told["pemerintah"] else {}),
        "dokumen": f"Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun {told['tahun']}",
        "tahun": str(told["tahun"]),
        "tanggal_data": told["tanggal_data"].isoformat(),
        **({"tahun_renstra": str(told["tahun_renstra"])} if told["tahun_renstra"] else {}),
        "cakupan": "sebagian",
        "kebijakan": policies,
        "skala": {"capaian": {"sumber": labels.get("skala", "skala"),
                              "pita": [_band(band) for band in susunan.pita]}},
        "sasaran": {goal.nomor: goal.nama for goal in susunan.sasaran},
        "indikator": {i.kode: _indicator(i) for g in susunan.sasaran for i in g.indikator},
        "tabel": {name: _table(name, labels) for name in tables},
        "aturan": [rule for goal in susunan.sasaran for rule in _rules(goal)],
    }  # fmt: skip


def _band(band: Band) -> dict[str, str]:
    edges = {}
    if band.bawah is not None:
        edges["dari" if band.bawah_termasuk else "lebih_dari"] = plain(band.bawah)
    if band.atas is not None:
        edges["sampai" if band.atas_termasuk else "kurang_dari"] = plain(band.atas)
    return {"nama": band.nama, **edges}


def _indicator(one: Indikator) -> dict[str, str]:
    told = {"nama": one.nama, "satuan": one.satuan, "arah": one.arah, "presisi": one.presisi}
    rumus = {"rumus": one.rumus} if one.arah == "turun" else {}
    return {**told, **rumus, **one.bounds}


def _table(name: str, labels: Mapping[str, str]) -> dict[str, str]:
    """What a table is; a sasaran's own is of the type `capaian`."""
    if name == "klaim":
        return {"label": "Naskah", "transkripsi": "impor"}
    kind = "capaian" if name.startswith("capaian_") else name
    label = labels.get(name) or next(
        (told for named, told in labels.items() if named.startswith(f"{name}.")), name
    )
    return {"tipe": kind, "label": label, "transkripsi": "impor"}


def _rules(goal: SasaranBaru) -> list[dict[str, str]]:
    """The summary repeats the achievement tables, and its means are theirs."""
    rows, code = f"ringkasan[{goal.nomor}.*].capaian", goal.nomor.replace("-", "_")
    first = f"ringkasan[{goal.indikator[0].kode}].rerata_sasaran"
    return [
        {"nama": f"ringkasan_{code}", "jenis": "sama", "hasil": rows,
         "sumber": f"{table_of(goal)}[*].capaian", "dasar": "tafsir",
         "sebab": "ringkasan mengulang capaian"},
        {"nama": f"rerata_{code}", "jenis": "rerata", "hasil": first, "bagian": rows,
         "dasar": "tercetak", "sebab": "kolom rata-rata capaian sasaran"},
    ]  # fmt: skip
