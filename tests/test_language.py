"""The terminal speaks Indonesian, and English to whoever asks for it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from functools import cache
from inspect import cleandoc
from pathlib import Path
from string import Formatter

import pytest
import typer
import yaml
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from folders import AGENCY, YEAR, write_folder
from texts import PACKAGE, Module, Text, described
from typer.testing import CliRunner

from lkjip_analysis.analysis import laporan, tren
from lkjip_analysis.building.translated_notebook import code, prose, strings
from lkjip_analysis.checking.coverage import WATCHES
from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.intake.document.programs import Unavailable
from lkjip_analysis.intake.excel import template_sheets
from lkjip_analysis.intake.usul import layout, workbook_language
from lkjip_analysis.language import (
    CATALOGUES,
    LANGUAGES,
    _catalogue,
    language,
    phrase,
    plural,
    report_spoken,
    within,
)
from lkjip_analysis.numbers.calendar_days import NAMES
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.output.compared.telling import SAME_PAGES
from lkjip_analysis.output.corrections import audit_columns, audit_paper
from lkjip_analysis.output.corrections.to_correct import GROUPS
from lkjip_analysis.output.datapackage import dictionary, dictionary_page, tables_workbook
from lkjip_analysis.output.examined import working_paper
from lkjip_analysis.output.examined.marking.findings_page import MEANING
from lkjip_analysis.output.next_year import composed_workbook, form, form_guide
from lkjip_analysis.output.word_pdf.chapter3_notes import COUNTED
from lkjip_analysis.output.word_pdf.correction_list import LINES
from lkjip_analysis.pages.notebooks import sources
from lkjip_analysis.pages.page_frame import SPOKEN
from lkjip_analysis.pages.parts.finding_list import TASKS
from lkjip_analysis.report.report import LAYER_WORDS, Report
from lkjip_analysis.report.series import UKURAN


@pytest.fixture
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LKJIP_BAHASA")


@cache
def catalogue(name: str) -> tuple[Message, ...]:
    with (CATALOGUES / f"{name}.po").open("rb") as opened:
        return tuple(entry for entry in read_po(opened, locale=name) if entry.id)


@cache
def told() -> tuple[Text, ...]:
    """Every text of the code that may be told; the same modules as trees serve `written`."""
    return tuple(text for module in modules() for text in module.texts())


@cache
def modules() -> tuple[Module, ...]:
    return tuple(Module(path) for path in sorted(PACKAGE.rglob("*.py")))


def test_every_text_that_is_told_has_its_indonesian() -> None:
    known = {str(entry.id) for name in LANGUAGES for entry in catalogue(name)}
    loose = [f"{text.place}: {text.text}" for text in told() if text.is_loose]
    missing = [f"{t.place}: {t.text}" for t in told() if not t.is_loose and t.text not in known]
    assert len(told()) > 800 and not loose and not missing


@cache
def schemas() -> str:
    """The table types as text: their rules say why they hold."""
    return "\n".join(path.read_text("utf-8") for path in (PACKAGE / "schemas").glob("*.yaml"))


@cache
def written() -> frozenset[str]:
    """Every text that stands in the code or describes an entry of a schema."""
    nodes = (node for module in modules() for node in module.nodes)
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    texts = {value for value in constants if isinstance(value, str)} | described()
    texts |= {*of_templates(), *of_notebooks(), *of_formulas(), *of_standards(), *named_columns()}
    texts |= {one.strip() for one in re.findall(r"sebab: (.+)$", schemas(), re.MULTILINE)}
    return frozenset(texts | {cleandoc(text) for text in texts if "\n" in text})


def test_no_entry_of_a_catalogue_is_left_over() -> None:
    """What the system or a library says is marked as theirs."""
    unused = [
        str(entry.id)
        for name in LANGUAGES
        for entry in catalogue(name)
        if entry.id not in written() and not entry.user_comments
    ]
    assert not unused


def fields(text: str) -> set[tuple[str, str, str]]:
    """The facts and their forms; the plural of a noun (`s`, `is|are`) is English alone."""
    parts = Formatter().parse(text)
    return {
        (name, "" if form == "s" or "|" in (form or "") else form or "", how or "")
        for _, name, form, how in parts
        if name
    }


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_translation_names_the_same_facts_and_says_something(name: str) -> None:
    for entry in catalogue(name):
        text, other = str(entry.id), str(entry.string)
        assert other.strip(), text
        if "{" in text and not entry.user_comments:
            assert not re.search(r"\{\w", text) or fields(text) == fields(other), text
        edges = [(t[0].isspace(), t[-1].isspace()) for t in (text, other)]
        assert edges[0] == edges[1], text


def problem(**more: object) -> Problem:
    found = phrase('no column "{name}"', name="target")
    return Problem("capaian.csv", found, "kode, realisasi", "Add the column.", 1, **more)  # type: ignore[arg-type]


def test_a_problem_is_told_in_indonesian_by_default(indonesian: None) -> None:
    assert language() == "id"
    assert str(problem()) == (
        'capaian.csv:1: tidak ada kolom "target"; yang boleh: kode, realisasi. Tambahkan kolom itu.'
    )


def test_and_in_english_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    assert str(problem()) == (
        'capaian.csv:1: found no column "target"; allowed: kode, realisasi. Add the column.'
    )


def test_the_same_in_several_places_is_told_once(indonesian: None) -> None:
    rows = [Problem("a.csv", "no entries", "x", "Add them.", line) for line in (2, 5)]
    assert str(InputError(rows)).endswith("Begitu juga di 1 baris lain: 5.")


def test_what_is_near_and_what_there_is_to_choose_from(indonesian: None) -> None:
    assert nearest("realisai", ["target", "realisasi"]) == 'Maksudnya "realisasi"?'
    choices = Problem("a.csv", '"x"', "ab, cd", nearest("x", ["cd", "ab"]))
    assert str(choices) == 'a.csv: "x"; yang boleh: ab, cd. Pilih salah satu.'


def test_what_a_user_wrote_is_never_translated(indonesian: None) -> None:
    """A column may be called what the program says elsewhere: "a figure" stays "a figure"."""
    assert phrase('the column "{name}"', name="a figure") == 'kolom "a figure"'
    assert phrase("braces {of} a user") == "braces {of} a user"
    # The only column of a table may be called as the code calls a kind of thing.
    assert str(Problem("a.csv", '"x"', "figures", "Add them.")).endswith(
        "boleh: figures. Tambahkan isiannya."
    )


def test_a_heading_within_a_sentence_keeps_the_capitals_of_an_abbreviation() -> None:
    """A sum was called "Jumlah pAD (Rp)"."""
    assert [within(one) for one in ("Realisasi", "PAD (Rp)", "")] == ["realisasi", "PAD (Rp)", ""]


def test_a_single_word_is_told_only_as_a_phrase() -> None:
    """`Problem` leaves a word alone, which may be the user's: one of the code is no bare word."""
    calls = (node for module in modules() for node in module.nodes if isinstance(node, ast.Call))
    asked = (one.args[1:4] for one in calls if getattr(one.func, "id", "") == "Problem")
    words = {one.value for args in asked for one in args if isinstance(one, ast.Constant)}
    other = {str(entry.id) for entry in catalogue("id") if entry.id != entry.string}
    assert not {word for word in words & other if " " not in str(word)}


