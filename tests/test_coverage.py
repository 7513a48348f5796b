"""The map of what is watched, and what a next report is told to print."""

from __future__ import annotations

from pathlib import Path

from folders import BLORA, made_up

from lkjip_analysis.checking import coverage
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load

TABLE = """\
kode,no,jenis,jumlah,nilai
a,1,A,1,100
b,2,B,2,200
jumlah,,Total,3,300
"""


def test_each_figure_is_told_by_how_it_is_watched(tmp_path: Path) -> None:
    laporan = "tabel: {aset: {label: Tabel 1.3, transkripsi: ganda}}\n"
    found = verify(made_up(tmp_path, laporan, {"aset": TABLE}))
    (table,) = coverage.by_table(found)

    assert (table.label, dict(table.counts)) == ("Tabel 1.3", {"satu pemeriksaan": 6})
    (told,) = coverage.advice(found)
    assert told.startswith("Tabel 1.3, kolom Jumlah, Nilai (Rp): hanya diuji oleh satu ")


def test_scores_watched_by_their_class_only_are_named_for_the_next_report() -> None:
    told = coverage.advice(verify(load(BLORA.parent.name, int(BLORA.name))))

    assert any(
        line.startswith("Tabel 3.3, kolom Nilai: hanya diuji oleh kategorinya") for line in told
    )
    assert any("Kuantitas: tidak diuji oleh apa pun" in line for line in told)


def test_the_map_counts_every_printed_figure_once() -> None:
    found = verify(load(BLORA.parent.name, int(BLORA.name)))
    counted = sum(table.counts.total() for table in coverage.by_table(found))

    assert counted == found.coverage.as_json()["figures"]


BUDGET = """\
kode,sasaran,program,pagu,realisasi,serapan
a,,A,400,200,"50,00"
b,,B,300,150,"50,00"
jumlah,,JUMLAH,700,350,"50,00"
"""


def test_a_share_is_watched_once_and_the_amounts_it_comes_from_twice(tmp_path: Path) -> None:
    laporan = "tabel: {anggaran: {label: Tabel 3.8, transkripsi: ganda}}\n"
    found = verify(made_up(tmp_path, laporan, {"anggaran": BUDGET}))
    (table,) = coverage.by_table(found)

    # Six amounts stand in a sum and in a share; the three shares in their own reckoning only.
    assert dict(table.counts) == {"dua atau lebih": 6, "satu pemeriksaan": 3}
    (told,) = coverage.advice(found)
    assert told.startswith("Tabel 3.8, kolom ") and "hanya diuji oleh satu " in told
