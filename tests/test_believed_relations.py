"""Which relations of a proposed table are believed: each relation of its type for itself."""

from __future__ import annotations

from pathlib import Path

from folders import made_up

from lkjip_analysis.intake.proposal.proposal import Proposal
from lkjip_analysis.output.examined.basis.decisions import Decisions
from lkjip_analysis.output.examined.holding_back.believed_relations import Believed, believed
from lkjip_analysis.rules.binding.rulebook import bind

RANKS = [f"{rank}_{step}" for rank, steps in (("iv", "abc"), ("iii", "abcd"), ("ii", "abcd"))
         for step in steps]  # fmt: skip
DECLARED = "tabel:\n  pegawai: {tipe: pegawai_golongan, label: Tabel 3.1}\n"


def believed_of(base: Path, *rows: str) -> Believed:
    """Of a table of staff whose ranks are not printed, which no relation was found in."""
    ranks = "," + ",".join("n/a" for _ in RANKS)
    lines = [f"kode,status,l,p,jml,{','.join(RANKS)}", *(f"{row}{ranks}" for row in rows)]
    report = made_up(base, DECLARED, {"pegawai": "\n".join(lines) + "\n"})
    proposal = Proposal("", report.instansi, report.tahun, "", "", (), (), (), (), (), {}, ())
    return believed(report, bind(report), proposal, Decisions())


def test_one_figure_that_spoils_a_sum_and_a_total_makes_neither_doubted(tmp_path: Path) -> None:
    """44 + 37 = 81 and 210 + 81 = 291, printed 96: the sum of columns holds in two of three rows,
    the total of rows is tried once."""
    seen = believed_of(tmp_path, "pns,PNS,112,98,210", "pppk,PPPK,44,37,96",
                       "jumlah,Jumlah,156,135,291")  # fmt: skip
    (finding,) = seen.verification.findings
    assert {*finding.rules} == {"pegawai.jumlah.jml", "pegawai.kelamin[pppk]"}
    assert seen.doubted == ()


def test_a_sum_that_fails_in_most_rows_is_given_up_and_the_total_is_not(tmp_path: Path) -> None:
    """110 + 98 is not 210 and 44 + 37 not 96: the columns are no parts of the third, whose rows
    add up to its total all the same."""
    seen = believed_of(tmp_path, "pns,PNS,110,98,210", "pppk,PPPK,44,37,96",
                       "jumlah,Jumlah,154,135,306")  # fmt: skip
    assert seen.verification.findings == ()
    assert [("3 dari 3" in told, "Jumlah" in told) for told in seen.doubted] == [(True, True)]
    kept = {rule.head.name for rule in seen.verification.rules}
    assert "pegawai.jumlah.jml" in kept and "pegawai.kelamin[pns]" not in kept
