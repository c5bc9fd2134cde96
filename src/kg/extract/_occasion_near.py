"""Where and when an event is, by what stands side by side: for places and days that the parse hangs elsewhere.

A small parser often hangs "in Tallinn" on the name before it ("met her counterpart Jaan Tamm in Tallinn on Monday"). Here the words
themselves decide: a place next to the event's own day, a place behind the person who was met, the place before "where".
"""

from __future__ import annotations

import re

from kg.extract._occasion_clauses import Clause
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, Token

_THEN_DAY = re.compile(r",?\s(?:(?:on|from|between|in|late|early)\s)?")  # "in Lomé on Monday", "in Lomé, from 3 to 5 May"
_INTO = re.compile(r",?\s(?:(?:here\s)?(?:in|at))\s(?:the\s)?")  # "on Monday in Lomé"
_WHERE = re.compile(r",?\s")


def beside_day(syntax: Syntax, mention: Mention, days: list[DateMention]) -> list[Mention]:
    """The place behind "in" or "at" that touches one of the event's days, as a list of one or none."""
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[mention.token])
    for place in doc.within(sentence):
        if not _is_place(place) or mention.start <= place.start < mention.end:
            continue
        at = led(syntax, place)
        if at is None:
            continue
        for day in days:
            behind = place.end <= day.start and _THEN_DAY.fullmatch(doc.text[_whole(syntax, place) : day.start])
            before = day.end <= at.start and _INTO.match(doc.text[day.end : place.start]) and not doc.text[day.end : at.start].strip(" ,")
            if behind or before:
                return [place]
    return []


def behind_person(syntax: Syntax, mention: Mention) -> list[Mention]:
    """ "met X in Lomé": the place behind the named person who was met, whom the parse takes to be in it."""
    doc = syntax.doc
    verb = doc.tokens[mention.token]
    sentence = syntax.sentence(verb)
    people = [m for m in doc.within(sentence) if m.kind == "Person" and m.form == "name" and m.start > verb.end]
    for place in doc.within(sentence):
        at = led(syntax, place) if _is_place(place) and place.start > verb.end else None
        if at is None or not any(m.end <= at.start and not doc.text[m.end : at.start].strip() for m in people):
            continue
        if not any(t.pos in ("VERB", "AUX") for t in doc.tokens[verb.i + 1 : at.i]):
            return [place]
    return []


def where(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...]) -> tuple[list[Mention], list[DateMention]]:
    """ "was in Osaka on Tuesday, where he met …", "in June, when they met": the words before "where" or "when" place and date it."""
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[mention.token])
    opening = [t for t in doc.tokens[sentence.first : mention.token] if t.text.lower() in ("where", "when") and t.i > sentence.first]
    if not opening:
        return [], []
    mark = opening[-1]
    verb = syntax.head(mark)
    inside = [t for t in doc.tokens[mark.i : mention.token + 1] if t.text in (";", ":")]
    if verb is None or inside or not any(_under(syntax, c.verb, verb) for c in clauses):
        return [], []
    end = mark.start
    when = mark.text.lower() == "when"
    found = [d for d in doc.dates_in(sentence) if d.end <= end and _WHERE.fullmatch(doc.text[d.end : end]) and d.role == "date"]
    if when:
        return [], found
    if found:
        end = found[0].start
        while end > 0 and doc.text[:end].rstrip().endswith((" on", ",")):
            end = len(doc.text[:end].rstrip().removesuffix(",").removesuffix(" on"))
    places = [p for p in doc.within(sentence) if _is_place(p) and p.end <= mark.start and not doc.text[_whole(syntax, p) : end].strip(" ,")]
    return places[-1:], found if places and any(d.grain in ("day", "weekday") for d in found) else []


def _under(syntax: Syntax, verb: Token, top: Token) -> bool:
    return verb.i == top.i or any(t.i == top.i for t in syntax.ancestors(verb))


def _is_place(mention: Mention) -> bool:
    return mention.kind in ("Place", "Country") and mention.form in ("name", "acronym")


def led(syntax: Syntax, place: Mention, prepositions: tuple[str, ...] = ("in", "at")) -> Token | None:
    """The preposition that a place stands behind, with nothing between but "the" and words such as "city of"."""
    tokens = syntax.doc.tokens
    first = next((t.i for t in tokens[max(place.token - 8, 0) : place.token + 1] if t.start >= place.start), place.token)
    at = first - 1
    for _ in range(5):
        if at < 0 or tokens[at].sentence != tokens[place.token].sentence:
            return None
        word = tokens[at].text.lower()
        if word in prepositions:
            return tokens[at]
        venue = _ends(syntax, tokens[at - 1]) if word == "," and at else None
        if venue is not None:  # "at State House, Abuja"
            at = next((t.i for t in tokens[max(at - 9, 0) : at] if t.start >= venue.start), at) - 1
            continue
        if (
            word not in ("the", "of", "city", "town", "port", "capital")
            and tokens[at].lemma.lower() not in words("venue")
            and tokens[at].pos != "ADJ"
        ):
            return None
        at -= 1
    return None


def _ends(syntax: Syntax, token: Token) -> Mention | None:
    """The name that ends with a token."""
    return next(
        (m for m in syntax.doc.within(syntax.sentence(token)) if m.form == "name" and m.end == token.end and m.kind != "Person"), None
    )


def at_venue(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...]) -> list[Mention]:
    """ "were signed at State House, Abuja": the town behind a venue that the clause's verb has."""
    own = {c.verb.i for c in clauses if c.role != "oblique"}
    for place in syntax.doc.within(syntax.sentence(syntax.doc.tokens[mention.token])):
        at = led(syntax, place) if _is_place(place) and not mention.start <= place.start < mention.end else None
        top = syntax.head(at) if at is not None else None
        if top is not None and (top.i in own or top.i == mention.token):
            return [place]
    return []


def _whole(syntax: Syntax, place: Mention) -> int:
    """Where a place's phrase ends: "Chau Doc city", "Kotka, Finland"."""
    doc = syntax.doc
    end = place.end
    for token in doc.tokens[place.token + 1 : place.token + 5]:
        known = syntax.mention(token, "name")
        if token.start < end:
            continue
        if token.lemma.lower() in words("venue") and not doc.text[end : token.start].strip():
            end = token.end
        elif known is not None and _is_place(known) and doc.text[end : known.start].strip() == "," and known.start >= end:
            end = known.end
    return end
