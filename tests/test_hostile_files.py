"""Files and parameters that mean harm: bombs, formulas, code, and ways out of the folder."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from openpyxl import load_workbook
from test_hostile import CONTOH, NAME, YEAR
from typer.testing import CliRunner

from lkjip_analysis.building.one_report import build
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.output.corrections.audit import review
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.report.loading import load

FORMULAS = ("=HYPERLINK(1)", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1")


def refused(*words: str) -> str:
    """What a command says that ends with exit code 2."""
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 2, done.output
    assert isinstance(done.exception, SystemExit)
    return done.output


def bomb(path: Path, part: str) -> Path:
    """A small archive whose one part unpacks to 600 MB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", part):
            with archive.open(name, "w", force_zip64=True) as file:
                for _ in range(600 if name == part else 1):
                    file.write(b" " * 1_000_000)
    return path


@pytest.fixture(scope="module")
def workbook_bomb(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(bomb(tmp_path_factory.mktemp("bomb") / "a.xlsx", "xl/workbook.xml"))


@pytest.mark.parametrize(
    "words",
    [
        ("import", "{}", "--instansi", "x", "--tahun", "2021"),
        ("susun", "{}"),
        ("usul", "{}", "--terima"),
        ("reviu", "--tahun", "2021", "--sejak", "{}"),
    ],
)
def test_a_workbook_that_unpacks_to_too_much_is_never_unpacked(
    workbook_bomb: str, words: tuple[str, ...]
) -> None:
    assert "unpacks to too much" in refused(*(word.format(workbook_bomb) for word in words))


def test_a_document_that_unpacks_to_too_much_is_never_unpacked(tmp_path: Path) -> None:
    path = bomb(tmp_path / "a.docx", "word/document.xml")
    assert "unpacks to" in refused("usul", str(path), "--instansi", "x", "--tahun", "2021")


@pytest.fixture
def formulas(tmp_path: Path) -> Path:
    """The small example whose texts begin like formulas."""
    folder = tmp_path / "raw" / NAME / str(YEAR)
    shutil.copytree(CONTOH, folder)
    path = folder / "laporan.yaml"
    text = path.read_text("utf-8").replace("nama: Dinas Contoh", "nama: '=HYPERLINK(1)'")
    text = text.replace("label: Tabel 3.3", "label: '=1+1'").replace("LKjIP 2022", "'@SUM(A1)'")
    path.write_text(text, "utf-8")
    path = folder / "anggaran.csv"
    lines = path.read_text("utf-8")
    for name, formula in zip(("Program Jalan", "Program Aduan", "Program Umum"), FORMULAS[3:],
                             strict=True):  # fmt: skip
        lines = lines.replace(name, f'"{formula}"')
    path.write_text(lines.replace("1. Layanan yang andal", "=cmd|' /C calc'!A0"), "utf-8")
    return tmp_path


def test_what_begins_like_a_formula_is_text_in_every_workbook(formulas: Path) -> None:
    verification = verify(load(NAME, YEAR, formulas))
    paper, unread = review(YEAR, formulas, None)
    assert list(unread) == []
    for content in (as_xlsx(verification), paper):
        cells = [
            cell
            for sheet in load_workbook(io.BytesIO(content)).worksheets
            for row in sheet.iter_rows()
            for cell in row
        ]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
        assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_a_form_filled_in_with_formulas_gives_no_formula(tmp_path: Path) -> None:
    form, out = tmp_path / "isian.xlsx", tmp_path / "out"
    assert CliRunner().invoke(app, ["susun", "--contoh", str(form)]).exit_code == 0
    book = load_workbook(form)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith(("Program ", "Dinas ")):
                    cell.value = "=1+1"
                    cell.data_type = "s"
    book.save(form)
    done = CliRunner().invoke(app, ["susun", str(form), "-o", str(out)])
    for path in out.rglob("*.xlsx"):
        for sheet in load_workbook(path).worksheets:
            found = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            assert found == [], path
    assert done.exit_code in (0, 2)


@pytest.mark.parametrize("name", ["../dinas-contoh", "/etc", "..", ".", "dinas-contoh/2022/.."])
@pytest.mark.parametrize("command", ["report", "verify", "perbaikan", "ekspor"])
def test_no_name_of_an_agency_leads_out_of_the_data(
    tmp_path: Path, command: str, name: str
) -> None:
    shutil.copytree(CONTOH, tmp_path / "raw" / NAME / str(YEAR))
    told = refused(command, name, str(YEAR), "--data", str(tmp_path))
    assert "found the agency" in told and "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["raw"]


@pytest.mark.parametrize(
    "given", ["instansi=../..", "tahun=2021", "instansi=/etc/passwd", " instansi = x"]
)
def test_a_parameter_does_not_put_another_report_among_the_pages(
    tmp_path: Path, given: str
) -> None:
    reports = tmp_path / "r"
    told = refused("report", "dindagkop-ukm-blora", "2021", "-p", given, "--reports", str(reports))
    assert "as a parameter" in told
    assert not reports.exists()


def test_code_in_a_parameter_is_text_in_the_notebook_or_refused(tmp_path: Path) -> None:
    betrayed = tmp_path / "betrayed"
    code = f"__import__('pathlib').Path({str(betrayed)!r}).touch()"
    assert "the parameter" in refused("report", "dindagkop-ukm-blora", "2021", "-p", f"x={code}",
                                      "--reports", str(tmp_path / "r"))  # fmt: skip

    shutil.copytree(CONTOH, tmp_path / "raw" / NAME / str(YEAR))
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    source = 'instansi: str = "x"\ntahun: int = 1\ncatatan: str = ""\nambang: int = 5'
    parameters = nbformat.v4.new_code_cell(source)
    parameters.metadata["tags"] = ["parameters"]
    book = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    book.cells = [parameters, nbformat.v4.new_code_cell("print(len(catatan))")]
    nbformat.write(book, notebooks / "01_catatan.ipynb")
    told = f'"\n{code}\n"""{code}\\"+{code}+"'
    built = build(NAME, YEAR, tmp_path, tmp_path / "r", notebooks, {"catatan": told})
    page = (tmp_path / "r" / NAME / str(YEAR) / "01_catatan.html").read_text("utf-8")
    assert not built.failed and f"<pre>{len(told)}\n" in page
    with pytest.raises(InputError, match="a value like 5"):
        build(NAME, YEAR, tmp_path, tmp_path / "r", notebooks, {"ambang": code})
    assert not betrayed.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nama: Dinas Contoh", "nama: !!python/object/apply:os.system [id]"),
        ("  anggaran: {", "  ../../anggaran: {"),
        ("  anggaran: {", "  /etc/passwd: {"),
        ("  anggaran: {", "  anggaran: {tipe: ../../skema/x, "),
        ("instansi: dinas-contoh", "instansi: ../dinas-contoh"),
    ],
)
def test_laporan_yaml_names_nothing_outside_its_folder(tmp_path: Path, old: str, new: str) -> None:
    folder = tmp_path / "raw" / NAME / str(YEAR)
    shutil.copytree(CONTOH, folder)
    text = (folder / "laporan.yaml").read_text("utf-8")
    assert old in text
    (folder / "laporan.yaml").write_text(text.replace(old, new), "utf-8")
    assert "laporan.yaml" in refused("verify", NAME, str(YEAR), "--data", str(tmp_path))
