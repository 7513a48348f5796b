"""How the runs of a Word paragraph are shown: hidden, struck out, raised, in a symbol font.

A property is that of the run itself, else of its character style, of its paragraph's style, or of
the document; on and off (`vanish`, `strike`) in two styles cancel each other in Word and not
everywhere else, so what both say is doubted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from lkjip_analysis.intake.word.letter_sight import Behind, fills, ink_of, is_white, unseen
from lkjip_analysis.intake.word.symbols import is_symbol_font
from lkjip_analysis.intake.word.word_names import OFF, VAL, W, value_of

AUTOMATIC = ("", "auto")
"""Letters of no colour of their own are seen on any ground."""
LONGEST_CHAIN = 20
"""Word itself builds a style on at most ten others."""
PARAGRAPH, OF_RUN, STYLE = f"{W}p", f"{W}rPr", f"{W}pPr/{W}pStyle"
MARKS = tuple(f"{W}{name}" for name in ("vanish", "strike", "dstrike", "vertAlign", "position"))


Said = bytes | tuple[Any, ...]
"""What a run says of how it looks, to tell whether another says the same."""


@dataclass(frozen=True)
class Look:
    """How a run is shown. `raised` is 1 above the line, -1 below it; `doubt` why it is unsure."""

    hidden: bool = False
    struck: bool = False
    raised: int = 0
    font: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Styles:
    """The styles of a document: id -> its run properties and what it is based on."""

    properties: Mapping[str, Any] = field(default_factory=dict)
    based_on: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    """The style of a paragraph, or of a run, that names none."""
    document: Any = None
    shaded: frozenset[str] = frozenset()
    """Styles that colour what is behind the text."""
    marking: frozenset[str] = frozenset()
    """Styles of tables that hide, strike out, raise or lower text in some of their cells."""
    plain: dict[tuple[str, Said], Look] = field(default_factory=dict, compare=False)
    """How a run is shown that no ground can hide: by its paragraph's style and what it says."""
    named: dict[Any, str] = field(default_factory=dict, compare=False)
    """The style of each paragraph: to look for it goes through all of its runs."""
    behind: Behind = field(default_factory=dict, compare=False)

    def chain(self, style: str) -> Iterator[Any]:
        """The run properties of a style and of those it is based on, the nearest first."""
        seen: set[str] = set()
        while style and style not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(style)
            if style in self.properties:
                yield self.properties[style]
            style = self.based_on.get(style, "")


def styles_of(document: Any) -> Styles:
    """The styles of a document as python-docx holds it."""
    root = document.styles.element
    properties: dict[str, Any] = {}
    based: dict[str, str] = {}
    defaults: dict[str, str] = {}
    shaded: set[str] = set()
    marking: set[str] = set()
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        if (found := style.find(f"{W}rPr")) is not None:
            properties[name] = found
        if (base := style.find(f"{W}basedOn")) is not None:
            based[name] = base.get(VAL, "")
        if style.get(f"{W}default") not in (None, *OFF):
            defaults[style.get(f"{W}type", "")] = name
        if any(fills(mark) and not is_white(mark) for mark in style.iter(f"{W}shd")):
            shaded.add(name)
        if style.get(f"{W}type") == "table" and any(map(_marks, style.iter(*MARKS))):
            marking.add(name)
    whole = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return Styles(properties, based, defaults, whole, frozenset(shaded), frozenset(marking))


def _marks(mark: Any) -> bool:
    return mark.get(VAL) not in (*OFF, "baseline")


def look(run: Any, styles: Styles) -> Look:
    """How a run is shown in its paragraph."""
    own = run.find(OF_RUN)
    kind = _paragraph_style(run, styles), _said(own)
    if kind not in styles.plain:
        seen = _look(run, own, styles)
        if seen.doubt or ink_of(_every(own, _chains(run, own, styles))) not in AUTOMATIC:
            return seen  # which depends on what is around it
        styles.plain[kind] = seen
    return styles.plain[kind]


def _said(own: Any) -> Said:
    """All that a run says of itself; as it is written where one thing holds another."""
    if own is None:
        return ()
    if any(map(len, own)):
        return bytes(etree.tostring(own, with_tail=False))
    return tuple([(mark.tag, *mark.attrib.items()) for mark in own])


def _look(run: Any, own: Any, styles: Styles) -> Look:
    chains = _chains(run, own, styles)
    hidden, doubt = _switch("vanish", own, chains)
    struck, other = _switch("strike", own, chains)
    twice, third = _switch("dstrike", own, chains)
    every = _every(own, chains)
    raised = _raised(every)
    font = next((name for rpr in every if (name := _font(rpr))), "")
    backwards = "huruf dari kanan ke kiri" if _switch("rtl", own, chains)[0] else ""
    reasons = (doubt, other, third, unseen(run, every, styles.shaded, styles.behind), backwards)
    reason = next(filter(None, reasons), "")
    return Look(hidden, struck or twice, raised, font if is_symbol_font(font) else "", reason)


def _paragraph_style(run: Any, styles: Styles) -> str:
    paragraph = _above(run, PARAGRAPH)
    if paragraph not in styles.named:
        mark = paragraph.find(STYLE) if paragraph is not None else None
        styles.named[paragraph] = str(mark.get(VAL, "")) if mark is not None else ""
    return styles.named[paragraph]


def _chains(run: Any, own: Any, styles: Styles) -> list[list[Any]]:
    """The run properties of its character style, its paragraph's style, and the document."""
    named = value_of(own, "rStyle") or styles.defaults.get("character", "")
    style = _paragraph_style(run, styles) or styles.defaults.get("paragraph", "")
    document = [styles.document] if styles.document is not None else []
    return [list(styles.chain(named)), list(styles.chain(style)), document]


def _every(own: Any, chains: list[list[Any]]) -> list[Any]:
    """All that says how a run looks, the nearest first."""
    return [*([own] if own is not None else []), *(rpr for chain in chains for rpr in chain)]


def _above(element: Any, tag: str) -> Any:
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def _switch(name: str, own: Any, chains: list[list[Any]]) -> tuple[bool, str]:
    """Is a property on, and why that is not sure."""
    if own is not None and (mark := own.find(f"{W}{name}")) is not None:
        return mark.get(VAL) not in OFF, ""
    told = [_in_chain(name, chain) for chain in chains]
    if told[0] and told[1]:
        return False, "gaya huruf dan gaya paragraf sama-sama menyembunyikan atau mencoretnya"
    return any(told), ""


def _in_chain(name: str, chain: list[Any]) -> bool:
    marks = (mark for rpr in chain if (mark := rpr.find(f"{W}{name}")) is not None)
    first = next(marks, None)
    return first is not None and first.get(VAL) not in OFF


def _raised(every: list[Any]) -> int:
    """Above the line or below it: by its kind, else by a raised baseline."""
    kind = next((value for rpr in every if (value := value_of(rpr, "vertAlign"))), "")
    if kind in ("superscript", "subscript"):
        return 1 if kind == "superscript" else -1
    moved = next((value for rpr in every if (value := value_of(rpr, "position"))), "0")
    try:
        height = float(moved.removesuffix("pt"))
    except ValueError:
        return 0
    return (height > 0) - (height < 0)


def _font(properties: Any) -> str:
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    if fonts.get(f"{W}asciiTheme"):  # it goes before the font that is named beside it
        return "theme"
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")
