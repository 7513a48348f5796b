"""What a person decides in the working paper holds for the next run, and for the next year."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from lkjip_analysis.checking.other_years import verified as verified_one
from lkjip_analysis.commands.cli import app
from lkjip_analysis.output.corrections.audit import review
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.output.examined import examining
from lkjip_analysis.output.word_pdf.chapter3 import chapter
from lkjip_analysis.output.word_pdf.document import Paragraph

ROWS = [("Induk", 1250, 1310), ("Timur", 840, 905), ("Barat", 615, 702), ("Utara", 433, 398),
        ("Selatan", 278, 310)]  # fmt: skip


def report(path: Path, year: int, wrong: str = "Utara") -> Path:
    """A report with one table; the sum of the row `wrong` is printed 20 too high."""
    lines = [f"| {name} | {a} | {b} | {a + b + (20 if name == wrong else 0)} |"
             for name, a, b in ROWS]  # fmt: skip
    total = sum(a + b for _, a, b in ROWS)
    text = "\n".join([
        "# LAPORAN KINERJA INSTANSI PEMERINTAH", "", "DINAS PERHUBUNGAN KABUPATEN MAJU", "",
        f"TAHUN {year}", "", "# BAB III AKUNTABILITAS KINERJA", "",
        f"Tabel 3.{year % 10} Penumpang menurut terminal tahun {year}", "",
        "| Terminal | Laki-laki | Perempuan | Jumlah |", "|---|---|---|---|", *lines,
        f"| Jumlah | 3416 | 3625 | {total} |", "",
    ])  # fmt: skip
    path.write_text(text, encoding="utf-8")
    return path


def examined(file: Path, out: Path, code: int) -> dict[str, Any]:
    words = ["periksa", str(file), "-o", str(out), "--json", str(out / "hasil.json")]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == code, done.output
    found: dict[str, Any] = json.loads((out / "hasil.json").read_text(encoding="utf-8"))
    return found


def decide(paper: Path, sheet: str, place: str, decision: str, instead: str = "") -> None:
    """Write a decision into every row whose place begins so."""
    book = load_workbook(paper)
    heads = [cell.value for cell in book[sheet][4]]
    rows = [row for row in book[sheet].iter_rows(min_row=5)
            if str(row[heads.index("letak")].value).startswith(place.removesuffix("$"))
            and (place[-1] != "$" or row[heads.index("letak")].value == place[:-1])]  # fmt: skip
    assert rows
    for row in rows:
        row[0].value = decision
        if instead:
            row[heads.index("ubah menjadi")].value = instead
    book.save(paper)


def test_a_rejected_relation_stays_away_and_next_year_too(tmp_path: Path) -> None:
    first = report(tmp_path / "lkjip-2023.md", 2023)
    found = examined(first, tmp_path / "hasil", 1)
    (finding,) = found["findings"]
    assert finding["cells"][0]["at"] == "baris 16"
    row = {"rule": "laporan.jumlah_tabel_3_3_jumlah[utara]", "how": "judul kolom", "holding": 4,
           "tried": 5}  # fmt: skip
    assert row in finding["support"]
    paper = tmp_path / "hasil" / "lkjip-2023" / "kertas-kerja.xlsx"
    decide(paper, "Hubungan", "Tabel 3.3, kolom “Jumlah”", "tolak")
    assert examined(first, tmp_path / "hasil", 0)["findings"] == []
    said = [cell.value for cell in load_workbook(paper)["Hubungan"]["A"]]
    assert said.count("tolak") == 3
    second = report(tmp_path / "lkjip-2024.md", 2024, "Barat")
    assert examined(second, tmp_path / "hasil", 0)["findings"] == []


def test_a_rejected_finding_stays_away_and_another_is_found(tmp_path: Path) -> None:
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    decide(tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx", "Temuan", "Tabel 3.3", "tolak")
    assert examined(first, tmp_path / "hasil", 0)["findings"] == []
    report(first, 2023, "Timur")
    assert len(examined(first, tmp_path / "hasil", 1)["findings"]) == 1


def accepted(paper: Path, base: Path) -> Path:
    """The data that `usul --terima` makes of a working paper in which all is accepted."""
    answer(paper, "Petunjuk", "Terima semua", "ya")
    answer(paper, "Tabel", "tabel_3_3", "ya")  # its type is new, so it is not among the sure
    words = ["usul", str(paper), "--terima", "--timpa", "--data", str(base)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    return base / "dinas-perhubungan" / "2023"


def verified(base: Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["verify", "dinas-perhubungan", "2023", "--data", str(base)])
    return done.exit_code, done.output


def rejected_is_told_wherever_findings_are(folder: Path, data: Path) -> None:
    """On the first screen, in the auditor's paper, in the export and in the annex of BAB III."""
    (place,) = data.glob("*/2023")
    found = verified_one(place.parent.name, 2023, data)
    told = "1 temuan ditolak orang dan tidak ditampilkan: Tabel 3.3, Jumlah - Jumlah."
    paper = load_workbook(io.BytesIO(review(2023, data)[0])).worksheets[1]
    exported = load_workbook(io.BytesIO(as_xlsx(found)))["Temuan"]
    assert told in str(paper["A2"].value) and told in str(exported["A2"].value)
    assert told in [block.text for block in chapter(found).blocks if isinstance(block, Paragraph)]
    words = ["report", place.parent.name, "2023", "--data", str(data), "-o", str(folder / "jadi")]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    page = (folder / "jadi" / place.parent.name / "2023" / "index.html").read_text("utf-8")
    assert told.replace(" - ", " – ") in page.partition("Dasar penilaian ini")[0]


