"""An indicator whose name is written otherwise in another year goes on as one series."""

from __future__ import annotations

from pathlib import Path

import pytest
from years import ACHIEVED, AGENCY, write_year

from lkjip_analysis.analysis import trends
from lkjip_analysis.analysis.tren import tren
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.pages.parts.html_parts import Html
from lkjip_analysis.pages.sections.tren import trend_answer
from lkjip_analysis.report.history import history
from lkjip_analysis.report.same_indicators import canonical_name

NOW = "Persentase Jalan Mantap Kabupaten Tipe 2"


def _year(base: Path, tahun: int, *rows: tuple[str, str, str, str]) -> Path:
    """A year whose achievements are rows of code, name, unit and figures."""
    declared = "".join(
        f"  {kode}: {{nama: '{nama}', singkat: {kode}, satuan: '{satuan}', arah: naik, "
        "presisi: bulat}\n"
        for kode, nama, satuan, _ in rows
    )
    laporan = (
        f"indikator:\n{declared}tabel: {{capaian: {{label: Tabel 3.1, transkripsi: ganda}}}}\n"
    )
    lines = "".join(f'{kode},"{nama}",{figures}\n' for kode, nama, _, figures in rows)
    return write_year(base, tahun, laporan, {"capaian": ACHIEVED + lines})


@pytest.mark.parametrize(
    ("then", "satuan"),
    [
        ("Persentase Jalan Mantap Kab. Tipe II", "%"),
        ("% Jalan Mantap Kabupaten Tipe 2", "%"),
        ("1. Prosentase jalan yang mantap kab. tipe II (%)", "persen"),
        ("Persentase Jalan Mantap Kabupaten Tipe 2", ""),
    ],
)
def test_a_name_written_otherwise_is_one_series(then: str, satuan: str, tmp_path: Path) -> None:
    _year(tmp_path, 2020, ("1.jalan_kab", then, satuan, "80,60,75,"))
    _year(tmp_path, 2021, ("1.jalan_kabupaten", NOW, "persen", "80,64,80,70"))
    past = history(AGENCY, tmp_path)
    frame = trends.long(past)
    told = frame[(frame["ukuran"] == "realisasi")]
    assert dict(zip(told["tahun"], told["kode"], strict=True)) == {
        2020: "1.jalan_kabupaten", 2021: "1.jalan_kabupaten"
    }  # fmt: skip
    assert list(told["catatan"]) == [f'dalam laporan 2020 bernama "{then}" (1.jalan_kab)', ""]
    assert list(past.indicators) == ["1.jalan_kabupaten"]
    # What 2021 says of 2020 is held against it, as under one code: 75 there, 70 here.
    found = [finding.id for finding in verified(AGENCY, 2021, tmp_path).findings]
    assert found == ["antar-tahun.capaian[1.jalan_kabupaten].capaian_lalu"]


def test_the_page_says_what_was_put_together(tmp_path: Path) -> None:
    _year(tmp_path, 2020, ("1.jalan_kab", "Jalan Kab.", "km", "80,60,75,"))
    _year(tmp_path, 2021, ("1.jalan_kabupaten", "Jalan Kabupaten", "km", "80,64,80,"))
    told = trend_answer(tren(AGENCY, tmp_path))
    assert isinstance(told, Html)
    assert ("dari laporan 2020 (1.jalan_kab) dilanjutkan sebagai") in told.html


OTHERS = {
    "another unit": ([("1.a", "Jumlah Koperasi", "unit", "9,9,100,")],
                     [("1.b", "Jumlah Koperasi", "orang", "9,9,100,")]),
    "a word in brackets": ([("1.a", "Koperasi (aktif)", "unit", "9,9,100,")],
                           [("1.b", "Koperasi (tidak aktif)", "unit", "9,9,100,")]),
    "a count and a share": ([("1.a", "Jumlah Koperasi Aktif", "", "9,9,100,")],
                            [("1.b", "Persentase Koperasi Aktif", "", "9,9,100,")]),
    "both in one year": ([("1.a", "Jalan Kab. Baik", "km", "9,9,100,")],
                         [("1.a", "Jalan Desa Baik", "km", "9,9,100,"),
                          ("1.b", "Jalan Kabupaten Baik", "km", "8,8,100,")]),
    "two of one name": ([("1.a", "Jalan Kab. Baik", "km", "9,9,100,"),
                         ("2.a", "Jalan Kabupaten Baik", "km", "7,7,100,")],
                        [("1.b", "Jalan Kabupaten Baik", "km", "8,8,100,")]),
}  # fmt: skip


@pytest.mark.parametrize(("then", "now"), OTHERS.values(), ids=OTHERS)
def test_other_indicators_stay_apart(
    then: list[tuple[str, str, str, str]], now: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    _year(tmp_path, 2020, *then)
    _year(tmp_path, 2021, *now)
    assert history(AGENCY, tmp_path).renamed == {}


def test_a_formula_is_that_of_the_year_under_its_own_code(tmp_path: Path) -> None:
    _year(tmp_path, 2020, ("1.jalan_kab", "Jalan Kab.", "km", "80,60,75,"))
    _year(tmp_path, 2021, ("1.jalan_kabupaten", "Jalan Kabupaten", "km", "80,64,80,"))
    past = history(AGENCY, tmp_path)
    for year, own in ((2020, "1.jalan_kab"), (2021, "1.jalan_kabupaten")):
        declared = past.declaring("1.jalan_kabupaten", year)
        assert declared is not None and (declared[0].tahun, declared[1]) == (year, own)


def test_names_are_compared_in_full() -> None:
    pairs = [
        ("Jml. Desa Mandiri Prov. X", "Jumlah desa mandiri propinsi x"),
        ("Angka Kematian Ibu (AKI)", "Angka kematian ibu - AKI"),
        ("U.M.K.M. naik kelas (unit)", "UMKM Naik Kelas"),
        ("Kunjungan TW III", "Kunjungan Triwulan 3"),
    ]
    for one, other in pairs:
        assert canonical_name(one) == canonical_name(other)
