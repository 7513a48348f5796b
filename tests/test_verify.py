"""What verifying a report finds, proves, leaves open, and never says."""

from __future__ import annotations

import csv
import json
import re
import shutil
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
from folders import BLORA, KLAIM, blora_with, made_up, sound_blora
from jsonschema import Draft202012Validator
from test_rules import TYPE

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.report.tables import Address

NUMBER = re.compile(r"-?\d+(\.\d+)?")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Verification:
    """Blora 2021 as printed."""
    return verify(blora_with(tmp_path_factory.mktemp("printed"), {}))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Blora 2021 with every correction of folders.py."""
    return sound_blora(tmp_path_factory.mktemp("sound"))


def printing(report: Report, texts: dict[str, str]) -> Report:
    """The report with some cells (address -> text) printed otherwise."""
    return report.holding(rewrite(report.cell(where), text) for where, text in texts.items())


def proven(verification: Verification) -> dict[str, str]:
    """The cells proven wrong, each with what it must be."""
    return {
        str(f.cell.address): f.remedies[0].cells[0].text or ""
        for f in verification.findings
        if f.verdict == "terbukti" and f.cell
    }


def named(finding: Finding) -> dict[str, str | None]:
    """The cells a finding points at, each with what it would have to be."""
    return {str(p.cell.address): p.text for remedy in finding.remedies for p in remedy.cells}


def about(verification: Verification, rule: str) -> Finding:
    (finding,) = (f for f in verification.findings if rule in f.rules)
    return finding


# The printed report of Blora 2021.


def test_exactly_four_printed_figures_are_proven_wrong(printed: Verification) -> None:
    assert proven(printed) == {
        "anggaran[2.perizinan].realisasi": "10.000.000",
        "program[1.penilaian].pagu": "Rp 30.000.000,00",
        "ringkasan[1.koperasi_sehat].rerata_sasaran": "164,68",
        "ekspor[furnitur].nilai_rupiah": "1.945.228.114",
    }


def test_the_export_of_furniture_is_known_to_two_rupiah(printed: Verification) -> None:
    (furniture,) = (f for f in printed.findings if f.cell and f.cell.text == "1.067.584")

    # 37.885.181.319 less 560.158.207, 13.637.208.861 and 21.742.586.137, each rounded.
    assert furniture.implied is not None
    assert furniture.implied.contains(1945228114)
    assert furniture.implied.high - furniture.implied.low < 10


def test_the_proofs_name_the_slip_in_words_a_planner_uses(printed: Verification) -> None:
    slips = {
        f.cell.text: f.remedies[0].cells[0].slip
        for f in printed.findings
        if f.cell and f.verdict == "terbukti"
    }

    assert slips == {
        "100.000.000": "kelebihan satu nol",
        "Rp 30.000,00": "kurang tiga nol",
        "165,68": "satu digit salah: 5, seharusnya 4",
        "1.067.584": None,
    }


def test_a_proof_says_what_is_printed_what_must_be_and_which_relations_say_so(
    printed: Verification,
) -> None:
    (permits,) = (f for f in printed.findings if f.cell and f.cell.text == "100.000.000")

    assert "tertulis 100.000.000" in permits.message
    assert "Jika hanya angka ini yang salah cetak, seharusnya 10.000.000" in permits.message
    sums = "hasil hitung 1.666.408.211, tetapi Tabel 3.8, JUMLAH - Realisasi mencantumkan"
    assert f"{sums} 1.576.408.211" in permits.message
    above = "Program Perizinan dan Pendaftaran Perusahaan - Realisasi: 100.000.000 melampaui"
    assert f"Tabel 3.8, {above} 10.000.000" in permits.message  # each relation names its row
    assert any("kurs tersirat tiap baris Mebeler 14.323,00" in f.message for f in printed.findings)
    assert "hasil hitung 805.323.691" in permits.message  # of sasaran 2
    assert permits.impact == "Kelebihan Rp90.000.000."
    assert permits.source == "Tabel 3.8"


def test_43_30_is_undecided_and_impossible_for_any_count_of_260(printed: Verification) -> None:
    finding = about(printed, "laporan.koperasi_cacah")

    assert finding.verdict == "ambigu"
    assert named(finding)["capaian_1[1.koperasi_sehat].realisasi"] == "42,31"
    assert "hasil hitung 42,31" in finding.message
    # 112/260 = 43,077 and 113/260 = 43,462.
    assert "tidak ada bilangan bulat dari 260 yang memberi 43,30" in finding.message
    assert "112 memberi 43,08% dan 113 memberi 43,46%" in finding.message


def test_the_mean_of_2020_may_hold_this_years_figure(printed: Verification) -> None:
    finding = about(printed, "klaim.rerata_sasaran_1_2020")

    assert finding.verdict == "ambigu"
    assert named(finding)["capaian_1[1.umkm].capaian_lalu"] == "194,05"
    # The other way out is the mean itself: (117,31 + 194,47) / 2 = 155,89.
    assert "klaim[rerata_sasaran_1_2020].nilai" in named(finding)
    assert "194,47" in finding.message and "155,89" in finding.message


def test_the_dollar_total_is_in_no_finding(printed: Verification) -> None:
    total = ("ekspor[jumlah].nilai_usd", "capaian_2[2.ekspor].realisasi")

    assert all(not printed.marks.get(Address.parse(cell), ()) for cell in total)
    assert not any(cell in named(f) for f in printed.findings for cell in total)


ROUNDINGS = [
    ("capaian_2[2.ekspor].capaian", "89,88", "89,89", "dipotong"),
    ("capaian_2[2.ekspor].capaian_renstra", "89,88", "89,89", "dipotong"),
    ("klaim[efisiensi_persen].nilai", "8,72%", "8,73%", "dipotong"),
    ("capaian_2[2.pasar].realisasi", "86,70", "86,67", "satu desimal"),
    ("klaim[serapan_sasaran_1].nilai", "85,60%", "85,58%", "satu desimal"),
]


@pytest.mark.parametrize(("cell", "text", "usual", "words"), ROUNDINGS)
def test_an_unusual_rounding_is_named_with_the_usual_one(
    printed: Verification, cell: str, text: str, usual: str, words: str
) -> None:
    (finding,) = (f for f in printed.marks.get(Address.parse(cell), ()) if f.verdict)

    assert finding.verdict == "pembulatan"
    assert finding.cell is not None and finding.cell.text == text
    assert f"tertulis {text}" in finding.message
    assert words in finding.message
    assert f"(pembulatan biasa: {usual})" in finding.message


def test_only_those_five_figures_are_rounded_unusually(printed: Verification) -> None:
    found = {str(f.cell.address) for f in printed.findings if f.verdict == "pembulatan" and f.cell}

    assert found == {cell for cell, *_ in ROUNDINGS}


ROUNDED_INTO_A_CLASS = """\
    skala:
      capaian:
        sumber: Tabel 3.1
        pita:
          - {nama: Baik, dari: 80}
          - {nama: Cukup, kurang_dari: 80}
    tabel:
      uji: {label: Tabel 1}
    aturan:
      - {nama: s, jenis: tidak_melebihi, hasil: "uji[s].persen", penyebut: "uji[p].persen"}
      - {nama: r, jenis: rasio, hasil: "uji[t].persen", pembilang: "uji[a].cacah",
         penyebut: "uji[b].cacah"}
      - {nama: k, jenis: kategori, hasil: "uji[t].kelas", nilai: "uji[t].persen", skala: capaian}
    """


@pytest.mark.parametrize(
    ("part", "share", "label", "impact", "flips"),
    [
        ("80", "79,99", "Cukup", "Kategori berubah dari Cukup menjadi Baik.", True),
        ("90", "89,99", "Baik", "Tidak ada kategori atau simpulan yang berubah.", False),
    ],
)
def test_a_rounding_that_moves_a_figure_into_another_class_is_told_with_what_it_changes(
    tmp_path: Path, part: str, share: str, label: str, impact: str, flips: bool
) -> None:
    # 50,02 above 50,00 is explained by rounding too, but no one print would be the usual one.
    rows = f'a,{part},,\nb,100,,\np,,"50,00",\ns,,"50,02",\nt,,"{share}",{label}\n'
    table = {"uji": "kode,cacah,persen,kelas\n" + rows}
    found = verify(made_up(tmp_path, ROUNDED_INTO_A_CLASS, table, {"uji": TYPE}))
    (finding,) = found.findings
    (proposed,) = finding.remedies[0].cells
    where = Address("uji", "t", "persen")

    assert (finding.id, finding.verdict) == ("uji-t-persen-pembulatan", "pembulatan")
    assert (finding.impact, finding.changes_conclusion) == (impact, flips)
    assert (proposed.text, proposed.prints) == (f"{part},00", Interval(int(part), int(part)))
    assert dict(found.marks) == {where: (finding,)} and found.marks[where] == (finding,)


SHARE_OF_A_TOTAL = """\
    tabel:
      uji: {label: Tabel 1}
    aturan:
      - {nama: j, jenis: jumlah, hasil: "uji[t].cacah", bagian: ["uji[a].cacah", "uji[b].cacah"]}
      - {nama: r, jenis: rasio, hasil: "uji[t].persen", pembilang: "uji[t].cacah",
         penyebut: "uji[p].cacah"}
    """


@pytest.mark.parametrize(
    ("whole", "share", "told"),
    [
        ("813", "9,90", ["ambigu"]),  # 812 of 8.200 are 9,90 percent, 813 would be 9,91
        ("812", "9,91", ["pembulatan"]),
        ("812", "9,90", []),
    ],
)
def test_the_share_of_a_total_that_is_wrong_is_no_odd_rounding(
    tmp_path: Path, whole: str, share: str, told: list[str]
) -> None:
    """400 + 412 = 812."""
    rows = f'a,400,,\nb,412,,\np,8200,,\nt,{whole},"{share}",\n'
    table = {"uji": "kode,cacah,persen,kelas\n" + rows}
    found = verify(made_up(tmp_path, SHARE_OF_A_TOTAL, table, {"uji": TYPE}))
    assert [finding.verdict for finding in found.findings] == told


def test_what_was_verified_is_never_changed_afterwards(printed: Verification) -> None:
    with pytest.raises(FrozenInstanceError):
        printed.findings = ()  # type: ignore[misc]


def test_categories_against_their_own_value_are_rules_of_form(printed: Verification) -> None:
    told = [f for f in printed.findings if f.kind == "kaidah"]
    labels = {cell for f in told for cell in named(f) if cell.endswith(("predikat", "kategori"))}

    assert labels == {
        "ringkasan[2.ekspor].kategori",  # 89,88 printed Sangat Baik
        "koperasi[21].predikat",  # 82,95 printed CUKUP SEHAT
        "koperasi[28].predikat",  # 76,9 printed DALAM PENGAWASAN
        "koperasi[33].predikat",  # 79,3
        "koperasi[67].predikat",  # 69,35
        "koperasi[107].predikat",  # 73,3
    }
    export = about(printed, "ringkasan.kategori[2.ekspor]")
    assert "nilai 89,88 termasuk Baik, tertulis Sangat Baik" in export.message
    assert "kategorinya yang keliru" in export.message


def test_a_figure_in_the_english_number_style_is_named(printed: Verification) -> None:
    (finding,) = printed.marks.get(Address.parse("anggaran[1.pendidikan].pagu"), ())

    assert (finding.kind, finding.verdict) == ("kaidah", None)
    assert finding.message.endswith("hanya dapat dibaca sebagai 556.182.400.")
    assert finding.id == "anggaran-1.pendidikan-pagu-gaya"
    assert finding.impact == "Nilainya tidak berubah."
    (part,) = finding.remedies[0].cells
    assert (part.slip, part.prints) == ("gaya angka lain", Interval(556182400, 556182400))


def test_a_figure_in_the_indonesian_style_is_named_in_a_column_of_english_style(
    tmp_path: Path,
) -> None:
    kind = """\
        judul: Ekspor
        arti: Nilai ekspor.
        kunci: kode
        kolom:
          kode: {tipe: kunci}
          nilai: {tipe: angka, presisi: bulat, gaya: inggris}
        """
    table = {"ekspor": 'kode,nilai\na,"1.234.567,50"\n'}
    report = made_up(tmp_path, "tabel: {ekspor: {label: Tabel 1}}\n", table, {"ekspor": kind})
    (finding,) = verify(report).findings

    assert named(finding) == {"ekspor[a].nilai": "1,234,567.50"}


def test_the_finding_that_changes_a_conclusion_comes_first(printed: Verification) -> None:
    standing = [f.standing for f in printed.findings]

    assert standing[:3] == ["klaim"] * 3  # a sentence that the figures contradict
    assert "kategori" in printed.findings[3].rules[0]
    assert standing[3:5] == ["kaidah"] * 2  # a category against its value, a count by its name
    order = ["terbukti", "ambigu", "kaidah", "pembulatan", "dugaan"]
    assert standing[5:] == sorted(standing[5:], key=order.index)
    assert not printed.is_clean


# A sound report.


def test_a_corrected_copy_of_the_folder_gives_no_finding_at_all(sound: Report) -> None:
    verification = verify(sound)

    assert [finding.message for finding in verification.findings] == []
    assert verification.is_clean


@pytest.mark.parametrize("correction", ["anggaran[2.perizinan].realisasi", "koperasi[21].predikat"])
def test_every_correction_of_the_copy_is_needed(
    sound: Report, printed: Verification, correction: str
) -> None:
    undone = printing(sound, {correction: printed.report.cell(correction).text})

    assert any(correction in named(finding) for finding in verify(undone).findings)


# One slip planted in the sound report for every table type: cell, print, and what it proves.
# What is only put in elsewhere (a row of a total) may be newer than all that rests on it, and so
# may a total be than its rows and its rate: only a print that no update leaves is proven wrong.
PLANTED = [
    ("anggaran", "anggaran[2.perizinan].realisasi", "100.000.000", "terbukti"),
    ("anggaran", "anggaran[jumlah].pagu", "1.727.182.411", "ambigu"),
    ("aset", "aset[tanah].nilai", "77.208.870.012", "ambigu"),
    ("capaian", "capaian_1[1.umkm].capaian", "149,05", "terbukti"),
    ("ekspor", "ekspor[briket].nilai_usd", "1.158.019", "ambigu"),
    ("klaim", "klaim[simpulan_3].nilai", "108,65%", "ambigu"),
    ("klaim", "klaim[koperasi_dinilai].nilai", "101", "ambigu"),
    ("koperasi", "koperasi[1].nilai", "8,1", "kaidah"),
    ("koperasi", "koperasi[1].predikat", "CUKUP SEHAT", "kaidah"),
    ("pegawai_golongan", "pegawai_golongan[kontrak_bupati].jml", "6", "ambigu"),
    ("pegawai_pendidikan", "pegawai_pendidikan[pns].s1", "62", "ambigu"),
    ("perjanjian", "perjanjian[1.umkm].target", "6.852", "ambigu"),
    ("program", "program[2.sarana].pagu", "Rp 569.000.000,00", "ambigu"),
    ("ringkasan", "ringkasan[1.umkm].capaian", "149,05", "ambigu"),
    ("ringkasan", "ringkasan[1.umkm].kategori", "Baik", "kaidah"),
    ("umkm", "umkm[mikro].jumlah", "13.424 unit", "ambigu"),
]


ELSEWHERE = {
    "pegawai": "test_staff.py", "pernyataan": "test_between_years.py", "renstra": "test_tren.py",
    "triwulan": "test_tren.py", "triwulan_kumulatif": "test_tren.py",
}  # fmt: skip
"""Types of which Blora's report has no table, each with the test that plants a slip in one."""


