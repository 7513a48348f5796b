"""A workbook or Word file made in a test, through `usul`, `--terima` and `verify`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.proposal.proposal import Proposal
from lkjip_analysis.intake.sentences.said_figures import SaidFigure
from lkjip_analysis.intake.usul.proposing import tables_proposed
from lkjip_analysis.intake.usul.read_document import read_document

INSTANSI, TAHUN = "dinas-uji", "2024"
HEAD = "# LAPORAN KINERJA DINAS TERNAK KABUPATEN UMBUL TAHUN 2022\n\n## BAB III AKUNTABILITAS\n\n"
Rows = Sequence[Sequence[object]]


def run(*args: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(arg) for arg in args])
    return done.exit_code, done.output


def read_proposal(
    path: Path, instansi: str, tahun: int, data: Path | str | None = None
) -> Proposal:
    """What the report at `path` proposes for an agency and year."""
    return tables_proposed(read_document(path), path.name, instansi, tahun, data)


def accused_cells(path: Path, text: str, instansi: str, tahun: int) -> list[tuple[str, str]]:
    """The figures of a text, written to `path`, that are called other than a cell, with its row
    and column."""
    path.write_text(text + "\n", encoding="utf-8")
    claims = read_proposal(path, instansi, tahun).claims
    return [(c.nilai, c.sel.rpartition("[")[2]) for c in claims if c.differs and "[" in c.sel]


def examined(text: str, base: Path) -> tuple[list[dict[str, Any]], int]:
    """The findings of a report with this text, and how many of its figures were tested."""
    path, result = base / "laporan.md", base / "hasil.json"
    path.write_text(text, encoding="utf-8")
    code, said = run("periksa", path, "-o", base / "hasil", "--json", result)
    assert code in (0, 1), said
    found = json.loads(result.read_text(encoding="utf-8"))
    return found["findings"], found["coverage"]["watched"]


def shown(findings: list[dict[str, Any]]) -> str:
    return json.dumps(findings, ensure_ascii=False)


def told(text: str, base: Path) -> str:
    """All that is said of a report with this text in its chapter."""
    return shown(examined(HEAD + text, base)[0])


def sentences_read(patch: pytest.MonkeyPatch, module: ModuleType) -> list[str]:
    """The sentences whose figures a module asks for from now on."""
    read: list[str] = []
    figures_of = module.figures_of

    def counted(sentence: str, *more: bool) -> tuple[SaidFigure, ...]:
        read.append(sentence)
        return figures_of(sentence, *more)  # type: ignore[no-any-return]

    patch.setattr(module, "figures_of", counted)
    return read


def excel(base: Path, rows: Rows, title: str = "Lembar", merges: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    book.save(base / "buku.xlsx")
    return base / "buku.xlsx"


def word(base: Path, rows: Rows, caption: str = "") -> Path:
    document = Document()
    if caption:
        document.add_paragraph(caption)
    table = document.add_table(len(rows), len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, value in zip(line.cells, row, strict=True):
            cell.text = str(value)
    document.save(str(base / "naskah.docx"))
    return base / "naskah.docx"


def proposed(base: Path, file: Path) -> tuple[Path, str]:
    """The proposal for a file and what the command said."""
    target = base / "usulan.xlsx"
    code, told = run("usul", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", base,
                     "-o", target, "--timpa")  # fmt: skip
    assert code == 0, told
    return target, told


def accepted(
    base: Path, proposal: Path, answers: Mapping[tuple[str, str], str] | None = None
) -> tuple[int, str]:
    """All that is proposed accepted; `answers` go into cells by sheet and place."""
    book = load_workbook(proposal)
    for sheet in book:
        if sheet.cell(4, 1).value == "terima":
            for row in range(5, sheet.max_row + 1):
                if sheet.cell(row, 3).value:
                    sheet.cell(row, 1, "ya")
    for (name, place), text in (answers or {}).items():
        book[name][place] = text
    book.save(proposal)
    return run("usul", proposal, "--terima", "--data", base, "--timpa")


def verified(base: Path) -> tuple[int, str]:
    return run("verify", INSTANSI, TAHUN, "--data", base)


def csv_of(base: Path, table: str) -> list[str]:
    return (base / INSTANSI / TAHUN / f"{table}.csv").read_text(encoding="utf-8").splitlines()
