"""How the entries of a list begin and end: few words of a text do, so that most need no further look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.data.gazetteer import fold

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 14)
def opening(text: str) -> str:
    """The letters and digits that a text begins with, folded; "" where it begins with a mark."""
    match = _WORD.match(fold(text))
    return match.group() if match else ""


@lru_cache(maxsize=1 << 14)
def closing(text: str) -> str:
    """The letters and digits that a text ends with, folded; "" where it ends with a mark."""
    words = _WORD.findall(fold(text))
    return words[-1] if words and fold(text).endswith(words[-1]) else ""


def openings(entries: Iterable[str]) -> frozenset[str]:
    """The ``opening`` of each entry."""
    return frozenset(opening(entry) for entry in entries)


def closings(entries: Iterable[str]) -> frozenset[str]:
    """The ``closing`` of each entry."""
    return frozenset(closing(entry) for entry in entries)
