"""When two names, numbers or places in a text count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kg.types import Span

_POSSESSIVE = re.compile(r"[’'`]s\b")
_NO_WORD = re.compile(r"[^\w]+")
_ARTICLE = re.compile(r"^(the|a|an) ")


def fold(name: str | None) -> str:
    """A name without case, diacritics, punctuation, possessive or leading article; "" for none."""
    letters = unicodedata.normalize("NFKD", (name or "").replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return _ARTICLE.sub("", _NO_WORD.sub(" ", _POSSESSIVE.sub("", plain)).strip())


def folds(names: Iterable[str]) -> frozenset[str]:
    """The folded forms of ``names``."""
    return frozenset(fold(name) for name in names)


class Text:
    """A text in which snippets are found whatever its white space."""

    def __init__(self, text: str) -> None:
        self._offsets = [i for i, c in enumerate(text) if not c.isspace()]
        self._dense = "".join(text[i] for i in self._offsets)

    def places(self, snippet: str) -> tuple[Span, ...]:
        """Every place where ``snippet`` stands, left to right, none overlapping another; all of the text's spaces may differ."""
        dense = "".join(snippet.split())
        found = []
        at = self._dense.find(dense) if dense else -1
        while at >= 0:
            found.append(Span(self._offsets[at], self._offsets[at + len(dense) - 1] + 1))
            at = self._dense.find(dense, at + len(dense))
        return tuple(found)


def near(one: Span, other: Span, slack: int = 0) -> bool:
    """Whether two spans overlap, or would if one were ``slack`` characters longer on both sides."""
    return one.start < other.end + slack and other.start < one.end + slack


def number(value: object) -> float | None:
    """A number as told, thousands set apart by commas or not; None for what is none."""
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


def same_number(one: object, other: object) -> bool:
    """Whether both are numbers and differ by no more than a millionth."""
    a, b = number(one), number(other)
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(b))
