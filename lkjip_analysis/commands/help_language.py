"""The command line in the language of the process: its help, and the words of click around it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from enum import Enum
from functools import cache
from gettext import gettext
from itertools import zip_longest
from string import Formatter
from typing import Annotated, Any

import typer

from lkjip_analysis.errors import nearest, wrong_input
from lkjip_analysis.language import LANGUAGES, VARIABLE, language, phrase, speak

OPTION = "--bahasa"

Bahasa = Enum("Bahasa", {name: name for name in LANGUAGES})  # type: ignore[misc]


asked: ContextVar[str | None] = ContextVar("bahasa", default=None)
"""The language that the command line names, for what a command suggests next."""


def _chosen(context: typer.Context, told: Bahasa | None) -> Bahasa | None:
    if told is not None:
        speak(str(told.value))
        context.meta[OPTION] = str(told.value)  # said before the command, it holds in it as well
    asked.set(context.meta.get(OPTION))
    return told


Spoken = Annotated[
    Bahasa | None,
    typer.Option(
        OPTION,
        metavar="|".join(LANGUAGES),
        callback=_chosen,
        expose_value=False,
        help="Language of the terminal: Indonesian (id) or English (en); LKJIP_BAHASA sets it too.",
    ),
]
"""The option of the whole command line; `tell` gives it to every command as well."""


def choose(words: Sequence[str]) -> None:
    """The language that a command line names, wherever: help and mistakes are told before it is
    read. A wrong one is left to click, which says what is allowed.
    """
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        name, sign, value = word.partition("=")
        if word == "--":
            return
        if name == OPTION and (told := value if sign else after) in LANGUAGES:
            speak(told)


def check_variable() -> None:
    """Raises: InputError where the environment names a language that is not spoken."""
    told = os.environ.get(VARIABLE, "").strip()
    if told and told.casefold() != language():
        allowed = ", ".join(LANGUAGES)
        raise wrong_input(VARIABLE, f'"{told}"', allowed, nearest(told, LANGUAGES))


def tell(group: Any) -> None:
    """All help of the commands in the language of the process, and the option in each of them."""
    _speak_gettext()
    option = next(one for one in group.params if OPTION in one.opts)
    for command in group.commands.values():
        command.params = [*command.params, option]
    for command in (group, *group.commands.values()):
        command.context_class = _spoken(command.context_class)
        command.options_metavar = phrase(command.options_metavar)
        command.help = phrase(command.help or "")
        for one in command.params:
            one.metavar = phrase(one.metavar) if one.metavar else None
            one.help = phrase(getattr(one, "help", None) or "")
    group.subcommand_metavar = phrase(group.subcommand_metavar)


def _spoken(context: Any) -> Any:
    """A context whose help begins in the language of the process."""

    class Formatter(context.formatter_class):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or phrase("Usage: "))

        def write_dl(self, rows: Sequence[tuple[str, str]], *told: Any, **more: Any) -> None:
            super().write_dl([(name, phrase(help)) for name, help in rows], *told, **more)

    class Spoken(context):  # type: ignore[misc]
        formatter_class = Formatter

    return Spoken


def _speak_gettext() -> None:
    """What the library asks gettext for, and gettext a file that nobody installed."""
    for name, module in list(sys.modules.items()):
        if name.startswith("typer") and getattr(module, "_", None) is gettext:
            module._ = phrase  # type: ignore[attr-defined]


OF_CLICK = (
    "No such option: {name} (Possible options: {names})",
    "No such option: {name}",
    "No such command {name}.",
    "Missing command.",
    "Missing option {name}.",
    "Missing argument {name}.",
    "Invalid value for {name}: {why}",
    "Option {name} requires an argument.",
    "Option {name} does not take a value.",
    "Got unexpected extra argument(s) ({names})",
    "Value error, {why}",
    "{value} is not one of {names}.",
    "{value} is not a valid integer.",
    "Value {value} is not a valid {kind}.",
    "{value} is not in the range {range}.",
    "Input should be greater than or equal to {low}",
    "Input should be a valid integer, unable to parse string as an integer",
)
"""What click says is wrong, with what it names: it has no other words for it."""


def foreign(text: str) -> str:
    """A sentence of click in the language of the process; as it stands where it is none of them.

    >>> foreign("No such option: --nope")
    'No such option: --nope'
    """
    for template in OF_CLICK:
        if found := _pattern(template).fullmatch(text):
            return phrase(
                template, **{name: foreign(fact) for name, fact in found.groupdict().items()}
            )
    return text


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = Formatter().parse(template)
    return re.compile(
        "".join(
            re.escape(plain) + (f"(?P<{name}>.+?)" if name else "") for plain, name, _, _ in parts
        ),
        re.DOTALL,
    )
