"""Deeds dated by the days of an event ("on the fair's second day"): the event, and the day where the text tells it."""

from __future__ import annotations

from datetime import date, timedelta

from kg.data import words as lists
from kg.extract import _papers_time as time
from kg.extract._papers_words import days, of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, PartialDate, Token

_LONG = frozenset(("Conference", "Exhibition", "Fair", "Festival", "Forum", "Summit"))


def day(syntax: Syntax, verb: Token) -> tuple[Mention, PartialDate | None] | None:
    """The event that the clause's "on the … day" belongs to, and that day; None without such a phrase or event."""
    nouns = [t for _, t in syntax.prepositions(verb, "on")]
    nouns += [t for n in nouns for t in syntax.children(n, "appos")] + syntax.children(verb, "npadvmod")
    for noun in (t for t in nouns if t.lemma.lower() == "day"):
        told = [days()[w.text.lower()] for w in syntax.children(noun, "amod", "compound", "nmod") if w.text.lower() in days()]
        if not told:
            continue
        owners = [*syntax.children(noun, "poss"), *(t for _, t in syntax.prepositions(noun, "of"))]
        named = [m for t in owners if (m := syntax.mention(t)) is not None and m.kind == "Event" and m.form != "verb"]
        event = named[0] if named else None if owners else _before(syntax, verb)
        if event is not None:
            return event, _date(syntax, event, told[0])
    return None


def _before(syntax: Syntax, verb: Token) -> Mention | None:
    """The event of several days that was told last."""
    first = syntax.sentence(verb).start
    found = [
        m for m in syntax.doc.mentions if m.end <= first and m.kind == "Event" and _noun(m) and m.form in ("name", "nominal") and m.definite
    ]
    return found[-1] if found else None


def _noun(mention: Mention) -> str:
    """The event's noun where it is one of the kinds that last for days; "" for others."""
    words = (mention.features.get("noun") or mention.name).lower().split()
    for size in (3, 2, 1):
        record = lists.event_nouns().get(" ".join(words[-size:]))
        if record is not None:
            return words[-1] if record.kind in _LONG else ""
    return ""


def _date(syntax: Syntax, event: Mention, offset: int) -> PartialDate | None:
    doc = syntax.doc
    starts: set[PartialDate] = set()
    ends: set[PartialDate] = set()
    for other in doc.mentions:
        if other.kind != "Event" or other.form == "verb" or not _noun(other) or _noun(other) != _noun(event):
            continue
        sentence = doc.sentences[doc.tokens[other.token].sentence]
        for item in time.placed(syntax, sentence.first, sentence.last):
            subject = syntax.subject(item.verb) if item.verb is not None else None
            mine = subject is not None and subject.i == other.token
            period = item.date.period
            if item.date.role == "range" and item.date.grain == "day" and (mine or any(t.i == other.token for t in item.path)):
                starts |= {period.start} if period.start is not None else set()
                ends |= {period.end} if period.end is not None else set()
            elif mine and item.verb is not None and item.date.grain in ("day", "weekday") and (one := time.single(item.date)) is not None:
                lemma = item.verb.lemma.lower()
                starts |= {one} if lemma in of_class("opening") else set()
                ends |= {one} if lemma in of_class("closing") else set()
    told = ends if offset < 0 else starts
    return _later(next(iter(told)), max(offset, 0)) if len(told) == 1 else None


def _later(start: PartialDate, offset: int) -> PartialDate | None:
    if not offset:
        return start
    if start.month is None or start.day is None:
        return None
    there = date(start.year or 2001, start.month, start.day) + timedelta(days=offset)
    return PartialDate(start.year and there.year, there.month, there.day)
