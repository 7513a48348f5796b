"""How the first chart of a page shares a wide screen with the words beside it.

It stands right of them under its own heading, on every page alike. Words and chart are seldom of
one height, and what the shorter leaves empty was up to a third of the screen. So their heights are
estimated, in rem, and a table fills that room where it leaves less; the page's style knows each way
by its class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest
from math import ceil

WORDS = re.compile(r"<(h1|h2|p|li)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_UNSEEN = re.compile(r'<(a|span) class="(?:ke-temuan|tersembunyi)".*?</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WINDOW = re.compile(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')
_TITLE = re.compile(r"<figcaption[^>]*>(.*?)</figcaption>", re.DOTALL)
_CELL = re.compile(r"<(?:td|th)\b[^>]*>(.*?)</(?:td|th)>", re.DOTALL)
_ANSWER = re.compile(r'<p class="kalimat kata-bagan">.*?</p>', re.DOTALL)
_FOLDED = re.compile(r'<details class="data">.*</details>', re.DOTALL)

LETTERS = 2.35
"""Letters in one rem of a line of text."""

SET = {"h1": (1.75, 2.0, 2.4), "h2": (1.3, 1.6, 0.5), "p": (1.0, 1.5, 0.8), "li": (1.0, 1.5, 0.3)}
"""Of each kind of words its size, the height of a line and the space around, in rem."""

LEAD = 1.15
"""How much more room the words take that open a page: their answer is set larger."""

GAP, HEAD, CELL, SUMMARY = 2.0, 6.0, (0.9, 1.3, 0.85), 2.0
"""What parts two sections; what the caption and the head of a table take; the size of its letters,
a line of them and the space around; and the line that opens a folded table, in rem."""

NAMES = 48
"""Letters after which the name of a row breaks its line, however wide its table is."""

MANY = 10
"""Rows of a chart's own figures that are not shown beside it."""

WORTH = 120.0
"""Square rem that another way must spare before it is taken."""


@dataclass(frozen=True)
class Screen:
    """A range of wide screens: its name in classes, and the rem that words and chart have."""

    name: str
    words: float
    chart: float


SCREENS = Screen("sedang", 32.0, 27.5), Screen("luas", 44.0, 31.0)


def height_of_words(piece: str, room: float) -> float:
    """How high words stand in so much room, both in rem.

    >>> height_of_words("<p>" + "satu " * 30 + "</p>", 32.0)  # 150 letters are two lines of 75
    3.8
    """
    return sum(_lines(said, room, *SET[kind]) for kind, _, said in WORDS.findall(piece))


def _lines(said: str, room: float, size: float, line: float, space: float) -> float:
    return ceil(len(_said(said)) * size / (room * LETTERS)) * line + space


def height_of_chart(figure: str, room: float) -> float:
    """How high a chart stands in so much room, with its title and its notes, both in rem."""
    window, title = _WINDOW.search(figure), _TITLE.search(figure)
    drawn = room * float(window[2]) / float(window[1]) if window else 0.0
    lines = title[1].split("<br>") if title else []
    notes = height_of_words(_FOLDED.sub("", figure), room) * CELL[0]
    return sum(_lines(told, room, 1.0, 1.3, 0.2) for told in lines) + drawn + notes


def height_of_table(piece: str, room: float) -> float:
    """How high a table stands in so much room, both in rem: its names break their lines where its
    other columns leave them less."""
    size, line, space = CELL
    heads, *rows = [list(map(_said, _CELL.findall(row))) for row in piece.split("<tr")[1:]]
    words = [max(head.split(), key=len, default="") for head in heads]
    widest = [max(map(len, column)) for column in zip_longest(words, *rows, fillvalue="")][1:]
    spare = room * LETTERS / size - sum(letters + 3 for letters in widest)
    names = min(max(spare, 9), NAMES)
    return HEAD + sum(ceil(len(row[0]) / names) * line + space for row in rows if row)


def _said(piece: str) -> str:
    return unescape(_TAG.sub("", _UNSEEN.sub("", piece))).strip()


def ways(opening: str, words: str, shown: str, beside: str, is_narrow: bool) -> str:
    """The classes of the way in which a page's opening stands, for each range of wide screens.

    `words` and `shown` are those of the section that has the chart (its answer is told only where
    the chart stands apart), `beside` the section behind it,
    empty where it may not stand beside the chart; `is_narrow` that it may on every wide screen.
    """
    if not _WINDOW.search(shown):  # nobody can tell how high it stands
        return ""
    return " ".join(
        told
        for screen in SCREENS
        if (told := _way(screen, opening, words, shown, beside if _fits(screen, is_narrow) else ""))
    )


def _fits(screen: Screen, is_narrow: bool) -> bool:
    return is_narrow or screen is SCREENS[-1]


def _way(screen: Screen, opening: str, words: str, shown: str, beside: str) -> str:
    """The way of one range of screens, as its classes."""
    intro = height_of_words(opening, screen.words) * LEAD
    over = height_of_words(_ANSWER.sub("", words), screen.chart) + GAP
    over, folded = over + height_of_chart(shown, screen.chart), _FOLDED.search(shown)
    closed = over + (SUMMARY if folded else 0.0)
    found = {"kanan": (intro, closed)}
    if folded and folded[0].count("<tr") <= MANY:
        found["kanan tabel"] = intro + height_of_table(folded[0], screen.words), over
    if beside:
        high = height_of_words(beside, screen.words) + height_of_table(beside, screen.words) + GAP
        found["kanan dua"] = intro + high, closed
    empty = {way: _empty(screen, *heights) for way, heights in found.items()}
    best = min(empty, key=lambda way: empty[way])
    taken = best if empty["kanan"] - empty[best] > WORTH else "kanan"
    return " ".join(f"{screen.name}-{way}" for way in taken.split())


def _empty(screen: Screen, left: float, right: float) -> float:
    """Square rem that the lower of two columns leaves empty."""
    return (right - left) * screen.words if right > left else (left - right) * screen.chart
