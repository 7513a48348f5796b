"""What arithmetic does not catch: sentences, names, dates, and the report's own rule book.

An observation is declared like a rule (`jenis`, cells, `sebab`) and answers with findings:
`kaidah` (the rule book), `klaim` (a sentence the figures contradict) or `dugaan` (a suspicion,
never an accusation). It takes no part in locating misprints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.observations import (
    contradicted_sentences,
    counted_sentences,
    definitions,
    differing_columns,
    jumps,
    named_ranks,
    printed_forms,
    reached_targets,
    report_form,
    requirements,
    results_without_input,
    same_digits,
)
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.rule_draft import Draft

OBSERVERS: dict[str, Callable[[Draft], Iterable[Finding]]] = {
    "arah": contradicted_sentences.direction,
    "semua": counted_sentences.all_met,
    "banyak": counted_sentences.many,
    "peringkat": named_ranks.named_rank,
    "sebanyak": counted_sentences.so_many,
    "menjelaskan": contradicted_sentences.explains,
    "definisi": definitions.category_count,
    "efisiensi": definitions.efficiency,
    "daftar": report_form.names,
    "teks_sama": report_form.same_words,
    "kolom_berbeda": differing_columns.differing,
    "urut": report_form.numbering,
    "tahun_laporan": report_form.year,
    "tahun_lain": report_form.other_year,
    "sesudah_tahun": report_form.after_year,
    "tanggal": report_form.calendar_day,
    "tahun_terbit": report_form.published,
    "galat_tercetak": report_form.printed_error,
    "tercapai": reached_targets.reached,
    "terbilang": contradicted_sentences.in_words,
    "bentuk": printed_forms.form,
    "berulang": printed_forms.repeated,
    "satuan_kolom": report_form.unit_header,
    "lonjakan": jumps.jump,
    "target_rendah": jumps.easy_target,
}


def observed(draft: Draft) -> Iterator[Finding]:
    """The findings of one declared observation; none where its cells hold no data."""
    yield from OBSERVERS[draft.head.kind](draft)


def undeclared(report: Report, rules: Sequence[Rule]) -> Iterator[Finding]:
    """What every report is held to, declared or not."""
    yield from requirements.found(report, rules)
    yield from same_digits.found(report)
    yield from results_without_input.found(report)
    yield from report_form.mixed_signs(report, rules)
