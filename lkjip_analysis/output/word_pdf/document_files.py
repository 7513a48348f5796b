"""Documents as files: HTML, Word and PDF, each put in place whole.

Where a program is missing the others are still written. A Word document that somebody has edited
is never overwritten.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.intake.document.programs import Unavailable
from lkjip_analysis.language import phrase
from lkjip_analysis.output.word_pdf.document import Document, as_html
from lkjip_analysis.writing import write_whole

FORMATS = ("docx", "pdf", "html")


@dataclass(frozen=True)
class Written:
    """The files that were written, and why the others could not be."""

    paths: tuple[Path, ...]
    missing: tuple[str, ...]


def formats(told: str) -> tuple[str, ...]:
    """The formats that `--to` names, such as "docx,pdf". Raises: InputError for any other."""
    names = tuple(dict.fromkeys(filter(None, (n.strip().casefold() for n in told.split(",")))))
    wrong = [name for name in names if name not in FORMATS]
    if wrong:
        allowed = ", ".join(FORMATS)
        raise InputError([Problem("--to", f'"{n}"', allowed, nearest(n, FORMATS)) for n in wrong])
    return names


def write(document: Document, stem: Path, kinds: Sequence[str], made: date) -> Written:
    """Write the document as `stem` with each ending.

    Raises: InputError where a place cannot be written, or holds a document that was edited.
    """
    paths, missing = [], []
    for kind in kinds:
        path = stem.with_name(f"{stem.name}.{kind}")
        check_untouched(path)
        try:
            content = _MAKERS[kind](document, datetime.combine(made, time()))
        except Unavailable as error:
            missing.append(
                phrase("{name} was not written. {error}", name=path.name, error=phrase(str(error)))
            )
            continue
        paths.append(write_whole(path, content))
    return Written(tuple(paths), tuple(missing))


def _html(document: Document, made: datetime) -> bytes:
    return as_html(document).encode("utf-8")


def _pdf(document: Document, made: datetime) -> bytes:
    from lkjip_analysis.output.word_pdf.chromium import to_pdf

    return to_pdf(as_html(document))


def _word(document: Document, made: datetime) -> bytes:
    from lkjip_analysis.output.word_pdf.word import as_word

    return as_word(document, made)


_MAKERS: Mapping[str, Callable[[Document, datetime], bytes]] = {
    "docx": _word,
    "pdf": _pdf,
    "html": _html,
}


def check_untouched(path: Path) -> None:
    """Raises: InputError where the path holds a Word document that somebody has edited."""
    if path.suffix == ".docx" and path.is_file() and _last_editor(path) != "lkjip":
        found = "a Word document that somebody has edited"
        remedy = "Move it or give it another name; it is not overwritten."
        raise wrong_input(str(path), found, "a place that is free", remedy)


def _last_editor(path: Path) -> str:
    import docx

    try:
        editor = docx.Document(io.BytesIO(path.read_bytes())).core_properties.last_modified_by
    except Exception:  # whatever it is, it is not ours
        return ""
    return editor or ""
