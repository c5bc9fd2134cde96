"""Clauses that tell a part in an event which the sentence leaves out: "was the chief guest", "will accompany him", "joined online"."""

from __future__ import annotations

from kg.data.words import event_verbs
from kg.extract._attendance_sessions import session
from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_people import after, agents, listed, subjects, team
from kg.extract._occasion_status import future
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Token

__all__ = ["OPENS", "companions", "further"]

OPENS = ("open", "inaugurate", "launch", "declare", "kick")
_PEOPLE: tuple[EntityType, ...] = ("Person",)
_SIDES: tuple[EntityType, ...] = ("Person", "Country", "Agency", "Organization")
_AGAIN = frozenset(("also", "then", "instead", "too", "next", "later", "afterwards", "first", "last", "afterward", "earlier"))

Told = tuple[str, list[Mention], bool]


def further(syntax: Syntax, verb: Token) -> Told | None:
    """Role, people, and whether the event may be one to come; the role "visitor" is that of a visit, or nothing without one."""
    lemma = verb.lemma.lower()
    past = verb.tag in ("VBD", "VBN", "VBG")
    coming = future(syntax, verb)
    if lemma == "be":
        on = any(t.lemma.lower() in words("podium") | {"panel", "dais"} for _, t in syntax.prepositions(verb, "on"))
        return ("speaker", subjects(syntax, verb, _PEOPLE), False) if on and past else _is(syntax, verb)
    if past and lemma in words("rite") and any(t.lemma.lower() in words("token") for t in syntax.children(verb, "dobj")):
        to = [m for prep in syntax.children(verb, "prep", "dative") if prep.text.lower() == "to" for m in after(syntax, prep, _PEOPLE)]
        return "attendee", [*subjects(syntax, verb, _PEOPLE), *(m for m in to if m.form == "name")], False
    inside = session(syntax, verb, past, coming)
    if inside is not None:
        return inside
    if syntax.child(verb, "auxpass") is not None:
        return _passive(syntax, verb, lemma)
    if lemma == "accompany" and (past or coming) and syntax.children(verb, "dobj"):
        return "visitor", subjects(syntax, verb, _PEOPLE), True
    if lemma in words("travel") and (past or coming):
        return "visitor", companions(syntax, verb), True
    if lemma in ("join", "participate", "attend", "follow") and (past or coming) and _online(syntax, verb):
        return "attendee", subjects(syntax, verb, _SIDES), coming
    if lemma == "take" and (past or coming) and _part(syntax, verb):
        return "attendee", subjects(syntax, verb, _SIDES), coming
    if lemma in ("speak", "attend", "participate") and (past or coming) and _also(syntax, verb):
        return ("speaker" if lemma == "speak" else "attendee"), subjects(syntax, verb, _PEOPLE), coming
    if lemma in ("go", "come", "attend", "speak", "appear") and (past or coming) and _instead(syntax, verb):
        return ("speaker" if lemma == "speak" else "attendee"), subjects(syntax, verb, _PEOPLE), True
    if lemma == "invite" and (past or coming) and not syntax.children(verb, "xcomp"):
        if any(t.lemma.lower() in words("organizer") for t in syntax.children(verb, "nsubj")):
            return "invited", listed(syntax, verb.i + 1, syntax.sentence(verb).last, _SIDES), True
        return None
    if lemma in ("speak", "appear", "participate") and coming and not syntax.children(verb, "dobj", "prep", "agent"):
        return ("speaker" if lemma == "speak" else "attendee"), subjects(syntax, verb, _PEOPLE), True
    if lemma == "attend" and coming and not syntax.children(verb, "dobj"):
        return "attendee", subjects(syntax, verb, _PEOPLE), True
    if lemma in ("take", "share", "mount") and past and any(t.lemma.lower() in words("podium") for t in syntax.children(verb, "dobj")):
        return "speaker", subjects(syntax, verb, _PEOPLE), False
    if lemma in ("propose", "deliver", "give", "move") and past and any(t.lemma.lower() == "vote" for t in syntax.children(verb, "dobj")):
        thanks = any(t.lemma.lower() == "thank" for vote in syntax.children(verb, "dobj") for _, t in syntax.prepositions(vote, "of"))
        return ("speaker", subjects(syntax, verb, _PEOPLE), False) if thanks else None
    if _it(syntax, verb) and (past or coming):
        record = event_verbs().get(event_verb(syntax, verb))
        role = "opener" if lemma in OPENS else record.role if record is not None and record.object == "event" else ""
        if role and role not in ("organizer", "invited", "member"):
            return role, subjects(syntax, verb, _PEOPLE), False
    if lemma in ("welcome", "receive", "greet", "meet") and past and any(m.form == "pronoun" for m in _objects(syntax, verb)):
        return "receiver", subjects(syntax, verb, _PEOPLE), False
    return None


