"""How spreadsheets saved a folder's tables: what was recognised, told once, stopping nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.csvfile import UTF8, Form
from lkjip_analysis.report.row_codes import lost_zeros

SEPARATORS = {";": "titik koma", "\t": "tab"}
SHOWN = 3


def recognised(saved: Iterable[tuple[str, Form]]) -> tuple[str, ...]:
    """Each other form than UTF-8 with commas, once with all the files that have it."""
    files = grouped((told, file) for file, form in saved if (told := as_told(form)))
    return tuple(f"{', '.join(names)}: {told}." for told, names in files.items())


def as_told(form: Form) -> str:
    """What is unlike our own form, in words; nothing where all is alike.

    >>> as_told(Form("CP-1252", ";", (2, 3), 2))
    'disimpan sebagai CP-1252, bukan UTF-8; dipisahkan titik koma; tiap baris berakhir sel kosong'
    """
    parts = []
    if form.encoding != UTF8:
        usual = "" if form.encoding.startswith(UTF8) else phrase(", bukan {utf8}", utf8=UTF8)
        parts.append(
            phrase("disimpan sebagai {encoding}{usual}", encoding=form.encoding, usual=usual)
        )
    if form.separator in SEPARATORS:
        parts.append(
            phrase("dipisahkan {separators}", separators=phrase(phrase(SEPARATORS[form.separator])))
        )
    if form.longer and len(form.longer) == form.rows:
        parts.append(phrase("tiap baris berakhir sel kosong"))
    return "; ".join(parts)


def shifted(file: str, form: Form) -> Iterator[str]:
    """A blank cell too many in some rows only: a separator too many may have shifted them."""
    if 0 < len(form.longer) < form.rows:
        yield (
            phrase(
                "{name}: baris {some} punya sel kosong lebih daripada kepala tabelnya; "
                "pastikan tidak ada sel yang bergeser, lalu hapus pemisah di ujungnya.",
                name=file,
                some=some(form.longer),
            )
        )


def cut_codes(file: str, keys: Iterable[str]) -> Iterator[str]:
    """A code that lost the zero at its end when a spreadsheet took it for a number."""
    for short, whole in lost_zeros(keys):
        yield phrase(
            '{name}: kode "{short}": bila tercetak {whole}, nolnya hilang di lembar kerja.',
            name=file,
            short=short,
            whole=whole,
        )


def some(items: Sequence[object]) -> str:
    """
    >>> some([2, 5, 6, 7, 9])
    '2, 5, 6 dan 2 lainnya'
    """
    more = len(items) - SHOWN
    rest = phrase(" dan {more} lainnya", more=more) if more > 0 else ""
    return f"{', '.join(map(str, items[:SHOWN]))}{rest}"
