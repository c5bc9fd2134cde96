"""Capitalised runs of one sentence, cut into names: titles, bodies, places, countries, events, agreements, laws, and unknowns.

A small left-to-right grammar over word classes, in the manner of finite-state named-entity recognition (Appelt et al. 1993, FASTUS;
Mikheev et al. 1999: internal evidence first, the neighbours later). What the words alone don't tell leaves here with kind None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.annotate import lexicon as lex
from kg.annotate.people import person_like
from kg.annotate.words import Piece
from kg.data import words as lists
from kg.types import EntityType

_DASHES = "–—-"
_EXTEND = frozenset(("of", "for", "on", "in"))
_LAW = frozenset(("law", "decree", "act", "regulation", "resolution", "circular", "directive", "ordinance", "code", "constitution", "bill"))
_ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[IVX]{1,5})\Z", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–]\d{2,4})?\Z")
_BUSINESS = frozenset(
    ("business", "manufacturers", "exporters", "importers", "industry", "farmers", "traders", "employers", "producers", "growers", "chamber",
     "investors", "retailers", "bankers", "trade", "workers", "students", "women's", "youth")
)  # fmt: skip
_PEOPLES = frozenset(("people", "women", "farmers", "children", "workers", "fatherland"))
_PUBLIC = frozenset(
    ("city", "state", "national", "federal", "regional", "provincial", "municipal", "security", "privy", "shura", "legislative", "executive", "county",
     "district", "town", "ministers", "supreme", "constitutional", "sovereign", "transitional", "borough", "parish", "village", "people's", "advisory",
     "economic", "defence", "defense", "governing", "revolutionary", "consultative", "judicial", "research")
)  # fmt: skip
_SITED = frozenset(
    ("embassy", "consulate", "consulate general", "consulate-general", "trade office", "mission", "office", "high commission")
)


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces ``first:last`` of a sentence and what they are. ``what`` is an entity type, ``title``, ``honorific`` or ``unknown``."""

    first: int
    last: int
    what: EntityType | str
    rule: str
    features: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)


def segments(pieces: Sequence[Piece], common: Callable[[str], bool], barriers: frozenset[int]) -> list[Segment]:
    """The segments of one sentence in order. ``common(key)``: the word stands in lower case elsewhere. ``barriers``: pieces of dates."""
    found: list[Segment] = []
    at = 0
    while at < len(pieces):
        stop = _run(pieces, at, barriers)
        if stop == at:
            law = _law(pieces, at)
            if law:
                found.append(law)
                at = law.last
            else:
                at += 1
            continue
        first = at
        if pieces[at].key in ("the", "a", "an") and stop > at + 1 and lex.place_at(pieces, at, stop)[0] < 2:
            first += 1
        elif at == _opening(pieces) and stop > at and _opens(pieces, at, stop, common):
            first += 1
        end = stop
        for segment in _cut(pieces, first, stop, barriers):
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
        return not (nxt and lex.portfolio(key) and (lex.title_at(pieces, at, stop) or _portfolio_title(pieces, at, stop)))
    if lex.title_at(pieces, at, stop) or _portfolio_title(pieces, at, stop) or _event_head(pieces[at]) or _agreement_head(pieces[at]):
        return False
    return common(key) and not lex.surname(key) and not lex.given(key) and not lex.place_at(pieces, at, stop)[0]


