"""Charts, one file for each subject: a frame in, a chart out that shows itself."""

from __future__ import annotations

from typing import Any

from lkjip_analysis.errors import nearest
from lkjip_analysis.pages.charts.achievement import capaian, lereng
from lkjip_analysis.pages.charts.budget import kuadran, serapan
from lkjip_analysis.pages.charts.changes_side_by_side import gerak, perubahan
from lkjip_analysis.pages.charts.cooperatives import skor
from lkjip_analysis.pages.charts.each_row import batang
from lkjip_analysis.pages.charts.figures_by_source import menurut_sumber
from lkjip_analysis.pages.charts.over_time import bertumpuk, deret, tiap_deret
from lkjip_analysis.pages.charts.shares import bagian, komposisi
from lkjip_analysis.pages.charts.two_years import dua_target, kemiringan
from lkjip_analysis.pages.charts.unspent import sisa
from lkjip_analysis.pages.charts.watched_figures import penguji

__all__ = [
    "bagian", "batang", "bertumpuk", "capaian", "deret", "dua_target", "gerak", "kemiringan",
    "komposisi", "kuadran", "lereng", "menurut_sumber", "penguji", "perubahan", "serapan", "sisa",
    "skor", "tiap_deret",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Raises: AttributeError with the charts that are here."""
    if name.startswith("__"):
        raise AttributeError(name)
    raise AttributeError(f"charts.{name}: {nearest(name, __all__)}")


def __dir__() -> list[str]:
    return list(__all__)
