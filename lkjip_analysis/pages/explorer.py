"""An exploration turned by hand: agency, year, layer and table, as widgets in JupyterLab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ipywidgets import Dropdown, HBox, Output, ToggleButtons, VBox

from lkjip_analysis.analysis.laporan import LAYERS, Laporan, load
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.language import worded
from lkjip_analysis.pages.charts import capaian, serapan
from lkjip_analysis.pages.charts.shown_chart import Chart
from lkjip_analysis.pages.parts.rendering import style_again
from lkjip_analysis.report.reports_at_hand import available, none_at_hand

CHARTS = {"indikator": capaian, "anggaran": serapan}
"""The tables that have a chart of their own."""

NAMED = ("indikator", "anggaran", "koperasi", "ekspor")


class Explorer(VBox):  # type: ignore[misc]
    """What `jelajah` gives: the choices above, the table and its chart below.

    `laporan`, `tabel` and `bagan` are those shown now, to go on with in the next cell.
    """

    def __init__(self, at_hand: dict[str, list[int]], data: Path | str | None) -> None:
        self._years, self._data = at_hand, data
        self.laporan: Laporan | None = None
        self.tabel: Tabel | None = None
        self.bagan: Chart | None = None
        self.instansi = Dropdown(options=list(at_hand), description=worded("Instansi"))
        self.tahun = Dropdown(options=at_hand[self.instansi.value], description=worded("Tahun"))
        self.lapis = ToggleButtons(options=list(LAYERS), description=worded("Lapis"))
        self.pilihan = Dropdown(options=list(NAMED), description=worded("Tabel"))
        self.shown = Output()
        super().__init__([HBox([self.instansi, self.tahun, self.pilihan]), self.lapis, self.shown])
        self.instansi.observe(self._new_agency, "value")
        for choice in (self.tahun, self.lapis):
            choice.observe(self._new_report, "value")
        self.pilihan.observe(lambda _: self._show(), "value")
        self.tahun.value = self._fullest()
        self._new_report(None)

    def _fullest(self) -> int:
        """The year with most tables: where an agency is best looked at first."""
        years = self._years[self.instansi.value]
        return max(
            years, key=lambda year: len(load(self.instansi.value, year, data=self._data).tabel)
        )

    def _new_agency(self, _: Any) -> None:
        self.tahun.options = self._years[self.instansi.value]
        self.tahun.value = self._fullest()

    def _new_report(self, _: Any) -> None:
        if self.tahun.value is None:
            return
        self.laporan = load(self.instansi.value, self.tahun.value, self.lapis.value, self._data)
        before = self.pilihan.value
        self.pilihan.options = list(dict.fromkeys([*NAMED, *self.laporan.tabel]))
        self.pilihan.value = before if before in self.pilihan.options else NAMED[0]
        self._show()

    def _show(self) -> None:
        """The chosen table, and its chart where it has one and there is something to draw."""
        if self.laporan is None or self.pilihan.value is None:
            return
        name = self.pilihan.value
        table = getattr(self.laporan, name) if name in NAMED else self.laporan[name]
        self.tabel, self.bagan = table, None
        if name in CHARTS and len(table):
            self.bagan = CHARTS[name](table)
        self.shown.clear_output(wait=True)
        style_again()
        with self.shown:
            from IPython.display import display

            display(table.dropna(axis=1, how="all"))  # type: ignore[no-untyped-call]
            if self.bagan is not None:
                display(self.bagan)  # type: ignore[no-untyped-call]


def jelajah(data: Path | str | None = None) -> Explorer:
    """Choose agency, year, layer and table by hand; what is shown can be gone on with.

    Raises: InputError where no report is at hand.
    """
    at_hand = available(data)
    if not at_hand:
        raise none_at_hand(data)
    return Explorer(at_hand, data)
