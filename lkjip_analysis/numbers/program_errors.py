"""What office programs print where a formula or a reference is broken, in either language."""

from __future__ import annotations

import re

BROKEN_FORMULA = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|N/A|NAME\?|NUM!|NULL!|SPILL!|CALC!|RUJ!|NILAI!|BAGI/0!)|#{4,}",
    re.IGNORECASE,
)
"""What Excel and LibreOffice print in a cell, and the hashes of a column that is too narrow."""
BROKEN_FIELD = re.compile(
    r"(?:Error!\s+(?:Reference source not found|Bookmark not defined|No bookmark name given"
    r"|Not a valid (?:link|bookmark|filename)[\w -]*|No text of specified style in document"
    r"|Hyperlink reference not valid|Main Document Only|AutoText entry not defined"
    r"|Unknown (?:document property name|switch argument)"
    r"|No (?:table of contents|table of figures|index) entries found)"
    r"|Kesalahan!\s+[A-Z][\w ]{5,60}?(?:tidak \w+))\.?"
)
"""What Word prints where a cross-reference leads to nothing."""
