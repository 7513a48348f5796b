"""What opens a report: was the year good, does the report say so rightly, and what is open?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.printed_means import EVERY
from lkjip_analysis.checking.findings.finding import Finding, Reading
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import capital, worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import mean_sentences
from lkjip_analysis.pages.parts.caveats import beside, undecided
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE
from lkjip_analysis.pages.parts.sentence import Figure, Sentence
from lkjip_analysis.pages.parts.year_state import Judged, State, judge, reach

NAMED = 3
"""So many things that are open are named one by one."""
LABELS: Mapping[State, str] = {
    "baik": "Tanpa catatan",  # no class of any report's scale, which may be called Baik
    "baik, tetapi": "Dengan catatan",  # and which (`_note`)
    "tidak baik": "Tidak baik",
    "belum dapat dinilai": "Belum dapat dinilai",
}
COLOURS: Mapping[State, str] = {
    "baik": "dugaan",  # what agrees is not yet what is so
    "baik, tetapi": "ambigu",
    "tidak baik": "terbukti",
    "belum dapat dinilai": "dugaan",
}


def verdict(verification: Verification) -> Sentence:
    """The state of the year in words, what it rests on, and what is open or wrong."""
    judged = judge(verification)
    why = f": {'; '.join(judged.reasons)}." if judged.reasons else "."
    return (f"{label(verification)[0]}{why} ", *_achieved(verification, judged),
            *basis(verification), *_wrong(verification))  # fmt: skip


def label(verification: Verification) -> tuple[str, str]:
    """The state in a few words, and the standing whose colour it takes: green only where the
    figures were held against documents beside the report, too."""
    state = judge(verification).state
    noted = _note(verification) if state == "baik, tetapi" else None
    told, standing = noted or (worded(LABELS[state]), COLOURS[state])
    is_held = standing == "dugaan" and state.startswith("baik") and verification.report.evidence
    return told, "selaras" if is_held else standing


def _note(verification: Verification) -> tuple[str, str] | None:
    """What is to be noted of a good year, the worst first: what the report has to mend, what
    nobody has decided, or only that targets were missed; None where it is none of these."""
    if any(
        one.overturns or (one.is_wrong and one.verdict != "ambigu") for one in verification.findings
    ):
        return worded("Perlu diperbaiki"), "terbukti"
    if undecided(verification):
        return worded("Perlu diklarifikasi"), "ambigu"
    known = frames.kinerja(verification.report)["capaian_dihitung"].dropna()
    missed = int((known < 100).sum())
    if not missed:
        return None
    told = worded("Angka saling cocok, {count} target tidak tercapai", count=number(missed))
    return told, COLOURS["baik"]


def in_one_sentence(verification: Verification) -> Sentence:
    """What stands beside the label: why, the year, how much is open, what is wrong."""
    judged, open_ = judge(verification), undecided(verification)
    why = "; ".join(judged.reasons)
    told: list[str | Figure] = [f"{capital(why)}. "] if why else []
    told += _achieved(verification, judged)
    if open_:
        many = Figure(
            worded("{count} hal", count=number(len(open_))), VERIFICATION_PAGE, "golongan-ambigu"
        )
        told += [many, worded(" belum dapat diputuskan dari laporan saja. ")]
    return (*told, *_wrong(verification))


def basis(verification: Verification) -> Sentence:
    """What the verdict may yet depend on: figures and meanings that are open, by name."""
    return (
        *_range(verification),
        *(f"{said} " for said in on_readings(verification)),
        *_undecided(undecided(verification)),
    )


def _achieved(verification: Verification, judged: Judged) -> Iterator[str | Figure]:
    """The mean of the year with its class, the indicators that miss, what it may be instead."""
    report, kinerja = verification.report, frames.kinerja(verification.report)
    if kinerja.empty or kinerja["capaian_dihitung"].isna().all():
        return
    known = kinerja["capaian_dihitung"].dropna()
    mean, name = mean_sentences.overall(report)
    every = frames.rerata_tahun(kinerja)
    seen = beside(verification)
    own = mean_sentences.printed_mean(seen, EVERY, every)
    of_what = mean_sentences.of_what(kinerja)
    if name:
        yield worded(
            "Tahun {tahun} tergolong {name} menurut skala laporan, rata-rata capaiannya ",
            tahun=report.tahun,
            name=name,
        )
        yield from (mean, *of_what, *own)
    else:
        yield from (
            worded("Rata-rata capaian tahun {tahun} adalah ", tahun=report.tahun),
            mean,
            *of_what,
            *own,
        )
    if ends_of(verification) and not own:
        yield worded(" (belum pasti)")
    joint = worded(", tetapi") if every >= 100 or judged.state == "baik, tetapi" else ";"
    yield from _missing(kinerja, known, seen.open_among(kinerja, known.index), joint)


def _missing(
    kinerja: pd.DataFrame, known: pd.Series[float], is_open: Sequence[bool], joint: str
) -> Iterator[str]:
    """The indicators that surely miss their target, and how many nobody has decided or can tell."""
    sure = known.loc[[not one for one in is_open]]
    missed = kinerja.loc[sure.index[sure < 100], "singkat"]
    which = f" ({worded(' dan ').join(missed)})" if len(missed) <= 2 else _lowest(kinerja, sure)
    if len(missed):
        some = missed_of(len(missed), len(kinerja))
        words = "{joint} {some}{which} tidak mencapai target"
        yield worded(words, joint=joint, some=some, which=which)
    rest = []
    if any(is_open):
        rest.append(worded("{count} indikator belum pasti", count=number(sum(is_open))))
    if lacking := len(kinerja) - len(known):
        rest.append(worded("{count} tidak dapat dihitung", count=number(lacking)))
    yield f"{'; ' if rest else ''}{', '.join(rest)}. "


def ends_of(verification: Verification) -> dict[str, str]:
    """The least and the most that the mean of the year may be; nothing where it is sure."""
    told = [number(end, 2) for end in reach(verification) or ()]
    return dict(zip(("least", "most"), told, strict=True)) if len(set(told)) > 1 else {}


def _lowest(kinerja: pd.DataFrame, known: pd.Series[float]) -> str:
    """Which of several indicators is furthest below its target; nothing where two are."""
    least = known.index[known == known.min()]
    if len(least) > 1:
        return ""
    told = worded(
        "terendah {name}, {value}%",
        name=kinerja.loc[least[0], "singkat"],
        value=number(float(known.min()), 2),
    )
    return f" ({told})"


def _range(verification: Verification) -> Iterator[str]:
    """Between which means the year may lie, where a figure or a meaning of it is open."""
    if ends := ends_of(verification):
        yield worded(
            "Karena ada hal yang belum pasti, rata-ratanya terletak antara {least}% dan {most}%. ",
            **ends,
        )


def missed_of(missed: int, every: int) -> str:
    """So many of all indicators, the only one by its name."""
    if every == 1:
        return worded("satu-satunya indikator")
    return worded("{count} dari {every} indikator", count=number(missed), every=number(every))


def _undecided(findings: Sequence[Finding]) -> Iterator[str | Figure]:
    """What is not decided, by name: a total that does not add up is no clean report."""
    if not findings:
        return
    many = Figure(
        worded("{count} hal", count=number(len(findings))), VERIFICATION_PAGE, "golongan-ambigu"
    )
    yield from (many, worded(" tidak cocok dan belum dapat diputuskan dari laporan saja: "))
    for place, finding in enumerate(findings[:NAMED]):
        joint = "" if not place else "; "
        label = f"{finding.source}, {finding.label}"
        yield from (joint, Figure(label, VERIFICATION_PAGE, finding.anchor))
    more = len(findings) - NAMED
    yield worded("; dan {count} lainnya. ", count=number(more)) if more > 0 else ". "


def _wrong(verification: Verification) -> Iterator[str | Figure]:
    """What is proven wrong, and which conclusions fall; where nothing is, how much was tested."""
    flips = sum(finding.overturns for finding in verification.findings)
    proven = sum(finding.verdict == "terbukti" for finding in verification.findings)
    told: list[str | Figure] = []
    if flips:
        many = Figure(
            worded("{count} simpulan", count=number(flips)),
            VERIFICATION_PAGE,
            "yang-mengubah-simpulan",
        )
        told += [many, worded(" laporan tidak didukung angkanya")]
    if proven:
        many = Figure(
            worded("{count} angka", count=number(proven)), VERIFICATION_PAGE, "golongan-terbukti"
        )
        told += [*([worded(" dan ")] if told else []), many, worded(" terbukti salah cetak")]
    if told:
        yield from (*told, ".")
    elif verification.is_clean:
        yield from _tested(verification)


def _tested(verification: Verification) -> Sentence:
    """Nothing is wrong in what was tested; how much that is."""
    told = verification.coverage.as_json()
    if not told["watched"]:
        return (worded("Tidak ada angka yang dapat diuji."),)
    many = Figure(number(told["watched"]), VERIFICATION_PAGE, "bagan-angka-teruji")
    left = int(told["unwatched"])
    agree = worded(" angka yang dapat diuji cocok satu sama lain")
    rest = (
        worded(", sedangkan {count} angka lain tidak dapat diuji", count=number(left))
        if left
        else ""
    )
    is_held = verification.report.evidence
    held = "" if is_held else worded(" Laporan ini belum dicocokkan dengan dokumen bukti.")
    return worded("Semua "), many, agree, f"{rest}.", held


def on_readings(verification: Verification) -> list[str]:
    """Whether the class of the year depends on what a name of one of its indicators means."""
    report = verification.report
    kinerja = frames.kinerja(report)
    told, known = [], "capaian" in report.scales
    for finding in verification.findings:
        kode = next((reading.kode for reading in finding.readings), "")
        if not finding.changes_conclusion or kode not in kinerja.index or not known:
            continue
        whole = []
        for reading in finding.readings:
            meant = kinerja.copy()
            meant.loc[kode, "capaian_dihitung"] = float(reading.capaian)
            overall = frames.rerata_tahun(meant)
            whole.append((frames.kategori_capaian(report, overall), overall))
        told.append(_on_reading(str(kinerja.loc[kode, "singkat"]), whole, finding.readings))
    return told


def by_reading(one: Reading) -> str:
    """The capaian that a reading gives, with its class."""
    return worded(
        "{capaian}% ({kategori}) bila yang dihitung {meaning}",
        capaian=number(one.capaian, 2),
        kategori=one.kategori,
        meaning=one.meaning,
    )


def _on_reading(name: str, whole: list[tuple[str, float]], readings: Sequence[Reading]) -> str:
    own = "; ".join(map(by_reading, readings))
    if len({kind for kind, _ in whole}) == 1:
        least = number(min(value for _, value in whole), 2)
        return worded(
            'Nilai keseluruhan tetap {whole} apa pun arti "{name}" (paling rendah '
            "{least}%), tetapi capaian {name} sendiri {own}.",
            whole=whole[0][0],
            name=name,
            least=least,
            own=own,
        )
    each = "; ".join(
        worded(
            "{kind} ({value}%) bila yang dihitung {meaning}",
            kind=kind,
            value=number(value, 2),
            meaning=one.meaning,
        )
        for (kind, value), one in zip(whole, readings, strict=True)
    )
    return worded('Golongan itu bergantung pada arti "{name}": {each}.', name=name, each=each)
