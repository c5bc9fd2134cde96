"""The word lists of ``words/`` and ``names/``, typed, read once and never changed.

Mappings are keyed by the word in lower case, plurals and other spellings included, so that ``titles().get(text.lower())`` is all a
caller needs; where capitals tell a word apart (acronyms, legal forms, honorifics) the key is as written, and the loader says so. The
record's own first field is the form to write. How each column is meant stands in the head of its file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from kg.data import DataError, many, read_text, rows


@dataclass(frozen=True, slots=True)
class Title:
    """A post ("deputy prime minister"); ``of`` is what such a post belongs to."""

    title: str
    kind: str  # state government ministry diplomat local body company academic party military monarch religious
    of: str  # country place body
    plural: str


@dataclass(frozen=True, slots=True)
class TitleModifier:
    """A word before a title; ``effect``: title (part of it), former, appointed, nominated, ignore."""

    word: str
    effect: str


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun that makes a capitalised phrase a body or a venue.

    ``where``: ``head`` (before "of" or at the end: "Ministry of …", "… Ministry") or ``last`` (only as the last word: "… Ltd").
    ``sure`` is False where another type is as likely ("Council", "Center") and the rest of the name must tell.
    """

    noun: str
    type: str  # Agency Organization Place
    where: str
    sure: bool
    plural: str


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organization that news names without saying what it is."""

    name: str
    acronyms: tuple[str, ...]
    other_names: tuple[str, ...]
    type: str  # Organization Agency
    wikidata: str  # "" where it was not verified


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that may report speech; ``kind`` says what stands for the words said (see the file), ``deed`` is no statement."""

    lemma: str
    kind: str  # say urge call express attribute deny ask source deed
    polarity: str  # positive negative neutral


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names an event; ``generic`` ones mostly refer back ("the event")."""

    noun: str
    kind: str  # competency question's kind of event
    generic: bool
    plural: str


@dataclass(frozen=True, slots=True)
class EventVerb:
    """What a verb says of an event.

    ``role`` is the subject's ("" where the subject is the event itself), ``object`` what the verb's object is (event, person, place,
    none), ``makes`` the kind of event that the verb itself tells, ``status`` the status that it gives, both "" where it does not.
    """

    lemma: str
    role: str
    object: str
    makes: str
    status: str


@dataclass(frozen=True, slots=True)
class AgreementNoun:
    """A noun that names a paper or a deal; ``generic`` ones mostly refer back or need a capital ("document", "cooperation")."""

    noun: str
    kind: str
    generic: bool
    plural: str


@dataclass(frozen=True, slots=True)
class AgreementVerb:
    """What a verb says of an agreement: ``use`` transitive, intransitive (the agreement is the subject) or both."""

    lemma: str
    status: str
    use: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """An economic indicator; ``name`` is the form to write, ``partner`` the preposition that brings its partner country."""

    phrase: str
    name: str
    kind: str  # flow stock rate index count
    partner: str


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A word that ties two parties; ``direction`` reverse: the object before, the subject after ("imports of Y from X")."""

    word: str
    pos: str  # verb noun
    relation: str
    preposition: str
    direction: str  # forward reverse both


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname, or a particle inside names ("bin", "van"); ``order`` is family-first or family-last."""

    name: str
    custom: str
    order: str
    role: str  # surname particle


@dataclass(frozen=True, slots=True)
class Honorific:
    """What stands before a name and is no post; ``gender`` m, f or "" where it does not tell."""

    honorific: str
    gender: str
    custom: str


Record = TypeVar("Record")


def _flag(path: str, line: int, cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise DataError(path, line, f"{cell!r} should be yes or no")
    return cell == "yes"


def _table(
    path: str, columns: tuple[str, ...], build: Callable[[int, list[str]], Record], forms: Callable[[Record], tuple[str, ...]]
) -> Mapping[str, Record]:
    """Records by each of their forms; a form that two records share is an error, as is an empty first cell."""
    found: dict[str, Record] = {}
    for line, cells in rows(path, columns):
        record = build(line, cells)
        for form in dict.fromkeys(form for form in forms(record) if form):
            if form in found:
                raise DataError(path, line, f"{form!r} stands here twice")
            found[form] = record
        if not cells[0]:
            raise DataError(path, line, "the first cell is empty")
    return MappingProxyType(found)


def _choice(path: str, line: int, cell: str, allowed: tuple[str, ...]) -> str:
    if cell not in allowed:
        raise DataError(path, line, f"{cell!r} is none of {', '.join(repr(a) for a in allowed)}")
    return cell


EVENT_KINDS = (
    "Conference", "Seminar", "Forum", "Summit", "Meeting", "Visit", "Exhibition", "Fair", "Ceremony", "Festival", "Election", "Course", "Event",
)  # fmt: skip
AGREEMENT_KINDS = (
    "MemorandumOfUnderstanding", "CooperationAgreement", "PartnershipAgreement", "TradeAgreement", "FinancingAgreement", "Treaty",
    "JointStatement", "Contract", "Deal",
)  # fmt: skip
TITLE_KINDS = (
    "state", "government", "ministry", "diplomat", "local", "body", "company", "academic", "party", "military", "monarch", "religious",
)  # fmt: skip
RELATIONS = ("invests_in", "donates_to", "exports_to", "imports_from", "cooperates_with")
ROLES = ("attendee", "speaker", "chair", "opener", "host", "leader", "member", "invited", "organizer")


@cache
def titles() -> Mapping[str, Title]:
    """Posts by singular and plural."""
    path = "words/titles.tsv"

    def build(line: int, c: list[str]) -> Title:
        return Title(c[0], _choice(path, line, c[1], TITLE_KINDS), _choice(path, line, c[2], ("country", "place", "body")), c[3])

    return _table(path, ("title", "kind", "of", "plural"), build, lambda r: (r.title.lower(), r.plural.lower()))


@cache
def title_modifiers() -> Mapping[str, TitleModifier]:
    """Words before titles."""
    path = "words/title_modifiers.tsv"

    def build(line: int, c: list[str]) -> TitleModifier:
        return TitleModifier(c[0], _choice(path, line, c[1], ("title", "former", "appointed", "nominated", "ignore")))

    return _table(path, ("word", "effect"), build, lambda r: (r.word,))


@cache
def bodies() -> Mapping[str, BodyNoun]:
    """Nouns that make bodies and venues, by singular and plural in lower case; legal forms ("Ltd") as written and in capitals."""
    path = "words/bodies.tsv"

    def build(line: int, c: list[str]) -> BodyNoun:
        kind = _choice(path, line, c[1], ("Agency", "Organization", "Place"))
        return BodyNoun(c[0], kind, _choice(path, line, c[2], ("head", "last")), _flag(path, line, c[3]), c[4])

    def forms(r: BodyNoun) -> tuple[str, ...]:
        return (r.noun, r.noun.upper()) if r.where == "last" else (r.noun.lower(), r.plural.lower())

    return _table(path, ("noun", "type", "where", "sure", "plural"), build, forms)


@cache
def known_bodies() -> Mapping[str, KnownBody]:
    """Well-known organizations by name and other names in lower case and by acronym as written ("WHO", never "who")."""
    path = "words/known_bodies.tsv"

    def build(line: int, c: list[str]) -> KnownBody:
        if c[4] and not (c[4][0] == "Q" and c[4][1:].isdigit()):
            raise DataError(path, line, f"{c[4]!r} is no Wikidata id")
        return KnownBody(c[0], many(c[1]), many(c[2]), _choice(path, line, c[3], ("Organization", "Agency")), c[4])

    columns = ("name", "acronyms", "other_names", "type", "wikidata")
    return _table(path, columns, build, lambda r: (*r.acronyms, r.name.lower(), *(n.lower() for n in r.other_names)))


@cache
def reporting() -> Mapping[str, ReportingVerb]:
    """Reporting verbs (and "according to") by lemma."""
    path = "words/reporting.tsv"
    kinds = ("say", "urge", "call", "express", "attribute", "deny", "ask", "source", "deed")

    def build(line: int, c: list[str]) -> ReportingVerb:
        return ReportingVerb(c[0], _choice(path, line, c[1], kinds), _choice(path, line, c[2], ("positive", "negative", "neutral")))

    return _table(path, ("lemma", "kind", "polarity"), build, lambda r: (r.lemma,))


@cache
def event_nouns() -> Mapping[str, EventNoun]:
    """Nouns of events by singular and plural."""
    path = "words/event_nouns.tsv"

    def build(line: int, c: list[str]) -> EventNoun:
        return EventNoun(c[0], _choice(path, line, c[1], EVENT_KINDS), _flag(path, line, c[2]), c[3])

    return _table(path, ("noun", "kind", "generic", "plural"), build, lambda r: (r.noun.lower(), r.plural.lower()))


@cache
def event_verbs() -> Mapping[str, EventVerb]:
    """Verbs of events by lemma."""
    path = "words/event_verbs.tsv"
    statuses = ("", "held", "ongoing", "planned", "cancelled", "postponed")

    def build(line: int, c: list[str]) -> EventVerb:
        objects = ("event", "person", "place", "none")
        role, thing = _choice(path, line, c[1], ("", *ROLES)), _choice(path, line, c[2], objects)
        return EventVerb(c[0], role, thing, _choice(path, line, c[3], ("", *EVENT_KINDS)), _choice(path, line, c[4], statuses))

    return _table(path, ("lemma", "role", "object", "makes", "status"), build, lambda r: (r.lemma,))


@cache
def agreement_nouns() -> Mapping[str, AgreementNoun]:
    """Nouns of agreements by singular and plural."""
    path = "words/agreement_nouns.tsv"

    def build(line: int, c: list[str]) -> AgreementNoun:
        return AgreementNoun(c[0], _choice(path, line, c[1], AGREEMENT_KINDS), _flag(path, line, c[2]), c[3])

    return _table(path, ("noun", "kind", "generic", "plural"), build, lambda r: (r.noun.lower(), r.plural.lower()))


@cache
def agreement_verbs() -> Mapping[str, AgreementVerb]:
    """Verbs of agreements by lemma."""
    path = "words/agreement_verbs.tsv"
    statuses = ("signed", "planned", "proposed", "in-force", "denied", "terminated")

    def build(line: int, c: list[str]) -> AgreementVerb:
        return AgreementVerb(c[0], _choice(path, line, c[1], statuses), _choice(path, line, c[2], ("transitive", "intransitive", "both")))

    return _table(path, ("lemma", "status", "use"), build, lambda r: (r.lemma,))


@cache
def indicators() -> Mapping[str, Indicator]:
    """Economic indicators by phrase."""
    path = "words/indicators.tsv"

    def build(line: int, c: list[str]) -> Indicator:
        return Indicator(c[0], c[1] or c[0], _choice(path, line, c[2], ("flow", "stock", "rate", "index", "count")), c[3])

    return _table(path, ("phrase", "name", "kind", "partner"), build, lambda r: (r.phrase.lower(),))


@cache
def relations() -> Mapping[str, tuple[RelationWord, ...]]:
    """Words of ties by lemma or phrase; a word may tie in several ways."""
    path = "words/relations.tsv"
    found: dict[str, tuple[RelationWord, ...]] = {}
    for line, c in rows(path, ("word", "pos", "relation", "preposition", "direction")):
        pos, relation = _choice(path, line, c[1], ("verb", "noun")), _choice(path, line, c[2], RELATIONS)
        record = RelationWord(c[0], pos, relation, c[3], _choice(path, line, c[4], ("forward", "reverse", "both")))
        if record in found.get(c[0], ()):
            raise DataError(path, line, f"{c[0]!r} stands here twice")
        found[c[0]] = (*found.get(c[0], ()), record)
    return MappingProxyType(found)


@cache
def surnames() -> Mapping[str, tuple[Surname, ...]]:
    """Surnames and particles by folded name; one name may belong to several customs."""
    from kg.data.gazetteer import fold

    path = "names/surnames.tsv"
    found: dict[str, tuple[Surname, ...]] = {}
    for line, c in rows(path, ("name", "custom", "order", "role")):
        order = _choice(path, line, c[2], ("family-first", "family-last"))
        record = Surname(c[0], c[1], order, _choice(path, line, c[3], ("surname", "particle")))
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
        return Honorific(c[0], _choice(path, line, c[1], ("m", "f", "")), c[2])

    return _table(path, ("honorific", "gender", "custom"), build, lambda r: (r.honorific,))


@cache
def given_names() -> frozenset[str]:
    """Given names, folded. A name may be a common word too: a capital or a neighbour must tell."""
    path = "names/given.txt"
    lines = [line for line in read_text(path).split("\n") if line and not line.startswith("#")]
    return frozenset(lines)
