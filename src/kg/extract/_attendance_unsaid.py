"""Parts in an event that goes without saying: "was also present", "took the floor", "told the delegates", "his delegation included"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.data.words import event_verbs, reporting
from kg.extract._attendance_verbs import further
from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_current import current, following
from kg.extract._occasion_more import signs
from kg.extract._occasion_people import after, agents, along, listed, subjects, team
from kg.extract._occasion_status import future, wished
from kg.extract._occasion_unnamed import SIGNS
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Span, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)
_SENDERS: tuple[EntityType, ...] = ("Country", "Place", "Agency", "Organization")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event."""

    event: Mention
    who: Mention
    role: str
    status: str
    evidence: Span
    reason: str


def implicit(syntax: Syntax, occasions: tuple[Occasion, ...], verb: Token) -> Iterator[Part]:
    """The parts that one clause tells without the event."""
    if syntax.negated(verb) or wished(syntax, verb):
        return
    found = _unsaid(syntax, verb)
    if found is None:
        return
    role, people, planned = found
    occasion = _named(syntax, occasions, verb) or current(occasions, verb.sentence, verb.start, syntax, planned)
    if occasion is None and planned and not future(syntax, verb):
        occasion = current(occasions, verb.sentence, verb.start, syntax, planned=False)
    occasion = occasion or following(occasions, verb.sentence, verb.start, syntax)
    if role == "member":
        occasion = next((o for o in reversed(occasions) if o.mention.start < verb.start and o.kind == "Visit"), None)
    if role in ("visitor", "receiver"):
        last = next((o for o in reversed(occasions) if o.mention.start < verb.start and o.status != "cancelled"), None)
        visit = next((o for o in reversed(occasions) if o.mention.start < verb.start and o.kind == "Visit"), None)
        last = visit if visit is not None and role == "visitor" else last
        visits = last is not None and last.kind == "Visit"
        met = last is not None and last.kind == "Meeting" and (role == "visitor" or last.mention.name in ("receive", "welcome", "host"))
        occasion = last if last is not None and (visits or met) else None
        role = ("member" if visits else "attendee") if role == "visitor" else "host"
    if role == "signer":
        occasion = ceremony(occasions)
        role = "attendee"
    if occasion is None and role == "attendee" and verb.lemma == "look":
        occasion = ceremony(occasions)
    if occasion is None and planned and ((syntax.subject(verb) or verb).text.lower() in ("it", "be") or future(syntax, verb)):
        block = syntax.sentence(verb).block  # "… has been postponed. No new date has been set. It is to be chaired by X"
        occasion = next(
            (
                o
                for o in reversed(occasions)
                if o.mention.start < verb.start and syntax.sentence(syntax.doc.tokens[o.mention.token]).block == block
            ),
            None,
        )
    if occasion is None:
        return
    if role in ("opener", "attendee", "chair", "speaker") and syntax.child(verb, "auxpass") is None and people:
        people = [*people, *(m for m in along(syntax, verb, verb.i) if m not in people)]
    span = syntax.sentence(verb).span
    status = "planned" if future(syntax, verb) else occasion.status
    for who in people:
        part = role if who.kind not in ("Agency", "Organization") or role != "leader" else "attendee"
        yield Part(occasion.mention, who, part, status, span, "the event goes without saying")


def _named(syntax: Syntax, occasions: tuple[Occasion, ...], verb: Token) -> Occasion | None:
    """The event that the clause itself names: "joined the session by video link", "was a guest of that meeting"."""
    own = {t.i for t in syntax.subtree(verb, lambda t: t.i != verb.i and t.pos in ("VERB", "AUX")) if t.i > verb.i}
    return next((o for o in occasions if o.mention.token in own and o.mention.form != "verb"), None)


def ceremony(occasions: tuple[Occasion, ...]) -> Occasion | None:
    """The article's signing ceremony, by name or since papers were signed at it."""
    for occasion in occasions:
        signed = any(c.role == "oblique" and c.verb.lemma.lower() in SIGNS for c in occasion.clauses)
        if occasion.mention.name.lower() == "signing ceremony" or (occasion.kind == "Ceremony" and signed):
            return occasion
    return None


