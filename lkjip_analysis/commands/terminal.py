"""All that commands write to a terminal: no name in it can move the cursor, recolour, or turn the
text around. Names come from folders, files, sheets, headings and data, which anybody may write.
"""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

import typer
from typer.core import TyperGroup

from lkjip_analysis.commands.damaged import damage
from lkjip_analysis.commands.help_language import choose, foreign, tell
from lkjip_analysis.commands.plain_words import take_plainly
from lkjip_analysis.errors import InputError, Problem, check_letters, reason, used_up, visible
from lkjip_analysis.language import phrase

WIDEST = 100
"""Columns beyond which a line is hard to read."""

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
"""What the system answers where nothing more can be written."""


def say(text: object, err: bool = False, prose: bool = False) -> None:
    """Lines for the reader, on the standard output or as a message; in a terminal `prose` goes
    on in further lines, broken between words and under the first."""
    told = visible(str(text))
    if prose and (sys.stderr if err else sys.stdout).isatty():
        width = min(get_terminal_size().columns, WIDEST)
        told = "\n".join(in_lines(line, width) for line in told.split("\n"))
    typer.echo(told, err=err)


def in_lines(text: str, width: int) -> str:
    """A line in lines of this width; no word, path or figure is broken.

    >>> print(in_lines("    satu dua tiga empat", 13))
        satu dua
        tiga
        empat
    """
    if len(text) <= width:
        return text
    indent = " " * (len(text) - len(text.lstrip()))
    item = "  " if text.lstrip().startswith("- ") else ""
    return "\n".join(between_words(text, width, "", indent + item)) or text


def between_words(text: str, width: int, first: str, rest: str) -> list[str]:
    """A text in lines of this width, with what stands before the first and before the others."""
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def tell_json(told: object, file: str, *keys: str) -> None:
    """What another program reads: on the standard output for -, else into a file.

    A file there without these keys was written by somebody else, and is kept.

    Raises: InputError where the place cannot be written.
    """
    text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    if file != "-":
        from lkjip_analysis.writing import write_json

        write_json(Path(file), text, *keys)
        return
    sys.stdout.buffer.write(escaped(text).encode("utf-8"))
    sys.stdout.flush()


def escaped(text: str) -> str:
    """JSON whose texts say by \\u and digits what a terminal would obey; it means the same.

    >>> escaped('"a\\x9bb"')
    '"a\\\\u009bb"'
    """
    return "".join(sign if sign.isprintable() or sign == "\n" else _digits(sign) for sign in text)


def _digits(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)


class Commands(TyperGroup):
    """The commands; what is wrong with a command line is shown as everything else is."""

    def make_context(self, info_name: str | None, args: list[str], *told: Any, **more: Any) -> Any:
        choose(args)
        tell(self)
        _check_letters(args)
        try:
            return super().make_context(info_name, args, *told, **more)
        except Exception as error:
            _clean(error)
            raise

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        take_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            take_plainly(command.get_params(ctx))
        return name, command, rest

    def invoke(self, *told: Any, **more: Any) -> Any:
        try:
            return super().invoke(*told, **more)
        except typer.Exit:  # what is wrong has been told
            raise
        except Exception as error:
            missing = _no_room() if _is_full(error) else used_up(error)
            if missing is not None:
                say(InputError([missing]), err=True)
                raise typer.Exit(2) from error
            place = _place_of(error)
            if place is not None:
                say(damage(place) or InputError([_out_of_reach(place)]), err=True)
                raise typer.Exit(2) from error
            _clean(error)
            raise


def _check_letters(words: Sequence[str]) -> None:
    """Raises: typer.Exit for a word that no file could hold, once it has been told."""
    try:
        for word in words:
            check_letters(word)
    except InputError as error:
        say(error, err=True)
        raise typer.Exit(2) from error


def _place_of(error: Exception) -> OSError | None:
    """The error of the system that names a place, or hides behind one of pathlib."""
    if isinstance(error, RuntimeError) and isinstance(error.__context__, OSError):
        error = error.__context__
    return error if isinstance(error, OSError) and error.filename is not None else None


def _is_full(error: Exception) -> bool:
    """Did the system find no room, or no folder, for the files that a workbook is made of?

    lxml, which writes their parts, tells it by an error of its own.
    """
    nowhere = isinstance(error, FileNotFoundError) and error.filename is None
    full = getattr(error, "errno", None) in FULL and getattr(error, "filename", None) is None
    return nowhere or full or type(error).__name__ == "SerialisationError"


def _no_room() -> Problem:
    return Problem(
        "TMPDIR",
        "no room for the files that are needed on the way",
        "room on the disk and in the folder of temporary files",
        "Make room, or name another folder in TMPDIR, and start again.",
    )


def _out_of_reach(error: OSError) -> Problem:
    """A place that a command could not look at: its name is too long, it went while it was read."""
    return Problem(
        str(error.filename),
        phrase("a place that cannot be used ({reason})", reason=reason(error)),
        "a place that can be read, and written where the command writes",
        "Look whether it is still there, and whether its name is short enough.",
    )


def _clean(error: Exception) -> None:
    for name in ("message", "option_name"):
        if isinstance(text := getattr(error, name, None), str):
            setattr(error, name, visible(text))
    if hasattr(error, "ctx") and type(error).__name__ != "NoArgsIsHelpError":  # that shows the help
        error.show = partial(_show, error)  # type: ignore[attr-defined]


def _show(error: Any, file: Any = None) -> None:
    """A mistake in the command line: how the command is used, and what is wrong."""
    context = error.ctx
    if context is not None:
        hint = phrase("Try '{command} --help' for help.", command=context.command_path)
        say(f"{context.get_usage()}\n{hint}\n", err=True)
    say(phrase("Error: {message}", message=foreign(error.format_message())), err=True)
