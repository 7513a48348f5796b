"""Columns that count thousands or millions, as their heading or the table's title says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.tables.scaled_differences import scaled_differences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.heading_scale import doubtful, scale_in
from lkjip_analysis.numbers.printed import read_or_none
from lkjip_analysis.report.schema import Column, TableType

MONEY = re.compile(
    r"\b(rp|rupiah|pagu|anggaran|belanja|dana|biaya|apbd|dpa|pendapatan|"
    r"transfer|hibah|subsidi|investasi|modal|pinjaman|kredit|omzet|"
    r"penjualan|pajak|retribusi|kas|piutang|utang|aset|penerimaan|pengeluaran|pembiayaan)\b",
    re.I,
)
PERHAPS = re.compile(r"\b(realisasi|sisa|nilai|alokasi|penyaluran|bantuan)\b", re.I)
"""What may be money or a count."""
COUNTED = re.compile(
    r"\b(volume|vol|fisik|k|kinerja|output|keluaran|outcome|unit|orang|jiwa|paket|buah|sampel|"
    r"dokumen|layanan|pegawai|banyaknya|luas|panjang|berat|produksi|indeks|sakip|bobot|"
    r"peringkat|kurs)\b",
    re.I,
)
"""What a column counts that is no money."""
Told = tuple[str, str]
"""What is said of a whole table, and where it is said."""


@dataclass(frozen=True)
class Scaled:
    """The type with what its columns count in, what there is to say, and what must be asked."""

    kind: TableType
    notes: tuple[str, ...]
    asked: Mapping[str, str]
    """The columns whose figures are too large for the scale that is told, and its word."""


def scaled(
    kind: TableType,
    told: Sequence[Told],
    heads: Mapping[str, str],
    texts: Mapping[str, Sequence[str]],
) -> Scaled:
    """What the columns of a table count in, as its headings and its title tell."""
    found = ((scale_in(text), where) for text, where in told)
    whole, place = next((one for one in found if one[0]), ("", worded("judul tabel")))
    columns, notes, asked = dict(kind.columns), list[str](), dict[str, str]()
    for name, word, source in _told_scales(kind, heads, whole, place):
        if name not in texts:
            continue
        if any(doubtful(word, whole_part) for whole_part in _wholes(texts[name])):
            asked[name] = word
            notes.append(_too_large(name, word, source))
        else:
            columns[name] = replace(columns[name], dalam=word, presisi="bulat")
            notes.append(_counted(name, word, source))
    for name, word in _like_others(columns, asked, texts):
        columns[name] = replace(columns[name], dalam=word, presisi="bulat")
        notes.append(_counted(name, word, worded("selisih kolom-kolomnya")))
    if whole:
        some = bool(asked) or any(column.dalam for column in columns.values())
        undecided = [n for n in _undecided(columns, heads, texts) if n not in asked]
        notes += _of_the_whole(whole, place, some, undecided)
    return Scaled(replace(kind, columns=columns), tuple(notes), asked)


def _told_scales(
    kind: TableType, heads: Mapping[str, str], whole: str, place: str
) -> Iterator[tuple[str, str, str]]:
    """The columns whose heading, or for money the table, tells a scale: name, word and where."""
    for name, column in kind.columns.items():
        heading = heads.get(name, "")
        own = scale_in(heading)
        word = own or (whole if _is_money(column, heading) else "")
        if word and _may_count(column):
            yield name, word, worded("judul kolom") if own else place


def _counted(name: str, word: str, source: str) -> str:
    return worded("{name} dalam {word} menurut {source}", name=name, word=word, source=source)


def _too_large(name: str, word: str, source: str) -> str:
    return worded(
        "{source} {name} menyebut {word}, tetapi angkanya terlalu besar untuk "
        'itu: nyatakan di kolom dalam pada lembar "Kolom baru"',
        source=source,
        name=name,
        word=word,
    )


def _like_others(
    columns: Mapping[str, Column], asked: Collection[str], texts: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    """The columns without a scale that print the difference of two that have one."""
    told = {name: column.dalam for name, column in columns.items() if column.dalam}
    open_ = [n for n, c in columns.items() if _may_count(c) and n not in told and n not in asked]
    return list(scaled_differences(open_, told, texts))


def _of_the_whole(whole: str, place: str, some: bool, undecided: Sequence[str]) -> Iterator[str]:
    """What is said of a scale that is told for a table, and not for which of its columns."""
    if not some:
        yield worded(
            "{place} menyebut {whole}, tetapi tidak jelas kolom mana: periksa",
            place=place,
            whole=whole,
        )
    elif undecided:
        yield worded(
            "{place} menyebut {whole}, tetapi tidak jelas apakah juga untuk {names}: nyatakan "
            'di kolom dalam pada lembar "Kolom baru" bila demikian',
            place=place,
            whole=whole,
            names=", ".join(undecided),
        )


def _undecided(
    columns: Mapping[str, Column], heads: Mapping[str, str], texts: Mapping[str, Sequence[str]]
) -> list[str]:
    """The columns of figures that are neither said to be money nor to count something else."""
    return [
        name
        for name, column in columns.items()
        if _may_count(column)
        and not column.dalam
        and not column.satuan
        and not column.satuan_tercetak
        and not COUNTED.search(heads.get(name, ""))
        and _wholes(texts.get(name, ()))
    ]


def _may_count(column: Column) -> bool:
    return column.is_number and column.satuan not in ("persen", "%")


def _is_money(column: Column, heading: str) -> bool:
    if column.satuan:
        return column.satuan == "rupiah"
    told = f"{heading} {column.name}"
    return bool(MONEY.search(told) or (PERHAPS.search(told) and not COUNTED.search(heading)))


def _wholes(texts: Sequence[str]) -> list[int]:
    found = []
    for figure in map(read_or_none, texts):
        if figure and figure.value is not None and not figure.power:
            found.append(int(figure.value))
    return found
