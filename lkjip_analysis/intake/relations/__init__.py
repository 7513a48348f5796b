"""Relations between printed figures that nobody declared: found, counted, and given as rules."""

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, GridColumn, Row
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.between_tables.parts_elsewhere import parts_of_totals
from lkjip_analysis.intake.relations.between_tables.repeated import repeated_figures
from lkjip_analysis.intake.relations.between_tables.run_sums import sums_of_runs
from lkjip_analysis.intake.relations.discovering import discover

__all__ = ["FoundRelation", "Grid", "GridColumn", "Row", "discover", "parts_of_totals",
           "repeated_figures", "sums_of_runs"]  # fmt: skip
