"""Which mentions tell of a real, particular event, and what their clauses say of it.

A name is an event. An indefinite noun phrase is one only where a clause has it held, planned, called off or attended, or where it has a
date or place of its own; sorts of events ("such a meeting", "conferences"), wishes and denials are none. A definite phrase is one where
it is told of in the same way or can refer to one told before. The method is that of event detection by trigger nouns with syntactic
anchors (TimeML's EVENT with CONLL dependency contexts), restricted to what a closed list of nouns and verbs names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.data.words import reporting
from kg.extract._occasion_acts import VISITING, act, visited
from kg.extract._occasion_clauses import Clause, clauses, event_verb
from kg.extract._occasion_context import context
from kg.extract._occasion_more import later
from kg.extract._occasion_named import echoed
from kg.extract._occasion_places import places_of
from kg.extract._occasion_span import labelled, lengths
from kg.extract._occasion_status import another_time, by_date, clause_status, merged, wished
from kg.extract._occasion_time import dates_of, last_part, period, purpose
from kg.extract._occasion_told import acts_as_body, kind_told, particular, tells_enough, venue_of_another
from kg.extract._occasion_unnamed import by_hand, unnamed
from kg.extract._occasion_words import words
from kg.extract._once import once
from kg.extract._syntax import Syntax, syntax_of
from kg.types import Document, EntityType, Mention, PartialDate, Span

BODIES: tuple[EntityType, ...] = ("Agency", "Organization", "Country", "Place")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One mention of an event with what its own words say. ``told``: it says enough to be an event by itself."""

    mention: Mention
    kind: str
    clauses: tuple[Clause, ...]
    status: str
    start: PartialDate | None
    end: PartialDate | None
    places: tuple[Mention, ...]
    evidence: Span
    told: bool
    echo: bool = False  # told under another name ("the closing session"): the mention is the event's own, the clauses are these

    @property
    def definite(self) -> bool:
        return self.mention.definite or self.mention.form in ("name", "acronym")


@once
def find(doc: Document) -> tuple[Occasion, ...]:
    """The document's occasions in text order: those that are told, and the definite ones that can refer to them."""
    syntax = syntax_of(doc)
    mentions = sorted([*(m for m in doc.mentions if m.kind == "Event"), *unnamed(syntax), *echoed(syntax)], key=lambda m: (m.start, m.end))
    found = [o for m in mentions if (o := _read(syntax, m)) is not None]
    kept: list[Occasion] = []
    for n, occasion in enumerate(found):
        if occasion.mention.form == "pronoun":
            kept.extend(_it(syntax, occasion, kept))
        elif _stop(syntax, occasion, kept):
            continue
        elif (named := _named_before(syntax, occasion, kept)) is not None:
            kept[kept.index(named)] = _both(named, occasion)
        elif occasion.told or (occasion.definite and any(kin(occasion, other) for other in found[:n] if other.told)):
            kept.append(_session(syntax, occasion, kept) or _reception(syntax, occasion, kept) or _edition(occasion, kept))
    kept = [o for o in kept if o.mention.name != "sign" or not any(_covers(other, o) for other in kept)]
    return tuple(lengths(syntax, context(syntax, labelled(syntax, later(syntax, tuple(kept))))))


def _covers(other: Occasion, signing: Occasion) -> bool:
    """A signing is a point of a ceremony told by that name, and of what took place that day."""
    if other.mention.name == "sign" or other.status in ("planned", "cancelled", "postponed"):
        return False
    return other.kind == "Ceremony" or (signing.start is not None and other.start == signing.start and other.kind != "Visit")


def _stop(syntax: Syntax, occasion: Occasion, before: list[Occasion]) -> bool:
    """ "The delegation also toured the port": where those who are on a visit go is no visit of its own."""
    verb = syntax.doc.tokens[occasion.mention.token]
    if occasion.mention.form != "verb" or occasion.start is not None or verb.lemma.lower() not in VISITING:
        return False
    visits = [o for o in before if o.kind == "Visit" and o.told and o.status in ("", occasion.status)]
    subject = syntax.subject(verb)
    same = subject is not None and (subject.lemma.lower() in words("delegation") or subject.pos == "PRON")
    return same and len(visits) == 1 and visits[0].mention.form != "verb"


def _it(syntax: Syntax, occasion: Occasion, before: list[Occasion]) -> list[Occasion]:
    """ "It will take place in Lomé in June": what is said of "it" is said of the one event told just before, which is the mention then."""
    doc = syntax.doc
    here = doc.tokens[occasion.mention.token].sentence
    near = [o for o in before if here - doc.tokens[o.mention.token].sentence <= 1]
    if not occasion.told or not occasion.clauses or len({o.mention.name for o in near}) != 1:
        return []
    return [replace(occasion, mention=near[-1].mention, kind=near[-1].kind)]


_LASTING = ("Conference", "Seminar", "Forum", "Summit", "Meeting", "Fair", "Exhibition", "Festival", "Course")
_BETWEEN = re.compile(r"(?: \([^()]{1,40}\))?, ")


