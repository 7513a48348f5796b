"""The parts of an Office package, run through before a library builds a tree of any of them.

Every part is looked at, whatever its name: the text or a sheet may lie anywhere in the package. A
picture is no XML from its first bytes on, and is left there.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from xml.parsers import expat

BLOCK = 65_536
Begins = Callable[[str, dict[str, str]], object]
Ends = Callable[[str], object]


def run_through(archive: zipfile.ZipFile, watch: Callable[[], tuple[Begins, Ends | None]]) -> None:
    """Tell of each element of each part where it begins and ends; `watch` is asked for every part.

    Raises: whatever the watchers raise, so that a part that is too large is not read to its end.
    """
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = watch()
        try:
            with archive.open(entry) as part:
                while block := part.read(BLOCK):
                    parser.Parse(block)
        except expat.ExpatError:
            continue  # no XML, or broken: the library says so where it matters
