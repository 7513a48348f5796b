"""A word that tables write in two ways is told once for its row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from proposals import HEAD, examined

ROWS = {"{} jalan kabupaten yang mantap": "81,00 | 80,00", "Rasio rumah {} huni": "92,00 | 91,00"}


def report(words: Sequence[tuple[str, str]]) -> str:
    """Tables of the same two indicators, each with the words that it writes in their names."""
    text = HEAD
    for number, written in enumerate(words, 1):
        title = f"Pengukuran Kinerja {'ABCDE'[number]}"
        text += (f"\nTabel 3.{number} {title}\n\n| No | Indikator Kinerja "
                 "| Target | Realisasi |\n|---|---|---|---|\n")  # fmt: skip
        for place, (name, figures) in enumerate(ROWS.items(), 1):
            text += f"| {place} | {name.format(written[place - 1])} | {figures} |\n"
    return text


RIGHT = ("Persentase panjang", "layak")
TURNED = ("Persentase panjnag", "layak")


@pytest.mark.parametrize(("words", "count"), [
    ([RIGHT, RIGHT, RIGHT, RIGHT], 0),
    ([RIGHT, TURNED, RIGHT, TURNED], 1),  # four pairs of tables print the two
    ([RIGHT, TURNED, ("Persentase panjang", "laykk"), RIGHT], 2),
])  # fmt: skip
def test_each_word_is_told_once(
    words: Sequence[tuple[str, str]], count: int, tmp_path: Path
) -> None:
    found, _ = examined(report(words), tmp_path)
    assert [finding["kind"] for finding in found] == ["dugaan"] * count