@pytest.mark.parametrize(("kind", "cell", "slip", "standing"), PLANTED)
def test_a_planted_slip_is_found(
    sound: Report, kind: str, cell: str, slip: str, standing: str
) -> None:
    assert sound.cell(cell).text != slip
    (finding,) = verify(printing(sound, {cell: slip})).findings

    assert sound.tables[Address.parse(cell).table].type.name == kind
    assert finding.standing == standing
    assert cell in named(finding)


def test_a_slip_is_planted_in_every_table_type_that_prints_figures() -> None:
    types = {path.stem for path in yamltext.SCHEMAS.glob("*.yaml")}

    # koreksi.csv holds our own corrections, not print; the others hold words or ticks only.
    words = {"koreksi", "pasar", "iku", "skala", "kegiatan", "daftar"}
    assert {kind for kind, *_ in PLANTED} == types - words - ELSEWHERE.keys()
    for kind, name in ELSEWHERE.items():
        assert kind in Path(__file__).with_name(name).read_text("utf-8"), name


# Wrong accusations: zero.


def one_digit_off(text: str) -> str:
    """The first digit raised by one, 9 to 1: a slip that is always readable."""
    return re.sub(r"\d", lambda d: str(int(d[0]) % 9 + 1), text, count=1)


@pytest.fixture(scope="module")
def accused(sound: Report) -> dict[str, list[Finding]]:
    """For each figure of the sound report, what is proven once its first digit is wrong."""
    found = {}
    for cell in sound.figures():
        where = str(cell.address)
        slipped = verify(printing(sound, {where: one_digit_off(cell.text)}))
        found[where] = [f for f in slipped.findings if f.verdict == "terbukti"]
    return found


