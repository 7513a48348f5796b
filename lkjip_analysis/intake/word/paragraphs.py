"""The text of a Word paragraph as a reader sees it.

Deleted text of tracked changes, field codes and text of pictures are left out, inserted text is
in. Hidden and struck-out text is left out and told. Raised and lowered digits become raised and
lowered characters (m³, H₂O): a footnote mark is never a digit of its figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.intake.word.runs import Look, Styles, W, look
from lkjip_analysis.intake.word.symbols import UNKNOWN, shown, sign

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PICTURES = frozenset(
    {f"{W}drawing", f"{W}pict", f"{W}object"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
HIDDEN = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tbl")}
    | {f"{W}rt"}
    | {f"{MATHS}{name}" for name in ("rPr", "ctrlPr", "fPr", "sSupPr", "oMathParaPr")}
)
BUILT = {f"{MATHS}{name}" for name in ("f", "rad", "nary", "m", "eqArr", "d", "func")}
"""Formulas that are no line of text."""
RAISED = str.maketrans(
    "0123456789+-()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}ptab": "\t",
          f"{W}noBreakHyphen": "-"}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A piece of text as it is shown, what there is to say about it, and why it is not sure."""

    text: str = ""
    said: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Shown:
    """The visible text of a paragraph; tabs and line breaks are kept."""

    text: str
    said: tuple[str, ...] = ()
    doubt: str = ""


def shown_text(paragraph: Any, styles: Styles) -> Shown:
    """What a reader sees of a `w:p` element."""
    pieces = list(_pieces(paragraph, styles, Look()))
    text = "".join(piece.text for piece in pieces).replace("\u00a0", " ")
    doubt = next((piece.doubt for piece in pieces if piece.doubt), "")
    return Shown(text, tuple(piece.said for piece in pieces if piece.said), doubt)


def _pieces(element: Any, styles: Styles, seen: Look) -> Iterator[Piece]:
    for child in element:
        if child.tag in HIDDEN:
            continue
        if child.tag in PICTURES:
            yield from _picture(child)
        elif child.tag in BUILT:
            yield Piece(doubt="rumus yang disusun tidak dibaca sebagai angka")
            yield from _pieces(child, styles, seen)
        elif child.tag == f"{W}r":
            yield from _run(child, styles)
        elif (text := _own(child, seen)) is not None:
            yield Piece(text, doubt="tanda huruf simbol tidak dikenal" if UNKNOWN in text else "")
        else:
            yield from _pieces(child, styles, _within(child, seen))


def _run(run: Any, styles: Styles) -> Iterator[Piece]:
    """A run as it is shown, or what is said of it where it is not."""
    seen = look(run, styles)
    pieces = list(_pieces(run, styles, seen))
    text = "".join(piece.text for piece in pieces)
    if (seen.hidden or seen.struck) and text.strip():
        told = "teks tersembunyi" if seen.hidden else "teks dicoret"
        yield Piece(said=f'{told} "{text.strip()}" tidak dibaca')
    elif not (seen.hidden or seen.struck):
        yield from pieces
        if seen.doubt and text.strip():
            told = f'"{text.strip()}": {seen.doubt}'
            yield Piece(doubt=told, said=told)


def _own(child: Any, seen: Look) -> str | None:
    """The text of an element that holds text itself."""
    if child.tag in (f"{W}t", f"{MATHS}t"):
        text = child.text or ""
        return _placed(shown(text, seen.font) if seen.font else text, seen.raised)
    if child.tag == f"{W}sym":
        return _placed(sign(child.get(f"{W}char", ""), child.get(f"{W}font", "")), seen.raised)
    return BREAKS.get(child.tag)


def _placed(text: str, raised: int) -> str:
    return text.translate(RAISED) if raised > 0 else text.translate(LOWERED) if raised else text


def _within(child: Any, seen: Look) -> Look:
    """The exponent of a formula is raised, its index lowered."""
    if child.tag in (f"{MATHS}sup", f"{MATHS}sub"):
        return Look(raised=1 if child.tag == f"{MATHS}sup" else -1)
    return seen


def _picture(element: Any) -> Iterator[Piece]:
    texts = (t.text or "" for box in element.iter(f"{W}txbxContent") for t in box.iter(f"{W}t"))
    if text := " ".join("".join(texts).split()):
        yield Piece(said=f'kotak teks "{text[:60]}" tidak dibaca')
