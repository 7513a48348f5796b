"""Folders spoiled at random: each must end in a right result, or in a clear message.

    python benchmarks/fuzz.py [--folders 20000] [--seed 2021] [--processes 2]

Each folder is a copy of one under tests/ or data/ with one to three changes: bytes, cells, lines,
columns, entries and rules. It counts as failed when `lkjip verify` ends otherwise than with 0 or 1
and JSON that obeys its schema, or with 2 and a message that says what was found and what is
allowed; when it takes more than 20 seconds or 2 GiB; when a change that means nothing (encoding,
line ends, separators) changes a finding; when a changed figure is not the one in the tidy export;
or when the value of any figure is not what its own digits say.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("LKJIP_BAHASA", "en")  # what is clear is told by English words

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME))

import jsonschema  # noqa: E402
from memory import peak_memory  # noqa: E402
from typer.testing import CliRunner  # noqa: E402

from lkjip_analysis.commands.cli import app  # noqa: E402
from lkjip_analysis.errors import InputError  # noqa: E402
from lkjip_analysis.numbers.printed import SCALE_WORDS  # noqa: E402
from lkjip_analysis.output.datapackage.typed_rows import figures  # noqa: E402
from lkjip_analysis.report.loading import load  # noqa: E402
from lkjip_analysis.report.report import Report  # noqa: E402
from lkjip_analysis.report.yamltext import SCHEMAS  # noqa: E402

BASES = (
    ("tests/contoh", "dinas-contoh", "2022", 20),
    ("tests/laporan_lain", "dinas-kesehatan-rekaan", "2023", 20),
    ("tests/laporan_lain", "kabupaten-wonogiri", "2020", 20),
    ("tests/laporan_lain", "provinsi-lampung", "2015", 8),
    ("tests/laporan_lain", "inspektorat-sampang", "2019", 8),
    ("data", "dindagkop-ukm-blora", "2021", 1),
)
SECONDS, BYTES = 20, 2 * 2**30
NASTY = (
    "", "-", "n/a", "nan", "NaN", "inf", "-inf", "1e9", "0", "0,00", "-5", "5-", "(5)", "(5",
    "1.234", "1,234", "1.2.3", "12.34.567", "556,182,400", "9" * 30, "9" * 5000, "0," + "0" * 40,
    "=SUM(A1:A9)", "#REF!", "@x", "Rp", "Rp Rp 5", "5 juta", "5 %", "%", "½", "٣", "１２", "²",
    "--5",
    "<script>x()</script>", "'; DROP", "../../x", "/etc/passwd", "a[b].c", "[x].y", "\x00",
    "\x1b[1m",
    "\ufeff5", "\u200b5", "5\u00a0000", "\ud7ff", "a" * 3000, '"', '"a', ";", ",", "\t", "*", "?",
    "{}",
    "[]", "&a", "*a", "!!python/object:os.system x", "!x y", "{a: 1", "- -", "a: b: c", "|", ">",
    "~",
    "null", "yes", "2021-13-45", "0x10", "1_000", "%s", "{kolom}", "Sangat Baik", "tercetak",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One spoiled folder: what was done, and what must then be true of it."""

    told: str
    same_findings: bool = False
    figure: tuple[str, str] | None = None


def csv_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.csv"))


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def put(path: Path, rows: list[list[str]], **how: Any) -> None:
    text = io.StringIO()
    csv.writer(text, **{"lineterminator": "\n", **how}).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")


def meaning_nothing(folder: Path, chance: random.Random) -> Case:
    """Another encoding, line end, separator or quoting of one table, or comments in the YAML."""
    path = chance.choice(csv_files(folder))
    rows = rows_of(path)
    text = path.read_text("utf-8")
    ways: dict[str, Callable[[], object]] = {
        "BOM": lambda: path.write_bytes(b"\xef\xbb\xbf" + text.encode()),
        "UTF-16": lambda: path.write_bytes(text.encode("utf-16")),
        "CRLF": lambda: path.write_bytes(text.replace("\n", "\r\n").encode()),
        "quotes": lambda: put(path, rows, quoting=csv.QUOTE_ALL),
        "semicolons": lambda: put(path, rows, delimiter=";"),
        "tabs": lambda: put(path, rows, delimiter="\t"),
        "blank columns": lambda: put(path, [[*row, "", ""] for row in rows]),
        "blank rows": lambda: put(path, [*rows, [""] * len(rows[0]), []]),
        "header case": lambda: put(path, [[f" {n.upper()} " for n in rows[0]], *rows[1:]]),
        "comment": lambda: (folder / "laporan.yaml").open("a").write("\n# catatan\n"),
    }
    name = chance.choice(list(ways))
    ways[name]()
    return Case(f"{name} {path.name}", same_findings=True)


