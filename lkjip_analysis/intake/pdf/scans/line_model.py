"""Cut-out pictures of print read by a model that comes in a package: a voice beside tesseract's.

The set `scan` of the project brings it (the file of the package rapidocr, none of whose programs
is run, and onnxruntime, which runs it here, without a network). Without the set nothing is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

CARRIER, MODEL = "rapidocr", "PP-OCRv6_rec_small.onnx"
HIGH, LEAST_WIDE, MOST_WIDE = 48, 48, 1600
"""The model reads pictures that are so many points high; a wider one is no word."""
AT_ONCE = 8
SURE = 0.6
"""A text of which the model is less sure in one of its signs is not told."""

Voice = Callable[[Sequence[Any]], list[str]]
"""The texts of pictures of print; nothing for one that is not told."""
Values = NDArray[np.float32]


@cache
def carried_voice() -> Voice | None:
    """The model as a voice; none where the set that brings it is not installed."""
    try:
        import onnxruntime

        files = distribution(CARRIER).files or ()
    except (ImportError, PackageNotFoundError):
        return None
    paths = [file.locate() for file in files if file.name == MODEL]
    if not paths:
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(paths[0]), options, providers=["CPUExecutionProvider"]
    )
    signs = ["", *session.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]
    name = session.get_inputs()[0].name

    def told(pictures: Sequence[Any]) -> list[str]:
        return _told(pictures, lambda values: session.run(None, {name: values})[0], signs)

    return told


def _told(
    pictures: Sequence[Any], run: Callable[[Values], Values], signs: Sequence[str]
) -> list[str]:
    """The text of each picture; those of like width are read together."""
    made = [_values(picture) for picture in pictures]
    order = sorted(range(len(made)), key=lambda i: made[i].shape[1])
    texts = [""] * len(made)
    for start in range(0, len(order), AT_ONCE):
        part = order[start : start + AT_ONCE]
        wide = max(LEAST_WIDE, *(made[i].shape[1] for i in part))
        values = np.zeros((len(part), 3, HIGH, wide), dtype=np.float32)
        for row, i in enumerate(part):
            values[row, :, :, : made[i].shape[1]] = made[i]
        for i, chances in zip(part, run(values), strict=True):
            texts[i] = text_of(chances, signs)
    return texts


def _values(picture: Any) -> Values:
    wide = min(max(round(picture.width * HIGH / picture.height), 8), MOST_WIDE)
    small = picture.resize((wide, HIGH), Image.Resampling.BILINEAR)
    values: Values = np.asarray(small, dtype=np.float32) / 127.5 - 1
    return values


def text_of(chances: Values, signs: Sequence[str]) -> str:
    """What the chances of each sign, column by column, spell: a sign counts where it begins, and
    the first of all signs is none."""
    best, sure = chances.argmax(axis=1), chances.max(axis=1)
    begun = np.flatnonzero((best != 0) & (np.diff(best, prepend=0) != 0))
    if any(sure[begun] < SURE):
        return ""
    return "".join(signs[best[i]] for i in begun).strip()
