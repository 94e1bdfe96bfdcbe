"""Characters that Word takes from a symbol font, as the signs that they look like."""

UNKNOWN = "\ufffd"
"""Stands for a sign whose look we do not know, so that no figure is read over it."""

_MARKS = {
    0x2D: "-",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0x6C: "●",
    0x6E: "■",
    0x75: "◆",
    0xA3: "□",
    0xA8: "□",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}


def symbol(code: int, font: str) -> str:
    """The character at ``code`` of the symbol font ``font`` ("" where it is not known)."""
    if not 0xF000 <= code <= 0xF0FF:
        return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else UNKNOWN
    low = code - 0xF000
    if font.lower() == "symbol" and 0x28 <= low <= 0x3F:  # digits and marks as everywhere
        return chr(low)
    if font.lower().startswith("wingdings"):
        if 0x81 <= low <= 0x8A:
            return chr(0x2460 + low - 0x81)
        return _MARKS.get(low, UNKNOWN)
    return UNKNOWN
