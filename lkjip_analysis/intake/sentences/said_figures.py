"""The figures of a sentence, and what its words say that they are to each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from lkjip_analysis.intake.sentences.naming_numbers import names_something
from lkjip_analysis.intake.sentences.sentence_figures import KEPT, TOKEN
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import capaian, persen, pertumbuhan
from lkjip_analysis.numbers.number_words import DIGITS
from lkjip_analysis.numbers.printed import Printed, read_or_none
from lkjip_analysis.numbers.slips import is_padded, is_slip, slips_of

OR = re.compile(
    r"(?:(?:\s+[^\W\d]+){0,2}?\s*(?:\(|(?:,\s*)?\batau\b)|\W*\b(?:setara|yaitu|yakni|"
    r"dengan\s+(?:persentase|prosentase|capaian|serapan|penyerapan))\b)\W*"
    r"(?:(?:sebesar|sebanyak|mencapai|sekitar|dengan|serapan|penyerapan|persentase|prosentase|capaian|"
    r"realisasi|tercapai|terserap|terealisasi)\w*\W*)*",
    re.IGNORECASE,
)
ROUGHLY = {
    "about": r"sekitar|kurang\s+lebih|±|~|kira\s*-?\s*kira",
    "almost": r"hampir|mendekati",
    "more": r"lebih\s+dari|di\s*atas|melebihi|>",
    "less": r"kurang\s+dari|di\s*bawah|<",
}
"""Words of rough figures and of bounds."""
ABOUT = re.compile(
    rf"(?:[<>≤≥±~]|\b(?:{'|'.join(ROUGHLY.values())}|minimal|maksimal))\s*$", re.IGNORECASE
)
"""What stands before a bound or a rough figure, which nothing is reckoned from."""
BOUND_BEHIND = re.compile(r"\W{0,2}(?:atau\s+(?:lebih|kurang)|ke\s?(?:atas|bawah))\b", re.I)
"""What stands behind a bound: "100 % atau lebih", "75 % ke atas"."""
NEAR = 20
"""So many letters before a figure may say so."""
COUNTED = re.compile(
    rf"\s*(?:\(\s*(?:{'|'.join(DIGITS)}|se(?:puluh|belas|ratus|ribu))\b[^()\d]*\)\s*)?([^\W\d]+)",
    re.IGNORECASE,
)
"""What a figure counts, also behind its own number in words: "13 (tiga belas) indikator"."""
MEASURED = frozenset({
    "ha", "hektar", "hektare", "km", "m", "meter", "ton", "kg", "kuintal", "kwintal", "gram",
    "liter", "kwh", "mw",
})  # fmt: skip
"""Units of what is measured; other things are counted."""
NEARLY = Fraction(1, 1000)
"""So near a whole no parts come that leave one out."""
LONGEST_GAP = 70
"""So many letters may stand between figures that belong together."""
MOST = 100
"""What prints more figures than that in one breath is a list, and no sentence that relates them."""
LARGE = 1_000
"""So large a figure tells a row of a table from others; smaller ones stand in many."""


@dataclass(frozen=True)
class SaidFigure:
    """A figure of a sentence: what it prints, its kind, and where it begins and ends there."""

    text: str
    printed: Printed
    kind: str
    start: int
    end: int
    is_measured: bool = False
    """Is it so many hectares or tons, which were rounded to what is printed?"""
    is_spoken: bool = False
    """Is it told in words, and not in the digits of its text?"""
    is_set: bool = False
    """Is it a target, which is what it was set at and no rounded figure?"""

    @property
    def value(self) -> Fraction:
        return Fraction(self.printed.value or 0)

    @property
    def satuan(self) -> str:
        """The unit of its claim in klaim.csv; nothing of what is counted."""
        return {"persen": "%", "rupiah": "rupiah"}.get(self.kind, "")

    @property
    def presisi(self) -> str:
        """How exact its claim is: amounts and counts are printed whole, shares are rounded."""
        rounded = self.kind == "persen" or self.printed.decimals
        return "bulat" if rounded and not self.is_set else "eksak"

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """What it may have been before it was rounded; what is counted is what it is."""
        is_counted = self.printed.decimals == 0 and not self.is_measured
        half = Fraction(0) if is_counted else self.printed.step / 2
        return self.value - half, self.value + half

    @property
    def digits(self) -> int:
        return self.printed.digits

    @property
    def text_end(self) -> int:
        """Where its own text ends; behind it may stand what it counts."""
        return self.start + len(self.text)

    def led_by(self, sentence: str) -> str:
        """The words of its sentence that stand right before it."""
        return sentence[max(self.start - LONGEST_GAP, 0) : self.start]

    def agrees(self, printed: Printed) -> bool:
        """Is it the same figure, printed with fewer decimals perhaps?"""
        apart = abs(self.value - Fraction(printed.value or 0))
        return apart == 0 or apart < max(self.printed.step, printed.step)


@lru_cache(maxsize=KEPT)  # a dozen things are noticed, each in all sentences of a document
def figures_of(sentence: str, rounded: bool = False) -> tuple[SaidFigure, ...]:
    """The figures of a sentence that say how exact they are; what names a year, a table, a
    regulation or a day is none. Amounts in millions ("12 juta") only where rounded ones serve."""
    return tuple(told for told, is_rounded in _read(sentence) if rounded or not is_rounded)


@lru_cache(maxsize=KEPT)
def _read(sentence: str) -> tuple[tuple[SaidFigure, bool], ...]:
    """Each figure, and whether it is told in millions: how exact it is, is not printed then."""
    found = ((_figure(sentence, match), match["after"]) for match in TOKEN.finditer(sentence))
    return tuple((told, bool(after) and told.kind != "persen") for told, after in found if told)


def _figure(sentence: str, match: re.Match[str]) -> SaidFigure | None:
    if ABOUT.search(sentence, max(match.start("text") - NEAR, 0), match.start("text")):
        return None
    if names_something(sentence, match) or BOUND_BEHIND.match(sentence, match.end()):
        return None
    after = match["after"] or ""
    is_share = "persen" in after or "%" in after
    shown = match["text"] + after
    printed = read_or_none(shown.strip())
    if printed is None or printed.value is None:
        return None
    kind = "persen" if is_share else "rupiah" if match["currency"] else "bilangan"
    unit = COUNTED.match(sentence, match.end("text"))
    measured = kind == "bilangan" and bool(unit and unit[1].casefold() in MEASURED)
    place = match.start("text"), match.end()
    return SaidFigure(shown.strip(), printed, kind, *place, measured)


@dataclass(frozen=True)
class SaidRelation:
    """A relation that a sentence states: its rule, result and other figures in their roles."""

    rule: str
    result: SaidFigure
    roles: tuple[tuple[str, tuple[SaidFigure, ...]], ...]
    slack: Fraction
    why: str
    is_plain: bool = False
    """Can nothing else be meant, however far the print is from it?"""

    @property
    def value(self) -> Fraction:
        """What the result would be."""
        return self._reckoned({})

    @property
    def holds(self) -> bool:
        return abs(self.value - self.result.value) <= self._room

    @property
    def _room(self) -> Fraction:
        """The slack; of sums and differences of what was measured, half a unit of each besides."""
        figures = (self.result, *self.parts)
        if self.rule not in ("jumlah", "selisih") or not any(f.is_measured for f in figures):
            return self.slack
        return max(self.slack, sum((f.printed.step / 2 for f in figures), Fraction(0)))

    def is_explained(self) -> bool:
        """Would one figure, printed a slip otherwise or rounded to a whole number behind which
        zeros were written, make the relation true?"""
        slipped = is_slip(self.result.printed, self.value)
        return (
            slipped
            or is_padded(self.result.printed, self.value)
            or self._is_nearly_the_sum()
            or any(
                self._holds_with(part, other)
                for part in self.parts
                for other in slips_of(part.printed)
            )
        )

    def _is_nearly_the_sum(self) -> bool:
        """Do counted parts of one kind come so near their whole that they are meant for all of it?

        By more than a unit of each, which may have been rounded, and less than any part left out.
        """
        figures = (self.result, *self.parts)
        counted = all(f.kind == self.result.kind and not f.printed.decimals for f in figures)
        counted = counted and not any(f.is_measured for f in figures)
        if self.rule != "jumlah" or not counted or self.result.kind == "persen":
            return False
        return len(self.parts) < abs(self.value - self.result.value) <= self.result.value * NEARLY

    def is_true_of(self, rows: Iterable[AbstractSet[Fraction]]) -> bool:
        """Does a row of a table that prints the whole print another part, of which it is true?

        The part stands beside its share; a row that prints these two knows of another whole.
        """
        if self.rule != "rasio":
            return False
        (_, (part,)), (_, (whole,)) = self.roles
        rows = list(rows)
        if any({part.value, self.result.value} <= row for row in rows):
            return False
        there = (row for row in rows if whole.value >= LARGE and whole.value in row)
        return any(self._holds_with(part, other) for row in there for other in row)

    @property
    def parts(self) -> list[SaidFigure]:
        """The figures that its result is reckoned from."""
        return [figure for _, figures in self.roles for figure in figures]

    def _holds_with(self, part: SaidFigure, other: Fraction) -> bool:
        return abs(self._reckoned({part: other}) - self.result.value) <= self._room

    def _reckoned(self, changed: Mapping[SaidFigure, Fraction]) -> Fraction:
        told = {
            role: [changed.get(figure, figure.value) for figure in figures]
            for role, figures in self.roles
        }
        return REASONS[self.rule](told)


Told = Mapping[str, Sequence[Fraction]]
REASONS: Mapping[str, Callable[[Told], Fraction]] = {
    "jumlah": lambda told: sum(told["bagian"], Fraction(0)),
    "selisih": lambda told: told["dari"][0] - sum(told["kurang"]),
    "hasil_kali": lambda told: told["faktor"][0] * told["faktor"][1],
    "sisa": lambda told: 100 - sum(told["kurang"], Fraction(0)),
    "rasio": lambda told: Fraction(persen(told["pembilang"][0], told["penyebut"][0])),
    "capaian": lambda told: Fraction(capaian(told["realisasi"][0], told["target"][0], "turun")),
    "kebalikan": lambda told: Fraction(persen(told["target"][0], told["realisasi"][0])),
    "pertumbuhan": lambda told: Fraction(pertumbuhan(told["sekarang"][0], told["sebelum"][0])),
    "penurunan": lambda told: -Fraction(pertumbuhan(told["sekarang"][0], told["sebelum"][0])),
}
"""How the result of each relation follows from its other figures."""


def share_of(figure: SaidFigure, part: SaidFigure, whole: SaidFigure) -> SaidRelation:
    return SaidRelation(
        "rasio",
        figure,
        (("pembilang", (part,)), ("penyebut", (whole,))),
        figure.printed.step,
        f"kalimatnya menyebut {part.text} dari {whole.text}",
    )


def sum_of(whole: SaidFigure, parts: Sequence[SaidFigure], why: str = "") -> SaidRelation:
    """A whole told in its parts."""
    why = why or f"kalimatnya merinci {whole.text} dalam {len(parts)} bagian"
    return SaidRelation("jumlah", whole, (("bagian", tuple(parts)),), Fraction(0), why)


def difference(
    left: SaidFigure, large: SaidFigure, small: SaidFigure, why: str, slack: Fraction = Fraction(0)
) -> SaidRelation:
    """What one figure has more than another."""
    return SaidRelation("selisih", left, (("dari", (large,)), ("kurang", (small,))), slack, why)


def change_of(
    share: SaidFigure, years: tuple[SaidFigure, SaidFigure], rose: bool, slack: Fraction
) -> SaidRelation:
    """The share by which the earlier of two figures rose or fell to the later one."""
    one, other = years
    what = "kenaikan" if rose else "penurunan"
    why = f"kalimatnya menyebut {what} {one.text} menjadi {other.text}"
    rule = "pertumbuhan" if rose or share.value < 0 else "penurunan"
    return SaidRelation(rule, share, (("sekarang", (other,)), ("sebelum", (one,))), slack, why)


def units_of(figures: Sequence[SaidFigure], sentence: str) -> list[str]:
    """The word behind each figure; nothing where a sign stands there."""
    matches = (COUNTED.match(sentence, figure.text_end) for figure in figures)
    return [told[1].casefold() if told else "" for told in matches]
