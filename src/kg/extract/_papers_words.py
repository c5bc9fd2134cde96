"""The word lists that only agreements need, typed and read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.data import many, read_text, rows
from kg.data import words as lists


@cache
def governors() -> Mapping[str, str]:
    """Words that take an infinitive or gerund, by lemma: planned, proposed, denied, none or same."""
    return MappingProxyType({c[0]: c[1] for _, c in rows("agreements/governors.tsv", ("word", "mood"))})


@cache
def deeds() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Nouns of deeds by lemma: status and the prepositions that bring the agreement."""
    columns = ("noun", "status", "prepositions")
    return MappingProxyType({c[0]: (c[1], many(c[2])) for _, c in rows("agreements/deeds.tsv", columns)})


@cache
def states() -> Mapping[str, tuple[str, str]]:
    """Predicates by words: the status told and the status of their denial; "-" for a clause that gives none."""
    return MappingProxyType({c[0]: (c[1], c[2]) for _, c in rows("agreements/states.tsv", ("state", "status", "negated"))})


@cache
def validity() -> Mapping[str, str]:
    """Cue words of validity by lemma: what a bare date beside them is (from, until, none)."""
    return MappingProxyType({c[0]: c[1] for _, c in rows("agreements/validity.tsv", ("word", "plain"))})


@cache
def days() -> Mapping[str, int]:
    """Words that tell which day of an event is meant: days after the first, -1 for the last."""
    return MappingProxyType({c[0]: int(c[1]) for _, c in rows("agreements/days.tsv", ("word", "offset"))})


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week."""
    return frozenset(c[1] for _, c in rows("dates/weekdays.tsv", ("number", "name", "short")))


@cache
def subjects() -> Mapping[str, str]:
    """Words of an agreement's own phrase and the kind that they make of it."""
    return MappingProxyType({c[0]: c[1] for _, c in rows("agreements/subjects.tsv", ("word", "kind"))})


@cache
def of_class(name: str) -> frozenset[str]:
    """The words of one class of ``classes.tsv``. Raises ValueError for a class without words."""
    found = frozenset(c[0] for _, c in rows("agreements/classes.tsv", ("word", "class")) if c[1] == name)
    if not found:
        raise ValueError(f"no words of class {name!r}")
    return found


@cache
def known() -> Mapping[str, str]:
    """Kinds of well-known agreements by name and acronym in lower case."""
    found: dict[str, str] = {}
    for _, cells in rows("agreements/known.tsv", ("name", "acronyms", "kind")):
        for name in (cells[0], *many(cells[1])):
            found[name.lower()] = cells[2]
    return MappingProxyType(found)


def _lines(path: str) -> frozenset[str]:
    return frozenset(line for line in read_text(path).split("\n") if line and not line.startswith("#"))


@cache
def weak() -> frozenset[str]:
    """Nouns that count only with a verb of signing."""
    return _lines("agreements/weak.txt")


@cache
def signing() -> frozenset[str]:
    """Verbs that only papers take, by lemma."""
    return _lines("agreements/signing.txt")


@cache
def openings() -> frozenset[str]:
    """What stands before a paper that opens a sentence, in lower case."""
    return _lines("agreements/openings.txt")


@cache
def framing() -> frozenset[str]:
    """Nouns that place a deed in an event, by lemma."""
    return _lines("agreements/framing.txt")


@cache
def denials() -> frozenset[str]:
    """Verbs that deny what they govern, by lemma."""
    return frozenset(lemma for lemma, verb in lists.reporting().items() if verb.kind == "deny") | of_class("denying")
