"""Who holds which post where (W3C ORG memberships with a post, Popolo's persons in posts).

Found: posts before and behind a name, told by "is", by verbs that appoint, elect, nominate, dismiss or resign, several posts of one
person, posts of several people, and people told only as "from" a body, whose title is empty. The organization is the body, place or
country of the clause; where the clause leaves it out, the one that stands out in the article, the body whose kind of head the post
is (``_post_heads``), or that of a post told before (``_post_told``). Refused: occupations that are no post in a body, denied and
wished-for appointments, posts whose body nothing tells, bare repetitions ("Mayor Kim") of a post told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from kg.data import words as lists
from kg.data.gazetteer import fold
from kg.extract._post_bodies import Bodies
from kg.extract._post_examples import EXAMPLES as FIRST_EXAMPLES
from kg.extract._post_examples_firms import FIRMS
from kg.extract._post_examples_news import NEWS
from kg.extract._post_heads import base
from kg.extract._post_more import MORE
from kg.extract._post_people import Holding, People, in_full
from kg.extract._post_phrases import Phrases, Post, cased
from kg.extract._post_told import Told, cabinet, country, family, name_words, plain, repeated, same
from kg.extract._post_words import occupations, rumours, short_titles
from kg.types import Claim, Document, Kind, Mention, Sentence, Value

__all__ = ["EXAMPLES", "KIND", "extract"]

EXAMPLES = (*FIRST_EXAMPLES, *MORE, *NEWS, *FIRMS)

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


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of posts, in text order."""
    phrases = Phrases(doc)
    people = People(phrases)
    bodies = Bodies(doc)
    lines = [(sentence, list(people.holdings(sentence, list(phrases.find(sentence))))) for sentence in doc.sentences]
    # posts told in full anywhere come first, so that "Mayor Kim" in the lead waits for "the mayor of Pohang, Kim Dae-hyun"
    sure = [
        Told(h.person, name_words(h.person), h.post.title, organization, sentence.i, h.status, h.post.first, h.post.record.kind, True)
        for sentence, holdings in lines
        for h in holdings
        if in_full(h) and (organization := bodies.organization(h, holdings)) is not None
    ]
    told: list[Told] = []
    claims: list[Claim] = []
    for sentence, holdings in lines:
        found: list[tuple[int, Claim]] = []
        for person, organization, title, status, reason, holding in _tellings(doc, sentence, holdings, people, bodies, told, sure):
            explicit = holding is None or in_full(holding)
            known = told if explicit else [*told, *sure]
            at = holding.post.first if holding is not None else person.token
            old = repeated(known, person, title, organization, explicit, at)
            if old is not None:
                if status == "former" and old.status in ("", "held"):  # "…, chairman of X, stepped down as chairman"
                    _end(claims, found, old)
                continue
            if reason.startswith("the verb") and rumours().search(doc.text, sentence.start, person.start):
                continue  # "no truth in reports that X has been appointed"
            if title == "" and any(same(name_words(person), t.words) for t in [*told, *sure]):
                continue
            found.append((at, _claim(sentence, person, organization, title, status, reason, holding)))
            kind = holding.post.record.kind if holding is not None else ""
            told.append(Told(person, name_words(person), title, organization, sentence.i, status, at, kind, explicit))
        claims.extend(claim for _, claim in sorted(found, key=lambda item: item[0]))
    yield from claims


def _near(people: People, sentence: Sentence, holding: Holding, known: list[Told]) -> tuple[Holding, Mention] | None:
    """The post of "His deputy, X" or "her co-founder X" where his or hers is told; a second post of one person in one sentence."""
    post = holding.post
    if in_full(holding) and not (post.owner is not None and post.owner.kind == "Person"):
        return None
    if post.owner is not None:
        boss = people.means(post.owner, sentence)
        fits = [t for t in known if boss is not None and t.text and t.explicit and same(name_words(boss), t.words)]
        fits = [t for t in fits if t.status != "former" and not same(name_words(holding.person), t.words)]
        if len({fold(t.organization.name) for t in fits}) != 1 or post.record.kind == "diplomat":
            return None
        above = re.split(r" (?:of|for|to) ", fits[-1].text)[0]
        title = f"Deputy {above}" if post.title == "Deputy" and base(above) == above.lower() and above != "President" else post.title
        return replace(holding, post=replace(post, title=title)), fits[-1].organization
    cut = people.phrases.word(post.last) in ("of", "at", "for", "with")  # a body that nobody could read
    if post.record.of == "body" and post.record.kind in ("company", "body") and not post.word and not cut:
        names = name_words(holding.person)
        fits = [t for t in known if t.sentence == sentence.i and same(names, t.words) and t.kind in ("company", "body")]
        if len({fold(t.organization.name) for t in fits}) == 1:
            return holding, fits[-1].organization
    return None


_Telling = tuple[Mention, Mention, str, str, str, Holding | None]


