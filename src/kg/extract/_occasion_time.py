"""When and where: the dates and places that belong to an event's noun phrase or to its clauses."""

from __future__ import annotations

import re

from kg.extract._occasion_clauses import Clause, event_verb
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, PartialDate, Token

_COLON = re.compile(r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?[:–—-]\s")
_FINE = ("day", "weekday", "month", "quarter", "half", "year")  # a week or season has no first day that the words tell


def top_token(syntax: Syntax, start: int, end: int, near: Token) -> Token | None:
    """The highest token of a stretch of the sentence that ``near`` stands in."""
    sentence = syntax.sentence(near)
    inside = [t for t in syntax.doc.tokens[sentence.first : sentence.last] if start <= t.start and t.end <= end]
    return next((t for t in inside if not (start <= syntax.doc.tokens[t.head].start < end) or t.head == t.i), None)


def owner(syntax: Syntax, token: Token, through: bool = False) -> tuple[Token | None, str]:
    """What a date's or place's token belongs to, a verb or an event's noun, and the preposition next to it.

    It climbs over prepositions and plain nouns; a person, an apposition or (unless ``through``) a body stops it.
    """
    prep = ""
    here = token
    for _ in range(8):
        head = syntax.head(here)
        if head is None:
            return (here, prep) if here is not token else (None, prep)
        if here.dep in ("poss", "relcl") or (here.dep == "appos" and here is not token):
            return None, prep
        if head.pos == "ADP" or head.dep in ("prep", "agent"):
            prep = prep or head.text.lower()
            here = head
            continue
        if head.pos in ("VERB", "AUX"):
            if (
                head.dep == "advcl"
                and any(m.text.lower() == "as" for m in syntax.children(head, "mark"))
                and syntax.child(head, "nsubj") is None
            ):
                here = head  # "would open as planned on 3 May"
                continue
            return head, prep
        mention = syntax.mention(head, "name", "acronym", "nominal")
        if mention is not None:
            if mention.kind == "Event" and mention.name not in ("evening", "morning"):
                return head, prep
            if mention.kind == "Person" or (mention.kind in ("Agency", "Organization") and not (through or head.dep in ("pobj", "conj"))):
                return None, prep
        here = head
    return None, prep


def dates_of(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...]) -> list[tuple[DateMention, Clause | None, str]]:
    """The dates of an event, with the clause that brings each (None: its noun phrase) and the preposition."""
    doc = syntax.doc
    token = doc.tokens[mention.token]
    sentence = syntax.sentence(token)
    verbs = {c.verb.i: c for c in clauses}
    found: list[tuple[DateMention, Clause | None, str]] = []
    for date in doc.dates:
        if not (sentence.start <= date.start and date.end <= sentence.end) or date.grain == "comparison":
            continue
        if mention.start <= date.start and date.end <= mention.end:
            found.append((date, None, ""))
            continue
        top = top_token(syntax, date.start, date.end, token)
        if top is None:
            continue
        if top.pos == "ADP":
            upper = syntax.head(top)
            prep = top.text.lower()
            belongs = upper if upper is not None and upper.pos in ("VERB", "AUX", "NOUN", "PROPN") else None
            if belongs is not None and belongs.pos not in ("VERB", "AUX") and belongs.i != token.i:
                belongs, _ = owner(syntax, belongs)
        else:
            belongs, prep = owner(syntax, top)
        if _beside(syntax, date, mention):
            found.append((date, None, prep))
        elif belongs is None:
            continue
        elif belongs.i == token.i and mention.form != "verb":
            found.append((date, None, prep))
        elif belongs.i in verbs and _dates(syntax, verbs[belongs.i], date, prep):
            found.append((date, verbs[belongs.i], prep))
    return found or _leading(syntax, mention)


