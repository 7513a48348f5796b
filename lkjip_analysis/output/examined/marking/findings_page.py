"""The page of findings of one document: each with the picture of its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import SHOWN_AS, summary
from lkjip_analysis.checking.findings.undecided_wording import EITHER
from lkjip_analysis.checking.findings.wording import CONFLICT
from lkjip_analysis.language import listed, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.marking.finding_pictures import pictures
from lkjip_analysis.output.examined.marking.place_pictures import Pages
from lkjip_analysis.output.examined.telling.explained_finding import Explained
from lkjip_analysis.output.examined.telling.outcome import Examined
from lkjip_analysis.pages.parts.rendering import render

MEANING = {
    "terbukti": "Dua perhitungan yang saling bebas menunjuk angka yang sama.",
    "ambigu": "Angka-angkanya tidak cocok satu sama lain; mana yang keliru belum dapat diputuskan.",
    "klaim": "Kalimat yang tidak sesuai dengan angka tabelnya.",
    "kaidah": "Tidak menurut aturan penulisan atau aturan laporan itu sendiri.",
    "pembulatan": "Selisih kecil yang dijelaskan oleh cara membulatkan; bukan kesalahan hitung.",
    "dugaan": "Patut dilihat kembali; belum tentu salah.",
}
"""What each group of findings means, for who sees such a page for the first time."""

NONE_PROVEN = "Tidak ada angka yang terbukti salah"
TOLD = {
    "ambigu": "{count} hal perlu dicocokkan dengan dokumen sumbernya",
    "klaim": "{count} kalimat tidak sesuai dengan tabelnya",
    "kaidah": "{count} hal tidak mengikuti aturan",
    "pembulatan": "{count} angka dibulatkan tidak seperti biasa",
    "dugaan": "{count} hal patut dilihat kembali",
}
"""What the first sentence of the page says of each group behind what is proven."""

FEW = 4
"""So many ways to mend a finding stand open, the others behind one line."""


def page_of(
    seen: Examined, told: Sequence[Explained], pages: Pages | None, marked_file: str
) -> str:
    """The page of findings, which needs nothing else."""
    groups = [
        (kind, SHOWN_AS[kind], MEANING[kind], [_short(one) for one in told if one.standing == kind])
        for kind in SHOWN_AS
    ]
    counts = summary(seen.verification.findings)
    return render(
        "periksa.html.j2",
        refresh=0,
        title=worded("Temuan dalam {file}", file=seen.file),
        heading=worded("Temuan dalam dokumen tahun {year}", year=seen.identity.tahun),
        file=seen.file,
        whose=", ".join(filter(None, (seen.identity.nama, seen.identity.pemerintah))),
        year=seen.identity.tahun,
        read_from=_read_from(seen.identity.told),
        verdict=_verdict(counts),
        counts=[(SHOWN_AS[kind], many) for kind, many in counts.items() if many],
        tested=seen.verification.coverage.as_json(),
        marked_file=marked_file,
        shaded=not marked_file.endswith(".docx"),
        groups=[group for group in groups if group[3]],
        number={one.code: one.number for one in told},
        names={one.code: _name(one) for one in told},
        heads={one.code: _head(one) for one in told},
        alike={one.how: one for one in reversed(told)},
        pictures=pictures(told, pages),
        few=FEW,
        remarks=seen.remarks,
        of_years=seen.of_years,
        unread=seen.unread,
    )


def _verdict(counts: Mapping[str, int]) -> str:
    """What was found, in one sentence: what is wrong, what is open, what breaks a rule."""
    if not any(counts.values()):
        return worded("Tidak ada temuan dari yang dapat diuji.")
    wrong, many = counts["terbukti"], {kind: counts[kind] for kind in TOLD if counts[kind]}
    first = worded("{count} angka terbukti salah", count=wrong) if wrong else worded(NONE_PROVEN)
    rest = [worded(TOLD[kind], count=count) for kind, count in many.items()]
    if not rest:
        return f"{first}."
    return f"{first}{worded(', dan ' if wrong else ', tetapi ')}{listed(rest)}."


def _read_from(told: Sequence[str]) -> str:
    """Where agency, government and year were read; nothing where none of them was."""
    names = [worded(name) for name in ("instansi", "pemerintah", "tahun")]
    places = grouped((where, name) for name, where in zip(names, told, strict=False) if where)
    return ", ".join(f"{listed(own)} {worded(where)}" for where, own in places.items())


def _short(one: Explained) -> Explained:
    """A finding without the sentence that its group has told already, and its list tells again:
    so many checks fail, and nobody can tell which figure is wrong."""
    is_told = one.opening.endswith(f"; {worded(EITHER)}.") and one.lists[:1]
    return replace(one, opening="") if is_told and one.lists[0][0] == CONFLICT else one


def _head(one: Explained) -> tuple[str, str]:
    """The heading of a finding; of a sentence where it stands, and apart from that its words."""
    place, mark, words = one.where.partition(": “")
    return (place, f"“{words}") if mark else (one.where, "")


def _name(one: Explained) -> str:
    """What a finding is called in the contents: of a sentence the words that it marks, for many
    sentences stand in one chapter."""
    marked = re.search("«(.+?)»", one.where)
    return worded("Kalimat dengan “{words}”", words=marked[1]) if marked else one.where
