"""What lies in the wrong folder, or is no report: the message says where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest
from years import AGENCY, write_year

from lkjip_analysis.errors import InputError
from lkjip_analysis.report.loading import load


def test_a_type_out_of_reach_is_told_where_it_belongs(tmp_path: Path) -> None:
    write_year(tmp_path, 2021, "tabel: {jembatan: {label: Tabel 1}}\n", {"jembatan": "kode\na\n"})
    with pytest.raises(InputError) as caught:
        load(AGENCY, 2021, tmp_path)
    message = str(caught.value)
    assert "a file in a folder skema beside laporan.yaml" in message
    assert message.count("anggaran, aset") == 1  # what is allowed is listed once


def test_a_folder_without_a_report_is_told_as_such(tmp_path: Path) -> None:
    write_year(tmp_path, 2021, "tabel: {}\n", {})
    (tmp_path / "raw" / AGENCY / "2027").mkdir()
    with pytest.raises(InputError) as caught:
        load(AGENCY, 2027, tmp_path)
    assert f"{AGENCY}/2027: found a folder without laporan.yaml" in str(caught.value)
    assert "lkjip import" in str(caught.value) and "add the folder" not in str(caught.value)
