"""The ways in which a text says that somebody takes part in an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from kg.data.words import event_verbs, reporting
from kg.extract._occasion_clauses import Clause, event_verb
from kg.extract._occasion_more import SIGNS, signing
from kg.extract._occasion_people import agents, listed, named, subjects, team
from kg.extract._occasion_status import future, wished
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion, current
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Span, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)
_SIDES: tuple[EntityType, ...] = ("Person", "Country", "Agency", "Organization")
_SENDERS: tuple[EntityType, ...] = ("Country", "Place", "Agency", "Organization")
_OPENS = ("open", "inaugurate", "launch", "declare", "kick")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event."""

    event: Mention
    who: Mention
    role: str
    status: str
    evidence: Span
    reason: str


def parts(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
    """All of them: of the events' own clauses, then of clauses that leave the event unsaid."""
    claimed: set[int] = set()
    for occasion in occasions:
        for clause in occasion.clauses:
            for who, role, reason in _of_clause(syntax, occasion, clause):
                claimed.add(clause.verb.i)
                yield Part(occasion.mention, who, role, occasion.status, occasion.evidence, reason)
        for who, role, reason in _of_phrase(syntax, occasion) if not occasion.echo else ():
            yield Part(occasion.mention, who, role, occasion.status, occasion.evidence, reason)
    for verb in syntax.doc.tokens:
        if verb.pos in ("VERB", "AUX") and verb.i not in claimed:
            yield from _implicit(syntax, occasions, verb)


def _of_clause(syntax: Syntax, occasion: Occasion, clause: Clause) -> Iterator[tuple[Mention, str, str]]:
    verb = clause.verb
    lemma = verb.lemma.lower()
    phrase = event_verb(syntax, verb)
    record = event_verbs().get(phrase)
    if syntax.negated(verb) or wished(syntax, verb):
        return
    if clause.role == "self":
        yield from _meeting(syntax, occasion, verb)
        return
    passive = syntax.child(verb, "auxpass") is not None or (verb.tag == "VBN" and syntax.child(verb, "nsubj", "aux") is None)
    if clause.role == "patient" and passive:
        role = record.role if record is not None else ""
        if lemma in _OPENS:
            role = "opener"
        if (role and role != "organizer") or lemma in _OPENS:
            for who in agents(syntax, verb, _PEOPLE):
                yield who, role or "attendee", "told in the passive"
        return
    if clause.role == "patient":
        yield from _active(syntax, occasion, verb)
    elif clause.role == "oblique":
        yield from _there(syntax, occasion, clause)


def _active(syntax: Syntax, occasion: Occasion, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """ "opened the seminar", "will head a mission", "told the forum", "held talks with", "concluded a visit"."""
    lemma = verb.lemma.lower()
    record = event_verbs().get(event_verb(syntax, verb))
    role = record.role if record is not None and record.object == "event" else ""
    inviter = syntax.head(verb)
    if verb.dep == "xcomp" and inviter is not None and inviter.lemma.lower() == "invite":
        for guest in syntax.objects(inviter):
            mention = syntax.mention(guest, "name", "acronym", "nominal", "pronoun")
            if mention is not None and mention.kind in _SIDES:
                yield mention, "invited", "invited to it"
        return
    if lemma in _OPENS and syntax.particle(verb) != "open up":
        role = "opener"
    if lemma in words("tells"):
        role = "speaker"
    if occasion.kind == "Visit" and (lemma in words("light") | words("ends") | words("starts") | words("put-off") | words("called-off")):
        role = "attendee" if lemma not in words("called-off") | words("put-off") else ""
    talks = occasion.mention.name.split()[-1].lower() in words("talks")
    if occasion.kind == "Meeting" and ((lemma == "hold" and talks) or lemma in words("light") | words("ends") | words("starts")):
        kinds = _SIDES if talks else _PEOPLE
        for who in subjects(syntax, verb, kinds):
            yield who, "attendee", "holds it"
        for prep in syntax.children(verb, "prep"):
            if prep.text.lower() == "with" and lemma in ("hold", "have", "conduct"):
                for who in _after(syntax, prep, kinds):
                    yield who, "attendee", "the other side"
        return
    if not role or role == "organizer":
        return
    for who in subjects(syntax, verb, _PEOPLE):
        if occasion.kind == "Visit" and role == "attendee":
            role = "leader"
        yield who, role, "does it in the active"


def _there(syntax: Syntax, occasion: Occasion, clause: Clause) -> Iterator[tuple[Mention, str, str]]:
    """ "said at a meeting", "took part in the fair", "was at the forum", "presided over the session"."""
    verb = clause.verb
    lemma = verb.lemma.lower()
    record = event_verbs().get(event_verb(syntax, verb))
    coming = future(syntax, verb)
    if syntax.child(verb, "auxpass") is not None:
        return
    role = ""
    if record is not None and record.object == "event" and record.role and record.role != "organizer":
        role = record.role
    elif clause.prep in ("at", "during", "in", "within"):
        if (lemma in reporting() and lemma not in words("light")) or lemma in ("discuss", "present", "speak", "deliver"):
            role = "speaker" if clause.prep != "in" or occasion.kind in ("Meeting", "Seminar", "Conference") else ""
        elif (
            (lemma == "have" and any(t.lemma.lower() in words("stall") for t in syntax.children(verb, "dobj")))
            or (lemma == "be" and clause.prep == "at")
            or lemma in ("exhibit", "appear", "participate", "perform")
            or (verb.tag in ("VBD", "VBN") and clause.prep == "at" and not coming)
        ):
            role = "attendee"
    elif clause.prep == "to" and lemma in ("send", "bring"):
        role = "attendee"
    elif occasion.kind in ("Visit", "Meeting") and clause.prep in ("for", "on") and (lemma == "be" or lemma in words("travel")):
        role = "leader" if occasion.kind == "Visit" else "attendee"
    if not role or (coming and role == "speaker" and lemma in reporting()):
        return
    above = syntax.head(verb)
    if verb.dep in ("xcomp", "conj") and verb.tag == "VB" and above is not None:
        if any(syntax.children(t, "dobj") for t in (above, syntax.head(above) or above)):
            return  # "advised firms to exhibit": not the one who advises
    kinds = (
        _SENDERS
        if lemma == "have"
        else _SIDES
        if lemma in ("send", "bring", "exhibit", "participate") or (verb.lemma == "take" and role == "attendee")
        else _PEOPLE
    )
    if occasion.kind in ("Meeting", "Visit") and role == "speaker":
        role = "attendee"
    if clause.verb.dep == "relcl" and syntax.subject(verb) is not None and syntax.subject(verb).tag == "WDT":  # type: ignore[union-attr]
        return
    for who in subjects(syntax, verb, kinds):
        yield who, role, "tells it there"


def _of_phrase(syntax: Syntax, occasion: Occasion) -> Iterator[tuple[Mention, str, str]]:
    """ "Okonkwo's mission", "a meeting with X", "talks between X and Y", "a visit by X", "with X in the chair"."""
    mention = occasion.mention
    token = syntax.doc.tokens[mention.token]
    if mention.form == "nominal" and occasion.kind == "Visit":
        for child in syntax.children(token, "poss"):
            who = syntax.mention(child, "name", "acronym", "nominal", "pronoun")
            if who is not None and who.kind == "Person":
                yield who, "leader", "the visitor"
    if occasion.kind in ("Meeting", "Visit") and mention.form == "nominal":
        for prep in syntax.children(token, "prep"):
            word = prep.text.lower()
            if (word in ("with", "between", "on") and occasion.kind == "Meeting") or (word == "by" and occasion.kind == "Visit"):
                if word == "on" and mention.name.split()[-1] != "call":
                    continue
                kinds = _SIDES if mention.name.split()[-1] in words("talks") and word != "on" else _PEOPLE
                for who in _after(syntax, prep, kinds):
                    yield who, "attendee" if occasion.kind == "Meeting" else "leader", "the other side"
    for clause in occasion.clauses[:1]:
        for under, noun in syntax.prepositions(clause.verb, "under"):
            if noun.lemma.lower() in ("chairmanship", "chair", "presidency"):
                of = next((t for t in syntax.children(noun, "prep") if t.text.lower() == "of" and under.i < t.i), None)
                for who in listed(syntax, of.i + 1, syntax.sentence(of).last, _PEOPLE) if of is not None else ():
                    yield who, "chair", "under the chairmanship of"
        for prep in syntax.children(clause.verb, "prep"):
            tail = " ".join(t.text.lower() for t in syntax.subtree(clause.verb) if t.i > prep.i)
            if prep.text.lower() == "with" and " in the chair" in f" {tail}":
                for who in listed(syntax, prep.i + 1, syntax.sentence(prep).last, _PEOPLE)[:1]:
                    yield who, "chair", "in the chair"
            among = next((n for n in ("speakers", "guests", "participants", "attendees") if f"among the {n}" in tail), "")
            if prep.text.lower() == "with" and among:
                for who in listed(syntax, prep.i + 1, syntax.sentence(prep).last, _PEOPLE):
                    yield who, "speaker" if among == "speakers" else "attendee", "among the guests"


def _after(syntax: Syntax, prep: Token, kinds: tuple[EntityType, ...]) -> list[Mention]:
    last = syntax.sentence(prep).last
    end = next(
        (t.i for t in syntax.doc.tokens[prep.i + 1 : last] if t.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") or t.text == ";"), last
    )
    found = listed(syntax, prep.i + 1, end, kinds)
    target = syntax.child(prep, "pobj")
    if not found and target is not None:
        mention = named(syntax, target)
        if mention is not None and (mention.kind in kinds or (mention.kind is None and mention.features.get("number"))):
            return [mention]
    return found[:1] if prep.text.lower() not in ("between",) and not syntax.children(target or prep, "conj") else found


def _meeting(syntax: Syntax, occasion: Occasion, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """Both sides of a meeting, or the visitor."""
    subject = syntax.subject(verb)
    if subject is not None and subject.pos == "NUM" and subject.text.lower() == "two":
        features = MappingProxyType({"number": "2", "det": "the"})
        yield (
            Mention(subject.start, subject.end, subject.text, None, "nominal", "two", subject.i, True, features),
            "attendee",
            "the two who met",
        )
    for who in subjects(syntax, verb, _PEOPLE):
        yield who, "attendee" if occasion.kind == "Meeting" else "leader", "who meets or visits"
    if team(subject) and subject is not None:
        for child in syntax.children(subject, "acl"):
            if child.lemma.lower() in ("lead", "head"):
                for who in agents(syntax, child, _PEOPLE):
                    yield who, "leader", "leads those who visit"
    if occasion.kind == "Meeting":
        for other in syntax.objects(verb):
            mention = named(syntax, other)
            if mention is not None and mention.kind == "Person":
                yield mention, "attendee", "who is met"
        for prep in syntax.children(verb, "prep"):
            if prep.text.lower() == "with":
                for who in _after(syntax, prep, _PEOPLE):
                    yield who, "attendee", "who is met"


def _implicit(syntax: Syntax, occasions: tuple[Occasion, ...], verb: Token) -> Iterator[Part]:
    """Clauses that leave the event unsaid: "was also present", "took the floor", "also spoke", "told the delegates", "his delegation included"."""
    if syntax.negated(verb) or wished(syntax, verb):
        return
    found = _unsaid(syntax, verb)
    if found is None:
        return
    role, people, planned = found
    occasion = current(occasions, verb.sentence, verb.start, syntax, planned)
    if role == "member":
        occasion = next((o for o in reversed(occasions) if o.mention.start < verb.start and o.kind == "Visit"), None)
    if role == "signer":
        occasion = _ceremony(occasions)
        role = "attendee"
    if occasion is None and role == "attendee" and verb.lemma == "look":
        occasion = _ceremony(occasions)
    if occasion is None:
        return
    span = syntax.sentence(verb).span
    status = "planned" if future(syntax, verb) else occasion.status
    for who in people:
        yield Part(occasion.mention, who, role, status, span, "the event goes without saying")


def _ceremony(occasions: tuple[Occasion, ...]) -> Occasion | None:
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
    if lemma == "take" and "floor" in objects and past:
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma == "cut" and "ribbon" in objects and past:
        return "opener", subjects(syntax, verb, _PEOPLE), False
    if lemma == "look" and syntax.particle(verb) == "look on" and verb.tag == "VBD":
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("tell", "address") and past and any(o in words("audience") for o in objects) and not coming:
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
        return "attendee", agents(syntax, verb, _PEOPLE), True
    if lemma in ("lead", "head"):
        if any(t.lemma.lower() in words("delegation") for t in syntax.children(verb, "dobj")) and objects[0] != "mission":
            return "leader", subjects(syntax, verb, _PEOPLE), coming
        if team(syntax.child(verb, "nsubjpass")):
            return "leader", agents(syntax, verb, _PEOPLE), coming
    if lemma in ("hand", "pass") and any(o in ("chair", "chairmanship", "presidency", "gavel") for o in objects) and verb.tag == "VBD":
        taker = [m for prep in syntax.children(verb, "prep", "dative") if prep.text.lower() == "to" for m in _after(syntax, prep, _PEOPLE)]
        return "attendee", [*subjects(syntax, verb, _PEOPLE), *taker], False
    if lemma in ("send", "delegate") and verb.tag == "VBD" and syntax.children(verb, "dobj"):
        return "attendee", listed(syntax, verb.i + 1, syntax.sentence(verb).last, _PEOPLE)[:1], False
    if lemma == "send" and coming and any(t.lemma.lower() in words("delegation") for t in syntax.children(verb, "dobj")):
        return "attendee", subjects(syntax, verb, _SENDERS), True
    if lemma == "represent" and verb.tag == "VBD" and _country(syntax, verb):
        return "attendee", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("draw", "win", "earn") and verb.tag == "VBD" and any(o in words("cheer") for o in objects):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("deliver", "give", "make") and past and any(o in words("address") for o in objects):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if past and any(
        t.lemma.lower() in words("address") and syntax.child(t, "poss") is not None for _, t in syntax.prepositions(verb, "in")
    ):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("be", "include") and past and (guests := _guests(syntax, verb)):
        return "attendee", guests, False
    if lemma in reporting() and past and (fellow := _fellow(syntax, verb)) is not None:
        return fellow[0], [fellow[1]], False
    if lemma in reporting() and past and (keynote := _keynote(syntax, verb)) is not None:
        return "speaker", [keynote], False
    if (lemma in SIGNS or lemma == "put") and verb.i in {t.i for t in signing(syntax)}:
        signers = agents(syntax, verb, _PEOPLE) if syntax.agents(verb) else subjects(syntax, verb, _PEOPLE)
        return "signer", [*signers, *_witnesses(syntax, verb)], False
    if lemma == "travel" and verb.tag == "VBD":
        people = [m for _, t in syntax.prepositions(verb, "with") if (m := syntax.mention(t, "name")) is not None and m.kind == "Person"]
        return "leader", people, False
    return None


def _country(syntax: Syntax, verb: Token) -> bool:
    """The object is a country or place that people can be sent by."""
    return any((m := syntax.mention(t, "name")) is not None and m.kind in ("Country", "Place") for t in syntax.children(verb, "dobj"))


def _keynote(syntax: Syntax, verb: Token) -> Mention | None:
    """ "Keynote speaker Ana Lima said"."""
    subject = syntax.child(verb, "nsubj")
    mention = syntax.mention(subject, "name") if subject is not None else None
    if subject is None or mention is None or mention.kind != "Person":
        return None
    before = " ".join(t.text.lower() for t in syntax.doc.tokens[max(subject.i - 3, 0) : subject.i])
    return mention if before.endswith(("keynote speaker", "guest speaker", "guest of honour", "guest of honor")) else None


def _witnesses(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "signed in the presence of X", "witnessed by X"."""
    for token in syntax.subtree(verb):
        if token.text.lower() == "presence" and token.dep == "pobj":
            of = next((t for t in syntax.children(token, "prep") if t.text.lower() == "of"), None)
            return _after(syntax, of, _PEOPLE) if of is not None else []
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
    """ "Among those attending were A, B and C", "Guests included A and B"."""
    sentence = syntax.sentence(verb)
    opening = [t.lemma.lower() for t in syntax.doc.tokens[sentence.first : verb.i]]
    if verb.lemma == "be":
        fits = "among" in opening[:2] and bool({"attend", "present"} & set(opening) or words("guests") & set(opening[1:]) - {"those"})
    else:
        fits = bool(opening) and opening[-1] in words("guests") - {"those"} and len(opening) <= 3
    return listed(syntax, verb.i + 1, sentence.last, _PEOPLE) if fits else []
