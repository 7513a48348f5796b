"""Accepting corrections: a person names findings, and their repairs go to koreksi.csv.

Nothing is corrected silently: each row holds the print, the new text, a reason, and the name of
the certificate that is written beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lkjip_analysis.checking.certificates import certified, file_name, write_certificate
from lkjip_analysis.checking.findings import repair_lines
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding, NewPrint, Remedy
from lkjip_analysis.checking.findings.wording import wanted
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.replace_folder import changed_folder
from lkjip_analysis.report.corrections import correction_type
from lkjip_analysis.report.csvfile import read_records
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.filebytes import check_inside
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.report import CORRECTIONS, Acceptance, Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.writing import write_whole, written

COLUMNS = ("sel", "tercetak", "menjadi", "alasan", "sertifikat")
ACCEPTED = ("oleh", "peran", "tanggal")
FILE, CERTIFICATES = f"{CORRECTIONS}.csv", "sertifikat"
SHOWN_WAYS = 12
Row = tuple[str, ...]
"""A row of koreksi.csv."""


def accept(
    verification: Verification,
    folder: Path,
    ids: Sequence[str],
    choice: int | None = None,
    reason: str = "",
    accepted: Acceptance = Acceptance(),  # noqa: B008  (it never changes)
) -> tuple[Address, ...]:
    """Write the repairs of these findings to koreksi.csv in `folder`; the cells that are new.

    `choice` numbers the repair of an undecided finding, counted from 1 as it is shown; `accepted`
    says who accepts, as what, and when, and stands in each new row.

    Raises: InputError for an unknown finding, one without a repair, one that needs a choice, or a
    folder that cannot be written; it stays as it was then.
    """
    chosen = [
        (finding, _remedy(verification.report, finding, choice))
        for finding in _named(verification, ids)
    ]
    proven = {finding.id for finding in certified(verification)}
    rows = [
        _row(part, finding, reason, finding.id in proven)
        for finding, remedy in chosen
        for part in (*remedy.cells, *remedy.follows)
    ]
    sure = [finding for finding, _ in chosen if finding.id in proven]
    # One exchange for all of it: killed in between, a certificate would stand without its row.
    with changed_folder(folder) as made:
        _check_same(verification.report, folder)
        for name in (FILE, CERTIFICATES):
            check_inside(made / name, made, name)
        own = [write_certificate(verification, finding, made / CERTIFICATES) for finding in sure]
        before = _rows(made / FILE)
        new = _not_among(rows, before)
        if new:
            text = write_rows(_rows_to_write(before, new, accepted))
            own.append(write_whole(made / FILE, text))
    written.update(dict.fromkeys(folder / path.relative_to(made) for path in own))
    return tuple(Address.parse(row[0]) for row in new)


def _not_among(rows: Sequence[Row], before: Sequence[Row]) -> list[Row]:
    known = {Address.parse(row[0]) for row in before}
    return [row for row in rows if Address.parse(row[0]) not in known]


def _check_same(report: Report, folder: Path) -> None:
    """The print is still the one that was verified: another may have replaced the folder.

    Raises: InputError where it is not.
    """
    now = load_folder(folder, report.instansi, report.tahun)
    if replace(now, corrections=()) != replace(report, corrections=()):
        found = "data that changed since they were verified"
        remedy = "Look at the findings again, then accept."
        raise wrong_input(str(folder), found, "the data that were verified", remedy)


def _named(verification: Verification, ids: Sequence[str]) -> list[Finding]:
    findings = {finding.id: finding for finding in verification.findings}
    unknown = [name for name in ids if name not in findings]
    if unknown:
        raise InputError(
            [
                Problem(
                    "--terima",
                    phrase('the finding "{name}"', name=name),
                    "an id of `lkjip perbaikan`",
                    nearest(name, findings),
                )
                for name in unknown
            ]
        )
    return [findings[name] for name in ids]


def acceptable(verification: Verification) -> Iterator[str]:
    """Each finding that can be accepted, with its id and every repair, as lines to choose from."""
    for finding in verification.findings:
        remedies = _remedies(finding)
        if not remedies:
            continue
        done = phrase(" (sudah diterima)") if verification.is_accepted(finding) else ""
        yield f"{finding.id}  {phrase(SHOWN_AS[finding.standing])}{done}"
        for number, remedy in enumerate(remedies, 1):
            told = f"--pilihan {number}: " if len(remedies) > 1 else ""
            yield f"    {told}{repair_lines.whole(verification.report, remedy)}"


def _remedies(finding: Finding) -> tuple[Remedy, ...]:
    """The repairs that a person may accept: of a figure that is proven wrong or undecided."""
    return finding.remedies if finding.verdict in ("terbukti", "ambigu") else ()


def _remedy(report: Report, finding: Finding, choice: int | None) -> Remedy:
    """The repair that is accepted: the only one, or the one that is chosen by number."""
    remedies = _remedies(finding)
    if not remedies:
        raise InputError([_no_repair(finding)])
    if len(remedies) > 1 and choice is None:
        raise InputError([_which(report, finding)])
    number = choice or 1
    if not 1 <= number <= len(remedies):
        found, allowed = (
            phrase("--pilihan {number}", number=number),
            phrase("1 to {count}", count=len(remedies)),
        )
        raise wrong_input("--pilihan", found, allowed, "Choose one of the repairs.")
    remedy = remedies[number - 1]
    _check_alone(report, finding, remedy)
    open_ended = [part for part in (*remedy.cells, *remedy.follows) if not part.text]
    if open_ended:
        found = phrase(
            "{address}, of which only bounds are known", address=open_ended[0].cell.address
        )
        remedy_text = "Write the figure into koreksi.csv yourself once you know it."
        raise wrong_input("--terima", found, "a repair that names a figure", remedy_text)
    return remedy


def _check_alone(report: Report, finding: Finding, remedy: Remedy) -> None:
    """Two repairs of one finding cannot both be right.

    Raises: InputError where another one is accepted already.
    """
    own = {part.cell.address for part in remedy.cells}
    for other in finding.remedies:
        cells = {part.cell.address for part in other.cells}
        if not cells <= own and not own <= cells and all(map(report.is_accepted, cells)):
            found = phrase(
                "another repair of {id}, accepted already ({told})",
                id=finding.id,
                told=_told(other),
            )
            told = "Take its rows out of koreksi.csv first if this one is right."
            raise wrong_input("--terima", found, "one repair of each finding", told)


def _no_repair(finding: Finding) -> Problem:
    """Why nothing of a finding can be accepted: it names no figure that would be right."""
    found = phrase(
        "{id} ({shown_as}), which proposes no new print for a cell",
        id=finding.id,
        shown_as=SHOWN_AS[finding.standing],
    )
    allowed = (
        "a figure that is proven wrong or undecided; `lkjip koreksi INSTANSI TAHUN` lists them"
    )
    remedy = "Correct the report's text itself, or look up its source."
    return Problem("--terima", found, allowed, remedy)


def _which(report: Report, finding: Finding) -> Problem:
    """The repairs of a finding by number; of very many the first."""
    ways = [f"{i} {_told(remedy)}" for i, remedy in enumerate(finding.remedies, 1)]
    more = len(ways) - SHOWN_WAYS
    rest = [phrase("and {more} others", more=more)] if more > 0 else []
    told = "; ".join([*ways[:SHOWN_WAYS], *rest])
    found = phrase("{id}, which has {count} possible repairs", id=finding.id, count=len(ways))
    command = f"`lkjip koreksi {report.instansi} {report.tahun}`"
    every = phrase("{command} lists all.", command=command) + " " if rest else ""
    return Problem(
        "--terima",
        found,
        phrase("--pilihan N ({told})", told=told),
        phrase("{every}Look it up first.", every=every),
    )


def _told(remedy: Remedy) -> str:
    return " + ".join(
        f"{part.cell.address} -> {part.text or wanted(part)}" for part in remedy.cells
    )


def _row(part: NewPrint, finding: Finding, reason: str, certified: bool) -> Row:
    why = reason or "; ".join(filter(None, (part.slip, _because(finding, certified))))
    proof = file_name(finding) if certified else ""
    return str(part.cell.address), part.cell.text.strip(), part.text or "", why, proof


def _because(finding: Finding, certified: bool) -> str:
    """The relations that a repair rests on, or the document that prints another figure."""
    if not certified:
        return finding.told.opening
    sure = "terbukti" if finding.verdict == "terbukti" else "dipilih dari kemungkinan"
    return f"{sure} menurut {', '.join(finding.rules)}"


def _rows(path: Path) -> list[Row]:
    """The corrections that the file holds now, in whatever form a spreadsheet saved it.

    Raises: InputError where it cannot be read; nothing is written then.
    """
    if not path.is_file():
        return []
    records, problems = read_records(path, correction_type())
    if problems:
        raise InputError(problems)
    names = (*COLUMNS, *ACCEPTED)
    return [tuple(record.get(name, "") for name in names) for _, record in records]


def _rows_to_write(before: Sequence[Row], new: Sequence[Row], accepted: Acceptance) -> list[Row]:
    """All rows under their headings; who accepted has columns once anybody is named."""
    told = (accepted.by, accepted.role, accepted.date)
    rows = [*before, *((*row, *told) for row in new)]
    named = any(any(row[len(COLUMNS) :]) for row in rows)
    names = (*COLUMNS, *ACCEPTED) if named else COLUMNS
    return [names, *(row[: len(names)] for row in rows)]
