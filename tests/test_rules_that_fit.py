"""More relations than the files hold: as many as they hold are proposed, the rest is told."""

from __future__ import annotations

from lkjip_analysis.intake.excel_styles import MAX_TEXT
from lkjip_analysis.intake.proposal.proposal import ProposedRule
from lkjip_analysis.intake.proposal.rules_that_fit import HELD, rules_that_fit

PARTS = " + ".join(f"rincian[1.{part:02}].pagu" for part in range(1, 5))


def relation(number: int, parts: str = PARTS) -> ProposedRule:
    sel = f"hasil=rincian[{number}].pagu; bagian={parts}"
    return ProposedRule(f"r{number}", "jumlah", sel, "usulan", "4 baris menurut kodenya")


def test_few_relations_all_fit_and_nothing_is_said() -> None:
    rules = [relation(number) for number in range(100)]
    assert rules_that_fit(rules) == (tuple(rules), ())


def test_the_first_relations_are_kept_as_far_as_the_file_holds_them() -> None:
    rules = [relation(number) for number in range(20_000)]
    kept, said = rules_that_fit(rules)
    assert kept == tuple(rules[: len(kept)]) and 5_000 < len(kept) < 20_000
    assert sum(len(rule.sel) for rule in kept) < HELD
    left = f"{20_000 - len(kept):,}".replace(",", ".")
    assert len(said) == 1 and f"{left} dari 20.000 hubungan" in said[0]
    assert said[0].startswith("rincian: ") and "1.800.000" in said[0]


def test_a_relation_longer_than_a_cell_of_the_workbook_is_left_out_alone() -> None:
    long = " + ".join(f"rincian[{row}].pagu" for row in range(MAX_TEXT // 16))
    rules = [relation(1), relation(2, long), relation(3)]
    kept, said = rules_that_fit(rules)
    assert kept == (rules[0], rules[2]) and "1 dari 3 hubungan" in said[0]
