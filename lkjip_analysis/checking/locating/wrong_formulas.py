"""Slips of reckoning: the right figures put together in a wrong way.

A small library of wrong formulas met in real reports. Like every slip it is a name for a repair,
never a reason to prefer it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule, figure_of
from lkjip_analysis.rules.values import Figure, Values

TELLING = 1000
"""A figure taken from its neighbour is recognised by four digits or more."""

MANY = 3
"""Of so many parts one may be left out of a sum; of two the sum would be the other one."""

MANY_BESIDE = 400
"""Of more figures beside the parts of a sum one fits by chance."""

CAPS = (100, 120)
"""What an achievement may be cut down to, though its report says nothing of it."""

NEAR = (1, -1, 2, -2)
"""A count in the denominator is easily off by one or two."""


def wrong_formula(cell: Address, rules: tuple[Rule, ...], values: Values) -> str | None:
    """How the print of `cell` comes out of a wrong formula, in words; None where none fits."""
    printed = values[cell]
    for rule in rules:
        if not isinstance(rule, Quotient) or rule.result != cell or not isinstance(printed, Figure):
            continue
        first, second = figure_of(rule.first, values), figure_of(rule.second, values)
        right = rule.implied(cell, values)
        for words, result in (*_formulas(rule, first, second), *_denominators(rule, first, second)):
            if result.is_bounded and printed.interval.meets(result) and not right.meets(result):
                return words
    return None


def wrong_figure(
    cell: Address, rules: tuple[Rule, ...], values: Values, report: Report
) -> str | None:
    """How the print of `cell`, a sum or mean, comes out with a neighbour in place of one figure.

    Last year's mean reckoned with a figure of this year: the two columns stand side by side.
    """
    printed = values[cell]
    for rule in rules:
        if not isinstance(rule, Linear) or rule.result != cell or not isinstance(printed, Figure):
            continue
        right = rule.implied(cell, values)
        words = _copied_part(rule, printed, values, report) or _wrong_range(
            rule, printed, values, report
        )
        if words:
            return words
        parts = [part for part in rule.cells if part != cell]
        if len(parts) * len(report.tables[cell.table].type.columns) > MANY_BESIDE:
            continue
        for part in parts:
            for title, other in _beside(report, part):
                meant = values.figure(part)
                taken = (values.interval(other) - meant.interval) * (
                    rule.weights[part] * Fraction(-1, 1) / Fraction(rule.weights[cell])
                )
                if printed.interval.meets(right + taken):
                    told, asked = (report.cell(c).words for c in (other, part))
                    own = report.tables[part.table].type.columns[part.column].judul
                    return worded(
                        'memakai {told} dari kolom "{title}", bukan {asked} dari "{own}"',
                        told=told,
                        title=title,
                        asked=asked,
                        own=own,
                    )
    return None


def _copied_part(rule: Linear, printed: Figure, values: Values, report: Report) -> str | None:
    """A sum or mean that only repeats one of its parts: the first, or one long enough to tell."""
    parts = rule.inputs
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        figure = values.figure(part)
        is_long = abs(Fraction(figure.texts.low)) >= TELLING * step(figure.decimals)
        if figure.texts == printed.texts and (place == 0 or is_long):
            told = report.cell(part).words
            first, later = (
                "sama dengan bagian pertamanya: {told}",
                "sama dengan bagian ke-{n}: {told}",
            )
            return worded(later if place else first, n=place + 1, told=told)
    return None


def _wrong_range(rule: Linear, printed: Figure, values: Values, report: Report) -> str | None:
    """A sum whose range left one of its parts out, or held one twice; the last part first."""
    parts = rule.inputs
    if rule.head.kind not in ("jumlah", "bertingkat") or len(parts) < MANY:
        return None
    right, own = rule.implied(rule.result, values), Fraction(rule.weights[rule.result])
    for part in reversed(parts):
        figure = values.figure(part)
        share = figure.interval * (Fraction(rule.weights[part]) / -own)
        if abs(Fraction(figure.texts.low)) < TELLING * step(figure.decimals):
            continue  # a small part fits by chance
        told = report.cell(part).words
        if printed.interval.meets(right - share):
            name = (
                worded("bagian terakhirnya")
                if part == parts[-1]
                else worded("salah satu bagiannya")
            )
            return worded("dijumlahkan tanpa {name}: {told}", name=name, told=told)
        if printed.interval.meets(right + share):
            return worded("salah satu bagiannya terhitung dua kali: {told}", told=told)
    return None


def _beside(report: Report, part: Address) -> Iterator[tuple[str, Address]]:
    """The other figures of a row in the same unit, long enough not to fit by chance."""
    table = report.tables[part.table]
    unit = table.type.columns[part.column].satuan
    for name, column in table.type.columns.items():
        cell = table.cells.get(part._replace(column=name))
        if name == part.column or not unit or column.satuan != unit or cell is None:
            continue
        if cell.is_figure and abs(cell.point) >= TELLING * step(cell.decimals):
            yield column.judul, cell.address


def _formulas(rule: Quotient, first: Figure, second: Figure) -> Iterator[tuple[str, Interval]]:
    """The results of formulas that are mistaken for this one."""
    a, b = first.interval, second.interval
    if rule.form == "pertumbuhan":
        # Divided by the current year: met on a district's open-data portal for cooperatives.
        change = a - b
        told = worded("dibagi angka tahun berjalan, bukan tahun sebelumnya")
        yield told, metrics.persen(change, a)
        # Every change of a table so: a review of local government in Labuhanbatu Utara, 2020.
        yield worded("angka sekarang dikurangi 100"), a - exactly(100)
        yield worded("selisih kedua angka, tidak dibagi"), change
        yield worded("100 tidak dikurangkan"), metrics.persen(a, b)
        yield worded("angka sekarang dan sebelumnya tertukar"), metrics.pertumbuhan(b, a)
        yield worded("dikalikan 100 sekali lagi"), rule.formula(a, b) * 100
        yield worded("tidak dikalikan 100"), rule.formula(a, b) / 100
        return
    right = rule.formula(a, b)
    if not rule.of_target:
        yield worded("pembilang dan penyebut tertukar"), metrics.persen(b, a, rule.per or 100)
    if rule.maximum is not None:
        yield worded("tanpa batas {maximum}", maximum=number(rule.maximum)), right
    if rule.per not in (None, 100):
        yield (
            worded("dihitung per seratus, bukan per {per}", per=number(rule.per)),
            metrics.persen(a, b),
        )
        return
    for cap in CAPS if rule.of_target else ():
        if right.low > cap:
            yield worded("dibatasi sampai {maximum}", maximum=number(Fraction(cap))), exactly(cap)
    yield worded("100 terkurangkan dari hasilnya"), right - exactly(100)
    yield worded("dikalikan 100 sekali lagi"), right * 100
    yield worded("tidak dikalikan 100"), right / 100
    yield worded("dikurangkan dari 100"), exactly(100) - right
    if rule.form != "persen":
        # Less is better, but reckoned as if more were: LKjIP Wonogiri 2020 (Gini), Dumai 2016.
        yield worded("memakai realisasi dibagi target"), metrics.persen(a, b)
    if rule.form != "T/R" and rule.of_target:
        yield worded("memakai target dibagi realisasi"), metrics.persen(b, a)


def _denominators(rule: Quotient, first: Figure, second: Figure) -> Iterator[tuple[str, Interval]]:
    """The results with a count in the denominator that is one or two off."""
    whole = second.texts.low
    if rule.per is None or not second.is_exact or second.decimals > 0:
        return
    for off in NEAR:
        if whole + off > 0:
            words = worded(
                "dibagi {used}, bukan {whole}", used=number(whole + off), whole=number(whole)
            )
            yield words, rule.formula(first.interval, exactly(whole + off))
