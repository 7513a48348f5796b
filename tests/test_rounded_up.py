"""A column of rates that was rounded up is sound, in its short figures too."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.checking.verify import verify

# What a, b and c spent of 3.000.000, the percentages printed, and which of them are wrong:
# 1.000.000 are 33,333; 400.000 are 13,333; 450.000 are 15; 4.000 are 0,13333.
COLUMNS = [
    (("1.000.000", "400.000", "4.000"), ("33,34", "13,34", "0,14"), ""),
    (("1.000.000", "400.000", "4.000"), ("33,33", "13,33", "0,13"), ""),
    # two digits may not be one less, nor two more
    (("1.000.000", "400.000", "4.000"), ("33,34", "13,34", "0,12"), "c"),
    (("1.000.000", "400.000", "4.000"), ("33,34", "13,34", "0,15"), "c"),
    # one figure of the column was not rounded up, or only one shows it
    (("1.000.000", "400.000", "4.000"), ("33,34", "13,33", "0,14"), "c"),
    (("1.000.000", "450.000", "4.000"), ("33,34", "15,00", "0,14"), "c"),
    # three short ones show it, two do not: 24.000 are 0,8, 7.000 are 0,2333
    (("10.000", "7.000", "4.000"), ("0,34", "0,24", "0,14"), ""),
    (("10.000", "24.000", "4.000"), ("0,34", "0,80", "0,14"), "ac"),
]


@pytest.mark.parametrize(("spent", "percent", "wrong"), COLUMNS)
def test_a_short_figure_is_rounded_up_where_all_of_its_column_is(
    tmp_path: Path, spent: tuple[str, ...], percent: tuple[str, ...], wrong: str
) -> None:
    rows = "".join(
        f'{key},1,Program {key},3.000.000,{part},"{share}"\n'
        for key, part, share in zip("abc", spent, percent, strict=True)
    )
    table = f"kode,sasaran,program,pagu,realisasi,serapan\n{rows}"
    report = made_up(tmp_path, "tabel:\n  anggaran: {label: Tabel 3.8}\n", {"anggaran": table})

    accused = [one for one in verify(report).findings if one.verdict in ("terbukti", "ambigu")]

    assert [one.rules for one in accused] == [(f"anggaran.serapan[{row}]",) for row in wrong]
