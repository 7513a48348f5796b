"""Inputs as large as a report's can be: answered, and within a gigabyte.

That their time grows with their size is held by the tests of each reader (tests/growth.py); the
seconds are told by benchmarks/input_size.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
from input_size import run

MOST_MEMORY = 1024
"""MiB."""


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [("import of a budget", 10_000, 0), ("usul of a budget", 10_000, 0),
     ("usul of an unknown table", 10_000, 0), ("usul of rows in Word", 10_000, 0),
     ("usul of paragraphs", 20_000, 0), ("usul of one paragraph", 1_000, 0),
     ("usul of rows of one name", 5_000, 0), ("verify with one wrong share", 10_000, 1)],
)  # fmt: skip
def test_a_large_input_is_answered_within_a_gigabyte(name: str, size: int, code: int) -> None:
    used = run(name, size)
    assert used.code == code, used.errors
    assert used.peak < MOST_MEMORY, used
