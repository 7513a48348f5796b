"""The key figures of the first screen: what was achieved and spent, and how much is tested."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames, spending
from lkjip_analysis.checking.coverage import watches
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import achievement_sentences, mean_sentences
from lkjip_analysis.pages.parts.budget_sentence import after_corrections, amounts_mark, other_total
from lkjip_analysis.pages.parts.caveats import OPEN, Beside, beside
from lkjip_analysis.pages.parts.front_verdict import ends_of
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE
from lkjip_analysis.pages.parts.sentence import ACHIEVEMENT_PAGE, BUDGET_PAGE, Figure
from lkjip_analysis.report.report import Report


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the first screen: what it is, the figure, and a word beside it."""

    title: str
    figure: Figure
    beside: str


def key_figures(verification: Verification) -> tuple[KeyFigure, ...]:
    """Three or four figures of the year, as far as the report has them."""
    report = verification.report
    kinerja, tested = frames.kinerja(report), verification.coverage.as_json()
    found = [*_achievement(verification, kinerja), *_budget(verification)]
    share = Figure(
        worded(
            "{count} dari {every}", count=number(tested["watched"]), every=number(tested["figures"])
        ),
        VERIFICATION_PAGE,
        "bagan-angka-teruji",
    )
    return (
        *found,
        KeyFigure(worded("Angka yang dapat diuji"), share, _how_tested(verification)),
    )


def _how_tested(verification: Verification) -> str:
    """By what figures are tested, and how many only by their class."""
    classed = sum(one == "hanya kategori" for one in watches(verification).values())
    if not classed:
        return worded("dengan angka lain di laporan")
    return worded("{count} di antaranya hanya menurut kategorinya", count=number(classed))


def _achievement(verification: Verification, kinerja: pd.DataFrame) -> list[KeyFigure]:
    if kinerja.empty or kinerja["capaian_dihitung"].isna().all():
        return []
    mean, name = mean_sentences.overall(verification.report)
    mean = replace(mean, text=mean.text + "?" * bool(ends_of(verification)))
    known, seen = kinerja["capaian_dihitung"].dropna(), beside(verification)
    is_open = seen.open_among(kinerja, known.index)
    reached = achievement_sentences.reached_between(known, is_open)
    many = Figure(
        worded("{count} dari {every}", count=reached, every=number(len(kinerja))),
        ACHIEVEMENT_PAGE,
        "bagan-capaian",
    )
    return [
        KeyFigure(
            mean_sentences.mean_title(kinerja),
            mean,
            ", ".join(
                filter(None, (_between(verification, name), mean_sentences.cap_told(kinerja)))
            ),
        ),
        KeyFigure(worded("Target yang tercapai"), many, _counted(kinerja, seen)),
    ]


def _between(verification: Verification, name: str) -> str:
    """What stands beside the mean: its class, and between what it lies while something is open."""
    told = name or worded("tanpa skala penilaian")
    ends = ends_of(verification)
    return told + (worded(", antara {least}% dan {most}%", **ends) if ends else "")


def _counted(kinerja: pd.DataFrame, seen: Beside) -> str:
    """What stands beside the count: every indicator, where some missed or are open."""
    is_reached = (kinerja["capaian_dihitung"] >= 100).all()
    if is_reached and not any(seen.open_among(kinerja, kinerja.index)):
        return worded("dihitung ulang")
    return achievement_sentences.counted(kinerja, seen)


def absorbed(verification: Verification) -> str:
    """Which share of the budget was spent, after accepted corrections, with a question mark where
    its amounts are not decided; nothing where nobody can tell."""
    report = verification.report
    if spending.anggaran(report).empty:
        return ""
    share = spending.anggaran_lapis(report)["serapan"]["dipakai"]
    is_open = amounts_mark(report, beside(verification)) == OPEN
    return "" if pd.isna(share) else f"{number(share, 2)}%{'?' * is_open}"


def _budget(verification: Verification) -> list[KeyFigure]:
    report, share = verification.report, absorbed(verification)
    if not share:
        return []
    used = spending.anggaran_lapis(report).to_dict("index")["dipakai"]
    figure = Figure(share, BUDGET_PAGE, "lapis.dipakai", "serapan")
    return [KeyFigure(worded("Serapan anggaran"), figure, _of_budget(report, used))]


def _of_budget(report: Report, used: Mapping[Hashable, Any]) -> str:
    """What stands beside the share: of how much, and the report's own totals where they differ."""
    layer = after_corrections(report, frames.of_type(report, "anggaran")[0])
    whole = worded("dari Rp{pagu}{layer}", pagu=number(used["pagu"]), layer=layer)
    own = (other_total(report, used, column) for column in ("serapan", "pagu"))
    told = worded(" dari ").join(one.text for one in own if one)
    return worded("{whole}; tercetak {told}", whole=whole, told=told) if told else whole
