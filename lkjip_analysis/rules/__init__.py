"""Rules: the kinds of relation between printed cells, and how they are bound from data.

In come a report's declarations; out go rules that answer, of each of their cells, where it must lie
given the others. A rule is never asked whether a figure is wrong: checking does that.
"""

from lkjip_analysis.rules.arithmetic import Linear, Quotient, Same
from lkjip_analysis.rules.base import ANY_LABEL, Basis, Head, Implied, Part, Rule, figure_of
from lkjip_analysis.rules.bounds import InBand, NotAbove
from lkjip_analysis.rules.counts import CountOutOf
from lkjip_analysis.rules.product import Product
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
    "Product",
    "Quotient",
    "Ranged",
    "Rule",
    "Same",
    "SharedRate",
    "figure_of",
]
