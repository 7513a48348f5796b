"""One indicator under two codes: its name was typed "Kab." in one year and "Kabupaten" in another,
so that its row has another key there. Its series goes on; two of one year are never put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import plain_name
from lkjip_analysis.report.series import same_unit

Key = TypeVar("Key")
TABLES = ("capaian", "triwulan", "triwulan_kumulatif")
"""The tables whose rows are indicators, also where none declares them."""
IN_FULL = {
    "%": "persentase", "persen": "persentase", "prosentase": "persentase",
    "presentase": "persentase", "prosen": "persentase", "kab": "kabupaten", "kec": "kecamatan",
    "kel": "kelurahan", "prov": "provinsi", "prop": "provinsi", "propinsi": "provinsi",
    "jml": "jumlah", "jlh": "jumlah", "th": "tahun", "thn": "tahun", "tw": "triwulan",
    "sdm": "sumber daya manusia", "thd": "terhadap", "rerata": "rata rata",
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip
"""What is written short in one report and in full in another."""
SMALL = frozenset({"yang", "yg", "dan", "di", "dari", "pada", "untuk", "utk", "dengan", "dg"})
"""Words that come and go without another meaning."""


def canonical_name(name: str, satuan: str = "") -> str:
    """An indicator's name as it is compared: written in full, without number, unit and initials.

    >>> canonical_name("2. % Jalan Kab. II/2 (persen)"), canonical_name("Kerja yang Aktif (AKI)")
    ('persentase jalan kabupaten 2 2', 'kerja aktif aki')
    >>> canonical_name("Angka Kematian Ibu (AKI)"), canonical_name("Koperasi (tidak aktif)")
    ('angka kematian ibu', 'koperasi tidak aktif')
    """
    told = re.sub(r"\(([^()]*)\)", lambda found: _bracket(found, name, satuan), name)
    words = plain_name(told).split()
    return " ".join(IN_FULL.get(word, word) for word in words if word not in SMALL)


def _bracket(found: re.Match[str], name: str, satuan: str) -> str:
    """What stands in brackets; nothing of a unit, or of the initials of the words before."""
    inside = found[1].strip().casefold()
    units = {"%", "persen", "unit", "orang", satuan.casefold()}
    before = re.findall(r"[^\W\d_]+", name[: found.start()].casefold())
    initials = "".join(word[0] for word in before)
    if inside in units or (len(inside) > 1 and initials.endswith(inside)):
        return " "
    return f" {found[1]} "


def paired(first: Mapping[Key, str], second: Mapping[Key, str]) -> dict[Key, Key]:
    """The rows of `second` (by key, with their names) that `first` has under another key: that key.

    A key of both is one row; a name that two rows of one side have tells none.

    >>> paired({"1.a": "Program Pasar", "b": "UMKM"}, {"2.05": "2. Pasar", "b": "Usaha"})
    {'2.05': '1.a'}
    """
    called = [_by_name(first), _by_name(second)]
    return {
        keys[0]: called[0][name][0]
        for name, keys in called[1].items()
        if name
        and len(keys) == len(called[0].get(name, ())) == 1
        and keys[0] not in first
        and called[0][name][0] not in second
    }


def _by_name(names: Mapping[Key, str]) -> dict[str, list[Key]]:
    return grouped((canonical_name(name), key) for key, name in names.items())


@dataclass(frozen=True)
class _Called:
    """An indicator of one report: its name as it is compared, and its unit."""

    name: str
    satuan: str


def same_series(reports: Mapping[int, Report]) -> dict[tuple[int, str], str]:
    """The code under which a series goes on, by the year and code of a report that has another.

    That is the code of the latest report. Nothing is put together where a report has both codes,
    or two indicators of that name, or another unit.
    """
    called = {year: _called(report) for year, report in reports.items()}
    codes: dict[str, dict[int, list[str]]] = {}
    for year in sorted(called):
        for kode, one in called[year].items():
            codes.setdefault(one.name, {}).setdefault(year, []).append(kode)
    found: dict[tuple[int, str], str] = {}
    for name, years in codes.items():
        if not name or any(len(of_year) > 1 for of_year in years.values()):
            continue
        (target,) = years[max(years)]
        unit = called[max(years)][target].satuan
        for year, (kode,) in years.items():
            both = any(kode in of_year and target in of_year for of_year in called.values())
            if kode != target and not both and _is_one_unit(called[year][kode].satuan, unit):
                found[year, kode] = target
    targets: dict[str, set[str]] = {}
    for (_, kode), target in found.items():
        targets.setdefault(kode, set()).add(target)
    # A statement of another year's folder may name the series by a code that is not its own.
    elsewhere = {
        (year, kode): min(to)
        for kode, to in targets.items()
        for year in called
        if len(to) == 1 and kode not in called[year]
    }
    return {**elsewhere, **found}


def _called(report: Report) -> dict[str, _Called]:
    """The indicators of a report by their code, and the rows of its tables that are indicators."""
    named = dict(_rows(report)) | {
        kode: (one.nama, one.satuan) for kode, one in report.indicators.items()
    }
    return {
        kode: _Called(canonical_name(name, satuan), satuan)
        for kode, (name, satuan) in named.items()
    }


def _rows(report: Report) -> Iterator[tuple[str, tuple[str, str]]]:
    tables = (table for table in report.tables.values() if table.type.name in TABLES)
    return ((row, (table.row_name(row), "")) for table in tables for row in table.rows)


def _is_one_unit(one: str, other: str) -> bool:
    """Are two units the same, or is one of them not told?"""
    told = {same_unit(unit).strip().casefold() for unit in (one, other)} - {""}
    return len(told) <= 1
