"""The ways in which a text says that somebody takes part in an event."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.data.words import event_verbs, reporting
from kg.extract._attendance_guests import gathered, guests_led, honoured, invitation, passive, reception, sent, visitors, with_whom
from kg.extract._attendance_lists import interviewed, minuted, named_later, rolls
from kg.extract._attendance_scene import next_speakers
from kg.extract._attendance_unsaid import Part, implicit
from kg.extract._attendance_verbs import OPENS, companions
from kg.extract._occasion_clauses import Clause, event_verb
from kg.extract._occasion_people import after, agents, along, guests, leaders, listed, named, other_side, phrase, subjects, team
from kg.extract._occasion_status import future, wished
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)
_SIDES: tuple[EntityType, ...] = ("Person", "Country", "Agency", "Organization")
_SENDERS: tuple[EntityType, ...] = ("Country", "Place", "Agency", "Organization")


def parts(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
    """All of them: of the events' own clauses, of clauses that leave the event unsaid, and of lists; a plural by the names beside it."""
    told: list[Part] = []
    for part in (*_told(syntax, occasions), *rolls(syntax, occasions), *minuted(syntax, occasions), *interviewed(syntax, occasions)):
        told.extend(tuple(named_later(syntax, part)) or (part,))
    yield from told
    yield from next_speakers(syntax, occasions, told)


