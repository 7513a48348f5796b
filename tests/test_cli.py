"""The `lkjip` command as a user meets it: exit codes, messages, JSON, and the README's words."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from newcomer import newcomers_workbook
from openpyxl import Workbook
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT
from lkjip_analysis.report.yamltext import SCHEMAS

BLORA = ("dindagkop-ukm-blora", "2021")


def lkjip(*words: str, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "lkjip_analysis", *words]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_report_with_wrong_figures_ends_with_1_and_names_their_cells() -> None:
    done = lkjip("verify", *BLORA)
    assert done.returncode == 1
    assert "Terbukti salah" in done.stdout and "anggaran.csv:9:realisasi" in done.stdout
    assert "Traceback" not in done.stderr


def test_verify_fits_eighty_columns_and_begins_with_a_summary() -> None:
    told = lkjip("verify", *BLORA).stdout.splitlines()
    # A code, a file or a figure is never cut, so a line may be as long as its longest word.
    assert [line for line in told if len(line) > 80 and " " in line.strip()] == []
    assert told[0].startswith("Dinas Perdagangan") and "tahun 2021" in " ".join(told[:2])
    summary = " ".join(told[:7])
    for part in ("4 Terbukti salah", "29 Patut diperiksa", "405 dari 411 angka teruji",
                 "5 temuan mengubah simpulan"):  # fmt: skip
        assert part in summary, part
    groups = [line for line in told if line.isupper() or line.startswith("GANTI")]
    assert groups[0] == "GANTI ANGKANYA (4 Terbukti salah)"
    assert "Tabel 3.3: Predikat, 5 temuan serupa" in " ".join(told)


def test_findings_as_json_obey_the_published_schema() -> None:
    done = lkjip("verify", *BLORA, "--json", "-")
    findings = json.loads(done.stdout)
    jsonschema.validate(findings, json.loads((SCHEMAS / "temuan.schema.json").read_text("utf-8")))
    assert findings["summary"]["terbukti"] == 4 and done.returncode == 1


def test_the_hand_written_folder_gives_the_hand_checked_findings() -> None:
    contoh = PROJECT / "tests" / "contoh"
    done = lkjip("verify", "dinas-contoh", "2022", "--data", str(contoh), "--json", "-")
    assert json.loads(done.stdout) == json.loads((contoh / "temuan.json").read_text("utf-8"))
    assert done.returncode == 1


def test_json_goes_to_a_file_whole(tmp_path: Path) -> None:
    done = lkjip("verify", *BLORA, "--json", str(tmp_path / "temuan.json"))
    assert done.returncode == 1 and "angka teruji" in done.stdout
    assert json.loads((tmp_path / "temuan.json").read_text("utf-8"))["tahun"] == 2021
    assert [path.name for path in tmp_path.iterdir()] == ["temuan.json"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", "dindagkop-ukm-bora", "2021"], 'Did you mean "dindagkop-ukm-blora"?'),
        (["verify", "dindagkop-ukm-blora", "2019"], "allowed: 2013, 2014, 2020, 2021"),
        (["report", "dindagkop", "2021"], "dindagkop-ukm-blora"),
        (["report", *BLORA, "-p", "tahunn=1"], 'Did you mean "tahun"?'),
        (["report", *BLORA, "-p", "tahun"], "NAME=VALUE"),
        (["verifi", *BLORA], 'Did you mean "verify"?'),
        (["koreksi"], "Usage: lkjip koreksi"),
        (["list", "--data", "nowhere"], "no report"),
    ],
)
def test_a_mistake_of_the_user_is_one_message_and_exit_code_2(words: list[str], told: str) -> None:
    done = lkjip(*words)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr


def test_another_data_folder_is_read_with_or_without_raw(tmp_path: Path) -> None:
    shutil.copytree(raw_folder().joinpath(*BLORA), (tmp_path / "raw").joinpath(*BLORA))
    for folder in (tmp_path, tmp_path / "raw"):
        assert lkjip("list", "--data", str(folder)).stdout.split() == list(BLORA)


def test_unreadable_input_tells_every_problem_at_once(tmp_path: Path) -> None:
    shutil.copytree(raw_folder() / BLORA[0], tmp_path / BLORA[0])
    folder = tmp_path / BLORA[0] / BLORA[1]
    budget = (folder / "anggaran.csv").read_text("utf-8")
    (folder / "anggaran.csv").write_text(budget.replace("26.200.000", "26.20.000"), "utf-8")
    export = (folder / "ekspor.csv").read_text("utf-8")
    (folder / "ekspor.csv").write_text(export.replace("39.109", "banyak"), "utf-8")
    done = lkjip("verify", *BLORA, "--data", str(tmp_path))
    assert done.returncode == 2
    assert 'anggaran.csv:2:realisasi: found "26.20.000"' in done.stderr
    assert 'ekspor.csv:2:nilai_usd: found "banyak"' in done.stderr


def test_help_names_every_command() -> None:
    done = lkjip("--help")
    assert done.returncode == 0
    for command in ("list", "template", "import", "new", "check", "verify", "report", "lab"):
        assert re.search(rf"^\s+{command}\s", done.stdout, re.MULTILINE), command


def _readme_commands() -> list[str]:
    text = (PROJECT / "README.md").read_text("utf-8")
    fenced = re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    blocks = [block for language, block in fenced if language in ("", "sh", "console")]
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_readme_names_the_two_commands_of_the_set_up() -> None:
    assert {"python run.py report", "python run.py test"} <= set(_readme_commands())


@pytest.mark.parametrize(
    "command",
    [line for line in _readme_commands() if line.startswith("lkjip ") and "lab" not in line],
)
def test_a_command_of_the_readme_does_what_it_says(command: str, tmp_path: Path) -> None:
    words = command.partition("#")[0].split()[1:]
    extra = ["--reports", str(tmp_path)] if words[0] == "report" else []
    done = lkjip(*words, *extra)
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr
    assert done.stdout.strip()


def test_the_newcomers_commands_of_the_readme_lead_to_a_verified_report(tmp_path: Path) -> None:
    """The README's own words, but for the report itself, which test_build covers."""
    words = [line.split()[2:] for line in _readme_commands() if line.startswith("python run.py")]
    steps = [step for step in words if step[0] in ("template", "import", "check", "verify")]
    (tmp_path / "raw").mkdir()
    codes = []
    for step in steps:
        extra = ["--data", str(tmp_path)] if step[0] != "template" else []
        done = lkjip(*step, *extra, cwd=tmp_path)
        codes.append(done.returncode)
        if step[0] == "template":
            newcomers_workbook().save(tmp_path / step[1])
    assert [step[0] for step in steps] == ["template", "import", "check", "verify"]
    assert codes == [0, 0, 0, 1]  # verify has found the planted slip
    assert "anggaran.csv:5:realisasi (Anggaran!E9)" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["import", "laporan.docx"], "no file of this name"),
        (["import", "laporan.pdf"], "allowed: .csv, .docx, .xlsm, .xlsx"),
        (["import", "tiada.xlsx"], "found no such file"),
        (["import", "x.xlsx", "--tipe", "Lembar"], "allowed: NAME=VALUE"),
        (["template", "x.docx"], "a name that ends in .xlsx"),
        (["check", "dindagkop-ukm-bora", "2021"], 'Did you mean "dindagkop-ukm-blora"?'),
        (["new", *BLORA], "a folder with this name"),
        (["new", BLORA[0], "2022", "--from", "1999"], "allowed: 2013, 2014"),
    ],
)
def test_a_mistake_on_the_way_in_is_one_message_and_writes_nothing(
    words: list[str], told: str, tmp_path: Path
) -> None:
    done = lkjip(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_what_was_recognised_in_an_ordinary_workbook_must_be_confirmed(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Program", "Pagu", "Realisasi", "%"], ["Program Jalan", "400", "390", "97,50"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "biasa.xlsx")
    words = ["import", "biasa.xlsx", "--instansi", "dinas-contoh", "--tahun", "2022"]
    words += ["--data", str(tmp_path)]
    asked = lkjip(*words, cwd=tmp_path)
    taken = lkjip(*words, "--ya", cwd=tmp_path)

    assert "Sheet: anggaran (Realisasi anggaran per program), 1 baris" in asked.stdout
    assert asked.returncode == 2 and "Repeat with --ya" in asked.stderr
    assert taken.returncode == 0
    assert (tmp_path / "dinas-contoh" / "2022" / "anggaran.csv").is_file()


def test_the_messages_that_the_indonesian_readme_explains_are_those_that_are_said() -> None:
    text = (PROJECT / "README.id.md").read_text("utf-8").partition("| dalam pesan |")[2]
    rows = text.partition("\n\n")[0].splitlines()[2:]
    said = re.findall(r"`([^`]+)`", " ".join(row.split(" | ")[0] for row in rows))
    sources = ["lkjip_analysis/languages/id.po", "tools/first_start/words.py"]
    code = " ".join((PROJECT / path).read_text("utf-8") for path in sources)
    pieces = [piece.strip(' ":;,') for told in said for piece in re.split(r"\.{3,}|\d+", told)]
    assert len(said) >= 15
    assert [piece for piece in pieces if len(piece) > 4 and piece not in code] == []


def test_the_menu_for_windows_runs_only_tasks_that_there_are() -> None:
    raw = (PROJECT / "mulai.cmd").read_bytes()
    text = raw.decode("ascii")
    source = (PROJECT / "run.py").read_text("utf-8")
    tasks = re.findall(r"%python% run\.py (\w+)", text) + re.findall(r'set "tugas=(\w+)"', text)
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    jumps = set(re.findall(r"goto (\w+)\b(?!%)", text)) - {"pilihan"}

    assert raw.count(b"\n") == raw.count(b"\r\n") > 50
    assert set(tasks) >= {"template", "import", "check", "verify", "report", "periksa"}
    assert all(f'"{task}"' in source for task in tasks)
    assert jumps <= labels and {f"pilihan{key}" for key in range(1, 11)} <= labels
    keys = re.findall(r"^choice /c (\w+)", text, re.MULTILINE)
    assert keys == ["1234567890"] and text.count("echo   0  ") == 1  # the last key is errorlevel 10
    assert not re.search(r"\b[A-Za-z]:\\", text)


def test_the_menu_for_windows_stands_up_to_paths_and_pythons_as_people_have_them() -> None:
    lines = (PROJECT / "mulai.cmd").read_text("ascii").splitlines()
    commands = [line for line in lines if not line.startswith(("rem ", "echo", "::"))]
    # A name with spaces or & stays one word: wherever one is used it is inside quotes.
    for line in commands:
        outside = "".join(line.split('"')[::2])
        assert not re.search(r"%(berkas|instansi|tahun|CD|~dp0)", outside), line
    # A share of the network, a ZIP that is not unpacked, and a Python that is absent, only a
    # shortcut to the store, too old, or a .bat that would end the menu.
    text = "\n".join(commands)
    assert 'pushd "%~dp0"' in text and "if not exist run.py goto belumdiekstrak" in text
    assert "call :coba py.exe -3\nif not defined python call :coba python.exe\n" in text
    assert "sys.version_info < (3, 11) or sys.maxsize < 2**32" in text
    # Each way out says why before the window closes.
    for label in ("tanpafolder", "belumdiekstrak", "tanpapython"):
        last = lines[lines.index(f":{label}") :]
        assert last.index("pause") < last.index("exit /b 2") < 8
    # A page of yesterday is not opened as if it were today's.
    opened = text.index('start "" "reports\\%instansi%')
    assert text.index('set "kode=%errorlevel%"') < opened
    done = text.index('run.py periksa "%berkas%"\nif errorlevel 2 goto menu\n')
    assert done < text.index('start "" "reports\\periksa"')


@pytest.mark.parametrize("word", ["--timpa", "--force"])
def test_what_replaces_is_one_word_and_its_old_name_is_understood(
    word: str, tmp_path: Path
) -> None:
    book = tmp_path / "isian.xlsx"
    book.write_bytes(b"old")
    assert CliRunner().invoke(app, ["template", str(book)]).exit_code == 2
    done = CliRunner().invoke(app, ["template", str(book), word])
    assert done.exit_code == 0, done.output
    assert book.read_bytes() != b"old"


def test_further_cells_of_a_finding_are_named_in_one_line() -> None:
    """Of the capaian of stunting its realisasi and target may be wrong as well."""
    done = lkjip("verify", "dinas-kesehatan-rekaan", "2023", "--data", "tests/laporan_lain")
    lines = [line.strip() for line in done.stdout.splitlines()]
    first = lines.index("capaian.csv:3:capaian  kode capaian.capaian[1.stunting]")
    assert lines[first + 1] == "juga capaian.csv:3:realisasi; capaian.csv:3:target"
    assert lines[first + 2] == ""
    assert max(map(len, done.stdout.splitlines())) <= 80
