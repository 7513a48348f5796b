"""Words of a command line that need no library to be understood.

Typer asks pydantic what each word means, and pydantic takes longer to import than a report takes to
be verified. A word that stands for itself, a number or a place is taken here; all else, and every
word that is wrong, goes typer's way, so that values and messages are its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args, get_origin

UNLIKE: Any = object()
"""Told of a word that is not plain."""


def take_plainly(parameters: Iterable[Any]) -> None:
    """Let the parameters of a command take plain words; a typer without pydantic has no need."""
    for parameter in parameters:
        typers = getattr(parameter, "get_runtime_param", None)
        if typers and hasattr(parameter, "type_descriptor") and not isinstance(typers, _Plainly):
            parameter.get_runtime_param = _Plainly(typers)


class _Plainly:
    """What typer makes of a word, asked only of one that is not plain."""

    def __init__(self, typers: Callable[[], Any]) -> None:
        self._typers = typers

    def __call__(self) -> _Plainly:
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value of a parameter; what is wrong with it is raised by typer."""
        is_many = param.multiple or param.nargs == -1
        if value is None:
            return () if is_many else None
        told, taken = param.type_descriptor, UNLIKE
        if not is_many:
            taken = _one(value, told.annotation, told.parameter_info)
        elif get_origin(told.annotation) is list and isinstance(value, list | tuple):
            (of,) = get_args(told.annotation)
            taken = [_one(each, of, told.parameter_info) for each in value]
        is_unlike = taken is UNLIKE or (is_many and UNLIKE in taken)
        return self._typers().coerce(value, param=param, ctx=ctx) if is_unlike else taken


def _one(word: Any, annotation: Any, info: Any) -> Any:
    """A word as a text, a whole number or a place; UNLIKE where typer has more to say of it."""
    if not isinstance(word, str) or "\0" in word:
        return UNLIKE
    if info.parser is not None:
        return _parsed(word, info.parser)
    if annotation is str:
        return word
    if annotation is int and info.min is info.max is None and word.isascii() and word.isdigit():
        return int(word) if len(word) < len(str(2**63)) else UNLIKE
    return Path(word) if annotation is Path and _is_any_place(word, info) else UNLIKE


def _parsed(word: str, parser: Callable[[str], Any]) -> Any:
    try:
        return parser(word)
    except Exception:  # it is raised again on typer's way, which words it
        return UNLIKE


def _is_any_place(word: str, info: Any) -> bool:
    """Is nothing asked of this place but that it can be read where it is there?"""
    is_asked = info.exists or info.resolve_path or info.writable or info.path_type is not None
    is_free = info.file_okay and info.dir_okay and not is_asked
    return is_free and (not os.access(word, os.F_OK) or os.access(word, os.R_OK))
