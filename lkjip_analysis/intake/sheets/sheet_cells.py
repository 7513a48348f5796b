"""One cell to the text that it prints: the only place where a stored value becomes a print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from math import isfinite

from lkjip_analysis.intake.document.note_marks import without_mark
from lkjip_analysis.intake.document.texts import joined_lines, seen_only
from lkjip_analysis.intake.sheets.formats import (
    ALLOWED,
    REMEDY,
    Hiding,
    Shortened,
    Unprintable,
    printed_as,
    text_as,
)
from lkjip_analysis.intake.sheets.letter_faces import Face, Run, Undecoded, figure, left_out, words
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Style, read_or_none

PLAIN = Face()


@dataclass(frozen=True)
class Raw:
    """What a cell stores: its value (that of a formula as last calculated) and how it looks.

    `blank` is a formula that was calculated and gives nothing; `runs` are the pieces of a text
    whose letters do not all look alike; `unsure` says why nobody can know what it should be.
    """

    value: object
    form: str
    formula: bool = False
    blank: bool = False
    face: Face = PLAIN
    runs: tuple[Run, ...] = ()
    unsure: str = ""

    @cached_property
    def pieces(self) -> tuple[Run, ...]:
        return self.runs or (Run(str(self.value), self.face),)

    @cached_property
    def label(self) -> str:
        """The words of a heading: without notes, and without what is struck out."""
        if self.value is None:
            return ""
        kept = [r.text for r in self.pieces if not (r.face.struck or r.face.raised)]
        return "".join(kept)

    @cached_property
    def words(self) -> str:
        """Its label in one line: many ask for it."""
        return " ".join(self.label.split())

    @property
    def is_unseen(self) -> bool:
        """Has it letters in the colour of what is behind them?"""
        return any(run.face.unseen and run.text.strip() for run in self.pieces)


class Refused(ValueError):
    """A cell that cannot be read as it prints: what it holds, what is allowed, what to do."""

    def __init__(self, found: str, allowed: str, remedy: str) -> None:
        super().__init__(found)
        self.found, self.allowed, self.remedy = found, allowed, remedy


def as_printed(raw: Raw, style: Style = "indonesia", is_figure: bool = False) -> str:
    """The text that a cell prints; of a figure, without its notes.

    Raises: Refused for what is no text and no plain number, and for what is not seen.
    """
    if raw.blank or (raw.value is None and not raw.formula):
        return ""
    _check(raw)
    if isinstance(raw.value, (int, float)):
        return _number(raw, style)
    pieces = (Run(_shaped(run, raw), run.face) for run in raw.pieces)
    try:
        text = figure(pieces) if is_figure else words(pieces)
    except Undecoded as error:
        remedy = "Type the sign itself in an ordinary font."
        raise Refused(
            phrase("a sign of a symbol font ({error})", error=error), "text or a number", remedy
        ) from error
    text = joined_lines(seen_only(text).splitlines())
    return without_mark(text)[0] if is_figure else text


def unread(raw: Raw, is_figure: bool) -> tuple[str, ...]:
    """What a cell holds and is not taken over: what its format hides, what is struck out, and the
    notes beside a figure."""
    if raw.value is None:
        return ()
    if hidden := _hidden(raw):
        return (phrase("tidak dibaca: {found}", found=hidden),)
    told = tuple(left_out(raw.pieces, is_figure))
    mark = without_mark(" ".join(raw.label.split()))[1] if is_figure else ""
    return (*told, phrase('tanda catatan "{mark}" tidak ikut', mark=mark)) if mark else told


def is_rounded(raw: Raw) -> bool:
    """Does a cell store a number with more digits than its format shows: 33,333 as 33?"""
    if isinstance(raw.value, bool) or not isinstance(raw.value, (int, float)):
        return False
    return _is_shortened(raw.value, raw.form)


@lru_cache(maxsize=65_536, typed=True)  # a column holds few figures many times
def _is_shortened(value: float, form: str) -> bool:
    try:
        shown = read_or_none(printed_as(value, form))
    except (Hiding, Unprintable):
        return False
    exact = Fraction(f"{value:.12g}")
    return shown is not None and shown.value not in (exact, 100 * exact)


def _hidden(raw: Raw) -> str:
    """How the format of a cell hides all that it holds; nothing where it does not."""
    if ";" not in raw.form and any(sign in raw.form for sign in "0#?@G"):
        return ""
    try:
        if isinstance(raw.value, str):
            text_as(raw.value, raw.form)
        elif isinstance(raw.value, (int, float)):
            printed_as(raw.value, raw.form)
    except Hiding as error:
        return str(error)
    except Unprintable:
        pass
    return ""


def _check(raw: Raw) -> None:
    """Raises: Refused for what is no text and no number, or cannot be seen."""
    value = raw.value
    if raw.unsure:
        raise Refused(raw.unsure, "a figure that is known", "Look it up and type it in its place.")
    if value is None:
        remedy = "Open and save the file in Excel or LibreOffice, or type the value in its place."
        found = "a formula that was never calculated"
        raise Refused(found, "a calculated value", remedy)
    if isinstance(value, bool):
        remedy = "Type the word that the report prints, as text."
        raise Refused(
            phrase("the logical value {value}", value=str(value).upper()),
            "text or a number",
            remedy,
        )
    if isinstance(value, float) and not isfinite(value):
        remedy = "Type the number that the report prints."
        raise Refused(phrase("{value}, which is no number", value=value), "a number", remedy)
    if isinstance(value, (datetime, date, time, timedelta)):
        remedy = "Set the cell to Text and type what the report prints."
        raise Refused(phrase("a date or time ({value})", value=value), "text or a number", remedy)
    if raw.form == "error":
        raise Refused(
            phrase("the error {value}", value=value),
            "text or a number",
            "Mend the formula of the cell.",
        )
    if raw.is_unseen:
        remedy = "Give it a colour that is seen, or delete it if it does not count."
        raise Refused("letters in the colour of their background", "what is seen", remedy)


def _number(raw: Raw, style: Style) -> str:
    value = raw.value
    assert isinstance(value, (int, float))
    if raw.face.struck:
        return ""
    if raw.face.raised or raw.face.lowered or raw.face.is_symbol:
        look = (
            phrase("in a symbol font")
            if raw.face.is_symbol
            else phrase("raised or lowered as a whole")
        )
        remedy = "Format it as an ordinary number if it is one; delete it if it is a note."
        raise Refused(
            phrase("a number {look} ({value})", look=look, value=value),
            "a number on the line",
            remedy,
        )
    return _formatted(lambda: printed_as(value, raw.form, style))


def _shaped(run: Run, raw: Raw) -> str:
    """A text under its format. Raises: Refused where the format shows something else."""
    return run.text if raw.runs else _formatted(lambda: text_as(run.text, raw.form))


def _formatted(print_it: Callable[[], str]) -> str:
    try:
        return print_it()
    except Hiding:
        return ""  # as it prints; `unread` says what is left out
    except Shortened as error:
        remedy = (
            "Choose a format with the decimals that the report prints, or set the cell to Text."
        )
        raise Refused(str(error), "a number with a format, such as 0,00", remedy) from error
    except Unprintable as error:
        raise Refused(str(error), ALLOWED, REMEDY) from error
