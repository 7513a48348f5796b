"""What a notebook shows of a report: each section one call, from data to a piece of the page.

A section whose table the agency does not have says so and is left out.
"""

from lkjip_analysis.workbook.anggaran import (
    budget_answer,
    corrections_table,
    efficiency_table,
    layers_table,
    programmes_chart,
    programmes_table,
)
from lkjip_analysis.workbook.kinerja import (
    kinerja_chart,
    kinerja_table,
    means_table,
    performance_answer,
    predicates_table,
)
from lkjip_analysis.workbook.tren import (
    breaks_list,
    capaian_chart,
    capaian_table,
    changes_table,
    conflicts_list,
    evidence_table,
    indicator_charts,
    other_charts,
    quarters_table,
    renstra_table,
    series_chart,
    sources_table,
    targets_chart,
    targets_table,
    trend_answer,
)
from lkjip_analysis.workbook.verifikasi import (
    advice,
    coverage_chart,
    coverage_table,
    verification_answer,
)

__all__ = [
    "advice",
    "breaks_list",
    "budget_answer",
    "capaian_chart",
    "capaian_table",
    "changes_table",
    "conflicts_list",
    "corrections_table",
    "coverage_chart",
    "coverage_table",
    "efficiency_table",
    "evidence_table",
    "indicator_charts",
    "kinerja_chart",
    "kinerja_table",
    "layers_table",
    "means_table",
    "other_charts",
    "performance_answer",
    "predicates_table",
    "programmes_chart",
    "programmes_table",
    "quarters_table",
    "renstra_table",
    "series_chart",
    "sources_table",
    "targets_chart",
    "targets_table",
    "trend_answer",
    "verification_answer",
]
