"""Whether less of an indicator is better: by what the document says, by its name, by its like.

The printed capaian of one row may be the very figure that is wrong. Where words say otherwise, the
formula is the one that the sentence prints or the document's like indicators are reckoned by;
where nothing tells it, the direction is left open, and the capaian of that row is not held.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.proposal.proposal import ProposedIndicator
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import Arah, Rumus
from lkjip_analysis.report.direction_words import named_direction
from lkjip_analysis.report.row_names import plain_name

EVER = r"\b(?:se)?makin\s+"
GAP = r"[^.;]{0,80}?"
BETTER = rf"{EVER}(?:baik|bagus|membaik|tinggi\w*\s+(?:\w+\s+)?(?:kinerja|capaian|pencapaian))"
WORSE = rf"{EVER}(?:rendah|buruk|jelek|kurang|menurun|kecil)"
LESS = re.compile(
    rf"{EVER}(?:kecil|rendah|sedikit|menurun|turun|cepat|singkat|pendek){GAP}{BETTER}|"
    rf"{EVER}(?:tinggi|besar|banyak){GAP}{WORSE}|\b(?:indikator|polari\w+)\s+negatif|"
    r"\blower\s+is\s+better|\bminimi[sz]e\b",
    re.IGNORECASE,
)
MORE = re.compile(
    rf"{EVER}(?:besar|tinggi|banyak|meningkat){GAP}{BETTER}|\b(?:indikator|polari\w+)\s+positif|"
    r"\bhigher\s+is\s+better|\bmaximi[sz]e\b",
    re.IGNORECASE,
)
CLAUSES = re.compile(r"\b(?:sedangkan|adapun|sementara|sebaliknya|namun|tetapi)\b|;", re.IGNORECASE)
EXCEPT = re.compile(r"\b(?:kecuali|selain|bukan|tidak)\b", re.IGNORECASE)
FORMULAS: tuple[tuple[Rumus, re.Pattern[str]], ...] = (
    ("(2T-R)/T", re.compile(
        r"\b2\s*[x×*.]?\s*target|target\s*[-–−]\s*\(\s*realisasi\s*[-–−]\s*target", re.IGNORECASE)),
    ("T/R", re.compile(r"(?<![-–−]\s)target\s*(?:/|:|÷|dibagi)\s*realisasi", re.IGNORECASE)),
)  # fmt: skip
USUAL: Rumus = "(2T-R)/T"


@dataclass(frozen=True)
class Direction:
    """What a sentence says of an indicator: its direction, and the formula where it prints one."""

    arah: Arah
    rumus: Rumus | None = None


def stated_directions(blocks: Sequence[Block], names: Mapping[str, str]) -> Mapping[str, Direction]:
    """The indicators of which a sentence says whether more or less is better, by their codes."""
    plain = {kode: f" {_words(plain_name(nama))} " for kode, nama in names.items()}
    found: dict[str, Direction] = {}
    for _, sentence in told_sentences(blocks):
        for clause in CLAUSES.split(sentence):
            said = _direction(clause)
            if said:
                text = f" {_words(clause)} "
                told = (kode for kode, name in plain.items() if name.strip() and name in text)
                found.update(dict.fromkeys(told, said))
    return found


def _direction(clause: str) -> Direction | None:
    less, more = LESS.search(clause), MORE.search(clause)
    if bool(less) == bool(more) or EXCEPT.search(clause):
        return None
    if more:
        return Direction("naik", "R/T")
    printed = [rumus for rumus, words in FORMULAS if words.search(clause)]
    return Direction("turun", printed[0] if printed else None)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w%]+", text.casefold()))


def directed(
    indicators: Sequence[ProposedIndicator], blocks: Sequence[Block]
) -> tuple[ProposedIndicator, ...]:
    """The indicators, each with the direction that words give where its print says otherwise."""
    stated = stated_directions(blocks, {one.kode: one.nama for one in indicators})
    return tuple(_directed(indicators, stated))


def _directed(
    indicators: Sequence[ProposedIndicator], stated: Mapping[str, Direction]
) -> Iterator[ProposedIndicator]:
    rumus = Counter(one.rumus for one in indicators if one.arah == "turun")
    of_like = rumus.most_common(1)[0][0] if rumus else ""
    for one in indicators:
        named = named_direction(one.nama)
        told = stated.get(one.kode) or (Direction(named) if named else None)
        if told is None or told.arah == one.arah:
            yield one
        elif told.arah == "naik":
            yield _turned(one, "naik", "R/T")
        elif formula := told.rumus or of_like or ("" if one.rumus else USUAL):
            yield _turned(one, "turun", formula)
        else:
            why = worded("namanya menyebut makin kecil makin baik, capaian tercetaknya sebaliknya")
            yield replace(one, reason=why, is_open=True)


def _turned(one: ProposedIndicator, arah: Arah, rumus: str) -> ProposedIndicator:
    if arah == "turun":
        why = worded("makin kecil makin baik menurut naskah atau namanya: periksa capaiannya")
    else:
        why = worded("makin besar makin baik menurut naskah atau namanya: periksa capaiannya")
    return replace(
        one, arah=arah, rumus=rumus, reason=why, maksimum="", minimum="", presisi_target=""
    )
