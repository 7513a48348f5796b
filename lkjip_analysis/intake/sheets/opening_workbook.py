"""A workbook opened, or one sentence why not: whatever is broken in it."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.intake.sheets.broken_parts import no_number, what_is_broken
from lkjip_analysis.intake.sheets.format_numbers import with_told_formats
from lkjip_analysis.language import phrase

STRICT = b"http://purl.oclc.org/ooxml/"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
UNUSED = {
    "xl/styles.xml": ("dxfs", "tableStyles", "colors", "extLst", "cellStyles"),
    "xl/workbook.xml": ("definedNames", "externalReferences", "extLst", "pivotCaches"),
    "xl/worksheets/": ("conditionalFormatting", "dataValidations", "drawing", "legacyDrawing",
                       "tableParts", "pageSetup", "printOptions", "headerFooter", "extLst",
                       "autoFilter", "hyperlinks", "oleObjects", "controls", "picture",
                       "legacyDrawingHF", "sheetViews", "rowBreaks", "colBreaks"),
}  # fmt: skip
"""Parts that decide nothing of what a cell prints, by the file that holds them."""
BROKEN = (
    OSError, EOFError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, TypeError,
    AttributeError, SyntaxError, ArithmeticError, AssertionError, NotImplementedError,
    RuntimeError, InvalidFileException,
)  # fmt: skip
"""All that the library is known to raise on a broken workbook."""
MOST_OF_THE_LIST = 1_000_000
"""The list of sheets is no longer, in bytes."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""So large is a sheet."""
LOOKS = ("family", "charset", "scheme", "alignment", "protection")


def load_both(path: Path) -> tuple[Workbook, Workbook]:
    """The workbook with its values, and with its formulas.

    Raises: InputError with one sentence for a workbook that cannot be read.
    """
    content = path.read_bytes()
    try:
        _check_kind(path, content)
        _check_numbers(path, content)
        return _checked(path, _both(content))
    except InputError:
        raise
    except Exception as first:  # the library fails on a broken part in any way there is
        try:
            return _checked(path, _both(_bare(content)))
        except InputError:
            raise
        except Exception:
            found = phrase("no readable workbook ({reason})", reason=what_is_broken(content))
            raise _broken(path, found) from first


def opened(content: bytes) -> Workbook:
    """A workbook that `load_both` reads, to be written on; broken parts may be left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(io.BytesIO(content), rich_text=True)
        except Exception:  # as above
            return load_workbook(io.BytesIO(_bare(content)), rich_text=True)


def _checked(path: Path, books: tuple[Workbook, Workbook]) -> tuple[Workbook, Workbook]:
    """The same. Raises: InputError for a cell outside of every sheet: it would be lost."""
    for sheet in books[0].worksheets:
        for row, column in getattr(sheet, "_cells", {}):
            if not (1 <= row <= MOST_ROWS and 1 <= column <= MOST_COLUMNS):
                found = phrase(
                    'a cell of "{title}" in row {row}, which no sheet has',
                    title=sheet.title,
                    row=row,
                )
                raise _broken(path, found)
    return books


def titles_of(path: Path) -> frozenset[str]:
    """What the sheets of a workbook are called, none of them read; none where it is broken."""
    if not path.is_file():  # a pipe would be waited for
        return frozenset()
    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as part:
            listed = ElementTree.fromstring(part.read(MOST_OF_THE_LIST))
    except (*BROKEN, ElementTree.ParseError):
        return frozenset()
    return frozenset(sheet.get("name", "") for sheet in listed.iter(f"{{{MAIN}}}sheet"))


def _both(content: bytes) -> tuple[Workbook, Workbook]:
    """Read twice only where there is a formula: without one both are the same."""
    content = with_told_formats(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what the library leaves out; figures are not
        formulas = load_workbook(io.BytesIO(content), data_only=False, rich_text=True)
        if not any(map(_has_formula, formulas.worksheets)):
            return formulas, formulas
        return load_workbook(io.BytesIO(content), data_only=True, rich_text=True), formulas


def _has_formula(sheet: object) -> bool:
    """Also of a sheet that is a chart, which has no cells."""
    cells = getattr(sheet, "_cells", {})  # iterating over the sheet would walk empty rows
    return any(cell.data_type == "f" for cell in cells.values())


def _check_kind(path: Path, content: bytes) -> None:
    """Raises: InputError for the strict kind, which holds other names for everything."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if STRICT in archive.read("xl/workbook.xml"):
            found = "a workbook of the kind Strict Open XML"
            raise _broken(path, found, 'Save it in Excel as "Excel Workbook (.xlsx)".')


def _check_numbers(path: Path, content: bytes) -> None:
    """Raises: InputError for a cell of a number that only Python reads as one."""
    if told := no_number(content):
        raise _broken(path, phrase("no readable workbook ({reason})", reason=told))


def _broken(
    path: Path, found: str, remedy: str = "Open it in Excel and save it again."
) -> InputError:
    return wrong_input(path.name, found, "an .xlsx workbook", remedy)


def _bare(content: bytes) -> bytes:
    """The same workbook without what prints nothing: there some programs err."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as whole,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in whole.namelist():
            part = whole.read(name)
            unused = next((u for start, u in UNUSED.items() if name.startswith(start)), ())
            kept.writestr(
                name, _without(part, unused) if unused and name.endswith(".xml") else part
            )
    return file.getvalue()


def _without(part: bytes, unused: tuple[str, ...]) -> bytes:
    root = ElementTree.fromstring(part)
    for name in unused:
        for child in root.findall(f"{{{MAIN}}}{name}"):
            root.remove(child)
    for parent in list(root.iter()):
        for name in LOOKS:
            for child in parent.findall(f"{{{MAIN}}}{name}"):
                parent.remove(child)
    for fill in root.iter(f"{{{MAIN}}}fill"):
        if not len(fill):  # a fill that fills nothing, as some programs write it
            ElementTree.SubElement(fill, f"{{{MAIN}}}patternFill")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
