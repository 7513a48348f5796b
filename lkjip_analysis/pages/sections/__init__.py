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
from lkjip_analysis.pages.sections.tahunan import (
    capaian_table,
    changes_table,
    quarters_table,
    renstra_table,
    sources_table,
    targets_table,
)
from lkjip_analysis.pages.sections.tren import (
    breaks_list,
    capaian_chart,
    conflicts_list,
    evidence_table,
    indicator_charts,
    other_charts,
    series_chart,
    targets_chart,
    trend_answer,
)
from lkjip_analysis.pages.sections.verifikasi import (
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
    "breaks_list",
    "budget_answer",
    "businesses_table",
    "capaian_chart",
    "capaian_table",
    "changes_table",
    "conflicts_list",
    "cooperatives_answer",
    "corrections_table",
    "coverage_chart",
    "coverage_table",
    "destinations_table",
    "efficiency_table",
    "evidence_table",
    "exports_answer",
    "exports_chart",
    "indicator_charts",
    "kinerja_chart",
    "kinerja_table",
    "layers_table",
    "markets_table",
    "means_table",
    "odd_predicates_table",
    "other_charts",
    "performance_answer",
    "places_table",
    "predicates_table",
    "printed_tables",
    "programmes_chart",
    "programmes_table",
    "quadrants_chart",
    "quarters_table",
    "ranks_table",
    "rates_table",
    "readings_table",
    "renstra_table",
    "resources_answer",
    "schooling_chart",
    "scores_chart",
    "series_chart",
    "sources_table",
    "targets_chart",
    "targets_table",
    "trend_answer",
    "verification_answer",
    "years_chart",
]
