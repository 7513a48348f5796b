"""Which part of a workbook is broken, and how: in our words, never in those of a library."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from lkjip_analysis.language import phrase

NEEDED = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
"""Without these no sheet is found."""
XML = (".xml", ".rels")
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
VALUE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}v"
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


def what_is_broken(content: bytes) -> str:
    """The first part of a workbook that is missing, damaged or no XML, as a phrase."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            missing = [name for name in NEEDED if name not in names]
            told = (_broken(archive, name) for name in names if name.endswith(XML) and not missing)
            broken = next(filter(None, told), "")
            missing = missing or [name for name in _named(archive) if name not in names]
            if missing and not broken:
                return phrase("its part {part} is missing", part=missing[0])
            return broken or phrase("its parts do not fit together")
    except DAMAGED:
        return phrase("its archive is damaged")


def _named(archive: zipfile.ZipFile) -> list[str]:
    """The parts of which the workbook says that it has them."""
    try:
        root = ElementTree.fromstring(archive.read(NEEDED[-1]))
    except (ElementTree.ParseError, KeyError):
        return []
    inside = [each for each in root if each.get("TargetMode") != "External"]
    targets = [each.get("Target", "") for each in inside]
    return [target[1:] if target.startswith("/") else f"xl/{target}" for target in targets]


def _broken(archive: zipfile.ZipFile, name: str) -> str:
    """What is wrong with one part; empty where it is whole."""
    try:
        root = ElementTree.fromstring(archive.read(name))
    except ElementTree.ParseError as error:
        line, column = error.position
        return phrase(
            "its part {part} is cut off or broken at line {line}, column {column}",
            part=name,
            line=line,
            column=column + 1,
        )
    except DAMAGED:
        return phrase("its part {part} is damaged", part=name)
    return _no_number(root) if name.startswith("xl/worksheets/") else ""


def _no_number(root: ElementTree.Element) -> str:
    """The first cell that is stored as a number and holds none."""
    for cell in root.iter(CELL):
        value = cell.findtext(VALUE)
        if value and cell.get("t", "n") == "n" and not _is_number(value):
            return phrase(
                'cell {cell} is stored as a number, but holds "{value}"',
                cell=cell.get("r", "?"),
                value=value[:40],
            )
    return ""


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
