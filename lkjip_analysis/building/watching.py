"""A folder that is being worked on: after each save, which findings are new, gone or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event

from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import InputError
from lkjip_analysis.language import report_spoken, worded
from lkjip_analysis.output.compared.differences import Change, changes
from lkjip_analysis.output.compared.snapshot import said_by
from lkjip_analysis.pages.parts import facsimile, html_parts
from lkjip_analysis.report.reports_at_hand import folder_of
from lkjip_analysis.writing import write_whole

READ = (".csv", ".xlsx", ".yaml", ".yml")
QUIET, LONGEST = 100, 400
"""Milliseconds without a further change after which a save is over, and at most."""
REFRESH = 1
"""Seconds after which an open page asks for itself again."""


@dataclass(frozen=True)
class Seen:
    """What one look at the folder gave: the last that could be read, and what is unreadable now."""

    verification: Verification | None
    changes: tuple[Change, ...] = ()
    problem: str = ""


def looks(
    instansi: str, tahun: int, data: Path | None = None, stop: Event | None = None
) -> Iterator[Seen]:
    """A first look, then one after each save, until Ctrl-C or `stop`.

    Raises: InputError for an unknown agency or year. A file that cannot be read is only told.
    """
    from watchfiles import watch

    folder = folder_of(instansi, tahun, data)
    seen = _look(Seen(None), instansi, tahun, data)
    yield seen
    saves = watch(
        folder.parent,
        watch_filter=lambda change, path: _is_read(Path(path)),
        debounce=LONGEST,
        step=QUIET,
        stop_event=stop,
        raise_interrupt=True,
    )
    for _ in saves:
        seen = _look(seen, instansi, tahun, data)
        yield seen


def _is_read(path: Path) -> bool:
    """Not the files that an editor or Excel keeps beside an open one."""
    return path.suffix.lower() in READ and not path.name.startswith((".", "~$"))


@report_spoken()
def _look(before: Seen, instansi: str, tahun: int, data: Path | None) -> Seen:
    try:
        verification = verified(instansi, tahun, data)
    except (InputError, OSError) as error:
        return replace(before, changes=(), problem=str(error))
    if before.verification is None:
        return Seen(verification)
    return Seen(verification, _changes(before.verification, verification))


def _changes(before: Verification, after: Verification) -> tuple[Change, ...]:
    return changes(said_by(before.findings), said_by(after.findings))


@report_spoken()
def write_page(path: Path, name: str, seen: Seen, going_on: bool = True) -> None:
    """The page of what was seen. While watching goes on, an open one renews itself."""
    time = datetime.now().strftime("%H.%M.%S")
    state = (
        worded("Halaman ini memperbarui diri") if going_on else worded("Pemantauan sudah berhenti")
    )
    found = seen.verification
    html = html_parts.render(
        "pantau.html.j2",
        title=worded("{name}: pantauan", name=name),
        refresh=REFRESH if going_on else None,
        told=worded("Diperiksa pukul {time}. {state}.", time=time, state=state),
        problems=seen.problem.splitlines(),
        changes=[{"kind": change.kind, "message": change.said} for change in seen.changes],
        summary=_piece(html_parts.summary(found) if found else None),
        findings=_piece(html_parts.findings(found) if found else None),
        tables=_piece(facsimile.printed_tables(found) if found else None),
    )
    write_whole(path, html)


def _piece(html: html_parts.Html | None) -> str:
    return html_parts.marked(html.html if html else "")
