"""A failed relation is told with the figures that it was reckoned from, as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examined_tables import TITLE, table

from lkjip_analysis.output.examined.examining import examine


def told(folder: Path, *parts: str) -> str:
    """The comments of a report of these parts, as its page tells them."""
    path = folder / "laporan.md"
    path.write_text("\n\n".join([TITLE, *parts]), encoding="utf-8")
    examine(path, folder / "hasil")
    return (folder / "hasil" / "index.html").read_text(encoding="utf-8")


def test_a_total_a_mean_and_a_difference_show_what_was_added(tmp_path: Path) -> None:
    # 412 + 187 + 655 = 1.254; 39,00 + 41,50 + 40,10 = 120,60, a third of which is 40,20
    people = [("Tempat", "Pengunjung", "Nilai"), ("Pasar Utara", "412", "39,00"),
              ("Pasar Selatan", "187", "41,50"), ("Pasar Timur", "655", "40,10")]  # fmt: skip
    page = told(tmp_path, table("Tabel 1", "Pengunjung", *people, ("Jumlah", "1.264", "")),
                table("Tabel 2", "Nilai", *[(a, c) for a, _, c in people],
                      ("Rata-rata", "42,20")))  # fmt: skip
    assert "Hitungannya: 412 + 187 + 655" in page
    assert "Hitungannya: (39,00 + 41,50 + 40,10) : 3" in page


PLACES = ("Utara", "Selatan", "Timur", "Barat", "Tengah", "Hulu", "Hilir", "Baru", "Lama", "Raya",
          "Indah", "Jaya", "Makmur", "Sentosa", "Damai")  # fmt: skip
FIGURES = (100, 108, 118, 125, 129, 135, 143, 153, 160, 164, 170, 178, 188, 195, 199)


@pytest.mark.parametrize(
    ("count", "total", "added"),
    [  # 2.066 and 2.265
        (14, "2.166", "143 + 153 + 160 + 164 + 170 + 178 + 188 + 195"),
        (15, "2.365", "129 + 135 + … (15 angka seluruhnya) … + 195 + 199"),
    ],
)
def test_of_very_many_figures_the_first_and_last_are_told(
    tmp_path: Path, count: int, total: str, added: str
) -> None:
    markets = [
        (f"Pasar {place}", str(figure)) for place, figure in zip(PLACES, FIGURES, strict=True)
    ]
    rows = [("Tempat", "Pengunjung"), *markets[:count], ("Jumlah", total)]
    assert added in told(tmp_path, table("Tabel 1", "Pengunjung", *rows))
