"""The outcomes as partitioned Parquet: laporan, temuan and cakupan, by year and by shard.

laporan/tahun=2021/bagian-000.parquet    one row for each report, also for those not read; `sidik`
                                         is the hash of all that it was verified from
temuan/tahun=2021/bagian-000.parquet     one row for each finding
cakupan/tahun=2021/bagian-000.parquet    one row for each printed column: how it is watched
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_analysis.building.nation.outcome import WATCH_COLUMNS, Outcome, Row
from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.errors import wrong_input

if TYPE_CHECKING:
    import pyarrow as pa

SHARD = 10_000
"""Reports in one file: a few megabytes, and a nation's year in two or three files."""
BLOCK = 500
"""Reports in memory at once, and in one row group."""
ROWS = 4_096
"""Rows in memory at once where they are read back."""
TEXTS = {
    "laporan": ("instansi", "nama", "pemerintah", "masalah", "sidik"),
    "temuan": (
        "instansi", "id", "putusan", "letak", "tentang", "tabel", "jenis_tabel", "kolom",
        "tercetak", "seharusnya", "bawah", "atas", "dikuatkan_bawah", "dikuatkan_atas", "galat",
        "dampak", "pesan",
    ),
    "cakupan": ("instansi", "tabel", "jenis_tabel", "kolom"),
}  # fmt: skip
COUNTS = {
    "laporan": ("angka", "teruji", "mengubah_simpulan", *SHOWN_AS),
    "temuan": ("perbaikan",),
    "cakupan": ("angka", *WATCH_COLUMNS.values()),
}


def require_pyarrow() -> None:
    """Raises: InputError that says how to get it, where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        found, allowed = "no pyarrow", "pyarrow, which writes Parquet"
        remedy = "Install the package pyarrow, or start with `python run.py verify --all`."
        raise wrong_input("--all", found, allowed, remedy) from error


def write(folder: Path, outcomes: Iterable[Outcome]) -> None:
    """Write outcomes that come by year; never more than a block of them is held."""
    for tahun, of_year in groupby(outcomes, lambda outcome: outcome.tahun):
        shards = iter(of_year)
        for number, first in enumerate(shards):
            _write_shard(folder, tahun, number, chain([first], islice(shards, SHARD - 1)))


def _write_shard(folder: Path, tahun: int, number: int, outcomes: Iterator[Outcome]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with ExitStack() as files:
        writers = {}
        for name in TEXTS:
            path = folder / name / f"tahun={tahun}" / f"bagian-{number:03}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = pq.ParquetWriter(path, schema(name), compression="zstd")
            writers[name] = files.enter_context(writer)
        while block := list(islice(outcomes, BLOCK)):
            for name, rows in _rows(block).items():
                if rows:
                    writers[name].write_table(pa.Table.from_pylist(rows, schema(name)))


def _rows(block: list[Outcome]) -> dict[str, list[Row]]:
    return {
        "laporan": [outcome.report for outcome in block],
        "temuan": [row for outcome in block for row in outcome.findings],
        "cakupan": [row for outcome in block for row in outcome.coverage],
    }


def schema(name: str) -> pa.Schema:
    """The columns of one of the three; the year is the name of the folder."""
    import pyarrow as pa

    fields: list[tuple[str, Any]] = [(text, pa.string()) for text in TEXTS[name]]
    fields += [(count, pa.int32()) for count in COUNTS[name]]
    if name == "temuan":
        fields += [("sel", pa.list_(pa.string())), ("aturan", pa.list_(pa.string()))]
        fields += [("mengubah_simpulan", pa.bool_())]
    return pa.schema(fields)


def blocks(folder: Path, name: str, columns: list[str]) -> Iterator[tuple[int, Row]]:
    """Some columns of one of the three, as lists, block by block, each with its year."""
    import pyarrow.parquet as pq

    for path in sorted((folder / name).glob("tahun=*/*.parquet")):
        tahun = int(path.parent.name.partition("=")[2])
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(ROWS, columns=columns):
                yield tahun, batch.to_pydict()
