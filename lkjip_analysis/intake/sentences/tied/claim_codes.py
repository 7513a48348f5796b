"""Readable codes for claims: by the cell they repeat, else by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.tables.keys import Taken, slug

NAMED = re.compile(r"klaim\[([^\]]+)\]")
CELL = re.compile(r"(?P<table>\w+)\[(?:\d+\.)?(?P<row>[^\]*]+)\]\.(?P<column>\w+)")
FILLERS = re.compile(
    r"\b(dapat|tercapai|mencapai|mengalami|sesungguhnya|atau|hal|ini|berarti|terdapat|sehingga|"
    r"sedangkan|telah|akan|tetapi|adanya|dicapai|sebesar|dinas|pemerintah|prosentase|persentase|"
    r"yaitu|melampaui|seluruh|\w*\d\w*)\b",
    re.IGNORECASE,
)


def renamed(claims: Sequence[ProposedClaim]) -> tuple[ProposedClaim, ...]:
    """The claims under their final codes; what names another claim follows."""
    codes: dict[str, str] = {}
    used = Taken()
    for claim in claims:
        wanted = re.sub(r"[^a-z0-9_.]", "_", _wanted(claim, codes).casefold())[:48]
        codes[claim.kode] = used.take(used.free(wanted))
    return tuple(
        replace(
            claim,
            kode=codes[claim.kode],
            sel=_followed(claim.sel, codes),
            candidates=tuple(_followed(text, codes) for text in claim.candidates),
        )
        for claim in claims
    )


def added(
    claims: Sequence[ProposedClaim], more: Iterable[ProposedClaim]
) -> tuple[ProposedClaim, ...]:
    """The claims with further ones, each under a code of its own."""
    used = Taken()
    for claim in claims:
        used.take(claim.kode)
    return (*claims, *(replace(claim, kode=used.take(used.free(claim.kode))) for claim in more))


def _followed(text: str, codes: Mapping[str, str]) -> str:
    return NAMED.sub(lambda match: f"klaim[{codes.get(match[1], match[1])}]", text)


def _wanted(claim: ProposedClaim, codes: Mapping[str, str]) -> str:
    cell = CELL.search(claim.sel)
    if claim.aturan == "sama" and cell and cell["table"] != "klaim":
        row = cell["table"] if cell["row"] == "jumlah" else cell["row"]
        return f"{row}_{cell['column']}"
    if claim.aturan in ("kategori", "arah") and cell:
        row = codes.get(cell["row"], cell["row"])
        return f"{row}_{claim.aturan}"
    text = FILLERS.sub(" ", claim.tentang)
    return slug(text if words(text) else f"angka {claim.bagian}", (), 3)
