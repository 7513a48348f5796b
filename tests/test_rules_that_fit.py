"""More relations than the files hold: as many as they hold are proposed, the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accepted, proposed, verified, word

from lkjip_analysis.intake.excel_styles import MAX_TEXT
from lkjip_analysis.intake.proposal.proposal import ProposedRule
from lkjip_analysis.intake.proposal.rows_in_a_row import shortened
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


KEYS = ("a", "b", "c", "d", "e", "x..y")
PLACES = {"rincian": {key: place for place, key in enumerate(KEYS)}}


@pytest.mark.parametrize(
    ("rows", "short"),
    [
        ("a b c", "a..c"),
        ("a c d e", "a + c..e"),
        ("c b a", "c + b + a"),
        ("b", "b"),
        ("d e x..y", "d..e + x..y"),
        ("a b * jumlah", "a..b + * + jumlah"),
    ],
)
def test_rows_below_one_another_are_told_by_the_first_and_the_last(rows: str, short: str) -> None:
    def cells(told: str) -> str:
        return " + ".join(f"rincian[{row}].pagu" for row in told.replace(" + ", " ").split())

    rule = relation(1, f"{cells(rows)} + rincian[a].realisasi")
    told = shortened(rule, PLACES)
    assert told.sel == relation(1, f"{cells(short)} + rincian[a].realisasi").sel


def test_a_total_over_thousands_of_rows_is_tested(tmp_path: Path) -> None:
    """3.000 rows of 7 in two blocks with subtotals, then one of them typed 8."""
    rows: list[tuple[str, str]] = [("Uraian", "Bantuan (unit)")]
    for block in ("Utara", "Selatan"):
        rows += [(f"Desa {block} nomor {number}", "7") for number in range(1500)]
        rows.append((f"Sub Jumlah {block}", "10.500"))
    rows.append(("Jumlah", "21.000"))
    proposal, told = proposed(tmp_path, word(tmp_path, rows, "Tabel 3.9 Bantuan"))
    assert "hubungan tidak diuji" not in told
    assert accepted(tmp_path, proposal)[0] == 0
    folder = tmp_path / "dinas-uji" / "2024"
    declared = (folder / "laporan.yaml").read_text(encoding="utf-8")
    assert "[desa_selatan_nomor_0..desa_selatan_nomor_1499].jumlah" in declared
    (table,) = folder.glob("aset.csv")
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("Utara nomor 5,7", "Utara nomor 5,8", 1), encoding="utf-8")
    code, found = verified(tmp_path)
    assert code == 1 and "10.501" in found and "10.500" in found
