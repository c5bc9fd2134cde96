"""The event and place that a deed is put in: "at the forum", "on the sidelines of the summit", "within the framework of the talks"."""

from __future__ import annotations

from kg.data import words as lists
from kg.extract._papers_time import Placed, single
from kg.extract._papers_words import framing, of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, PartialDate, Token

_REACH = 15  # sentences back to the event of "on this occasion"
_WHERE = ("at", "during", "within", "on", "in", "as", "under", "throughout")


def held(syntax: Syntax, happening: Mention, items: list[Placed]) -> PartialDate | None:
    """The day of an event as told right behind its name ("at the Meet, held in Seoul on January 6,")."""
    doc = syntax.doc
    for item in items:
        if item.date.start < happening.end or item.date.grain != "day":
            continue
        between = [t for t in doc.tokens[happening.token + 1 :] if t.start >= happening.end and t.end <= item.date.start]
        verbs = [t for t in between if t.pos == "VERB"]
        opened = len(verbs) == 1 and verbs[0].tag in ("VBN", "VBG") and not syntax.children(verbs[0], "nsubj", "nsubjpass")
        if opened and happening.token < verbs[0].i <= happening.token + 3 and sum(t.text == "," for t in between) <= 1:
            return single(item.date)
    return None


def event(syntax: Syntax, verb: Token) -> Mention | None:
    """The event that the deed is placed in by a phrase of its own clause ("at the forum", "on the sidelines of the summit")."""
    direct = [p for t in syntax.children(verb, "dobj") for p in syntax.children(t, "prep") if _frames(syntax, p)]
    for prep in [p for p in (*syntax.children(verb, "prep"), *direct) if p.text.lower() in _WHERE]:
        for noun in syntax.children(prep, "pobj"):
            here = syntax.mention(noun) if noun.lemma.lower() not in framing() else None
            if here is not None and here.kind == "Event" and here.form != "verb":
                if here.definite:
                    return here
                continue
            if noun.lemma.lower() not in framing():
                continue
            inner = [*syntax.children(noun, "poss", "nmod", "compound"), *(t for _, t in syntax.prepositions(noun, "of"))]
            for token in inner:
                found = syntax.mention(token)
                if found is not None and found.kind == "Event" and found.form != "verb" and (found.definite or found.form != "nominal"):
                    return found
    return _after(syntax, verb) or _occasion(syntax, verb)


def _after(syntax: Syntax, verb: Token) -> Mention | None:
    """The meeting that "after the talks" or "following their meeting" puts right before a signing."""
    for prep in syntax.children(verb, "prep", "advcl"):
        if prep.text.lower() not in ("after", "following"):
            continue
        for noun in syntax.children(prep, "pobj", "dobj"):
            here = syntax.mention(noun)
            record = lists.event_nouns().get(noun.lemma.lower()) or lists.event_nouns().get(noun.text.lower())
            if here is not None and here.kind == "Event" and here.definite and record is not None and record.kind == "Meeting":
                return here
    return None


def _occasion(syntax: Syntax, verb: Token) -> Mention | None:
    """The event told last that "on this occasion" means; one of before or to come is none."""
    if not any(t.lemma.lower() == "occasion" and syntax.child(t, "prep") is None for _, t in syntax.prepositions(verb, "on")):
        return None
    doc = syntax.doc
    first = doc.sentences[max(0, verb.sentence - _REACH)].start
    for mention in reversed(doc.mentions):
        if first <= mention.start < syntax.sentence(verb).start and mention.kind == "Event" and mention.form in ("name", "nominal"):
            words = set(mention.text.lower().split())
            if mention.definite and mention.features.get("plural") != "1" and not words & of_class("other"):
                return mention
    return None


def _frames(syntax: Syntax, prep: Token) -> bool:
    """Whether a phrase places a deed in an event, whatever the parser hung it on ("an agreement within the talks' framework")."""
    return any(t.lemma.lower() in framing() for t in syntax.children(prep, "pobj"))


def place(syntax: Syntax, verb: Token) -> Mention | None:
    """Where the deed was done: the named place of an "in" or "at" of its own clause."""
    for _, token in syntax.prepositions(verb, "in", "at"):
        found = syntax.mention(token, "name")
        if found is not None and found.kind == "Place":
            return found
    return None
