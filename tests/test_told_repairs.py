"""Which repairs a finding tells, and how: the simplest in full, those that change much counted."""

from __future__ import annotations

from pathlib import Path

from folders import KLAIM, made_up
from test_bukti import rule, table

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import verify

BUDGET = "tabel:\n  anggaran: {label: Tabel 3.8, transkripsi: ganda}\n"
SENTENCE = "tabel: {anggaran: {label: Tabel 3.8, transkripsi: ganda}, klaim: {label: N}}\n"
CLAIM = KLAIM + (
    's,BAB III,1,serapan,"{told}",angka,persen,bulat,rasio,'
    "pembilang=anggaran[jumlah].realisasi; penyebut=anggaran[jumlah].pagu,tafsir,hitung\n"
)
EVEN = (
    "kode,sasaran,program,pagu,realisasi,serapan\n"
    'a,,A,40.000.000,38.144.000,"95,36"\nb,,B,30.000.000,28.608.000,"95,36"\n'
    'c,,C,20.000.000,19.072.000,"95,36"\nd,,D,11.000.000,10.489.600,"95,36"\n'
    'jumlah,,JUMLAH,101.000.000,96.313.600,"95,36"\n'
)


def wrong(base: Path, told: str, tables: dict[str, str], **types: str) -> list[Finding]:
    found = verify(made_up(base, told, tables, types)).findings
    return [finding for finding in found if finding.is_wrong]


def test_a_percentage_of_a_sentence_names_the_cell_that_prints_the_right_one(
    tmp_path: Path,
) -> None:
    # 96.313.600 of 101.000.000 are 95,36 %; the table prints it, the sentence 95,63.
    tables = {"anggaran": EVEN, "klaim": CLAIM.format(told="95,63")}
    (finding,) = wrong(tmp_path, SENTENCE, tables)

    told = "95,63 seharusnya 95,36 (dua digit tertukar: 63; Tabel 3.8, JUMLAH - % mencantumkan 95,"
    assert told in finding.message
    assert finding.remedies[0].cells[0].slip == "dua digit tertukar: 63"


def test_repairs_that_change_much_are_counted_beside_one_that_changes_itself_alone(
    tmp_path: Path,
) -> None:
    # Pagu or realisasi of four rows: each with its share, its total and the share of the total.
    tables = {"anggaran": EVEN, "klaim": CLAIM.format(told="95,63")}
    (finding,) = wrong(tmp_path, SENTENCE, tables)

    assert [len(remedy.follows) for remedy in finding.remedies] == [0, *[3] * 8]
    assert finding.message.count("angka lain ikut berubah") == 3
    assert "5 kemungkinan lain, masing-masing juga mengubah 3 angka lain" in finding.message


def test_rows_of_which_any_may_lack_the_same_share_one_line(tmp_path: Path) -> None:
    # 110 + 120 + 130 + 140 + 153 are 653; 657 is the total with a digit wrong, or any row lacks 4,
    # each a digit. 153 for 157 is that too.
    rule_of_sum = rule("satu", "jumlah", "hasil: '[jumlah].n', bagian: ['[*].n']")
    schema = table("n:unit:eksak", rule_of_sum)
    csv = "kode,n\na,110\nb,120\nc,130\nd,140\ne,153\njumlah,657\n"
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
    (finding,) = wrong(tmp_path, told, {"uji": csv}, uji=schema)

    total, rows = headed(finding)["Kemungkinan perbaikannya (urutannya bukan peringkat)"]
    assert total.startswith("Tabel 1, jumlah - n: 657 seharusnya 653")
    assert rows == "Tabel 1, kolom “n”: salah satu dari 5 angkanya (a, b, c, d dan 1 lagi) kurang 4"


