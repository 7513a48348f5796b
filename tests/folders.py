"""Small made-up agency folders for tests, and copies of a real one with some cells changed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address

AGENCY, YEAR = "dinas-contoh", 2021
BLORA = Path(__file__).parents[1] / "data" / "raw" / "dindagkop-ukm-blora" / "2021"
OTHERS = Path(__file__).parent / "laporan_lain"
RECHECK = Path(__file__).parents[1] / "tools" / "recheck.py"
KLAIM = "kode,bagian,paragraf,tentang,nilai,tipe,satuan,presisi,aturan,sel,dasar,sebab\n"

IDENTITY = """\
instansi: dinas-contoh
nama: Dinas Contoh
tahun: 2021
tanggal_data: 2022-03-31
"""


# Every correction that makes Blora 2021 agree with itself, worked out by hand, rounded half-up.
PROVEN = {
    "anggaran[2.perizinan].realisasi": "10.000.000",
    "program[1.penilaian].pagu": "Rp 30.000.000,00",
    "ringkasan[1.koperasi_sehat].rerata_sasaran": "164,68",
    "ekspor[furnitur].nilai_rupiah": "1.945.228.114",
}
# 110 of 260 is 42,31; 42,31 of 32 is 132,22; with 194,05 its mean is 163,14 (163,135).
HEALTHY_COOPERATIVES = {
    "capaian_1[1.koperasi_sehat].realisasi": "42,31",
    "capaian_1[1.koperasi_sehat].capaian": "132,22",
    "capaian_1[1.koperasi_sehat].capaian_renstra": "132,22",
    "klaim[koperasi_realisasi].nilai": "42,31%",
    "klaim[koperasi_capaian].nilai": "132,22%",
    "klaim[rerata_sasaran_1].nilai": "163,14",
    "klaim[simpulan_2].nilai": "163,14%",
    "ringkasan[1.koperasi_sehat].capaian": "132,22",
    "ringkasan[1.koperasi_sehat].rerata_sasaran": "163,14",
}
# 2.645.059 of 2.942.679 is 89,886; 13 of 15 is 86,67, of 70 it is 123,81; their mean is 106,85.
ROUNDED = {
    "capaian_2[2.ekspor].capaian": "89,89",
    "capaian_2[2.ekspor].capaian_renstra": "89,89",
    "klaim[ekspor_capaian].nilai": "89,89 %",
    "ringkasan[2.ekspor].capaian": "89,89",
    "capaian_2[2.pasar].realisasi": "86,67",
    "capaian_2[2.pasar].capaian": "123,81",
    "capaian_2[2.pasar].capaian_renstra": "123,81",
    "klaim[pasar_realisasi].nilai": "86,67%",
    "klaim[pasar_capaian].nilai": "123,81%",
    "ringkasan[2.pasar].capaian": "123,81",
    "ringkasan[2.ekspor].rerata_sasaran": "106,85",
    "klaim[rerata_sasaran_2].nilai": "106,85%",
    "klaim[rerata_sasaran_2_ulang].nilai": "106,85 %",
    "klaim[simpulan_3].nilai": "106,85%",
    "klaim[pencapaian_sasaran].nilai": "134,99%",  # (132,22 + 194,05 + 89,89 + 123,81) / 4
    "klaim[simpulan_1].nilai": "134,99%",
    "klaim[serapan_sasaran_1].nilai": "85,58%",  # 861.084.520 / 1.006.182.400
    "klaim[efisiensi_sasaran_1].nilai": "14,42 %",
    "klaim[efisiensi_persen].nilai": "8,73%",  # 150.774.189 / 1.727.182.400 = 8,7295
    "klaim[rerata_sasaran_1_2020].nilai": "155,89 %",  # (117,31 + 194,47) / 2
}
LABELS = {
    "anggaran[1.pendidikan].pagu": "556.182.400",
    "ringkasan[2.ekspor].kategori": "Baik",
    "koperasi[21].predikat": "SEHAT",
    "koperasi[28].predikat": "CUKUP SEHAT",
    "koperasi[33].predikat": "CUKUP SEHAT",
    "koperasi[67].predikat": "CUKUP SEHAT",
    "koperasi[107].predikat": "CUKUP SEHAT",
}
# The ranks of 135 civil servants count 126, the schooling of 44 contract workers 45: one of many
# ways to make them agree.
STAFF = {
    "pegawai_golongan[pns].i_d": "35",
    "pegawai_golongan[jumlah].i_d": "35",
    "pegawai_pendidikan[kontrak_kepala].slta": "24",
    "pegawai_pendidikan[jumlah].slta": "68",
}
# Kecamatan one letter off, or a village in their place; dates and years; sentences taken out.
WORDS = {
    "koperasi[6].alamat": "Blora",
    "koperasi[8].alamat": "Blora",
    "koperasi[9].alamat": "Blora",
    "koperasi[16].alamat": "Kunduran",
    "koperasi[22].alamat": "Kradenan",
    "koperasi[27].alamat": "Jati",
    "koperasi[34].alamat": "Kradenan",
    "koperasi[39].alamat": "Kunduran",
    "klaim[pengantar_tahun].nilai": "Tahun 2021",
    "klaim[pengantar_tanggal].nilai": "31 Januari 2022",
    "klaim[penutup_tanggal].nilai": "31 Januari 2022",
    "klaim[target_tercapai].aturan": "",
    "klaim[semua_sangat_baik].aturan": "",
    "klaim[penyerapan_sebab].aturan": "",
    "klaim[masalah_pasar].nilai": "Masih adanya pasar yang belum memenuhi standar kelayakan",
    "klaim[rerata_sasaran_1_arah].nilai": "mengalami peningkatan",
    "klaim[daftar_isi_bab_2].nilai": "PERENCANAAN DAN PERJANJIAN KINERJA",
    "klaim[perbup_tugas].nilai": "Peraturan Bupati Blora Nomor 31 Tahun 2018",
    "klaim[pengantar_pp_8].nilai": "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
    "klaim[bab_1_pan].nilai": "Pendayagunaan Aparatur Negara",
    "klaim[bidang_pasar_daftar].nilai": "Bidang Pasar Daerah",
    "klaim[nama_dinas_perjanjian].nilai": (
        "Dinas Perdagangan, Koperasi, Usaha Kecil dan Menengah Kabupaten Blora"
    ),
    "klaim[pasar_beras].nilai": "Sidoarjo/Pasar Beras",
    "program[1.penilaian].program": "1. Program Penilaian Kesehatan KSP/USP",
    "daftar_tabel[t1_2].judul_naskah": (
        "Jumlah Personalia Menurut Pendidikan Formal dan Diklat Teknis"
    ),
    "daftar_tabel[t1_3].judul_naskah": (
        "Sarana dan Prasarana Dinas Perdagangan Koperasi dan UKM Kab. Blora"
    ),
    "daftar_tabel[t3_2].judul": "Pengukuran Kinerja Sasaran 1",
    "daftar_tabel[t3_3].judul_naskah": "Data Koperasi Sehat Kabupaten Blora Tahun 2021",
    "daftar_gambar[g10].judul": "Pasar Rakyat Doplang",
    "daftar_gambar[g13].judul": "Pasar Mulyorejo",
    "daftar_gambar[g13].nomor": "13",
    "koperasi[3].nilai": "77,1",
    "ekspor[briket].kuantitas": "1.581.190 Kg",
}
# What laporan.yaml tells of the print: the hole of the scale, the goal without indicator, the
# header of a column in thousands.
DECLARED = {
    "{nama: Cukup, dari: 55, sampai: 74}": "{nama: Cukup, dari: 55, kurang_dari: 75}",
    "  3: Meningkatnya akuntabilitas pengelolaan program dan kegiatan\n": "",
    "pengali: 1000": "pengali: 1",
    "  1: Meningkatkan pertumbuhan ekonomi dan pemerataan pendapatan masyarakat di sektor "
    "perdagangan\n": "",
    "tujuan:\n": "tujuan: {}\n",
    "dari: 0, sampai: 300000000": "dari: 0, kurang_dari: 50000000",
    "{nama: Usaha Kecil, dari: 500000000": "{nama: Usaha Menengah, dari: 500000000",
    "cakupan: penuh": "cakupan: sebagian",
}
# Rules of laporan.yaml about names and targets that no new figure would mend.
UNDECLARED = (
    "sehat", "efisiensi_1", "efisiensi_2", "efisiensi_seluruhnya", "anggaran_2020", "target_umkm",
)  # fmt: skip
ALL_CORRECTIONS = {**WORDS, **STAFF, **PROVEN, **HEALTHY_COOPERATIVES, **ROUNDED, **LABELS}


def write_folder(
    base: Path, laporan: str, tables: Mapping[str, str], types: Mapping[str, str] | None = None
) -> Path:
    """`base`/raw/dinas-contoh/2021 with laporan.yaml (its identity added) and a CSV per table.

    `types` are table types of this agency only (name -> YAML).
    """
    folder = base / "raw" / AGENCY / str(YEAR)
    (folder / "skema").mkdir(parents=True, exist_ok=True)
    (folder / "laporan.yaml").write_text(IDENTITY + dedent(laporan), encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(dedent(text), encoding="utf-8")
    for name, text in (types or {}).items():
        (folder / "skema" / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
    return folder


def made_up(
    base: Path, laporan: str, tables: Mapping[str, str], types: Mapping[str, str] | None = None
) -> Report:
    """The report of a folder written on the spot."""
    write_folder(base, laporan, tables, types)
    return load(AGENCY, YEAR, base)


def blora_with(base: Path, changes: Mapping[str, str]) -> Report:
    """The report of Blora 2021 from a copy of its folder where some cells print another text."""
    folder = base / "raw" / BLORA.parent.name / BLORA.name
    shutil.copytree(BLORA, folder)
    (folder / "koreksi.csv").unlink()  # accepted for the print as it was, not for this copy
    print_in(folder, changes)
    return load(BLORA.parent.name, int(BLORA.name), base)


def sound_blora(base: Path) -> Report:
    """The report of Blora 2021 from a copy of its folder in which every finding is corrected."""
    report = blora_with(base, ALL_CORRECTIONS)
    path = base / "raw" / report.instansi / str(report.tahun) / "laporan.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in DECLARED.items():
        assert old in text, old
        text = text.replace(old, new)
    lines = text.splitlines(keepends=True)
    starts = tuple(f"  - {{nama: {name}," for name in UNDECLARED)
    kept = [line for line in lines if not line.startswith(starts)]
    assert len(lines) - len(kept) == len(UNDECLARED)
    path.write_text("".join(kept), encoding="utf-8")
    return load(report.instansi, report.tahun, base)


def print_in(folder: Path, changes: Mapping[str, str]) -> None:
    """Put each text of `changes` (address -> text) into the CSV files of a folder."""
    told: dict[str, dict[tuple[str, str], str]] = {}
    for where, text in changes.items():
        table, row, column = Address.parse(where)
        told.setdefault(table, {})[row, column] = text
    for table, texts in told.items():
        _rewrite(folder / f"{table}.csv", texts)


def _rewrite(path: Path, texts: Mapping[tuple[str, str], str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    lines = {row[0]: row for row in rows}
    for (key, column), text in texts.items():
        line, place = lines[key], header.index(column)
        assert line[place] != text, f"{path.name} [{key}].{column} prints {text} already"
        line[place] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
