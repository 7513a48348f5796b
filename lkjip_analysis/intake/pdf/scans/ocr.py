"""Words on the picture of a page, by tesseract with Indonesian; a figure counts where all readings
of the picture agree on it."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
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
BAND = 64
"""Words are looked up by bands of the picture this high."""
Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom."""


@dataclass(frozen=True)
class Word:
    """A word and its box in pixels; `line` is the same for words of one line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    agreed: bool = True
    others: tuple[str, ...] = ()
    """What the other readings of the page made of the same place."""

    @property
    def box(self) -> Pixels:
        return self.left, self.top, self.right, self.bottom


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


class ByHeight:
    """Words looked up by where they stand."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._bands: dict[int, list[Word]] = defaultdict(list)
        for word in words:
            for band in _bands(word.box):
                self._bands[band].append(word)

    def within(self, box: Pixels) -> list[Word]:
        """The words that lie for the most part in a box, or it in them, from left to right."""
        near = {id(word): word for band in _bands(box) for word in self._bands.get(band, ())}
        found = [word for word in near.values() if _overlap(box, word.box) > 0.5]
        return sorted(found, key=lambda word: word.left)


def _bands(box: Pixels) -> range:
    return range(box[1] // BAND, box[3] // BAND + 1)


def words_on(first: Any, others: Sequence[Any]) -> list[Word]:
    """The words of a page; those with digits agreed only if the other pictures read the same."""
    with ThreadPoolExecutor(len(others) + 1) as pool:
        plain = pool.submit(read_words, first, 11)
        told = [pool.submit(read_words, other, 6, first.width / other.width) for other in others]
    words = plain.result()
    for reading in told:
        again = ByHeight(reading.result())
        words = [_checked(word, again) for word in words]
    return words


def _checked(word: Word, again: ByHeight) -> Word:
    """The word with what the other reading makes of the same place."""
    told = "".join(other.text for other in again.within(word.box))
    agreed = word.agreed and (told == word.text or not re.search(r"\d", word.text))
    return replace(word, agreed=agreed, others=(*word.others, told))


def _overlap(one: Pixels, other: Pixels) -> float:
    """The part of the smaller box that lies in the other."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min((x[2] - x[0]) * (x[3] - x[1]) for x in (one, other))
    return max(wide, 0) * max(high, 0) / max(least, 1)


def read_words(picture: Any, mode: int, scale: float = 1.0, least: float = LEAST) -> list[Word]:
    """What tesseract reads on a picture in one of its modes, surer than `least`."""
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
    return [word for row in rows if (word := _word(row, scale, least))]


def _word(row: dict[str, str], scale: float, least: float) -> Word | None:
    text = PERCENT.sub("%", (row.get("text") or "").strip())
    if not text or float(row["conf"]) < least or not re.search(r"\w|[%-]", text):
        return None
    left, top, width, height = (
        round(int(row[name]) * scale) for name in ("left", "top", "width", "height")
    )
    line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
    return Word(text, left, top, left + width, top + height, line)
