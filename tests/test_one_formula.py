"""Capaian is computed and told by one formula, the indicator's own, on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up
from years import AGENCY, statements, write_year

from lkjip_analysis.analysis import efficiency, standing
from lkjip_analysis.analysis.efficiency_named import definitions_used
from lkjip_analysis.pages.parts import sources_over_years
from lkjip_analysis.pages.sections import formulas_used
from lkjip_analysis.report.history import history

CASES = [
    # 20 where 25 was the limit: T/R gives 125, (2T-R)/T 120.
    ("{nama: A, satuan: kasus, arah: turun, rumus: T/R}", "25", "20", 125, "target ÷ realisasi"),
    ("{nama: A, satuan: kasus, arah: turun}", "25", "20", 120, "(2 × target − realisasi)"),
    ("{nama: A, satuan: kasus, arah: turun, rumus: R/T}", "25", "20", 80, "realisasi ÷ target"),
    # 50 of 25 is 200, and the report caps at 100.
    ("{nama: A, satuan: kasus, arah: naik, maksimum: 100}", "25", "50", 100, "paling banyak 100"),
]


def _two_targets(base: Path, indicator: str, target: str, done: str, more: str = "") -> None:
    laporan = (
        f"indikator:\n  1.a: {indicator}\n{more}"
        "tabel:\n  pernyataan: {label: Angka, transkripsi: ganda}\n"
    )
    rows = [
        f"{name},A,1.a,{name},2021,,{value},kasus,eksak,DPA,laporan tahun itu,"
        for name, value in (
            ("target_awal", "30"),
            ("target_perubahan", target),
            ("realisasi", done),
        )
    ]
    write_year(base, 2021, laporan, {"pernyataan": statements(*rows)})


@pytest.mark.parametrize(("indicator", "target", "done", "capaian", "words"), CASES)
def test_two_targets_are_held_by_the_indicators_own_formula_and_cap(
    tmp_path: Path, indicator: str, target: str, done: str, capaian: int, words: str
) -> None:
    _two_targets(tmp_path, indicator, target, done)
    past = history(AGENCY, tmp_path)
    frame = standing.targets(past)
    assert frame["capaian_perubahan"].tolist() == [capaian]
    traces = sources_over_years.targets(sources_over_years.sources(past, 2021), frame, past)
    trace = traces[0, "capaian_perubahan"]
    assert words in trace.formula and trace.worked.endswith(f"= {capaian}")


def test_a_cap_of_the_whole_report_holds_over_the_years_too(tmp_path: Path) -> None:
    policy = "kebijakan: {capaian_maksimum: 120}\n"
    _two_targets(tmp_path, "{nama: A, satuan: kasus, arah: naik}", "25", "50", policy)
    frame = standing.targets(history(AGENCY, tmp_path))
    # 50 of 30 is 166,67 and 50 of 25 is 200; the report prints no more than 120.
    assert frame[["capaian_awal", "capaian_perubahan"]].to_numpy().tolist() == [[120, 120]]


EFFICIENCY = """\
indikator:
  1.a: {{nama: A, satuan: persen, arah: naik, presisi: bulat}}
tabel:
  capaian: {{label: Tabel 3.1, transkripsi: ganda}}
  anggaran: {{label: Tabel 3.2, transkripsi: ganda}}
  klaim: {{label: Naskah, transkripsi: ganda}}
{rules}"""
RULE = """\
aturan:
  - {nama: arti, jenis: efisiensi, hasil: "klaim[e].nilai", pembilang: "anggaran[1.p].realisasi",
     penyebut: "anggaran[1.p].pagu", bagian: "capaian[*].capaian", sebab: s}
"""


@pytest.mark.parametrize(
    ("printed", "rules", "used"),
    [
        # 984 of 1.000 is 98,40 percent; 1,60 is left; capaian 110 less 98,40 is 11,60.
        ("1,60%", RULE, "sisa"),
        ("11,60%", RULE, "selisih"),
        ("98,40%", RULE, "serapan"),
        ("7,00%", RULE, ""),
        ("1,60%", "", ""),
    ],
)
def test_a_definition_is_called_the_reports_own_only_where_it_gives_its_figure(
    tmp_path: Path, printed: str, rules: str, used: str
) -> None:
    report = made_up(
        tmp_path,
        EFFICIENCY.format(rules=rules),
        {
            "capaian": 'kode,indikator,target,realisasi,capaian\n1.a,A,100,110,"110,00"\n',
            "anggaran": "kode,program,pagu,realisasi\n1.p,P,1.000,984\n",
            "klaim": f'{KLAIM}e,B,1,Efisiensi,"{printed}",angka,persen,bulat,,,,\n',
        },
    )
    assert set(definitions_used(report).values()) == ({used} if used else set())
    told = efficiency.efisiensi(report)["keterangan"]
    own = [name for name in told.index if "dipakai laporan ini" in told[name]]
    assert own == ([used] if used in told.index else [])


@pytest.mark.parametrize(
    ("indicators", "formulas"),
    [
        (
            "  1.a: {nama: A, arah: naik, presisi: bulat}\n"
            "  1.b: {nama: B, arah: naik, presisi: bulat}\n",
            ["Capaian dihitung: realisasi ÷ target × 100."],
        ),
        (
            "  1.a: {nama: A, arah: naik, presisi: bulat}\n"
            "  1.b: {nama: B, arah: turun, rumus: T/R, presisi: bulat}\n",
            [
                "A, capaian: realisasi ÷ target × 100",
                "B (makin rendah makin baik), capaian: target ÷ realisasi × 100",
            ],
        ),
        (
            "  1.a: {nama: A, arah: turun, presisi: bulat}\n"
            "  1.b: {nama: B, arah: naik, maksimum: 100, presisi: bulat}\n",
            [
                "A (makin rendah makin baik), capaian: (2 × target − realisasi) ÷ target × 100",
                "B, capaian: realisasi ÷ target × 100, paling banyak 100",
            ],
        ),
        (
            "".join(f"  1.{k}: {{nama: {k}, arah: naik, presisi: bulat}}\n" for k in "defg")
            + "  1.a: {nama: A, arah: turun, presisi: bulat}\n"
            "  1.b: {nama: B, arah: turun, rumus: T/R, presisi: bulat}\n",
            [
                "A (makin rendah makin baik), capaian: (2 × target − realisasi) ÷ target × 100",
                "B (makin rendah makin baik), capaian: target ÷ realisasi × 100",
                "Indikator lain, capaian: realisasi ÷ target × 100",
            ],
        ),
    ],
)
def test_the_page_names_the_formulas_of_its_indicators_and_no_other(
    tmp_path: Path, indicators: str, formulas: list[str]
) -> None:
    laporan = f"indikator:\n{indicators}tabel:\n  capaian: {{label: Tabel 1, transkripsi: ganda}}\n"
    rows = "kode,indikator,target,realisasi,capaian\n1.a,A,25,20,\n1.b,B,10,10,\n1.c,C,n/a,n/a,\n"
    rows += "".join(f"1.{k},{k},5,5,\n" for k in "defg" if f"1.{k}:" in indicators)
    shown = formulas_used(made_up(tmp_path, laporan, {"capaian": rows}))
    assert shown.rows == formulas
