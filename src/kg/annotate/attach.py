"""What the parser hangs on the nearest noun and an event's own words claim: attachments mended before anything reads the tree.

Each rests on what the words themselves say, never on likelihood: one meets *with* somebody whatever stands between, only an event takes
place or is organized, a term behind "valid" says for how long something is valid, and a clause of that sort belongs to the event that
its sentence tells (right association, Kimball 1973, is what the parser falls for).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.annotate import lexicon as lex
from kg.data import words as lists
from kg.types import Token

_LONGEST = 25  # tokens that an attachment may reach over
_TERMS = ("for", "until", "till", "through", "from", "to")


def mend(tokens: list[Token], first: int, last: int, kinds: Mapping[int, str]) -> None:
    """Mend the sentence ``tokens[first:last]`` in place. ``kinds``: the kind of each token that is a name."""
    for k in range(first, last):
        token = tokens[k]
        head = tokens[token.head]
        if token.dep == "prep" and token.text.lower() == "with" and kinds.get(k + 1, _person(tokens, k, last, kinds)) == "Person":
            verb = _meets(tokens, token)
            if verb is not None:
                tokens[k] = replace(token, head=verb.i)
        elif token.dep == "prep" and token.text.lower() in _TERMS and (valid := _valid(tokens, token)) is not None:
            tokens[k] = replace(token, head=valid.i)
        elif token.dep == "relcl" and (event := _named(tokens, token, kinds)) is not None:
            tokens[k] = replace(token, head=event.i)
        elif token.dep in ("acl", "relcl") and token.pos in ("VERB", "AUX") and _of_events(tokens, token, last):
            if _event(tokens, head, kinds):
                continue
            event = _owner(tokens, head, kinds) or (_subject(tokens, head, kinds) if token.dep == "acl" else None)
            if event is not None and 0 < token.i - event.i <= _LONGEST:
                tokens[k] = replace(token, head=event.i)


def _person(tokens: Sequence[Token], k: int, last: int, kinds: Mapping[int, str]) -> str:
    """The kind of the name that the preposition governs, behind its titles."""
    for t in tokens[k + 1 : min(last, k + 6)]:
        if t.i in kinds:
            return kinds[t.i] if t.head == k else ""
        if t.pos not in ("PROPN", "NOUN", "DET", "PRON", "ADJ"):
            break
    return ""


def _meets(tokens: Sequence[Token], preposition: Token) -> Token | None:
    """The "met" before the noun that "with" hangs on: "met on Tuesday at the headquarters in X with Y"."""
    at = tokens[preposition.head]
    if at.pos not in ("NOUN", "PROPN") or _talk(at):
        return None
    while at.dep in ("pobj", "prep", "npadvmod") and at.head != at.i:
        at = tokens[at.head]
    if at.pos != "VERB" or at.lemma.lower() not in ("meet", "confer", "speak") or at.i > preposition.i:
        return None
    taken = any(
        t.head == at.i and (t.dep == "dobj" or (t.dep == "prep" and t.text.lower() == "with")) for t in tokens[at.i : preposition.i]
    )
    return None if taken else at


def _valid(tokens: Sequence[Token], preposition: Token) -> Token | None:
    """The "valid" before a term that hangs on the verb of the clause: "signed a memorandum, valid for five years from May"."""
    for t in reversed(tokens[max(0, preposition.i - 6) : preposition.i]):
        if t.text.lower() == "valid":
            return t if tokens[preposition.head].i < t.i else None
        if t.pos in ("PUNCT", "VERB", "AUX", "CCONJ"):
            break
    return None


def _talk(token: Token) -> bool:
    return token.lemma.lower() in lists.event_nouns() or token.text.lower() in lists.event_nouns()


def _event(tokens: Sequence[Token], token: Token, kinds: Mapping[int, str]) -> bool:
    return kinds.get(token.i) == "Event" or (token.i not in kinds and token.pos in ("NOUN", "PROPN") and _talk(token))


def _of_events(tokens: Sequence[Token], verb: Token, last: int) -> bool:
    """Whether a clause tells what only an event does or undergoes: it takes place, is organized by somebody, was to be held."""
    lemma = verb.lemma.lower()
    parts = [t for t in tokens[verb.i + 1 : min(last, verb.i + 12)] if t.head == verb.i]
    if _agent(tokens, verb) and lemma in lex.words("event_doing"):
        return True
    for below in (verb, *(t for t in parts if t.dep == "xcomp")):
        word = below.lemma.lower()
        if word == "take" and any(t.head == below.i and t.dep == "dobj" and t.text.lower() == "place" for t in tokens[below.i : last]):
            return True
    return False


def _owner(tokens: Sequence[Token], token: Token, kinds: Mapping[int, str]) -> Token | None:
    """The event whose "of" the noun stands in: "the meeting of the committee"."""
    if token.dep == "pobj" and tokens[token.head].text.lower() in ("of", "on", "for", "between"):
        above = tokens[tokens[token.head].head]
        return above if _event(tokens, above, kinds) else None
    return None


def _named(tokens: Sequence[Token], verb: Token, kinds: Mapping[int, str]) -> Token | None:
    """The event named right before "which", of which the noun is only a part: "the opening of the Oslo Fair, which X organizes"."""
    if verb.lemma.lower() not in lex.words("event_doing") or _agent(tokens, verb):
        return None
    which = next((t for t in tokens[max(0, verb.i - _LONGEST) : verb.i] if t.head == verb.i and t.tag == "WDT"), None)
    if which is None or which.dep not in ("dobj", "nsubj"):
        return None
    at = which.i - 1 if tokens[which.i - 1].text != "," else which.i - 2
    return tokens[at] if at >= 0 and kinds.get(at) == "Event" and verb.head != at else None


def _agent(tokens: Sequence[Token], verb: Token) -> bool:
    return any(t.head == verb.i and t.dep == "agent" for t in tokens[verb.i + 1 : verb.i + 12])


def _subject(tokens: Sequence[Token], token: Token, kinds: Mapping[int, str]) -> Token | None:
    """The event that is the subject of the clause which the noun stands in: "The fair opens in May with 600 booths, organized by …"."""
    at = token
    while at.pos != "VERB" and at.head != at.i:
        at = tokens[at.head]
    if at.pos != "VERB":
        return None
    subject = next((t for t in tokens[max(0, at.i - _LONGEST) : at.i] if t.head == at.i and t.dep in ("nsubj", "nsubjpass")), None)
    return subject if subject is not None and _event(tokens, subject, kinds) else None
