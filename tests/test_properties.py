"""What must hold for every figure, every rule and every folder, tried with made-up ones.

python -m pytest tests/test_properties.py                       a sample, always the same
LKJIP_EXAMPLES=2000 python -m pytest tests/test_properties.py    the long run, with new ones
"""

from __future__ import annotations

import csv
import io
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from folders import OTHERS, made_up
from hypothesis import given
from hypothesis import strategies as st

from lkjip_analysis.checking.locating.rounding import holds, tolerable
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.metrics import Arah, Rumus
from lkjip_analysis.numbers.printed import OF_ONE, Style, read
from lkjip_analysis.numbers.written import alike, number
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Values, printed_values

TESTS = Path(__file__).parent

WHOLE = st.integers(min_value=0, max_value=10**15)
PLACES = st.integers(min_value=0, max_value=4)
STYLES = st.sampled_from(OF_ONE)


def shown(digits: int, places: int, style: Style, sign: str = "") -> str:
    """`digits` / 10^places with grouped thousands, written by hand."""
    whole, rest = divmod(digits, 10**places)
    mark = {"indonesia": (".", ","), "inggris": (",", ".")}[style]
    grouped = f"{whole:,}".replace(",", mark[0])
    return sign + grouped + (mark[1] + f"{rest:0{places}}" if places else "")


@given(WHOLE, PLACES, STYLES, st.sampled_from(["", "-", "−"]))
def test_a_grouped_figure_of_either_style_is_read_as_its_digits_say(
    digits: int, places: int, style: Style, sign: str
) -> None:
    figure = read(shown(digits, places, style, sign), style)
    assert figure.value == Fraction(-digits if sign else digits, 10**places)
    assert figure.decimals == places and not figure.off_style


