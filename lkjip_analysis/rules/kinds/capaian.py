"""Achievement: what was reached in percent of its target, by the report's own formula and cap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.ranges import read_span
from lkjip_analysis.report.direction_words import named_direction
from lkjip_analysis.report.grades import has_score, is_word, order_of
from lkjip_analysis.report.report import Indicator
from lkjip_analysis.report.tables import Address, same_label
from lkjip_analysis.rules.arithmetic import Linear, Quotient
from lkjip_analysis.rules.base import Part, Rule
from lkjip_analysis.rules.kind import SETTING, Kind, Role
from lkjip_analysis.rules.rule_draft import Draft, has_data
from lkjip_analysis.rules.targets import Graded, Ranged

GRADED = "target berupa nilai huruf: tepat tercapai bernilai 100, di bawahnya kurang dari 100"
RANGED = "target berupa rentang: di dalamnya bernilai 100, di luarnya terhadap batas terdekat"


def _build(draft: Draft) -> Iterable[Rule]:
    """capaian by the direction, formula and cap that the report declares for its indicator."""
    result, target, realisasi = draft.one("hasil"), draft.part("target"), draft.part("realisasi")
    kode = next(cell.row for cell in (target, realisasi, result) if isinstance(cell, Address))
    indicator = draft.report.indicators.get(kode)
    if isinstance(target, Address) and not draft.report.is_figure(target):
        yield from _without_figure(draft, result, target, indicator)
        return
    if indicator is None and _is_called_otherwise(draft, target, realisasi):
        return
    arah: metrics.Arah = indicator.arah if indicator else "naik"
    rumus: metrics.Rumus = indicator.rumus if indicator else "R/T"
    if _is_kept_zero(draft, target, realisasi):
        told = draft.report.policies["target_nol"]
        reason = worded(
            "target 0 yang tercapai bernilai {told} menurut kebijakan laporan", told=told
        )
        yield Linear(replace(draft.head, reason=reason), {result: -1}, result, Fraction(told))
        return

    yield _by_formula(draft, kode, arah, rumus)


def _is_called_otherwise(draft: Draft, *parts: Part) -> bool:
    """Does the name of a row, whose direction nobody declared, say that less of it is better?"""
    cells = [part for part in parts if isinstance(part, Address)]
    names = (draft.report.tables[cell.table].row_name(cell.row) for cell in cells)
    return any(named_direction(name) == "turun" for name in names)


def _by_formula(draft: Draft, kode: str, arah: metrics.Arah, rumus: metrics.Rumus) -> Quotient:
    """The quotient of an indicator's own formula, with its solved forms, cap and floor."""

    def forward(realisasi: Interval, target: Interval) -> Interval:
        return metrics.capaian(realisasi, target, arah, rumus)

    def realisasi_from(capaian: Interval, target: Interval) -> Interval:
        return metrics.realisasi_untuk(capaian, target, arah, rumus)

    def target_from(capaian: Interval, realisasi: Interval) -> Interval:
        return metrics.target_untuk(capaian, realisasi, arah, rumus)

    falls = arah == "turun"
    told = worded("kolom capaian menurut rumus {rumus}", rumus=rumus)
    return Quotient(
        replace(draft.head, reason=told if falls else draft.head.reason),
        draft.one("hasil"),
        draft.part("realisasi"),
        draft.part("target"),
        rumus if falls and rumus != "R/T" else "persen",
        forward,
        realisasi_from,
        target_from,
        _cap(draft, kode),
        of_target=True,
        minimum=draft.report.minimum(kode),
    )


def _without_figure(
    draft: Draft, result: Address, target: Address, indicator: Indicator | None
) -> Iterable[Rule]:
    """capaian of a target that prints a grade or a range; none where it prints nothing."""
    if not has_data(draft.report, target):
        return
    realisasi, cell = draft.one("realisasi"), draft.report.cell(target)
    order = _order(draft, target, realisasi, indicator)
    if order:
        yield Graded(replace(draft.head, reason=GRADED), result, realisasi, target, order)
        return
    span = read_span(cell.text, cell.column.gaya, cell.column.satuan_tercetak)
    if span is None or is_word(draft.report.text(realisasi)):
        return
    arah: metrics.Arah = indicator.arah if indicator else "naik"
    rumus: metrics.Rumus = indicator.rumus if indicator else "R/T"
    cap = _cap(draft, target.row)
    yield Ranged(
        replace(draft.head, reason=RANGED), result, realisasi, target, span, arah, rumus, cap
    )


def _order(
    draft: Draft, target: Address, realisasi: Address, indicator: Indicator | None
) -> tuple[str, ...]:
    """The grades of an indicator, worst first: as declared, of a known scale, or the one printed.

    None where a realisasi is no grade, or where no scale holds both. Of "BB (75,00)" and
    "BB (76,25)" the scores tell the achievement, 101,67, and not the grade that they share.
    """
    if any(has_score(draft.report.text(cell)) for cell in (target, realisasi)):
        return ()
    if indicator and indicator.urutan:
        return tuple(map(same_label, indicator.urutan))
    told = [
        draft.report.cell(cell).column.predikat
        for cell in (target, realisasi)
        if has_data(draft.report, cell)
    ]
    return order_of(*told) if len(told) == 2 and all(told) else ()


def _cap(draft: Draft, kode: str) -> Fraction | None:
    """The most that an achievement is printed as: by its rule, its indicator or the policy."""
    return draft.cap() or draft.report.maximum(kode)


def _is_kept_zero(draft: Draft, target: Part, realisasi: Part) -> bool:
    """Is it a target of 0 with a realisasi of 0, and does the report say what that is worth?"""
    parts = [
        part
        if isinstance(part, Fraction)
        else draft.report.cell(part).point
        if has_data(draft.report, part) and draft.report.is_figure(part)
        else None
        for part in (target, realisasi)
    ]
    return "target_nol" in draft.report.policies and parts == [0, 0]


OF_ROW = Role(or_number=True, as_declared=True)

KIND = Kind(
    "capaian",
    {"hasil": Role(is_one=True, as_declared=True), "realisasi": OF_ROW, "target": OF_ROW,
     "maksimum": SETTING},
    _build,
    needs=("target", "realisasi"),
)  # fmt: skip
