"""What can be wrong with the user's input, said so that the user can mend it.

Nothing here is about wrong *figures*: those are findings and travel to the report. These are the
things that keep a report from being read at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MAX_TOLD = 200
"""The longest piece of the input that a message repeats, in characters."""

MAX_SHOWN = 100
"""The most problems that a message lists; the others are counted."""


@dataclass(frozen=True)
class Problem:
    """One thing that cannot be read: where it is, what was found, what is allowed, what to do."""

    file: str
    found: str
    allowed: str
    remedy: str
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        found, rest = shown(self.found), f"allowed: {self.allowed}. {self.remedy}"
        return f"{shown(place)}: found {found}; {shown(rest, 10 * MAX_TOLD)}"


class InputError(Exception):
    """The input cannot be read. Carries every problem that was seen, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        told = [str(problem) for problem in self.problems[:MAX_SHOWN]]
        if len(self.problems) > MAX_SHOWN:
            told.append(f"... and {len(self.problems) - MAX_SHOWN:,} more problems")
        super().__init__("\n".join(told))


def shown(text: str, most: int = MAX_TOLD) -> str:
    """`text` fit for a terminal: on one line, without control characters, not too long.

    >>> shown("a\\x1b[31mb\\nc")
    'a?[31mb c'
    """
    cut = " ".join(text[: most + 1].split())
    safe = "".join(sign if sign.isprintable() else "?" for sign in cut)
    return safe if len(text) <= most else f"{safe[:most]}..."


def nearest(word: str, allowed: Iterable[str]) -> str:
    """A sentence naming the allowed word closest to `word`, or listing what is allowed.

    >>> nearest("realisai", ["target", "realisasi"])
    'Did you mean "realisasi"?'
    """
    names = sorted(set(allowed))
    close = get_close_matches(word[:MAX_TOLD].casefold(), names, n=1, cutoff=0.6)
    if close:
        return f'Did you mean "{close[0]}"?'
    return f"Choose one of: {', '.join(names)}." if names else "There is nothing to choose from."
