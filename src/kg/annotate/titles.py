"""Posts written with capitals, portfolios included: "Minister of State for Trade", "Economic Affairs Minister"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate import lexicon as lex
from kg.annotate.segment import Segment
from kg.annotate.words import Piece


def portfolio_title(pieces: Sequence[Piece], first: int, last: int) -> int:
    """Pieces of a portfolio and its title ("Economic Affairs Minister"); 0 if there is none at ``first``."""
    at = first
    while at < last and (lex.portfolio(pieces[at].key) or (pieces[at].key == "and" and at > first)):
        at += 1
    if at == first:
        return 0
    if at + 1 < len(pieces) and pieces[at].text == "," and lex.portfolio(pieces[at + 1].key):
        return _listed(pieces, first)
    for start in range(at, first, -1):
        size = lex.title_at(pieces, start, last)
        if size:
            return start + size - first
    return 0


def _listed(pieces: Sequence[Piece], first: int) -> int:
    """Pieces of "Investment, Trade and Industry Minister": commas only before a final "and"; 0 if there is none at ``first``."""
    at = first
    while at + 2 < len(pieces) and pieces[at].cap and lex.portfolio(pieces[at].key) and pieces[at + 1].text == ",":
        at += 2
    if at == first or not (pieces[at].cap and lex.portfolio(pieces[at].key)):
        return 0
    size = portfolio_title(pieces, at, min(len(pieces), at + 6))
    return at + size - first if size and any(p.key == "and" for p in pieces[at : at + size]) else 0


def titled(pieces: Sequence[Piece], at: int, limit: int) -> bool:
    """Whether a portfolio with its title begins at ``at``."""
    return portfolio_title(pieces, at, min(limit, at + 5)) > 0


def _ranked(pieces: Sequence[Piece], at: int, last: int) -> int:
    """Pieces of "Deputy Trade and Industry Minister": a rank before a portfolio and its title."""
    if not (pieces[at].cap and pieces[at].key in ("deputy", "vice", "assistant", "acting", "junior")) or at + 1 >= len(pieces):
        return 0
    size = portfolio_title(pieces, at + 1, last)
    return size + 1 if size else 0


def title(pieces: Sequence[Piece], at: int, last: int) -> Segment | None:
    """The title at ``at`` with its portfolio behind "of" or "for"."""
    size = max(lex.title_at(pieces, at, len(pieces)), portfolio_title(pieces, at, last), _ranked(pieces, at, last))
    if not size:
        return None
    stop = at + size
    # "Minister of State for Trade", "Minister of Energy and Water Resources": the portfolio belongs to the title, a place doesn't
    for _ in range(2):
        if stop + 1 < len(pieces) and pieces[stop].key in ("of", "for"):
            begin = stop + 1 + (pieces[stop + 1].key == "the")
            if begin < len(pieces) and pieces[begin].cap and lex.portfolio(pieces[begin].key) and not begins_body(pieces, begin):
                stop = portfolio_list(pieces, begin)
    return Segment(at, stop, "title", "title")


def portfolio_list(pieces: Sequence[Piece], begin: int) -> int:
    """The end of "Food, Agriculture and Light Industry" in a title: words of portfolios, commas only before a final "and"."""
    at = begin
    good = begin
    commas = False
    while at < len(pieces):
        if pieces[at].cap and lex.portfolio(pieces[at].key):
            at += 1
            if not commas:
                good = at
        elif (
            pieces[at].text == ","
            and at + 1 < len(pieces)
            and ((lex.portfolio(pieces[at + 1].key) and pieces[at + 1].cap) or pieces[at + 1].key == "and")
        ):
            at += 1
            commas = True
        elif (
            pieces[at].key in ("and", "&")
            and at + 2 < len(pieces)
            and pieces[at + 1].key == "the"
            and pieces[at + 2].cap
            and lex.portfolio(pieces[at + 2].key)
            and not titled(pieces, at + 2, len(pieces))
            and not begins_body(pieces, at + 2)
        ):
            at += 2
            commas = False
        elif (
            pieces[at].key in ("and", "&")
            and at + 1 < len(pieces)
            and pieces[at + 1].cap
            and lex.portfolio(pieces[at + 1].key)
            and not titled(pieces, at + 1, len(pieces))
        ):
            at += 1
            commas = False
        else:
            break
    return good


def begins_body(pieces: Sequence[Piece], begin: int) -> bool:
    """Whether the capitals at ``begin`` are a body's own name ("People's Committee", "Foreign Affairs Office") and no portfolio."""
    at = begin
    while at < len(pieces) and (pieces[at].cap or pieces[at].shape == "poss"):
        noun = lex.body_noun(pieces[at])
        if noun is not None and noun.type != "Place" and (pieces[at].key == "bank" or not lex.portfolio(pieces[at].key)):
            return True
        at += 1
    return False
