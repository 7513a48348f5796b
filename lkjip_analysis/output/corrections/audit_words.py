"""What the working paper says of a finding, as auditors say it: kondisi, kriteria, sebab, akibat,
rekomendasi.

A sebab is named only where the print itself shows it; else the cell waits for the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import sentence, worded
from lkjip_analysis.output.corrections.to_correct import Action

CRITERIA = {
    "terbukti": "Angka yang sama, dan angka yang dihitung darinya, selaras di seluruh laporan.",
    "ambigu": "Angka yang sama, dan angka yang dihitung darinya, selaras di seluruh laporan.",
    "klaim": "Kalimat laporan sesuai dengan angka yang dimuatnya.",
    "kaidah": "Laporan menuruti kaidah yang dinyatakannya sendiri.",
    "pembulatan": "Angka dibulatkan dengan satu cara yang sama di seluruh laporan.",
    "dugaan": "Isi laporan selaras di semua bagiannya.",
}
"""What a finding of each standing is held against, where no relation says it more closely."""

UNSURE = "Angka ini, dan yang dihitung darinya, belum dapat dipakai sebelum dicocokkan."
"""What follows of a figure of which nothing else can be said."""

SLIPS = {
    "potong": "Angka dipotong, tidak dibulatkan.",
    "satu desimal": "Dibulatkan ke satu desimal, lalu ditambah nol.",
}


def told(found: Verification, finding: Finding, action: Action) -> dict[str, str]:
    """The five columns of a finding."""
    return {
        "Kondisi": listed((_print(action), *map(sentence, action.proof))),
        "Kriteria": listed([sentence(one) for one in _criteria(found, finding)]),
        "Sebab": _cause(finding),
        "Akibat": listed(list(_impact(finding))),
        "Rekomendasi": listed([sentence(one) for one in _advice(action)]),
    }


def listed(items: Sequence[str]) -> str:
    """One item as it is, several as points."""
    kept = [item for item in items if item]
    return kept[0] if len(kept) == 1 else "\n".join(f"• {item}" for item in kept)


def _print(action: Action) -> str:
    if not action.printed:
        return f"{action.where}."
    return worded("{where}: tertulis {printed}.", where=action.where, printed=action.printed)


def _criteria(found: Verification, finding: Finding) -> Sequence[str]:
    """The relations that have to hold, in their own words."""
    reasons = {rule.head.name: rule.head.reason for rule in (*found.rules, *found.failed)}
    own = [worded(reasons[name]) for name in finding.rules if name in reasons]
    return list(dict.fromkeys(own)) or [worded(CRITERIA[finding.standing])]


def _cause(finding: Finding) -> str:
    """What the one possible repair shows of how the slip came about."""
    if finding.cause:
        return sentence(finding.cause)
    if finding.verdict not in ("terbukti", "pembulatan"):
        return ""
    slip = finding.remedies[0].cells[0].slip or ""
    return worded(SLIPS[slip]) if slip in SLIPS else slip and sentence(slip)


def _impact(finding: Finding) -> Iterator[str]:
    yield finding.impact or worded(UNSURE)
    if finding.overturns:
        yield worded("Mengubah simpulan laporan.")


def _advice(action: Action) -> Iterator[str]:
    """What to do: the proven repair, else where to look and between what to choose."""
    if action.done:
        yield worded("Koreksi sudah diterima dan menyelesaikan temuan ini; cantumkan dalam laporan")
        return
    if action.accepted:
        yield worded("Koreksi sudah diterima ({who}); cantumkan dalam laporan", who=action.accepted)
    if action.group in ("terbukti", "pembulatan"):
        for one in action.should:
            yield worded("Ganti {printed} dengan {one}", printed=action.printed, one=one)
    else:
        for source in action.look_up:
            yield worded("Cocokkan dengan {source}", source=source)
        choice = worded("Kemungkinan: ") if len(action.should) > 1 else ""
        yield from (f"{choice}{one}" for one in action.should)
    for one in action.follows:
        yield worded("Ikut diperbaiki: {one}", one=one)
