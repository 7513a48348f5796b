"""What a sentence itself says of its figures, and prints otherwise: a share, growth, parts, a rest.

"Dari Rp A terealisasi Rp B atau C persen", "naik dari A menjadi B atau C persen", "A orang, terdiri
dari B dan C", "sisa". Only what no reading of the sentence makes true, and one slip of the fingers
in one of its figures explains, is said: a sentence that was read wrongly is seldom off like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.proposal.figures import TOKEN, sentence_around
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.proposal.slips import is_slip
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen, pertumbuhan
from lkjip_analysis.numbers.printed import Printed, Unreadable, read

OR = re.compile(
    r"(?:(?:\s+[^\W\d]+){0,2}?\s*(?:\(|,?\s*\batau\b)|\W*\b(?:setara|yaitu|yakni|"
    r"dengan\s+(?:persentase|prosentase|capaian|serapan|penyerapan))\b)\W*"
    r"(?:(?:sebesar|sebanyak|mencapai|sekitar|dengan|serapan|penyerapan|persentase|prosentase|capaian|"
    r"realisasi)\w*\W*)*", re.IGNORECASE,
)  # fmt: skip
ROSE = re.compile(r"\b(naik|meningkat|peningkatan|kenaikan|bertambah|tumbuh|pertumbuhan)\b", re.I)
FELL = re.compile(r"\b(turun|menurun|penurunan|berkurang)\b", re.IGNORECASE)
PARTS = re.compile(
    r"\b(terdiri|yang\s+meliputi|dengan\s+rincian|rinciannya)\b(?:\s+(?:dari|atas))?\W*"
    r"(?:[^\W\d]+\W+){0,4}$", re.IGNORECASE,
)  # fmt: skip
REST = re.compile(r"\b(sisa|silpa|tidak\s+terserap)\b[^.;]{0,60}$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(naik|meningkat|turun|menurun|bertambah|berkurang|peningkatan|penurunan|kenaikan|selisih)"
    r"\W+(?:sebesar|sebanyak|sejumlah)?\W*$", re.IGNORECASE,
)  # fmt: skip
SUMMED = re.compile(
    r"\bsehingga\s+(?:\w+\s+){0,2}?(?:jumlah|total|beban|keseluruhan|seluruh)\w*\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
OTHER = re.compile(r"\b(menjadi|20[0-3]\d|sebelumnya|tahun\s+lalu|renstra|rpjmd)\b", re.IGNORECASE)
LONGEST_GAP = 70


@dataclass(frozen=True)
class _Figure:
    """A figure of a sentence: what it prints, its kind, and where it begins and ends there."""

    text: str
    printed: Printed
    kind: str
    start: int
    end: int

    @property
    def value(self) -> Fraction:
        return Fraction(self.printed.value or 0)


@dataclass(frozen=True)
class _Said:
    """A relation that a sentence states: its rule, result and other figures in their roles."""

    rule: str
    result: _Figure
    roles: tuple[tuple[str, tuple[_Figure, ...]], ...]
    value: Fraction
    slack: Fraction
    why: str

    @property
    def holds(self) -> bool:
        return abs(self.value - self.result.value) <= self.slack


def stated(blocks: Sequence[Block], claims: Sequence[ProposedClaim]) -> Iterator[ProposedClaim]:
    """The figures of each sentence that cannot all be right, with what they are reckoned from."""
    accused = {(c.bagian, c.paragraf.partition(",")[0], c.nilai) for c in claims if c.differs}
    count = 0
    for block in blocks:
        if not isinstance(block, Paragraph) or block.listed or block.heading:
            continue
        for sentence in _sentences(block.text):
            for said in _wrong(sentence):
                place = (block.part, f"paragraf {block.place}")
                if (*place, said.result.text) not in accused:
                    count += 1
                    yield from _claims(said, block, sentence, f"kalimat_{count}")


def _sentences(text: str) -> Iterator[str]:
    place = 0
    while place < len(text):
        sentence = sentence_around(text, place)
        start = text.find(sentence, place)
        if not sentence or start < 0:
            return
        yield sentence
        place = start + len(sentence) + 1


def _wrong(sentence: str) -> Iterator[_Said]:
    """The relations of a sentence that no reading makes true, and a slip in one figure would."""
    figures = _figures(sentence)
    for readings in _stated(figures, sentence):
        if readings and not any(said.holds for said in readings):
            best = min(readings, key=lambda said: abs(said.value - said.result.value))
            if _is_explained(best):
                yield best


def _figures(sentence: str) -> list[_Figure]:
    return [told for match in TOKEN.finditer(sentence) if (told := _figure(sentence, match))]


def _figure(sentence: str, match: re.Match[str]) -> _Figure | None:
    after = match["after"] or ""
    shown = (match["text"] + after).strip() if "persen" in after or "%" in after else match["text"]
    if after and shown == match["text"]:
        return None  # "12 juta": how exact it is, is not printed
    if not match["currency"] and re.fullmatch(r"(19|20)\d\d", match["core"]) and not match["noun"]:
        return None
    try:
        printed = read(shown.strip())
    except Unreadable:
        return None
    kind = "persen" if after else "rupiah" if match["currency"] else "bilangan"
    place = match.start("text"), match.end()
    return None if printed.value is None else _Figure(shown.strip(), printed, kind, *place)


def _stated(figures: Sequence[_Figure], sentence: str) -> Iterator[list[_Said]]:
    """The readings of each relation that a sentence states."""
    for number, figure in enumerate(figures):
        before = figures[:number]
        gap = sentence[before[-1].end : figure.start] if before else sentence[: figure.start]
        if figure.kind == "persen" and len(before) > 1:
            yield _grown(before, figure, sentence, gap) or _shares(figures, number, sentence, gap)
        elif figure.kind == "persen" and before:
            yield _shares(figures, number, sentence, gap)
        elif figure.kind != "persen" and len(before) > 1 and CHANGED.search(gap):
            yield _changed(before, figure, sentence)
        elif figure.kind != "persen" and len(before) in (2, 3) and SUMMED.search(gap):
            yield _summed(before, figure)
        elif figure.kind == "rupiah" and REST.search(gap):
            yield _rests([b for b in before if b.kind == "rupiah"], figure)
        elif figure.kind != "persen" and PARTS.search(gap) and before:
            yield _parts(figures[number - 1 :], sentence)


def _grown(before: Sequence[_Figure], figure: _Figure, sentence: str, gap: str) -> list[_Said]:
    """Growth of a pair "dari A menjadi B", where the words say that it rose."""
    for one, other in pairwise(before):
        between = sentence[one.end : other.start]
        there = sentence[max(one.start - LONGEST_GAP, 0) : one.start]
        told = f"{there} {gap}"
        pair = one.kind == other.kind != "persen" and re.search(r"\bmenjadi\b", between, re.I)
        near = before[-1] is other or (before[-2:-1] == [other] and OR.fullmatch(gap))
        if pair and near and len(between) <= LONGEST_GAP and _dari(there) and one.value:
            if ROSE.search(told) and not FELL.search(told) and len(gap) <= LONGEST_GAP:
                value = Fraction(pertumbuhan(other.value, one.value))
                return [_Said("pertumbuhan", figure, (("sekarang", (other,)), ("sebelum", (one,))),
                              value, figure.printed.step, "kalimatnya menyebut kenaikan "
                              f"{one.text} menjadi {other.text}")]  # fmt: skip
            return []
    return []


def _changed(before: Sequence[_Figure], figure: _Figure, sentence: str) -> list[_Said]:
    """By how much "dari A menjadi B" rose or fell, in figures."""
    one, other = before[-2:]
    between, there = sentence[one.end : other.start], sentence[: one.start][-LONGEST_GAP:]
    told = re.search(r"\bmenjadi\b", between, re.I) and len(between) <= LONGEST_GAP and _dari(there)
    if not told or not one.kind == other.kind == figure.kind or one.value == other.value:
        return []
    small, large = sorted((one, other), key=lambda b: b.value)
    return [_Said("selisih", figure, (("dari", (large,)), ("kurang", (small,))),
                  large.value - small.value, Fraction(0),
                  f"kalimatnya menyebut perubahan {one.text} menjadi {other.text}")]  # fmt: skip


def _summed(before: Sequence[_Figure], figure: _Figure) -> list[_Said]:
    """What the figures before it come to."""
    groups = [g for g in (tuple(before), tuple(before[-2:])) if len({b.kind for b in g}) == 1]
    return [_Said("jumlah", figure, (("bagian", group),),
                  sum((b.value for b in group), Fraction(0)), Fraction(0),
                  f"kalimatnya menjumlahkan {len(group)} angka sebelumnya")
            for group in dict.fromkeys(groups) if group[0].kind == figure.kind]  # fmt: skip


def _dari(words: str) -> bool:
    return bool(re.search(r"\b(dari|semula)\b[^.;]*$", words, re.IGNORECASE))


def _shares(figures: Sequence[_Figure], number: int, sentence: str, gap: str) -> list[_Said]:
    """The share that the figure just before makes of another one, as the words may mean it."""
    before, part = figures[:number], figures[number - 1]
    if not OR.fullmatch(gap) or part.kind == "persen" or OTHER.search(_span(before, sentence)):
        return []
    pairs = list(_pairs(figures, number, sentence))
    return [_share(figures[number], *pair) for pair in dict.fromkeys(pairs) if pair[1].value > 0]


def _pairs(
    figures: Sequence[_Figure], number: int, sentence: str
) -> Iterator[tuple[_Figure, _Figure]]:
    """The part and the whole: "A dari B atau p", "A atau p dari B", "dari B sebesar A atau p"."""
    part, others = figures[number - 1], figures[: number - 1]
    if others and others[-1].kind == part.kind:
        between = sentence[others[-1].end : part.start]
        if re.fullmatch(r"[^.;,]{0,40}\bdari\b[^.;,]{0,40}", between, re.IGNORECASE):
            yield others[-1], part
            return
    if number + 1 < len(figures) and figures[number + 1].kind == part.kind:
        between = sentence[figures[number].end : figures[number + 1].start]
        if re.fullmatch(r"\)?\s*dari\b[^.;]{0,60}", between, re.IGNORECASE):
            yield part, figures[number + 1]
    for other in others:
        there = sentence[max(other.start - LONGEST_GAP, 0) : other.start]
        told = bool(re.search(r"\bdari\s+(?:\w+\s+){0,2}$", there, re.IGNORECASE))
        larger = part.kind == "rupiah" and other.value > part.value
        if other.kind == part.kind and (told or larger):
            yield part, other


def _share(figure: _Figure, part: _Figure, whole: _Figure) -> _Said:
    return _Said("rasio", figure, (("pembilang", (part,)), ("penyebut", (whole,))),
                 Fraction(persen(part.value, whole.value)), figure.printed.step,
                 f"kalimatnya menyebut {part.text} dari {whole.text}")  # fmt: skip


def _span(before: Sequence[_Figure], sentence: str) -> str:
    """The words between the first and the last of the figures."""
    return sentence[before[0].end : before[-1].start]


def _rests(before: Sequence[_Figure], figure: _Figure) -> list[_Said]:
    """What is left of the one amount before it, without the other."""
    if not 2 <= len(before) <= 3:
        return []
    pairs = [sorted(pair, key=lambda b: b.value) for pair in combinations(before, 2)]
    return [_Said("selisih", figure, (("dari", (large,)), ("kurang", (small,))),
                  large.value - small.value, Fraction(0),
                  f"sisa {large.text} dikurangi {small.text}")
            for small, large in pairs if small.value < large.value]  # fmt: skip


def _parts(figures: Sequence[_Figure], sentence: str) -> list[_Said]:
    """The whole, and the figures that follow "terdiri dari" up to a stop or a bracket."""
    whole, parts = figures[0], list[_Figure]()
    for before, part in pairwise(figures):
        gap = sentence[before.end : part.start]
        again = parts and (len(gap) > LONGEST_GAP or not re.search(r",|\bdan\b|\bserta\b|/", gap))
        if again or part.kind != whole.kind or re.search(r"[(;:]", gap if parts else ""):
            break
        parts.append(part)
    if len(parts) < 2 or len(parts) + 1 < len(figures):
        return []
    names = [sentence[a.end : b.start] for a, b in pairwise([*parts, _end_of(sentence)])]
    if any(re.search(r"\b(program|kegiatan|bidang|seksi)\b", name) for name in names[:-1]):
        return []  # "3 bidang, 9 seksi": things of several levels
    value = sum((part.value for part in parts), Fraction(0))
    return [_Said("jumlah", whole, (("bagian", tuple(parts)),), value, Fraction(0),
                  f"kalimatnya merinci {whole.text} dalam {len(parts)} bagian")]  # fmt: skip


def _end_of(sentence: str) -> _Figure:
    return _Figure("", read("0"), "", len(sentence), len(sentence))


def _is_explained(said: _Said) -> bool:
    """Would one figure, printed a slip otherwise, make the relation true?"""
    if is_slip(said.result.printed, said.value):
        return True
    parts = [figure for _, figures in said.roles for figure in figures]
    return any(is_slip(part.printed, right) for part in parts for right in _needed(said, part))


def _needed(said: _Said, part: _Figure) -> Iterator[Fraction]:
    """What a part must be for the relation to hold; shares leave it as wide as they are rounded."""
    result, told = said.result.value, dict(said.roles)
    if said.rule == "jumlah":
        yield part.value + result - said.value
    elif said.rule == "selisih":
        yield part.value + (result - said.value) * (1 if told["dari"] == (part,) else -1)
    elif said.rule == "rasio" and result:
        (upper,), (lower,) = told["pembilang"], told["penyebut"]
        yield upper.value * 100 / result if part == lower else lower.value * result / 100


def _claims(said: _Said, block: Paragraph, sentence: str, name: str) -> Iterator[ProposedClaim]:
    roles = []
    for role, figures in said.roles:
        codes = [f"{name}_{role}_{i}" for i, _ in enumerate(figures, 1)]
        for code, figure in zip(codes, figures, strict=True):
            yield _claim(code, figure, block, sentence, said.why, "", "")
        roles.append(f"{role}={' + '.join(f'klaim[{code}].nilai' for code in codes)}")
    yield _claim(name, said.result, block, sentence, said.why, said.rule, "; ".join(roles))


def _claim(
    kode: str, figure: _Figure, block: Paragraph, sentence: str, why: str, rule: str, sel: str
) -> ProposedClaim:
    exact = figure.kind != "persen" and figure.printed.decimals == 0
    satuan = {"persen": "%", "rupiah": "rupiah"}.get(figure.kind, "")
    return ProposedClaim(
        kode, block.part, f"paragraf {block.place}", why[:1].upper() + why[1:], figure.text,
        "angka", satuan, "eksak" if exact else "bulat", rule, sel, "tercetak" if rule else "",
        why if rule else "", HIGH if rule else "", sentence=sentence, differs=bool(rule),
    )  # fmt: skip
