"""Parts of an event that stand for it: "in a panel on lithium, chaired by X, Y said", "opened the proceedings", "presided"."""

from __future__ import annotations

from kg.data.words import reporting
from kg.extract._occasion_people import agents, subjects
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)
_CHAIRS = ("chair", "moderate", "facilitate", "preside", "lead", "anchor", "compere", "co-chair", "officiate")
_ARGUES = (
    "argue",
    "call",
    "defend",
    "discuss",
    "speak",
    "urge",
    "present",
    "explain",
    "outline",
    "talk",
    "debate",
    "criticise",
    "criticize",
)
_BARE = ("preside", "officiate", "moderate")

Told = tuple[str, list[Mention], bool]


def session(syntax: Syntax, verb: Token, past: bool, coming: bool) -> Told | None:
    """Role, people, and whether the event may be one to come."""
    lemma = verb.lemma.lower()
    if not (past or coming):
        return None
    if lemma in _BARE and not syntax.children(verb, "dobj") and not any(True for _ in syntax.prepositions(verb, "over", "at")):
        return ("speaker" if lemma == "moderate" else "chair"), subjects(syntax, verb, _PEOPLE), coming
    if lemma in ("open", "begin", "start", "close", "end", "conclude") and _has(syntax, verb, "proceedings"):
        return ("opener" if lemma in ("open", "begin", "start") else "speaker"), subjects(syntax, verb, _PEOPLE), coming
    if lemma in _CHAIRS and syntax.agents(verb) and _of_part(syntax, verb):
        return ("chair" if lemma != "moderate" else "speaker"), agents(syntax, verb, _PEOPLE), coming
    if (lemma in reporting() or lemma in _ARGUES) and any(
        part(syntax, t) for _, t in syntax.prepositions(verb, "in", "at", "during", "on")
    ):
        return "speaker", subjects(syntax, verb, _PEOPLE), coming
    return None


def part(syntax: Syntax, token: Token) -> bool:
    """A noun for a part of a conference that is no event of its own."""
    if token.lemma.lower() not in words("forum-part") or token.pos != "NOUN":
        return False
    mention = syntax.mention(token, "name", "nominal")
    return mention is None or mention.kind in (None, "Event")


def _has(syntax: Syntax, verb: Token, noun: str) -> bool:
    return any(t.lemma.lower() in (noun, noun.rstrip("s")) for t in syntax.children(verb, "dobj"))


def _of_part(syntax: Syntax, verb: Token) -> bool:
    """A participle or passive of a part: "a panel on lithium, chaired by X", "the session was moderated by Y"."""
    subject = syntax.child(verb, "nsubjpass")
    if subject is not None:
        return part(syntax, subject)
    if verb.tag != "VBN" or syntax.child(verb, "aux") is not None:
        return False
    first = max(syntax.sentence(verb).first, verb.i - 14)
    return any(part(syntax, t) for t in syntax.doc.tokens[first : verb.i])