@given(WHOLE, PLACES)
def test_what_is_printed_is_read_back_as_it_was(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    assert read(number(value, places)).value == value


SIGNED = st.integers(min_value=-(10**15), max_value=10**15)
DRESSES = [
    "{}", "+{}", "-{}", "- {}", "({})", "Rp {}", "-Rp {}", "Rp -{}", "(Rp {})", "Rp. {},-",
    "{} %", "-{}%", "{} juta", "{}juta", "-{} miliar",
]  # fmt: skip


@given(WHOLE, SIGNED, PLACES, STYLES, st.sampled_from(DRESSES))
def test_a_figure_printed_like_another_keeps_its_dress_and_has_its_own_sign(
    before: int, after: int, places: int, style: Style, dress: str
) -> None:
    if dress.endswith(",-"):
        places = 0
    original = read(dress.format(shown(before, places, style)), style)
    value = Fraction(after) * original.step  # as fine as the original is printed
    again = read(alike(original, value), style)
    assert again.value == value and again.decimals == original.decimals
    assert again.unit == original.unit and not again.off_style


@given(st.fractions(min_value=0, max_value=10**9).map(Fraction), PLACES)
def test_an_interval_contains_every_value_its_print_may_stand_for(
    true: Fraction, places: int
) -> None:
    scaled = true * 10**places
    rounded = int(scaled + Fraction(1, 2))  # half-up, as people round
    figure = read(shown(rounded, places, "indonesia"))
    assert figure.value is not None
    assert Interval(figure.value, figure.value).widen(figure.step / 2).contains(true)


POSITIVE = st.fractions(min_value=Fraction(1, 1000), max_value=10**9).map(Fraction)
PERCENT = st.fractions(min_value=1, max_value=199).map(Fraction)


@given(
    PERCENT, POSITIVE, st.sampled_from([("naik", "R/T"), ("turun", "(2T-R)/T"), ("turun", "T/R")])
)
def test_solved_forms_of_capaian_undo_the_forward_one(
    reached: Fraction, target: Fraction, how: tuple[Arah, Rumus]
) -> None:
    realisasi = metrics.realisasi_untuk(reached, target, *how)
    assert metrics.capaian(realisasi, target, *how) == reached
    assert metrics.target_untuk(reached, realisasi, *how) == target


@given(PERCENT, POSITIVE)
def test_solved_forms_of_growth_undo_the_forward_one(rate: Fraction, before: Fraction) -> None:
    after = metrics.sekarang_untuk(rate, before)
    assert metrics.pertumbuhan(after, before) == rate
    assert metrics.sebelum_untuk(rate, after) == before


UJI = """\
judul: Uji
arti: Satu kolom cacah dan satu kolom persen
kunci: kode
kolom:
  kode: {tipe: kunci}
  cacah: {tipe: angka, presisi: eksak}
  persen: {tipe: angka, presisi: bulat}
"""
RULES = """\
tabel: {uji: {label: Tabel 1}}
indikator:
  turun: {nama: x, arah: turun}
aturan:
  - {nama: a, jenis: jumlah, hasil: "uji[sum].cacah", bagian: ["uji[a].cacah", "uji[b].cacah"]}
  - {nama: b, jenis: selisih, hasil: "uji[dif].cacah", dari: "uji[sum].cacah",
     kurang: "uji[a].cacah"}
  - {nama: c, jenis: rerata, hasil: "uji[mean].persen", bagian: ["uji[a].cacah", "uji[b].cacah"]}
  - {nama: d, jenis: rasio, hasil: "uji[share].persen", pembilang: "uji[a].cacah",
     penyebut: "uji[b].cacah"}
  - {nama: e, jenis: pertumbuhan, hasil: "uji[grow].persen", sekarang: "uji[a].cacah",
     sebelum: "uji[b].cacah"}
  - {nama: f, jenis: capaian, hasil: "uji[up].persen", realisasi: "uji[a].cacah",
     target: "uji[b].cacah"}
  - {nama: g, jenis: capaian, hasil: "uji[down].persen", realisasi: "uji[a].cacah",
     target: "uji[turun].cacah"}
  - {nama: h, jenis: sama, hasil: "uji[copy].cacah", sumber: "uji[a].cacah"}
  - {nama: i, jenis: k_dari_n, hasil: "uji[k].persen", penyebut: "uji[n].cacah"}
  - {nama: j, jenis: tidak_melebihi, hasil: "uji[a].cacah", penyebut: "uji[sum].cacah"}
  - {nama: k, jenis: cacah, hasil: "uji[rows].cacah", tabel: uji}
  - {nama: l, jenis: kurs, pembilang: ["uji[a].cacah", "uji[b].cacah", "uji[dif].cacah"],
     penyebut: ["uji[a2].cacah", "uji[b2].cacah", "uji[dif2].cacah"]}
"""


def a_sound_table(a: int, b: int, n: int, k: int) -> list[tuple[str, str, str]]:
    """Rows that obey every rule above, worked out here."""
    k = min(n, k)
    hundredths = {
        "mean": Fraction(a + b, 2),
        "share": Fraction(a * 100, b),
        "grow": Fraction((a - b) * 100, b),
        "up": Fraction(a * 100, b),
        "down": (2 - Fraction(a, a + b)) * 100,
        "k": Fraction(k * 100, n),
    }
    counts = {"a": a, "b": b, "sum": a + b, "dif": b, "turun": a + b, "copy": a, "n": n,
              "a2": 7 * a, "b2": 7 * b, "dif2": 7 * b}  # fmt: skip
    counts["rows"] = len(counts) + 1 + len(hundredths)
    rows = [(key, shown(count, 0, "indonesia"), "-") for key, count in counts.items()]
    for key, value in hundredths.items():
        rounded = int(abs(value) * 100 + Fraction(1, 2))
        rows.append(
            (key, "-", shown(rounded, 2, "indonesia", "-" if value < 0 and rounded else ""))
        )
    return rows


def as_csv(rows: list[tuple[str, str, str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("kode", "cacah", "persen"), *rows])
    return text.getvalue()


def of_rows(rows: list[tuple[str, str, str]]) -> Report:
    with tempfile.TemporaryDirectory() as base:
        return made_up(Path(base), RULES, {"uji": as_csv(rows)}, {"uji": UJI})


COUNT = st.integers(min_value=1, max_value=10**7)
SOUND = st.builds(a_sound_table, COUNT, COUNT, st.integers(1, 5000), st.integers(0, 5000))


@given(SOUND)
def test_every_kind_of_rule_wants_of_each_cell_what_a_sound_table_prints(
    rows: list[tuple[str, str, str]],
) -> None:
    report = of_rows(rows)
    values = Values(printed_values(report.cells()))
    rules = bind(report)
    assert len(rules) == 12
    for rule in rules:
        assert holds(rule, values), rule.head.name
        for cell in rule.cells:
            implied = rule.implied(cell, values)
            assert isinstance(implied, Interval)
            assert values.interval(cell).meets(implied), (rule.head.name, cell)


@given(SOUND, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_verdict(
    rows: list[tuple[str, str, str]], chance: random.Random
) -> None:
    spoiled = [(k, c.replace("1", "7", 1) if k == "sum" else c, p) for k, c, p in rows]
    shuffled = chance.sample(spoiled, len(spoiled))
    assert verdicts(verify(of_rows(spoiled))) == verdicts(verify(of_rows(shuffled)))


def verdicts(found: Verification) -> set[tuple[object, ...]]:
    return {
        (f.id, f.kind, f.verdict, f.rules, frozenset(c.address for c in f.named_cells))
        for f in found.findings
    }


@given(SOUND, st.sampled_from(["a", "b", "sum", "dif", "copy", "share", "mean"]), st.integers(0, 9))
def test_a_repair_applied_makes_the_rules_hold(
    rows: list[tuple[str, str, str]], key: str, digit: int
) -> None:
    front = str(digit)
    spoiled = [
        (k, front + count, percent) if k == key and count != "-"
        else (k, count, front + percent) if k == key and percent[0].isdigit()
        else (k, count, percent)
        for k, count, percent in rows
    ]  # fmt: skip
    try:
        report = of_rows(spoiled)
    except InputError:  # a digit in front may break the grouping: refused, as it should be
        return
    found = verify(report)
    by_name = {rule.head.name: rule for rule in found.rules}
    for finding in found.findings:
        if finding.verdict == "terbukti":
            assert finding.cell is not None and finding.cell.address.row == key
        for remedy in finding.remedies if finding.verdict in ("terbukti", "ambigu") else ():
            parts = (*remedy.cells, *remedy.follows)
            if not all(part.text for part in parts):
                continue
            state = Values(printed_values(report.cells()))
            mended = printed_values(rewrite(part.cell, part.text or "") for part in parts)
            state = state.changing(mended)
            assert all(tolerable(by_name[name], state) for name in finding.rules), finding.message


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_tables_in_the_folder_changes_no_verdict(seed: int, tmp_path: Path) -> None:
    source = TESTS / "contoh" / "raw" / "dinas-contoh" / "2022"
    names = ["laporan.yaml", "capaian.csv", "anggaran.csv", "klaim.csv"]
    folder = tmp_path / "raw" / "dinas-contoh" / "2022"
    folder.mkdir(parents=True)
    for name in random.Random(seed).sample(names, len(names)):
        shutil.copy(source / name, folder / name)
    head, tables = (folder / "laporan.yaml").read_text("utf-8").split("tabel:\n")
    lines = tables.splitlines(keepends=True)
    shuffled = "".join(random.Random(seed).sample(lines, len(lines)))
    (folder / "laporan.yaml").write_text(head + "tabel:\n" + shuffled, "utf-8")
    here = verdicts(verify(load("dinas-contoh", 2022, tmp_path)))
    assert here == verdicts(verify(load("dinas-contoh", 2022, TESTS / "contoh")))


def test_another_agency_beside_it_changes_nothing_for_an_agency(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "contoh" / "raw", tmp_path / "raw")
    alone = verify(load("dinas-contoh", 2022, tmp_path)).as_json()
    shutil.copytree(OTHERS / "raw", tmp_path / "raw", dirs_exist_ok=True)
    (tmp_path / "raw" / "dinas-rusak" / "2022").mkdir(parents=True)
    (tmp_path / "raw" / "dinas-rusak" / "2022" / "laporan.yaml").write_text("rusak: [")
    assert verify(load("dinas-contoh", 2022, tmp_path)).as_json() == alone
