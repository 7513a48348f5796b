"""Relations between printed figures that nobody declared: found, counted, and given as rules."""

from lkjip_analysis.intake.relations.discovering import discover
from lkjip_analysis.intake.relations.figure_grid import Grid, GridColumn, Row
from lkjip_analysis.intake.relations.found_relation import FoundRelation
from lkjip_analysis.intake.relations.parts_elsewhere import parts_of_totals
from lkjip_analysis.intake.relations.repeated import repeated_figures
from lkjip_analysis.intake.relations.run_sums import sums_of_runs

__all__ = ["FoundRelation", "Grid", "GridColumn", "Row", "discover", "parts_of_totals",
           "repeated_figures", "sums_of_runs"]  # fmt: skip
