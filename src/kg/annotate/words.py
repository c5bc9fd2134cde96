"""Words as the name finder sees them: compounds with hyphens whole, possessives and "-based" split off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.data.gazetteer import country_of, fold

Shape = Literal["cap", "low", "num", "mark", "poss"]

_WORD = re.compile(
    r"(?P<dotted>(?:[^\W\d_]\.){2,}(?:-[^\W\d_]+\.?)?)"  # U.S., N.L.
    r"|(?P<word>[^\W_]+(?:[’'\-/&][^\W_]+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_SUFFIX = re.compile(
    r"-(?:based|led|backed|owned|born|run|made|funded|wide|style|invested|registered|bound|area|speaking|listed|controlled|"
    r"headquartered|sponsored|brokered|mediated|hosted|organi[sz]ed|financed|type|level|trained|educated|supported|built)$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or mark of a sentence; ``key`` is its folded form."""

    start: int
    end: int
    text: str
    key: str
    shape: Shape

    @property
    def cap(self) -> bool:
        """Whether it is written with a capital."""
        return self.shape == "cap"


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of ``text[start:end]``, with offsets into ``text``."""
    found: list[Piece] = []
    for match in _WORD.finditer(text, start, end):
        at, stop = match.span()
        if match.lastgroup == "mark":
            found.append(Piece(at, stop, match.group(), match.group(), "mark"))
        elif match.lastgroup == "dotted":
            found.append(_piece(text, at, stop))
        else:
            found.extend(_split(text, at, stop))
    return found


def _split(text: str, start: int, end: int) -> list[Piece]:
    word = text[start:end]
    if len(word) > 2 and word[-2] in "’'" and word[-1] in "sS" and word[:-2].isupper() <= (word[-1] == "S" or word[:-2].isupper()):
        return [*_split(text, start, end - 2), Piece(end - 2, end, word[-2:], "'s", "poss")]
    suffix = _SUFFIX.search(word)
    if suffix and suffix.start():
        at = start + suffix.start()
        return [*_split(text, start, at), Piece(at, at + 1, "-", "-", "mark"), _piece(text, at + 1, end)]
    for joint in ("-", "/"):
        left, mark, right = word.partition(joint)
        if mark and right and _names_land(left) and _names_land(right):
            at = start + len(left)
            return [_piece(text, start, at), Piece(at, at + 1, mark, mark, "mark"), _piece(text, at + 1, end)]
    return [_piece(text, start, end)]


def _names_land(word: str) -> bool:
    """Whether the word alone names a country or its people, so that "Vietnam-Japan" is two."""
    return len(word) > 1 and word[0].isupper() and country_of(word) is not None


def _piece(text: str, start: int, end: int) -> Piece:
    word = text[start:end]
    first = next((c for c in word if c.isalpha()), "")
    if not first:
        shape: Shape = "num"
    elif first.isupper() and not word[0].isdigit():
        shape = "cap"
    elif not word[0].isdigit() and any(word[i].isupper() and word[i - 1] in "’'-" for i in range(1, len(word))) and len(word) > 3:
        shape = "cap"  # d'Entremont, al-Haddad
    elif word[0].isdigit():
        shape = "num"
    else:
        shape = "low"
    return Piece(start, end, word, fold(word), shape)
