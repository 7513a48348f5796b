"""What of a page or workbook in English is still Indonesian: words of ours, not of its report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from openpyxl import Workbook
from texts import PACKAGE

OURS = re.compile(
    r"\b(yang|tidak|belum|sebelum|sudah|menurut|dihitung|tercetak|seharusnya|terbukti|temuan|"
    r"halaman|mencapai|koreksi|simpulan|pemeriksaan|diuji|sebaiknya|lainnya|serapan|rata-rata|"
    r"lembar|angka|kolom|baris|tertulis|tulis|diisi|ganti|cocokkan|kunci|nomor|tanggal|terbuka|"
    r"naik|turun|kosong|bila|dengan|dari|adalah|atau|terima|tolak|ya|jenis|letak)\b"
)
"""Words of ours: where the report prints one itself, the sentence stands in its files."""


def letters(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text)).casefold()


def parts(text: str) -> list[str]:
    """What stands between the signs of a text, as letters only."""
    pieces = re.split(r"[:;,()“”\".»«\n]| [-–] |\b(?:It )?prints\b", unescape(text))
    return [letters(piece) for piece in pieces]


def left_in_indonesian(texts: Iterable[str], *folders: Path) -> set[str]:
    """The Indonesian pieces that stand neither in files of these folders nor in a table type."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    files += sorted((PACKAGE / "schemas").glob("*.yaml"))
    printed = letters(" ".join(path.read_text("utf-8") for path in files))
    said = [text for text in texts if not re.fullmatch(r"\S*[._]\S*", text)]  # no codes of findings
    said = [re.sub(r"\b\w+\.(csv|json|yaml)\b", "", text) for text in said]
    pieces = {part for text in said for part in parts(text) if OURS.search(part)}
    return {piece for piece in pieces if piece not in printed}


def shown_texts(page: str) -> set[str]:
    """The texts that a page shows and reads aloud, one line each."""
    bare = re.sub(r"<(style|script|code)\b.*?</\1>", "", page, flags=re.DOTALL)
    spoken = re.findall(r'(?:aria-label|title|alt|data-judul)="([^"]*)"', bare)
    return {" ".join(text.split()) for text in (*re.findall(r">([^<]+)<", bare), *spoken)}


def workbook_texts(book: Workbook) -> Iterator[str]:
    """All that a workbook shows: sheets, cells, comments, footers, lists to choose from."""
    for sheet in book.worksheets:
        yield sheet.title
        yield str(sheet.oddFooter.right.text or "")
        for rule in sheet.data_validations.dataValidation:
            yield from (str(rule.formula1), rule.errorTitle or "", rule.error or "")
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            yield from ([cell.value] if isinstance(cell.value, str) else [])
            yield from ([cell.comment.text] if cell.comment else [])