def another_figure(folder: Path, chance: random.Random) -> Case:
    """Another figure, of the same style, in the place of a printed one."""
    report = load(folder.parent.name, int(folder.name), folder.parents[1])
    figures = (cell for cell in report.figures() if not cell.derived)
    cells = [cell for cell in figures if cell.printed and cell.printed.core]
    if not cells:
        return meaning_nothing(folder, chance)
    cell = chance.choice(cells)
    assert cell.printed is not None
    digits = list(cell.printed.core)
    places = [i for i, sign in enumerate(digits) if sign.isdigit()]
    for i in chance.sample(places, chance.randint(1, len(places))):
        digits[i] = chance.choice("123456789")
    text = cell.text.replace(cell.printed.core, "".join(digits), 1)
    path = folder / cell.file
    rows = rows_of(path)
    key, column = report.tables[cell.address.table].type.kunci, cell.address.column
    header = ["_".join(name.strip().casefold().split()) for name in rows[0]]
    for row in rows[1:]:
        if row and row[header.index(key)].strip() == cell.address.row:
            row[header.index(column)] = text
    put(path, rows)
    return Case(f"{cell.address}: {text}", figure=(str(cell.address), text))


def spoiled_bytes(folder: Path, chance: random.Random) -> Case:
    path = chance.choice([*csv_files(folder), folder / "laporan.yaml"])
    raw = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw)) if raw else 0
        end = min(len(raw), at + chance.randint(1, 12))
        way = chance.randrange(5)
        if way == 0 and raw:
            raw[at] = chance.randrange(256)
        elif way == 1:
            del raw[at:end]
        elif way == 2:
            raw[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 6)))
        elif way == 3:
            raw[at:at] = raw[at:end]
        else:
            del raw[at:]
    path.write_bytes(bytes(raw))
    return Case(f"bytes of {path.name}")


def spoiled_cell(folder: Path, chance: random.Random) -> Case:
    path = chance.choice(csv_files(folder))
    rows = rows_of(path)
    row = chance.choice(rows)
    at = chance.randrange(len(row))
    row[at] = chance.choice((*NASTY, chance.choice(chance.choice(rows)), row[at] + row[at]))
    put(path, rows)
    return Case(f"{path.name}: {row[at][:40]!r}")


def spoiled_rows(folder: Path, chance: random.Random) -> Case:
    path = chance.choice(csv_files(folder))
    rows = rows_of(path)
    way = chance.choice(("row gone", "row twice", "rows swapped", "column gone", "column twice",
                         "field gone", "cell merged"))  # fmt: skip
    i, j = chance.randrange(len(rows)), chance.randrange(len(rows))
    at = chance.randrange(len(rows[0]))
    if way == "row gone":
        del rows[i]
    elif way == "row twice":
        rows.insert(j, rows[i])
    elif way == "rows swapped":
        rows[i], rows[j] = rows[j], rows[i]
    elif way == "column gone":
        rows = [row[:at] + row[at + 1 :] for row in rows]
    elif way == "column twice":
        rows = [[*row, row[at]] for row in rows]
    elif way == "field gone":
        del rows[i][at]
    else:
        rows[i][at : at + 2] = [" ".join(rows[i][at : at + 2])]
    put(path, rows)
    return Case(f"{path.name}: {way}")


