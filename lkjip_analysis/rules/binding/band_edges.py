"""Classes at the edge of a band: a print rounded over it may be classed by either figure.

89,996 is printed 90,00. A scale "dari 90" does not say whether the print or the figure behind it
counts, so neither class can be called wrong: the band of the unrounded figure is let reach the
print. Where the printed figures do not give another class, the print alone decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Implied, InBand, Rule, Same
from lkjip_analysis.rules.values import Figure, Value, Values, printed_values


def with_both_readings(report: Report, rules: Sequence[Rule]) -> list[Rule]:
    """The rules, with wider bands for a category that hangs on the rounding of its value."""
    edges: dict[int, list[Fraction]] = {}
    near = [r for r in rules if isinstance(r, InBand) and _is_near(report.cell(r.value), r, edges)]
    if not near:
        return list(rules)
    results = grouped((rule.result, rule) for rule in rules)
    wider = {
        rule.head.name: replace(rule, bands=_reaching(report.cell(rule.value), exact, rule.bands))
        for rule in near
        if (exact := _unrounded(rule.value, results, report)) is not None
    }
    return [wider.get(rule.head.name, rule) for rule in rules]


def _is_near(cell: Cell, rule: InBand, edges: dict[int, list[Fraction]]) -> bool:
    """Could the figure behind a print lie on the other side of an edge?

    `edges` keeps those of each scale, which many rules share.
    """
    half, scale = cell.half, id(rule.bands)
    if not half:
        return False
    if scale not in edges:
        ends = (end for band in rule.bands for end in (band.bawah, band.atas))
        edges[scale] = [Fraction(end) for end in ends if end is not None]
    low, high = cell.point - half, cell.point + half
    return any(low <= end <= high for end in edges[scale])


def _exactly(report: Report, rule: Rule) -> Values:
    """The figures that a rule names, taken as printed to the digit."""
    printed = printed_values(map(report.cell, rule.cells))
    return Values({where: _exact(value) for where, value in printed.items()})


def _exact(value: Value) -> Value:
    return replace(value, half=Fraction(0)) if isinstance(value, Figure) else value


def _unrounded(
    where: Address, results: Mapping[Address, Sequence[Rule]], report: Report
) -> Fraction | None:
    """What the printed figures give for a computed one, also where it is repeated elsewhere."""
    for rule in results.get(where, ()):
        if isinstance(rule, InBand):
            continue
        if isinstance(rule, Same):
            before = {cell: found for cell, found in results.items() if cell != where}
            found = _unrounded(rule.source, before, report)
        else:
            found = _point(rule.implied(where, _exactly(report, rule)))
        if found is not None:
            return found
    return None


def _point(implied: Implied) -> Fraction | None:
    if isinstance(implied, Interval) and implied.is_bounded and implied.low == implied.high:
        return Fraction(implied.low)
    return None


def _reaching(cell: Cell, exact: Fraction, bands: Sequence[Band]) -> tuple[Band, ...]:
    """The bands, that of the unrounded figure reaching the print where it may be its print."""
    point, held = cell.point, next((band for band in bands if band.holds(exact)), None)
    if held is None or held.holds(point) or not cell.interval.contains(exact):
        return tuple(bands)
    wide = (
        replace(held, atas=point, atas_termasuk=True)
        if point > exact
        else replace(held, bawah=point, bawah_termasuk=True)
    )
    return tuple(wide if band is held else band for band in bands)
