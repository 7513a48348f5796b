"""Characters of symbol fonts (Symbol, Wingdings) as the characters that they show."""

from __future__ import annotations

UNKNOWN = "\ufffd"
"""What stands for a sign that is not known."""
_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL = {
    **{chr(code): chr(code) for code in range(0x20, 0x40)}, **_GREEK,
    "-": "−", "[": "[", "]": "]", "_": "_", "{": "{", "|": "|", "}": "}", "~": "∼",
    '"': "∀", "$": "∃", "'": "∋", "*": "∗", "@": "≅", "\\": "∴", "^": "⊥",
    "\xa3": "≤", "\xb3": "≥", "\xb1": "±", "\xb4": "×", "\xb8": "÷", "\xb7": "•", "\xb0": "°",
    "\xa5": "∞", "\xb9": "≠", "\xba": "≡", "\xbb": "≈", "\xbc": "…", "\xab": "↔", "\xac": "←",
    "\xad": "↑", "\xae": "→", "\xaf": "↓", "\xa2": "′", "\xb2": "″", "\xd6": "√", "\xe5": "∑",
    "\xa0": "€", "\xa4": "⁄", "\xa7": "♣", "\xa8": "♦", "\xa9": "♥", "\xaa": "♠",
}  # fmt: skip
_WINGDINGS = {
    " ": " ", "\xfc": "✔", "\xfb": "✘", "\xfe": "☑", "\xfd": "☒", "\xa8": "◻", "o": "□", "n": "■",
    "l": "●", "\xa7": "▪", "\xd8": "➢", "q": "❑", "v": "❖", "\xe0": "→", "\xdf": "←", "\xe1": "↑",
    "\xe2": "↓", "J": "☺", "K": "😐", "L": "☹",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "webdings": {" ": " ", "a": "✔", "r": "✘"},
          "wingdings 2": {" ": " ", "P": "✔", "O": "✘"}, "wingdings 3": {" ": " "}}  # fmt: skip

_OTHERS = ("zapf", "marlett", "monotype sorts", "mt extra", "bookshelf symbol", "wingdings",
           "webdings", "segoe mdl2", "symbol")  # fmt: skip
"""What the names of fonts begin with whose letters show other signs, none of them known here."""


def is_symbol_font(font: str) -> bool:
    return font.casefold().startswith(_OTHERS)


def shown(text: str, font: str) -> str:
    """What `text` shows in a symbol font; each sign that is not known is UNKNOWN.

    >>> shown("\\uf02d", "Symbol"), shown("12,5", "Symbol"), shown("5", "Wingdings")
    ('−', '12,5', '\\ufffd')
    """
    table = _FONTS.get(font.casefold(), {" ": " "})
    return "".join(table.get(_low(sign), UNKNOWN) for sign in text)


def sign(code: str, font: str) -> str:
    """The character of a `w:sym`: its code in hexadecimal, and its font."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return UNKNOWN
    if is_symbol_font(font):
        return shown(character, font)
    low = _low(character)
    if low != character and not " " <= low <= "~":
        return UNKNOWN
    return low


def _low(character: str) -> str:
    """Symbol fonts keep their signs in the private area: U+F02D is their 0x2D."""
    return chr(ord(character) - 0xF000) if "\uf000" <= character <= "\uf0ff" else character
