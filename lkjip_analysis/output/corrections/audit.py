"""Every agency of one year, read and verified for the auditor's working paper."""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.output.corrections.audit_columns import read_earlier
from lkjip_analysis.output.corrections.audit_paper import Reviewed, working_paper
from lkjip_analysis.report.reports_at_hand import available, none_at_hand, raw_folder


def review(
    tahun: int, data: Path | None = None, sejak: Path | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The working paper of a year, and the problems of agencies that could not be read.

    One unreadable agency does not keep the others from being reviewed; it is listed as such.

    Raises: InputError where no agency has that year, or the earlier paper is none.
    """
    agencies = available(data)
    names = [instansi for instansi, years in agencies.items() if tahun in years]
    if not names:
        years = sorted({year for found in agencies.values() for year in found})
        if not years:
            raise none_at_hand(data)
        allowed = ", ".join(map(str, years))
        found, remedy = phrase("no report of {tahun}", tahun=tahun), "Choose one of these years."
        raise wrong_input(str(raw_folder(data)), found, allowed, remedy)
    earlier = read_earlier(sejak) if sejak else {}
    reviewed = [_reviewed(name, tahun, data) for name in names]
    unread = tuple(f"{a.instansi}: {a.unreadable}" for a in reviewed if a.unreadable)
    return working_paper(tahun, reviewed, earlier), unread


def _reviewed(instansi: str, tahun: int, data: Path | None) -> Reviewed:
    try:
        return Reviewed(instansi, verified(instansi, tahun, data))
    except InputError as error:
        return Reviewed(instansi, None, str(error))
