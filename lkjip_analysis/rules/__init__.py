"""The kinds of rule. Each answers one question: given the other cells, where must this one lie?

`implied(cell, values)` gives an interval of true values, a set of labels, anything (a denominator
that may be 0) or nothing. Checking asks it of the reported cell; locating asks it of every cell.
Kinds are code, rules are data: `rulebook` reads them from laporan.yaml, the schemas and claims.
"""

from lkjip_analysis.rules.arithmetic import Linear, Quotient, Same
from lkjip_analysis.rules.base import ANY_LABEL, Basis, Head, Implied, Part, Rule, figure_of
from lkjip_analysis.rules.bounds import InBand, NotAbove
from lkjip_analysis.rules.counts import CountOutOf
from lkjip_analysis.rules.rates import SharedRate
from lkjip_analysis.rules.targets import Graded, Ranged

__all__ = [
    "ANY_LABEL",
    "Basis",
    "CountOutOf",
    "Graded",
    "Head",
    "Implied",
    "InBand",
    "Linear",
    "NotAbove",
    "Part",
    "Quotient",
    "Ranged",
    "Rule",
    "Same",
    "SharedRate",
    "figure_of",
]