def _dates(syntax: Syntax, clause: Clause, date: DateMention, prep: str) -> bool:
    """Whether a date of this clause dates the event: a verb of events does, "the conference criticised the 2021 law" does not."""
    lemma = syntax.particle(clause.verb)
    if clause.role == "self":
        return True
    if clause.role == "oblique":
        return prep in ("on", "in", "at", "") and date.role in ("date", "range") and clause.prep in ("at", "during", "in", "for", "with")
    if clause.role == "patient" and lemma in words("tells") and prep in ("on", "in", ""):
        return date.grain in ("day", "weekday")  # "told a news conference on Friday"
    known = (
        bool(event_verb(syntax, clause.verb))
        or clause.verb.lemma.lower() == "be"
        or lemma in words("ahead") | words("ends") | words("starts")
    )
    return (
        known
        or lemma in words("put-off") | words("called-off")
        or lemma in ("go", "return", "run", "call")
        or clause.verb.lemma.lower() in words("light")
    )


def _leading(syntax: Syntax, mention: Mention) -> list[tuple[DateMention, Clause | None, str]]:
    """ "• 3–5 May: Trade Days in Lomé": the date that opens a list item dates its first event."""
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[mention.token])
    first = next((m for m in doc.within(sentence) if m.kind == "Event"), None)
    date = next((d for d in doc.dates if sentence.start <= d.start < sentence.end), None)
    if date is None or date.end > mention.start or (first is not None and first.start < mention.start):
        return []
    before = doc.text[sentence.start : date.start]
    after = _COLON.match(doc.text, date.end, sentence.end)
    return [(date, None, "")] if after is not None and not any(c.isalpha() for c in before) else []


def _beside(syntax: Syntax, date: DateMention, mention: Mention) -> bool:
    """ "on Friday at a ceremony": nothing but a preposition between the date and the event behind it."""
    gap = syntax.doc.text[date.end : mention.start].strip().lower()
    return mention.form != "verb" and date.end <= mention.start and gap in ("at", "at the", "during", "during the")


def places_of(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...], kind: str) -> tuple[Mention, ...]:
    """Where an event was or will be: what stands behind "in" or "at" in its noun phrase, else in its clauses; for a visit, behind "to"."""
    doc = syntax.doc
    token = doc.tokens[mention.token]
    sentence = syntax.sentence(token)
    verbs = {c.verb.i: c for c in clauses}
    near: list[Mention] = []
    far: list[Mention] = []
    hosts: list[Mention] = []
    for place in doc.within(sentence):
        if place.kind not in ("Place", "Country") or place.form not in ("name", "acronym") or mention.start <= place.start < mention.end:
            continue
        spot = _outer(syntax, doc.tokens[place.token])
        direct = spot.dep == "dobj" or (spot.dep == "conj" and _first(syntax, spot).dep == "dobj")
        if direct:
            head = syntax.head(_first(syntax, spot))
            if mention.form == "verb" and kind == "Visit" and head is not None and head.i == token.i:
                near.append(place)
            continue
        first = _first(syntax, spot)
        if mention.form == "verb" and kind == "Visit" and _object_of(syntax, token, doc.tokens[place.token]):
            near.append(place)
            continue
        if first.dep == "nsubj" and _hosts(syntax, first, verbs):
            hosts.append(place)
            continue
        if first.dep != "pobj":
            continue
        belongs, prep = owner(syntax, first, through=True)
        wanted = ("to",) if kind == "Visit" else ("in", "at")
        if belongs is None or prep not in (*wanted, "in", "at", "to"):
            continue
        if belongs.i == token.i and mention.form != "verb":
            if prep != "to" or kind == "Visit":
                near.append(place)
        elif belongs.i in verbs:
            clause = verbs[belongs.i]
            if clause.role == "oblique" and clause.prep not in ("at", "for", "during", "on"):
                continue
            travels = clause.role == "oblique" and clause.prep in ("for", "on") and clause.verb.lemma.lower() in words("travel")
            if (
                prep == "to"
                and clause.role != "self"
                and not travels
                and (clause.role != "subject" or clause.verb.lemma.lower() not in ("move", "return", "go", "come"))
            ):
                continue
            far.append(place)
    chosen = near or far or hosts
    if not chosen and any(t.text.lower() == "here" for c in clauses for t in syntax.children(c.verb, "advmod")):
        chosen = dateline(syntax)
    if kind == "Visit":
        return tuple(chosen)
    return tuple(chosen[:1])