def _run(pieces: Sequence[Piece], first: int, barriers: frozenset[int]) -> int:
    """The end of the run of capitalised pieces at ``first``; small particles, "&" and dashes between capitals belong to it."""
    if not _starts(pieces, first, barriers):
        return first
    at = first + 1
    while at < len(pieces):
        piece = pieces[at]
        if at in barriers and not (_YEAR.match(piece.text) and any(_event_head(p) for p in pieces[first:at])):
            break
        if piece.cap or (piece.shape == "num" and piece.text.isdigit() and _YEAR.match(piece.text)):
            at += 1
            continue
        nxt = at + 1 if at + 1 < len(pieces) else None
        if nxt is None or nxt in barriers:
            break
        if piece.text == "." and (lex.honorific_at(pieces, at - 1, at + 1) > 1 or _abbreviated(pieces, at)) and pieces[nxt].cap:
            at += 1
        elif piece.text in "“\"‘" and at + 3 < len(pieces) and pieces[nxt].cap and pieces[nxt + 1].text in "”\"’" and pieces[nxt + 2].cap:
            at += 4  # Rolando “Dodong” Villaflor
        elif piece.text in _DASHES and pieces[nxt].cap or piece.text == "&" and pieces[nxt].cap:
            at += 2
        elif (
            piece.shape == "low"
            and lex.particle(piece.key)
            and (pieces[nxt].cap or (nxt + 1 < len(pieces) and lex.particle(pieces[nxt].key) and pieces[nxt + 1].cap))
        ):
            at += 1
        elif piece.key == "and" and lex.portfolio(pieces[at - 1].key) and pieces[nxt].cap and lex.portfolio(pieces[nxt].key):
            at += 2
        elif piece.shape == "poss" and piece.text in "’'" and pieces[nxt].cap:
            at += 2
        elif piece.text in "’'" and piece.start == pieces[at - 1].end and pieces[at - 1].text.endswith("s") and pieces[nxt].cap:
            if not any(_headed(pieces, k) for k in range(nxt, min(len(pieces), nxt + 4)) if pieces[k].cap):
                break
            at += 2
        elif piece.shape == "poss" and pieces[nxt].cap and pieces[at - 1].key in _PEOPLES:
            at += 2
        else:
            break
    return at


def _abbreviated(pieces: Sequence[Piece], dot: int) -> bool:
    """A full stop that belongs to the capitalised word before it ("Lt.", "Gov.", an initial, "Co.")."""
    word = pieces[dot - 1]
    if pieces[dot].start != word.end:
        return False
    from kg.annotate.sentences import abbreviations

    return len(word.text) == 1 or word.text in abbreviations() or f"{word.text}.".lower() in lists.bodies()


def _starts(pieces: Sequence[Piece], at: int, barriers: frozenset[int]) -> bool:
    piece = pieces[at]
    if at in barriers and not (_YEAR.match(piece.text) and at + 1 < len(pieces) and pieces[at + 1].cap):
        return False
    if piece.cap:
        return True
    if at + 1 < len(pieces) and pieces[at + 1].cap and (at + 1) not in barriers:
        if piece.shape == "num" and (_ORDINAL.match(piece.text) or _YEAR.match(piece.text)):
            return any(_event_head(p) or _agreement_head(p) for p in pieces[at + 1 : at + 9] if p.cap)
        return piece.shape == "low" and piece.key in ("al", "el", "bin", "ibn")
    return False


def _event_head(piece: Piece) -> bool:
    if not piece.cap:
        return False
    record = lists.event_nouns().get(piece.text.lower())
    return (record is not None and not record.generic) or lex.named_event(piece.key)


def _agreement_head(piece: Piece) -> bool:
    if not piece.cap:
        return False
    record = lists.agreement_nouns().get(piece.text.lower())
    return (record is not None and not record.generic) or piece.key in (
        "agreement",
        "arrangement",
        "memorandum",
        "declaration",
        "protocol",
        "partnership agreement",
    )


def _headed(pieces: Sequence[Piece], at: int) -> bool:
    return lex.body_noun(pieces[at]) is not None or _event_head(pieces[at]) or _agreement_head(pieces[at])


def _portfolio_title(pieces: Sequence[Piece], first: int, last: int) -> int:
    """Pieces of a portfolio and its title ("Economic Affairs Minister"); 0 if there is none at ``first``."""
    at = first
    while at < last and (lex.portfolio(pieces[at].key) or (pieces[at].key == "and" and at > first)):
        at += 1
    if at == first:
        return 0
    for start in range(at, first, -1):
        size = lex.title_at(pieces, start, last)
        if size:
            return start + size - first
    return 0


