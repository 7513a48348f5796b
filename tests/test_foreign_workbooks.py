"""Workbooks as other programs write them: cells are what LibreOffice shows of them, or refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, accepted, csv_of, proposed, run

from lkjip_analysis.intake.sheets.sheet_cells import Refused
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet, open_sheets

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot; km&quot;"/>'
    '<numFmt numFmtId="171" formatCode="0.00&quot; kg&quot;"/></numFmts><fonts><font/></fonts>'
    "<fills>{fill}</fills><borders><border/></borders>"
    '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>{looks}</cellXfs>'
)


FILL = '<fill><patternFill patternType="none"/></fill>'


def written(base: Path, cells: str, formats: tuple[int, ...] = (), fill: str = FILL) -> Sheet:
    """The one sheet of a workbook of bare XML; format `n` is the look of cells with s="n"."""
    looks = "".join(f'<xf numFmtId="{number}"/>' for number in formats)
    kinds = {"xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet"}
    links = {"worksheets/sheet1.xml": "worksheet"}
    if formats:
        kinds["xl/styles.xml"], links["styles.xml"] = "styles", "styles"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/>' + "".join(
            f'<Override PartName="/{part}" ContentType="{KIND}.{kind}+xml"/>'
            for part, kind in kinds.items()) + "</Types>",
        "_rels/.rels": _links({"xl/workbook.xml": "officeDocument"}),
        "xl/_rels/workbook.xml.rels": _links(links),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Lembar" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">' + STYLES.format(looks=looks, fill=fill)
        + "</styleSheet>",
    }  # fmt: skip
    with zipfile.ZipFile(base / "luar.xlsx", "w") as file:
        for name, part in parts.items():
            if name in kinds or "rels" in name or "Types" in name:
                file.writestr(name, part)
    return open_sheets(base / "luar.xlsx")[0]


def _links(targets: dict[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'


def numbers(count: int) -> str:
    """A row of cells with the same number, each in a format of its own."""
    cells = "".join(f'<c s="{look}"><v>1234.5</v></c>' for look in range(count))
    return f"<row>{cells}</row>"


def test_rows_and_cells_without_a_place_stand_where_they_follow(tmp_path: Path) -> None:
    text = '<c t="inlineStr"><is><r><t>1.2</t></r><r><t>34</t></r></is></c>'
    sheet = written(tmp_path, f"<row>{text}<c><v>12</v></c></row><row><c><v>1E3</v></c></row>")
    assert [sheet.text(*at) for at in sheet.cells] == ["1.234", "12", "1000"]


def test_a_format_that_is_not_told_is_none_and_no_other_one(tmp_path: Path) -> None:
    formats = (165, 199, 170, 23)
    sheet = written(tmp_path, numbers(len(formats)), formats)
    assert [sheet.text(*at) for at in sheet.cells] == ["1234,5", "1234,5", "1234,5 km", "1234,5"]


@pytest.mark.parametrize("number", [27, 36, 50, 58, 59, 62, 67, 69, 81])
def test_a_format_that_each_language_has_its_own_of_is_refused(number: int, tmp_path: Path) -> None:
    sheet = written(tmp_path, numbers(1), (number,))
    with pytest.raises(Refused, match=str(number)):
        sheet.text(1, 1)


def test_the_end_of_a_line_written_as_a_number_is_one(tmp_path: Path) -> None:
    cells = "".join(
        f'<c t="inlineStr"><is><t>{text}</t></is></c>'
        for text in ("Program A_x000D_\nB", "1.234_x000D_", "a_x0041_")
    )
    sheet = written(tmp_path, f"<row>{cells}</row>")
    assert [sheet.text(*at) for at in sheet.cells] == ["Program A B", "1.234", "a_x0041_"]


def test_a_fill_that_fills_nothing_keeps_no_workbook_out(tmp_path: Path) -> None:
    sheet = written(tmp_path, numbers(1), (171,), "<fill/>")
    assert sheet.text(1, 1) == "1234,50 kg"


LIST = ["No{0}Program{0}Pagu{0}Realisasi{0}%",
        "1{0}Program A{0}10.000.000{0}9.000.000{0}{1}90,00{1}",
        "2{0}Program B{0}20.000.000{0}15.000.000{0}{1}75,00{1}"]  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "quote", "encoding", "end"),
    [(";", "", "utf-8-sig", "\n"), ("\t", "", "utf-16", "\r\n"), (",", '"', "cp1252", "\r\n"),
     ("|", "", "utf-8", "\r")],
)  # fmt: skip
def test_a_list_with_separators_is_read_by_every_door(
    mark: str, quote: str, encoding: str, end: str, tmp_path: Path
) -> None:
    file = tmp_path / "daftar.csv"
    file.write_bytes(end.join(LIST).format(mark, quote).encode(encoding))
    code, told = run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--data",
                     tmp_path / "a", "--ya")  # fmt: skip
    assert code == 0, told
    code, told = accepted(tmp_path / "b", proposed(tmp_path, file)[0])
    assert code == 0, told
    for door in "ab":
        assert csv_of(tmp_path / door, "anggaran")[1].endswith('10.000.000,9.000.000,"90,00"')
    examined = run("periksa", file, "--instansi", INSTANSI, "--tahun", TAHUN, "-o", tmp_path / "p")
    assert examined[0] == 0 and "6 dari 6 angka teruji" in examined[1], examined[1]


def test_a_comma_that_parts_a_figure_is_refused_with_its_row(tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_text("\n".join(LIST).format(",", ""), encoding="utf-8")
    for door in ("import", "usul", "periksa"):
        code, told = run(door, file, "--instansi", INSTANSI, "--tahun", TAHUN)
        assert code == 2 and "daftar.csv:2: found a row of 6 cells under 5 headings" in told


def test_a_text_kept_from_being_a_number_is_that_text(tmp_path: Path) -> None:
    file = tmp_path / "kode.csv"
    file.write_text('sep=;\nKode;Program;Pagu\n="1.10";A;500\n', encoding="utf-8")
    sheet = open_sheets(file)[0]
    assert [sheet.text(*at) for at in sheet.cells][3:] == ["1.10", "A", "500"]
