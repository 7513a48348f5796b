"""What a planner and an auditor get to act on: corrections, accepted repairs, the working paper."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from folders import BLORA, made_up, print_in
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel_styles import HEAD
from lkjip_analysis.output.corrections.accepting import accept
from lkjip_analysis.output.corrections.audit import review
from lkjip_analysis.output.corrections.audit_columns import COLUMNS, HEAD_ROW, RANKING_HEAD
from lkjip_analysis.output.corrections.to_correct import actions, as_text
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.output.word_pdf.correction_list import as_document
from lkjip_analysis.report.loading import load

NAME, YEAR = BLORA.parent.name, int(BLORA.name)
PERMITS = "anggaran-2.perizinan-realisasi"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of Blora 2021 in which nothing is accepted yet."""
    folder = tmp_path / "raw" / NAME / str(YEAR)
    shutil.copytree(BLORA, folder)
    (folder / "koreksi.csv").unlink()
    return tmp_path


@pytest.fixture(scope="module")
def printed() -> Verification:
    return verify(load(NAME, YEAR))


# The list of corrections.


def test_proven_corrections_come_first_then_what_to_look_up(printed: Verification) -> None:
    groups = [action.group for action in actions(printed)]

    assert groups[:9] == ["terbukti"] * 4 + ["ambigu"] * 4 + ["klaim"]
    assert sorted(set(groups), key=groups.index) == list(dict.fromkeys(groups))


def test_a_correction_says_where_what_is_printed_what_it_should_read_and_why(
    printed: Verification,
) -> None:
    (permits,) = (action for action in actions(printed) if action.finding == PERMITS)

    assert permits.where == (
        "Tabel 3.8: Program Perizinan dan Pendaftaran Perusahaan - Realisasi (halaman 39)"
    )
    assert (permits.printed, permits.should) == (
        "100.000.000",
        ("10.000.000 (kelebihan satu nol)",),
    )
    assert any("1.666.408.211" in reason for reason in permits.proof)
    assert permits.look_up == ()


def test_what_is_undecided_names_the_documents_that_could_decide(printed: Verification) -> None:
    (healthy,) = (a for a in actions(printed) if a.finding == "laporan.koperasi_persen")

    assert len(healthy.should) == 2
    assert any(source.startswith("Tabel 3.2: ") for source in healthy.look_up)


def test_an_erratum_holds_what_is_proven_and_nothing_that_is_open(printed: Verification) -> None:
    text = as_text(printed, ralat=True)

    assert text.startswith("# Ralat: Laporan Kinerja")
    assert text.count("Seharusnya:") == 4
    assert "Mungkin" not in text and "Periksa" not in text and "Kode temuan" not in text


# Accepting repairs.


def test_an_erratum_with_nothing_proven_says_what_is_left_to_look_up(tmp_path: Path) -> None:
    # 50 of 50 is 100, not 120: one repair among several, so nothing is proven.
    rows = 'kode,indikator,target,realisasi,capaian\n1.a,A,50,50,"120,00"\n'
    indicator = "indikator:\n  1.a: {nama: A, satuan: persen, arah: naik, presisi: bulat}\n"
    table = "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, indicator + table, {"capaian": rows}))
    assert len(actions(found)) == 1
    told = as_text(found, ralat=True)
    assert "Tidak ada yang terbukti salah; 1 temuan lain perlu dicek dahulu" in told
    assert "Tidak ada yang perlu diperbaiki" not in told
    assert "Tidak ada yang terbukti salah; 1 temuan" in str(as_document(found, ralat=True))


def accepted(data: Path, *ids: str, choice: int | None = None) -> list[dict[str, str]]:
    """What koreksi.csv holds after these findings were accepted."""
    folder = data / "raw" / NAME / str(YEAR)
    accept(verify(load(NAME, YEAR, data)), folder, ids, choice)
    with (folder / "koreksi.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_accepted_repair_is_in_the_used_layer_with_its_reason_and_certificate(
    data: Path,
) -> None:
    (row,) = accepted(data, PERMITS)
    report = load(NAME, YEAR, data)

    assert (row["tercetak"], row["menjadi"]) == ("100.000.000", "10.000.000")
    assert "kelebihan satu nol" in row["alasan"] and "anggaran.jumlah" in row["alasan"]
    assert report.used().cell("anggaran[2.perizinan].realisasi").point == 10_000_000
    assert (data / "raw" / NAME / str(YEAR) / "sertifikat" / f"{PERMITS}.json").is_file()


