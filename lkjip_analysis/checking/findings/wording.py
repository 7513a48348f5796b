"""What findings say to a reader, in Bahasa Indonesia: places, relations, repairs, consequences."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from lkjip_analysis.checking.findings.finding import Finding, Lists, NewPrint, Remedy, Told
from lkjip_analysis.checking.findings.shown import around, in_print, is_span
from lkjip_analysis.checking.locating.forward import reckoned
from lkjip_analysis.checking.locating.wrong_formulas import wrong_formula
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import label as label
from lkjip_analysis.report.place_names import place as place
from lkjip_analysis.report.place_names import quoted as quoted
from lkjip_analysis.report.place_names import source as source
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import InBand, Rule
from lkjip_analysis.rules.values import Values

MENDED = "Pemeriksaan yang gagal dan menjadi cocok dengan nilai itu"
CONFLICT = "Yang tidak cocok"
NO_PROOF = "belum ada dua pemeriksaan yang saling bebas dan cukup tepat"
SEVERAL = "beberapa angka harus salah sekaligus"
OUTDATED = (
    "angka ini keliru, atau angka ini benar karena diperbarui kemudian dan turunannya belum "
    "dihitung ulang"
)
ONE_ACT = (
    "pemeriksaannya tidak saling bebas: satu kekeliruan lain, misalnya pada satu kolom atau baris, "
    "dapat menggagalkan semuanya"
)
HALF_EXCHANGED = (
    "angka ini keliru, atau angka ini benar karena angka lain pada baris atau kolomnya tertukar "
    "dengan baris atau kolom lain yang mencetak angka yang sama"
)
DOCUMENTED = "dokumen yang terkuat tidak mendukungnya"
SETTLED = "koreksi yang sudah diterima pada angka lain menyelesaikannya"
DOUBTED = "angka yang terlibat juga diragukan oleh temuan lain"
EXCHANGED = "kedua angkanya tertukar tempat"
ONE_CAUSE = "Satu sebab yang menjelaskan semua kolom"
ACTS = "Satu kekeliruan pada beberapa angka yang juga menjelaskannya"
STALE = "Bila angka itu benar karena diperbarui kemudian"
POSSIBLE = "Kemungkinan, dari sel yang gagal (urutan bukan pilihan)"
INVOLVED = "Yang terlibat"
REPAIR = "Perbaikan itu"
READINGS = "Menurut tiap pembacaan"
AS_PRINTED = "Yang dicetak laporan"
"""The headings of what a finding rests on."""

SHOWN_WAYS = 12
SHOWN_CELLS = 4
ALIKE = 4
"""So many repairs of one row that miss by the same are told in one line."""


def relation(rule: Rule, report: Report, values: Values) -> str:
    """One failed relation with its figures: what the others give, and what is printed."""
    if own := rule.told(report, values):
        return own
    implied = rule.implied(rule.result, values)
    assert isinstance(implied, Interval)
    given = around(implied, report.cell(rule.result))
    exact = reckoned(rule, rule.result, values)
    if exact is not None and is_span(implied, report.cell(rule.result)):
        given = worded(
            "{in_print} ({given} menurut pembulatannya)",
            in_print=in_print(exact, report.cell(rule.result)),
            given=given,
        )
    wrong = wrong_formula(rule.result, (rule,), values)
    return worded(
        "{reason}: hasil hitung {given}, tetapi {source} mencantumkan {quoted}",
        reason=worded(rule.head.reason),
        given=given,
        source=source(report, rule.result),
        quoted=quoted(report.cell(rule.result)),
    ) + (worded(" (cocok bila {wrong})", wrong=wrong) if wrong else "")


def written(cell: Cell) -> str:
    """What a cell prints, as a finding says it."""
    return worded("tertulis {quoted}", quoted=quoted(cell))


def in_place(part: NewPrint, report: Report) -> str:
    """A repaired cell with its place: what is printed and what it would have to be."""
    return worded(
        "{place}: {quoted} menjadi {wanted}",
        place=place(report, part.cell.address),
        quoted=quoted(part.cell),
        wanted=wanted(part),
    )


def wanted(part: NewPrint) -> str:
    slip = f" ({part.slip})" if part.slip else ""
    prints = part.prints
    if prints is None or (prints.is_bounded and prints.low == prints.high):
        return f"{part.text}{slip}"
    if not prints.is_bounded:
        return around(prints, part.cell) + slip
    span = worded(
        "antara {in_print} dan {in_print_2}",
        in_print=in_print(prints.low, part.cell),
        in_print_2=in_print(prints.high, part.cell),
    )
    return f"{part.text}{slip}, {span}" if part.text else span + slip


def proven(
    report: Report,
    remedy: Remedy,
    relations: Sequence[str],
    warning: str,
    confirmed: Interval,
) -> Told:
    part = remedy.cells[0]
    where = place(report, part.cell.address)
    return Told(
        worded("Jika hanya angka ini yang salah cetak, seharusnya {wanted}.", wanted=wanted(part)),
        (
            (MENDED, tuple(relations)),
            (
                worded("Dua pemeriksaan terpisah memastikan nilainya"),
                _confirmed(part, confirmed),
            ),
            (
                worded("Angka yang ikut salah karena dihitung atau disalin darinya"),
                tuple(in_place(follower, report) for follower in remedy.follows),
            ),
        ),
        where=where,
        printed=written(part.cell),
        link=". ",
        warning=warning,
    )


def _confirmed(part: NewPrint, confirmed: Interval) -> tuple[str, ...]:
    """How far two independent relations agree, where one of them is the closer one."""
    if part.prints is None or confirmed.high - confirmed.low <= part.prints.high - part.prints.low:
        return ()
    return (
        worded(
            "antara {in_print} dan {in_print_2}; angka yang lebih rinci hanya "
            "menurut salah satunya",
            in_print=in_print(confirmed.low, part.cell),
            in_print_2=in_print(confirmed.high, part.cell),
        ),
    )


ENTANGLED = "terlalu kusut untuk ditunjuk: tidak ada satu sampai tiga sel yang menjelaskannya"
CUT = (
    "terlalu kusut untuk ditunjuk: terlalu banyak pemeriksaan gagal bersamaan, sehingga pencarian "
    "sel yang menjelaskannya dihentikan; periksa tabel dan hubungan berikut satu per satu"
)
TOO_LARGE = (
    "tabelnya terlalu besar untuk mencari sel mana yang menjelaskannya, dan tidak ada satu sel "
    "yang ditunjuk oleh beberapa pemeriksaan sekaligus"
)


def unclear(
    report: Report,
    where: Address,
    remedies: Sequence[Remedy],
    relations: Sequence[str],
    warning: str,
    causes: Sequence[str] = (),
    doubt: str = "",
    involved: Sequence[str] = (),
    only: bool = True,
    gave_up: str = ENTANGLED,
) -> Told:
    """What is said where several figures could be wrong, or none is found that explains it.

    `only`: was every repair looked at? Else one that is found need not be the only one.
    `gave_up`: why there is none.
    """
    count = (
        worded("{count} pemeriksaan gagal", count=len(relations))
        if len(relations) > 1
        else worded("satu pemeriksaan gagal")
    )
    told, lists = _undecided(report, remedies, relations, causes, doubt, involved, only, gave_up)
    return Told(f"{count}; {told}.", lists, where=place(report, where), warning=warning)


def _undecided(
    report: Report, remedies: Sequence[Remedy], relations: Sequence[str], causes: Sequence[str],
    doubt: str, involved: Sequence[str], only: bool, gave_up: str,
) -> tuple[str, Lists]:  # fmt: skip
    """Why it is undecided, and what that rests on."""
    failing = (CONFLICT, tuple(relations))
    if not remedies:
        return worded(gave_up), (failing, (INVOLVED, tuple(involved)))
    if any(remedy.act for remedy in remedies):
        told, lists = _by_acts(report, remedies, doubt, only, gave_up)
        return told, (failing, *lists)
    shared, ways = (ONE_CAUSE, tuple(causes)), tuple(possibilities(report, remedies))
    if len(remedies) == 1 and len(remedies[0].cells) > 1 and causes:
        told = worded("satu sebab menjelaskan semuanya, tetapi belum terbukti")
        return told, (shared, failing, (REPAIR, ways))
    if len(remedies) == 1 and only:
        why = doubt or (NO_PROOF if len(remedies[0].cells) == 1 else SEVERAL)
        told = worded("hanya satu perbaikan, tetapi belum terbukti: {why}", why=worded(why))
        if are_exchanged(remedies[0]):
            told = worded("belum terbukti: cocok bila {exchanged}", exchanged=worded(EXCHANGED))
        return told, (failing, shared, (REPAIR, ways))
    told = worded("mana yang keliru tidak dapat diputuskan dari naskah saja")
    return told, (failing, shared, (POSSIBLE, ways))


def _by_acts(
    report: Report, remedies: Sequence[Remedy], doubt: str, only: bool, gave_up: str
) -> tuple[str, Lists]:
    """What is said where one act on several figures would explain what fails."""
    acts = [remedy for remedy in remedies if remedy.act]
    plain = [remedy for remedy in remedies if not remedy.act]
    ways = tuple(possibilities(report, plain))
    beside = tuple(possibilities(report, acts))
    if not plain and gave_up != ENTANGLED:
        return worded(gave_up), ((ACTS, beside),)
    if not plain and len(acts) == 1:
        return worded("belum terbukti: {act}", act=acts[0].act), ((REPAIR, beside),)
    if len(plain) == 1 and len(acts) == 1 and only and doubt == OUTDATED:
        told = worded("hanya satu perbaikan, tetapi belum terbukti: {doubt}", doubt=worded(doubt))
        return told, ((REPAIR, ways), (STALE, beside))
    told = worded("mana yang keliru tidak dapat diputuskan dari naskah saja")
    if len(plain) == 1 and are_exchanged(plain[0]):
        told = worded("belum terbukti: cocok bila {exchanged}", exchanged=worded(EXCHANGED))
    return told, ((POSSIBLE, ways), (ACTS, beside))


def involved(report: Report, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Where the cells of relations stand that nothing explains: each table with its lines."""
    lines: dict[str, set[int]] = {}
    for cell in dict.fromkeys(cell for rule in rules for cell in rule.cells):
        lines.setdefault(cell.table, set()).add(report.cell(cell).line)
    names = tuple(rule.head.name for rule in rules)
    more = (
        worded(" dan {count} lagi", count=len(names) - SHOWN_WAYS)
        if len(names) > SHOWN_WAYS
        else ""
    )
    tables = (
        worded(
            "{label} ({name} baris {spans})",
            label=report.tables[name].label,
            name=report.tables[name].file,
            spans=_spans(sorted(found)),
        )
        for name, found in lines.items()
    )
    return (
        *tables,
        worded("pemeriksaan {names}{more}", names=", ".join(names[:SHOWN_WAYS]), more=more),
    )


