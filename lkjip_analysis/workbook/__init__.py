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
    quadrants_chart,
)
from lkjip_analysis.workbook.ekspor import (
    destinations_table,
    exports_answer,
    exports_chart,
    markets_table,
    rates_table,
)
from lkjip_analysis.workbook.kinerja import (
    kinerja_chart,
    kinerja_table,
    means_table,
    performance_answer,
    years_chart,
)
from lkjip_analysis.workbook.koperasi import (
    businesses_table,
    cooperatives_answer,
    odd_predicates_table,
    places_table,
    predicates_table,
    readings_table,
    scores_chart,
)
from lkjip_analysis.workbook.sumber_daya import (
    assets_chart,
    assets_table,
    ranks_table,
    resources_answer,
    schooling_chart,
)
from lkjip_analysis.workbook.verifikasi import (
    advice,
    coverage_chart,
    coverage_table,
    printed_tables,
    verification_answer,
)

__all__ = [
    "advice",
    "assets_chart",
    "assets_table",
    "budget_answer",
    "businesses_table",
    "cooperatives_answer",
    "corrections_table",
    "coverage_chart",
    "coverage_table",
    "destinations_table",
    "efficiency_table",
    "exports_answer",
    "exports_chart",
    "kinerja_chart",
    "kinerja_table",
    "layers_table",
    "markets_table",
    "means_table",
    "odd_predicates_table",
    "performance_answer",
    "places_table",
    "predicates_table",
    "printed_tables",
    "programmes_chart",
    "programmes_table",
    "quadrants_chart",
    "ranks_table",
    "rates_table",
    "readings_table",
    "resources_answer",
    "schooling_chart",
    "scores_chart",
    "verification_answer",
    "years_chart",
]