def test_what_a_folder_lacks_is_told_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "id")  # put back after the test: the option sets it
    laporan = "tabel:\n  anggaran: {tipe: anggaran, label: T, transkripsi: ganda}\n"
    write_folder(tmp_path, laporan, {"anggaran": "kode,program,pagu,realisasi,serapan\n"})
    words = ("check", AGENCY, str(YEAR), "--data", str(tmp_path))
    indonesian, english = printed(*words), printed(*words, "--bahasa", "en")
    assert "Masih kurang:\n  [ ] anggaran.csv: belum ada barisnya; isi" in indonesian
    assert "Still missing:\n  [ ] anggaran.csv: no rows yet; fill" in english


def test_thousands_are_parted_as_each_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "at most {most:,} bytes"
    assert phrase(text, most=5_000_000) == "at most 5,000,000 bytes"
    monkeypatch.setenv("LKJIP_BAHASA", "id")
    assert phrase(text, most=5_000_000) == "paling banyak 5.000.000 bita"


def test_english_tells_one_from_many(indonesian: None, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("unknown entry {names} in {where}", "unknown entries {names} in {where}")
    told = [plural(count, *texts, names="a", where="b") for count in (1, 2)]
    assert told == ["isian a yang tidak dikenal di b"] * 2
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    told = [plural(count, *texts, names="a", where="b") for count in (1, 2)]
    assert told == ["unknown entry a in b", "unknown entries a in b"]


def test_the_english_of_an_indonesian_text_has_its_plural(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{count} sel dikoreksi"
    assert phrase(text, count=1) == "1 sel dikoreksi"
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    assert [phrase(text, count=count) for count in (1, 2)] == [
        "1 cell corrected", "2 cells corrected"
    ]  # fmt: skip


def test_a_language_that_nobody_speaks_here_is_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "fr")
    assert language() == "id"


def printed(*words: str) -> str:
    """What a command line prints, its exit code in front."""
    done = CliRunner().invoke(app, words)
    return f"{done.exit_code} {done.output}"


def test_all_help_is_in_both_languages() -> None:
    group = typer.main.get_command(app)
    known = {str(entry.id) for entry in catalogue("id")}
    helps = {
        getattr(one, "help", None)
        for command in (group, *group.commands.values())  # type: ignore[attr-defined]
        for one in (command, *command.params)
    }
    assert len(helps) > 50 and not {text for text in helps if text} - known


def test_help_is_indonesian_by_default(indonesian: None) -> None:
    told = printed("verify", "--help")
    assert told.startswith("0 Pemakaian: ") and "[OPSI]" in told
    for part in (
        "Cocokkan angka tercetak",
        "Argumen:",
        "Opsi:",
        "--json BERKAS",
        "Tampilkan bantu",
    ):
        assert part in told
    assert not re.search(r"\b(the|Usage|Options|Show)\b", told)


@pytest.mark.parametrize(
    "words",
    [("--bahasa", "en", "list", "--help"), ("list", "--bahasa=en", "--help"),
     ("list", "--help", "--bahasa", "en")],
)  # fmt: skip
def test_the_language_is_named_before_or_after_the_command(
    indonesian: None, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "id")  # put back after the test: the option sets it
    told = printed(*words)
    assert "Usage: " in told and "List the agencies" in told and "Tampilkan" not in told


@pytest.mark.parametrize(
    "words, told",
    [
        (("verify", "--nope"), "Kesalahan: Tidak ada opsi --nope\n"),
        (("koreksi",), "Kesalahan: 'instansi' belum disebut.\n"),
        (("reviu",), "Kesalahan: Opsi '--tahun' belum diisi.\n"),
        (("reviu", "--tahun", "dua"), "bukan bilangan bulat\n"),
        (("list", "satu"), "Kesalahan: Terlalu banyak yang disebut (satu)\n"),
        (("list", "--bahasa", "fr"), "'fr' bukan salah satu dari 'id', 'en'.\n"),
        (("verify", "x", "21"), 'ditemukan "21"; yang boleh: tahun empat angka, misalnya 2021.\n'),
    ],
)
def test_what_is_wrong_with_a_command_line(
    indonesian: None, words: tuple[str, ...], told: str
) -> None:
    got = printed(*words)
    assert got.startswith("2 Pemakaian: ") and got.endswith(told), got


def test_an_environment_that_names_no_language_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "fr")
    assert printed("list") == '2 LKJIP_BAHASA: "fr"; yang boleh: id, en. Pilih salah satu.\n'


