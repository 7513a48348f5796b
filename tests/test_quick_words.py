"""Words of a PDF's contents read at once are those that pdfminer reads letter by letter."""

from __future__ import annotations

import random
from typing import Any

import pytest
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF, PSException
from pdfminer.psparser import KWD, LIT, PSBaseParser

from lkjip_analysis.intake.pdf.contents import parsing

PIECES = (
    *(b"q", b"Q", b"BT", b"ET", b"Tf", b"T*", b"TJ", b"'", b'"', b"re", b"f*", b"true", b"false"),
    *(b"0", b"12", b"-3", b"+4", b"--5", b"-", b"1.5", b"-.5", b".25", b"7.", b".", b"1.2.3"),
    *(
        b"12abc",
        b"1e5",
        b"/F1",
        b"/",
        b"/a#20b",
        b"/\xc3\xa9",
        b"/\xff",
        b"(abc)",
        b"()",
        b"(a(b)c)",
    ),
    *(
        rb"(a\)b)",
        rb"(\101\n)",
        b"(1 2\n3)",
        b"<41>",
        b"<4 1 4>",
        b"<>",
        b"<4g>",
        b"<41>>",
        b"[",
        b"]",
    ),
    *(
        b"[(a) -12.5 <42>]",
        b"<<",
        b">>",
        b"<< /A 1 /B [2 3] >>",
        b"{",
        b"}",
        b"%x\n",
        b"\x00",
        b">",
    ),
    *(b"BI /W 1 /H 1 ID \x01\x02 EI\n", b"(\xe9\x00)", b"abc\x80d", b"null", b"BI", b"ID", b"EI"),
)
BETWEEN = (b" ", b"\n", b"\r\n", b"  ", b"", b"\t", b"\x00 ", b"\x0c")


class Slowly(PDFContentParser):
    """pdfminer's own reading."""

    nexttoken = PSBaseParser.nexttoken.__wrapped__  # type: ignore[attr-defined]
    nextobject = PDFContentParser.nextobject.__wrapped__  # type: ignore[attr-defined]


def objects(kind: type[PDFContentParser], streams: list[bytes], block: int) -> list[object]:
    """All that is read, each with its place, and how it ended."""
    parser: Any = kind([PDFStream({}, data) for data in streams])
    parser.BUFSIZ = block
    found: list[object] = []
    try:
        while True:
            place, held = parser.nextobject()
            found.append((place, held.rawdata if isinstance(held, PDFStream) else held))
    except PSEOF:
        return found
    except (PSException, AssertionError, ValueError) as error:
        return [*found, repr(error)]


def test_words_are_what_they_say() -> None:
    assert parsing.install is not None  # pdfminer reads by our steps once that is imported
    read = objects(
        PDFContentParser, [b"q 1 0 -.5 7. cm /F1 9 Tf (a b) Tj <4142> Tj [(c) -3] TJ\n"], 4096
    )

    assert read == [
        (0, KWD(b"q")), (2, 1), (4, 0), (6, -0.5), (10, 7.0), (13, KWD(b"cm")),
        (16, LIT("F1")), (20, 9), (22, KWD(b"Tf")), (25, b"a b"), (31, KWD(b"Tj")),
        (34, b"AB"), (41, KWD(b"Tj")), (44, [b"c", -3]), (53, KWD(b"TJ")),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_contents_of_any_kind_are_read_as_letter_by_letter(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(250):
        streams = [
            b"".join(
                chance.choice(PIECES) + chance.choice(BETWEEN) for _ in range(chance.randrange(14))
            )
            for _ in range(chance.randrange(1, 3))
        ]
        for block in (chance.randrange(1, 9), chance.randrange(9, 40), 4096):
            read = objects(PDFContentParser, streams, block)
            assert read == objects(Slowly, streams, block), streams