def test_a_wrong_first_digit_anywhere_never_proves_another_figure_wrong(
    accused: dict[str, list[Finding]],
) -> None:
    pairs = {
        (where, str(f.cell.address)) for where, found in accused.items() for f in found if f.cell
    }

    # Of 10 the figure is a rate, or printed as no round amount more or less would; by proving,
    # not by silence. The share 91,27 of the whole budget is among them: reckoned anew it would
    # not keep all its digits but the first.
    assert len(pairs) >= 10
    assert ("anggaran[jumlah].serapan", "anggaran[jumlah].serapan") in pairs
    assert {(slipped, named) for slipped, named in pairs if slipped != named} == set()


def test_the_true_value_lies_in_every_proof_of_a_wrong_first_digit(
    sound: Report, accused: dict[str, list[Finding]]
) -> None:
    missed = [
        finding.message
        for where, found in accused.items()
        for finding in found
        if finding.implied is None or not finding.implied.contains(sound.cell(where).point)
    ]

    assert missed == []


# Pairs of slips and copies, from attacks on an earlier search: the slips, and which of them may be
# proven. Every other figure is right and must not be accused.
ATTACKS = {
    "a claim and an unrelated percentage": {
        "klaim[dana_apbd].nilai": "Rp. 1.321.030.000,-",
        "klaim[penyerapan].nilai": "81,27%",
    },
    "the promise copied into prose": {
        "perjanjian[2.pasar].target": "79",
        "klaim[pasar_target].nilai": "79%",
    },
    "a second copy of the target printed 0": {"perjanjian[2.pasar].target": "0"},
    "both copies of the target printed 0": {
        "perjanjian[2.pasar].target": "0",
        "klaim[pasar_target].nilai": "0%",
    },
    "the measured target printed 0": {"capaian_2[2.pasar].target": "0"},
    "one million moved between two rows of a sasaran": {
        "anggaran[1.pendidikan].realisasi": "436.481.640",
        "anggaran[1.pemberdayaan].realisasi": "298.522.100",
    },
    "one million moved between two ceilings of a sasaran": {
        "anggaran[2.sarana].pagu": "597.000.000",
        "anggaran[2.stabilisasi].pagu": "59.000.000",
    },
    "one million moved between two promised ceilings": {
        "program[2.sarana].pagu": "Rp 597.000.000,00",
        "program[2.stabilisasi].pagu": "Rp 59.000.000,00",
    },
    "spending carried into subtotal and total": {
        "anggaran[1.penilaian].realisasi": "62.200.000",
        "klaim[realisasi_sasaran_1].nilai": "Rp 897.084.520,-",
        "anggaran[jumlah].realisasi": "1.612.408.211",
    },
    "a percentage and a total that do not belong together": {
        "anggaran[1.penilaian].serapan": "97,33",
        "anggaran[jumlah].realisasi": "1.567.408.211",
    },
}


