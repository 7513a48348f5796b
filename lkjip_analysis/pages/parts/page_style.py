"""The style of one page: of the sheets that all pages share, the rules that it has something for.

A page carries its style in itself. Rules of classes that it does not have would be a tenth of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SHEET = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)
CLASSES = re.compile(r'\bclass="([^"]*)"')
SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
NAMED = re.compile(r"\.([a-zA-Z][\w-]*)")

INNERMOST = re.compile(r"\([^()]*\)")
"""What stands in parentheses may be one of several, or what is not to be there."""

PARTS = re.compile(r'"(?:\\.|[^"\\])*"|[{}]')
"""What ends a rule; a text may hold such letters as well."""

GROUPING = ("@media", "@supports")


def without_idle_rules(page: str) -> str:
    """The page whose style keeps the rules that something in it is styled by."""
    there = set(" ".join(CLASSES.findall(page)).split())
    there |= set(re.findall(r"[\w-]+", " ".join(SCRIPT.findall(page))))
    return SHEET.sub(lambda sheet: _kept(sheet[0], there), page, count=1)


def _kept(sheet: str, there: set[str]) -> str:
    """The rules of a sheet that fit a page of these classes; a group of none is left out.

    >>> _kept(".a,.b:not(.d){x:1}.c{y:2}@media print{.c{z:3}}@page{m:0}", {"b"})
    '.b:not(.d){x:1}@page{m:0}'
    """
    kept = list[str]()
    for head, body in _rules(sheet):
        if head.startswith(GROUPING):
            inner = _kept(body, there)
            kept.append(f"{head}{{{inner}}}" if inner.strip() else "")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        elif fitting := [one for one in _selectors(head) if _fits(one, there)]:
            kept.append(f"{','.join(fitting)}{{{body}}}")
    return "".join(kept)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """What each rule of the outermost level is for, and what stands in its braces."""
    depth, start, opened = 0, 0, 0
    for found in PARTS.finditer(sheet):
        if found[0] == "{":
            opened = opened if depth else found.start()
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : found.start()]
                start = found.end()


def _selectors(head: str) -> list[str]:
    """The selectors of a rule; a comma in parentheses parts none.

    >>> _selectors("a:is(b,c) d,e")
    ['a:is(b,c) d', 'e']
    """
    parts, depth = [""], 0
    for letter in head:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _fits(selector: str, there: set[str]) -> bool:
    """Are the classes there that the selector asks for outside its parentheses?"""
    while INNERMOST.search(selector):
        selector = INNERMOST.sub("", selector)
    return set(NAMED.findall(selector)) <= there
