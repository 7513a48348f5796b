"""A plan told with years that do not hold the year of the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import run

TABLE = """Tabel 3.1 Capaian indikator tahun 2023

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Panti yang dibina | panti | 83 | 75 | 90,36 |
| 2 | Keluarga penerima manfaat | keluarga | 8.120 | 8.006 | 98,60 |
"""
KNOWN = "Renstra Dinas Sosial Tahun 2021-2026 memuat empat sasaran."
SLIP = "Menurut Rencana Strategis dinas tahun {}, empat sasaran harus dicapai pada tahun 2023."


def told(base: Path, *lines: str) -> bool:
    head = ("LAPORAN KINERJA DINAS SOSIAL KABUPATEN CONTOH TAHUN 2023", "BAB III AKUNTABILITAS")
    path = base / "laporan.md"
    path.write_text("\n\n".join([*head, *lines, TABLE]), encoding="utf-8")
    return "Masa rencana" in run("periksa", path, "-o", base / "hasil", "--json", "-")[1]


@pytest.mark.parametrize("period", ["2016-2021", "2016 – 2021", "2016 s.d. 2021"])
def test_a_plan_that_had_ended_is_told(tmp_path: Path, period: str) -> None:
    assert told(tmp_path, KNOWN, SLIP.format(period))


def test_another_plan_in_force_beside_it_excuses_no_plan_that_had_ended(tmp_path: Path) -> None:
    slip = "Sasaran tahun 2023 diambil dari Renstra 2016-2021 yang mengacu RPJMD 2021-2026."
    assert told(tmp_path, KNOWN, slip)


def test_what_lasts_is_no_plan_before(tmp_path: Path) -> None:
    """ "Berkelanjutan" and "selama" do not say that the plan of these years had ended."""
    slip = SLIP.format("2016-2019").replace("harus", "yang berkelanjutan selama ini harus")
    assert told(tmp_path, KNOWN, slip)
    assert not told(tmp_path, KNOWN, slip.replace("Menurut", "Melanjutkan"))


@pytest.mark.parametrize("lines", [
    (KNOWN, SLIP.format("2021-2026")),  # the sound twin
    (SLIP.format("2016-2021"),),  # no other period is printed: it may be the plan in force
    # Of the plan before in its own years, or beside the one in force.
    (KNOWN, "Renstra Dinas Sosial tahun 2016-2021 memuat lima sasaran."),
    (KNOWN, "Berbeda dari Renstra sebelumnya tahun 2016-2021, sasaran tahun 2023 ada empat."),
    (KNOWN, SLIP.format("2016-2021").replace("harus", "dilanjutkan dan harus")),
    (KNOWN, "Capaian tahun 2023 disandingkan dengan Renstra 2017-2021 dan Renstra 2021-2026."),
    (KNOWN, "Capaian tahun 2023 menurut sasaran Renstra 2017-2021 dan 2021-2026."),
    (KNOWN, "Indikator tahun 2023 berbeda karena 2021 ialah akhir dari Renstra 2016-2021."),
    # Another plan, of which nothing else is printed; a span that is longer than a plan.
    (KNOWN, "RPJMD Kabupaten tahun 2016-2021 menjadi dasar target tahun 2023."),
    (KNOWN, "Renstra mengikuti RPJP tahun 2005-2020 sampai tahun 2023."),
])  # fmt: skip
def test_plans_that_may_be_meant_are_left_alone(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert not told(tmp_path, *lines)
