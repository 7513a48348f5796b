"""Answers worked out by others: GRIM, typing slips (Scholtus) and sums in XBRL (Arelle)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.checking.locating.rounding import holds
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Values, printed_values

TYPE = """\
    judul: Uji
    arti: Angka dari contoh yang telah diterbitkan.
    kunci: kode
    kolom:
      kode: {tipe: kunci}
      nilai: {tipe: angka, presisi: bulat}
      cacah: {tipe: angka, presisi: eksak}
    """


def report_of(base: Path, rows: list[str], rules: list[str]) -> Report:
    listed = "".join(f"  - {rule}\n" for rule in rules)
    laporan = f"tabel:\n  uji: {{label: Tabel 1}}\naturan:\n{listed}"
    text = "kode,nilai,cacah\n" + "".join(f"{row}\n" for row in rows)
    return made_up(base, laporan, {"uji": text}, {"uji": TYPE})


def holding(base: Path, rows: list[str], rules: list[str]) -> list[bool]:
    """For each rule, does it hold as printed?"""
    report = report_of(base, rows, rules)
    values = Values(printed_values(report.cells()))
    return [holds(rule, values) for rule in bind(report)]


# Means of n whole answers, to two decimals: n, means that n answers can have, means that they
# cannot. A mean of x answers is a percentage of 100x, so that "5,18" of 28 is 518 % of 28.
GRIM = [
    # The test as it was published: Brown and Heathers, Social Psychological and Personality
    # Science 8 (2017), 363-369, with n = 28 (145, 146 and 147 of 28).
    (28, "518 521 525", "519"),
    # The neighbours of that case, and percentages of 50: expected values of the R package
    # scrutiny (test-grim.R: 5.19 to 5.30 of 28, 6 to 16 % of 50).
    (28, "521 525 529", "519 520 522 523 524 526 527 528 530"),
    (50, "6 8 10 12 14 16", "7 9 11 13 15"),
    # Its data set pigs1 (test-grim-map.R).
    (32, "722", ""),
    (25, "500", "474"),
    (29, "", "523 701"),
    (24, "", "257"),
    (27, "", "677 314"),
    (28, "268", "24"),
    (26, "738", ""),
    (31, "", "689"),
    # The Economist on the paper, "Come again?", 18 June 2016.
    (49, "", "593"),
    # Bauer and Francis (2021), as retold in scrutiny's vignette: 4.71 and 5.3 of two groups.
    (20, "530", "471"),
    (17, "471", ""),
    (23, "530", ""),
    # A tie may have been rounded either way (test-grim-map.R, "up_or_down", n = 40).
    (40, "722 523 257 677 268 738 500", "474 701 314 689 24"),
]


@pytest.mark.parametrize(("whole", "possible", "impossible"), GRIM)
def test_a_mean_that_so_many_answers_cannot_have_is_told(
    tmp_path: Path, whole: int, possible: str, impossible: str
) -> None:
    # A mean of 5,21 answers leaves the same remainder as 0,21: 21 percent of them, and one part of
    # the whole is never more than the whole.
    shares = [str(int(mean) % 100) for mean in (*possible.split(), *impossible.split())]
    rows = [f"n,,{whole}", *(f"a{share},{share}," for share in shares)]
    rules = [
        f'{{nama: r{i}, jenis: k_dari_n, hasil: "uji[a{share}].nilai", penyebut: "uji[n].cacah"}}'
        for i, share in enumerate(shares)
    ]
    expected = [True] * len(possible.split()) + [False] * len(impossible.split())
    assert holding(tmp_path, rows, rules) == expected


# Scholtus, Automatic correction of simple typing errors in numerical data with balance edits,
# Statistics Netherlands 2009, section 4: one record of a business survey and four with errors,
# x1 ... x11 (its figures also in the examples of the R packages deducorrect and deductive).
EDITS = [
    '{nama: e1, jenis: jumlah, hasil: "uji[x03].cacah", '
    'bagian: ["uji[x01].cacah", "uji[x02].cacah"]}',
    '{nama: e2, jenis: sama, hasil: "uji[x04].cacah", sumber: "uji[x02].cacah"}',
    '{nama: e3, jenis: jumlah, hasil: "uji[x08].cacah", '
    'bagian: ["uji[x05].cacah", "uji[x06].cacah", "uji[x07].cacah"]}',
    '{nama: e4, jenis: jumlah, hasil: "uji[x09].cacah", '
    'bagian: ["uji[x03].cacah", "uji[x08].cacah"]}',
    '{nama: e5, jenis: selisih, hasil: "uji[x11].cacah", '
    'dari: "uji[x09].cacah", kurang: "uji[x10].cacah"}',
]
X4, X9 = ("x04", "116", "dua digit tertukar: 61"), ("x09", "1.979", "digit 9 tercetak dua kali")
RECORDS = [
    ("4", "1452 116 1568 116 323 76 12 411 1979 1842 137", set(), set()),
    ("4.1", "1452 116 1568 161 323 76 12 411 1979 1842 137", {X4}, {"e2"}),
    ("4.2", "1452 116 1568 161 323 76 12 411 19979 1842 137", {X4, X9}, {"e2", "e4", "e5"}),
    # x5, x6 and x7 were left out: no slip of the fingers, so e3 stays open.
    ("4.3", "1452 116 1568 161 0 0 0 411 19979 1842 137", {X4, X9}, {"e2", "e3", "e4", "e5"}),
    # x8 was left out, which no slip explains either.
    ("4.4", "1452 116 1568 161 323 76 12 0 19979 1842 137", {X4, X9}, {"e2", "e3", "e4", "e5"}),
]


@pytest.mark.parametrize(
    ("record", "slips", "failing"), [row[1:] for row in RECORDS], ids=[row[0] for row in RECORDS]
)
def test_the_typing_slips_of_a_survey_are_found_among_the_repairs(
    tmp_path: Path, record: str, slips: set[tuple[str, str, str]], failing: set[str]
) -> None:
    rows = [f"x{i:02},,{text}" for i, text in enumerate(record.split(), start=1)]
    findings = verify(report_of(tmp_path, rows, EDITS)).findings

    prints = [new for finding in findings for remedy in finding.remedies for new in remedy.cells]
    named = {(new.cell.address.row, new.text, new.slip) for new in prints if new.slip}
    assert slips <= named
    assert {rule for finding in findings for rule in finding.rules} == {
        f"laporan.{name}" for name in failing
    }
    # Scholtus takes a slip as evidence; here it is only a name, so that nothing is called proven
    # that another single figure could explain as well.
    assert all(finding.verdict != "terbukti" for finding in findings)


# The parts and the total as printed, and whether the sum is consistent by XBRL 2.1 (section
# 5.2.5.2, which compares rounded sums) and by Calculations 1.1 (round to nearest, which compares
# intervals as this project does). Answers of Arelle 2.47.3; the intervals were checked by hand.
SUMS = [
    ("1,5 1,6", "3,1", True, True),
    ("1,5 1,6", "3,0", False, True),  # 3,00..3,20 meets 2,95..3,05
    ("1,5 1,6", "3,2", False, True),
    ("1,5 1,6", "3,3", False, False),  # 3,25..3,35
    ("33,3 33,3 33,3", "100,0", False, True),  # 99,75..100,05 meets 99,95..100,05
    ("33,3 33,3 33,3", "100,1", False, True),  # 100,05 is an end of both
    ("33,3 33,3 33,3", "100,2", False, False),
    ("1,54 1,6", "3,1", True, True),
    ("1,50 1,60", "3,2", False, False),  # 3,09..3,11 and 3,15..3,25
    ("1 1", "3", False, True),  # 1..3 and 2,5..3,5
    ("1 1", "4", False, False),
    ("-1,5 1,5", "0,1", False, True),
    ("-1,5 1,5", "0,2", False, False),
]


def test_a_sum_fails_where_calculations_1_1_finds_it_inconsistent(tmp_path: Path) -> None:
    rows, rules = [], []
    for i, (parts, total, _, _) in enumerate(SUMS):
        rows += [f'c{i}_{j},"{part}",' for j, part in enumerate(parts.split())]
        rows += [f't{i},"{total}",']
        rules.append(
            f'{{nama: r{i}, jenis: jumlah, hasil: "uji[t{i}].nilai", bagian: "uji[c{i}_*].nilai"}}'
        )
    assert holding(tmp_path, rows, rules) == [consistent for *_, consistent in SUMS]


@pytest.mark.parametrize(("mode", "answer"), [("c10", 2), ("c11r", 3)])
def test_arelle_gives_these_answers(tmp_path: Path, mode: str, answer: int) -> None:
    pytest.importorskip("arelle", reason="needs arelle-release")
    command = [sys.executable, "-m", "arelle.CntlrCmdLine", "--workOffline", "--validate"]
    command += ["--disablePersistentConfig", "--calc", mode, "--file", str(_instance(tmp_path))]
    settings = os.environ | {"XDG_CONFIG_HOME": str(tmp_path)}
    ended = subprocess.run(command, capture_output=True, text=True, env=settings, check=True)

    said = ended.stdout + ended.stderr
    assert "validated in" in said and "rror" not in said, said
    told = set(re.findall(r"inconsistent from u:total .* context c(\d+) ", said))
    assert told == {str(i) for i, row in enumerate(SUMS) if not row[answer]}


NAMESPACES = (
    'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:u="urn:uji"'
)
ROLE = "http://www.xbrl.org/2003/role"
CONCEPTS = ("total", "p0", "p1", "p2")


def _instance(folder: Path) -> Path:
    """The sums as an XBRL instance, each in a context of its own, with schema and linkbase."""
    _taxonomy(folder)
    contexts, facts = "", ""
    for i, (parts, total, _, _) in enumerate(SUMS):
        contexts += (
            f'<xbrli:context id="c{i}"><xbrli:entity><xbrli:identifier scheme="urn:uji">x'
            "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2021-12-31"
            "</xbrli:instant></xbrli:period>"
            f"<xbrli:scenario><u:sum>{i}</u:sum></xbrli:scenario></xbrli:context>"
        )
        for name, text in zip(CONCEPTS, (total, *parts.split()), strict=False):
            decimals = len(text.partition(",")[2])
            value = text.replace(",", ".")
            facts += (
                f'<u:{name} contextRef="c{i}" unitRef="n" decimals="{decimals}">{value}</u:{name}>'
            )
    path = folder / "sums.xbrl"
    path.write_text(
        f'<xbrli:xbrl {NAMESPACES}><link:schemaRef xlink:type="simple" xlink:href="sums.xsd"/>'
        f'{contexts}<xbrli:unit id="n"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'
        f"{facts}</xbrli:xbrl>"
    )
    return path


def _taxonomy(folder: Path) -> None:
    """A total and its parts, and that they add up to it."""
    item = 'type="xbrli:decimalItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"'
    elements = "".join(f'<element id="{name}" name="{name}" {item}/>' for name in CONCEPTS)
    (folder / "sums.xsd").write_text(
        f'<schema xmlns="http://www.w3.org/2001/XMLSchema" {NAMESPACES} targetNamespace="urn:uji" '
        'elementFormDefault="qualified"><annotation><appinfo><link:linkbaseRef xlink:type="simple" '
        f'xlink:href="sums.xml" xlink:role="{ROLE}/calculationLinkbaseRef" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></appinfo></annotation>'
        '<import namespace="http://www.xbrl.org/2003/instance" '
        'schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>'
        f'{elements}<element name="sum" type="string"/></schema>'
    )
    places = "".join(
        f'<link:loc xlink:type="locator" xlink:href="sums.xsd#{name}" xlink:label="{name}"/>'
        for name in CONCEPTS
    )
    arcs = "".join(
        '<link:calculationArc xlink:type="arc" xlink:from="total" '
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item" '
        f'xlink:to="{name}" order="{i}" weight="1"/>'
        for i, name in enumerate(CONCEPTS[1:], start=1)
    )
    (folder / "sums.xml").write_text(
        f"<link:linkbase {NAMESPACES}><link:calculationLink "
        f'xlink:type="extended" xlink:role="{ROLE}/link">{places}{arcs}</link:calculationLink>'
        "</link:linkbase>"
    )
