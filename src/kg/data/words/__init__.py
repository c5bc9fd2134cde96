"""The word lists of ``words/`` and ``names/``, typed, read once and never changed.

Mappings are keyed by the word in lower case, plurals and other spellings included, so that ``titles().get(text.lower())`` is all a
caller needs; where capitals tell a word apart (acronyms, legal forms, honorifics) the key is as written, and the loader says so. The
record's own first field is the form to write. How each column is meant stands in the head of its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.data import DataError, many, read_text, rows
from kg.data.gazetteer import fold
from kg.data.records import (
    AGREEMENT_KINDS,
    EVENT_KINDS,
    RELATIONS,
    ROLES,
    TITLE_KINDS,
    AgreementNoun,
    AgreementVerb,
    BodyNoun,
    EventNoun,
    EventVerb,
    Honorific,
    Indicator,
    KnownBody,
    RelationWord,
    ReportingVerb,
    Surname,
    Title,
    TitleModifier,
)
from kg.data.tables import choice, flag, table

__all__ = [
    "AgreementNoun",
    "AgreementVerb",
    "BodyNoun",
    "EventNoun",
    "EventVerb",
    "Honorific",
    "Indicator",
    "KnownBody",
    "RelationWord",
    "ReportingVerb",
    "Surname",
    "Title",
    "TitleModifier",
    "agreement_nouns",
    "agreement_verbs",
    "bodies",
    "event_nouns",
    "event_verbs",
    "given_names",
    "honorifics",
    "indicators",
    "known_bodies",
    "relations",
    "reporting",
    "surnames",
    "title_modifiers",
    "titles",
]


@cache
def titles() -> Mapping[str, Title]:
    """Posts by singular and plural."""
    path = "words/titles.tsv"

    def build(line: int, c: list[str]) -> Title:
        return Title(c[0], choice(path, line, c[1], TITLE_KINDS), choice(path, line, c[2], ("country", "place", "body")), c[3])

    return table(path, ("title", "kind", "of", "plural"), build, lambda r: (r.title.lower(), r.plural.lower()))


@cache
def title_modifiers() -> Mapping[str, TitleModifier]:
    """Words before titles."""
    path = "words/title_modifiers.tsv"

    def build(line: int, c: list[str]) -> TitleModifier:
        return TitleModifier(c[0], choice(path, line, c[1], ("title", "former", "appointed", "nominated", "ignore")))

    return table(path, ("word", "effect"), build, lambda r: (r.word,))


@cache
def bodies() -> Mapping[str, BodyNoun]:
    """Nouns that make bodies and venues, by singular and plural in lower case; legal forms ("Ltd") as written and in capitals."""
    path = "words/bodies.tsv"

    def build(line: int, c: list[str]) -> BodyNoun:
        kind = choice(path, line, c[1], ("Agency", "Organization", "Place"))
        return BodyNoun(c[0], kind, choice(path, line, c[2], ("head", "last")), flag(path, line, c[3]), c[4])

    def forms(r: BodyNoun) -> tuple[str, ...]:
        return (r.noun, r.noun.upper()) if r.where == "last" else (r.noun.lower(), r.plural.lower())

    return table(path, ("noun", "type", "where", "sure", "plural"), build, forms)


@cache
def known_bodies() -> Mapping[str, KnownBody]:
    """Well-known organizations by name and other names in lower case and by acronym as written ("WHO", never "who")."""
    path = "words/known_bodies.tsv"

    def build(line: int, c: list[str]) -> KnownBody:
        if c[4] and not (c[4][0] == "Q" and c[4][1:].isdigit()):
            raise DataError(path, line, f"{c[4]!r} is no Wikidata id")
        return KnownBody(c[0], many(c[1]), many(c[2]), choice(path, line, c[3], ("Organization", "Agency")), c[4])

    columns = ("name", "acronyms", "other_names", "type", "wikidata")
    return table(path, columns, build, lambda r: (*r.acronyms, r.name.lower(), *(n.lower() for n in r.other_names)))


@cache
def reporting() -> Mapping[str, ReportingVerb]:
    """Reporting verbs (and "according to") by lemma."""
    path = "words/reporting.tsv"
    kinds = ("say", "urge", "call", "express", "attribute", "deny", "ask", "source", "deed")

    def build(line: int, c: list[str]) -> ReportingVerb:
        return ReportingVerb(c[0], choice(path, line, c[1], kinds), choice(path, line, c[2], ("positive", "negative", "neutral")))

    return table(path, ("lemma", "kind", "polarity"), build, lambda r: (r.lemma,))


@cache
def event_nouns() -> Mapping[str, EventNoun]:
    """Nouns of events by singular and plural."""
    path = "words/event_nouns.tsv"

    def build(line: int, c: list[str]) -> EventNoun:
        return EventNoun(c[0], choice(path, line, c[1], EVENT_KINDS), flag(path, line, c[2]), c[3])

    return table(path, ("noun", "kind", "generic", "plural"), build, lambda r: (r.noun.lower(), r.plural.lower()))


@cache
def event_verbs() -> Mapping[str, EventVerb]:
    """Verbs of events by lemma."""
    path = "words/event_verbs.tsv"
    statuses = ("", "held", "ongoing", "planned", "cancelled", "postponed")

    def build(line: int, c: list[str]) -> EventVerb:
        objects = ("event", "person", "place", "none")
        role, thing = choice(path, line, c[1], ("", *ROLES)), choice(path, line, c[2], objects)
        return EventVerb(c[0], role, thing, choice(path, line, c[3], ("", *EVENT_KINDS)), choice(path, line, c[4], statuses))

    return table(path, ("lemma", "role", "object", "makes", "status"), build, lambda r: (r.lemma,))


@cache
def agreement_nouns() -> Mapping[str, AgreementNoun]:
    """Nouns of agreements by singular and plural."""
    path = "words/agreement_nouns.tsv"

    def build(line: int, c: list[str]) -> AgreementNoun:
        return AgreementNoun(c[0], choice(path, line, c[1], AGREEMENT_KINDS), flag(path, line, c[2]), c[3])

    return table(path, ("noun", "kind", "generic", "plural"), build, lambda r: (r.noun.lower(), r.plural.lower()))


@cache
def agreement_verbs() -> Mapping[str, AgreementVerb]:
    """Verbs of agreements by lemma."""
    path = "words/agreement_verbs.tsv"
    statuses = ("signed", "planned", "proposed", "in-force", "denied", "terminated")

    def build(line: int, c: list[str]) -> AgreementVerb:
        return AgreementVerb(c[0], choice(path, line, c[1], statuses), choice(path, line, c[2], ("transitive", "intransitive", "both")))

    return table(path, ("lemma", "status", "use"), build, lambda r: (r.lemma,))


@cache
def indicators() -> Mapping[str, Indicator]:
    """Economic indicators by phrase."""
    path = "words/indicators.tsv"

    def build(line: int, c: list[str]) -> Indicator:
        return Indicator(c[0], c[1] or c[0], choice(path, line, c[2], ("flow", "stock", "rate", "index", "count")), c[3])

    return table(path, ("phrase", "name", "kind", "partner"), build, lambda r: (r.phrase.lower(),))


@cache
def relations() -> Mapping[str, tuple[RelationWord, ...]]:
    """Words of ties by lemma or phrase; a word may tie in several ways."""
    path = "words/relations.tsv"
    found: dict[str, tuple[RelationWord, ...]] = {}
    for line, c in rows(path, ("word", "pos", "relation", "preposition", "direction")):
        pos, relation = choice(path, line, c[1], ("verb", "noun")), choice(path, line, c[2], RELATIONS)
        record = RelationWord(c[0], pos, relation, c[3], choice(path, line, c[4], ("forward", "reverse", "both")))
        if record in found.get(c[0], ()):
            raise DataError(path, line, f"{c[0]!r} stands here twice")
        found[c[0]] = (*found.get(c[0], ()), record)
    return MappingProxyType(found)


@cache
def surnames() -> Mapping[str, tuple[Surname, ...]]:
    """Surnames and particles by folded name; one name may belong to several customs."""
    path = "names/surnames.tsv"
    found: dict[str, tuple[Surname, ...]] = {}
    for line, c in rows(path, ("name", "custom", "order", "role")):
        order = choice(path, line, c[2], ("family-first", "family-last"))
        record = Surname(c[0], c[1], order, choice(path, line, c[3], ("surname", "particle")))
        key = fold(c[0])
        if any((other.name, other.custom) == (c[0], c[1]) for other in found.get(key, ())):
            raise DataError(path, line, f"{c[0]!r} stands here twice for {c[1]}")
        found[key] = (*found.get(key, ()), record)
    return MappingProxyType(found)


@cache
def honorifics() -> Mapping[str, Honorific]:
    """Honorifics as written: case matters ("HE" is none of "He"), and both "Mr" and "Mr." are entries."""
    path = "names/honorifics.tsv"

    def build(line: int, c: list[str]) -> Honorific:
        return Honorific(c[0], choice(path, line, c[1], ("m", "f", "")), c[2])

    return table(path, ("honorific", "gender", "custom"), build, lambda r: (r.honorific,))


@cache
def given_names() -> frozenset[str]:
    """Given names, folded. A name may be a common word too: a capital or a neighbour must tell."""
    path = "names/given.txt"
    lines = [line for line in read_text(path).split("\n") if line and not line.startswith("#")]
    return frozenset(lines)