@pytest.mark.parametrize("is_run_again", [False, True])
def test_a_rejected_finding_stays_rejected_in_the_data_and_can_be_taken_back(
    tmp_path: Path, is_run_again: bool
) -> None:
    first, data = report(tmp_path / "lkjip.md", 2023), tmp_path / "data"
    examined(first, tmp_path / "hasil", 1)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    accepted(paper, data)
    assert verified(data)[0] == 1
    decide(paper, "Temuan", "Tabel 3.3", "tolak")
    if is_run_again:
        examined(first, tmp_path / "hasil", 0)
        (row,) = load_workbook(paper)["Temuan"].iter_rows(min_row=5, values_only=True)
        assert row[0] == "tolak" and str(row[2]).endswith(", ditolak") and "Utara" in str(row[3])
    accepted(paper, data)
    code, told = verified(data)
    assert code == 0 and "1 temuan ditolak" in told
    rejected_is_told_wherever_findings_are(tmp_path, data)
    decide(paper, "Temuan", "Tabel 3.3", "terima")
    accepted(paper, data)
    assert verified(data)[0] == 1
    assert len(examined(first, tmp_path / "hasil", 1)["findings"]) == 1
    (row,) = load_workbook(paper)["Temuan"].iter_rows(min_row=5, values_only=True)
    assert row[0] == "terima" and "ditolak" not in str(row[2])


@pytest.mark.parametrize("is_run_again", [False, True])
def test_a_rejected_relation_stays_away_from_the_data(tmp_path: Path, is_run_again: bool) -> None:
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    decide(paper, "Hubungan", "Tabel 3.3, kolom “Jumlah”", "tolak")
    if is_run_again:
        examined(first, tmp_path / "hasil", 0)
    folder = accepted(paper, tmp_path / "data")
    text = (folder / "laporan.yaml").read_text(encoding="utf-8")
    assert "nama: jumlah_tabel_3_3_jumlah," not in text
    assert verified(tmp_path / "data")[0] == 0


def test_a_rejected_sentence_stays_rejected_in_the_data(tmp_path: Path) -> None:
    first = report(tmp_path / "lkjip.md", 2023, "")
    told = "Jumlah penumpang turun dari 900 orang tahun 2022 menjadi 1.310 orang tahun 2023."
    first.write_text(first.read_text(encoding="utf-8") + f"\n{told}\n", encoding="utf-8")
    (finding,) = examined(first, tmp_path / "hasil", 1)["findings"]
    assert finding["kind"] == "klaim"
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    accepted(paper, tmp_path / "data")
    assert verified(tmp_path / "data")[0] == 1
    decide(paper, "Temuan", "Kalimat", "tolak")
    accepted(paper, tmp_path / "data")
    assert verified(tmp_path / "data")[0] == 0


