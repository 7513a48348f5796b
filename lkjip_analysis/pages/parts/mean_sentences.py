"""The mean capaian of a year in sentences: which mean it is, its class, what the report prints."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.printed_means import EVERY
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts.achievement_sentences import resting
from lkjip_analysis.pages.parts.caveats import NOTHING, Beside, as_printed
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE, slug
from lkjip_analysis.pages.parts.sentence import Figure, Sentence, percent
from lkjip_analysis.report.report import Report


def overall(report: Report) -> tuple[Figure, str]:
    """The mean of the year as the report defines it, and its class on the printed scale."""
    mean = frames.rerata_tahun(frames.kinerja(report))
    named = frames.kategori_capaian(report, mean)
    return percent(mean, "rerata.seluruhnya", "rerata"), named


def of_what(kinerja: pd.DataFrame) -> Sentence:
    """Which mean is meant, in brackets: where the report cuts down what it averages that it does,
    and what it would be else; or that we chose, where it prints none that would say it."""
    if cap := cap_told(kinerja):
        return (worded(" menurut cara laporan ({cap})", cap=cap),)
    if _is_ours(kinerja):
        return (worded(" (rata-rata dari rata-rata sasaran)"),)
    return ()


def cap_told(kinerja: pd.DataFrame) -> str:
    """What each capaian is cut down to before it counts, and the mean without that; or nothing."""
    cap = kinerja.attrs.get("batas")
    if cap is None:
        return ""
    return worded(
        "tiap capaian dibatasi {cap}%; tanpa batas {whole}%",
        cap=number(cap),
        whole=number(frames.rerata_tanpa_batas(kinerja), 2),
    )


def mean_title(kinerja: pd.DataFrame) -> str:
    """What the mean of the year is called where nothing else says which one it is."""
    if _is_ours(kinerja):
        return worded("Rata-rata dari rata-rata sasaran")
    return worded("Rata-rata capaian")


def _is_ours(kinerja: pd.DataFrame) -> bool:
    """Is it we who chose the mean, of several sasaran, because the report prints none?"""
    return kinerja.attrs.get("rerata") is None and len(frames.rerata_sasaran(kinerja)) > 1


def means(report: Report, seen: Beside = NOTHING) -> Sentence:
    """Mean achievement of each sasaran and of all, with the class on the printed scale."""
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ()
    each = frames.rerata_sasaran(kinerja)
    if each.empty:
        return ()
    figure_of_all, name = overall(report)
    told: list[str | Figure] = [worded("Rata-rata capaian yang dihitung ulang: ")]
    if len(each) > 1:
        for key, value in each.items():
            figure = percent(value, f"rerata.{slug(str(key))}", "rerata")
            told += [
                worded("sasaran {key} sebesar ", key=key),
                figure,
                *printed_mean(seen, str(key), float(value)),
                "; ",
            ]
        is_plain = frames.is_mean_of_indicators(kinerja)
        told.append(worded("seluruh indikator ") if is_plain else worded("seluruhnya "))
    own = printed_mean(seen, EVERY, frames.rerata_tahun(kinerja))
    where = (
        worded(" ({name} menurut {sumber})", name=name, sumber=report.scales["capaian"].source)
        if name
        else ""
    )
    return (*told, figure_of_all, *of_what(kinerja), *own, f"{where}{resting(kinerja, seen)}.")


def printed_mean(seen: Beside, key: str, ours: float) -> Sentence:
    """The mean that the report itself prints, where it is another one than ours."""
    for cell in seen.means.get(key, ()):
        if text := as_printed(ours, cell):
            shown = text if "%" in text else f"{text}%"
            mark = seen.of([cell.address])
            unsure = f", {worded(mark)}" if mark else ""
            own = Figure(shown, VERIFICATION_PAGE, cell.address.anchor)
            return worded(" (tercetak "), own, f"{unsure})"
    return ()
