"""The findings of a report as rows: where each is, what is printed there, and why it is one."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip_analysis.checking.coverage import WATCHES
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.report.report import Report

FINDINGS = ["jenis", "putusan", "tabel", "baris", "kolom", "tercetak", "seharusnya", "uraian",
            "berkas", "baris_berkas", "diterima"]  # fmt: skip


def frame(verification: Verification) -> pd.DataFrame:
    """One row for each finding, indexed by its code; words are str, lines Int64."""
    findings = verification.findings
    index = pd.Index([one.id for one in findings], name="temuan", dtype=str)
    rows = [_row(one, verification) for one in findings]
    words = [name for name in FINDINGS if name not in ("baris_berkas", "diterima")]
    kinds: Any = dict.fromkeys(words, str) | {"baris_berkas": "Int64", "diterima": bool}
    return pd.DataFrame(rows, columns=FINDINGS, index=index).astype(kinds)


def _row(finding: Finding, verification: Verification) -> dict[str, object]:
    cell = finding.cell or next(iter(finding.named_cells), None)
    repair = next((part.text for r in finding.remedies[:1] for part in r.cells), None)
    sure = finding.verdict == "terbukti" or len(finding.remedies) == 1
    return {
        "jenis": finding.kind,
        "putusan": SHOWN_AS.get(finding.verdict or finding.kind, finding.kind),
        "tabel": cell.address.table if cell else None,
        "baris": cell.address.row if cell else None,
        "kolom": cell.address.column if cell else None,
        "tercetak": cell.words if cell else None,
        "seharusnya": repair if sure else None,
        "uraian": finding.told.text,
        "berkas": cell.file if cell else None,
        "baris_berkas": cell.line if cell else None,
        "diterima": verification.is_accepted(finding),
    }


def coverage(report: Report, figures: pd.DataFrame) -> pd.DataFrame:
    """How many of these figures (`Laporan.angka`) of each table are tested how closely."""
    counts = pd.crosstab(figures["tabel"], figures["diuji"])
    names = list(dict.fromkeys(figures["tabel"]))
    frame = counts.reindex(index=names, columns=list(WATCHES), fill_value=0).astype("Int64")
    frame.index.name, frame.columns.name = "tabel", None
    labels = [report.tables[name].label for name in names]
    return frame.assign(angka=frame.sum(axis=1).astype("Int64"), nama_tabel=labels)
