"""What a sentence says of its own figures, and prints otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from proposals import read_proposal

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.counts.counted_lists import counted_lists
from lkjip_analysis.intake.noticed.within_sentences.listed_amounts import listed_amounts
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import stated
from lkjip_analysis.intake.noticed.within_sentences.totalled_lists import totalled_lists
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.report.schema import Column


def told(text: str) -> list[tuple[str, str]]:
    """The figures that a paragraph prints wrongly, with the relation that its words state."""
    claims = stated([Paragraph(text, "BAB III", 1)], [])
    return [(c.aturan, c.nilai) for c in claims if c.aturan and c.tipe != "turunan"]


def listed(opening: str, *lines: str) -> list[tuple[str, str]]:
    """The sum that the list below a sentence does not come to."""
    blocks = [Paragraph(text, "BAB III", i) for i, text in enumerate((opening, *lines), 1)]
    return [(c.aturan, c.nilai) for c in listed_amounts(blocks) if c.aturan]


def test_the_amounts_of_a_list_come_to_what_the_sentence_above_it_tells() -> None:
    # 1.345.112.400 + 282.070.000 + 100.000.000 = 1.727.182.400
    opening = "Anggaran sebesar Rp {} dengan rincian sebagai berikut:"
    lines = [
        "1. Belanja operasi sebesar Rp1.345.112.400,-", "2. Belanja modal Rp 282.070.000,-",
        "3. Belanja hibah, sebesar Rp.100.000.000,-", "Uraiannya tersebut pada bab ini.",
    ]  # fmt: skip
    assert listed(opening.format("1.727.182.400"), *lines) == []
    assert listed(opening.format("1.772.182.400"), *lines) == [("jumlah", "Rp 1.772.182.400")]
    assert listed(opening.format("2.727.999.400"), *lines) == []  # no slip: of something else
    some = "Anggaran sebesar Rp 1.772.182.400, antara lain terdiri dari:"
    assert listed(some, *lines) == []


PARKS = ("1. Taman Timur : 1.650", "2. Tugu Pahlawan : 250 3. Taman Kota : 20.856")


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        # 1.650 + 250 + 20.856 = 22.756
        ((*PARKS, "JUMLAH : 22.756 M²"), []),
        ((*PARKS, "JUMLAH : 23.756 M²"), ["23.756"]),
        ((*PARKS, "24", "4. Taman Barat : 1.244 m2 Jumlah: 24.900 m2"), ["24.900"]),  # 24.000
        ((*PARKS, "JUMLAH : 40.112"), []),  # no slip: of more than what was read
        ((PARKS[1], "JUMLAH : 23.756"), []),  # the first line is missing
        ((*PARKS, "Kawasan lain dirawat desa.", "JUMLAH : 23.756"), []),
        (("1. Laki : 33,3 % 2. Anak : 33,3 % 3. Ibu : 33,3 %", "Total : 100 %"), []),
        (("1. Laut : 33 % 2. Darat : 33 % 3. Udara : 33 %", "Total : 100 %"), []),
        (("1. Laut : 60 % 2. Darat : 20 % 3. Udara : 20 %", "Total : 110 %"), ["110 %"]),
    ],
)
def test_a_numbered_list_comes_to_the_total_below_it(
    lines: tuple[str, ...], wrong: list[str]
) -> None:
    blocks = [Paragraph(text, "BAB III", i) for i, text in enumerate(lines, 1)]
    assert [c.nilai for c in totalled_lists(blocks) if c.aturan] == wrong


def counted(opening: str, *lines: str) -> list[str]:
    """The count that the list below a sentence contradicts."""
    blocks = [Paragraph(text, "BAB III", i) for i, text in enumerate((opening, *lines), 1)]
    return [c.nilai for c in counted_lists(blocks) if c.aturan]


FIELDS = ("a. Bidang Pasar;", "b. Bidang Ekspor;", "c. Bidang Koperasi;")


def test_the_lines_of_a_list_are_as_many_as_the_sentence_above_it_counts() -> None:
    opening = "Dinas ini terdiri dari {} bidang, yaitu:"
    assert counted(opening.format("3 (tiga)"), *FIELDS, "Tugasnya diuraikan di bawah.") == []
    assert counted(opening.format("4 (empat)"), *FIELDS, "Tugasnya diuraikan di bawah.") == ["4"]
    numbered = ("1. Menata pasar;", "2. Membina usaha;", "3. Menjaga mutu.", "Demikian.")
    assert counted("Terdapat 2 sasaran strategis sebagai berikut :", *numbered) == ["2"]
    # In words; the "4." behind is that of another list, which begins with its own "1.".
    goals = ("Tujuannya yaitu:", "1. Tertata;", "2. Terbina;", "3. Terjaga;", "4. Terjual.")
    opening = "Dinas ini telah merumuskan {} misi sebagai berikut :"
    assert counted(opening.format("empat"), *numbered, *goals) == ["4"]
    assert counted(opening.format("tiga"), *numbered, *goals) == []


@pytest.mark.parametrize(
    ("opening", "lines"),
    [
        ("Terdapat 4 bidang, antara lain yaitu:", FIELDS),
        ("Terdapat 4 bidang dengan hasil sebagai berikut:", FIELDS),
        # The list goes on behind a sentence, or within a line, or is one of another count.
        ("Terdapat 4 bidang, yaitu:", (*FIELDS, "Bidang ini baru.", "d. Bidang Usaha.")),
        ("Terdapat 4 bidang, yaitu:", (*FIELDS[:2], "c. Bidang Koperasi; d. Bidang Usaha.")),
        ("Dari 12 seksi terdapat 4 bidang, yaitu:", FIELDS),
        ("Terdapat 4 bidang, yaitu:", FIELDS[1:]),
        ("Terdapat empat bidang, yaitu:", (*FIELDS, "Bidang ini baru.", "d. Bidang Usaha.")),
        ("Terdapat salah satu bidang, yaitu:", FIELDS),
        ("Dinas ini melalui empat tahap dan tiga bidang, yaitu:", FIELDS),
    ],
)
def test_a_list_that_may_tell_more_or_other_things_contradicts_no_count(
    opening: str, lines: tuple[str, ...]
) -> None:
    assert counted(opening, *lines) == []


# Each sentence with the right print and a misprinted one; reckoned by hand beside it.
SENTENCES = (
    # 44.390 / 48.250 = 0,92
    ("Pagu Rp 48.250.000 terealisasi Rp {} atau 92,00 persen.", "44.390.000", "44.930.000",
     ("rasio", "92,00 persen")),
    ("Dari anggaran Rp48.250.000 digunakan Rp44.390.000 ({}).", "92,00%", "29,00%",
     ("rasio", "29,00%")),
    # 240 / 250 = 0,96
    ("Dokumen masuk dari 240 perusahaan dari target 250 perusahaan atau {} persen.", "96,00",
     "69,00", ("rasio", "69,00 persen")),
    # 2.560 / 2.620 = 0,9771
    ("Dari 2.620 dokumen yang dikirim, sebanyak {} dokumen masuk (97,71 persen).", "2.560",
     "2.650", ("rasio", "97,71 persen")),
    ("Belanja mencapai Rp5.455.524 atau {} persen dari pagu Rp5.600.000.", "97,42", "94,72",
     ("rasio", "94,72 persen")),
    # 84.500 / 81.250 = 1,04
    ("Kunjungan naik dari 81.250 orang tahun 2023 menjadi 84.500 orang atau naik {}.",
     "4,00 persen", "5,00 persen", ("pertumbuhan", "5,00 persen")),
    # 5.130 - 4.860 = 270
    ("Akta meningkat dari 4.860 dokumen menjadi 5.130 dokumen, naik sebesar {} dokumen.",
     "270", "370", ("selisih", "370")),
    # 236 + 98 + 78 = 412
    ("Pegawai sebanyak 412 orang, terdiri dari 236 PNS, {} PPPK dan 78 pegawai BLUD.",
     "98", "89", ("jumlah", "412")),
    # 48.250 - 44.390 = 3.860
    ("Realisasi Rp 44.390.000 dari pagu Rp 48.250.000 sehingga sisa anggaran Rp {}.",
     "3.860.000", "3.680.000", ("selisih", "Rp 3.680.000")),
    # 3.558.090.203 / 3.623.086.415 = 0,98206; the slip makes the part larger than the whole
    ("Anggaran sebesar Rp 3.623.086.415 dengan realisasi Rp {} atau 98,21 persen.",
     "3.558.090.203", "8.558.090.203", ("rasio", "98,21 persen")),
    # 19 / 20 = 0,95, and 61,75 / 65 = 0,95
    ("Realisasi layanan sebesar 19 desa dari target 20 desa atau tercapai {}.", "95,00%",
     "59,00%", ("rasio", "59,00%")),
    ("Dengan target 65,00 persen dan realisasi 61,75 persen atau {} capaian.", "95,00%",
     "96,00%", ("rasio", "96,00%")),
    # 48 / 75 = 0,64, each behind its own word
    ("Target: 75%, realisasi: {}, capaian kinerja: 64%.", "48%", "47%", ("rasio", "64%")),
    # (74,53 - 72,22) / 74,53 = 0,03099
    ("Nilai menurun dari 74,53 pada tahun 2021 menjadi 72,22 pada tahun 2022 atau turun {}.",
     "3,10%", "1,30%", ("rasio", "1,30%")),
    # 36.417 - 33.741 = 2.676, told before the pair
    ("Siswa turun 2.676 orang dari 36.417 orang tahun 2021 menjadi {} orang tahun 2022.",
     "33.741", "53.741", ("selisih", "2.676")),
    # 35.077 / 33.178 = 1,0572
    ("Dibandingkan tahun 2022 sebanyak 33.178 orang, tahun ini sebanyak {} orang atau naik 5,72%.",
     "35.077", "65.077", ("pertumbuhan", "5,72%")),
    ("Pengguna yang puas {} dari 79,07 persen pada tahun 2021 menjadi 73,08 persen.",
     "menurun", "meningkat", ("arah", "meningkat")),
    # 84 + 612 = 696
    ("Sisa lalu 84 perkara dan masuk 612 perkara, sehingga beban perkara sebanyak {} perkara.",
     "696", "669", ("jumlah", "669")),
    # 110 + 48 = 158, both counted in the words of the whole
    ("Pegawai berjumlah 158 orang, yaitu {} orang laki-laki dan 48 orang perempuan.", "110",
     "101", ("jumlah", "158")),
    # 6.267 + 6.028 = 12.295, in five villages, which are no part of them
    ("Penduduk berjumlah 12.295 jiwa, yang terdiri dari 6.267 jiwa laki-laki dan {} jiwa "
     "perempuan, tersebar di 5 desa.", "6.028", "6.082", ("jumlah", "12.295")),
    # 48.250.000 - 44.390.000 = 3.860.000, the rest told first
    ("Sisa anggaran Rp 3.860.000 berasal dari pagu Rp {} dikurangi realisasi Rp 44.390.000.",
     "48.250.000", "84.250.000", ("selisih", "Rp 3.860.000")),
    # 95,20 is more than 91,83
    ("Capaian ini {} dari capaian tahun 2021 (91,83 persen), yaitu 95,20 persen.", "lebih tinggi",
     "lebih rendah", ("arah", "lebih rendah")),
    # 9.340 + 2.150 = 11.490, the whole without a unit
    ("Seluruh layanan berjumlah 11.490, yaitu {} surat dan 2.150 kartu.", "9.340", "9.430",
     ("jumlah", "11.490")),
    # 96 - 71 = 25
    ("Kebutuhan dokter 96 orang baru terisi 71 orang sehingga masih kurang {} orang.", "25",
     "35", ("selisih", "35")),
    # 44.390.000 / 48.250.000 = 0,92, the share told first
    ("Penyerapan mencapai {}, yaitu Rp44.390.000 dari Rp48.250.000.", "92,00%", "29,00%",
     ("rasio", "29,00%")),
    # 993,27 + 370,61 = 1.363,88, and 554.112 + 148.851 = 702.963
    ("Panjang rel 1.363,88 km, dari rel itu yang beroperasi adalah {} km dan yang tidak "
     "beroperasi 370,61 km.", "993,27", "993,29", ("jumlah", "1.363,88")),
    ("Dari 702.963 unit, yang melanggar 148.851 unit sedangkan yang tidak melanggar {} unit.",
     "554.112", "545.112", ("jumlah", "702.963")),
    # The number of a table is no part, and "jiwa (" is no telephone.
    ("Pegawai 31 orang, terdiri dari 18 laki-laki dan {} perempuan, sebagaimana Tabel 1.1.",
     "13", "15", ("jumlah", "31")),
    ("Dari 9.600 jiwa hadir 7.200 jiwa ({} persen).", "75,00", "57,00", ("rasio", "57,00 persen")),
    # 9,98 - 9,12 = 0,86
    ("Kemiskinan turun dari 9,98% menjadi 9,12% atau turun {} poin persen.", "0,86", "0,68",
     ("selisih", "0,68")),
    # 98,42 - 97,60 = 0,82, the change between the two; 0,82 / 97,60 = 0,0084
    ("Realisasi tahun 2023 sebesar 98,42 persen, meningkat {} poin dibanding tahun 2022 sebesar "
     "97,60 persen.", "0,82", "0,28", ("selisih", "0,28")),
    ("Capaian 98,42 persen, naik sebesar {} persen dari capaian tahun 2022 (97,60 persen).",
     "0,84", "0,48", ("pertumbuhan", "0,48 persen")),
    # 1.250 / 1.200 = 1,0417
    ("Akta terbit 1.250 buah, meningkat {} persen dibandingkan tahun sebelumnya sebanyak 1.200 "
     "buah.", "4,17", "4,71", ("pertumbuhan", "4,71 persen")),
    ("Akta terbit 1.250 buah, {} 50 buah dibandingkan tahun lalu sebanyak 1.200 buah.",
     "naik", "turun", ("arah", "turun")),
    ("Rata-rata waktu layanan {} dari 31 menit tahun 2021 menjadi 26 menit tahun 2022.",
     "penurunannya", "kenaikannya", ("arah", "kenaikannya")),
    # 40 - 27 = 13; 100 - 71,5 = 28,5; 100 - 45 - 30 = 25; 64.500.000 - 51.250.000 = 13.250.000
    ("Dari 40 kelompok, 27 kelompok telah dibina dan sisanya {} kelompok menunggu.", "13", "23",
     ("selisih", "23")),
    ("Penonton yang puas 71,5 persen sedangkan sisanya {} kurang puas.", "28,5 persen",
     "29,5 persen", ("selisih", "29,5 persen")),
    ("Saluran yang baik 45 %, sedang 30 %, dan sisanya {} rusak.", "25 %", "35 %",
     ("selisih", "35 %")),
    ("Dari pagu Rp 64.500.000 terserap Rp 51.250.000 dan sisanya sebesar {} kembali ke kas.",
     "Rp 13.250.000", "Rp 12.350.000", ("selisih", "Rp 12.350.000")),
    # 231 / 250 = 0,924: printed as a whole number with zeros behind it
    ("Dibutuhkan 250 guru dan telah tersedia 231 guru atau sebesar {} persen.", "92,40", "92,00",
     ("rasio", "92,00 persen")),
    # 100 - 62,50 = 37,50, the share of the rest in brackets
    ("Sebanyak 25 pos (62,50 %) lengkap dan selebihnya 15 pos ({}) belum.", "37,50 %", "35,70 %",
     ("selisih", "35,70 %")),
)  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [  # Rounded shares; what is left of the share; a part of the rest only; more of it behind.
        "Penonton yang puas 66,7 persen dan sisanya 33 persen belum.",
        "Dari 80 persen yang hadir, 60 persen lulus, sisanya 20 persen mengulang.",
        "Dari 40 kelompok, 27 kelompok dibina dan sisanya antara lain 8 kelompok menunggu.",
        "Dari 40 kelompok, 12 kelompok maju, sisanya 18 kelompok sedang dan 10 kelompok baru.",
        # Things of another kind, other parts than of one whole, the rest of each of them.
        "Dari 40 kelompok di 6 desa, 27 kelompok dibina, sisanya 7 pos menunggu.",
        "Serapan rata-rata 92,40 persen dan sisanya 6,70 persen tidak berubah.",
        "Target 90 persen tercapai 85 persen, sisanya 5 persen.",
        "Penonton yang puas 70 % dan 65 %, sisanya masing-masing 30 % dan 35 %.",
    ],
)
def test_a_rest_that_may_be_of_something_else_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [  # The change in points (0,82), or of what was (0,84); what is promised, and of other things.
        "Capaian 98,42 persen, naik 0,82 persen dibanding tahun 2022 sebesar 97,60 persen.",
        "Target 98,42 persen, harus naik 0,28 poin dari capaian tahun 2022 sebesar 97,60 persen.",
        "Nilai 98,42 persen, naik 28 peringkat dibanding tahun 2022 sebesar 97,60 persen.",
        "Hadir 1.250 orang, naik 5 persen dibanding tahun 2022 dengan undangan 1.200 orang.",
    ],
)
def test_a_change_that_may_be_meant_otherwise_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(("sentence", "right", "wrong", "found"), SENTENCES)
def test_a_figure_that_contradicts_its_own_sentence_is_told(
    sentence: str, right: str, wrong: str, found: tuple[str, str]
) -> None:
    assert not told(sentence.format(right))
    assert told(sentence.format(wrong)) == [found]


@pytest.mark.parametrize("sentence", [
    # The share is of another amount, of another year, or of physical progress.
    "Dari pagu Rp 50.000.000 tahun 2022 terealisasi Rp 40.000.000 atau 81,35 persen dari target.",
    "Pagu perubahan Rp 50.000.000, realisasi Rp 40.000.000 atau 88,88 persen.",
    "Dana Rp 900.000.000 dipakai Rp 700.000.000 dan sisa dana hibah Rp 100.000.000.",
    "Dari 300 siswa, 240 siswa lulus dan 30 siswa (99,00 persen) hadir.",
    # Things of several levels, and a list of which not all is told.
    "Dinas terdiri dari 1 sekretariat, 4 bidang, 9 seksi dan 3 UPT.",
    # 75 + 50 = 125; the rest tells of the same people anew.
    "Pegawai 125 orang, terdiri dari 75 orang PNS dan 50 orang PPPK, dengan 40 orang perempuan.",
    "Capaian turun dari 93,50 persen pada tahun 2019 menjadi 88,70 persen pada tahun 2020 lalu "
    "naik menjadi 91,20 persen pada tahun 2021.",
    "Pegawai 90 orang, antara lain terdiri dari 12 dokter, 30 perawat dan lainnya.",
    # Growth in words that say it fell, and a target between.
    "Kasus turun dari 200 kasus menjadi 150 kasus atau turun 25,00 persen.",
    "Nilai naik dari 70,10 menjadi 72,40 dari target 75,00 atau 96,53 persen.",
    # Less is better: (2 x 15 - 13,5) / 15, or 15 / 13,5; a rank rises when its number falls.
    "Realisasi prevalensi 13,50 persen dari target 15,00 persen atau tercapai 110,00%.",
    "Realisasi prevalensi 13,50 persen dari target 15,00 persen atau tercapai 111,11%.",
    "Realisasi prevalensi 13,50 persen dari target 15,00 persen atau tercapai 101,00%.",
    # 66,24 of 60 is more than 100, which is the most that some reports print.
    "Indeks terealisasi 66,24 dari target 60 atau tercapai 100%.",
    # A bound or a rough figure is no result.
    "Indeks dengan target 60, realisasi 66,24 atau capaian sebesar >101%.",
    "Dari pagu Rp 50.000.000 terealisasi Rp 40.000.000 atau lebih dari 8,00 persen.",
    "Peringkat kabupaten naik dari 12 pada tahun 2021 menjadi 7 pada tahun 2022.",
    "Waktu layanan ditargetkan turun dari 5 hari menjadi 7 hari.",
    "Kunjungan naik 12 persen, sedangkan biaya dari 90 rupiah menjadi 80 rupiah.",
    # 33,30 and 66,70 may be 33,34 and 66,66: their change is told from what was not rounded.
    "Kemiskinan naik dari 33,3% menjadi 66,7% atau naik 33,3 poin.",
    "Capaian meningkat dari 90,00 persen menjadi 95,00 persen atau sebesar 5,00 persen.",
    # Lower than one of two, other things than the whole counts, and no rest of these amounts.
    "Inflasi lebih rendah dari tahun lalu (2,10 persen) dan provinsi (3,00 persen), yaitu 2,50 %.",
    "Pegawai berjumlah 158 orang, yaitu 5 pejabat struktural dan 135 orang pelaksana.",
    # Parts without what they count, a bound, other things, a target of which more may be printed.
    "Kegiatan berjumlah 40, yaitu 12 dan 82.",
    "Target 96 orang dan hadir 71 orang sehingga kurang dari 35 orang yang berhalangan.",
    "Kebutuhan dokter 96 orang dan perawat 71 jiwa sehingga masih kurang 35 orang.",
    "Capaian target 100%, yaitu Rp44.390.000 dari Rp48.250.000.",
    # Those that lack something else, and three groups.
    "Dari 412 unit, yang beroperasi 236 unit dan yang tidak berizin 167 unit.",
    "Dari 412 unit, yang rusak 20 unit, yang layak 236 unit dan yang tidak layak 167 unit.",
    "Sisa anggaran Rp 3.860.000 dari pagu Rp 60.000.000, sedangkan realisasi hibah Rp 20.000.000.",
    # Cut to a whole number, and a need of one thing beside a stock of another.
    "Dibutuhkan 250 guru dan telah tersedia 231 guru atau sebesar 92 persen.",
    "Dibutuhkan 250 guru pada 40 sekolah, dan tersedia 310 kursi atau 80,65 persen dari 400 kursi.",
])  # fmt: skip
def test_a_sentence_that_may_be_read_otherwise_accuses_nothing(sentence: str) -> None:
    assert not told(sentence)


BUDGET = """# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023

