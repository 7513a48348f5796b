"""The pictures of findings: each figure in its place, and what it is held against elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.marking.place_pictures import Pages, Strip, leading
from lkjip_analysis.output.examined.telling.explained_finding import Explained


@dataclass(frozen=True)
class _Wanted:
    """A strip to be drawn: of which finding, and the places in it, the first of one figure."""

    code: str
    places: Sequence[Place]
    main: int = 1
    is_beside: bool = False
    """Is it of what the finding's own figure is held against?"""

    @property
    def page(self) -> int:
        return leading(self.places, self.main).page


def pictures(told: Sequence[Explained], pages: Pages | None) -> Mapping[str, Sequence[Strip]]:
    """The strips of each finding by its code: its own, then what it is held against on another
    page. Page after page, so that each is drawn but once."""
    none: dict[str, Sequence[Strip]] = {one.code: () for one in told}
    if pages is None:
        return none
    wanted = sorted((one for each in told for one in _wanted(each)), key=lambda one: one.page)
    drawn = [(one, pages.crop(one.places, one.main)) for one in wanted]
    drawn.sort(key=lambda pair: pair[0].is_beside)
    return {**none, **grouped((one.code, strip) for one, strip in drawn if strip)}


def _wanted(one: Explained) -> Iterator[_Wanted]:
    places = [place for place in one.places if place.page]
    is_single = len(one.codes) < 2
    main = one.main if is_single else 1  # its places are of one figure, not of several
    if not places:
        return
    own = _Wanted(one.code, places, main)
    yield own
    beside = [place for place in places[max(main, 1) :] if place.page != own.page]
    if beside and is_single:
        yield _Wanted(one.code, beside, is_beside=True)
