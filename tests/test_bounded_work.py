"""The work of one report has bounds that are counted, and what was not looked for is said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from folders import made_up
from growth import check_calls
from test_many_failures import SHARES, TABLE, exchanged_pairs, figure, searched

from lkjip_analysis.checking.acts.whole_groups import WholeGroups
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.locating import exchanges, rounding, smallest_repairs
from lkjip_analysis.checking.locating.exchanges import exchanged, within
from lkjip_analysis.checking.locating.joint_prints import Witness
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import Marks
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Head, Linear, Rule, Same
from lkjip_analysis.rules.binding import rulebook
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Figure, Value, Values

COLUMN = """
judul: Pegawai
arti: Pegawai tiap unit
kunci: kode
nama_baris: nama
kolom:
  kode: {tipe: kunci, judul: Kode, arti: kode}
  nama: {tipe: teks, judul: Nama}
  lama: {tipe: angka, judul: Lama, satuan: orang, presisi: eksak, arti: lama}
  baru: {tipe: angka, judul: Baru, satuan: orang, presisi: eksak, arti: baru}
"""


def sums(folder: Path, rules: int, rows: int) -> Report:
    """So many figures, each said to be the sum of one column; none is."""
    named = "".join(
        f'  - {{nama: jumlah_{i}, jenis: jumlah, hasil: "unit[u{i}].baru", bagian: "unit[*].lama", '
        f"dasar: tercetak, sebab: jumlah}}\n"
        for i in range(rules)
    )
    table = f"tabel:\n  unit: {{tipe: unit, label: Tabel 1, transkripsi: ganda}}\naturan:\n{named}"
    lines = "".join(f"u{i},Unit {i},{i + 1},{i + 2}\n" for i in range(rows))
    return made_up(folder, table, {"unit": f"kode,nama,lama,baru\n{lines}"}, {"unit": COLUMN})


def test_what_a_wish_rests_on_is_kept_by_relation_not_by_figure(tmp_path: Path) -> None:
    search, failed = searched(sums(tmp_path, 3, 40))
    lama = [cell for cell in failed[0].cells if cell.column == "lama"]
    changed = search.network.values.changing({lama[0]: figure(900)})

    for rule in failed:
        for cell in lama:
            search.wishes.wish(cell, rule, changed, True)

    # Three sums of 40 figures: three sets of 41, not 120 of them.
    assert [len(held) for (held,) in search.wishes.resting.values()] == [41] * 3


def test_more_failing_figures_than_a_search_comes_through_are_told_without_a_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = sums(tmp_path, 3, 10)
    assert all(finding.remedies for finding in verify(report).findings)
    # Each of the three sums holds ten figures and its result: 33.
    monkeypatch.setattr(smallest_repairs, "MAX_FAILING", 33)
    assert all(finding.remedies for finding in verify(report).findings)

    monkeypatch.setattr(smallest_repairs, "MAX_FAILING", 32)
    asked: list[str] = []
    monkeypatch.setattr(Search, "by", lambda *told: asked.append("by"))
    found = verify(report).findings

    assert not asked
    assert [finding.verdict for finding in found] == ["ambigu"] * 3
    for place, finding in enumerate(found):
        assert not finding.remedies
        assert "diperiksa tanpa mencari penyebab" in finding.message
        assert "Tabel 1 (unit.csv baris 2-11)" in finding.message
        assert f"laporan.jumlah_{place}" in finding.message


def test_repairs_for_which_no_print_was_tried_stand_and_none_is_proven(
    blora_verified: Verification, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smallest_repairs, "MAX_TRIED", -1)
    untried = verify(blora_verified.report).findings
    assert not any(finding.verdict == "terbukti" for finding in untried)

    still = set().union(*map(repaired, untried))
    proven = [found for found in blora_verified.findings if found.verdict == "terbukti"]
    assert len(proven) == 4
    assert all(repaired(finding) <= still for finding in proven)


def repaired(finding: Finding) -> set[tuple[Address, str]]:
    """The figures that its repairs change, with what they would print."""
    prints = (told for remedy in finding.remedies for told in remedy.cells)
    return {(told.cell.address, told.text) for told in prints}


def test_tables_of_thousands_of_ordinary_rows_are_searched() -> None:
    # A share is reckoned from two figures; 5.000 rows may all fail beside three totals of them all.
    assert smallest_repairs.MAX_FAILING > 5_000 * 3 + 3 * 5_001


def test_exchanges_are_tested_so_often_and_what_is_left_stays_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search, apart = exchanged_pairs(6)
    assert len(exchanged(search, apart)) == 6
    assert search.exchanges > 10 and not search.open

    monkeypatch.setattr(exchanges, "MAX_TESTED", 10)
    search, apart = exchanged_pairs(6)
    exchanged(search, apart)

    # Two figures are exchanged, each in one relation: the last trial may go beyond by as many.
    assert 10 < search.exchanges <= 12
    assert "jumlah[11]" in search.open

    repairs = within(search, apart[0][0])
    assert repairs == [] and "jumlah[0]" in search.open
    assert search.exchanges <= 12


def old_base(folder: Path, rows: int) -> Report:
    """Shares of nine tenths of the total that is printed, which adds up."""
    amounts = [1_000_000 * (7 + 3 * i % 101) for i in range(rows)]
    lines = [
        f'p{i},Nama {i},{number(amount)},"{number(Fraction(1000 * amount, 9 * sum(amounts)), 4)}"\n'
        for i, amount in enumerate(amounts)
    ]
    csv = f'kode,nama,pagu,porsi\n{"".join(lines)}jumlah,Jumlah,{number(sum(amounts))},"100,0000"\n'
    return made_up(folder, TABLE, {"porsi": csv}, {"porsi": SHARES})


def test_figures_beside_other_roots_are_asked_so_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    count = Search._count_wishes

    def noted(self: Search, wishes: int) -> None:
        counted.append(wishes)
        count(self, wishes)

    monkeypatch.setattr(Search, "_count_wishes", noted)
    report = old_base(tmp_path, 12)
    verify(report)
    assert sum(counted) > 300

    counted.clear()
    monkeypatch.setattr(smallest_repairs, "MAX_WISHES", 100)
    findings = verify(report).findings

    # Each of the two searches, for all shares and for what is left, ends where it goes beyond.
    assert 100 < sum(counted) <= 100 + 2 * 12
    assert {finding.verdict for finding in findings} == {"ambigu"}


def test_relations_of_one_report_hold_so_many_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = sums(tmp_path, 4, 10)  # each holds ten figures and its result: 44
    monkeypatch.setattr(rulebook, "MAX_FIGURES", 44)
    assert len(bind(report)) == 4

    monkeypatch.setattr(rulebook, "MAX_FIGURES", 43)
    with pytest.raises(InputError, match=r"more than 43 figures together, laporan\.jumlah_3 among"):
        bind(report)


def chain(length: int) -> Network:
    """Each figure is the one before and one more; every second relation fails."""
    cells = [Address("t", f"r{i:05}", "a") for i in range(length)]
    printed: dict[Address, Value] = {
        cell: figure(i + (i % 2 and 5)) for i, cell in enumerate(cells)
    }
    rules: list[Rule] = []
    for i in range(1, length):
        head = Head(f"{i}", "selisih", "tercetak", "")
        weights = {cells[i]: Fraction(-1), cells[i - 1]: Fraction(1)}
        rules.append(Linear(head, weights, cells[i], Fraction(1)))
    return Network(rules, frozenset(), Values(printed))  # none is taken to fail: all are followed


def test_what_a_figure_reaches_is_carried_back_along_each_way_once() -> None:
    network = chain(6)
    cells = sorted(network.by_cell)

    carried = network.carried_back({cells[3]: 0b01, cells[5]: 0b10})

    # The sixth comes from all before it, the fourth from the first three.
    assert carried == dict(zip(cells, [0b11, 0b11, 0b11, 0b11, 0b10, 0b10], strict=True))


def test_groups_know_what_reaches_them_as_if_each_relation_were_asked() -> None:
    network = chain(9)
    groups = [[network.rules[1], network.rules[4]], [network.rules[6]], [network.rules[7]]]
    known = WholeGroups(network, groups)
    flat = [rule for group in groups for rule in group]
    for cell in network.by_cell:
        own = sum(1 << i for i, rule in enumerate(flat) if cell in network.origins(rule.cells))
        assert known._onward.get(cell, 0) == own


def test_a_long_chain_costs_what_its_length_does() -> None:
    networks = {length: chain(length) for length in (100, 400, 25)}

    def act(length: int) -> None:
        network = networks[length]
        network.carried_back({rule.result: 1 << i for i, rule in enumerate(network.rules)})

    check_calls(act, 100)


def test_what_follows_a_figure_is_put_in_order_however_long_its_chain() -> None:
    """Told from its end, as where a figure rests on the first one and on all between as well."""
    network = chain(3_000)
    first, *others = sorted(network.by_cell)
    changes = {cell: network.printed[cell] for cell in (first, *reversed(others))}
    witness = Witness(network, changes, (first,), ())
    assert list(witness._order()) == [first, *others]


def test_groups_without_an_exchange_are_not_gone_through_for_each() -> None:
    def act(pairs: int) -> None:
        exchanged(*exchanged_pairs(pairs))

    check_calls(act, 40)


def copies(count: int) -> Network:
    """So many prints of one figure, each said to repeat the one before, the last one first."""
    cells = [Address("klaim", f"k{i:05}", "nilai") for i in range(count)]
    rules = [
        Same(Head(f"{i}", "sama", "tercetak", ""), cells[i], cells[i - 1])
        for i in reversed(range(1, count))
    ]
    return Network(rules, frozenset(), Values(dict.fromkeys(cells, figure(7))))


def test_a_figure_repeated_from_repeat_to_repeat_is_one_witness_at_once() -> None:
    network = copies(300)
    first = Address("klaim", "k00000", "nilai")
    assert set(network.witness.values()) == {first}
    assert len(network.copies_of(first)) == 300

    made = {count: copies(count) for count in (100, 400, 25)}
    check_calls(lambda count: [made[count].__class__.witness.func(made[count])], 100)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(40))
def test_marks_are_the_first_of_what_was_joined(seed: int) -> None:
    chance, marks, groups = random.Random(seed), Marks[int](), {i: {i} for i in range(20)}
    for _ in range(12):
        one, other = chance.sample(range(20), 2)
        marks.join(one, other)
        both = groups[one] | groups[other]
        groups.update(dict.fromkeys(both, both))
    assert [marks.of(i) for i in range(20)] == [min(groups[i]) for i in range(20)]


@pytest.mark.parametrize("seed", range(60))
def test_a_sum_may_be_rounded_as_if_each_of_its_figures_were_read_loosely(seed: int) -> None:
    chance = random.Random(seed)
    cells = [Address("t", f"r{i}", "a") for i in range(6)]
    half = [chance.choice([Fraction(0), Fraction(1, 200)]) for _ in cells]
    printed: dict[Address, Value] = {
        cell: Figure(_point(chance), half[i], 2) for i, cell in enumerate(cells)
    }
    weights = {cell: Fraction(chance.choice([1, 1, 2, -1])) for cell in cells[1:]}
    rule = Linear(
        Head("j", "jumlah", "tercetak", ""), {cells[0]: Fraction(-2), **weights}, cells[0]
    )
    some = chance.sample(cells, chance.randrange(3))
    values = Values(printed).changing({c: Figure(_point(chance), Fraction(0), 2) for c in some})

    every = rounding._loosened(cells, values)

    plain = bool(every) and rounding.holds(rule, values.changing(every))
    assert rounding._could_be_rounding(rule, values) == plain


def _point(chance: random.Random) -> Interval:
    told = Fraction(chance.randrange(8), 100)
    return Interval(told, told)
