"""A total of two rows below one of which its parts are printed, and miss it by a slip."""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis.checking.acts.act_trial import Act
from lkjip_analysis.checking.acts.acts_that_explain import _for
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.binding.rulebook import bind

DOCUMENT = Path(__file__).parent / "dokumen" / "jumlah_di_atas_rinciannya.md"


def test_a_right_total_is_not_held_to_its_rows_and_their_parts(tmp_path: Path) -> None:
    """17.803.394.426 + 4.131.253.600 = 21.934.648.026, and so is the total of what was spent.

    Wrong are the rest of the first row (148.260.259) and 600 among the parts of the second.
    """
    findings = examine(DOCUMENT, tmp_path / "hasil").verification.findings
    assert [one.label for one in findings] == [
        "Belanja Tidak Langsung - Sisa Anggaran",
        "Belanja Langsung - Jumlah Anggaran (Rp)",
    ]
    assert not any("26.065.901.026" in one.message for one in findings)


def test_an_act_is_told_only_beside_relations_of_a_figure_that_it_changes() -> None:
    """Whatever else fails may be taken in by an act: it does not explain that."""
    first, second = bind(load("dindagkop-ukm-blora", 2021))[:2]
    names = frozenset(rule.head.name for rule in (first, second))
    apart = Address("lain", "baris", "kolom")
    acts = [Act("", Repair((cell,), {cell: exactly(1)}), names) for cell in (apart, first.result)]
    assert list(_for((first, second), acts)) == acts[1:]