def test_a_decision_that_is_none_is_named_by_its_cell(tmp_path: Path) -> None:
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    decide(paper, "Temuan", "Tabel 3.3", "tolakk")
    done = CliRunner().invoke(app, ["periksa", str(first), "-o", str(tmp_path / "hasil")])
    assert done.exit_code == 2
    assert 'kertas-kerja.xlsx, Temuan!A5: found "tolakk"; allowed: terima, tolak' in done.output


@pytest.mark.parametrize(("instead", "count"), [
    ("tabel=tabel_3_3; baris=*; hasil=.jumlah; bagian=.laki_laki + .perempuan", 1),
    ("tabel=tabel_3_3; baris=*; hasil=.laki_laki; bagian=.laki_laki + .laki_laki", 0),
])  # fmt: skip
def test_a_changed_relation_is_used_as_it_was_written(
    tmp_path: Path, instead: str, count: int
) -> None:
    """The second says of every row what is true of none: it is given up, and nothing accused."""
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    decide(paper, "Hubungan", "Tabel 3.3, kolom “Jumlah”$", "ubah", instead)
    decide(paper, "Hubungan", "Tabel 3.3, kolom “Jumlah”, baris", "tolak")
    found = examined(first, tmp_path / "hasil", 1 if count else 0)
    assert len(found["findings"]) == count


def test_a_change_that_leaves_a_part_out_is_refused_by_its_cell(tmp_path: Path) -> None:
    """Without its table the relation was dropped, its finding with it, and nothing was said."""
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    instead = "hasil=.jumlah; bagian=.laki_laki"
    decide(paper, "Hubungan", "Tabel 3.3, kolom “Jumlah”$", "ubah", instead)
    done = CliRunner().invoke(app, ["periksa", str(first), "-o", str(tmp_path / "hasil")])
    assert done.exit_code == 2 and "Hubungan!H" in done.output
    assert f'"{instead}" without baris, tabel' in done.output


def test_the_paper_is_accepted_by_usul(tmp_path: Path) -> None:
    examined(report(tmp_path / "lkjip.md", 2023), tmp_path / "hasil", 1)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    decide(paper, "Hubungan", "Tabel 3.3, kolom “Jumlah”", "tolak")
    words = ["usul", str(paper), "--terima", "--data", str(tmp_path / "data")]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 2, done.output  # nobody has answered yet
    answer(paper, "Petunjuk", "Terima semua", "ya")
    answer(paper, "Tabel", "tabel_3_3", "ya")  # its type is new, so it is not among the sure
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    made = tmp_path / "data" / "dinas-perhubungan" / "2023"
    assert (made / "tabel_3_3.csv").is_file()
    assert "jumlah_tabel_3_3_jumlah\n" not in (made / "laporan.yaml").read_text(encoding="utf-8")


def answer(paper: Path, sheet: str, row: str, said: str, whole: bool = False) -> None:
    """Write an answer beside the row that begins so, or into the column "terima" of its name."""
    book = load_workbook(paper)
    (told,) = [r for r in book[sheet].iter_rows(min_row=5)
               if any(str(cell.value or "").startswith(row)
                      and (not whole or cell.value == row) for cell in r)]  # fmt: skip
    told[1 if sheet == "Petunjuk" else 0].value = said
    book.save(paper)


def answers(paper: Path) -> dict[str, set[object]]:
    """What stands in the column "terima" of each sheet that has one."""
    book = load_workbook(paper)
    return {name: {row[0].value for row in book[name].iter_rows(min_row=5)}
            for name in ("Tabel", "Klaim", "Aturan", "Indikator", "Skala")}  # fmt: skip


def relations_of(found: dict[str, Any]) -> set[str]:
    """The relations that findings rest on."""
    return {row["rule"] for finding in found["findings"] for row in finding["support"]}