def test_findings_are_told_in_english_at_the_terminal_only(
    blora: Report, blora_verified: Verification, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "en")
    with report_spoken():
        english = {one.id: one for one in verify(blora).findings}
    indonesian = {one.id: one for one in blora_verified.findings}
    assert english.keys() == indonesian.keys()
    told = english["anggaran-2.perizinan-realisasi"].told
    assert told.without_place == (
        "It prints 100.000.000. If only this figure is misprinted, it should be 10.000.000 "
        "(one zero too many)."
    )
    assert indonesian["anggaran-2.perizinan-realisasi"].told.without_place == (
        "Tertulis 100.000.000. Jika hanya angka ini yang salah cetak, seharusnya 10.000.000 "
        "(kelebihan satu nol)."
    )
    assert [one.verdict for one in english.values()] == [o.verdict for o in indonesian.values()]


def worded_texts() -> set[str]:
    """What reports say, read from the code: each text that `worded` may be asked for."""
    return {text.text for module in modules() for text in module.worded()}


def of_templates() -> set[str]:
    """What the templates of pages say, chosen among two or not."""
    sources = (path.read_text("utf-8") for path in sorted((PACKAGE / "templates").glob("*.j2")))
    every = "\n".join(sources)
    told = re.findall(r"\b_\(\s*('[^']*'|\"[^\"]*\")", every)
    told += re.findall(r"\b_\([^()]*? or (\"[^\"]*\")", every)
    return {text[1:-1] for text in told}


