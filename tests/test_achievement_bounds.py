"""A maximum and a minimum of capaian, and rounded targets: declared, proposed, kept to."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accepted, excel, proposed, run, verified
from years import AGENCY, write_year

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load

HEAD = "kode,indikator,target,realisasi,capaian\n"
DOWN = "indikator:\n  a: {{nama: Aduan, satuan: kasus, arah: turun, presisi: eksak{more}}}\n"
TABLE = "tabel: {capaian: {label: Tabel 3.1}}\n"


def broken(base: Path, row: str, more: str = "", policy: str = "") -> list[str]:
    laporan = policy + DOWN.format(more=more) + TABLE
    write_year(base, 2021, laporan, {"capaian": HEAD + row})
    return [rule for one in verify(load(AGENCY, 2021, base)).findings for rule in one.rules]


def test_a_capaian_is_raised_to_the_least_that_is_printed(tmp_path: Path) -> None:
    # (2 x 10 - 25) / 10 is -50 %.
    row = 'a,Aduan,10,25,"0,00"\n'
    assert broken(tmp_path / "1", row) == ["capaian.capaian[a]"]
    assert broken(tmp_path / "2", row, ", minimum: '0'") == []
    assert broken(tmp_path / "3", row, policy="kebijakan: {capaian_minimum: '0'}\n") == []


def test_a_minimum_excuses_no_slip_above_it(tmp_path: Path) -> None:
    # (2 x 10 - 12) / 10 is 80 %.
    row = 'a,Aduan,10,12,"60,00"\n'
    assert broken(tmp_path, row, ", minimum: '0'") == ["capaian.capaian[a]"]


SHEET = ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
ROWS = [
    # 130 % cut off at 100; (2 x 10 - 25) / 10 not below 0; 7,3 of a target of 7,14 printed 7,1.
    (["1", "Air bersih", "persen", "50", "65", "100"], "maksimum: '100'", "maksimum: 100"),
    (["1", "Aduan", "kasus", "10", "25", "0"], "minimum: '0'", "minimum: 0"),
    (["1", "Indeks jalan", "indeks", "7,1", "7,3", "102,24"], "presisi_target: bulat", ""),
]


@pytest.mark.parametrize(("row", "told", "other"), ROWS)
@pytest.mark.parametrize("way", ["import", "usul"])
def test_what_a_print_tells_is_proposed_shown_and_written(
    tmp_path: Path, row: list[str], told: str, other: str, way: str
) -> None:
    file = excel(tmp_path, [SHEET, row], "Capaian")
    if way == "usul":
        proposal, _ = proposed(tmp_path, file)
        assert accepted(tmp_path, proposal)[0] == 0
    else:
        code, said = run("import", file, "--instansi", "dinas-uji", "--tahun", 2024, "--ya",
                         "--data", tmp_path)  # fmt: skip
        assert code == 0, said
        assert any(w in said for w in ("dibatasi", "tidak kurang dari 0", "target dibulatkan"))
    written = (tmp_path / "dinas-uji/2024/laporan.yaml").read_text("utf-8").replace('"', "'")
    assert told in written or (other and other in written), written
    code, said = verified(tmp_path)
    assert (code, said.splitlines()[1]) == (0, "Tidak ada temuan"), said


def test_a_direction_that_is_given_keeps_what_the_print_tells_of_its_cap(tmp_path: Path) -> None:
    # 20 minutes promised, 10 needed: 150 % or 200 %, printed as the most that is given, 120.
    rows = [SHEET, ["1", "Waktu tunggu", "menit", "20", "10", "120,00"],
            ["2", "Kunjungan", "kali", "50", "45", "90,00"]]  # fmt: skip
    told = ("import", excel(tmp_path, rows), "--instansi", "dinas-uji", "--tahun", "2024",
            "--data", tmp_path, "--ya")  # fmt: skip
    code, said = run(*told)
    assert code == 2 and "--arah waktu_tunggu=turun" in said
    code, said = run(*told, "--arah", "waktu_tunggu=turun")
    assert code == 0 and "dibatasi paling tinggi 120" in said
    assert verified(tmp_path)[0] == 0


@pytest.mark.parametrize(("capaian", "right"), [("105,30", True), ("165,30", False)])
def test_a_rate_rounded_to_a_whole_tells_that_less_is_better(
    capaian: str, right: bool, tmp_path: Path
) -> None:
    # 14 of 13,3 is 105,26, and (28 - 13,26) / 14 is 105,30: 13 is either, rounded.
    rows = [SHEET, ["1", "Tingkat stunting", "persen", "14", "13", capaian],
            ["2", "Imunisasi", "persen", "95,00", "93,00", "97,89"]]  # fmt: skip
    proposal, _ = proposed(tmp_path, excel(tmp_path, rows))
    accepted(tmp_path, proposal)
    code, said = verified(tmp_path)
    assert code == int(not right), said
