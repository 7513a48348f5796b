"""What verifying one report of many gave, as plain rows that travel between processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lkjip_analysis.checking.coverage import WATCHES, Watch, watches
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.findings.finding import summary as counted
from lkjip_analysis.checking.other_years import verified as verified_report
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import InputError

Row = dict[str, Any]
WATCH_COLUMNS: dict[Watch, str] = {watch: watch.replace(" ", "_") for watch in WATCHES}


@dataclass(frozen=True)
class Outcome:
    """One report: its row, its findings, how its columns are watched; or why it was not read."""

    instansi: str
    tahun: int
    report: Row
    findings: tuple[Row, ...] = ()
    coverage: tuple[Row, ...] = ()

    @property
    def is_wrong(self) -> bool:
        return any(self.report[standing] for standing in ("terbukti", "ambigu", "klaim"))

    def made_from(self, stamp: str) -> Outcome:
        """The outcome with the hash of all that it was verified from."""
        return replace(self, report={**self.report, "sidik": stamp})


def verified(data: Path | None, instansi: str, tahun: int) -> Outcome:
    """Read and verify one report; whatever goes wrong with it is its outcome."""
    try:
        return outcome(instansi, tahun, verified_report(instansi, tahun, data))
    except InputError as error:
        return unread(instansi, tahun, str(error))
    except Exception as error:  # one report must never stop the others; it is listed with this
        return unread(instansi, tahun, f"{type(error).__name__}: {error}")


def unread(instansi: str, tahun: int, problem: str) -> Outcome:
    zeros = dict.fromkeys(("angka", "teruji", "mengubah_simpulan", *counted(())), 0)
    named = {"instansi": instansi, "nama": "", "pemerintah": "", "masalah": problem, "sidik": ""}
    return Outcome(instansi, tahun, {**named, **zeros})


def outcome(instansi: str, tahun: int, found: Verification) -> Outcome:
    told = found.coverage.as_json()
    report = {
        "instansi": instansi,
        "nama": found.report.nama,
        "pemerintah": found.report.pemerintah,
        "masalah": "",
        "sidik": "",
        "angka": told["figures"],
        "teruji": told["watched"],
        "mengubah_simpulan": sum(f.overturns for f in found.findings),
        **counted(found.findings),
    }
    findings = tuple(_finding(instansi, found, finding) for finding in found.findings)
    return Outcome(instansi, tahun, report, findings, tuple(_coverage(instansi, found)))


def _finding(instansi: str, found: Verification, finding: Finding) -> Row:
    """One finding; `sel` names every cell that a repair would change first."""
    told = finding.as_json()
    cells = finding.named_cells
    table = found.report.tables[cells[0].address.table] if cells else None
    parts = [part for remedy in finding.remedies for part in remedy.cells]
    certain = parts[0] if finding.cell and parts else None
    return {
        "instansi": instansi,
        "id": finding.id,
        "putusan": finding.standing,
        "letak": finding.source,
        "tentang": finding.label,
        "tabel": table.name if table else "",
        "jenis_tabel": table.type.name if table else "",
        "kolom": cells[0].address.column if cells else "",
        "sel": [str(cell.address) for cell in cells],
        "tercetak": told["printed"],
        "seharusnya": certain.text if certain else None,
        "bawah": told["implied"]["low"] if told["implied"] else None,
        "atas": told["implied"]["high"] if told["implied"] else None,
        "dikuatkan_bawah": told["confirmed"]["low"] if told["confirmed"] else None,
        "dikuatkan_atas": told["confirmed"]["high"] if told["confirmed"] else None,
        "galat": next((part.slip for part in parts if part.slip), None),
        "perbaikan": len(finding.remedies),
        "aturan": list(finding.rules),
        "mengubah_simpulan": finding.overturns,
        "dampak": finding.impact,
        "pesan": finding.message,
    }


def _coverage(instansi: str, found: Verification) -> Iterator[Row]:
    """How the figures of each printed column are watched."""
    columns: dict[tuple[str, str], Counter[Watch]] = {}
    for where, watch in watches(found).items():
        columns.setdefault((where.table, where.column), Counter())[watch] += 1
    for (table, column), counts in columns.items():
        yield {
            "instansi": instansi,
            "tabel": table,
            "jenis_tabel": found.report.tables[table].type.name,
            "kolom": column,
            "angka": counts.total(),
            **{name: counts[watch] for watch, name in WATCH_COLUMNS.items()},
        }
