"""Headings of a sheet to the columns of a table type, by title and known synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from lkjip_analysis.intake.document.changed_budgets import (
    BUDGET,
    BUDGET_SPENT,
    FIRST_BUDGET,
    budget_columns,
)
from lkjip_analysis.intake.document.periods import (
    in_brackets,
    is_of_another_time,
    quarters,
    without_whole_year,
)
from lkjip_analysis.numbers.calendar_days import YEAR_ALONE
from lkjip_analysis.report.schema import Column, TableType
from lkjip_analysis.report.yamltext import standard

PREVIOUS = "tahun sebelumnya"
NO_YEAR = -1
"""In place of the report's year, where it is not known."""


NUMBERING, REMARKS, EARLIER = "no_urut", "catatan_lain", "tahun_lain"
LEFT_OUT = (NUMBERING, REMARKS, EARLIER)
"""A running number, remarks and figures of years further back, which the table type does not have:
seen, but not taken over."""
OF_YEARS = "capaian"
"""The table type in which offices print the years further back."""

PROGRAMME = "program"
ACTIVITY = re.compile(
    r"(?:(?:nama|uraian)\s+)?(?:kegiatan|sub\s*kegiatan|kegiatan\s*/\s*sub\s*kegiatan)",
    re.IGNORECASE,
)
"""What heads the rows of a budget that has no programmes above its activities."""
SHARE = frozenset({"%", "persen", "persentase", "prosentase", "presentase"})
"""What a heading says of a column of percentages, before or behind what they are of."""


@dataclass(frozen=True)
class Match:
    """How the headings of a sheet fit one table type.

    `columns` maps the sheet's columns to those of the type; `unknown` are headings that name none,
    `twice` those that name one a second time, `missing` required columns without a heading.
    """

    type: TableType
    columns: Mapping[int, str]
    unknown: Mapping[int, str]
    twice: Mapping[int, str]
    missing: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        return bool(self.columns) and not (self.unknown or self.twice or self.missing)

    @property
    def misfit(self) -> int:
        return len(self.unknown) + len(self.twice) + len(self.missing)


def match(
    labels: Mapping[int, str],
    kind: TableType,
    tahun: int,
    known: dict[tuple[str, str], str | None] | None = None,
) -> Match:
    """The columns that `labels` (by column of the sheet) name in a table type.

    `known` keeps which heading names which column, for a sheet whose rows are tried one by one.
    """
    seen = {} if known is None else known
    budgets = _budgets(labels, kind, tahun)
    columns: dict[int, str] = {}
    unknown: dict[int, str] = {}
    twice: dict[int, str] = {}
    for place, label in labels.items():
        if (kind.name, label) not in seen:
            seen[kind.name, label] = column_of(label, kind, tahun)
        name = budgets.get(place) or seen[kind.name, label]
        if name in columns.values() and _is_remarks(label, kind, tahun):
            name = REMARKS  # "Keterangan" beside "Kategori"
        if name is None:
            unknown[place] = label
        elif name in columns.values():
            twice[place] = label
        else:
            columns[place] = name
    for place in [p for p, label in unknown.items() if _is_earlier(label, kind, tahun)]:
        columns[place] = EARLIER
        unknown.pop(place)
    if place := activities_column(unknown, columns, labels, kind):
        columns[place] = kind.nama_baris
        unknown.pop(place)
    if BUDGET_SPENT not in columns.values():  # the first budget alone is what was spent from
        columns = {p: BUDGET_SPENT if n == FIRST_BUDGET else n for p, n in columns.items()}
    missing = tuple(name for name in required(kind) if name not in columns.values())
    return Match(kind, columns, unknown, twice, missing)


def _is_earlier(label: str, kind: TableType, tahun: int) -> bool:
    """Does a heading name, of a year before, what a column of figures holds of this year?"""
    years = YEAR_ALONE.findall(label)
    if EARLIER not in kind.columns or len(years) != 1 or int(years[0]) >= tahun:
        return False
    plain = re.sub(r"(?i)\btahun\b", " ", YEAR_ALONE.sub(" ", label))
    name = column_of(plain, kind, tahun)
    return name is not None and kind.columns[name].is_number


def activities_column(
    unknown: Mapping[int, str], columns: Mapping[int, str], labels: Mapping[int, str],
    kind: TableType,
) -> int:  # fmt: skip
    """The one column of activities that stands where a budget has its programmes; 0 for none.

    Beside "Target" a kegiatan may be counted in anything: only a heading of money tells a budget.
    """
    found = [place for place, label in unknown.items() if ACTIVITY.fullmatch(label.strip())]
    told = any(BUDGET.search(labels[p]) for p, n in columns.items() if n == BUDGET_SPENT)
    is_asked = kind.nama_baris == PROGRAMME and PROGRAMME not in columns.values()
    return found[0] if is_asked and told and len(found) == 1 else 0


def _budgets(labels: Mapping[int, str], kind: TableType, tahun: int) -> Mapping[int, str]:
    """Which columns hold a budget before and after its change, where the type has both."""
    if FIRST_BUDGET not in kind.columns:
        return {}
    return budget_columns({p: t for p, t in labels.items() if not is_of_another_time(t, tahun)})


def _is_remarks(label: str, kind: TableType, tahun: int) -> bool:
    return REMARKS in kind.columns and normal(label, tahun) in _synonyms()[REMARKS]