Tabel 3.1 Anggaran

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Penunjang | 4.200.000.000 | 4.011.000.000 | 95,50 |
| 2 | Pelatihan | 1.800.000.000 | 1.692.000.000 | 94,00 |
| 3 | Pembinaan | 2.500.000.000 | 2.225.000.000 | 89,00 |
| | Jumlah | 8.500.000.000 | 7.928.000.000 | 93,27 |

Dari anggaran sebesar Rp8.500.000.000,00 terealisasi sebesar RpAMOUNT atau 93,27%.
"""


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ("7.928.000.000,00", []),
        # Three digits in turned order are no slip of one; 7.928 of 8.500 is 93,27, as the row says,
        # which is the row that prints the budget beside the amount.
        ("7.829.000.000,00", ["Rp7.829.000.000,00", "93,27%"]),
    ],
)
def test_a_row_of_a_table_explains_what_no_single_slip_does(
    amount: str, found: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "lkjip.md"
    path.write_text(BUDGET.replace("AMOUNT", amount), encoding="utf-8")
    claims = read_proposal(path, "dinas-sosial", 2023).claims
    assert [c.nilai for c in claims if c.aturan and c.differs] == found


def test_a_figure_held_to_its_cell_and_to_its_share_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "lkjip.md"
    path.write_text(BUDGET.replace("AMOUNT", "7.829.000.000,00"), encoding="utf-8")
    amount, share = (
        c for c in read_proposal(path, "dinas-sosial", 2023).claims if c.aturan and c.differs
    )
    assert f"pembilang=klaim[{amount.kode}].nilai" in share.sel


def test_a_share_that_a_row_prints_beside_its_part_is_of_another_whole(tmp_path: Path) -> None:
    """ "A atau p untuk ... dan B atau q untuk ...": q is what B is of its own budget."""
    path = tmp_path / "lkjip.md"
    sentence = (
        "Penyerapan masing-masing adalah Rp4.011.000.000,00 atau 95,50% untuk penunjang dan "
        "sebesar Rp1.692.000.000,00 atau 94,00% untuk pelatihan.\n"
    )
    path.write_text(BUDGET.rpartition("\n\n")[0] + "\n\n" + sentence, encoding="utf-8")
    assert not [c for c in read_proposal(path, "dinas-sosial", 2023).claims if c.differs]


def test_without_a_row_that_tells_nothing_is_said() -> None:
    """No slip of one digit makes 7.829 of 8.500 the 93,27 percent: something else may be meant."""
    assert not told(BUDGET.rpartition("\n\n")[2].replace("AMOUNT", "7.829.000.000,00"))


def test_a_slip_is_one_digit_at_one_place() -> None:
    assert is_slip(read("93,89"), Fraction("98.391"))  # two digits changed places
    assert is_slip(read("1.250"), Fraction(12500))  # a digit lost
    assert not is_slip(read("1.250"), Fraction(1305))
    assert not is_slip(read("1.250"), Fraction(1250))


TRUE = (
    "Taman terawat 59,26 % dari target 55,56 % atau tercapai 106,66 %.",
    "Jalan mantap 69,69 % dari target 66,67 % atau tercapai 104,53 %.",
    "Laju keluhan turun 4,00 % dari target 5,00 % atau tercapai 120,00 %.",
    "Halte terawat 94,00 % dari target 94,00 % atau tercapai 100 %.",
)


def achieved(*sentences: str) -> list[str]:
    """The figures of sentences about targets that are printed otherwise than these make them."""
    blocks = [Paragraph(text, "BAB III", i) for i, text in enumerate(sentences, 1)]
    return [c.nilai for c in stated(blocks, []) if c.aturan]


def test_what_most_sentences_tell_of_their_targets_the_others_tell_as_well() -> None:
    # 59,26 / 55,56 = 106,66; 69,69 / 66,67 = 104,53; (2 - 4/5) x 100 = 120; 80 / 50,12 = 159,62
    wrong = "Armada koperasi 80,00 % dari target 50,12 % atau tercapai 75,00 %."
    assert achieved(*TRUE) == []
    assert achieved(*TRUE, wrong) == ["75,00 %"]
    assert achieved(*TRUE[:3], wrong) == []  # three sentences are no custom of the document
    assert achieved(*TRUE, wrong, wrong.replace("75,00", "71,30")) == []  # nor where a third fails
    capped = "Pohon lindung 80,00 % dari target 50,12 % atau tercapai 100 %."
    assert achieved(*TRUE, capped) == []
    year = "Armada koperasi 80,00 % dari target Renstra 50,12 % atau 75,00 %."
    assert achieved(*TRUE, year) == []


def test_a_row_of_the_target_tells_which_figures_a_sentence_took_for_one_another() -> None:
    # the row prints 50,12, 75,00 and 149,64 = 75,00 / 50,12
    def found(sentence: str, *row: str) -> int:
        columns = [Column(f"k{i}", "angka") for i, _ in enumerate(row)]
        spots = [Spot(f"t[a].{column.name}", read(text), "%", column, "a", "A", "", 0, "")
                 for column, text in zip(columns, row, strict=True)]  # fmt: skip
        blocks = [Paragraph(sentence, "BAB III", 1)]
        return len([c for c in stated(blocks, [], spots) if c.aturan])

    wrong = "Armada koperasi 80,00 % dari target 50,12 % atau tercapai 75,00 %."
    assert found(wrong, "50,12", "75,00", "149,64") == 1
    assert found(wrong, "50,12", "80,00", "75,00") == 0  # as the row prints it
    assert found(wrong, "50,12", "61,10", "121,91") == 0  # a row that knows neither figure
    assert found(wrong, "51,12", "75,00", "146,71") == 0  # of another target


def test_what_a_whole_is_called_may_stand_before_its_share() -> None:
    # 15 / 27 = 55,56 and 16 / 27 = 59,26
    sentence = (
        "Yang ikut serta adalah sebanyak {} dari 27 Kabupaten/kota di Provinsi ini atau {} %."
    )
    assert told(sentence.format("16", "59,26")) == []
    assert told(sentence.format("15", "59,26")) == [("rasio", "59,26 %")]
    assert told(sentence.format("15", "98,20")) == []  # no slip: of something else
    two = "Sebanyak 15 desa dari 27 desa, 12 di antaranya baru, di wilayah ini atau 59,26 %."
    assert told(two) == []


@pytest.mark.parametrize(("text", "wrong"), [
    # 121 / 124 = 97,58 percent.
    ("Rasio putusan mencapai 95,78 persen (121 dari 124 perkara).", [("rasio", "95,78 persen")]),
    ("Rasio penyelesaian mencapai 97,58 persen (121 dari 124 perkara).", []),
    ("Pada 3 wilayah rasio itu 95,78 % (sebanyak 121 dari 124 perkara).", [("rasio", "95,78 %")]),
    ("Rasio penyelesaian mencapai 95,78 persen (121 perkara di 124 desa).", []),
    # 90 + 85 + 110 + 75 = 360.
    ("Disalurkan kepada 350 keluarga: Desa A 90 keluarga, Desa B 85 keluarga, Desa C 110 keluarga, "
     "dan Desa D 75 keluarga.", [("jumlah", "350")]),
    ("Disalurkan kepada 360 keluarga: Desa A 90 keluarga, Desa B 85 keluarga, Desa C 110 keluarga, "
     "dan Desa D 75 keluarga.", []),
    ("Disalurkan kepada 350 keluarga, antara lain: Desa A 90 keluarga, Desa B 85 keluarga, Desa C "
     "110 keluarga, dan Desa D 75 keluarga.", []),
    ("Disalurkan kepada 350 keluarga: Desa A 90 orang, Desa B 85 orang, dan Desa C 185 orang.", []),
    # From 87,10 to 88,40 it rose by 1,30.
    ("Indeks tahun 2023 sebesar 87,10, sehingga pada tahun 2024 indeks itu turun 1,30 poin menjadi "
     "88,40.", [("arah", "turun")]),
    ("Indeks tahun 2023 sebesar 87,10, sehingga pada tahun 2024 indeks itu naik 1,30 poin menjadi "
     "88,40.", []),
    ("Indeks tahun 2023 sebesar 87,10, sehingga pada tahun 2024 indeks itu naik 1,03 poin menjadi "
     "88,40.", [("selisih", "1,03")]),
    ("Target tahun 2023 sebesar 87,10, sehingga pada tahun 2024 indeks itu turun 1,30 poin menjadi "
     "88,40.", []),
    ("Yang baik 87,10, sedangkan pada tahun 2024 indeks itu turun 1,30 poin menjadi 88,40.", []),
])  # fmt: skip
def test_shares_parts_and_changes_in_other_orders(text: str, wrong: list[tuple[str, str]]) -> None:
    assert told(text) == wrong


@pytest.mark.parametrize(
    ("sentence", "right", "wrong", "rule"),
    [
        # 185 + 2.170 = 2.355
        ("Beban perkara sebanyak 2.355 perkara, terdiri dari sisa perkara tahun 2021 sebanyak 185 "
         "perkara dan perkara yang diterima tahun 2022 sebanyak {} perkara.", "2.170", "2.270",
         "jumlah"),
        # 10 and 3 of 13
        ("Dari 13 (tiga belas) indikator, 10 indikator mencapai target dan {} indikator belum "
         "mencapai target.", "3", "4", "jumlah"),
        # 616 - 590 = 26, 26 of 616 = 4,22 %
        ("Kejadian tahun 2020 sebanyak 590 kasus, turun 26 kasus atau {} dibandingkan tahun 2019 "
         "sebanyak 616 kasus.", "4,22%", "6,22%", "rasio"),
        ("Kejadian tahun 2020 sebanyak 590 kasus, turun {} kasus (4,22%) dibandingkan tahun 2019 "
         "sebanyak 616 kasus.", "26", "36", "selisih"),
        # 98,58 of 95 = 103,77 %
        ("Realisasi sebesar 98,58% dan capaian kinerja sebesar {} dari target yang ditetapkan 95%.",
         "103,77%", "103,57%", "rasio"),
        # 5.812 of 5.850 are 99,35 %, 94,42 of 100 are 94,42 %
        ("Pada tahun 2022, capaian jumlah penumpang sebesar 99,35 dengan realisasi sebesar 5.812 "
         "terhadap target sebesar {}.", "5.850", "5.580", "rasio"),
        ("Capaian indikator serapan sebesar 94,42% dengan nilai realisasi sebesar {} terhadap "
         "target sebesar 100%.", "94,42%", "95,42%", "rasio"),
    ],
)  # fmt: skip
def test_figures_of_courts_and_police_stations_are_held_to_one_another(
    sentence: str, right: str, wrong: str, rule: str
) -> None:
    assert told(sentence.format(right)) == []
    assert [found for found, _ in told(sentence.format(wrong))] == [rule]


@pytest.mark.parametrize("sentence", [
    # The share may be of another base, the number in the bracket no word of the first.
    "Kejadian tahun 2020 sebanyak 590 kasus, turun 26 kasus; 6,22% terjadi di kota, 2019 616.",
    "Hadir 13 (orang) dari desa, 10 indikator mencapai target dan 4 indikator belum mencapai.",
    "Realisasi sebesar 98,58% dan capaian kinerja tahun sebelumnya sebesar 103,5% dari target 95%.",
    "Realisasi 130% dan capaian kinerja sebesar 120% dari target yang ditetapkan 100%.",
    "Capaian sebesar 100% dengan realisasi sebesar 94,3 terhadap target sebesar 86.",  # cut down
    "Capaian tahun lalu 98,20 persen dengan realisasi sebesar 47 menjadi target sebesar 75.",
    "Capaian sebesar 64% dengan realisasi sebesar 47 pada tahun 2021 terhadap target 2022 70.",
])  # fmt: skip
def test_what_only_looks_like_such_a_sentence_is_left_alone(sentence: str) -> None:
    assert told(sentence) == []


def test_a_target_is_what_it_was_set_at() -> None:
    """98,58 of 95 are 103,77; of 94,5 to 95,5, which 95 is as a rounded figure, also 103,57."""
    said = "Realisasi sebesar 98,58% dan capaian kinerja sebesar 103,57% dari target 95%."
    claims = [*stated([Paragraph(said, "BAB III", 1)], [])]
    assert {c.nilai: c.presisi for c in claims} == {
        "98,58%": "bulat", "103,57%": "bulat", "95%": "eksak",
    }  # fmt: skip


@pytest.mark.parametrize(("reached", "exact"), [
    # 56,12 of 42,5 are 132,05, of 42,45 to 42,55 between 131,9 and 132,2
    ("target 42,5%, realisasi 56,12% dengan capaian {}", {"132,5%": "eksak", "132,2%": "bulat"}),
    ("56,12% dari target 42,5% atau tercapai {}", {"132,5%": "eksak", "132,2%": "bulat"}),
])  # fmt: skip
def test_a_target_is_rounded_only_where_that_makes_the_achievement(
    reached: str, exact: dict[str, str]
) -> None:
    for shown, presisi in exact.items():
        blocks = [Paragraph(f"Mutu sungai {reached.format(shown)}.", "BAB III", 1)]
        claims = {claim.nilai: claim.presisi for claim in stated(blocks, [])}
        assert claims.get("42,5%", "bulat") == presisi


def test_a_figure_that_only_may_differ_from_a_cell_is_still_held_to_its_sentence() -> None:
    """Nothing is told of a claim that has no rule: the sentence's own relation is told then."""
    said = "Dari 13 indikator, 10 indikator mencapai target dan 4 indikator belum mencapai target."
    block = Paragraph(said, "BAB III", 1)
    untied = ProposedClaim("k", "BAB III", block.paragraf, "Iku", "13", "angka", differs=True)
    assert [c.nilai for c in stated([block], [untied]) if c.aturan] == ["13"]
    tied = replace(untied, aturan="cacah", sel="tabel=iku")
    assert not [*stated([block], [tied])]


