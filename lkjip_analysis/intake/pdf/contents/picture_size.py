"""How many points a picture unpacks to, told before it is: a file of 400 KB may open to gigabytes.

What a part says of its size is not believed alone: a JPEG within it tells its own, and the mask of
a small picture may be a large one.
"""

from __future__ import annotations

import io
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

MOST_POINTS = 150_000_000
"""What the pictures of a page may have together to be drawn: A4 at 1.200 to the inch has 139."""
SIZES = (("W", "Width"), ("H", "Height"))


def points_of(picture: Any) -> int:
    """The points of a picture together with those of its masks."""
    masks = (resolve1(picture.attrs.get(name)) for name in ("SMask", "Mask"))
    return sum(map(_points, (picture, *(mask for mask in masks if isinstance(mask, PDFStream)))))


def _points(picture: Any) -> int:
    wide, high = (resolve1(picture.get_any(names)) for names in SIZES)
    told = wide * high if isinstance(wide, int) and isinstance(high, int) else 0
    return max(told, _packed(picture))


def _packed(picture: Any) -> int:
    """The points that a JPEG or JPEG 2000 says it has; none where it does not say."""
    filters = [getattr(name, "name", "") for name, _ in picture.get_filters()]
    if not filters or filters[-1] not in ("DCTDecode", "DCT", "JPXDecode"):
        return 0
    from PIL import Jpeg2KImagePlugin, JpegImagePlugin

    jpeg_2000 = filters[-1] == "JPXDecode"
    read: Any = Jpeg2KImagePlugin.Jpeg2KImageFile if jpeg_2000 else JpegImagePlugin.JpegImageFile
    try:
        with read(io.BytesIO(picture.get_data())) as opened:
            return int(opened.width * opened.height)
    except (SyntaxError, OSError, ValueError, LookupError, TypeError, PSException):
        return 0
