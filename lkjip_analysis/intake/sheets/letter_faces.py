"""How the letters of a cell look: raised or lowered, struck out, unseen, or of a symbol font.

A raised digit is a note and no digit of the figure beside it; what is struck out is not printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lkjip_analysis.language import phrase

SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "zapf dingbats", "marlett")
PRIVATE = range(0xF000, 0xF100)
"""Where Word and Excel keep the signs of a symbol font."""
SYMBOLS = {
    **{chr(code): chr(code) for code in (*range(0x30, 0x3A), *b" (),./:;[]{}%+=<>")},
    "-": "-", "\xa3": "≤", "\xb3": "≥", "\xb1": "±", "\xb4": "×", "\xb7": "•", "\xb0": "°",
    "\xb9": "≠", "\xbb": "≈", "\xa5": "∞", "\xde": "⇒", "\xae": "→",
}  # fmt: skip
"""What the signs of the font Symbol stand for; those of Wingdings are pictures."""
RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


@dataclass(frozen=True)
class Face:
    """The look of letters as far as it decides what is printed."""

    raised: bool = False
    lowered: bool = False
    struck: bool = False
    unseen: bool = False
    font: str = ""

    @property
    def is_symbol(self) -> bool:
        return self.font.casefold().startswith(SYMBOL_FONTS)


@dataclass(frozen=True)
class Run:
    """Letters of one look."""

    text: str
    face: Face


class Undecoded(ValueError):
    """A sign of a symbol font that stands for no character known here."""


def decoded(run: Run) -> str:
    """The text that is seen. Raises: Undecoded

    >>> decoded(Run("\\uf02d5", Face(font="Symbol")))
    '-5'
    """
    if not run.face.is_symbol and (run.text.isascii() or not any(map(_is_private, run.text))):
        return run.text
    plain = "".join(chr(ord(s) - 0xF000) if _is_private(s) else s for s in run.text)
    known = run.face.font.casefold().startswith("symbol") and all(s in SYMBOLS for s in plain)
    if plain.isspace() or not plain:
        return plain
    if not known:
        raise Undecoded(
            phrase('"{text}" in the font {font}', text=run.text, font=run.face.font or "Symbol")
        )
    return "".join(SYMBOLS[sign] for sign in plain)


def _is_private(sign: str) -> bool:
    return ord(sign) in PRIVATE


def figure(runs: Iterable[Run]) -> str:
    """The letters on the line: without notes and without what is struck out."""
    kept = (run for run in runs if not (run.face.struck or run.face.raised or run.face.lowered))
    return "".join(map(decoded, kept))


def words(runs: Iterable[Run]) -> str:
    """All that is printed, raised and lowered digits as the characters of their own: km²."""
    return "".join(_small(run) for run in runs if not run.face.struck)


def _small(run: Run) -> str:
    text = decoded(run)
    if run.face.raised:
        return text.translate(RAISED)
    return text.translate(LOWERED) if run.face.lowered else text


def left_out(runs: Iterable[Run], notes: bool) -> Iterator[str]:
    """What of a cell is not read, and why; `notes` where raised letters are left out as well."""
    for run in runs:
        text = run.text.strip()
        if text and run.face.struck:
            yield phrase('tulisan tercoret "{text}" dilewati', text=text)
        elif text and notes and (run.face.raised or run.face.lowered):
            where = phrase("naik" if run.face.raised else "turun")
            yield phrase(
                'huruf {where} "{text}" dibaca sebagai catatan, bukan angka', where=where, text=text
            )
