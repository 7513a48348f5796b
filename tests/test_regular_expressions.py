"""Each regular expression of the package on long hostile texts: none takes them apart far more
often than a plain search does that begins anew at each of their letters.

Asked is only what the code asks of it: a search, or a match from the beginning. What a cost is
compared with is measured beside it, so that a busy machine makes both slower.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest
from expressions import Asked, asked, held

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
PLAIN = re.compile(r"\s*=")


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(lkjip_analysis.__path__, "lkjip_analysis."):
        with suppress(ImportError):  # what an extra of pyproject.toml brings
            yield importlib.import_module(found.name)


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
    modules = [module for module in _modules() if module.__file__]
    found = {one: module.__name__ for module in modules for one in asked(module)}
    by_name = {pattern for pattern, _ in found}
    inside = {one: module.__name__ for module in modules for one in held(module)}
    found |= {one: name for one, name in inside.items() if one[0] not in by_name}
    return {one: name for one, name in found.items() if isinstance(one[0].pattern, str)}


def test_no_expression_takes_a_long_text_apart_again_and_again(
    expressions: dict[Asked, str],
) -> None:
    assert len(expressions) > 800
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


PLACES = """
import re
ONE = re.compile("satu")
LISTED = [re.compile("dua"), ("nama", re.compile("tiga"))]
TOLD = {"kode": "empat", "tahun": "lima"}
WORDS = ("enam", "tujuh")

def ask(text, name, which):
    list(map(ONE.search, text))
    for pattern, *_ in LISTED:
        pattern.match(text)
    re.fullmatch(TOLD[which], text)
    re.search(f"delapan {name} {re.escape(which.strip())}", text)
    any(re.match(word, text) for word in WORDS)
    made = re.compile(rf"sembilan {name}", re.IGNORECASE) if name else None
    return made.fullmatch(text)
"""


def test_expressions_are_found_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "tempat.py").write_text(PLACES)
    spec = importlib.util.spec_from_file_location("tempat", tmp_path / "tempat.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    told = {(pattern.pattern, way) for pattern, way in asked(module)}
    assert told == {
        ("satu", "finditer"), ("empat", "fullmatch"), ("lima", "fullmatch"), ("kode", "fullmatch"),
        ("tahun", "fullmatch"), ("delapan kata kata", "finditer"), ("enam", "match"),
        ("tujuh", "match"), ("sembilan kata", "fullmatch"),
    }  # fmt: skip
    inside = {(pattern.pattern, way) for pattern, way in held(module)}
    assert {("dua", "match"), ("tiga", "match")} <= inside
