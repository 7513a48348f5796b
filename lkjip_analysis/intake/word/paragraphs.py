"""The text of a Word paragraph as a reader sees it.

Deleted text of tracked changes, field codes and text of pictures are left out, inserted text is
in. Hidden and struck-out text is left out and told. Raised and lowered digits become raised and
lowered characters (m³, H₂O): a footnote mark is never a digit of its figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lkjip_analysis.intake.document.texts import seen_only
from lkjip_analysis.intake.word.runs import OF_RUN, Look, Styles, look
from lkjip_analysis.intake.word.symbols import UNKNOWN, shown, sign
from lkjip_analysis.intake.word.word_names import OFF, VAL, W
from lkjip_analysis.language import worded

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
BOTH = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", BOTH})
TURNED = (f"{W}bdo", f"{W}dir")
RUN, TEXT, OF_PARAGRAPH = f"{W}r", f"{W}t", f"{W}pPr"
RUNS = frozenset({RUN, f"{MATHS}r"})
TEXTS = frozenset({TEXT, f"{MATHS}t"})
PLAIN = Look()
SYMBOL, TOLD, MARK = f"{W}sym", f"{W}instrText", f"{W}fldChar"
NOTE_MARK, FROM_RIGHT = f"{W}customMarkFollows", f"{W}pPr/{W}bidi"
BACKWARDS = "ditulis dari kanan ke kiri"
NOT_STORED = "hasil sebuah bidang (field) tidak tersimpan di berkas ini"
Fields = list[str]
"""The fields that are open: what each is told to do, or RESULT where it shows its result."""
RESULT = "\0"
SILENT = ("", "ADVANCE", "ASK", "PRIVATE", "RD", "SET", "TA", "TC", "XE")
"""Fields that show nothing. Others without a stored result are drawn anew by who opens them."""
DRAWN = frozenset(f"{W}{name}" for name in (
    "pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong",
))  # fmt: skip
HIDDEN = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tbl")}
    | {f"{W}rt"}
    | {f"{MATHS}{name}" for name in ("rPr", "ctrlPr", "fPr", "sSupPr", "oMathParaPr")}
)
BUILT = {f"{MATHS}{name}" for name in (
    "f", "rad", "nary", "m", "eqArr", "d", "func", "acc", "bar", "groupChr", "limLow", "limUpp",
    "phant", "sPre", "borderBox",
)}  # fmt: skip
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
    plain = _plain(paragraph, styles)
    pieces = list(_pieces(paragraph, styles, PLAIN, [])) if plain is None else []
    told = "".join(piece.text for piece in pieces) if plain is None else plain
    text = seen_only(told).replace("\u00a0", " ")
    doubt = next((piece.doubt for piece in pieces if piece.doubt), "")
    if not doubt and _is_on(paragraph.find(FROM_RIGHT)) and any(map(str.isdigit, text)):
        doubt = BACKWARDS
    return Shown(text, tuple(piece.said for piece in pieces if piece.said), doubt)


def _plain(paragraph: Any, styles: Styles) -> str | None:
    """The text of a paragraph that is nothing but runs of mere text on the line, as most are; None
    for any other, of which each piece has to be asked."""
    texts: list[str] = []
    for run in paragraph:
        if run.tag == OF_PARAGRAPH:
            continue
        if run.tag != RUN or NOTE_MARK in run.attrib or look(run, styles) != PLAIN:
            return None
        for child in run:
            if child.tag == TEXT and NOTE_MARK not in child.attrib:
                texts.append(child.text or "")
            elif child.tag != OF_RUN:
                return None
    text = "".join(texts)
    return None if UNKNOWN in text else text


def _pieces(element: Any, styles: Styles, seen: Look, fields: Fields) -> Iterator[Piece]:
    for child in element:
        tag = child.tag
        if tag in HIDDEN:
            if tag == TOLD and fields and fields[-1] != RESULT:
                fields[-1] += child.text or ""
        elif tag in DRAWN:
            yield Piece(doubt=NOT_STORED)
        elif tag == MARK:
            yield from _field(child, fields)
        elif child.get(NOTE_MARK) not in (None, *OFF):
            seen = replace(seen, raised=1)  # of a note: its mark is the text that follows
        elif tag in PICTURES and not _is_text(child):
            yield from _picture(child)
        elif tag in BUILT:
            yield Piece(doubt="rumus yang disusun tidak dibaca sebagai angka")
            yield from _pieces(child, styles, seen, fields)
        elif tag in RUNS:
            yield from _run(child, styles, seen, fields)
        elif (text := _own(child, seen)) is not None:
            doubt = "tanda huruf simbol tidak dikenal" if UNKNOWN in text else ""
            if set(fields) <= {RESULT}:  # of a field its result is shown, not what it is told to do
                yield Piece(text, doubt=doubt)
        else:
            inside = _only_one(child)
            yield from _pieces(inside, styles, _within(child, seen), fields)
            if tag in TURNED and child.get(VAL) == "rtl":
                yield Piece(doubt=BACKWARDS)


def _field(mark: Any, fields: Fields) -> Iterator[Piece]:
    """Where a field begins, shows its result, and ends; fields lie in one another."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        fields.append("")
        if mark.find(f"{W}ffData/{W}ddList") is not None:
            yield Piece(doubt="pilihan dari daftar formulir tidak dibaca")
    elif kind == "separate" and fields:
        fields[-1] = RESULT
    elif kind == "end" and fields:
        told = fields.pop()
        if told != RESULT and told.strip().partition(" ")[0].upper() not in SILENT:
            yield Piece(doubt=NOT_STORED)


def _is_text(element: Any) -> bool:
    """Is something in two versions a sign in the line, not a picture?"""
    drawn = element.iter(*(PICTURES - {BOTH}), f"{W}txbxContent")
    return element.tag == BOTH and next(drawn, None) is None


def _only_one(element: Any) -> Any:
    """Of two versions of one thing, the one for programs that do not know the newer."""
    if element.tag != BOTH:
        return element
    versions = [child for child in element if child.tag.endswith("}Fallback")]
    return versions[0] if versions else element


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(VAL) not in OFF


def _run(run: Any, styles: Styles, around: Look, fields: Fields) -> Iterator[Piece]:
    """A run as it is shown, or what is said of it where it is not."""
    seen = look(run, styles)
    seen = replace(seen, raised=around.raised) if around.raised else seen
    pieces = list(_pieces(run, styles, seen, fields))
    text = "".join(piece.text for piece in pieces)
    if (seen.hidden or seen.struck) and text.strip():
        told = "teks tersembunyi" if seen.hidden else "teks dicoret"
        yield Piece(
            said=worded('{told} "{text}" tidak dibaca', told=worded(told), text=text.strip())
        )
    elif not (seen.hidden or seen.struck):
        yield from pieces
        if seen.doubt and text.strip():
            told = f'"{text.strip()}": {seen.doubt}'
            yield Piece(doubt=told, said=told)


def _own(child: Any, seen: Look) -> str | None:
    """The text of an element that holds text itself."""
    if child.tag in TEXTS:
        text = child.text or ""
        return _placed(shown(text, seen.font) if seen.font else text, seen.raised)
    if child.tag == SYMBOL:
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
        yield Piece(said=worded('kotak teks "{text}" tidak dibaca', text=text[:60]))
