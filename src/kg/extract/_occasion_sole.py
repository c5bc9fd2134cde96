"""The one place or day of a sentence that tells one event, where the parse hangs it elsewhere.

Parsers err most often in where a prepositional phrase belongs. So the words decide, last of all: an event that has no place (or day) by
the parse takes one that stands behind "in" or "at" (or "on"), if it is the only one of the sentence, nothing but the event, a day, a
venue or a comma stands right before it, and no other clause has it. A place behind another noun ("a plant in Baucau"), in what somebody
said, or beside a second event is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract._occasion_clauses import verb_of
from kg.extract._occasion_near import led
from kg.extract._occasion_places import abroad
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, Sentence, Token

if TYPE_CHECKING:
    from kg.extract._occasions import Occasion

_APART = ("relcl", "ccomp", "acl")
_GRAINS = ("day", "weekday")  # a month in the sentence is as often that of a figure


def sole_place(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion]) -> list[Mention]:
    """The sentence's one place, as a list of one or none."""
    sentence = syntax.sentence(syntax.doc.tokens[occasion.mention.token])
    if not _alone(syntax, occasion, occasions, sentence):
        return []
    found = [
        m
        for m in syntax.doc.within(sentence)
        if m.kind in ("Place", "Country")
        and m.form in ("name", "acronym")
        and not occasion.mention.start <= m.start < occasion.mention.end
        and (at := led(syntax, m)) is not None
        and not abroad(syntax, m)
        and _own(syntax, occasion, syntax.doc.tokens[m.token])
        and _beside(syntax, occasion, at)
    ]
    return found[:1] if len({m.name for m in found}) == 1 or (found and _in_one(syntax, found)) else []


def sole_day(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion]) -> DateMention | None:
    """The sentence's one date."""
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[occasion.mention.token])
    dates = [d for d in doc.dates_in(sentence) if d.end <= sentence.end]
    if len(dates) != 1 or not _alone(syntax, occasion, occasions, sentence):
        return None
    date = dates[0]
    if date.grain not in _GRAINS or date.role not in ("date", "range") or date.period.start is None:
        return None
    inside = next(t for t in doc.tokens[sentence.first : sentence.last] if t.end > date.start)
    return date if _own(syntax, occasion, inside) and _adverbial(syntax, date, inside, sentence) else None


_ON = re.compile(r",?\s(?:(?:on|from|in|this|next|late|early)\s)?")
_FAR_OFF = frozenset(("from", "of", "about", "after", "before", "since", "like", "following"))


def trail(syntax: Syntax, occasion: Occasion) -> tuple[list[Mention], DateMention | None]:
    """ "the World Tea Expo in Las Vegas from 23 to 25 March": place and time right behind an event, whatever has them in the parse.

    A time is left to the clause where the event itself lies at another ("spoke of the fair in Lomé on Monday").
    """
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[occasion.mention.token])
    if occasion.mention.form == "verb":
        return [], None
    end = occasion.mention.end
    found: list[Mention] = []
    for place in doc.within(sentence):
        if place.kind not in ("Place", "Country") or place.form not in ("name", "acronym") or place.start < end:
            continue
        gap = doc.text[end : place.start].strip()
        if not (gap in ("in", "at", "in the", "at the", ", in", ", at", "in the city of") or (found and gap == ",")):
            break
        found.append(place)
        end = place.end
    far = any(c.role == "oblique" and c.prep in _FAR_OFF for c in occasion.clauses)
    day = next((d for d in doc.dates_in(sentence) if d.start >= end), None)
    fits = day is not None and not far and day.grain in _GRAINS and day.role in ("date", "range", "since") and day.period.start is not None
    if day is None or not fits or not _ON.fullmatch(doc.text, end, day.start):
        return found[:1], None
    return found[:1], day


def _alone(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion], sentence: Sentence) -> bool:
    """No other event is told in the sentence."""
    others = [o for o in occasions if o is not occasion and syntax.doc.tokens[o.mention.token].sentence == sentence.i]
    return all(o.mention.start == occasion.mention.start or (o.mention.form == "acronym" and not o.clauses) for o in others)


def _clause(syntax: Syntax, token: Token) -> Token | None:
    """The verb of the clause that a token stands in; a participle of an opening or closing phrase counts as its main verb."""
    verb = token if token.pos in ("VERB", "AUX") else verb_of(syntax, token)
    while verb is not None and verb.dep in ("xcomp", "advcl", "conj") and verb.dep not in _APART:
        above = syntax.head(verb)
        if (
            above is None
            or above.pos not in ("VERB", "AUX")
            or (verb.dep != "xcomp" and syntax.child(verb, "nsubj", "nsubjpass") is not None)
        ):
            break
        verb = above
    return verb


def _own(syntax: Syntax, occasion: Occasion, token: Token) -> bool:
    """A token and the event stand in one clause."""
    event = syntax.doc.tokens[occasion.mention.token]
    first, second = _clause(syntax, event), _clause(syntax, token)
    if first is None or second is None:
        return False
    return first.i == second.i and not _told_of(syntax, occasion, first)


def _told_of(syntax: Syntax, occasion: Occasion, verb: Token) -> bool:
    """The clause only speaks of the event: "spoke of the fair", "said after the talks"."""
    return any(c.role == "oblique" and c.prep in words("apart") | {"to", "with", "by"} for c in occasion.clauses if c.verb.i == verb.i)


def _beside(syntax: Syntax, occasion: Occasion, at: Token) -> bool:
    """What stands right before "in": the event, a day, a venue, a place, a verb or "here"."""
    doc = syntax.doc
    before = at.i - 1
    while before >= 0 and doc.tokens[before].text in (",", "(", ")", "here"):
        before -= 1
    if before < 0 or doc.tokens[before].sentence != at.sentence:
        return True
    token = doc.tokens[before]
    if occasion.mention.start <= token.start < occasion.mention.end or any(d.start <= token.start < d.end for d in doc.dates):
        return True
    known = syntax.mention(token, "name")
    if known is not None:
        return known.kind in ("Place", "Country")
    return token.pos in ("VERB", "ADV") or token.lemma.lower() in words("venue") | words("area")


def _in_one(syntax: Syntax, found: Sequence[Mention]) -> bool:
    """ "at State House, in Abuja": places side by side."""
    text = syntax.doc.text
    return all(text[a.end : b.start].strip() in (",", ", in", "in") for a, b in pairwise(found))


def _adverbial(syntax: Syntax, date: DateMention, inside: Token, sentence: Sentence) -> bool:
    """The day stands by itself or behind "on" or "in", not in another noun's phrase ("a report of May")."""
    doc = syntax.doc
    before = next((t for t in reversed(doc.tokens[sentence.first : inside.i]) if t.text not in (",", "(")), None)
    if before is None or any(syntax.mention(before, form) for form in ("pronoun",)):
        return True
    if before.text.lower() not in ("on", "in", "from", "late", "early"):
        return date.grain in ("day", "weekday") and before.pos in ("VERB", "ADV", "PROPN", "NOUN") and date.role == "date"
    return before.text.lower() != "from" or date.role == "range"