def spoiled_entry(folder: Path, chance: random.Random) -> Case:
    paths = [folder / "laporan.yaml", *sorted((folder / "skema").glob("*.yaml"))]
    path = chance.choice(paths)
    lines = path.read_text("utf-8").splitlines()
    i = chance.randrange(len(lines))
    line, nasty = lines[i], chance.choice(NASTY)
    way = chance.randrange(6)
    if way == 0:
        del lines[i]
    elif way == 1:
        lines[i] = re.sub(r":\s.*", lambda _: ": " + nasty, line)
    elif way == 2:
        lines[i] = " " * chance.randint(0, 6) + line.strip()
    elif way == 3:
        words = re.findall(r"\w+", line) or ["x"]
        lines[i] = line.replace(chance.choice(words), chance.choice((nasty, "x", "tabel")), 1)
    elif way == 4:
        lines.insert(i, chance.choice(lines))
    else:
        lines[i] = chance.choice(lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")
    return Case(f"{path.name}:{i + 1}")


KINDS = ("jumlah", "rerata", "selisih", "rasio", "capaian", "pertumbuhan", "sama", "cacah",
         "k_dari_n", "kurs", "kategori", "tidak_melebihi", "arah", "semua", "banyak", "menjelaskan",
         "definisi", "efisiensi", "daftar", "teks_sama", "urut", "tahun_laporan", "sesudah_tahun",
         "tanggal", "tahun_terbit",
         "satuan_kolom", "lonjakan", "target_rendah")  # fmt: skip
ROLES = ("hasil", "bagian", "dari", "kurang", "pembilang", "penyebut", "realisasi", "target",
         "sekarang", "sebelum", "nilai", "sumber")  # fmt: skip


def another_rule(folder: Path, chance: random.Random) -> Case:
    """A rule of any kind about any cells, alone or many of them."""
    report = load(folder.parent.name, int(folder.name), folder.parents[1])
    addresses = [str(cell.address) for cell in report.cells()]
    figures = [str(cell.address) for cell in report.figures()] or addresses
    columns = [f"{t.name}[*].{c}" for t in report.tables.values() for c in t.type.columns]
    rules = []
    for count in range(chance.choice((1, 1, 1, 4, 12))):
        rule: dict[str, Any] = {"nama": f"acak_{count}", "jenis": chance.choice(KINDS)}
        for role in ROLES:
            pool = chance.choice((figures, figures, figures, addresses, columns))
            several = (
                role in ("bagian", "kurang", "pembilang", "penyebut") and chance.random() < 0.5
            )
            rule[role] = chance.sample(pool, min(len(pool), 3)) if several else chance.choice(pool)
        rule |= {
            "skala": "capaian",
            "tabel": chance.choice(list(report.tables)),
            "kelas": "capaian",
        }
        rule |= {"pengali": "1000", "antara": "10-20000", "kategori": "Baik", "daftar": "x"}
        rule["dasar"] = chance.choice(("tercetak", "tafsir"))
        rules.append(rule)
    path = folder / "laporan.yaml"
    text = path.read_text("utf-8").rstrip() + "\n"
    text += "" if re.search(r"^aturan:", text, re.MULTILINE) else "aturan:\n"
    # The rules of these folders stand last.
    path.write_text(text + "".join(f"  - {json.dumps(rule)}\n" for rule in rules), encoding="utf-8")
    return Case(f"rules {[rule['jenis'] for rule in rules]}")


def spoiled_files(folder: Path, chance: random.Random) -> Case:
    path = chance.choice([*csv_files(folder), folder / "laporan.yaml"])
    way = chance.choice(("gone", "empty", "folder", "link", "koreksi", "other"))
    if way == "koreksi":
        rows = [["sel", "tercetak", "menjadi", "alasan", "sertifikat"]]
        source = chance.choice(csv_files(folder))
        table = rows_of(source)
        row = chance.choice(table)
        column = chance.randrange(len(row))
        cell = f"{source.stem}[{row[0]}].{table[0][column]}"
        rows.append([cell, row[column], chance.choice(NASTY), "x", chance.choice(NASTY)])
        put(folder / "koreksi.csv", rows)
        return Case(f"koreksi {cell}")
    other = chance.choice(csv_files(folder)).read_bytes()
    path.unlink()
    if way == "empty":
        path.touch()
    elif way == "folder":
        path.mkdir()
    elif way == "link":
        path.symlink_to("/etc/hostname")
    elif way == "other":
        path.write_bytes(other)
    return Case(f"{path.name}: {way}")


ROUGH = (spoiled_bytes, spoiled_cell, spoiled_rows, spoiled_entry, another_rule, spoiled_files)


def spoil(folder: Path, chance: random.Random) -> Case:
    """One to three changes to the folder."""
    way = chance.random()
    if way < 0.15:
        return meaning_nothing(folder, chance)
    if way < 0.35:
        return another_figure(folder, chance)
    told = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        try:
            told.append(chance.choice(ROUGH)(folder, chance).told)
        except (InputError, OSError, ValueError, IndexError, csv.Error):
            break  # spoiled too far already for another change
    return Case("; ".join(told))


class TooSlow(Exception):
    """The time of one folder is over."""


def _stop(*_: object) -> None:
    raise TooSlow


@cache
def _validator() -> Any:
    text = (SCHEMAS / "temuan.schema.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@cache
def expected(data: str, instansi: str, tahun: str) -> str:
    """The findings of a folder as it is."""
    with tempfile.TemporaryDirectory() as place:
        code, said, findings = verified(HOME / data, instansi, tahun, Path(place))
        assert code in (0, 1), said
        return findings


def verified(data: Path, instansi: str, tahun: str, place: Path) -> tuple[int, str, str]:
    """The exit code of `lkjip verify`, what it said, and its JSON."""
    out = place / "temuan.json"
    done = CliRunner().invoke(app, ["verify", instansi, tahun, "--data", str(data),
                                    "--json", str(out)])  # fmt: skip
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output, out.read_text("utf-8") if out.is_file() else ""


def failure(case: Case, base: tuple[str, str, str], data: Path) -> tuple[str, bool]:
    """Why the end of this folder is not good enough (nothing where it is), and was it refused."""
    data_name, instansi, tahun = base
    code, said, findings = verified(data, instansi, tahun, data)
    if code == 2:
        if case.same_findings or case.figure:
            return f"refused: {said[:300]}", True
        lines = said.strip().splitlines()
        clear = [s for s in lines if ("found" in s and "allowed" in s) or s.startswith("...")]
        return "" if lines and clear == lines else f"unclear: {said[:300]}", True
    if code not in (0, 1):
        return f"exit code {code}: {said[:300]}", False
    _validator().validate(json.loads(findings))
    if case.same_findings and findings != expected(data_name, instansi, tahun):
        return "findings differ", False
    return _wrong_figure(load(instansi, int(tahun), data), case), False


def _wrong_figure(report: Report, case: Case) -> str:
    """A figure whose value is not what its digits say, or a changed one that does not show."""
    for cell in report.figures():
        assert cell.printed is not None
        digits = int(re.sub("[^0-9]", "", cell.printed.core or "0"))
        behind = max(cell.printed.decimals, 0)
        scaled = any(word in cell.text.casefold() for word in SCALE_WORDS)
        if not scaled and abs(cell.point) * 10**behind != digits:
            return f"{cell.address} prints {cell.text} and is {cell.point}"
    if case.figure:
        address, text = case.figure
        shown = [
            row["tercetak"]
            for row in figures(report)
            if f"{row['tabel']}[{row['baris']}].{row['kolom']}" == address
        ]
        if shown != [text]:
            return f"{address} shows {shown} for {text}"
    return ""


def tried(seed: int, keep: Path | None) -> tuple[str, str, float]:
    """One folder from its seed: how it ended, and what is wrong with that."""
    chance = random.Random(seed)
    weights = [weight for *_, weight in BASES]
    data_name, instansi, tahun, _ = chance.choices(BASES, weights)[0]
    with tempfile.TemporaryDirectory(dir=keep) as place:
        data = Path(place)
        folder = data / "raw" / instansi / tahun
        shutil.copytree(HOME / data_name / "raw" / instansi / tahun, folder)
        if data_name == "data":
            (folder / "koreksi.csv").unlink(missing_ok=True)  # accepted for the print as it was
        case = spoil(folder, chance)
        started = time.perf_counter()
        signal.signal(signal.SIGALRM, _stop)
        signal.alarm(SECONDS)
        refused = False
        try:
            wrong, refused = failure(case, (data_name, instansi, tahun), data)
        except TooSlow:
            wrong = f"more than {SECONDS} s"
        except Exception as error:  # whatever it is, the user would have met it
            where = traceback.extract_tb(error.__traceback__)[-1]
            wrong = f"{type(error).__name__}: {str(error)[:200]} ({where.name}:{where.lineno})"
        finally:
            signal.alarm(0)
        taken = time.perf_counter() - started
    if peak_memory() * 1024 > BYTES:
        wrong = wrong or "more than 2 GiB"
    kind = "no meaning" if case.same_findings else "figure" if case.figure else "spoiled"
    kind += ", refused" if refused else ""
    return kind, f"{instansi}, {case.told}: {wrong}" if wrong else "", taken


def share(seeds: range) -> tuple[Counter[str], list[str], float]:
    """Many folders, one after the other."""
    counts: Counter[str] = Counter()
    failures, longest = [], 0.0
    for seed in seeds:
        kind, wrong, taken = tried(seed, None)
        counts[kind] += 1
        longest = max(longest, taken)
        if wrong:
            failures.append(f"seed {seed}: {wrong}")
    return counts, failures, longest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folders", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--processes", type=int, default=2)
    told = parser.parse_args()
    first = told.seed * 1_000_000
    step = max(1, told.folders // (told.processes * 20))
    parts = [
        range(start, min(start + step, first + told.folders))
        for start in range(first, first + told.folders, step)
    ]
    counts: Counter[str] = Counter()
    failures: list[str] = []
    longest = 0.0
    with ProcessPoolExecutor(told.processes) as pool:
        for some, wrong, taken in pool.map(share, parts):
            counts += some
            failures += wrong
            longest = max(longest, taken)
            for line in wrong:
                print(line, flush=True)
    print(f"{counts.total()} folders: {dict(counts)}; the slowest took {longest:.1f} s")
    print(f"{len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