def _tellings(
    doc: Document, sentence: Sentence, holdings: list[Holding], people: People, bodies: Bodies, told: list[Told], sure: list[Told]
) -> Iterator[_Telling]:
    """Person, organization, title, status, reason and phrase of everything that a sentence tells."""
    given: Mention | None = None
    for k, holding in enumerate(holdings):
        known = [*told, *sure]
        if k and given is not None and bodies.instead(holding):
            yield holding.person, given, holding.post.title, holding.status, holding.reason, holding
            continue
        organization = family(known, holding) if base(holding.post.title) != holding.post.title.lower() else None
        before = country(told, holding, sentence.i)
        organization = organization or bodies.organization(holding, holdings, before) or _shared(holdings, k, bodies)
        organization = organization or before or family(known, holding)
        organization = organization or cabinet(known, holding, bool(bodies.only))
        if organization is None and (near := _near(people, sentence, holding, known)) is not None:
            holding, organization = near
        if organization is None and holding.status == "former":  # "X, chairman of Y, stepped down as chairman"
            names, title = name_words(holding.person), holding.post.title
            organization = next((t.organization for t in told if same(names, t.words) and t.text == title), None)
            organization = organization or next(
                (bodies.organization(h, holdings) for h in holdings[:k] if h.person == holding.person and h.post.title == title), None
            )
        given = organization or given
        if organization is not None:
            yield holding.person, organization, holding.post.title, holding.status, holding.reason, holding
    for person, nation, title in people.counterparts(sentence, holdings):
        yield person, nation, title, "", "the counterpart of one with this post", None
    for person, body, title, status in people.verb_posts(sentence):
        yield person, body, cased(title), status, "a verb that tells the post", None
    for new, old, chosen, named in people.successions(sentence):
        known = [t for t in told if t.sentence == sentence.i] if named else [*told, *sure]
        gone = [t.person for t in told if t.status == "former" and not same(t.words, name_words(new))]
        follower = people.means(new, sentence) if chosen != "would" or new.form == "name" else _chosen(told, sentence)
        yield from _followed(follower, people.means(old, sentence, gone), known, chosen)
    for holding in _short(doc, people.phrases, sentence):
        organization = bodies.organization(holding, holdings)
        if organization is not None:
            yield holding.person, organization, holding.post.title, "", holding.reason, holding
    for person, body in people.members(sentence):
        if not person.features.get("title") or doc.tokens[person.token + 1].text == ",":
            yield person, body, "", "", "told as from a body", None


def _chosen(told: list[Told], sentence: Sentence) -> Mention | None:
    """The only one told just before as nominated or appointed, whom "She would replace" means."""
    near = {t.words: t.person for t in told if t.status in ("appointed", "nominated") and sentence.i - t.sentence <= 2}
    return next(iter(near.values())) if len(near) == 1 else None


def _followed(new: Mention | None, old: Mention | None, told: list[Told], status: str = "") -> Iterator[_Telling]:
    """The post of who was followed by somebody with one told, or of who follows somebody with one told; ``status``: the verb's."""
    if new is None or old is None:
        return
    first, last = name_words(new), name_words(old)
    taken = [t for t in told if t.text and t.status != "former" and same(first, t.words)]
    chosen = [t for t in taken if t.status in ("appointed", "nominated")]
    taken = chosen or ([] if status == "would" else taken)  # "She would replace Y": only in the post that she is chosen for
    left = [t for t in told if t.text and same(last, t.words)]
    if old.form == "name" and taken:
        one = len({(fold(t.text), fold(t.organization.name)) for t in taken}) == 1
        if not one or any(fold(t.text) == fold(plain(taken[-1].text)) for t in left):
            return
        after = "held" if taken[-1].status == "nominated" else "former"
        yield old, taken[-1].organization, plain(taken[-1].text), after, "followed in the post by another", None
    elif (
        status != "would"
        and len({(fold(t.text), fold(t.organization.name)) for t in left}) == 1
        and new.form == "name"
        and left[-1].status != "appointed"
    ):
        yield new, left[-1].organization, plain(left[-1].text), status or "appointed", "follows another in the post", None


def _end(claims: list[Claim], found: list[tuple[int, Claim]], old: Told) -> None:
    """Make a post told before one that is held no longer."""
    for k, (at, claim) in enumerate(found):
        if claim.role("person") == old.person and claim.value("title") == old.text:
            found[k] = (at, replace(claim, status="former"))
    for k, claim in enumerate(claims):
        if claim.role("person") == old.person and claim.value("title") == old.text:
            claims[k] = replace(claim, status="former")


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
        same = (
            following.reason == "a further post of the same person"
            and following.person == this.person
            and following.post.status == this.post.status
        )
        if same and this.post.record.of == "body" and this.post.record.title not in occupations():
            return bodies.organization(following)
    return None


def _short(doc: Document, phrases: Phrases, sentence: Sentence) -> Iterator[Holding]:
    """Short forms that belong to the name's mention: "Gov. Ana Souza"."""
    for mention in doc.within(sentence):
        full = short_titles().get(mention.features.get("honorific", ""))
        if mention.kind != "Person" or full is None:
            continue
        record = lists.titles()[full]
        at = mention.token
        while at > sentence.first and phrases.courtesy(at - 1):
            at -= 1
        owner = next(
            (m for m in doc.within(sentence) if m.token == at - 1 and m.kind in ("Place", "Country", "Agency", "Organization")), None
        )
        end = mention.token + 1
        tail = phrases.body(end + 1, sentence.last) if phrases.word(end) in ("of", "from") else None
        post = Post(at, at, end, end, cased(full), record, "", owner=owner)
        yield Holding(post, mention, "", "a short title before the name", tail)
