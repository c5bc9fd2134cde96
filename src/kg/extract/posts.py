"""Who holds which post where (W3C ORG memberships with a post, Popolo's persons in posts).

Found: posts before and behind a name, told by "is", by verbs that appoint, elect, nominate, dismiss or resign, several posts of one
person, posts of several people, and people told only as "from" a body, whose title is empty. The organization is the body, place or
country of the clause; where the clause leaves it out, the one that stands out in the article. Refused: occupations that are no post
in a body, denied and wished-for appointments, posts whose body nothing tells, bare repetitions ("Mayor Kim") of a post told before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from kg.data import words as lists
from kg.data.gazetteer import fold
from kg.extract._post_bodies import Bodies
from kg.extract._post_examples import EXAMPLES
from kg.extract._post_people import Holding, People
from kg.extract._post_phrases import Phrases, Post, cased
from kg.extract._post_words import short_titles
from kg.types import Claim, Document, Kind, Mention, Sentence, Value

__all__ = ["EXAMPLES", "KIND", "extract"]

KIND = Kind(
    name="post",
    node="Tenure",
    prefix="tenure",
    roles=MappingProxyType({"person": "holder", "organization": "organization"}),
    values=MappingProxyType({"title": "title", "from": "from", "until": "until"}),
    key=("person", "title", "organization"),
    short=(("person", "holdsPostAt", "organization"),),
    statuses=("held", "former", "appointed", "nominated"),
    asserted=frozenset({"held"}),
    required=("person", "organization"),
)

_RANKS = frozenset(
    ("deputy", "vice", "acting", "assistant", "associate", "former", "under", "caretaker", "interim", "lieutenant", "elect", "designate")
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told of a person before: name words, title words, organization."""

    person: frozenset[str]
    title: frozenset[str]
    organization: str
    text: str = ""
    mention: Mention | None = None


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of posts, in text order."""
    phrases = Phrases(doc)
    people = People(phrases)
    bodies = Bodies(doc)
    told: list[_Told] = []
    for sentence in doc.sentences:
        posts = list(phrases.find(sentence))
        holdings = list(people.holdings(sentence, posts))
        found: list[tuple[int, Claim]] = []
        for k, holding in enumerate(holdings):
            organization = bodies.organization(holding, holdings) or _shared(holdings, k, bodies)
            explicit = holding.post.body is not None or holding.tail is not None or holding.post.owner is not None
            title = holding.post.title
            if organization is None or _repeated(told, holding.person, title, organization, explicit):
                continue
            found.append(
                (holding.post.first, _claim(sentence, holding.person, organization, title, holding.status, holding.reason, holding))
            )
            told.append(_memory(holding.person, title, organization))
        for person, country, title in people.counterparts(sentence, holdings):
            if not _repeated(told, person, title, country, True):
                found.append((person.token, _claim(sentence, person, country, title, "", "the counterpart of one with this post")))
                told.append(_memory(person, title, country))
        for person, body, verb_title in people.verb_posts(sentence):
            if not _repeated(told, person, cased(verb_title), body, True):
                found.append((person.token, _claim(sentence, person, body, cased(verb_title), "", "a verb that tells the post")))
                told.append(_memory(person, cased(verb_title), body))
        for new, old in people.successions(sentence):
            known = next((t for t in reversed(told) if t.mention is not None and _words(new) <= t.person and t.title), None)
            if known is not None and known.mention is not None and not _repeated(told, old, known.text, known.mention, True):
                found.append((old.token, _claim(sentence, old, known.mention, known.text, "former", "followed in the post by another")))
                told.append(_memory(old, known.text, known.mention))
        found.extend(_short(doc, sentence, bodies, told))
        for person, body in people.members(sentence):
            names = _words(person)
            if not any(names <= t.person or t.person <= names for t in told) and not person.features.get("title"):
                found.append((person.token, _claim(sentence, person, body, "", "", "told as from a body")))
                told.append(_memory(person, "", body))
        for _, claim in sorted(found, key=lambda item: item[0]):
            yield claim


def _claim(
    sentence: Sentence, person: Mention, organization: Mention, title: str, status: str, reason: str, dates: Holding | None = None
) -> Claim:
    values: list[tuple[str, Value]] = [("title", title)]
    if dates is not None and dates.start is not None:
        values.append(("from", dates.start))
    if dates is not None and dates.end is not None:
        values.append(("until", dates.end))
    return Claim("post", sentence.span, (("person", person), ("organization", organization)), tuple(values), status or "held", reason)


def _shared(holdings: list[Holding], k: int, bodies: Bodies) -> Mention | None:
    """ "founder and director of Y": the body behind the second post is the first one's too."""
    if k + 1 < len(holdings):
        this, following = holdings[k], holdings[k + 1]
        if following.reason == "a further post of the same person" and following.person == this.person and this.post.record.of == "body":
            return bodies.organization(following)
    return None


def _short(doc: Document, sentence: Sentence, bodies: Bodies, told: list[_Told]) -> Iterator[tuple[int, Claim]]:
    """Short forms that belong to the name's mention: "Gov. Ana Souza"."""
    for mention in doc.within(sentence):
        short = mention.features.get("honorific", "")
        full = short_titles().get(short)
        if mention.kind != "Person" or full is None:
            continue
        record = lists.titles()[full]
        owner = next(
            (m for m in doc.within(sentence) if m.token == mention.token - 1 and m.kind in ("Place", "Country", "Agency", "Organization")),
            None,
        )
        post = Post(mention.token, mention.token, mention.token + 1, mention.token + 1, cased(full), record, "", owner=owner)
        organization = bodies.organization(Holding(post, mention, "", ""))
        if organization is not None and not _repeated(told, mention, post.title, organization, owner is not None):
            told.append(_memory(mention, post.title, organization))
            yield mention.token, _claim(sentence, mention, organization, post.title, "", "a short title before the name")


def _words(person: Mention) -> frozenset[str]:
    return frozenset(fold(person.name).split()) if person.form == "name" else frozenset((f"{person.form} {person.start}",))


def _title_words(title: str) -> frozenset[str]:
    return frozenset(w for w in fold(title).replace("-", " ").split() if w not in ("of", "for", "and", "to", "the"))


def _memory(person: Mention, title: str, organization: Mention) -> _Told:
    return _Told(_words(person), _title_words(title), fold(organization.name), title, organization)


def _repeated(told: list[_Told], person: Mention, title: str, organization: Mention, explicit: bool) -> bool:
    """Whether the person's post was told before and this only says it again, shorter or with no body of its own."""
    names, words = _words(person), _title_words(title)
    for old in told:
        if not (names <= old.person or old.person <= names):
            continue
        if words == old.title and (not explicit or organization.form in ("nominal", "pronoun")):
            return True
        if words < old.title and not (old.title - words) & _RANKS and (not explicit or fold(organization.name) == old.organization):
            return True
    return False
