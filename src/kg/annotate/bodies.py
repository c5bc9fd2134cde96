"""Names of bodies and venues around a head noun: what stands before it, and what "of", "for" and lists of portfolios add behind it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate import lexicon as lex
from kg.annotate import titles
from kg.annotate.people import person_like
from kg.annotate.segment import DASHES, Segment
from kg.annotate.words import Piece
from kg.data import words as lists
from kg.types import EntityType

EXTEND = frozenset(("of", "for", "on", "in"))
_ABSTRACT = ("ment", "tion", "sion", "ity", "ing", "ics", "ance", "ence", "ies", "ture", "ship", "control", "trade")


def body(
    pieces: Sequence[Piece], first: int, head: int, stop: int, last: int, noun: lists.BodyNoun, barriers: frozenset[int]
) -> Segment | None:
    """The body or venue of a head noun at ``head:stop`` in the run ``first:last``; None where the noun heads no name here."""
    alone = head == first and stop - head == (stop - first)
    extended = stop
    sited = noun.type == "Place" and head > first and stop + 1 < len(pieces) and pieces[stop].key == "of"
    features: dict[str, str] = {"noun": noun.noun}
    if noun.where == "head" and stop < len(pieces) and pieces[stop].key in EXTEND and stop not in barriers:
        sited = sited and bool(lex.country_at(pieces, stop + 1 + (pieces[stop + 1].key == "the"), len(pieces))[0])
        extended = stop if sited else extension(pieces, stop, noun, head)
    if noun.noun == "board" and extended > stop + 1 and pieces[stop + 1].key in ("directors", "governors", "trustees", "management"):
        return None  # "the Board of Directors of the X Company" names the company
    if noun.noun == "board" and extended > stop + 1 and alone and _firm(pieces, stop, extended):
        return None  # "the Board of Altyn Sklad JSC"
    if " of " in noun.noun and extended == stop and stop < len(pieces) and (pieces[stop].text in ",&" or pieces[stop].key == "and"):
        extended = max(stop, portfolio_run(pieces, stop - 1, len(pieces)))
        if extended < len(pieces) and pieces[extended].key in EXTEND:
            extended = extension(pieces, extended, noun, head)
    if extended == stop and stop < last and noun.where == "head" and not may_follow(pieces, stop, last):
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
    if head > first and pieces[head - 1].text in DASHES and extended == stop and stop - head == 1:
        return None  # "ties with China – Ministry"
    lone = stop - first == 2 and noun.noun in lex.words("surname_noun") and not (first and pieces[first - 1].key == "the")
    personal = lone or stop < last or lex.surname(pieces[stop - 1].key)
    if noun.type == "Place" and extended == stop and lex.given(pieces[first].key) and personal:
        return None  # "Mauricio Plaza Alvarado", "Peter Hill" are people
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
    if kind == "Agency" and not noun.sure and lex.words("business").intersection(own):
        kind = "Organization"
    if kind == "Agency" and noun.noun == "council" and extended == stop and not lex.words("public").intersection(own) and head > first:
        kind = "Organization"  # "Davao Durian Council"; the councils of states say so
    if (
        kind == "Agency"
        and head - first >= 3
        and any(p.text in DASHES for p in pieces[first:head])
        and lex.country_at(pieces, first, head)[0]
    ):
        kind = "Organization"  # a commission of two countries
    offices = ("institute", "centre", "center", "office")
    if noun.noun in offices and any(p.key in ("statistics", "statistical") for p in pieces[first:extended]):
        kind = "Agency"  # a statistical office
    if noun.noun in ("centre", "center") and extended > stop + 1 and pieces[stop].key == "for":
        kind = "Agency" if lex.portfolio(pieces[extended - 1].key) and lex.portfolio(pieces[stop + 1].key) else "Organization"
    if kind == "Organization" and "promotion" in own and noun.noun in ("organization", "organisation", "corporation", "company", "fund"):
        kind = "Agency"  # "Investment and Export Promotion Organization"
    if kind == "Organization" and noun.noun in ("academy", "college", "institute", "school") and lex.words("service").intersection(own):
        kind = "Agency"  # "Diplomatic Academy"
    if noun.noun in lex.words("seat") and first and pieces[first - 1].key in ("at", "in", "inside", "outside", "near"):
        kind = "Place"  # "signed at City Hall"
    if not noun.sure:
        features["unsure"] = "1"
    if noun.noun == "bank" and extended > stop and pieces[first].key == "bank" and lex.country_at(pieces, extended - 1, extended)[0]:
        kind = "Agency"  # "Bank of Zambia"; the commercial ones called so are listed
    legal = noun.where == "last"
    plural = pieces[stop - 1].key == noun.plural.lower() != noun.noun.lower()
    begin = _leftward(pieces, first, head, legal) if head > first and noun.type != "Place" and not plural else first
    country, record = lex.country_at(pieces, begin, head) if begin < head else (0, None)
    if record is not None and begin + country <= head:
        features["within"] = record.name
    return Segment(begin, extended, kind, f"head noun {noun.noun!r}", features)


def _firm(pieces: Sequence[Piece], first: int, last: int) -> bool:
    nouns = [lex.body_noun_at(pieces, k, last)[1] for k in range(first, last)]
    return any(n is not None and n.type == "Organization" for n in nouns)


def _international(pieces: Sequence[Piece], first: int, head: int) -> bool:
    """Whether the words before the head name an organization of several states ("EAC Secretariat")."""
    known = (lex.known_body_at(pieces, k, head)[1] for k in range(first, head))
    return any(body is not None and body.type == "Organization" for body in known)


def _leftward(pieces: Sequence[Piece], first: int, head: int, legal: bool) -> int:
    """The start of "Spices, Cardamom and Medicinal Plants Export Promotion Council": what is joined to the left of the run.

    The run must go on with a word of the language (of a company all before its legal form), and what is joined must end in one;
    behind "the" any word will do that is no name of its own.
    """
    at = first
    if at < 2 or (pieces[at - 1].key != "and" and pieces[at - 1].text != "&") or not lex.everyday(pieces[first].key):
        return first
    if legal and not all(lex.everyday(p.key) for p in pieces[first:head] if p.cap):
        return first
    at = _conjunct(pieces, at - 1)
    while 2 <= at < first and pieces[at - 1].text == "," and _conjunct(pieces, at - 1) < at - 1:
        at = _conjunct(pieces, at - 1)
    if at >= first - 1:
        return first
    if at and pieces[at - 1].key == "of" and at > 1 and pieces[at - 2].key in lists.titles():
        return first  # "the Minister of Trade and Export Board"
    begins = (
        at == 0
        or pieces[at - 1].key in ("the", "a", "an", "of", "its", "their", "for", "with", "by", "and")
        or pieces[at - 1].shape in ("poss", "mark")
    )
    if not begins or (legal and at and pieces[at - 1].text == ","):
        return first
    strict = not (at and (pieces[at - 1].key in ("the", "its", "their") or pieces[at - 1].shape == "poss"))
    last = next(k for k in range(first - 2, at - 1, -1) if pieces[k].cap)
    if strict and not lex.everyday(pieces[last].key) and not legal:
        return first
    return at


def _conjunct(pieces: Sequence[Piece], stop: int) -> int:
    """The start of the capitals that end before ``stop``, where they can be joined to a body's name; else ``stop``."""
    at = stop
    while at and (pieces[at - 1].cap or (pieces[at - 1].text in "’'" and at > 1 and pieces[at - 2].cap)):
        at -= 1
    while at < stop and lex.opener(pieces[at].key) and not lex.portfolio(pieces[at].key):
        at += 1  # "The Uganda Coffee Growers' and Exporters' Union"
    own = [k for k in range(at, stop) if pieces[k].cap]
    if not own:
        return stop
    last = pieces[own[-1]]
    if lex.country_at(pieces, own[-1], stop)[0] or lex.known_body_at(pieces, at, stop)[0] or _calendar(last):
        return stop
    if lex.place_at(pieces, own[-1], stop)[0] or lex.given(last.key) or (lex.acronym(last.text) and last.text.isupper()):
        return stop
    if not lex.everyday(last.key) and lex.surname(last.key):
        return stop
    for k in own:
        noun = lex.body_noun(pieces[k])
        if noun is None or lex.portfolio(pieces[k].key):
            continue
        if noun.where == "last" or (noun.type != "Organization" and noun.sure and k == own[-1]) or noun.noun in lex.words("of"):
            return stop
    if any(lex.title_at(pieces, k, stop) and not lex.portfolio(pieces[k].key) for k in own) or lex.opener(pieces[at].key):
        return stop
    return at


