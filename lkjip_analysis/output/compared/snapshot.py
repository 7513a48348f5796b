"""One of two states that are compared: figures, findings and pages, from wherever they are kept."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding, summary
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.written import number, plain
from lkjip_analysis.pages.parts.key_figures import key_figures
from lkjip_analysis.report.csvtext import LONGEST, as_meant
from lkjip_analysis.report.filebytes import read_bytes
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.place_names import place
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import plain_name

MOST_BYTES = 200_000_000
EXPORT, BUILD, EXAMINED = "angka_tercetak.csv", "manifest.json", "temuan.json"


class Said(NamedTuple):
    """What a reader calls it, and what it says; of a figure its value and its table too."""

    where: str
    said: str
    value: str = ""
    table: str = ""


@dataclass(frozen=True)
class Snapshot:
    """A state; None where it keeps nothing of that sort.

    `figures`: what is printed, by address; `findings`: what is said, by code; `files` and `pages`:
    the digest of each file of data and of each page.
    """

    name: str
    figures: Mapping[str, Said] | None = None
    findings: Mapping[str, Said] | None = None
    files: Mapping[str, Said] | None = None
    pages: Mapping[str, Said] | None = None
    instansi: str = ""
    """Of a report: the agency it is of."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Of a report: the key figures of its front page and how many findings of each kind it has."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """Of a report: each row of its tables, `tabel[baris]`, with its table's type and its name."""


def snapshot(named: str, data: Path | str | None) -> Snapshot:
    """The state that is named: INSTANSI/TAHUN, or a folder of `ekspor`, `report` or `periksa`.

    Raises: InputError where it is none of these or cannot be read.
    """
    folder = Path(named)
    if (folder / EXPORT).is_file():
        return Snapshot(named, _exported_figures(folder), _exported_findings(folder))
    if (folder / BUILD).is_file():
        built = _built(folder)
        return Snapshot(named, files=_digests(built["data"]), pages=_digests(built["halaman"]))
    if (folder / EXAMINED).is_file():
        return _examined(named, folder)
    agency = re.fullmatch(r"([^/\\]+)[/\\]([0-9]{4})", named)
    if agency and not folder.is_dir():
        return _verified(agency[1], int(agency[2]), data)
    allowed = phrase(
        "INSTANSI/TAHUN, or a folder with {export} (of ekspor), {build} (of report) or {examined} "
        "(of periksa)",
        export=EXPORT,
        build=BUILD,
        examined=EXAMINED,
    )
    remedy = "Write for example dinas-contoh/2021, or data/processed/dinas-contoh/2021."
    raise wrong_input("lkjip beda", f'"{named}"', allowed, remedy)


def _verified(instansi: str, tahun: int, data: Path | str | None) -> Snapshot:
    found = verified(instansi, tahun, data)
    return Snapshot(
        f"{instansi}/{tahun}",
        _figures(found.report),
        said_by(found.findings),
        instansi=instansi,
        keys=_keys(found),
        rows=_rows(found.report),
    )


def _rows(report: Report) -> dict[str, str]:
    """Each row, `tabel[baris]`, by the type of its table and its name."""
    return {
        f"{table.name}[{row}]": f"{table.type.name} {name}"
        for table in report.tables.values()
        for row in table.keys
        if (name := plain_name(table.row_name(row)))
    }


def _figures(report: Report) -> dict[str, Said]:
    """What each figure of a report prints, by its address."""
    return {
        str(cell.address): Said(
            place(report, cell.address),
            cell.text.strip(),
            plain(cell.point),
            report.tables[cell.address.table].label,
        )
        for cell in report.cells()
        if cell.is_figure and not cell.derived
    }


def _examined(named: str, folder: Path) -> Snapshot:
    """What `periksa` read of a document, and what it found there that nobody rejected."""
    path = folder / EXAMINED
    try:
        told = json.loads(_text(path))
        findings = {
            str(one["id"]): Said(SHOWN_AS[one["verdict"] or one["kind"]], str(one["message"]))
            for one in told["findings"]
        }
        instansi, tahun = str(told["instansi"]), int(told["tahun"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        remedy = "Run `lkjip periksa` on the document again."
        raise wrong_input(str(path), "no list of findings", "as it was written", remedy) from error
    report = load(instansi, tahun, data=folder / "data")
    return Snapshot(named, _figures(report), findings, rows=_rows(report))


def _keys(found: Verification) -> dict[str, str]:
    counts = summary(found.findings)
    return {
        **{key.title: key.figure.text for key in key_figures(found)},
        **{worded(SHOWN_AS[kind]): number(count) for kind, count in counts.items()},
    }


def said_by(findings: Iterable[Finding]) -> dict[str, Said]:
    """What each finding says, by its code."""
    return {one.id: Said(SHOWN_AS[one.standing], one.message) for one in findings}


def _exported_figures(folder: Path) -> dict[str, Said]:
    found = {}
    for row in package_rows(folder / EXPORT, ("tabel", "baris", "kolom", "tercetak", "nilai")):
        address = f"{row['tabel']}[{row['baris']}].{row['kolom']}"
        found[address] = Said(address, row["tercetak"], row["nilai"], row["tabel"])
    return found


def _exported_findings(folder: Path) -> dict[str, Said]:
    names = {str(key): told for key, told in SHOWN_AS.items()}
    return {
        row["id"]: Said(names.get(row["putusan"], row["putusan"]), row["pesan"])
        for row in package_rows(folder / "temuan.csv", ("id", "putusan", "pesan"))
    }


def package_rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a file of the data package, as they were before they were made safe to open."""
    csv.field_size_limit(LONGEST)
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        missing = sorted(set(columns) - set(reader.fieldnames or ()))
        if missing:
            raise _unreadable(path, phrase('no column "{missing}"', missing=missing[0]))
        return [{name: as_meant(row[name] or "") for name in columns} for row in reader]
    except csv.Error as error:
        raise _unreadable(
            path, phrase("a broken row ({error})", error=phrase(str(error)))
        ) from error


def _built(folder: Path) -> dict[str, Any]:
    """The manifest of a build; older ones keep no digests of the data."""
    path = folder / BUILD
    try:
        told = json.loads(_text(path))
        return {"data": told.get("data"), "halaman": dict(told["halaman"])}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unreadable(path, "no list of pages") from error


def _digests(told: object) -> dict[str, Said] | None:
    if not isinstance(told, dict):
        return None
    return {str(name): Said(str(name), str(digest)) for name, digest in told.items()}


def _text(path: Path) -> str:
    try:
        return read_bytes(path, path.name, MOST_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable(path, "a byte that is not UTF-8") from error


def _unreadable(path: Path, found: str) -> InputError:
    remedy = "Make it again with `lkjip ekspor` or `lkjip report`."
    return wrong_input(str(path), found, "the file as it was written", remedy)