def dateline(syntax: Syntax) -> list[Mention]:
    """The place that the article is reported from ("HELSINKI — …"), as a list of one or none."""
    doc = syntax.doc
    for sentence in doc.sentences[:12]:
        line = doc.words(sentence)
        place = syntax.mention(line[0], "name") if line else None
        if place is not None and place.kind in ("Place", "Country") and len(line) <= 8 and line[-1].text in ("—", "–", "-", "--"):
            return [place]
    return []


def _object_of(syntax: Syntax, verb: Token, place: Token) -> bool:
    """ "visits the Ube works": a place that opens the object right behind the verb."""
    between = syntax.doc.tokens[verb.i + 1 : place.i]
    return (
        verb.i < place.i
        and len(between) <= 2
        and all(t.pos in ("DET", "ADJ") for t in between)
        and place.dep in ("compound", "nmod", "nsubj")
    )


def _hosts(syntax: Syntax, subject: Token, verbs: dict[int, Clause]) -> bool:
    """ "The arena will host the gala": the subject of "host" is where it is."""
    head = syntax.head(subject)
    return (
        head is not None and head.i in verbs and verbs[head.i].role == "patient" and head.lemma.lower() in ("host", "house", "accommodate")
    )


def _outer(syntax: Syntax, token: Token) -> Token:
    """From a name to the phrase it names: "Chau Doc" of "Chau Doc city", "Hà Nội" of "the capital city of Hà Nội"."""
    here = token
    for _ in range(4):
        head = syntax.head(here)
        if head is None:
            break
        if here.dep in ("compound", "nmod") and head.lemma.lower() in words("venue"):
            here = head
            continue
        over = syntax.head(head)
        if here.dep == "pobj" and head.text.lower() == "of" and over is not None and over.lemma.lower() in words("venue"):
            here = over
            continue
        break
    return here


def _first(syntax: Syntax, token: Token) -> Token:
    while token.dep == "conj":
        head = syntax.head(token)
        if head is None:
            break
        token = head
    return token


def period(
    syntax: Syntax, found: list[tuple[DateMention, Clause | None, str]], status: str
) -> tuple[PartialDate | None, PartialDate | None]:
    """Start and end as the words tell them: one day is a start, "until" an end, a date of "open" a start, of "close" an end."""
    start: PartialDate | None = None
    end: PartialDate | None = None
    for date, clause, prep in sorted(found, key=lambda row: (_put_off(syntax, row), row[0].start)):
        lemma = syntax.particle(clause.verb) if clause is not None else ""
        off = status in ("cancelled", "postponed") and clause is not None and (lemma in words("called-off") | words("put-off") | {"call"})
        if date.grain not in _FINE and date.grain != "fiscal-year":
            continue
        if off:
            if lemma in words("called-off") or (prep not in ("to", "till", "until", "for") and date.role != "until"):
                continue
            start = date.period.end or date.period.start
            end = date.period.end if date.role == "range" else None
            continue
        if start is not None and end is not None:
            break
        if date.role in ("until", "before"):
            end = end or date.period.end
        elif date.role in ("since", "after"):
            start = start or date.period.start
        elif lemma in words("ends") and clause is not None and clause.role in ("subject", "patient"):
            end = end or date.period.end
        elif date.role == "range":
            if start is None and end is None:
                start, end = date.period.start, date.period.end
        elif start is None or _finer(date.period.start, start):
            start = date.period.start
    return start, end


def _finer(a: PartialDate | None, b: PartialDate) -> bool:
    return a is not None and a.year == b.year and b.month is None and a.month is not None


def _put_off(syntax: Syntax, row: tuple[DateMention, Clause | None, str]) -> bool:
    """Dates that an event is put off to come last, since they overrule."""
    return row[1] is not None and syntax.particle(row[1].verb) in words("put-off")
