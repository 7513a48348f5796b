"""Which part of a workbook is broken, and how: in our words, never in those of a library."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from lkjip_analysis.language import phrase

NEEDED = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
"""Without these no sheet is found."""
XML = (".xml", ".rels")
SHEETS = "xl/worksheets/"
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
VALUE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}v"
STORED = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<")
"""What the cells of a part store: enough to see that all of it is numbers."""
FORMS = {
    "n": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?(?i:inf|nan)"),
    "s": re.compile("[0-9]+"),
    "b": re.compile("[01]"),
}
"""How cells of a kind store what they hold: a number (one that is none is refused with its cell),
the place in the list of texts, yes or no. Python takes more: 1_000, digits of others."""
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
    return _no_number(root) if name.startswith(SHEETS) else ""


def no_number(content: bytes) -> str:
    """The first cell of a workbook that is stored as a number and holds none; empty without one."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name) if name.startswith(SHEETS) and name.endswith(XML) else b""
            told = "" if _is_of_numbers(part) else _no_number(ElementTree.fromstring(part))
            if told:
                return told
    return ""


def _is_of_numbers(part: bytes) -> bool:
    """Is it plain, without a parser, that all its cells store numbers?"""
    can_tell = b"\0" not in part and b"<!" not in part
    return can_tell and all(map(_is_plain, STORED.finditer(part)))


def _is_plain(told: re.Match[bytes]) -> bool:
    text = told[1].strip()
    return not text or (text.isascii() and FORMS["n"].fullmatch(text.decode("ascii")) is not None)


def _no_number(root: ElementTree.Element) -> str:
    for cell in root.iter(CELL):
        form, value = FORMS.get(cell.get("t", "n")), (cell.findtext(VALUE) or "").strip(" \t\r\n")
        if value and form and not form.fullmatch(value):
            return phrase(
                'cell {cell} is stored as a number, but holds "{value}"',
                cell=cell.get("r", "?"),
                value=value[:40],
            )
    return ""
