"""Search over names, for programs that ask the explorer without its page."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

LONGEST = 200  # characters of a search
MOST = 200  # things a search gives
_WITHOUT_MARKS = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """``text`` without case and diacritics: ``Đà Nẵng`` is ``da nang``; the page's script does the same."""
    apart = unicodedata.normalize("NFKD", text.lower().translate(_WITHOUT_MARKS))
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_WITHOUT_MARKS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing as the search knows it."""

    id: str
    name: str
    type: str
    other: Sequence[str] = ()


class Index:
    """Folded names of things in order of weight, and all of them as one text: a search looks there for its longest word first."""

    def __init__(self, things: Sequence[Entry]) -> None:
        self.things = things
        self.names = [[(name, " " + " ".join(_WORD.findall(fold(name)))) for name in (t.name, *t.other)] for t in things]
        lines = ["\n".join(folded for _, folded in names) + "\n" for names in self.names]
        self._text = "".join(lines)
        self._ends = list(accumulate(map(len, lines)))  # where each thing's names end there

    def _with(self, word: str) -> Iterator[int]:
        """The things that have ``word`` somewhere in a name, in order."""
        at = self._text.find(word)
        while at >= 0:
            i = bisect_right(self._ends, at)
            yield i
            at = self._text.find(word, self._ends[i])

    def search(self, text: str, limit: int, type_: str = "") -> list[dict[str, str]]:
        """See :meth:`kg.explore.Explorer.search`."""
        wanted = _WORD.findall(fold(text[:LONGEST]))
        if not wanted:
            return []
        whole = " " + " ".join(wanted)
        found: list[tuple[int, int, str]] = []
        for i in self._with(max(wanted, key=len)):  # no rank does without a word
            if type_ and self.things[i].type != type_:
                continue
            best = min(((rank, name) for name, folded in self.names[i] if (rank := _rank(folded, whole, wanted)) < _NOT), default=None)
            if best is not None:
                found.append((best[0], i, best[1]))
        found.sort()
        return [
            {"id": self.things[i].id, "name": self.things[i].name, "type": self.things[i].type, "match": name}
            for _, i, name in found[: max(0, min(limit, MOST))]
        ]


_NOT = 5


def _rank(folded: str, whole: str, wanted: Sequence[str]) -> int:
    """0 the name itself, 1 its beginning, 2 words that begin so in a row, 3 in any order, 4 somewhere inside, 5 not."""
    if folded == whole:
        return 0
    if folded.startswith(whole):
        return 1
    if whole in folded:
        return 2
    if all(f" {word}" in folded for word in wanted):
        return 3
    return 4 if all(word in folded for word in wanted) else _NOT
