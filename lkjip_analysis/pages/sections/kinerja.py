"""Achievement: targets, realisasi and capaian, printed beside computed."""

from __future__ import annotations

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages.parts.achievement_sentences import changes, means, performance
from lkjip_analysis.pages.parts.caveats import NOTHING, beside
from lkjip_analysis.pages.parts.sentence import ACHIEVEMENT_PAGE
from lkjip_analysis.pages.sections.shared import Shown, answer
from lkjip_analysis.report.report import Report


def performance_answer(report: Report, verification: Verification | None = None) -> Shown:
    """The year in sentences; with the verification what is open stands beside its figures."""
    seen = beside(verification) if verification else NOTHING
    told = performance(report, seen), changes(report, seen), means(report, seen)
    return answer(*told, here=ACHIEVEMENT_PAGE, apart=True)