def test_accepting_twice_changes_nothing_and_keeps_what_was_there(data: Path) -> None:
    once = accepted(data, PERMITS)
    again = accepted(data, PERMITS, "program-1.penilaian-pagu")

    assert again[0] == once[0]
    assert len(again) == 2


def test_an_undecided_finding_is_accepted_only_by_choice(data: Path) -> None:
    with pytest.raises(InputError, match="2 possible repairs"):
        accepted(data, "laporan.koperasi_persen")
    (row,) = accepted(data, "laporan.koperasi_persen", choice=2)  # the first is the failing cell

    assert (row["tercetak"], row["menjadi"]) == ("260", "254")
    assert "dipilih" in row["alasan"]


def test_an_accepted_choice_is_no_work_but_leaves_its_line(data: Path) -> None:
    finding = "laporan.koperasi_persen"
    accepted(data, finding, choice=2)
    told = verify(load(NAME, YEAR, data))

    assert finding not in {action.finding for action in actions(told)}
    text = as_text(told)
    assert "## Sudah diterima, tidak perlu dikerjakan lagi (1)" in text
    (line,) = [line for line in text.splitlines() if "diterima “254”" in line]
    assert line.startswith("- BAB III") and "tertulis “260”" in line and "alasan: dipilih" in line
    # Whoever publishes the erratum has decided: it holds the line, without why it was chosen.
    published = as_text(told, ralat=True)
    assert "## Menurut koreksi yang diterima (1)" in published
    assert "tertulis “260”, seharusnya “254”\n" in published and "dipilih" not in published


def test_a_proven_correction_that_is_accepted_is_told_once(data: Path) -> None:
    accepted(data, PERMITS)
    text = as_text(verify(load(NAME, YEAR, data)))
    assert text.count("sudah diterima") == 1 and "## Sudah diterima" not in text


