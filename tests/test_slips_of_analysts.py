"""What an analyst mistypes is answered with what they meant, and no figure is worked out of it."""

from __future__ import annotations

import traceback

import pandas as pd
import pytest

import lkjip_analysis as lkjip
from lkjip_analysis.analysis.laporan import Laporan


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    return lkjip.load("dindagkop-ukm-blora", 2021)


def test_a_column_that_is_nearly_named_is_told_by_its_name(laporan: Laporan) -> None:
    with pytest.raises(AttributeError, match='serapn: Did you mean "serapan"'):
        laporan.anggaran.serapn  # noqa: B018
    with pytest.raises(AttributeError, match="no attribute 'xyzzy'"):
        laporan.anggaran.xyzzy  # noqa: B018
    assert not hasattr(laporan.anggaran, "_nothing") and laporan.anggaran.serapan.name == "serapan"
    changed = laporan.anggaran.assign(baru=1)
    assert changed.copy().baru.sum() == len(changed)


def test_two_columns_in_each_other_s_place_are_no_measure(laporan: Laporan) -> None:
    frame = laporan.anggaran
    for wrong in (
        lambda: lkjip.metrics.serapan(frame.realisasi, frame.pagu),
        lambda: lkjip.metrics.serapan(pagu=frame.realisasi, realisasi=frame.pagu),
        lambda: lkjip.metrics.sisa(frame.realisasi, frame.pagu),
    ):
        with pytest.raises(TypeError, match='given "realisasi" as pagu'):
            wrong()
    # 435.481.640 of 556.182.400 = 78,29835 percent; names that say nothing are nobody's slip.
    right = lkjip.metrics.serapan(frame.pagu, frame.realisasi)
    assert round(right["1.pendidikan"], 5) == 78.29835
    assert lkjip.metrics.serapan(pd.Series([200.0]), pd.Series([50.0])).tolist() == [25.0]
    other = frame.rename(columns={"realisasi": "keluar"})
    assert lkjip.metrics.serapan(other.pagu, other.keluar).equals(right)


def test_a_chart_of_a_column_that_is_not_there_is_one_message(laporan: Laporan) -> None:
    with pytest.raises(KeyError, match='kolom "sisa" tidak ada; yang ada: sasaran, program') as met:
        lkjip.charts.batang(laporan.anggaran, "sisa")
    assert "direct cause" not in "".join(traceback.format_exception(met.value))
