"""A kind of rule as its file declares it: what its entries name, and how it becomes rules.

What a relation says of its cells, holds in its certificate and is told with, its class answers
(`base.Rule`). A new kind is one file in `rules/kinds/`, and nothing else knows it by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.rule_draft import Draft


@dataclass(frozen=True)
class Role:
    """What an entry of a rule names: cells of a type of column, or where `holds` is "" no cells.

    `is_one`: exactly one cell. `or_number`: a plain number may stand in place of a cell, for a
    bound of 100 need be printed nowhere. `as_declared`: also where a cell of such a column prints
    a grade or a range. `or_plain`: of columns of mere words nothing is asked.
    """

    holds: Literal["angka", "kategori", "teks", ""] = "angka"
    is_one: bool = False
    or_number: bool = False
    as_declared: bool = False
    or_plain: bool = False


SETTING = Role("")
FIGURES, NUMBERS = Role(), Role(or_number=True)
RESULT = Role(is_one=True)
WORDS, WORD = Role("teks"), Role("teks", is_one=True)
"""Words are any cells: what is said of them is no figure."""

Roles = Mapping[str, Role]


@dataclass(frozen=True)
class Kind:
    """One `jenis`: its entries, and the rules that it makes of them.

    `may_share` are roles that may name the same cell. `may_be_negative`: its result may be, also
    where no minus is printed. `needs` are the roles of its own row without which its result has
    no ground.
    """

    name: str
    roles: Roles
    build: Callable[[Draft], Iterable[Rule]]
    may_share: tuple[str, ...] = ()
    may_be_negative: bool = False
    needs: tuple[str, ...] = ()
