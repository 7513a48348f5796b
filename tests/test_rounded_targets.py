"""A target may be rounded: then the printed cells alone do not give the printed capaian."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load

# Per mille: 0,162 promised, 0,186 reached; 162/186 is 87,10, while 0,16/0,19 gives 84,21.
ROUNDED = "aki,Angka Kematian Ibu,{target},{realisasi},{capaian}\n"


def findings(folder: Path, row: tuple[str, str, str], more: str = "") -> int:
    place = folder / "dinas-contoh" / "2024"
    place.mkdir(parents=True)
    told = ROUNDED.format(**{n: f'"{t}"' for n, t in zip(
        ("target", "realisasi", "capaian"), row, strict=True)})  # fmt: skip
    (place / "capaian.csv").write_text(
        "kode,indikator,target,realisasi,capaian\n" + told, encoding="utf-8"
    )
    (place / "laporan.yaml").write_text(
        "instansi: dinas-contoh\nnama: Dinas Contoh\ntahun: 2024\ntanggal_data: 2025-01-31\n"
        "indikator:\n  aki: {nama: Angka Kematian Ibu, arah: turun, rumus: T/R" + more + "}\n"
        "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: tunggal}\n",
        encoding="utf-8",
    )
    found = verify(load("dinas-contoh", 2024, data=folder)).findings
    return sum(finding.is_wrong for finding in found)


@pytest.mark.parametrize(
    ("row", "more", "count"),
    [
        (("0,16", "0,19", "87,10"), "", 0),
        (("0,16", "0,19", "87,10"), ", presisi_target: bulat", 0),
        (("0,16", "0,19", "87,10"), ", presisi_target: eksak", 1),
        (("0,16", "0,19", "97,10"), "", 1),
        (("16", "19", "87,10"), "", 1),
    ],
)
def test_a_capaian_of_a_rounded_target_is_no_misprint(
    row: tuple[str, str, str], more: str, count: int, tmp_path: Path
) -> None:
    assert findings(tmp_path, row, more) == count


@pytest.mark.parametrize(
    ("agreed", "repairs"),
    [
        # (2 x 22,50 - 21,80) : 22,50 is 103,11: the target may be right, its copy rounded.
        ("23", {"22,50 -> 23,00", "23 -> 22,50"}),
        ("22", {"22,50 -> 22,00", "22 -> 22,50"}),
        ("24", {"22,50 -> 24,00"}),
        ("22,5", set()),
    ],
)
def test_the_shorter_of_two_targets_is_not_spared(
    agreed: str, repairs: set[str], tmp_path: Path
) -> None:
    row = '"22,50","21,80","103,11"'
    report = made_up(
        tmp_path,
        "indikator:\n  a: {nama: Ndr, satuan: permil, arah: turun, presisi: bulat}\n"
        "tabel:\n  capaian: {label: Tabel 3.1}\n  perjanjian: {label: Tabel 2.1}\n"
        'aturan:\n  - {nama: target, jenis: sama, hasil: "capaian[*].target",\n'
        '     sumber: "perjanjian[*].target", dasar: tafsir, sebab: target yang sama}\n',
        {
            "capaian": f"kode,indikator,satuan,target,realisasi,capaian\na,Ndr,permil,{row}\n",
            "perjanjian": f'kode,sasaran,indikator,target\na,Mutu,Ndr,"{agreed}"\n',
        },
    )
    found = verify(report).findings
    told = {
        f"{part.cell.text} -> {part.text}"
        for finding in found
        for remedy in finding.remedies
        for part in remedy.cells
    }
    assert told == repairs
    assert all(finding.verdict == "ambigu" for finding in found)


@pytest.mark.parametrize(("total", "is_told"), [("32,50", True), ("33", False)])
def test_a_shorter_copy_stands_in_a_sum_as_well(total: str, is_told: bool, tmp_path: Path) -> None:
    # 22,50 and 10 are 32,50; where the sum was made with 23, that is no copy cut short.
    report = made_up(
        tmp_path,
        "tabel:\n  capaian: {label: Tabel 3.1}\n  perjanjian: {label: Tabel 2.1}\n"
        'aturan:\n  - {nama: target, jenis: sama, hasil: "capaian[a].target",\n'
        '     sumber: "perjanjian[a].target", dasar: tafsir, sebab: target yang sama}\n'
        '  - {nama: jumlah, jenis: jumlah, hasil: "perjanjian[c].target",\n'
        '     bagian: ["perjanjian[a].target", "perjanjian[b].target"], dasar: tercetak,\n'
        "     sebab: jumlah}\n",
        {
            "capaian": 'kode,indikator,satuan,target,realisasi,capaian\na,Ndr,permil,"22,50",-,-\n',
            "perjanjian": f'kode,sasaran,indikator,target\na,M,A,23\nb,M,B,10\nc,M,C,"{total}"\n',
        },
    )
    told = {
        f"{remedy.cells[0].cell.text} -> {remedy.cells[0].text}"
        for finding in verify(report).findings
        for remedy in finding.remedies
        if len(remedy.cells) == 1
    }
    assert ("23 -> 22,50" in told) == is_told
