"""The command `usul`, step by step: a document is read, proposed from, and shown as a workbook
(`propose`); what a person accepted there becomes a folder of data/raw (`confirm`).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_analysis.intake.proposal.proposal import Proposal
    from lkjip_analysis.intake.usul.confirming import Confirmed
    from lkjip_analysis.intake.usul.read_document import Document


def propose(
    path: Path,
    instansi: str,
    tahun: int,
    data: Path | str | None = None,
    output: Path | None = None,
    document: Document | None = None,
) -> tuple[Path, Proposal]:
    """Write usulan-INSTANSI-TAHUN.xlsx from the document at `path`; where, and what is in it.

    `document` is what stands there, for who has read it already.

    Raises: InputError where the document cannot be read or the workbook cannot be written.
    """
    from lkjip_analysis.intake.tables.known_types import known_types
    from lkjip_analysis.intake.usul.proposal_workbook import workbook_of
    from lkjip_analysis.intake.usul.proposing import tables_proposed
    from lkjip_analysis.intake.usul.read_document import read_document
    from lkjip_analysis.report.reports_at_hand import raw_folder
    from lkjip_analysis.writing import write_whole

    proposal = tables_proposed(document or read_document(path), path.name, instansi, tahun, data)
    kinds = known_types(raw_folder(data) / instansi / str(tahun))
    book = workbook_of(proposal, kinds, date.today().isoformat())
    target = output or path.with_name(f"usulan-{instansi}-{tahun}.xlsx")
    return write_whole(target, book, keep=True), proposal


def confirm(path: Path, data: Path | str | None = None, overwrite: bool = False) -> Confirmed:
    """Turn the accepted rows of a proposal's workbook into data/raw/INSTANSI/TAHUN.

    Raises: InputError where it cannot be followed, or the folder is there and not `overwrite`.
    """
    from lkjip_analysis.intake.usul.confirming import confirm as write

    return write(path, data, overwrite)
