"""Each regular expression of the package on long hostile texts: none takes them apart far more
often than a plain search does that begins anew at each of their letters.

Asked is only what the code asks of it: a search, or a match from the beginning. What a cost is
compared with is measured beside it, so that a busy machine makes both slower.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

import lkjip_analysis
from lkjip_analysis.intake.document.blocks import AT_END, CONTENTS
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.sentences.sentence_figures import TOKEN

LETTERS = 300
MOST = 20
"""So many times the cost of the plain search: what begins anew within each beginning has more."""
AGAIN = ("a", "1", "1.", "a ", "1 ", "- ", "(", "[", "A b ", "1,5 % ", "tahun 2021 ", "sebesar ",
         "dan ", "\n", " ", ". ", "..", "I", "A.", "1/", "a,", ",", "1.000.000,",
         "dari 1 ")  # fmt: skip
TEXTS = tuple(told * (LETTERS // len(told)) + end for told, end in product(AGAIN, ("", "#", "a")))
CUT: dict[re.Pattern[str], Callable[[str], str]] = {
    TOKEN: one_line,
    CONTENTS: lambda text: text[-AT_END:],
}
"""What is never asked of a whole text, and what is left of one where it is."""
WAYS = {
    "match": "match",
    "fullmatch": "fullmatch",
    **dict.fromkeys(("search", "sub", "subn", "split", "findall", "finditer"), "finditer"),
}
PLAIN = re.compile(r"\s*=")

Asked = tuple["re.Pattern[str]", str]


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(lkjip_analysis.__path__, "lkjip_analysis."):
        with suppress(ImportError):  # what an extra of pyproject.toml brings
            yield importlib.import_module(found.name)


def _asked(module: ModuleType) -> Iterator[Asked]:
    """The expressions that the code of a module asks something, and what."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        way, of = WAYS.get(call.func.attr), call.func.value
        if way is None or not isinstance(of, ast.Name):
            continue
        if of.id == "re" and call.args and isinstance(call.args[0], ast.Constant):
            flags = [told for told in map(ast.unparse, call.args[2:]) if told in FLAGS]
            if isinstance(call.args[0].value, str):
                yield re.compile(call.args[0].value, FLAGS[flags[0]] if flags else 0), way
        elif isinstance(found := vars(module).get(of.id), re.Pattern):
            yield found, way


FLAGS = {f"re.{name}": flag for name, flag in re.RegexFlag.__members__.items()}


def _cost(pattern: re.Pattern[str], way: str, text: str) -> float:
    """Seconds of the processor; the least of three where other work may be part of it."""

    def once() -> float:
        began = time.thread_time()
        found = getattr(pattern, way)(text)
        if way == "finditer":
            list(found)
        return time.thread_time() - began

    first = once()
    return first if first < 0.0005 and pattern is not PLAIN else min(first, once(), once())


@pytest.fixture(scope="module")
def expressions() -> dict[Asked, str]:
    return {
        asked: module.__name__
        for module in _modules() if module.__file__
        for asked in _asked(module) if isinstance(asked[0].pattern, str)
    }  # fmt: skip


def test_no_expression_takes_a_long_text_apart_again_and_again(
    expressions: dict[Asked, str],
) -> None:
    assert len(expressions) > 500
    blanks = " " * LETTERS
    slow: list[str] = []
    for (pattern, way), module in expressions.items():
        cut = CUT.get(pattern, str)
        costs = {text: _cost(pattern, way, cut(text)) for text in TEXTS}
        text = max(costs, key=lambda one: costs[one])
        times = costs[text] / _cost(PLAIN, "finditer", blanks)
        if times > MOST:
            slow.append(f"{times:.0f} {module} {way} {text[:12]!r} {pattern.pattern[:200]!r}")
    assert not slow, "\n".join(slow)
