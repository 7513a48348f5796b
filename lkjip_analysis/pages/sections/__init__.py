"""What a notebook shows of a report: each section one call, from data to a piece of the page.

A section whose table the agency does not have says so and is left out.
"""

from lkjip_analysis.pages.sections.anggaran import (
    budget_answer,
    corrections_table,
    efficiency_table,
    printed_total,
    totals_answer,
)
from lkjip_analysis.pages.sections.ekspor import exports_answer
from lkjip_analysis.pages.sections.kinerja import (
    as_averaged,
    as_computed,
    beside_printed_means,
    cap_in_means,
    formulas_used,
    mean_of_year,
    named_goals,
    performance_answer,
    within_rounding,
)
from lkjip_analysis.pages.sections.koperasi import (
    cooperatives_answer,
    other_predicates,
    predicates_table,
    readings_table,
)
from lkjip_analysis.pages.sections.sumber_daya import (
    ranks_answer,
    ranks_table,
    resources_answer,
    schooling_chart,
    staff_groups,
    staff_tables,
)
from lkjip_analysis.pages.sections.tren import (
    evidence_table,
    movement_told,
    trend_answer,
    undecided,
    undecided_series,
    with_open_ways,
)
from lkjip_analysis.pages.sections.verifikasi import advice, printed_tables, verification_answer

__all__ = [
    "advice",
    "as_averaged",
    "as_computed",
    "beside_printed_means",
    "budget_answer",
    "cap_in_means",
    "cooperatives_answer",
    "corrections_table",
    "efficiency_table",
    "evidence_table",
    "exports_answer",
    "formulas_used",
    "mean_of_year",
    "movement_told",
    "named_goals",
    "other_predicates",
    "performance_answer",
    "predicates_table",
    "printed_tables",
    "printed_total",
    "ranks_answer",
    "ranks_table",
    "readings_table",
    "resources_answer",
    "schooling_chart",
    "staff_groups",
    "staff_tables",
    "totals_answer",
    "trend_answer",
    "undecided",
    "undecided_series",
    "verification_answer",
    "with_open_ways",
    "within_rounding",
]
