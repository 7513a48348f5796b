"""A proposed rule of a claim, and what stands around the figure it is proposed for."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.proposal.proposal import LOW, ProposedTable
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.sentence_figures import Figure
from lkjip_analysis.intake.sentences.tied.candidates import Place
from lkjip_analysis.intake.sentences.tied.cell_index import CellIndex
from lkjip_analysis.numbers.exact import Fraction

REPEATED = 50
"""So many earlier claims of one figure are weighed."""


@dataclass(frozen=True)
class ClaimRule:
    """A proposed rule of a claim: its columns in klaim.csv, how sure, and what else it may be."""

    aturan: str = ""
    sel: str = ""
    dasar: str = ""
    sebab: str = ""
    sureness: str = LOW
    note: str = ""
    candidates: tuple[str, ...] = ()
    spot: Spot | None = None
    differs: bool = False


class EarlierClaims:
    """The claims read so far by what they print; of very many that print the same, the last."""

    def __init__(self) -> None:
        self._by_value: defaultdict[Fraction, deque[Spot]] = defaultdict(_last_ones)

    def add(self, spot: Spot) -> None:
        self._by_value[spot.value].append(spot)

    def of(self, figure: Figure) -> Iterable[Spot]:
        assert figure.printed.value is not None
        return self._by_value.get(figure.printed.value, ())


def _last_ones() -> deque[Spot]:
    return deque(maxlen=REPEATED)


@dataclass(frozen=True)
class Around:
    """What a figure may be tied to: all cells, earlier claims, tables, and where it stands."""

    cells: CellIndex
    claims: EarlierClaims
    fellows: Sequence[Spot]
    tables: Sequence[ProposedTable]
    where: Place
