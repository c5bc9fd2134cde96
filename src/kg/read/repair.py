"""Repair of a decoded text, with the way back to the source kept for every character.

In order: line ends, odd spaces, invisible and control characters, endless white space, decomposed letters (NFC), end marks such as
"./.", spaces that were lost where lines were joined, lines that were wrapped by hand. Quotation marks and dashes stay as they are.
Repairing a repaired text changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kg.read.mapped import Edit, MappedText
from kg.read.spaces import Doubt, lost_spaces
from kg.read.tricks import UNSEEN
from kg.read.unwrap import unwrap

_LINE_END: Final = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE: Final = re.compile(r"[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE: Final = re.compile(rf"[{UNSEEN}]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_LONG_RUN: Final = re.compile(r"[ \n]{100,}")  # what comes after may look through white space again from each place in it
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_END_MARK: Final = re.compile(r"(?<=[^\s./])[ ]?([./]{2,5})(?=[ ]*(?:\n|\Z))")
_PASSES: Final = 6  # a repair may open the way to another (an invisible character inside a glued word); few texts need two


def repair(mapped: MappedText) -> tuple[MappedText, tuple[Doubt, ...]]:
    """The repaired text and the places where a space may be missing but no single reading is clear (offsets in the result)."""
    for _ in range(_PASSES):
        before = mapped.text
        mapped = unwrap(_spaces(_end_marks(_compose(_characters(mapped)))))
        if mapped.text == before:
            break
    return mapped, tuple(lost_spaces(mapped.text)[1])


def _characters(mapped: MappedText) -> MappedText:
    mapped = mapped.sub(_LINE_END, "\n").sub(_SPACE, " ")
    mapped = mapped.sub(_INVISIBLE, "").sub(_CONTROL, "").sub(_SURROGATE, "\ufffd")
    return mapped.sub(_LONG_RUN, lambda run: "\n" * min(2, run.group().count("\n")) or " ")


def _compose(mapped: MappedText) -> MappedText:
    """NFC, letter by letter, so that the offsets of everything around stay exact (UAX #15)."""
    text = mapped.text
    if unicodedata.is_normalized("NFC", text):
        return mapped
    edits: list[Edit] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i < len(text) and (unicodedata.combining(text[i]) or _joins(text[i - 1], text[i])):
            continue
        cluster = text[start:i]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            edits.append((start, i, composed))
        start = i
    return mapped.edit(edits)


def _joins(left: str, right: str) -> bool:
    """Characters of combining class 0 that compose with the one before (Hangul, some Indic vowels)."""
    return not right.isascii() and unicodedata.normalize("NFC", left + right) != left + right


def _end_marks(mapped: MappedText) -> MappedText:
    """ "./." and "/./." at the end of a line, as agencies close a story, become one full stop; an ellipsis stays."""
    edits: list[Edit] = []
    for m in _END_MARK.finditer(mapped.text):
        mark = m.group(1)
        if "/" not in mark or "." not in mark:
            continue
        stop = m.start(1) + mark.index(".")
        edits += [(m.start(), stop, ""), (stop + 1, m.end(1), "")]
    return mapped.edit(edits)


def _spaces(mapped: MappedText) -> MappedText:
    return mapped.edit([(at, at, " ") for at in lost_spaces(mapped.text)[0]])