def _told(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
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
            yield from implicit(syntax, occasions, verb)


def _of_clause(syntax: Syntax, occasion: Occasion, clause: Clause) -> Iterator[tuple[Mention, str, str]]:
    verb = clause.verb
    lemma = verb.lemma.lower()
    phrase = event_verb(syntax, verb)
    record = event_verbs().get(phrase)
    if syntax.negated(verb) or wished(syntax, verb) or _was_to(syntax, verb):
        return
    if clause.role == "self":
        yield from _meeting(syntax, occasion, verb)
        return
    if passive(syntax, clause):
        role = record.role if record is not None else ""
        if lemma in OPENS:
            role = "opener"
        if lemma in words("hosts") or (role and role != "organizer"):
            for who in agents(syntax, verb, _PEOPLE):
                yield who, "host" if role == "organizer" else role, "told in the passive"
        return
    if clause.role == "subject":
        for who in gathered(syntax, verb):
            yield who, "attendee", "whom it brings together"
    if clause.role == "patient":
        yield from _active(syntax, occasion, verb)
    elif clause.role == "oblique":
        yield from _there(syntax, occasion, clause)


def _active(syntax: Syntax, occasion: Occasion, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """ "opened the seminar", "will head a mission", "told the forum", "held talks with", "concluded a visit"."""
    lemma = verb.lemma.lower()
    record = event_verbs().get(event_verb(syntax, verb))
    role = record.role if record is not None and record.object == "event" else ""
    asked = invitation(syntax, verb)
    if asked is not None:
        for who in asked.guests:
            yield who, ("leader" if occasion.kind == "Visit" else "attendee") if asked.accepted else "invited", "invited to it"
        return
    if lemma in OPENS and syntax.particle(verb) != "open up":
        role = "opener"
    if lemma in words("ends"):
        role = "speaker"  # "closed the forum"
    if lemma in words("tells") or (lemma in words("light") and occasion.mention.name.split()[-1].lower() in words("address")):
        role = "speaker"  # "told the forum", "gave a lecture"
    if occasion.kind == "Visit" and (lemma in words("light") | words("ends") | words("starts") | words("put-off") | words("called-off")):
        role = "attendee" if lemma not in words("called-off") | words("put-off") else ""
    talks = occasion.mention.name.split()[-1].lower() in words("talks")
    if lemma == "host":
        for who in subjects(syntax, verb, _PEOPLE):
            if who.kind == "Person":
                yield who, "host", "hosts it"
    if occasion.mention.name.split()[-1].lower() == "reception":
        yield from reception(syntax, occasion, verb)
    if lemma in ("receive", "have") and _received_call(occasion):
        for who in subjects(syntax, verb, _PEOPLE):
            yield who, "host", "is called on"
    if occasion.kind == "Meeting" and ((lemma == "hold" and talks) or lemma in words("light") | words("ends") | words("starts")):
        kinds = _SIDES if talks else _PEOPLE
        for who in subjects(syntax, verb, kinds):
            yield who, "attendee", "holds it"
        for prep in syntax.children(verb, "prep"):
            if prep.text.lower() == "with" and lemma in ("hold", "have", "conduct"):
                for who in after(syntax, prep, kinds):
                    yield who, "attendee", "the other side"
        return
    if lemma == "hold" and not talks:
        for who in subjects(syntax, verb, _PEOPLE):
            if who.kind == "Person":
                yield who, "attendee", "holds it"
    if not role or role == "organizer":
        return
    if occasion.kind == "Visit" and role == "attendee":
        role = "leader"
    for who in (subjects(syntax, verb, _PEOPLE) or sent(syntax, verb)) if role == "attendee" else subjects(syntax, verb, _PEOPLE):
        yield who, role, "does it in the active"
    for who in along(syntax, verb, occasion.mention.token):
        yield who, "member" if role == "leader" else role, "does it along with another"
    event = syntax.doc.tokens[occasion.mention.token]
    shared = [  # "co-chaired the sixth meeting of the committee with Minister X", wherever "with" hangs
        t for t in syntax.subtree(event) if role == "chair" and t.text.lower() == "with" and t.i > event.i and t.head != event.i
    ]
    for prep in [*syntax.children(verb, "prep"), *syntax.children(event, "prep"), *shared]:
        beside = syntax.doc.tokens[prep.i - 1].text.lower() if prep.i else ""
        word = prep.text.lower()
        if (word == "with" and (role == "chair" or beside in ("together", "along", "jointly"))) or word == "alongside":
            for who in after(syntax, prep, _PEOPLE):
                yield who, "member" if role == "leader" else role, "does it with another"


def _was_to(syntax: Syntax, verb: Token) -> bool:
    """ "X, who was to preside over the session, could not come", "who had been due to attend": what somebody failed to do."""
    above = syntax.head(verb)
    late = {t.text.lower() for t in syntax.children(verb, "aux", "auxpass")}
    if above is not None and verb.tag == "VBN" and {"to", "have"} <= late:
        return True  # "was to have been opened by X"
    if above is None or verb.tag != "VB" or verb.dep not in ("xcomp", "ccomp", "acomp") or above.dep != "relcl":
        return False
    tensed = [above, *syntax.children(above, "aux", "auxpass")]
    ahead = above.lemma == "be" or above.lemma.lower() in words("ahead")
    return ahead and any(t.text.lower() in ("was", "were", "had") for t in tensed)


def _absent(syntax: Syntax, verb: Token) -> bool:
    """ "was a no-show at the forum", "was absent at the opening"."""
    near = syntax.doc.tokens[verb.i + 1 : verb.i + 6] if verb.lemma == "be" else ()
    return any(t.lemma.lower() in words("absent") for t in near)


def _received_call(occasion: Occasion) -> bool:
    """A courtesy call or a visit, which is received."""
    return occasion.kind in ("Meeting", "Visit") and occasion.mention.name.split()[-1].lower() in ("call", "visit")


def _there(syntax: Syntax, occasion: Occasion, clause: Clause) -> Iterator[tuple[Mention, str, str]]:
    """ "said at a meeting", "took part in the fair", "was at the forum", "presided over the session"."""
    verb = clause.verb
    lemma = verb.lemma.lower()
    record = event_verbs().get(event_verb(syntax, verb))
    coming = future(syntax, verb)
    if lemma == "invite" and clause.prep == "to":
        for guest in syntax.objects(verb):
            mention = named(syntax, guest)
            if mention is not None and (mention.kind in _SIDES or (mention.kind is None and mention.form == "pronoun")):
                yield mention, "invited", "invited to it"
        return
    if lemma in ("send", "dispatch", "delegate", "depute") and clause.prep in ("to", "for"):
        people = listed(syntax, verb.i + 1, occasion.mention.token, _PEOPLE) if verb.i < occasion.mention.token else []
        for who in people:
            yield who, "attendee", "who is sent to it"
        if people:
            return
    if syntax.child(verb, "auxpass") is not None:
        return
    yield from with_whom(syntax, occasion, verb, clause.prep)
    role = ""
    if clause.prep in words("apart") or _absent(syntax, verb):
        return  # "spoke of the meeting", "met after the forum"
    if record is not None and record.object == "event" and record.role and record.role != "organizer":
        role = record.role
    elif clause.prep in ("at", "during", "in", "within"):
        if (lemma in reporting() and lemma not in words("light")) or lemma in ("discuss", "speak", "deliver"):
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
    if occasion.kind == "Visit" and clause.prep == "during" and (subject := syntax.subject(verb)) is not None and team(subject):
        for who in leaders(syntax, subject, verb):
            yield who, "leader", "leads those who visit"
    if not role or (coming and role == "speaker" and lemma in reporting() and clause.prep != "at"):
        return
    above = syntax.head(verb)
    controlled = verb.dep in ("xcomp", "conj") and verb.tag == "VB" and above is not None
    if controlled and above is not None and any(syntax.children(t, "dobj") for t in (above, syntax.head(above) or above)):
        return  # "advised firms to exhibit": not the one who advises
    kinds = _PEOPLE
    attribute = syntax.child(verb, "attr") if lemma == "be" else None
    if attribute is not None and attribute.lemma.lower() in words("honoured"):
        kinds = (*_SIDES, "Place")  # "is guest of honour at"
    if lemma == "have":
        kinds = _SENDERS
    elif lemma in ("send", "bring", "exhibit", "participate", "join") or (verb.lemma == "take" and role == "attendee"):
        kinds = (*_SIDES, "Place")
    if occasion.kind in ("Meeting", "Visit") and role == "speaker":
        role = "attendee"
    if clause.verb.dep == "relcl" and syntax.subject(verb) is not None and syntax.subject(verb).tag == "WDT":  # type: ignore[union-attr]
        return
    for who in subjects(syntax, verb, kinds) or (sent(syntax, verb) if role == "attendee" else []):
        yield who, role, "tells it there"
    for who in along(syntax, verb, occasion.mention.token) if role != "speaker" else ():
        yield who, "attendee", "along with another"


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
            if (word in ("with", "between", "on", "from") and occasion.kind == "Meeting") or (
                word in ("by", "of", "from") and occasion.kind == "Visit"
            ):
                if word in ("on", "from") and occasion.kind == "Meeting" and mention.name.split()[-1] != "call":
                    continue
                kinds = _SIDES if mention.name.split()[-1] in words("talks") and word != "on" else _PEOPLE
                for who in after(syntax, prep, kinds):
                    yield who, "attendee" if occasion.kind == "Meeting" else "leader", "the other side"
    if occasion.kind == "Visit":
        for who in visitors(syntax, occasion):
            yield who, "leader", "who is on the visit"
    yield from honoured(syntax, occasion)
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


def _meeting(syntax: Syntax, occasion: Occasion, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """Both sides of a meeting, or the visitor."""
    subject = syntax.subject(verb)
    if occasion.kind == "Visit" and verb.lemma.lower() in words("travel"):
        for who in companions(syntax, verb):
            yield who, "member", "who comes along"
    if syntax.child(verb, "nsubjpass") is not None:
        for who in [*agents(syntax, verb, _PEOPLE), *phrase(syntax, syntax.children(verb, "nsubjpass")[0], verb, _PEOPLE)]:
            yield who, "attendee", "receives or is received"
    elif verb.lemma.lower() in ("receive", "welcome"):
        yield from guests_led(syntax, verb)
    if subject is not None and subject.pos == "NUM" and subject.text.lower() == "two":
        features = MappingProxyType({"number": "2", "det": "the"})
        yield (
            Mention(subject.start, subject.end, subject.text, None, "nominal", "two", subject.i, True, features),
            "attendee",
            "the two who met",
        )
    if team(subject) and subject is not None:
        for who in leaders(syntax, subject, verb):
            yield who, "leader", "leads those who meet or visit"
    elif syntax.child(verb, "nsubjpass") is None:
        for who in subjects(syntax, verb, _PEOPLE):
            yield who, "attendee" if occasion.kind == "Meeting" else "leader", "who meets or visits"
    if occasion.kind == "Meeting":
        for other in guests(syntax, verb):
            mention = named(syntax, other)
            if mention is not None and mention.kind == "Person":
                yield mention, "attendee", "who is met"
        for prep in syntax.children(verb, "prep"):
            if prep.text.lower() in other_side(verb):
                for who in after(syntax, prep, _PEOPLE):
                    yield who, "attendee", "who is met"
