"""What the page of staff and assets says of two tables that count the same people."""

from __future__ import annotations

from pathlib import Path

from folders import BLORA, STAFF, blora_with

from lkjip_analysis.pages.parts.html_parts import Html
from lkjip_analysis.pages.sections import resources_answer
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report


def _lead(report: Report) -> str:
    shown = resources_answer(report)
    assert isinstance(shown, Html)
    return shown.html


def test_a_number_of_staff_that_the_chart_beside_does_not_show_is_said() -> None:
    """By rank 135 + 5 + 44 is 184; by schooling 135 + 5 + 45 (1 + 3 + 25 + 1 + 15) is 185."""
    told = _lead(load(BLORA.parent.name, int(BLORA.name)))
    table = "Tabel\N{NO-BREAK SPACE}1.2"
    said = f". Menurut pendidikan jumlahnya 185 ({table}): KONTRAK KEPALA DINAS 44 dan 45."
    assert f"184 pegawai, 15,2% perempuan{said}" in told


def test_where_both_tables_count_alike_nothing_is_said_of_it(tmp_path: Path) -> None:
    told = _lead(blora_with(tmp_path, STAFF))  # 24 instead of 25: 44 by schooling too
    assert "184 pegawai, 15,2% perempuan. Aset" in told
