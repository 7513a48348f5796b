"""Word documents that are long, wide or deep: their cost grows with them, or they are refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from growth import check_growth
from large_inputs import (
    cell,
    document,
    formatted_rows,
    letter_by_letter,
    long_text,
    many_rows,
    nested,
    one_paragraph,
    one_sentence,
    opening,
    paragraph,
    row,
    same_names,
    table,
)
from proposals import read_proposal
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.sentences import said_figures
from lkjip_analysis.intake.sentences.said.changes_between import set_about
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.intake.sentences.sentence_figures import (
    figures_in,
    sentence_around,
    told_sentences,
)
from lkjip_analysis.intake.sentences.tied.near_cells import NearCells
from lkjip_analysis.intake.sentences.tied.simple_relations import relations
from lkjip_analysis.intake.word import runs, word_file


def proposed(path: Path) -> str:
    words = ["usul", str(path), "--instansi", "x", "--tahun", "2022", "--data", str(path.parent)]
    done = CliRunner().invoke(app, [*words, "-o", str(path.with_suffix(".xlsx")), "--timpa"])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(
    ("make", "size", "rows", "claims"),
    [(long_text, 400, 4, 1_600), (many_rows, 250, 1_001, 200), (one_paragraph, 100, 4, 800),
     (one_sentence, 600, 4, 2_400), (formatted_rows, 250, 1_001, 0),
     (letter_by_letter, 3_000, 4, 0), (same_names, 200, 800, 0)],
)  # fmt: skip
def test_what_a_long_document_costs_grows_with_its_length(
    make: Callable[[Path, int], Path], size: int, rows: int, claims: int, tmp_path: Path
) -> None:
    told: dict[int, str] = {}
    made = {n: make(tmp_path / f"{n}.docx", n) for n in (size // 4, size, 4 * size)}

    def act(n: int) -> None:
        told[n] = proposed(made[n])

    check_growth(act, size)
    assert f", {rows} baris" in told[4 * size]
    assert f"\n{claims} klaim" in told[4 * size]
    assert ("hanya dicocokkan dengan baris jumlahnya" in told[4 * size]) == (rows > 1_000)


WIDE = f"<w:tbl><w:tr>{cell('x', span='100000000')}</w:tr></w:tbl>"
PLACES = f"<w:tbl><w:tr>{cell('x', span='400')}</w:tr>{row('x') * 2000}</w:tbl>"


@pytest.mark.parametrize("part", ["word/document.xml", "word/documents/isi.bin"])
@pytest.mark.parametrize(
    ("body", "told"),
    [(nested(9), "tables inside tables, more than 8 deep"),
     (nested(100), "tables inside tables"),
     (WIDE, "more than 500 columns"),
     (PLACES, "more than 500,000 cells"),
     (f"<w:tbl>{row('x') * 20_001}</w:tbl>", "more than 20,000 table rows"),
     ("<w:tbl/>" * 1_001, "more than 1,000 tables"),
     (paragraph("x") * 200_001, "more than 200,000 paragraphs"),
     ("<w:customXml>" * 300 + "</w:customXml>" * 300, "or deeper ones")],
)  # fmt: skip
def test_what_no_report_holds_is_refused_before_it_is_loaded(
    body: str, told: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_file, "_parsed", None)  # whoever loads it fails
    path = document(tmp_path / "naskah.docx", body, part)
    for words in (
        ["usul", str(path), "--instansi", "x", "--tahun", "2022"],
        ["periksa", str(path)],
    ):
        done = CliRunner().invoke(app, [*words, "-o", str(tmp_path / "u")])
        assert done.exit_code == 2, done.output
        assert told in done.output and len(done.output.splitlines()) == 1
        assert "naskah.docx" in done.output
    assert not (tmp_path / "u").exists()


def test_tables_in_tables_of_a_report_are_read(tmp_path: Path) -> None:
    path = document(tmp_path / "naskah.docx", opening() + nested(3) + table(3))
    assert any(len(t.rows) == 4 for t in read_proposal(path, "x", 2022, tmp_path).tables)


def test_what_is_asked_of_each_figure_does_not_grow_with_its_sentence() -> None:
    said = {}
    for size in (100, 400, 1_600):
        text = ", ".join(f"{1 + 37 * i % 9000},{i % 10}{7 * i % 10}%" for i in range(size))
        text = f"Realisasi itu terdiri atas {text}."
        said[size] = text, figures_in(Paragraph(text, "", 0))[0]

    def act(size: int) -> None:
        text, figures = said[size]
        for figure in figures:
            sentence = sentence_around(text, figure.start)
            assert list(relations(figure, sentence, NearCells([], {}), ())) == []

    check_growth(act, 400)


def test_whether_a_sentence_promises_is_asked_of_all_its_figures_at_once() -> None:
    told = "turun 2,5 persen dibandingkan tahun lalu sebesar 7,5 persen menjadi 5,0 persen, "
    said = {size: (text := "Angka itu " + told * size, figures_of(text)) for size in (50, 200, 800)}

    def act(size: int) -> None:
        text, figures = said[size]
        changes = [set_about(figures, number, text) for number in range(len(figures))]
        assert sum(change is not None for change in changes) == size - 1  # the first is about none

    check_growth(act, 200)


@pytest.mark.parametrize(
    ("sentence", "is_about"),
    [("Capaian 5,0 turun 2,5 dibandingkan tahun lalu sebesar 7,5.", True),
     ("Capaian diharapkan 5,0 turun 2,5 dibandingkan tahun lalu sebesar 7,5.", False),
     ("Targetnya 9. Capaian 5,0 turun 2,5 dibandingkan tahun lalu sebesar 7,5.", True),
     ("Capaian 5,0 turun 2,5 dibandingkan tahun lalu sebesar 7,5 dari target.", True)],
)  # fmt: skip
def test_a_promise_ends_with_its_part_of_the_sentence(sentence: str, is_about: bool) -> None:
    figures = figures_of(sentence)
    number = next(n for n, figure in enumerate(figures) if figure.text == "2,5")
    assert (set_about(figures, number, sentence) is not None) == is_about


def test_how_runs_look_that_say_the_same_is_worked_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    worked_out = runs._look

    def counted(run: object, own: object, styles: runs.Styles) -> runs.Look:
        asked.append(run)
        return worked_out(run, own, styles)

    monkeypatch.setattr(runs, "_look", counted)
    path = formatted_rows(tmp_path / "naskah.docx", 50)
    assert len(read_proposal(path, "x", 2022, tmp_path).tables[0].rows) == 51

    assert len(asked) < 10  # the runs of 250 cells say one thing, those of the opening nothing


def test_the_figures_of_a_sentence_are_read_once_whatever_is_noticed_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    names = said_figures.names_something

    def counted(text: str, match: re.Match[str]) -> str:
        read.append(match.start())
        return names(text, match)

    monkeypatch.setattr(said_figures, "names_something", counted)
    path = one_sentence(tmp_path / "naskah.docx", 50)
    assert len(read_proposal(path, "x", 2022, tmp_path).claims) == 50

    # Fifty of the sentence; and the chapter of the heading, which is a sentence of its own.
    assert 50 <= len(read) <= 60


def test_sentences_of_a_long_document_are_read_once_by_all_that_go_through_them() -> None:
    told = [f"Realisasi {i} orang. Target {i} kali." for i in range(6_000)]
    paragraphs = [Paragraph(text, "BAB III", place) for place, text in enumerate(told)]
    before = figures_of.cache_info().misses
    for _ in range(3):
        for _, sentence in told_sentences(paragraphs):
            figures_of(sentence)

    assert figures_of.cache_info().misses - before == 12_000


@pytest.mark.parametrize("told", ["...", "sebesar 5% dari 10 ", "1 "])
def test_words_that_stand_again_and_again_cost_what_their_number_does(
    told: str, tmp_path: Path
) -> None:
    made = {
        size: document(tmp_path / f"{size}.docx", opening() + paragraph(told * size) + table(3))
        for size in (100, 400, 1_600)
    }
    check_growth(lambda size: read_proposal(made[size], "x", 2022, tmp_path), 400)