@pytest.mark.parametrize("slips", ATTACKS.values(), ids=ATTACKS.keys())
def test_several_slips_never_prove_a_right_figure_wrong(
    sound: Report, slips: dict[str, str]
) -> None:
    verification = verify(printing(sound, slips))
    truth = {where: sound.cell(where).text for where in slips}

    assert not verification.is_clean
    assert proven(verification).items() <= truth.items()


def test_two_equal_copies_against_one_table_are_one_witness_not_two(sound: Report) -> None:
    slips = {"perjanjian[2.pasar].target": "79", "klaim[pasar_target].nilai": "79%"}
    (finding,) = verify(printing(sound, slips)).findings

    assert finding.verdict == "ambigu"
    # The copies are wrong together, or the table alone is.
    assert [[str(p.cell.address) for p in remedy.cells] for remedy in finding.remedies] == [
        ["perjanjian[2.pasar].target"],
        ["capaian_2[2.pasar].target"],
    ]
    assert [p.text for p in finding.remedies[0].follows] == ["70%"]


def test_a_star_of_prose_copies_cannot_outvote_its_table(tmp_path: Path) -> None:
    # The target 70 is right (86,67 of 70 is 123,81); two sentences copy it as 79.
    copies = "".join(
        f"c{i},BAB III,{i},Target,79%,angka,%,eksak,sama,sumber=capaian[x].target,tafsir,\n"
        for i in (1, 2)
    )
    capaian = 'kode,indikator,target,realisasi,capaian\nx,Pasar,70,"86,67","123,81"\n'
    laporan = "tabel:\n  capaian: {label: Tabel 3.5}\n"
    report = made_up(tmp_path, laporan, {"capaian": capaian, "klaim": KLAIM + copies})
    verification = verify(report)

    assert proven(verification) == {}
    assert any("klaim[c1].nilai" in named(f) for f in verification.findings)


