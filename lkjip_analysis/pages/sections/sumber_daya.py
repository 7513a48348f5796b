"""Staff and assets."""

from __future__ import annotations

from lkjip_analysis.analysis import frames
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import agency_fields, html_parts, tracing
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, labels
from lkjip_analysis.report.report import Report


def resources_answer(report: Report) -> Shown:
    """How many people, how much property."""
    staff, assets, told = agency_fields.golongan(report), agency_fields.aset(report), []
    if not staff.empty and "jml" in staff:
        women = float(staff["p"].sum()) if "p" in staff else 0.0
        every = float(staff["jml"].sum())
        share = (
            worded(", {women}% perempuan", women=number(women / every * 100, 1))
            if every and women
            else ""
        )
        told.append(worded("{count} pegawai{share}.", count=number(every), share=share))
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
