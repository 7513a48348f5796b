"""`lkjip watch`: the changed findings after each save, in the terminal and on an open page."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.journal import remembered
from lkjip_analysis.commands.one_or_many import one_report
from lkjip_analysis.commands.shared import Data, OneInstansi, OneTahun, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.language import phrase

if TYPE_CHECKING:
    from lkjip_analysis.building.watching import Seen


def watch(
    instansi: OneInstansi = None,
    tahun: OneTahun = None,
    data: Data = None,
    reports: Annotated[
        Path | None,
        typer.Option("--reports", help="Write the page to another folder.", callback=remembered),
    ] = None,
) -> None:
    """Verify again after each save and show which findings are new, changed or gone.

    Open the page it names in a browser: it renews itself. Ctrl-C ends watching.
    """
    from lkjip_analysis.building.report_request import reports_folder
    from lkjip_analysis.building.watching import Seen, looks, write_page

    with problems_shown():
        instansi, tahun = one_report(instansi, tahun, data)
        page = reports_folder(reports) / instansi / f"{tahun}-pantau.html"
        name, last = f"{instansi} {tahun}", Seen(None)
        _end_as_by_ctrl_c()
        try:
            for number, seen in enumerate(looks(instansi, tahun, data)):
                last = seen
                write_page(page, name, seen)
                _show(seen)
                if number == 0:
                    say(phrase("memantau; halaman: {page} (Ctrl-C mengakhiri)", page=page))
        except KeyboardInterrupt:
            pass
        finally:
            if page.is_file():
                write_page(page, name, last, going_on=False)


def _end_as_by_ctrl_c() -> None:
    """A closed terminal ends watching as Ctrl-C does, so that the page says that it ended."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGHUP", "SIGTERM", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and threading.current_thread() is threading.main_thread():
            signal.signal(number, interrupt)


def _show(seen: Seen) -> None:
    from datetime import datetime

    time = datetime.now().strftime("%H.%M.%S")
    if seen.problem:
        say(phrase("{time}  belum dapat dibaca:\n{problem}", time=time, problem=seen.problem))
        return
    for change in seen.changes:
        say(
            phrase(
                "{time}  {kind}: {said}  kode {key}",
                time=time,
                kind=phrase(change.kind),
                said=change.said,
                key=change.key,
            )
        )
    assert seen.verification is not None
    wrong = sum(finding.is_wrong for finding in seen.verification.findings)
    total = len(seen.verification.findings)
    say(
        phrase(
            "{time}  {total} temuan, {wrong} yang membuat laporan salah",
            time=time,
            total=total,
            wrong=wrong,
        )
    )
