"""Is a document as its JSON Schema allows: yes or no, and quickly.

Every file of a report is held to a schema, and nearly all are right: the compiled schema says so.
It tells no place of an error (its code is a third then, and a process 10 MiB smaller), and knows
drafts up to 7 only, where what our schemas use means the same; what it refuses is asked of the
library that names each error, whose import takes as long as compiling does.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fastjsonschema import JsonSchemaValueException
from fastjsonschema import compile as compile_schema

DRAFT = "http://json-schema.org/draft-07/schema#"


def conforms(schema: Path, data: Any) -> bool:
    """Is the data as the schema in this file allows? A no is to be asked again, a yes is sure."""
    try:
        _compiled(schema)(data)
    except JsonSchemaValueException:
        return False
    return True


@cache
def _compiled(schema: Path) -> Callable[[Any], object]:
    told = json.loads(schema.read_text(encoding="utf-8"))
    return compile_schema({**told, "$schema": DRAFT}, detailed_exceptions=False)
