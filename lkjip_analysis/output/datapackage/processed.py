"""data/processed: what was read and found, for those who go on with other tools.

A Frictionless Data Package: every figure in both layers, each printed table with typed values, the
findings, an Excel workbook and a data dictionary. It is put in place whole or not at all, and equal
input gives equal files.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import AS_WRITTEN, report_spoken
from lkjip_analysis.output.datapackage import dictionary_page, typed_rows
from lkjip_analysis.output.datapackage.descriptor import DESCRIPTOR, Attachment, write_descriptor
from lkjip_analysis.output.datapackage.dictionary import Described, described
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.replace_folder import new_folder
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.writing import read_json

ATTACHMENTS = (
    Attachment("temuan-lengkap", "temuan.json", "Temuan dengan semua perbaikan yang mungkin"),
    Attachment("buku-kerja", "laporan.xlsx", "Tabel sebagaimana tercetak, dengan temuannya"),
    Attachment("kamus", "kamus.html", "Kamus data"),
)

WAIT = 60
"""Seconds: reports of one agency that are written to two places share this folder."""


def write_processed(
    report: Report,
    verification: Verification,
    data: Path | str | None,
    is_current: Callable[[], bool] = lambda: True,
    shown: Verification | None = None,
) -> Path:
    """Write the package of a report; the folder it is in.

    What programs read is in one language; `shown` is the same verification in that of the
    workbook and the dictionary, which people read.

    Raises: InputError where the folder cannot be written, or the data are not those any more.
    """
    raw = raw_folder(data)
    target = raw.parent / "processed" / report.instansi / str(report.tahun)
    book, dictionary = as_xlsx(shown or verification), dictionary_page.page(report)
    told, owned = report_spoken(AS_WRITTEN), own_files(target).__contains__
    with told, new_folder(target, WAIT, own=owned) as folder:
        tables = described(report)
        _write_tables(folder, report, verification, tables)
        text = json.dumps(verification.as_json(), indent=2, ensure_ascii=False)
        _write(folder / "temuan.json", text + "\n")
        _write(folder / "kamus.html", dictionary)
        (folder / "laporan.xlsx").write_bytes(book)
        source = raw / report.instansi / str(report.tahun)
        write_descriptor(folder, report, source, tables, ATTACHMENTS)
        if not is_current():
            found, remedy = "data that changed while they were exported", "Try again."
            raise wrong_input(str(source), found, "data that stay as they are", remedy)
    return target


def own_files(target: Path) -> frozenset[str]:
    """The files of an earlier package, as its descriptor tells; any other is somebody's."""
    try:
        told = read_json(target / DESCRIPTOR)
        paths = {str(resource["path"]) for resource in told["resources"]}
    except (TypeError, KeyError):
        return frozenset()
    return frozenset({*paths, DESCRIPTOR})


def _write_tables(
    folder: Path, report: Report, verification: Verification, tables: tuple[Described, ...]
) -> None:
    """The tables in the order in which they are described."""
    used = report.used()
    by_path = {table.path: table for table in tables}
    for layer in (report, used):
        table = by_path[f"angka_{layer.layer}.csv"]
        _write(folder / table.path, typed_rows.as_csv(table, typed_rows.figures(layer)))
    for printed in used.tables.values():
        table = by_path[f"tabel/{printed.name}.csv"]
        _write(
            folder / table.path,
            typed_rows.as_csv(table, typed_rows.table_rows(used, printed, table)),
        )
    table = by_path["temuan.csv"]
    _write(
        folder / table.path, typed_rows.as_csv(table, typed_rows.findings(verification.findings))
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
