"""Reports of other agencies, as data only: what agrees is silent, what disagrees is found.

Sources: LKj Provinsi Lampung 2015 (infant mortality), LKjIP Kabupaten Wonogiri 2020 (water, Theil,
cooperatives, IPG), LKjIP Inspektorat Kabupaten Sampang 2019 (n/a rows), staff of Kecamatan
Payakumbuh Selatan 2023, interim report of PPPOMN 2021 (budget), LAKIP Pengadilan Agama Kangean
2011, and one made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import OTHERS

from lkjip_analysis.building.one_report import build
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.pages.parts.front_verdict import in_one_sentence, label
from lkjip_analysis.pages.parts.sentence import text
from lkjip_analysis.pages.sections import within_rounding
from lkjip_analysis.report.loading import load


@pytest.mark.parametrize(
    ("instansi", "tahun", "figures", "watched", "wrong", "holes", "suspicions"),
    [
        # The bands of both scales leave gaps of one: 50-51, 65-66, 75-76, 90-91.
        # Its rate is per 1.000 births, and for 2019 per 100.000.
        ("provinsi-lampung", 2015, 5, 5, [], 4, ["klaim.satuan_2019"]),
        # 1 of 153 cooperatives is 0,65 %, not 0,05 %.
        ("kabupaten-wonogiri", 2020, 34, 33, ["klaim.target_laju"], 0, []),
        ("inspektorat-sampang", 2019, 1, 0, [], 4, []),
        # Made up: less is better by two formulas (one reckoned the wrong way round), 0 of 0, n/a, a
        # programme that is not printed, five bands.
        (
            "dinas-kesehatan-rekaan",
            2023,
            37,
            28,
            [
                "capaian.capaian[1.stunting]",
                "klaim.semua_tercapai",
                "anggaran.jumlah.pagu",
                "anggaran.jumlah.realisasi",
            ],
            0,
            [],
        ),
    ],
)
def test_a_report_of_another_agency_is_verified_without_new_code(
    instansi: str,
    tahun: int,
    figures: int,
    watched: int,
    wrong: list[str],
    holes: int,
    suspicions: list[str],
) -> None:
    found = verify(load(instansi, tahun, OTHERS))
    assert [finding.id for finding in found.findings if finding.is_wrong] == wrong
    others = [finding.id for finding in found.findings if not finding.is_wrong]
    assert [name for name in others if not name.startswith("skala.capaian.")] == suspicions
    assert len(others) == holes + len(suspicions)
    told = found.coverage.as_json()
    assert (told["figures"], told["watched"]) == (figures, watched)


@pytest.mark.parametrize(
    ("instansi", "tahun", "wrong", "others"),
    [
        # 17 and 19 are 36, not 39; 6 of 13 is 46 %; 12 and 15 are 27; 17 men here and 18 there.
        # Cut off, not rounded: 53,85 as 53 and 52,78 as 52.
        (
            "kecamatan-payakumbuh-selatan",
            2023,
            ["umur.bagian_l[50]", "laporan.umur_lp", "umur.bagian_l[jumlah]"],
            ["umur-50-bagian_p-pembulatan", "umur-jumlah-bagian_p-pembulatan"],
        ),
        # Sound; one percentage is written with a point.
        ("pusat-pengujian-obat", 2021, [], ["klaim-serapan-nilai-gaya"]),
        # 97 of 90 is 107,78 %, printed 107: both are rounded to whole percents.
        ("pengadilan-agama-kangean", 2011, [], []),
    ],
)
def test_tables_of_public_pages_are_silent_where_they_are_sound(
    instansi: str, tahun: int, wrong: list[str], others: list[str]
) -> None:
    found = verify(load(instansi, tahun, OTHERS / "umum")).findings
    assert [finding.id for finding in found if finding.is_wrong] == wrong
    assert [finding.id for finding in found if not finding.is_wrong] == others
    assert not [finding for finding in found if finding.verdict == "terbukti"]


@pytest.mark.parametrize("agency", [("inspektorat-sampang", 2019), ("provinsi-lampung", 2015)])
def test_a_report_without_budget_or_data_is_still_built(
    agency: tuple[str, int], tmp_path: Path
) -> None:
    copy = tmp_path / "data" / "raw" / agency[0] / str(agency[1])
    copy.mkdir(parents=True)
    for path in (OTHERS / "raw" / agency[0] / str(agency[1])).glob("*.*"):
        (copy / path.name).write_bytes(path.read_bytes())
    built = build(*agency, data=tmp_path / "data", reports=tmp_path / "reports")
    assert [page.failure for page in built.failed] == []
    assert not (built.index.parent / "04_anggaran.html").exists()
    index = built.index.read_text("utf-8")
    # Neither has cooperatives, exports or a budget, and neither is told so.
    assert not [word for word in ("Koperasi", "Ekspor", "Anggaran") if word in index]
    for page in built.index.parent.glob("*.html"):
        assert "tidak ada dalam laporan ini" not in page.read_text("utf-8"), page.name


def test_what_rounding_explains_is_said_and_no_finding() -> None:
    """79,9 of 80 is 99,88 and printed 99,8; 97 of 90 is 107,78 and printed 107, where 96,5 of 90
    were 107,2: both are cut off. 100 of 95 is 105,26, whose usual print is the 105 there."""
    court = verify(load("pengadilan-agama-kangean", 2011, OTHERS / "umum"))
    (told,) = within_rounding(court.report, court).rows
    assert told.partition(": ")[2] == (
        "Penyelesaian perkara 99,8 (dihitung 99,88; dipotong, bukan dibulatkan); Minutasi berkas "
        "perkara 107 (dihitung 107,78; dipotong, bukan dibulatkan)."
    )
    # What a finding tells is not told here once more: 89,88 is 89,89 cut off.
    blora = verify(load("dindagkop-ukm-blora", 2021))
    assert "89,88" not in within_rounding(blora.report, blora).html


def test_what_agrees_between_tables_is_not_green_before_evidence_is_held_against_it() -> None:
    court = verify(load("pengadilan-agama-kangean", 2011, OTHERS / "umum"))
    assert label(court) == ("Angka saling cocok, 2 target tidak tercapai", "dugaan")
    assert text(in_one_sentence(court)).endswith(
        " Laporan ini belum dicocokkan dengan dokumen bukti."
    )
