"""What changed from one state to another: what is new, gone, or says something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.output.compared.snapshot import Said, Snapshot

FILES, PAGES = "Data", "Halaman"
"""The sorts of which only a digest is kept: they are the same, or not."""

Kind = Literal["baru", "berubah", "hilang"]


@dataclass(frozen=True)
class Change:
    """One figure, finding, file or page: what it said before and says after.

    "" where it is not there.
    """

    kind: Kind
    key: str
    where: str
    before: str
    after: str

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

    @property
    def parts(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """What could be compared, each sort with its changes."""
        named = (
            ("Angka", self.figures), ("Temuan", self.findings), (FILES, self.files),
            (PAGES, self.pages),
        )  # fmt: skip
        yield from ((name, found) for name, found in named if found is not None)

    @property
    def is_empty(self) -> bool:
        return not any(found for _, found in self.parts)

    def as_json(self) -> dict[str, object]:
        parts = {name.casefold(): [one.as_json() for one in found] for name, found in self.parts}
        return {"sebelum": self.before, "sesudah": self.after, **parts}


def differences(before: Snapshot, after: Snapshot) -> Differences:
    """What changed from `before` to `after`.

    Raises: InputError where they keep nothing in common.
    """
    found = Differences(
        before.name,
        after.name,
        _both(before.figures, after.figures),
        _both(before.findings, after.findings),
        _both(before.files, after.files),
        _both(before.pages, after.pages),
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


def _both(
    before: Mapping[str, Said] | None, after: Mapping[str, Said] | None
) -> tuple[Change, ...] | None:
    return None if before is None or after is None else changes(before, after)


def changes(before: Mapping[str, Said], after: Mapping[str, Said]) -> tuple[Change, ...]:
    """What is new, then what says something else, then what is gone."""
    new = (
        Change("baru", key, where, "", said)
        for key, (where, said) in after.items()
        if key not in before
    )
    other = (
        Change("berubah", key, _named(where, before[key][0]), before[key][1], said)
        for key, (where, said) in after.items()
        if key in before and before[key][1] != said
    )
    gone = (
        Change("hilang", key, where, said, "")
        for key, (where, said) in before.items()
        if key not in after
    )
    return (*new, *other, *gone)


def _named(after: str, before: str) -> str:
    """The name a reader knows: an export has addresses only, a report has words."""
    return after if " " in after or " " not in before else before
