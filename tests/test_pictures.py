"""Charts: the same bytes again, the figures whole, and nothing lost for those who do not see."""

from __future__ import annotations

import base64
import re

import pandas as pd

from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.charts.axes import apart
from lkjip_analysis.pages.parts.pictures import picture

KINERJA = pd.DataFrame(
    {
        "singkat": ["Ekspor", "Pasar"],
        "target": [2942679.0, 70.0],
        "realisasi": [2645059.0, 86.7],
        "capaian_dihitung": [89.886, 123.857],
        "capaian_lalu": [90.01, 133.33],
    },
    index=["2.ekspor", "2.pasar"],
)


def _svg(html: str) -> str:
    encoded = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)
    return base64.b64decode(encoded[-1]).decode()


def test_the_same_chart_is_the_same_bytes() -> None:
    first = picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a")
    assert first == picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a")


def test_a_figure_with_thousands_is_written_whole_in_the_picture() -> None:
    svg = _svg(picture(charts.capaian(KINERJA, "Tabel 3.5"), name="a").html)
    assert "2.645.059 dari target 2.942.679" in svg and "89,89%" in svg


def test_the_title_names_what_missed_its_target() -> None:
    told = str(charts.capaian(KINERJA, "T").get_label())
    assert told.startswith("1 dari 2 indikator mencapai target; Ekspor tidak.")


def test_a_slope_tells_both_years_and_what_fell() -> None:
    told = str(charts.lereng(KINERJA, 2021, "T").get_label())
    assert told.startswith("Capaian semua 2 indikator turun dari tahun sebelumnya")
    assert "Pasar 133,33% (2020), 123,86% (2021)" in told


def test_a_score_in_another_band_than_its_predicate_is_named() -> None:
    scored = pd.DataFrame(
        {
            "nama": ["KUD A", "KUD B"],
            "nilai": [82.95, 70.0],
            "predikat": ["Cukup Sehat", "Cukup Sehat"],
            "predikat_dihitung": ["Sehat", "Cukup Sehat"],
        }
    )
    bands = [Band("Sehat", 80, 100), Band("Cukup Sehat", 66, 80, atas_termasuk=False)]
    told = str(charts.skor(scored, bands, "T").get_label())
    assert told.startswith("1 dari 2 predikat tidak sesuai dengan nilainya")
    assert "KUD A bernilai 82,95, tercetak Cukup Sehat, menurut nilai Sehat" in told


def test_the_four_quadrants_are_named() -> None:
    sasaran = pd.DataFrame({"capaian": [120.0, 80.0], "serapan": [85.0, 99.0]}, index=["1", "2"])
    sasaran.attrs["serapan_seluruhnya"] = 92.0
    axes = charts.kuadran(sasaran, "T").axes[0]
    names = {text.get_text().replace("\n", " ") for text in axes.texts}
    for reached in ("tercapai", "belum tercapai"):
        assert {f"{reached}, serapan rendah", f"{reached}, serapan tinggi"} <= names
    assert "sasaran 2 capaian 80,00%, serapan 99,00%" in str(axes.get_label())


def test_labels_too_near_one_another_are_moved_apart() -> None:
    placed = apart([100.0, 101.0, 150.0], 5)
    assert placed[1] - placed[0] >= 4.99 and placed[2] == 150.0
