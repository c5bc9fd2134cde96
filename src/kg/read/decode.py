"""Bytes to text: the fence around charset-normalizer. UTF-8 first, then byte order marks, then a guess that must be convincing."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from kg.errors import InputError

# what a file begins with when it is no text, whatever its name says
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALIKE = 0.05  # difference of the detector's disorder that tells nothing
_NULS = 0.4  # share of the pairs of UTF-16 that are ASCII, at least
_FEWEST = 16  # bytes
_SAMPLE = 200_000  # bytes shown to the detector: enough to tell a charset, cheap on the largest file


def decode(raw: bytes, path: str) -> str:
    """The text of a file, without its byte order mark. Raises InputError for binary, empty and undecodable files."""
    if not raw.strip():
        raise InputError(path, "the file is empty", "remove it or fetch the article again")
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise InputError(path, f"the file is {what}, not text", "convert it to .txt or .html first")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return _some(raw[len(mark) :].decode(encoding), path)
            except UnicodeDecodeError as error:
                raise InputError(path, f"it begins as {encoding} but breaks at byte {error.start}", "save it as UTF-8") from error
    if wide := _wide(raw):
        try:
            return _some(raw.decode(wide), path)
        except UnicodeDecodeError as error:
            raise InputError(path, f"it looks like {wide} but breaks at byte {error.start}", "save it as UTF-8") from error
    if b"\x00" in raw:
        raise InputError(path, "the file holds binary data (NUL bytes)", "give a text file, or save it as UTF-8")
    try:
        return _some(raw.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        if _mostly_utf8(raw):
            problem = f"its UTF-8 breaks at byte {error.start} (it may be cut short)"
            raise InputError(path, problem, "fetch it again, or save it as UTF-8") from error
    guesses = from_bytes(raw[:_SAMPLE])
    best = guesses.best()
    if best is not None:
        # on a short English text the Western and the Central European pages look alike: the Western one is far more frequent
        best = next((g for g in guesses if g.encoding == "cp1252" and g.chaos <= best.chaos + _ALIKE), best)
    if best is None:
        raise InputError(path, "its character encoding cannot be told", "save it as UTF-8")
    try:
        return _some(raw.decode(best.encoding), path)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(path, f"it looks like {best.encoding} but does not decode as that", "save it as UTF-8") from error


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: in any text with spaces and line ends, one byte of many pairs is NUL, and always the same one."""
    sample = raw[: _SAMPLE // 2 * 2]
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) >= _FEWEST and high >= len(sample) // 2 * _NULS and not low:
        return "utf-16-le"
    if len(sample) >= _FEWEST and low >= len(sample) // 2 * _NULS and not high:
        return "utf-16-be"
    return None


def _mostly_utf8(raw: bytes) -> bool:
    """Is it UTF-8 with some bytes broken? Texts in other encodings have hardly a letter that is sound UTF-8 by chance."""
    text = raw[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return sum(not char.isascii() for char in text) - broken > broken


def _some(text: str, path: str) -> str:
    if not any(map(str.isalnum, text)):
        raise InputError(path, "the file is empty or has no words", "remove it or fetch the article again")
    return text
