"""Made-up folders of one agency over several years, with the documents beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

AGENCY = "dinas-contoh"

ACHIEVED = "kode,indikator,target,realisasi,capaian,capaian_lalu\n"

INDICATOR = """\
indikator:
  1.layanan: {nama: Cakupan layanan, singkat: Layanan, satuan: persen, arah: naik, presisi: bulat}
"""


def write_year(
    base: Path,
    tahun: int,
    laporan: str,
    tables: Mapping[str, str],
    bukti: Mapping[str, str] | None = None,
    agency: str = AGENCY,
) -> Path:
    """`base`/raw/AGENCY/TAHUN with its tables, and its folder `bukti`."""
    folder = base / "raw" / agency / str(tahun)
    (folder / "bukti").mkdir(parents=True, exist_ok=True)
    head = f"instansi: {agency}\nnama: Dinas Contoh\ntahun: {tahun}\ntanggal_data: 2026-01-31\n"
    (folder / "laporan.yaml").write_text(head + dedent(laporan), encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(dedent(text), encoding="utf-8")
    for name, text in (bukti or {}).items():
        (folder / "bukti" / f"{name}.csv").write_text(dedent(text), encoding="utf-8")
    return folder


def with_achievement(base: Path, tahun: int, row: str, more: str = "") -> Path:
    """A year whose only table is the achievement of one indicator."""
    laporan = INDICATOR + "tabel: {capaian: {label: Tabel 3.1, transkripsi: ganda}}\n" + more
    return write_year(base, tahun, laporan, {"capaian": ACHIEVED + row})


def statements(*rows: str) -> str:
    """pernyataan.csv with the columns that most tests need."""
    head = "kode,tentang,deret,ukuran,tahun,periode,nilai,satuan,presisi,sumber,jenis_sumber,dari\n"
    return head + "".join(f"{row}\n" for row in rows)
