"""Which misprints explain what fails: small budgets and slips planted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from folders import KLAIM, made_up

from lkjip_analysis.checking.locating.followers import TooEntangled
from lkjip_analysis.checking.locating.groups import minimal_repairs, solved
from lkjip_analysis.checking.locating.padded_zeros import with_padded
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import holds
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Figure, Values, printed_values

LAPORAN = "tabel:\n  anggaran: {label: Tabel 3.8, transkripsi: ganda}\n"
COLUMNS = ("pagu", "realisasi", "serapan")
# A sound budget: 26,2 + 299,5221 + 99,88078 = 425,60288 million, 94,578 % of 450 million.
BUDGET = {
    "p1": ("30.000.000", "26.200.000", "87,33"),
    "p2": ("320.000.000", "299.522.100", "93,60"),
    "p3": ("100.000.000", "99.880.780", "99,88"),
    "jumlah": ("450.000.000", "425.602.880", "94,58"),
}


def budget(base: Path, slips: Mapping[str, str], order: str = "p1 p2 p3 jumlah") -> Report:
    """The sound budget with some cells (`row.column`) printed otherwise."""
    lines = ["kode,sasaran,program,pagu,realisasi,serapan"]
    for row in order.split():
        texts = (slips.get(f"{row}.{c}", t) for c, t in zip(COLUMNS, BUDGET[row], strict=True))
        lines.append(f"{row},1,Program {row}," + ",".join(f'"{text}"' for text in texts))
    return made_up(base, LAPORAN, {"anggaran": "\n".join(lines) + "\n"})


def searched(report: Report) -> tuple[Search, tuple[Rule, ...]]:
    rules = bind(report)
    values = with_padded(Values(printed_values(report.cells())), rules)
    failed = tuple(rule for rule in rules if not holds(rule, values))
    names = frozenset(rule.head.name for rule in failed)
    return Search(Network(rules, names, values)), failed


def repairs_of(report: Report) -> list[list[Repair]]:
    """The smallest repairs of each group of rules that fail together."""
    search, failed = searched(report)
    return [repairs for _, repairs in solved(search, failed)]


def short(address: Address) -> str:
    return f"{address.row}.{address.column}"


def roots(repairs: list[Repair]) -> set[str]:
    return {" & ".join(short(root) for root in repair.roots) for repair in repairs}


def new_print(repair: Repair, cell: str) -> Interval:
    row, column = cell.split(".")
    value = repair.changes[Address("anggaran", row, column)]
    assert isinstance(value, Figure)
    return value.texts


def test_a_sound_budget_needs_no_repair(tmp_path: Path) -> None:
    assert repairs_of(budget(tmp_path, {})) == []


# slip, the cells that could each alone be the misprint
SINGLE = [
    ({"p1.realisasi": "262.000.000"}, {"p1.realisasi"}),
    ({"p2.pagu": "230.000.000"}, {"p2.pagu"}),
    ({"jumlah.pagu": "540.000.000"}, {"jumlah.pagu"}),
    ({"jumlah.realisasi": "452.602.880"}, {"jumlah.realisasi"}),
    # A percentage alone fails one rule: the amounts behind it may be wrong and carried on.
    ({"p1.serapan": "78,33"}, {"p1.serapan", "p1.realisasi", "p1.pagu"}),
]


@pytest.mark.parametrize(("slip", "expected"), SINGLE)
def test_every_single_misprint_that_explains_the_failures_is_kept(
    tmp_path: Path, slip: dict[str, str], expected: set[str]
) -> None:
    (repairs,) = repairs_of(budget(tmp_path, slip))

    assert roots(repairs) == expected


def test_an_exact_column_gives_the_amount_to_the_rupiah(tmp_path: Path) -> None:
    ((repair,),) = repairs_of(budget(tmp_path, {"p1.realisasi": "262.000.000"}))

    assert new_print(repair, "p1.realisasi") == Interval(26200000, 26200000)
    assert repair.follows == ()


def test_a_percentage_gives_an_amount_only_as_closely_as_it_is_printed(tmp_path: Path) -> None:
    (repairs,) = repairs_of(budget(tmp_path, {"p1.serapan": "78,33"}))
    by_root = {short(repair.roots[0]): repair for repair in repairs}

    # 78,325 % to 78,335 % of 30 million.
    assert new_print(by_root["p1.realisasi"], "p1.realisasi") == Interval(23497500, 23500500)
    assert new_print(by_root["p1.serapan"], "p1.serapan") == Interval(
        Fraction("87.33"), Fraction("87.33")
    )


def test_what_was_computed_from_a_misprint_follows_it(tmp_path: Path) -> None:
    (repairs,) = repairs_of(budget(tmp_path, {"p1.serapan": "78,33"}))
    follows = {short(r.roots[0]): [short(cell) for cell in r.follows] for r in repairs}

    assert follows == {
        "p1.serapan": [],
        "p1.realisasi": ["jumlah.realisasi", "jumlah.serapan"],
        "p1.pagu": ["jumlah.pagu", "jumlah.serapan"],
    }


COPIED_ONWARD = [
    # 26,2 typed as 62,2 million before the column was added up: 461,60288.
    {"p1.realisasi": "62.200.000", "jumlah.realisasi": "461.602.880"},
    # 99.880.780 typed as 98.880.780, carried into the total and its percentage.
    {"p3.realisasi": "98.880.780", "jumlah.realisasi": "424.602.880", "jumlah.serapan": "94,36"},
    # A ceiling of 320 typed as 230 million, carried on: 425,60288 of 360 million.
    {"p2.pagu": "230.000.000", "jumlah.pagu": "360.000.000", "jumlah.serapan": "118,22"},
]


@pytest.mark.parametrize("slips", COPIED_ONWARD)
def test_a_slip_copied_onward_into_the_total_stays_among_the_repairs(
    tmp_path: Path, slips: dict[str, str]
) -> None:
    report = budget(tmp_path, slips)
    root = next(iter(slips))

    assert any(root in roots(repairs) for repairs in repairs_of(report))


def test_a_slip_copied_into_the_total_of_its_own_share_stays_among_the_repairs(
    tmp_path: Path,
) -> None:
    # 435 + 320 + 245 = 1000 and 435 is 43,5 %; 435 was typed 453 before the column was added up.
    claims = (
        f"{KLAIM}"
        "a,B,1,A,453,angka,,eksak,,,,\nb,B,1,B,320,angka,,eksak,,,,\nc,B,1,C,245,angka,,eksak,,,,\n"
        "t,B,1,Jumlah,1018,angka,,eksak,jumlah,"
        "bagian=klaim[a].nilai + klaim[b].nilai + klaim[c].nilai,tercetak,\n"
        's,B,1,Bagian A,"43,5",angka,%,bulat,rasio,'
        "pembilang=klaim[a].nilai; penyebut=klaim[t].nilai,tercetak,\n"
    )
    (repairs,) = repairs_of(made_up(tmp_path, "tabel: {}\n", {"klaim": claims}))

    assert "a.nilai" in roots(repairs)


@pytest.mark.parametrize("slips", COPIED_ONWARD)
def test_a_slip_copied_onward_never_proves_a_right_figure_wrong(
    tmp_path: Path, slips: dict[str, str]
) -> None:
    found = verify(budget(tmp_path, slips)).findings
    proven = [short(f.cell.address) for f in found if f.verdict == "terbukti" and f.cell]

    assert found
    assert set(proven) <= {next(iter(slips))}


def test_the_texts_of_one_repair_agree_with_one_another(tmp_path: Path) -> None:
    (finding,) = verify(budget(tmp_path, COPIED_ONWARD[0])).findings
    (remedy,) = finding.remedies
    texts = [part.text for part in (*remedy.cells, *remedy.follows)]

    # 26.200.000 + 299.522.100 + 99.880.780
    assert texts == ["26.200.000", "425.602.880"]


# Slips whose tempting repair would break a rule that holds.
TEMPTING = [
    # Each other program could take up the difference of the total, but its own percentage holds.
    ({"p1.realisasi": "262.000.000"}, {"p2.realisasi", "p3.realisasi", "jumlah.realisasi"}),
    # The ceiling of any program could, but again its own percentage holds.
    ({"jumlah.pagu": "540.000.000"}, {"p1.pagu", "p2.pagu", "p3.pagu"}),
    # The percentage could be 873,33, but spending above the ceiling stays impossible.
    ({"p1.realisasi": "262.000.000"}, {"p1.serapan", "p1.pagu"}),
]


@pytest.mark.parametrize(("slip", "innocent"), TEMPTING)
def test_a_repair_never_breaks_a_rule_that_held(
    tmp_path: Path, slip: dict[str, str], innocent: set[str]
) -> None:
    (repairs,) = repairs_of(budget(tmp_path, slip))

    assert repairs
    assert not roots(repairs) & innocent


@pytest.mark.parametrize("slip", [slip for slip, _ in SINGLE])
def test_a_report_repaired_as_proposed_fails_no_rule(tmp_path: Path, slip: dict[str, str]) -> None:
    (finding,) = verify(budget(tmp_path / "printed", slip)).findings
    assert finding.remedies
    for number, remedy in enumerate(finding.remedies):
        parts = (*remedy.cells, *remedy.follows)
        texts = {short(part.cell.address): part.text or "" for part in parts}
        repaired = verify(budget(tmp_path / str(number), {**slip, **texts}))

        assert repaired.findings == (), f"after {texts}"


def test_two_unrelated_slips_are_two_findings(tmp_path: Path) -> None:
    groups = repairs_of(budget(tmp_path, {"p1.serapan": "78,33", "p3.serapan": "98,88"}))

    assert len(groups) == 2
    assert "p1.serapan" in roots(groups[0])
    assert "p3.serapan" in roots(groups[1])


def test_two_slips_in_one_row_are_found_together(tmp_path: Path) -> None:
    slips = {"p1.realisasi": "62.200.000", "p1.serapan": "78,33"}
    (repairs,) = repairs_of(budget(tmp_path, slips))

    assert all(len(repair.roots) == 2 for repair in repairs)
    assert "p1.realisasi & p1.serapan" in roots(repairs)


def test_repairs_come_in_a_fixed_order_those_that_change_least_first(tmp_path: Path) -> None:
    (repairs,) = repairs_of(budget(tmp_path, {"p1.serapan": "78,33"}))

    assert [short(repair.roots[0]) for repair in repairs] == [
        "p1.serapan",
        "p1.pagu",
        "p1.realisasi",
    ]


def test_the_order_of_rows_changes_no_repair(tmp_path: Path) -> None:
    slips = {"p1.serapan": "78,33", "p3.realisasi": "89.880.780"}
    orders = ("p1 p2 p3 jumlah", "jumlah p3 p2 p1", "p2 jumlah p1 p3")
    found = [
        {frozenset(roots(repairs)) for repairs in repairs_of(budget(tmp_path / str(i), slips, o))}
        for i, o in enumerate(orders)
    ]

    assert found[0] == found[1] == found[2]
    assert frozenset({"p3.realisasi"}) in found[0]


def test_where_too_much_fails_at_once_no_cell_is_named(tmp_path: Path) -> None:
    extra = "".join(
        f'  - {{nama: s{i}, jenis: sama, hasil: "klaim[c{i}].nilai", '
        f'sumber: "klaim[d{i}].nilai"}}\n'
        for i in range(4)
    )
    lines = ["kode,bagian,paragraf,tentang,nilai,tipe,satuan,presisi,aturan,sel,dasar,sebab"]
    lines += [
        f"{n}{i},BAB I,1,{n}{i},{v},angka,,eksak,,,,"
        for i in range(4)
        for n, v in (("c", 1), ("d", 2))
    ]
    report = made_up(tmp_path, f"tabel: {{}}\naturan:\n{extra}", {"klaim": "\n".join(lines) + "\n"})
    search, failed = searched(report)

    # Four copies, each wrong by itself: four cells at least, more than are looked for together.
    with pytest.raises(TooEntangled):
        minimal_repairs(search, failed)


def test_a_search_is_given_up_after_as_many_trials_as_are_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip_analysis.checking.locating.followers.MAX_TRIALS", 1)
    # The total misses by 1.000.000: each of its three parts, and itself, would have to be tried.
    search, failed = searched(budget(tmp_path, {"p1.pagu": "31.000.000"}))
    together = tuple(rule for rule in failed if "pagu" in rule.head.name)

    with pytest.raises(TooEntangled, match="more than 1 repairs"):
        minimal_repairs(search, together)


def test_where_the_search_is_ended_no_cell_is_accused_and_nothing_is_said_of_cells_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two wrong programmes: with the bound in reach two cells are named, beyond it none is."""
    slips = {"p1.pagu": "31.000.000", "p2.realisasi": "1.000"}
    found = verify(budget(tmp_path, slips)).findings
    assert not any("dihentikan" in finding.message for finding in found)

    monkeypatch.setattr("lkjip_analysis.checking.locating.followers.MAX_TRIALS", 0)
    ended = [f for f in verify(budget(tmp_path, slips)).findings if f.is_wrong]

    assert ended and all(not finding.remedies for finding in ended)
    assert all("pencarian sel yang menjelaskannya dihentikan" in f.message for f in ended)
    assert not any("tidak ada satu sampai tiga sel" in finding.message for finding in ended)


def test_the_work_of_one_report_is_bounded_over_all_its_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps are counted over the whole report: a second group does not begin anew."""
    monkeypatch.setattr("lkjip_analysis.checking.locating.smallest_repairs.MAX_STEPS", 10)
    search, failed = searched(budget(tmp_path, {"p1.pagu": "31.000.000"}))
    search.steps = 10

    with pytest.raises(TooEntangled, match="more than 10 relations"):
        list(search.by(2, search.network.values, failed))


@pytest.mark.parametrize(
    ("pagu", "verdict"), [("30.007.000", "ambigu"), ("300.000.000", "terbukti")]
)
def test_a_figure_that_its_relations_know_too_coarsely_for_its_error_is_not_proven(
    tmp_path: Path, pagu: str, verdict: str
) -> None:
    # 26,2 million are 87,33 % of 29.999.427 to 30.002.863, 3.436 wide about 30.001.145: a print
    # must lie twice that away, beyond 30.008.017, before it is proven. The total asks 30.000.000.
    # One zero too many is far enough, and no update of a budget.
    found = verify(budget(tmp_path, {"p1.pagu": pagu})).findings

    assert [finding.verdict for finding in found if finding.verdict] == [verdict]