def test_two_slips_that_agree_by_coincidence_prove_nothing(tmp_path: Path) -> None:
    budget = (
        "kode,sasaran,program,pagu,realisasi,serapan\n"
        'p1,1,A,30.000.000,26.200.000,"87,33"\n'
        'p2,1,B,320.000.000,299.522.100,"93,60"\n'
        'p3,1,C,100.000.000,99.880.780,"98,88"\n'
        "jumlah,,JUMLAH,450.000.000,424.602.880,\n"
    )
    laporan = "tabel:\n  anggaran: {label: Tabel 3.8}\n"

    assert proven(verify(made_up(tmp_path, laporan, {"anggaran": budget}))) == {}


def test_compensating_slips_are_each_left_open_with_the_truth_among_the_repairs(
    sound: Report,
) -> None:
    slips = {
        "anggaran[1.pendidikan].realisasi": "436.481.640",
        "anggaran[1.pemberdayaan].realisasi": "298.522.100",
    }
    found = verify(printing(sound, slips)).findings

    assert [finding.verdict for finding in found] == ["ambigu", "ambigu"]
    for finding, cell in zip(found, slips, strict=True):
        implied = [
            part.prints
            for remedy in finding.remedies
            for part in remedy.cells
            if str(part.cell.address) == cell
        ]
        # Once alone, and once with the other as one amount that stands in the wrong row.
        assert len(implied) == 2 and "berpindah antara baris" in finding.message
        for prints in implied:
            assert prints is not None and prints.contains(sound.cell(cell).point)


