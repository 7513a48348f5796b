"""What sentences state in words: rises and falls, and categories behind a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.listed_scale import tells_a_class
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import ABOUT, BOUND_BEHIND, NEAR
from lkjip_analysis.intake.sentences.sentence_figures import Figure, sentence_around
from lkjip_analysis.intake.sentences.years_of_figures import year_told

DIRECTION = re.compile(
    r"(?P<said>(?:mengalami|terjadi|terdapat|ada)\s+"
    r"(?:kenaikan|peningkatan|penurunan|pertumbuhan)(?:\s+(?:yang\s+)?(?:sangat\s+)?"
    r"(?:tajam|signifikan|besar|drastis|cukup tinggi))?"
    r"|(?<!untuk )(?<!dalam )(?:meningkat|menurun|naik|turun)(?:\s+(?:tajam|signifikan))?"
    r"(?=\s+(?:\d|sebesar|sebanyak|dari|menjadi|dibanding|jika|bila|apabila|terhadap|dari)))",
    re.IGNORECASE,
)
CALLED = (
    r"(?:sehingga|maka|dan)(?:\s+(?:pencapaian|capaian|akuntabilitas|kinerja|indikator|sasaran|ini|"
    r"tersebut|dapat)){0,6}\s+(?:dinyatakan|dikategorikan|dikatakan)(?:\s+(?:dalam\s+)?kategori)?"
)
"""What calls a figure by its class: "sehingga pencapaian kinerja dinyatakan sangat baik"."""
BEFORE = 10
"""So many words before a figure may tell what year it is of."""
PAST = re.compile(r"sebelumnya|tahun lalu|yang lalu|semula", re.IGNORECASE)


Tied = tuple[Figure, Spot, Spot | None]
"""A figure, the claim it becomes, and the cell it repeats, if one was chosen."""


@dataclass(frozen=True)
class Statement:
    """A statement in words at a place of its paragraph."""

    text: str
    start: int


def directions(paragraph: Paragraph) -> Iterator[Statement]:
    """Where a paragraph says that something rose or fell."""
    for match in DIRECTION.finditer(paragraph.text):
        yield Statement(" ".join(match["said"].split()), match.start())


def two_years(
    said: Statement,
    paragraph: Paragraph,
    claims: Sequence[Tied],
    earlier: Sequence[Tied],
    tahun: int,
) -> tuple[str, str] | None:
    """The addresses of the figure before and the figure now that a rise or fall speaks of.

    Two figures of one kind of the same sentence, one of them last year's; or last year's there and
    this year's in the paragraph before (`earlier`). Nothing where neither stands there.
    """
    sentence = sentence_around(paragraph.text, said.start)
    start = paragraph.text.find(sentence)
    inside = [c for c in claims if start <= c[0].start < start + len(sentence)]
    past = [c for c in inside if _is_past(c[0], tahun)]
    for before in sorted(past, key=lambda c: abs(c[0].start - said.start)):
        now = _this_year(inside, before, past, tahun) or _this_year(earlier, before, past, tahun)
        if now:
            nearest = min(now, key=lambda c: (c[2] is None, abs(c[0].start - said.start)))
            return _address(before), _address(nearest)
    return None


def _this_year(
    claims: Sequence[Tied], before: Tied, past: Sequence[Tied], tahun: int
) -> list[Tied]:
    kinds = (before[0].kind, "bilangan")
    return [
        c
        for c in claims
        if c not in past
        and c[0].kind in kinds
        and _comparable(c, before)
        and year_told(c[0], BEFORE) in (tahun, None)
    ]


def _address(claim: Tied) -> str:
    return claim[2].address if claim[2] is not None else claim[1].address


def _comparable(one: Tied, other: Tied) -> bool:
    """Of one column in two years, where their cells are known."""
    if one[2] is None or other[2] is None:
        return True
    names = [spot.column.name.removesuffix("_lalu") for spot in (one[2], other[2])]
    return names[0] == names[1] and one[2].key == other[2].key


def _is_past(figure: Figure, tahun: int) -> bool:
    year = year_told(figure, BEFORE)
    return year == tahun - 1 if year else bool(PAST.search(_words_before(figure)))


def _words_before(figure: Figure) -> str:
    return " ".join(figure.before.split()[-BEFORE:])


def categories(
    paragraph: Paragraph, figures: Sequence[Figure], names: Sequence[str]
) -> Iterator[tuple[Statement, Figure]]:
    """Each category that stands behind a percentage, with that percentage."""
    if not names or tells_a_class(paragraph):
        return
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    behind = re.compile(
        rf"^[\s.,;]*+(?:\(|(?:(?:atau|dengan|dan|termasuk|masuk)?\s*(?:dalam\s+)?"
        rf"(?:kategori|predikat|kriteria)(?:\s+capaian)?(?:\s+kinerja)?|{CALLED})\s*:?\s*[\"“”]?)\s*"
        rf"(?P<name>{either})\b",
        re.IGNORECASE,
    )
    for figure in figures:
        is_bound = ABOUT.search(figure.before[-NEAR:]) or BOUND_BEHIND.match(figure.after)
        of_one = figure.kind in ("persen", "bilangan") and not is_bound
        if of_one and (match := behind.match(_loose(figure))):
            yield Statement(match["name"], figure.start + len(figure.text)), figure


def _loose(figure: Figure) -> str:
    """The words behind a figure without a remark between: "sesuai dengan target ... dengan"."""
    text = figure.after
    match = re.match(r"[^\d;]{0,60}?(?=(?:atau|dengan)\s+kategori)", text, re.IGNORECASE)
    return text[match.end() :] if match else text
