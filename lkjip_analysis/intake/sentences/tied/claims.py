"""The claims of a report: its sentences' figures and statements as rows of klaim.csv, each with a
proposed rule, and everything that was left out with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.listed_scale import tells_a_class
from lkjip_analysis.intake.proposal.proposal import (
    HIGH,
    MIDDLE,
    LeftOut,
    ProposedClaim,
    ProposedTable,
)
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.sentence_figures import (
    Figure,
    Skipped,
    clause_of,
    excerpt,
    figures_in,
    sentence_around,
    sentences_of,
)
from lkjip_analysis.intake.sentences.tied.candidates import Place
from lkjip_analysis.intake.sentences.tied.cell_index import CellIndex
from lkjip_analysis.intake.sentences.tied.claim_codes import renamed
from lkjip_analysis.intake.sentences.tied.claim_collection import MOST_CLAIMS, Collected
from lkjip_analysis.intake.sentences.tied.claim_rules import rule_of
from lkjip_analysis.intake.sentences.tied.claim_words import Tied, categories, directions, two_years
from lkjip_analysis.intake.sentences.tied.claims_below import below_table
from lkjip_analysis.intake.sentences.tied.proposed_rule import Around, ClaimRule
from lkjip_analysis.intake.sentences.tied.sentence_series import Said, shape
from lkjip_analysis.intake.sentences.tied.tied_by_others import tie_by_others
from lkjip_analysis.language import capital, worded
from lkjip_analysis.report.schema import Column

TRAILING = re.compile(
    r"(?<![\s,:(\-–])[\s,:(\-–]*\b(sebesar|sebanyak|sejumlah|senilai|yaitu|adalah|atau|dari|dan|dengan|di|pada|"
    r"yang|hanya|sehingga|serta)?[\s,:(]*$",
    re.IGNORECASE,
)
WORDS_SHOWN = 8
FELLOWS = 16
"""So many figures before it in its paragraph are held against a figure."""


def proposed_claims(
    blocks: Sequence[Block],
    tables: Sequence[ProposedTable],
    spots: Sequence[Spot],
    names: Sequence[str],
    tahun: int,
) -> tuple[tuple[ProposedClaim, ...], tuple[LeftOut, ...]]:
    """The claims of the text and of the lines below tables; `names` are the categories in use."""
    told = Collected()
    cells = CellIndex(spots, (b.grid for b in blocks if isinstance(b, WordTable)))
    by_place = {table.place: table for table in tables}
    label = ""
    for place, block in enumerate(blocks):
        if told.is_full:
            told.left_out.append(_too_many(block, len(blocks) - place))
            break
        if isinstance(block, WordTable):
            if table := by_place.get(place):
                label = table.label
                below_table(told, table)
        else:
            _paragraph(told, cells, tables, names, Place(block, place, tahun), label)
    tie_by_others(told, spots)
    return renamed(told.claims), tuple(told.left_out)


def _too_many(block: Block, count: int) -> LeftOut:
    """Nobody goes through more proposals than that; what is not proposed is said."""
    found = f"{count:,} paragraf dan tabel".replace(",", ".")
    reason = worded(
        "sesudah {count} klaim: angka dalam kalimat sesudahnya tidak diusulkan", count=MOST_CLAIMS
    )
    return LeftOut(block.part, found, reason, "")


def _paragraph(
    told: Collected,
    cells: CellIndex,
    tables: Sequence[ProposedTable],
    names: Sequence[str],
    where: Place,
    label: str,
) -> None:
    paragraph = where.paragraph
    figures = _stated(told, paragraph)
    shown = paragraph.paragraf + (f", sesudah {label}" if label else "")
    tied: list[Tied] = []
    since: dict[tuple[str, ...], int] = {}
    for figure in figures:
        if told.is_full:
            break
        shown_as = shape(figure)
        words_since = paragraph.text[since.get(shown_as, 0) : figure.start]
        told.said.append(Said(len(told.claims), figure, where, told.above, words_since))
        since[shown_as] = figure.end
        kode = told.code(_about(figure))
        fellows = [*(t[1] for t in tied[-FELLOWS:]), *_coming(figures, figure, told, tied, where)]
        around = Around(cells, told.spots, fellows, tables, where)
        rule = rule_of(figure, around)
        claim = _figure_claim(kode, figure, rule, paragraph, shown)
        spot = _spot(kode, figure, where)
        told.add(claim)
        told.spots.add(spot)
        tied.append((figure, spot, rule.spot if rule.aturan == "sama" else None))
    _words(told, tied, names, where, shown)
    told.before = tied or told.before
    told.above = "" if figures else paragraph.text


def _stated(told: Collected, paragraph: Paragraph) -> list[Figure]:
    """The figures that a paragraph states; those of no claim are left out, each with its reason."""
    figures, skipped = figures_in(paragraph)
    if tells_a_class(paragraph):
        texts = [*(skip.text for skip in skipped), *(figure.text for figure in figures)]
        skipped = [Skipped(text, "batas kelas dalam skala") for text in texts]
        figures = []
    told.left_out += [
        LeftOut(paragraph.part, skip.text, skip.reason, paragraph.text[:200], paragraph.paragraf)
        for skip in skipped
    ]
    return figures


def _coming(
    figures: Sequence[Figure], figure: Figure, told: Collected, tied: Sequence[Tied], where: Place
) -> list[Spot]:
    """The figures of the sentence still to come, under the codes they will get."""
    sentence_end = figure.end + 160
    ahead = islice(figures, len(tied) + 1, len(tied) + 1 + FELLOWS)
    coming = [other for other in ahead if other.start < sentence_end]
    codes = [told.codes.take(told.code(_about(one))) for one in (figure, *coming)]
    for code in reversed(codes):
        told.codes.give_back(code)
    return [_spot(kode, other, where) for kode, other in zip(codes[1:], coming, strict=True)]


def _spot(kode: str, figure: Figure, where: Place) -> Spot:
    return Spot(
        f"klaim[{kode}].nilai",
        figure.printed,
        figure.kind,
        Column("nilai", "angka"),
        kode,
        _about(figure),
        where.paragraph.part,
        where.place,
        "",
        is_claim=True,
    )


@lru_cache(maxsize=1024)
def _about(figure: Figure) -> str:
    """A few words of the sentence that say what the figure is of."""
    clause = _last_sentence(one_line(clause_of(figure)))
    while (shorter := TRAILING.sub("", clause)) != clause:
        clause = shorter
    clause = re.sub(r"^[\s,:;.\-–)%]*(\([^)]*\)?)?[\s,:;.\-–)]*", "", clause)
    words = clause.split()[-WORDS_SHOWN:]
    if len([word for word in words if len(word) > 3]) < 2:
        before = _last_sentence(one_line(figure.before))
        words = TRAILING.sub("", before).split()[-WORDS_SHOWN:]
    if not words:
        words = figure.after.split()[:WORDS_SHOWN]
    text = " ".join(words).strip(" ,.;:()-–")
    return capital(text) or figure.text


def _last_sentence(text: str) -> str:
    """What is said of a figure begins with its sentence, not in the one before it."""
    return next(reversed(sentences_of(text)), "")


def _figure_claim(
    kode: str, figure: Figure, rule: ClaimRule, paragraph: Paragraph, shown: str
) -> ProposedClaim:
    satuan = {"persen": "%", "bilangan": ""}.get(figure.kind, figure.kind)
    exact = figure.kind not in ("persen", "bilangan", "dolar AS") and figure.printed.decimals == 0
    if rule.spot is not None and not rule.spot.is_claim and rule.note == "":
        exact = rule.spot.column.presisi == "eksak" or exact
    return ProposedClaim(
        kode=kode,
        bagian=paragraph.part,
        paragraf=shown,
        tentang=_about(figure),
        nilai=figure.text,
        tipe="angka",
        satuan=satuan,
        presisi="eksak" if exact else "bulat",
        aturan=rule.aturan,
        sel=rule.sel,
        dasar=rule.dasar,
        sebab=rule.sebab,
        sureness=rule.sureness,
        sentence=excerpt(paragraph.text, figure.start, len(figure.text)),
        note=rule.note,
        candidates=rule.candidates,
        differs=rule.differs,
    )


def _words(
    told: Collected, tied: Sequence[Tied], names: Sequence[str], where: Place, shown: str
) -> None:
    paragraph = where.paragraph
    seen = set[tuple[str, tuple[str, str]]]()
    for said in directions(paragraph):
        earlier = [t for t in told.before if t[1].part == paragraph.part]
        pair = two_years(said, paragraph, tied, earlier, where.tahun)
        sentence = sentence_around(paragraph.text, said.start)
        if pair is None:
            reason = "kata naik atau turun tanpa dua angka yang dibandingkan dalam kalimatnya"
            told.left_out.append(LeftOut(paragraph.part, said.text, reason, sentence[:200]))
            continue
        if (said.text.casefold(), pair) in seen:
            continue  # "naik dari ... menjadi ... atau naik ..." says it once
        seen.add((said.text.casefold(), pair))
        base = ProposedClaim(
            told.code("arah " + _key_of(pair[1])),
            paragraph.part,
            shown,
            f"Arah {_key_of(pair[1])}",
            said.text,
            "teks",
            aturan="arah",
            sel=f"sebelum={pair[0]}; sekarang={pair[1]}",
            sebab=worded("kalimatnya membandingkan angka dua tahun"),
            sureness=MIDDLE,
            sentence=sentence,
        )
        told.add(base)
    for said, figure in categories(paragraph, [t[0] for t in tied], names):
        spot, cell = next((t[1], t[2]) for t in tied if t[0] is figure)
        address = cell.address if cell is not None else spot.address
        told.add(ProposedClaim(
            told.code("kategori " + spot.key.replace("_", " ")), paragraph.part, shown,
            f"Kategori {spot.called}"[:70], said.text, "kategori", aturan="kategori",
            sel=f"nilai={address}; skala=capaian", dasar="tercetak",
            sebab=worded("kategori mengikuti skala yang dicetak laporan"), sureness=HIGH,
            sentence=sentence_around(paragraph.text, figure.start),
        ))  # fmt: skip


def _key_of(address: str) -> str:
    match = re.search(r"\[(?:\d+\.)?([^\]]*)\]", address)
    return match[1].replace("_", " ") if match else address
