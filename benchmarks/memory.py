"""How much memory a process has held at most, as Linux tells it.

Not `resource.getrusage`: its `ru_maxrss` goes over from a parent to the program a child
starts, so that a small child of a large process would be called large.
"""

from __future__ import annotations

from pathlib import Path


def peak_memory(process: int | str = "self") -> int:
    """The most memory a process has held so far, KiB; 0 where it has ended or nothing tells it."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