def test_the_paper_answers_nothing_by_itself_and_keeps_what_a_person_answered(
    tmp_path: Path,
) -> None:
    first = report(tmp_path / "lkjip.md", 2023)
    paper = tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx"
    row_rule = "laporan.jumlah_tabel_3_3_jumlah[utara]"
    assert row_rule in relations_of(examined(first, tmp_path / "hasil", 1))
    assert not set().union(*answers(paper).values()) - {None}
    answer(paper, "Aturan", "jumlah_tabel_3_3_jumlah", "tidak", whole=True)
    for _ in range(2):  # the total alone still fails, now and in the run after
        assert row_rule not in relations_of(examined(first, tmp_path / "hasil", 1))
        assert answers(paper)["Aturan"] == {"tidak", None}


def test_what_a_person_puts_into_a_result_folder_or_changes_there_stays(tmp_path: Path) -> None:
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    folder = tmp_path / "hasil" / "lkjip"
    (folder / "catatan.txt").write_text("milik saya", encoding="utf-8")
    data = folder / "data" / "raw" / "dinas-perhubungan" / "2023"
    (data / "tabel_3_3.csv").write_text("diubah", encoding="utf-8")
    examined(first, tmp_path / "hasil", 1)
    assert (folder / "catatan.txt").read_text(encoding="utf-8") == "milik saya"
    kept = folder / "lama" / "data" / "raw" / "dinas-perhubungan" / "2023" / "tabel_3_3.csv"
    assert kept.read_text(encoding="utf-8") == "diubah"
    assert "Utara" in (data / "tabel_3_3.csv").read_text(encoding="utf-8")


def test_documents_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for name, wrong in (("a", "Utara"), ("b", "")):
        (tmp_path / name).mkdir()
        report(tmp_path / name / "lkjip.md", 2023, wrong)
    examined(tmp_path / "a" / "lkjip.md", tmp_path / "hasil", 1)
    examined(tmp_path / "b" / "lkjip.md", tmp_path / "hasil", 0)
    examined(tmp_path / "a" / "lkjip.md", tmp_path / "hasil", 1)
    names = sorted(p.name for p in (tmp_path / "hasil").iterdir() if p.name.startswith("lkjip"))
    assert names == ["lkjip", "lkjip-2"]
    told = (tmp_path / "hasil" / "lkjip-2" / "temuan.json").read_text(encoding="utf-8")
    assert json.loads(told)["findings"] == []


def test_rows_are_as_high_as_what_is_seen_in_them(tmp_path: Path) -> None:
    # The code of a relation stands in a hidden column, 4 characters wide: it needs no line.
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    paper = load_workbook(tmp_path / "hasil" / "lkjip" / "kertas-kerja.xlsx")
    sheet = paper["Hubungan"]
    assert [name for name, told in sheet.column_dimensions.items() if told.hidden] == ["J", "K"]
    assert len(str(sheet["J5"].value)) > 40
    assert all(sheet.row_dimensions[row].height < 80 for row in range(5, sheet.max_row + 1))


def test_the_page_of_a_document_opens_with_what_was_found_and_lists_it(tmp_path: Path) -> None:
    first = report(tmp_path / "lkjip.md", 2023)
    examined(first, tmp_path / "hasil", 1)
    page = (tmp_path / "hasil" / "lkjip" / "index.html").read_text("utf-8")
    assert page.index('class="keadaan ambigu"') < page.index("Di halaman ini")
    (code,) = re.findall(r'<section class="letak ambigu" id="([^"]+)"', page)
    assert f'href="#{code}"' in page
    # Where all of it was read in one place, that is said once.
    assert '<p class="instansi">Dinas Perhubungan, Kabupaten Maju</p>' in page
    assert page.count("dari halaman depan") == 1


def test_what_another_run_wrote_meanwhile_is_nobodys_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that waited for another one does not keep that one's paper as somebody's."""
    document, target = report(tmp_path / "lkjip.md", 2023), tmp_path / "hasil" / "lkjip"
    entering = examining.new_folder

    def after_another_run(*told: Any, **named: Any) -> Any:
        monkeypatch.setattr(examining, "new_folder", entering)
        examining.examine(document, target)
        return entering(*told, **named)

    monkeypatch.setattr(examining, "new_folder", after_another_run)
    examining.examine(document, target)
    assert [path.name for path in target.rglob("*lama*")] == []
