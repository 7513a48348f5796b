"""Words on the picture of a page, by tesseract with Indonesian; a figure counts where all readings
of the picture agree on it."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from io import BytesIO, StringIO
from typing import Any

SECONDS = 120
LANGUAGE = "ind"
DESCENDING = re.compile(r"[gjpqyQ,;()\[\]/|]")
PERCENT = re.compile(r"(?:^|(?<=\d))[KY][o0]$")
"""What tesseract makes of a percent sign."""
LEAST = 30.0
"""Words of which tesseract is less sure than this, of 100, are noise."""


@dataclass(frozen=True)
class Word:
    """A word and its box in pixels; `line` is the same for words of one line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    confidence: float
    agreed: bool = True


@cache
def missing() -> str:
    """The program or data that is lacking here to read pictures; nothing where all is there."""
    program = shutil.which("tesseract")
    if program is None:
        return "tesseract"
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False
    )
    has = LANGUAGE in (listed.stdout + listed.stderr).split()
    return "" if has else "tesseract's Indonesian data (tesseract-ocr-ind)"


def words_on(first: Any, others: Sequence[Any]) -> list[Word]:
    """The words of a page; those with digits agreed only if the other pictures read the same."""
    with ThreadPoolExecutor(len(others) + 1) as pool:
        plain = pool.submit(_read, first, 11)
        told = [pool.submit(_read, other, 6, first.width / other.width) for other in others]
    words = plain.result()
    for again in (reading.result() for reading in told):
        words = [_checked(word, again) if re.search(r"\d", word.text) else word for word in words]
    return words


def _checked(word: Word, again: Sequence[Word]) -> Word:
    """The word with what the other reading makes of the same place."""
    near = [other for other in again if _overlap(word, other) > 0.5]
    near.sort(key=lambda other: other.left)
    agreed = word.agreed and "".join(other.text for other in near) == word.text
    return Word(
        word.text, word.left, word.top, word.right, word.bottom, word.line, word.confidence, agreed
    )


def _overlap(one: Word, other: Word) -> float:
    """The part of the smaller box that lies in the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min(
        (one.right - one.left) * (one.bottom - one.top),
        (other.right - other.left) * (other.bottom - other.top),
    )
    return max(wide, 0) * max(high, 0) / max(least, 1)


def _read(picture: Any, mode: int, scale: float = 1.0) -> list[Word]:
    held = BytesIO()
    picture.save(held, format="PNG")
    command = ["tesseract", "-", "-", "-l", LANGUAGE, "--psm", str(mode), "tsv"]
    done = subprocess.run(
        command,
        input=held.getvalue(),
        capture_output=True,
        timeout=SECONDS,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    rows = csv.DictReader(
        StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return [word for row in rows if (word := _word(row, scale))]


def _word(row: dict[str, str], scale: float) -> Word | None:
    text = PERCENT.sub("%", (row.get("text") or "").strip())
    if not text or float(row["conf"]) < LEAST or not re.search(r"\w|[%-]", text):
        return None
    left, top, width, height = (
        round(int(row[name]) * scale) for name in ("left", "top", "width", "height")
    )
    line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
    return Word(text, left, top, left + width, top + height, line, float(row["conf"]))
