"""Reports of the same agency of other years that are at hand while a document is examined.

They lie in the project's data, accepted by a person, or in the folders of documents that were
examined before. Agencies of two governments may have one folder name, so that both names decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.reports_at_hand import raw_folder, years_of


def years_at_hand(report: Report, target: Path) -> Iterator[Report]:
    """The readable reports of the same agency and government of other years, accepted ones first.

    `target` is where the results of this document go: those of others lie beside it.
    """
    for folder in _folders(report.instansi, target):
        if (year := int(folder.name)) == report.tahun:
            continue
        try:
            other = load_folder(folder, report.instansi, year)
        except InputError:  # whoever asks for that report is told
            continue
        if whose(other) and whose(other) == whose(report):
            yield other


def _folders(instansi: str, target: Path) -> Iterator[Path]:
    accepted = raw_folder()
    yield from (accepted / instansi / str(year) for year in years_of(instansi))
    for result in sorted(target.parent.glob("[!.]*/data/raw")):
        if result.parents[1] != target:
            yield from (result / instansi / str(year) for year in years_of(instansi, result))


def whose(report: Report) -> str:
    """Agency and government in words that compare; nothing where one of them is not known."""
    names = report.instansi, plain_words(report.nama), plain_words(report.pemerintah)
    return ", ".join(names) if all(names) else ""
