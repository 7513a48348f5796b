"""The screws of a notebook: parameters whose type, choices and limits its own comments declare.

lapis: str = "dipakai"  # pilihan: dipakai, tercetak. Lapis tiap program
ambang: float = 90.0  # 0 sampai 100. Program di bawahnya disebut
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lkjip_analysis.errors import InputError, nearest, wrong_input
from lkjip_analysis.language import phrase

_CHOICES = re.compile(r"pilihan: ([^.]+)")
_LIMITS = re.compile(r"(-?\d+) sampai (-?\d+)\b")
KINDS: Mapping[str, type] = {"int": int, "float": float, "str": str}
WORDS = {"int": "a whole number", "float": "a number", "str": "a word"}


def checked(notebook: str, name: str, text: str, told: Mapping[str, str]) -> Any:
    """The value that `text` gives a parameter; `told` is what papermill reads of it.

    Raises: InputError for a value of another type, or outside what its comment allows.
    """
    kind, helped = _kind(told), told.get("help") or ""
    try:
        value = KINDS[kind](text.replace(",", ".") if kind == "float" else text)
    except ValueError as error:
        raise _refused(
            notebook,
            name,
            text,
            phrase(
                "{words}, a value like {default}",
                words=phrase(WORDS[kind]),
                default=told["default"],
            ),
        ) from error
    if found := _CHOICES.search(helped):
        choices = [one.strip() for one in found[1].split(",")]
        if text not in choices:
            remedy = nearest(text, choices)
            raise _refused(notebook, name, text, phrase(" or ").join(choices), remedy)
    elif (found := _LIMITS.search(helped)) and kind != "str":
        low, high = map(int, found.groups())
        if not low <= value <= high:
            raise _refused(
                notebook, name, text, phrase("a value from {low} to {high}", low=low, high=high)
            )
    return value


def _kind(told: Mapping[str, str]) -> str:
    """The declared type, else that of the default."""
    declared, default = told.get("inferred_type_name") or "", told["default"]
    if declared in KINDS:
        return declared
    return (
        "int"
        if re.fullmatch(r"-?\d+", default)
        else ("float" if re.fullmatch(r"-?\d*\.\d+", default) else "str")
    )


def _refused(
    notebook: str, name: str, text: str, allowed: str, remedy: str = "Correct the value."
) -> InputError:
    return wrong_input(f"{notebook}: {name}", f'"{text}"', allowed, remedy)
