"""The front door: one report as frames, and what is at hand.

import lkjip_analysis as lkjip
laporan = lkjip.load("dindagkop-ukm-blora", 2021)
laporan.anggaran.groupby("sasaran")["pagu"].sum()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import described, finding_rows, frames, in_digits, typed
from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.tabel import Asal, Known, Tabel, knowing, owned
from lkjip_analysis.analysis.tren import Tren, tren
from lkjip_analysis.checking.coverage import watches
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers import metrics
from lkjip_analysis.report import loading, reports_at_hand
from lkjip_analysis.report.choosing import meant
from lkjip_analysis.report.report import CLAIMS, Layer, Report
from lkjip_analysis.report.schema import TableType, find_type
from lkjip_analysis.report.yamltext import SCHEMAS

LAYERS: tuple[Layer, ...] = ("tercetak", "dipakai")
MADE = ("indikator", "klaim", "temuan", "angka", "cakupan", "tren")
"""Frames of a report that hold more than one table prints."""
COMPUTED = {"singkat": "Indikator", "kategori_dihitung": "Kategori menurut skala laporan"}
"""What is beside the printed columns of an indicator, as a heading says it."""
FIGURES = ["tabel", "baris", "kolom", "tercetak", "nilai", "pemeriksaan", "diuji", "temuan"]


def load(
    instansi: Path | str | None = None,
    tahun: int | str | None = None,
    layer: Layer = "tercetak",
    data: Path | str | None = None,
) -> Laporan:
    """The report of an agency and year, ready to explore; `lkjip.laporan()` lists those at hand.

    Without a year (or an agency) it is the only one that has tables, as for `lkjip report`.

    `layer` is "tercetak" (as printed) or "dipakai" (with the corrections a person accepted);
    `data` another folder than the project's own.

    Raises: InputError with every problem of the folder; for an unknown agency, year or layer with
    what there is.
    """
    if layer not in LAYERS:
        raise wrong_input("layer", repr(layer), phrase(" or ").join(LAYERS), "Choose one of both.")
    report = loading.load(*meant(instansi, tahun, data), data)
    in_digits.in_notebook()
    return Laporan(report if layer == "tercetak" else report.used(), data)


def laporan(data: Path | str | None = None) -> pd.DataFrame:
    """The reports at hand: one row for each agency and year.

    Raises: InputError where `data` is no folder.
    """
    if data is not None and not Path(data).is_dir():
        raise reports_at_hand.none_at_hand(data)
    rows = [
        (name, year) for name, years in reports_at_hand.available(data).items() for year in years
    ]
    return pd.DataFrame(rows, columns=["instansi", "tahun"])


class Laporan:
    """One report of one agency and year, as tidy frames.

    `indikator`, `koperasi`, `ekspor`, `anggaran` and `laporan["NAME"]` for every other table:
    total rows are never among the rows but in `.total`, rows that are no part of others are
    `.puncak`, what is missing is NA and told in `.missing`. `temuan` holds the findings, `cakupan`
    how closely each table is watched. Each table is made anew when it is asked for: what you add to
    one changes no other.
    """

    def __init__(self, report: Report, data: Path | str | None = None) -> None:
        self.report = report
        self._data = data

    @property
    def instansi(self) -> str:
        return self.report.instansi

    @property
    def tahun(self) -> int:
        return self.report.tahun

    @property
    def layer(self) -> Layer:
        return self.report.layer

    @property
    def tabel(self) -> tuple[str, ...]:
        """The names of the tables that the report prints."""
        return tuple(name for name in self.report.tables if name != CLAIMS)

    @property
    def skala(self) -> dict[str, tuple[metrics.Band, ...]]:
        """The classes of each scale that the report prints, for `metrics.kategori`."""
        return {name: scale.pita for name, scale in self.report.scales.items()}

    @property
    def indikator(self) -> Tabel:
        """The indicators: target, realisasi and capaian as printed, and capaian as computed (%).

        `capaian_dihitung` follows each indicator's own direction, formula and cap,
        `kategori_dihitung` the report's own scale. Indexed by `kode`.
        """
        tables = [typed.typed(t, self.layer) for t in frames.of_type(self.report, "capaian")]
        if not tables:
            words = dict.fromkeys(("singkat", "arah", "rumus", "kategori_dihitung"), str)
            return self._own(typed.empty(_type("capaian"), words | {"capaian_dihitung": float}))
        joined, kind = typed.stacked(tables), _type("capaian")
        table = self._with_indicators(typed.whole(joined, kind) if kind else joined)
        titles = {**table._known.titles, **COMPUTED}
        return self._own(knowing(table, replace(table._known, nama="singkat", titles=titles)))

    def _with_indicators(self, table: Tabel) -> Tabel:
        """Beside each indicator what is declared of it and what is computed."""
        computed = frames.kinerja(self.report)
        known = [self.report.indicators.get(kode) for kode in table.index]
        table["singkat"] = [one.singkat if one else kode
                            for kode, one in zip(table.index, known, strict=True)]  # fmt: skip
        table["arah"] = [one.arah if one else "naik" for one in known]
        table["rumus"] = [one.rumus if one else "R/T" for one in known]
        for name in ("capaian_dihitung", "kategori_dihitung"):
            table[name] = computed[name].to_numpy()
        return table

    @property
    def koperasi(self) -> Tabel:
        """The assessed cooperatives with score, printed predikat and the one the score gives.

        `predikat_dihitung` is NA without a score or a scale.
        """
        table = self._first("koperasi", {"predikat_dihitung": str})
        scale = self.report.scales.get("koperasi")
        if scale is not None and len(table):
            scores = [None if pd.isna(value) else value for value in table["nilai"]]
            table["predikat_dihitung"] = pd.Series(
                [None if s is None else metrics.kategori(s, scale.pita) or frames.NO_CLASS
                 for s in scores],
                index=table.index, dtype=str,
            )  # fmt: skip
        return table

    @property
    def ekspor(self) -> Tabel:
        """The exported goods: value in rupiah and dollars, volume, destination, as printed."""
        return self._first("ekspor")

    @property
    def anggaran(self) -> Tabel:
        """The programmes of the budget: pagu, realisasi (rupiah) and serapan (%), as printed.

        Only its top level, so that a sum counts each rupiah once; `rincian_anggaran` has every row.
        """
        return self.rincian_anggaran.puncak

    @property
    def rincian_anggaran(self) -> Tabel:
        """The budget as printed, kegiatan and sub kegiatan below their programmes."""
        return self._first("anggaran")

    @property
    def klaim(self) -> Tabel:
        """What sentences state: `nilai` as printed, `nilai_angka` where that is a figure."""
        return self._first(CLAIMS, {"nilai_angka": float})

    def _first(self, kind: str, extra: Mapping[str, type] = typed.NONE) -> Tabel:
        tables = frames.of_type(self.report, kind)
        if not tables:
            return self._own(typed.empty(_type(kind), extra))
        table = typed.whole(typed.typed(tables[0], self.layer), tables[0].type)
        for name in (name for name in extra if name not in table):
            table[name] = pd.Series(None, index=table.index, dtype=extra[name])
        return self._own(table)

    def _own(self, table: Tabel) -> Tabel:
        """The table as one of this report, which a presenter asks for findings and cells."""
        return owned(table, self._asal)

    @property
    def _asal(self) -> Asal:
        return Asal(load, self.instansi, self.tahun, self.layer, self._data, laporan=self)

    def __getitem__(self, name: str) -> Tabel:
        """A table by its name, or the first one of a table type; of a known type, empty.

        What is made of several tables, such as `indikator`, has its name here as well.

        Raises: KeyError, with the names at hand, for any other name.
        """
        if name in self.report.tables and name != CLAIMS:
            return self._own(typed.typed(self.report.tables[name], self.layer))
        if name in MADE:
            return getattr(self, name)  # type: ignore[no-any-return]
        if (SCHEMAS / f"{name}.yaml").is_file():
            return self._first(name)
        raise KeyError(
            phrase(
                'no table "{name}" in this report. {nearest}',
                name=name,
                nearest=nearest(str(name), (*self.tabel, *MADE)),
            )
        )

    @property
    def tren(self) -> Tren:
        """Every figure of every year of the agency, one a row; those of this report lead to it."""
        return tren(self.instansi, self._data, self._asal)

    @cached_property
    def verifikasi(self) -> Verification:
        """The report verified by its own rules and against the agency's other years."""
        return verified(self.instansi, self.tahun, self._data)

    @cached_property
    def temuan(self) -> Tabel:
        """The findings, most important first: what is printed, what it should be, and why."""
        return self._own(knowing(finding_rows.frame(self.verifikasi), Known(judul="Temuan")))

    @cached_property
    def angka(self) -> Tabel:
        """Every printed figure, one a row: how many rules test it, and how many findings name it.

        `diuji` says how closely, where a category is no test of the figure itself.
        """
        found = self.verifikasi
        tests = Counter(found.held_otherwise)
        tests.update(cell for rule in found.rules for cell in rule.cells)
        cells = [(where, self.report.cell(where), watch) for where, watch in watches(found).items()]
        rows = [(where.table, where.row, where.column, cell.words,
                 float(cell.point), tests[where], watch, len(found.marks.get(where, ())))
                for where, cell, watch in cells]  # fmt: skip
        kept = {"sel": Kept({(i, "tercetak"): where for i, (where, *_) in enumerate(cells)})}
        frame = pd.DataFrame(rows, columns=FIGURES)
        return self._own(knowing(frame, Known(judul="Angka tercetak", kept=kept)))

    @property
    def cakupan(self) -> pd.DataFrame:
        """How many figures of each table are watched by how many relations."""
        return finding_rows.coverage(self.report, self.angka)

    def __reduce__(self) -> tuple[Any, ...]:
        return load, (self.instansi, self.tahun, self.layer, self._data)

    def pada(self, layer: Layer) -> Laporan:
        """The same report in another layer."""
        return load(self.instansi, self.tahun, layer, self._data)

    def __dir__(self) -> list[str]:
        return [name for name in super().__dir__() if not name.startswith("_")]

    def keys(self) -> tuple[str, ...]:
        """The names of the tables that the report prints, as of any mapping."""
        return self.tabel

    def __len__(self) -> int:
        return len(self.tabel)

    def __bool__(self) -> bool:
        return True  # a report of single statements is one too

    def _ipython_key_completions_(self) -> list[str]:
        return [*self.tabel, *MADE]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tabel)

    def __getattr__(self, name: str) -> Any:
        """Raises: AttributeError with the table or the name that was meant."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name in self.report.tables:
            raise AttributeError(f'laporan.{name}: laporan["{name}"]')
        raise AttributeError(f"laporan.{name}: {nearest(name, [*dir(self), *self.tabel])}")

    def __repr__(self) -> str:
        return described.words(self.report)

    def _repr_html_(self) -> str:
        return described.html(self.report)


def _type(kind: str) -> TableType | None:
    return find_type(kind, (SCHEMAS,), Problem(kind, kind, "a table type", ""))
