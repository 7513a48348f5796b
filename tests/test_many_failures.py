"""Thousands of relations that fail together: each is looked at once, whatever stands beside it.

What is held is the count of the work, never the seconds, and that less work finds the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from folders import made_up
from growth import check_calls

from lkjip_analysis.checking.judging.doubts import Doubts
from lkjip_analysis.checking.judging.whole_column import columns
from lkjip_analysis.checking.locating import exchanges, groups, joined_rules, rule_network
from lkjip_analysis.checking.locating.exchanges import exchanged
from lkjip_analysis.checking.locating.joined_rules import _join_overlapping
from lkjip_analysis.checking.locating.neighbouring_groups import Neighbours
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import Marks
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Head, Linear, Rule, Same
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Figure, Value, Values, printed_values

SHARES = """
judul: Porsi
arti: Porsi tiap baris
kunci: kode
nama_baris: nama
total: [jumlah]
kolom:
  kode: {tipe: kunci, judul: Kode, arti: kode}
  nama: {tipe: teks, judul: Nama}
  pagu: {tipe: angka, judul: Pagu, satuan: rupiah, presisi: eksak, arti: pagu}
  porsi: {tipe: angka, judul: Porsi, satuan: persen, presisi: bulat, arti: porsi}
aturan:
  - {nama: jumlah, jenis: jumlah, hasil: "[jumlah].pagu", bagian: "[*].pagu", dasar: tercetak,
     sebab: jumlah}
  - {nama: porsi, jenis: rasio, baris: "*", hasil: .porsi, pembilang: .pagu,
     penyebut: "[jumlah].pagu", dasar: tercetak, sebab: porsi terhadap jumlah}