def _named_before(syntax: Syntax, occasion: Occasion, before: list[Occasion]) -> Occasion | None:
    """ "The Maize Show, the country's largest gathering, which runs …": the event whose name stands right before a noun phrase."""
    token = syntax.doc.tokens[occasion.mention.token]
    last = next((o for o in reversed(before) if o.mention.form == "name"), None)
    if last is None or occasion.mention.form != "nominal" or head_noun(occasion) in words("talks"):
        return None
    start = min(occasion.mention.start, *(t.start for t in syntax.children(token, "det", "poss")), occasion.mention.end)
    opens = syntax.doc.text[start : occasion.mention.end].lower()
    if start < last.mention.end or not _BETWEEN.fullmatch(syntax.doc.text, last.mention.end, start):
        return None
    same = loose(occasion) or occasion.kind in (last.kind, "Event") or last.kind == "Event"
    led_by = opens.startswith(("a ", "an ", "the ", "one ")) or syntax.child(token, "poss") is not None
    return last if same and led_by else None


def _both(named: Occasion, more: Occasion) -> Occasion:
    """What a name's own words and those of the noun phrase beside it say; the phrase has no clause of its own but what modifies it."""
    own = {c.verb.i for c in named.clauses}
    beside = tuple(c for c in more.clauses if c.verb.i not in own and (c.verb.dep in ("relcl", "acl", "advcl") or c.verb.tag == "VBN"))
    return replace(
        named,
        clauses=(*named.clauses, *beside),
        status=merged([named.status, more.status]),
        start=named.start or more.start,
        end=named.end or more.end,
        places=named.places or more.places,
        told=True,
    )


_SESSIONS = re.compile(r"\b(?:opening|closing|plenary|morning|afternoon|final|inaugural|valedictory)\b[^,]{0,20}\bsession$", re.I)


def _session(syntax: Syntax, occasion: Occasion, before: list[Occasion]) -> Occasion | None:
    """ "The closing session" is the conference itself."""
    fit = ("", "held", "ongoing") if occasion.status == "held" else ("", "held", "ongoing", "planned")
    main = next((o for o in reversed(before) if o.kind not in ("Visit", "Event") and o.status in fit), None)
    if main is None or occasion.start is not None or occasion.places:
        return None
    part = head_noun(occasion) in ("opening", "closing", "inauguration") and occasion.mention.definite and main.kind in _LASTING
    of = any(p.text.lower() == "of" for p in syntax.children(syntax.doc.tokens[occasion.mention.token], "prep"))
    if not _SESSIONS.search(occasion.mention.text) and (not part or of):
        return None
    return replace(occasion, mention=main.mention, kind=main.kind, echo=True)


def _reception(syntax: Syntax, occasion: Occasion, before: list[Occasion]) -> Occasion | None:
    """ "X received Y … Also at the reception were": the reception is the receiving itself, where nothing else is told of it."""
    received = [o for o in before if o.mention.form == "verb" and o.mention.name in ("receive", "welcome", "host")]
    if head_noun(occasion) not in ("reception", "audience") or len(received) != 1 or not occasion.mention.definite:
        return None
    if occasion.start is not None or occasion.places or any(head_noun(o) == head_noun(occasion) for o in before):
        return None
    return replace(occasion, mention=received[0].mention, kind=received[0].kind, echo=True)


def _edition(occasion: Occasion, before: list[Occasion]) -> Occasion:
    """ "Next year's edition" is of the kind of the event told before."""
    if not occasion.mention.name.lower().endswith("edition"):
        return occasion
    kind = next((o.kind for o in before if o.kind in ("Fair", "Exhibition", "Festival", "Conference", "Forum", "Summit", "Seminar")
                 and o.mention.form in ("name", "acronym")), occasion.kind)  # fmt: skip
    return replace(occasion, kind=kind)


def kin(a: Occasion, b: Occasion) -> bool:
    """Whether the words for ``a`` may be said of ``b``: a loose noun, the same noun, or another of the same kind."""
    return a is not b and (loose(a) or head_noun(a) == head_noun(b) or (a.kind == b.kind and a.kind != "Event"))


def loose(occasion: Occasion) -> bool:
    """Told by a noun that may stand for an event of any kind ("the event")."""
    return occasion.mention.features.get("generic") == "1" or head_noun(occasion) in words("loose")


def head_noun(occasion: Occasion) -> str:
    """The last word of its name, in small letters."""
    return occasion.mention.name.lower().split()[-1]


