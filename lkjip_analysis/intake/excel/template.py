"""`lkjip template`: the workbook that a planner fills in, with a guide and lists to choose from."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel.read_workbook import all_types
from lkjip_analysis.intake.excel.template_sheets import (
    GUIDE,
    SETTINGS,
    Block,
    Form,
    Guide,
    blocks,
    choice_said,
    forms,
    guide,
)
from lkjip_analysis.intake.excel_pages import one_page_wide, printable, within_page
from lkjip_analysis.intake.excel_rows import fit_row
from lkjip_analysis.intake.excel_styles import (
    BLUE,
    HINT,
    INPUT,
    PALE,
    at,
    choices,
    figure_side,
    font,
    lines_around,
    part_title,
    saved,
    shade,
    title,
    widths,
    words_side,
)
from lkjip_analysis.intake.sheets.codes import EXAMPLE
from lkjip_analysis.intake.sheets.headings import LEFT_OUT, required
from lkjip_analysis.language import worded
from lkjip_analysis.report.claims import KINDS, PRECISIONS
from lkjip_analysis.report.schema import Column, TableType
from lkjip_analysis.report.yamltext import SCHEMAS
from lkjip_analysis.rules.kinds import KINDS as RULE_KINDS

TEXT = "@"
"""The format of cells to type in: what is typed stays as it is."""
ROWS = 60
"""So many rows of a table sheet are prepared for typing; more are read as well."""
HEAD_ROW = 4
WIDTHS = {"kunci": 24, "teks": 26, "angka": 20, "kategori": 18}
SHORT, SHORTEST = 13, 17
"""How wide figures that are no amounts are; and words, where the page is full."""
WIDE = {
    "no": 8,
    "no_indikator": 8,
    "satuan": 14,
    "tipe": 14,
    "presisi": 14,
    "aturan": 18,
    "dasar": 14,
    "indikator": 46,
    "program": 46,
    "sasaran": 40,
    "tentang": 32,
    "sel": 44,
    "sebab": 36,
}
SETTINGS_WIDTHS = (44, 32, 13, 13, 13, 14, 16, 14, 16, 12, 13)
CLAIM_CHOICES = {
    "tipe": KINDS,
    "presisi": PRECISIONS,
    "aturan": tuple(RULE_KINDS),
    "dasar": ("tercetak", "tafsir", "usulan"),
}


def template() -> bytes:
    """The workbook as it is saved."""
    book = Workbook()
    types = {kind.name: kind for kind in all_types([SCHEMAS])}
    first = book.worksheets[0]
    first.title = worded(GUIDE)
    _guide(first, guide())
    places = _settings(book.create_sheet(worded(SETTINGS)), tuple(types))
    for form in forms():
        _form(book.create_sheet(form.sheet), form, types[form.tipe], places)
    return saved(printable(book))


def _guide(sheet: Worksheet, told: Guide) -> None:
    widths(sheet, (5, 30, 84))
    title(sheet, worded(told.judul), worded(told.ringkas))
    start = 4
    for part in told.parts:
        part_title(at(sheet, start, 1), worded(part.judul))
        for row, texts in enumerate(part.lines, start + 1):
            for column, text in enumerate(map(worded, texts), 1):
                cell = sheet.cell(row, column, text)
                cell.alignment = Alignment(wrap_text=column == 3, vertical="top")
                cell.font = font(bold=column == 2)
            fit_row(sheet, row)
        start += len(part.lines) + 2
    page(sheet, landscape=False)


def _settings(sheet: Worksheet, types: tuple[str, ...]) -> dict[str, str]:
    """The blocks below one another; the ranges of kode and kategori for lists on other sheets."""
    widths(sheet, SETTINGS_WIDTHS)
    title(
        sheet,
        worded("Pengaturan laporan"),
        worded("Isi sel kuning. Yang boleh kosong, biarkan kosong."),
    )
    row, places = 4, {}
    for block in blocks().values():
        _block_title(sheet, row, block)
        if block.rows:
            listed = {"tipe": types} if block.name == "tabel" else {}
            first = row + 3
            _table_block(sheet, row + 2, block, listed)
            places[block.name] = f"${{column}}${first}:${{column}}${first + block.rows - 1}"
            if block.name == "tabel":
                _sheets(sheet, first, block)
            row = first + block.rows + 1
        else:
            _list_block(sheet, row + 1, block)
            row += len(block.entries) + 2
    sheet.freeze_panes = "A4"
    page(sheet)
    return {
        "kode": f"{sheet.title}!{places['indikator'].format(column='A')}",
        "kategori": f"{sheet.title}!{places['skala'].format(column='A')}",
    }


def _block_title(sheet: Worksheet, row: int, block: Block) -> None:
    for column in range(1, len(SETTINGS_WIDTHS) + 1):
        sheet.cell(row, column).fill = shade(BLUE)
    sheet.cell(row, 1, worded(block.judul)).font = font(bold=True, color="FFFFFF", size=12)
    if block.rows:
        sheet.cell(row + 1, 1, worded(block.hint)).font = font(italic=True, color=HINT)
    else:
        sheet.cell(row, 2, worded(block.hint)).font = font(italic=True, color="FFFFFF")


def _list_block(sheet: Worksheet, first: int, block: Block) -> None:
    for row, entry in enumerate(block.entries, first):
        named = sheet.cell(row, 1, worded(entry.judul))
        named.font, named.alignment = font(), words_side()
        to_fill(sheet, row, 2, choice_said(entry.default))
        hint = sheet.cell(row, 3, worded(entry.hint))
        hint.font, hint.alignment = font(italic=True, color=HINT), Alignment(indent=1)
        if entry.choices:
            choices(sheet, f"B{row}", [choice_said(one) for one in entry.choices], strict=False)
        fit_row(sheet, row)


def _table_block(
    sheet: Worksheet, header: int, block: Block, listed: dict[str, tuple[str, ...]]
) -> None:
    for column, entry in enumerate(block.entries, 1):
        heading(sheet, header, column, worded(entry.judul), worded(entry.hint))
        letter = get_column_letter(column)
        for row in range(header + 1, header + block.rows + 1):
            to_fill(sheet, row, column, "")
        if words := listed.get(entry.name, entry.choices):
            cells = f"{letter}{header + 1}:{letter}{header + block.rows}"
            choices(sheet, cells, [choice_said(word) for word in words], strict=False)
    fit_row(sheet, header)


def _sheets(sheet: Worksheet, first: int, block: Block) -> None:
    """The sheets of the template are listed already."""
    names = [entry.name for entry in block.entries]
    for row, form in enumerate(forms(), first):
        told = {"lembar": form.sheet, "tipe": form.tipe, "transkripsi": "impor"}
        for name, text in told.items():
            sheet.cell(row, names.index(name) + 1, text)


def _form(sheet: Worksheet, form: Form, kind: TableType, places: dict[str, str]) -> None:
    below = f"{worded(form.hint)} {worded('Judul kolom abu-abu: boleh kosong.')}"
    title(sheet, worded(kind.judul), below)
    sheet.sheet_properties.tabColor = HINT if form.tipe == "klaim" else BLUE
    columns = [(name, column) for name, column in kind.columns.items() if name not in LEFT_OUT]
    widths(sheet, within_page((_width(column) for _, column in columns), least=SHORTEST))
    for place, (name, column) in enumerate(columns, 1):
        letter = get_column_letter(place)
        heading(sheet, HEAD_ROW, place, column.judul, _meaning(column))
        if name not in required(kind):
            sheet.cell(HEAD_ROW, place).font = font(color=HINT)
        example = EXAMPLE if name == kind.kunci else form.example.get(name, "")
        cell = sheet.cell(HEAD_ROW + 1, place, example)
        cell.number_format = TEXT
        cell.font = font(italic=True, color=HINT)
        cell.alignment = _side(column)
        for row in range(HEAD_ROW + 2, HEAD_ROW + 2 + ROWS):
            to_fill(sheet, row, place, "")
            sheet.cell(row, place).alignment = _side(column)
        cells = f"{letter}{HEAD_ROW + 2}:{letter}{HEAD_ROW + 1 + ROWS}"
        _choices_of(sheet, kind, column, cells, places)
    fit_row(sheet, HEAD_ROW)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    page(sheet, head=HEAD_ROW)


def _width(column: Column) -> int:
    """Room for an amount; other figures are short."""
    is_short = column.tipe == "angka" and column.satuan != "rupiah"
    return WIDE.get(column.name, SHORT if is_short else WIDTHS[column.tipe])


def _side(column: Column) -> Alignment:
    return figure_side() if column.is_number else words_side()


def _meaning(column: Column) -> str:
    told = [worded(column.arti)] if column.arti else []
    if column.satuan:
        told.append(worded("Satuan: {satuan}.", satuan=worded(column.satuan)))
    if column.boleh_tiada or column.tipe == "kunci":
        told.append(worded("Boleh kosong."))
    if column.gabungan:
        told.append(worded("Sel gabungan: cukup ditulis pada baris pertama."))
    return " ".join(told)


def _choices_of(
    sheet: Worksheet, kind: TableType, column: Column, cells: str, places: dict[str, str]
) -> None:
    if kind.name == "klaim" and column.name in CLAIM_CHOICES:
        choices(sheet, cells, CLAIM_CHOICES[column.name], strict=False)
    elif column.tipe == "kategori":
        choices(sheet, cells, places["kategori"], strict=False)
    elif column.name == kind.kunci and kind.nama_baris == "indikator":
        choices(sheet, cells, places["kode"], strict=False)


def heading(sheet: Worksheet, row: int, column: int, text: str, hint: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.font = font(bold=True, color=BLUE)
    cell.fill = shade(PALE)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = lines_around()
    if hint:
        cell.comment = Comment(hint, "lkjip", width=280, height=90)


def to_fill(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text or None)
    cell.number_format, cell.font = TEXT, font()
    cell.fill = shade(INPUT)
    cell.border = lines_around()


def page(sheet: Worksheet, landscape: bool = True, head: int = 0) -> None:
    """A print that fits the width of an A4 page."""
    sheet.sheet_view.showGridLines = False
    one_page_wide(sheet, landscape, head)
