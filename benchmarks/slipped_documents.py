"""Made-up reports whose tables add up, and the same with one figure misprinted, as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from pdf_reports import STYLES, Report, Style, Truth, write_pdf

THINGS = (
    "Terminal", "Pasar", "Balai", "Gudang", "Posko", "Lapangan", "Pelabuhan", "Taman", "Sanggar",
    "Klinik", "Bengkel", "Kolam", "Kebun", "Museum", "Asrama", "Halte",
)  # fmt: skip
PLACES = (
    "Utara", "Selatan", "Timur", "Barat", "Tengah", "Hulu", "Hilir", "Baru", "Lama", "Raya",
)  # fmt: skip
LEAST = 0.004
"""A slip changes its figure by at least this part of it: more than rounding would explain."""


@dataclass(frozen=True)
class Slip:
    """One figure misprinted: in which table, row and column, and what stood and stands there."""

    table: int
    row: int
    column: int
    right: str
    wrong: str


def styles() -> list[Style]:
    """The ways of printing that do not ask for headings of their own."""
    kept = [style for style in STYLES if not style.narrow and not style.total_first]
    return [replace(s, heads=1, merged=False, numbered=False, rows=min(s.rows, 30)) for s in kept]


def sound_report(style: Style, seed: int) -> Report:
    """A report of three tables in which every figure follows from the others."""
    random = Random(f"{style.name}-{seed}")
    makers: list[Callable[[Random, int], tuple[list[str], list[list[str]], str]]] = [
        _people, _budget, _achievements, _shares]  # fmt: skip
    tables = []
    for number, make in enumerate(random.sample(makers, 3), 1):
        heads, rows, title = make(random, random.randint(6, max(style.rows, 7)))
        tables.append(Truth(f"Tabel 3.{number}", title, [heads], rows))
    prose = (
        "Laporan Kinerja Dinas Perhubungan Kabupaten Maju Makmur Tahun 2024 disusun untuk "
        "mempertanggungjawabkan pelaksanaan tugas.",
        "Rinciannya menurut jenis diuraikan dalam tabel berikut.",
        "Hasilnya disajikan dalam tabel berikut.",
    )
    return Report(style, tuple(tables), prose)


def slipped(report: Report, seed: int) -> tuple[Report, Slip]:
    """The report with one figure misprinted: a digit wrong, lost, doubled or exchanged."""
    random = Random(f"slip-{report.style.name}-{seed}")
    every = {text for table in report.tables for row in table.rows for text in row}
    while True:
        place = random.randrange(len(report.tables))
        table = report.tables[place]
        row = random.randrange(len(table.rows))
        column = random.randrange(2, len(table.rows[row]))
        right = table.rows[row][column]
        wrong = _mistyped(right, random)
        if right and wrong not in every and _far(right, wrong):
            break
    rows = [list(cells) for cells in table.rows]
    rows[row][column] = wrong
    tables = [*report.tables]
    tables[place] = replace(table, rows=rows)
    return replace(report, tables=tuple(tables)), Slip(place, row, column, right, wrong)


def written(report: Report, path: Path) -> Path:
    return write_pdf(report, path)


def _mistyped(text: str, random: Random) -> str:
    digits = [sign for sign in text if sign.isdigit()]
    if not digits:
        return text
    i = random.randrange(len(digits))
    kind = random.choice(["wrong", "lost", "doubled", "exchanged"])
    if kind == "wrong":
        digits[i] = random.choice("0123456789")
    elif kind == "lost":
        del digits[i]
    elif kind == "doubled":
        digits.insert(i, digits[i])
    elif i + 1 < len(digits):
        digits[i], digits[i + 1] = digits[i + 1], digits[i]
    if not digits or digits[0] == "0":
        return text
    places = len(text.partition(",")[2])
    whole = "".join(digits[: len(digits) - places] or ["0"])
    grouped = f"{int(whole):,}".replace(",", ".") if "." in text or len(whole) > 3 else whole
    return f"{grouped},{''.join(digits[len(digits) - places :])}" if places else grouped


def _far(right: str, wrong: str) -> bool:
    a, b = (float(text.replace(".", "").replace(",", ".")) for text in (right, wrong))
    return abs(a - b) > max(LEAST * a, 0.05 if "," in right else 1)


def _names(random: Random, count: int) -> list[str]:
    every = [f"{thing} {place}" for thing in THINGS for place in PLACES]
    return random.sample(every, count)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _percent(part: float, whole: float) -> str:
    return f"{int(part / whole * 10_000 + 0.5) / 100:.2f}".replace(".", ",")


def _table(
    names: Sequence[str], figures: Sequence[Sequence[str]], total: Sequence[str]
) -> list[list[str]]:
    rows = [
        [str(i), name, *told] for i, (name, told) in enumerate(zip(names, figures, strict=True), 1)
    ]
    return [*rows, ["", "JUMLAH", *total]] if total else rows


def _people(random: Random, count: int) -> tuple[list[str], list[list[str]], str]:
    pairs = [(random.randint(12, 900), random.randint(12, 900)) for _ in range(count)]
    figures = [[_count(a), _count(b), _count(a + b)] for a, b in pairs]
    a, b = (sum(pair[i] for pair in pairs) for i in (0, 1))
    heads = ["No", "Tempat", "Laki-laki", "Perempuan", "Jumlah"]
    rows = _table(_names(random, count), figures, [_count(a), _count(b), _count(a + b)])
    return heads, rows, "Pengunjung menurut jenis kelamin"


def _budget(random: Random, count: int) -> tuple[list[str], list[list[str]], str]:
    pairs = []
    for _ in range(count):
        whole = random.randint(20, 4000) * 250_000
        pairs.append((whole, int(whole * random.uniform(0.62, 0.995))))
    a, b = (sum(pair[i] for pair in pairs) for i in (0, 1))

    def told(whole: int, part: int) -> list[str]:
        return [_count(whole), _count(part), _count(whole - part), _percent(part, whole)]

    heads = ["No", "Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Sisa (Rp)", "%"]
    rows = _table(_names(random, count), [told(*pair) for pair in pairs], told(a, b))
    return heads, rows, "Anggaran dan realisasi kegiatan"


def _achievements(random: Random, count: int) -> tuple[list[str], list[list[str]], str]:
    figures = []
    for _ in range(count):
        target = random.randint(20, 900)
        reached = max(int(target * random.uniform(0.6, 1.3)), 1)
        figures.append([_count(target), _count(reached), _percent(reached, target)])
    heads = ["No", "Indikator", "Target", "Realisasi", "Capaian (%)"]
    rows = _table([f"Jumlah {name.casefold()}" for name in _names(random, count)], figures, ())
    return heads, rows, "Capaian indikator kinerja"


def _shares(random: Random, count: int) -> tuple[list[str], list[list[str]], str]:
    numbers = [random.randint(30, 2400) for _ in range(count)]
    figures = [[_count(number), _percent(number, sum(numbers))] for number in numbers]
    heads = ["No", "Jenis", "Jumlah", "Bagian (%)"]
    rows = _table(_names(random, count), figures, [_count(sum(numbers)), "100,00"])
    return heads, rows, "Kunjungan menurut tempat"