@pytest.mark.parametrize(("words", "wrong"), [
    # 1.764.500.000 / 1.865.200.000 is 94,60 percent; 94,06 is of a target told elsewhere.
    ("dari target, turun dibandingkan realisasi tahun 2022 sebesar Rp1.865.200.000", []),
    ("dari target, lebih rendah dari realisasi tahun lalu sebesar Rp1.865.200.000", []),
    ("dari target sebesar Rp1.865.200.000", [("rasio", "94,06 persen")]),
])  # fmt: skip
def test_a_share_is_of_no_figure_that_is_compared_behind_it(
    words: str, wrong: list[tuple[str, str]]
) -> None:
    assert (
        told(f"Penerimaan tahun 2023 sebesar Rp1.764.500.000 atau 94,06 persen {words}.") == wrong
    )


@pytest.mark.parametrize(("words", "wrong"), [
    # (876 - 758) / 758 = 15,57 percent; of 876 it would be 13,47.
    ("naik dari 758 orang pada tahun 2020 menjadi 876 orang pada tahun 2021, atau naik sebesar "
     "13,47 persen", [("pertumbuhan", "13,47 persen")]),
    ("naik dari 758 orang pada tahun 2020 menjadi 876 orang pada tahun 2021, atau naik sebesar "
     "15,57 persen", []),
    ("naik dari 758 orang menjadi 876 orang, sedangkan belanja naik sebesar 13,47 persen", []),
    ("naik dari 758 orang menjadi 876 orang dan belanja naik 13,47 persen", []),
    # The figure meant is that of the year before, and what it became.
    ("dibandingkan tahun 2020 sebesar 16.261 ton, angka tersebut menurun menjadi 20.908 ton",
     [("arah", "menurun")]),
    ("dibandingkan tahun 2020 sebesar 16.261 ton, angka tersebut meningkat menjadi 20.908 ton", []),
    ("dibandingkan tahun 2020 sebesar 16.261 ton, target tersebut menurun menjadi 20.908 ton", []),
    # A share of the target between the two.
    ("sebesar 3.160 ton atau 95,21 persen dari target, turun dibandingkan tahun 2020 sebesar "
     "2.825 ton", [("arah", "turun")]),
    ("sebesar 2.825 ton atau 95,21 persen dari target, turun dibandingkan tahun 2020 sebesar "
     "3.160 ton", []),
    ("sebesar 3.160 ton dengan mutu 95,21 persen, turun dibandingkan tahun 2020 sebesar "
     "2.825 ton", []),
])  # fmt: skip
def test_the_way_and_the_share_of_a_change_behind_other_words(
    words: str, wrong: list[tuple[str, str]]
) -> None:
    assert told(f"Hasil tahun 2021 {words}.") == wrong
