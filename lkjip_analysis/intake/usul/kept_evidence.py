"""Evidence that a person accepted, into the folder of a report: its table in `bukti`, its entry in
laporan.yaml. The folder is there as before or with all of it; the earlier one is kept beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lkjip_analysis.checking.judging.evidence import compared
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.excel.folders import LAPORAN, write_files
from lkjip_analysis.intake.usul.evidence_tables import EvidenceTable
from lkjip_analysis.language import phrase
from lkjip_analysis.locking import WAIT
from lkjip_analysis.replace_folder import carry, new_folder
from lkjip_analysis.report.declaration import added
from lkjip_analysis.report.filebytes import read_text
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.over_years import EVIDENCE
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.yamltext import MAX_BYTES


def keep(
    folder: Path, report: Report, tables: Sequence[EvidenceTable], document: str, rank: int
) -> tuple[str, ...]:
    """Write the tables as evidence of `report`, which lies in `folder`; their names.

    Raises: InputError where laporan.yaml declares its evidence on one line, or another run holds
    the folder; nothing is written then.
    """
    files: dict[str, str] = {}
    with new_folder(folder, WAIT, keep=True, own=lambda name: name in files) as made:
        # Under the lock only: another run may have added evidence since the report was read.
        text = read_text(folder / LAPORAN, LAPORAN, MAX_BYTES)
        taken = {evidence.table.name for evidence in report.evidence}
        taken |= {path.stem for path in (folder / EVIDENCE).glob("*.csv")}
        names: list[str] = []
        for one in tables:
            names.append(_free(one.table.name, {*taken, *names}))
            files[f"{EVIDENCE}/{names[-1]}.csv"] = one.as_csv()
            text = _declared(text, names[-1], one, document, rank)
        files[LAPORAN] = text
        carry(folder, made, files.__contains__)
        write_files(made, files)
        compared(load_folder(made, report.instansi, report.tahun))
    return tuple(names)


def _free(name: str, taken: set[str]) -> str:
    """The name of a table, with a number where evidence has it already, in letters of any case:
    on Windows they are one file."""
    tried = (name, *(f"{name}_{number}" for number in range(2, len(taken) + 3)))
    known = {one.lower() for one in taken}
    return next(one for one in tried if one.lower() not in known)


def _declared(text: str, name: str, one: EvidenceTable, document: str, rank: int) -> str:
    told = added(text, EVIDENCE, name, one.entry(document, rank))
    if told is None:
        found = phrase('"{section}" on one line', section=EVIDENCE)
        remedy = "Write its entries below it, one on a line, then try again."
        raise wrong_input(LAPORAN, found, "a section in lines of its own", remedy)
    return told
