"""A frame of pandas that still knows the printed table it came from.

What it knows travels in `_metadata`, which pandas hands on where rows or columns are chosen and
drops where frames are merged, so that every frame can be written, pickled and grouped like any.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from types import MappingProxyType
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import in_digits
from lkjip_analysis.analysis.spelling import near_names, warn_of_spelling
from lkjip_analysis.errors import closest, nearest
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.report.report import LAYER_WORDS
from lkjip_analysis.report.row_levels import top
from lkjip_analysis.report.tables import Address

MISSING = ["baris", "kolom", "tercetak", "jenis"]


PARTLY = "the printed total is of {every} rows, and these are {some}: they have none"


class Asal:
    """The report that a frame came from: kept in memory, pickled as what reads it again."""

    def __init__(self, read: Callable[..., Any], *asked: Any, laporan: Any = None) -> None:
        self._read, self._asked, self._laporan = read, asked, laporan

    @property
    def laporan(self) -> Any:
        """The report, read again where this frame has travelled without it."""
        if self._laporan is None:
            self._laporan = self._read(*self._asked)
        return self._laporan

    def __reduce__(self) -> tuple[Any, ...]:
        return (Asal, (self._read, *self._asked))

    def __deepcopy__(self, memo: object) -> Asal:
        return self


@dataclass(frozen=True)
class Known:
    """What a frame knows of its print; `kept` is what charts and presenters trace figures by.

    `judul` is the title of its table type, `nama` the column that names a row.
    """

    label: str = ""
    judul: str = ""
    nama: str = ""
    asal: Asal | None = field(default=None, repr=False, compare=False)
    layer: str = "tercetak"
    units: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    total: Tabel | None = field(default=None, repr=False)
    missing: pd.DataFrame | None = field(default=None, repr=False)
    kept: Mapping[Any, Any] = field(default_factory=dict, repr=False)
    baris: frozenset[Any] | None = field(default=None, repr=False)
    """The rows that the total is of; None where it has none."""
    is_absent: bool = False
    """Does its report print no such table?"""

    @property
    def layer_words(self) -> str:
        """That the figures are those after corrections; nothing where none was accepted."""
        is_corrected = self.asal is None or bool(self.asal.laporan.report.corrections)
        return worded(LAYER_WORDS["dipakai"]) if self.layer == "dipakai" and is_corrected else ""


class Tabel(pd.DataFrame):
    """One printed table, tidy: a row for each printed row that is no total, typed columns.

    `total` holds the printed total rows, `missing` the cells without a figure and what they print
    instead, `units` and `titles` a column's unit and its printed heading, `label` where the report
    prints the table. Everything else is a DataFrame.
    """

    _metadata = ["_known"]  # noqa: RUF012  (the name and form are pandas's)
    _known: Known = Known()

    @property
    def _constructor(self) -> type[Tabel]:
        return Tabel

    def __repr__(self) -> str:
        return "\n".join(filter(None, (self._absence, repr(in_digits.shown(self)))))

    def _repr_html_(self) -> str | None:
        frame: Any = in_digits.shown(self)
        html = frame._repr_html_()
        return f"<p>{escape(self._absence)}</p>{html}" if html and self._absence else html

    @property
    def _absence(self) -> str:
        """That its report prints no such table: an empty frame would not say why it is empty."""
        known = self._known
        if not known.is_absent or known.asal is None or len(self):
            return ""
        return worded(
            "{agency} {year} tidak memuat tabel ini: {title}.",
            agency=known.asal.laporan.instansi,
            year=known.asal.laporan.tahun,
            title=known.judul,
        )

    def __getitem__(self, key: Any) -> Any:
        """As of any frame. Raises: KeyError with the column that was meant, for a name."""
        if isinstance(key, str) and key not in self.columns:
            having(self, [key])
        return super().__getitem__(key)

    def __getattr__(self, name: str) -> Any:  # type: ignore[misc]
        """As of any frame. Raises: AttributeError with the column that was meant, if one was."""
        try:
            return super().__getattr__(name)
        except AttributeError:
            if name.startswith("_") or not (meant := closest(name, map(str, self.columns))):
                raise
        raise AttributeError(f"{type(self).__name__}.{name}: {meant}")

    def groupby(self, by: Any = None, *args: Any, **named: Any) -> Any:
        """As of any frame; it warns of names in the column that may be one spelled two ways."""
        if isinstance(by, str) and by in self.columns:
            warn_of_spelling(self[by], 2)
        return super().groupby(by, *args, **named)

    @property
    def total(self) -> Tabel:
        """The printed total rows, with the same columns; empty where none is printed.

        Of some of the rows none is printed: that is warned of, and the total is empty.
        """
        known = self._known.total
        if known is None or known.empty:
            return self.iloc[:0] if known is None else known
        if self._known.baris is not None and self._known.baris != frozenset(self.index):
            told = phrase(PARTLY, some=len(self), every=len(self._known.baris))
            warnings.warn(told, stacklevel=2)
            return known.iloc[:0]
        return known

    @property
    def puncak(self) -> Tabel:
        """Only rows that are no part of another (1, not 1.01): a sum counts each figure once."""
        known, rows = self._known, _highest(self.index)
        gone = set(map(str, self.index)) - set(map(str, rows))
        missing = self.missing[~self.missing["baris"].isin(gone)]
        every = None if known.baris is None else frozenset(_highest(known.baris))
        return knowing(self.loc[rows], replace(known, missing=missing, baris=every))

    @property
    def missing(self) -> pd.DataFrame:
        """The cells without a figure: row, column, what is printed there, and its kind."""
        known, rows = self._known.missing, self._known.baris
        if known is None:
            return pd.DataFrame(columns=MISSING, dtype=str)
        gone = {str(row) for row in (rows or frozenset()) - frozenset(self.index)}
        return known[~known["baris"].isin(gone)]

    @property
    def ejaan(self) -> list[tuple[str, str]]:
        """Names in one column that may be one name spelled two ways, each pair once."""
        columns = [self[name] for name in self.columns if pd.api.types.is_string_dtype(self[name])]
        return list(dict.fromkeys(pair for column in columns for pair in near_names(column)))

    @property
    def units(self) -> Mapping[str, str]:
        """The unit of each column that has one; `bersatuan` says that of a new column."""
        told = {name: unit for name, unit in self._known.units.items() if name in self.columns}
        return MappingProxyType(told)

    def bersatuan(self, **satuan: str) -> Tabel:
        """The same frame, its columns with these units: `frame.bersatuan(sisa="rupiah")`.

        Raises: KeyError for a name that is no column.
        """
        having(self, satuan)
        return knowing(self.copy(), replace(self._known, units={**self._known.units, **satuan}))

    @property
    def titles(self) -> dict[str, str]:
        """The printed heading of each column."""
        return {name: title for name, title in self._known.titles.items() if name in self.columns}

    @property
    def label(self) -> str:
        """Where the report prints the table, for a source line."""
        return self._known.label

    @property
    def judul(self) -> Any:
        """What the table is about; of a table with a column of this name, that column."""
        return self["judul"] if "judul" in self.columns else self._known.judul

    @property
    def layer(self) -> str:
        """`tercetak` (as printed) or `dipakai` (with accepted corrections)."""
        return self._known.layer

    @property
    def sumber(self) -> Any:
        """Where the table was printed, for a source line: its label, the document, the layer.

        Of a table with a column of this name, that column.
        """
        if "sumber" in self.columns:
            return self["sumber"]
        asal = self._known.asal
        document = asal.laporan.report.dokumen if asal and self.label else ""
        return ", ".join(filter(None, (self.label, document, self._known.layer_words)))

    @property
    def frame(self) -> pd.DataFrame:
        """The same rows as a plain DataFrame that knows nothing of the print."""
        return pd.DataFrame(self)

    def cell(self, row: Any, column: str) -> Address:
        """The address of the printed cell behind a figure.

        Raises: KeyError where the figure was computed.
        """
        address: Address = self._known.kept.get("sel", {})[row, column]
        return address

    def traced(self) -> pd.DataFrame:
        """A plain DataFrame whose `attrs` lead each figure to its cell, as charts want it."""
        frame = pd.DataFrame(self)
        frame.attrs = dict(self._known.kept)
        return frame


def _highest(rows: Iterable[Any]) -> list[Any]:
    """The keys of rows that are no part of another of them, in their order."""
    keys = list(rows)
    highest = frozenset(top(list(map(str, keys))))
    return [key for key in keys if str(key) in highest]


def knowing(frame: pd.DataFrame, known: Known) -> Tabel:
    """The frame as a `Tabel` that knows this; nothing of it stays in `attrs`."""
    table = Tabel(frame)
    table.attrs = {}
    table._known = known
    return table


def as_table(frame: pd.DataFrame) -> Tabel:
    """Any frame as a table; one that comes from no report knows nothing of a print."""
    return frame if isinstance(frame, Tabel) else knowing(frame, Known())


def owned(table: Tabel, asal: Asal) -> Tabel:
    """The table as one of a report, which a presenter asks for findings and cells."""
    total = table._known.total
    mine = None if total is None else knowing(total, replace(total._known, asal=asal))
    return knowing(table, replace(table._known, asal=asal, total=mine))


def having(frame: pd.DataFrame, names: Iterable[str]) -> None:
    """See that a frame has these columns.

    Raises: KeyError that says what it has, and which of them was meant.
    """
    columns = list(map(str, frame.columns))
    for name in names:
        if name not in columns:
            raise KeyError(f'kolom "{name}" tidak ada. {nearest(name, columns)}')
