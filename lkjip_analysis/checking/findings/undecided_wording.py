"""What is said where several figures could be wrong, or none is found that explains it."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.checking.findings.finding import Lists, Remedy, Told
from lkjip_analysis.checking.findings.repair_lines import (
    SHOWN_OLD,
    SHOWN_WAYS,
    are_exchanged,
    left_old,
    possibilities,
    whole,
)
from lkjip_analysis.checking.findings.simplest_repair import simplest_repair
from lkjip_analysis.checking.findings.wording import (
    ACTS,
    CONFLICT,
    EXCHANGED,
    INVOLVED,
    NEWER,
    NO_PROOF,
    ONE_CAUSE,
    OTHERWISE,
    OUTDATED,
    POSSIBLE,
    REPAIR,
    SEVERAL,
    SIMPLEST,
    STALE,
)
from lkjip_analysis.language import worded
from lkjip_analysis.report.place_names import label as label
from lkjip_analysis.report.place_names import place as place
from lkjip_analysis.report.place_names import quoted as quoted
from lkjip_analysis.report.place_names import source as source
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule

EITHER = "mana yang keliru tidak dapat diputuskan dari naskah saja"
ENTANGLED = "terlalu kusut untuk ditunjuk: tidak ada satu sampai tiga sel yang menjelaskannya"
CUT = (
    "terlalu kusut untuk ditunjuk: terlalu banyak pemeriksaan gagal bersamaan, sehingga pencarian "
    "sel yang menjelaskannya dihentikan; periksa tabel dan hubungan berikut satu per satu"
)
NOT_SEARCHED = (
    "diperiksa tanpa mencari penyebab: pemeriksaan yang gagal memuat terlalu banyak angka; periksa "
    "tabel dan hubungan berikut satu per satu"
)
TOO_LARGE = (
    "tabelnya terlalu besar untuk mencari sel mana yang menjelaskannya, dan tidak ada satu sel "
    "yang ditunjuk oleh beberapa pemeriksaan sekaligus"
)


def unclear(
    report: Report,
    where: Address,
    remedies: Sequence[Remedy],
    relations: Sequence[str],
    warning: str,
    causes: Sequence[str] = (),
    doubt: str = "",
    involved: Sequence[str] = (),
    only: bool = True,
    gave_up: str = ENTANGLED,
) -> Told:
    """What is said where several figures could be wrong, or none is found that explains it.

    `only`: was every repair looked at? Else one that is found need not be the only one.
    `gave_up`: why there is none.
    """
    count = (
        worded("{count} pemeriksaan gagal", count=len(relations))
        if len(relations) > 1
        else worded("satu pemeriksaan gagal")
    )
    told, lists = _undecided(report, remedies, relations, causes, doubt, involved, only, gave_up)
    return Told(f"{count}; {told}.", lists, where=place(report, where), warning=warning)


def _undecided(
    report: Report,
    remedies: Sequence[Remedy],
    relations: Sequence[str],
    causes: Sequence[str],
    doubt: str,
    involved: Sequence[str],
    only: bool,
    gave_up: str,
) -> tuple[str, Lists]:
    """Why it is undecided, and what that rests on."""
    failing, shared = (CONFLICT, tuple(relations)), (ONE_CAUSE, tuple(causes))
    if not remedies:
        return worded(gave_up), (failing, (INVOLVED, tuple(involved)))
    if any(remedy.act for remedy in remedies):
        told, lists = _by_acts(report, remedies, doubt, only, gave_up)
        return told, (failing, shared, *lists)
    ways = tuple(possibilities(report, remedies))
    if len(remedies) == 1 and len(remedies[0].cells) > 1 and causes:
        told = worded("satu sebab menjelaskan semuanya, tetapi belum terbukti")
        return told, (shared, failing, (REPAIR, ways))
    if len(remedies) == 1 and only:
        why = doubt or (NO_PROOF if len(remedies[0].cells) == 1 else SEVERAL)
        told = worded("hanya satu perbaikan, tetapi belum terbukti: {why}", why=worded(why))
        if are_exchanged(remedies[0]):
            told = worded("belum terbukti: cocok bila {exchanged}", exchanged=worded(EXCHANGED))
        return told, (failing, shared, (REPAIR, ways))
    if only and (simplest := simplest_repair(remedies)):
        told, lists = _simplest_first(report, remedies, *simplest)
        return told, (failing, shared, *lists)
    return worded(EITHER), (failing, shared, (POSSIBLE, ways))


def _simplest_first(
    report: Report, remedies: Sequence[Remedy], simplest: Remedy, others: int
) -> tuple[str, Lists]:
    """What is said where one figure alone explains all, and anything else changes several."""
    told = worded(
        "belum terbukti, tetapi satu angka yang keliru sudah menjelaskannya; penjelasan lain "
        "mengubah sedikitnya {count} angka",
        count=others,
    )
    plain, acts = ([r for r in remedies if bool(r.act) is is_act] for is_act in (False, True))
    first = whole(report, simplest)
    lists = (
        (SIMPLEST, (first,)),
        (OTHERWISE, tuple(line for line in possibilities(report, plain) if line != first)),
        (ACTS, tuple(possibilities(report, acts))),
    )
    return told, lists


def _by_acts(
    report: Report, remedies: Sequence[Remedy], doubt: str, only: bool, gave_up: str
) -> tuple[str, Lists]:
    """What is said where one act on several figures would explain what fails."""
    acts = [remedy for remedy in remedies if remedy.act]
    plain = [remedy for remedy in remedies if not remedy.act]
    ways = tuple(possibilities(report, plain))
    beside = tuple(possibilities(report, acts))
    if not plain and gave_up != ENTANGLED:
        return worded(gave_up), ((ACTS, beside),)
    if not plain and len(acts) == 1:
        return worded("belum terbukti: {act}", act=acts[0].act), ((REPAIR, beside),)
    if len(plain) == 1 and only and doubt in (OUTDATED, NEWER):
        told = worded("hanya satu perbaikan, tetapi belum terbukti: {doubt}", doubt=worded(doubt))
        old = worded(" atau ").join(left_old(report, act) for act in acts)
        is_short = len(acts) <= SHOWN_OLD and _leave_old(acts, plain[0])
        return told, ((REPAIR, ways), (STALE, (old,)) if is_short else (ACTS, beside))
    if only and (simplest := simplest_repair(remedies)):
        return _simplest_first(report, remedies, *simplest)
    told = worded(EITHER)
    if len(plain) == 1 and are_exchanged(plain[0]):
        told = worded("belum terbukti: cocok bila {exchanged}", exchanged=worded(EXCHANGED))
    return told, ((POSSIBLE, ways), (ACTS, beside))


def _leave_old(acts: Sequence[Remedy], plain: Remedy) -> bool:
    """Does each act take the figure of the only repair as right, and others as old?"""
    root = plain.cells[0].cell.address
    return all(
        act.left_old and root not in {part.cell.address for part in act.cells} for act in acts
    )


def involved(report: Report, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Where the cells of relations stand that nothing explains: each table with its lines."""
    lines: dict[str, set[int]] = {}
    for cell in dict.fromkeys(cell for rule in rules for cell in rule.cells):
        lines.setdefault(cell.table, set()).add(report.cell(cell).line)
    names = tuple(rule.head.name for rule in rules)
    more = (
        worded(" dan {count} lagi", count=len(names) - SHOWN_WAYS)
        if len(names) > SHOWN_WAYS
        else ""
    )
    tables = (
        worded(
            "{label} ({name} baris {spans})",
            label=report.tables[name].label,
            name=report.tables[name].file,
            spans=_spans(sorted(found)),
        )
        for name, found in lines.items()
    )
    return (
        *tables,
        worded("pemeriksaan {names}{more}", names=", ".join(names[:SHOWN_WAYS]), more=more),
    )


def _spans(lines: Sequence[int]) -> str:
    """Line numbers, those that follow one another as a span: 2-5, 9."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][-1] + 1:
            spans[-1].append(line)
        else:
            spans.append([line])
    return ", ".join(f"{s[0]}-{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)