def _is(syntax: Syntax, verb: Token) -> Told | None:
    """ "X was the chief guest", "X will be the keynote speaker"."""
    for noun in syntax.children(verb, "attr"):
        lemma = noun.lemma.lower()
        before = {t.lemma.lower() for t in syntax.children(noun, "amod", "compound", "nmod")}
        honoured = any(t.lemma.lower() in ("honour", "honor") for _, t in syntax.prepositions(noun, "of"))
        if (lemma == "guest" and (honoured or before & words("chief"))) or (lemma in words("panel") and lemma != "speaker"):
            return ("attendee" if lemma == "guest" else "speaker"), subjects(syntax, verb, _PEOPLE), True
        if lemma == "speaker" and before & words("chief"):
            return "speaker", subjects(syntax, verb, _PEOPLE), True
        if lemma in words("guests") and any(_event(syntax, t) for _, t in syntax.prepositions(noun, "of", "at", "in", "to")):
            return ("speaker" if lemma == "speaker" else "attendee"), subjects(syntax, verb, _PEOPLE), True
    return None


def _event(syntax: Syntax, token: Token) -> bool:
    mention = syntax.mention(token, "name", "nominal")
    return mention is not None and mention.kind == "Event"


def _passive(syntax: Syntax, verb: Token, lemma: str) -> Told | None:
    """ "Uganda was represented by X", "they were joined by X", "he was welcomed by X", "It was opened by X"."""
    if lemma == "invite" and not syntax.children(verb, "xcomp", "agent") and all(p.text == "as" for p in syntax.children(verb, "prep")):
        found = subjects(syntax, verb, _PEOPLE) or subjects(syntax, verb, _SIDES)
        return ("invited", found, True) if found else None
    if not syntax.agents(verb):
        return None
    if lemma == "represent":
        return "attendee", agents(syntax, verb, _PEOPLE), True
    if lemma in ("join", "flank"):
        return "attendee", agents(syntax, verb, _PEOPLE), True
    if lemma in ("welcome", "receive", "greet", "meet"):
        return "receiver", agents(syntax, verb, _PEOPLE), False
    subject = syntax.subject(verb)
    if lemma in words("hosts") and subject is not None and subject.lemma.lower() in words("time"):
        return "host", agents(syntax, verb, _PEOPLE), False  # "the day was hosted by"
    it = subject is not None and (m := syntax.mention(subject, "pronoun")) is not None and m.name == "it"
    if it and lemma in OPENS:
        return "opener", agents(syntax, verb, _PEOPLE), True
    return None


def _objects(syntax: Syntax, verb: Token) -> list[Mention]:
    return [m for t in syntax.children(verb, "dobj") if (m := syntax.mention(t)) is not None and m.kind in ("Person", None)]


def _it(syntax: Syntax, verb: Token) -> bool:
    """The object is "it"."""
    return any((m := syntax.mention(t, "pronoun")) is not None and m.name == "it" for t in syntax.children(verb, "dobj"))


def _online(syntax: Syntax, verb: Token) -> bool:
    """ "joined online", "by video link", "via Zoom"."""
    near = [t.text.lower() for t in syntax.children(verb, "advmod", "acomp", "advcl", "prt", "dobj", "npadvmod")]
    by = [t.lemma.lower() for _, t in syntax.prepositions(verb, "by", "via", "through", "over", "from")]
    return bool(words("online") & {*near, *by})


def _part(syntax: Syntax, verb: Token) -> bool:
    """ "took part" without a word on what in."""
    part = next((t for t in syntax.children(verb, "dobj") if t.lemma.lower() == "part"), None)
    return part is not None and not any(p.text.lower() in ("in", "at") for t in (verb, part) for p in syntax.children(t, "prep"))


def _also(syntax: Syntax, verb: Token) -> bool:
    """ "also spoke", "spoke instead": one more at an event that goes without saying."""
    if syntax.children(verb, "dobj") or any(p.text.lower() in ("to", "of", "about", "with") for p in syntax.children(verb, "prep")):
        return False
    follows = syntax.doc.tokens[verb.i + 1].text.lower() if verb.i + 1 < syntax.sentence(verb).last else ""
    return follows in _AGAIN or any(t.text.lower() in _AGAIN for t in syntax.children(verb, "advmod"))


def _instead(syntax: Syntax, verb: Token) -> bool:
    """ "will go in his place", "attended on her behalf"."""
    return any(
        t.lemma.lower() in ("place", "stead", "behalf") and (syntax.child(t, "poss") is not None or p.text.lower() == "on")
        for p, t in syntax.prepositions(verb, "in", "on")
    )


def companions(syntax: Syntax, verb: Token) -> list[Mention]:
    """Whom somebody came with: "arrived in X with A, head of Y, and B"; none for "with a delegation"."""
    subject = syntax.subject(verb)
    who = syntax.mention(subject) if subject is not None else None
    if who is None or not (who.kind == "Person" or (who.kind is None and who.form == "pronoun")):
        return []
    found: list[Mention] = []
    for prep in syntax.children(verb, "prep"):
        below = syntax.child(prep, "pobj")
        if prep.text.lower() in ("with", "alongside") and below is not None and not team(below):
            end = next((t.i for t in syntax.doc.tokens[prep.i + 1 : syntax.sentence(verb).last] if t.text.lower() in ("for", "to", "at")
                        and t.dep == "prep" and t.head == verb.i), syntax.sentence(verb).last)  # fmt: skip
            found.extend(listed(syntax, prep.i + 1, end, _PEOPLE))
    return found
