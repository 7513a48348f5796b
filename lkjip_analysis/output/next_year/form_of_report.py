"""The form of the year after a report: its goals, indicators and programmes, and what was reached
as last year's figures. What is new is left blank: targets, results, budgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.excel.template_sheets import YES_NO
from lkjip_analysis.output.next_year.form import SETTINGS, SHEETS, Value
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import plain_name
from lkjip_analysis.report.tables import Address, Cell, Table

BEFORE_NUMBER = re.compile(r"^\W*(?:sasaran\s*)?\d+\s*[.:)]\s*", re.IGNORECASE)
"""What stands before the words of a goal where a table prints its number as well."""
Line = Mapping[str, Value]
Lines = Sequence[Sequence[Value]]


def contents(report: Report) -> tuple[Sequence[Value], Mapping[str, Lines]]:
    """What the settings and each sheet of the form of the next year are filled in with."""
    every = _goals(report)
    measured = [*_indicators(report, every)]
    goals = {n: text for n, text in every.items() if n in {line["sasaran"] for line in measured}}
    lines: Mapping[str, Sequence[Line]] = {
        "Skala": [*_bands(report)],
        "Sasaran": [{"nomor": number, "sasaran": text} for number, text in goals.items()],
        "Indikator": measured,
        "Anggaran": [*_programmes(report, goals)],
    }
    sheets = {
        name: [[line.get(entry.name) for entry in SHEETS[name]] for line in told]
        for name, told in lines.items()
    }
    settings = _settings(report)
    return [settings.get(entry.name) for entry in SETTINGS], sheets


def _settings(report: Report) -> Line:
    plan = report.over_years.tahun_renstra
    policies = {name: _told(report.policies.get(name)) for name in
                ("capaian_maksimum", "capaian_minimum", "target_nol")}  # fmt: skip
    return {
        "instansi": report.instansi,
        "nama": report.nama,
        "pemerintah": report.pemerintah,
        "tahun": report.tahun + 1,
        "tahun_renstra": plan if plan and plan > report.tahun else None,
        **policies,
        **_spent_before(report),
    }


def _told(policy: str | None) -> Value:
    return float(policy) if policy and re.fullmatch(r"\d+(?:\.\d+)?", policy) else None


def _spent_before(report: Report) -> Line:
    """The whole budget of the year of the report, where one table prints its total."""
    tables = _of_type(report, "anggaran")
    if len(tables) != 1 or not tables[0].type.total:
        return {}
    total = tables[0].type.total[0]
    pagu, spent = (_figure(_cell(tables[0], total, name)) for name in ("pagu", "realisasi"))
    return {"pagu_lalu": pagu, "realisasi_lalu": spent} if pagu and spent else {}


def _bands(report: Report) -> Iterator[Line]:
    scale = report.scales.get("capaian")
    for band in scale.pita if scale else ():
        low = None if band.bawah is None else float(band.bawah)
        included = None if low is None else YES_NO[0 if band.bawah_termasuk else 1]
        yield {"kategori": band.nama, "bawah": low, "termasuk": included}


def _goals(report: Report) -> Mapping[str, str]:
    """The goals by number: those that the report declares, else in the order of its tables."""
    if report.sasaran:
        return report.sasaran
    texts = (goal for table in _of_type(report, "capaian") for _, goal in _with_goals(table))
    return {str(number): text for number, text in enumerate(filter(None, dict.fromkeys(texts)), 1)}


def _indicators(report: Report, goals: Mapping[str, str]) -> Iterator[Line]:
    seen = set[str]()
    for table in _of_type(report, "capaian"):
        for key, goal in _with_goals(table):
            indicator = report.indicators.get(key)
            if indicator is None or key in seen:
                continue
            seen.add(key)
            reached = _cell(table, key, "realisasi")
            decimals = reached.printed.decimals if reached and reached.printed else 0
            yield {
                "sasaran": _number(key, goal, goals),
                "kode": _code(key),
                "indikator": indicator.nama,
                "satuan": indicator.satuan,
                "arah": indicator.arah,
                "rumus": indicator.rumus if indicator.arah == "turun" else None,
                "desimal": str(min(max(decimals, 0), 4)),
                "realisasi_lalu": _figure(reached),
                "capaian_lalu": _figure(_cell(table, key, "capaian")),
                "target_renstra": _figure(_cell(table, key, "target_renstra")),
                "maksimum": None if indicator.maksimum is None else float(indicator.maksimum),
                "minimum": None if indicator.minimum is None else float(indicator.minimum),
                "presisi": indicator.presisi if indicator.presisi in ("eksak", "bulat") else None,
            }


def _programmes(report: Report, goals: Mapping[str, str]) -> Iterator[Line]:
    for table in _of_type(report, "anggaran"):
        for key, goal in _with_goals(table):
            number = _number(key, goal, goals)
            yield {"sasaran": number, "kode": _code(key), "program": table.row_name(key)}


def _of_type(report: Report, kind: str) -> list[Table]:
    return [table for table in report.tables.values() if table.type.name == kind]


def _with_goals(table: Table) -> Iterator[tuple[str, str]]:
    """Each row with the goal that it stands below, without its number."""
    goal = ""
    for key in table.rows:
        cell = _cell(table, key, "sasaran")
        goal = cell.words if cell and cell.words else goal
        yield key, BEFORE_NUMBER.sub("", goal)


def _number(key: str, goal: str, goals: Mapping[str, str]) -> str | None:
    """The number of a goal, by the key of the row or by its words."""
    before = key.partition(".")[0]
    if before in goals and before != key:
        return before
    alike = [n for n, text in goals.items() if goal and plain_name(text) == plain_name(goal)]
    return alike[0] if len(alike) == 1 else None


def _code(key: str) -> str:
    """The key without the number of its goal, as the form writes codes."""
    number, _, rest = key.partition(".")
    own = rest if rest and number.isdigit() and not rest[0].isdigit() else key
    return re.sub(r"[^a-z0-9]+", "_", own.casefold()).strip("_")


def _cell(table: Table, row: str, column: str) -> Cell | None:
    return table.cells.get(Address(table.name, row, column))


def _figure(cell: Cell | None) -> Value:
    """What a cell prints: a number, a grade as it stands, or nothing."""
    if cell is None:
        return None
    if not cell.is_figure:
        return cell.text if cell.column.predikat else None
    return int(cell.point) if cell.point.denominator == 1 else float(cell.point)
