"""Capitalised runs of one sentence, cut into names: titles, bodies, places, countries, events, agreements, laws, and unknowns.

A small left-to-right grammar over word classes, in the manner of finite-state named-entity recognition (Appelt et al. 1993, FASTUS;
Mikheev et al. 1999: internal evidence first, the neighbours later). What the words alone don't tell leaves here with kind None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.annotate import bodies, heads, titles
from kg.annotate import lexicon as lex
from kg.annotate.people import person_like
from kg.annotate.segment import DASHES, ORDINAL, YEAR, Segment
from kg.annotate.sentences import GIVEN, abbreviations
from kg.annotate.words import Piece
from kg.data import words as lists


def segments(pieces: Sequence[Piece], common: Callable[[str], bool], barriers: frozenset[int]) -> list[Segment]:
    """The segments of one sentence in order. ``common(key)``: the word stands in lower case elsewhere. ``barriers``: pieces of dates."""
    found: list[Segment] = []
    at = 0
    while at < len(pieces):
        stop = _run(pieces, at, barriers)
        if stop == at:
            law = heads.law(pieces, at)
            if law:
                found.append(law)
                at = law.last
            else:
                at += 1
            continue
        first = at
        if (pieces[at].key in ("the", "a", "an") and stop > at + 1 and lex.place_at(pieces, at, stop)[0] < 2) or (
            at == _opening(pieces) and stop > at and _opens(pieces, at, stop, common)
        ):
            first += 1
        end = stop
        for segment in _cut(pieces, first, stop, barriers):
            while found and found[-1].first >= segment.first:
                found.pop()  # "Spices" of "Spices, Cardamom and Medicinal Plants Export Promotion Council"
            found.append(segment)
            end = max(end, segment.last)
        at = max(end, stop)
    return found


def _opening(pieces: Sequence[Piece]) -> int:
    return next((k for k, p in enumerate(pieces) if p.shape not in ("mark", "poss")), 0)


def _opens(pieces: Sequence[Piece], at: int, stop: int, common: Callable[[str], bool]) -> bool:
    """Whether the sentence's first word is capitalised only for being first."""
    key = pieces[at].key
    if key in ("the", "a", "an"):
        return not lex.place_at(pieces, at, stop)[0] > 1
    if lex.body_noun_at(pieces, at, stop)[0] or lex.country_at(pieces, at, stop)[0] or lex.known_body_at(pieces, at, stop)[0]:
        return False
    if lex.opener(key):
        nxt = pieces[at + 1] if at + 1 < stop else None
        return not (nxt and lex.portfolio(key) and (lex.title_at(pieces, at, stop) or titles.portfolio_title(pieces, at, stop)))
    if (
        lex.title_at(pieces, at, stop)
        or titles.portfolio_title(pieces, at, stop)
        or heads.event_head(pieces[at])
        or heads.agreement_head(pieces[at])
    ):
        return False
    return common(key) and not lex.surname(key) and not lex.given(key) and not lex.place_at(pieces, at, stop)[0]