def _spans(lines: Sequence[int]) -> str:
    """Line numbers, those that follow one another as a span: 2-5, 9."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][-1] + 1:
            spans[-1].append(line)
        else:
            spans.append([line])
    return ", ".join(f"{s[0]}-{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)


def are_exchanged(remedy: Remedy) -> bool:
    """Does the repair put each of two figures in the other's place?"""
    prints = [part.prints for part in remedy.cells]
    points = [part.cell.point for part in remedy.cells if part.cell.is_figure]
    exchanged = [Interval(point, point) for point in reversed(points)]
    return len(remedy.cells) == len(points) == 2 and prints == exchanged


def possibilities(report: Report, remedies: Sequence[Remedy], followed: bool = True) -> list[str]:
    """Each possible repair as a line; cells of one row or column that miss alike share a line.

    `followed` also counts the figures that would follow.
    """
    groups: dict[tuple[Hashable, ...], list[Remedy]] = {}
    for turn, remedy in enumerate(remedies):
        groups.setdefault(_alike(remedy) if not remedy.act else (turn,), []).append(remedy)
    lines: list[str] = []
    for group in groups.values():
        if len(group) >= ALIKE:
            lines.append(_one_of(report, group))
        else:
            lines += [whole(report, remedy, followed) for remedy in group]
    more = len(lines) - SHOWN_WAYS
    return (
        [*lines[:SHOWN_WAYS], worded("{more} kemungkinan lain", more=more)] if more > 0 else lines
    )


