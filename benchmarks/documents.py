"""How a document is read: cells right, not read, and silently wrong, by style and by kind of file.

    python benchmarks/documents.py [--seeds 3] [--style NAME] [--scan 300] [--show]
                                   [--source REPORT.md]

(a) With --source, a report in Markdown whose tables are lines with tabs: as Word, and through
LibreOffice as PDF with and without rules; the truth is what is read from Word.
(b) Made-up agencies in all styles of tests/pdf_reports.py; the truth is what was laid out.

A cell is right where its text is the same but for spaces. It is silently wrong where another
figure is read than the one printed and nothing says so; all else is not read.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests")]

from pdf_reports import STYLES, Truth, made_up, scanned, write_pdf  # noqa: E402

from lkjip_analysis.intake.document.blocks import Block, WordTable  # noqa: E402
from lkjip_analysis.intake.document.grid import Slot  # noqa: E402
from lkjip_analysis.intake.pdf.read_pdf import read_pdf  # noqa: E402
from lkjip_analysis.intake.pdf.without_rules.columns_without_rules import FIGURE  # noqa: E402
from lkjip_analysis.intake.tables.read_tables import printed_tables  # noqa: E402
from lkjip_analysis.intake.word.word_blocks import read_blocks  # noqa: E402

RIGHT, SILENT, UNREAD = "right", "silent", "not read"
NOTE = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
UNSURE = "?"
Rows = Sequence[Sequence[str]]


def bare(text: str) -> str:
    return re.sub(r"\s+", "", NOTE.sub("", text))


def judged(true: str, read: str) -> str:
    if bare(true) == bare(read):
        return RIGHT
    return SILENT if FIGURE.fullmatch(read.strip()) and read.strip("- –") else UNREAD


def compared(truth: Rows, read: Rows, show: bool = False) -> Counter[str]:
    """Every cell of the truth beside the cell that stands in its place."""
    pairs = _paired(truth, read)
    counted: Counter[str] = Counter()
    for number, row in enumerate(truth):
        other = read[pairs[number]] if number in pairs else ()
        for column, true in enumerate(row):
            found = other[column] if column < len(other) else ""
            verdict = judged(true, found)
            counted[verdict] += 1
            if show and verdict != RIGHT:
                print(f"      {verdict}: row {number} column {column}: {true!r} read {found!r}")
    return counted


def _paired(truth: Rows, read: Rows) -> dict[int, int]:
    """Rows of the truth to rows that were read: equal ones first, those between in order."""
    left = ["|".join(map(bare, row)) for row in truth]
    right = ["|".join(map(bare, row)) for row in read]
    pairs: dict[int, int] = {}
    for _, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        pairs |= dict(zip(range(a, b), range(c, d), strict=False))
    return pairs


def grids(blocks: Sequence[Block]) -> dict[str, Rows]:
    tables = [block for block in blocks if isinstance(block, WordTable)]
    return {table.label or f"#{i}": [[_told(slot) for slot in row] for row in table.grid.rows]
            for i, table in enumerate(tables)}  # fmt: skip


def _told(slot: Slot) -> str:
    """The text of a cell; one that is marked as not sure is not read."""
    return UNSURE if slot.unread else slot.text


def measured(truths: Sequence[Truth], path: Path, show: bool) -> Counter[str]:
    read = grids(read_pdf(path).blocks)
    counted: Counter[str] = Counter()
    for truth in truths:
        counted += compared([*truth.heads, *truth.rows], read.get(truth.label, []), show)
    return counted


def made_up_styles(seeds: int, wanted: str, show: bool, folder: Path, dpi: int) -> Counter[str]:
    everything: Counter[str] = Counter()
    for style in STYLES:
        if wanted and style.name != wanted:
            continue
        counted: Counter[str] = Counter()
        start = time.perf_counter()
        for seed in range(seeds):
            report = made_up(style, seed)
            path = write_pdf(report, folder / f"{style.name}-{seed}.pdf")
            path = scanned(path, folder / f"{style.name}-{seed}-scan.pdf", dpi) if dpi else path
            counted += measured(report.tables, path, show)
        tell(style.name, counted, time.perf_counter() - start)
        everything += counted
    return everything


def tell(name: str, counted: Counter[str], seconds: float) -> None:
    total = max(sum(counted.values()), 1)
    right = counted[RIGHT] / total
    print(f"{name:28} cells {total:6,}  right {right:8.3%}  "
          f"silent {counted[SILENT]}  not read {counted[UNREAD]}  {seconds:.1f} s")  # fmt: skip


def source_as_word(source: Path, target: Path, ruled: bool) -> Path:
    """A report in Markdown, its lines with tabs as tables, as a Word document."""
    from docx import Document

    document, held = Document(), list[list[str]]()
    for line in [*source.read_text(encoding="utf-8").splitlines(), ""]:
        if "\t" in line and (held or not re.search(r"\t\d{1,3}$", line.rstrip("\n"))):
            held.append([text.strip() for text in line.split("\t")])
            continue
        if held:
            _word_table(document, held, ruled)
            held = []
        if line.strip():
            text = line.strip()
            document.add_heading(text.lstrip("# "), 1) if text[0] == "#" else (
                document.add_paragraph(text)
            )
    document.save(str(target))
    return target


def _word_table(document: object, rows: Rows, ruled: bool) -> None:
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width)  # type: ignore[attr-defined]
    if ruled:
        table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def as_pdf(path: Path) -> Path:
    profile = f"-env:UserInstallation=file://{path.parent}/lo"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir",
               str(path.parent), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(".pdf")


def of_source(source: Path, folder: Path, show: bool) -> None:
    for ruled in (True, False):
        name = "ruled" if ruled else "unruled"
        word = source_as_word(source, folder / f"{name}.docx", ruled)
        truth = printed_tables(read_blocks(word))
        pdf = as_pdf(word)
        start = time.perf_counter()
        read = printed_tables(read_pdf(pdf).blocks)
        seconds = time.perf_counter() - start
        counted: Counter[str] = Counter()
        left = list(read)
        for table in truth:
            rows = [row.texts for row in table.rows]
            best = max(left, key=lambda t: _alike(table, t), default=None)
            found = [row.texts for row in best.rows] if best else []
            here = compared(rows, found, show)
            if show:
                print(f"   {table.label} {table.title[:50]}: {dict(here)}")
            counted += here
        tell(f"source {name}", counted, seconds)


def _alike(one: object, other: object) -> float:
    a = {bare(t) for row in one.rows for t in row.texts if t}  # type: ignore[attr-defined]
    b = {bare(t) for row in other.rows for t in row.texts if t}  # type: ignore[attr-defined]
    return len(a & b) / max(len(a | b), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--style", default="")
    parser.add_argument("--source", type=Path)
    parser.add_argument("--scan", type=int, default=0, help="as pictures of so many dpi")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if options.source:
            of_source(options.source, Path(name), options.show)
        if options.seeds:
            start = time.perf_counter()
            wanted = options.seeds, options.style, options.show, Path(name), options.scan
            found = made_up_styles(*wanted)
            tell("all", found, time.perf_counter() - start)


if __name__ == "__main__":
    main()
