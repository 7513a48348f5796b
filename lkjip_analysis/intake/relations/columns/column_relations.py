"""Columns that follow from other columns: sums, differences, shares, growth."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, near, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.columns.balances import balances
from lkjip_analysis.intake.relations.columns.believed_guesses import (
    Trial,
    has_other_bases,
    rivals,
    trials,
)
from lkjip_analysis.intake.relations.columns.compared_years import changes
from lkjip_analysis.intake.relations.columns.guesses import (
    Guess,
    complements,
    differences,
    means,
    shares,
    sum_of,
    sums,
)
from lkjip_analysis.intake.relations.columns.multiplied import KIND as PRODUCT
from lkjip_analysis.intake.relations.columns.multiplied import has_more_factors, products
from lkjip_analysis.intake.relations.columns.named_quotients import named_quotients
from lkjip_analysis.intake.relations.columns.other_achievements import other_achievements
from lkjip_analysis.intake.relations.columns.weighted_scores import weighted, weighted_total
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.row_names import is_mean_name, is_total_name

REST = re.compile(r"sisa|selisih|gap|deviasi|silpa|lebih|kurang|efisiensi|belum", re.IGNORECASE)
SHARE = re.compile(
    r"%|persen|serapan|capaian|tingkat|rasio|proporsi|pertumbuhan|kenaikan|progress?\b",
    re.IGNORECASE,
)
PHYSICAL = re.compile(r"\bfisik\b|\bfis\b", re.IGNORECASE)
MONEY = re.compile(
    r"\brp\b|rupiah|anggaran|pagu|keuangan|\bkeu\b|\bdana\b|biaya|belanja", re.IGNORECASE
)
"""What was built is told beside what was spent, often the same, and never reckoned from it."""
GIVEN = re.compile(r"(target|rencana|realisasi)\W*((19|20)\d\d)?\W*$", re.IGNORECASE)
"""A heading that ends so is what shares are reckoned from, whatever stands above it."""
PROMISED = re.compile(r"(target|rencana)\W*((19|20)\d\d)?\W*$", re.IGNORECASE)
RESULT = re.compile(r"realisasi|capaian|serapan|terserap", re.IGNORECASE)


@dataclass(frozen=True)
class _Told:
    """A column with the guesses about it, and whether its heading speaks of such a relation."""

    column: str
    name: str
    headed: bool
    guesses: Sequence[Guess]
    is_quiet: bool = False
    """Does its heading say nothing of a share, so that another column may be the one reckoned?"""
    by_years: bool = False
    """Do the headings before it tell the relation, by two years, and not its own?"""


def column_relations(grid: Grid, known: Container[str] | None = None) -> Iterator[FoundRelation]:
    """The relations between columns: those that headings tell first, then those only tried.

    Of a table whose type relates the columns `known`, those that headings tell of the others.
    """
    seen: set[frozenset[str]] = set()
    asked = sorted(_asked(grid), key=lambda told: (not told.headed, told.is_quiet))
    if known is not None:
        asked = [told for told in asked if told.headed and told.column not in known]
    weights = set[str]()
    for told in asked:
        if told.name == "persen" and told.column in weights:
            continue  # scores of nearly 100 are about as much of their sum as their weights are
        free = [g for g in told.guesses if frozenset((told.column, *g.parts)) not in seen]
        if found := _best(grid, told, free):
            seen.add(found.columns)
            yield found
            if told.name == "bobot":
                weights.add(told.column)
                yield from weighted_total(grid, told.column, found.entries["pembilang"].lstrip("."))


def _asked(grid: Grid) -> Iterator[_Told]:
    for column in grid.named():
        head, percent = grid.column(column).head, grid.column(column).is_percent
        quotients = [*named_quotients(grid, column)]
        if quotients:
            yield _Told(column, "hasil_bagi", True, quotients)
        elif not percent and is_total_name(_last(head)):
            yield _Told(column, "jumlah", True, _headed_sums(grid, column))
        elif REST.search(head):
            rests = [*differences(grid, column), *complements(grid, column)]
            yield _Told(column, "selisih", True, rests)
        elif is_mean_name(head):
            yield _Told(column, "rerata", True, [*means(grid, column)])
        else:
            yield _Told(
                column, "hubungan", False, [*sums(grid, column), *differences(grid, column)]
            )
        if not percent and (parted := [*_sums_under_headings(grid, column)]):
            yield _Told(column, "jumlah", True, parted)
        yield _Told(column, "bobot", True, [*weighted(grid, column)])
        told = bool(SHARE.search(head)) and not GIVEN.search(head)
        if percent or told:
            parts = [g for g in shares(grid, column) if not _is_of_others(grid, column, g)]
            yield _Told(column, "persen", True, parts, not told)
        for headed in (True, False):
            yield _Told(column, PRODUCT, headed, [*products(grid, column, headed)])
        yield _Told(column, "perubahan", True, [*changes(grid, column)], True, True)
        yield _Told(column, "neraca", True, [*balances(grid, column)], True)


def _is_of_others(grid: Grid, column: str, guess: Guess) -> bool:
    """Would it reckon the physical progress from amounts of money, or a target from results?"""
    told = grid.column(column).head
    heads = [grid.column(part).head for part in guess.parts]
    money = any(MONEY.search(head) and not PHYSICAL.search(head) for head in heads)
    results = any(RESULT.search(head) for head in heads)
    return bool((money and PHYSICAL.search(told)) or (results and PROMISED.search(told)))


def _last(head: str) -> str:
    words = head.split()
    return words[-1] if words else ""


def _headed_sums(grid: Grid, column: str) -> list[Guess]:
    """The columns to the left, back to the total before, however many; or those behind it."""
    plain = grid.named(percent=False)
    before = plain[: plain.index(column)]
    totals = [i for i, c in enumerate(before) if is_total_name(_last(grid.column(c).head))]
    since = before[totals[-1] + 1 if totals else 0 :]
    runs = [since[i:] for i in range(len(since) - 1)]
    right = [g for g in sums(grid, column) if g.parts[0] not in before]
    tried = (sum_of(column, run, run == since) for run in runs)
    return [*(_of_what_adds_up(grid, column, guess) for guess in tried), *right]


def _sums_under_headings(grid: Grid, column: str) -> Iterator[Guess]:
    """Below a heading over several columns, "Jumlah: T | R", each adds up those of its own name
    below the headings before it, "Triwulan I: T | R"."""
    plain = grid.named(percent=False)
    heads = {c: grid.column(c).head.split() for c in plain[: plain.index(column) + 1]}
    for size in range(1, len(own := heads.pop(column))):
        if is_total_name(" ".join(own[:-size])):
            alike = (c for c, head in heads.items() if head[-size:] == own[-size:])
            run = [c for c in alike if not is_total_name(" ".join(heads[c][:-size]))]
            if len(run) > 1:
                yield sum_of(column, run)


def _of_what_adds_up(grid: Grid, column: str, guess: Guess) -> Guess:
    """The total of a plan over years: what is counted adds up, what is reached by its end, as a
    share or a length of roads, stands there as it is in the last year, or on the average."""
    years = {tuple(years_in(grid.column(part).head)) for part in guess.parts}
    if len(years) < len(guess.parts) or any(len(year) != 1 for year in years):
        return guess

    def adds_up(row: Row) -> bool:
        if not all(c in row for c in (column, *guess.parts)):
            return True
        told, parts = value(row[column]), [value(row[c]) for c in guess.parts]
        mean = sum(parts, Fraction(0)) / len(parts)
        return told not in (parts[-1], max(parts)) and abs(told - mean) > row[column].step

    return replace(guess, applies=adds_up)


def _best(grid: Grid, told: _Told, guesses: Iterable[Guess]) -> FoundRelation | None:
    tried = trials(grid, told.column, guesses)
    believed = [trial for trial in tried if trial.is_believed(told.headed)]
    if not believed:
        return None
    best = believed[0]
    rows = _rows(grid, told.column, best, rivals(best, tried))
    how = worded(
        "{words}; cocok di {kept} dari {of} baris",
        words=best.guess.words(lambda column: _quoted(grid, column)),
        kept=len(best.kept),
        of=best.of,
    )
    said = worded("judulnya menyebutnya") if told.headed else worded("ditemukan dengan mencoba")
    if told.by_years:
        said = worded("kedua kolom itu mengukur hal yang sama pada dua tahun")
    return FoundRelation(
        f"{told.name}_{grid.name}_{told.column}",
        best.guess.kind,
        {"tabel": grid.name, "baris": "|".join(rows), **best.guess.roles},
        "judul kolom" if told.headed and not told.by_years else "dicoba",
        len(best.kept),
        best.of,
        best.chance,
        worded(
            "{label}: {column} adalah {how}; {said}",
            label=grid.label,
            column=_quoted(grid, told.column),
            how=how,
            said=said,
        ),
        frozenset((told.column, *best.guess.parts)),
    )


def _quoted(grid: Grid, column: str) -> str:
    """A column as its heading is printed; as the data calls it where it has none."""
    head = grid.column(column).head
    return f"“{head}”" if head else column


def _rows(grid: Grid, column: str, best: Trial, explained: frozenset[str]) -> list[str]:
    """The rows that the relation speaks of; one explained otherwise is not accused."""
    others = explained | other_achievements(grid, column, best)
    excused = (others & frozenset(best.failing)) | _meant_otherwise(grid, column, best)
    excused |= {key for key in best.failing if _adds_one_more(grid, grid.rows[key], column, best)}
    excused |= {key for key, row in grid.rows.items() if has_other_bases(row, best.guess.parts)}
    if best.guess.kind == "jumlah":
        excused |= {key for key, row in grid.rows.items() if not best.guess.applies(row)}
    rows = [key for key in grid.rows if key not in excused] if excused else ["*"]
    fixed = any("[" in told for told in best.guess.roles.values())
    sums = [] if fixed else [key for key, row in grid.sums.items() if column in row]
    return [*rows, *(key for key in sums if not _is_other_sum(grid, key, column, best))]


def _meant_otherwise(grid: Grid, column: str, best: Trial) -> frozenset[str]:
    """The rows with all figures of a difference to which it was not held, and the failing ones
    of a product that have a factor more."""
    if best.guess.kind == PRODUCT:
        one, other = best.guess.parts
        rows = ((key, grid.rows[key]) for key in best.failing)
        return frozenset(key for key, row in rows if has_more_factors(row, column, one, other))
    if best.guess.kind != "selisih":
        return frozenset()
    full = frozenset.intersection(*(grid.filled[c] for c in (column, *best.guess.parts)))
    tried = frozenset((*best.kept, *best.failing))
    # A whole 0 for less than one below nothing may count as kept.
    cut = {key for key in tried if _is_cut_at_zero(grid.rows[key], column, best)}
    return (full - tried) | cut


def _is_cut_at_zero(row: Row, column: str, best: Trial) -> bool:
    """Is nothing printed where the difference is less than nothing: no efficiency is left?"""
    whole, part = (best.guess.roles[role].lstrip(".") for role in ("dari", "kurang"))
    ends = [value(row[name]) if name in row else 100 for name in (whole, part)]
    return not value(row[column]) and ends[0] < ends[1]


def _adds_one_more(grid: Grid, row: Row, column: str, best: Trial) -> bool:
    """Is what a sum or difference misses what another column prints there, and in most rows only a
    dash? Then that column is one of those meant."""
    parts = best.guess.parts
    kind, is_balance = best.guess.kind, "bobot" in best.guess.roles
    if kind not in ("jumlah", "selisih") or len(parts) < 2 or is_balance:
        return False
    if not all(c in row for c in (column, *parts)):
        return False
    figures = [value(row[c]) for c in parts]
    told = sum(figures, Fraction(0)) if kind == "jumlah" else figures[0] - figures[1]
    missed = abs(value(row[column]) - told)
    percent = grid.column(column).is_percent
    others = (c for c in grid.named(percent) if c in row and c not in (column, *parts))
    return bool(missed) and any(value(row[c]) == missed for c in others)


def _is_other_sum(grid: Grid, key: str, column: str, best: Trial) -> bool:
    """A mean, a total of products, or the mean or sum of the shares, where the relation itself
    does not hold."""
    row = grid.sums[key]
    if key.startswith("rerata") or best.guess.kind == PRODUCT:
        return True
    if _adds_one_more(grid, row, column, best):
        return True
    if not all(c in row for c in best.guess.parts) or best.guess.holds(row):
        return False
    cells = grid.printed(grid.rows, column)
    whole = whole_of(cells)
    means = (whole, whole / len(cells)) if grid.column(column).is_percent and cells else ()
    return any(near(row[column], told, cells) for told in means)
