"""Relations that a person said are none (`ditolak`, laporan.yaml)."""

from __future__ import annotations

from lkjip_analysis.report.report import Report


def is_rejected(report: Report, name: str) -> bool:
    """Did a person say of this relation, or of the one that it is in each row, that it is none?"""
    rejected = report.rejected.get("hubungan", ())
    return bool(rejected) and (name in rejected or name.partition("[")[0] in rejected)
