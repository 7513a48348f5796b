"""The one writer of laporan.yaml and of a table type's file: entries in, lines of text out.

Sections stand in blocks with a comment that explains them; what is one thing, a rule, a band, a
column, stands on one line. A text may carry the place it comes from, and then its line does too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.report.yamltext import is_odd

PLAIN = re.compile(r"[A-Za-z0-9(][\w .()/%+-]*(?<! )")
BLOCKS = 3
"""So deep stand entries below one another; further in, a mapping is one thing on one line."""
COMMENTS = {
    "kebijakan": "Bagaimana laporan ini menghitung capaian.",
    "skala": "Skala persis seperti dicetak, termasuk celahnya.",
    "sasaran": "Sasaran strategis menurut kodenya.",
    "indikator": "arah: naik (makin besar makin baik) atau turun; rumus: R/T, (2T-R)/T atau T/R.",
    "tabel": "Tabel menurut berkasnya: nomor cetak, letak, dan bagaimana disalin.",
    "aturan": "Hubungan antar-tabel. tercetak: dinyatakan laporan; tafsir: menurut pembaca; "
    "usulan: ditemukan program, belum disahkan.",
    "ditolak": "Yang ditolak orang: hubungan tidak dipakai, temuan tidak dilaporkan.",
}


@dataclass(frozen=True)
class Told:
    """A text, and the place (the cell of a workbook) where somebody wrote it."""

    text: str
    place: str = ""

    def __str__(self) -> str:
        return self.text


def declared(head: str, document: Mapping[str, Any]) -> str:
    """The file as text, under a comment that says where it comes from."""
    return "".join(f"{line}\n" for line in declared_lines(head, document))


def declared_lines(head: str, document: Mapping[str, Any]) -> list[Told]:
    """The lines of the file, each with the place it comes from."""
    found = [Told(f"# {head}")] if head else []
    for name, value in document.items():
        if name in COMMENTS:
            found += [Told(""), Told(f"# {COMMENTS[name]}")]
        found += _entry(0, name, value)
    return found


def quoted(text: str) -> str:
    """A text as YAML: plain where it is plain, else between quotes.

    >>> quoted("Dinas Contoh"), quoted("a: b")
    ('Dinas Contoh', '"a: b"')
    """
    return text if PLAIN.fullmatch(text) else json.dumps(_readable(text), ensure_ascii=False)


def _readable(text: str) -> str:
    """A text without the signs that no entry may have, as documents hide them in their names.

    A document would else be refused for a line of a file that nobody wrote.

    >>> _readable("Tabel\\u20093.1 \\u202eRealisasi\\uf0b7")
    'Tabel 3.1 Realisasi'
    """
    if text.isprintable():
        return text
    seen = (sign for sign in text if sign.isspace() or not is_odd(sign))
    return "".join(" " if is_odd(sign) else sign for sign in seen)


def _entry(depth: int, name: str, value: Any) -> Iterator[Told]:
    start, place = f"{'  ' * depth}{quoted(name)}:", _place(value)
    if isinstance(value, Mapping) and value and depth < BLOCKS:
        yield Told(start, place)
        for inner, told in value.items():
            yield from _entry(depth + 1, inner, told)
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        yield Told(start, place)
        yield from (Told(f"{'  ' * depth}  - {_value(one)}", _place(one)) for one in value)
    else:
        yield Told(f"{start} {_value(value)}", place)


def _value(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(n)}: {_value(one)}" for n, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return quoted(str(value))


def _place(value: Any) -> str:
    """Where the first text of a value comes from."""
    while isinstance(value, Mapping | list) and value:
        value = next(iter(value.values() if isinstance(value, Mapping) else value))
    return value.place if isinstance(value, Told) else ""


def added(text: str, section: str, name: str, entry: Mapping[str, Any]) -> str | None:
    """The text of a file with one more entry in a section of its own, all else as it stands.

    None where the section stands on one line, so that nothing can be put below it.
    """
    lines = text.splitlines(keepends=True)
    new = [f"{line}\n" for line in _entry(1, name, entry)]
    heads = [i for i, line in enumerate(lines) if re.match(rf"{section}\s*:", line)]
    if not heads:
        ended = text if text.endswith("\n") or not text else f"{text}\n"
        return f"{ended}\n{section}:\n{''.join(new)}"
    if not re.fullmatch(rf"{section}\s*:\s*(#.*)?\s*", lines[heads[0]]):
        return None
    after = heads[0] + 1
    return "".join([*lines[:after], *new, *lines[after:]])
