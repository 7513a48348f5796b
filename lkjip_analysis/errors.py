"""What can be wrong with the user's input, said so that the user can mend it.

Nothing here is about wrong *figures*: those are findings and travel to the report. These are the
things that keep a report from being read at all.
"""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import chain, islice

from lkjip_analysis.language import phrase, plural

MAX_TOLD = 200
"""The longest piece of the input that a message repeats, in characters."""

MAX_SHOWN = 100
"""The most problems that a message lists; the others are plural."""

CHOOSE = "Choose one of: "

FEW, MAX_COMPARED, MAX_LOOKED_AT = 200, 20, 5_000
"""So many names are all compared with a word letter by letter; of more so many, chosen among so
many by what they share with it."""

MAX_PLACES = 20
"""The most places that are listed of one thing found again and again."""

SAME_LINE = (
    "The same in {count:,} other line: {listed}.",
    "The same in {count:,} other lines: {listed}.",
)
SAME_PLACE = (
    "The same in {count:,} other place: {listed}.",
    "The same in {count:,} other places: {listed}.",
)


@dataclass(frozen=True)
class Problem:
    """One thing that cannot be read: where it is, what was found, what is allowed, what to do.

    A text of the code is told in the language of the process; what holds facts is a `phrase`.
    """

    file: str
    found: str
    allowed: str
    remedy: str
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        remedy = self.remedy
        if remedy.startswith(choose := phrase(CHOOSE)):  # what is allowed has been listed before it
            rest, end = remedy.removeprefix(choose), len(self.allowed)
            again, known = (one.casefold().split(", ") for one in (rest[:end], self.allowed))
            if sorted(again) == sorted(known):
                remedy = phrase("Choose one of them.") + rest[end + 1 :]
        # What is allowed may end in a heading such as "Ket.", which has its stop already.
        allowed, found = _own(self.allowed).removesuffix("."), shown(_own(self.found))
        rest = phrase("allowed: {allowed}. {remedy}", allowed=allowed, remedy=phrase(remedy))
        told = phrase("found {found}; {rest}", found=found, rest=shown(rest, 10 * MAX_TOLD))
        return f"{shown(place)}: {told}"


def _own(text: str) -> str:
    """A text of the code in the language of the process. A single word may as well be a name of
    the user's: of its own words the code makes a `phrase`."""
    return phrase(text) if " " in text.strip() else text


