"""What a notebook shows of a report: each section one call, from data to a piece of the page.

A section whose table the agency does not have says so and is left out.
"""

from lkjip_analysis.pages.sections.anggaran import (
    budget_answer,
    corrections_table,
    efficiency_table,
    layers_table,
    programmes_chart,
    programmes_table,
    quadrants_chart,
)
from lkjip_analysis.pages.sections.ekspor import (
    destinations_table,
    exports_answer,
    exports_chart,
    markets_table,
    rates_table,
)
from lkjip_analysis.pages.sections.kinerja import (
    kinerja_chart,
    kinerja_table,
    means_table,
    performance_answer,
    years_chart,
)
from lkjip_analysis.pages.sections.koperasi import (
    businesses_table,
    cooperatives_answer,
    odd_predicates_table,
    places_table,
    predicates_table,
    readings_table,
    scores_chart,
)
from lkjip_analysis.pages.sections.sumber_daya import (
    assets_chart,
    assets_table,
    ranks_table,
    resources_answer,
    schooling_chart,
)
from lkjip_analysis.pages.sections.tren import ALONE, evidence_table, trend_answer
from lkjip_analysis.pages.sections.verifikasi import (
    advice,
    printed_tables,
    verification_answer,
)

__all__ = [
    "ALONE",
    "advice",
    "assets_chart",
    "assets_table",
    "budget_answer",
    "businesses_table",
    "cooperatives_answer",
    "corrections_table",
    "destinations_table",
    "efficiency_table",
    "evidence_table",
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
    "trend_answer",
    "verification_answer",
    "years_chart",
]