def _unsaid(syntax: Syntax, verb: Token) -> tuple[str, list[Mention], bool] | None:
    lemma = verb.lemma.lower()
    objects = [t.lemma.lower() for t in syntax.children(verb, "dobj")]
    past = verb.tag in ("VBD", "VBN", "VBG")
    coming = future(syntax, verb)
    subject = syntax.subject(verb)
    event_it = subject is not None and (m := syntax.mention(subject, "pronoun")) is not None and m.name == "it"
    if (
        event_it
        and syntax.agents(verb)
        and (record := event_verbs().get(event_verb(syntax, verb))) is not None
        and record.role not in ("", "organizer")
    ):
        return record.role, agents(syntax, verb, _PEOPLE), True
    if lemma == "be" and any(c.text.lower() == "present" for c in syntax.children(verb, "acomp")):
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma == "be" and any(c.text.lower() == "there" for c in syntax.children(verb, "advmod")):
        return "attendee", subjects(syntax, verb, _PEOPLE), coming
    if lemma == "take" and "floor" in objects and (past or coming):
        return "speaker", subjects(syntax, verb, _PEOPLE), coming
    if lemma == "cut" and "ribbon" in objects and (past or coming):
        return "opener", subjects(syntax, verb, _PEOPLE), coming
    if (lemma == "be" and past and any(t.lemma.lower() == "chair" for _, t in syntax.prepositions(verb, "in"))) or (
        lemma in ("take", "occupy") and past and "chair" in objects
    ):
        return "chair", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("moderate", "chair") and past and any(o in words("forum-part") for o in objects):
        return "chair" if lemma == "chair" else "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("tour", "visit", "inspect") and past and any(o in words("stall") for o in objects):
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma == "look" and syntax.particle(verb) == "look on" and verb.tag == "VBD":
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if (
        lemma in words("tells") | {"address", "welcome", "greet", "thank", "invite", "encourage", "advise", "congratulate", "ask"}
        and (past or coming)
        and any(o in words("audience") for o in objects)
    ):
        return "speaker", subjects(syntax, verb, _PEOPLE), coming
    if (
        lemma in ("take", "walk", "guide")
        and past
        and any(o in words("audience") for o in objects)
        and syntax.prepositions(verb, "through")
    ):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if (lemma in reporting() or lemma in ("speak", "call")) and past and _before_them(syntax, verb):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma == "speak" and past and (any(t.text.lower() in ("also", "then") for t in syntax.children(verb, "advmod")) or
                                      any(t.lemma.lower() in words("audience") for _, t in syntax.prepositions(verb, "to"))):  # fmt: skip
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma == "attend" and past and not objects:
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma == "sit" and past and any(t.lemma.lower() in ("row", "seat") for _, t in syntax.prepositions(verb, "in")):
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma == "join" and any((m := syntax.mention(t, "pronoun")) is not None and m.name == "it" for t in syntax.children(verb, "dobj")):
        return "attendee", subjects(syntax, verb, _PEOPLE), True
    if (
        lemma == "join"
        and verb.tag == "VBG"
        and any(t.lemma.lower() in ("link", "video", "videolink") for _, t in syntax.prepositions(verb, "by", "via"))
    ):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("include", "comprise") and team(syntax.subject(verb)):
        return "member", listed(syntax, verb.i + 1, syntax.sentence(verb).last, _PEOPLE), True
    if lemma == "accompany" and syntax.child(verb, "auxpass") is not None and syntax.agents(verb):
        return "visitor", agents(syntax, verb, _PEOPLE), True
    if lemma in ("lead", "head"):
        if any(t.lemma.lower() in words("delegation") for t in syntax.children(verb, "dobj")) and objects[0] != "mission":
            return "leader", [*subjects(syntax, verb, _PEOPLE), *_senders(syntax, verb)], coming
        if team(syntax.child(verb, "nsubjpass")):
            return "leader", agents(syntax, verb, _PEOPLE), coming
    if lemma in ("hand", "pass") and any(o in ("chair", "chairmanship", "presidency", "gavel") for o in objects) and verb.tag == "VBD":
        taker = [
            m for prep in syntax.subtree(verb) if prep.text.lower() == "to" and prep.pos == "ADP" for m in after(syntax, prep, _PEOPLE)
        ]
        return "attendee", [*subjects(syntax, verb, _PEOPLE), *taker], False
    if lemma in ("send", "delegate") and verb.tag == "VBD" and any(_title(syntax, t) for t in syntax.children(verb, "dobj")):
        sent = listed(syntax, verb.i + 1, syntax.sentence(verb).last, _PEOPLE)
        return "attendee", sent or subjects(syntax, verb, _SENDERS), True  # "while A and B sent ministers"
    if lemma == "send" and coming and any(t.lemma.lower() in words("delegation") for t in syntax.children(verb, "dobj")):
        return "attendee", subjects(syntax, verb, _SENDERS), True
    if lemma == "represent" and verb.tag == "VBD" and _country(syntax, verb):
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("draw", "win", "earn") and verb.tag == "VBD" and any(o in words("cheer") for o in objects):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("deliver", "give", "make", "present", "read") and (past or coming) and any(o in words("address") for o in objects):
        return "speaker", subjects(syntax, verb, _PEOPLE), coming
    if past and any(
        t.lemma.lower() in words("address") and syntax.child(t, "poss") is not None for _, t in syntax.prepositions(verb, "in")
    ):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma == "be" and past and (guests := _guests(syntax, verb)):
        return "attendee", guests, False
    if lemma in reporting() and past and (fellow := _fellow(syntax, verb)) is not None:
        return fellow[0], [fellow[1]], False
    if lemma in reporting() and past and (keynote := _keynote(syntax, verb)) is not None:
        return "speaker", [keynote], False
    if signs(syntax, verb):
        signers = agents(syntax, verb, _PEOPLE) if syntax.agents(verb) else subjects(syntax, verb, _PEOPLE)
        return "signer", [*signers, *_witnesses(syntax, verb)], False
    if lemma == "travel" and verb.tag == "VBD":
        people = [m for _, t in syntax.prepositions(verb, "with") if (m := syntax.mention(t, "name")) is not None and m.kind == "Person"]
        return "leader", people, False
    return further(syntax, verb)


