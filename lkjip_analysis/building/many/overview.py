"""Pages over many reports: one for each agency, one over all, one for each report that failed.

They are read off what lies in the folder of reports, so that they list every report there and not
only those of the last run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lkjip_analysis.building import fingerprint
from lkjip_analysis.building.many.batch import Outcome
from lkjip_analysis.language import report_spoken, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.pages.parts import rendering
from lkjip_analysis.replace_folder import visible
from lkjip_analysis.writing import write_whole

FAILED = "-gagal.html"
EXAMINED = "periksa/index.html"
"""The page over the documents that were examined, where there is one."""


@dataclass(frozen=True)
class Entry:
    """One report in the list: its name, key figures, and why it or a page of it failed."""

    instansi: str
    tahun: str
    nama: str
    file: str
    figures: Mapping[str, str] = field(default_factory=dict)
    cause: str = ""
    downloads: tuple[tuple[str, str], ...] = ()


@report_spoken()
def note(reports: Path, outcome: Outcome) -> None:
    """Write the page of a report that could not be made; take it away from one that could."""
    path = reports / outcome.instansi / f"{outcome.tahun}{FAILED}"
    if not outcome.problem:
        path.unlink(missing_ok=True)
        return
    earlier = f"{outcome.tahun}/index.html"
    html = _rendered(
        "tak_terbaca.html.j2",
        title=worded(
            "{instansi}, tahun {tahun}: laporan gagal",
            instansi=outcome.instansi,
            tahun=outcome.tahun,
        ),
        tahun=outcome.tahun,
        problems=outcome.problem.splitlines(),
        earlier=earlier if (path.parent / earlier).is_file() else "",
    )
    write_whole(path, html)


def is_there(reports: Path) -> bool:
    """Is there a page over all reports already?"""
    return (reports / "index.html").is_file() and any(map(_entries, sorted(reports.iterdir())))


@report_spoken()
def write(reports: Path) -> Path:
    """Write the page over all reports and one for each agency; gives the first."""
    entries = [entry for folder in sorted(reports.iterdir()) for entry in _entries(folder)]
    agencies = grouped((entry.instansi, entry) for entry in entries)
    for instansi, own in agencies.items():
        _write(reports / instansi / "index.html", own[-1].nama, own, "../index.html", "")
    everyone = worded("Laporan kinerja instansi pemerintah")
    return _write(reports / "index.html", everyone, entries, "", "{}/")


def _entries(folder: Path) -> list[Entry]:
    """The reports of an agency, and those that failed, by year."""
    found = []
    years = visible(folder) if folder.is_dir() else []
    for path in (folder / year / fingerprint.MANIFEST for year in years):
        if not path.is_file():
            continue
        told = fingerprint.read_manifest(path.parent)
        cause = "; ".join(f"{page}: {why}" for page, why in told.get("gagal", {}).items())
        year, nama = path.parent.name, told.get("nama", folder.name)
        figures = told.get("ringkasan", {})
        downloads = tuple(_downloads(folder, year))
        found.append(
            Entry(folder.name, year, nama, f"{year}/index.html", figures, cause, downloads)
        )
    names = {entry.instansi: entry.nama for entry in found}
    for path in sorted(folder.glob(f"*{FAILED}")):
        year, nama = path.name.removesuffix(FAILED), names.get(folder.name, folder.name)
        found.append(Entry(folder.name, year, nama, path.name, cause=worded("tidak dapat dibuat")))
    return sorted(found, key=lambda entry: (entry.tahun, entry.file))


PROCESSED = (("laporan.xlsx", "Excel"), ("datapackage.json", "data"), ("kamus.html", "kamus data"),
             ("temuan.json", "temuan"))  # fmt: skip
"""What lies beside the reports in data/processed, and what a reader calls it."""

DOCUMENTS = {"-bab3.docx": "BAB III Word", "-bab3.pdf": "BAB III PDF",
             "-perbaikan.docx": "perbaikan Word", "-perbaikan.pdf": "perbaikan PDF",
             "-ralat.docx": "ralat Word", "-ralat.pdf": "ralat PDF"}  # fmt: skip


def _downloads(folder: Path, year: str) -> Iterator[tuple[str, str]]:
    """What there is of a report to take away, each with its place seen from the agency's folder."""
    for ending, label in DOCUMENTS.items():
        if (folder / f"{folder.name}-{year}{ending}").is_file():
            yield worded(label), f"{folder.name}-{year}{ending}"
    place = Path("data", "processed", folder.name, year)
    for name, label in PROCESSED:
        if (folder.parent.parent / place / name).is_file():
            yield worded(label), f"../../{place.as_posix()}/{name}"


def _write(path: Path, whose: str, entries: Sequence[Entry], back: str, prefix: str) -> Path:
    failures = [entry for entry in entries if entry.cause]
    reports = [entry for entry in entries if not entry.file.endswith(FAILED)]
    told = _how_many(len(reports), len(failures))
    heading = worded("Laporan menurut tahun" if back else "Semua laporan")
    html = _rendered(
        "banyak.html.j2",
        title=f"{whose}: {heading.casefold()}",
        heading=heading,
        nama=whose,
        told=told,
        back=back,
        examined=EXAMINED if not back and (path.parent / EXAMINED).is_file() else "",
        failures=[_shown(entry, prefix) for entry in failures],
        reports=[_shown(entry, prefix) for entry in reports],
    )
    return write_whole(path, html)


def _how_many(reports: int, failures: int) -> str:
    """
    >>> _how_many(9, 0), _how_many(1, 0), _how_many(9, 2)
    ('9 laporan, semuanya berhasil dibuat.', '1 laporan, berhasil dibuat.', '9 laporan, 2 gagal.')
    """
    if failures:
        return worded("{reports} laporan, {failures} gagal.", reports=reports, failures=failures)
    if reports > 1:
        return worded("{reports} laporan, semuanya berhasil dibuat.", reports=reports)
    return worded("{reports} laporan, berhasil dibuat.", reports=reports)


def _shown(entry: Entry, prefix: str) -> dict[str, Any]:
    place = prefix.format(quote(entry.instansi, safe=""))
    return {
        "nama": entry.nama,
        "tahun": entry.tahun,
        "link": place + quote(entry.file),
        "agency": f"{place}index.html",
        "figures": entry.figures,
        "cause": entry.cause,
        "downloads": [
            (label, _seen_from(prefix, entry.instansi, target)) for label, target in entry.downloads
        ],
    }


def _seen_from(prefix: str, instansi: str, target: str) -> str:
    """A place seen from the agency's folder, from the page that lists it."""
    target = quote(target, safe="/.")
    if not prefix:
        return target
    return (
        target.removeprefix("../")
        if target.startswith("../")
        else prefix.format(quote(instansi, safe="")) + target
    )


def _rendered(template: str, **context: Any) -> str:
    return rendering.render(template, refresh=None, **context)
