"""The regular expressions that the code of a module asks something, and what it asks of each.

Found are those with a name, those that lists, dictionaries and objects hold, and those that are
put together in a function, of which what is not known before stands for a word.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

WAYS = {
    "match": "match",
    "fullmatch": "fullmatch",
    **dict.fromkeys(("search", "sub", "subn", "split", "findall", "finditer"), "finditer"),
}
FLAGS = {f"re.{name}": flag for name, flag in re.RegexFlag.__members__.items()}
WORD = "kata"
"""What stands for the part of an expression that only a run of the function would tell."""
DEEP = 4

Asked = tuple["re.Pattern[str]", str]


class Words(dict[str, Any]):
    """The names of a module; any other is a word."""

    def __missing__(self, name: str) -> Any:
        return vars(builtins).get(name, WORD)


def asked(module: ModuleType) -> Iterator[Asked]:
    """Each expression of a module with each way in which it is asked."""
    tree, names = _code(module), vars(module)
    for way, of, called in _questions(tree):
        if called and isinstance(of, ast.Name) and of.id == "re" and called.args:
            for told in _told(called.args[0], tree, names):
                yield from _compiled(told, called.args[1:], way)
        elif isinstance(of, ast.Name) and isinstance(found := names.get(of.id), re.Pattern):
            yield found, way
    yield from _made_inside(tree, names)


def held(module: ModuleType) -> Iterator[Asked]:
    """The expressions that the things of a module hold, by each way in which it asks what it was
    given; of a list that it only hands on, as the costliest."""
    tree, names = _code(module), vars(module)
    ways = {
        way for way, of, called in _questions(tree)
        if (called is None or called.func.attr != "split")  # type: ignore[attr-defined]
        and not (isinstance(of, ast.Name) and (of.id == "re" or of.id in names))
    }  # fmt: skip
    for name, value in names.items():
        for pattern in _patterns(value) if not name.startswith("__") else ():
            yield from ((pattern, way) for way in ways or {"finditer"})


def _code(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _questions(tree: ast.AST) -> Iterator[tuple[str, ast.expr, ast.Call | None]]:
    """What is asked of which thing: called at once (X.search(text)), or handed on to map."""
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in WAYS:
            yield WAYS[node.attr], node.value, calls.get(id(node))


def _told(code: ast.expr, tree: ast.AST, names: Mapping[str, Any]) -> Iterator[str]:
    """The expressions that some code may stand for; none where only a run would tell all of it."""
    if isinstance(code, ast.Name) and code.id not in names:
        for found in _given(code.id, tree):
            known = [names[n.id] for n in ast.walk(found) if isinstance(n, ast.Name)
                     and n.id in names]  # fmt: skip
            yield from chain.from_iterable(map(_texts, known))
    elif isinstance(code, ast.Subscript) and isinstance(code.value, ast.Name):
        yield from _texts(names.get(code.value.id))
    elif isinstance(text := _evaluated(code, names), str):
        yield text


def _given(name: str, tree: ast.AST) -> Iterator[ast.expr]:
    """What a name of a function is made to be: assigned, or gone through."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.For | ast.comprehension):
            targets, value = [node.target], node.iter
        elif isinstance(node, ast.NamedExpr):
            targets, value = [node.target], node.value
        else:
            continue
        inside = chain.from_iterable(map(ast.walk, targets))
        if any(isinstance(one, ast.Name) and one.id == name for one in inside):
            yield value


def _evaluated(code: ast.expr, names: Mapping[str, Any]) -> Any:
    """What it is, with a word for what is not known; nothing where that is no expression."""
    for part in ast.walk(code):
        if isinstance(part, ast.FormattedValue) and not _is_known(part.value, names):
            part.value = ast.Constant(WORD)
    try:
        return eval(compile(ast.Expression(code), "expression", "eval"), {}, Words(names))
    except Exception:  # a function of the module that cannot take a word
        return None


def _is_known(code: ast.expr, names: Mapping[str, Any]) -> bool:
    try:
        told = eval(compile(ast.Expression(code), "part", "eval"), {}, Words(names))
    except Exception:  # an attribute of what only a run would tell
        return False
    return isinstance(told, str | int)


def _made_inside(tree: ast.AST, names: Mapping[str, Any]) -> Iterator[Asked]:
    """What functions compile, by what is asked of the name that they give it."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for way, of, _ in _questions(tree):
        if isinstance(of, ast.Name):
            ways[of.id].add(way)
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        named = {
            id(part): target.id
            for node in ast.walk(function) if isinstance(node, ast.Assign)
            for target in node.targets if isinstance(target, ast.Name)
            for part in ast.walk(node.value)
        }  # fmt: skip
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile":
                for told in _told(call.args[0], function, names):
                    for way in ways.get(named.get(id(call), ""), {"finditer"}):
                        yield from _compiled(told, call.args[1:], way)


def _compiled(told: str, more: list[ast.expr], way: str) -> Iterator[Asked]:
    """With the flags that are among the words of the call."""
    found = (FLAGS[one] for one in map(ast.unparse, more) if one in FLAGS)
    try:
        yield re.compile(told, next(found, re.NOFLAG)), way
    except re.error:  # a text of another use
        return


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < DEEP:
        for inside in _inside(value):
            yield from _patterns(inside, depth + 1)


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < DEEP:
        for inside in _inside(value):
            yield from _texts(inside, depth + 1)


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from chain(value.keys(), value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name, None) for field in fields(value))
