"""Staff and assets."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.joining import dengan_jumlah
from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import agency_fields, html_parts, tracing
from lkjip_analysis.pages.parts.indicator_names import in_a_sentence
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, labels, same_or
from lkjip_analysis.pages.sections.shown_frames import bagan, tabel
from lkjip_analysis.report.report import Report

STAFF = ("l", "p", "jml", "persen")
"""The columns of persons in a table of staff by group."""


def resources_answer(report: Report) -> Shown:
    """How many people, how much property."""
    staff, assets, told = agency_fields.golongan(report), agency_fields.aset(report), []
    staff = agency_fields.rows_of(report, "pegawai") if staff.empty else staff
    if not staff.empty and "jml" in staff:
        women = float(staff["p"].sum()) if "p" in staff else 0.0
        every = float(staff["jml"].sum())
        share = (
            worded(", {women}% perempuan", women=number(women / every * 100, 1))
            if every and women
            else ""
        )
        other = _otherwise_by_schooling(report, staff, every)
        told.append(
            worded("{count} pegawai{share}{other}.", count=number(every), share=share, other=other)
        )
    elif not (people := agency_fields.pendidikan(report)).empty:
        count = number(float(people["jumlah_dihitung"].sum()))
        told.append(worded("{count} pegawai{share}{other}.", count=count, share="", other=""))
    if not assets.empty:
        top = assets.sort_values("nilai", ascending=False, kind="stable").iloc[0]
        told.append(
            worded(
                "Aset bernilai Rp{total}, terbesar {jenis} ({bagian}%).",
                total=number(float(assets["nilai"].sum())),
                jenis=top["jenis"],
                bagian=number(float(top["bagian"]), 1),
            )
        )
    return answer(*(told or [worded("Laporan ini tidak memuat tabel pegawai atau aset.")]))


def _otherwise_by_schooling(report: Report, staff: pd.DataFrame, every: float) -> str:
    """How many the table of schooling adds up to, where the chart beside shows another number, and
    of which status."""
    people = agency_fields.pendidikan(report)
    total = 0.0 if people.empty else float(people["jumlah_dihitung"].sum())
    if "status" not in staff:
        return ""
    if total in (0.0, every):
        return ""
    pairs = {row: (float(staff.loc[row, "jml"]), float(people[row].sum()))
             for row in staff.index if row in people}  # fmt: skip
    differ = [
        worded(
            "{status} ({count} menurut status, {other} menurut pendidikan)",
            status=in_a_sentence(str(staff.loc[row, "status"])),
            count=number(count),
            other=number(other),
        )
        for row, (count, other) in pairs.items()
        if count == count and count != other
    ]
    return worded(
        ". Menurut pendidikan jumlahnya {count} ({tables}){rows}",
        count=number(total),
        tables=labels(frames.of_type(report, "pegawai_pendidikan")),
        rows=worded("; yang berbeda: {rows}", rows=", ".join(differ)) if differ else "",
    )


def ranks_answer(report: Report) -> Shown:
    """Whether the persons of all ranks are as many as are printed, in the rows that have ranks."""
    frame = agency_fields.golongan(report)
    ranked = frame[frame["bergolongan"] > 0].dropna(subset=["jml"]) if len(frame) else frame
    if ranked.empty:
        return html_parts.absent(worded("Tabel pegawai menurut golongan"))
    odd = [
        worded(
            "{status} tercetak {printed}, jumlah golongannya {sum}",
            status=row["status"],
            printed=number(float(row["jml"])),
            sum=number(float(row["bergolongan"])),
        )
        for row in ranked.to_dict("records")
        if row["jml"] != row["bergolongan"]
    ]
    return same_or(odd)


def ranks_table(report: Report, marks: Marks | None = None) -> Shown:
    """Staff by status, sex and rank; the sum over ranks beside the printed number."""
    frame = agency_fields.golongan(report)
    if frame.empty:
        return html_parts.absent(worded("Tabel pegawai menurut golongan"))
    columns = {"l": worded("Laki-laki"), "p": worded("Perempuan"), "jml": worded("Jumlah tercetak"),
               **{name: name for name in agency_fields.RANKS.values()},
               "bergolongan": worded("Jumlah golongan")}  # fmt: skip
    traces = tracing.ranks(report, frame, agency_fields.rank_columns(frame))
    return html_parts.table(
        frame,
        worded(
            "Pegawai menurut status dan golongan ({labels})",
            labels=labels(frames.of_type(report, "pegawai_golongan")),
        ),
        {name: (title, "cacah") for name, title in columns.items() if name in frame},
        names=("status", worded("Status")),
        marks=marks,
        trail=html_parts.Trail(report, traces),
        ident="golongan",
    )


def staff_groups(laporan: Laporan) -> Shown:
    """The shares of the groups in each table that counts staff by group."""
    told = worded("{nama} adalah kelompok pegawai terbesar: {bagian}%")
    unit = worded("banyak pegawai dan bagiannya")
    drawn = [
        bagan(charts.komposisi(staff.puncak, "jml", told, unit), nama=f"pegawai-{name}")
        for name, staff in _staff_tables(laporan).items()
    ]
    parts = tuple(one for one in drawn if isinstance(one, html_parts.Picture))
    return html_parts.Pictures(parts) if parts else _no_groups()


def staff_tables(laporan: Laporan) -> Shown:
    """Those tables as they are printed."""
    shown = [
        tabel(dengan_jumlah(staff), kolom=[c for c in STAFF if c in staff], jangkar=name)
        for name, staff in _staff_tables(laporan).items()
    ]
    parts = [one for one in shown if isinstance(one, html_parts.Html)]
    if not parts:
        return _no_groups()
    return replace(parts[0], html="".join(one.html for one in parts))


def _staff_tables(laporan: Laporan) -> dict[str, Tabel]:
    return {t.name: laporan[t.name] for t in frames.of_type(laporan.report, "pegawai")}


def _no_groups() -> Shown:
    return html_parts.absent(worded("Tabel pegawai menurut kelompok"))


def schooling_chart(report: Report) -> Shown:
    frame = agency_fields.pendidikan(report)
    if frame.empty or not frame["jumlah_dihitung"].sum():
        return html_parts.absent(worded("Tabel pegawai menurut pendidikan"))
    values = frame["jumlah_dihitung"]
    told = worded(
        "Pendidikan terbanyak: {name}, {count} orang",
        name=values.idxmax(),
        count=number(float(values.max())),
    )
    source = f"{labels(frames.of_type(report, 'pegawai_pendidikan'))}, {report.dokumen}"
    data = html_parts.table(
        frame,
        worded("Pegawai menurut pendidikan terakhir"),
        {
            **{row: (name, "cacah") for row, name in frame.attrs["nama"].items()},
            "jumlah_dihitung": (worded("Jumlah"), "cacah"),
        },
        trail=html_parts.Trail(report, tracing.totals(report, frame)),
        ident="pendidikan",
    )
    axes = charts.bagian(values, told, worded("banyak pegawai dan bagiannya"), source)
    return html_parts.chart(axes, data, "pendidikan")
