"""The proof of a finding as a file that an independent program checks.

A certificate holds everything that its finding rests on and nothing else: the printed cells, the
relations around them, and each smallest repair. `tools/recheck.py` reads it without this package.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy
from lkjip_analysis.checking.findings.repair_lines import are_exchanged
from lkjip_analysis.checking.locating.mending_prints import intersection
from lkjip_analysis.checking.locating.rounded_up import is_short
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import plain
from lkjip_analysis.report.tables import Address, Cell, same_label
from lkjip_analysis.rules import Part, Quotient, Rule, Same
from lkjip_analysis.rules.values import Figure, Values, printed_values
from lkjip_analysis.writing import write_json

VERSION = 2
"""Since 2 a certificate counts the relations of each cell, and every repair has its witness."""


def certified(verification: Verification) -> list[Finding]:
    """The findings that carry a certificate: what is proven wrong, and what is undecided.

    What another document says (`bukti`, another year's report) is no relation to reckon again,
    what only a relation further on rules out is none to follow, and how two copies agree that were
    rounded otherwise may rest on relations further on as well. A repair without an example of its
    prints proves nothing.
    """
    known = {rule.head.name for rule in verification.rules}
    return [
        finding
        for finding in verification.findings
        if finding.verdict in ("terbukti", "ambigu")
        and finding.smallest
        and not finding.cause  # one act on a whole column is no smallest set of cells
        and known.issuperset(finding.rules)
        and not _may_one_do(verification, finding)
        and all(map(_has_example, finding.smallest))
        and not any(_rests_beyond(verification, rule) for rule in _around(verification, finding))
    ]


def _has_example(remedy: Remedy) -> bool:
    """Were prints found with which all holds, so far as there is more than one to choose?"""
    parts = (part for part in (*remedy.cells, *remedy.follows) if part.witness is None)
    return all(part.prints is None or part.prints.low == part.prints.high for part in parts)


def _rests_beyond(verification: Verification, rule: Rule) -> bool:
    """Does it hold only by how a figure was rounded, as no share among the relations shows?

    Copies do so, and a short figure that was rounded up as all of its column.
    """
    how = verification.roundings.get(rule.head.name)
    if how is None:
        return False
    if not isinstance(rule, Same):
        figures = printed_values([verification.report.cell(how.cell)])
        return how.mode == "digit terakhir" and is_short(figures[how.cell])
    return how.mode == "potong" or not _showing_zeros(verification, [rule])


def certificate(verification: Verification, finding: Finding) -> dict[str, Any]:
    """The certificate of one finding, sealed with the hash of its content."""
    rules = _around(verification, finding)
    rules += _showing_zeros(verification, rules)
    cells = dict.fromkeys(cell for rule in rules for cell in rule.cells)
    all_failed = {rule.head.name for rule in verification.failed}
    content: dict[str, Any] = {
        "sertifikat": VERSION,
        "id": finding.id,
        "instansi": verification.report.instansi,
        "tahun": verification.report.tahun,
        "verdict": finding.verdict,
        "cells": {
            str(cell): {
                **_cell(verification.report.cell(cell), cell in verification.money),
                "relations": len({frozenset(rule.cells) for rule in verification.watchers(cell)}),
            }
            for cell in cells
        }
        | {str(part): _number(part) for rule in rules for part in rule.parts if part not in cells},
        "rules": [
            _rule(rule, rule.head.name in all_failed, rule.head.name in verification.of_a_sheet)
            for rule in rules
        ],
        "failed": list(finding.rules),
        "roots": _slips(finding),
        "repairs": [_repair(remedy, _slips(finding)) for remedy in finding.smallest],
    }
    return {**content, "digest": digest(content)}


def _may_one_do(verification: Verification, finding: Finding) -> bool:
    """Would one figure that no repair changes mend all that fails here, were nothing else to hold?

    That something further on would break rules it out. The independent program does not follow
    figures so far, and rightly refuses to call several figures the smallest repair there.
    """
    if _slips(finding) == 1:
        return False
    failed = [rule for rule in verification.rules if rule.head.name in finding.rules]
    values = Values(printed_values(verification.report.cells()))
    alone = set.intersection(*(set(rule.cells) for rule in failed)) - _changed(finding)
    wishes = (
        intersection([rule.implied(cell, values) for rule in failed])
        for cell in alone
        if isinstance(values[cell], Figure)
    )
    return any(isinstance(wish, Interval) and not wish.is_empty for wish in wishes)


def _around(verification: Verification, finding: Finding) -> list[Rule]:
    """The relations that failed, and all that hold a figure which a smallest repair changes."""
    failed, changed = set(finding.rules), _changed(finding)
    return [
        rule
        for rule in verification.rules
        if rule.head.name in failed or changed.intersection(rule.cells)
    ]


def _changed(finding: Finding) -> set[Address]:
    """Every figure that a smallest repair changes."""
    parts = (part for one in finding.smallest for part in (*one.cells, *one.follows))
    return {part.cell.address for part in parts}


def _slips(finding: Finding) -> int:
    """How many slips the smallest repairs take.

    Two exchanged figures are one, save among repairs that all change two.
    """
    return max(len(remedy.cells) - are_exchanged(remedy) for remedy in finding.smallest)


def _showing_zeros(verification: Verification, rules: list[Rule]) -> list[Rule]:
    """The relations that show which copies among these were printed with a zero added."""
    copies = {cell for rule in rules if isinstance(rule, Same) for cell in rule.cells}
    prints = {verification.report.cell(cell).text for cell in copies}
    added = {name for name, how in verification.roundings.items() if how.mode == "satu desimal"}
    return [
        rule
        for rule in verification.rules
        if rule.head.name in added
        and isinstance(rule, Quotient)
        and rule not in rules
        and verification.report.cell(rule.result).text in prints
    ]


def digest(content: dict[str, Any]) -> str:
    """The seal of a certificate: SHA-256 of its entries in a fixed order."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def write_certificates(verification: Verification, folder: Path) -> list[Path]:
    """One file for each certified finding, in `folder`.

    Raises: InputError where the folder cannot be written.
    """
    return [write_certificate(verification, finding, folder) for finding in certified(verification)]


def write_certificate(verification: Verification, finding: Finding, folder: Path) -> Path:
    text = json.dumps(certificate(verification, finding), indent=1, ensure_ascii=False)
    return write_json(folder / f"{file_name(finding)}.json", text + "\n", "rules", "cells")


def file_name(finding: Finding) -> str:
    """The name of a finding's certificate: its id as a file may be called."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", finding.id).strip("-")


def _cell(cell: Cell, money: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "file": cell.file,
        "line": cell.line,
        "column": cell.address.column,
        "text": cell.text,
    }
    if cell.printed is None:
        return {**told, "labels": [cell.label]}
    places = min(cell.decimals, cell.printed.decimals)  # an exact 100 beside 93,50 prints none
    read = {"value": plain(cell.point), "decimals": places, "half": str(cell.half)}
    style = {} if cell.printed.style == "indonesia" else {"style": cell.printed.style}
    return {**told, **read, **style, **({"money": True} if money else {})}


def _number(part: Part) -> dict[str, Any]:
    """A plain number of a relation: exact, printed in no cell, and so no misprint."""
    return {"constant": True, "text": str(part), "value": plain(Fraction(str(part))), "decimals": 0,
            "half": "0"}  # fmt: skip


def _repair(remedy: Remedy, roots: int) -> dict[str, Any]:
    """A repair with its prints; two figures exchanged as one of so many slips say so."""
    told = {
        "roots": [str(part.cell.address) for part in remedy.cells],
        "prints": dict(map(_print, (*remedy.cells, *remedy.follows))),
    }
    return {**told, "exchanged": 1} if len(remedy.cells) > roots else told


def _print(part: NewPrint) -> tuple[str, dict[str, Any]]:
    """What a repair prints in a cell: labels, or the bounds and the figure it proposes."""
    address = str(part.cell.address)
    if part.prints is None:
        return address, {"labels": [same_label(t) for t in (part.text or "").split(" atau ")]}
    bounds: dict[str, Any] = {"low": _end(part.prints.low), "high": _end(part.prints.high)}
    held = {} if part.witness is None else {"witness": plain(part.witness)}
    return address, {**bounds, "text": part.text, **held}


def _end(value: Any) -> str | None:
    return plain(value) if Interval(value, value).is_bounded else None


def _rule(rule: Rule, fails: bool, of_a_sheet: bool) -> dict[str, Any]:
    """A relation with all that is needed to test it."""
    rounded = {"rounded": str(rule.result)} if of_a_sheet else {}
    return {
        "name": rule.head.name,
        "basis": rule.head.basis,
        "fails": fails,
        "kind": rule.shape,
        "cells": [str(part) for part in rule.parts],
        **rule.certified(),
        **rounded,
    }
