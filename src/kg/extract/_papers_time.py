"""Which dates of a sentence say when an agreement was signed and for how long it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as date_
from datetime import timedelta

from kg.data import words as lists
from kg.extract._papers_mood import mood
from kg.extract._papers_words import of_class, validity
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import DateMention, PartialDate, Token

_AFTER = re.compile(r"\b(?:(?:a|one) day later|(?:the|on the|that) (?:following|next) day)\b", re.I)
_BEFORE = re.compile(r"\b(?:(?:a|one) day earlier|(?:the|on the) (?:previous day|day before))\b", re.I)
_BEGINNING = ("", "from", "starting", "beginning", "commencing", "effective", "counting")


@dataclass(frozen=True, slots=True)
class Placed:
    """One date with where it hangs: the words on the way to its clause, and that clause's verb (None in a phrase without one)."""

    date: DateMention
    path: tuple[Token, ...]
    verb: Token | None


def placed(syntax: Syntax, first: int, last: int) -> list[Placed]:
    """The dates of the tokens ``first:last``, those inside names left out."""
    doc = syntax.doc
    tokens = doc.tokens[first:last]
    if not tokens:
        return []
    start, end = tokens[0].start, tokens[-1].end
    found = []
    sentences = doc.sentences[tokens[0].sentence : tokens[-1].sentence + 1]
    names = [m for s in sentences for m in doc.within(s) if m.form in ("name", "acronym") and m.kind != "Agreement"]
    for date in (d for s in sentences for d in doc.dates_in(s)):
        if date.start < start or date.end > end or any(m.span.covers(date.span) for m in names):
            continue
        inside = [t for t in tokens if date.start <= t.start and t.end <= date.end]
        top = next((t for t in inside if t.dep not in ("nummod", "punct", "prep") and not _within(doc.tokens[t.head], date)), None)
        top = top or next((t for t in inside if not _within(doc.tokens[t.head], date) or t.head == t.i), None)
        if top is None:
            continue
        path = [top]
        verb = None
        for above in syntax.ancestors(top):
            path.append(above)
            if above.pos in ("VERB", "AUX"):
                verb = _reduced(syntax, top, above) or above
                break
        found.append(Placed(date, tuple(path), verb))
    return found


def _reduced(syntax: Syntax, date: Token, verb: Token) -> Token | None:
    """ "A pact concluded in May 2022 expired last year": what stands before the verb and behind a participle is the participle's."""
    subject = syntax.child(verb, *SUBJECTS)
    if subject is None or not subject.i < date.i < verb.i:
        return None
    return next((t for t in syntax.children(subject, "acl") if subject.i < t.i < date.i and t.tag in ("VBN", "VBD")), None)


def _within(token: Token, date: DateMention) -> bool:
    return date.start <= token.start and token.end <= date.end


def single(date: DateMention) -> PartialDate | None:
    """The date as one day, month or year; None for a stretch of them, a quarter or a season."""
    period = date.period
    if date.role == "date" and period.start is not None and period.start == period.end:
        return period.start
    return None


def valid(syntax: Syntax, item: Placed) -> tuple[PartialDate | None, PartialDate | None]:
    """The start and end of validity that one date tells, by the cue word on its way."""
    cue = _cue(syntax, item)
    if cue is None:
        return None, None
    start, end = item.date.period.start, item.date.period.end
    role = item.date.role
    prepositions = {t.text.lower() for t in item.path if t.dep in ("prep", "agent") or t.pos == "ADP"}
    if role == "range":
        return (start, end) if cue != "for" or item.date.grain == "year" else (None, None)
    if cue == "for":
        return None, None
    if role == "until" or prepositions & {"until", "till", "through"} or (cue == "none" and "to" in prepositions):
        return None, end
    if role == "since" or prepositions & {"from", "since"}:
        return start, None
    if role != "date":
        return None, None
    if cue == "from":
        return start, None
    if cue == "until":
        return None, end
    return None, None


def _cue(syntax: Syntax, item: Placed) -> str | None:
    for token in item.path[1:]:
        plain = validity().get(syntax.particle(token)) or validity().get(token.lemma.lower())
        if plain is not None and not (token.pos == "VERB" and not _about_force(syntax, token)):
            above = syntax.head(token)
            return "until" if token.dep == "xcomp" and above is not None and above.lemma.lower() in ("cease", "stop") else plain
        if token.pos in ("VERB", "AUX"):
            break
    last = item.path[-1]
    if last.pos in ("VERB", "AUX"):
        below = [t for t in syntax.children(last, "acomp", "attr", "prep", "dobj", "oprd") if t.i not in {p.i for p in item.path[:-1]}]
        inner = [t for b in below for t in (b, *syntax.children(b, "pobj")) if t.lemma.lower() in validity()]
        if inner:
            return validity()[inner[0].lemma.lower()]
    if _beside(syntax, item):
        return "none"
    if item.date.role == "range" and any(t.text.lower() == "for" and t.dep == "prep" for t in item.path):
        return "for"
    return None


