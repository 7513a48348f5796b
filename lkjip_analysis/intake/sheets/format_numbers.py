"""Number formats that a workbook names by number alone, and does not tell what they are."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STYLES = "xl/styles.xml"
FIRST_OWN = 164
"""From here on a workbook numbers its own formats, and has to say what they are."""
RESERVED = frozenset((*range(27, 37), *range(50, 82)))
"""Dates, figures and fractions of the language that the program runs in, in no list of formats."""


def with_told_formats(content: bytes) -> bytes:
    """The same workbook, its cells without a format where theirs is not told, as Excel shows them.

    The library would take another of the workbook's own formats for it.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if STYLES not in archive.namelist():
            return content
        root = ElementTree.fromstring(archive.read(STYLES))
        told = {form.get("numFmtId") for form in root.iter(f"{MAIN}numFmt")}
        untold = [xf for xf in root.iter(f"{MAIN}xf") if _is_own(xf) - told]
        if not untold:
            return content
        for xf in untold:
            xf.set("numFmtId", "0")
        return _replaced(archive, STYLES, ElementTree.tostring(root, encoding="utf-8"))


def _is_own(xf: ElementTree.Element) -> set[str | None]:
    """The number of the workbook's own format that a look names, if it names one."""
    number = xf.get("numFmtId", "")
    return {number} if number.isdecimal() and int(number) >= FIRST_OWN else set()


def _replaced(archive: zipfile.ZipFile, name: str, part: bytes) -> bytes:
    """An archive with another part in the place of one."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for one in archive.namelist():
            made.writestr(one, part if one == name else archive.read(one))
    return file.getvalue()
