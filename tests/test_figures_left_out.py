"""A figure that was left out: the empty cell is among the repairs, with what it should print."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from folders import OTHERS, made_up
from test_bukti import rule, table

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.binding.rulebook import bind

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from adversary import BAD, attacked, run

BUDGET = "tabel:\n  anggaran: {label: Tabel 3.8, transkripsi: ganda}\n"
TABLE = (
    "kode,sasaran,program,pagu,realisasi,serapan\n"
    'a,,A,40.000.000,20.000.000,"50,00"\nb,,B,30.000.000,-,{share}\n'
    'c,,C,20.000.000,14.000.000,"70,00"\njumlah,,JUMLAH,90.000.000,{total},{of_all}\n'
)


def wrong(base: Path, table: str, told: str = BUDGET, **types: str) -> list[Finding]:
    name = "uji" if types else "anggaran"
    found = verify(made_up(base, told, {name: table}, types)).findings
    return [finding for finding in found if finding.is_wrong]


def put_in(findings: list[Finding]) -> dict[str, str | None]:
    """The empty cells among the repairs, each with what it should print."""
    parts = (r.cells[0] for f in findings for r in f.remedies if len(r.cells) == 1)
    return {str(part.cell.address): part.text for part in parts if part.cell.is_empty}


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ('"60,00"', {"anggaran[b].realisasi": "18.000.000"}),  # 52 less 20 and 14 million
        ("-", {"anggaran[b].realisasi": "18.000.000"}),
        ('"50,00"', {}),  # 18 of 30 are 60 percent: it was not left out, or not that alone
    ],
)
def test_the_figure_that_a_total_misses_is_put_in(
    tmp_path: Path, share: str, expected: dict[str, str]
) -> None:
    findings = wrong(tmp_path, TABLE.format(share=share, total="52.000.000", of_all='"57,78"'))

    assert put_in(findings) == expected
    told = "Tabel 3.8, B - Realisasi: kosong, seharusnya 18.000.000"
    assert [told in finding.message for finding in findings] == [bool(expected)]


def test_a_total_below_its_rows_misses_no_figure(tmp_path: Path) -> None:
    # 30 million are less than 20 and 14: nobody realises less than nothing.
    table = TABLE.format(share="-", total="30.000.000", of_all='"33,33"')
    assert put_in(wrong(tmp_path, table)) == {}


def test_a_total_that_is_proven_wrong_stays_so_beside_an_empty_cell(tmp_path: Path) -> None:
    # 340 million for 34: its share, 37,78 of 90, says the same as the rows.
    table = TABLE.format(share="-", total="340.000.000", of_all='"37,78"')
    (finding,) = wrong(tmp_path, table)

    assert finding.verdict == "terbukti" and put_in([finding]) == {}


STAFF = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
IN_COLUMNS = rule("k", "bertingkat", "kolom: [l, p, jml]")
IN_ROWS = rule("baris", "jumlah", "baris: '*', hasil: .jml, bagian: [.l, .p]")
SHARES = table("l:orang:eksak p:orang:eksak jml:orang:eksak", IN_ROWS + IN_COLUMNS)
REST = table(
    "pagu:rupiah:eksak nyata:rupiah:eksak sisa:rupiah:eksak",
    rule("s", "selisih", "baris: '*', hasil: .sisa, dari: .pagu, kurang: .nyata")
    + rule("k", "bertingkat", "kolom: [pagu, nyata]"),
)


def test_of_a_row_that_prints_nothing_each_figure_is_told(tmp_path: Path) -> None:
    # 900 less 400 and 300, 700 less 350 and 250; what is left of them nothing adds up.
    table = "kode,pagu,nyata,sisa\na,400,350,50\nb,-,-,-\nc,300,250,50\njumlah,900,700,-\n"
    findings = wrong(tmp_path, table, STAFF, uji=REST)

    assert [put_in([f]) for f in findings] == [{"uji[b].pagu": "200"}, {"uji[b].nyata": "100"}]


def test_two_figures_that_are_left_out_are_told_each_in_its_own_sum(tmp_path: Path) -> None:
    # 5 women of b are in its own sum, in that of the column and in the whole; the 8 of c's row are
    # left out as well, so that the column of sums misses 8: 22 less 5 and 9.
    table = "kode,l,p,jml\na,2,3,5\nb,4,-,9\nc,6,2,-\njumlah,12,10,22\n"
    findings = wrong(tmp_path, table, STAFF, uji=SHARES)

    told = {where: text for f in findings for where, text in put_in([f]).items()}
    assert told == {"uji[b].p": "5", "uji[c].jml": "8"}


def test_two_figures_of_one_column_are_told_by_what_stands_beside_them(tmp_path: Path) -> None:
    # 350 and 50 make 400, 250 and 60 make 310: the 710 that 1.110 is more than the 400 of c.
    table = "kode,pagu,nyata,sisa\na,-,350,50\nb,-,250,60\nc,400,350,50\njumlah,1.110,950,-\n"
    (finding,) = wrong(tmp_path, table, STAFF, uji=REST)

    (both,) = (remedy for remedy in finding.remedies if remedy.cells[0].cell.is_empty)
    assert [part.text for part in both.cells] == ["400", "310"]
    assert "a - pagu: kosong, seharusnya 400 dan Tabel 1, b - pagu: kosong" in finding.message


def test_a_quarter_is_put_in_that_only_the_sum_of_its_own_row_lacks(tmp_path: Path) -> None:
    # 30 until the second quarter and 70 until the third leave 40.
    until = rule("s", "jumlah", "hasil: '[c].kum', bagian: ['[c].l', '[b].kum']")
    schema = table("l:orang:eksak kum:orang:eksak", until)
    csv = "kode,l,kum\na,10,10\nb,20,30\nc,-,70\n"

    assert put_in(wrong(tmp_path, csv, STAFF, uji=schema)) == {"uji[c].l": "40"}


def test_a_count_of_rows_lacks_no_figure(tmp_path: Path) -> None:
    # The table has two rows and prints 3: what is counted is no cell. 3 and 4 of a are no 9.
    counted = rule("n", "cacah", "hasil: '[jumlah].l', tabel: uji")
    table = "kode,l,p,jml\na,3,4,9\nb,0,-,-\njumlah,3,4,9\n"
    found = wrong(tmp_path, table, STAFF, uji=SHARES + counted)

    assert {f.label for f in found} == {"a - jml", "jumlah - l"}


def test_a_row_that_two_sums_lack_alike_is_told_with_a_figure_for_each(tmp_path: Path) -> None:
    # 10 and 18 of 40 are 25 and 45 percent: the 12 of a, 30 percent, are in both totals alone.
    share = "baris: '*', hasil: .porsi, pembilang: .n, penyebut: '[jumlah].n'"
    rules = rule("k", "bertingkat", "kolom: [n, porsi]") + rule("p", "rasio", share)
    csv = 'kode,n,porsi\na,-,-\nb,10,"25,00"\nc,18,"45,00"\njumlah,40,"100,00"\n'
    schema = table("n:orang:eksak porsi:persen:bulat", rules)
    found = wrong(tmp_path, csv, STAFF, uji=schema)

    parts = {
        str(part.cell.address): part.prints
        for finding in found for r in finding.remedies for part in r.cells if part.cell.is_empty
    }  # fmt: skip
    assert parts.keys() == {"uji[a].n", "uji[a].porsi"}
    assert parts["uji[a].n"] and parts["uji[a].n"].contains(12)
    assert parts["uji[a].porsi"] and parts["uji[a].porsi"].contains(30)


def test_two_figures_that_come_to_another_sum_are_not_told(tmp_path: Path) -> None:
    table = "kode,pagu,nyata,sisa\na,-,350,50\nb,-,250,60\nc,400,350,50\njumlah,1.120,950,-\n"
    (finding,) = wrong(tmp_path, table, STAFF, uji=REST)

    assert not any(part.cell.is_empty for r in finding.remedies for part in r.cells)


def test_a_count_that_its_row_and_its_column_miss_is_told_with_both(tmp_path: Path) -> None:
    # Of b's 9 the 4 men stand there: 5 women, and 3 + 5 + 2 = 10 of them in all.
    table = "kode,l,p,jml\na,2,3,5\nb,4,-,9\nc,6,2,8\njumlah,12,10,22\n"
    findings = wrong(tmp_path, table, STAFF, uji=SHARES)

    assert {f.verdict for f in findings} == {"ambigu"}
    assert [put_in([f]) for f in findings] == [{"uji[b].p": "5"}] * len(findings)


def test_of_many_empty_cells_one_line_tells(tmp_path: Path) -> None:
    # Nothing says in which of four rows the 7 women of the total belong.
    rows = "".join(f"{row},2,-,-\n" for row in "bcde")
    table = f"kode,l,p,jml\na,2,3,5\n{rows}jumlah,10,10,-\n"
    (finding,) = wrong(tmp_path, table, STAFF, uji=SHARES)

    assert set(put_in([finding]).values()) == {"7"} and len(put_in([finding])) == 4
    told = "Tabel 1, kolom p: salah satu dari 4 sel kosong (b, c, d, e), seharusnya 7"
    assert told in finding.message


MEAN = table(
    "nilai:persen:bulat", rule("r", "rerata", "hasil: '[rata].nilai', bagian: ['[*].nilai']")
)
MEAN = MEAN.replace("total: [jumlah]", "total: [rata]")


def test_a_mean_tells_what_it_was_reckoned_with(tmp_path: Path) -> None:
    # 80,00 and 90,00 have the mean 85,00; 76,67 is that of 80, 90 and 60: 59,995 to 60,025 there.
    table = 'kode,nilai\na,"80,00"\nb,-\nc,"90,00"\nrata,"76,67"\n'
    (finding,) = wrong(tmp_path, table, STAFF, uji=MEAN)

    (part,) = (r.cells[0] for r in finding.remedies if r.cells[0].cell.is_empty)
    assert part.cell.address == Address("uji", "b", "nilai")
    assert part.prints is not None and part.prints.contains(Fraction(60))


def test_a_mean_that_lacks_two_figures_tells_neither(tmp_path: Path) -> None:
    # 80 and 90 have the mean 85; which two more make it 76,67 nobody knows: it was a traceback.
    table = 'kode,nilai\na,"80,00"\nb,-\nc,"90,00"\nd,-\nrata,"76,67"\n'
    (finding,) = wrong(tmp_path, table, STAFF, uji=MEAN)

    assert finding.verdict == "ambigu"
    assert not any(part.cell.is_empty for r in finding.remedies for part in r.cells)


def test_a_figure_that_is_put_in_by_a_correction_settles_what_missed_it(tmp_path: Path) -> None:
    table = TABLE.format(share='"60,00"', total="52.000.000", of_all='"57,78"')
    fixed = "sel,tercetak,menjadi,alasan,sertifikat\nanggaran[b].realisasi,-,18.000.000,lra,\n"
    found = verify(made_up(tmp_path, BUDGET, {"anggaran": table, "koreksi": fixed}))

    assert [found.is_settled(finding) for finding in found.findings] == [True]
    assert not verify(found.report.used()).findings


@pytest.mark.parametrize("family", ["figure left out", "row left out", "total of a doubled row"])
def test_a_sample_of_what_is_left_out_proves_no_right_figure(family: str) -> None:
    rows, _ = run(attacked(seed=411, count=40, only=family), show=0)

    own = rows[f"  {family}"]
    assert {name: own[name] for name in BAD} == dict.fromkeys(BAD, 0)
    assert own["truth among repairs"] >= own["found"] * 9 // 10 > 0


@pytest.mark.parametrize(
    ("agency", "year", "data"),
    [
        ("dindagkop-ukm-blora", 2021, None),
        ("rsud-rekaan", 2023, OTHERS),
    ],
)
def test_the_rules_around_one_table_are_made_as_with_all_others(
    agency: str, year: int, data: Path | None
) -> None:
    report = load(agency, year, data)
    every = {rule.head.name: rule.cells for rule in bind(report)}
    for name in report.tables:
        fewer = {rule.head.name: rule.cells for rule in bind(report, {name})}
        holding = [rule for rule, cells in every.items() if name in {c.table for c in cells}]
        assert [rule for rule in fewer if rule in holding] == holding
        assert [rule for rule in every.items() if rule[0] in fewer] == list(fewer.items())
    assert bind(report, set()) == ()
