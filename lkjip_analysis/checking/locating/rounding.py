"""Does a rule hold, and if only by some rounding, by which?

One report mixes roundings, so none is assumed: a figure that misses its rule is tried with the
roundings that people and spreadsheets really use, one figure at a time, and the explanation is
named. No tolerance constant stands here; all slack comes from the print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lkjip_analysis.checking.locating.dropped_sen import without_sen
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule, Same, fits
from lkjip_analysis.rules.values import Changed, Figure, Value, Values

Mode = Literal[
    "potong",
    "satu desimal",
    "digit terakhir",
    "dua kali",
    "semua seragam",
    "target dibulatkan",
    "sen",
]

MIN_LAST_DIGIT = 100
"""Only a figure of three digits or more may be off by one in the last: 79 for 80 is no rounding."""


@dataclass(frozen=True)
class Rounding:
    """The figure whose unusual rounding explains why a rule holds after all."""

    cell: Address
    mode: Mode


def holds(rule: Rule, values: Values) -> bool:
    """Does the rule hold with every figure rounded half-up?

    A rule that answers "anything" (a target of 0) says nothing, and so does not hold either.
    """
    implied = rule.implied(rule.result, values)
    return implied != ANYTHING and fits(values[rule.result], implied)


def explain(rule: Rule, values: Values) -> Rounding | None:
    """The rounding by which the rule holds after all; that amounts lost their sen comes last."""
    found = _unusual(rule, values)
    if found is None and _holds_without_sen(rule, values):
        is_told = rule.head.name in values.kept.sheet
        return Rounding(rule.result, "digit terakhir" if is_told else "sen")
    return found


def _unusual(rule: Rule, values: Values) -> Rounding | None:
    """The first rounding of one figure, or the cutting off of all, by which the rule holds."""
    if isinstance(rule, Quotient) and _holds_by_target(rule, values):
        return Rounding(rule.result, "target dibulatkan")
    if isinstance(rule, Same):
        short = _short_copy(rule, values)
        if short:
            return Rounding(short, "satu desimal")
        cut = cut_copy(rule, values)
        return Rounding(cut, "potong") if cut and _was_cut(cut, values) else None
    if not rule.may_be_rounded or not _could_be_rounding(rule, values):
        return None
    for cell in dict.fromkeys((rule.result, *rule.cells)):
        for mode, reading in readings(values[cell], cell in values.kept.up):
            if _explains(rule, cell, mode, reading, values):
                return Rounding(cell, mode)
    return Rounding(rule.result, "semua seragam") if _is_uniform(rule, values) else None


def _is_uniform(rule: Rule, values: Values) -> bool:
    """Does the rule hold with all figures rounded in one way, or all that a sum adds up cut off?"""
    uniform: tuple[Mode, ...] = ("potong", "satu desimal")
    for mode in uniform:
        alike: dict[Address, Value] = {
            cell: reading
            for cell in rule.cells
            for used, reading in readings(values[cell])
            if used == mode
        }
        rounded = [cell for cell in rule.cells if any(readings(values[cell]))]
        # A zero added shows which figures were cut short; not every one of them need be.
        every = mode == "satu desimal" or len(alike) == len(rounded)
        ways = [alike]
        if mode == "potong" and isinstance(rule, Linear):  # its total may be rounded as usual
            ways.append({cell: cut for cell, cut in alike.items() if cell != rule.result})
        if every and any(
            len(way) > 1 and _holds_alike(rule, mode, values.changing(way)) for way in ways
        ):
            return True
    return False


def _holds_alike(rule: Rule, mode: Mode, values: Values) -> bool:
    """Does the rule hold with all figures rounded in one way?

    What is cut off lies below the next print: figures that only touch there do not agree.
    """
    if not holds(rule, values):
        return False
    implied, told = rule.implied(rule.result, values), values[rule.result]
    if mode != "potong" or not isinstance(implied, Interval) or not isinstance(told, Figure):
        return True
    shared = implied & told.interval
    return shared.low < shared.high or told.is_exact


def _holds_without_sen(rule: Rule, values: Values) -> bool:
    """Would amounts of money do, each printed without its sen? It is no error, and not named."""
    implied = without_sen(rule, rule.result, values)
    if implied in (None, ANYTHING):
        return False
    return fits(values[rule.result], implied)


def _short_copy(rule: Same, values: Values) -> Address | None:
    """The copy that stands for the other with a zero added, as is known of it."""
    for cell, other in (rule.cells, rule.cells[::-1]):
        beside = values[other]
        if isinstance(beside, Figure) and beside.interval.meets(meant(cell, values)):
            return cell
    return None


def cut_copy(rule: Same, values: Values) -> Address | None:
    """The copy that prints one unit of the last digit less, as if the other alone were rounded.

    Both as printed: under repair a copy is what it would have to print.
    """
    mine, other = (values[cell] for cell in rule.cells)
    is_as_printed = values.changed.keys().isdisjoint(rule.cells)
    if not (isinstance(mine, Figure) and isinstance(other, Figure) and is_as_printed):
        return None
    if mine.is_exact or other.is_exact or mine.decimals != other.decimals:
        return None
    gap = abs(Fraction(mine.texts.low)) - abs(Fraction(other.texts.low))
    is_near = abs(gap) == step(mine.decimals) and mine.texts.low * other.texts.low >= 0
    return rule.cells[gap > 0] if is_near else None


def _was_cut(cell: Address, values: Values) -> bool:
    """Does what reckons a figure leave it where it is cut off to this print and rounded beyond?

    What is printed a unit further was not cut off from it.
    """
    if cell not in values.kept.cut:
        return False
    figure, told = values.figure(cell), values.kept.cut[cell](values)
    unit = step(figure.decimals)
    low, high = (abs(Fraction(figure.texts.low)) + unit * part for part in (Fraction(1, 2), 1))
    is_less = figure.texts.low < 0 or (not figure.texts.low and told.high <= 0)
    told = -told if is_less else told
    return told.low < high and low <= told.high


def meant(cell: Address, values: Values) -> Interval:
    """Where the true figure of a print with a zero added lies; nothing where none was added."""
    if cell in values.changed or cell not in values.kept.padded:
        return NOTHING
    figure, implied = values.figure(cell), values.kept.padded[cell](values)
    assert isinstance(implied, Interval)
    return implied & figure.texts.widen(step(figure.decimals) * 5)


def rounded_target(rule: Rule, values: Values) -> Address | None:
    """The target of an achievement that may itself be rounded: one printed with decimals.

    0,16 may stand for 0,162; a target of 16 is what was promised.
    """
    if not isinstance(rule, Quotient) or not rule.of_target:
        return None
    target = rule.second
    if not isinstance(target, Address) or not isinstance(values[target], Figure):
        return None
    figure = values.figure(target)
    may_be = figure.is_exact and figure.decimals > 0 and not figure.promised
    return target if may_be else None


def _holds_by_target(rule: Quotient, values: Values) -> bool:
    """Does an achievement hold if its target is what was promised, rounded to its print?"""
    target = rounded_target(rule, values)
    if target is None:
        return False
    figure = values.figure(target)
    rounded = replace(figure, half=step(figure.decimals) / 2)
    return holds(rule, values.changing({target: rounded}))


def _explains(rule: Rule, cell: Address, mode: Mode, reading: Figure, values: Values) -> bool:
    """Does this reading of one figure make the rule hold?"""
    if not holds(rule, values.changing({cell: reading})):
        return False
    implied, read = rule.implied(cell, values), reading.interval
    if mode == "potong":
        # A figure cut off lies below the next print: an exact 80 is never cut off to 79.
        assert isinstance(implied, Interval)
        return implied.low < read.high if read.low >= 0 else implied.high > read.low
    if mode == "digit terakhir" and isinstance(implied, Interval) and implied.low < implied.high:
        # 378 for 376 is off by two: they meet only where one of them would be rounded otherwise.
        return implied.low < read.high and read.low < implied.high
    return True


def tolerable(rule: Rule, values: Values) -> bool:
    """Does the rule hold, be it only by some rounding?"""
    if isinstance(rule, Same):  # what a print with a zero added stands for rests on other cells
        return holds(rule, values) or explain(rule, values) is not None
    asked = rule.head.name, changed_in(rule, values)
    if asked not in values.kept.tolerated:
        values.kept.tolerated[asked] = holds(rule, values) or explain(rule, values) is not None
    return values.kept.tolerated[asked]


def changed_in(rule: Rule, values: Values) -> Changed:
    """How the cells of a rule are changed; all but a copy answers alike with the same changes."""
    return values.changed_of(rule.weights if isinstance(rule, Linear) else rule.cells)


def readings(value: Value, is_up: bool = False) -> Iterator[tuple[Mode, Figure]]:
    """The other ways a rounded figure may have come about, one `is_up` as its column, too."""
    if not isinstance(value, Figure) or value.is_exact:
        return
    unit = step(value.decimals)
    toward = Fraction(1, 2) if value.texts.low >= 0 else Fraction(-1, 2)
    yield "potong", Figure(value.texts + toward * unit, unit / 2, value.decimals)
    if _is_padded(value):
        yield "satu desimal", Figure(value.texts, unit * 5, value.decimals)
    if abs(Fraction(value.texts.low)) >= MIN_LAST_DIGIT * unit:
        yield "digit terakhir", Figure(value.texts, unit * 3 / 2, value.decimals)
    else:  # 9,7462 by way of 9,75 is 9,8
        yield "dua kali", Figure(value.texts - toward * unit / 20, unit * 21 / 40, value.decimals)
    if is_up:
        yield "digit terakhir", Figure(value.texts - toward * unit, unit / 2, value.decimals)


def _could_be_rounding(rule: Rule, values: Values) -> bool:
    """A bound, tried first: would the rule hold if every figure were read as loosely as any is?"""
    if isinstance(rule, Linear):
        return _sum_could_be_rounding(rule, values)
    loose = _loosened(rule.cells, values)
    return bool(loose) and holds(rule, values.changing(loose))


def _sum_could_be_rounding(rule: Linear, values: Values) -> bool:
    """The same of a sum: how far its printed figures move it is counted once, of however many."""
    moves, apart = by_width(rule, values), {rule.result, *values.changed_among(rule.weights)}
    loose = _loosened(apart, values)
    slack = values.kept.looser[rule.head.name] - sum(moves.get(cell, 0) for cell in apart)
    if not loose and not slack:
        return False
    state = values.changing(loose)
    implied = rule.implied(rule.result, state)
    implied = implied.widen(slack / abs(Fraction(rule.weights[rule.result])))
    return implied != ANYTHING and fits(state[rule.result], implied)


def _loosened(cells: Iterable[Address], values: Values) -> dict[Address, Value]:
    """Those of the figures that have looser readings, each with all of them at once."""
    return {cell: figure for cell in cells if (figure := loosest(values[cell])) is not None}


def loosest(value: Value) -> Figure | None:
    """The hull of all readings of a figure; None where it has only the one."""
    if not isinstance(value, Figure) or value.is_exact:
        return None
    unit = step(value.decimals)
    return Figure(value.texts, unit * 5 if _is_padded(value) else unit * 3 / 2, value.decimals)


def _is_padded(figure: Figure) -> bool:
    """Does the print end in a zero behind its decimal mark, which may have been added?"""
    point = figure.texts.low
    if figure.decimals <= 0 or point != figure.texts.high:
        return False
    return (Fraction(point) / step(figure.decimals)) % 10 == 0


def by_width(rule: Linear, values: Values) -> Mapping[Address, Fraction]:
    """How far the looser reading of each printed cell of a sum moves it, the widest first."""
    if rule.head.name not in values.kept.loosest:
        moves = {
            cell: abs(Fraction(rule.weights[cell])) * (loose.half - value.half)
            for cell in rule.cells
            if isinstance(value := values.printed[cell], Figure) and (loose := loosest(value))
        }
        widest = sorted(moves, key=lambda cell: -moves[cell])
        values.kept.loosest[rule.head.name] = {cell: moves[cell] for cell in widest}
        values.kept.looser[rule.head.name] = sum(moves.values(), Fraction(0))
    return values.kept.loosest[rule.head.name]
