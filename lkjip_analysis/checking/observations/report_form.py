"""The form of a report: names, words, numbering, years, dates and the unit in a header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy, Told
from lkjip_analysis.checking.observations.observation_findings import noticed, of_report
from lkjip_analysis.errors import nearest
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import MONTHS, YEAR_ALONE, day_of
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.program_errors import BROKEN_FIELD, BROKEN_FORMULA
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import heading
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.series import PERCENT
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Rule, Same
from lkjip_analysis.rules.rule_draft import Draft, Wrong


def names(draft: Draft) -> Iterator[Finding]:
    """Names against a reference list: one letter off, or not in it at all, is a suspicion."""
    report = draft.report
    known = report.references[draft.text("daftar", report.references)]
    listed = {name.casefold(): name for name in known}
    for where in draft.many("bagian" if "bagian" in draft.entries else "hasil"):
        text = report.text(where)
        if not text or text.casefold() in listed:
            continue
        near = get_close_matches(text.casefold(), listed, n=1, cutoff=0.75)
        right = listed[near[0]] if near else None
        told = (
            worded("mungkin yang dimaksud {right}", right=right)
            if right
            else worded("nama itu tidak ada dalam daftar")
        )
        yield noticed(
            draft,
            "dugaan",
            where,
            worded("tertulis {text}; {told}.", text=text, told=told)
            if right
            else worded(
                "tertulis {text}; {told} {list}.",
                text=text,
                told=told,
                list=draft.text_of("daftar"),
            ),
            worded("Pengelompokan menurut nama dapat meleset."),
            remedy=Remedy((NewPrint(report.cell(where), None, right),)),
            ident=f"{draft.head.name}[{where.row}]",
        )


def same_words(draft: Draft) -> Iterator[Finding]:
    """What should read the same in two places: each difference is a suspicion.

    Case, punctuation, numbering, and what stands in brackets make no difference.
    """
    report, first = draft.report, draft.many("hasil")
    others = {cell.row: cell for cell in draft.many("sumber")}
    single = len(first) == len(others) == 1
    for where in first:
        other = next(iter(others.values())) if single else others.get(where.row)
        if other is None or not (report.text(where) and report.text(other)):
            continue
        if _plain(report.text(where)) != _plain(report.text(other)):
            told = _two_wordings(report, where, other)
            impact = worded("Pembaca dapat mengira keduanya hal yang berbeda.")
            ident = draft.head.name if single else f"{draft.head.name}[{where.row}]"
            yield noticed(draft, "dugaan", where, told, impact, (where, other), ident=ident)


def _two_wordings(report: Report, where: Address, other: Address) -> Told:
    first, second = (f'"{wording.quoted(report.cell(cell))}"' for cell in (where, other))
    if where[:2] == other[:2]:  # two columns of one row
        one, two = (heading(report, cell).lower() for cell in (where, other))
        return Told(f"{one} {first}, {two} {second}.", where=wording.source(report, where))
    said = worded(
        "tertulis {first}, sedangkan {wording} menulis {second}.",
        first=first,
        wording=wording.source(report, other),
        second=second,
    )
    return Told(said, where=wording.source(report, where))


def _plain(text: str) -> str:
    text = re.sub(r"\([^)]*\)", " ", text.casefold())
    text = re.sub(r"^\s*\d+\s*[.)]", " ", text)
    words = re.sub(r"[^\w%$]+", " ", text).split()
    return " ".join(words[1:] if words[:1] == ["program"] else words)


def numbering(draft: Draft) -> Iterator[Finding]:
    """Numbers of rows or titles (1, 2, 3 or 2.1, 2.2) that repeat or leave one out."""
    report = draft.report
    last: dict[str, tuple[int, Address]] = {}
    for where in draft.many("bagian"):
        found = re.fullmatch(r"\D*?((?:\d+\.)*?)(\d+)\.?", report.text(where))
        if not found:
            continue
        chapter, count = found[1], int(found[2])
        before = last.get(chapter)
        last[chapter] = count, where
        if before is None or count == before[0] + 1:
            continue
        number, previous = wording.quoted(report.cell(where)), report.cell(before[1])
        told = (
            worded("nomor {number} dipakai dua kali.", number=number)
            if count == before[0]
            else worded(
                "nomor {number} sesudah nomor {before}.",
                number=number,
                before=wording.quoted(previous),
            )
        )
        impact = (
            worded("Nomor berulang.") if count <= before[0] else worded("Ada nomor yang terlewat.")
        )
        yield noticed(
            draft,
            "kaidah",
            where,
            told,
            impact,
            (before[1], where),
            ident=f"{draft.head.name}[{where.row}]",
        )


def year(draft: Draft) -> Iterator[Finding]:
    """A year in the text that must be the year of the report, or years that must hold it."""
    where, report = draft.one("hasil"), draft.report
    years = sorted(YEAR_ALONE.findall(report.cell(where).text))
    if years and not int(years[0]) <= report.tahun <= int(years[-1]):
        told = worded(
            "tertulis tahun {years}, padahal laporan ini untuk tahun {tahun}.",
            years=", ".join(years),
            tahun=report.tahun,
        )
        yield noticed(draft, "kaidah", where, told, worded("Tahun laporan keliru disebut."))


def other_year(draft: Draft) -> Iterator[Finding]:
    """A year that is compared with another one, which must not be the same."""
    where, compared = draft.one("hasil"), draft.text_of("sumber")
    if compared in re.findall(r"\b\d{4}\b", draft.report.cell(where).text):
        told = worded("tahun {year} dibandingkan dengan tahun itu sendiri.", year=compared)
        yield noticed(draft, "kaidah", where, told, worded("Tahun pembandingnya keliru disebut."))


def after_year(draft: Draft) -> Iterator[Finding]:
    """A date of signing that cannot lie before the reported year has ended."""
    where, report = draft.one("hasil"), draft.report
    signed = _date(report.cell(where).text)
    if signed is None:
        yield from calendar_day(draft)
    elif signed <= date(report.tahun, 12, 31):
        told = worded(
            "tertanggal {wording}, sebelum tahun {tahun} yang dilaporkan berakhir.",
            wording=wording.quoted(report.cell(where)),
            tahun=report.tahun,
        )
        yield noticed(draft, "kaidah", where, told, worded("Tanggal laporan tidak mungkin."))


def calendar_day(draft: Draft) -> Iterator[Finding]:
    """A date that no calendar has."""
    where, report = draft.one("hasil"), draft.report
    if _date(report.cell(where).text) is None:
        told = worded(
            "tertulis {wording}, tanggal yang tidak ada dalam kalender.",
            wording=wording.quoted(report.cell(where)),
        )
        yield noticed(draft, "kaidah", where, told, worded("Tanggal laporan tidak mungkin."))


def _date(text: str) -> date | None:
    """The day that a text prints; None where its month has no such day.

    Raises: Wrong for a text that is no date.
    """
    found = re.search(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})", text.casefold())
    if not found or found[2] not in MONTHS:
        remedy = nearest(found[2], MONTHS) if found else "Write the date as printed."
        raise Wrong(f'"{text}"', "a date like 31 Januari 2022", remedy)
    return day_of(*found.groups())


def published(draft: Draft) -> Iterator[Finding]:
    """A regulation of a year after the one in which the report was written."""
    where, report = draft.one("hasil"), draft.report
    years = YEAR_ALONE.findall(report.cell(where).text)
    if years and int(years[-1]) > report.tahun + 1:
        told = worded(
            "tertulis {wording}, tahun yang belum tiba ketika laporan tahun {tahun} disusun.",
            wording=wording.quoted(report.cell(where)),
            tahun=report.tahun,
        )
        yield noticed(draft, "kaidah", where, told, worded("Dasar hukum keliru disebut."))


def printed_error(draft: Draft) -> Iterator[Finding]:
    """What a program prints for a broken formula or reference, in place of what should stand."""
    where, report = draft.one("hasil"), draft.report
    text = report.cell(where).text
    if BROKEN_FORMULA.fullmatch(text) or BROKEN_FIELD.fullmatch(text):
        told = worded(
            "tercetak {wording}, galat program di tempat yang seharusnya memuat angka atau kata.",
            wording=wording.quoted(report.cell(where)),
        )
        yield noticed(draft, "kaidah", where, told, worded("Isinya tidak tercetak sama sekali."))


def unit_header(draft: Draft) -> Iterator[Finding]:
    """A header that multiplies a column, against the plausible rate to another column."""
    above, report = draft.many("pembilang"), draft.report
    (factor,) = draft.whole_numbers("pengali", "[0-9]{1,12}")
    low, high = draft.whole_numbers("antara", "[0-9]{1,12}-[0-9]{1,12}")
    pairs = [(report.cell(a), report.cell(b)) for a, b in draft.pairs("pembilang", "penyebut")]
    rates = sorted(a.point * factor / b.point for a, b in pairs if b.point)
    outside = [rate for rate in rates if not Interval(low, high).contains(rate)]
    if rates and len(outside) * 2 > len(rates):
        where = above[0]
        column = report.tables[where.table].type.columns[where.column].judul
        said = worded(
            'kepala kolom "{column}" berarti dikalikan {factor}, sehingga nilai '
            "tersirat sekitar {round}; yang wajar {low} sampai {high} ({reason}).",
            column=column,
            factor=number(factor),
            round=number(round(rates[len(rates) // 2])),
            low=number(low),
            high=number(high),
            reason=draft.head.reason,
        )
        told = Told(said, where=wording.source(report, where))
        impact = worded("Besaran seluruh kolom berubah menurut kepalanya.")
        yield noticed(draft, "kaidah", where, told, impact, tuple(above))


def mixed_signs(report: Report, rules: Sequence[Rule]) -> Iterator[Finding]:
    """One figure printed as % in one place and as ‰ in another."""
    for rule in rules:
        if not isinstance(rule, Same):
            continue
        cells = [report.cell(where) for where in rule.cells]
        if {_sign(report, cell) for cell in cells} != {"%", "‰"}:
            continue
        first, second = (wording.place(report, cell.address) for cell in cells)
        texts = [wording.quoted(cell) for cell in cells]
        signs = [_sign(report, cell) for cell in cells]
        said = worded(
            "tertulis {text} ({sign}), sedangkan {second} menulis {other} "
            "({other_sign}); angka yang sama tidak mungkin bersatuan keduanya.",
            text=texts[0],
            sign=signs[0],
            second=second,
            other=texts[1],
            other_sign=signs[1],
        )
        told = Told(said, where=first)
        source = wording.source(report, rule.result)
        label = wording.label(report, rule.result)
        impact = worded("Besarannya berbeda sepuluh kali.")
        finding = of_report(f"{rule.head.name}-satuan", "kaidah", source, label, told, impact)
        named = Remedy(tuple(NewPrint(cell, None, None) for cell in cells))
        yield replace(finding, remedies=(named,))


def _sign(report: Report, cell: Cell) -> str:
    """% or ‰ as a cell prints it, or ‰ as its column or indicator declares; else nothing.

    The unit of an indicator is not that of its achievement, which is told in percent."""
    for sign in ("%", "‰"):
        if sign in cell.text:
            return sign
    is_percent = cell.column.satuan == PERCENT or "%" in cell.column.judul
    indicator = None if is_percent else report.indicators.get(cell.address.row)
    units = (cell.column.satuan, cell.column.judul, indicator.satuan if indicator else "")
    return "‰" if any(re.search("‰|per ?mil(le)?$", unit) for unit in units) else ""
