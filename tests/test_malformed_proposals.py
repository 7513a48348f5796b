"""A claim or rule that was proposed and cannot be bound costs only itself, and is named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from proposals import INSTANSI, TAHUN, accepted, csv_of, excel, proposed, verified
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.proposal.proposal import HIGH, Proposal, ProposedClaim, ProposedRule
from lkjip_analysis.intake.usul.accepted import read_accepted
from lkjip_analysis.intake.usul.proposing import proposal_of
from lkjip_analysis.intake.usul.renamed_columns import in_new_names
from lkjip_analysis.output.examined import examining

DOCUMENT = """# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023

Tabel 3.1 Penerima bantuan

| Kecamatan | Laki-laki | Perempuan | Jumlah |
|---|---|---|---|
| Utara | 120 | 131 | 251 |
| Timur | 84 | 90 | 174 |
| Barat | 61 | 70 | 137 |
| Selatan | 33 | 41 | 74 |
| Jumlah | 298 | 332 | 630 |

Penerima bantuan seluruhnya 630 orang.
"""
"""61 + 70 = 131, printed 137; 251 + 174 + 131 + 74 = 630."""


def _examined(
    folder: Path, monkeypatch: pytest.MonkeyPatch, claim: str = "", rule: str = ""
) -> tuple[dict[str, Any], str]:
    """What `periksa` writes of the document to which one claim or rule more was proposed."""

    def proposed(*told: Any) -> Proposal:
        found = proposal_of(*told)
        name = found.tables[0].name
        claims = [ProposedClaim("k_cacat", "BAB III", "1", "bagian laki-laki", "47,30", "angka",
                                aturan="rasio", sel=claim.format(t=name), dasar="tafsir",
                                sebab="uji", sureness=HIGH)] if claim else []  # fmt: skip
        rules = [ProposedRule("cacat", "jumlah", rule.format(t=name), "tafsir", "uji", HIGH)]
        return replace(found, claims=(*found.claims, *claims),
                       rules=(*found.rules, *(rules if rule else ())))  # fmt: skip

    monkeypatch.setattr(examining, "proposal_of", proposed)
    file = folder / "laporan.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    done = CliRunner().invoke(app, ["periksa", str(file), "-o", str(folder / "hasil")])
    assert done.exit_code == 1, done.output
    out = folder / "hasil" / "laporan"
    told = json.loads((out / "temuan.json").read_text(encoding="utf-8"))
    return told, (out / "index.html").read_text(encoding="utf-8")


CLAIMS = {
    "a sum where one cell is asked": "pembilang={t}[utara].laki_laki + {t}[timur].laki_laki; "
    "penyebut={t}[jumlah].laki_laki",
    "no such row": "pembilang={t}[tidak_ada].laki_laki; penyebut={t}[jumlah].laki_laki",
    "no such column": "pembilang={t}[utara].tidak_ada; penyebut={t}[jumlah].laki_laki",
    "no such claim": "pembilang=klaim[tidak_ada].nilai; penyebut={t}[jumlah].laki_laki",
    "no role": "{t}[utara].laki_laki",
    "a role missing": "pembilang={t}[utara].laki_laki",
    "no address": "pembilang=(; penyebut={t}",
}
RULES = {
    "no such column": "bagian={t}[utara].tidak_ada; hasil={t}[jumlah].laki_laki",
    "no such table": "bagian=lain[utara].laki_laki; hasil={t}[jumlah].laki_laki",
    "a role missing": "hasil={t}[jumlah].laki_laki",
}


def _check(told: dict[str, Any], page: str, left_out: str) -> None:
    """The planted error is found with all that tells of it, and what was left out is named."""
    (finding,) = told["findings"]
    assert "137" in [cell["text"] for cell in finding["cells"]]
    assert told["coverage"]["figures"] == told["coverage"]["watched"] == 16
    assert f"{left_out} tidak ikut diperiksa: " in page


@pytest.mark.parametrize("case", CLAIMS)
def test_a_malformed_claim_costs_only_itself(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """15 figures of the table and one sentence are tested, as without the claim."""
    _check(*_examined(tmp_path, monkeypatch, claim=CLAIMS[case]), "Klaim k_cacat")


@pytest.mark.parametrize("case", RULES)
def test_a_malformed_rule_costs_only_itself(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check(*_examined(tmp_path, monkeypatch, rule=RULES[case]), "Aturan cacat")


TWO_YEARS = [
    [
        "No",
        "Program",
        "Pagu (Rp)",
        "Realisasi (Rp)",
        "%",
        "Pagu 2022 (Rp)",
        "Belanja 2022 (Rp)",
        "Sisa 2022 (Rp)",
    ],
    [
        "1",
        "Program Jalan",
        "400.000.000",
        "300.000.000",
        "75,00",
        "300.000.000",
        "250.000.000",
        "50.000.000",
    ],
    [
        "2",
        "Program Air",
        "600.000.000",
        "540.000.000",
        "90,00",
        "550.000.000",
        "500.000.000",
        "50.000.000",
    ],
    [
        "3",
        "Program Taman",
        "500.000.000",
        "400.000.000",
        "80,00",
        "600.000.000",
        "500.000.000",
        "100.000.000",
    ],
    [
        "4",
        "Program Pasar",
        "500.000.000",
        "450.000.000",
        "90,00",
        "250.000.000",
        "200.000.000",
        "50.000.000",
    ],
    [
        "",
        "Jumlah",
        "2.000.000.000",
        "1.690.000.000",
        "84,50",
        "1.700.000.000",
        "1.450.000.000",
        "250.000.000",
    ],
]


def _as_budget(proposal: Path) -> None:
    """What a person does who says that the table is a budget: its type, its columns."""
    book = load_workbook(proposal)
    tables = book["Tabel"]
    heads = {str(cell.value): cell.column for cell in tables[4]}
    assert tables.cell(5, heads["jenis"]).value == "baru"
    tables.cell(5, heads["jenis"], "anggaran")
    sheet = book[str(tables.cell(5, heads["lembar"]).value)]
    names = {"Program": "program", "Pagu (Rp)": "pagu", "Realisasi (Rp)": "realisasi",
             "%": "serapan", "(kunci, dibuat)": "kode"}  # fmt: skip
    for cell in sheet[4][1:]:
        sheet.cell(3, cell.column, names.get(str(cell.value), "(lewati)"))
    for row in range(5, 30):
        if book["Aturan"].cell(row, 3).value:
            book["Aturan"].cell(row, 1, "ya")
    book.save(proposal)


def test_a_new_type_may_be_called_a_known_one(tmp_path: Path) -> None:
    """Its own relations follow the new names of its columns; those of columns left out are told."""
    proposal, _ = proposed(tmp_path, excel(tmp_path, TWO_YEARS, "Anggaran"))
    _as_budget(proposal)
    code, told = accepted(tmp_path, proposal)
    assert code == 0, told
    assert "pagu_2022" in told and "dilewati" in told
    (table,) = (tmp_path / INSTANSI / TAHUN).glob("tabel_*.csv")
    assert csv_of(tmp_path, table.stem)[1].startswith("jalan,Program Jalan,400.000.000")
    code, told = verified(tmp_path)
    assert code == 0 and "15 dari 15 angka teruji" in told, told


def test_two_columns_below_one_heading_keep_their_names(tmp_path: Path) -> None:
    """Nobody renamed "no" and "ruas", which stand below one "Ruas"; nor does a relation of one
    become one of the other."""
    rows = [("Ruas", None, "Baik (km)", "Rusak (km)", "Panjang (km)"),
            ("1.", "Jalan lingkar utara", 12, 8, 20), ("2.", "Jalan kota selatan", 7, 4, 11),
            ("3.", "Jalan desa barat", 5, 9, 14)]  # fmt: skip
    proposal, _ = proposed(tmp_path, excel(tmp_path, rows, "Jalan", merges=("A1:B1",)))
    book = load_workbook(proposal)
    book["Tabel"].cell(5, 1, "ya")
    book.save(proposal)
    told = read_accepted(proposal)
    (sheet,) = told.tables
    assert len(set(sheet.heads)) < len(sheet.heads)
    assert in_new_names(told) is told


def test_a_relation_that_cannot_be_followed_is_told_by_its_row(tmp_path: Path) -> None:
    proposal, _ = proposed(tmp_path, excel(tmp_path, TWO_YEARS, "Anggaran"))
    _as_budget(proposal)
    book = load_workbook(proposal)
    rules = book["Aturan"]
    row = next(r for r in range(5, 30) if "[jumlah].pagu;" in str(rules.cell(r, 5).value))
    wrong = str(rules.cell(row, 5).value).replace("[jumlah]", "[semua]")
    rules.cell(row, 5, wrong)
    book.save(proposal)
    code, told = accepted(tmp_path, proposal)
    assert code == 2 and f"usulan.xlsx, Aturan!E{row}" in told and "laporan.yaml" not in told, told
