"""Whether a sentence says something of the row that it names, and not of what stands beside it.

"Persentase mediasi berhasil (31,50) telah melampaui target" does; "Petugas mediasi berhasil telah
melampaui target" and "Mediasi berhasil karena jumlah mediator meningkat" speak of others. Of those
every word that is not known here is a sign.
"""

from __future__ import annotations

import re

CLAUSE = re.compile(
    r"(?:[,;:]|\b(?:bahwa|namun|tetapi|sedangkan|sementara|adapun))(?!\d)\s*", re.IGNORECASE
)
"""Where another subject may begin."""
LEAD = re.compile(
    r"(?:(?:pada|di|tahun(?:\W+anggaran)?|ini|itu|20\d\d|dan|serta|untuk|secara|umum|keseluruhan|sedangkan|"
    r"sementara|adapun|namun|tetapi|juga|kinerja|indikator|iku|sasaran|program|kegiatan|"
    r"realisasi(?:nya)?|capaian(?:nya)?|pencapaian|nilai|angka|dari|\d{1,2}|[a-z])\W+)*",
    re.IGNORECASE,
)
"""What may stand between there and the name of the row."""
BETWEEN = (
    r"(?:(?:pada|tahun(?:\W+anggaran)?|ini|di|juga|dapat|mampu|berhasil|telah|sudah|secara|keseluruhan|"
    r"masih|hanya|sebesar|sebanyak|sejumlah|adalah|yaitu|tercatat|terealisasi|(?:mencapai|tercapai)(?=\W+\d)|"
    r"dengan|realisasi|capaian|nilai|persen|atau|dan|yang|berarti|20\d\d|"
    r"\d[\d.,]*+%?+(?:\s+[^\W\d]+(?=[,)]|\s+(?:dan|atau)\b))?)[\s,()]+)*+"
)
"""What may stand between the name of a row and what is said of it."""


def begins_a_clause(sentence: str, start: int) -> bool:
    """Does the name there stand where what its clause is about does?

    >>> begins_a_clause("Pada tahun 2024 capaian mediasi turun.", 24)
    True
    >>> begins_a_clause("Jumlah petugas mediasi turun.", 15)
    False
    """
    before = sentence[:start]
    places = [0, *(match.end() for match in CLAUSE.finditer(before))]
    return any(LEAD.fullmatch(before, place) for place in places)
