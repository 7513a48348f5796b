"""Letters that are in a Word document but not to be seen: tiny, squeezed, or of their ground.

What colour is behind a letter is known where the run, its paragraph, cell or table says it; where
a style shades, or a pattern, it is not, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lkjip_analysis.intake.document.letter_colours import are_alike
from lkjip_analysis.intake.word.word_names import W, value_of

NEW = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WHITE = "FFFFFF"
SMALLEST = 4
"""Letters of so many half points are not seen."""
NARROWEST = 20
"""Letters squeezed to so many hundredths of their width are not read."""
CLOSEST = -80
"""Letters drawn together by four points, in twentieths, lie on one another."""
MOST_TRANSPARENT = 90_000
"""Thousandths of a hundredth of transparency."""
PENS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": WHITE, "darkBlue": "000080",
    "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""The colours that a highlight can have."""
HOLDING = {f"{W}p": f"{W}pPr", f"{W}tc": f"{W}tcPr", f"{W}tbl": f"{W}tblPr"}
"""What says of itself how the ground of all that it holds is coloured, and where it says that."""
Behind = dict[Any, tuple[Any, ...]]
"""That of each of them, looked for once: to find nothing, all that it holds is gone through."""


def unseen(run: Any, every: list[Any], shaded: frozenset[str], behind: Behind) -> str:
    """Why the letters of a run are not seen; nothing where they are.

    `every` are its run properties, the nearest first; `shaded` the styles that shade.
    """
    size = _told(every, "sz")
    if size.isdigit() and int(size) <= SMALLEST:
        return f"hurufnya hanya {int(size) / 2:g} pt"
    if _number(_told(every, "w"), 100) < NARROWEST or _number(_told(every, "spacing"), 0) < CLOSEST:
        return "hurufnya terhimpit"
    ink = ink_of(every)
    if ink == "none":
        return "hurufnya tembus pandang"
    ground = _ground(run, every, shaded, behind)
    if not are_alike(ink, ground):
        return ""
    return "hurufnya putih di atas putih" if ground == WHITE else "hurufnya sewarna latarnya"


def ink_of(every: list[Any]) -> str:
    """The colour of letters; nothing where no one says it."""
    return next((colour for rpr in every if (colour := _ink(rpr))), "")


def _told(every: list[Any], name: str) -> str:
    return next((value for rpr in every if (value := value_of(rpr, name))), "")


def _number(told: str, otherwise: int) -> int:
    digits = told.removesuffix("%")
    return int(digits) if digits.removeprefix("-").isdecimal() else otherwise


def _ink(properties: Any) -> str:
    """The colour of letters: a fill of its own goes before it; the theme's ground is white."""
    fill = properties.find(f"{NEW}textFill")
    if fill is not None and (fill := _filled(fill)):
        return fill
    mark = properties.find(f"{W}color")
    if mark is None:
        return ""
    ground = mark.get(f"{W}themeColor") in ("background1", "light1")
    plain = not (mark.get(f"{W}themeShade") or mark.get(f"{W}themeTint"))
    told = str(mark.get(f"{W}val", ""))
    return WHITE if told == "white" or (ground and plain) else told


def _filled(fill: Any) -> str:
    """`none` for letters without colour, else the colour where it is told as one."""
    if fill.find(f"{NEW}noFill") is not None:
        return "none"
    alphas = (str(mark.get(f"{NEW}val", "")) for mark in fill.iter(f"{NEW}alpha"))
    if any(_number(alpha, 0) >= MOST_TRANSPARENT for alpha in alphas):
        return "none"
    colour = fill.find(f"{NEW}solidFill/{NEW}srgbClr")
    return str(colour.get(f"{NEW}val", "")) if colour is not None else ""


def _ground(run: Any, every: list[Any], shaded: frozenset[str], behind: Behind) -> str:
    """The colour behind a run; nothing where it is not known."""
    for mark in _shades(run, every, shaded, behind):
        if mark is None:
            return ""
        if fills(mark):
            return _shade(mark)
    return WHITE


def _shades(run: Any, every: list[Any], shaded: frozenset[str], behind: Behind) -> Iterator[Any]:
    """What colours the ground, the nearest first; None for a style of a table that does."""
    for name in ("highlight", "shd"):
        yield from (mark for rpr in every if (mark := rpr.find(f"{W}{name}")) is not None)
    element = run
    while element is not None:
        if element.tag in HOLDING:
            if element not in behind:
                behind[element] = tuple(_own_shades(element, shaded))
            yield from behind[element]
        element = element.getparent()


def _own_shades(element: Any, shaded: frozenset[str]) -> Iterator[Any]:
    """What a paragraph, a cell or a table says of the ground of all that it holds."""
    told = element.find(HOLDING[element.tag])
    if told is None:
        return
    if (mark := told.find(f"{W}shd")) is not None:
        yield mark
    style = told.find(f"{W}tblStyle")
    if style is not None and style.get(f"{W}val") in shaded:
        yield None


def fills(mark: Any) -> bool:
    """Does a shade or a highlight colour what is behind it?"""
    if mark.tag == f"{W}highlight":
        return mark.get(f"{W}val") not in ("none", None)
    return mark.get(f"{W}fill", "auto").upper() not in ("AUTO", "")


def is_white(mark: Any) -> bool:
    return _shade(mark).upper() == WHITE


def _shade(mark: Any) -> str:
    if mark.tag == f"{W}highlight":
        return PENS.get(mark.get(f"{W}val"), "")
    is_plain = mark.get(f"{W}val", "clear") in ("clear", "nil")
    return str(mark.get(f"{W}fill")) if is_plain else ""