def _calendar(piece: Piece) -> bool:
    return piece.cap and piece.key in lex.words("calendar")


def may_follow(pieces: Sequence[Piece], stop: int, last: int) -> bool:
    """Whether what follows a head noun without a comma is another name: a person, a title, a place, a year."""
    if pieces[stop].text in DASHES or not pieces[stop].cap:
        return True
    if lex.title_at(pieces, stop, last) or lex.honorific_at(pieces, stop, last) or lex.known_body_at(pieces, stop, last)[0]:
        return True
    rest = [p for p in pieces[stop:last] if p.cap]
    if lex.country_at(pieces, stop, last)[0] == last - stop or lex.place_at(pieces, stop, last)[0] == last - stop:
        return True
    return person_like(rest) >= 1.0


def extension(pieces: Sequence[Piece], stop: int, noun: lists.BodyNoun, head: int) -> int:
    """The end of "… of the State Bank of Vietnam" after a head noun; ``stop`` where nothing fit follows."""
    at = stop
    last_noun = noun.noun
    for _ in range(4):
        if at >= len(pieces) or pieces[at].key not in EXTEND:
            break
        word = pieces[at].key
        begin = at + 1 + (at + 1 < len(pieces) and pieces[at + 1].key in ("the", "its"))
        if (
            begin >= len(pieces)
            or not pieces[begin].cap
            or _calendar(pieces[begin])
            or not _extends(pieces, word, begin, last_noun, at > stop)
        ):
            break
        post = lex.title_at(pieces, begin, len(pieces))
        if post > 1:  # "Office of the Prime Minister"
            at = begin + post
            continue
        end = _run_end(pieces, begin)
        country = lex.country_at(pieces, begin, len(pieces))[0]
        inner = next(
            (
                (k + size, found)
                for k in range(end - 1, begin - 1, -1)
                for size, found in [lex.body_noun_at(pieces, k, len(pieces))]
                if found is not None and found.type != "Place" and not (lex.portfolio(pieces[k].key) and size == 1)
            ),
            None,
        )
        where = country or lex.place_at(pieces, begin, end)[0]
        rest = pieces[begin + where : end]
        if where and word == "of" and 2 <= len(rest) <= 4 and person_like(rest) >= 1.0 and not any(lex.body_noun(p) for p in rest):
            at = begin + where  # "Customs Committee of Tajikistan Khurshed Karimov"
            break
        if country and begin + country >= end:
            at = begin + country
            if at < len(pieces) and pieces[at].key != "in":
                break
        elif inner is not None and inner[0] >= end:
            at, last_noun = inner[0], inner[1].noun
            if " of " in last_noun and at < len(pieces) and (pieces[at].text in ",&" or pieces[at].key == "and"):
                at = max(at, portfolio_run(pieces, at - 1, len(pieces)))
        elif inner is not None and may_follow(pieces, inner[0], end):
            whole = lex.place_at(pieces, inner[0], end)[0] == end - inner[0] or lex.country_at(pieces, inner[0], end)[0] == end - inner[0]
            at, last_noun = (end if whole else inner[0]), inner[1].noun
        else:
            at = portfolio_run(pieces, begin, len(pieces))
            if at < len(pieces) and pieces[at].key not in EXTEND:
                break
    return at


