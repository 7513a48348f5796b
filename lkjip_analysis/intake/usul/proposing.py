"""From a report to a proposal: everything read, nothing decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.identity import FORMS, printed_identity
from lkjip_analysis.intake.document.printed_places import pages_of
from lkjip_analysis.intake.noticed.all_noticed import all_noticed
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.spellings.name_spellings import name_spellings
from lkjip_analysis.intake.noticed.spellings.place_spellings import place_spellings
from lkjip_analysis.intake.proposal.indicators import proposed_indicators
from lkjip_analysis.intake.proposal.listed_scale import listed_bands
from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedTable
from lkjip_analysis.intake.proposal.proposed_tables import proposed_tables
from lkjip_analysis.intake.proposal.rate_heads import rate_heads
from lkjip_analysis.intake.proposal.rules_that_fit import rules_that_fit
from lkjip_analysis.intake.proposal.scales import with_scales
from lkjip_analysis.intake.proposal.spots import cells_of, spots_of
from lkjip_analysis.intake.proposal.table_rules import proposed_bands, proposed_rules
from lkjip_analysis.intake.relations.discovering import too_wide
from lkjip_analysis.intake.sentences.said.told_directions import directed
from lkjip_analysis.intake.sentences.tied.cell_index import narrowed
from lkjip_analysis.intake.sentences.tied.claim_codes import added
from lkjip_analysis.intake.sentences.tied.claims import proposed_claims
from lkjip_analysis.intake.tables.doubled_columns import refused_columns
from lkjip_analysis.intake.tables.keys import Names
from lkjip_analysis.intake.tables.known_types import known_types
from lkjip_analysis.intake.tables.read_tables import printed_tables
from lkjip_analysis.intake.usul.read_document import Document
from lkjip_analysis.language import phrase
from lkjip_analysis.report.portable import check_portable
from lkjip_analysis.report.reports_at_hand import raw_folder


def tables_proposed(
    document: Document, file: str, instansi: str, tahun: int, data: Path | str | None = None
) -> Proposal:
    """As `proposal_of`. Raises: InputError where the document holds no table, too."""
    made = proposal_of(document, file, instansi, tahun, data)
    if not made.tables:
        raise _no_table((*document.remarks, *(one.words for one in made.refused)), file)
    return made


def proposal_of(
    document: Document, file: str, instansi: str, tahun: int, data: Path | str | None = None
) -> Proposal:
    """What a document that was read proposes.

    Raises: InputError where a name is wrong, or it holds no table and no sentence to check.
    """
    _check_names(instansi, tahun)
    blocks = document.blocks
    names = Names()
    kinds = known_types(raw_folder(data) / instansi / str(tahun))
    printed = printed_tables(blocks)
    refused = refused_columns(printed)
    held = [table for table in printed if table.heads]
    whole = [one.words for one in refused_columns(t for t in printed if not t.heads)]
    tables = with_pages(proposed_tables(held, kinds, names, tahun), blocks)
    spots = spots_of(tables)
    cells = cells_of(spots)
    bands = proposed_bands(tables) or listed_bands(blocks)
    classes = [band.nama for band in bands]
    claims, left_out = proposed_claims(blocks, tables, spots, classes, tahun)
    seen = Seen(blocks, tables, spots, claims, classes, names.sasaran, tahun)
    claims = added(claims, all_noticed(seen))
    if not (tables or any(claim.aturan or claim.tipe == "teks" for claim in claims)):
        raise _no_table((*document.remarks, *(one.words for one in refused)), file)
    large = _too_large(tables, has_sentences=bool(claims or left_out))
    scaled = with_scales(tables, cells, bands)
    own = printed_identity(blocks, Path(file), instansi, tahun, running=document.running)
    rules, untried = rules_that_fit(
        (*proposed_rules(tables, spots, tahun), *scaled.rules,
         *place_spellings(blocks, tables), *name_spellings(tables), *rate_heads(tables, cells)),
        scaled.tables,
    )  # fmt: skip
    untried = (*large, *untried)
    return Proposal(
        file, instansi, tahun, own.nama or instansi, own.pemerintah, scaled.tables, claims,
        rules, directed(proposed_indicators(tables, spots), blocks), (*bands, *scaled.bands),
        dict(sorted(names.sasaran.items(), key=lambda item: int(item[0]))), left_out,
        (*document.remarks, *whole, *untried), untried, refused,
    )  # fmt: skip


def _too_large(tables: Sequence[ProposedTable], *, has_sentences: bool) -> list[str]:
    """What is said of tables that are too long for sentences, or too wide to be searched."""
    long = [narrowed(table.label, len(table.rows)) for table in tables if has_sentences]
    wide = [too_wide(table.label, _figure_columns(table)) for table in tables]
    return [told for told in (*long, *wide) if told]


def _figure_columns(table: ProposedTable) -> int:
    return sum(table.kind.columns[name].is_number for name in table.columns)


def check_any_figure(document: Document, file: str) -> None:
    """Raises: InputError where a document prints no table and no figure, whatever else it lacks."""
    if not any(isinstance(b, WordTable) or re.search(r"\d", b.text) for b in document.blocks):
        raise _no_table(document.remarks, file)


def _no_table(remarks: Sequence[str], file: str) -> InputError:
    said = " ".join(remarks)
    found = phrase("no table of a report ({said})", said=said) if said else "no table"
    remedy = "Tables that are pictures must be typed; see `lkjip template`."
    return wrong_input(file, found, "a report with tables", remedy)


def _check_names(instansi: str, tahun: int) -> None:
    if not re.fullmatch(FORMS["instansi"], instansi):
        allowed = "lower-case letters, digits and single hyphens, as dinas-kesehatan-blora"
        raise wrong_input("--instansi", f'"{instansi}"', allowed, "Choose a name of this form.")
    check_portable([instansi], "--instansi")
    if not 1990 <= tahun <= 2099:
        raise wrong_input("--tahun", str(tahun), "a year of four digits", "Correct it.")


def with_pages(
    tables: Sequence[ProposedTable], blocks: Sequence[Block]
) -> tuple[ProposedTable, ...]:
    """The tables, each with a note that names the page of the file where it begins."""
    return tuple(_with_page(table, blocks[table.place]) for table in tables)


def _with_page(table: ProposedTable, block: Block) -> ProposedTable:
    if not isinstance(block, WordTable):
        return table
    places = [place for row in block.grid.rows for slot in row for place in slot.where]
    pages = pages_of(places)
    return replace(table, notes=(f"halaman {pages}", *table.notes)) if pages else table
