"""A notebook in the language of the report: its prose, and the sentences that its cells show.

A paragraph is looked up as it stands, and so is the text between the quotes of a string, an
f-string with its braces. Plain words in small letters are never: columns and anchors are such.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.language import AS_WRITTEN, report_language, worded
from lkjip_analysis.pages.notebooks import NO_PROGRAM, content_of

NAME = re.compile(r"[a-z0-9_. -]*")
"""What is no sentence: the name of a column, a word by which rows are asked for, an anchor."""


def translated(source: Path, folder: Path) -> Path:
    """The notebook to run: itself, or a copy of it in `folder`."""
    if report_language() == AS_WRITTEN:
        return source
    notebook = content_of(source)
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        cell["source"] = prose(text) if cell["cell_type"] == "markdown" else code(text)
    copy = folder / source.name
    copy.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    return copy


def prose(text: str) -> str:
    """A cell of prose, paragraph by paragraph."""
    parts = (re.fullmatch(r"(#* *)(.*)", part, re.DOTALL) for part in text.split("\n\n"))
    return "\n\n".join(f"{found[1]}{worded(found[2])}" for found in parts if found)


def code(text: str) -> str:
    """A cell of code with the texts of its strings."""
    told = text.encode()
    for start, end, said in sorted(strings(text), reverse=True):
        told = told[:start] + worded(said).encode() + told[end:]
    return told.decode()


def strings(text: str) -> Iterator[tuple[int, int, str]]:
    """The text of each string that may be a sentence, with its place in bytes."""
    lines = text.encode().splitlines(keepends=True)
    try:
        found = list(_strings(ast.parse(text)))
    except NO_PROGRAM:  # magic of IPython: whoever wrote it sees it as it is
        return
    for node in found:
        start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
        end = sum(map(len, lines[: (node.end_lineno or 0) - 1])) + (node.end_col_offset or 0)
        whole = text.encode()[start:end].decode()
        quoted = re.fullmatch(r"(f?(?P<quote>[\"']))(.*)(?P=quote)", whole)
        if quoted and not NAME.fullmatch(quoted[3]):
            yield start + len(quoted[1]), end - 1, quoted[3]


def _strings(node: ast.AST) -> Iterator[ast.expr]:
    """The outermost strings: what an f-string holds belongs to it."""
    if isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    ):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _strings(child)
