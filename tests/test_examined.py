"""`lkjip periksa`: marks lie where the figure is shown, and one broken document stops no other."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.document.places import Box, Place
from lkjip_analysis.output.examined.marked_pdf import marked_pdf
from lkjip_analysis.output.examined.marks import Mark


@pytest.mark.parametrize(
    ("turn", "corners"),
    [(0, [10, 280, 30, 285]), (90, [15, 10, 20, 30]), (180, [170, 15, 190, 20]),
     (270, [180, 270, 185, 290])],
)  # fmt: skip
def test_a_mark_lies_where_the_figure_is_shown(turn: int, corners: list[float]) -> None:
    """A page of 200 by 300 points; the box is counted from the corner that is shown top left."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 300).rotate(turn)
    writer.write(file)
    mark = Mark(Place(1, Box(10, 15, 30, 20)), "Terbukti salah: 5", "terbukti")
    page = PdfReader(io.BytesIO(marked_pdf(file.getvalue(), [mark]))).pages[0]
    made = page["/Annots"][0].get_object()
    assert [float(number) for number in made["/Rect"]] == corners
    assert made["/Contents"] == "Terbukti salah: 5"


def test_a_broken_document_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"not a document")
    again = tmp_path / "kosong.pdf"
    again.write_bytes(b"")
    words = ["periksa", str(broken), str(again), "-o", str(tmp_path / "hasil")]
    done = CliRunner().invoke(app, words)
    assert "kosong.pdf" in done.output
    done = CliRunner().invoke(app, ["periksa", str(broken), "-o", str(tmp_path / "hasil")])
    assert done.exit_code == 2
    assert "rusak.pdf" in done.output and "Traceback" not in done.output
    assert not (tmp_path / "hasil" / "rusak").exists()
