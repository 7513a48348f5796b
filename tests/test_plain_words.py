"""Words of a command line that are taken without pydantic mean what they mean with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from lkjip_analysis.commands.cli import app
from lkjip_analysis.commands.plain_words import take_plainly

ODD = [
    "",
    " ",
    "-",
    "--",
    "a",
    "é",
    "2021",
    " 2021",
    "-1",
    "+5",
    "1_000",
    "007",
    "²",
    "9" * 30,
    "0",
]
ODD += [
    "1.0",
    "true",
    ".",
    "..",
    "/",
    "/tidak/ada",
    "/etc/shadow",
    "a//b",
    "~",
    "id",
    "x" * 300,
    "a\0b",
]


def answer(parameter: Any, value: object) -> tuple[str, object]:
    """What a parameter makes of a value, with its type, or the words of its refusal."""
    try:
        made = parameter.get_runtime_param().coerce(value, param=parameter, ctx=None)
    except Exception as error:
        return type(error).__name__, str(error)
    return type(made).__name__, made


def parameters() -> list[Any]:
    group: Any = typer.main.get_command(app)
    return [one for command in (group, *group.commands.values()) for one in command.params]


def test_each_parameter_takes_each_word_as_typer_does() -> None:
    for typers, plain in zip(parameters(), parameters(), strict=True):
        take_plainly([plain])
        is_many = typers.multiple or typers.nargs == -1
        values: list[object] = [None, True, 7, Path("a"), *ODD, [], ["a", "b"], ("1", "2")]
        for value in [[one] for one in ODD] if is_many else values:
            assert answer(plain, value) == answer(typers, value), (typers.name, value)
        if is_many:
            for several in (None, "a", (), ["a", "2021", "."], ("a", 1)):
                assert answer(plain, several) == answer(typers, several), (typers.name, several)


@pytest.mark.parametrize("words", [["list"], ["verify", "dindagkop-ukm-blora", "2020"]])
def test_a_sound_command_line_imports_no_pydantic(words: list[str]) -> None:
    program = (
        f"import sys; sys.argv = {['lkjip', *words]!r}\n"
        "from lkjip_analysis.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "sys.exit('pydantic' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
