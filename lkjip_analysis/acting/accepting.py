"""Accepting corrections: a person names findings, and their repairs go to koreksi.csv.

Nothing is corrected silently: each row holds the print, the new text, a reason, and the name of
the certificate that is written beside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.judging.certificates import file_name, write_certificate
from lkjip_analysis.judging.findings import Finding, NewPrint, Remedy
from lkjip_analysis.reading.corrections import CORRECTIONS, correction_type
from lkjip_analysis.reading.csvfile import read_records
from lkjip_analysis.reading.filebytes import check_inside
from lkjip_analysis.reading.tables import Address
from lkjip_analysis.verify import Verification
from lkjip_analysis.writing import held, write_whole

COLUMNS = ("sel", "tercetak", "menjadi", "alasan", "sertifikat")
CERTIFICATES = "sertifikat"


def accept(
    verification: Verification,
    folder: Path,
    ids: Sequence[str],
    choice: int | None = None,
    reason: str = "",
) -> tuple[Address, ...]:
    """Write the repairs of these findings to koreksi.csv in `folder`; the cells that are new.

    `choice` numbers the repair of an undecided finding, counted from 1 as it is shown.

    Raises: InputError for an unknown finding, one without a repair, or one that needs a choice.
    """
    chosen = [(finding, _remedy(finding, choice)) for finding in _named(verification, ids)]
    rows = [
        _row(part, finding, reason)
        for finding, remedy in chosen
        for part in (*remedy.cells, *remedy.follows)
    ]
    path = folder / f"{CORRECTIONS}.csv"
    for place in (path, folder / CERTIFICATES):
        check_inside(place, folder, place.name)
    with held(path):
        before = _rows(path)
        known = {Address.parse(row[0]) for row in before}
        new = [row for row in rows if Address.parse(row[0]) not in known]
        for finding, _ in chosen:
            write_certificate(verification, finding, folder / CERTIFICATES)
        if new:
            write_whole(path, _as_csv([COLUMNS, *before, *new]))
    return tuple(Address.parse(row[0]) for row in new)


def _named(verification: Verification, ids: Sequence[str]) -> list[Finding]:
    findings = {finding.id: finding for finding in verification.findings}
    unknown = [name for name in ids if name not in findings]
    if unknown:
        raise InputError(
            [
                Problem("--terima", f'the finding "{name}"', "an id of `lkjip perbaikan`",
                        nearest(name, findings))
                for name in unknown
            ]
        )  # fmt: skip
    return [findings[name] for name in ids]


def _remedy(finding: Finding, choice: int | None) -> Remedy:
    """The repair that is accepted: the only one, or the one that is chosen by number."""
    able = finding.verdict in ("terbukti", "ambigu")
    remedies = finding.remedies if able else ()
    if not remedies:
        found = f"{finding.id}, which has no repair to accept"
        allowed = "a finding that is proven wrong or undecided"
        raise InputError([Problem("--terima", found, allowed, "Correct the report's text itself.")])
    if len(remedies) > 1 and choice is None:
        found = f"{finding.id}, which has {len(remedies)} possible repairs"
        ways = "; ".join(f"{i} {_told(remedy)}" for i, remedy in enumerate(remedies[:12], 1))
        raise InputError([Problem("--terima", found, f"--pilihan N ({ways})", "Look it up first.")])
    number = choice or 1
    if not 1 <= number <= len(remedies):
        found, allowed = f"--pilihan {number}", f"1 to {len(remedies)}"
        raise InputError([Problem("--pilihan", found, allowed, "Choose one of the repairs.")])
    remedy = remedies[number - 1]
    open_ended = [part for part in (*remedy.cells, *remedy.follows) if not part.text]
    if open_ended:
        found = f"{open_ended[0].cell.address}, of which only bounds are known"
        remedy_text = "Write the figure into koreksi.csv yourself once you know it."
        raise InputError([Problem("--terima", found, "a repair that names a figure", remedy_text)])
    return remedy


def _told(remedy: Remedy) -> str:
    return " + ".join(f"{part.cell.address} -> {part.text}" for part in remedy.cells)


def _row(part: NewPrint, finding: Finding, reason: str) -> tuple[str, ...]:
    why = reason or "; ".join(filter(None, (part.slip, _because(finding))))
    address = str(part.cell.address)
    return address, part.cell.text.strip(), part.text or "", why, file_name(finding)


def _because(finding: Finding) -> str:
    sure = "terbukti" if finding.verdict == "terbukti" else "dipilih dari kemungkinan"
    return f"{sure} menurut {', '.join(finding.rules)}"


def _rows(path: Path) -> list[tuple[str, ...]]:
    """The corrections that the file holds now, in whatever form a spreadsheet saved it.

    Raises: InputError where it cannot be read; nothing is written then.
    """
    if not path.is_file():
        return []
    records, problems = read_records(path, correction_type())
    if problems:
        raise InputError(problems)
    return [tuple(record[name] for name in COLUMNS) for _, record in records]


def _as_csv(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
