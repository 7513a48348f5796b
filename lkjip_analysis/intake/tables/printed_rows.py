"""One printed row of a table as a reader takes it: what it is called, whether it sums others up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.report.row_names import counts_something, is_mean_name, is_total_name, joined

ENUMERATION = re.compile(r"\(?(\d{1,4}|[a-z])[.)]?")
WORDS = re.compile(r"[^\d]*[^\W\d_]{3}[^\d]*")
"""A name or a unit, and no figure with its unit; a lone "Rp" tells nothing of its row."""
SUBTOTAL = re.compile(r"\W*(sub\s*)?(jumlah|total|jml)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One printed row: its cells, its number in the Word table, whether one cell fills it."""

    texts: tuple[str, ...]
    line: int
    spans: bool = False
    wide: bool = False
    """Does its first cell reach over more than one column?"""
    unread: Mapping[int, str] = field(default_factory=dict)
    """Cells whose text is not sure, by column, and why."""
    cells: tuple[str, ...] = ()
    """The cells of the workbook it was read from, by column."""
    where: tuple[tuple[Place, ...], ...] = ()
    """Where each cell is printed, by column, where the document knows its pages."""
    codes: Mapping[int, str] = field(default_factory=dict)
    """What numbers of a workbook are as codes, by column; nothing where zeros may be lost."""
    rounded: frozenset[int] = frozenset()
    """The columns whose numbers a workbook stores with more digits than it shows."""
    whole: bool | None = None
    """Is it the sum of the others, where its figures or headings say so better than its name?"""
    mean: bool = False
    """Is it the mean of the others by its figure, having no name?"""

    @cached_property
    def first(self) -> str:
        return next((text for text in self.texts if text), "")

    @cached_property
    def named(self) -> str:
        """What it is called: its first text that is more than a number of a list."""
        plain = (text for text in self.texts if text and not ENUMERATION.fullmatch(text))
        return next(plain, self.first)

    @cached_property
    def is_total(self) -> bool:
        """A row that adds up others; "Jumlah usaha mikro" may as well be an indicator."""
        if self.whole is not None:
            return self.whole
        told = self.wide or self.first.rstrip().endswith(":")
        added = is_total_name(self.named) or (told and bool(SUBTOTAL.match(joined(self.first))))
        return added and not self.is_mean and not self.may_be_item

    @cached_property
    def is_listed(self) -> bool:
        """Has it a number of the list or a unit beside its name?"""
        words = [text for text in self.texts if WORDS.fullmatch(text)]
        return self.first != self.named or len(words) > 1

    @cached_property
    def may_be_item(self) -> bool:
        """Is it an item of a list that is called "Jumlah pegawai"?"""
        return self.is_listed and is_total_name(self.named) and counts_something(self.named)

    @cached_property
    def is_mean(self) -> bool:
        """A row that is the mean of others, and no indicator."""
        return self.mean or is_mean_name(self.named)

    @cached_property
    def is_summary(self) -> bool:
        return self.is_total or self.is_mean

    def only(self, kept: Sequence[int]) -> Row:
        """The row with these of its columns."""
        at = {column: to for to, column in enumerate(kept)}
        return replace(
            self,
            texts=tuple(self.texts[i] for i in kept),
            unread={at[i]: why for i, why in self.unread.items() if i in at},
            cells=tuple(self.cells[i] for i in kept) if self.cells else (),
            where=tuple(self.where[i] for i in kept) if self.where else (),
            codes={at[i]: code for i, code in self.codes.items() if i in at},
            rounded=frozenset(at[i] for i in self.rounded if i in at),
        )
