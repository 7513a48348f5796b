"""Names that promise more than they count: "sehat" for all assessed, "efisiensi" for unspent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Reading, Told
from lkjip_analysis.checking.observations.observation_findings import noticed
from lkjip_analysis.language import listed, worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report, Scale
from lkjip_analysis.report.tables import Address, Cell, same_label
from lkjip_analysis.rules.rule_draft import Draft


def category_count(draft: Draft) -> Iterator[Finding]:
    """A count named after one class, against how many rows carry that class.

    The readings stand side by side: each class with all better ones, its share of the whole, the
    capaian and kategori it would give. A printed share (`realisasi`) is held against each of them;
    `dokumen` are those that settle which is meant.
    """
    report, where, wanted = draft.report, draft.one("hasil"), draft.text_of("kategori")
    printed = [same_label(report.text(cell)) for cell in draft.many("bagian")]
    rows = printed.count(same_label(wanted))
    if not report.is_figure(where) or rows == report.cell(where).point:
        return
    measures = (draft.one("penyebut"), draft.one("target"))
    if not all(report.is_figure(cell) and report.cell(cell).point for cell in measures):
        return
    readings, told = _readings(draft, printed)
    opening = worded(
        "{figure} disebut {said}, padahal {rows} yang berpredikat {wanted}.",
        figure=wording.quoted(report.cell(where)),
        said=wanted.casefold(),
        rows=rows,
        wanted=wanted,
    )
    advice = worded(
        'Tetapkan arti "{wanted}", tuliskan dalam laporan, lalu hitung ulang '
        "realisasi dan capaiannya.",
        wanted=wanted.casefold(),
    )
    lists = ((wording.READINGS, told), (wording.AS_PRINTED, tuple(_printed(draft, readings))))
    yield noticed(
        draft,
        "kaidah",
        where,
        Told(opening, lists),
        _impact(readings, wanted.casefold()),
        flips=_differ(readings),
        advice=advice,
        readings=readings,
        documents=tuple(map(str, draft.entries.get("dokumen", ()))),
    )


def _printed(draft: Draft, readings: Sequence[Reading]) -> Iterator[str]:
    """The printed share beside the readings: which one it is, or that it is none of them."""
    report, is_named = draft.report, "realisasi" in draft.entries
    if not (readings and is_named and report.is_figure(draft.one("realisasi"))):
        return
    cell = report.cell(draft.one("realisasi"))
    same = [r.meaning for r in readings if cell.interval.meets(Interval(r.persen, r.persen))]
    nearest = min(readings, key=lambda reading: abs(reading.persen - cell.point))
    told = (
        worded("sama dengan pembacaan {same}", same=worded(" atau ").join(same))
        if same
        else worded(
            "tidak sama dengan pembacaan mana pun; yang terdekat {what} ({meaning})",
            what=number(nearest.persen, 2),
            meaning=nearest.meaning,
        )
    )
    yield f"{wording.place(report, cell.address)} {wording.quoted(cell)} {told}"


def _readings(draft: Draft, printed: Sequence[str]) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Each class with all better ones: what it gives, and that in words."""
    classes = draft.report.scales[draft.text("kelas", draft.report.scales)]
    found: list[tuple[Reading, str]] = []
    counted, names = 0, list[str]()
    for band in sorted(classes.pita, key=lambda band: -(band.bawah or 0)):
        if here := printed.count(same_label(band.nama)):
            counted, names = counted + here, [*names, band.nama]
            found.append(_reading(draft, listed(names), counted))
    return tuple(reading for reading, _ in found), tuple(told for _, told in found)


def _differ(readings: Sequence[Reading]) -> bool:
    """Does the category depend on which reading is meant?"""
    return len({reading.kategori for reading in readings}) > 1


def _impact(readings: Sequence[Reading], wanted: str) -> str:
    """What depends on the meaning of the class."""
    if not _differ(readings):
        return worded("Kategori capaian sama menurut setiap pembacaan.")
    return worded(
        'Kategori capaian bergantung pada arti "{wanted}": {by_class}.',
        wanted=wanted,
        by_class=_by_class(readings),
    )


def _by_class(readings: Sequence[Reading]) -> str:
    """Each kategori with the capaian that give it."""
    classes = grouped((reading.kategori, number(reading.capaian, 2)) for reading in readings)
    return worded(" atau ").join(f"{kind} ({'; '.join(shown)})" for kind, shown in classes.items())


def _reading(draft: Draft, names: str, count: int) -> tuple[Reading, str]:
    """One reading: what it gives, and that in words."""
    report, whole, target = draft.report, draft.one("penyebut"), draft.one("target")
    scale = report.scales[draft.text("skala", report.scales)]
    share = metrics.persen(Fraction(count), report.cell(whole).point)
    reached, kind = achieved(report, target, share, scale)
    assert reached is not None  # neither the share nor the target is 0
    told = worded(
        "{names}: {count} dari {whole} adalah {share} persen, capaian {reached}, {kind}",
        names=names,
        count=count,
        whole=wording.quoted(report.cell(whole)),
        share=number(share, 2),
        reached=number(reached, 2),
        kind=kind,
    )
    return Reading(names, target.row, share, reached, kind), told


