"""Which letters of a page are seen: what is painted over them, before them, and beside them."""

from __future__ import annotations

from collections import Counter

import pytest

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Fill, Ink, Letter
from lkjip_analysis.intake.pdf.contents.visible_letters import COVERED, WHITE, visible

WIDE = 10**9
"""A filled area may be said to reach as far beyond the page as a number can tell."""


def letter(order: int, pale: bool = False, top: float = 100.0) -> Letter:
    """A letter ten points high whose middle is 5 points below `top`, 54 from the left."""
    return Letter("a", Box(50, top, 58, top + 10), top + 8, 10.0, order=order, pale=pale)


def page(letters: list[Letter], *fills: Fill) -> Ink:
    return Ink(1, 595.0, 842.0, tuple(letters), fills=fills)


@pytest.mark.parametrize(
    ("box", "plain", "order", "why"),
    [
        (Box(0, 0, 595, 842), True, 2, COVERED),  # white over the whole page, painted later
        (Box(0, 0, 595, 842), True, 0, ""),  # painted before the letter
        (Box(0, 0, 595, 842), False, 2, ""),  # a colour that may let it through
        (Box(-WIDE, -WIDE, WIDE, WIDE), True, 2, COVERED),
        (Box(50, 105, 58, 110), True, 2, COVERED),  # its upper edge is where the middle stands
        (Box(50, 100, 58, 105), True, 2, COVERED),
        (Box(50, 105.1, 58, 110), True, 2, ""),
        (Box(54.1, 90, 80, 120), True, 2, ""),
        (Box(0, float("nan"), 595, 842), True, 2, ""),  # reaches no one knows where
    ],
)
def test_a_letter_is_covered_by_what_is_painted_over_its_middle(
    box: Box, plain: bool, order: int, why: str
) -> None:
    seen, hidden = visible(page([letter(1)], Fill(box, order, True, plain)))

    assert [one.hidden for one in hidden] == ([why] if why else [])
    assert len(seen.letters) == (0 if why else 1)


@pytest.mark.parametrize(
    ("grounds", "why"),
    [
        ([], WHITE),  # on the paper itself
        ([(0, False)], ""),
        ([(0, False), (1, True)], WHITE),  # the last one below it is white
        ([(0, True), (1, False)], ""),
        ([(3, False)], WHITE),  # coloured, but painted later, and a colour covers nothing
    ],
)
def test_a_white_letter_is_seen_on_a_coloured_ground(
    grounds: list[tuple[int, bool]], why: str
) -> None:
    fills = [Fill(Box(40, 90, 70, 120), order, pale, False) for order, pale in grounds]
    _, hidden = visible(page([letter(2, pale=True)], *fills))

    assert [one.hidden for one in hidden] == ([why] if why else [])


def test_a_page_of_many_grounds_is_not_looked_through_for_each_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: Counter[str] = Counter()
    holds = Box.holds

    def counted(box: Box, x: float, y: float) -> bool:
        asked["holds"] += 1
        return holds(box, x, y)

    monkeypatch.setattr(Box, "holds", counted)
    rows = [place * 10.0 for place in range(80)]
    fills = [Fill(Box(90, top, 98, top + 10), 2, False, True) for top in rows for _ in range(20)]
    letters = [letter(1, top=top) for top in rows for _ in range(20)]
    seen, _ = visible(page(letters, *fills))

    # 1.600 letters and as many areas beside them, 20 in each of 80 rows: no letter meets more than
    # those of three rows; each was held against all.
    assert len(seen.letters) == 80 and asked["holds"] <= 1600 * 60