def of_notebooks() -> set[str]:
    """The prose of the seven notebooks, paragraph by paragraph, and the sentences of their code."""
    found: set[str] = set()
    for source in sources():
        for cell in json.loads(source.read_text("utf-8"))["cells"]:
            text = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                found |= {part.lstrip("# ") for part in text.split("\n\n")}
            elif "parameters" not in cell["metadata"].get("tags", []):
                found |= {said for _, _, said in strings(text)}
    words = (text for text in found if re.search(r"[^\W\d_]", text))
    return {text for text in words if not re.search("[<>=]", text)}


def of_formulas() -> set[str]:
    """What a formula is called, its source, and what goes into it; units are data."""
    found = set()
    for one in FORMULAS.values():
        found |= {
            one.nama.replace("_", " "),
            one.sumber,
            *one.masukan,
            *dict(one.nama_kata).values(),
        }
        found |= {one.rumus} if re.search(r"[a-z]{3}", re.sub(r"{\w+}", "", one.rumus)) else set()
    return {text for text in found if text != "per" and re.search(r"[a-z]{2}", text)}


def of_standards() -> set[str]:
    """What a report must contain, with its source, and the documents that could decide a figure."""
    required = (PACKAGE / "standards/isi_wajib.yaml").read_text("utf-8")
    found = re.findall(r"^ +(?:nama|rujukan): (.+)$", required, re.MULTILINE)
    evidence = re.findall(r"^bukti: (.+)$", schemas(), re.MULTILINE)
    return {*found, *evidence, *of_columns(), *of_the_template()}


def of_the_template() -> set[str]:
    """What the template of `lkjip template` asks for, and what its guide says."""
    guide = template_sheets.guide()
    found = {guide.judul, guide.ringkas, *(part.judul for part in guide.parts)}
    found |= {text for part in guide.parts for line in part.lines for text in line}
    found |= {form.hint for form in template_sheets.forms()}
    for block in template_sheets.blocks().values():
        found |= {block.judul, block.hint}
        found |= {text for entry in block.entries for text in (entry.judul, entry.hint)}
    return {text for text in found if re.search(r"[a-z]", text)}


def of_columns() -> set[str]:
    """Headings of the table types, with and without their unit, and what types and columns mean."""
    kinds = [
        yaml.safe_load(path.read_text("utf-8")) for path in (PACKAGE / "schemas").glob("*.yaml")
    ]
    titles = {column.get("judul", "") for kind in kinds for column in kind["kolom"].values()}
    titles |= {kind["judul"] for kind in kinds} | {kind.get("arti", "").strip() for kind in kinds}
    columns = [column for kind in kinds for column in kind["kolom"].values()]
    titles |= {column.get(name, "") for column in columns for name in ("arti", "satuan")}
    titles |= {re.sub(r" *\([^)]*\)$", "", title) for title in titles}
    return {title for title in titles if re.search(r"[a-z]{2}", title)}


def looked_up() -> set[str]:
    """Words of the code that a template or a heading looks up by a key."""
    tables = (SHOWN_AS, TASKS, MEANING, GROUPS, SAME_PAGES, COUNTED, LINES, UKURAN, LAYER_WORDS,
              tren.NAMED, tren.OF_EACH, tren.CHANGED, tren.TWO_TARGETS, tren.TO_GO, tren.QUARTERLY,
              laporan.COMPUTED)  # fmt: skip
    return {*(text for table in tables for text in table.values()), *WATCHES, *SPOKEN, *NAMES,
            *wording_headings(), *of_workbooks()}  # fmt: skip


