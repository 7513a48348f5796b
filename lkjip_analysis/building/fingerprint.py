"""What a page was made from, as a hash: a page whose hash is the same is not made again.

A notebook may read any year of its agency, so all files of the agency are its inputs, with its
parameters, its source, this package, the locked versions, and the list of pages it links to.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lkjip_analysis.language import report_locale
from lkjip_analysis.pages import notebooks, type_pages
from lkjip_analysis.report.filebytes import files_of, sha256
from lkjip_analysis.report.reports_at_hand import folder_of, raw_folder
from lkjip_analysis.report.workbook_home import SOURCE
from lkjip_analysis.writing import read_json

MANIFEST = "manifest.json"
VERSIONS = ("pandas", "matplotlib", "papermill", "nbconvert")


@dataclass(frozen=True)
class Inputs:
    """What a report is made from: hashes of its data and notebooks, and of each page's inputs."""

    data: Mapping[str, str]
    notebooks: Mapping[str, str]
    pages: Mapping[str, str] = field(repr=False)


def inputs(
    instansi: str,
    tahun: int,
    data: Path | str | None,
    sources: Sequence[Path],
    parameters: Mapping[str, str],
) -> Inputs:
    """The hashes for one agency and year. Raises: InputError for an unknown agency or year."""
    folder = folder_of(instansi, tahun, data)
    read = _hashes(folder.parent)
    own = f"{tahun}/"
    common = [
        read,
        sorted(parameters.items()),
        [instansi, tahun, report_locale()],
        [[path.name, notebooks.title(path)] for path in sources],
        _program(),
    ]
    told = {path.name: sha256(path) for path in sources}
    pages = {notebooks.page_of(path): _digest([told[path.name], *common]) for path in sources}
    told_types = map(type_pages.page_of, type_pages.told_types(folder))
    for name in ("index.html", notebooks.APPENDIX[1], *(page.file for page in told_types)):
        pages[name] = _digest([name, *common])
    year = {name.removeprefix(own): h for name, h in read.items() if name.startswith(own)}
    return Inputs(year, told, pages)


def kept(target: Path, wanted: Inputs) -> frozenset[str]:
    """The pages of an earlier report that are what would be made again."""
    before = read_manifest(target)
    made, pages = before.get("sidik", {}), before.get("halaman", {})
    skipped = left_out(target)
    return frozenset(
        name
        for name, inputs in wanted.pages.items()
        if made.get(name) == inputs
        and (name in skipped or pages.get(name) == _hash_if_there(target / name))
    )


def left_out(target: Path) -> frozenset[str]:
    """The pages that an earlier report leaves out, because they have nothing to tell of it."""
    told = read_manifest(target).get("dilewati", [])
    return frozenset(told if isinstance(told, list) else ())


def own_pages(target: Path) -> frozenset[str]:
    """The files of an earlier report that a run wrote; any other was put there by somebody."""
    told = read_manifest(target)
    known = {*told.get("halaman", {}), *left_out(target), MANIFEST}
    return frozenset(known if told else (path.name for path in target.glob("*.html")))


def is_whole(target: Path, data: Path | str | None, wanted: Inputs) -> bool:
    """Is a report with its processed figures there, made from just these inputs?"""
    if kept(target, wanted) != set(wanted.pages):
        return False
    folder = processed_folder(target.parent.name, int(target.name), data)
    written = read_manifest(target).get("olahan") or {"temuan.json": "never written"}
    return all(_hash_if_there(folder / name) == hash for name, hash in written.items())


def read_manifest(target: Path) -> dict[str, Any]:
    """The manifest of a report; empty where there is none that can be read."""
    found = read_json(target / MANIFEST)
    parts = ("sidik", "halaman", "olahan", "gagal", "ringkasan")
    sound = isinstance(found, dict) and all(isinstance(found.get(p, {}), dict) for p in parts)
    return found if sound else {}


def manifest(
    folder: Path,
    identity: Mapping[str, Any],
    wanted: Inputs,
    failed: Mapping[str, str],
    skipped: Sequence[str],
    olahan: Path,
) -> dict[str, Any]:
    """What a finished report was made from, and the hashes of what was made.

    A page that failed has no hash of its inputs, so that the next run makes it again.
    """
    return {
        **identity,
        "data": wanted.data,
        "notebooks": wanted.notebooks,
        "halaman": {path.name: sha256(path) for path in sorted(folder.glob("*.html"))},
        "dilewati": list(skipped),
        "gagal": dict(failed),
        "sidik": {name: value for name, value in wanted.pages.items() if name not in failed},
        "olahan": _hashes(olahan),
        "versi": _versions(),
    }


def processed_folder(instansi: str, tahun: int, data: Path | str | None) -> Path:
    return raw_folder(data).parent / "processed" / instansi / str(tahun)


@cache
def program() -> str:
    """The hash of this package and of the locked versions."""
    return _digest(_program())


@cache
def _program() -> list[Any]:
    """What runs here is what was there when it was first asked for."""
    lock = SOURCE / "requirements.lock"
    package = _hashes(SOURCE / "lkjip_analysis", ("__pycache__",))
    return [package, _hash_if_there(lock), _versions()]


@cache
def _versions() -> dict[str, str]:
    return {"python": platform.python_version(), **{name: version(name) for name in VERSIONS}}


def _hashes(folder: Path, without: Iterable[str] = ()) -> dict[str, str]:
    """Name and hash of every file of a folder; none of those an open editor leaves beside it."""
    found = ((path.relative_to(folder).as_posix(), path) for path in files_of(folder))
    left_out = frozenset(without)
    return {
        name: sha256(path)
        for name, path in found
        if not is_hidden(name) and left_out.isdisjoint(name.split("/"))
    }


def is_hidden(name: str) -> bool:
    """Is it what an open editor, or a folder that is replaced, leaves beside others?"""
    return any(part.startswith((".", "~$")) for part in name.split("/"))


def _digest(told: object) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _hash_if_there(path: Path) -> str:
    return sha256(path) if path.is_file() else ""
