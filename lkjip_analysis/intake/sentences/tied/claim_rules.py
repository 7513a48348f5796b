"""Which rule a figure of a sentence gets, and how sure that is; where several fit, none.

In this order:
1. a cell near in part and words whose print is one digit off: `sama`, marked "berbeda", because
   that may be an error of the report;
2. one cell that prints the figure, clearly better than the others by what stands around it: `sama`;
3. one simple relation over near cells that fits under the print's rounding;
4. a count ("9 program") of the rows of a table: `cacah`;
5. an earlier sentence with the figure: `sama` with that;
6. a relation whose words are printed but that misses a little: proposed, marked "berbeda";
7. otherwise no rule, and every candidate listed.

Counter-examples that shaped it: the same number in many cells (100,00 and 135,31 twice in a row),
percentages of different bases (85,60 of one goal's pagu, not of all), last year's figure beside
this year's, a small count that equals some cell by chance (2 indikator), a sum that only fits
because two figures cancel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.proposal.proposal import (
    DIFFERENT,
    HIGH,
    LOW,
    MIDDLE,
    NO_CELL,
    SEVERAL_CELLS,
    UNNAMED_CELL,
)
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.sentence_figures import Figure, sentence_around
from lkjip_analysis.intake.sentences.tied.candidates import (
    Candidate,
    Place,
    column_suits,
    fits_unit,
    is_long,
    is_unmistakable,
    names_row,
    ranked,
)
from lkjip_analysis.intake.sentences.tied.counted_rows import counted
from lkjip_analysis.intake.sentences.tied.proposed_rule import Around, ClaimRule
from lkjip_analysis.intake.sentences.tied.simple_relations import Relation, is_share_in, relations
from lkjip_analysis.language import worded

CLEAR = 0.6
"""How much better than the next a cell must suit the words to be chosen."""
SUITS, SUITS_WELL, SUITS_A_LITTLE = 1.2, 2.0, 0.5
"""How well the words around must suit a cell: to be chosen, to be sure, to be mentioned."""


def rule_of(figure: Figure, around: Around) -> ClaimRule:
    """The rule that is proposed for a figure, or every candidate where none stands out."""
    where = around.where
    same = ranked(figure, around.cells.same(figure, where), where)
    text = sentence_around(where.paragraph.text, figure.start)
    is_own = is_share_in(figure, text)  # reckoned from its own sentence, it repeats no other
    slips = around.cells.slips(figure, where) if figure.is_telling and not is_own else []
    close = ranked(figure, slips, where)
    fitting, nearly, untold = _relations(figure, around)
    if not figure.is_telling:
        same = [c for c in same if c.score >= SUITS_WELL and figure.kind == c.spot.unit]
    of_rows = None if same else counted(figure, around)
    if of_rows:
        return of_rows
    options = _listed(same, [*fitting, *untold[:3]], close)
    if len(fitting) == 1 and same and same[0].score < SUITS and figure.kind == "persen":
        return _relation_rule(fitting[0], MIDDLE, "", options)
    one = _different(figure, close, same, where)
    if one:
        return _same_rule(one, options, DIFFERENT)
    if same:
        return _chosen(figure, same, options, where)
    rounded = ranked(figure, around.cells.rounded(figure, where), where)
    suits = rounded and figure.is_telling and rounded[0].score >= SUITS
    if suits and _stands_out(rounded):
        return _same_rule(rounded[0], options, worded("dibulatkan dari"))
    return _related(figure, around, fitting, nearly, close, options)


def _stands_out(candidates: Sequence[Candidate]) -> bool:
    return len(candidates) == 1 or candidates[0].score - candidates[1].score >= CLEAR


def _tells_one_figure(close: Sequence[Candidate]) -> bool:
    """Does the best of these stand out from those that print another figure than it?"""
    best = close[0]
    return _stands_out([best, *(c for c in close if c.spot.value != best.spot.value)])


def _different(
    figure: Figure, close: Sequence[Candidate], same: Sequence[Candidate], where: Place
) -> Candidate | None:
    """A cell one digit off that suits the words so well that it must be what is meant."""
    if not close or close[0].score < SUITS_WELL or not _tells_one_figure(close):
        return None
    if close[0].spot.part != where.paragraph.part or not names_row(figure, close[0].spot, where):
        return None
    return close[0] if not same or same[0].score < close[0].score - CLEAR else None


def _chosen(
    figure: Figure, same: Sequence[Candidate], options: tuple[str, ...], where: Place
) -> ClaimRule:
    best = same[0]
    alone = len(same) == 1 or _is_one_amount(figure, same)
    if not _stands_out(same) and not alone:
        note = f"{len(same)} {SEVERAL_CELLS}"
        return ClaimRule(sureness=LOW, note=note, candidates=options)
    if best.score < SUITS and not (alone and is_long(figure)):
        return ClaimRule(sureness=LOW, note=UNNAMED_CELL, candidates=options)
    rule = _same_rule(best, options, "")
    return replace(rule, sureness=HIGH) if alone and is_unmistakable(figure, best.spot) else rule


def _is_one_amount(figure: Figure, same: Sequence[Candidate]) -> bool:
    """Do several rows print a long amount in columns of one name, as a programme and its only
    activity do? Whichever is meant, it is that amount."""
    columns = {candidate.spot.column.name for candidate in same}
    return len(columns) == 1 and is_unmistakable(figure, same[0].spot)


def _same_rule(candidate: Candidate, options: tuple[str, ...], how: str) -> ClaimRule:
    spot = candidate.spot
    note = worded(
        "{how} {printed} pada {told}", how=how, printed=spot.printed.text.strip(), told=spot.told
    )
    rest = tuple(option for option in options if spot.address not in option)
    sure = HIGH if candidate.score >= SUITS_WELL and how != DIFFERENT else MIDDLE
    return ClaimRule(
        "sama",
        f"sumber={spot.address}",
        "tafsir",
        worded("kalimat mengulang {told}", told=spot.told),
        sure,
        note if how else "",
        rest,
        spot,
        how == DIFFERENT,
    )


def _relations(
    figure: Figure, around: Around
) -> tuple[list[Relation], list[Relation], list[Relation]]:
    """The relations that fit, those told in words that nearly do, and those that fit untold."""
    text = around.where.paragraph.text
    sentence = sentence_around(text, figure.start)
    found = list(relations(figure, sentence, around.cells.near(around.where), around.fellows))
    fitting = [r for r in found if r.fits(figure)]
    told = [r for r in fitting if r.told]
    usable = told or [r for r in fitting if figure.is_telling and r.jenis != "selisih"]
    if is_share_in(figure, sentence):
        found = [relation for relation in found if relation.jenis != "rasio"]
    if around.cells.is_printed(figure):  # it repeats what a table prints: no mean of others
        found = [relation for relation in found if relation.jenis != "rerata"]
    nearly = sorted((r for r in found if r.nearly(figure)), key=lambda r: r.misses(figure))
    chosen = _suiting(figure, _distinct(usable), around)
    untold = [r for r in _distinct(fitting) if r not in chosen and r.terms]
    return chosen, _suiting(figure, nearly, around), untold


def _suiting(figure: Figure, found: list[Relation], around: Around) -> list[Relation]:
    """Where relations differ in their column, those whose column the words speak of."""
    if len(found) < 2:
        return found
    scores = {r.column: column_suits(figure, r.column, around.where) for r in found if r.column}
    best = max(scores.values(), default=0.0)
    return [r for r in found if not r.column or scores[r.column] >= best - 0.3]


def _distinct(found: Sequence[Relation]) -> list[Relation]:
    """Each relation once; a copy of a column in another table is not another relation."""
    first: dict[tuple[object, ...], Relation] = {}
    for relation in found:
        first.setdefault((relation.jenis, relation.terms or relation.sel), relation)
    return list(first.values())


def _related(
    figure: Figure,
    around: Around,
    fitting: Sequence[Relation],
    nearly: Sequence[Relation],
    close: Sequence[Candidate],
    options: tuple[str, ...],
) -> ClaimRule:
    near_miss = tuple(
        f"{DIFFERENT}: sama {_shown(c)}" for c in close[:3] if c.score >= SUITS_A_LITTLE
    )
    if len(fitting) == 1:
        return _relation_rule(fitting[0], HIGH if fitting[0].told else MIDDLE, "", near_miss)
    repeated = ranked(figure, _equal_claims(figure, around), around.where)
    if repeated and words(repeated[0].spot.called) & words(figure.before[-120:]):
        said = repeated[0].spot
        why = "angka yang sama disebut lebih dulu"
        return ClaimRule("sama", f"sumber={said.address}", "tafsir", why, MIDDLE, "", options, said)
    again = tuple(f"sama sumber={c.spot.address} (disebut lebih dulu)" for c in repeated[:2])
    options = (*options, *again)
    if fitting:
        note = f"{len(fitting)} hubungan cocok; pilih satu"
        return ClaimRule(
            sureness=LOW, note=note, candidates=tuple(dict.fromkeys((*options, *near_miss)))
        )
    sure = close and names_row(figure, close[0].spot, around.where)
    suits = close and (close[0].score >= SUITS or is_unmistakable(figure, close[0].spot))
    if sure and suits and _tells_one_figure(close):
        return _same_rule(close[0], options, DIFFERENT)
    if nearly and (len(nearly) == 1 or nearly[0].misses(figure) * 2 < nearly[1].misses(figure)):
        note = f"{DIFFERENT}: {nearly[0].sebab}"
        return replace(_relation_rule(nearly[0], MIDDLE, note, near_miss), differs=True)
    also = tuple(f"{DIFFERENT}: {r.jenis} {r.sel} ({r.sebab})" for r in nearly[:3])
    note = "" if also or options or near_miss else NO_CELL
    return ClaimRule(
        sureness=LOW, note=note, candidates=tuple(dict.fromkeys((*options, *near_miss, *also)))
    )


def _equal_claims(figure: Figure, around: Around) -> list[Spot]:
    telling = figure.is_telling
    return [
        s
        for s in around.claims.of(figure)
        if fits_unit(figure, s) and (telling or s.unit == figure.kind)
    ]


def _relation_rule(
    relation: Relation, sureness: str, note: str, candidates: tuple[str, ...]
) -> ClaimRule:
    basis = "tercetak" if relation.told and relation.jenis in ("rasio", "rerata") else "tafsir"
    return ClaimRule(
        relation.jenis, relation.sel, basis, relation.sebab, sureness, note, candidates
    )


def _listed(
    same: Sequence[Candidate], fitting: Sequence[Relation], close: Sequence[Candidate]
) -> tuple[str, ...]:
    shown = [f"sama {_shown(c)}" for c in same[:6]]
    shown += [f"{r.jenis} {r.sel} ({r.sebab})" for r in fitting[:4]]
    if not same:
        shown += [f"{DIFFERENT}: sama {_shown(c)}" for c in close[:2] if c.score >= SUITS_A_LITTLE]
    return tuple(shown)


def _shown(candidate: Candidate) -> str:
    spot = candidate.spot
    return f"sumber={spot.address} ({spot.label} mencetak {spot.printed.text.strip()})"
