"""The compiled schema accepts nothing that the library refuses which names each error."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lkjip_analysis.errors import InputError
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.conforming import conforms

HOME = Path(__file__).resolve().parents[1]
SCHEMA = "laporan.schema.json"
REPORTS = sorted(
    path
    for place in ("data/raw", "tests/contoh/raw", "tests/laporan_lain/raw")
    for path in (HOME / place).glob("*/*/laporan.yaml")
)
TYPES = sorted((HOME / "lkjip_analysis" / "schemas").glob("*.yaml"))


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


def schema_of(path: Path) -> str:
    return SCHEMA if path.name == "laporan.yaml" else "tabel.schema.json"


@pytest.mark.parametrize("path", [*REPORTS, *TYPES], ids=lambda path: "-".join(path.parts[-3:]))
def test_a_document_is_accepted_where_the_library_finds_no_error(path: Path) -> None:
    schema = yamltext.SCHEMAS / schema_of(path)
    full = Draft202012Validator(json.loads(schema.read_text("utf-8")))
    data = yamltext.read(path, path.name, schema.name).data
    assert conforms(schema, data)
    chance = random.Random(str(path.relative_to(HOME)))
    told = [spoiled(data, chance) for _ in range(60)]
    accepted = [changed for changed in told if conforms(schema, changed)]
    assert all(full.is_valid(changed) for changed in accepted)
    assert len(told) - len(accepted) > 5


@pytest.mark.parametrize(
    ("asked", "good", "wrong"),
    [
        ({"uniqueItems": True}, ["a", "b"], ["a", "a"]),
        ({"minItems": 2}, ["a", "b"], ["a"]),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, ["a"], {"a": "b"}),
        ({"propertyNames": {"pattern": "^[a-z]+$"}}, {"a": "b"}, {"A": "b"}),
        ({"additionalProperties": {"type": "string"}}, {"a": "b"}, {"a": ["b"]}),
        ({"$ref": "#/$defs/kata", "$defs": {"kata": {"enum": ["ya"]}}}, "ya", ["ya"]),
    ],
)
def test_each_word_of_a_schema_is_asked(
    tmp_path: Path, asked: dict[str, Any], good: Any, wrong: Any
) -> None:
    path = tmp_path / "contoh.schema.json"
    path.write_text(json.dumps(asked), "utf-8")
    assert conforms(path, good) and not conforms(path, wrong)


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
    for _ in range(100):
        yamltext.read(good, "laporan.yaml", SCHEMA)
    assert told() == first and "tahum" in first
