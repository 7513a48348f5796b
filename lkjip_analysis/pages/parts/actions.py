"""What is to be done after a check, the weightiest first; each action once, with its place."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.pages.parts import conclusions
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE
from lkjip_analysis.pages.parts.sentence import ACHIEVEMENT_PAGE, Figure, Sentence

INDEX_PAGE = "index.html"
IMPOSSIBLE = "Tanggal laporan tidak mungkin."
GOAL, LACKING = "sasaran.", "isi."
WEIGHTY = (GOAL, IMPOSSIBLE, LACKING)
"""What weighs most of the rules that a report does not follow: a goal without a result, a date
that cannot be, a part that must be there; by their ids, or by what is said of them."""


def actions(verification: Verification, missed: int) -> tuple[Sentence, ...]:
    """What to do: what a conclusion rests on, then the figures, then the rest."""
    counted = verification.as_json()["summary"]
    assert isinstance(counted, dict)
    open_words = _open_words(verification)
    wrong = len(conclusions.misprints(verification))
    falling = len(conclusions.deciding(verification)) - len(open_words)
    also = "{count} simpulan lain yang tidak didukung"
    todo: Sequence[tuple[int, str, str, str, str, Sentence]] = (
        (falling, worded("Ubah "), also if open_words else "{count} simpulan yang tidak didukung",
         INDEX_PAGE, "simpulan", ()),
        (wrong, worded("Ganti "), "{count} angka salah cetak",
         INDEX_PAGE, "koreksi-pertama", ()),
        (counted["ambigu"], worded("Cocokkan "), "{count} hal dengan dokumen sumber",
         INDEX_PAGE, "klarifikasi", ()),
        (counted["kaidah"], worded("Sesuaikan "), "{count} hal dengan aturan laporan",
         VERIFICATION_PAGE, "golongan-kaidah", _foremost(verification)),
        (missed, worded("Jelaskan "), "{count} target yang tidak tercapai",
         ACHIEVEMENT_PAGE, "kinerja", ()),
    )  # fmt: skip
    counts = (
        (before, Figure(worded(what, count=count), page, anchor), *rest, ".")
        for count, before, what, page, anchor, rest in todo
        if count > 0
    )
    kinerja = frames.kinerja(verification.report)
    names = {} if kinerja.empty else kinerja["singkat"].to_dict()
    return (*(_settle(one, names) for one in open_words), *counts)


def _open_words(verification: Verification) -> list[Finding]:
    """The findings by which a class hangs on what a word means."""
    return [one for one in verification.findings if one.overturns and one.readings and one.advice]


def _settle(finding: Finding, names: Mapping[Hashable, str]) -> Sentence:
    """That somebody says what a word means, and what hangs on it."""
    told, quote, word = (finding.advice or "").partition(",")[0].partition('"')
    what = Figure(f"{quote}{word}" or told, VERIFICATION_PAGE, finding.anchor)
    name = names.get(finding.readings[0].kode, "")
    return told if word else "", what, worded(" untuk {name}.", name=name)


def _foremost(verification: Verification) -> Sentence:
    """The weightiest of the rules that are not followed, by name; one of each kind."""
    found = dict[str, Finding]()
    for finding in verification.findings:
        if finding.standing == "kaidah" and not finding.overturns and (kind := _kind(finding)):
            found.setdefault(kind, finding)
    return tuple(_listed([found[kind] for kind in WEIGHTY if kind in found]))


def _listed(findings: Sequence[Finding]) -> Iterator[str | Figure]:
    for place, finding in enumerate(findings):
        yield ", " if place else worded(", terutama: ")
        yield Figure(_short(finding), VERIFICATION_PAGE, finding.anchor)


def _kind(finding: Finding) -> str:
    if finding.impact == worded(IMPOSSIBLE):
        return IMPOSSIBLE
    if finding.id.startswith((GOAL, "tujuan.")):
        return GOAL
    return LACKING if finding.id.startswith(LACKING) else ""


def _short(finding: Finding) -> str:
    """What is not as it should be, in a few words."""
    kind = _kind(finding)
    if kind == IMPOSSIBLE:
        return worded("tanggal yang tidak mungkin")
    if kind == LACKING:
        return worded("tidak adanya bagian wajib")
    return worded("{goal} tidak dilaporkan", goal=finding.label)
