"""What findings say to a reader, in Bahasa Indonesia: places, relations, repairs, consequences."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy, Told
from lkjip_analysis.checking.findings.shown_figures import (
    around,
    between,
    holds_several,
    in_print,
    is_span,
    reckoned_print,
)
from lkjip_analysis.checking.locating.wrong_formulas import wrong_formula
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import written_day
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import label as label
from lkjip_analysis.report.place_names import place as place
from lkjip_analysis.report.place_names import quoted as quoted
from lkjip_analysis.report.place_names import source as source
from lkjip_analysis.report.report import CLAIMS, Acceptance, Report
from lkjip_analysis.report.tables import Cell, Table
from lkjip_analysis.rules import InBand, Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Values

MENDED = "Pemeriksaan yang tidak cocok, dan cocok dengan nilai itu"
CONFLICT = "Yang tidak cocok"
NO_PROOF = "belum ada dua pemeriksaan yang saling bebas dan cukup tepat"
SEVERAL = "beberapa angka harus salah sekaligus"
OUTDATED = (
    "angka ini keliru, atau angka ini benar karena diperbarui kemudian dan turunannya belum "
    "dihitung ulang"
)
NEWER = (
    "angka ini keliru, atau angka ini benar karena diperbarui kemudian sedangkan rincian dan "
    "turunannya belum"
)
ONE_ACT = (
    "pemeriksaannya tidak saling bebas: satu kekeliruan lain, misalnya pada satu kolom atau baris, "
    "dapat menggagalkan semuanya"
)
HALF_EXCHANGED = (
    "angka ini keliru, atau angka ini benar karena angka lain pada baris atau kolomnya tertukar "
    "dengan baris atau kolom lain yang mencetak angka yang sama"
)
DOCUMENTED = "dokumen yang terkuat tidak mendukungnya"
SETTLED = "koreksi yang sudah diterima pada angka lain menyelesaikannya"
DOUBTED = "angka yang terlibat juga diragukan oleh temuan lain"
EXCHANGED = "kedua angkanya tertukar tempat"
ONE_CAUSE = "Satu sebab yang menjelaskan semua kolom"
ACTS = "Satu kekeliruan pada beberapa angka yang juga menjelaskannya"
STALE = "Bila angka itu benar, yang belum diperbarui"
POSSIBLE = "Kemungkinan perbaikannya (urutannya bukan peringkat)"
SIMPLEST = "Perbaikan yang paling ringkas"
OTHERWISE = "Kemungkinan lain"
INVOLVED = "Yang terlibat"
REPAIR = "Perbaikan itu"
READINGS = "Menurut tiap pembacaan"
AS_PRINTED = "Yang dicetak laporan"
"""The headings of what a finding rests on."""


def relation(rule: Rule, report: Report, values: Values) -> str:
    """One failed relation with its figures: where, what the others give, and what is printed."""
    where, printed_in = place(report, rule.result), source(report, rule.result)
    if own := rule.told(report, values):
        return own if printed_in in own else f"{where}: {own}"
    implied = rule.implied(rule.result, values)
    assert isinstance(implied, Interval)
    given = _given(implied, reckoned(rule, rule.result, values), report.cell(rule.result))
    wrong = wrong_formula(rule.result, (rule,), values)
    return worded(
        "{reason}: hasil hitung {given}, tetapi {place} mencantumkan {quoted}",
        reason=worded(rule.head.reason),
        given=given,
        place=printed_in if rule.result.table == CLAIMS else where,  # a sentence: its paragraph
        quoted=quoted(report.cell(rule.result)),
    ) + (worded(" (cocok bila {wrong})", wrong=wrong) if wrong else "")


def _given(implied: Interval, exact: Fraction | None, cell: Cell) -> str:
    """What a relation gives: the figure it reckons, with its bounds where they are wide."""
    if exact is None:
        return around(implied, cell)
    if not is_span(implied, cell):
        return reckoned_print(exact, cell)
    return worded(
        "{in_print} ({given} menurut pembulatannya)",
        in_print=in_print(exact, cell),
        given=around(implied, cell),
    )


def written(cell: Cell) -> str:
    """What a cell prints, as a finding says it."""
    return worded("tertulis {quoted}", quoted=in_marks(cell))


def in_marks(cell: Cell) -> str:
    """What a cell prints; words of the report between marks of quotation."""
    told = quoted(cell)
    return told if cell.is_figure else f'"{told}"'


def in_place(part: NewPrint, report: Report) -> str:
    """A repaired cell with its place: what is printed and what it would have to be."""
    if part.cell.is_empty:
        where = place(report, part.cell.address)
        return worded("{place}: kosong, seharusnya {wanted}", place=where, wanted=wanted(part))
    return worded(
        "{place}: {quoted} seharusnya {wanted}",
        place=place(report, part.cell.address),
        quoted=quoted(part.cell),
        wanted=wanted(part),
    )


def wanted(part: NewPrint, is_proven: bool = False) -> str:
    """What a figure would have to be; of a proven one the bounds are told however narrow."""
    notes = "; ".join(filter(None, (part.slip, part.beside)))
    slip = f" ({notes})" if notes else ""
    prints = part.prints
    if prints is None or (prints.is_bounded and prints.low == prints.high):
        return f"{part.text}{slip}"
    if _is_narrow(part) and not is_proven:
        return f"{part.text}{slip}"
    if not prints.is_bounded:
        return around(prints, part.cell) + slip
    span = between(prints, part.cell)
    return f"{part.text}{slip}, {span}" if part.text else span + slip


FAR = 1000
"""Beside a miss so many times as wide, the bounds of what would be right tell a reader nothing."""


def _is_narrow(part: NewPrint) -> bool:
    """Are the prints that would do one figure, beside how far the one printed misses it?"""
    prints, proposed = part.prints, part.proposed
    if prints is None or proposed is None or not prints.is_bounded or not part.cell.is_figure:
        return False
    return (Fraction(prints.high) - prints.low) * FAR <= abs(proposed - part.cell.point)


def replacement(part: NewPrint) -> str:
    """What a figure is to be replaced by, with how far other prints lie that the checks allow as
    well: 1.945.228.114 (±3). One that they leave alone stands alone."""
    prints, proposed = part.prints, part.proposed
    if not part.text:
        return wanted(part)
    if prints is None or proposed is None or not prints.is_bounded:
        return part.text
    if not holds_several(prints, part.cell):
        return part.text
    room = max(Fraction(prints.high) - proposed, proposed - Fraction(prints.low))
    return f"{part.text} (±{in_print(room, part.cell)})"


def proven(
    report: Report,
    remedy: Remedy,
    relations: Sequence[str],
    warning: str,
    confirmed: Interval,
    borne: str = "",
) -> Told:
    """What is said of a proven figure; `borne`: the document that prints what is proven."""
    part = remedy.cells[0]
    where, told = place(report, part.cell.address), wanted(part, is_proven=True)
    return Told(
        worded("Jika hanya angka ini yang salah cetak, seharusnya {wanted}.", wanted=told),
        (
            (MENDED, tuple(relations)),
            (worded("Dua pemeriksaan terpisah memastikan nilainya"), _confirmed(part, confirmed)),
            (
                worded("Dokumen yang mencetak nilai itu, jadi tidak diperbarui sesudahnya"),
                (borne,) if borne else (),
            ),
            (
                worded("Angka yang ikut salah karena dihitung atau disalin darinya"),
                tuple(in_place(follower, report) for follower in remedy.follows),
            ),
        ),
        where=where,
        printed=written(part.cell),
        link=". ",
        warning=warning,
    )


def _confirmed(part: NewPrint, confirmed: Interval) -> tuple[str, ...]:
    """How far two independent relations agree, where one of them is the closer one."""
    if part.prints is None or confirmed.high - confirmed.low <= part.prints.high - part.prints.low:
        return ()
    return (
        worded(
            "{between}; angka persisnya ditentukan oleh salah satunya saja",
            between=between(confirmed, part.cell),
        ),
    )


SOURCE_DATA = "dokumen sumber datanya"
"""Where to look up a table whose type names no document: never the table itself."""


def documents(report: Report, finding: Finding) -> tuple[str, ...]:
    """The documents that could decide: those declared, or by the types of the tables in doubt."""
    if finding.documents:
        return finding.documents
    tables = list(dict.fromkeys(cell.address.table for cell in finding.named_cells))
    # A sentence repeats what a table holds, and so sends the reader no further.
    found = [report.tables[name] for name in tables if name != CLAIMS or len(tables) == 1]
    return tuple(dict.fromkeys(map(_document, found)))


def _document(table: Table) -> str:
    """What could decide about a table; sentences have no name of their own to say it of."""
    told = worded(table.type.bukti or SOURCE_DATA)
    return told if table.name == CLAIMS else f"{table.label}: {told}"


def category(
    report: Report,
    rule: InBand,
    text: str,
    warning: str,
    confirmed: bool,
    other: Fraction | None = None,
) -> Told:
    """What is told of a category; it is that of `other`, where less may be better."""
    if other is not None:
        blame = worded(
            "Arah indikatornya belum pasti: kategori itu benar bila makin kecil makin baik, yaitu "
            "nilainya {other}",
            other=number(other, 2),
        )
        return Told(f"{text}. {blame}.", where=place(report, rule.result), warning=warning)
    blame = (
        worded("Nilainya dikuatkan pemeriksaan lain, jadi kategorinya yang keliru")
        if confirmed
        else worded("Kategorinya keliru, atau nilainya salah cetak")
    )
    return Told(f"{text}. {blame}.", where=place(report, rule.result), warning=warning)


NAMED = 5
"""So many findings that a person rejected are named."""


def rejected(found: Sequence[Finding]) -> str:
    """How many findings a person rejected, and which; nothing where none."""
    if not found:
        return ""
    names = [f"{finding.source}, {finding.label}" for finding in found[:NAMED]]
    more = worded(" dan {count} lagi", count=len(found) - NAMED) if len(found) > NAMED else ""
    return worded(
        "{count} temuan ditolak orang dan tidak ditampilkan: {names}{more}.",
        count=len(found),
        names="; ".join(names),
        more=more,
    )


def by_whom(accepted: Acceptance) -> str:
    """Who accepted a correction, as what and when; where nobody wrote a name down, that."""
    who = accepted.by or worded("penyetuju belum dicatat")
    role = f" ({worded(accepted.role)})" if accepted.role else ""
    return ", ".join(part for part in (f"{who}{role}", written_day(accepted.date)) if part)
