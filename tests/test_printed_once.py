"""A figure that is printed once is one figure, however many claims were read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app

TABLE = """# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023

Tabel 3.1 Penerima bantuan

| Kecamatan | Jumlah |
|---|---|
| Utara | 251 |
| Timur | 174 |
| Barat | 131 |
| Selatan | 74 |
| Jumlah | 630 |

"""


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        # 251 of 630 are 39,84 percent: the share is wrong, and its amount a claim of its own too.
        ("Penerima di Kecamatan Utara 251 orang atau 38,94 persen dari seluruh penerima.", 2),
        ("Penerima di Kecamatan Utara 251 orang.", 1),
        # Printed twice, it is two figures.
        ("Kecamatan Utara 251 orang. Sebanyak 251 orang atau 38,94 persen dari seluruh penerima "
         "tinggal di Utara.", 3),
    ],
)  # fmt: skip
def test_a_figure_of_several_claims_is_counted_once(
    sentence: str, figures: int, tmp_path: Path
) -> None:
    """The five figures of the table, and those that the sentence prints."""
    file = tmp_path / "laporan.md"
    file.write_text(TABLE + sentence + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["periksa", str(file), "-o", str(tmp_path / "hasil")])
    assert done.exit_code in (0, 1), done.output
    told = json.loads((tmp_path / "hasil" / "laporan" / "temuan.json").read_text("utf-8"))
    assert told["coverage"]["figures"] == 5 + figures
    assert told["coverage"]["watched"] == 5 + figures
