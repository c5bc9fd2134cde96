"""Events that are spoken of by a word of a name told before: "The Week", "the Meet", "the next AquaPesca", "the Youth Assembly"."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.data.words import event_nouns
from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_SUBJECT = ("nsubj", "nsubjpass", "dobj", "pobj")


def echoed(syntax: Syntax) -> Iterator[Mention]:
    """Mentions of events that annotation leaves out, since only an earlier name makes them events."""
    doc = syntax.doc
    known = {m.token for m in doc.mentions if m.kind == "Event"}
    names = [m for m in doc.mentions if m.kind == "Event" and m.form == "name"]
    events = [m for m in doc.mentions if m.kind == "Event" and m.form in ("name", "nominal")]
    for token in doc.tokens:
        if token.i in known or len(token.text) < 3:
            continue
        if token.pos not in ("NOUN", "PROPN", "X"):
            if token.text.lower() in _COUNTS and (found := _round(syntax, token, events)) is not None:
                yield found
            continue
        found = _word(syntax, token, names) or _series(syntax, token, events) or _assembly(syntax, token) or _round(syntax, token, events)
        if found is not None:
            yield found


def _word(syntax: Syntax, token: Token, names: list[Mention]) -> Mention | None:
    """ "The Week" behind "the Tunisian Olive Oil Week": the last word of a name; in lower case where it is no stretch of time."""
    word = token.text.lower()
    det = syntax.doc.tokens[token.i - 1] if token.i else None
    if det is None or det.text.lower() not in ("the", "this") or token.dep not in _SUBJECT or det.sentence != token.sentence:
        return None
    if token.text.isupper() or (token.text.islower() and word in words("time")):
        return None
    follows = syntax.doc.tokens[token.i + 1] if token.i + 1 < len(syntax.doc.tokens) else None
    if follows is not None and follows.head != token.i and follows.tag in ("NN", "NNS", "NNP", "NNPS"):
        return None
    if not any(m.end <= token.start and m.name.lower().split()[-1] == word for m in names):
        return None
    features = MappingProxyType({"noun": word, "generic": "", "det": "the"})
    return Mention(det.start, token.end, syntax.doc.text[det.start : token.end], "Event", "nominal", word, token.i, True, features)


def _series(syntax: Syntax, token: Token, events: list[Mention]) -> Mention | None:
    """ "The next AquaPesca" behind "the 24th AquaPesca fair": a new edition of the event in whose name the word stands."""
    if not token.text[0].isupper() or len(token.text) < 4 or token.dep not in _SUBJECT or token.text.lower() in event_nouns():
        return None
    order = next((t for t in syntax.children(token, "amod") if t.text.lower() in words("edition")), None)
    if order is None or not any(t.text.lower() in ("the", "its", "their") for t in syntax.children(token, "det", "poss")):
        return None
    before = next((m for m in reversed(events) if m.end <= token.start and token.text in m.text.split()), None)
    if before is None or ((m := syntax.mention(token)) is not None and m.kind in ("Country", "Person")):
        return None
    noun = next((w for w in reversed(before.text.lower().split()) if w in event_nouns()), "event")
    first = min(t.i for t in syntax.children(token) if t.i < token.i)
    start = syntax.doc.tokens[first].start
    features = MappingProxyType({"noun": noun, "generic": "", "det": "the"})
    return Mention(start, token.end, syntax.doc.text[start : token.end], "Event", "nominal", token.text, token.i, True, features)


_COUNTS = ("first", "second", "third", "fourth", "fifth", "sixth", "last", "next", "previous", "final", "inaugural", "one", "latest")
_ROUNDS = ("round", "one", "leg", "stage", "edition", "instalment", "installment")


def _round(syntax: Syntax, token: Token, events: list[Mention]) -> Mention | None:
    """ "The second round took place in Praia", "the next one is slated for June": events of the kind told before."""
    word = token.text.lower()
    count = next(
        (t for t in syntax.children(token, "amod", "nummod", "det") if t.text.lower() in _COUNTS and t.text.lower() != "one"), None
    )
    bare = word in _COUNTS and word != "one"
    det = next((t for t in syntax.doc.tokens[max(token.i - 3, 0) : token.i] if t.text.lower() in ("the", "its", "their")), None)
    if (
        token.dep not in ("nsubj", "nsubjpass")
        or det is None
        or det.sentence != token.sentence
        or not (bare or (word in _ROUNDS and count))
    ):
        return None
    verb = syntax.head(token)
    if verb is None or any(p.text.lower() == "of" for p in syntax.children(token, "prep")):
        return None
    fate = words("ahead") | words("called-off") | words("put-off") | words("starts") | words("ends")
    if not (event_verb(syntax, verb) in _GOES or syntax.particle(verb) in fate):
        return None
    here = token.sentence
    near = [
        m
        for m in events
        if m.end <= token.start and here - syntax.doc.tokens[m.token].sentence <= 2 and m.name.lower() not in words("never")
    ]
    if not near:
        return None
    noun = near[-1].features.get("noun") or next((w for w in reversed(near[-1].name.lower().split()) if w in event_nouns()), "event")
    features = MappingProxyType({"noun": noun, "generic": "", "det": "the"})
    return Mention(det.start, token.end, syntax.doc.text[det.start : token.end], "Event", "nominal", noun, token.i, True, features)


_GOES = (
    "take place",
    "hold",
    "open",
    "stage",
    "convene",
    "begin",
    "start",
    "end",
    "close",
    "conclude",
    "host",
    "kick off",
    "schedule",
    "plan",
)


_RUNS = ("open", "kick off", "get off", "get under way", "wrap up", "wind up")


def _assembly(syntax: Syntax, token: Token) -> Mention | None:
    """ "The Youth Assembly, planned for 20 May, was cancelled": a name of either sort is an event's where it is held or called off."""
    mention = syntax.mention(token, "name")
    if mention is None or mention.kind not in ("Organization", "Agency") or mention.name.lower().split()[-1] not in words("assembly"):
        return None
    verb = syntax.head(token)
    above = syntax.head(verb) if verb is not None and verb.tag == "VBN" and verb.dep in ("advcl", "acl") else None
    for clause in (verb, above):
        if clause is None or clause.pos != "VERB" or syntax.child(clause, "dobj") is not None:
            continue
        lemma = syntax.particle(clause)
        passive = syntax.child(clause, "auxpass") is not None
        runs = not passive and clause is verb and token.dep == "nsubj" and (lemma in _RUNS or event_verb(syntax, clause) == "take place")
        if runs or (passive and lemma in words("called-off") | words("put-off") | {"hold"}):
            features = MappingProxyType({"noun": mention.name.lower().split()[-1], "generic": ""})
            return Mention(mention.start, mention.end, mention.text, "Event", "name", mention.name, token.i, True, features)
    return None
