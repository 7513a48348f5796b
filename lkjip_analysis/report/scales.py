"""The scales of laporan.yaml: classes with their edges, as printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lkjip_analysis.errors import Problem
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.report.report import Scale
from lkjip_analysis.report.yamltext import Document

LOWER, UPPER = ("dari", "lebih_dari"), ("sampai", "kurang_dari")


def scale(name: str, entries: Mapping[str, Any]) -> Scale:
    """The scale that these entries describe, its classes in the printed order."""
    bands = tuple(
        Band(
            band["nama"],
            _edge(band, *LOWER),
            _edge(band, *UPPER),
            "lebih_dari" not in band,
            "kurang_dari" not in band,
        )
        for band in entries["pita"]
    )
    dicetak = entries.get("dicetak", "ya") == "ya"
    return Scale(name, entries["sumber"], entries.get("rujukan", ""), bands, dicetak)


def scale_problems(document: Document) -> Iterator[Problem]:
    """Classes that no value can have, or that say one of their ends twice."""
    for name, entries in (document.data.get("skala") or {}).items():
        for place, band in enumerate(entries["pita"]):
            line = document.line("skala", name, "pita", place)
            low, high = _edge(band, *LOWER), _edge(band, *UPPER)
            for ends in (LOWER, UPPER):
                if all(end in band for end in ends):
                    found = phrase(
                        '{ends} in the class "{nama}"',
                        ends=phrase(" and ").join(ends),
                        nama=band["nama"],
                    )
                    remedy = "Keep the one that is printed."
                    yield Problem(
                        document.file,
                        found,
                        phrase("one of {ends}", ends=", ".join(ends)),
                        remedy,
                        line,
                    )
            if low is not None and high is not None and low > high:
                found = phrase(
                    'the class "{nama}" from {low} to {high}', nama=band["nama"], low=low, high=high
                )
                remedy = "Give the smaller end first."
                yield Problem(document.file, found, "a lower and an upper end", remedy, line)


def _edge(band: Mapping[str, str], *names: str) -> Fraction | None:
    return next((Fraction(band[name]) for name in names if name in band), None)
