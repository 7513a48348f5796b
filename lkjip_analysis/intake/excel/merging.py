"""A year of which only statements are at hand, gone on with as a whole report.

Its laporan.yaml is joined section by section, as text, so that every comment stays.
"""

from __future__ import annotations

import re
from pathlib import Path

from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.loading import load_folder

STATEMENTS = "pernyataan"
_TOP = re.compile(r"^(?=[A-Za-z_]\w*:)", re.MULTILINE)
_ENTRY = re.compile(r"^  ([^\s:#-][^:\n]*):.*\n?", re.MULTILINE)


def holds_only_statements(folder: Path, instansi: str, tahun: int) -> bool:
    """Is a folder one of single statements?

    Raises: InputError where it cannot be read.
    """
    if not (folder / "laporan.yaml").is_file():
        return False
    tables = load_folder(folder, instansi, tahun).tables.values()
    return bool(tables) and all(table.type.name == STATEMENTS for table in tables)


def merged(base: str, own: str) -> str:
    """The laporan.yaml `base` with what `own` declares of its statements.

    Raises: InputError where a section stands in one line and must be joined by hand.
    """
    head, known = _sections(base)
    _, added = _sections(own)
    for name, block in added.items():
        first, _, body = block.partition("\n")
        if name not in known:
            known[name] = block
        elif re.search(r"^\s+\S", body, re.MULTILINE):  # more than comments
            known[name] = _joined(name, known[name], body)
        elif "{" in first or "[" in first:
            raise _by_hand(name)
    return head + "".join(_ended(block) for block in known.values())


def _joined(name: str, block: str, body: str) -> str:
    if not block.partition("\n")[2].strip():
        raise _by_hand(name)
    taken = {found[1] for found in _ENTRY.finditer(body)}
    kept = _ENTRY.sub(lambda one: "" if one[1] in taken else one[0], block)
    return f"{kept.rstrip()}\n{body}"


def _by_hand(name: str) -> InputError:
    remedy = "Write its entries one below the other, in both files."
    return wrong_input("laporan.yaml", phrase("{name} in one line", name=name), "a section", remedy)


def _sections(text: str) -> tuple[str, dict[str, str]]:
    """What stands before the first section, and each section by its name."""
    head, *blocks = _TOP.split(text)
    return head, {block.partition(":")[0]: block for block in blocks}


def _ended(block: str) -> str:
    return block if block.endswith("\n") else f"{block}\n"


def checked(folder: Path) -> tuple[str, ...]:
    """Raises: InputError where the joined laporan.yaml is none."""
    yamltext.read(folder / "laporan.yaml", "laporan.yaml", "laporan.schema.json")
    return ()