def test_a_pair_that_cancels_out_in_the_total_is_named(sound: Report) -> None:
    slips = {"program[2.sarana].pagu": "Rp 597.000.000,00"} | {
        "program[2.stabilisasi].pagu": "Rp 59.000.000,00"
    }
    cells = {cell for f in verify(printing(sound, slips)).findings for cell in named(f)}

    assert set(slips) <= cells


def test_spending_carried_into_its_totals_keeps_the_true_root(sound: Report) -> None:
    slips = ATTACKS["spending carried into subtotal and total"]
    (finding,) = verify(printing(sound, slips)).findings

    assert named(finding)["anggaran[1.penilaian].realisasi"] == "26.200.000"
    followers = {str(p.cell.address) for r in finding.remedies for p in r.follows}
    assert {"klaim[realisasi_sasaran_1].nilai", "anggaran[jumlah].realisasi"} <= followers


def test_a_finding_of_several_relations_does_not_say_that_only_one_tests_it(sound: Report) -> None:
    slips = ATTACKS["spending carried into subtotal and total"]
    (finding,) = verify(printing(sound, slips)).findings

    assert len(finding.rules) > 1
    assert "hanya satu pemeriksaan" not in finding.message


# Zeros.


def test_a_target_of_0_that_nobody_contradicts_is_not_tested(tmp_path: Path) -> None:
    capaian = 'kode,indikator,target,realisasi,capaian\nx,X,0,"5,00","100,00"\n'
    laporan = "tabel:\n  capaian: {label: Tabel 3.2}\n"
    verification = verify(made_up(tmp_path, laporan, {"capaian": capaian}))

    assert verification.findings == ()
    assert verification.coverage.as_json()["watched"] == 0


def test_a_report_without_active_cooperatives_is_still_verified(sound: Report) -> None:
    verification = verify(printing(sound, {"klaim[koperasi_aktif].nilai": "0"}))

    # Nothing can be divided by it: untested, not accused.
    assert verification.findings == ()
    assert not verification.watchers(Address.parse("klaim[koperasi_aktif].nilai"))