def _cut(pieces: Sequence[Piece], first: int, last: int, barriers: frozenset[int]) -> Iterator[Segment]:
    at = first
    while at < last:
        piece = pieces[at]
        if not piece.cap and piece.shape != "num" and not lex.particle(piece.key):
            at += 1
            continue
        if pieces[at].shape == "num" and not any(_event_head(p) or _agreement_head(p) for p in pieces[at:last]):
            at += 1
            continue
        size = 0 if lex.country_at(pieces, at, len(pieces))[0] > 1 else lex.honorific_at(pieces, at, last)
        if size and at + size < last and not _bodily(pieces, at, last) and lex.body_noun(pieces[at + size]) is None:
            text = " ".join(p.text for p in pieces[at : at + size])
            yield Segment(at, at + size, "honorific", "honorific", {"gender": lex.honorific_gender(text.replace(" .", "."))})
            at += size
            continue
        foreign = lex.foreign_head(pieces[at])
        if foreign is not None and last - at > 1:
            yield Segment(at, last, foreign, "a noun of another language begins it")
            return
        segment = (
            _law(pieces, at) or _whole_country(pieces, at, last) or _headed_or_title(pieces, at, last, barriers) or _known(pieces, at, last)
        )
        if segment is None:
            segment = _unknown(pieces, at, last)
        yield segment
        at = segment.last