def _run_end(pieces: Sequence[Piece], begin: int) -> int:
    at = begin
    while at < len(pieces) and (
        pieces[at].cap
        or (pieces[at].shape == "poss" and pieces[at - 1].key in lex.words("peoples") and at + 1 < len(pieces) and pieces[at + 1].cap)
    ):
        at += 1
    return at


def _extends(pieces: Sequence[Piece], word: str, begin: int, noun: str, inner: bool) -> bool:
    """Whether "of", "for", "on" or "in" before the capitals at ``begin`` goes on with the name of a body whose head is ``noun``."""
    country = lex.country_at(pieces, begin, len(pieces))[0]
    if word == "in":
        return noun in lex.words("sited") and bool(country or lex.place_at(pieces, begin, len(pieces))[0])
    if word == "on":
        return noun in lex.words("on")
    record = lists.bodies().get(noun)
    if word in ("of", "for") and record is not None and record.type == "Organization" and noun not in lex.words("of"):
        return inner and bool(country)  # "Union of Exporters of Chile", but not "Hinode Tools of Nagoya"
    return not (word == "for" and country)


def portfolio_run(pieces: Sequence[Piece], begin: int, limit: int) -> int:
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
            if nxt >= limit or not pieces[nxt].cap or not _subject(pieces, nxt, limit) or titles.titled(pieces, nxt, limit):
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


def _subject(pieces: Sequence[Piece], begin: int, limit: int) -> bool:
    """Whether the capitals at ``begin`` go on with a portfolio: "Industry", "Aquatic Resources", "Excise Control"."""
    if lex.portfolio(pieces[begin].key):
        return True
    stop = begin
    while stop < limit and pieces[stop].cap:
        stop += 1
    own = pieces[begin:stop]
    if not 2 <= len(own) <= 4 or not all(lex.everyday(p.key) for p in own):
        return False
    noun = lex.body_noun(own[-1])
    abstract = own[-1].key.endswith(_ABSTRACT)
    return (lex.portfolio(own[-1].key) or abstract) and (noun is None or lex.portfolio(own[-1].key))


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