class InputError(Exception):
    """The input cannot be read. Carries every problem that was seen, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(told(self.problems)))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        """It comes out of another process with its problems, which its text does not hold."""
        return type(self), (self.problems,)


def wrong_input(
    file: str,
    found: str,
    allowed: str,
    remedy: str,
    line: int | None = None,
    column: str | None = None,
) -> InputError:
    """The one thing for which the input cannot be read, to be raised."""
    return InputError([Problem(file, found, allowed, remedy, line, column)])


def check_letters(name: str) -> None:
    """Raises: InputError for a name that is not UTF-8: no page, workbook or JSON can hold it.

    Where the system reads names as ASCII, é is no letter of theirs; its bytes are still UTF-8.
    """
    try:
        os.fsencode(name).decode("utf-8")
    except UnicodeError as error:
        found, remedy = "a name that is not UTF-8", "Rename it."
        raise wrong_input(name, found, "a name that every system can hold", remedy) from error


def told(problems: Iterable[Problem]) -> list[str]:
    """Each problem as a line; the same thing found in several places is one line with them all."""
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        alike = (problem.file, problem.found, problem.allowed, problem.remedy)
        groups.setdefault(alike, []).append(problem)
    lines = [f"{group[0]}{_again(group)}" for group in groups.values()]
    more = len(lines) - MAX_SHOWN
    return [
        *lines[:MAX_SHOWN],
        *([phrase("... and {more:,} more problems", more=more)] if more > 0 else []),
    ]


def _again(problems: Sequence[Problem]) -> str:
    """Where else the same was found: rows by their line, other places by column or cell."""
    first, *others = problems
    if not others:
        return ""
    rows = all(one.line and one.column == first.column for one in problems)
    places = [
        str(one.line) if rows else ":".join(str(part) for part in (one.line, one.column) if part)
        for one in others
    ]
    more = len(places) - MAX_PLACES
    rest = phrase(" and {more:,} others", more=more) if more > 0 else ""
    listed = shown(", ".join(places[:MAX_PLACES]), 10 * MAX_TOLD) + rest
    one, several = SAME_LINE if rows else SAME_PLACE
    return " " + plural(len(places), one, several, listed=listed)


def shown(text: str, most: int = MAX_TOLD) -> str:
    """`text` fit for a terminal: on one line, without control characters, not too long.

    >>> shown("a\\x1b[31mb\\nc")
    'a?[31mb c'
    """
    cut = " ".join(text[: most + 1].split())
    safe = visible(cut)
    return safe if len(text) <= most else f"{safe[:most]}..."


def visible(text: str) -> str:
    """`text` with a "?" for each sign that a terminal would obey or not show: control characters,
    direction marks, halves of letters. Lines and tabs stay; its length does not change.

    >>> visible("a\\x1b[31mb\\u202ec\\nd\\x9be")
    'a?[31mb?c\\nd?e'
    """
    return "".join(_visible(sign) for sign in text) if not text.isprintable() else text


def _visible(sign: str) -> str:
    if sign.isprintable() or sign in "\n\t":
        return sign
    return " " if unicodedata.category(sign) == "Zs" else "?"


def typed(path: object) -> str:
    """A path as it is typed in a command.

    >>> typed("hasil"), typed("hasil kerja")
    ('hasil', '"hasil kerja"')
    """
    return f'"{path}"' if " " in str(path) else str(path)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """A sentence naming the allowed word closest to `word`, or listing what is allowed.

    >>> nearest("realisai", ["target", "realisasi"])
    'Did you mean "realisasi"?'
    """
    names = _names(tuple(allowed))
    if close := names.closest(word):
        return close
    if not names.all:
        return phrase("There is nothing to choose from.")
    return f"{phrase(CHOOSE)}{shown(names.listed, 10 * MAX_TOLD)}."


def closest(word: str, allowed: Iterable[str]) -> str:
    """A sentence naming the allowed word closest to `word`; empty where none is close."""
    return _names(tuple(allowed)).closest(word)


class _Names:
    """Words that one may be meant of, kept for all who ask for one of the same.

    Where they are many, a word is held against those alone that share most of its rarest
    parts: a file may name a thousand rows that are not there of a table of a thousand.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.all = sorted(set(names))
        self.folded = {name.casefold(): name for name in reversed(self.all)}
        self.sorted = sorted(self.folded)
        self.having: dict[str, list[str]] = {}
        for name in self.sorted if len(self.sorted) > FEW else ():
            for part in _parts(name):
                self.having.setdefault(part, []).append(name)

    @cached_property
    def listed(self) -> str:
        return ", ".join(self.all)

    def closest(self, word: str) -> str:
        asked = word[:MAX_TOLD].casefold()
        close = get_close_matches(asked, self._candidates(asked), n=1, cutoff=0.6)
        if not close and len(asked) > 2:  # a part of one name alone: "blora"
            holding = list(islice((name for name in self.sorted if asked in name), 2))
            close = holding if len(holding) == 1 else []
        return phrase('Did you mean "{name}"?', name=self.folded[close[0]]) if close else ""

    def _candidates(self, asked: str) -> list[str]:
        if not self.having:
            return self.sorted
        rarest = sorted((self.having.get(part, []) for part in _parts(asked)), key=len)
        shared = Counter(islice(chain.from_iterable(rarest), MAX_LOOKED_AT))
        return nlargest(
            MAX_COMPARED, shared, key=lambda name: shared[name] / (len(asked) + len(name))
        )


_names = lru_cache(maxsize=8)(_Names)


def _parts(name: str) -> Iterable[str]:
    """Each three letters that stand together, each once, its ends among them."""
    ended = f" {name} "
    return dict.fromkeys(ended[at : at + 3] for at in range(len(ended) - 2))


def reason(error: OSError) -> str:
    """Why the system refused, in the language of the process.

    Who copies a whole folder gathers what was refused, as texts alone: the first is told.
    """
    number = re.search(r"\[Errno ([0-9]+)\]", str(error))
    gathered = os.strerror(int(number[1])) if number else type(error).__name__
    return phrase(error.strerror or gathered)


USED_UP = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
"""What the system answers where it gives no more open files, memory or processes."""
NO_MEMORY = {
    "ImportError": re.compile("failed to map segment|cannot allocate memory", re.IGNORECASE),
    "RuntimeError": re.compile("can't start new thread"),
}
"""How others say that there is no memory left, by errors that mean something else besides."""
XML_MEMORY = 2
"""And libxml2, by the number of its error."""


def used_up(error: BaseException | None) -> Problem | None:
    """What the system gives no more of, as an error tells it or one that it came from; None where
    something else is wrong."""
    while error is not None:
        if lacking := _lacking(error):
            return Problem(
                "ulimit",
                phrase("no more memory, open files or processes ({reason})", reason=lacking),
                "as many as the command needs",
                "End other programs, give fewer documents at once, or raise the limits of the "
                "system.",
            )
        error = error.__cause__
    return None


def _lacking(error: BaseException) -> str:
    """What there is no more of; nothing where an error does not say that."""
    words = NO_MEMORY.get(type(error).__name__)
    of_xml = type(error).__name__ == "XMLSyntaxError" and getattr(error, "code", 0) == XML_MEMORY
    if isinstance(error, MemoryError) or of_xml or (words and words.search(str(error))):
        error = OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
    if not isinstance(error, OSError) or error.errno not in USED_UP or error.filename is not None:
        return ""
    return reason(error)
