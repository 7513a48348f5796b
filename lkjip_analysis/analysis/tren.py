"""The figures of an agency over the years, as a frame that knows what follows from them.

tren = lkjip.tren("dindagkop-ukm-blora")      every figure of every year, one a row
tren.query("kode == '1.umkm'").perubahan()    what is asked of the rows that are left
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import in_digits, standing, trends
from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.tabel import Asal, Known, Tabel, having
from lkjip_analysis.checking import other_years
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.report.history import History, history
from lkjip_analysis.report.series import UKURAN

NAMED = {"singkat": "Indikator", "deret": "Deret dan tahun", "nilai": "Nilai",
         "tercetak": "Sebagaimana tertulis", "sumber": "Sumber", "asal": "Asal",
         "tahun": "Tahun", "periode": "Periode"}  # fmt: skip
OF_EACH = {"waktu": "Tahun atau periode", "asal": "Jenis"}
QUARTERLY = {"periode": "Triwulan", "sendiri": "Triwulan itu", "sampai": "Sejak awal tahun"}
TO_GO = {"jarak": "Masih kurang", "laju_setahun": "Perlu setahun",
         "persen_setahun": "Perlu setahun", "asal": "Asal target akhir"}  # fmt: skip
TWO_TARGETS = {"capaian_awal": "Capaian atas target awal",
               "capaian_perubahan": "Capaian atas target perubahan"}  # fmt: skip
CHANGED = {"waktu": "Tahun", "persen": "Perubahan", "persen_setahun": "Pertumbuhan setahun",
           "satuan_perubahan": "Satuan"}  # fmt: skip
BREAKS = ["hal", "kode", "ukuran", "tahun", "berubah", "sebab", "kata"]
PERCENT = ("persen", "persen_setahun", "capaian_awal", "capaian_perubahan")


class Tren(Tabel):
    """Every figure of an agency, one a row, with its year, its document and what it measures.

    `pilihan()` is one figure for each thing; `perubahan()`, `bertentangan()`, `capaian(tahun)`,
    `dua_target()`, `renstra(tahun)` and `triwulan()` follow from the rows that are left, `putus`
    and `lonjakan()` tell where a line breaks or jumps. Everything else is a DataFrame.
    """

    @property
    def _constructor(self) -> type[Tren]:
        return Tren

    @property
    def riwayat(self) -> History:
        """The reports of the agency by year.

        Raises: KeyError where a column of the figures was left out, ValueError for a frame that
        was merged from several.
        """
        having(self, trends.COLUMNS)
        if "riwayat" not in self._known.kept:
            raise ValueError(
                "hanya baris lkjip.tren(...) sendiri yang dapat ditanyai begini, bukan gabungannya"
            )
        past: History = self._known.kept["riwayat"].laporan
        return past

    @property
    def putus(self) -> pd.DataFrame:
        """Where a line of these years is broken: from which year, what changed, and why."""
        names = self.riwayat.series
        rows = [
            (
                ", ".join(
                    filter(
                        None,
                        (
                            names[b.kode].singkat if b.kode in names else b.kode,
                            worded(UKURAN[b.ukuran]) if b.ukuran else "",
                        ),
                    )
                ),
                b.kode,
                b.ukuran,
                b.tahun,
                b.berubah,
                b.sebab,
                b.told,
            )
            for b in self._known.kept.get("putus", ())
            if b.tahun >= self["tahun"].min()
        ]
        return pd.DataFrame(rows, columns=BREAKS)

    def pilihan(self) -> Tren:
        """Of each thing the figure of the document closest to the year's own report.

        `nilai` is NA where the closest documents disagree, and `bertentangan` says so.
        """
        found = Tren(trends.chosen(self.traced()))
        found.attrs, found._known = {}, self._known
        return found

    def perubahan(self) -> Tabel:
        """From each whole year to the next one told: change, growth, direction, or why none."""
        self.riwayat  # noqa: B018  (it says what is wrong with the frame)
        found = trends.changes(self.traced())
        shown = found.assign(
            hal=_things(found),
            waktu=[f"{a}-{b}" for a, b in zip(found["dari"], found["ke"], strict=True)],
            satuan_perubahan=found["satuan"].replace("persen", "poin"),
        )
        return self._following(shown, found, "perubahan", "hal", CHANGED)

    def bertentangan(self) -> Tren:
        """The figures of one thing in one period on which documents disagree, side by side."""
        return self.loc[trends.conflicts(self.traced()).index]

    def capaian(self, tahun: int) -> Tabel:
        """Achievement over the years (%) with its class on its year's scale and that of `tahun`."""
        found = standing.achievements(self.riwayat, tahun, self.traced())
        kept = Kept({(i, "nilai"): self._points[i, "nilai"] for i in found.index})
        found.attrs = {"titik": kept}  # of those that are left
        one = worded("Kategori menurut skala {tahun}", tahun=tahun)
        titles = {"nilai": "Capaian", "kategori": "Kategori menurut skala tahunnya",
                  "kategori_satu": one if self.riwayat.scale(tahun) else "Kategori"}  # fmt: skip
        return self._following(found, found, "", "singkat", titles, {"nilai": "persen"})

    def dua_target(self) -> Tabel:
        """Years with a first and a revised target, the realisasi, and capaian against each."""
        found = standing.targets(self.riwayat, self.traced())
        told = self.loc[self["ukuran"].isin(("target_awal", "target_perubahan"))]
        named = told.groupby(["kode", "tahun"])["sumber"].agg(lambda s: "; ".join(dict.fromkeys(s)))
        pairs = zip(found["kode"], found["tahun"], strict=True)
        found["sumber"] = pd.Series([named[pair] for pair in pairs], index=found.index, dtype=str)
        return self._following(found, found, "target", "deret", TWO_TARGETS)

    def renstra(self, tahun: int) -> Tabel:
        """How far each indicator of `tahun` is from the Renstra's last target, and the pace."""
        years = sorted(self.riwayat.reports)
        if tahun not in years:
            raise KeyError(f"laporan {tahun} tidak ada; yang ada: {', '.join(map(str, years))}")
        found = standing.renstra(self.riwayat, tahun, self.traced())
        return self._following(found, found, "renstra", "indikator", TO_GO)

    def triwulan(self) -> Tabel:
        """Realisasi of each quarter alone (`sendiri`) and since the year began (`sampai`)."""
        found = standing.quarters(self.riwayat, self.traced())
        return self._following(found, found, "triwulan", "singkat", QUARTERLY)

    def lonjakan(self) -> list[str]:
        """What the reports of these years say of a figure many times the one before it."""
        return [
            finding.message
            for year, report in self.riwayat.reports.items()
            if year >= self["tahun"].min()
            for finding in other_years.found(report, self.riwayat)
            if other_years.JUMP in finding.rules
        ]

    @property
    def _points(self) -> Mapping[tuple[Any, str], Any]:
        points: Mapping[tuple[Any, str], Any] = self._known.kept.get("titik", {})
        return points

    def _following(
        self,
        shown: pd.DataFrame,
        found: pd.DataFrame,
        cara: str,
        nama: str,
        titles: Mapping[str, str],
        units: Mapping[str, str] | None = None,
    ) -> Tabel:
        """A frame computed from these figures, that still leads to them."""
        percent: dict[str, str] = dict.fromkeys(PERCENT, "persen")
        kept = {
            "titik": found.attrs.get("titik", Kept()),
            "cara": cara,
            "riwayat": self._known.kept["riwayat"],
        }
        table = Tabel(shown)
        table.attrs = {}
        table._known = Known(
            asal=self._known.asal,
            nama=nama,
            kept=kept,
            titles=NAMED | dict(titles),
            units=percent | dict(units or {}),
        )
        return table


