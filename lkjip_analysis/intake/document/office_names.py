"""The names of offices in the lines of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lkjip_analysis.intake.document.texts import one_line

AGENCY = re.compile(
    r"\b(?:Dinas|Badan|Inspektorat|Sekretariat|Kecamatan|Kantor|Rumah\s+Sakit|RSUD|Rsud|Satuan\s+Polisi|"
    r"Satpol|Biro|Bagian|Kelurahan|UPTD?|Uptd?)\b"
)
OWN = re.compile(
    r"(?:UPTD?\s+)?(?:Pengadilan\s+(?:Negeri|Agama|Tinggi|Militer|Tata\s+Usaha)|"
    r"Mahkamah|Kejaksaan|Kepolisian|"
    r"Kementerian|Direktorat|Universitas|Institut|Politeknik|Puskesmas|Pusat\s+Kesehatan|Balai|"
    r"Komisi|Lembaga|Badan\s+Pusat\s+Statistik|BPS\s+(?:Kabupaten|Kota|Provinsi))\b",
    re.IGNORECASE,
)
"""Offices that reports of others speak of: theirs is a document where a line of its front pages
is their name and nothing else."""
ASIDE = re.compile(r"(?i)^\W*(?:sumber|jalan|jln?|alamat)\b|\b(?:telp|telepon|kode\s*pos)\b")
"""Where an office has its house, and where a figure comes from: not whose document it is."""
WORD = re.compile(r"[A-Z][\w'/.-]*,?|&|dan|serta|bidang")
STOP = frozenset({
    "kabupaten", "kab", "kota", "provinsi", "prov", "tahun", "laporan", "kinerja", "lkjip", "bab",
    "perangkat", "daerah" , "nomor", "no", "republik", "sebagai", "adalah", "yang", "selanjutnya",
})  # fmt: skip
"""Words at which the name of an agency ends; `daerah` belongs to some."""
BELONGS = {"daerah": ("sekretariat", "pendapatan", "keuangan", "aset", "kepegawaian", "umum",
                      "perencanaan", "pembangunan", "penelitian", "pengelolaan", "bencana",
                      "inspektorat")}  # fmt: skip
KINDS = frozenset({"rumah sakit", "satuan polisi"})
"""Kinds of offices in two words, which name none."""
ABROAD = ("inspektorat jenderal", "inspektorat kementerian", "badan pusat statistik",
          "badan pemeriksa keuangan", "badan kepegawaian negara",
          "badan usaha", "badan hukum", "badan layanan", "badan permusyawaratan",
          "badan pengawas keuangan", "kantor pelayanan perbendaharaan", "kantor wilayah",
          "bagian dari", "badan standar", "badan nasional")  # fmt: skip
"""Offices that reports speak of and none of them is by."""
OF = ("dan", "di", "ke", "untuk", "RI")
SHORT = re.compile(
    r"\b(?:Bps|Rsudn?|Rsupn?|Uptd?|Ri|Pom|Kpu|Bnnk?|Bnnp|Lldikti|Kppn|Tpi|Diy|Dki|I[ab]|"
    r"Ii[ab]|[IVX][ivx]+)\b"
)
"""What stays in capitals."""
SMALL = re.compile(r"\b(?:Dan|Di|Ke|Untuk)\b|(?<=\w['’])[A-Z]")
"""What is written small within a name."""
OF_A_PERSON = re.compile(r"(?:drg?|prof|hj?|kh|k\.h|raden|moh)\.?", re.IGNORECASE)
"""What stands before the name of the person after whom a hospital is called."""
LONGEST_NAME = 90
"""Longer lines are sentences about an office."""


def offices_in(text: str, front: bool) -> Iterator[str]:
    """The names of offices in a text, in capitals at their beginnings."""
    if ASIDE.search(text):
        return
    shown = text.title() if text.isupper() else text
    for match in AGENCY.finditer(shown):
        if name := _name_from(shown[match.start() :]):
            small = name.casefold()
            part = small.startswith(("kecamatan", "kelurahan", "bagian", "upt", "kantor", "biro"))
            abroad = small.startswith(ABROAD)
            said = front and len(text) <= LONGEST_NAME
            if not abroad and (said or not part) and len(name.split()) <= 14:
                yield name


def _name_from(text: str) -> str:
    """The name of an office at the beginning of a text; nothing where only its kind stands."""
    held: list[str] = []
    for word in text.split():
        bare = word.strip(".,;:()").casefold()
        joins = bare in ("dan", "&", "serta")
        if held and held[0] in ("RSUD", "Rsud", "Rumah") and OF_A_PERSON.fullmatch(word):
            held.append(word)
            continue
        if (bare in STOP and not _belongs(bare, held)) or not WORD.fullmatch(
            word.capitalize() if joins else word.rstrip(".;:)")
        ):
            break
        held.append("dan" if bare == "dan" else word.rstrip(".;:)"))
        if word[-1] in ".;:)":
            break
    while held and held[-1].casefold().strip(",") in ("dan", "&", "serta", ""):
        held.pop()
    name = SHORT.sub(lambda match: match[0].upper(), " ".join(held).strip(" ,&"))
    told = len(held) > 1 and name.casefold() not in KINDS
    return name if told or name.casefold() == "inspektorat" else ""


def _belongs(word: str, held: Sequence[str]) -> bool:
    told = [one.casefold().strip(",") for one in held]
    return word in BELONGS and any(one in BELONGS[word] for one in told)


def own_office(lines: Iterable[str]) -> str:
    """The first of the front lines that is the name of such an office and nothing else."""
    for text in lines:
        bare = re.sub(
            r"(?i)(?:(?<!\W)\W+)?\b(?:tahun\s+(?:anggaran\s+)?)?20[0-3]\d\W*$", "", text
        ).strip()
        named = OWN.match(bare) and len(bare) <= LONGEST_NAME
        if named and (name := written_name(bare)):
            return name
    return ""


def name_of_folder(instansi: str) -> str:
    """An agency's name as its folder tells it, where nobody told another.

    >>> name_of_folder("dinas-pertanian-dan-pangan"), name_of_folder("rsud-blora")
    ('Dinas Pertanian dan Pangan', 'RSUD Blora')
    """
    return _in_small(instansi.replace("-", " "))


def _in_small(text: str) -> str:
    shown = SMALL.sub(lambda match: match[0].lower(), text.title())
    return SHORT.sub(lambda match: match[0].upper(), shown)


def written_name(bare: str) -> str:
    """A line as a name is written; nothing where it is more than a name."""
    if bare[-1] in ".:;,":
        return ""
    shown = bare
    if bare.isupper():
        shown = SMALL.sub(lambda match: match[0].lower(), bare.title())
    if not all(WORD.fullmatch(word) or word in OF for word in shown.split()):
        return ""
    return SHORT.sub(lambda match: match[0].upper(), one_line(shown))


def as_sentences_spell(name: str, texts: Iterable[str]) -> str:
    """A name as the sentences spell it most often, where they have it: a cover in capitals does not
    tell which of its words are abbreviations, "Kantor UPBU"."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
    spelled = re.compile(rf"\b{words}\b", re.IGNORECASE)
    found = Counter(m[0] for text in texts if not text.isupper() for m in spelled.finditer(text))
    written = [one for one in found if one[0].isupper() and not one.isupper()]
    return one_line(max(written, key=lambda one: found[one], default=name))
