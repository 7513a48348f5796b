"""Is a document as its JSON Schema allows: yes or no, and quickly.

Every file of a report is held to a schema, and nearly all are right. The library that names each
error takes a tenth of the time of a command to import; it is asked only of a document that is
refused here. Documents hold texts, lists and entries, no numbers (`yamltext`), and the schemas use
what stands in `KEYWORDS`; another keyword is an error, never passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Check = Callable[[Any], bool]
Schema = Mapping[str, Any]
SAID_ONLY = frozenset({"$schema", "$defs", "title", "description", "additionalProperties"})
"""Words of a schema that test nothing, or that `properties` looks at."""
TYPES = {"object": dict, "array": list, "string": str}


@cache
def conforming(path: Path) -> Check:
    """What tells whether a document is as the schema in the file at `path` allows."""
    whole: Schema = json.loads(path.read_text(encoding="utf-8"))
    return _check(whole, whole)


def _check(schema: Schema, whole: Schema) -> Check:
    """All that one part of the `whole` schema asks."""
    if "additionalProperties" in schema:
        schema = {"properties": {}, **schema}
    asked = [KEYWORDS[word](schema, whole) for word in schema if word not in SAID_ONLY]
    if len(asked) == 1:
        return asked[0]
    return lambda data: all(check(data) for check in asked)


def _reference(schema: Schema, whole: Schema) -> Check:
    name = schema["$ref"].removeprefix("#/$defs/")

    @cache
    def named() -> Check:
        return _check(whole["$defs"][name], whole)

    return lambda data: named()(data)


def _type(schema: Schema, whole: Schema) -> Check:
    kind = TYPES[schema["type"]]
    return lambda data: isinstance(data, kind)


def _properties(schema: Schema, whole: Schema) -> Check:
    known = {name: _check(told, whole) for name, told in schema["properties"].items()}
    others = schema.get("additionalProperties", {})
    other: Check = (lambda data: False) if others is False else _check(others, whole)

    def check(data: Any) -> bool:
        if not isinstance(data, dict):
            return True
        return all(known.get(name, other)(value) for name, value in data.items())

    return check


def _property_names(schema: Schema, whole: Schema) -> Check:
    named = _check(schema["propertyNames"], whole)
    return lambda data: not isinstance(data, dict) or all(map(named, data))


def _required(schema: Schema, whole: Schema) -> Check:
    needed = frozenset(schema["required"])
    return lambda data: not isinstance(data, dict) or needed <= data.keys()


def _items(schema: Schema, whole: Schema) -> Check:
    each = _check(schema["items"], whole)
    return lambda data: not isinstance(data, list) or all(map(each, data))


def _least_items(schema: Schema, whole: Schema) -> Check:
    least: int = schema["minItems"]
    return lambda data: not isinstance(data, list) or len(data) >= least


def _unique_items(schema: Schema, whole: Schema) -> Check:
    return lambda data: not isinstance(data, list) or len(set(map(repr, data))) == len(data)


def _pattern(schema: Schema, whole: Schema) -> Check:
    found = re.compile(schema["pattern"]).search
    return lambda data: not isinstance(data, str) or found(data) is not None


def _one_of_words(schema: Schema, whole: Schema) -> Check:
    words: list[Any] = schema["enum"]
    return lambda data: data in words


def _any_of(schema: Schema, whole: Schema) -> Check:
    ways = [_check(way, whole) for way in schema["anyOf"]]
    return lambda data: any(way(data) for way in ways)


KEYWORDS: Mapping[str, Callable[[Schema, Schema], Check]] = {
    "$ref": _reference,
    "type": _type,
    "properties": _properties,
    "propertyNames": _property_names,
    "required": _required,
    "items": _items,
    "minItems": _least_items,
    "uniqueItems": _unique_items,
    "pattern": _pattern,
    "enum": _one_of_words,
    "anyOf": _any_of,
}
