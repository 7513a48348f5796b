"""Do the parts of the filled-in form fit together? What cannot be right is refused here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lkjip_analysis.errors import InputError, nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.next_year.filled_form import Isian, Reading, Row, read
from lkjip_analysis.output.next_year.form import SETTINGS_SHEET
from lkjip_analysis.report.row_names import is_total_name

MOST_DECIMALS = 4


def filled(path: Path) -> Isian:
    """The form at `path`, whole. Raises: InputError with every mistake of the workbook."""
    reading, isian = read(path)
    if not reading.problems:
        _check(reading, isian.settings, isian.sheets)
    if reading.problems:
        raise InputError(reading.problems)
    return isian


def _check(reading: Reading, settings: Row, sheets: Mapping[str, Sequence[Row]]) -> None:
    """Note every mistake that only several cells together show."""
    _settings(reading, settings)
    for name in ("Skala", "Sasaran", "Indikator"):
        if not sheets[name]:
            reading.wrong(name, "no rows", "at least one row", "Fill the sheet in.")
    _scale(reading, sheets["Skala"])
    _once(reading, sheets["Sasaran"], "nomor")
    known = [row["nomor"] for row in sheets["Sasaran"]]
    for name in ("Indikator", "Anggaran"):
        _once(reading, sheets[name], "sasaran", "kode")
        for row in sheets[name]:
            if row["sasaran"] is not None and row["sasaran"] not in known:
                found = phrase('the sasaran "{sasaran}"', sasaran=row["sasaran"])
                remedy = nearest(row["sasaran"], known)
                reading.wrong(row["sel"]["sasaran"], found, ", ".join(known), remedy)
    for row in sheets["Sasaran"]:
        if row["nomor"] not in [r["sasaran"] for r in sheets["Indikator"]]:
            found = phrase("sasaran {nomor} without an indicator", nomor=row["nomor"])
            remedy = "Add its indicator on the sheet Indikator, or take the sasaran out."
            reading.wrong(row["sel"]["nomor"], found, "at least one indicator", remedy)
    for row in sheets["Indikator"]:
        _indicator(reading, row)
    for row in sheets["Anggaran"]:
        if row["kode"] == "jumlah" or is_total_name(str(row["program"])):
            remedy = "Leave the total row out; it is computed. Else choose another code."
            told = f'"{row["kode"]}", "{row["program"]}"'
            reading.wrong(row["sel"]["kode"], told, "a code of a programme", remedy)
        _within(reading, row["sel"]["realisasi"], row["realisasi"], row["pagu"])


def _settings(reading: Reading, settings: Row) -> None:
    for name in ("tahun", "tahun_renstra"):
        year = settings[name]
        if year is not None and (year.denominator != 1 or not 1990 <= year <= 2099):
            found, allowed = f"{name}: {number(year)}", "a year such as 2025"
            reading.wrong(SETTINGS_SHEET, found, allowed, "Write the year with four digits.")
    for name in ("capaian_maksimum", "capaian_minimum", "target_nol"):
        if settings[name] is not None and settings[name] < 0:
            found = f"{name}: {number(settings[name])}"
            reading.wrong(SETTINGS_SHEET, found, "a percentage from 0", "Correct it.")
    if (settings["pagu_lalu"] is None) != (settings["realisasi_lalu"] is None):
        found, allowed = "only one of last year's pagu and realisasi", "both or none"
        reading.wrong(SETTINGS_SHEET, found, allowed, "Fill in the other one.")
    elif settings["pagu_lalu"] is not None:
        _within(reading, SETTINGS_SHEET, settings["realisasi_lalu"], settings["pagu_lalu"])


def _scale(reading: Reading, rows: Sequence[Row]) -> None:
    """Bands from the highest down, each with its lower edge: such a scale has no hole."""
    _once(reading, rows, "kategori")
    edges = [row["bawah"] for row in rows]
    for row, edge, above in zip(rows, edges, [None, *edges], strict=False):
        last = row is rows[-1]
        if last and edge is not None:
            remedy = "Leave the lowest category without a lower edge."
            reading.wrong(row["sel"]["bawah"], number(edge), phrase("nothing"), remedy)
        elif not last and edge is None:
            remedy = "Only the lowest category, in the last row, has none."
            reading.wrong(
                row["sel"]["bawah"], phrase("nothing"), "the lower edge in percent", remedy
            )
        elif edge is not None and above is not None and edge >= above:
            allowed = phrase("less than {above}, the edge of the row above", above=number(above))
            reading.wrong(row["sel"]["bawah"], number(edge), allowed, "Sort from the highest down.")


def _once(reading: Reading, rows: Sequence[Row], *names: str) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        key = tuple(str(row[name] or "").casefold() for name in names)
        place = row["sel"][names[-1]]
        if key in seen:
            found = phrase('"{row}" as in {seen}', row=row[names[-1]], seen=seen[key])
            reading.wrong(place, found, "each once", "Give the rows different ones.")
        seen.setdefault(key, place)


def _indicator(reading: Reading, row: Row) -> None:
    if row["arah"] == "naik" and row["rumus"] not in (None, "R/T"):
        allowed = "R/T, or blank"
        reading.wrong(
            row["sel"]["rumus"],
            phrase("{rumus} with arah naik", rumus=row["rumus"]),
            allowed,
            "Correct arah or rumus.",
        )
    if row["desimal"] == "0" and isinstance(row["realisasi"], Fraction) and row["realisasi"] % 1:
        found = phrase("{realisasi} with 0 decimals", realisasi=number(row["realisasi"]))
        remedy = "Choose more decimals, or write the whole number."
        reading.wrong(row["sel"]["realisasi"], found, "a whole number", remedy)
    for name in ("target", "target_renstra"):
        value = row[name]
        if isinstance(value, Fraction) and (value < 0 or value * 10**MOST_DECIMALS % 1):
            remedy = "A target is promised to the digit: write it as it was signed."
            allowed = phrase(
                "at least 0, with at most {most_decimals} decimals", most_decimals=MOST_DECIMALS
            )
            reading.wrong(row["sel"][name], number(value), allowed, remedy)
    _bounds(reading, row)


def _bounds(reading: Reading, row: Row) -> None:
    for name in ("maksimum", "minimum"):
        if row[name] is not None and (row[name] < 0 or (name == "maksimum" and not row[name])):
            reading.wrong(row["sel"][name], number(row[name]), "a percentage from 0", "Correct it.")
    if None not in (row["maksimum"], row["minimum"]) and row["minimum"] > row["maksimum"]:
        allowed = phrase("at most {most}", most=number(row["maksimum"]))
        remedy = "Correct the lowest or the highest capaian."
        reading.wrong(row["sel"]["minimum"], number(row["minimum"]), allowed, remedy)


def _within(reading: Reading, place: str, realisasi: Fraction, pagu: Fraction) -> None:
    if realisasi is not None and pagu is not None and realisasi > pagu:
        found = phrase(
            "realisasi {realisasi} above pagu {pagu}",
            realisasi=number(realisasi),
            pagu=number(pagu),
        )
        remedy = "Correct one of them, or write the pagu after its last revision."
        reading.wrong(place, found, "at most the pagu", remedy)