@pytest.mark.parametrize(
    ("ids", "choice", "told"),
    [
        (["anggaran-2.perizinan-realisas"], None, f'Did you mean "{PERMITS}"'),
        (["sasaran.3"], None, "proposes no new print"),
        (["laporan.koperasi_persen"], 3, "allowed: 1 to 2"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_is_written(
    data: Path, ids: list[str], choice: int | None, told: str
) -> None:
    with pytest.raises(InputError) as error:
        accepted(data, *ids, choice=choice)

    assert told in str(error.value)
    assert not (data / "raw" / NAME / str(YEAR) / "koreksi.csv").exists()


# The auditor's working paper.


def sheet_rows(paper: bytes, place: int) -> list[dict[str, object]]:
    """The rows of one sheet below its heading, by column."""
    sheet = load_workbook(io.BytesIO(paper)).worksheets[place]
    head = HEAD_ROW if place else RANKING_HEAD
    header, *rows = sheet.iter_rows(min_row=head, values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_the_working_paper_ranks_agencies_and_says_what_could_not_be_tested(data: Path) -> None:
    (data / "raw" / "dinas-rusak" / str(YEAR)).mkdir(parents=True)
    (data / "raw" / "dinas-rusak" / str(YEAR) / "laporan.yaml").write_text("instansi: x\n")
    paper, unread = review(YEAR, data)
    first, last = sheet_rows(paper, 0)

    assert (first["Terbukti salah"], first["Perlu klarifikasi"], first["Angka"]) == (4, 4, 411)
    assert first["Yang tidak dapat diuji"] == "Tabel 3.6: 4 angka; Naskah: 2 angka"
    assert last["Instansi"] == "dinas-rusak" and "laporan.yaml" in str(last[list(last)[-1]])
    assert len(unread) == 1


def test_each_finding_has_a_row_to_be_answered(data: Path, printed: Verification) -> None:
    paper, _ = review(YEAR, data)
    rows = sheet_rows(paper, 1)

    assert list(rows[0]) == list(COLUMNS)
    assert {row["Kode temuan"] for row in rows} == {f.id for f in printed.findings}
    assert {row["Status"] for row in rows} == {"terbuka"}
    assert {row["Perkembangan"] for row in rows} == {"baru"}


def test_a_finding_has_one_number_wherever_it_is_listed(data: Path) -> None:
    """Of a report in which nothing is accepted the export has all findings, as the list and the
    paper do: from 1 on, the surest first (the list began with No. 6), and of one kind what
    changes a conclusion."""
    told = verify(load(NAME, YEAR, data))
    listed = {action.finding: action.number for action in actions(told)}
    rows = sheet_rows(review(YEAR, data)[0], 1)
    assert {row["Kode temuan"]: row["No."] for row in rows} == listed
    count = range(1, len(told.findings) + 1)
    assert [action.number for action in actions(told)] == list(count)
    assert [row["No."] for row in rows] == list(count)
    kinds = [str(row["Jenis"]) for row in rows]
    assert list(dict.fromkeys(kinds)) == [
        "Terbukti salah", "Perlu klarifikasi", "Kalimat tidak sesuai", "Aturan tidak diikuti",
        "Pembulatan", "Patut diperiksa"]  # fmt: skip
    changing = [(kinds.index(kind), "Mengubah simpulan" not in str(row["Akibat"]))
                for kind, row in zip(kinds, rows, strict=True)]  # fmt: skip
    assert changing == sorted(changing)
    exported = load_workbook(io.BytesIO(as_xlsx(told)))["Temuan"]
    labels = {row[0]: row[3] for row in exported.iter_rows(min_row=HEAD + 1, values_only=True)}
    assert {listed[one.id]: one.label for one in told.findings} == labels
    assert f"- No. {listed[PERMITS]}: Tabel 3.8: Program Perizinan" in as_text(told)


def test_what_a_correction_settled_stays_in_the_paper_as_done(data: Path) -> None:
    before = verify(load(NAME, YEAR, data))
    settled = [f.id for f in before.findings if f.verdict == "ambigu"][:1]
    accepted(data, *settled, choice=1)
    found = verify(load(NAME, YEAR, data))
    assert settled[0] not in {action.finding for action in actions(found)}
    rows = sheet_rows(review(YEAR, data)[0], 1)
    assert len(rows) == len(found.findings)
    (row,) = (row for row in rows if row["Kode temuan"] == settled[0])
    assert row["Status"] == "selesai" and "Koreksi sudah diterima" in str(row["Rekomendasi"])


@pytest.mark.parametrize(("asked", "made"), [
    ("kertas.xlsx", "kertas.xlsx"), ("hasil", "hasil/reviu-2021.xlsx"), ("hasil.txt", ""),
])  # fmt: skip
def test_the_paper_is_written_as_a_workbook_or_into_a_folder(
    data: Path, tmp_path: Path, asked: str, made: str
) -> None:
    words = ["reviu", "--tahun", str(YEAR), "--data", str(data), "-o", str(tmp_path / asked)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == (0 if made else 2), done.output
    assert (tmp_path / made).is_file() if made else "hasil.txt" in done.output


def test_a_closed_finding_has_a_number_of_its_own(data: Path, tmp_path: Path) -> None:
    (tmp_path / "lama.xlsx").write_bytes(review(YEAR, data)[0])
    accepted(data, PERMITS)
    rows = sheet_rows(review(YEAR, data, tmp_path / "lama.xlsx")[0], 1)
    numbers = [row["No."] for row in rows]
    assert len(set(numbers)) == len(rows)


def test_a_finding_reads_from_kondisi_to_rekomendasi(data: Path) -> None:
    rows = {row["Kode temuan"]: row for row in sheet_rows(review(YEAR, data)[0], 1)}
    permits, pns = rows[PERMITS], rows["laporan.golongan_pns"]

    assert str(permits["Kondisi"]).startswith(
        "• Tabel 3.8: Program Perizinan dan Pendaftaran Perusahaan - Realisasi (halaman 39): "
        "tertulis 100.000.000."
    )
    assert "• Belanja tidak melampaui pagu." in str(permits["Kriteria"])
    assert permits["Sebab"] == "Kelebihan satu nol."
    assert permits["Akibat"] == "Kelebihan Rp90.000.000."
    assert permits["Rekomendasi"] == ("Ganti 100.000.000 dengan 10.000.000 (kelebihan satu nol).")
    # What the print does not show is left to the reviewer.
    assert not pns["Sebab"]
    assert str(pns["Rekomendasi"]).startswith("• Cocokkan dengan Tabel 1.1: daftar urut")


def test_the_paper_of_an_agency_has_a_number_and_is_signed(data: Path) -> None:
    sheet = load_workbook(io.BytesIO(review(YEAR, data)[0])).worksheets[1]
    lines = [[sheet.cell(row, column).value for column in (2, 3, 4)] for row in range(4, 8)]

    assert lines[0][:2] == ["Nomor", "KKR-2021-01"]
    assert [line[0] for line in lines[1:]] == ["Disusun oleh", "Direviu oleh", "Disetujui oleh"]
    assert {line[2] for line in lines[1:]} == {"Tanggal, paraf"}
    assert sheet.oddFooter.right.text == "Halaman &P dari &N"
    # At the head of each page stands what paper it is; the sheet's own title is another.
    assert sheet.oddHeader.left.text == "Kertas kerja reviu laporan kinerja tahun 2021"
    assert "Blora" in str(sheet["A1"].value)


def test_a_paper_from_before_there_was_a_kondisi_still_says_its_answers(
    data: Path, tmp_path: Path
) -> None:
    book = Workbook()
    book.worksheets[0].title = "Peringkat"
    sheet = book.create_sheet("1 dinas")
    sheet["A3"] = f"Kode instansi: {NAME}"
    heads = ("No.", "Letak", "Tertulis", "Seharusnya", "Tanggapan instansi", "Kode temuan")
    sheet.append(heads)
    sheet.append((1, "Tabel 3.8: Program X", "7", "8", "sudah dicek", "dulu.ada"))
    sheet.append((2, "Tabel 3.8", "100.000.000", "10.000.000", "benar", PERMITS))
    book.save(tmp_path / "lama.xlsx")
    rows = {
        r["Kode temuan"]: r for r in sheet_rows(review(YEAR, data, tmp_path / "lama.xlsx")[0], 1)
    }

    assert rows[PERMITS]["Tanggapan instansi"] == "benar"
    gone = rows["dulu.ada"]
    assert (gone["Kondisi"], gone["Rekomendasi"]) == ("Tabel 3.8: Program X\n7", "8")
    assert gone["Perkembangan"] == "tidak ditemukan lagi"


def test_against_an_earlier_paper_it_says_what_remains_and_what_is_closed(
    data: Path, tmp_path: Path
) -> None:
    before, _ = review(YEAR, data)
    book = load_workbook(io.BytesIO(before))
    sheet = book.worksheets[1]
    answer = list(COLUMNS).index("Tanggapan instansi") + 1
    sheet.cell(HEAD_ROW + 2, answer, "sedang diperbaiki")
    code = sheet.cell(HEAD_ROW + 2, len(COLUMNS)).value
    book.save(tmp_path / "lama.xlsx")
    print_in(data / "raw" / NAME / str(YEAR), {"anggaran[2.perizinan].realisasi": "10.000.000"})
    rows = {
        r["Kode temuan"]: r for r in sheet_rows(review(YEAR, data, tmp_path / "lama.xlsx")[0], 1)
    }

    assert rows[code]["Tanggapan instansi"] == "sedang diperbaiki"
    assert rows[code]["Perkembangan"] == "tetap"
    assert rows[PERMITS]["Perkembangan"] == "tidak ditemukan lagi"
    assert rows[PERMITS]["Status"] == "selesai"


def test_text_that_looks_like_a_formula_stays_text(data: Path) -> None:
    folder = data / "raw" / NAME / str(YEAR)
    print_in(folder, {"koperasi[6].alamat": '=HYPERLINK("http://x")'})
    paper, _ = review(YEAR, data)
    sheet = load_workbook(io.BytesIO(paper)).worksheets[1]
    cells = [cell for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]

    assert cells and {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "an empty file"),
        (b"PK\x03\x04 broken", "no Excel workbook"),
        (b"a,b\n1,2\n", "no Excel workbook"),
    ],
)
def test_an_earlier_paper_that_is_none_is_a_message(
    data: Path, tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "lama.xlsx").write_bytes(content)

    with pytest.raises(InputError, match=rf"lama\.xlsx: found {told}"):
        review(YEAR, data, tmp_path / "lama.xlsx")


def test_a_year_that_no_agency_has_names_those_there_are(data: Path) -> None:
    with pytest.raises(InputError, match="no report of 1999; allowed: 2021"):
        review(1999, data)
