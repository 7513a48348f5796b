"""What verification takes for granted is shown, with how much hangs on it."""

from __future__ import annotations

from pathlib import Path

from folders import KLAIM, made_up

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.pages.parts.assumptions import Assumption, assumptions

CAPAIAN = "kode,indikator,target,realisasi,capaian\n1.a,Kunjungan,80,60,75\n1.b,Rujukan,50,60,120\n"
CLAIMS = f"{KLAIM}rata,BAB IV,,Rata-rata,98,angka,,,,,,\n"
RULE = (
    "aturan:\n"
    "  - {{nama: rata, jenis: rerata, hasil: 'klaim[rata].nilai', bagian: 'capaian[*].capaian', "
    "dasar: {basis}, sebab: tiap indikator sama berat}}\n"
)
TABLES = "tabel: {capaian: {label: Tabel 3.1}}\n"


def found(tmp_path: Path, basis: str) -> list[Assumption]:
    report = made_up(
        tmp_path, TABLES + RULE.format(basis=basis), {"capaian": CAPAIAN, "klaim": CLAIMS}
    )
    told = assumptions(verify(report))
    return [one for one in told if one.reason == "Tiap indikator sama berat"]


def test_an_assumption_says_what_is_tested_by_it_alone_and_what_was_found(tmp_path: Path) -> None:
    # The mean of 75 and 120 is 97,5: printed 98 holds. It is tested by nothing else, while both
    # capaian follow from target and realisasi as well.
    (told,) = found(tmp_path, "tafsir")
    assert told == Assumption("Tiap indikator sama berat", "", 1, 3, 1, 0)
    assert told.matters


def test_what_the_report_states_itself_is_no_assumption(tmp_path: Path) -> None:
    assert found(tmp_path, "tercetak") == []


def test_a_relation_without_a_reason_is_told_as_one(tmp_path: Path) -> None:
    """It was a row without a name, and what is found by it began with a colon.

    The mean of 75 and 120 is 97,5, as a whole number 98; 110 is printed.
    """
    rules = RULE.format(basis="tafsir").replace(", sebab: tiap indikator sama berat", "")
    claims = CLAIMS.replace(",98,", ",110,")
    report = made_up(tmp_path, TABLES + rules, {"capaian": CAPAIAN, "klaim": claims})
    checked = verify(report)
    assert "Hubungan yang dinyatakan tanpa sebab" in [one.reason for one in assumptions(checked)]
    (finding,) = checked.findings
    assert "hubungan yang dinyatakan tanpa sebab: hasil hitung 98, tetapi" in finding.told.text


def test_an_assumption_named_only_by_its_subject_says_what_is_repeated(tmp_path: Path) -> None:
    """Whoever read "Kunjungan" did not know which of three figures it is read to be about."""
    rows = (
        "satu,BAB IV,alinea 1,Kunjungan,75,angka,,,sama,sumber=capaian[1.a].capaian,tafsir,\n"
        "dua,BAB IV,alinea 2,Seluruh target,130,angka,,,jumlah,bagian=capaian[*].target,tafsir,\n"
        "tiga,BAB IV,alinea 3,Rujukan,120,angka,,,sama,sumber=capaian[1.b].capaian,tafsir,satu\n"
    )
    claims = CLAIMS.splitlines(keepends=True)[0] + rows
    report = made_up(tmp_path, TABLES, {"capaian": CAPAIAN, "klaim": claims})
    told = {one.reason for one in assumptions(verify(report))}
    assert told == {
        "Kalimat tentang kunjungan mengulang Tabel 3.1, Kunjungan - Capaian (%)",
        "Kalimat tentang seluruh target dihitung dari Tabel 3.1",
        "Satu",
    }
