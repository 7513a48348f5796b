"""pdfminer's reading of words, bounded: it copies all it has of a word with each letter of it.

A text of a million brackets, a name in digits or a picture within the contents took minutes so;
here they cost what they are long, and what no PDF holds is refused.
"""

from __future__ import annotations

import io
import logging
import math
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pdfminer import pdfdocument, pdfinterp, psparser

from lkjip_analysis.intake.pdf.contents.quick_words import quick_object, quick_word
from lkjip_analysis.intake.pdf.contents.unpacking import TooBig
from lkjip_analysis.language import phrase

SECONDS = 8.0
"""The longest that opening a document or the contents of a page may take, of one processor."""
LAST = 1_000_000
"""Where in the file its table of parts is looked for; readers do so in the last 1.024 bytes."""
LONGEST_NAME = 4_096
"""The most letters of a name; PDF allows 127."""
LONGEST = 4_000_000
"""The most of a number, an operator, or a text in hexadecimal: a signature of 2 MB."""
PIECE = 4_096

Step = Callable[[Any, bytes, int], int]
logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it would tell of every font


class _Clock:
    """When what is being read has had its time."""

    until = math.inf


@contextmanager
def timed() -> Iterator[None]:
    """What is read within may take its time, and no more."""
    _Clock.until = time.process_time() + SECONDS
    try:
        yield
    finally:
        _Clock.until = math.inf


def _check_time() -> None:
    if time.process_time() > _Clock.until:
        raise TooBig(phrase("what takes more than {most:.0f} seconds to read", most=SECONDS))


def _timed(fill: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """The next block of what is read, as long as there is time."""

    def bounded(parser: Any) -> bool:
        if parser.charpos >= len(parser.buf):
            _check_time()
        return fill(parser)

    return bounded


def _short(step: Step, most: int) -> Step:
    """A step of reading a word that refuses one that is too long."""

    def bounded(parser: Any, buffer: bytes, at: int) -> int:
        if len(parser._curtoken) > most:
            raise TooBig(phrase("a word of more than {most:,} letters", most=most))
        return step(parser, buffer, at)

    return bounded


def _in_pieces(step: Step) -> Step:
    """A step of reading a text that lays aside what it has, and joins it at the end."""

    def linear(parser: Any, buffer: bytes, at: int) -> int:
        if len(parser._curtoken) > PIECE:
            if getattr(parser, "pieces_of", None) != parser._curtokenpos:
                parser.pieces_of, parser.pieces = parser._curtokenpos, []
            parser.pieces.append(parser._curtoken)
            parser._curtoken = b""
        known = len(parser._tokens)
        end = step(parser, buffer, at)
        if len(parser._tokens) > known and getattr(parser, "pieces_of", None) is not None:
            place, text = parser._tokens[-1]
            if place == parser.pieces_of:
                parser._tokens[-1] = (place, b"".join([*parser.pieces, text]))
            parser.pieces_of = None
        return end

    return linear


def _passed_over(parser: Any, buffer: bytes, at: int) -> int:
    """A step of reading a comment, of which nothing is kept."""
    found = psparser.EOL.search(buffer, at)
    if found:
        parser._parse1 = parser._parse_main
    return found.start(0) if found else len(buffer)


def _inline_data(parser: Any, place: int, target: bytes = b"EI") -> tuple[int, bytes]:
    """The data of a picture within the contents, up to the word that ends it."""
    parser.seek(place)
    end, held = re.compile(re.escape(target) + rb"\s"), bytearray()
    while True:
        parser.fillbuf()
        known = len(held)
        held += parser.buf[parser.charpos :]
        if found := end.search(held, max(known - len(target), 0)):
            break
        parser.charpos = len(parser.buf)
    parser.charpos += found.end() - known
    return place, re.sub(rb"(\r\n|[\r\n])$", b"", bytes(held[: found.start()]))


def _next_line(parser: Any) -> tuple[int, bytes]:
    """A line with what ends it, of which each block is taken once."""
    _check_time()
    place, pieces = parser.bufpos + parser.charpos, list[bytes]()
    while not (pieces and pieces[-1].endswith((b"\r", b"\n"))):
        parser.fillbuf()
        found = psparser.EOL.search(parser.buf, parser.charpos)
        end = found.end(0) if found else len(parser.buf)
        pieces.append(parser.buf[parser.charpos : end])
        parser.charpos = end
    if pieces[-1].endswith(b"\r"):
        parser.fillbuf()
        if parser.buf[parser.charpos : parser.charpos + 1] == b"\n":
            pieces.append(b"\n")
            parser.charpos += 1
    return place, b"".join(pieces)


def _last_lines(parser: Any) -> Iterator[bytes]:
    """The lines at the end of the file, the last first."""
    size = parser.fp.seek(0, io.SEEK_END)
    parser.fp.seek(max(size - LAST, 0))
    yield from reversed(re.split(rb"[\r\n]+", parser.fp.read()))


def _as_many_as_there_are(load: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """A table of parts that names no more of them than it has room for."""

    def bounded(table: Any, parser: Any) -> None:
        load(table, parser)
        left = len(table.data) // table.entlen if table.entlen > 0 else 0
        ranges, table.ranges = table.ranges, []
        for start, count in ranges:
            table.ranges.append((start, min(count, left)))
            left -= min(count, left)

    return bounded


def install() -> None:
    """Let pdfminer read by these steps, in this process."""
    parser: Any = psparser.PSBaseParser
    parser._parse_string = _in_pieces(parser._parse_string)
    parser._parse_comment = _passed_over
    parser._parse_literal = _short(parser._parse_literal, LONGEST_NAME)
    for name in ("hexstring", "number", "float", "keyword"):
        step = f"_parse_{name}"
        setattr(parser, step, _short(getattr(parser, step), LONGEST))
    parser.fillbuf = _timed(parser.fillbuf)
    parser.nextline, parser.revreadlines = _next_line, _last_lines
    tables: Any = pdfdocument.PDFXRefStream
    tables.load = _as_many_as_there_are(tables.load)
    contents: Any = pdfinterp.PDFContentParser
    contents.get_inline_data = _inline_data
    contents.fillbuf = _timed(contents.fillbuf)
    parser.nexttoken = quick_word(parser.nexttoken)
    contents.nextobject = quick_object(contents.nextobject)


install()