def _beside(syntax: Syntax, item: Placed) -> bool:
    """ "(…), in force since 2020,": the cue stands right before the date, whatever the parser made of it."""
    at = item.path[0].i - 1
    tokens = syntax.doc.tokens
    while (
        at > 0
        and (tokens[at].start >= item.date.start or tokens[at].pos in ("ADP", "DET", "SCONJ"))
        and tokens[at].sentence == item.path[0].sentence
    ):
        at -= 1
    return (
        tokens[at].lemma.lower() in ("force", "effect", "valid", "effective", "validity") and tokens[at].sentence == item.path[0].sentence
    )


def _about_force(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb that is only a cue in some uses is one here ("enter into force", "take effect", "apply from")."""
    lemma = verb.lemma.lower()
    if lemma == "enter":
        return any(p.lemma.lower() in ("force", "effect") for _, p in syntax.prepositions(verb, "into"))
    if lemma == "end":  # "calls on members to end subsidies by 2030"
        whats = [syntax.mention(t) for t in syntax.children(verb, "dobj")]
        return all(m is not None and m.kind == "Agreement" for m in whats)
    if lemma == "remain":
        return any(p.lemma.lower() in ("force", "effect") for _, p in syntax.prepositions(verb, "in")) or bool(
            [t for t in syntax.children(verb, "acomp") if t.lemma.lower() in validity()]
        )
    return True


def signed(syntax: Syntax, verb: Token, items: list[Placed], near: frozenset[int]) -> PartialDate | None:
    """The date of the deed that ``verb`` tells. ``near``: tokens on which it may hang instead (agreement, parties, event)."""
    for item in items:
        date = single(item.date) or _deadline(syntax, verb, item.date)
        if date is None:
            continue
        if _when(syntax, verb, item.date) or _leads(syntax, verb, item.date):
            return date
        if valid(syntax, item) != (None, None):
            continue
        if item.verb is None or (item.verb.i != verb.i and not _same_time(syntax, verb, item)):
            continue
        between = [t for t in item.path[1:-1] if t.dep not in ("prep", "agent") and t.pos != "ADP"]
        if any(t.text.lower() in ("for", "from", "until", "of") for t in item.path[1:-1] if t.pos == "ADP"):
            continue
        if len(item.path) > 2 and item.path[1].text.lower() == "to":
            continue
        if all(t.i in near or t.dep == "npadvmod" for t in between) or (item.date.grain in ("day", "weekday") and _last_is_on(item)):
            return date
    return None


def _deadline(syntax: Syntax, verb: Token, date: DateMention) -> PartialDate | None:
    """The year or month of "will be signed by the end of the year", as the day that is planned; any other deadline is too vague."""
    end = date.period.end
    if date.role not in ("until", "before") or date.period.start is not None or end is None or date.grain not in ("year", "month"):
        return None
    words = syntax.doc.text[date.start : date.end].lower().replace("-", " ").split()
    if "end" not in words or mood(syntax, verb) != "planned":
        return None
    return PartialDate(end.year) if date.grain == "year" else PartialDate(end.year, end.month)


def _same_time(syntax: Syntax, verb: Token, item: Placed) -> bool:
    """Whether the date of another clause is the deed's: "is to be signed when a delegation visits next May", "met on Monday to sign"."""
    other = item.verb
    if other is None:
        return False
    if other.head == verb.i and other.dep == "advcl":
        return any(t.text.lower() == "when" for t in syntax.children(other, "advmod", "mark"))
    above = syntax.head(verb)
    purpose = above is not None and above.i == other.i and verb.dep in ("advcl", "xcomp") and "to" in syntax.auxiliaries(verb)
    return purpose and other.lemma.lower() in of_class("meeting")


def carried(syntax: Syntax, verb: Token) -> PartialDate | None:
    """The day of the sentence before that a signing without its own goes on from ("On Monday, A received B. The two signed …").

    Only in one paragraph, from one main clause in the past with one day to the next, whose subject points back.
    """
    doc = syntax.doc
    here = syntax.sentence(verb)
    if here.i == 0 or verb.dep != "ROOT" or verb.tag not in ("VBD", "VBN") or doc.dates_in(here):
        return None
    before = doc.sentences[here.i - 1]
    subject = syntax.subject(verb, inherit=False)
    step = _step(doc.text[here.start : here.end])
    if before.block != here.block or subject is None or not (step or _points_back(syntax, subject)):
        return None
    items = placed(syntax, before.first, before.last)
    if len(items) != 1 or items[0].date.grain not in ("day", "weekday") or items[0].verb is None:
        return None
    told = items[0].verb
    past = told.tag == "VBD" or any(t.lower() in ("was", "were") for t in syntax.auxiliaries(told))
    day_ = single(items[0].date) if told.dep == "ROOT" and past and _last_is_on(items[0]) else None
    return _shifted(day_, step) if day_ is not None and step else day_


def _step(text: str) -> int:
    """The days from the day told before to that of "a day later", "the following day" or "the day before"; 0 without such words."""
    if _AFTER.search(text) is not None:
        return 1
    return -1 if _BEFORE.search(text) is not None else 0


def _shifted(start: PartialDate, days: int) -> PartialDate | None:
    if start.month is None or start.day is None:
        return None
    there = date_(start.year or 2001, start.month, start.day) + timedelta(days=days)
    return PartialDate(start.year and there.year, there.month, there.day)


def _points_back(syntax: Syntax, subject: Token) -> bool:
    """ "they", "the two", "both sides", "the two ministers"."""
    mention = syntax.mention(subject, "nominal", "pronoun")
    if subject.text.lower() in ("they", "both", "two"):
        return True
    return mention is not None and mention.form == "nominal" and bool(mention.features.get("number"))


def scheduled(syntax: Syntax, noun: Token, items: list[Placed]) -> PartialDate | None:
    """The day of "the signing, scheduled for Thursday" or "the signature on 21 May": a date that hangs on the deed's noun."""
    for item in items:
        date = single(item.date)
        heads = [t for t in item.path[1:] if t.pos != "ADP"]
        if date is None or not heads:
            continue
        planned = heads[0].lemma.lower() in of_class("dating") and heads[0].head == noun.i
        if planned or (heads[0].i == noun.i and any(t.text.lower() == "on" for t in item.path)):
            return date
    return None


def put_off(syntax: Syntax, verb: Token) -> bool:
    """Whether the verb says that a signing did not come about, so that its own date is another's ("was called off on Tuesday")."""
    record = lists.agreement_verbs().get(syntax.particle(verb))
    return bool({verb.lemma.lower(), syntax.particle(verb)} & of_class("delaying")) or (
        record is not None and record.status == "terminated"
    )


def _last_is_on(item: Placed) -> bool:
    return (len(item.path) > 1 and item.path[1].text.lower() == "on") or item.path[0].dep == "npadvmod"


def _when(syntax: Syntax, verb: Token, date: DateMention) -> bool:
    """ "on October 15, when two papers were signed"."""
    when = next((t for t in syntax.children(verb, "advmod") if t.text.lower() == "when"), None)
    if when is None:
        return False
    between = syntax.doc.text[date.end : when.start]
    return date.end <= when.start and not between.strip(" ,–—-")


def _leads(syntax: Syntax, verb: Token, date: DateMention) -> bool:
    """ "10 March: A and B exchanged …": a diary's date before its entry."""
    doc = syntax.doc
    sentence = doc.sentences[verb.sentence]
    before = doc.text[sentence.start : date.start]
    after = doc.text[date.end : date.end + 3].lstrip()
    return (
        verb.dep == "ROOT" and not any(c.isalnum() for c in before) and date.start >= sentence.start and after[:1] in (":", "–", "—", "-")
    )


def lasting(syntax: Syntax, item: Placed) -> PartialDate | None:
    """The end of "five years from 1 April 2026" (also "from … for five years"), as far as the last day in or out agrees."""
    doc = syntax.doc
    start = item.date.period.start
    if start is None or start.year is None or start.month is None:
        return None
    for term in doc.quantities_in(syntax.sentence(item.path[0])):
        ahead = doc.text[term.end : item.date.start] if term.end <= item.date.start else "?"
        behind = doc.text[item.date.end : term.start] if item.date.end <= term.start else "?"
        if ahead.strip(" ,").lower() in _BEGINNING or behind.strip(" ,").lower() in ("for", "for a period of", "for a term of"):
            months = int(term.value) * {"years": 12, "months": 1}.get(term.unit, 0)
            return _common(start, months) if months and term.value == int(term.value) else None
    return None


def _common(start: PartialDate, months: int) -> PartialDate | None:
    assert start.year is not None and start.month is not None
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if start.day is not None and start.day > 1:
        return PartialDate(year, month + 1)
    return PartialDate(year) if month else None  # up to the month before, or into the month itself
