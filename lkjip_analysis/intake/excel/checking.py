"""`lkjip check`: what a folder still lacks before it can be verified, as a list to work through.

What a spreadsheet saved in another form than UTF-8 with commas is read, and told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.checking.observations.all_observations import observe
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.excel.copied_years import still_old
from lkjip_analysis.intake.excel.folder_contents import Content, contents_of
from lkjip_analysis.intake.excel.saved_by_spreadsheets import cut_codes, recognised, shifted, some
from lkjip_analysis.language import phrase
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.filebytes import check_inside
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.official_codes import codes_of, remarks
from lkjip_analysis.report.origins import read_origins
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.reports_at_hand import folder_of, raw_folder
from lkjip_analysis.report.schema import TableType
from lkjip_analysis.rules.binding.rulebook import bind

NO_ROWS = "no rows under the header"


@dataclass(frozen=True)
class State:
    """What is missing, what would be better, what cannot be read, and how files were read."""

    missing: tuple[str, ...]
    advice: tuple[str, ...]
    unreadable: tuple[Problem, ...]
    recognised: tuple[str, ...] = ()

    def as_lines(self) -> Iterator[str]:
        if self.recognised:
            yield phrase("Dikenali:")
            yield from (f"  {line}" for line in self.recognised)
        for title, lines in (
            (phrase("Masih kurang:"), self.missing),
            (phrase("Sebaiknya:"), self.advice),
        ):
            if lines:
                yield title
                yield from (f"  [ ] {line}" for line in lines)
        if not (self.missing or self.unreadable):
            yield phrase("Lengkap: siap diverifikasi.")


def check(instansi: str, tahun: int, data: Path | None = None) -> State:
    """What the folder of an agency and year lacks.

    Raises: InputError where the folder or its laporan.yaml cannot be read at all.
    """
    folder = folder_of(instansi, tahun, data)
    check_inside(folder / "laporan.yaml", raw_folder(data), "laporan.yaml")
    document = yamltext.read(folder / "laporan.yaml", "laporan.yaml", "laporan.schema.json")
    contents = list(contents_of(folder, document))
    places = read_origins(folder)
    missing = [line for content in contents for line in _gaps(content, places)]
    # What cannot be read may hold what seems to be lacking: that is no news beside it.
    lost = _lost_types(document, contents)
    missing += [] if lost & {"", "capaian"} else _undeclared(document, contents)
    missing += still_old(folder)
    named = "" if lost else _naming(document, contents)
    advice = [line for one in contents for line in _advice(one, named, bool(lost))]
    advice += _of_codes(document)
    problems = [
        problem
        for problem in _unreadable(folder, instansi, tahun)
        if not _is_told(problem, contents)
    ]
    return State(
        tuple(missing),
        tuple(advice),
        tuple(problems),
        recognised((content.file, content.form) for content in contents),
    )


def _of_codes(document: yamltext.Document) -> Iterator[str]:
    """Codes of region and fields that are not known, or are those of another region."""
    told, line = document.data.get("kode", {}), document.line("kode")
    for remark in remarks(codes_of(told), document.data.get("pemerintah", "")):
        yield f"laporan.yaml:{line}: {remark}"


def _unreadable(folder: Path, instansi: str, tahun: int) -> tuple[Problem, ...]:
    try:
        report = load_folder(folder, instansi, tahun)
        bind(report)
        observe(report)
    except InputError as error:
        return error.problems
    return ()


def _gaps(content: Content, places: Mapping[str, str]) -> Iterator[str]:
    """Tables without rows, and blank cells where every row has a figure."""
    if not content.rows:
        more = (
            phrase(", atau hapus berkasnya bila tidak ada klaim") if content.name == CLAIMS else ""
        )
        yield phrase(
            "{name}: belum ada barisnya; isi menurut cetakan{more}.", name=content.file, more=more
        )
        return
    rows = [row for row in content.rows if row[1][content.kind.kunci] not in content.summaries]
    blank = {
        name: {line for line, texts in rows if not texts.get(name, "-").strip()}
        for name in _needed(content)
    }
    never = [name for name, found in blank.items() if found and len(found) == len(rows)]
    if never:
        yield phrase(
            "{name}: kolom {titles} belum diisi sama sekali.",
            name=content.file,
            titles=_titles(content, never),
        )
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for line, texts in rows:
        names = tuple(n for n, found in blank.items() if line in found and n not in never)
        if names:
            key = texts[content.kind.kunci]
            row = " ".join(texts.get(content.kind.nama_baris, "").split()) or key
            where = places.get(f"{content.name}[{key}].{names[0]}", f"{content.file}:{line}")
            groups.setdefault(names, []).append((where, row))
    for names, found in groups.items():
        yield _blank(_titles(content, names), found)


def _blank(titles: str, found: list[tuple[str, str]]) -> str:
    """Blank cells of some columns: the row, or how many rows and the first of them."""
    where, row = found[0]
    if len(found) > 1:
        rest = [f"{other} ({place})" for place, other in found[1:]]
        row = phrase("{count} baris: {some}", count=len(found), some=some([row, *rest]))
    return phrase(
        "{where}: {titles} kosong pada {row}; tulis - atau n/a bila memang tidak ada.",
        where=where,
        titles=titles,
        row=row,
    )


def _needed(content: Content) -> list[str]:
    """The columns in which a blank cell is something forgotten."""
    if content.name == CLAIMS:
        return ["nilai"]
    return [
        name
        for name, column in content.kind.columns.items()
        if column.is_number and not column.boleh_tiada and not _is_per_group(content.kind, name)
    ]


def _titles(content: Content, names: Iterable[str]) -> str:
    return ", ".join(content.kind.columns[name].judul for name in names)


def _is_per_group(kind: TableType, name: str) -> bool:
    """A column named after a merged one has one figure for each group."""
    return any(c.gabungan and name.endswith(f"_{other}") for other, c in kind.columns.items())


def _undeclared(document: yamltext.Document, contents: list[Content]) -> Iterator[str]:
    """Indicators without a direction or a row, and a scale that categories need."""
    declared = document.data.get("indikator") or {}
    rows = {
        texts[content.kind.kunci]: texts
        for content in contents
        if content.kind.name == "capaian"
        for _, texts in content.rows
        if texts[content.kind.kunci] not in content.summaries
    }
    for kode, texts in rows.items():
        if kode not in declared:
            yield phrase(
                "laporan.yaml: arah indikator {kode} ({indikator}) belum dinyatakan.",
                kode=kode,
                indikator=texts["indikator"],
            )
    for kode in declared:
        if kode not in rows:
            yield phrase(
                "laporan.yaml: indikator {kode} belum ada barisnya di tabel capaian.", kode=kode
            )
    # A kelurahan may print its budget alone: only a table of capaian waits for indicators.
    if not rows and not declared and any(c.kind.name == "capaian" for c in contents):
        yield phrase("laporan.yaml: belum ada indikator.")
    if "capaian" not in (document.data.get("skala") or {}) and _has_categories(contents):
        yield phrase("laporan.yaml: skala kategori capaian belum diisi.")


def _has_categories(contents: list[Content]) -> bool:
    """Does a table print categories of capaian, or is there no table at all yet?"""
    names = ("kategori", "kategori_sasaran")
    return any(
        texts.get(name, "").strip()
        for content in contents
        if content.kind.name in ("capaian", "ringkasan")
        for _, texts in content.rows
        for name in names
    )


def _lost_types(document: yamltext.Document, contents: list[Content]) -> set[str]:
    """The types of the declared tables that cannot be read; "" for a type of the folder's own,
    of which nobody knows here what it holds.
    """
    known = {content.name for content in contents}
    told = dict(document.data.get("tabel") or {})
    types = {
        str((entry or {}).get("tipe") or name) for name, entry in told.items() if name not in known
    }
    return {kind if (yamltext.SCHEMAS / f"{kind}.yaml").is_file() else "" for kind in types}


def _advice(content: Content, named: str, is_torn: bool) -> Iterator[str]:
    """What would make more of the report testable: `named` is all that names cells.

    Of a folder with a table that cannot be read nothing is said about sentences: their cells may
    stand there.
    """
    yield from shifted(content.file, content.form)
    yield from cut_codes(content.file, [texts[content.kind.kunci] for _, texts in content.rows])
    yield from content.undeclared_summaries()
    if content.name == CLAIMS:
        if is_torn:
            return
        for line, texts in content.rows:
            tied = texts["aturan"].strip() or f"{CLAIMS}[{texts['kode']}]" in named
            if texts["tipe"].strip() == "angka" and not tied:
                told = phrase("ikat {tentang} pada sel tabel", tentang=texts["tentang"])
                yield phrase(
                    "{name}:{line}: {told} (kolom aturan dan sel).",
                    name=content.file,
                    line=line,
                    told=told,
                )
    elif content.transcription == "tunggal" and content.rows:
        yield phrase(
            "{name}: baru disalin sekali; salin lagi, bandingkan, lalu tulis ganda.",
            name=content.file,
        )


def _naming(document: yamltext.Document, contents: list[Content]) -> str:
    """Everything that names cells: the rules of laporan.yaml and the claims' own cells."""
    told = [str(rule) for rule in document.data.get("aturan") or []]
    claims = [content for content in contents if content.name == CLAIMS]
    return " ".join([*told, *(texts["sel"] for c in claims for _, texts in c.rows)])


def _is_told(problem: Problem, contents: list[Content]) -> bool:
    """Is it told among what is missing: a table without rows, a claim left blank?"""
    blank = {
        line
        for content in contents
        if content.name == CLAIMS
        for line, texts in content.rows
        if not texts["nilai"].strip()
    }
    return problem.found == NO_ROWS or (problem.file == f"{CLAIMS}.csv" and problem.line in blank)
