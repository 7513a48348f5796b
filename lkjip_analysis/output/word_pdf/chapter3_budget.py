"""The budget in chapter III: programmes and totals, both layers, what is said of efficiency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.analysis import frames, spending
from lkjip_analysis.analysis.efficiency_named import definitions_used
from lkjip_analysis.language import capital, worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.word_pdf.document import (
    Block,
    Field,
    Figure,
    Grid,
    Heading,
    Paragraph,
    drawn_for_paper,
)
from lkjip_analysis.output.word_pdf.sasaran import is_rounding, shown
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts.html_parts import row_name
from lkjip_analysis.report.report import CLAIMS, LAYER_WORDS, Report
from lkjip_analysis.report.row_levels import top
from lkjip_analysis.report.tables import Address, Table

LOW = 90.0
"""Percent of the ceiling: what absorbs less stands out, as on the page of the budget."""


def budget(report: Report) -> Iterator[Block]:
    """Programmes and their total."""
    used = report.used()
    tables = frames.of_type(used, "anggaran")
    if not tables:
        yield Paragraph(worded("Laporan ini tidak memuat tabel realisasi anggaran."))
        return
    caption = worded("Realisasi anggaran per program tahun {tahun}", tahun=used.tahun)
    yield _programmes(tables[0], caption)
    amounts = spending.anggaran(used)
    if not amounts["serapan_dihitung"].isna().all():
        yield Figure(
            worded("Anggaran yang tidak dibelanjakan, tiap program"),
            drawn_for_paper(charts.sisa, amounts, ambang=LOW),
            (tables[0].name,),
        )


def _programmes(table: Table, caption: str) -> Grid:
    fields = (
        Field(worded("Program")),
        Field(worded("Pagu (Rp)"), True),
        Field(worded("Realisasi (Rp)"), True),
        Field(worded("Serapan (%)"), True),
    )
    programmes = list(top(table.rows))  # their kegiatan would be counted a second time
    rows = [_programme(row, table) for row in programmes]
    total = (worded("Jumlah"), *_amounts(programmes, table))
    return Grid(caption, fields, (*rows, total), totals=1, name=table.name)


def _programme(row: str, table: Table) -> tuple[str, ...]:
    """A programme with what it absorbed, and beside that the print where it is another one."""
    ceiling, spent, share = _amounts([row], table)
    cell = table.cells.get(Address(table.name, row, "serapan"))
    if cell and not is_rounding(cell, _share([row], table)):
        share = worded("{computed} (tercetak: {printed})", computed=share, printed=cell.text)
    return table.row_name(row), ceiling, spent, share


def _amounts(rows: Sequence[str], table: Table) -> tuple[str, str, str]:
    """Ceiling, spending and their percentage over some programmes."""
    ceiling, spent = (_sum(rows, table, name) for name in ("pagu", "realisasi"))
    return _amount(ceiling), _amount(spent), shown(_share(rows, table))


def _share(rows: Sequence[str], table: Table) -> Fraction | None:
    """The part of the ceiling that was spent, in percent; None where either is not known."""
    ceiling, spent = (_sum(rows, table, name) for name in ("pagu", "realisasi"))
    return metrics.serapan(spent, ceiling) if ceiling and spent is not None else None


def _sum(rows: Sequence[str], table: Table, column: str) -> Fraction | None:
    """The figures of a column together; None where it has none."""
    cells = [table.cell(row, column) for row in rows]
    figures = [cell.point for cell in cells if cell.is_figure]
    return sum(figures, Fraction(0)) if figures else None


def _amount(value: Fraction | None) -> str:
    return "n/a" if value is None else number(value)


def _corrected(report: Report, table: Table) -> Iterator[Block]:
    """Which of the shown figures are corrections, and what is printed in their place."""
    parts = [
        worded(
            "{row}, {judul}: tercetak {printed}, menjadi {wanted}",
            row=table.row_name(c.address.row),
            judul=table.type.columns[c.address.column].judul,
            printed=c.printed,
            wanted=c.text,
        )
        for c in report.corrections
        if c.address.table == table.name
    ]
    if parts:
        yield Paragraph(
            worded("Koreksi yang diterima. {parts}.", parts="; ".join(parts)), small=True
        )


def layers(report: Report) -> Iterator[Block]:
    """For the annex: the corrections of the budget, and its total in both layers and as the
    report prints it, where they are not all the same; once where both layers agree.
    """
    tables = frames.of_type(report, "anggaran")
    if not tables:
        return
    yield from _corrected(report, tables[0])
    lines = spending.anggaran_lapis(report)
    if lines[["pagu", "realisasi"]].drop_duplicates().shape[0] < 2:
        return
    is_corrected = len(lines.loc[[*LAYER_WORDS]].drop_duplicates()) > 1
    lines = lines if is_corrected else lines.drop(index="tercetak")
    fields = (
        Field(worded("Jumlah")),
        Field(worded("Pagu (Rp)"), True),
        Field(worded("Realisasi (Rp)"), True),
        Field(worded("Serapan (%)"), True),
        Field(worded("Sisa (Rp)"), True),
    )
    rows = tuple(
        (
            capital(row_name(lines, lapis)),
            number(row["pagu"]),
            number(row["realisasi"]),
            number(row["serapan"], 2) if row["pagu"] else "n/a",
            number(row["sisa"]),
        )
        for lapis, row in lines.iterrows()
    )
    told = (
        worded("Jumlah anggaran sebelum dan sesudah koreksi")
        if is_corrected
        else worded("Jumlah anggaran dari program dan pada baris jumlah")
    )
    yield Grid(told, fields, rows, name="lapis")


def efficiency(report: Report) -> Iterator[Block]:
    """What the report itself states about efficiency, beside what was not spent."""
    claims = report.tables.get(CLAIMS)
    cells = [s.entries.get("hasil", "") for s in report.specs if s.entries["jenis"] == "efisiensi"]
    rows = [Address.parse(str(cell)).row for cell in cells if str(cell).startswith(f"{CLAIMS}[")]
    if claims is None or not rows:
        return
    told = [
        f"{claims.row_name(row)} {claims.cell(row, 'nilai').words} "
        f"({claims.cell(row, 'bagian').text})"
        for row in rows
    ]
    yield Heading(3, worded("Efisiensi"))
    yield Paragraph(
        worded("Laporan menyatakan: {told}.{meant}", told="; ".join(told), meant=_meant(report))
    )


MEANT = {
    "sisa": " Angka itu adalah bagian pagu yang tidak dibelanjakan; disebut efisiensi hanya bila "
    "target sasarannya tercapai.",
    "serapan": " Angka itu adalah serapan anggaran, bukan efisiensi.",
    "selisih": " Angka itu adalah capaian dikurangi serapan.",
}


def _meant(report: Report) -> str:
    """What the figures are, where all of them are the same."""
    used = set(definitions_used(report).values())
    return worded(MEANT[used.pop()]) if len(used) == 1 else ""
