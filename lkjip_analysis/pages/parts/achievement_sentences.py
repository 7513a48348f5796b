"""What a year achieved, in sentences: its indicators, and against last year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.language import capital, worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts.caveats import ACCEPTED, CHANGE_RESTS_ON, NOTHING, OPEN, Beside
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE, slug
from lkjip_analysis.pages.parts.sentence import Figure, Sentence, percent
from lkjip_analysis.report.report import Report

NAMED = 6
"""So many indicators are named one by one in a sentence."""

FEW = 4
"""Of more, so many that missed their target or are not decided are named all the same."""


def performance(
    report: Report, seen: Beside = NOTHING, is_plain: bool = False, *, is_short: bool = False
) -> Sentence:
    """How many indicators reached their target; each with its figures, or of many those few that
    did not, else the best and the worst.

    Nothing where the report has no achievement table. What `is_plain` is for print: no word of
    which layer is meant. What `is_short` names, where targets were missed, those and what is open:
    a chart and a table stand beside it.
    """
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ()
    known = kinerja.dropna(subset="capaian_dihitung").sort_values("capaian_dihitung", kind="stable")
    if known.empty:
        return (_none_known(len(kinerja)),)
    is_open = seen.open_among(kinerja, known.index)
    # Of one indicator the opening says itself that it is not decided.
    without = _without(sum(is_open) if len(kinerja) > 1 else 0, len(kinerja) - len(known))
    opening = _opening(known["capaian_dihitung"], len(kinerja), is_open)
    if not is_plain:
        opening = worded(
            "Menurut angka {layer}, {opening}", layer=worded(report.layer), opening=opening
        )
    opening = capital(opening)
    doubtful = (known["capaian_dihitung"] < 100) | pd.Series(list(is_open), known.index)
    are_many = len(known) > NAMED
    if are_many and not 0 < doubtful.sum() <= FEW:
        last, first = known.index[-1], known.index[0]
        return (
            worded("{opening}{without}. Tertinggi ", opening=opening, without=without),
            *_reached(report, kinerja, last, seen),
            worded(", terendah "),
            *_reached(report, kinerja, first, seen),
            f"{resting(kinerja, seen)}.",
        )
    each = _each(report, kinerja, known.index, seen, is_short or are_many)
    return (f"{opening}{without}", *each, f"{resting(kinerja, seen)}." if are_many else ".")


def _opening(capaian: pd.Series[float], every: int, is_open: Sequence[bool]) -> str:
    """How many reached their target; where nobody has decided some, between how many."""
    if any(is_open) and every == 1:
        return worded("belum pasti apakah satu-satunya indikator mencapai targetnya")
    if not any(is_open):
        which = how_many(int((capaian >= 100).sum()), every)
        return worded("{which} mencapai targetnya", which=which)
    return worded(
        "{count} dari {every} indikator mencapai targetnya",
        count=reached_between(capaian, is_open),
        every=number(every),
    )


def _each(
    report: Report, kinerja: pd.DataFrame, known: pd.Index[Any], seen: Beside, is_short: bool
) -> Iterator[str | Figure]:
    """Those that reached their target, those that did not, and those nobody has decided."""
    unsure = known[seen.open_among(kinerja, known)]
    reached = known[kinerja.loc[known, "capaian_dihitung"] >= 100].difference(unsure)
    missed = known.difference(reached).difference(unsure)
    groups = (
        (": ", [] if is_short and (len(missed) or len(known) > NAMED) else reached),
        (worded(". Yang tidak: "), missed),
        (worded(". Yang belum pasti: "), unsure),
    )
    is_one_kind = len(known) in (len(reached), len(missed), len(unsure))
    for start, codes in groups:
        before = ": " if is_one_kind else start
        for kode in (kode for kode in kinerja.index if kode in codes):
            yield before
            yield from _reached(report, kinerja, kode, seen)
            before = ", "


def _without(unsure: int, lacking: int) -> str:
    """How many indicators nobody has decided, and how many cannot be computed, in brackets."""
    ways = ((unsure, "{count} belum pasti"), (lacking, "{count} tidak dapat dihitung"))
    told = ", ".join(worded(words, count=number(many)) for many, words in ways if many)
    return f" ({told})" if told else ""


def counted(kinerja: pd.DataFrame, seen: Beside = NOTHING) -> str:
    """Every indicator once: how many reached their target, missed it, are not decided by anybody
    and cannot be computed.
    """
    known = kinerja["capaian_dihitung"].dropna()
    is_open = seen.open_among(kinerja, known.index)
    sure = known.loc[[not one for one in is_open]]
    ways = (
        ((sure >= 100).sum(), "{count} mencapai"),
        ((sure < 100).sum(), "{count} tidak"),
        (sum(is_open), "{count} belum pasti"),
        (len(kinerja) - len(known), "{count} tidak dapat dihitung"),
    )
    return ", ".join(worded(words, count=number(int(many))) for many, words in ways if many)


def reached_between(capaian: pd.Series[float], is_open: Sequence[bool]) -> str:
    """How many indicators reached their target: so many surely, up to so many with those that
    nobody has decided."""
    sure = int((capaian[[not one for one in is_open]] >= 100).sum())
    return f"{number(sure)}\u2013{number(sure + sum(is_open))}" if any(is_open) else number(sure)


def capaian_as_printed(kinerja: pd.DataFrame) -> pd.Series[float]:
    """The capaian that the report prints, percent; the computed one where it prints none."""
    computed = kinerja["capaian_dihitung"]
    return pd.to_numeric(kinerja.get("capaian", computed), errors="coerce").fillna(computed)


def _none_known(indicators: int) -> str:
    if indicators == 1:
        return worded("Capaian satu-satunya indikator tidak dapat dihitung.")
    return worded(
        "Tidak satu pun dari {indicators} indikator dapat dihitung capaiannya.",
        indicators=indicators,
    )


def how_many(some: int, every: int) -> str:
    """
    >>> how_many(1, 1), how_many(0, 1), how_many(0, 3), how_many(3, 3), how_many(2, 3)
    ... # doctest: +NORMALIZE_WHITESPACE
    ('satu-satunya indikator', 'satu-satunya indikator tidak', 'tidak satu pun dari 3 indikator',
     'semua 3 indikator', '2 dari 3 indikator')
    >>> how_many(2, 2)
    'kedua indikator'
    """
    if every == 1:
        return worded("satu-satunya indikator" if some else "satu-satunya indikator tidak")
    if not some:
        return worded("tidak satu pun dari {every} indikator", every=number(every))
    if some == every == 2:
        return worded("kedua indikator")
    if some == every:
        return worded("semua {every} indikator", every=number(every))
    return worded("{count} dari {every} indikator", count=number(some), every=number(every))


def resting(kinerja: pd.DataFrame, seen: Beside) -> str:
    """How many of the indicators rest on figures that are not decided, or are proven wrong."""
    found = (seen.on(kinerja, kode) for kode in kinerja.index)
    marks = [mark for mark in found if mark not in ("", ACCEPTED)]
    told = [
        worded(
            "{count} indikator bergantung pada angka yang {mark}",
            count=marks.count(mark),
            mark=worded(mark),
        )
        for mark in dict.fromkeys(marks)
    ]
    return f". {capital(', '.join(told))}" if told else ""


def _reached(report: Report, kinerja: pd.DataFrame, kode: Any, seen: Beside) -> Sentence:
    """One indicator: its capaian, and what was reached of what target, as printed."""
    row = kinerja.loc[kode]
    indicator = report.indicators.get(kode)
    reached, aimed = _units(indicator.satuan if indicator else "", row["target"])
    return (
        f"{row['singkat']} ", _capaian(kode, row), " (", *_otherwise(kinerja, kode, seen),
        printed_figure(kinerja, kode, "realisasi", reached),
        worded(" dari batas " if row.get("arah") == "turun" else " dari target "),
        printed_figure(kinerja, kode, "target", aimed), ")",
    )  # fmt: skip


def _units(satuan: str, target: Any) -> tuple[str, str]:
    """What follows the realisasi, and what the target; a text may bring its own unit."""
    if satuan == "persen":
        return "%", "" if "%" in str(target) else "%"
    return "", f" {satuan}" if satuan and not isinstance(target, str) else ""


def _otherwise(kinerja: pd.DataFrame, kode: Any, seen: Beside) -> Sentence:
    """The printed capaian where it is another one than the figures give, and what is open."""
    mark = seen.on(kinerja, kode)
    open_too: Sentence = (f"{worded(mark)}; ",) if mark else ()
    if not is_printed_otherwise(kinerja, kode):
        return open_too
    return worded("tercetak "), printed_figure(kinerja, kode, "capaian", "%"), "; ", *open_too


def is_printed_otherwise(kinerja: pd.DataFrame, kode: Any) -> bool:
    """Does the report print another capaian than its figures give, in the decimals of its print?"""
    row = kinerja.loc[kode]
    printed = pd.to_numeric(row.get("capaian"), errors="coerce")
    if pd.isna(printed) or pd.isna(row["capaian_dihitung"]):
        return False
    places = kinerja.attrs.get("desimal", {}).get((kode, "capaian"), 2)
    return number(printed, places) != number(row["capaian_dihitung"], places)


def _capaian(kode: Any, row: pd.Series[Any]) -> Figure:
    return percent(row["capaian_dihitung"], f"kinerja.{slug(str(kode))}", "capaian_dihitung")


def printed_figure(kinerja: pd.DataFrame, kode: Any, column: str, unit: str = "") -> Figure:
    """A figure with the decimals it is printed with and its unit, and the cell that prints it."""
    where = kinerja.attrs["sel"][kode, column]
    return Figure(frames.shown(kinerja, kode, column) + unit, VERIFICATION_PAGE, where.anchor)


def changes(report: Report, seen: Beside = NOTHING) -> Sentence:
    """Which indicators fell and rose against last year, print against print: last year is what
    this report prints of it."""
    kinerja = frames.kinerja(report)
    if "capaian_lalu" not in kinerja:
        return ()
    last = pd.to_numeric(kinerja["capaian_lalu"], errors="coerce")  # some print "n/a" there
    both = kinerja.assign(capaian_lalu=last, kini=capaian_as_printed(kinerja))
    both = both.dropna(subset=["kini", "capaian_lalu"])
    gap = both["kini"].round(2) - both["capaian_lalu"].round(2)
    if both.empty:
        return ()
    unsure = [k for k in both.index if seen.on(kinerja, k, CHANGE_RESTS_ON) == OPEN]
    gap = gap.drop(unsure)
    fell, rose = list(gap[gap < 0].index), list(gap[gap > 0].index)
    told: list[str | Figure] = [
        worded(
            "Dibanding {tahun}, capaian {fell} dari {every} indikator turun dan {rose} naik",
            tahun=report.tahun - 1,
            fell=number(len(fell)),
            every=number(len(both)),
            rose=number(len(rose)) if rose else worded("tidak ada yang"),
        )
        + _without(len(unsure), 0)
    ]
    named = [
        (worded(". Yang turun: "), fell),
        (worded(". Yang naik: "), rose),
        (worded(". Yang belum pasti: "), unsure),
    ]
    for start, codes in named if len(both) <= NAMED else []:
        for kode in codes:
            before = printed_figure(kinerja, kode, "capaian_lalu", "%")
            told += [f"{start}{both.loc[kode, 'singkat']} ", before, worded(" menjadi "),
                     *_now(kinerja, kode, seen)]  # fmt: skip
            start = ", "
    return (*told, ".")


def _now(kinerja: pd.DataFrame, kode: Any, seen: Beside) -> Sentence:
    """This year's capaian as printed, else as computed; the computed one where it is another."""
    row, mark = kinerja.loc[kode], seen.on(kinerja, kode)
    mark = "" if mark == OPEN else mark  # what is open is named apart
    beside: Sentence = (f" ({worded(mark)})",) if mark else ()
    printed = pd.to_numeric(row.get("capaian"), errors="coerce")
    if pd.isna(printed):
        return _capaian(kode, row), *beside
    if is_printed_otherwise(kinerja, kode):
        beside = worded(" (dihitung "), _capaian(kode, row), f"; {worded(mark)})" if mark else ")"
    return printed_figure(kinerja, kode, "capaian", "%"), *beside
