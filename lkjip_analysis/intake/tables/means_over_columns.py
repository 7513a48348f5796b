"""A mean whose cell reaches over target, realisation and achievement: it is of the achievements.

Merged over all three, the cell begins under the target, of which it is no mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.figure_like import is_figure_like
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.report.row_names import is_mean_name

RATE = re.compile(r"%|\b(?:persen|persentase|prosentase|presentase|capaian|pencapaian)\b", re.I)
"""What heads a column of achievements."""


def under_achievements(row: Sequence[Slot], heads: Sequence[Sequence[str]]) -> Sequence[Slot]:
    """The row; where it is one of means, each figure that reaches over columns in the only one of
    them whose heading tells achievements."""
    name = next((slot.text for slot in row if slot.text), "")
    if not is_mean_name(name):
        return row
    slots = list(row)
    for place, slot in enumerate(row):
        if slot.reach > 1 and is_figure_like(slot.text):
            over = range(place, min(place + slot.reach, len(heads)))
            rates = [at for at in over if heads[at] and RATE.search(heads[at][-1])]
            if len(rates) == 1:
                slots[place] = Slot("")
                slots[rates[0]] = replace(slot, reach=1)
    return slots
