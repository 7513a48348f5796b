"""Parts of a PDF unpacked with a bound, however their packing is named, nested or broken.

pdfminer unpacks whatever it is given to whatever it opens to, and keeps it. Its ways to unpack are
replaced by ones that stop: a part of a kilobyte may open to gigabytes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

from pdfminer import cmapdb, pdffont, pdftypes
from pdfminer.ascii85 import ascii85decode
from pdfminer.lzw import LZWDecoder

from lkjip_analysis.language import phrase

MAX_OPENED = 150_000_000
"""The most bytes that one packed part may open to."""
MAX_TOGETHER = 400_000_000
"""The most that the parts of one document may open to; they are kept while it is read."""
MAX_CODES = 2_000_000
"""The most letters that the fonts of one document may name."""
MAX_ROW_BYTES, MAX_ROWS = 20_000_000, 1_000_000
"""The most of a part whose rows are told by their differences, which are undone one by one."""
MAX_IN_LETTERS = 20_000_000
"""The most of a part that is written in letters (ASCII85)."""
LONGEST_WAY = 100
BLOCK = 65_536


class TooBig(ValueError):
    """What unpacks to more than a report holds, in words."""


class _Budget:
    """How much of the document at hand has been unpacked."""

    together = 0
    codes = 0


def begin() -> None:
    """A document is begun: nothing of it has been unpacked."""
    _Budget.together = _Budget.codes = 0


def _counted(data: bytes) -> bytes:
    _Budget.together += len(data)
    if len(data) > MAX_OPENED:
        raise TooBig(
            phrase("a part that opens to more than {max_opened:,} bytes", max_opened=MAX_OPENED)
        )
    if _Budget.together > MAX_TOGETHER:
        raise TooBig(
            phrase("parts that open to more than {max_together:,} bytes", max_together=MAX_TOGETHER)
        )
    return data


def _inflated(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    opened = _counted(unpacker.decompress(data, MAX_OPENED + 1))
    if not unpacker.eof:
        raise zlib.error("incomplete or truncated stream")
    return opened


def _salvaged(data: bytes) -> bytes:
    """What opens of a broken part. Raises: zlib.error where it breaks before its checksum."""
    unpacker, found, size = zlib.decompressobj(), list[bytes](), 0
    for start in range(0, len(data), BLOCK):
        try:
            found.append(unpacker.decompress(data[start : start + BLOCK], MAX_OPENED + 1 - size))
        except zlib.error:
            if start + BLOCK < len(data) or not found:
                raise
            break
        size += len(found[-1])
        if size > MAX_OPENED:
            break
    return _counted(b"".join(found))


def _of_lzw(data: bytes) -> bytes:
    found, size = list[bytes](), 0
    for piece in LZWDecoder(io.BytesIO(data)).run():
        found.append(piece)
        size += len(piece)
        if size > MAX_OPENED:
            break
    return _counted(b"".join(found))


def _of_runs(data: bytes) -> bytes:
    found, size, place = list[bytes](), 0, 0
    while place < len(data) and (length := data[place]) != 128 and size <= MAX_OPENED:
        if length < 128:
            found.append(data[place + 1 : place + 2 + length])
            place += length + 2
        else:
            found.append(data[place + 1 : place + 2] * (257 - length))
            place += 2
        size += len(found[-1])
    return _counted(b"".join(found))


def _of_letters(data: bytes) -> bytes:
    opened = len(data) + 4 * data.count(b"z")
    if opened > MAX_IN_LETTERS:
        raise TooBig(
            phrase("a part that opens to more than {max_opened:,} bytes", max_opened=MAX_IN_LETTERS)
        )
    return ascii85decode(data)


def _undone(undo: Callable[..., bytes]) -> Callable[..., bytes]:
    """The rows of a part out of their differences, as many as there may be."""

    def bounded(*told: Any) -> bytes:
        *_, columns, _bits, data = told
        if len(data) > min(MAX_ROW_BYTES, MAX_ROWS * (max(columns, 0) + 1)):
            raise TooBig(phrase("a part with more than {max_rows:,} rows", max_rows=MAX_ROWS))
        return undo(*told)

    return bounded


def _mapped(add: Callable[..., None]) -> Callable[..., None]:
    """A font's table of letters, counted: one range of it may name thousands of millions."""

    def counted(*told: Any) -> None:
        _Budget.codes += 1
        if _Budget.codes > MAX_CODES:
            raise TooBig(phrase("fonts with more than {max_codes:,} letters", max_codes=MAX_CODES))
        add(*told)

    return counted


def _measured(widths: Callable[[Iterable[object]], Any]) -> Callable[[Iterable[object]], Any]:
    """A font's table of widths, its ranges added up before they are written out."""

    def counted(told: Iterable[object]) -> Any:
        entries = [pdftypes.resolve1(entry) for entry in told]
        run: list[float] = []
        for entry in entries:
            run = [*run, entry] if isinstance(entry, int | float) else []
            if len(run) == 3:
                _Budget.codes += max(int(run[1] - run[0]), 1)
                run = []
        if _Budget.codes > MAX_CODES:
            raise TooBig(phrase("fonts with more than {max_codes:,} letters", max_codes=MAX_CODES))
        return widths(entries)

    return counted


def _followed(resolve: Callable[..., Any]) -> Callable[..., Any]:
    """What a reference stands for, which may be a reference that leads back to itself."""

    def to_its_end(self: Any, default: object = None) -> Any:
        found = resolve(self, default)
        for _ in range(LONGEST_WAY):
            if not isinstance(found, pdftypes.PDFObjRef):
                return found
            found = resolve(found, default)
        raise TooBig("references that lead in a circle")

    return to_its_end


def install() -> None:
    """Let pdfminer unpack by these ways, in this process."""
    bounded: Any = pdftypes
    bounded.zlib = SimpleNamespace(
        decompress=_inflated, decompressobj=zlib.decompressobj, error=zlib.error
    )
    bounded.decompress_corrupted = _salvaged
    bounded.lzwdecode = _of_lzw
    bounded.rldecode = _of_runs
    bounded.ascii85decode = _of_letters
    bounded.apply_png_predictor = _undone(bounded.apply_png_predictor)
    bounded.apply_tiff_predictor = _undone(bounded.apply_tiff_predictor)
    fonts: Any = pdffont
    fonts.get_widths = _measured(pdffont.get_widths)
    bounded.PDFObjRef.resolve = _followed(pdftypes.PDFObjRef.resolve)
    maps: Any = cmapdb
    for kind, name in (("FileCMap", "add_code2cid"), ("FileUnicodeMap", "add_cid2unichr")):
        owner = getattr(maps, kind)
        setattr(owner, name, _mapped(getattr(owner, name)))


install()
