"""A workbook of all classes of number formats, cell by cell beside what LibreOffice shows.

Every cell is what a spreadsheet in Indonesia shows, or refused. Expectations that do not need
LibreOffice stand in test_formats.py, worked out by hand.
"""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from office import SOFFICE
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from lkjip_analysis.intake.sheets.sheet_cells import Refused
from lkjip_analysis.intake.sheets.workbook_sheets import open_sheets

WHOLE = ("General", "0", "00", "000", "0000", "#", "#0", "##0", "#,##0", "#,###", "#,#", "#,##00",
         "0,000", "000,000", "#,0", "00,00", "0.", "#.", "#,##0.")  # fmt: skip
DECIMAL = ("0.0", "0.00", "0.000", "0.0000", "0.000000", "0.0000000", "0.0#", "0.##", "0.#",
           "#.##", "#.00", ".00", "00.00", "000.0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.##",
           "#,##0.0#", "#,###.00", "#,###.##", "0.00##", "0.0#0", "#.##0", "0.000.000")  # fmt: skip
PERCENT = ("0%", "0.0%", "0.00%", "#,##0%", "#,##0.00%", "%0", "% 0.00", "0 %", "0.00 %", "0%%",
           "0.00%;-0.00%;0%", "0%;[Red](0%)", '"%"0%', "General%", "#%", ".00%")  # fmt: skip
LITERAL = ('0"%"', '0.00"%"', "0.00\\%", '#,##0.00"%"', '0.00" %"', "0.00\\ \\%", '0"%";-0"%"',
           '0.00"%";(0.00"%");"-"', '"persen "0.0', '0.00" persen"', '"100%"0', '0"%%"',
           '0" unit"', '0" orang"', '#,##0" unit"', '0.0" km"', '0.0" km2"', '0.0" m³"',
           '"Rp"#,##0', '"Rp "#,##0', '"Rp. "#,##0', '"Rp."#,##0', '"Rp. "#,##0",-"',
           'Rp#,##0', "Rp.#,##0", "Rp\\.\\ #,##0", "\\R\\p#,##0", '"IDR "#,##0.00', "$#,##0.00",
           '0"1"', '"1"0', '0",5"', '"2."0', '0"."00', '00"-"00', "0\\.00", "0-00", "0/00",
           '"nilai: "0', '(0)', '"("0")"', "+0;-0;0", '"± "0', '0" per 1.000"', '0" :1"', '"1:"0.0',
           '"A;B"0', '0\\;', '"Kode "000', "0 0", "# ##0", "#-##0", '0"x"', "0x", "a0", '"d"0"m"',
           '0""', '""0', "0'", "!0")  # fmt: skip
SECTIONS = ("0;-0", "0;(0)", "0.00;(0.00)", "#,##0;(#,##0)", "#,##0_);(#,##0)", "#,##0;-#,##0;-",
            '#,##0;-#,##0;"-"', '#,##0;[Red]-#,##0', "#,##0.00;[Red]-#,##0.00", "0;0", "0;0;0",
            "0;;0", "0;;", ";;;", ";;", ";", '0;"minus "0', '0;-0;"nihil"', '0;-0;"-";@',
            '0;-0;0;"("@")"', "0;-0;;@", '0.0;-0.0;"n/a"', "0;0%", "0;-0.00;0.0", '"+"0;"-"0;0',
            '0;"("0")";"-"', "#,##0;\\(#,##0\\);\\-")  # fmt: skip
ACCOUNTING = ('_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
              '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
              '_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("Rp"* "-"_);_(@_)',
              '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-',
              '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-',
              '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-',
              '_-[$Rp-421]* #,##0.00_-;-[$Rp-421]* #,##0.00_-;_-[$Rp-421]* "-"??_-;_-@_-',
              "_ * #,##0_ ;_ * -#,##0_ ;_ * \\-_ ;_ @_ ", "0_)", "_(0", "* 0", "*-0", "0*-", "0* ",
              "_-0_-", "??0", "0.0?", "?", "#?", "0.??", "???.??")  # fmt: skip
CONDITIONS = ("[>100]0;0.0", "[>=1000]#,##0;0", "[<0]-0.0;0", "[=0]\"nihil\";0",
              "[<1]0%;0.00", "[>1000000]0.0,,\" juta\";0", "[Red][>5]0;[Blue]0", "[<>0]0;-",
              "[<10]00;[<100]000;0000")  # fmt: skip
COLOURS = ("[Red]0", "[Blue]#,##0", "[Color10]0.00", "[Color 3]0", "[White]0", "[Black]0%",
           "[Cyan]0;[Magenta]-0", "[Green]0;[Red]0", "[Yellow]General")  # fmt: skip
SCALING = ("0,", "#,##0,", "#,##0,,", '#,##0,,"juta"', "0.0,", '0.0,,"jt"', "#,##0.00,", "0,,%",
           '#,##0,"ribu"')  # fmt: skip
