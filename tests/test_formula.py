"""A formula is declared once: its words, its reckonings on the pages and its figures are one.

What stands before the last "=" of every popover is evaluated here by a reader of arithmetic of its
own, and must give what stands behind it and what the page shows.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from folders import OTHERS
from hypothesis import given
from hypothesis import strategies as st
from test_one_formula import CASES, _two_targets
from years import AGENCY

import lkjip_analysis as lkjip
from lkjip_analysis.building.one_report import Built, build
from lkjip_analysis.numbers.metrics import FORMULAS, jumlah, rerata

FIGURE = r"-?\d[\d.]*(?:,\d+)?"
NO_ARITHMETIC = ("dicocokkan dengan skala", " → ", "menurut kebijakan laporan")
"""Reckonings that are no arithmetic: classes, corrections, policies."""


def value(text: str) -> Fraction:
    plain = text.replace(".", "").replace(",", ".").replace("−", "-")
    return Fraction(Decimal(plain))


def evaluated(worked: str) -> float:
    """A reckoning in words and signs as a number, by Python's own arithmetic."""
    told, _, cap = worked.partition(", paling banyak ")
    told = told.removesuffix(", antara −20 dan 20")
    told = re.sub(FIGURE, lambda found: f"({float(value(found[0]))!r})", told)
    for sign, python in (("÷", "/"), ("×", "*"), ("−", "-"), ("pangkat", "**"), ("%", "/100")):
        told = told.replace(sign, python)
    assert re.fullmatch(r"[-+*/(). 0-9e]+", told), told
    found = float(eval(told))
    if ", antara" in worked:
        found = max(-20.0, min(20.0, found))
    return min(found, float(value(cap))) if cap else found


def traces(page: Tag) -> list[tuple[str, str, str, str]]:
    """Of each computed figure: its place, what the page shows, the formula, the reckoning."""
    known = {trace.get("id"): trace for trace in page.select(".jejak")}
    found = []
    for button in page.select("td button.asal"):
        trace = known[button.get("popovertarget")]
        shown = button.get_text().removesuffix(", cara menghitung")
        formula, worked = (" ".join(p.get_text().split()) for p in trace.select("p")[1:3])
        found.append((str(trace.get("id")), shown, formula, worked))
    return found


def check(place: str, shown: str, formula: str, worked: str) -> bool:
    """Was the reckoning evaluated? A count and a class are held in their own way."""
    if formula.startswith(("sebagaimana tercetak", "isi kolom")) or any(
        words in worked for words in NO_ARITHMETIC
    ):
        return False
    if formula.startswith("banyaknya"):
        assert worked.startswith(f"{shown} dari "), (place, shown, worked)
        return True
    reckoning, _, result = worked.rpartition(" = ")
    if " di dalam " in reckoning:  # inside the range that is the target
        assert (value(shown), value(result)) == (100, 100), place
        return True
    if ", target sudah tercapai" in worked:
        assert shown.strip("0,.") == "" and formula.endswith("0 bila sudah tercapai"), place
        return True
    if "angka lain" not in reckoning:
        assert evaluated(reckoning) == pytest.approx(float(value(result)), abs=1e-3), place
    decimals = len(shown.partition(",")[2])
    assert abs(value(result) - value(shown)) <= Fraction(1, 2 * 10**decimals) + Fraction(
        1, 10000
    ), (place, shown, worked)
    return True


def held(page: Tag) -> int:
    return sum(check(*one) for one in traces(page))


@pytest.mark.parametrize(
    ("name", "least"),
    [("01_kinerja", 7), ("02_koperasi_umkm", 100), ("03_ekspor_pasar", 40), ("04_anggaran", 30),
     ("05_sumber_daya", 20), ("06_tren", 40)],
)  # fmt: skip
def test_every_reckoning_of_a_page_gives_the_figure_beside_it(
    name: str, least: int, blora_built: Built
) -> None:
    text = (blora_built.index.parent / f"{name}.html").read_text("utf-8")
    assert held(BeautifulSoup(text, "html.parser")) >= least


@pytest.mark.parametrize(
    ("instansi", "tahun"), [("dinas-kesehatan-rekaan", 2023), ("kabupaten-wonogiri", 2020)]
)
def test_so_does_every_reckoning_of_another_agency(
    instansi: str, tahun: int, tmp_path: Path
) -> None:
    built = build(instansi, tahun, data=OTHERS, reports=tmp_path)
    pages = sorted(built.index.parent.glob("0[1-6]_*.html"))
    counts = [held(BeautifulSoup(page.read_text("utf-8"), "html.parser")) for page in pages]
    assert pages and sum(counts) > 10


@pytest.mark.parametrize(("indicator", "target", "done", "capaian", "words"), CASES)
def test_a_formula_with_a_direction_or_a_cap_is_reckoned_as_it_is_told(
    tmp_path: Path, indicator: str, target: str, done: str, capaian: int, words: str
) -> None:
    _two_targets(tmp_path, indicator, target, done)
    shown = lkjip.tabel(lkjip.tren(AGENCY, tmp_path).dua_target()).html  # type: ignore[union-attr]
    found = [one for one in traces(BeautifulSoup(shown, "html.parser"))
             if one[0].endswith("capaian_perubahan")]  # fmt: skip
    assert [check(*one) for one in found] == [True]
    assert evaluated(found[0][3].rpartition(" = ")[0]) == capaian and words in found[0][2]


FIGURES = st.integers(1, 10**6).map(float)


@pytest.mark.parametrize(
    "name", [one.nama for one in FORMULAS.values() if one.fungsi not in (rerata, jumlah)]
)
@given(figures=st.lists(FIGURES, min_size=3, max_size=3))
def test_the_words_of_every_formula_say_what_its_function_computes(
    name: str, figures: list[float]
) -> None:
    formula = FORMULAS[name]
    put = dict(zip(formula.masukan, figures, strict=False))
    if "tahun" in put:
        put["tahun"] = put["tahun"] % 9 + 1
    worked = formula.hitungan(**{one: f"{int(number)}" for one, number in put.items()})
    assert formula.nilai(**put) == pytest.approx(evaluated(worked), rel=1e-9, abs=1e-6)


def test_help_and_the_list_of_measures_say_what_is_declared() -> None:
    for measure in (lkjip.metrics.serapan, lkjip.metrics.capaian, lkjip.metrics.kurs):
        assert "Rumus: " in str(measure.__doc__) and "Sumber: " in str(measure.__doc__)
    listed = lkjip.metrics.daftar()
    assert listed.loc["kurs", "rumus"] == "nilai rupiah ÷ nilai US$"
    assert not listed.loc["efisiensi_pmk", "terverifikasi"]
    assert "(naskah peraturannya belum dibaca)" in str(lkjip.metrics.capaian.__doc__)


def test_the_data_dictionary_prints_the_same_formulas(blora_built: Built) -> None:
    from lkjip_analysis.output.datapackage import dictionary_page

    report = lkjip.load("dindagkop-ukm-blora", 2021).report
    page = dictionary_page.page(report)
    for one in FORMULAS.values():
        assert one.kata() in BeautifulSoup(page, "html.parser").get_text()