@cache
def _facing() -> re.Pattern[str]:
    people = "|".join(sorted(re.escape(w) for w in words("audience") - {"minister", "executive", "leader"}))
    return re.compile(rf"\b(?:in front of|before) (?:(?!the )[^,.;]{{0,30}} |the )?(?:{people})s?\b", re.I)


def _before_them(syntax: Syntax, verb: Token) -> bool:
    """ "said in front of several hundred guests": those who listen stand behind the verb."""
    last = next((t.start for t in syntax.doc.tokens[verb.i + 1 : syntax.sentence(verb).last] if t.tag in ("VBD", "VBZ", "MD")), None)
    return _facing().search(syntax.doc.text, verb.end, last or syntax.sentence(verb).end) is not None


def _senders(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "will head the KCS delegation": the body that sends it."""
    found: list[Mention] = []
    for sent in syntax.children(verb, "dobj"):
        behind = [*syntax.children(sent, "compound", "nmod", "poss"), *(t for _, t in syntax.prepositions(sent, "of", "from"))]
        found.extend(m for t in behind if (m := syntax.mention(t, "name", "acronym")) is not None and m.kind in ("Agency", "Organization"))
    return found


def _country(syntax: Syntax, verb: Token) -> bool:
    """The object is a country or place that people can be sent by."""
    return any((m := syntax.mention(t, "name")) is not None and m.kind in ("Country", "Place") for t in syntax.children(verb, "dobj"))


def _keynote(syntax: Syntax, verb: Token) -> Mention | None:
    """ "Ana Lima, the keynote speaker, said"."""
    subject = syntax.child(verb, "nsubj")
    mention = syntax.mention(subject, "name") if subject is not None else None
    if subject is None or mention is None or mention.kind != "Person":
        return None
    for noun in syntax.children(subject, "appos"):  # "Ana Lima, the guest of honour, said"
        honour = any(t.lemma.lower() in ("honour", "honor") for _, t in syntax.prepositions(noun, "of"))
        chief = {t.lemma.lower() for t in syntax.children(noun, "amod", "compound", "nmod")} & words("chief")
        if noun.lemma.lower() in ("guest", "speaker") and (honour or chief):
            return mention
    return None


def _witnesses(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "signed in the presence of X", "witnessed by X"."""
    for token in syntax.subtree(verb):
        if token.text.lower() == "presence" and token.dep == "pobj":
            of = next((t for t in syntax.children(token, "prep") if t.text.lower() == "of"), None)
            return after(syntax, of, _PEOPLE) if of is not None else []
    return []


def _fellow(syntax: Syntax, verb: Token) -> tuple[str, Mention] | None:
    """ "Another speaker, Ana Lima, said", "a fellow guest, Ben Cole, asked"."""
    subject = syntax.child(verb, "nsubj")
    if subject is None or subject.lemma.lower() not in (
        "guest",
        "speaker",
        "participant",
        "delegate",
        "panelist",
        "panellist",
        "exhibitor",
    ):
        return None
    for other in syntax.children(subject, "appos"):
        mention = syntax.mention(other, "name")
        if mention is not None and mention.kind == "Person":
            return ("speaker" if subject.lemma.lower().startswith(("speak", "panel")) else "attendee"), mention
    return None


def _guests(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "Among those attending were A, B and C"."""
    sentence = syntax.sentence(verb)
    opening = [t.lemma.lower() for t in syntax.doc.tokens[sentence.first : verb.i]]
    fits = "among" in opening[:2] and bool({"attend", "present"} & set(opening) or words("guests") & set(opening[1:]) - {"those"})
    return listed(syntax, verb.i + 1, sentence.last, _PEOPLE) if fits else []


def _title(syntax: Syntax, token: Token) -> bool:
    mention = syntax.mention(token, "name", "nominal")
    return mention is not None and mention.kind == "Person"
