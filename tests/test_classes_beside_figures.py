"""A capaian and its class that one cell prints: "63,36 % (Sedang)" in the column of classes."""

from __future__ import annotations

from pathlib import Path

from proposals import read_proposal

from lkjip_analysis.output.examined.examining import examine

HEADS = "| No | Indikator Kinerja | Target | Realisasi | {} |\n|---|---|---|---|---|\n"
# 48/60 = 80, 30/40 = 75, 45/50 = 90 percent.
ROWS = """| 1 | Desa siaga aktif | 60 | 48 | {} % (Baik) |
| 2 | Kader terlatih | 40 | 30 | 75 % (Sedang) |
| 3 | Posyandu mandiri | 50 | 45 | 90,00% (Sangat Baik) |
"""


def written(folder: Path, rows: str, head: str = "Kategori Penilaian") -> Path:
    path = folder / "a.md"
    path.write_text(
        "# LAPORAN KINERJA\n\nDINAS KESEHATAN\n\nTAHUN 2023\n\n# BAB III\n\n"
        f"Tabel 3.1 Capaian Kinerja Tahun 2023\n\n{HEADS.format(head)}{rows}",
        encoding="utf-8",
    )
    return path


def columns(folder: Path, rows: str, head: str = "Kategori Penilaian") -> list[tuple[str, str]]:
    (table,) = read_proposal(written(folder, rows, head), "dinas-kesehatan", 2023).tables
    places = [table.columns.index(name) for name in ("capaian", "kategori")]
    return [(row[places[0]], row[places[1]]) for row in table.rows]


def test_the_figure_goes_to_its_column_and_the_class_stays(tmp_path: Path) -> None:
    found = [("80 %", "Baik"), ("75 %", "Sedang"), ("90,00%", "Sangat Baik")]
    assert columns(tmp_path, ROWS.format("80")) == found
    assert columns(tmp_path, ROWS.format("80"), "Capaian (%)") == found


def test_a_class_alone_and_less_than_nothing(tmp_path: Path) -> None:
    rows = ROWS.format("80").replace("75 % (Sedang)", "Sedang").replace("80 %", "-37,60 %")
    assert columns(tmp_path, rows) == [
        ("-37,60 %", "Baik"), ("", "Sedang"), ("90,00%", "Sangat Baik")
    ]  # fmt: skip


def test_a_wrong_capaian_beside_its_class_is_a_finding(tmp_path: Path) -> None:
    def found(shown: str) -> list[str]:
        path = written(tmp_path, ROWS.format(shown))
        seen = examine(path, tmp_path / "hasil", "dinas-kesehatan", 2023)
        return [one.message for one in seen.verification.findings if "siaga" in one.message]

    assert found("80") == []
    assert any("86" in message for message in found("86"))
