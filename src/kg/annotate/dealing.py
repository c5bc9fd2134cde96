"""Names that stand where a party of a paper stands: "X has signed a contract with Y", "a deal between X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate import lexicon as lex
from kg.annotate.words import Piece

_ASIDE = 12  # pieces of a clause between commas behind the name
_AHEAD = 9  # pieces from the verb to the paper's noun
_BACK = 14  # pieces from "with" back to the paper's noun
_HELPERS = frozenset(
    (
        "has",
        "have",
        "had",
        "will",
        "is",
        "are",
        "was",
        "were",
        "been",
        "also",
        "recently",
        "jointly",
        "today",
        "yesterday",
        "to",
        "just",
        "already",
    )
)


def deals(pieces: Sequence[Piece], first: int, last: int) -> str:
    """How a name deals: ``signs`` before a verb of signing with its paper, ``with`` behind "with" or "between"; "" for neither."""
    if first > 1 and pieces[first - 1].key in ("with", "between", "and"):
        at = first - 1
        if pieces[at].key == "and":  # "between Vale and X"
            at = next((k for k in range(at - 1, max(at - 8, -1), -1) if not pieces[k].cap), at)
        near = pieces[max(0, at - (_BACK if pieces[at].key == "with" else 4)) : at]
        if pieces[at].key in ("with", "between") and any(p.key in lex.words("deal_noun") for p in near):
            return "with"
    if (
        first
        and pieces[first - 1].key == "to"
        and any(p.key in ("award", "awarded", "awards") for p in pieces[max(0, first - 6) : first - 1])
    ):
        return "with"
    return "signs" if _signs(pieces, last) else ""


def _signs(pieces: Sequence[Piece], at: int) -> bool:
    if at < len(pieces) and pieces[at].text == ",":  # "Bahri, the national shipping company, signed"
        close = next((k for k in range(at + 1, min(at + _ASIDE, len(pieces))) if pieces[k].text == ","), None)
        if close is None:
            return False
        at = close + 1
    if at < len(pieces) and pieces[at].key == "and":  # "Finnair and the airport operator X have reached"
        ahead = range(at + 2, min(at + _AHEAD + 2, len(pieces)))
        stop = next((k for k in ahead if pieces[k].shape == "mark" or (_verbal(pieces[k]) and pieces[k - 1].cap)), None)
        if stop is None or not _verbal(pieces[stop]):
            return False
        at = stop
    while at < len(pieces) and pieces[at].key in _HELPERS:
        at += 1
    if at >= len(pieces) or pieces[at].key not in lex.words("deal_verb"):
        return False
    for piece in pieces[at + 1 : at + _AHEAD]:
        if piece.shape == "mark" and piece.text not in "-'’$€£":
            return False
        if piece.key in lex.words("deal_noun"):
            return True
    return False


def _verbal(piece: Piece) -> bool:
    return piece.key in _HELPERS or piece.key in lex.words("deal_verb")