def _alike(remedy: Remedy) -> tuple[Hashable, ...]:
    """What repairs share that one line can tell: the row of one table, and by how much it misses.

    A name for the slip makes a repair worth a line of its own, except for a digit: among many
    figures some digit always fits.
    """
    part = remedy.cells[0]
    exact = part.prints is not None and part.prints.low == part.prints.high
    if len(remedy.cells) > 1 or not exact or part.prints is None:
        return (tuple(part.cell.address for part in remedy.cells),)
    where = part.cell.address
    gap = Fraction(part.prints.low) - part.cell.point
    return (where.table, where.row if where.table != CLAIMS else where, gap)


def _one_of(report: Report, remedies: Sequence[Remedy]) -> str:
    """One line for repairs of one row that all miss by the same."""
    cells = [remedy.cells[0].cell for remedy in remedies]
    part, table = remedies[0].cells[0], report.tables[cells[0].address.table]
    assert part.prints is not None
    gap = Fraction(part.prints.low) - part.cell.point
    names = [table.type.columns[cell.address.column].judul for cell in cells]
    word = worded("kurang" if gap > 0 else "lebih")
    return worded(
        "{label}, {table}: salah satu dari {count} angkanya ({names}) {word} {abs}",
        label=table.label,
        table=table.row_name(cells[0].address.row),
        count=len(cells),
        names=", ".join(names),
        word=word,
        abs=number(abs(gap)),
    )


