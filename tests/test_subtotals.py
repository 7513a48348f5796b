"""A row that sums up some programmes is no programme, and no total of all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from folders import AGENCY, YEAR, made_up

import lkjip_analysis as lkjip
from lkjip_analysis.building.one_report import build
from lkjip_analysis.pages import sections

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "04_anggaran.ipynb"
ROWS = (
    "kode,program,pagu,realisasi,serapan\n"
    'satu,Program Satu,100,90,"90,00"\ndua,Program Dua,300,270,"90,00"\n'
    'jumlah_2,Sub jumlah,400,360,"90,00"\n'
    'tiga,Program Tiga,600,540,"90,00"\n'
)
WHOLE = 'jumlah,JUMLAH,1.000,900,"90,00"\n'
LAPORAN = "tabel:\n  anggaran: {label: Tabel 3.9, transkripsi: ganda, total: [jumlah_2]}\n"


def test_the_budget_page_is_whole_with_a_subtotal_among_its_rows(tmp_path: Path) -> None:
    made_up(tmp_path, LAPORAN, {"anggaran": ROWS + WHOLE})
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    shutil.copy(NOTEBOOK, notebooks)
    built = build(AGENCY, YEAR, data=tmp_path, reports=tmp_path / "reports", notebooks=notebooks)
    assert not built.failed
    page = (built.index.parent / "04_anggaran.html").read_text("utf-8")
    told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    # 100 + 300 + 600 = 1.000 and 90 + 270 + 540 = 900, each programme once.
    assert "baris jumlah tercetak 1.000 900 90,00 100" in told
    assert "jumlah program 1.000 900 90,00 100" in told


@pytest.mark.parametrize(
    ("rows", "keys"),
    [(ROWS + WHOLE, ["jumlah"]), (ROWS.replace("jumlah_2,Sub", "jumlah,Sub"), ["jumlah"]),
     (ROWS + "jumlah_3,Jumlah II,600,540,\n", [])],
)  # fmt: skip
def test_of_several_totals_only_that_of_all_is_the_printed_one(
    tmp_path: Path, rows: str, keys: list[str]
) -> None:
    made_up(tmp_path, LAPORAN.replace("[jumlah_2]", "[jumlah_2, jumlah_3]"), {"anggaran": rows})
    budget = lkjip.load(AGENCY, YEAR, data=tmp_path).anggaran
    assert list(sections.printed_total(budget).index) == keys
