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
from lkjip_analysis.workbook.verifikasi import (
    advice,
    coverage_chart,
    coverage_table,
    verification_answer,
)

__all__ = [
    "advice",
    "budget_answer",
    "corrections_table",
    "coverage_chart",
    "coverage_table",
    "efficiency_table",
    "kinerja_chart",
    "kinerja_table",
    "layers_table",
    "means_table",
    "performance_answer",
    "predicates_table",
    "programmes_chart",
    "programmes_table",
    "verification_answer",
]
