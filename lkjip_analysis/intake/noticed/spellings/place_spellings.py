"""Places that a column prints a few times almost as another place that the document names often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.document.blocks import Block, paragraphs
from lkjip_analysis.intake.proposal.proposal import MIDDLE, ProposedRule, ProposedTable
from lkjip_analysis.language import worded
from lkjip_analysis.report.near_spelling import is_near

HEAD = re.compile(
    r"\b(alamat|kecamatan|kelurahan|desa|kabupaten|kota|wilayah|lokasi|domisili)\b", re.IGNORECASE
)
NAME = re.compile(r"[^\W\d_]{4,}(?:[ -][^\W\d_]{3,})?")
FEW, OFTEN, TIMES = 4, 5, 3
"""A spelling that stands at most so often is held against one that stands so often, and so many
times as often."""


def place_spellings(
    blocks: Sequence[Block], tables: Sequence[ProposedTable]
) -> Iterator[ProposedRule]:
    """The cells that print a rare spelling, each with a cell that prints the usual one."""
    cells = list(_cells(tables))
    printed = Counter(told.casefold() for _, _, told in cells)
    if not any(count >= FEW for count in printed.values()):
        return
    said = _said(blocks, tables)
    first: dict[str, str] = {}
    for _, address, told in cells:
        first.setdefault(told.casefold(), address)
    for label, address, told in cells:
        rare = told.casefold()
        if printed[rare] <= FEW and (usual := _usual(rare, printed, said)):
            yield ProposedRule(
                f"tempat_{_named(address)}",
                "teks_sama",
                f"hasil={address}; sumber={first[usual]}",
                "tafsir",
                worded(
                    "{label}: nama tempat yang hampir sama dicetak jauh lebih sering", label=label
                ),
                MIDDLE,
            )


def _cells(tables: Sequence[ProposedTable]) -> Iterator[tuple[str, str, str]]:
    """The cells of columns of places: the label of the table, the address, the name."""
    for table in tables:
        for name, head in zip(table.columns, table.heads, strict=True):
            told = table.kind.columns[name]
            if told.tipe != "teks" or not HEAD.search(head) or name == table.kind.kunci:
                continue
            for key, cell in table.printed(name):
                text = re.sub(r"^\s*\d{1,3}[.)]\s*", "", cell).strip()
                if key not in table.kind.total and NAME.fullmatch(text):
                    yield table.label, f"{table.name}[{key}].{name}", text


def _said(blocks: Sequence[Block], tables: Sequence[ProposedTable]) -> Counter[str]:
    """How often the document prints each word."""
    texts = (block.text for block in paragraphs(blocks))
    cells = (text for table in tables for row in table.rows for text in row)
    return Counter(
        word for text in (*texts, *cells) for word in re.findall(r"[^\W\d_]{4,}", text.casefold())
    )


def _usual(rare: str, printed: Mapping[str, int], said: Mapping[str, int]) -> str:
    """The one place that a rare spelling is nearly that of."""
    own = max(said.get(rare, 0) if " " not in rare else 0, printed[rare])
    near = [
        told
        for told in printed
        if told != rare
        and is_near(rare, told)
        and max(said.get(told, 0), printed[told]) >= max(OFTEN, TIMES * printed[rare])
        and printed[told] > 0
        and max(said.get(told, 0), printed[told]) > own
    ]
    return near[0] if len(near) == 1 else ""


def _named(address: str) -> str:
    return re.sub(r"\W+", "_", address).strip("_")
