"""What a sentence itself says of its figures, and prints otherwise: a share, growth, parts, a rest.

"Dari Rp A terealisasi Rp B atau C persen", "naik dari A menjadi B atau C persen", "A orang, terdiri
dari B dan C", "sisa". Only what no reading of the sentence makes true is said, and only where one
slip of the fingers in one of its figures explains it, or a row of a table that prints the whole
prints a part that has this share: a sentence that was read wrongly is seldom off like that. A
change whose words leave one way to reckon it is said however far it is off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lkjip_analysis.intake.document.blocks import Block, FigurePlace, Paragraph
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said.changes_from_before import change_since
from lkjip_analysis.intake.sentences.said.plain_changes import plain_changes
from lkjip_analysis.intake.sentences.said.said_changes import turned_about
from lkjip_analysis.intake.sentences.said.said_targets import (
    ONLY_MEANT,
    is_mixed_up,
    is_usual,
    tells_a_target,
)
from lkjip_analysis.intake.sentences.said.sentence_relations import readings_of
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, SaidRelation, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import capital
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.numbers.written import number

LOOKED_BACK = 2
"""So many sentences before it may tell what a sentence speaks of."""
TWO_YEARS = ("sebelum", "sekarang")


def stated(
    blocks: Sequence[Block], claims: Sequence[ProposedClaim], spots: Iterable[Spot] = ()
) -> Iterator[ProposedClaim]:
    """The figures of each sentence that cannot all be right, with what they are reckoned from."""
    rows = _rows_of(spots)
    tied = accused_figures(claim for claim in claims if claim.aturan)  # others are told nowhere
    count = 0
    sentences = list(_sentences(blocks))
    usual = is_usual([told for one in sentences for told in one.readings if tells_a_target(told)])
    for one in sentences:
        for said in _wrong(one.readings, rows, usual):
            if one.block.of(said.result.text) not in tied:
                count += 1
                yield from Writer(one.block, one.text, f"kalimat_{count}", tied).relation(said)
        for word, *pair in turned_about(one.figures, one.text):
            count += 1
            yield from Writer(one.block, one.text, f"kalimat_{count}").direction(word[0], *pair)


@dataclass(frozen=True)
class _Sentence:
    """A sentence of a paragraph, its figures, and the readings of each relation that it states."""

    block: Paragraph
    text: str
    figures: Sequence[SaidFigure]
    readings: Sequence[Sequence[SaidRelation]]


def told_rightly(blocks: Iterable[Block]) -> Iterator[tuple[Paragraph, SaidFigure]]:
    """The figures that a sentence relates to one another as they are."""
    for sentence in _sentences(blocks):
        for readings in sentence.readings:
            held = next((said for said in readings if said.holds), None)
            for figure in (held.result, *held.parts) if held else ():
                yield sentence.block, figure


def _sentences(blocks: Iterable[Block]) -> Iterator[_Sentence]:
    earlier: list[tuple[Paragraph, str]] = []
    for block, sentence in told_sentences(blocks):
        earlier = [one for one in earlier[-LOOKED_BACK:] if one[0] is block]
        ways = (change_since(first, sentence) for _, first in reversed(earlier))
        if since := next(((joined, told) for joined, told in ways if told), None):
            yield _Sentence(block, since[0], (), [since[1]])
        earlier.append((block, sentence))
        figures = figures_of(sentence)
        plain = list(plain_changes(sentence))
        shares = {said.result for said in plain}
        every = readings_of(figures, sentence)
        readings = [told for told in every if told[0].result not in shares]
        readings.extend([said] for said in plain)
        yield _Sentence(block, sentence, figures, readings)


def _rows_of(spots: Iterable[Spot]) -> list[frozenset[Fraction]]:
    """The figures of each row of the tables, whatever they measure."""
    rows = grouped(((spot.table, spot.key), spot.value) for spot in spots)
    return [frozenset(row) for row in rows.values()]


def _wrong(
    told: Sequence[Sequence[SaidRelation]], rows: Sequence[frozenset[Fraction]], usual: bool
) -> Iterator[SaidRelation]:
    """The relations of a sentence that no reading makes true, and one other figure would; of what
    is reached of a target also where the document tells it so otherwise."""
    for readings in told:
        if any(said.holds for said in readings):
            continue
        of_target = tells_a_target(readings)
        meant = [said for said in readings if said.rule not in ONLY_MEANT]
        for said in sorted(meant, key=_distance):
            is_of_target = of_target and (usual or is_mixed_up(said, rows))
            if said.is_plain or is_of_target or _is_explained(said, rows):
                yield said
                break


def _distance(said: SaidRelation) -> tuple[bool, Fraction]:
    """How far a reading is from the print: one that a slip in the result explains is nearest."""
    slipped = is_slip(said.result.printed, said.value)
    return not slipped, abs(said.value - said.result.value)


def _is_explained(said: SaidRelation, rows: Sequence[frozenset[Fraction]]) -> bool:
    return said.is_explained() or said.is_true_of(rows)


@dataclass(frozen=True)
class Writer:
    """What a sentence says, as claims that begin with one name."""

    block: Paragraph
    sentence: str
    name: str
    tied: Mapping[FigurePlace, str] = field(default_factory=dict)
    """Claims of figures that are held to a cell already: one misprint is told once."""

    def relation(self, said: SaidRelation) -> Iterator[ProposedClaim]:
        """The figures of a relation, and its result with the rule that it breaks."""
        roles = {}
        for role, figures in said.roles:
            codes = []
            for number_of_part, figure in enumerate(figures, 1):
                known = self.tied.get(self.block.of(figure.text))
                codes.append(known or f"{self.name}_{role}_{number_of_part}")
                if not known:
                    yield self.figure(codes[-1], figure, said.why)
            roles[role] = " + ".join(f"klaim[{code}].nilai" for code in codes)
        rule = said.rule
        if rule == "penurunan":  # a fall is told without a minus: what was lost, of what was
            yield self._lost(dict(said.roles), roles, said.why)
            rule, roles = (
                "rasio",
                {"pembilang": f"klaim[{self.name}_selisih].nilai", "penyebut": roles["sebelum"]},
            )
        if rule == "sisa":
            rule, roles = "selisih", {"dari": "100", **roles}
        sel = "; ".join(f"{role}={cells}" for role, cells in roles.items())
        yield self.held(self.figure(self.name, said.result, said.why), rule, sel, said.why)

    def direction(self, word: str, one: SaidFigure, other: SaidFigure) -> Iterator[ProposedClaim]:
        """A word of rising or falling with the two figures that it contradicts."""
        why = f"kalimatnya membandingkan {one.text} dengan {other.text}"
        for code, figure in (("sebelum", one), ("sekarang", other)):
            yield self.figure(f"{self.name}_{code}", figure, why)
        sel = "; ".join(f"{code}=klaim[{self.name}_{code}].nilai" for code in TWO_YEARS)
        told = self._claim(self.name, word, "teks", why)
        yield self.held(told, "arah", sel, why)

    def _lost(
        self, figures: Mapping[str, Sequence[SaidFigure]], cells: Mapping[str, str], why: str
    ) -> ProposedClaim:
        (before,), (now,) = figures["sebelum"], figures["sekarang"]
        decimals = max(before.printed.decimals, now.printed.decimals, 0)
        text = number(before.value - now.value, decimals)
        sel = f"dari={cells['sebelum']}; kurang={cells['sekarang']}"
        told = self._claim(f"{self.name}_selisih", text, "turunan", why)
        exact = before.kind != "persen" and not decimals
        return self.held(replace(told, presisi="eksak" if exact else "bulat"), "selisih", sel, why)

    def figure(self, kode: str, figure: SaidFigure, why: str) -> ProposedClaim:
        told = self._claim(kode, figure.text, "angka", why)
        return replace(told, satuan=figure.satuan, presisi=figure.presisi)

    def _claim(self, kode: str, text: str, tipe: str, why: str) -> ProposedClaim:
        part, paragraf = self.block.part, self.block.paragraf
        return ProposedClaim(kode, part, paragraf, capital(why), text, tipe, sentence=self.sentence)

    def held(self, claim: ProposedClaim, rule: str, sel: str, why: str) -> ProposedClaim:
        return replace(
            claim, aturan=rule, sel=sel, dasar="tercetak", sebab=why, sureness=HIGH, differs=True
        )
