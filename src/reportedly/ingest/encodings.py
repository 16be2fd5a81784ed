"""Bytes → characters for text files and rows, by BOM, UTF-8 or Windows-1252."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its BOM begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1b\x85")
_MAX_CONTROLS = 0.02


def bom_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark tells, else None."""
    return next((name for bom, name in _BOMS if head.startswith(bom)), None)


def decode(content: bytes) -> str | None:
    """The characters of a text, or None where the bytes are no text.

    A text that is UTF-8 but for a few broken bytes stays UTF-8, with U+FFFD for them: reading
    it as Windows-1252 would spoil every accent.
    """
    text = _decoded(content)
    if text is None or _looks_binary(text):
        return None
    return text


def encoding_of(sample: bytes) -> str:
    """The encoding of a long text by its beginning, for reading it as a stream."""
    marked = bom_encoding(sample)
    if marked is not None:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=False)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _decoded(content: bytes) -> str | None:
    marked = bom_encoding(content)
    if marked is not None:
        try:
            return content.decode(marked)
        except UnicodeDecodeError:
            return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        mended = content.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    good = sum(character > "\x7f" for character in mended) - broken
    if good > broken:
        return mended
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _looks_binary(text: str) -> bool:
    """Whether control characters are too many for a text (a few NULs are met in the wild)."""
    sample = text[:20_000]
    controls = sum(c < " " and c not in _TEXT_CONTROLS for c in sample)
    return controls > max(2, _MAX_CONTROLS * len(sample))
