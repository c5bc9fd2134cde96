"""Sentences by rule: a mark that ends one, then a space, then something that can begin one.

The parser's own splitting breaks at names it does not know; rules over a list of abbreviations are steadier on news
(Read et al. 2012, "Sentence Boundary Detection: A Long Solved Problem?", found rules at or above learned splitters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.annotate.lexicon import opener
from kg.data.words import honorifics

__all__ = ["GIVEN", "abbreviations", "split"]

# a mark right before the opening quote of the next sentence, the space between them lost;
# or a mark, then closing quotes or brackets, then space, then an opening quote, a capital or a digit
_END = re.compile(
    r"(?<=[a-z)])[.!?](?=[\"“][^\W\d_a-z])|[.!?…][\"'”’»)\]]{0,3}(?=\s+[\"'“‘«(\[]{0,2}[^\W\d_a-z]|\s+[\"'“‘«(\[]{0,2}\d|\s*\Z)"
)
_COMPANY = frozenset(("Co", "Corp", "Inc", "Ltd", "Pty", "Pte", "Bhd", "S.A", "JSC", "L.L.C"))

GIVEN = frozenset(("Ma", "Fco", "Jno", "Geo", "Wm", "Chas", "Jos", "Abd"))  # given names written short
_NEXT = re.compile(r"\s([^\W\d_a-z][^\W\d_]+)\s+(?:[A-Z]\.\s)?[^\W\d_a-z]")


@cache
def abbreviations() -> frozenset[str]:
    """The abbreviations of ``data/text/abbreviations.txt`` and the honorifics that end in a full stop, without it."""
    lines = (files("kg.data") / "text" / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return frozenset(listed | {h.rstrip(".") for h in honorifics() if h.endswith(".") or f"{h}." in honorifics()})


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as offsets into ``text``, without surrounding white space.

    A full stop after an abbreviation, an initial or a number in a list does not end a sentence; after a form of company
    ("Corp.") it does only before a capitalised word that is not part of the name, which cannot be told, so it does not.
    """
    at = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and not _ends(text, at, match.start()):
            continue
        if _open_quote(text, at, match.end()) or (text[match.end() : match.end() + 1] == '"' and text.count('"', start, match.end()) % 2):
            continue
        yield from _trim(text, at, match.end())
        at = match.end()
    yield from _trim(text, at, end)


def _ends(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` ends the sentence that began at ``start``."""
    word_start = stop
    while word_start > start and not text[word_start - 1].isspace() and text[word_start - 1] not in "(\"'“‘[":
        word_start -= 1
    word = text[word_start:stop]
    if word in abbreviations() or word in _COMPANY:
        # "… at 8 p.m. The minister": lower-case clock times end a sentence before a capital
        return word in ("a.m", "p.m", "etc")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False  # an initial
    if word in GIVEN and (nxt := _NEXT.match(text, stop + 1)) is not None and not opener(nxt.group(1).lower()):
        return False  # "Ma. Lourdes Batungbakal", but not "… said Jack Ma. The …"
    return not (word.isdigit() and not text[start:word_start].strip())  # "1. China: …"


def _open_quote(text: str, start: int, end: int) -> bool:
    """Whether a curly quotation opened in the sentence is still open: direct speech keeps its sentences apart all the same,

    except where the quotation is a few words long ("the best. Ever").
    """
    opened = text.rfind("“", start, end)
    return opened > text.rfind("”", start, end) and end - opened < 12


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
