"""The descriptor of data/processed/INSTANSI/TAHUN as a Frictionless Data Package.

It is written as plain JSON: importing frictionless takes half a second, a sixth of a whole report,
and a test holds every descriptor to it. `problems` is that test for any folder, on request.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.output.datapackage.dictionary import STANDARD, Described, Term
from lkjip_analysis.report.filebytes import files_of, sha256
from lkjip_analysis.report.official_codes import programme_code
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.workbook_home import SOURCE

DESCRIPTOR = "datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Attachment:
    """A file of the package that is no table of columns."""

    name: str
    path: str
    judul: str


def write_descriptor(
    folder: Path,
    report: Report,
    raw: Path,
    tables: Sequence[Described],
    attachments: Sequence[Attachment],
) -> None:
    """Describe the files of `folder`, made from those of `raw`; the last file to be written."""
    told = descriptor(folder, report, raw, tables, attachments)
    text = json.dumps(told, indent=2, ensure_ascii=False)
    # A name that is not UTF-8 is told as JSON escapes it.
    (folder / DESCRIPTOR).write_bytes((text + "\n").encode("utf-8", "backslashreplace"))


def descriptor(
    folder: Path,
    report: Report,
    raw: Path,
    tables: Sequence[Described],
    attachments: Sequence[Attachment],
) -> dict[str, Any]:
    """The descriptor; its only date is that of the data, so that equal input gives equal files."""
    ours = raw.resolve().is_relative_to((SOURCE / "data" / "raw").resolve())
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"lkjip-{report.instansi}-{report.tahun}",
        "title": f"{report.full_name}, {report.dokumen}",
        "description": (
            "Angka laporan kinerja sebagaimana tercetak dan dengan koreksi yang diterima, tabelnya "
            "dengan angka bertipe, dan temuan verifikasinya."
        ),
        "version": f"{report.tahun}.{report.tanggal_data:%Y%m%d}",
        "created": f"{report.tanggal_data.isoformat()}T00:00:00Z",
        # Only the makers of the data can license it: for other folders nothing is claimed.
        **({"licenses": [LICENCE]} if ours else {}),
        **({"kode": codes} if (codes := _codes(report)) else {}),
        "sources": _sources(raw, report),
        "standarData": STANDARD,
        "dibuatDengan": {"nama": "lkjip_analysis", "versi": version("lkjip-analysis")},
        "resources": [
            *(_table(folder, table) for table in tables),
            *(_attached(folder, attachment) for attachment in attachments),
        ],
    }


def _codes(report: Report) -> dict[str, Any]:
    """The codes that the report declares, and those of the programmes that it names."""
    told = report.codes.described()
    programmes = [
        {"baris": f"{table.name}[{key}]", "kode": code}
        for table in report.tables.values()
        if table.type.nama_baris == "program"
        for key in table.rows
        if (code := programme_code(table.row_name(key), report.codes.urusan))
    ]
    return told | ({"program": programmes} if programmes else {})


def _sources(raw: Path, report: Report) -> list[dict[str, str]]:
    """The raw files with their hashes, as paths within the data folder."""
    return [
        {
            "title": path.name,
            "path": f"raw/{report.instansi}/{report.tahun}/{path.relative_to(raw).as_posix()}",
            "hash": f"sha256:{sha256(path)}",
        }
        for path in files_of(raw)
    ]


def _table(folder: Path, table: Described) -> dict[str, Any]:
    layer = table.name.removeprefix("angka-") if table.name.startswith("angka-") else "dipakai"
    return {
        "name": table.name,
        "type": "table",
        **_file(folder, table.path),
        "title": table.judul,
        "description": table.arti,
        "lapis": "tercetak" if table.name == "temuan" else layer,
        "dialect": {"csv": {"delimiter": ","}},
        "schema": {
            "fields": [_field(term) for term in table.terms],
            "primaryKey": list(table.kunci),
            "missingValues": [""],
        },
    }


def _field(term: Term) -> dict[str, Any]:
    return {
        "name": term.name,
        "type": term.tipe,
        "title": term.konsep,
        "description": term.definisi,
        "konsep": term.konsep,
        "definisi": term.definisi,
        "klasifikasi": term.klasifikasi,
        "ukuran": term.ukuran,
        "satuan": term.satuan,
        **({"presisi": term.presisi} if term.presisi else {}),
        **({"constraints": {"required": True}} if term.wajib else {}),
    }


def _attached(folder: Path, attachment: Attachment) -> dict[str, Any]:
    told = {"name": attachment.name, "type": "file", "title": attachment.judul}
    return {**told, **_file(folder, attachment.path)}


def _file(folder: Path, path: str) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    return {
        "path": path,
        "format": kind,
        "mediatype": MEDIA[kind],
        **({"encoding": "utf-8"} if kind != "xlsx" else {}),
        "bytes": (folder / path).stat().st_size,
        "hash": f"sha256:{sha256(folder / path)}",
    }


def require_frictionless() -> None:
    """Raises: InputError that says how to get it, where frictionless is not installed."""
    if find_spec("frictionless") is None:
        remedy = "Install the package frictionless, or start with `python run.py ekspor --periksa`."
        found, allowed = "no frictionless here", "the packages of the extra validate"
        raise wrong_input("--periksa", found, allowed, remedy)


def problems(folder: Path) -> list[str]:
    """What `frictionless validate` says against a folder; nothing where it is valid."""
    from frictionless import Package

    found = Package(str(folder / DESCRIPTOR)).validate()
    rows = found.flatten(["title", "rowNumber", "fieldName", "message"])
    return [": ".join(str(part) for part in row if part is not None) for row in rows]