def of_workbooks() -> set[str]:
    """Headings, sheets and choices of the workbooks that are read back."""
    choices = (text for allowed in audit_columns.CHOICES.values() for text in allowed)
    terms = (*dictionary.figures(), *dictionary.findings())
    described = {text for term in terms for text in (term.konsep, term.definisi, term.ukuran)}
    tables = (dictionary.PRECISION, dictionary.LAYERS, dictionary_page.TYPES)
    described |= {text for table in tables for text in table.values()}
    described |= {tables_workbook.GUIDE, tables_workbook.FINDINGS, *tables_workbook.WIDTHS}
    described |= {dictionary.STANDARD, dictionary.NONE, "kadar", "jumlah", "menurut satuannya"}
    entries = [*form.SETTINGS, *(entry for sheet in form.SHEETS.values() for entry in sheet)]
    described |= {text for entry in entries for text in (entry.heading, entry.hint)} - {""}
    heads = (*composed_workbook.CAPAIAN, *composed_workbook.RERATA, *composed_workbook.ANGGARAN)
    described |= {*form.SHEETS, form.SETTINGS_SHEET, form_guide.GUIDE, *form_guide.HEADS,
                  *form_guide.STEPS, *form_guide.CONTENT.values(), "ya", "tidak",
                  *(name for name, _ in heads), *(text for pair in composed_workbook.RULES
                                                  for text in pair if text[0] != "{")}  # fmt: skip
    titles = (*workbook_language.SHEETS, *workbook_language.HEADINGS, *workbook_language.OF_TABLES)
    described |= {*titles, layout.SKIPPED, *layout.IDENTITY.values(), *layout.STEPS,
                  *(one for words in workbook_language.CHOICES.values() for one in words),
                  working_paper.FINDING_HELP, working_paper.RELATION_HELP}  # fmt: skip
    audit = {audit_columns.SUMMARY, audit_columns.CODE, *audit_columns.COLUMNS, *audit_columns.OLD}
    return {*described, *audit, *audit_paper.RANKING, *audit_paper.SIGNED, *choices}


def wording_headings() -> set[str]:
    """The headings of what a finding rests on."""
    return {wording.MENDED, wording.CONFLICT, wording.ONE_CAUSE, wording.ACTS, wording.STALE,
            wording.POSSIBLE, wording.INVOLVED, wording.READINGS, wording.AS_PRINTED}  # fmt: skip


def named_columns() -> set[str]:
    """Columns of frames as headings and in words, and their units."""
    names = {
        word.replace("_", " ")
        for module in modules()
        for node in module.nodes
        if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z_ ]+", word := str(node.value))
    }
    columns = re.findall(r"^  ([a-z_]+): {tipe", schemas(), re.MULTILINE)
    names |= {name.replace("_", " ") for name in columns}
    return names | {name.capitalize() for name in names}


@pytest.mark.parametrize(
    "texts, least",
    [
        (worded_texts, 700),
        (of_templates, 150),
        (of_notebooks, 150),
        (of_formulas, 40),
        (looked_up, 55),
        (of_standards, 100),
    ],
)
def test_everything_that_a_report_says_has_its_english(
    texts: Callable[[], set[str]], least: int
) -> None:
    known = {str(entry.id) for entry in catalogue("en")}
    assert len(texts()) > least and not texts() - known


def test_the_reasons_of_the_table_types_have_their_english() -> None:
    reasons = set(re.findall(r"^\s+(?:- )?sebab: ([^{\n]+?) *$", schemas(), re.MULTILINE))
    assert len(reasons) > 15 and not reasons - {str(entry.id) for entry in catalogue("en")}


def test_what_a_library_says_within_a_message_is_indonesian_too(
    tmp_path: Path, indonesian: None
) -> None:
    write_folder(tmp_path, "tabel: {a: [1\n", {})
    told = printed("verify", AGENCY, str(YEAR), "--data", str(tmp_path))
    assert "teks yang bukan YAML (kurang , atau ])" in told


def test_a_program_that_is_not_there_is_told_whole(indonesian: None) -> None:
    missing = Unavailable("LibreOffice cannot open it.")
    told = phrase("{name} was not written. {error}", name="a.pdf", error=phrase(str(missing)))
    assert told == "a.pdf tidak ditulis. LibreOffice tidak dapat membukanya."


def test_a_notebook_is_told_in_english_but_its_columns_are_not() -> None:
    cell = (
        'tabel(program, "Anggaran per program", ["pagu", "dua atau lebih"], '
        'f"Capaian kinerja {tahun}")'
    )
    with report_spoken("en"):
        assert prose("# Anggaran\n\nPasar dihitung menurut tanda pada tabel.") == (
            "# Budget\n\nMarkets are counted by the ticks in the table."
        )
        assert code(cell) == (
            'tabel(program, "Budget by programme", ["pagu", "dua atau lebih"], '
            'f"Achievement in {tahun}")'
        )
    assert code(cell) == cell and code("%matplotlib inline") == "%matplotlib inline"


@pytest.mark.parametrize("name", ["id", "en"])
def test_a_catalogue_is_read_as_babel_reads_it(name: str) -> None:
    read = {str(entry.id): str(entry.string) for entry in catalogue(name) if entry.string}
    assert dict(_catalogue(name)) == read and len(read) > 1000