def with_left_out(kind: TableType) -> TableType:
    """The type with columns for the running number in front and the remarks at the end of many
    tables, where it has none of its own, and for the years further back.
    """
    columns = dict(kind.columns)
    if "no" not in columns:
        columns[NUMBERING] = Column(NUMBERING, judul="No.", boleh_tiada=True)
    if "keterangan" not in columns:
        columns[REMARKS] = Column(REMARKS, judul="Ket.", boleh_tiada=True)
    if kind.name == OF_YEARS:
        columns[EARLIER] = Column(EARLIER, judul="Tahun lain", boleh_tiada=True)
    return replace(kind, columns=columns)


def required(kind: TableType) -> tuple[str, ...]:
    """The columns a sheet cannot do without: keys can be given, and words left blank."""
    return tuple(
        name
        for name, column in kind.columns.items()
        if name == kind.nama_baris
        or (column.tipe in ("angka", "kategori") and not column.boleh_tiada)
    )


def column_of(label: str, kind: TableType, tahun: int) -> str | None:
    """The column of a type that a heading names: its own titles before synonyms."""
    plain, raw = normal(label, tahun), " ".join(label.casefold().split())
    if re.search(r"renstra|rpjmd|\bakhir\b", plain):  # its year is the plan's, not the report's
        plain = " ".join(YEAR_ALONE.sub(" ", plain).split())
    exact, titled, synonymous = _names(kind.name, _titles(kind), tahun)
    if raw in exact:
        return exact[raw]
    whole = " ".join(without_whole_year(plain).split())
    for text in dict.fromkeys((plain, plain.removesuffix(" rp"), whole, whole.removesuffix(" rp"))):
        found = titled.get(text) or synonymous.get(text, ())
        if text and len(found) == 1:
            return found[0]
    return _share_of(whole, kind, (titled, synonymous))


def _share_of(plain: str, kind: TableType, named: Iterable[Named]) -> str | None:
    """The column of percentages that a heading names: "Persentase Capaian (%)", "% Realisasi"."""
    told = _of_shares(plain)
    found = {name for known in named for text in told for name in known.get(text, ())}
    shares = [name for name in found if kind.columns[name].satuan == "persen"]
    return shares[0] if len(shares) == 1 else None


def _of_shares(plain: str) -> tuple[str, ...]:
    """How a heading of percentages may be listed; nothing for any other heading."""
    words = " ".join(word for word in plain.split() if word not in SHARE)
    return () if words == plain else (f"{words} %".strip(), words)


Named = Mapping[str, tuple[str, ...]]


def _titles(kind: TableType) -> tuple[tuple[str, str], ...]:
    return tuple((name, column.judul) for name, column in kind.columns.items())


@lru_cache(maxsize=1024)
def _names(
    kind: str, titles: tuple[tuple[str, str], ...], tahun: int
) -> tuple[Mapping[str, str], Named, Named]:
    """What names the columns of a type: their names and titles as they are, titles, synonyms."""
    exact: dict[str, str] = {}
    titled: dict[str, tuple[str, ...]] = {}
    synonymous: dict[str, tuple[str, ...]] = {}
    for name, judul in titles:
        for text in (name.replace("_", " "), name, judul.casefold()):
            exact.setdefault(text, name)
        own = normal(judul, tahun)
        titled[own] = (*titled.get(own, ()), name)
        for word in _synonyms().get(name, ()):
            if name != REMARKS or word not in synonymous:  # "Keterangan" may head the categories
                synonymous[word] = (*synonymous.get(word, ()), name)
    return exact, titled, synonymous


@lru_cache(maxsize=100_000)
def normal(label: str, tahun: int) -> str:
    """A heading without case, punctuation, units in brackets and the report's own year.

    A year or a quarter in brackets is the column's, as it would be without them.

    >>> normal("Realisasi Tahun 2020 (unit)", 2021), normal("Capaian (%)", 2021)
    ('realisasi tahun sebelumnya', 'capaian %')
    >>> normal("Realisasi (2020)", 2021), normal("Realisasi (s.d. TW III)", 2021)
    ('realisasi tahun sebelumnya', 'realisasi s d triwulan iii')
    """
    text = quarters(label.casefold()).replace("(%)", " % ")
    text = re.sub(r"\((rp|us\$)[^)]*\)", r" \1 ", text.replace("(usd", "(us$"))
    text = re.sub(r"\(([^)]*)\)", lambda told: f" {in_brackets(told[1])} ", text)
    text = re.sub(rf"(?:tahun\s+)?\b{tahun - 1}\b", f" {PREVIOUS} ", text)
    text = re.sub(rf"(?:tahun\s+)?\b{tahun}\b", " ", text)
    return " ".join(re.sub(r"[^\w%$]+", " ", text).split())


def is_column_title(label: str) -> bool:
    """Is it a usual heading of a column, or a year that stands as one?

    >>> [is_column_title(label) for label in ("No.", "Realisasi 2024 (Rp)", "2024", "Pasar Rakyat")]
    [True, True, True, False]
    """
    plain = normal(YEAR_ALONE.sub(" ", label), NO_YEAR)
    told = {plain.removesuffix(" rp"), *_of_shares(plain)}
    return not plain or not all(told.isdisjoint(words) for words in _synonyms().values())


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in standard("padanan").items()}