def achieved(
    report: Report, target: Address, share: Fraction, scale: Scale | None
) -> tuple[Fraction | None, str]:
    """The capaian of a share (percent) against a target, None where undefined, and its class.

    No class without a scale.
    """
    reached = report.capaian(target.row, share, report.cell(target).point)
    if scale is None or reached is None:
        return reached, ""
    return reached, metrics.kategori_dihitung(reached, scale.pita) or worded("tanpa kategori")


def _prints(cell: Cell, share: Fraction) -> bool:
    """Is this share what the cell prints, rounded or cut off?"""
    return abs(cell.point - share) < step(max(cell.decimals, 0)) and cell.point != 0


def _absorption(draft: Draft, cell: Cell, serapan: Fraction) -> Finding:
    """What is called efficiency is how much was spent: it grows with spending."""
    where = cell.address
    told = worded(
        "{wording} yang disebut efisiensi adalah serapan anggaran, yaitu "
        "realisasi dibagi pagu ({what} persen).",
        wording=wording.quoted(cell),
        what=number(serapan, 2),
    )
    impact = worded(
        "Serapan bukan efisiensi: makin banyak yang dibelanjakan, makin tinggi angkanya."
    )
    advice = worded("Sebut serapan, atau hitung efisiensi terhadap capaiannya.")
    return noticed(draft, "kaidah", where, told, impact, advice=advice)


def _unspent_alone(draft: Draft, cell: Cell, serapan: Fraction) -> Iterator[Finding]:
    """Unspent budget called efficiency, where no achievement is named to hold against it."""
    where = cell.address
    if _prints(cell, metrics.efisiensi_sisa(serapan)):
        told = worded(
            "{wording} yang disebut efisiensi adalah anggaran yang tidak "
            "dibelanjakan, yaitu pagu dikurangi realisasi.",
            wording=wording.quoted(cell),
        )
        impact = worded("Uang yang tidak dibelanjakan belum tentu penghematan.")
        yield noticed(draft, "kaidah", where, told, impact)


def efficiency(draft: Draft) -> Iterator[Finding]:
    """An "efisiensi" that is the part of the budget not spent, in percent or rupiah."""
    report, where = draft.report, draft.one("hasil")
    spent, budget = draft.one("pembilang"), draft.one("penyebut")
    if not all(report.is_figure(cell) for cell in (where, spent, budget)):
        return
    cell, paid, ceiling = report.cell(where), report.cell(spent).point, report.cell(budget).point
    cells = draft.many("bagian") if "bagian" in draft.entries else []
    reached = [c for c in cells if report.is_figure(c)]
    if not ceiling:
        return
    serapan = metrics.serapan(paid, ceiling)
    if _prints(cell, serapan) or cell.point == paid:
        yield _absorption(draft, cell, serapan)
        return
    if not reached:
        yield from _unspent_alone(draft, cell, serapan)
        return
    unspent = metrics.efisiensi_sisa(serapan)
    is_share = abs(cell.point - unspent) < Fraction(1, 10)
    if not is_share and cell.point != metrics.sisa(ceiling, paid):
        return
    yield _unspent_beside(draft, cell, serapan, reached)


def _unspent_beside(
    draft: Draft, cell: Cell, serapan: Fraction, reached: Sequence[Address]
) -> Finding:
    """Unspent budget called efficiency, beside the achievements that it is no thrift against."""
    report, where = draft.report, cell.address
    missed = [c for c in reached if report.cell(c).point < 100]
    # Rounded first, so that a reader who subtracts the two shown figures gets the third.
    mean = round(metrics.rerata([report.cell(c).point for c in reached]), 2)
    spent_share = round(serapan, 2)
    told = Told(
        worded(
            "{wording} yang disebut efisiensi adalah anggaran yang tidak "
            "dibelanjakan, yaitu pagu dikurangi realisasi.",
            wording=wording.quoted(cell),
        ),
        (
            (
                worded("Menurut definisi lain"),
                (
                    worded(
                        "capaian dikurangi serapan: {reached} - {spent} = {gap} poin",
                        reached=number(mean, 2),
                        spent=number(spent_share, 2),
                        gap=number(metrics.efisiensi_selisih(mean, spent_share), 2),
                    ),
                ),
            ),
            (
                worded("Indikator yang tidak mencapai target, sehingga sisanya bukan penghematan"),
                tuple(f"{wording.label(report, c)} {report.cell(c).text}" for c in missed),
            ),
        ),
    )
    impact = worded("Uang yang tidak dibelanjakan belum tentu penghematan.")
    return noticed(draft, "kaidah", where, told, impact, (where, *missed))
