"""Codes of region and of fields of government, as a report declares them, held to what is known.

A code that is not known is a remark to whoever fills the folder in, never a finding: regions are
divided and classifications change, and of districts only the province is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lkjip_analysis.language import phrase
from lkjip_analysis.report.yamltext import standard

CLASSIFIED = ("1", "2", "3")
"""The groups of fields whose codes are all known: those of the offices that support are not."""

SUPPORTING = "01"
"""The programme that supports an office, within any field."""
GOVERNMENT = re.compile(r" (kabupaten kota|kabupaten|kota|provinsi)$")


@dataclass(frozen=True)
class Codes:
    """The code of the region (33 or 33.16) and of the fields (2.17) of an agency."""

    wilayah: str = ""
    urusan: tuple[str, ...] = ()

    def described(self) -> dict[str, Any]:
        """The codes with what they stand for, as far as that is known; nothing where none is."""
        told: dict[str, Any] = {}
        if self.wilayah:
            province = provinces().get(self.wilayah[:2], "")
            told["wilayah"] = {"kode": self.wilayah, "provinsi": province}
        if self.urusan:
            told["urusan"] = [{"kode": c, "nama": fields().get(c, "")} for c in self.urusan]
        return told


def codes_of(entries: Mapping[str, Any]) -> Codes:
    """The codes that the entry `kode` of laporan.yaml declares."""
    return Codes(entries.get("wilayah", ""), tuple(entries.get("urusan", ())))


def remarks(codes: Codes, government: str) -> Iterator[str]:
    """What does not agree with the codes that are known."""
    own = provinces().get(codes.wilayah[:2], "")
    if codes.wilayah and not own:
        yield phrase(
            'kode.wilayah "{kode}" tidak dimulai dengan kode provinsi yang dikenal; periksa.',
            kode=codes.wilayah,
        )
    named = _province_in(government)
    if own and named and named != own:
        yield phrase(
            'kode.wilayah "{kode}" adalah kode {own}, padahal pemerintah "{government}"; periksa.',
            kode=codes.wilayah,
            own=own,
            government=government,
        )
    for code in codes.urusan:
        if code.startswith(CLASSIFIED) and code not in fields():
            yield phrase('kode.urusan "{kode}" bukan kode bidang urusan; periksa.', kode=code)


def _province_in(government: str) -> str:
    """The province that is the government itself; nothing for a district or an unknown name."""
    words = " ".join(government.casefold().split()).removeprefix("pemerintah ")
    if not words.startswith("provinsi "):
        return ""
    names = {name.casefold(): name for name in provinces().values()}
    return names.get(words.removeprefix("provinsi "), "")


def programme_code(name: str, urusan: Iterable[str]) -> str:
    """The code of a programme of this name; nothing where none, or more than one, is known.

    The programme that supports an office has the same name in every field: its code is known where
    the report declares one field.

    >>> programme_code("PROGRAM PENGEMBANGAN UMKM", ())
    '2.17.08'
    >>> programme_code("Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", ("2.17",))
    '2.17.01'
    """
    code = _codes_by_name().get(_called(name), "")
    if code != SUPPORTING:
        return code
    declared = list(urusan)
    return f"{declared[0]}.{code}" if len(declared) == 1 else ""


def _called(name: str) -> str:
    words = " ".join(re.findall(r"[^\W_]+", name.casefold())).removeprefix("program ")
    return GOVERNMENT.sub("", words)


@cache
def _codes_by_name() -> Mapping[str, str]:
    names: Mapping[str, str] = standard("kode")["program"]["nama"]
    return {_called(name): code for code, name in names.items()}


def provinces() -> Mapping[str, str]:
    told: Mapping[str, str] = standard("kode")["wilayah"]["provinsi"]
    return told


def fields() -> Mapping[str, str]:
    told: Mapping[str, str] = standard("kode")["urusan"]["bidang"]
    return told
