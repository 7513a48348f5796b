"""A chart as part of a page: SVG in the page's own colours and letters, each mark with its words.

What stands above and below the plot is said by the page; the drawing keeps it outside its window,
so that a saved chart has it. Ids are those of the chart alone, so that charts share a page.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape, unescape

from lkjip_analysis.pages.parts.drawing import FONTS

COLOURS = {
    "#1f2937": "teks",
    "#4b5563": "redup",
    "#8a8a8a": "sumbu",
    "#0072b2": "biru",
    "#d55e00": "jingga",
    "#ffe3cc": "muda",
    "#e5e7eb": "garis",
    "#f3f4f6": "lembut",
    "#ffffff": "kertas",
}
"""Each colour of a chart and its name among the page's own, `--b-...`."""

MARK = "nilai: "
"""How the id of a drawn mark begins that says its own words."""

TITLE, NOTES, PAPER = "judul", "catatan", "kertas"
"""The ids of what is drawn around the plot."""

STOPS = 24
"""So many marks can be walked through by keyboard; of more, the table beside them is read."""

_TAG = re.compile(r"<[^>]*>")
_GROUP = re.compile(r'<g id="(' + MARK + r'[^"]*)">')


def inline(svg: str, ident: str, alt: str) -> str:
    """The SVG of a chart as HTML: cropped to its plot, its colours those of the page's theme."""
    svg = _cropped(_without_paper(svg))
    svg = _TAG.sub(lambda tag: _slim(tag[0]), svg)
    svg = _without_bare_groups(_own_ids(_told(svg), "b" + sha256(ident.encode()).hexdigest()[:6]))
    named = f'<svg class="gambar" role="group" aria-label="{escape(alt)}" font-family="{FONTS}" '
    return svg.replace("<svg ", named, 1)


def _without_paper(svg: str) -> str:
    """The page has its own paper."""
    return re.sub(rf'<g id="{PAPER}">.*?</g>', "", svg, flags=re.DOTALL)


def _cropped(svg: str) -> str:
    """The window from under the title to over the notes; the whole is kept as `data-lembar`."""
    width, height = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0]
    is_alone = all(svg.count(f'<g id="{part}">') == 1 for part in (TITLE, NOTES))
    top = max((y + 5 for y in _lines(svg, TITLE)), default=0.0) * is_alone
    end = min(y - 10 for y in _lines(svg, NOTES)) if is_alone else float(height)
    window = f'viewBox="0 {top:.1f} {width} {end - top:.1f}" data-lembar="{width} {height}"'
    svg = re.sub(r'width="[\d.]+pt" height="[\d.]+pt" viewBox="[^"]*"', window, svg, count=1)
    for part in (TITLE, NOTES):
        svg = svg.replace(f'<g id="{part}">', '<g aria-hidden="true">')
    return svg


def _lines(svg: str, part: str) -> list[float]:
    """How far down the lines of text of a part stand."""
    found = re.search(rf'<g id="{part}">(.*?)</g>', svg, re.DOTALL)
    texts = re.findall(r"<text [^>]*>", found[1]) if found else []
    places = [re.search(r' y="([\d.]+)"|translate\([\d.-]+ ([\d.]+)\)', text) for text in texts]
    return [float(place[1] or place[2]) for place in places if place]


def _slim(tag: str) -> str:
    """A tag without what the page says for all: fonts, no rotation, spaces of paths and styles."""
    if tag.startswith("<style"):
        return tag
    tag = re.sub(r' font-family: [^;"]*;?| clip-path="[^"]*"', "", tag)
    tag = re.sub(r' transform="rotate\(-?0 [^"]*"', "", tag)
    tag = re.sub(
        r'(?<= d=")[^"]*', lambda path: re.sub(r"\s*([A-Za-z])\s*", r"\1", path[0]).strip(), tag
    )
    tag = re.sub(r'(?<= style=")[^"]*', lambda style: _themed(style[0]), tag)
    tag = re.sub(r'(?<= fill=")[^"]*|(?<= stroke=")[^"]*', lambda one: _themed(one[0]), tag)
    return tag.replace("xlink:href", "href")


def _themed(style: str) -> str:
    """A style in the colours of the page, with those of white paper where it has none."""
    style = re.sub(r"([:;])\s+", r"\1", style)
    style = re.sub(r";stroke-line(join|cap):(miter|square|butt)", "", style)
    for colour, name in COLOURS.items():
        style = style.replace(colour, f"var(--b-{name},{colour})")
    return style


def _told(svg: str) -> str:
    """Each mark that has words says them to pointer, keyboard and reader."""
    stop = ' tabindex="0"' if len(_GROUP.findall(svg)) <= STOPS else ""

    def worded(found: re.Match[str]) -> str:
        words = escape(unescape(found[1]).removeprefix(MARK))
        return f'<g class="nilai"{stop} role="img" aria-label="{words}"><title>{words}</title>'

    return _GROUP.sub(worded, svg)


def _own_ids(svg: str, ident: str) -> str:
    """Without the ids that nothing refers to, the others with the chart's name."""
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg))

    def named(found: re.Match[str]) -> str:
        return f' id="{ident}-{found[1]}"' if found[1] in used else ""

    svg = _TAG.sub(lambda tag: re.sub(r' id="([^"]*)"', named, tag[0]), svg)
    svg = re.sub(r'(href="#|url\(#)', rf"\g<1>{ident}-", svg)
    svg = re.sub(r"<defs>\s*<(style|clipPath).*?</\1>\s*</defs>", "", svg, flags=re.DOTALL)
    return svg.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")


def _without_bare_groups(svg: str) -> str:
    """The drawing without the groups that say nothing of what is in them."""
    opened = list[bool]()

    def kept(group: re.Match[str]) -> str:
        if group[0] == "</g>":
            return group[0] * opened.pop()
        opened.append(group[0] != "<g>")
        return group[0] * opened[-1]

    return re.sub(r"</?g\b[^>]*>", kept, svg.replace("<g/>", ""))
