"""The compiled schema, used for many reports, accepts nothing that the full one refuses."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lkjip_analysis.errors import InputError
from lkjip_analysis.report import yamltext

HOME = Path(__file__).resolve().parents[1]
SCHEMA = "laporan.schema.json"
REPORTS = sorted(
    path
    for place in ("data/raw", "tests/contoh/raw", "tests/laporan_lain/raw")
    for path in (HOME / place).glob("*/*/laporan.yaml")
)


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every entry of a document, as what holds it and its key or position."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


def spoiled(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same document with one entry as somebody in a hurry may leave it."""
    data = copy.deepcopy(data)
    holder, key = chance.choice(list(places(data)))
    way = chance.randrange(5)
    if way == 0:
        del holder[key]
    elif way == 1 and isinstance(holder, dict):
        holder["tambahan"] = "x"
    elif way == 2:
        holder[key] = [holder[key]]
    else:
        holder[key] = chance.choice(
            ["", " ", "x", "2021\n", "-1", "1,5", "a b", {}, [], {"a": "b"}]
        )
    return data


ODD = ["", " ", "x", "2021\n", "-1", "1,5", "a b", {}, [], {"a": "b"}]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parts[-3])
def test_what_the_compiled_schema_accepts_the_full_one_accepts(path: Path) -> None:
    data = yamltext.read(path, path.name, SCHEMA).data
    compiled, full = yamltext._compiled(SCHEMA), yamltext._validator(SCHEMA)
    compiled(data)
    chance = random.Random(str(path.relative_to(HOME)))
    refused = 0
    for _ in range(60):
        changed = spoiled(data, chance)
        try:
            compiled(changed)
        except yamltext.JsonSchemaValueException:
            refused += 1
        else:
            assert full.is_valid(changed), changed
    assert refused > 5


def test_a_fault_in_the_hundredth_file_is_told_like_one_in_the_first(tmp_path: Path) -> None:
    good, wrong = tmp_path / "good.yaml", tmp_path / "wrong.yaml"
    text = REPORTS[0].read_text("utf-8")
    good.write_text(text, "utf-8")
    wrong.write_text(text.replace("tahun:", "tahum:", 1), "utf-8")

    def told() -> str:
        with pytest.raises(InputError) as caught:
            yamltext.read(wrong, "laporan.yaml", SCHEMA)
        return str(caught.value)

    first = told()
    for _ in range(yamltext.COMPILED_AFTER + 1):
        yamltext.read(good, "laporan.yaml", SCHEMA)
    assert told() == first and "tahum" in first