def whole(report: Report, remedy: Remedy, followed: bool = True) -> str:
    """One repair as a line: every cell that it changes, and how many figures follow."""
    cells = worded(" dan ").join(in_place(part, report) for part in remedy.cells)
    if remedy.act:
        cells = _acted(report, remedy)
    if not remedy.follows or not followed:
        return cells
    return worded(
        "{cells}, diikuti {count} angka turunannya", cells=cells, count=len(remedy.follows)
    )


def _acted(report: Report, remedy: Remedy) -> str:
    """An act in its words, with the first of many figures that it changed."""
    more = len(remedy.cells) - SHOWN_CELLS
    cells = [in_place(part, report) for part in remedy.cells[:SHOWN_CELLS]]
    rest = [worded("{more} angka lain", more=more)] if more > 0 else []
    return f"{remedy.act} ({worded(' dan ').join([*cells, *rest])})"


SOURCE_DATA = "dokumen sumber datanya"
"""Where to look up a table whose type names no document: never the table itself."""


def documents(report: Report, finding: Finding) -> tuple[str, ...]:
    """The documents that could decide: those declared, or by the types of the tables in doubt."""
    if finding.documents:
        return finding.documents
    tables = list(dict.fromkeys(cell.address.table for cell in finding.named_cells))
    # A sentence repeats what a table holds, and so sends the reader no further.
    found = [report.tables[name] for name in tables if name != CLAIMS or len(tables) == 1]
    told = (f"{table.label}: {table.type.bukti or SOURCE_DATA}" for table in found)
    return tuple(dict.fromkeys(told))


def category(report: Report, rule: InBand, text: str, warning: str, confirmed: bool) -> Told:
    blame = (
        worded("Nilainya dikuatkan pemeriksaan lain, jadi kategorinya yang keliru")
        if confirmed
        else worded("Kategorinya keliru, atau nilainya salah cetak")
    )
    return Told(f"{text}. {blame}.", where=place(report, rule.result), warning=warning)
