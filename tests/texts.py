"""The texts that the package tells a user, read from its code without running it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parents[1]
PACKAGE = HOME / "lkjip_analysis"

TOLD = {
    "Problem": (1, 2, 3),
    "phrase": (0,),
    "plural": (1, 2),
    **dict.fromkeys(("Wrong", "Refused"), (0, 1, 2)),
    **dict.fromkeys(("Unreadable", "Unprintable", "Hiding", "Undecoded", "Unavailable"), (0,)),
    **dict.fromkeys(("TooBig", "TooFar", "TooMuch"), (0,)),
    **dict.fromkeys(("refused", "wrong", "wrong_input"), (1, 2, 3)),
    **dict.fromkeys(("_refuse", "_broken"), (1, 2)),
    "_refused": (1, 2, 3, 4),
    "_unreadable": (1,),
    "_missing": (4,),
}
"""Who tells texts, and which of its arguments are texts."""

FIELDS = {"found", "allowed", "remedy"}
"""The same by their names."""


class Text(NamedTuple):
    place: str
    text: str
    is_loose: bool = False
    """Words with facts put among them: no catalogue can know them. The name of an entry is none."""


class Module:
    """One file of the package: which text an expression can be."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(HOME).as_posix()
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.nodes = tuple(ast.walk(self.tree))
        self.constants = self._named(self.tree.body)

    def texts(self) -> Iterator[Text]:
        calls = [node for node in self.nodes if isinstance(node, ast.Call) and _name(node) in TOLD]
        scopes = [node for node in self.nodes if calls and isinstance(node, ast.FunctionDef)]
        for call in calls:
            around = [s for s in scopes if s.lineno <= call.lineno <= (s.end_lineno or 0)]
            names = self._named(ast.walk(around[-1])) if around else {}
            for told in _told(call):
                yield from self._of(told, names)

    def worded(self) -> Iterator[Text]:
        """What `worded` may be asked for: also the values of a dictionary at the top, by a key."""
        calls = [n for n in self.nodes if isinstance(n, ast.Call) and _name(n) == "worded"]
        scopes = [node for node in self.nodes if calls and isinstance(node, ast.FunctionDef)]
        for call in calls:
            around = [s for s in scopes if s.lineno <= call.lineno <= (s.end_lineno or 0)]
            names = self._named(ast.walk(around[-1])) if around else {}
            told = call.args[0]
            asked = told.value if isinstance(told, ast.Subscript) else told
            values = self.constants.get(asked.id, []) if isinstance(asked, ast.Name) else []
            tables = [value for value in values if isinstance(value, ast.Dict)]
            for one in [value for table in tables for value in table.values] or [told]:
                yield from self._of(one, names)

    def _named(self, nodes: object) -> dict[str, list[ast.expr]]:
        """What each name is set to; of several set at once each its own."""
        found: dict[str, list[ast.expr]] = {}
        for node in nodes:  # type: ignore[attr-defined]
            if not isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) or not node.value:
                continue
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                for name, value in _paired(target, node.value):
                    found.setdefault(name, []).append(value)
        return found

    def _of(
        self, told: ast.expr, names: dict[str, list[ast.expr]], deep: int = 0
    ) -> Iterator[Text]:
        place = f"{self.name}:{told.lineno}"
        if isinstance(told, ast.Constant) and isinstance(told.value, str):
            if re.search(r"[^\W\d_]", told.value):
                yield Text(place, told.value)
        elif isinstance(told, ast.JoinedStr):
            plain = "".join(str(v.value) for v in told.values if isinstance(v, ast.Constant))
            if re.search(r"[^\W\d_]{2}", plain) and not re.fullmatch(r"\W*\w+:\W*", plain):
                yield Text(place, ast.unparse(told), True)
        elif isinstance(told, ast.IfExp):
            yield from self._of(told.body, names, deep)
            yield from self._of(told.orelse, names, deep)
        elif isinstance(told, ast.BoolOp):
            for value in told.values:
                yield from self._of(value, names, deep)
        elif isinstance(told, ast.BinOp):
            yield from self._of(told.left, names, deep)
            yield from self._of(told.right, names, deep)
        elif isinstance(told, ast.Name) and deep < 5:
            for value in names.get(told.id) or self.constants.get(told.id, []):
                yield from self._of(value, names, deep + 1)


def _name(call: ast.Call) -> str:
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _told(call: ast.Call) -> Iterator[ast.expr]:
    name = _name(call)
    yield from (call.args[place] for place in TOLD[name] if place < len(call.args))
    if name not in ("phrase", "plural"):
        yield from (word.value for word in call.keywords if word.arg in FIELDS)


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and any(isinstance(e, ast.Starred) for e in target.elts):
        return
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from _paired(one, its)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.IfExp):
        yield from _paired(target, value.body)
        yield from _paired(target, value.orelse)


def described() -> set[str]:
    """What the schemas say of an entry: told where it is wrong."""
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(told := node.get("description"), str):
                found.add(told)
            for inner in node.values():
                walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    for path in ("laporan", "tabel"):
        walk(json.loads((PACKAGE / f"schemas/{path}.schema.json").read_text(encoding="utf-8")))
    return found
