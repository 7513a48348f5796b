"""A proposal without the names and numbers of officials: none of them goes into generated data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedTable

NAME, NUMBER = "[nama pejabat]", "[NIP]"
_WORD = r"[A-Z][\w'’.-]+"
BEFORE = r"(?:(?:Prof|Dr|dr|drg|drh|Drs?|Dra|Ir|H|Hj|R|K\.?H|Rd)\.\s*)"
AFTER = (
    r"(?:,\s*(?:S|M|A|D)\.\s?(?:[A-Z][A-Za-z]{0,4})(?:\.[A-Z][A-Za-z]{0,4})*\.?"
    r"|,\s*(?:SE|SH|SS|ST|STP|STr|SKM|SSi|SSTP?|SAP|SAg|SHut|SPi|SPt|SPsi|SFarm|SKep|SKed|"
    r"MM|MT|MH|MAP|MBA|MSc|MSi|MAg|MKes|MKom|MPd|MPH|MEng|AMd|SSos|SIP|SPd|SKom|Apt|Ph\.?D)"
    r"\b\.?)"
)
"""Degrees, as they stand before and behind a name."""
NAMES = re.compile(
    rf"{BEFORE}+{_WORD}(?:\s+{_WORD}){{0,4}}(?:{AFTER})*"
    rf"|(?<![^\W\d]){_WORD}(?:\s+{_WORD}){{0,4}}(?:{AFTER})+"
)
NIP = re.compile(
    r"(?i)\bNIP\b[.:\s]*[\d\s.-]{8,}|\b(?:19|20)\d{6}[ .]?(?:19|20)\d{4}[ .]?\d[ .]?\d{3}\b"
)
COLUMN = re.compile(r"(?i)\bnip\b|\bnama\s+(?:lengkap|pejabat|pegawai|pns|asn)\b|^nama\s*/\s*nip")


def discreet(proposal: Proposal) -> Proposal:
    """The proposal with what names a person left out of tables, sentences and what is passed."""
    tables = tuple(map(_table, proposal.tables))
    claims = tuple(
        replace(claim, sentence=without_names(claim.sentence), tentang=without_names(claim.tentang))
        for claim in proposal.claims
        if not NIP.search(claim.sentence)
    )
    left = tuple(
        replace(one, sentence=without_names(one.sentence))
        for one in proposal.left_out
        if not NIP.search(one.sentence)
    )
    return replace(proposal, tables=tables, claims=claims, left_out=left)


def without_names(text: str) -> str:
    """
    >>> without_names("oleh Drs. H. Budi Contoh, M.Si. pada 2021, NIP. 19700101 199503 1 001")
    'oleh [nama pejabat] pada 2021, [NIP]'
    >>> without_names("di Jawa Barat, METR Studi Angkutan, DAK Pasar, SMP Negeri, dan Ani Uji, MSi")
    'di Jawa Barat, METR Studi Angkutan, DAK Pasar, SMP Negeri, dan [nama pejabat]'
    """
    return NAMES.sub(NAME, NIP.sub(NUMBER, text))


def _table(table: ProposedTable) -> ProposedTable:
    """A table without names; a column that holds nothing else has none left."""
    personal = {i for i, head in enumerate(table.heads) if COLUMN.search(head)}
    key = table.columns.index(table.kind.kunci)
    rows = tuple(
        tuple(_cell(text, i in personal and i != key) for i, text in enumerate(row))
        for row in table.rows
    )
    left = tuple(tuple(map(without_names, row)) for row in table.left_rows)
    return replace(table, rows=rows, left_rows=left, title=without_names(table.title))


def _cell(text: str, personal: bool) -> str:
    told: Mapping[bool, str] = {True: NAME if text else "", False: without_names(text)}
    return told[personal]
