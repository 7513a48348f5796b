"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem


def write_whole(path: Path, content: str | bytes) -> Path:
    """Put a file in place in one step; a reader never meets half of it.

    Raises: InputError where the place cannot be written.
    """
    half = path.with_name(f".{path.name}.{os.getpid()}")
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        found = f"a place that cannot be written ({error.strerror})"
        remedy = "Choose another place, or close the file where it is open."
        raise InputError([Problem(str(path), found, "a writable place", remedy)]) from error
    return path
