"""Every screw of every report notebook, turned: tables, charts and sentences follow it alike.

What is expected was counted by hand in the printed tables of data/raw.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup

from lkjip_analysis.pages.parts import html_parts

HOME = Path(__file__).resolve().parents[1]
REPORT = sorted((HOME / "notebooks").glob("0*.ipynb"))
WHOSE = ("instansi", "tahun")
SCREW = re.compile(r"^(\w+): \w+ = (.+?)  #", re.MULTILINE)


@cache
def cells(name: str) -> tuple[str, ...]:
    (path,) = (HOME / "notebooks").glob(f"{name}*.ipynb")
    found = json.loads(path.read_text("utf-8"))["cells"]
    return tuple("".join(c["source"]) for c in found if c["cell_type"] == "code")


@cache
def shown(name: str, turned: str = "") -> Mapping[str, str]:
    """What each cell of a notebook shows in words, by the line that shows it; nothing is drawn."""
    names: dict[str, Any] = {}
    told = {}
    with patch.object(html_parts, "chart", alone):
        _run(name, turned, names, told)
    return told


def alone(drawn: Any, data: Any = None, name: str = "") -> Any:
    """A chart as its figures in words, with its data."""
    return SimpleNamespace(alt=drawn.get_label(), html=getattr(data, "html", ""))


def _run(name: str, turned: str, names: dict[str, Any], told: dict[str, str]) -> None:
    for i, source in enumerate(cells(name)):
        *before, last = ast.parse(f"{source}\n{turned}" if i == 0 else source).body
        if not isinstance(last, ast.Expr):
            before.append(last)
        exec(compile(ast.Module(before, []), name, "exec"), names)
        if isinstance(last, ast.Expr):
            whole = compile(ast.Expression(last.value), name, "eval")
            told[ast.unparse(last)] = words(eval(whole, names))


def words(what: Any) -> str:
    """A table or sentence as text; a chart as its figures in words."""
    charts = getattr(what, "parts", (what,))
    alts = " ".join(str(getattr(one, "alt", "")) for one in charts)
    html = " ".join(str(getattr(one, "html", "")) for one in charts)
    return " ".join((alts + " " + BeautifulSoup(html, "html.parser").get_text(" ")).split())


def of(name: str, turned: str, begins: str) -> str:
    """What the one line of a notebook shows that begins so."""
    (found,) = (text for line, text in shown(name, turned).items() if line.startswith(begins))
    return found


# The notebook, the screw turned, the line that follows it, and what that shows then, and before.
TURNED = [
    ("01", "lapis = 'dipakai'", "tabel(indikator", "sesudah koreksi", ""),
    # 24 scores are Sehat, 83 Cukup Sehat.
    ("02", "kelas_sehat = 'Sehat, Cukup Sehat'", "kalimat(", "107 dari 110", "24 dari 110"),
    ("02", "banyak_baris = 1", "tabel(urut", "", ""),
    # 14.323 is the rate of two rows, 14.323,009 and 7,86 those of the others.
    ("03", "jarak_kurs = 0.0", "kalimat(kata,", "2 dari 4 baris menyimpang lebih", "1 dari 4"),
    # 78,30 alone is below 80; 87,33 is below 90 too.
    ("04", "ambang_serapan = 80.0", "bagan(charts.sisa(", "1 dari 9", "2 dari 9"),
    ("04", "lapis = 'tercetak'", "tabel(semua", "-90.000.000", "sesudah koreksi"),
    ("04", "lapis = 'tercetak'", "bagan(charts.sisa(", "Rp-90.000.000", ""),
    ("05", "banyak_baris = 1", "tabel(terbesar", "", ""),
    ("05", "banyak_baris = 1", "bagan(", "", ""),
    ("06", "tahun_awal = 2022", "sections.trend_answer", "tahun, 2022 sampai", "2013"),
    ("06", "tahun_awal = 2022", "tabel(ubah", "", "2020-2021"),
    ("06", "tahun_awal = 2022", "bagan(gambar", "", "2014"),
    ("06", "tahun_awal = 2022", "lipat(f", "", "2020"),
    ("07", "penguji = 1", "kalimat(", "6 dari 411 angka diuji kurang dari 1 kali", "271 dari 411"),
]


@pytest.mark.parametrize(("name", "turned", "line", "then", "before"), TURNED)
def test_a_turned_screw_changes_what_is_shown(
    name: str, turned: str, line: str, then: str, before: str
) -> None:
    usual, other = of(name, "", line), of(name, turned, line)
    assert usual != other
    assert then in other if then else len(other) < len(usual)
    assert not then or then not in usual
    assert not before or (before in usual and before not in other)


def test_every_screw_is_turned_here() -> None:
    screws = {(path.stem[:2], name) for path in REPORT
              for name, _ in SCREW.findall(cells(path.stem)[0]) if name not in WHOSE}  # fmt: skip
    assert screws == {(name, turned.partition(" = ")[0]) for name, turned, *_ in TURNED}