OTHERS = ("# ?/?", "# ??/??", "?/?", "0/100", "# ?/8", "#/#", "0.00E+00", "0E+0", "##0.0E+0",
          "0.0e-0", "@", '@" unit"', "@@", '"x"@', "General", "general", 'General" unit"',
          "Standard", "dd/mm/yyyy", "d mmm yyyy", "mmmm", "yyyy", "hh:mm", "h:mm AM/PM",
          "[h]:mm", "[mm]:ss", "[$Rp-id-ID]#,##0",
          "[s]", "mm:ss.0", "m", "d", "y", "h", "s", "e", "b", "g", "[$-421]dd mmmm yyyy",
          "[$-421]#,##0.00", "[$-id-ID]#,##0.00", "[$-409]#,##0.00", "[$-en-US]0.00",
          "[$-407]#,##0.00", "[$Rp-421]#,##0", "[$Rp-421]\\ #,##0.00", "[$Rp]#,##0", "[$IDR] #,##0",
          "[$USD] #,##0.00", "[$US$-409]#,##0", "[$€-407]#,##0.00", "[$-F800]0", "[$-x]0",
          "[$-3010000]0", "[DBNum1]0", "[NatNum1]0", "[~]0")  # fmt: skip
ODD = ("#,##0.-", "0.--", "[$]#,##0", "[$ ]0", "[$%]0", '0.00" m²"', '"≥ "0.00', '0"*)"', '0"²"',
       '0"/100"', '0" : 1"', '"TW "0', '0.00" (baik)"', "0%_)", "_(0.00%_)", "_-* 0.00%_-",
       "--0", "-0;0", "-0.00;0.00", "(0);0", '0;-0;"0"', '0;-0;"0,00"', '0;-0;"Rp0"', '0;-0;"–"',
       '#,##0" Ha"', '0"\u00a0%"', '"Rp" #,##0",-"', "0;+0", '"rugi "0;"laba "0',
       "General;(General)", '0.00"‰"', '0.00 "%-poin"', '0"0"', "0.00%_)", '0.00";";-0',
       "#,##0\\ \\-", "0.00[Red]", '"Rp"[Red]0', "0.0;-[Red]0.0", "[$-421][Red]0.0", "\\@0",
       '0"@"', '"("0.0"%)"', "0.0###", "0 %;-0 %", '0.0"%";"▼"0.0"%"')  # fmt: skip
"""Signs that one program takes for part of the number and another for what they are."""
FORMS = tuple(dict.fromkeys(
    (*WHOLE, *DECIMAL, *PERCENT, *LITERAL, *SECTIONS, *ACCOUNTING, *CONDITIONS, *COLOURS,
     *SCALING, *OTHERS, *ODD)
))  # fmt: skip
VALUES = (0, 1, 5, 98.4, 0.8733, 90.625, 1234.5, 1576408211, -1500, -28.385, -0.004, 0.005, 101,
          1.1, 999.995, 12345678.9, "Selesai", "9,7")  # fmt: skip
KEPT = {"0.00%", '0.00"%"', "0.00\\%", "#,##0", "#,##0.00", "00", "General", "@", "[Red]0",
        *ACCOUNTING[:7]}  # fmt: skip
"""Formats that reports are full of: these are to be read, not refused."""


def made(folder: Path) -> Path:
    """One row a format, one column a value."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Angka"
    for row, form in enumerate(FORMS, 1):
        for column, value in enumerate(VALUES, 1):
            cell = sheet.cell(row, column, value)
            cell.number_format = form
    for column in range(1, len(VALUES) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 60
    path = folder / "format.xlsx"
    book.save(path)
    return path


def shown_by_libreoffice(path: Path, folder: Path) -> list[list[str]]:
    """Each cell as LibreOffice shows it where numbers are written as in Indonesia."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed: number formats are NOT held against it")
    profile = folder / "profile"
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" '
        'oor:op="fuse"><value>id-ID</value></prop></item></oor:items>',
        encoding="utf-8",
    )
    shown = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,true"
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", shown,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    text = (folder / f"{path.stem}.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter="\t"))


def squeezed(text: str) -> str:
    """What is printed, whatever room is between the signs."""
    return "".join(text.split()).replace("−", "-")


def test_every_format_prints_as_libreoffice_shows_it_or_is_refused(tmp_path: Path) -> None:
    assert len(FORMS) >= 150
    path = made(tmp_path)
    oracle = shown_by_libreoffice(path, tmp_path)
    sheet = open_sheets(path)[0]
    different, read, refused = [], 0, set[str]()
    for row, form in enumerate(FORMS, 1):
        for column, value in enumerate(VALUES, 1):
            try:
                ours = sheet.text(row, column)
            except Refused:
                refused.add(form)
                continue
            read += 1
            theirs = oracle[row - 1][column - 1]
            if squeezed(ours) != squeezed(theirs):
                different.append(f"{value!r} as {form}: ours {ours!r}, shown {theirs!r}")
    assert not different, "\n".join(different)
    assert read > 1200
    assert refused.isdisjoint(KEPT - {"General", "@"})
