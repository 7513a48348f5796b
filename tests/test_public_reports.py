"""Figures of three more agencies, as data only: what agrees is silent, what does not is found.

Sources: LKjIP Pengadilan Agama Kuala Kurun 2021 (Tabel 3.4 and 3.5), LAKIP Pengadilan Agama Solok
2012 and Laporan Kinerja Dinas Kesehatan Kabupaten Bantul 2015 (executive summaries).
"""

from __future__ import annotations

from pathlib import Path

from folders import KLAIM, made_up

from lkjip_analysis.checking.verify import Verification, verify

LAPORAN = "tabel:\n  klaim: {label: Naskah, transkripsi: ganda}\n"


def checked(tmp_path: Path, claims: str) -> Verification:
    return verify(made_up(tmp_path, LAPORAN, {"klaim": KLAIM + claims}))


def cell(kode: str) -> str:
    return f"klaim[{kode}].nilai"


def share(kode: str, printed: str, part: str, whole: str) -> str:
    parts = f"pembilang={cell(part)}; penyebut={cell(whole)}"
    return f'{kode},BAB III,1,{kode},"{printed}",angka,%,bulat,rasio,{parts},tercetak,persen\n'


def figure(kode: str, printed: str, unit: str = "") -> str:
    return f'{kode},BAB III,1,{kode},"{printed}",angka,{unit},eksak,,,,\n'


def test_a_court_divides_one_achievement_by_a_hundred_and_nothing_else(tmp_path: Path) -> None:
    # 47 of 49 is 96 %, of the promised 95 that is 101; 62 of 63 is 98 %, that is 103.
    on_time = "".join(
        figure(f"perkara_{year}", many, "perkara") + figure(f"selesai_{year}", done, "perkara")
        + figure(f"target_{year}", "95%", "%")
        + share(f"realisasi_{year}", real, f"selesai_{year}", f"perkara_{year}")
        + share(f"capaian_{year}", reached, f"realisasi_{year}", f"target_{year}")
        for year, many, done, real, reached in (
            (2020, "49", "47", "96%", "101%"), (2021, "63", "62", "98%", "103%"))
    )  # fmt: skip
    # 50 of 3 is 1.667 %; -100 of 3 is -3.333,33 and not -33,33.
    left = figure("target_sisa", "3%", "%") + "".join(
        figure(f"sisa_{year}", real, "%")
        + share(f"capaian_sisa_{year}", reached, f"sisa_{year}", "target_sisa")
        for year, real, reached in ((2020, "-100%", "-33,33%"), (2021, "50%", "1667%"))
    )
    (finding,) = checked(tmp_path, on_time + left).findings
    assert finding.verdict == "ambigu"
    part = finding.remedies[0].cells[0]
    assert str(part.cell.address) == "klaim[capaian_sisa_2020].nilai"
    assert (part.text, part.slip) == ("-3.333,33%", "tidak dikalikan 100")


def test_the_budget_of_a_court_adds_up(tmp_path: Path) -> None:
    # 1.552.671.000 + 440.768.000 + 149.000.000 = 2.142.439.000
    parts = {"pegawai": "1.552.671.000", "barang": "440.768.000", "modal": "149.000.000"}
    rows = "".join(figure(kode, f"Rp {amount},-", "rupiah") for kode, amount in parts.items())
    added = "+".join(map(cell, parts))
    total = 'total,I,1,Total,"Rp. {},-",angka,rupiah,eksak,jumlah,bagian=' + added + ",tercetak,s\n"
    assert not checked(tmp_path / "a", rows + total.format("2.142.439.000")).findings
    (finding,) = checked(tmp_path / "b", rows + total.format("2.142.349.000")).findings
    assert finding.remedies[0].cells[0].text == "Rp. 2.142.439.000,-"
    assert finding.remedies[0].cells[0].slip == "dua digit tertukar: 34"


def test_the_classes_of_a_health_office_agree_with_their_shares(tmp_path: Path) -> None:
    # 12 of 15 is 80 %, 2 of 15 is 13,33 %; with the last one they are fifteen.
    rows = (
        figure("sangat_baik", "12", "indikator") + figure("tinggi", "2", "indikator")
        + figure("lain", "1", "indikator")
        + "semua,I,1,Semua,15,angka,indikator,eksak,jumlah,bagian="
        + "+".join(map(cell, ("sangat_baik", "tinggi", "lain"))) + ",tercetak,s\n"
        + share("persen_1", "80,00%", "sangat_baik", "semua")
    )  # fmt: skip
    assert not checked(tmp_path / "a", rows + share("p2", "13,33%", "tinggi", "semua")).findings
    assert checked(tmp_path / "b", rows + share("p2", "13,66%", "tinggi", "semua")).findings
