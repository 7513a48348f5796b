"""What a report must have: whole scales, a result for each goal, and the parts of its kind.

That something is absent can be said only of a report transcribed whole (`cakupan: penuh`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import floor
from typing import Any

from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy, Told
from lkjip_analysis.checking.observations.observation_findings import of_report
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.report import CLAIMS, Report, Scale
from lkjip_analysis.report.tables import Address, same_label
from lkjip_analysis.rules import InBand, Rule

PLACES = 2
"""So many decimals a percentage has at least, however it is printed."""


def found(report: Report, rules: Sequence[Rule] = ()) -> Iterator[Finding]:
    """What the report lacks, or says in two ways, of its own rule book."""
    for scale in report.scales.values():
        if scale.dicetak:
            yield from _scale(scale, _finest(report, scale, rules))
    yield from _goals(report)
    if report.whole:
        yield from _parts(report)


def _finest(report: Report, scale: Scale, rules: Sequence[Rule]) -> Fraction:
    """The least step between two figures that this scale judges; a hole within it holds none.

    The bands of a satisfaction index end at 88,30 and begin at 88,31: no index is printed between.
    """
    names = [band.nama for band in scale.pita]
    judged = [
        report.cell(rule.value)
        for rule in rules
        if isinstance(rule, InBand) and [band.nama for band in rule.bands] == names
    ]
    whole = bool(judged) and all(cell.precision == "eksak" for cell in judged)
    return step(
        max((cell.decimals for cell in judged), default=0)
        if whole
        else max((PLACES, *(cell.decimals for cell in judged)))
    )


def _scale(scale: Scale, finest: Fraction) -> Iterator[Finding]:
    """Holes, overlaps and doubled names among the printed bands of a scale."""
    known = [b for b in scale.pita if b.bawah is not None or b.atas is not None]
    bands = sorted(known, key=lambda b: (b.bawah is not None, b.bawah or 0))
    for lower, upper in pairwise(bands):
        # A class whose edges nobody could read may lie just where two others leave room.
        if len(known) < len(scale.pita) and _leave_room(lower, upper):
            continue
        told = _between(lower, upper, finest)
        if told:
            yield of_report(
                f"skala.{scale.nama}.{same_label(lower.nama)}-{same_label(upper.nama)}",
                "kaidah",
                scale.source,
                _named(scale),
                Told(f"{told}.", where=scale.source),
                _edge(lower, upper),
                worded("Ubah batasnya, sehingga tiap nilai termasuk tepat satu kategori."),
            )
    names = [same_label(band.nama) for band in bands]
    for name in dict.fromkeys(n for n in names if names.count(n) > 1):
        yield of_report(
            f"skala.{scale.nama}.{name}",
            "kaidah",
            scale.source,
            _named(scale),
            Told(
                worded(
                    "kategori {name} dipakai untuk {names} rentang berbeda.",
                    name=name,
                    names=names.count(name),
                ),
                where=scale.source,
            ),
            worded("Salah satu rentang itu milik kategori lain."),
            worded("Beri tiap rentang nama kategorinya sendiri."),
        )


def _named(scale: Scale) -> str:
    """A scale as a reader calls it: a name of several words is a code of laporan.yaml."""
    if not scale.nama.isalpha():
        return worded("Skala kategori")
    return worded("Skala {nama}", nama=scale.nama)


def _edge(lower: Band, upper: Band) -> str:
    """What follows for the two categories whose bands leave a hole or share values."""
    if lower.atas is not None and upper.bawah is not None and lower.atas > upper.bawah:
        return worded("Sebagian nilai mempunyai dua kategori.")
    return worded(
        "Kategori {lower} dan {upper} tidak bersambung.", lower=lower.nama, upper=upper.nama
    )


def _leave_room(lower: Band, upper: Band) -> bool:
    return lower.atas is not None and upper.bawah is not None and lower.atas < upper.bawah


def _between(lower: Band, upper: Band, finest: Fraction) -> str:
    """What is wrong where two neighbouring bands meet, or nothing."""
    if lower.atas is None or upper.bawah is None:
        return ""
    edges = worded("{atas} dan {bawah}", atas=number(lower.atas), bawah=number(upper.bawah))
    if lower.atas < upper.bawah:
        first = (floor(lower.atas / finest) + 1) * finest
        if first >= upper.bawah and lower.atas_termasuk and upper.bawah_termasuk:
            return ""
        return worded("nilai di antara {edges} tidak mempunyai kategori", edges=edges)
    if lower.atas > upper.bawah:
        return worded(
            "{lower} (sampai {atas}) dan {upper} (dari {bawah}) bertumpang tindih",
            lower=lower.nama,
            atas=number(lower.atas),
            upper=upper.nama,
            bawah=number(upper.bawah),
        )
    if lower.atas_termasuk and upper.bawah_termasuk:
        return worded(
            "nilai tepat {atas} termasuk {lower} dan juga {upper}",
            atas=number(lower.atas),
            lower=lower.nama,
            upper=upper.nama,
        )
    if not (lower.atas_termasuk or upper.bawah_termasuk):
        return worded("nilai tepat {atas} tidak mempunyai kategori", atas=number(lower.atas))
    return ""


def _goals(report: Report) -> Iterator[Finding]:
    """Each sasaran, and the tujuan, must have an indicator with a target and a result."""
    tables = [table for table in report.tables.values() if table.type.name == "capaian"]
    rows = {key for table in tables for key in table.keys}
    # An indicator's code need not begin with that of its sasaran where its row names it.
    told = {
        same_label(cell.text)
        for table in tables
        for cell in table
        if cell.address.column == "sasaran"
    }
    named = {f"sasaran.{code}": ("Sasaran", code, name) for code, name in report.sasaran.items()}
    if report.whole:
        named |= {f"tujuan.{code}": ("Tujuan", code, name) for code, name in report.tujuan.items()}
    for ident, (word, code, name) in named.items() if rows else ():
        start = f"{code}." if word == "Sasaran" else f"tujuan.{code}"
        names = {same_label(code), same_label(name)} if word == "Sasaran" else set[str]()
        if not (told & names or any(row.startswith(start) for row in rows)):
            missing = of_report(
                ident,
                "kaidah",
                word,
                f"{word} {code}",
                worded(
                    "{word} {code} ({name}) disebut dalam perencanaan, tetapi tidak "
                    "mempunyai indikator, target dan realisasi.",
                    word=word,
                    code=code,
                    name=name,
                ),
                worded("Pencapaian {word} ini tidak dilaporkan.", word=word.casefold()),
                worded("Lengkapi indikator, target dan realisasinya, atau sebutkan alasannya."),
            )
            yield _pointing(report, missing, ident.replace(".", "_"))


def _pointing(report: Report, finding: Finding, claim: str) -> Finding:
    """The finding with the sentence that it is about, where that is among the claims."""
    held = report.tables.get(CLAIMS)
    cell = held.cells.get(Address(CLAIMS, claim, "nilai")) if held else None
    named = (Remedy((NewPrint(cell, None, None),)),) if cell else ()
    return replace(finding, remedies=named)


@cache
def _required() -> list[dict[str, Any]]:
    path = yamltext.STANDARDS / "isi_wajib.yaml"
    items: list[dict[str, Any]] = yamltext.read(path, path.name, "isi_wajib.schema.json").data[
        "isi"
    ]
    return items


def _parts(report: Report) -> Iterator[Finding]:
    """Each item that a report of this kind must contain, shown by a column or a named section."""
    for item in _required():
        if item["kode"] in report.contents or any(_has(report, t) for t in item.get("tanda", ())):
            continue
        sure = item.get("bila_ada") != "ya"
        told = worded(
            "{nama}: tidak ditemukan dalam laporan ini ({rujukan}).",
            nama=worded(item["nama"]),
            rujukan=worded(item["rujukan"]),
        )
        yield of_report(
            f"isi.{item['kode']}",
            "kaidah" if sure else "dugaan",
            worded("Isi laporan"),
            worded(item["nama"]),
            told,
            worded("Bagian yang wajib tidak ada.")
            if sure
            else worded("Wajib hanya bila standarnya ada."),
            worded("Lengkapi bagian itu, atau sebutkan di mana dimuat.")
            if sure
            else worded("Lengkapi bila standarnya ada, atau sebutkan bahwa tidak ada."),
        )


def _has(report: Report, sign: str) -> bool:
    """Does every row of a table type (`tipe.kolom`) hold data in that column?"""
    kind, _, column = sign.partition(".")
    tables = [t for t in report.tables.values() if t.type.name == kind]
    cells = [
        table.cells.get(Address(table.name, key, column)) for table in tables for key in table.rows
    ]
    return bool(cells) and all(cell is not None and cell.text.strip() for cell in cells)
