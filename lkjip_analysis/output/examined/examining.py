"""A document in, a folder out: findings, the document marked, the working paper, the data."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from lkjip_analysis.errors import InputError, used_up
from lkjip_analysis.intake.document.identity import Identity, identity_of
from lkjip_analysis.intake.proposal.proposal import Proposal
from lkjip_analysis.intake.tables.known_types import known_types
from lkjip_analysis.intake.usul.proposing import check_any_figure, proposal_of
from lkjip_analysis.intake.usul.read_document import Document, read_document
from lkjip_analysis.language import report_spoken
from lkjip_analysis.locking import WAIT
from lkjip_analysis.output.examined.answers import Answers, earlier_answers
from lkjip_analysis.output.examined.basis.cell_places import cell_places
from lkjip_analysis.output.examined.basis.decisions import Decisions, memory_of, remember
from lkjip_analysis.output.examined.basis.relation_words import wordings_of
from lkjip_analysis.output.examined.basis.sheet_formulas import SheetFormulas, formulas_of
from lkjip_analysis.output.examined.basis.taken_unasked import as_decided, rule_name, taken_of
from lkjip_analysis.output.examined.basis.years_at_hand import years_at_hand
from lkjip_analysis.output.examined.counted_figures import counted_once, named, untied_figures
from lkjip_analysis.output.examined.edited_cells import Edit, edits_in
from lkjip_analysis.output.examined.examined_folder import PAPER, Laid, lay_folder
from lkjip_analysis.output.examined.findings_as_read import as_read
from lkjip_analysis.output.examined.holding_back.believed_relations import believed
from lkjip_analysis.output.examined.holding_back.repeated_years import repeated
from lkjip_analysis.output.examined.holding_back.untangled import untangled
from lkjip_analysis.output.examined.marking.findings_page import page_of
from lkjip_analysis.output.examined.marking.handing_back import Printed, marked_document, printed
from lkjip_analysis.output.examined.marking.place_pictures import pages_of_pdf
from lkjip_analysis.output.examined.passed_over import (
    lost_tables,
    partial_tables,
    untested_totals,
    unused_columns,
)
from lkjip_analysis.output.examined.places_of_results import (
    keep_changed,
    own_of,
    record_of,
    write_record,
)
from lkjip_analysis.output.examined.telling.finding_explanations import explained
from lkjip_analysis.output.examined.telling.outcome import NO_TABLES, NOT_MARKED, Examined, Outcome
from lkjip_analysis.output.examined.telling.outcome_as_json import FINDINGS, as_json, outcome_of
from lkjip_analysis.output.examined.telling.plain_reasons import cleaner_of
from lkjip_analysis.output.examined.without_officials import discreet
from lkjip_analysis.output.examined.working_paper import with_sheets
from lkjip_analysis.replace_folder import new_folder
from lkjip_analysis.report.filebytes import check_inside
from lkjip_analysis.rules import Rule

INDEX, DATA = "index.html", "data"


@report_spoken()
def examine(
    path: Path,
    target: Path,
    instansi: str = "",
    tahun: int = 0,
    pemerintah: str = "",
    workers: int = 0,
) -> Examined:
    """Examine the document at `path` and write the folder `target`, whole or not at all.

    Raises: InputError where the document cannot be read or the folder cannot be written.
    """
    document = read_document(path, workers)
    check_any_figure(document, path.name)
    who = identity_of(document.blocks, path, instansi, tahun, pemerintah, document.running)
    if os.path.lexists(target / PAPER):
        check_inside(target / PAPER, target, PAPER)
    with new_folder(target, WAIT, own=lambda name: own_of(record, target)(name)) as folder:
        # Read once nobody else writes there: what another run has just written, nobody changed.
        answers, decided = earlier_answers(target / PAPER)
        known = remember(memory_of(target, who.instansi), decided)
        record = record_of(target)
        edits = edits_in(target / PAPER, record.proposed)
        laid = _laid(document, path, who, folder, answers, edits, known)
        shown = printed(document, _seen(document, path, target, who, laid, known))
        marked = _write(folder, path, document, shown, laid, known)
        write_record(folder, path, laid.proposed)
        keep_changed(record, target, folder)
    return replace(shown.seen, marked=marked)


def _laid(
    document: Document,
    path: Path,
    who: Identity,
    folder: Path,
    answers: Answers,
    edits: Sequence[Edit],
    known: Decisions,
) -> Laid:
    """The data folder, without the relations that a person rejected and with those changed."""
    raw = folder / DATA / "raw"
    proposal = proposal_of(document, path.name, who.instansi, who.tahun, folder / DATA)
    proposal = discreet(replace(proposal, nama=who.nama, pemerintah=who.pemerintah))
    kinds = known_types(raw / who.instansi / str(who.tahun))
    taken = taken_of(proposal, answers)
    laid = lay_folder(taken, kinds, raw, answers, edits)
    words = wordings_of(laid.report, laid.taken.proposal)
    said = {rule.head.name: words.relation(rule) for rule in laid.rules}
    decided = as_decided(taken, said, known)
    fewer = laid if decided == taken else lay_folder(decided, kinds, raw, answers, edits)
    return replace(fewer, said=said)


def _seen(
    document: Document, path: Path, target: Path, who: Identity, laid: Laid, known: Decisions
) -> Examined:
    proposal = laid.taken.proposal
    years = repeated(laid.report, years_at_hand(laid.report, target))
    beside = years.findings(laid.report)
    held = believed(laid.report, laid.rules, proposal, known, beside, years.compared)
    places = cell_places(proposal, document.blocks)
    verification = as_read(untangled(held.verification), places, frozenset(document.scanned))
    verification = counted_once(verification, proposal.claims, document.blocks)
    untied = untied_figures(proposal, laid.report, document.blocks)
    verification = untied.counted_in(verification)
    remarks = (*document.remarks, *(() if proposal.tables else (NO_TABLES,)),
               *lost_tables(document.blocks),
               *(one.words for one in proposal.refused),
               *partial_tables(proposal.tables), *unused_columns(proposal.tables),
               *laid.taken.unread, *proposal.untried, *laid.remarks, *held.doubted,
               *untested_totals(laid.report, verification.rules), *named(untied))  # fmt: skip
    sentences = {claim.kode: claim.sentence for claim in proposal.claims}
    is_told = document.kind == "sheets" and bool(verification.findings)
    return Examined(
        path.name,
        who,
        verification,
        places,
        {**held.support, **years.support},
        remarks,
        sentences,
        held.relations,
        held.failed,
        cleaner_of(laid.report, proposal),
        _cells_named(proposal, held.relations),
        tuple(years.sentences),
        len(laid.taken.unread) + sum(one.figures for one in proposal.refused),
        untried=proposal.untried,
        untested=untied.left,
        rejected=held.rejected,
        formulas=formulas_of(document.content) if is_told else SheetFormulas(),
    )


def _cells_named(proposal: Proposal, relations: Iterable[Rule]) -> dict[str, str]:
    """The cells of each relation as its proposal names them; nothing of others."""
    own = {rule.nama: rule.sel for rule in proposal.rules}
    return {rule.head.name: own.get(rule_name(rule.head.name), "") for rule in relations}


def _write(
    folder: Path, path: Path, document: Document, shown: Printed, laid: Laid, known: Decisions
) -> str:
    """Write all that tells of the document; the name of the marked one."""
    seen, told = shown.seen, explained(shown.seen)
    name, content = marked_document(document, path, told)
    if document.kind == "pdf" and not content:
        seen = replace(seen, remarks=(NOT_MARKED, *seen.remarks))
    with pages_of_pdf(shown.pdf, shown.undrawn) if shown.pdf else nullcontext() as pages:
        (folder / INDEX).write_text(page_of(seen, told, pages, name), encoding="utf-8")
    text = json.dumps(as_json(seen), indent=2, ensure_ascii=False) + "\n"
    (folder / FINDINGS).write_text(text, encoding="utf-8")
    words = wordings_of(laid.report, laid.taken.proposal)
    paper = with_sheets(laid.paper, seen, told, words, known, laid.said)
    (folder / PAPER).write_bytes(paper)
    if content:
        (folder / name).write_bytes(content)
    return name


def tried(path: Path, target: Path, told: tuple[str, int, str], workers: int = 0) -> Outcome:
    """As `examine`, for a process of its own: what is wrong with a document is an answer too."""
    try:
        return outcome_of(examine(path, target, *told, workers))
    except InputError as error:
        return Outcome(path.name, problem=str(used_up(error.__cause__) or error))
