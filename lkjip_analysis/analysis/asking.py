"""How a measure or chart is asked for, said where it is asked in a way that it does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, cast

import pandas as pd

from lkjip_analysis.errors import nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.metrics.formula import Measure


def takes_columns(measure: Measure) -> Measure:
    """A measure that says what it takes where it is given something else than columns."""
    asks = signature(measure)

    @wraps(measure)
    def asked(*args: Any, **named: Any) -> Any:
        call = called(f"metrics.{measure.__name__}", asks)
        fits(call, asks, args, named)
        for one in (*args, *named.values()):
            if isinstance(one, pd.DataFrame):
                raise TypeError(
                    phrase(
                        '{call} takes columns, as frame["{name}"] is; it was given the whole frame',
                        call=call,
                        name=next(iter(asks.parameters)),
                    )
                )
        in_order(call, asks.bind_partial(*args, **named).arguments)
        try:
            return measure(*args, **named)
        except ValueError as error:
            raise no_figures(call, error) from error

    return cast(Measure, asked)


def no_figures(call: str, error: ValueError) -> Exception:
    """What is wrong where a column of words was given for one of figures; else as it was."""
    said, _, found = str(error).partition(": ")
    if said != "could not convert string to float":
        return error
    return TypeError(phrase("{call} takes figures; {found} is none", call=call, found=found[:40]))


def called(name: str, asks: Signature) -> str:
    """How something is asked for: its name with what must be given and, in brackets, what may."""
    told = [
        one.name if one.default is Parameter.empty else f"[{one.name}]"
        for one in asks.parameters.values()
    ]
    return f"{name}({', '.join(told)})"


def fits(call: str, asks: Signature, args: Sequence[Any], named: Mapping[str, Any]) -> None:
    """See that what was given is what is asked for.

    Raises: TypeError that says how to ask.
    """
    unknown = [name for name in named if name not in asks.parameters]
    if unknown:
        meant = nearest(unknown[0], list(asks.parameters))
        raise TypeError(
            phrase('{call} has no "{name}". {meant}', call=call, name=unknown[0], meant=meant)
        )
    try:
        given = asks.bind_partial(*args, **named).arguments
    except TypeError:
        raise TypeError(phrase("{call} was given more than it takes", call=call)) from None
    for name, one in asks.parameters.items():
        if one.default is Parameter.empty and name not in given:
            raise TypeError(phrase('{call}: "{name}" is missing', call=call, name=name))


def in_order(call: str, given: Mapping[str, Any]) -> None:
    """See that no two columns were given for one another: `serapan(realisasi, pagu)`.

    Raises: TypeError
    """
    names = {name: str(one.name) for name, one in given.items() if isinstance(one, pd.Series)}
    for name, column in names.items():
        if column != name and names.get(column) == name:
            raise TypeError(
                phrase(
                    '{call} was given "{column}" as {name}, and "{name}" as {column}',
                    call=call,
                    column=column,
                    name=name,
                )
            )


def one_scale(skala: Any, nama: str = "") -> list[Band]:
    """The classes of a scale; of all scales of a report (`laporan.skala`) those of one.

    Raises: TypeError where it cannot be told which, or for what is no scale.
    """
    if isinstance(skala, Mapping):
        if not skala:
            return []
        if nama not in skala and len(skala) > 1:
            raise TypeError(
                phrase(
                    'one scale is asked for, as skala["{first}"]; there are {names}',
                    first=next(iter(skala)),
                    names=", ".join(skala),
                )
            )
        skala = skala[nama] if nama in skala else next(iter(skala.values()))
    bands = [] if isinstance(skala, str) else list(skala)
    if isinstance(skala, str) or not all(isinstance(band, Band) for band in bands):
        raise TypeError(
            phrase('no scale: {found}; laporan.skala["capaian"] is one', found=repr(skala)[:60])
        )
    return bands
