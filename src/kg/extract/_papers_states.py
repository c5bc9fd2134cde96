"""The state that a parliament ratifies for: "Georgia's parliament", "lawmakers in Peru", "the National Assembly of Vietnam"."""

from __future__ import annotations

from types import MappingProxyType

from kg.data.gazetteer import country_of
from kg.extract._papers_words import of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_LONGEST = 4  # words of a country's name in that of a parliament


def ratifier(syntax: Syntax, subject: Token) -> list[Mention]:
    """The country behind the subject of "ratified": its own name or the one whose parliament it is; empty where none is told."""
    named = syntax.mention(subject, "name", "acronym")
    if named is not None and named.kind == "Country":
        return [named]
    return parliament(syntax, subject)


def parliament(syntax: Syntax, subject: Token) -> list[Mention]:
    """The country whose parliament a token is."""
    named = syntax.mention(subject, "name", "acronym")
    words = {w.lower() for w in named.name.replace("-", " ").split()} if named is not None else {subject.lemma.lower()}
    if not words & of_class("chamber"):
        return []
    owners = [*syntax.children(subject, "poss", "amod", "nmod", "compound"), *(t for _, t in syntax.prepositions(subject, "of", "in"))]
    told = [m for t in owners if (m := syntax.mention(t, "name", "demonym")) is not None and m.kind == "Country"]
    return told[:1] or (_inside(named) if named is not None else [])


def _inside(name: Mention) -> list[Mention]:
    """The country whose name or adjective stands in the name of its parliament."""
    words = name.name.split()
    for size in range(_LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size])
            if country_of(part) is not None:
                offset = name.text.find(part)
                start = name.start + max(offset, 0)
                end = start + len(part) if offset >= 0 else name.end
                return [Mention(start, end, part, "Country", "name", part, name.token, True, MappingProxyType({}))]
    return []
