"""The pages of a report that no notebook makes, and its processed figures.

They need all that notebooks need, pandas and matplotlib first. Where a server has imported that to
fork kernels, it forks a process for these as well, and who puts the report together imports none
of it. Else, and where that process ends without an answer, they are written here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.building.forking import Forked
from lkjip_analysis.building.kernels import (
    ERRORS,
    Kernels,
    environment,
    private_folder,
    server_that_read,
)
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.language import AS_WRITTEN, report_language, report_spoken
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.parts.pages_only import pages_only

Summary = Mapping[str, Any]
ANSWER = "ringkasan.json"


@dataclass(frozen=True)
class OwnPages:
    """What they are of, where they go, and all pages of the report: the index is the first of
    them, the appendix the last.
    """

    instansi: str
    tahun: int
    data: Path | str | None
    folder: Path
    pages: Sequence[Page]

    def written(self) -> Summary:
        """Write them; the report in a few figures, for who lists many."""
        from lkjip_analysis.output.datapackage.processed import write_processed
        from lkjip_analysis.pages import appendix, index_page, page_frame
        from lkjip_analysis.pages.parts import year_summary
        from lkjip_analysis.pages.sections import table_page

        subject = self.instansi, self.tahun, self.data
        verification = verified(*subject)
        head = page_frame.head_of(verification.report)
        with pages_only():
            bodies = [
                (self.pages[0], index_page.index_body(verification, head, self.pages)),
                (self.pages[-1], appendix.appendix_body(verification, self.pages)),
                *table_page.bodies(verification, self.data),
            ]
            for page, body in bodies:
                page_frame.write_page(self.folder, head, self.pages, page, body)
        told = verification
        if report_language() != AS_WRITTEN:  # what programs read is in one language
            with report_spoken(AS_WRITTEN):
                told = verified(*subject)
        write_processed(told.report, told, self.data, shown=verification)
        return year_summary.key_figures(verification)


@dataclass(frozen=True)
class Making:
    """They on their way, in a process of their own where there is one."""

    asked: OwnPages
    kernels: Kernels
    process: Forked
    answer: Path

    def done(self) -> Summary:
        """Wait for them; where the process has left no answer, write them now.

        Raises: InputError where a folder cannot be written.
        """
        self.process.ended()
        self.kernels.forget(self.process)
        with suppress(OSError, ValueError):
            told: Summary = json.loads(self.answer.read_bytes())
            return told
        return self.asked.written()


@dataclass(frozen=True)
class Made:
    """They as they were written here, while the notebooks run."""

    summary: Summary

    def done(self) -> Summary:
        return self.summary


def begun(asked: OwnPages, kernels: Kernels) -> Making | Made:
    """Have them written by a process forked where all is imported and this very report is read;
    without one they are written here.
    """
    place = kernels.kept_until_stopped(private_folder())
    source, process = server_that_read(asked.instansi, asked.tahun), None
    answer = place / ANSWER
    if source is not None:
        told = environment(asked.data), str(Path.cwd()), place / ERRORS
        process = source.run(answered, (asked, answer), *told)
    if process is None:
        return Made(asked.written())
    kernels.add(process)
    return Making(asked, kernels, process, answer)


def answered(asked: OwnPages, answer: Path) -> None:
    """In the forked process: write them, and what is to be told of them."""
    answer.write_text(json.dumps(asked.written()), encoding="utf-8")
