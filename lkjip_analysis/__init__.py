"""Checks, runs and explores Indonesian government performance reports (LKjIP).

Start here:

    import lkjip_analysis as lkjip

    lkjip.laporan()                                   the reports at hand
    laporan = lkjip.load("dindagkop-ukm-blora", 2021) one report; its repr says what it holds
    laporan.indikator                                 target, realisasi, capaian: a DataFrame
    laporan.koperasi, .ekspor, .anggaran              the other tables of the card
    laporan["umkm"]                                   any other table by its name
    laporan.temuan, laporan.cakupan                   what is wrong, and how closely it was tested
    lkjip.tren("dindagkop-ukm-blora")                 every figure of every year, one a row
    lkjip.metrics                                     measures over columns: capaian, serapan, ...
    lkjip.charts                                      a frame in, a chart that shows itself out
    lkjip.jumlah(frame, "sasaran"), lkjip.rerata      rows joined, their cells still known
    lkjip.tabel(frame), lkjip.bagan(chart)            either as the report's pages show it
    lkjip.excel(frame, "NAMA.xlsx")                   written for Excel, with units and totals
    lkjip.jelajah()                                   the same, turned by hand (widgets)

Total rows are never among the rows of a frame but in its `.total`; what is missing is NA, and
`.missing` says what is printed there. `load(..., layer="dipakai")` gives the figures with the
corrections that a person accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lkjip_analysis.analysis import measures as metrics
    from lkjip_analysis.analysis.joining import (
        bawahkan,
        cacah,
        dengan_jumlah,
        jumlah,
        pilih_kelas,
        rerata,
        sandingkan,
        sasaran,
        tiap_kelas,
    )
    from lkjip_analysis.analysis.laporan import Laporan, laporan, load
    from lkjip_analysis.analysis.side_by_side import padukan
    from lkjip_analysis.analysis.tren import tren
    from lkjip_analysis.output.datapackage.frames_workbook import excel
    from lkjip_analysis.pages import charts
    from lkjip_analysis.pages.explorer import jelajah
    from lkjip_analysis.pages.sections.shown_frames import (
        angka,
        bagan,
        daftar,
        daftar_temuan,
        kalimat,
        lipat,
        tabel,
    )

__all__ = [
    "Laporan",
    "angka",
    "bagan",
    "bawahkan",
    "cacah",
    "charts",
    "daftar",
    "daftar_temuan",
    "dengan_jumlah",
    "excel",
    "jelajah",
    "jumlah",
    "kalimat",
    "laporan",
    "lipat",
    "load",
    "metrics",
    "padukan",
    "pilih_kelas",
    "rerata",
    "sandingkan",
    "sasaran",
    "tabel",
    "tiap_kelas",
    "tren",
]

_PLACES = {
    "Laporan": ("lkjip_analysis.analysis.laporan", "Laporan"),
    "excel": ("lkjip_analysis.output.datapackage.frames_workbook", "excel"),
    "jelajah": ("lkjip_analysis.pages.explorer", "jelajah"),
    "laporan": ("lkjip_analysis.analysis.laporan", "laporan"),
    "load": ("lkjip_analysis.analysis.laporan", "load"),
    "tren": ("lkjip_analysis.analysis.tren", "tren"),
    "metrics": ("lkjip_analysis.analysis.measures", ""),
    "charts": ("lkjip_analysis.pages.charts", ""),
    "angka": ("lkjip_analysis.pages.sections.shown_frames", "angka"),
    "bagan": ("lkjip_analysis.pages.sections.shown_frames", "bagan"),
    "daftar_temuan": ("lkjip_analysis.pages.sections.shown_frames", "daftar_temuan"),
    "lipat": ("lkjip_analysis.pages.sections.shown_frames", "lipat"),
    "daftar": ("lkjip_analysis.pages.sections.shown_frames", "daftar"),
    "kalimat": ("lkjip_analysis.pages.sections.shown_frames", "kalimat"),
    "tabel": ("lkjip_analysis.pages.sections.shown_frames", "tabel"),
    "jumlah": ("lkjip_analysis.analysis.joining", "jumlah"),
    "padukan": ("lkjip_analysis.analysis.side_by_side", "padukan"),
    "bawahkan": ("lkjip_analysis.analysis.joining", "bawahkan"),
    "cacah": ("lkjip_analysis.analysis.joining", "cacah"),
    "dengan_jumlah": ("lkjip_analysis.analysis.joining", "dengan_jumlah"),
    "pilih_kelas": ("lkjip_analysis.analysis.joining", "pilih_kelas"),
    "rerata": ("lkjip_analysis.analysis.joining", "rerata"),
    "sandingkan": ("lkjip_analysis.analysis.joining", "sandingkan"),
    "sasaran": ("lkjip_analysis.analysis.joining", "sasaran"),
    "tiap_kelas": ("lkjip_analysis.analysis.joining", "tiap_kelas"),
}


def __getattr__(name: str) -> Any:
    """Each name is imported when it is asked for: `lkjip --help` needs no pandas."""
    if name not in _PLACES:
        from lkjip_analysis.errors import closest

        near = closest(name, __all__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}. {near}".rstrip(". "))
    from importlib import import_module

    module, attribute = _PLACES[name]
    found = import_module(module)
    value = getattr(found, attribute) if attribute else found
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
