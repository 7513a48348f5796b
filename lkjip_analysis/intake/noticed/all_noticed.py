"""Every check of a document by itself, in the order in which their claims are listed.

A new one is a file in the folder of its subject and a line here. It takes what it needs of the
document; what it says of a figure that a sentence was tied to already, it leaves to that sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.counts.counted_classes import counted_classes
from lkjip_analysis.intake.noticed.counts.counted_columns import counted_columns
from lkjip_analysis.intake.noticed.counts.counted_lists import counted_lists
from lkjip_analysis.intake.noticed.counts.counted_pairs import counted_pairs
from lkjip_analysis.intake.noticed.counts.counted_programs import counted_programs
from lkjip_analysis.intake.noticed.counts.counted_targets import counted_targets
from lkjip_analysis.intake.noticed.counts.said_of_all import said_of_all
from lkjip_analysis.intake.noticed.counts.sentences_of_classes import sentences_of_classes
from lkjip_analysis.intake.noticed.dates.cited_laws import cited_laws
from lkjip_analysis.intake.noticed.dates.compared_with_itself import compared_with_itself
from lkjip_analysis.intake.noticed.dates.impossible_dates import impossible_dates
from lkjip_analysis.intake.noticed.dates.own_year import own_year
from lkjip_analysis.intake.noticed.dates.plan_periods import plan_periods
from lkjip_analysis.intake.noticed.dates.repeated_times import repeated_times
from lkjip_analysis.intake.noticed.dates.signing_date import signed
from lkjip_analysis.intake.noticed.dates.titled_years import titled_years
from lkjip_analysis.intake.noticed.numbering.doubled_captions import doubled_captions
from lkjip_analysis.intake.noticed.numbering.doubled_numbers import doubled_numbers
from lkjip_analysis.intake.noticed.numbering.goals_listed import goals_listed
from lkjip_analysis.intake.noticed.numbering.headings_of_other_years import headings_of_other_years
from lkjip_analysis.intake.noticed.numbering.listed_chapters import listed_chapters
from lkjip_analysis.intake.noticed.numbering.listed_titles import listed_titles
from lkjip_analysis.intake.noticed.numbering.numbered_goals import numbered_goals
from lkjip_analysis.intake.noticed.numbering.numbered_lines import numbered_lines
from lkjip_analysis.intake.noticed.numbering.referred_tables import referred_tables
from lkjip_analysis.intake.noticed.sentences_and_rows.achieved_of_rows import achieved_of_rows
from lkjip_analysis.intake.noticed.sentences_and_rows.amounts_of_runs import amounts_of_runs
from lkjip_analysis.intake.noticed.sentences_and_rows.directions_of_rows import directions_of_rows
from lkjip_analysis.intake.noticed.sentences_and_rows.enumerated_rows import enumerated_rows
from lkjip_analysis.intake.noticed.sentences_and_rows.exchanged_amounts import exchanged_amounts
from lkjip_analysis.intake.noticed.sentences_and_rows.means_in_sentences import means_in_sentences
from lkjip_analysis.intake.noticed.sentences_and_rows.physical_progress import physical_progress
from lkjip_analysis.intake.noticed.sentences_and_rows.prose_in_cells import prose_in_cells
from lkjip_analysis.intake.noticed.sentences_and_rows.reached_of_rows import reached_of_rows
from lkjip_analysis.intake.noticed.sentences_and_rows.rounded_amounts import rounded_amounts
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import row_sentences
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_against_targets import (
    rows_against_targets,
)
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_called_extreme import rows_called_extreme
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_over_years import rows_over_years
from lkjip_analysis.intake.noticed.sentences_and_rows.sentences_of_extremes import (
    sentences_of_extremes,
)
from lkjip_analysis.intake.noticed.sentences_and_rows.shares_of_totals import shares_of_totals
from lkjip_analysis.intake.noticed.sentences_and_rows.shares_of_wholes import shares_of_wholes
from lkjip_analysis.intake.noticed.sentences_and_rows.sums_of_named_rows import sums_of_named_rows
from lkjip_analysis.intake.noticed.sentences_and_rows.told_twice import told_twice
from lkjip_analysis.intake.noticed.sentences_and_rows.totals_in_sentences import totals_in_sentences
from lkjip_analysis.intake.noticed.sentences_and_rows.turned_digits import turned_digits
from lkjip_analysis.intake.noticed.sentences_and_rows.years_of_rows import years_of_rows
from lkjip_analysis.intake.noticed.spellings.figure_forms import figure_forms
from lkjip_analysis.intake.noticed.spellings.figures_in_words import figures_in_words
from lkjip_analysis.intake.noticed.spellings.printed_errors import printed_errors
from lkjip_analysis.intake.noticed.within_sentences.efficiency_sentences import called_efficiency
from lkjip_analysis.intake.noticed.within_sentences.listed_amounts import listed_amounts
from lkjip_analysis.intake.noticed.within_sentences.rough_figures import rough_figures
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import stated
from lkjip_analysis.intake.noticed.within_sentences.totalled_lists import totalled_lists
from lkjip_analysis.intake.noticed.within_sentences.written_quotients import written_quotients
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, not_accused


def all_noticed(seen: Seen) -> Iterator[ProposedClaim]:
    """What each check says of the document."""
    blocks, tables, spots, claims = seen.blocks, seen.tables, seen.spots, seen.claims
    yield from signed(blocks)
    yield from said_of_all(blocks, tables, seen.cells, seen.classes, seen.tahun)
    yield from called_efficiency(claims, tables)
    yield from goals_listed(blocks, seen.sasaran)
    yield from numbered_goals(blocks, tables)
    yield from counted_classes(tables)
    yield from listed_titles(blocks)
    yield from listed_chapters(blocks)
    yield from cited_laws(blocks)
    yield from stated(blocks, claims, spots)
    yield from written_quotients(blocks, claims)
    yield from rough_figures(blocks, claims)
    yield from listed_amounts(blocks)
    yield from totalled_lists(blocks)
    yield from counted_lists(blocks)
    yield from counted_columns(blocks, tables)
    yield from counted_pairs(blocks, tables, seen.tahun)
    yield from counted_programs(seen)
    yield from counted_targets(blocks, tables, seen.cells, seen.tahun)
    yield from sentences_of_classes(blocks, tables, seen.classes, seen.tahun)
    yield from _of_named_rows(seen)
    yield from prose_in_cells(blocks, spots, seen.named, seen.tahun)
    yield from _in_text_alone(blocks, seen.tahun)


def _of_named_rows(seen: Seen) -> Iterator[ProposedClaim]:
    """What sentences tell of rows that they name, of totals and of amounts of the tables."""
    blocks, spots, named = seen.blocks, seen.spots, seen.named
    row_told = [*row_sentences(seen)]
    yield from row_told
    told = [*seen.claims, *row_told]
    for way in (rows_over_years, reached_of_rows, years_of_rows):
        found = not_accused(way(blocks, named, seen.tahun), told)
        yield from found
        told += found
    summed = [*sums_of_named_rows(blocks, named, told, seen.tahun)]
    yield from summed
    told += summed
    yield from achieved_of_rows(blocks, named, seen.tahun)
    yield from not_accused(rounded_amounts(seen), told)
    yield from not_accused(exchanged_amounts(blocks, spots), told)
    yield from rows_against_targets(blocks, named, seen.tahun)
    yield from directions_of_rows(blocks, named, seen.tahun)
    yield from not_accused(enumerated_rows(blocks, named, seen.tahun), told)
    extremes = [*sentences_of_extremes(seen, told)]
    yield from extremes
    ranked = {_rank_told(claim) for claim in (*row_told, *extremes)}
    for claim in rows_called_extreme(seen, told):
        if _rank_told(claim) not in ranked:
            yield claim
    yield from amounts_of_runs(seen)
    yield from physical_progress(seen)
    yield from shares_of_totals(seen, told)
    yield from not_accused(shares_of_wholes(seen), told)
    yield from not_accused(means_in_sentences(seen), told)
    yield from not_accused(turned_digits(blocks, spots), told)
    yield from not_accused(totals_in_sentences(seen), told)
    yield from told_twice(blocks, spots, told)


def _in_text_alone(blocks: Sequence[Block], tahun: int) -> Iterator[ProposedClaim]:
    """What needs no table: dates, captions, years and references."""
    yield from impossible_dates(blocks, tahun)
    yield from doubled_captions(blocks)
    yield from doubled_numbers(blocks)
    yield from numbered_lines(blocks)
    yield from titled_years(blocks, tahun)
    yield from headings_of_other_years(blocks, tahun)
    yield from compared_with_itself(blocks)
    yield from referred_tables(blocks)
    yield from plan_periods(blocks, tahun)
    yield from own_year(blocks, tahun)
    yield from printed_errors(blocks)
    yield from figures_in_words(blocks)
    yield from figure_forms(blocks)
    yield from repeated_times(blocks)


def _rank_told(claim: ProposedClaim) -> tuple[str, str, str]:
    """Which rank a claim is about, and where: several checks may see the same."""
    return claim.kode, claim.bagian, claim.paragraf
