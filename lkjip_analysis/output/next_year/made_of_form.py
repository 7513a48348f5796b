"""From the filled-in form to everything that is made of it: data/raw, Excel, Word.

The folder is verified before anything is put in place; what the form led to must agree with itself.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.checking import other_years
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.language import report_spoken
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.next_year import composed_folder, composed_workbook
from lkjip_analysis.output.next_year.claimed_sentences import Kalimat
from lkjip_analysis.output.next_year.computed_report import Susunan, compose
from lkjip_analysis.output.next_year.form_checks import filled
from lkjip_analysis.output.next_year.sentences import sentences
from lkjip_analysis.output.word_pdf.chapter3 import chapter
from lkjip_analysis.output.word_pdf.document_files import check_untouched, write
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.writing import write_whole


@dataclass(frozen=True)
class Composed:
    """What was written, why a document is missing, and what verifying the result says."""

    paths: tuple[Path, ...]
    missing: tuple[str, ...]
    verification: Verification
    notes: tuple[str, ...] = ()


def compose_all(form: Path, target: Path | None, kinds: Sequence[str]) -> Composed:
    """Write the report that the form at `form` leads to, into `target` or beside the form.

    Raises: InputError with every mistake of the form; where a place cannot be written, or holds
    what somebody wrote by hand.
    """
    susunan = compose(filled(form))
    told = sentences(susunan)
    settings = susunan.isian.settings
    agency, year = str(settings["instansi"]), str(settings["tahun"])
    target = target or form.with_name(f"susun-{agency}-{year}")
    raw, stem = target / "raw" / agency / year, target / f"{agency}-{year}"
    _check_ours(raw)
    _check_book(stem.with_suffix(".xlsx"), form)
    for kind in kinds:
        check_untouched(stem.with_name(f"{stem.name}-bab3.{kind}"))
    # The first round shows which number each table gets.
    labels = chapter(verified(susunan, told, {}), narrated(told)).labels()
    verification = verified(susunan, told, labels)
    files = composed_folder.files(susunan, told, labels)
    notes = write_folder(raw, files, True, lambda folder: _readable(folder, agency, year))
    with report_spoken():  # what programs read has been written; these are for people
        said = sentences(susunan)
        book = write_whole(stem.with_suffix(".xlsx"), composed_workbook.workbook(susunan, said))
        document = chapter(verification, narrated(said))
        done = write(document, stem.with_name(f"{stem.name}-bab3"), kinds, settings["tanggal_data"])
    return Composed((raw, book, *done.paths), done.missing, verification, notes)


def _readable(folder: Path, agency: str, year: str) -> tuple[str, ...]:
    """What somebody added to an earlier folder must still fit what is written now."""
    load_folder(folder, agency, int(year))
    return ()


def verified(susunan: Susunan, told: Sequence[Kalimat], labels: Mapping[str, str]) -> Verification:
    """What `lkjip verify` says of the folder that would be written."""
    settings = susunan.isian.settings
    agency, year = str(settings["instansi"]), int(settings["tahun"])
    with tempfile.TemporaryDirectory(prefix="lkjip-") as name:
        folder = Path(name) / "raw" / agency / str(year)
        folder.mkdir(parents=True)
        for file, text in composed_folder.files(susunan, told, labels).items():
            (folder / file).write_text(text, encoding="utf-8", newline="")
        return other_years.verified(agency, int(year), name)


def narrated(told: Sequence[Kalimat]) -> dict[str, list[str]]:
    """The sentences of each section."""
    return grouped((sentence.bagian, sentence.text) for sentence in told)


def _check_ours(raw: Path) -> None:
    """A folder that a person transcribed is never replaced."""
    declared = raw / "laporan.yaml"
    if not raw.exists():
        return
    mark = composed_folder.MARK.encode()
    with declared.open("rb") if declared.is_file() else io.BytesIO() as opened:
        is_ours = opened.read(len(mark)) == mark
    if not is_ours:
        found = "a folder that was not composed by lkjip susun"
        remedy = "Choose another folder with --output."
        raise wrong_input(str(raw), found, "a new folder, or one of susun", remedy)


def _check_book(book: Path, form: Path) -> None:
    if book.resolve() == form.resolve():
        remedy = "Rename the form, or choose another folder with --output."
        raise wrong_input(str(book), "the form itself", "another file", remedy)