def test_an_export_row_without_dollars_is_still_told(sound: Report) -> None:
    assert verify(printing(sound, {"ekspor[mebeler].nilai_usd": "0"})).findings


def test_a_padded_percentage_of_a_count_is_told_though_the_count_itself_is_not_printed(
    tmp_path: Path,
) -> None:
    claims = (
        f"{KLAIM}"
        "n,BAB III,1,Seluruh pasar,15,angka,pasar,eksak,,,,\n"
        'p,BAB III,1,Pasar memenuhi syarat,"86,70%",angka,%,bulat,'
        "k_dari_n,penyebut=klaim[n].nilai,tafsir,\n"
    )
    (finding,) = verify(made_up(tmp_path, "tabel: {}\n", {"klaim": claims})).findings

    assert finding.verdict == "pembulatan"
    assert "tertulis 86,70%, hasil hitung 86,66667" in finding.message  # 13 of 15


# The order of rows.


def reversed_rows(base: Path) -> Report:
    """Blora 2021 with the rows of every table from the last to the first."""
    folder = base / "raw" / BLORA.parent.name / BLORA.name
    shutil.copytree(BLORA, folder)
    (folder / "koreksi.csv").unlink()
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *reversed(rows)])
    return load(BLORA.parent.name, int(BLORA.name), base)


def told(verification: Verification) -> set[tuple[object, ...]]:
    """Each finding without its order, lines and wording."""
    return {
        (
            finding.standing,
            frozenset(finding.rules),
            frozenset(
                (frozenset((str(p.cell.address), p.text) for p in r.cells), len(r.follows))
                for r in finding.remedies
            ),
        )
        for finding in verification.findings
    }


def test_the_order_of_rows_changes_no_finding(tmp_path: Path, printed: Verification) -> None:
    # Only the numbering of a list is about the order of its rows.
    backwards = verify(reversed_rows(tmp_path))
    kept = tuple(f for f in backwards.findings if "nomor" not in "".join(f.rules))
    before = tuple(f for f in printed.findings if "nomor" not in "".join(f.rules))

    assert told(replace(backwards, findings=kept)) == told(replace(printed, findings=before))


# JSON.


@pytest.fixture(scope="module")
def as_json(printed: Verification) -> dict[str, Any]:
    """The findings as a reader of the JSON file has them."""
    return json.loads(json.dumps(printed.as_json()))


def test_the_json_keeps_to_its_schema(as_json: dict[str, Any]) -> None:
    schema = json.loads((yamltext.SCHEMAS / "temuan.schema.json").read_text("utf-8"))

    assert list(Draft202012Validator(schema).iter_errors(as_json)) == []
    assert (as_json["instansi"], as_json["tahun"]) == ("dindagkop-ukm-blora", 2021)


def test_numbers_in_the_json_are_decimal_strings(as_json: dict[str, Any]) -> None:
    implied = [f["implied"] for f in as_json["findings"] if f["implied"]]
    prints = [
        cell
        for f in as_json["findings"]
        for r in f["repairs"]
        for cell in r["cells"] + r["follows"]
    ]
    ends = [place[end] for place in (*implied, *prints) for end in ("low", "high")]

    assert len(implied) == 9  # four proven, five rounded
    assert all(end is None or NUMBER.fullmatch(end) for end in ends)
    (permits,) = (f for f in as_json["findings"] if f["printed"] == "100.000.000")
    assert permits["implied"] == {"low": "10000000", "high": "10000000"}
    (mean,) = (f for f in as_json["findings"] if f["printed"] == "165,68")
    assert mean["implied"] == {"low": "164.68", "high": "164.68"}


def test_an_interval_without_an_end_is_null_there(as_json: dict[str, Any]) -> None:
    (export,) = (f for f in as_json["findings"] if f["rules"] == ["ringkasan.kategori[2.ekspor]"])
    (koperasi,) = (f for f in as_json["findings"] if f["rules"] == ["koperasi.predikat[21]"])
    by_column = {r["cells"][0]["column"]: r["cells"][0] for r in koperasi["repairs"]}

    # A category has no interval; CUKUP SEHAT is 66 to 80 on the scale cited.
    (label,) = (cell for r in export["repairs"] for cell in r["cells"])
    assert (label["low"], label["high"], label["text"]) == (None, None, "Baik")
    assert (by_column["predikat"]["low"], by_column["predikat"]["text"]) == (None, "SEHAT")
    assert Fraction(by_column["nilai"]["low"]) == 66


