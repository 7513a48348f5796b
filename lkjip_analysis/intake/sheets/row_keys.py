"""Row keys for tables that print none: the same name has the same key in every table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lkjip_analysis.intake.document.name_levels import coded
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.report.row_names import (
    begins_as_total,
    counts_something,
    is_mean_name,
    is_total_name,
    plain_name,
    total_of_all,
)
from lkjip_analysis.report.schema import TableType

WORDS, LETTERS = 4, 40
"""Of a name so much is its key: enough to tell rows apart and short enough to type in a rule."""
SUM, MEAN = "jumlah", "rerata"
"""The keys of rows that sum others up, where the type of the table gives them none."""
EMPTY_WORDS = frozenset({
    "program", "persentase", "prosentase", "presentase", "jumlah", "yang", "dan", "di", "ke",
    "dari", "untuk", "pada", "atau",
    "nilai", "tingkat", "meningkatnya", "kegiatan", "kabupaten", "kota", "dengan",
})  # fmt: skip


@dataclass
class Keys:
    """The keys given so far: by the name of the row, and the sasaran in their order."""

    by_name: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    """The keys that rows with a name have, to be asked whether one is given already."""
    sasaran: dict[str, int] = field(default_factory=dict)
    last: int = 0
    """The number of the last sasaran."""

    def with_keys(self, kind: TableType, rows: Sequence[Row]) -> list[Row]:
        """The rows with a key each: the one that is printed or typed, or a new one."""
        taken = {row.texts.get(kind.kunci, "") for row in rows} | {*kind.total}
        keyed: list[Row] = []
        tried: dict[str, int] = {}
        group = ""
        rows = [replace(row, texts=_summary_named(kind, row.texts)) for row in rows]
        whole = _whole(kind, rows)
        is_total = False  # or stands behind it, where a total of other things does
        for row in rows:
            is_total |= row is whole
            texts = row.texts
            group = self._group(texts.get("sasaran", "")) or group
            key = texts.get(kind.kunci, "")
            if not key and row is whole:
                key = kind.total[0]
            if not key and (word := summary_of(kind, texts)):
                key = free(word, taken)
            if not key and is_total and begins_as_total(texts.get(kind.nama_baris, "")):
                key = free(SUM, taken)
            if not key:
                key = self._key(texts.get(kind.nama_baris, ""), group, taken, tried)
            taken.add(key)
            name = plain_name(texts.get(kind.nama_baris, ""))
            if name and key not in kind.total:
                self.named.add(self.by_name.setdefault(name, key))
            keyed.append(replace(row, texts={**texts, kind.kunci: key}))
        return _in_levels(kind, rows, keyed)

    def _group(self, sasaran: str) -> str:
        """The number of a sasaran, in the order in which the workbook names them."""
        name = plain_name(sasaran)
        if not name:
            return ""
        if name not in self.sasaran:
            self.last += 1
            self.sasaran[name] = self.last
        return str(self.sasaran[name])

    def _key(self, text: str, group: str, taken: set[str], tried: dict[str, int]) -> str:
        """The key of a name; `tried` holds how far the numbers behind the same words are taken."""
        known = self.by_name.get(plain_name(text), "")
        if known and known not in taken:
            return known
        stem = f"{group}.{slug(text)}" if group else slug(text)
        numbers = range(tried.get(stem, 1), len(taken) + len(self.named) + 2)
        numbered = ((number, f"{stem}_{number}" if number > 1 else stem) for number in numbers)
        tried[stem], key = next(
            (number, key) for number, key in numbered if key not in taken and key not in self.named
        )
        return key


def _in_levels(kind: TableType, rows: Sequence[Row], keyed: Sequence[Row]) -> list[Row]:
    """The rows with keys that tell parts from wholes, where not all are typed and the names do."""
    if not kind.total:
        return list(keyed)
    both = [
        (before.texts.get(kind.kunci, ""), row)
        for before, row in zip(rows, keyed, strict=True)
        if row.texts[kind.kunci] not in kind.total
    ]
    names = [row.texts.get(kind.nama_baris, "") for _, row in both]
    keys = coded([code for code, _ in both], [row.texts[kind.kunci] for _, row in both], names)
    made = {row.number: key for (_, row), key in zip(both, keys, strict=True)}
    return [
        replace(row, texts={**row.texts, kind.kunci: made.get(row.number, row.texts[kind.kunci])})
        for row in keyed
    ]


def known_keys(names: Mapping[str, str], sasaran: Sequence[str]) -> Keys:
    """Keys of rows that are declared (key -> name), and the sasaran in their order."""
    by_name = {plain_name(name): key for key, name in names.items()}
    numbers = {plain_name(name): number for number, name in [*enumerate(sasaran, 1)][::-1]}
    return Keys(by_name, {*by_name.values()}, numbers, len(sasaran))


def slug(text: str) -> str:
    """A short key from the words of a name.

    >>> slug("1. Program Penilaian Kesehatan KSP/USP")
    'penilaian_kesehatan_ksp_usp'
    """
    ascii_text = unicodedata.normalize("NFKD", plain_name(text)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_text)
    telling = [word for word in words if word not in EMPTY_WORDS] or words
    return "_".join(telling[:WORDS])[:LETTERS] or "baris"


def summary_of(kind: TableType, texts: Mapping[str, str]) -> str:
    """The word of a row without a key that is the mean of others, or their total or subtotal."""
    return "" if texts.get(kind.kunci) else summary_word(kind, texts)


def summary_word(kind: TableType, texts: Mapping[str, str]) -> str:
    """The same of a row, whatever its key."""
    words = [name for name, column in kind.columns.items()
             if name != kind.kunci and not column.is_number]  # fmt: skip
    told = [texts[name] for name in words if texts.get(name)]
    if any(map(is_mean_name, told)):
        return MEAN
    if not any(map(is_total_name, told)):
        return ""
    return "" if _is_item(kind, texts) else SUM


def _is_item(kind: TableType, texts: Mapping[str, str]) -> bool:
    """Is it an item of a list that is called "Jumlah pegawai"? An indicator, or numbered."""
    of_indicators = kind.nama_baris == "indikator"
    listed = of_indicators or texts.get("satuan") or re.search(r"\d", texts.get("no", ""))
    return bool(listed) and counts_something(texts.get(kind.nama_baris, ""))


def without_label_for_key(kind: TableType, row: Row) -> Row:
    """A row whose label, "JUMLAH" merged over code and name, stands under the codes: under names.

    It would be taken for a code that somebody typed.
    """
    label = row.texts.get(kind.kunci, "")
    is_label = begins_as_total(label) or is_mean_name(label)
    if not is_label or row.texts.get(kind.nama_baris):
        return row
    return replace(row, texts={**row.texts, kind.kunci: "", kind.nama_baris: label})


def free(stem: str, taken: set[str]) -> str:
    """A key that no row has yet: rerata, rerata_2."""
    keys = (stem if i == 1 else f"{stem}_{i}" for i in range(1, len(taken) + 2))
    return next(key for key in keys if key not in taken)


def _summary_named(kind: TableType, texts: dict[str, str]) -> dict[str, str]:
    """A mean or total whose label stands in another column (merged across) is named in its own."""
    if texts.get(kind.nama_baris):
        return texts
    told = [name for name, text in texts.items()
            if text and name != kind.kunci and not kind.columns[name].is_number]  # fmt: skip
    totals = [name for name in told if kind.total and begins_as_total(texts[name])]
    place = next(iter(totals or (told if summary_of(kind, texts) else ())), "")
    return {**texts, place: "", kind.nama_baris: texts[place]} if place else texts


def _whole(kind: TableType, rows: Sequence[Row]) -> Row | None:
    """The row that is the total of all, in a table that has one."""
    told = [row for row in rows if summary_of(kind, row.texts) != MEAN] if kind.total else []
    names = [row.texts.get(kind.nama_baris, "") for row in told]
    totals = [
        not row.texts.get(kind.kunci)
        and (is_total_name(name) or (row is told[-1] and begins_as_total(name)))
        for row, name in zip(told, names, strict=True)
    ]
    place = total_of_all(names, totals)
    return None if place is None else told[place]
