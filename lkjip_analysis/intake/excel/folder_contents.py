"""The tables of a folder as they stand in their files, before they are a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.sheets.row_keys import MEAN, summary_word
from lkjip_analysis.language import phrase
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.csvfile import Form, form_of, read_records
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.schema import TableType, find_type


@dataclass(frozen=True)
class Content:
    """One table as it stands in the folder: its type and the texts of its rows with their lines."""

    name: str
    file: str
    kind: TableType
    transcription: str
    rows: tuple[tuple[int, dict[str, str]], ...]
    form: Form
    told: tuple[str, ...]
    """The rows that laporan.yaml calls totals."""

    @cached_property
    def summaries(self) -> frozenset[str]:
        """The keys of the rows that sum up others: they are no indicators, and may be blank.

        They are told as totals or call themselves a mean; among indicators, a total too.
        """
        if self.name == CLAIMS:
            return frozenset()
        of_indicators = self.kind.nama_baris == "indikator"
        return frozenset(self.told) | {
            texts[self.kind.kunci]
            for _, texts in self.rows
            if (word := summary_word(self.kind, texts)) == MEAN or (word and of_indicators)
        }

    def undeclared_summaries(self) -> Iterator[str]:
        """What laporan.yaml does not say of such rows, without which they are not tested."""
        for key in sorted(self.summaries - {*self.told, *self.kind.total}):
            yield phrase(
                "laporan.yaml: baris {key} tabel {name} merangkum baris lain; tulis "
                "total: [{key}] pada tabel itu, dan aturannya (rerata atau jumlah) agar diuji.",
                key=key,
                name=self.name,
            )


def contents_of(folder: Path, document: yamltext.Document) -> Iterator[Content]:
    """The tables that are there; a file that cannot be read is told elsewhere."""
    entries = dict(document.data.get("tabel") or {})
    if (folder / f"{CLAIMS}.csv").is_file():
        entries.setdefault(CLAIMS, {})
    folders = (folder / "skema", folder.parent / "skema", yamltext.SCHEMAS)
    for name, told in entries.items():
        path = folder / told.get("berkas", f"{name}.csv")
        try:
            kind = find_type(told.get("tipe", name), folders, Problem("", "", "", ""))
            records, problems = read_records(path, kind)
        except (InputError, OSError):
            continue
        if not problems:
            transcription = told.get("transkripsi", "tunggal")
            form = form_of(path, kind)
            total = tuple(told.get("total", ()))
            yield Content(name, path.name, kind, transcription, tuple(records), form, total)
