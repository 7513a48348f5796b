"""Every figure of a report computed from the filled-in form, each once.

Rounding: what is filled in is printed with the decimals of its indicator; everything else is
computed from these printed figures without rounding on the way, and rounded once, half-up, to two
decimals. A category is the class of the capaian as printed, because that is what a reader sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.written import half_up, number, plain
from lkjip_analysis.output.next_year.filled_form import Isian, Row
from lkjip_analysis.report.grades import grade

PERCENT = 2
"""A percentage is printed with so many decimals."""

UNKNOWN = "n/a"
OF_INDICATORS = "indikator"
"""What the mean of the year is reckoned of where it is not of the means of the sasaran."""


@dataclass(frozen=True)
class Angka:
    """One figure: its exact value (None: no data, or a word) and how it is printed."""

    exact: Fraction | None
    decimals: int = PERCENT
    word: str = ""

    @property
    def value(self) -> Fraction | None:
        """The value that is printed."""
        return None if self.exact is None else half_up(self.exact, self.decimals)

    @property
    def text(self) -> str:
        told = self.word or UNKNOWN
        return told if self.exact is None else number(self.exact, self.decimals)


@dataclass(frozen=True)
class Indikator:
    """One indicator with everything that is printed of it."""

    kode: str
    nama: str
    satuan: str
    arah: metrics.Arah
    rumus: metrics.Rumus
    presisi: str
    target: Angka
    realisasi: Angka
    capaian: Angka
    kategori: str
    realisasi_lalu: Angka
    capaian_lalu: Angka
    target_renstra: Angka
    capaian_renstra: Angka
    bounds: Mapping[str, str]
    """What is declared of this indicator alone: its highest and lowest capaian, its target's
    precision."""


@dataclass(frozen=True)
class SasaranBaru:
    """One sasaran: its indicators, and the means of this year and the last, in percent."""

    nomor: str
    nama: str
    indikator: tuple[Indikator, ...]
    rerata: Angka
    rerata_lalu: Angka
    kategori: str


@dataclass(frozen=True)
class Program:
    """One programme, or the total of all: rupiah and percent."""

    kode: str
    nama: str
    sasaran: str
    pagu: Angka
    realisasi: Angka
    serapan: Angka


@dataclass(frozen=True)
class Susunan:
    """A whole report, computed."""

    isian: Isian
    pita: tuple[Band, ...]
    sasaran: tuple[SasaranBaru, ...]
    rerata: Angka
    kategori: str
    program: tuple[Program, ...]
    jumlah: Program | None

    @property
    def is_of_indicators(self) -> bool:
        """Is the mean of the year that of all indicators, not of the means of the sasaran?"""
        return bool(self.isian.settings["rerata"] == OF_INDICATORS)


def compose(isian: Isian) -> Susunan:
    """Every figure of the report that the form leads to."""
    bands = _bands(isian.sheets["Skala"])
    goals = tuple(_sasaran(isian, row, bands) for row in isian.sheets["Sasaran"])
    overall = _overall(isian, goals)
    programmes = tuple(_programme(row) for row in isian.sheets["Anggaran"])
    return Susunan(
        isian,
        bands,
        goals,
        overall,
        _class(overall, bands),
        programmes,
        total("jumlah", "JUMLAH", programmes) if programmes else None,
    )


def _overall(isian: Isian, goals: Sequence[SasaranBaru]) -> Angka:
    """The mean of the year: of the means of the sasaran, or of all indicators, as is filled in."""
    counted = [one.capaian for goal in goals for one in goal.indikator]
    if isian.settings["rerata"] != OF_INDICATORS:
        counted = [goal.rerata for goal in goals]
    return _mean([figure.exact for figure in counted if figure.exact is not None])


def _bands(rows: Sequence[Row]) -> tuple[Band, ...]:
    """Each band reaches up to where the one above begins, so that no value lies in a hole."""
    made: list[Band] = []
    for row in rows:
        above = made[-1] if made else None
        made.append(
            Band(
                row["kategori"],
                row["bawah"],
                above.bawah if above else None,
                row["termasuk"] != "tidak",
                not above.bawah_termasuk if above else True,
            )
        )
    return tuple(made)


def _sasaran(isian: Isian, row: Row, bands: tuple[Band, ...]) -> SasaranBaru:
    rows = [r for r in isian.sheets["Indikator"] if r["sasaran"] == row["nomor"]]
    indicators = tuple(_indikator(isian, r, bands) for r in rows)
    mean = _mean([i.capaian.exact for i in indicators if i.capaian.exact is not None])
    both = all((i.capaian.exact is None) == (i.capaian_lalu.exact is None) for i in indicators)
    # Means of two years are compared only where they are means over the same indicators.
    past = [i.capaian_lalu.value for i in indicators if i.capaian_lalu.value is not None]
    before = _mean(past if both else [])
    return SasaranBaru(row["nomor"], row["sasaran"], indicators, mean, before, _class(mean, bands))


def _indikator(isian: Isian, row: Row, bands: tuple[Band, ...]) -> Indikator:
    decimals = int(row["desimal"])
    arah: metrics.Arah = row["arah"]
    rumus: metrics.Rumus = row["rumus"] or ("R/T" if arah == "naik" else "(2T-R)/T")
    target, end = _target(row["target"]), _target(row["target_renstra"])
    realisasi = _figure(row["realisasi"], decimals)
    bounds = Batas(
        row["maksimum"] or isian.settings["capaian_maksimum"],
        isian.settings["capaian_minimum"] if row["minimum"] is None else row["minimum"],
        isian.settings["target_nol"],
    )
    capaian = _capaian(bounds, realisasi, target, arah, rumus)
    return Indikator(
        f"{row['sasaran']}.{row['kode']}",
        row["indikator"],
        row["satuan"],
        arah,
        rumus,
        row["presisi"] or ("bulat" if decimals else "eksak"),
        target,
        realisasi,
        capaian,
        _class(capaian, bands),
        _figure(row["realisasi_lalu"], decimals),
        Angka(row["capaian_lalu"]),
        end,
        _capaian(bounds, realisasi, end, arah, rumus),
        _bounds(row),
    )


def _bounds(row: Row) -> Mapping[str, str]:
    """What is filled in for one indicator only, as laporan.yaml declares it."""
    told = {name: row[name] for name in ("maksimum", "minimum") if row[name] is not None}
    precise = {"presisi_target": row["presisi_target"]} if row["presisi_target"] else {}
    return {**{name: plain(value) for name, value in told.items()}, **precise}


def _figure(value: Fraction | str | None, decimals: int) -> Angka:
    """What is filled in: a number, or a grade as it is written."""
    return Angka(None, decimals, value) if isinstance(value, str) else Angka(value, decimals)


def _target(value: Fraction | str | None) -> Angka:
    """A target keeps every digit that was promised."""
    if isinstance(value, str):
        return _figure(value, 0)
    places = 0 if value is None else next(d for d in range(5) if value * 10**d % 1 == 0)
    return Angka(value, places)


@dataclass(frozen=True)
class Batas:
    """How high and how low a capaian may be, and what one of a target of 0 is; in percent."""

    maksimum: Fraction | None
    minimum: Fraction | None
    target_nol: Fraction | None


def _capaian(
    bounds: Batas, realisasi: Angka, target: Angka, arah: metrics.Arah, rumus: metrics.Rumus
) -> Angka:
    """capaian of the printed realisasi; without data where no formula defines it."""
    reached, promised = realisasi.value, target.value
    if realisasi.word and grade(realisasi.word) == grade(target.word):
        return Angka(Fraction(100))
    if reached is None or promised is None:
        return Angka(None)
    if promised == 0:
        return Angka(bounds.target_nol if reached == 0 else None)
    if reached == 0 and rumus == "T/R":
        return Angka(None)
    value, cap = metrics.capaian(reached, promised, arah, rumus), bounds.maksimum
    value = value if bounds.minimum is None else max(value, bounds.minimum)
    return Angka(value if cap is None else min(value, cap))


def _mean(values: Sequence[Fraction]) -> Angka:
    return Angka(metrics.rerata(list(values)) if values else None)


def _class(figure: Angka, bands: tuple[Band, ...]) -> str:
    return "" if figure.value is None else metrics.kategori(figure.value, bands) or ""


def _programme(row: Row) -> Program:
    kode = f"{row['sasaran']}.{row['kode']}" if row["sasaran"] else str(row["kode"])
    return _spent(kode, row["program"], row["sasaran"] or "", row["pagu"], row["realisasi"])


def total(kode: str, nama: str, programmes: Sequence[Program]) -> Program:
    """The sum of some programmes."""
    amounts = [(p.pagu.exact or Fraction(0), p.realisasi.exact or Fraction(0)) for p in programmes]
    return _spent(
        kode,
        nama,
        "",
        sum((a for a, _ in amounts), Fraction(0)),
        sum((b for _, b in amounts), Fraction(0)),
    )


def _spent(kode: str, nama: str, sasaran: str, pagu: Fraction, realisasi: Fraction) -> Program:
    share = metrics.serapan(realisasi, pagu) if pagu else None
    return Program(kode, nama, sasaran, rupiah(pagu), rupiah(realisasi), Angka(share))


def rupiah(value: Fraction) -> Angka:
    """An amount, with cents only where it has some."""
    return Angka(value, 0 if value % 1 == 0 else 2)
