"""Rules: the kinds of relation between printed cells, and how they are bound from data.

In come a report's declarations; out go rules that answer, of each of their cells, where it must lie
given the others. A rule is never asked whether a figure is wrong: checking does that.
"""

from lkjip_analysis.rules.arithmetic import Linear, Quotient, Same
from lkjip_analysis.rules.base import ANY_LABEL, Basis, Head, Implied, Part, Rule, figure_of, fits
from lkjip_analysis.rules.bounds import InBand, NotAbove
from lkjip_analysis.rules.targets import Graded, Ranged

__all__ = [
    "ANY_LABEL",
    "Basis",
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
    "figure_of",
    "fits",
]
