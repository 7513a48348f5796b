"""A document in, a folder out: findings, the document marked, the working paper, the data."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.proposal.proposing import proposal_of
from lkjip_analysis.intake.proposal.read_document import Document, is_pdf, read_document
from lkjip_analysis.intake.proposal.types import known_types
from lkjip_analysis.locking import WAIT
from lkjip_analysis.output.examined.crops import pages_of_pdf
from lkjip_analysis.output.examined.decisions import earlier_answers
from lkjip_analysis.output.examined.folder import PAPER, Laid, lay_folder
from lkjip_analysis.output.examined.identity import Identity, identity_of
from lkjip_analysis.output.examined.marked_pdf import marked_pdf
from lkjip_analysis.output.examined.outcome import Examined, as_json, marks_of, page_of
from lkjip_analysis.output.examined.supported import as_read, believed
from lkjip_analysis.output.examined.taken import taken_of
from lkjip_analysis.output.examined.where import cell_places
from lkjip_analysis.replace_folder import new_folder

FINDINGS, INDEX = "temuan.json", "index.html"


def examine(
    path: Path, target: Path, instansi: str = "", tahun: int = 0, pemerintah: str = ""
) -> Examined:
    """Examine the document at `path` and write the folder `target`, whole or not at all.

    Raises: InputError where the document cannot be read or the folder cannot be written.
    """
    document = read_document(path)
    who = identity_of(document.blocks, path, instansi, tahun, pemerintah)
    answers = earlier_answers(target / PAPER)
    with new_folder(target, WAIT) as folder:
        proposal = proposal_of(document, path.name, who.instansi, who.tahun, folder / "data")
        kinds = known_types(folder / "data" / "raw" / who.instansi / str(who.tahun))
        laid = lay_folder(taken_of(proposal, answers), kinds, folder / "data" / "raw")
        seen = _seen(document, path, who, laid)
        _write(folder, path, seen, laid)
    return seen


def _seen(document: Document, path: Path, who: Identity, laid: Laid) -> Examined:
    rules = laid.taken.proposal.rules
    held = believed(laid.report, [rule.found for rule in rules if rule.found])
    places = cell_places(laid.taken.proposal, document.blocks)
    verification = as_read(held.verification, places, frozenset(document.scanned))
    remarks = (*document.remarks, *laid.remarks, *held.doubted)
    return Examined(path.name, who, verification, places, held.support, remarks)


def _write(folder: Path, path: Path, seen: Examined, laid: Laid) -> None:
    content = path.read_bytes() if is_pdf(path) else b""
    with pages_of_pdf(content) if content else nullcontext() as pages:
        (folder / INDEX).write_text(page_of(seen, pages), encoding="utf-8")
    text = json.dumps(as_json(seen), indent=2, ensure_ascii=False) + "\n"
    (folder / FINDINGS).write_text(text, encoding="utf-8")
    (folder / PAPER).write_bytes(laid.paper)
    if content:
        (folder / f"{path.stem}-bertanda.pdf").write_bytes(marked_pdf(content, [*marks_of(seen)]))


def tried(path: Path, target: Path, told: tuple[str, int, str]) -> Examined | str:
    """As `examine`, for a process of its own: what is wrong with a document is an answer too."""
    try:
        return examine(path, target, *told)
    except InputError as error:
        return str(error)
