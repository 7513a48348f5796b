"""Tables over the years, each figure with its source: changes, targets, Renstra, quarters.

`tahun` is the year of the report whose printed tables stand beside the page; only its figures are
links into them.
"""

from __future__ import annotations

from lkjip_analysis.analysis import standing, trends
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import over_years, present
from lkjip_analysis.pages.sections.shared import Shown
from lkjip_analysis.report.history import History
from lkjip_analysis.report.series import UKURAN

ALONE = "Baru satu tahun yang memuat angka ini, sehingga belum ada yang dibandingkan."


def capaian_table(past: History, tahun: int) -> Shown:
    """Achievement over the years with its class under each year's own scale and under one."""
    frame = standing.achievements(past, tahun)
    if frame.empty:
        return present.absent("Capaian dari tahun ke tahun")
    seen = over_years.sources(past, tahun)
    points = {(i, "nilai"): frame.attrs["titik"][i, "nilai"] for i in frame.index}
    scale = past.scale(tahun)
    one = f"Kategori menurut skala {tahun}" if scale else "Kategori"
    return present.table(
        over_years.linked(frame, points, seen),
        "Capaian dari tahun ke tahun (persen)",
        {
            "tahun": ("Tahun", "teks"),
            "nilai": ("Capaian (%)", "persen"),
            "kategori": ("Kategori menurut skala tahunnya", "teks"),
            "kategori_satu": (one, "teks"),
            "asal": ("Asal", "teks"),
        },
        names=("singkat", "Indikator"),
        trail=present.Trail(past.latest, seen.printed(points)),
    )


def changes_table(past: History, tahun: int | None = None) -> Shown:
    """Change in units or points and in percent, its direction, or why there is none."""
    frame = trends.changes(trends.long(past))
    if frame.empty:
        return present.text(ALONE)
    seen = over_years.sources(past, tahun)
    shown = over_years.linked(frame, frame.attrs["titik"], seen).assign(
        hal=[
            f"{a}, {UKURAN.get(b, b)}"
            for a, b in zip(frame["singkat"], frame["ukuran"], strict=True)
        ],
        tahun=[f"{a}-{b}" for a, b in zip(frame["dari"], frame["ke"], strict=True)],
        satuan=["poin" if unit == "persen" else unit for unit in frame["satuan"]],
    )
    return present.table(
        shown,
        "Perubahan dari satu tahun ke tahun berikutnya yang tersedia; tahun tanpa angka dilewati",
        {
            "tahun": ("Tahun", "teks"),
            "sebelum": ("Sebelum", "angka"),
            "sekarang": ("Sekarang", "angka"),
            "perubahan": ("Perubahan", "angka"),
            "satuan": ("Satuan perubahan", "teks"),
            "persen": ("Perubahan (%)", "persen"),
            "persen_setahun": ("Majemuk setahun (%)", "persen"),
            "arah": ("Arah", "teks"),
        },
        names=("hal", "Hal"),
        trail=present.Trail(past.latest, over_years.changes(seen, frame)),
        ident="perubahan",
    )


def targets_table(past: History, tahun: int | None = None) -> Shown:
    """Years with two targets: capaian against the first and the revised one."""
    frame = standing.targets(past)
    if frame.empty:
        return present.absent("Tahun dengan target awal dan target perubahan")
    seen = over_years.sources(past, tahun)
    return present.table(
        over_years.linked(frame, frame.attrs["titik"], seen),
        "Dua target dalam satu tahun (rupiah atau satuan deretnya, persen)",
        {
            "target_awal": ("Target awal", "angka"),
            "target_perubahan": ("Target perubahan", "angka"),
            "realisasi": ("Realisasi", "angka"),
            "capaian_awal": ("Capaian atas target awal (%)", "persen"),
            "capaian_perubahan": ("Capaian atas target perubahan (%)", "persen"),
        },
        names=("deret", "Deret dan tahun"),
        trail=present.Trail(past.latest, over_years.targets(seen, frame, past)),
        ident="dua-target",
    )


def renstra_table(past: History, tahun: int) -> Shown:
    """How far each indicator is from the final target of the Renstra, and the pace needed."""
    frame = standing.renstra(past, tahun)
    if frame.empty:
        return present.absent("Target akhir Renstra")
    seen = over_years.sources(past, tahun)
    return present.table(
        over_years.linked(frame, frame.attrs["titik"], seen),
        f"Jarak ke target akhir Renstra, dari realisasi {tahun}",
        {
            "realisasi": ("Realisasi", "angka"),
            "target_akhir": ("Target akhir", "angka"),
            "jarak": ("Jarak", "angka"),
            "laju_setahun": ("Perlu setahun", "angka"),
            "persen_setahun": ("Perlu setahun (%)", "persen"),
            "keterangan": ("Keterangan", "teks"),
            "asal": ("Asal target akhir", "teks"),
        },
        names=("indikator", "Indikator"),
        trail=present.Trail(past.latest, over_years.renstra(seen, frame, past)),
        ident="renstra",
    )


def quarters_table(past: History, tahun: int | None = None) -> Shown:
    """Realisasi of each quarter alone and since the year began."""
    frame = standing.quarters(past)
    if frame.empty:
        return present.absent("Angka triwulan")
    seen = over_years.sources(past, tahun)
    points, traces = over_years.quarters(seen, frame)
    return present.table(
        over_years.linked(frame, points, seen),
        "Realisasi tiap triwulan",
        {
            "tahun": ("Tahun", "teks"),
            "periode": ("Triwulan", "teks"),
            "sendiri": ("Triwulan itu", "angka"),
            "sampai": ("Sejak awal tahun", "angka"),
            "satuan": ("Satuan", "teks"),
        },
        names=("singkat", "Indikator"),
        trail=present.Trail(past.latest, traces),
        ident="triwulan",
    )


def sources_table(past: History, tahun: int | None = None) -> Shown:
    """Every figure with its document: the long frame as a reader sees it."""
    tren = trends.long(past)
    if tren.empty:
        return present.absent("Angka dari tahun ke tahun")
    seen = over_years.sources(past, tahun)
    points = {(i, "tercetak"): point for (i, _), point in tren.attrs["titik"].items()}
    shown = over_years.linked(tren, points, seen).assign(
        hal=[
            f"{a}, {UKURAN.get(b, b)}" for a, b in zip(tren["singkat"], tren["ukuran"], strict=True)
        ],
        waktu=[p or str(t) for p, t in zip(tren["periode"], tren["tahun"], strict=True)],
    )
    return present.table(
        shown,
        f"{number(len(tren))} angka beserta sumbernya",
        {
            "waktu": ("Tahun atau periode", "teks"),
            "tercetak": ("Sebagaimana tertulis", "cetak"),
            "sumber": ("Sumber", "teks"),
            "asal": ("Jenis", "teks"),
            "catatan": ("Catatan", "teks"),
        },
        names=("hal", "Hal"),
        trail=present.Trail(past.latest, seen.printed(points)),
        ident="sumber-angka",
    )