def _run(pieces: Sequence[Piece], first: int, barriers: frozenset[int]) -> int:
    """The end of the run of capitalised pieces at ``first``; small particles, "&" and dashes between capitals belong to it."""
    if not _starts(pieces, first, barriers):
        return first
    at = first + 1
    while at < len(pieces):
        piece = pieces[at]
        if at in barriers and not (YEAR.match(piece.text) and any(heads.event_head(p) for p in pieces[first:at])):
            break
        if piece.cap or (piece.shape == "num" and piece.text.isdigit() and YEAR.match(piece.text)):
            at += 1
            continue
        if lex.small_form(piece.text):
            at += 1  # "Petrol d.d."
            break
        nxt = at + 1 if at + 1 < len(pieces) else None
        if nxt is None or nxt in barriers:
            break
        if piece.text == "." and (lex.honorific_at(pieces, at - 1, at + 1) > 1 or _abbreviated(pieces, at)) and pieces[nxt].cap:
            at += 1
        elif piece.text in '“"‘' and at + 3 < len(pieces) and pieces[nxt].cap and pieces[nxt + 1].text in '”"’' and pieces[nxt + 2].cap:
            at += 4  # Rolando “Dodong” Villaflor
        elif (piece.text in DASHES and pieces[nxt].cap) or (piece.text == "&" and pieces[nxt].cap):
            at += 2
        elif (
            piece.shape == "low"
            and (lex.particle(piece.key) or piece.key in ("do", "dos", "da", "das"))
            and (pieces[nxt].cap or (nxt + 1 < len(pieces) and lex.particle(pieces[nxt].key) and pieces[nxt + 1].cap))
        ):
            at += 1
        elif (piece.key == "and" and lex.portfolio(pieces[at - 1].key) and pieces[nxt].cap and lex.portfolio(pieces[nxt].key)) or (
            piece.shape == "poss" and piece.text in "’'" and pieces[nxt].cap
        ):
            at += 2
        elif piece.text in "’'" and piece.start == pieces[at - 1].end and pieces[at - 1].text.endswith("s") and pieces[nxt].cap:
            if not any(heads.headed(pieces, k) for k in range(nxt, min(len(pieces), nxt + 4)) if pieces[k].cap):
                break
            at += 2
        elif piece.shape == "poss" and pieces[nxt].cap and (pieces[at - 1].key in lex.words("peoples") or _of_trade(pieces, at)):
            at += 2
        else:
            break
    return at


def _of_trade(pieces: Sequence[Piece], at: int) -> bool:
    """ "Fishermen's Union": a plural without s, right before the head noun of an association."""
    noun = lex.body_noun(pieces[at + 1])
    return pieces[at - 1].key.endswith("men") and noun is not None and noun.type == "Organization"


def _abbreviated(pieces: Sequence[Piece], dot: int) -> bool:
    """A full stop that belongs to the capitalised word before it ("Lt.", "Gov.", an initial, "Co.")."""
    word = pieces[dot - 1]
    if pieces[dot].start != word.end:
        return False
    return len(word.text) == 1 or word.text in GIVEN or word.text in abbreviations() or f"{word.text}.".lower() in lists.bodies()


def _starts(pieces: Sequence[Piece], at: int, barriers: frozenset[int]) -> bool:
    piece = pieces[at]
    if at in barriers and not (YEAR.match(piece.text) and at + 1 < len(pieces) and pieces[at + 1].cap):
        return False
    if piece.cap:
        return True
    if at + 1 < len(pieces) and pieces[at + 1].cap and (at + 1) not in barriers:
        if piece.shape == "num" and (ORDINAL.match(piece.text) or YEAR.match(piece.text)):
            return any(heads.event_head(p) or heads.agreement_head(p) for p in pieces[at + 1 : at + 9] if p.cap)
        return piece.shape == "low" and piece.key in ("al", "el", "bin", "ibn")
    return False


def _cut(pieces: Sequence[Piece], first: int, last: int, barriers: frozenset[int]) -> Iterator[Segment]:
    at = first
    honoured = -1
    while at < last:
        piece = pieces[at]
        if not piece.cap and piece.shape != "num" and not lex.particle(piece.key):
            at += 1
            continue
        if pieces[at].shape == "num" and not any(heads.event_head(p) or heads.agreement_head(p) for p in pieces[at:last]):
            at += 1
            continue
        size = 0 if lex.country_at(pieces, at, len(pieces))[0] > 1 else lex.honorific_at(pieces, at, last)
        if size and at + size < last and not _bodily(pieces, at, last) and lex.body_noun(pieces[at + size]) is None:
            text = " ".join(p.text for p in pieces[at : at + size])
            yield Segment(at, at + size, "honorific", "honorific", {"gender": lex.honorific_gender(text.replace(" .", "."))})
            at += size
            honoured = at
            continue
        foreign = lex.foreign_head(pieces[at])
        if foreign is not None and last - at > 1:
            yield Segment(at, last, foreign, "a noun of another language begins it")
            return
        segment = (
            heads.law(pieces, at)
            or _agreement(pieces, at)
            or _whole_country(pieces, at, last)
            or _headed_or_title(pieces, at, last, barriers)
            or _known(pieces, at, last)
        )
        if segment is None or (honoured == at and segment.what == "Place"):
            segment = _unknown(pieces, at, last)  # behind "Gov." stands a person, whatever the name looks like
        yield segment
        at = segment.last


