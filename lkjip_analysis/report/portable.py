"""Names that can be files and folders on every system, Windows too: data folders are passed on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from lkjip_analysis.errors import InputError, Problem, visible
from lkjip_analysis.language import phrase

RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Devices of Windows, with any ending."""
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
LONGEST = 120
"""Letters of one name; Windows allows 260 for a whole path."""


def why_not(name: str) -> str:
    """Why a name can be none of a file or folder on Windows; nothing where it can.

    >>> why_not("con.csv"), why_not("a. "), why_not("anggaran.csv")
    ('a device of Windows', 'a dot or space at its end', '')
    """
    if RESERVED.fullmatch(name.strip()):
        return phrase("a device of Windows")
    if name != name.rstrip(". "):
        return phrase("a dot or space at its end")
    if FORBIDDEN.search(name):
        return phrase('one of < > : " / \\ | ? * or a control character in it')
    return phrase("more than {longest} characters", longest=LONGEST) if len(name) > LONGEST else ""


def check_portable(paths: Iterable[str], file: str) -> None:
    """Raises: InputError for paths (with /) that some system cannot hold, or holds as one file."""
    problems, seen = [], dict[str, str]()
    for path in paths:
        for part in path.split("/"):
            if reason := why_not(part):
                found = phrase('the name "{part}": {reason}', part=part, reason=reason)
                problems.append(Problem(file, found, "a name that every system can hold", RENAME))
        other = seen.setdefault(same_file(path), path)
        if other != path:
            found = phrase(
                '"{other}" and "{path}", which are one file on Windows and macOS',
                other=other,
                path=path,
            )
            problems.append(Problem(file, found, "names that differ in their letters", RENAME))
    if problems:
        raise InputError(problems)


RENAME = "Choose another name."


def same_file(name: str) -> str:
    """What names have in common that some system takes for one: case, and how an accent is made.

    >>> same_file("Kin\\u00e9rja") == same_file("kine\\u0301rja"), same_file("a") == same_file("á")
    (True, False)
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def portable(name: str) -> str:
    """The nearest name that every system can hold.

    >>> portable("con"), portable("LKjIP: 2022?. "), portable("a\\u202efdp.\\x9bb")
    ('con_', 'LKjIP_ 2022_', 'a_fdp._b')
    """
    plain = FORBIDDEN.sub("_", visible(name))[:LONGEST].strip(" .")
    return f"{plain}_" if RESERVED.fullmatch(plain) else plain