def headed(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {heading: items for heading, items in finding.told.lists if items}


def test_one_figure_alone_is_told_first_where_all_else_changes_several(tmp_path: Path) -> None:
    # Any pagu or realisasi takes its own share, its total and the share of that with it: four.
    # There are eight of these; three are told, and five counted in one line.
    tables = {"anggaran": EVEN, "klaim": CLAIM.format(told="95,63")}
    (finding,) = wrong(tmp_path, SENTENCE, tables)

    assert "penjelasan lain mengubah sedikitnya 4 angka" in finding.message
    (first,) = headed(finding)["Perbaikan yang paling ringkas"]
    assert "95,63 seharusnya 95,36" in first
    assert len(headed(finding)["Kemungkinan lain"]) == 4
    assert finding.verdict == "ambigu"


def test_without_a_named_slip_no_figure_is_told_first(tmp_path: Path) -> None:
    # 81,17 is no slip of 95,36: that share may be the newer one.
    tables = {"anggaran": EVEN, "klaim": CLAIM.format(told="81,17")}
    (finding,) = wrong(tmp_path, SENTENCE, tables)

    assert "Kemungkinan perbaikannya (urutannya bukan peringkat)" in headed(finding)


def test_of_two_figures_that_change_themselves_alone_neither_is_told_first(tmp_path: Path) -> None:
    # Two places that print one figure: either may hold the slip, and nothing hangs on them.
    csv = "kode,satu,dua\na,35.700,37.500\nb,12.000,12.000\n"
    schema = table(
        "satu:rupiah:eksak dua:rupiah:eksak",
        rule("s", "sama", "baris: '*', hasil: .dua, sumber: .satu"),
    )
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
    (finding,) = wrong(tmp_path, told, {"uji": csv}, uji=schema)

    assert len(headed(finding)["Kemungkinan perbaikannya (urutannya bukan peringkat)"]) == 2


def test_bounds_much_narrower_than_the_miss_are_not_told(tmp_path: Path) -> None:
    # 935.278 stands for 935.277,5 to 935.279, cut off or rounded: 1,5 wide. 933.278,0 misses it by
    # 1.333 times that, 935.778,0 by 333 times.
    schema = table(
        "satu:rupiah:bulat dua:rupiah:bulat",
        rule("s", "sama", "baris: '*', hasil: .dua, sumber: .satu"),
    )
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"

    def of_dua(printed: str) -> str:
        csv = f'kode,satu,dua\na,935.278,"{printed}"\n'
        (finding,) = wrong(tmp_path / printed, told, {"uji": csv}, uji=schema)
        lines = headed(finding)["Kemungkinan perbaikannya (urutannya bukan peringkat)"]
        return next(line for line in lines if "dua: " in line)

    assert of_dua("933.278,0").endswith('935.278,0 (sama dengan kolom "satu" (935.278))')
    assert "antara 935.277,5 dan 935.279,0" in of_dua("935.778,0")


def test_a_cell_that_prints_another_figure_is_not_named(tmp_path: Path) -> None:
    # The share of the table is of another pagu, 95,40: it fails as well, and says nothing.
    even = EVEN.replace('96.313.600,"95,36"', '96.313.600,"95,40"')
    tables = {"anggaran": even, "klaim": CLAIM.format(told="95,63")}

    assert not any("mencantumkan 95,40)" in f.message for f in wrong(tmp_path, SENTENCE, tables))


def test_what_would_be_old_is_one_short_sentence(tmp_path: Path) -> None:
    # 300 may be 370 now: then the total is 870, its share 72,50, and the share of the row 74,00.
    table = (
        "kode,sasaran,program,pagu,realisasi,serapan\n"
        'p,,P,500,370,"60,00"\nq,,Q,400,260,"65,00"\nr,,R,300,240,"80,00"\n'
        'jumlah,,JUMLAH,1.200,800,"66,67"\n'
    )
    (finding,) = wrong(tmp_path, BUDGET, {"anggaran": table})

    assert finding.message.endswith(
        "Bila angka itu benar, yang belum diperbarui: Tabel 3.8, JUMLAH - Realisasi (seharusnya "
        "870), Tabel 3.8, P - % (seharusnya 74,00) dan 1 angka lain."
    )


def test_what_may_be_old_in_two_ways_is_told_in_one_sentence_too(tmp_path: Path) -> None:
    # 75 of 300 are 25 percent, and so says the sentence. 32,5 is a misprint, or newer than both: of
    # 97,35 to 97,65, rounded to one decimal, or of a target of 230 or 231.
    told = "tabel: {uji: {label: Tabel 1, transkripsi: ganda}, klaim: {label: N}}\n"
    share = rule("c", "rasio", 'baris: "*", hasil: .c, pembilang: .r, penyebut: .t')
    schema = table("t:persen:bulat r:persen:bulat c:persen:bulat", share)
    claim = f'{KLAIM}s,BAB III,1,c,"25,0",angka,persen,bulat,sama,sumber=uji[a].c,tafsir,hitung\n'
    tables = {"uji": 'kode,t,r,c\na,"300,0","75,0","32,5"\n', "klaim": claim}
    (finding,) = wrong(tmp_path, told, tables, uji=schema)

    (told_old,) = [line for head, lines in finding.told.lists for line in lines if "Bila" in head]
    assert (
        " atau " in told_old and "a - r (seharusnya" in told_old and "a - t (seharusnya" in told_old
    )


THOUSANDS = table(
    "penuh:rupiah:eksak ribu:rupiah:bulat",
    rule("s", "sama", "baris: '*', hasil: .ribu, sumber: .penuh"),
).replace("judul: ribu", "dalam: ribu, judul: ribu")


def test_an_amount_in_thousands_is_mended_in_whole_thousands(tmp_path: Path) -> None:
    # 587.546.400 is 587.546 thousand; the print 588 counted millions. No comma was lost.
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
    csv = "kode,penuh,ribu\na,587.546.400,588\nb,200.000.000,200.000\n"
    (finding,) = wrong(tmp_path, told, {"uji": csv}, uji=THOUSANDS)

    texts = {part.text for remedy in finding.remedies for part in remedy.cells}
    assert "587.546" in texts
    assert not any("," in (text or "") for text in texts)


BY_COLUMN = table(
    "pagu:rupiah:eksak realisasi:rupiah:eksak serapan:persen:bulat",
    rule("satu", "jumlah", "hasil: '[jumlah].pagu', bagian: ['[*].pagu']")
    + rule("dua", "jumlah", "hasil: '[jumlah].realisasi', bagian: ['[*].realisasi']")
    + rule("tiga", "rasio", "baris: '*', hasil: .serapan, pembilang: .realisasi, penyebut: .pagu"),
)


def test_a_row_that_is_not_printed_is_told_though_each_column_has_a_rule_of_its_own(
    tmp_path: Path,
) -> None:
    # 2.234.000 and 1.117.000 are printed; the totals hold 831.000 and 405.000 more.
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
    csv = (
        'kode,pagu,realisasi,serapan\na,1.000.000,500.000,"50,00"\nb,1.234.000,617.000,"50,00"\n'
        'jumlah,3.065.000,1.522.000,"49,66"\n'
    )
    findings = wrong(tmp_path, told, {"uji": csv}, uji=BY_COLUMN)

    told_cause = "tampaknya satu baris tidak tercetak, dengan pagu 831.000; realisasi 405.000"
    assert findings and all(told_cause in finding.message for finding in findings)
