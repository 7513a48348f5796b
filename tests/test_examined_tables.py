"""`lkjip periksa` on tables as agencies print them: the right is silent, what is wrong is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lkjip_analysis.output.examined.examining import tried

TITLE = "# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023"


def table(label: str, title: str, *rows: Sequence[str]) -> str:
    """A table of a report in Markdown under its caption."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + "---|" * len(rows[0])
    return "\n".join([f"{label} {title}", "", lines[0], rule, *lines[1:], ""])


def findings(folder: Path, *parts: str) -> list[dict[str, Any]]:
    """What is called wrong in a report of these parts."""
    path = folder / "laporan.md"
    path.write_text("\n\n".join([TITLE, *parts]), encoding="utf-8")
    outcome = tried(path, folder / "hasil", ("", 0, ""))
    assert outcome.told is not None, outcome.problem
    found = outcome.told["findings"]
    return [f for f in found if f["verdict"] in ("terbukti", "ambigu") or f["kind"] == "klaim"]


EFFICIENCY = (
    ("No", "Indikator Kinerja", "Satuan", "Capaian Kinerja", "Penyerapan Anggaran",
     "Tingkat Efisiensi"),
    ("1", "Keikutsertaan kota", "persen", "106.66", "95.89", "10.77"),
    ("2", "Kepemilikan armada", "persen", "149.64", "28.85", "120.79"),
    ("3", "Ketersediaan armada", "persen", "100.00", "71.60", "28.4"),
    ("4", "Ketersediaan dermaga", "persen", "104.53", "93.04", "11.49"),
)  # fmt: skip


@pytest.mark.parametrize(("mean", "count"), [("42.86", 0), ("46.86", 1)])
def test_a_mean_of_decimals_behind_points_is_rounded(tmp_path: Path, mean: str, count: int) -> None:
    # 171,45 / 4 = 42,8625; the means beside it 115,2075 and 72,345
    rows = [*EFFICIENCY, ("", "RATA-RATA", "", "115.21", "72.35", mean)]
    assert len(findings(tmp_path, table("Tabel 3.9", "Efisiensi", *rows))) == count


REACHED = (
    ("Taman kota", "91,20"), ("Halte bus", "104,50"), ("Pasar rakyat", "87,35"),
    ("Kolam ikan", "99,10"), ("Balai warga", "112,75"), ("Kebun bibit", "78,40"),
)  # fmt: skip


def test_more_wrong_means_than_one_repair_explains_are_named_one_by_one(tmp_path: Path) -> None:
    # 573,30 / 6 = 95,55; the tables repeat one another, so all that fails hangs together
    wrong = ("97,55", "94,15", "95,05", "98,85")
    parts = [
        table(
            f"Tabel 3.{i}",
            f"Capaian kinerja menurut {by}",
            ("No", "Indikator Kinerja", head),
            *((str(n), *row) for n, row in enumerate(REACHED, 1)),
            ("", "RATA-RATA", mean),
        )
        for i, (by, head, mean) in enumerate(
            zip(
                ("target", "renstra", "anggaran", "sasaran"),
                (
                    "Capaian (%)",
                    "Capaian 2023 (%)",
                    "Capaian Kinerja (%)",
                    "Capaian Tahun 2023 (%)",
                ),
                wrong,
                strict=True,
            ),
            1,
        )
    ]
    found = findings(tmp_path, *parts)
    named = [[m for m in wrong if m in {cell["text"] for cell in f["cells"]}] for f in found]
    assert sorted(named) == sorted([m] for m in wrong)
    assert all(f["verdict"] == "ambigu" for f in found)