def _bodily(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """An honorific that begins a body's name instead ("St. Petersburg University" keeps "St.")."""
    return pieces[at].key in ("st", "ste", "mt", "ft")


def headed_name(pieces: Sequence[Piece], first: int, last: int, barriers: frozenset[int]) -> Segment | None:
    """A body, venue, event or agreement whose head noun stands in the run at or after ``first``."""
    if pieces[first].key == "st" and first + 1 < last and pieces[first + 1].text == ".":
        return None
    best: Segment | None = None
    at = first
    while at < last:
        if at > first and lex.title_at(pieces, at, last) and not _head_after(pieces, at, last):
            break
        if at > first and lex.honorific_at(pieces, at, last) and lex.body_noun(pieces[at]) is None:
            break  # "Michigan Gov. Ellen Ward"
        size, noun = lex.body_noun_at(pieces, at, len(pieces))
        if noun is not None and noun.type == "Organization" and at > first and titles.portfolio_title(pieces, at, last):
            break  # "Maharashtra Industries Minister"
        edition = pieces[first].shape == "num" or ORDINAL.match(pieces[first].text) is not None
        if noun is not None and (edition or not noun.sure) and noun.noun in lists.event_nouns():
            noun = None  # "… Forum" is an event unless it is a known body's name
        if noun is not None and not (at > first and noun.where == "head" and pieces[at - 1].text in DASHES and at + size == last == at):
            stop = at + size
            segment = bodies.body(pieces, first, at, stop, last, noun, barriers)
            if segment is not None:
                best = segment
            at = stop
            continue
        if heads.event_head(pieces[at]) or heads.agreement_head(pieces[at]):
            kind = "Agreement" if heads.agreement_head(pieces[at]) else "Event"
            segment = heads.occasion(pieces, first, at, last, kind)
            if segment is not None:
                best = segment
                if segment.last > last:
                    return segment
        at += 1
    if best is None or best.last - best.first < 1:
        return None
    # words before the head that are titles or persons' don't belong to it
    return best


def _head_after(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """Whether a head noun follows in the run, so that a title word is part of a name ("Trade Ministers Meeting")."""
    return any(heads.headed(pieces, k) for k in range(at, last)) and not lex.honorific_at(pieces, at, last)


def _headed_or_title(pieces: Sequence[Piece], at: int, last: int, barriers: frozenset[int]) -> Segment | None:
    """The body or occasion at ``at``, else the title; the title first where it reaches further ("Trade Cabinet Secretary")."""
    title = titles.title(pieces, at, last)
    headed = headed_name(pieces, at, last, barriers)
    size, body = lex.known_body_at(pieces, at, len(pieces))
    if body is not None and headed is not None and headed.first == at and size > 1 and at + size >= headed.last:
        return Segment(at, at + size, body.type, "well-known body", {"known": body.name})
    if title is not None and headed is not None:
        return (
            title
            if title.last > headed.last or (title.last == headed.last and headed.first == at and titles.portfolio_title(pieces, at, last))
            else headed
        )
    return headed or title


def _whole_country(pieces: Sequence[Piece], at: int, last: int) -> Segment | None:
    """A country whose own name has a head noun ("United States", "United Arab Emirates") and stands alone."""
    size, country = lex.country_at(pieces, at, len(pieces))
    if country is None or size < 2 or not any(lex.body_noun(p) for p in pieces[at : at + size]):
        return None
    if at + size < last and any(heads.headed(pieces, k) for k in range(at + size, last)):
        return None
    text = " ".join(p.text for p in pieces[at : at + size])
    return Segment(at, at + size, "Country", "country", {"iso": country.iso2, "form": "demonym" if lex.adjective(text) else "name"})


def _agreement(pieces: Sequence[Piece], at: int) -> Segment | None:
    """A well-known agreement, unless a longer name goes on behind it ("RCEP Secretariat", "Paris Agreement Fund")."""
    size, full = lex.known_agreement_at(pieces, at, len(pieces))
    if not size or (at + size < len(pieces) and heads.headed(pieces, at + size)):
        return None
    return Segment(
        at,
        at + size,
        "Agreement",
        "well-known agreement",
        {} if full == " ".join(p.text for p in pieces[at : at + size]) else {"alias": full},
    )


def _known(pieces: Sequence[Piece], at: int, last: int) -> Segment | None:
    size, body = lex.known_body_at(pieces, at, len(pieces))
    csize, country = lex.country_at(pieces, at, len(pieces))
    if body is not None and size >= csize:
        stop = at + size
        tail = max(lex.place_at(pieces, stop, last)[0], 0) if stop < last else 0
        if tail and stop + tail == last and body.type != "Country":
            return Segment(at, last, body.type, "branch of a well-known body", {})
        return Segment(at, stop, body.type, "well-known body", {"known": body.name})
    place = lex.place_at(pieces, at, last)[0]
    if country is not None and place > csize and lex.adjective(" ".join(p.text for p in pieces[at : at + csize])):
        return None  # "Lao Cai" is no Laos
    if country is not None:
        text = " ".join(p.text for p in pieces[at : at + csize])
        stop = at + csize
        if stop < last and pieces[stop].cap and _namelike(pieces, at, last):
            return None
        form = "demonym" if lex.adjective(text) else "name"
        rest = [p for p in pieces[stop:last] if p.cap]
        if (
            form == "name"
            and len(rest) == 1
            and stop + 1 == last
            and re.fullmatch(r"[IVXLC]+|[A-Z]{2,4}", rest[0].text)
            and not lex.title_at(pieces, stop, last)
        ):
            return Segment(at, last, "unknown", "a country's name with a number or letters behind", {})
        return Segment(at, stop, "Country", "country", {"iso": country.iso2, "form": form})
    return None


def _namelike(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """A country's word inside a person's name ("Jordan Smith", "Chad Brown")."""
    return (
        lex.given(pieces[at].key)
        and at + 1 < last
        and (lex.surname(pieces[at + 1].key) or last - at == 2)
        and at + 1 < last
        and not lex.title_at(pieces, at + 1, last)
        and not lex.portfolio(pieces[at + 1].key)
    )


def _unknown(pieces: Sequence[Piece], at: int, last: int) -> Segment:
    """A stretch up to the next word of a known class; a place of the gazetteer when it fills the stretch."""
    stop = at + 1
    while stop < last:
        if pieces[stop].text in DASHES and not pieces[stop].cap:
            break
        inner = lex.particle(pieces[stop - 1].key) and not pieces[stop - 1].cap  # "bin Haji Metussin"
        if pieces[stop].text == "," or (lex.honorific_at(pieces, stop, last) and pieces[stop].shape != "mark" and not inner):
            break
        if not inner and (lex.title_at(pieces, stop, last) or titles.portfolio_title(pieces, stop, last)):
            break
        stop += 1
    while stop > at + 1 and not pieces[stop - 1].cap and pieces[stop - 1].shape != "num":
        stop -= 1
    size, found = lex.place_at(pieces, at, stop)
    if (
        0 < size < stop - at
        and at
        and pieces[at - 1].key in ("in", "of", "to", "for")
        and sum(p.cap for p in pieces[at + size : stop]) >= 2
    ) and (size > 1 or not lex.surname(pieces[at].key) or person_like(pieces[at + size : stop]) >= 1.0):
        return Segment(at, at + size, "Place", "gazetteer", {"gazetteer": "1", "population": str(found[0].population)})
    if size == stop - at and (size > 1 or not (lex.portfolio(pieces[at].key) or lex.opener(pieces[at].key))):
        return Segment(at, stop, "Place", "gazetteer", {"gazetteer": "1", "population": str(found[0].population)})
    return Segment(at, stop, "unknown", "capitalised", {"prefix": str(size)} if size else {})
