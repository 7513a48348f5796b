"""Figures that a sentence calls efficiency, beside the two amounts that they are reckoned from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim, ProposedTable
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import efisiensi_sisa, serapan
from lkjip_analysis.numbers.printed import Printed, read_or_none

NAMED = re.compile(r"\befisien(?:si)?\b[^\d«]{0,180}$", re.IGNORECASE)
DENIED = re.compile(r"\b(tidak|belum|kurang|tingkat|rasio|nilai)\s+efisien", re.IGNORECASE)
MOST_AMOUNTS = 8
"""A paragraph of more amounts says of none to which two an efficiency belongs."""


def called_efficiency(
    claims: Sequence[ProposedClaim], tables: Sequence[ProposedTable]
) -> Iterator[ProposedClaim]:
    """Each share or amount that is called efficiency and is what two amounts beside it leave."""
    for claim in claims:
        if claim.satuan not in ("%", "rupiah") or not _is_named(claim):
            continue
        beside = [
            c
            for c in claims
            if c.satuan == "rupiah"
            and c.kode != claim.kode
            and (c.bagian, c.paragraf) == (claim.bagian, claim.paragraf)
        ]
        pairs = list(_pairs(claim, beside)) if len(beside) <= MOST_AMOUNTS else []
        if len(pairs) == 1:
            yield _claim("efisiensi", claim, pairs[0], tables)


def _is_named(claim: ProposedClaim) -> bool:
    before = claim.sentence.partition("«")[0]
    return bool(NAMED.search(before)) and not DENIED.search(before[-100:])


def _pairs(
    claim: ProposedClaim, beside: Sequence[ProposedClaim]
) -> Iterator[tuple[ProposedClaim, ProposedClaim]]:
    """What was spent and what there was, where the claim is what they leave."""
    shown = read_or_none(claim.nilai)
    if shown is None or shown.value is None:
        return
    told: dict[Fraction, ProposedClaim] = {}
    for one in beside:
        if (printed := read_or_none(one.nilai)) and printed.value:
            told.setdefault(printed.value, one)
    for spent, there in permutations(told, 2):
        if spent < there and _left(claim, shown, spent, there):
            yield told[spent], told[there]


def _left(claim: ProposedClaim, shown: Printed, spent: Fraction, there: Fraction) -> bool:
    assert shown.value is not None
    if claim.satuan == "rupiah":
        return shown.value == there - spent
    return abs(shown.value - efisiensi_sisa(serapan(spent, there))) < shown.step


def _claim(
    kode: str,
    claim: ProposedClaim,
    pair: tuple[ProposedClaim, ProposedClaim],
    tables: Sequence[ProposedTable],
) -> ProposedClaim:
    spent, there = pair
    reached = [t for t in tables if t.kind.name in ("capaian", "ringkasan")]
    here = [t for t in reached if t.part == claim.bagian][:1]
    cells = f"; bagian={here[0].name}[*].capaian" if here else ""
    return ProposedClaim(
        kode,
        claim.bagian,
        claim.paragraf,
        f"Efisiensi {claim.tentang}"[:70],
        claim.nilai,
        claim.tipe,
        claim.satuan,
        claim.presisi,
        "efisiensi",
        f"pembilang=klaim[{spent.kode}].nilai; penyebut=klaim[{there.kode}].nilai{cells}",
        sebab=worded("efisiensi bukan sisa anggaran"),
        sureness=HIGH,
        sentence=claim.sentence.replace("«", "").replace("»", ""),
    )
