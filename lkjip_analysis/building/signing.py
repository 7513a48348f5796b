"""Who stands by a report: penyusun, pemeriksa and penyetuju, in its appendix and its manifest.

A signature is for pages as they are: where they were made again and say something else, it lapses.
It is put in after a report is made, for its date would else change pages that nothing changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lkjip_analysis.building import fingerprint
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import phrase, report_spoken
from lkjip_analysis.output.corrections.who_accepts import ROLES, git_setting
from lkjip_analysis.pages.notebooks import APPENDIX
from lkjip_analysis.replace_folder import changed_folder
from lkjip_analysis.report.filebytes import sha256
from lkjip_analysis.writing import write_whole

Signed = list[dict[str, str]]
KEY, FILE = "pengesahan", APPENDIX[1]


@dataclass(frozen=True)
class Earlier:
    """What was signed before a report is made, and the pages it was signed for."""

    signed: Signed
    pages: Mapping[str, str]


def earlier(target: Path) -> Earlier:
    told = fingerprint.read_manifest(target)
    return Earlier(_signed(told), _pages(told))


def sign(target: Path, before: Earlier, names: Mapping[str, str], folder: Path) -> bool:
    """Put names, those of git's settings and those that still hold into a report; True where one
    that was there lapsed.

    `names` are by role. A role for which nobody is named keeps whoever signed the same pages.
    """
    told = fingerprint.read_manifest(target)
    if FILE not in told.get("halaman", {}):
        return False
    valid = {one["peran"]: one for one in before.signed if _pages(told) == before.pages}
    today = date.today().isoformat()
    for role in ROLES:
        name = " ".join(names.get(role, "").split()) or git_setting(folder, f"lkjip.{role}")
        if name and valid.get(role, {}).get("nama") != name:
            valid[role] = {"peran": role, "nama": name, "tanggal": today}
    signed = [valid[role] for role in ROLES if role in valid]
    if signed != _signed(told):
        _write(target, told, signed)
    return any(one["peran"] not in valid for one in before.signed)


def _write(target: Path, told: dict[str, Any], signed: Signed) -> None:
    """Page and manifest, in one exchange: of a page that its manifest does not know nobody can
    tell who made it.

    Raises: InputError where another run has put other pages there meanwhile.
    """
    from lkjip_analysis.pages.appendix import with_signatures  # what shows pages is slow

    with changed_folder(target) as made:
        if fingerprint.read_manifest(made) != told:
            found = phrase("another run at work there{holder}", holder="")
            remedy = "Wait until it ends, then try again."
            raise wrong_input(str(target), found, "one run at a time", remedy)
        page = made / FILE
        with report_spoken(told.get("bahasa", "")):
            html = with_signatures(page.read_text(encoding="utf-8"), signed)
        write_whole(page, html)
        pages = {**told["halaman"], FILE: sha256(page)}
        signs = {**told, "halaman": pages, KEY: signed}
        text = json.dumps(signs, indent=2, ensure_ascii=False) + "\n"
        write_whole(made / fingerprint.MANIFEST, text)


def _signed(told: Mapping[str, Any]) -> Signed:
    """The signatures of a manifest; none of one that somebody wrote otherwise."""
    found = told.get(KEY, [])
    sound = isinstance(found, list) and all(
        isinstance(one, dict) and {"peran", "nama", "tanggal"} <= one.keys() for one in found
    )
    return found if sound else []


def _pages(told: Mapping[str, Any]) -> dict[str, str]:
    """The pages that a signature is for: all but the one that shows it."""
    return {name: sha for name, sha in told.get("halaman", {}).items() if name != FILE}
