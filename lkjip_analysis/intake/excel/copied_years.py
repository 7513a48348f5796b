"""A year begun like an earlier one: which years move with it, and what still speaks of the old.

Years that are data (`tahun: 2020` of an entry that follows a series) move; a declared break was of
the old year and goes. Years in words are nobody's to change by rule: they are listed to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.language import phrase
from lkjip_analysis.report.csvfile import decode
from lkjip_analysis.report.filebytes import files_of

STARTED = re.compile(r"^# Dimulai dari (\d{4}):", re.MULTILINE)
BREAKS = re.compile(r"^putus:[^\n]*\n(?:[ \t]+[^\n]*\n|[ \t]*\n)*", re.MULTILINE)
ENTRY_YEAR = re.compile(r"(?<=[{,] )tahun: (\d{4})\b|(?<=\{)tahun: (\d{4})\b")
LAW = re.compile(
    r"\b(?:nomor|no|uu|pp|se|per(?:aturan|pres|ppu|da|bup|wali|wal|gub|men\w*)|inpres"
    r"|kep(?:utusan|pres|men\w*))\b[^,;\d]{0,60}\d+\w*\s+tahun\s+\d{4}"
    r"|(?<!\d)\d+(?:/[\w.-]+)*/\d{4}",
    re.IGNORECASE,
)
"""The name of a law, which a plain "sasaran 1 tahun 2020" is not."""
YEAR = re.compile(r"(?<![\w./-])(?:19|20)\d{2}(?![\w/-])")
OWN = re.compile(r"^(?:tahun|tanggal_data|dokumen):")
CODE = re.compile(r"^\w+(?=,)")
"""What names a row of a table: "realisasi_2020" speaks of its year too."""
BACK = 5
"""So many years before the earlier one are looked for too."""


def moved(text: str, dari: int, tahun: int) -> str:
    """laporan.yaml with the years of its entries moved on, and without the old year's breaks."""

    def later(found: re.Match[str]) -> str:
        year = found[1] or found[2]
        return found[0].replace(year, str(int(year) + tahun - dari))

    return ENTRY_YEAR.sub(later, BREAKS.sub("", text))


def begun_like(folder: Path) -> int | None:
    """The year that a folder was begun like, as long as its laporan.yaml says so."""
    path = folder / "laporan.yaml"
    found = STARTED.search(decode(path) if path in files_of(folder) else "")
    return int(found[1]) if found else None


def still_old(folder: Path) -> Iterator[str]:
    """The lines that still speak of the year that the folder was begun like, or of one before."""
    dari = begun_like(folder)
    if dari is None:
        return
    tables = [path for path in files_of(folder) if path.parent == folder and path.suffix == ".csv"]
    for path in (folder / "laporan.yaml", *tables):
        if path.stem.startswith("pernyataan"):  # its sources are of their own years
            continue
        for number, line in enumerate(decode(path).splitlines(), 1):
            words = line if path.suffix == ".yaml" else CODE.sub(_apart, line)
            told = _old(words, dari) if not STARTED.match(line) else []
            if told and not OWN.match(line):
                yield phrase(
                    "{name}:{number}: masih menyebut {told}",
                    name=path.name,
                    number=number,
                    told=", ".join(told),
                )
    yield phrase("sesudah semuanya dibaca, hapus baris '# Dimulai dari' di laporan.yaml")


def _apart(code: re.Match[str]) -> str:
    """The words of a code, as other words are."""
    return code[0].replace("_", " ")


def _old(line: str, dari: int) -> list[str]:
    """The years of a line that are old; the year of a law is its name."""
    years = dict.fromkeys(YEAR.findall(ENTRY_YEAR.sub("", LAW.sub("", line))))
    return [year for year in years if dari - BACK <= int(year) <= dari]