def test_only_figures_have_a_verdict(as_json: dict[str, Any]) -> None:
    verdicts = {(f["kind"], f["verdict"]) for f in as_json["findings"]}

    assert verdicts == {
        ("angka", "terbukti"),
        ("angka", "ambigu"),
        ("angka", "pembulatan"),
        ("kaidah", None),
        ("klaim", None),
        ("dugaan", None),
    }


def test_one_cell_is_named_only_where_it_is_proven_or_rounded(as_json: dict[str, Any]) -> None:
    for finding in as_json["findings"]:
        fields = [finding[name] for name in ("file", "line", "column", "printed", "implied")]
        certain = finding["verdict"] in ("terbukti", "pembulatan")

        assert [field is not None for field in fields] == [certain] * 5, finding["id"]


def test_a_proven_cell_is_found_by_file_line_and_column(as_json: dict[str, Any]) -> None:
    (permits,) = (f for f in as_json["findings"] if f["printed"] == "100.000.000")

    # Header, eight rows of programmes before it counted in the file.
    assert (permits["file"], permits["line"], permits["column"]) == ("anggaran.csv", 9, "realisasi")


def test_ids_are_unique_and_the_summary_counts_them(as_json: dict[str, Any]) -> None:
    ids = [finding["id"] for finding in as_json["findings"]]

    assert len(set(ids)) == len(ids)
    assert as_json["summary"] == {
        "terbukti": 4,
        "ambigu": 4,
        "pembulatan": 5,
        "kaidah": 22,
        "klaim": 3,
        "dugaan": 29,
    }


def test_findings_of_one_name_still_have_ids_of_their_own(sound: Report) -> None:
    # A ceiling in the English style and ten times too large as well: two findings, one cell.
    slips = {"anggaran[2.perizinan].pagu": "100,000,000"}
    found = verify(printing(sound, slips))

    assert {f.id for f in found.findings} == {
        "anggaran-2.perizinan-pagu", "anggaran-2.perizinan-pagu-gaya"
    }  # fmt: skip


def test_what_three_other_years_say_of_one_cell_are_three_findings(sound: Report) -> None:
    slips = {"anggaran[1.pendidikan].pagu": "556,182,400"}
    (said,) = verify(printing(sound, slips)).findings
    found = verify(sound, beside=(said, said, said)).findings

    assert [f.id for f in found] == [said.id, f"{said.id}-2", f"{said.id}-3"]
    assert all(replace(f, id=said.id) == said for f in found)


def test_coverage_counts_what_no_relation_tests(tmp_path: Path) -> None:
    capaian = (
        'kode,indikator,target,realisasi,capaian,capaian_lalu\nx,X,50,"25,00","50,00","48,00"\n'
    )
    laporan = "tabel:\n  capaian: {label: Tabel 3.2}\n"
    coverage = verify(made_up(tmp_path, laporan, {"capaian": capaian})).coverage.as_json()

    # Target, realisasi and capaian are one relation; last year's stands alone.
    assert coverage == {
        "figures": 4,
        "watched": 3,
        "unwatched": 1,
        "by_watchers": {"0": 1, "1": 3},
    }


def test_a_table_copied_out_once_is_to_be_held_against_the_print_first(tmp_path: Path) -> None:
    capaian = 'kode,indikator,target,realisasi,capaian\nx,X,50,"25,00","60,00"\n'
    once = "tabel:\n  capaian: {label: Tabel 3.2, transkripsi: tunggal}\n"
    twice = once.replace("tunggal", "ganda")
    (first,) = verify(made_up(tmp_path / "1", once, {"capaian": capaian})).findings
    (second,) = verify(made_up(tmp_path / "2", twice, {"capaian": capaian})).findings

    assert first.message.startswith("Cocokkan dahulu dengan naskah. Tabel 3.2, X")
    assert second.message.startswith("Tabel 3.2, X")


def test_a_column_of_whole_amounts_has_lost_no_comma(sound: Report) -> None:
    # A tenth of the misprint also fits the shared rate; but nobody prints a tenth of a rupiah here.
    found = verify(printing(sound, {"ekspor[briket].nilai_rupiah": "217.425.861.377"}))

    assert proven(found) == {"ekspor[briket].nilai_rupiah": "21.742.586.137"}
