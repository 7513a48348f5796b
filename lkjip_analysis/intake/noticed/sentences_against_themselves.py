"""What a sentence itself says of its figures, and prints otherwise: a share, growth, parts, a rest.

"Dari Rp A terealisasi Rp B atau C persen", "naik dari A menjadi B atau C persen", "A orang, terdiri
dari B dan C", "sisa". Only what no reading of the sentence makes true, and one slip of the fingers
in one of its figures explains, is said: a sentence that was read wrongly is seldom off like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import TOKEN, sentences_of
from lkjip_analysis.intake.sentences.sentence_relations import SaidFigure, SaidRelation, readings_of
from lkjip_analysis.intake.sentences.slips import is_slip
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Unreadable, read


def stated(blocks: Sequence[Block], claims: Sequence[ProposedClaim]) -> Iterator[ProposedClaim]:
    """The figures of each sentence that cannot all be right, with what they are reckoned from."""
    accused = {(c.bagian, c.paragraf.partition(",")[0], c.nilai) for c in claims if c.differs}
    count = 0
    for block in blocks:
        if not isinstance(block, Paragraph) or block.listed or block.heading:
            continue
        for sentence in sentences_of(block.text):
            for said in _wrong(sentence):
                place = (block.part, f"paragraf {block.place}")
                if (*place, said.result.text) not in accused:
                    count += 1
                    yield from _claims(said, block, sentence, f"kalimat_{count}")


def _wrong(sentence: str) -> Iterator[SaidRelation]:
    """The relations of a sentence that no reading makes true, and a slip in one figure would."""
    figures = _figures(sentence)
    for readings in readings_of(figures, sentence):
        if readings and not any(said.holds for said in readings):
            best = min(readings, key=lambda said: abs(said.value - said.result.value))
            if _is_explained(best):
                yield best


def _figures(sentence: str) -> list[SaidFigure]:
    return [told for match in TOKEN.finditer(sentence) if (told := _figure(sentence, match))]


def _figure(sentence: str, match: re.Match[str]) -> SaidFigure | None:
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
    return None if printed.value is None else SaidFigure(shown.strip(), printed, kind, *place)


def _is_explained(said: SaidRelation) -> bool:
    """Would one figure, printed a slip otherwise, make the relation true?"""
    if is_slip(said.result.printed, said.value):
        return True
    parts = [figure for _, figures in said.roles for figure in figures]
    return any(is_slip(part.printed, right) for part in parts for right in _needed(said, part))


def _needed(said: SaidRelation, part: SaidFigure) -> Iterator[Fraction]:
    """What a part must be for the relation to hold; shares leave it as wide as they are rounded."""
    result, told = said.result.value, dict(said.roles)
    if said.rule == "jumlah":
        yield part.value + result - said.value
    elif said.rule == "selisih":
        yield part.value + (result - said.value) * (1 if told["dari"] == (part,) else -1)
    elif said.rule == "rasio" and result:
        (upper,), (lower,) = told["pembilang"], told["penyebut"]
        yield upper.value * 100 / result if part == lower else lower.value * result / 100


def _claims(
    said: SaidRelation, block: Paragraph, sentence: str, name: str
) -> Iterator[ProposedClaim]:
    roles = []
    for role, figures in said.roles:
        codes = [f"{name}_{role}_{i}" for i, _ in enumerate(figures, 1)]
        for code, figure in zip(codes, figures, strict=True):
            yield _claim(code, figure, block, sentence, said.why, "", "")
        roles.append(f"{role}={' + '.join(f'klaim[{code}].nilai' for code in codes)}")
    yield _claim(name, said.result, block, sentence, said.why, said.rule, "; ".join(roles))


def _claim(
    kode: str, figure: SaidFigure, block: Paragraph, sentence: str, why: str, rule: str, sel: str
) -> ProposedClaim:
    exact = figure.kind != "persen" and figure.printed.decimals == 0
    satuan = {"persen": "%", "rupiah": "rupiah"}.get(figure.kind, "")
    return ProposedClaim(
        kode, block.part, f"paragraf {block.place}", why[:1].upper() + why[1:], figure.text,
        "angka", satuan, "eksak" if exact else "bulat", rule, sel, "tercetak" if rule else "",
        why if rule else "", HIGH if rule else "", sentence=sentence, differs=bool(rule),
    )  # fmt: skip
