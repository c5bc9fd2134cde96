"""The words of reported speech: which verb speaks, and what it takes besides a clause or a quotation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.data import rows
from kg.data import words as lists
from kg.data.tables import choice
from kg.extract._syntax import Syntax
from kg.types import Token

FRAMES = ("object", "own", "other", "gerund", "preposition", "attribute", "judgement", "figure")
GROUPS = ("feeling", "claim", "topic", "move", "promise", "reason", "paper", "view")
_CLAUSES = frozenset(("say", "deny", "urge", "ask", "express"))  # kinds that may report a clause or quotation


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a verb takes what was said; see data/statements/frames.tsv."""

    frame: str
    words: str
    person: bool  # only a person speaks so; a body acts


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech in the text: its entry ("rule out"), its kind and its frames."""

    entry: str
    kind: str
    frames: tuple[Frame, ...]

    @property
    def clauses(self) -> bool:
        """Whether a clause or quotation may be what it reports."""
        return self.kind in _CLAUSES

    def frame(self, name: str) -> tuple[Frame, ...]:
        """Its frames of one name."""
        return tuple(f for f in self.frames if f.frame == name)


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """Frames by lemma."""
    path = "statements/frames.tsv"
    found: dict[str, tuple[Frame, ...]] = {}
    for line, c in rows(path, ("lemma", "frame", "words", "subject")):
        frame = Frame(choice(path, line, c[1], FRAMES), c[2], choice(path, line, c[3], ("any", "person")) == "person")
        found[c[0]] = (*found.get(c[0], ()), frame)
    return MappingProxyType(found)


@cache
def nouns(group: str) -> frozenset[str]:
    """The nouns of a group, in lower case."""
    path = "statements/nouns.tsv"
    return frozenset(c[0] for line, c in rows(path, ("noun", "group")) if choice(path, line, c[1], GROUPS) == group)


def verb_of(syntax: Syntax, token: Token) -> Verb | None:
    """The verb of speech that the token is, its longest entry first ("point out" before "point"); None for deeds and all others."""
    if token.pos not in ("VERB", "AUX"):
        return None
    table = lists.reporting()
    lemma = token.lemma.lower()
    after = [t.text.lower() for t in syntax.children(token, "prt", "prep", "advmod", "acomp", "ccomp", "oprd") if t.i > token.i]
    for word in after:
        entry = f"{lemma} {word}"
        if entry in table:
            return _verb(entry)
    if syntax.child(token, "prt") is not None and not (lemma == "go" and "on" in after):
        return None  # "call off", "hold up", "put on": another verb
    return _verb(lemma) if lemma in table else None


def _verb(entry: str) -> Verb | None:
    kind = lists.reporting()[entry].kind
    return None if kind in ("deed", "source") else Verb(entry, kind, frames().get(entry, ()))
