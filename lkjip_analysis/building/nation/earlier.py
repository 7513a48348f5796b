"""What an earlier run found of reports of which nothing has changed since.

A report's fingerprint is that of all files of its agency, of this program and its versions, and of
the languages. An outcome that could not be read is never taken over: what failed may work now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Generator, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from lkjip_analysis.building import fingerprint
from lkjip_analysis.building.nation import dataset
from lkjip_analysis.building.nation.outcome import Outcome, Row
from lkjip_analysis.building.nation.stream import Report
from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import language, phrase, report_language
from lkjip_analysis.report.filebytes import files_of, sha256
from lkjip_analysis.report.reports_at_hand import folder_of

COLUMNS = ["instansi", "masalah", "sidik"]
Group = tuple[Report, list[Row]]


def fingerprints(reports: Sequence[Report], data: Path | None) -> dict[Report, str]:
    """What each report would be verified from now; nothing where that cannot be told."""
    common = [fingerprint.program(), language(), report_language()]
    agencies: dict[Path, str] = {}
    return {report: _fingerprint(report, data, common, agencies) for report in reports}


def _fingerprint(
    report: Report, data: Path | None, common: list[str], agencies: dict[Path, str]
) -> str:
    try:
        agency = folder_of(*report, data).parent
        if agency not in agencies:
            files = [[f.relative_to(agency).as_posix(), sha256(f)] for f in files_of(agency)]
            agencies[agency] = json.dumps(files)
    except Exception:  # verifying it says what is wrong
        return ""
    return hashlib.sha256(json.dumps([*common, agencies[agency]]).encode()).hexdigest()


def known(folder: Path) -> dict[Report, str]:
    """The reports that an earlier run read, each with its fingerprint; none of a damaged run."""
    import pyarrow as pa

    found: dict[Report, str] = {}
    try:
        for tahun, block in dataset.blocks(folder, "laporan", COLUMNS):
            columns = (block[name] for name in COLUMNS)
            for instansi, problem, stamp in zip(*columns, strict=True):
                if stamp and not problem:
                    found[instansi, tahun] = stamp
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return {}
    return found


def outcomes(folder: Path, wanted: Collection[Report]) -> Generator[Outcome, None, None]:
    """The outcomes of these reports as an earlier run wrote them, by year and name.

    Raises: InputError where rows of it are missing or cannot be read.
    """
    import pyarrow as pa

    if not wanted:  # of a first run, or of results that another version wrote
        return
    try:
        findings, coverage = _Rows(folder, "temuan"), _Rows(folder, "cakupan")
        for report, (row, *_) in _grouped(folder, "laporan"):
            found, watched = findings.of(report), coverage.of(report)
            if report in wanted:
                if not _is_whole(row, found, watched):
                    raise ValueError(f"{report[0]} {report[1]}")
                yield Outcome(*report, row, tuple(found), tuple(watched))
    except (OSError, ValueError, KeyError, pa.ArrowException) as error:
        told = phrase("results of an earlier run that are damaged ({reason})", reason=error)
        remedy = "Delete that folder, or name another one, and start again."
        raise wrong_input(str(folder), told, "results as they were written", remedy) from error


def _is_whole(report: Row, findings: Sequence[Row], coverage: Sequence[Row]) -> bool:
    """Are as many findings and figures there as the row of the report counts?"""
    told = sum(report[name] for name in SHOWN_AS), report["angka"]
    return told == (len(findings), sum(row["angka"] for row in coverage))


class _Rows:
    """Rows that stand in the order of the reports, of which some have none."""

    def __init__(self, folder: Path, name: str) -> None:
        self._groups = _grouped(folder, name)
        self._next: Group | None = next(self._groups, None)

    def of(self, report: Report) -> list[Row]:
        if self._next is None or self._next[0] != report:
            return []
        rows = self._next[1]
        self._next = next(self._groups, None)
        return rows


def _grouped(folder: Path, name: str) -> Iterator[Group]:
    """The rows of one of the three, together for each report."""
    columns = dataset.schema(name).names
    rows = (
        (tahun, dict(zip(columns, values, strict=True)))
        for tahun, block in dataset.blocks(folder, name, columns)
        for values in zip(*(block[column] for column in columns), strict=True)
    )
    for report, group in groupby(rows, key=lambda row: (row[1]["instansi"], row[0])):
        yield report, [row for _, row in group]
