"""YAML as text with line numbers: every scalar stays the string that was typed.

A scale edge "74.5" must not become a binary float, "no" must not become False, and a message
about a wrong entry must name its line; a plain `safe_load` does none of the three.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase, plural
from lkjip_analysis.report.conforming import conforms
from lkjip_analysis.report.filebytes import read_text

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

SCHEMAS = Path(__file__).parents[1] / "schemas"
STANDARDS = SCHEMAS.with_name("standards")
MAX_BYTES = 2_000_000
MAX_DEPTH = 20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The same parsers in C where PyYAML was built with it, several times as fast."""
Position = tuple[str | int, ...]
FORMS = {"object": "entries under it, or {}", "array": "a list", "string": "a text"}
"""What a JSON Schema type is called."""


@dataclass(frozen=True)
class Document:
    """The entries of a YAML file and the line on which each stands."""

    file: str
    data: dict[str, Any]
    lines: dict[Position, int] = field(repr=False)

    def line(self, *position: str | int) -> int:
        """The line of the entry at `position`, or of the nearest entry around it."""
        while position and position not in self.lines:
            position = position[:-1]
        return self.lines.get(position, 1)


def read(path: Path, file: str, schema: str) -> Document:
    """The YAML file at `path`, held to the JSON Schema named `schema`.

    Raises: InputError naming every entry that is not allowed, with its line.
    """
    document = Document(file, {}, {})
    problems: list[Problem] = []
    data = _parsed(path, document, problems)
    if not isinstance(data, dict):
        problems.append(Problem(file, "no entries", "entries like `tahun: 2021`", "Add them.", 1))
        raise InputError(problems)
    document.data.update(data)
    if not conforms(SCHEMAS / schema, data):
        problems += [_problem(document, error) for error in _errors(SCHEMAS / schema, data)]
    if problems:
        raise InputError(problems)
    return document


@cache
def standard(name: str) -> Any:
    """What a file of `standards/` says, all of it as text: the column `no` is no truth value."""
    return yaml.load((STANDARDS / f"{name}.yaml").read_text(encoding="utf-8"), Loader=TEXTS)


def _parsed(path: Path, document: Document, problems: list[Problem]) -> Any:
    """What the file says, each value written where it stands: no anchors, no tags, one document."""
    file = document.file
    try:
        text = read_text(path, file, MAX_BYTES)
        events = _plain_events(text, file)
        told: Any = {}
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                told = _build(next(events), events, (), document, problems)
            elif isinstance(event, yaml.DocumentEndEvent):
                break
        _check_end(events)
        return told
    except yaml.MarkedYAMLError as error:
        raise InputError([_syntax(file, text, error)]) from error
    except yaml.reader.ReaderError as error:
        found = phrase("the character {chr}", chr=ascii(chr(error.character))[1:-1])
        line = text.count("\n", 0, error.position) + 1
        raise wrong_input(file, found, "plain text", "Remove it.", line) from error


def _check_end(events: Iterator[yaml.Event]) -> None:
    """No second document in the file. Raises: MarkedYAMLError"""
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            found = "but found another document"
            mark: Any = event.start_mark
            raise yaml.composer.ComposerError(None, None, found, mark)


def _line(event: yaml.Event) -> int:
    """The line on which an event begins."""
    return event.start_mark.line + 1 if event.start_mark else 1


def is_odd(sign: str) -> bool:
    """Is this a sign that no entry has: a control character, a mark of direction, a private one?"""
    return not sign.isprintable() and sign not in "\n\t\xa0"


def _plain_events(text: str, file: str) -> Iterator[yaml.Event]:
    """Without anchors (a few lines of them can stand for millions), tags, and depth.

    Raises: InputError at the first of them.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line, found = _line(event), ""
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            found = phrase('the anchor "{anchor}"', anchor=anchor)
        elif tag:
            found = phrase('the tag "{tag}"', tag=tag)
        elif depth > MAX_DEPTH:
            found = phrase("entries nested more than {max_depth} deep", max_depth=MAX_DEPTH)
        elif isinstance(event, yaml.ScalarEvent) and not event.value.isprintable():
            odd = next(filter(is_odd, event.value), "")
            found = odd and phrase("the character {odd} in a text", odd=ascii(odd)[1:-1])
        if found:
            remedy = "Write each value where it stands."
            raise wrong_input(file, found, "plain entries", remedy, line)
        yield event


def _build(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    position: Position,
    document: Document,
    problems: list[Problem],
) -> Any:
    """The value that begins with an event."""
    document.lines[position] = _line(event)
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return [
            _build(item, events, (*position, number), document, problems)
            for number, item in enumerate(_until_end(events))
        ]
    entries: dict[str, Any] = {}
    for key in _until_end(events):
        line = _line(key)
        if not isinstance(key, yaml.ScalarEvent):
            found = "a list or mapping as the name of an entry"
            problems.append(Problem(document.file, found, "a word", "Write a word.", line))
            passed = Document("", {}, {})
            _build(key, events, (), passed, [])
            _build(next(events), events, (), passed, [])
            continue
        name = str(key.value)
        if name in entries:
            found = phrase('the entry "{name}" a second time', name=name)
            problems.append(Problem(document.file, found, "each entry once", "Keep one.", line))
        entries[name] = _build(next(events), events, (*position, name), document, problems)
    return entries


def _until_end(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events that begin a value, up to the end of the list or mapping around them."""
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield event


def _syntax(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    line = error.problem_mark.line + 1 if error.problem_mark else None
    found = phrase("text that is not YAML ({problem})", problem=phrase(error.problem or ""))
    remedy = "Check the indent and the quotes of this line and the one above."
    near = text.splitlines()[line - 1 : line] if line else []
    if any(told.lstrip(" ").startswith("\t") for told in near):
        remedy = "Indent with spaces, not with tabs."
    return Problem(file, found, "`name: value` lines with even indents", remedy, line)


def _errors(schema: Path, data: Any) -> Iterator[ValidationError]:
    """Each place where the data is not as the schema allows."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).iter_errors(data)


def _problem(document: Document, error: ValidationError) -> Problem:
    """A JSON Schema complaint in words an editor of the file understands."""
    position: Position = tuple(error.absolute_path)
    schema: dict[str, Any] = dict(error.schema) if isinstance(error.schema, Mapping) else {}
    instance: Any = error.instance
    wanted: Any = error.validator_value
    where = ".".join(str(part) for part in position) or phrase("the file")
    line = document.line(*position)
    if error.validator == "additionalProperties":
        allowed = sorted(schema["properties"])
        extra = sorted(set(instance) - set(allowed))
        line = document.line(*position, extra[0])
        one, more = "unknown entry {names} in {where}", "unknown entries {names} in {where}"
        found = plural(len(extra), one, more, names=", ".join(extra), where=where)
        return Problem(document.file, found, ", ".join(allowed), nearest(extra[0], allowed), line)
    if error.validator == "required":
        needed = sorted(set(wanted) - set(instance))
        return Problem(
            document.file,
            phrase("no {needed} in {where}", needed=", ".join(needed), where=where),
            "every required entry",
            "Add it.",
            line,
        )
    allowed_text = schema.get("description") or FORMS.get(str(wanted), str(wanted))
    if error.validator == "enum":
        remedy = nearest(str(instance), [str(v) for v in wanted])
        allowed_text = ", ".join(str(v) for v in wanted)
    else:
        remedy = "Correct this entry."
    return Problem(document.file, f"{where}: {instance!r}", allowed_text, remedy, line)
