"""Names that a head noun makes: events ("… Trade Fair"), agreements ("Agreement on …"), laws ("Decree No 35/2022")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate import lexicon as lex
from kg.annotate import titles
from kg.annotate.segment import YEAR, Segment
from kg.annotate.words import Piece
from kg.data import words as lists


def event_head(piece: Piece) -> bool:
    """Whether a capitalised word can head an event's name."""
    if not piece.cap:
        return False
    record = lists.event_nouns().get(piece.text.lower())
    return (record is not None and not record.generic and not lex.portfolio(piece.key)) or lex.named_event(piece.key)


def agreement_head(piece: Piece) -> bool:
    """Whether a capitalised word can head an agreement's name."""
    if not piece.cap:
        return False
    record = lists.agreement_nouns().get(piece.text.lower())
    return (record is not None and not record.generic and piece.key not in lex.words("no_paper")) or piece.key in (
        "agreement",
        "arrangement",
        "memorandum",
        "declaration",
        "protocol",
        "partnership agreement",
    )


def headed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a head noun of any sort of name stands at ``at``."""
    return lex.body_noun(pieces[at]) is not None or event_head(pieces[at]) or agreement_head(pieces[at])


def _about(pieces: Sequence[Piece], stop: int) -> int:
    """The end of "on Connecting Northwestern Farm Produce with Halal Markets" behind a head noun; ``stop`` where no subject follows.

    A day, a country or a place ends it: "Gala on Thursday", "Fair in Saskatoon", "Conference for Hanoi businesses".
    """
    if stop >= len(pieces) or pieces[stop].key not in ("of", "on", "for", "to", "against"):
        return stop
    at = stop + 1 + (stop + 1 < len(pieces) and pieces[stop + 1].key == "the")
    if at >= len(pieces) or not pieces[at].cap or _calendar(pieces[at]) or titles.portfolio_title(pieces, at, len(pieces)):
        return stop
    if lex.country_at(pieces, at, len(pieces))[0] or (pieces[stop].key == "for" and lex.place_at(pieces, at, len(pieces))[0]):
        return stop
    while at < len(pieces):
        if pieces[at].cap and not _calendar(pieces[at]):
            at += 1
            continue
        nxt = at + 1 + (pieces[at].key not in ("the",) and at + 1 < len(pieces) and pieces[at + 1].key == "the")
        joins = pieces[at].key in ("of", "the", "and", "with", "for", "in", "on", "to") and nxt < len(pieces) and pieces[nxt].cap
        sited = joins and pieces[at].key in ("in", "on") and (lex.place_at(pieces, nxt, len(pieces))[0] or _calendar(pieces[nxt]))
        if not joins or sited:
            break
        at = nxt
    return at


def _calendar(piece: Piece) -> bool:
    return piece.cap and piece.key in lex.words("calendar")


def _namelike_word(piece: Piece) -> bool:
    return lex.given(piece.key) or lex.surname(piece.key) or bool(lex.place_at([piece], 0, 1)[0]) or bool(lex.country_at([piece], 0, 1)[0])


def occasion(pieces: Sequence[Piece], first: int, head: int, last: int, kind: str) -> Segment | None:
    """A named event or agreement: words before the head, the head, "on …" with capitals after it, a year."""
    stop = head + 1
    if pieces[head].key == "memorandum" and stop + 1 < len(pieces) and pieces[stop].key == "of" and pieces[stop + 1].key == "understanding":
        stop += 2
    stop = _about(pieces, stop)
    land = lex.country_at(pieces, stop, len(pieces))[0] if kind == "Event" and stop == head + 1 < len(pieces) else 0
    if land and stop + land <= last and not lex.adjective(" ".join(p.text for p in pieces[stop : stop + land])):
        stop += land  # "Trade Expo Indonesia"
    if stop < len(pieces) and (pieces[stop].cap and pieces[stop].key == "plus"):
        stop += 1
    if stop < len(pieces) and pieces[stop].shape == "num" and YEAR.match(pieces[stop].text):
        stop += 1
    begin = first
    while begin < head and pieces[begin].shape in ("mark", "poss"):
        begin += 1
    if stop - begin < 2 or (stop - begin == 2 and stop == head + 1 and lex.given(pieces[begin].key) and pieces[begin].cap):
        return None  # "Lucy Grant" is a person
    if [p.key for p in pieces[begin:stop]] in (["memorandum", "of", "understanding"], ["memoranda", "of", "understanding"]):
        return None  # a kind of paper, no name
    back = begin
    if kind == "Event" and back >= 2 and pieces[back - 1].key == "and" and pieces[back - 2].cap and not _namelike_word(pieces[back - 2]):
        start = back - 2
        while start > 0 and (pieces[start - 1].cap or pieces[start - 1].shape == "num") and not lex.opener(pieces[start - 1].key):
            start -= 1
        if start == 0 or pieces[start - 1].key in ("the", "a", "an", "its", "their", "'s", "annual") or pieces[start].shape == "num":
            back = start
    while kind == "Agreement" and back >= 2 and pieces[back - 1].key in ("in", "on") and pieces[back - 2].cap:
        back -= 2
        while back > 0 and pieces[back - 1].cap:
            back -= 1
    if kind == "Agreement" and back >= 2 and pieces[back - 1].key == "and" and pieces[back - 2].cap and lex.portfolio(pieces[back - 2].key):
        back -= 2
        while back > 0 and pieces[back - 1].cap and not lex.opener(pieces[back - 1].key):
            back -= 1
    return Segment(back, stop, kind, f"named {kind.lower()} by its head {pieces[head].text!r}", {"noun": pieces[head].text.lower()})


def law(pieces: Sequence[Piece], at: int) -> Segment | None:
    """ "Decree No 35/2022/NĐ-CP", "Capital Law No. 39/2024/QH15", "Regulation (EU) 2026/1187"."""
    begin = at
    stop = at
    while stop < len(pieces) and pieces[stop].cap and stop - begin < 6 and pieces[stop].key not in lex.words("law"):
        stop += 1
    if stop >= len(pieces) or not pieces[stop].cap or pieces[stop].key not in lex.words("law"):
        return None
    if begin < stop and lex.opener(pieces[begin].key) and not lex.portfolio(pieces[begin].key):
        begin += 1
    end = stop + 1
    numbered = False
    if end + 2 < len(pieces) and pieces[end].text == "(" and pieces[end + 2].text == ")":
        end += 3
    if end < len(pieces) and pieces[end].key in ("no", "nos", "number"):
        end += 1
        if end < len(pieces) and pieces[end].text == ".":
            end += 1
    if end < len(pieces) and pieces[end].shape == "num" and re.match(r"\d+(?:[/\-]|\Z)", pieces[end].text):
        numbered = True
        end += 1
    if numbered:
        return Segment(begin, end, "Law", "numbered law")
    if begin == stop and pieces[stop].key in ("law", "act", "decree", "code") and end < len(pieces) and pieces[end].key == "on":
        last = _capitals(pieces, end + 1)
        if last > end + 1:
            return Segment(begin, last, "Law", "law named by its subject")
    if begin < stop and pieces[stop].key in ("law", "act", "code", "ordinance"):
        year = end < len(pieces) and pieces[end].shape == "num" and YEAR.match(pieces[end].text) is not None
        return Segment(begin, stop + 1 + year, "Law", "named law")
    return None


def _capitals(pieces: Sequence[Piece], begin: int) -> int:
    """The end of the capitals at ``begin``; "and" between two belongs to them."""
    at = begin
    while at < len(pieces) and (pieces[at].cap or (pieces[at].key == "and" and at + 1 < len(pieces) and pieces[at + 1].cap)):
        at += 1
    return at