def _bodily(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """An honorific that begins a body's name instead ("St. Petersburg University" keeps "St.")."""
    return pieces[at].key in ("st", "ste", "mt", "ft")


def _title(pieces: Sequence[Piece], at: int, last: int) -> Segment | None:
    size = max(lex.title_at(pieces, at, len(pieces)), _portfolio_title(pieces, at, last))
    if not size:
        return None
    stop = at + size
    # "Minister of State for Trade", "Minister of Energy and Water Resources": the portfolio belongs to the title, a place doesn't
    for _ in range(2):
        if stop + 1 < len(pieces) and pieces[stop].key in ("of", "for"):
            begin = stop + 1 + (pieces[stop + 1].key == "the")
            if begin < len(pieces) and pieces[begin].cap and lex.portfolio(pieces[begin].key) and not _begins_body(pieces, begin):
                stop = _portfolio_list(pieces, begin)
    return Segment(at, stop, "title", "title")


def _portfolio_list(pieces: Sequence[Piece], begin: int) -> int:
    """The end of "Food, Agriculture and Light Industry" in a title: words of portfolios, commas only before a final "and"."""
    at = begin
    good = begin
    commas = False
    while at < len(pieces):
        if pieces[at].cap and lex.portfolio(pieces[at].key):
            at += 1
            if not commas:
                good = at
        elif pieces[at].text == "," and at + 1 < len(pieces) and (lex.portfolio(pieces[at + 1].key) and pieces[at + 1].cap or pieces[at + 1].key == "and"):
            at += 1
            commas = True
        elif pieces[at].key in ("and", "&") and at + 1 < len(pieces) and pieces[at + 1].cap and lex.portfolio(pieces[at + 1].key) and not _titled(pieces, at + 1, len(pieces)):
            at += 1
            commas = False
        else:
            break
    return good


def _begins_body(pieces: Sequence[Piece], begin: int) -> bool:
    """Whether the capitals at ``begin`` are a body's own name ("People's Committee", "Foreign Affairs Office") and no portfolio."""
    at = begin
    while at < len(pieces) and (pieces[at].cap or pieces[at].shape == "poss"):
        noun = lex.body_noun(pieces[at])
        if noun is not None and noun.type != "Place" and not lex.portfolio(pieces[at].key):
            return True
        at += 1
    return False


def _list(pieces: Sequence[Piece], begin: int, limit: int) -> int:
    """The end of "Commerce, Industry and Investment Promotion" that begins at ``begin``; commas count only before a final "and"."""
    at = _words(pieces, begin, limit)
    good = at
    commas = 0
    while at < limit:
        if pieces[at].text in (",", "&") or pieces[at].key == "and":
            is_comma = pieces[at].text == ","
            nxt = at + 1
            if is_comma and nxt < limit and pieces[nxt].key == "and":
                nxt += 1
                is_comma = False
            if nxt >= limit or not pieces[nxt].cap or not lex.portfolio(pieces[nxt].key) or _titled(pieces, nxt, limit):
                break
            stop = _words(pieces, nxt, limit)
            if any(lex.body_noun(pieces[k]) for k in range(nxt, stop)) and not lex.portfolio(pieces[stop - 1].key):
                break
            at = stop
            commas += is_comma
            if not is_comma:
                good = at
            elif commas > 4:
                break
        else:
            break
    return good


def _titled(pieces: Sequence[Piece], at: int, limit: int) -> bool:
    return _portfolio_title(pieces, at, min(limit, at + 5)) > 0


def _words(pieces: Sequence[Piece], begin: int, limit: int) -> int:
    at = begin
    end = begin
    while end < limit and pieces[end].cap:
        end += 1
    while at < end and (at == begin or not lex.title_at(pieces, at, limit) or lex.portfolio(pieces[at].key)):
        if (
            at > begin
            and not lex.portfolio(pieces[at].key)
            and end - at in (2, 3, 4)
            and not any(lex.body_noun(p) for p in pieces[at:end])
            and person_like(pieces[at:end]) >= 1.0
        ):
            break
        at += 1
    if (
        at > begin + 1
        and pieces[begin].key in lists.titles()
        and pieces[begin].key.endswith("s")
        and not any(lex.body_noun(p) for p in pieces[begin:at])
    ):
        return begin + 1  # "Cabinet of Ministers Nurlan Beishenov"
    return max(at, begin)


def _headed_name(pieces: Sequence[Piece], first: int, last: int, barriers: frozenset[int]) -> Segment | None:
    """A body, venue, event or agreement whose head noun stands in the run at or after ``first``."""
    if pieces[first].key == "st" and first + 1 < last and pieces[first + 1].text == ".":
        return None
    best: Segment | None = None
    at = first
    while at < last:
        if at > first and lex.title_at(pieces, at, last) and not _head_after(pieces, at, last):
            break
        size, noun = lex.body_noun_at(pieces, at, len(pieces))
        if noun is not None and not noun.sure and noun.noun in lists.event_nouns():
            noun = None  # "… Forum" is an event unless it is a known body's name
        if noun is not None and not (at > first and noun.where == "head" and pieces[at - 1].text in _DASHES and at + size == last == at):
            stop = at + size
            segment = _body(pieces, first, at, stop, last, noun, barriers)
            if segment is not None:
                best = segment
            at = stop
            continue
        if _event_head(pieces[at]) or _agreement_head(pieces[at]):
            kind = "Agreement" if _agreement_head(pieces[at]) else "Event"
            segment = _occasion(pieces, first, at, last, kind)
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
    return any(_headed(pieces, k) for k in range(at, last)) and not lex.honorific_at(pieces, at, last)


def _body(
    pieces: Sequence[Piece], first: int, head: int, stop: int, last: int, noun: lists.BodyNoun, barriers: frozenset[int]
) -> Segment | None:
    alone = head == first and stop - head == (stop - first)
    extended = stop
    features: dict[str, str] = {"noun": noun.noun}
    if noun.where == "head" and stop < len(pieces) and pieces[stop].key in _EXTEND and stop not in barriers:
        extended = _extension(pieces, stop, noun, head)
    if " of " in noun.noun and extended == stop and stop < len(pieces) and (pieces[stop].text in ",&" or pieces[stop].key == "and"):
        extended = max(stop, _list(pieces, stop - 1, len(pieces)))
        if extended < len(pieces) and pieces[extended].key in _EXTEND:
            extended = _extension(pieces, extended, noun, head)
    if extended == stop and stop < last and noun.where == "head" and not _may_follow(pieces, stop, last):
        return None  # the capitals go on: not the end of the name
    if extended == stop and alone and not (stop - head > 1 and noun.type == "Agency" and noun.sure):
        return None  # "Ministry", "Bank" alone name nothing; they are noun phrases
    if (
        noun.where == "last"
        and stop < len(pieces)
        and pieces[stop].text == "."
        and pieces[stop].start == pieces[stop - 1].end
        and stop + 1 < len(pieces)
    ):
        extended = stop + 1
    if (
        noun.where == "last"
        and extended + 1 < len(pieces)
        and pieces[extended].text == ","
        and pieces[extended + 1].text.rstrip(".") in ("Ltd", "Limited", "Inc")
    ):
        extended += 2
    if head > first and pieces[head - 1].text in _DASHES and extended == stop and stop - head == 1:
        return None  # "ties with China – Ministry"
    if noun.type == "Place" and extended == stop and (stop < last or lex.surname(pieces[stop - 1].key)) and lex.given(pieces[first].key):
        return None  # "Mauricio Plaza Alvarado" is a person
    kind: EntityType = noun.type  # type: ignore[assignment]
    own = [p.key for p in pieces[first:head]]
    if (
        kind == "Place"
        and pieces[stop - 1].key == noun.plural.lower() != noun.noun.lower()
        and noun.noun not in ("island", "mountain", "hill")
    ):
        return None  # "Al Sahel Ports": a plural names no place
    if kind == "Agency" and (lex.known_body_at(pieces, first, head)[1] or _international(pieces, first, head)):
        body = lex.known_body_at(pieces, first, head)[1]
        kind = "Organization" if body is None or body.type == "Organization" else kind
    if kind == "Agency" and not noun.sure and _BUSINESS.intersection(own):
        kind = "Organization"
    if kind == "Agency" and noun.noun == "council" and extended == stop and not _PUBLIC.intersection(own) and head > first:
        kind = "Organization"  # "Davao Durian Council"; the councils of states say so
    if kind == "Agency" and head - first >= 3 and any(p.text in _DASHES for p in pieces[first:head]) and lex.country_at(pieces, first, head)[0]:
        kind = "Organization"  # a commission of two countries
    if not noun.sure:
        features["unsure"] = "1"
    if noun.noun == "bank" and extended > stop and pieces[first].key == "bank" and lex.country_at(pieces, extended - 1, extended)[0]:
        kind = "Agency"  # "Bank of Zambia"; the commercial ones called so are listed
    begin = _leftward(pieces, first) if noun.where == "head" and head > first else first
    country, record = lex.country_at(pieces, begin, head) if begin < head else (0, None)
    if record is not None and begin + country <= head:
        features["within"] = record.name
    return Segment(begin, extended, kind, f"head noun {noun.noun!r}", features)


def _international(pieces: Sequence[Piece], first: int, head: int) -> bool:
    return any(
        lex.known_body_at(pieces, k, head)[1] is not None and lex.known_body_at(pieces, k, head)[1].type == "Organization"
        for k in range(first, head)
    )  # type: ignore[union-attr]


def _leftward(pieces: Sequence[Piece], first: int) -> int:
    """The start of "Investment, Export and Country Brand Promotion Agency": a list of portfolio words before the run."""
    at = first
    if at < 2 or pieces[at - 1].key != "and" or not pieces[at - 2].cap or not lex.portfolio(pieces[at - 2].key):
        return first
    at -= 2
    while at >= 2 and pieces[at - 1].text == "," and pieces[at - 2].cap and lex.portfolio(pieces[at - 2].key):
        at -= 2
    return at


def _may_follow(pieces: Sequence[Piece], stop: int, last: int) -> bool:
    """Whether what follows a head noun without a comma is another name: a person, a title, a place, a year."""
    if pieces[stop].text in _DASHES or not pieces[stop].cap:
        return True
    if lex.title_at(pieces, stop, last) or lex.honorific_at(pieces, stop, last) or lex.known_body_at(pieces, stop, last)[0]:
        return True
    rest = [p for p in pieces[stop:last] if p.cap]
    if lex.country_at(pieces, stop, last)[0] == last - stop or lex.place_at(pieces, stop, last)[0] == last - stop:
        return True
    return person_like(rest) >= 1.0


def _extension(pieces: Sequence[Piece], stop: int, noun: lists.BodyNoun, head: int) -> int:
    """The end of "… of the State Bank of Vietnam" after a head noun; ``stop`` where nothing fit follows."""
    at = stop
    last_noun = noun.noun
    for _ in range(4):
        if at >= len(pieces) or pieces[at].key not in _EXTEND:
            break
        word = pieces[at].key
        begin = at + 1 + (at + 1 < len(pieces) and pieces[at + 1].key in ("the", "its"))
        if begin >= len(pieces) or not pieces[begin].cap or not _extends(pieces, word, begin, last_noun):
            break
        end = _run_end(pieces, begin)
        country = lex.country_at(pieces, begin, len(pieces))[0]
        inner = next(((k + size, found) for k in range(end - 1, begin - 1, -1) for size, found in [lex.body_noun_at(pieces, k, len(pieces))] if found is not None and found.type != "Place"), None)
        if country and begin + country >= end:
            at = begin + country
            if at < len(pieces) and pieces[at].key != "in":
                break
        elif inner is not None and inner[0] >= end:
            at, last_noun = inner[0], inner[1].noun
        elif inner is not None and _may_follow(pieces, inner[0], end):
            whole = lex.place_at(pieces, inner[0], end)[0] == end - inner[0] or lex.country_at(pieces, inner[0], end)[0] == end - inner[0]
            at, last_noun = (end if whole else inner[0]), inner[1].noun
        else:
            at = _list(pieces, begin, len(pieces))
            if at < len(pieces) and pieces[at].key not in _EXTEND:
                break
    return at


def _run_end(pieces: Sequence[Piece], begin: int) -> int:
    at = begin
    while at < len(pieces) and (pieces[at].cap or (pieces[at].shape == "poss" and pieces[at - 1].key in _PEOPLES and at + 1 < len(pieces) and pieces[at + 1].cap)):
        at += 1
    return at


def _extends(pieces: Sequence[Piece], word: str, begin: int, noun: str) -> bool:
    """Whether "of", "for", "on" or "in" before the capitals at ``begin`` goes on with the name of a body whose head is ``noun``."""
    country = lex.country_at(pieces, begin, len(pieces))[0]
    if word == "in":
        return noun in _SITED and bool(country or lex.place_at(pieces, begin, len(pieces))[0])
    if word == "on":
        return noun in _ON
    record = lists.bodies().get(noun)
    if word in ("of", "for") and record is not None and record.type == "Organization" and noun not in _OF:
        return False  # "Mitsuba Foods of Nagoya"
    return not (word == "for" and country)


_OF = frozenset(
    ("university", "college", "school", "institute", "association", "chamber", "chamber of commerce", "federation", "union", "confederation", "society",
     "bank", "development bank", "fund", "council", "academy", "alliance", "league", "network", "club", "board", "cooperative", "centre", "center",
     "community", "organisation", "organization", "foundation", "party", "museum", "hospital", "church", "guild", "congress", "committee", "conference",
     "company", "corporation", "group", "board of trade", "business council", "secretariat", "movement", "front", "coalition", "trust", "initiative",
     "partnership", "consortium", "trade union", "faculty", "laboratory", "library", "order", "campaign", "commission", "assembly", "forum")
)  # fmt: skip
_ON = frozenset(("committee", "commission", "council", "state committee", "conference", "task force", "center", "centre", "institute"))


def _occasion(pieces: Sequence[Piece], first: int, head: int, last: int, kind: str) -> Segment | None:
    """A named event or agreement: words before the head, the head, "on …" with capitals after it, a year."""
    stop = head + 1
    if pieces[head].key == "memorandum" and stop + 1 < len(pieces) and pieces[stop].key == "of" and pieces[stop + 1].key == "understanding":
        stop += 2
    elif stop < len(pieces) and pieces[stop].key in ("of", "on", "for", "to", "against"):
        at = stop + 1 + (stop + 1 < len(pieces) and pieces[stop + 1].key == "the")
        if (
            at < len(pieces)
            and pieces[at].cap
            and not lex.country_at(pieces, at, len(pieces))[0]
            and not (pieces[stop].key == "for" and lex.place_at(pieces, at, len(pieces))[0])
            and not _portfolio_title(pieces, at, len(pieces))
        ):
            while at < len(pieces) and (
                pieces[at].cap
                or (
                    pieces[at].key in ("of", "the", "and", "with", "for", "in", "on", "to")
                    and at + 1 < len(pieces)
                    and (pieces[at + 1].cap or (pieces[at + 1].key == "the" and at + 2 < len(pieces) and pieces[at + 2].cap))
                )
            ):
                at += 1
            stop = at
    if stop == last and stop < len(pieces) and _YEAR.match(pieces[stop].text) is None:
        pass
    if stop < len(pieces) and (pieces[stop].cap and pieces[stop].key == "plus"):
        stop += 1
    if stop < len(pieces) and pieces[stop].shape == "num" and _YEAR.match(pieces[stop].text):
        stop += 1
    begin = first
    while begin < head and pieces[begin].shape in ("mark", "poss"):
        begin += 1
    if stop - begin < 2:
        return None
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


def _namelike_word(piece: Piece) -> bool:
    return lex.given(piece.key) or lex.surname(piece.key) or bool(lex.place_at([piece], 0, 1)[0]) or bool(lex.country_at([piece], 0, 1)[0])


def _law(pieces: Sequence[Piece], at: int) -> Segment | None:
    """ "Decree No 35/2022/NĐ-CP", "Capital Law No. 39/2024/QH15", "Regulation (EU) 2026/1187"."""
    begin = at
    stop = at
    while stop < len(pieces) and pieces[stop].cap and stop - begin < 6 and pieces[stop].key not in _LAW:
        stop += 1
    if stop >= len(pieces) or not pieces[stop].cap or pieces[stop].key not in _LAW:
        return None
    if begin < stop and lex.opener(pieces[begin].key):
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
    if begin < stop and pieces[stop].key in ("law", "act", "code", "ordinance"):
        return Segment(begin, stop + 1, "Law", "named law")
    return None


def _headed_or_title(pieces: Sequence[Piece], at: int, last: int, barriers: frozenset[int]) -> Segment | None:
    """The body or occasion at ``at``, else the title; the title first where it reaches further ("Trade Cabinet Secretary")."""
    title = _title(pieces, at, last)
    headed = _headed_name(pieces, at, last, barriers)
    size, body = lex.known_body_at(pieces, at, len(pieces))
    if body is not None and headed is not None and headed.first == at and size > 1 and at + size >= headed.last:
        return Segment(at, at + size, body.type, "well-known body", {"known": body.name})
    if title is not None and headed is not None:
        return (
            title
            if title.last > headed.last or title.last == headed.last and headed.first == at and _portfolio_title(pieces, at, last)
            else headed
        )
    return headed or title


def _whole_country(pieces: Sequence[Piece], at: int, last: int) -> Segment | None:
    """A country whose own name has a head noun ("United States", "United Arab Emirates") and stands alone."""
    size, country = lex.country_at(pieces, at, len(pieces))
    if country is None or size < 2 or not any(lex.body_noun(p) for p in pieces[at : at + size]):
        return None
    if at + size < last and any(_headed(pieces, k) for k in range(at + size, last)):
        return None
    text = " ".join(p.text for p in pieces[at : at + size])
    return Segment(at, at + size, "Country", "country", {"iso": country.iso2, "form": "demonym" if lex.adjective(text) else "name"})


def _known(pieces: Sequence[Piece], at: int, last: int) -> Segment | None:
    size, body = lex.known_body_at(pieces, at, len(pieces))
    csize, country = lex.country_at(pieces, at, len(pieces))
    if body is not None and size >= csize:
        stop = at + size
        tail = max(lex.place_at(pieces, stop, last)[0], 0) if stop < last else 0
        if tail and stop + tail == last and body.type != "Country":
            return Segment(at, last, body.type, "branch of a well-known body", {})
        return Segment(at, stop, body.type, "well-known body", {"known": body.name})
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
        if pieces[stop].text in _DASHES and not pieces[stop].cap:
            break
        if pieces[stop].text == "," or lex.honorific_at(pieces, stop, last) and not pieces[stop].shape == "mark":
            break
        if lex.title_at(pieces, stop, last) or _portfolio_title(pieces, stop, last):
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
    ):
        if not lex.surname(pieces[at].key) or person_like(pieces[at + size : stop]) >= 1.0:
            return Segment(at, at + size, "Place", "gazetteer", {"gazetteer": "1", "population": str(found[0].population)})
    if size == stop - at and (size > 1 or not (lex.portfolio(pieces[at].key) or lex.opener(pieces[at].key))):
        return Segment(at, stop, "Place", "gazetteer", {"gazetteer": "1", "population": str(found[0].population)})
    return Segment(at, stop, "unknown", "capitalised", {"prefix": str(size)} if size else {})