def _read(syntax: Syntax, mention: Mention) -> Occasion | None:
    doc = syntax.doc
    token = doc.tokens[mention.token]
    if any(d.start <= mention.start and mention.end <= d.end for d in doc.dates):
        return None
    head = syntax.head(token)
    if token.dep in ("compound", "nmod") and head is not None and (m := syntax.mention(head, "nominal")) is not None and m.kind == "Event":
        return None  # "the World Expo roadshow"
    if mention.form == "nominal" and not particular(syntax, mention, token):
        return None
    if token.dep in ("compound", "nmod") and head is not None and head.i > token.i and head.lemma.lower() in words("venue"):
        return None  # "the Baltic Expo building"
    around = clauses(syntax, mention)
    if mention.form == "name" and any(c.role == "oblique" and c.prep == "at" and venue_of_another(syntax, c.verb, token) for c in around):
        return None
    if mention.form == "name" and not around and acts_as_body(syntax, token):
        return None
    if mention.form in ("name", "acronym") and around and all(_speaks(syntax, c) for c in around):
        return None  # "the Apparel Forum said": a body
    if mention.form == "verb" and not act(syntax, mention, token):
        return None
    told: list[str] = []
    faint: list[str] = []
    over = False
    sure: list[Clause] = []
    for clause in around:
        if mention.form != "verb" and another_time(syntax, clause.verb):
            continue  # "It was first held in 1998" tells nothing of this one
        status = clause_status(syntax, clause)
        if status is None:
            if mention.form == "verb" or not (mention.definite or mention.form in ("name", "acronym")):
                return None
            if clause.role == "oblique":  # "hopes to come to the fair in May": the fair is no wish
                sure.append(clause)
            continue
        sure.append(clause)
        bare = clause.verb.tag == "VBN" and not syntax.auxiliaries(clause.verb) and status == "held"
        (faint if bare else told).append(status)
        over = (
            over
            or (status == "held" and _over(syntax, clause, doc.article.published))
            or (clause.role == "oblique" and clause.verb.tag == "VBD" and _over(syntax, clause, doc.article.published))
        )
    if mention.form == "pronoun" and not any(
        event_verb(syntax, c.verb) in ("hold", "take place", "convene", "stage", "kick off") for c in around
    ):
        return None  # "it takes effect in May", "it ends in 2030" may be said of papers
    if mention.form == "nominal" and not mention.definite and any(wished(syntax, c.verb) for c in around[:1]):
        return None
    kind = kind_told(syntax, mention)
    status = merged(told)
    way = purpose(syntax, mention)
    dates = dates_of(syntax, mention, (*sure, *way))
    places = places_of(syntax, mention, (*sure, *way), kind, [d for d, _, _ in dates if d.grain in ("day", "weekday")])
    places = places or tuple(visited(syntax, mention))
    start, end = period(syntax, dates, status, last_part(syntax, mention))
    whose = start is not None or doc.article.published is None or (mention.name == "sign" and by_hand(syntax, token))
    if mention.form == "verb" and mention.name == "sign" and not (places and whose):
        return None
    timed = by_date(start, end, doc.article.published)
    if over and timed == "ongoing":
        timed = "held"
    timed = timed or _coarse(syntax, mention, around, doc.article.published)
    if status == "" or (status == "held" and timed == "ongoing" and not over) or (status in ("held", "ongoing") and timed == "planned"):
        status = timed or status
    now = any(c.verb.tag in ("VBZ", "VBP") and c.role == "subject" for c in sure)
    if status == "" and now and start is not None and start == doc.article.published:
        status = "ongoing"
    status = status or ("planned" if _next(syntax, mention) and start is not None and timed != "held" else "") or merged(faint)
    told.extend(faint)
    role = doc.article.blocks[doc.sentences[token.sentence].block].role
    if status == "" and role in ("paragraph", "item") and token.dep == "ROOT" and start is None and not places:
        return None
    enough = tells_enough(syntax, mention, tuple(sure), told, bool(dates), bool(places))
    evidence = doc.sentences[token.sentence].span
    return Occasion(mention, kind, tuple(sure), status, start, end, places, evidence, enough)


def _next(syntax: Syntax, mention: Mention) -> bool:
    """ "its next meeting on May 16": one that is still to come, whatever may be decided there."""
    before = syntax.children(syntax.doc.tokens[mention.token], "amod")
    return mention.form == "nominal" and any(t.text.lower() in words("to-come") for t in before)


def _speaks(syntax: Syntax, clause: Clause) -> bool:
    """Whether the event is what says something."""
    return clause.role == "subject" and clause.verb.lemma.lower() in reporting() and syntax.child(clause.verb, "auxpass") is None


def _over(syntax: Syntax, clause: Clause, published: PartialDate | None) -> bool:
    """A clause in the past that leaves nothing to come: "closed on Friday", and on the last day itself "met on 21 and 22 May"."""
    if syntax.particle(clause.verb) in words("ends"):
        return True
    sentence = syntax.sentence(clause.verb)
    lasts = [d.period.end for d in syntax.doc.dates_in(sentence) if d.end <= sentence.end]
    whole = clause.role == "self" or clause.verb.lemma.lower() in ("meet", "hold", "gather", "convene", "take")
    return whole and published is not None and any(end == published for end in lasts)


def _coarse(syntax: Syntax, mention: Mention, around: tuple[Clause, ...], published: PartialDate | None) -> str:
    """Past or to come by dates too coarse, or in clauses too unsure, to date the event: "will not attend the summit next week"."""
    starts = [d.period.start for d, _, _ in dates_of(syntax, mention, around) if d.period.start is not None and d.role in ("date", "range")]
    return by_date(starts[0], None, published) if len(starts) == 1 and by_date(starts[0], None, published) == "planned" else ""