"""
TABLE = "tabel:\n  porsi: {tipe: porsi, label: Tabel 1, transkripsi: ganda}\n"


def shares(folder: Path, rows: int) -> Report:
    """Shares of one total, each printed one row too high: each by itself wants another total."""
    amounts = [1_000_000 * (7 + 3 * i % 101) for i in range(rows)]
    told = [number(Fraction(100 * amount, sum(amounts)), 4) for amount in amounts]
    lines = [
        f'p{i},Nama {i},{number(amount)},"{share}"\n'
        for i, (amount, share) in enumerate(zip(amounts, [*told[1:], told[0]], strict=True))
    ]
    csv = f'kode,nama,pagu,porsi\n{"".join(lines)}jumlah,Jumlah,{number(sum(amounts))},"100,0000"\n'
    return made_up(folder, TABLE, {"porsi": csv}, {"porsi": SHARES})


def test_wishes_that_do_not_overlap_are_not_held_against_one_another() -> None:
    asked: list[tuple[int, int]] = []

    def is_mended(i: int, j: int) -> bool:
        asked.append((i, j))
        return True

    apart = {i: Interval(10 * i, 10 * i + 5) for i in range(1000)}
    _join_overlapping(apart, is_mended, Marks[int]())
    assert asked == []

    alike = {i: Interval(0, 5) for i in range(1000)}
    marks = Marks[int]()
    _join_overlapping(alike, is_mended, marks)
    assert len(asked) == 999  # each is joined to the one group there is
    assert {marks.of(i) for i in alike} == {0}


@pytest.mark.parametrize("seed", range(30))
def test_wishes_are_joined_as_if_each_two_were_held_together(seed: int) -> None:
    chance = random.Random(seed)
    lows = [chance.randrange(60) for _ in range(25)]
    wishes = {i: Interval(low, low + chance.randrange(12)) for i, low in enumerate(lows)}

    def is_mended(i: int, j: int) -> bool:
        both = wishes[i] & wishes[j]
        return not both.is_empty and (both.low + both.high) % 3 != 0  # as of a grid of prints

    marks = Marks[int]()
    _join_overlapping(wishes, is_mended, marks)

    plain = list(range(25))
    for i, j in combinations(range(25), 2):
        if is_mended(i, j):
            plain = [plain[i] if mark == plain[j] else mark for mark in plain]
    assert [[marks.of(i) == marks.of(j) for i in range(25)] for j in range(25)] == [
        [plain[i] == plain[j] for i in range(25)] for j in range(25)
    ]


def test_rules_that_rest_on_too_much_are_asked_for_their_own_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, reaching, asked = shares(tmp_path, 40), Network.reaching, []

    def counted(self: Network, rule: Rule) -> object:
        asked.append(rule.head.name)
        return reaching(self, rule)

    monkeypatch.setattr(Network, "reaching", counted)
    monkeypatch.setattr(joined_rules, "MAX_REACHED", 100)

    findings = verify(report).findings

    # Each of 40 shares rests on its own three figures and, through the total, on 39 rows more.
    assert len(asked) == 3
    assert {finding.verdict for finding in findings} == {"ambigu"}
    assert not any("satu-satunya" in finding.message for finding in findings)


def searched(report: Report) -> tuple[Search, list[Rule]]:
    """The search in a report, and what fails there without any reading of its roundings."""
    rules = bind(report)
    values = Values(printed_values(report.cells()))
    failed = [rule for rule in rules if not _holds(rule, values)]
    names = frozenset(rule.head.name for rule in failed)
    return Search(Network(rules, names, values)), failed


def _holds(rule: Rule, values: Values) -> bool:
    value, implied = values[rule.result], rule.implied(rule.result, values)
    assert isinstance(value, Figure) and isinstance(implied, Interval)
    return value.interval.meets(implied)


def test_a_column_of_wrong_shares_is_asked_for_its_cause_in_one_go(tmp_path: Path) -> None:
    made = {}
    for rows in (50, 200, 12):
        search, failed = searched(shares(tmp_path / str(rows), rows))
        made[rows] = shares(tmp_path / f"again{rows}", rows), search, failed

    def act(rows: int) -> None:
        report, search, failed = made[rows]
        columns(report, search, [((rule,), []) for rule in failed])

    check_calls(act, 50)


def exchanged_pairs(pairs: int) -> tuple[Search, list[exchanges.Group]]:
    """Sums of which each two neighbouring ones print the total of the other."""
    printed: dict[Address, Value] = {}
    rules: list[Rule] = []
    for i in range(2 * pairs):
        total, part, rest = (Address("t", f"r{i}", column) for column in "jab")
        for cell, amount in ((part, 100 + i), (rest, 7)):
            printed[cell] = figure(amount)
        printed[total] = figure(107 + (i ^ 1))
        head = Head(f"jumlah[{i}]", "jumlah", "tercetak", "")
        rules.append(
            Linear(head, {total: Fraction(-1), part: Fraction(1), rest: Fraction(1)}, total)
        )
    network = Network(rules, frozenset(rule.head.name for rule in rules), Values(printed))
    return Search(network), [((rule,), []) for rule in rules]


def figure(amount: int) -> Figure:
    return Figure(Interval(amount, amount), Fraction(0), 0)


def test_each_two_groups_are_held_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    search, apart = exchanged_pairs(20)
    asked: list[tuple[int, int]] = []
    joined = exchanges.Pairing._joined

    def counted(self: exchanges.Pairing, one: int, other: int) -> int | None:
        asked.append((one, other))
        return joined(self, one, other)

    monkeypatch.setattr(exchanges.Pairing, "_joined", counted)
    found = exchanged(search, apart)

    # Two neighbours print each other's total: exchanged, each of the twenty pairs is mended.
    assert [sorted(rule.head.name for rule in rules) for rules, _ in found] == [
        sorted((f"jumlah[{2 * i}]", f"jumlah[{2 * i + 1}]")) for i in range(20)
    ]
    assert len(asked) == len(set(asked))


def test_more_exchanges_than_calls_may_be_nested() -> None:
    search, apart = exchanged_pairs(1100)  # an interpreter lets a thousand calls stand in another

    found = exchanged(search, apart)

    assert len(found) == 1100  # the totals of each two rows exchanged, or their parts
    assert {len(repairs) for _, repairs in found} == {2}


def test_groups_whose_pairs_are_not_looked_at_leave_all_of_them_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search, apart = exchanged_pairs(3)
    monkeypatch.setattr(exchanges, "MAX_ASKED", 0)

    found = exchanged(search, apart)

    assert len(found) == 5  # the first two were joined, the others not held together
    assert {f"jumlah[{i}]" for i in range(2, 6)} <= search.open


@pytest.mark.parametrize("seed", range(10))
def test_neighbours_are_those_with_a_figure_in_one_line(seed: int) -> None:
    chance = random.Random(seed)
    rules = [
        (
            Linear(
                Head(f"{i}", "jumlah", "tercetak", ""), dict.fromkeys(cells, Fraction(1)), cells[0]
            ),
        )
        for i, cells in enumerate(_scattered(chance))
    ]
    near = Neighbours(rules)
    lines = [{line for cell in one[0].cells for line in cell.lines} for one in rules]
    for i in range(12):
        assert list(near.after(i, i)) == [j for j in range(i + 1, 12) if lines[i] & lines[j]]
        assert list(near.up_to(i, 5)) == [j for j in range(6) if i != j and lines[i] & lines[j]]
    for row, other in ((0, 1), (4, 7), (8, 11)):
        pairs = [
            (i, j)
            for i, j in combinations(range(12), 2)
            if (i, j) >= (row, other) and lines[i] & lines[j]
        ]
        assert near.left(row, other) == sorted({k for pair in pairs for k in pair})


def _scattered(chance: random.Random) -> Iterator[tuple[Address, Address]]:
    for _ in range(12):
        table, row = chance.choice("tu"), chance.randrange(9)
        yield Address(table, f"r{row}", "a"), Address(table, f"r{row}", chance.choice("bcd"))


def test_what_others_doubt_is_told_without_gathering_it_for_each() -> None:
    heads = [Head(f"{i}", "rasio", "tercetak", "") for i in range(6)]
    cells = [Address("t", f"r{i}", "p") for i in range(7)]
    rules = [Linear(head, {cells[i]: Fraction(1)}, cells[i]) for i, head in enumerate(heads)]
    apart: list[exchanges.Group] = [((rule,), []) for rule in rules[:4]]
    apart += [((rules[4], rules[5]), [Repair((cells[0],), {cells[0]: figure(1)})])]

    doubts = Doubts(apart)

    def doubted(*own: Rule) -> set[Address]:
        return {cell for cell in cells if cell in doubts.of_others(own)}

    # The last group doubts its two results and the root of its repair, which the first doubts too.
    assert doubted(rules[0]) == {*cells[1:4], cells[0], *cells[4:6]}
    assert doubted(*rules[4:]) == set(cells[:4])
    assert doubted(rules[0], *rules[4:]) == set(cells[1:4])
    assert doubted(*rules) == set()
    assert doubted() == set(cells[:6])


def test_only_repairs_that_share_a_figure_are_tried_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search, apart = exchanged_pairs(15)
    one_each = [
        ((rule,), [Repair((rule.result,), {rule.result: figure(107 + i)})])
        for i, ((rule,), _) in enumerate(apart)
    ]
    asked: list[int] = []
    undoes = groups._undoes

    def counted(*parts: object) -> bool:
        asked.append(1)
        return undoes(*parts)  # type: ignore[arg-type]

    monkeypatch.setattr(groups, "_undoes", counted)
    by_cell = groups._only_repairs(one_each)

    assert [groups._with_its_source(search, one, by_cell) for one in one_each] == one_each
    assert len(asked) == 30  # each only beside itself


@pytest.mark.parametrize("many", [rule_network.MAX_PAIRED, rule_network.MAX_PAIRED + 1, 400])
def test_copies_of_one_figure_are_one_witness_without_each_being_tied_to_all(many: int) -> None:
    where = Address("t", "jumlah", "pagu")
    copies = [Address("klaim", f"k{i}", "nilai") for i in range(many - 1)]
    printed: dict[Address, Value] = {where: figure(900), **dict.fromkeys(copies, figure(905))}
    rules = [Same(Head(c.row, "sama", "tercetak", ""), c, where) for c in copies]

    network = Network(rules, frozenset(rule.head.name for rule in rules), Values(printed))

    # 24 figures: 23 sentences, 253 pairs of them. Of more, each is tied to the first like it.
    alone = many - 1
    expected = alone * (alone - 1) // 2 if many <= rule_network.MAX_PAIRED else alone - 1
    assert len(network.ties) - len(rules) == expected
    assert {len(network.copies_of(copy)) for copy in copies} == {alone}
    assert network.copies_of(where) == [where]
    assert len(network.reaching(rules[0])) == many
