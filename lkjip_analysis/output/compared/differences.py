"""What changed from one state to another: what is new, gone, or says something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.output.compared.snapshot import Said, Snapshot
from lkjip_analysis.report.same_indicators import paired

FINDINGS = "Temuan"
FILES, PAGES = "Data", "Halaman"
"""The sorts of which only a digest is kept: they are the same, or not."""

Kind = Literal["berubah", "baru", "hilang", "ditulis lain"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are told; "ditulis lain" is the same figure in another writing."""


@dataclass(frozen=True)
class Change:
    """One figure, finding, file or page: what it said before and says after.

    "" where it is not there. `table` is that of a figure whose whole table is new, or gone.
    """

    kind: Kind
    key: str
    where: str
    before: str
    after: str
    table: str = ""

    @property
    def said(self) -> str:
        """What it says, or said as long as it was there."""
        return self.after or self.before

    def as_json(self) -> dict[str, str]:
        return {
            "jenis": self.kind,
            "kunci": self.key,
            "letak": self.where,
            "sebelum": self.before,
            "sesudah": self.after,
        }


@dataclass(frozen=True)
class Differences:
    """All changes between two states; None of a sort that one of them does not keep."""

    before: str
    after: str
    figures: tuple[Change, ...] | None
    findings: tuple[Change, ...] | None
    files: tuple[Change, ...] | None
    pages: tuple[Change, ...] | None
    beside: tuple[tuple[str, str, str], ...] = ()
    """Of two reports: what each key figure is called, and what it is in either."""
    is_of_two: bool = False
    """Are they reports of two agencies, whose cells and findings are not each other's?"""
    left: Mapping[str, Said] = field(default_factory=dict)
    """The findings that two states of one agency both have, in the words of the later: what is
    left to be mended."""

    @property
    def parts(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """What could be compared, each sort with its changes."""
        named = (
            ("Angka", self.figures), (FINDINGS, self.findings), (FILES, self.files),
            (PAGES, self.pages),
        )  # fmt: skip
        yield from ((name, found) for name, found in named if found is not None)

    @property
    def is_empty(self) -> bool:
        return not any(found for _, found in self.parts)

    @property
    def unchanged(self) -> dict[str, Said]:
        """Those of the findings left that say the same; of the others the changes tell."""
        changed = {one.key for one in self.findings or ()}
        return {key: one for key, one in self.left.items() if key not in changed}

    def as_json(self) -> dict[str, object]:
        parts = {name.casefold(): [one.as_json() for one in found] for name, found in self.parts}
        told = [{"hal": n, "sebelum": old, "sesudah": new} for n, old, new in self.beside]
        beside = {"berdampingan": told} if told else {}
        left = [{"kunci": key, "letak": one.where, "pesan": one.said}
                for key, one in self.left.items()]  # fmt: skip
        both = {"temuan masih ada": left} if left else {}
        return {"sebelum": self.before, "sesudah": self.after, **beside, **parts, **both}


def differences(before: Snapshot, after: Snapshot) -> Differences:
    """What changed from `before` to `after`.

    Raises: InputError where they keep nothing in common.
    """
    is_of_two = bool(before.instansi and after.instansi) and before.instansi != after.instansi
    found = Differences(
        before.name,
        after.name,
        _both(_in_rows_of(after, before), after.figures),
        _both(before.findings, after.findings),
        _both(before.files, after.files),
        _both(before.pages, after.pages),
        _side_by_side(before.keys, after.keys),
        is_of_two,
        {} if is_of_two else _in_both(before.findings or {}, after.findings or {}),
    )
    if not any(True for _ in found.parts):
        told = phrase(
            '"{before}" and "{after}", which keep nothing of one sort',
            before=before.name,
            after=after.name,
        )
        allowed = "two reports with figures, or two folders with pages"
        remedy = "Compare two of INSTANSI/TAHUN and folders of ekspor, or two folders of report."
        raise wrong_input("lkjip beda", told, allowed, remedy)
    return found


def _in_rows_of(after: Snapshot, before: Snapshot) -> Mapping[str, Said] | None:
    """The figures of `before`, a row that `after` has in another place by its address there.

    One year typed codes and the other none, or gave each goal a sheet of its own.
    """
    rows = paired(after.rows, before.rows)
    if before.figures is None or not rows:
        return before.figures
    parts = ((*key.rpartition("]."), told) for key, told in before.figures.items())
    return {f"{rows.get(f'{row}]', f'{row}]')}.{column}" if end else column: told
            for row, end, column, told in parts}  # fmt: skip


def _side_by_side(
    before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...]:
    """Each key figure in both, those that one of them lacks as a dash."""
    if not before or not after:
        return ()
    names = dict.fromkeys([*max(before, after, key=len), *before, *after])
    return tuple((name, before.get(name, "–"), after.get(name, "–")) for name in names)


def _both(
    before: Mapping[str, Said] | None, after: Mapping[str, Said] | None
) -> tuple[Change, ...] | None:
    return None if before is None or after is None else changes(before, after)


def _in_both(before: Mapping[str, Said], after: Mapping[str, Said]) -> dict[str, Said]:
    return {key: new for key, new in after.items() if key in before}


def changes(before: Mapping[str, Said], after: Mapping[str, Said]) -> tuple[Change, ...]:
    """What says something else, what is new, what is gone, and what is only written otherwise."""
    both = [(key, before[key], after[key]) for key in after if key in before]
    other = [
        Change(_kind(old, new), key, _named(new.where, old.where), old.said, new.said)
        for key, old, new in both
        if old.said != new.said
    ]
    told = [*other, *_only(after, before, "baru"), *_only(before, after, "hilang")]
    return tuple(sorted(told, key=lambda one: KINDS.index(one.kind)))


def _kind(old: Said, new: Said) -> Kind:
    return "ditulis lain" if old.value and old.value == new.value else "berubah"


def _only(here: Mapping[str, Said], there: Mapping[str, Said], kind: Kind) -> Iterator[Change]:
    """What one state has and the other has not; with its table where the other has none of it."""
    tables = {_table(key) for key in there}
    for key, (where, said, _, label) in here.items():
        if key not in there:
            texts = ("", said) if kind == "baru" else (said, "")
            yield Change(kind, key, where, *texts, "" if _table(key) in tables else label)


def _table(key: str) -> str:
    return key.partition("[")[0]


def _named(after: str, before: str) -> str:
    """The name a reader knows: an export has addresses only, a report has words."""
    return after if " " in after or " " not in before else before
