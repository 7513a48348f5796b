"""Each CSV file that we write: no cell is a formula to a spreadsheet, and each is read back."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies

from lkjip_analysis.errors import InputError
from lkjip_analysis.output.compared.snapshot import package_rows
from lkjip_analysis.report.corrections import correction_type
from lkjip_analysis.report.csvfile import read_records
from lkjip_analysis.report.csvtext import NUMBER, as_meant, text_only, write_rows
from lkjip_analysis.report.origins import read_origins, write_origins

HOSTILE = ["=1+1", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", "''=1", "＝1+1"]
INSIDE = ["a;=1+1", "a; =1+1", "a;'=1", "a;''@b;+c", "a\n=1", "a\r\n-b", "a\t=1", 'a;"=1', "b; - c",
          "a;-5,00", "a;\n=1", " \n=1", "' \n=1", "';=1", "=a;=b", "a;＝1"]  # fmt: skip
"""What another program begins a cell with where it separates by ; or takes no quote inside."""
PLAIN = ["-5,00", "-", "+5", "(5)", "a=b", "'tis", "Rp 5", "-0,80%", "- ", ""]


def test_no_cell_that_we_write_is_a_formula_and_each_is_read_back(tmp_path: Path) -> None:
    texts = HOSTILE + PLAIN + INSIDE
    rows = [["anggaran[a].pagu", "1", "2", text, ""] for text in texts]
    text = write_rows([["sel", "tercetak", "menjadi", "alasan", "sertifikat"], *rows])
    cells = [row[3] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [as_meant(cell) for cell in cells] == texts
    assert not any(re.search(r"[;\t\r\n]\s*[=+@＝]", cell) for cell in cells)
    assert not any(re.search(r"[;\t\r\n]\s*-[^0-9]", cell) for cell in cells)
    assert all(cell.startswith("'") for cell in cells[: len(HOSTILE)])
    assert cells[len(HOSTILE) :][:3] == ["-5,00", "-", "+5"]
    path = tmp_path / "koreksi.csv"
    path.write_bytes(text.encode())
    records, problems = read_records(path, correction_type())
    assert not problems and [r["alasan"] for _, r in records] == texts


@settings(max_examples=300, deadline=None)
@given(strategies.text(alphabet="=+-@;,'\"\t\r\n 1a＝", max_size=12))
def test_whatever_is_written_is_read_back(text: str) -> None:
    assert as_meant(text_only(text)) == text
    with closing(io.StringIO(write_rows([["kunci", text]]), newline="")) as file:
        for cell in next(csv.reader(file, delimiter=";"), []):
            assert not re.match(r"\s*[=+@＝]", cell) or NUMBER.fullmatch(cell)


@settings(max_examples=300, deadline=None)
@given(strategies.text(max_size=20))
@example("a\u2028b\x85c\x0bd\x1ce")
@example("\ufeff=1\ufffd\x00\udcff")
@example("\x1f=")
@example("\u202e=1;\u200f+2\r-3\x9b")
def test_whatever_a_text_holds_each_of_our_readers_reads_it(text: str) -> None:
    told = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ud800-\udfff]", "□", text)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        rows = [list(correction_type().columns), ["anggaran[a].pagu", *[text] * 7]]
        (folder / "koreksi.csv").write_bytes(write_rows(rows).encode())
        records, problems = read_records(folder / "koreksi.csv", correction_type())
        (folder / "asal.csv").write_bytes(write_origins([["anggaran[a].pagu", text]]).encode())
        package = write_rows([["id", "putusan", "pesan"], ["a", "terbukti", text]])
        (folder / "temuan.csv").write_bytes(package.encode())
        assert not problems
        assert [r["alasan"] for _, r in records] == [told]
        assert read_origins(folder) == {"anggaran[a].pagu": told}
        assert [row["pesan"] for row in package_rows(folder / "temuan.csv", ("pesan",))] == [told]


def test_a_text_too_long_to_be_read_back_is_not_written() -> None:
    with pytest.raises(InputError, match=r"140,000 characters; .* Write less"):
        write_rows([["x" * 140_000]])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_origins_are_read_as_spreadsheets_save_them(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    text = write_origins([["anggaran[a].pagu", "Rencana é!D6"], ["anggaran[b].pagu", "=1!D7"]])
    (tmp_path / "asal.csv").write_bytes(text.replace(",", separator).encode(encoding))
    assert read_origins(tmp_path) == {
        "anggaran[a].pagu": "Rencana é!D6", "anggaran[b].pagu": "=1!D7"
    }  # fmt: skip


def test_a_field_too_long_in_the_origins_is_told(tmp_path: Path) -> None:
    csv.field_size_limit(1_000_000)  # as another package in the process may have set it
    (tmp_path / "asal.csv").write_text(f"sel,asal\na,{'x' * 200_000}\n", "utf-8")
    with pytest.raises(InputError, match=r"asal\.csv:.*a broken row"):
        read_origins(tmp_path)
