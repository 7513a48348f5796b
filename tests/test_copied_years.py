"""A year begun like an earlier one: years that are data move, years in words are listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from years import AGENCY, statements, write_year

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.checking import check
from lkjip_analysis.intake.excel.copied_years import moved, still_old
from lkjip_analysis.intake.excel.merging import merged
from lkjip_analysis.intake.excel.starting import start
from lkjip_analysis.report import yamltext

OLD = """\
indikator:
  1.a: {nama: A, satuan: persen, arah: naik, presisi: bulat, presisi_target: bulat, maksimum: 120, minimum: 0}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
tren:
  - {sel: "capaian[1.a].capaian_lalu", kode: 1.a, ukuran: capaian, tahun: 2020}
aturan:
  - {nama: kurs, jenis: satuan_kolom, pembilang: "capaian[*].target", penyebut: "capaian[*].realisasi", pengali: 1000, antara: 10000-20000, sebab: kurs pada 2021 sekitar 14 ribu}
"""  # noqa: E501
ROWS = "kode,indikator,target,realisasi,capaian,capaian_lalu\n"
ROWS += "1.a,A menurut UU 7 Tahun 2021,80,60,75,70\n"
LINE = "a,A,1.a,realisasi,2022,,12 persen,persen,bulat,Harian,pernyataan pejabat di pers,"


def test_years_of_entries_move_and_breaks_of_the_old_year_go() -> None:
    text = "tren:\n  - {kode: a, tahun: 2020}\nputus:\n  - {kode: a, sebab: beda}\n\naturan: []\n"
    assert moved(text, 2021, 2023) == "tren:\n  - {kode: a, tahun: 2022}\naturan: []\n"


def _begun(base: Path, with_statements: bool) -> Path:
    write_year(base, 2021, OLD, {"capaian": ROWS})
    if with_statements:
        head = "# dari pers\ntabel:\n  pernyataan: {label: Angka 2022, transkripsi: ganda}\n"
        write_year(base, 2022, head, {"pernyataan": statements(LINE)})
    return start(AGENCY, 2022, 2021, base)


def test_a_folder_of_statements_is_gone_on_with(tmp_path: Path) -> None:
    folder = _begun(tmp_path, with_statements=True)
    document = yamltext.read(folder / "laporan.yaml", "laporan.yaml", "laporan.schema.json")
    assert list(document.data["tabel"]) == ["capaian", "pernyataan"]
    assert str(document.data["tren"][0]["tahun"]) == "2021"
    assert (folder / "pernyataan.csv").read_text("utf-8") == statements(LINE)
    assert (folder / "capaian.csv").is_file() and (folder / "laporan.lama.yaml").is_file()


@pytest.mark.parametrize("with_statements", [False, True])
def test_the_precision_and_the_bounds_of_an_indicator_go_on(
    with_statements: bool, tmp_path: Path
) -> None:
    folder = _begun(tmp_path, with_statements)
    document = yamltext.read(folder / "laporan.yaml", "laporan.yaml", "laporan.schema.json")
    told = document.data["indikator"]["1.a"]
    kept = ("presisi", "presisi_target", "maksimum", "minimum")
    assert [str(told[name]) for name in kept] == ["bulat", "bulat", "120", "0"]


def test_any_other_folder_is_still_refused(tmp_path: Path) -> None:
    _begun(tmp_path, with_statements=False)
    with pytest.raises(InputError, match="a folder with this name"):
        start(AGENCY, 2022, 2021, tmp_path)


def test_check_says_what_still_speaks_of_the_old_year_until_it_was_read(tmp_path: Path) -> None:
    folder = _begun(tmp_path, with_statements=False)
    number = 1 + next(
        i for i, line in enumerate((folder / "laporan.yaml").read_text("utf-8").splitlines())
        if "kurs pada 2021" in line
    )  # fmt: skip
    told = [line for line in check(AGENCY, 2022, tmp_path).missing if "menyebut" in line]
    # The year of a law is its name, and the entry of the series has moved on.
    assert told == [f"laporan.yaml:{number}: masih menyebut 2021"]
    text = (folder / "laporan.yaml").read_text("utf-8")
    (folder / "laporan.yaml").write_text(text.partition("\n")[2], encoding="utf-8")
    assert list(still_old(folder)) == []


def test_a_year_in_a_code_a_title_or_the_end_of_a_renstra_is_told_and_a_law_is_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "laporan.yaml").write_text(
        "# Dimulai dari 2021: periksa.\ntahun: 2022\ntahun_renstra: 2021\n"
        "rujukan: Peraturan Pemerintah Nomor 7 Tahun 2021\n",
        encoding="utf-8",
    )
    rows = "kode,uraian\nsasaran_1,Rata-rata sasaran 1 tahun 2020\npagu_2021,Pagu\nx,Pagu 2026\n"
    (tmp_path / "klaim.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "iku.csv").write_text("kode,uraian\na,Perda 3 Tahun 2019\n", encoding="utf-8")
    told = [line.partition(": ")[0] for line in still_old(tmp_path)]
    assert told[:-1] == ["laporan.yaml:3", "klaim.csv:2", "klaim.csv:3"]


def test_a_section_in_one_line_is_joined_by_hand() -> None:
    with pytest.raises(InputError, match="tabel in one line"):
        merged("tabel: {capaian: {label: T}}\n", "tabel:\n  pernyataan: {label: P}\n")
