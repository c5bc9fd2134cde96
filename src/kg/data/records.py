"""What one line of each word list says. The head of the list's file tells what each column means; ``kg.data.words`` reads them."""

from __future__ import annotations

from dataclasses import dataclass


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


TITLE_KINDS = (
    *("state", "government", "ministry", "diplomat", "local", "body"),
    *("company", "academic", "party", "military", "monarch", "religious"),
)
EVENT_KINDS = (
    *("Conference", "Seminar", "Forum", "Summit", "Meeting", "Visit", "Exhibition"),
    *("Fair", "Ceremony", "Festival", "Election", "Course", "Event"),
)
AGREEMENT_KINDS = (
    *("MemorandumOfUnderstanding", "CooperationAgreement", "PartnershipAgreement", "TradeAgreement"),
    *("FinancingAgreement", "Treaty", "JointStatement", "Contract", "Deal"),
)
RELATIONS = ("invests_in", "donates_to", "exports_to", "imports_from", "cooperates_with")
ROLES = ("attendee", "speaker", "chair", "opener", "host", "leader", "member", "invited", "organizer")
