"""Those who are received: at the head of a delegation, or for whom a reception is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.data.words import titles
from kg.extract._occasion_clauses import Clause
from kg.extract._occasion_people import after, leaders, listed, named, subjects, team
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Token

_SENDERS: tuple[EntityType, ...] = ("Country", "Agency", "Organization")
_SIDES: tuple[EntityType, ...] = ("Person", "Country", "Agency", "Organization")
_PEOPLE: tuple[EntityType, ...] = ("Person",)


def guests_led(syntax: Syntax, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """ "welcomed a delegation led by X": whoever leads those who are received."""
    for guest in syntax.objects(verb):
        if team(guest):
            for who in leaders(syntax, guest, verb):
                yield who, "leader", "leads those who are received"


def visitors(syntax: Syntax, occasion: Occasion) -> list[Mention]:
    """ "Ana Lima, on a visit to Peru, said", "received X (or a delegation led by X) on a visit to the province": who is on it."""
    prep = syntax.head(syntax.doc.tokens[occasion.mention.token])
    over = syntax.head(prep) if prep is not None and prep.text.lower() == "on" else None
    if over is None:
        return []
    who = syntax.mention(over, "name")
    if who is not None and who.kind == "Person":
        return [who]
    if over.lemma.lower() not in ("receive", "welcome", "host", "greet") or syntax.child(over, "auxpass") is not None:
        return []
    guests = syntax.objects(over)
    led = [m for guest in guests if team(guest) for m in leaders(syntax, guest, over)]
    return led or [m for t in guests if (m := named(syntax, t)) is not None and m.kind == "Person" and m.form == "name"]


def reception(syntax: Syntax, occasion: Occasion, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """ "had a courtesy reception for the ambassador": those for whom it is given."""
    for top in (syntax.doc.tokens[occasion.mention.token], verb):
        for prep in syntax.children(top, "prep", "dative"):
            if prep.text.lower() in ("for", "to"):
                for who in after(syntax, prep, _PEOPLE):
                    yield who, "attendee", "for whom it is given"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited to do what a verb says; ``accepted``: they said yes."""

    guests: tuple[Mention, ...]
    accepted: bool


def passive(syntax: Syntax, clause: Clause) -> bool:
    """The event is acted upon by somebody: "was opened by X", "staged by X"; also where the parser reads an active verb before "by"."""
    verb = clause.verb
    if clause.role == "patient":
        return syntax.child(verb, "auxpass") is not None or (verb.tag == "VBN" and syntax.child(verb, "nsubj", "aux") is None)
    return clause.role == "subject" and bool(syntax.agents(verb)) and not syntax.children(verb, "dobj")


def invitation(syntax: Syntax, verb: Token) -> Invitation | None:
    """ "invited X to attend", "extended an invitation to X to attend", "X accepted an invitation to attend"."""
    above = syntax.head(verb)
    if above is None or verb.tag != "VB":
        return None
    if verb.dep in ("xcomp", "ccomp", "advcl") and above.lemma.lower() == "invite":
        guests = [m for t in syntax.objects(above) if (m := named(syntax, t)) is not None and m.kind in _SIDES]
        return Invitation(tuple(guests), False)
    noun = next((t for t in (above, *syntax.children(above, "dobj")) if t.lemma.lower() == "invitation"), None)
    if noun is None:
        return None
    giver = syntax.head(noun)
    if giver is not None and giver.lemma.lower() in words("accept"):
        return Invitation(tuple(subjects(syntax, giver, _PEOPLE)) if not syntax.negated(giver) else (), True)
    to = [p for top in (noun, giver or noun) for p in syntax.children(top, "prep", "dative") if p.text.lower() == "to"]
    return Invitation(tuple(who for prep in to for who in listed(syntax, prep.i + 1, verb.i, _SIDES)[:1]), False)


def gathered(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "will bring together the leaders of A, B and C", "drew Ministers X and Y": whom an event brings to one place."""
    near = {t.text.lower() for t in (*syntax.children(verb, "advmod", "prt"), *syntax.doc.tokens[verb.i + 1 : verb.i + 2])}
    if (verb.lemma.lower() != "bring" or "together" not in near) and verb.lemma.lower() not in words("gathers"):
        return []
    last = syntax.sentence(verb).last
    first = next((t for t in syntax.doc.tokens[verb.i + 1 : last] if t.text in (",", "and") or syntax.mention(t, "name") is not None), None)
    leading = syntax.mention(first, "name") if first is not None else None
    if leading is not None and leading.kind == "Person":  # "brought together Minister X and 40 traders"
        return listed(syntax, verb.i + 1 + (syntax.doc.tokens[verb.i + 1].text.lower() == "together"), last, _SIDES)
    for target in syntax.children(verb, "dobj"):
        if (target.tag in ("NNS", "NNPS")) and (found := _senders(syntax, target, last)):
            return found
        if (mention := syntax.mention(target, "name")) is not None and mention.kind in _SIDES:
            return listed(syntax, verb.i + 1, last, _SIDES)
    return []


def sent(syntax: Syntax, verb: Token) -> list[Mention]:
    """The bodies and countries whose people come, where none of these is named: "representatives of A, B and C attended"."""
    subject = syntax.subject(verb)
    if subject is None or subject.tag not in ("NNS", "NNPS"):
        return []
    return _senders(syntax, subject, verb.i if verb.i > subject.i else syntax.sentence(verb).last)


def _senders(syntax: Syntax, people: Token, last: int) -> list[Mention]:
    lemma = people.lemma.lower()
    if lemma not in words("person-group") | words("guests") and lemma not in titles():
        return []
    for prep in syntax.children(people, "prep"):
        if prep.text.lower() in ("of", "from"):
            return listed(syntax, prep.i + 1, last, _SENDERS)
    return []


def with_whom(syntax: Syntax, occasion: Occasion, verb: Token, prep: str) -> Iterator[tuple[Mention, str, str]]:
    """ "hosted his counterpart for talks", "discussed rules with her counterpart at a meeting": both sides of a meeting."""
    lemma = verb.lemma.lower()
    if occasion.kind != "Meeting":
        return
    if lemma in ("host", "receive", "welcome", "invite", "join", "meet") and prep in ("for", "to", "at", "in"):
        guests = [m for t in syntax.objects(verb) if (m := named(syntax, t)) is not None and m.kind == "Person"]
        if guests and lemma != "invite":
            for who in subjects(syntax, verb, _PEOPLE):
                yield who, "attendee", "receives the other side"
            for who in guests:
                yield who, "attendee", "the other side"
    elif lemma in ("discuss", "speak", "talk", "confer") and prep in ("at", "during"):
        for with_ in syntax.children(verb, "prep"):
            if with_.text.lower() == "with":
                for who in after(syntax, with_, _PEOPLE):
                    yield who, "attendee", "the other side"


def honoured(syntax: Syntax, occasion: Occasion) -> Iterator[tuple[Mention, str, str]]:
    """ "a dinner in honour of the ambassador": the one for whom it is given."""
    token = syntax.doc.tokens[occasion.mention.token]
    for _, noun in syntax.prepositions(token, "in"):
        if noun.lemma.lower() in ("honour", "honor"):
            for prep in syntax.children(noun, "prep"):
                if prep.text.lower() == "of":
                    for who in after(syntax, prep, _PEOPLE):
                        yield who, "attendee", "in whose honour it is held"
