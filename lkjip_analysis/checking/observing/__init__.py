"""What arithmetic does not catch: sentences, names, dates, and the report's own rule book.

An observation is declared like a rule (`jenis`, cells, `sebab`) and answers with findings:
`kaidah` (the rule book), `klaim` (a sentence the figures contradict) or `dugaan` (a suspicion,
never an accusation). It takes no part in locating misprints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.observing import (
    definitions,
    forms,
    jumps,
    missing,
    requirements,
    same_digits,
    statements,
)
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.draft import Draft

OBSERVERS: dict[str, Callable[[Draft], Iterable[Finding]]] = {
    "arah": statements.direction,
    "semua": statements.all_met,
    "banyak": statements.many,
    "sebanyak": statements.so_many,
    "menjelaskan": statements.explains,
    "definisi": definitions.category_count,
    "efisiensi": definitions.efficiency,
    "daftar": forms.names,
    "teks_sama": forms.same_words,
    "urut": forms.numbering,
    "tahun_laporan": forms.year,
    "sesudah_tahun": forms.after_year,
    "satuan_kolom": forms.unit_header,
    "lonjakan": jumps.jump,
    "target_rendah": jumps.easy_target,
}


def observed(draft: Draft) -> Iterator[Finding]:
    """The findings of one declared observation; none where its cells hold no data."""
    yield from OBSERVERS[draft.head.kind](draft)


def undeclared(report: Report, rules: Sequence[Rule] = ()) -> Iterator[Finding]:
    """What every report is held to, declared or not."""
    yield from requirements.found(report, rules)
    yield from same_digits.found(report)
    yield from missing.found(report)
    yield from forms.mixed_signs(report, rules)
