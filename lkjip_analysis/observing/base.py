"""How an observation becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.binding.drafts import Draft
from lkjip_analysis.judging import sentences
from lkjip_analysis.judging.findings import Finding, Kind, NewPrint, Remedy, Told
from lkjip_analysis.reading.tables import Address


def noticed(
    draft: Draft,
    kind: Kind,
    where: Address,
    told: Told | str,
    impact: str,
    named: Sequence[Address] = (),
    remedy: Remedy | None = None,
    ident: str = "",
    flips: bool = False,
) -> Finding:
    """A finding of a declared observation about the cell `where`, pointing at all of `named`."""
    report = draft.report
    cells = tuple(report.cell(address) for address in named or (where,))
    pointing = Remedy(tuple(NewPrint(cell, None, None) for cell in cells))
    return Finding(
        id=ident or draft.head.name,
        kind=kind,
        verdict=None,
        source=sentences.source(report, where),
        label=sentences.label(report, where),
        cell=None,
        implied=None,
        rules=(draft.head.name,),
        remedies=(remedy or pointing,),
        impact=impact,
        told=Told(told) if isinstance(told, str) else told,
        changes_conclusion=flips or kind == "klaim",
    )


def of_report(ident: str, kind: Kind, source: str, label: str, told: str, impact: str) -> Finding:
    """A finding about the report as a whole, at no cell."""
    return Finding(
        id=ident,
        kind=kind,
        verdict=None,
        source=source,
        label=label,
        cell=None,
        implied=None,
        rules=(ident,),
        remedies=(),
        impact=impact,
        told=Told(told),
    )