def tren(instansi: str, data: Path | str | None = None, asal: Asal | None = None) -> Tren:
    """Every figure of every year at hand of an agency, one a row, with its document.

    `hal` says in words what a figure measures, `waktu` when, `indikator` whether it is an
    indicator's. `asal` is the report whose printed tables stand beside it, where there is one.

    Raises: InputError for an unknown agency, TypeError where a year is given for a folder.
    """
    if isinstance(data, int):
        asked = f"tren({instansi!r}).query('tahun == {data}')"
        raise TypeError(phrase("every year is in the frame; choose one with {asked}", asked=asked))
    past = history(instansi, data)
    in_digits.in_notebook()
    frame = trends.long(past)
    kept = {str(name): value for name, value in frame.attrs.items() if name != "sel"}
    found = Tren(
        frame.assign(
            hal=_things(frame),
            waktu=[p or str(t) for p, t in zip(frame["periode"], frame["tahun"], strict=True)],
            indikator=frame["kode"].isin(past.indicators),
        )
    )
    found.attrs = {}
    kept["riwayat"] = Asal(history, instansi, data, laporan=past)
    found._known = Known(asal=asal, nama="hal", titles=NAMED | OF_EACH, kept=kept)
    return found


def _things(frame: pd.DataFrame) -> list[str]:
    """What each figure measures, in words."""
    return [
        f"{a}, {worded(UKURAN.get(b, b))}"
        for a, b in zip(frame["singkat"], frame["ukuran"], strict=True)
    ]
