"""Who organizes an event.

Found: "organised by A, B and C", "A hosts / will hold its 31st gala", "which organised the event", "that A had scheduled", "the host is A",
"in collaboration with B", "the organiser, A, lost …", "Organiser: A",
and the owner of a conference or fair ("Odense's investment forum"). Refused: sponsors, supporters and patrons, those
"under the direction of" whom it is, persons, and those who hold talks or meetings (they take part). Rules over the parse and the event
verbs whose subject organizes (role ``organizer`` in event_verbs.tsv).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.data.words import event_verbs
from kg.extract._attendance_guests import passive
from kg.extract._occasion_clauses import Clause, event_verb
from kg.extract._occasion_current import current
from kg.extract._occasion_examples import examples
from kg.extract._occasion_people import agents, listed, subjects
from kg.extract._occasion_span import above, labels
from kg.extract._occasion_words import words
from kg.extract._occasions import BODIES, Occasion, find
from kg.extract._organizer_examples import EXAMPLES as SENTENCES
from kg.extract._syntax import Syntax, syntax_of
from kg.types import Claim, Document, EntityType, Kind, Mention, Token

__all__ = ["EXAMPLES", "KIND", "extract"]

EXAMPLES = (*SENTENCES, *examples("organizer"))

KIND = Kind(
    name="organizer",
    node="Organizing",
    prefix="organizing",
    roles=MappingProxyType({"event": "event", "organizer": "organizer"}),
    values=MappingProxyType({}),
    key=("event", "organizer"),
    short=(("event", "organizedBy", "organizer"),),
    statuses=("held", "planned", "cancelled"),
    asserted=frozenset({"held"}),
    required=("event", "organizer"),
)


_PERSON: tuple[EntityType, ...] = ("Person",)
_OWNED = ("Conference", "Seminar", "Forum", "Fair", "Exhibition", "Festival", "Course")
_STATUS = MappingProxyType({"planned": "planned", "postponed": "planned", "cancelled": "cancelled"})


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    syntax = syntax_of(doc)
    occasions = find(doc)
    seen: set[tuple[int, int]] = set()
    for occasion in occasions:
        for clause in occasion.clauses:
            for body in _of_clause(syntax, occasion, clause):
                yield from _claim(occasion, body, seen, "the one by whom it is organized")
        owner = _owner(syntax, occasion)
        if owner is not None:
            yield from _claim(occasion, owner, seen, "the owner of the event")
    yield from _it(syntax, occasions)
    yield from _host(syntax, occasions)
    yield from _brainchild(syntax, occasions)


def _claim(occasion: Occasion, body: Mention, seen: set[tuple[int, int]], reason: str) -> Iterator[Claim]:
    key = (occasion.mention.start, body.start)
    if key not in seen:
        seen.add(key)
        status = _STATUS.get(occasion.status, "held")
        yield Claim("organizer", occasion.evidence, (("event", occasion.mention), ("organizer", body)), (), status, reason)


def _organizes(syntax: Syntax, verb: Token, passive_: bool = False) -> bool:
    record = event_verbs().get(event_verb(syntax, verb))
    lemma = verb.lemma.lower()
    if lemma in words("sponsor") or any(lemma.endswith(w) for w in words("sponsor")):
        return False
    near = {f"{lemma} {t.text.lower()}" for t in syntax.children(verb, "advmod", "prt")}
    if words("organizes") & {lemma, *near}:
        return True
    return (record is not None and record.role == "organizer") or (
        lemma == "call" and (bool(syntax.prepositions(verb, "for")) or (passive_ and bool(syntax.agents(verb))))
    )


def _of_clause(syntax: Syntax, occasion: Occasion, clause: Clause) -> list[Mention]:
    verb = clause.verb
    acted = passive(syntax, clause)
    if _invites(syntax, occasion, clause):
        return [m for m in subjects(syntax, verb, BODIES) if m.kind in ("Agency", "Organization")]
    given = verb.lemma.lower() in ("give", "throw", "offer", "lay") and occasion.mention.name.lower().split()[-1] in words("given")
    if not (acted or clause.role == "patient") or not (given or _organizes(syntax, verb, acted)) or syntax.negated(verb):
        return []
    if occasion.kind in ("Visit", "Election") and verb.lemma.lower() in words("organizes"):
        return []
    hosts = verb.lemma.lower() in words("hosts")
    kinds = (*BODIES, *_PERSON) if hosts else BODIES
    if acted:
        found = agents(syntax, verb, kinds)
        return [*found, *_joined(syntax, verb)]
    shared = not hosts and occasion.kind in ("Meeting", "Visit", "Election") and verb.lemma.lower() in ("hold", "plan")
    if shared and not (occasion.kind == "Meeting" and _with_public(syntax, occasion, verb)):
        return []
    found = [m for m in subjects(syntax, verb, kinds) if m.kind != "Place" or _acts(m)]
    return [*found, *_joined(syntax, verb)] if found else []


def _invites(syntax: Syntax, occasion: Occasion, clause: Clause) -> bool:
    """ "The agency invited developers to a workshop": a body that invites to an event that nobody knows yet."""
    verb = clause.verb
    if clause.role != "oblique" or clause.prep not in ("to", "for") or verb.lemma.lower() != "invite" or syntax.negated(verb):
        return False
    det = syntax.child(syntax.doc.tokens[occasion.mention.token], "det", "poss")
    passive_ = syntax.child(verb, "auxpass") is not None
    return not passive_ and det is not None and det.text.lower() in ("a", "an", "its", "their") and occasion.kind in _OWNED


def _acts(place: Mention) -> bool:
    """A place that can organize: a city or province by name or by "the province"; a hall hosts, but organizes nothing."""
    if place.form == "nominal":
        return place.name.lower() in words("area")
    return place.form == "name" and place.features.get("gazetteer") == "1"


def _with_public(syntax: Syntax, occasion: Occasion, verb: Token) -> bool:
    """ "held a dialogue with exporters": one body's own meeting with people in the plural; with another party it is both sides'."""
    event = syntax.doc.tokens[occasion.mention.token]
    for _, target in [*syntax.prepositions(event, "with", "for"), *syntax.prepositions(verb, "with", "for")]:
        if target.tag == "NNS" and syntax.mention(target, "name", "acronym") is None and target.lemma.lower() in words("public"):
            return True
    return False


def _joined(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "in collaboration with B", "together with B"."""
    for token in syntax.subtree(verb):
        beside = syntax.doc.tokens[token.i - 1].text.lower() if token.i else ""
        if (
            token.text.lower() == "with"
            and token.i > verb.i
            and (beside in ("together", "jointly", "along", "alongside") or _plainly(syntax, verb, token))
        ):
            return listed(syntax, token.i + 1, syntax.sentence(verb).last, BODIES)
        if token.lemma.lower() in words("joins") and token.dep == "pobj":
            with_ = next((t for t in syntax.doc.tokens[token.i + 1 : token.i + 2] if t.text.lower() == "with"), None)
            if with_ is not None:
                return listed(syntax, with_.i + 1, syntax.sentence(verb).last, BODIES)
    return []


def _plainly(syntax: Syntax, verb: Token, with_: Token) -> bool:
    """ "organised by A with B": the name of a body right behind "with"; "with support from B", "with sponsors B and C" is none."""
    if not syntax.agents(verb) or with_.head != verb.i:
        return False
    for token in syntax.doc.tokens[with_.i + 1 : syntax.sentence(verb).last]:
        if token.tag not in ("DT", "PRP$"):
            mention = syntax.mention(token, "name", "acronym")
            return mention is not None and mention.kind in ("Agency", "Organization")
    return False


def _owner(syntax: Syntax, occasion: Occasion) -> Mention | None:
    before = {t.text.lower() for t in syntax.children(syntax.doc.tokens[occasion.mention.token], "amod")}
    if (
        occasion.kind not in _OWNED and not (occasion.kind in ("Meeting", "Ceremony", "Event") and before & {"annual", "yearly"})
    ) or occasion.mention.form == "verb":
        return None
    token = syntax.doc.tokens[occasion.mention.token]
    for child in syntax.children(token, "poss"):
        if child.text.lower() in ("its", "their"):
            return _its(syntax, child)
        mention = syntax.mention(child, "name", "acronym", "nominal")
        if mention is not None and mention.kind in BODIES and not (mention.form == "nominal" and mention.kind == "Place"):
            return mention
    return None


def _its(syntax: Syntax, pronoun: Token) -> Mention | None:
    """ "The association said that its annual conference …": the only body told before it in the sentence, where it is the subject."""
    sentence = syntax.sentence(pronoun)
    before = [
        m for m in syntax.doc.within(sentence) if m.end <= pronoun.start and m.form in ("name", "acronym", "nominal") and m.kind in BODIES
    ]
    bodies = [m for m in before if m.kind in ("Agency", "Organization") and m.form != "acronym"]
    if len({m.name for m in bodies}) != 1:
        return None
    token = syntax.doc.tokens[bodies[0].token]
    return bodies[0] if token.dep in ("nsubj", "nsubjpass") and all(m.kind != "Country" or m.end <= bodies[0].end for m in before) else None


def _it(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Claim]:
    """ "It will be co-organised by A and B", "B organised it", "the day was hosted by C".

    The pronoun is left to the resolver, which takes it for the event told just before.
    """
    for verb in syntax.doc.tokens:
        if verb.pos != "VERB" or not _organizes(syntax, verb) or syntax.negated(verb):
            continue
        by = bool(syntax.agents(verb))
        it = syntax.subject(verb) if by else syntax.child(verb, "dobj")
        mention = syntax.mention(it, "pronoun") if it is not None else None
        day = by and it is not None and it.lemma.lower() in words("time") and syntax.child(it, "det") is not None
        if not day and (mention is None or mention.name != "it"):
            continue
        last = current(occasions, verb.sentence, verb.start, syntax, planned=True)
        if last is None:
            continue
        span = syntax.sentence(verb).span
        kinds = (*BODIES, *_PERSON) if verb.lemma.lower() in words("hosts") else BODIES
        found = agents(syntax, verb, kinds) if by else [m for m in subjects(syntax, verb, kinds) if m.kind != "Place" or _acts(m)]
        for body in [*found, *_joined(syntax, verb)] if found else ():
            roles = (("event", last.mention if day or mention is None else mention), ("organizer", body))
            yield Claim("organizer", span, roles, (), _STATUS.get(last.status, "held"), "it is organized by")


def _host(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Claim]:
    """ "The host is A", "the organiser, A, lost its sponsor", "A, the organiser of the fair", "organisers A and B", "Organiser: A"."""
    for token in syntax.doc.tokens:
        noun = token.lemma.lower()
        if token.pos not in ("NOUN", "PROPN") or (noun not in words("organizer") and noun != "host"):
            continue
        bodies, reason = _called(syntax, token)
        if noun == "host" and reason != "told to be the host":
            continue
        for body in bodies:
            yield from _of_noun(syntax, occasions, token, body, reason)
    for sentence, first in labels(syntax, "label-organizer"):
        n = above(occasions, sentence, syntax)
        for body in listed(syntax, first, sentence.last, BODIES) if n is not None else ():
            occasion = occasions[n]  # type: ignore[index]
            roles = (("event", occasion.mention), ("organizer", body))
            yield Claim("organizer", sentence.span, roles, (), _STATUS.get(occasion.status, "held"), "a line that names the organizer")


def _brainchild(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Claim]:
    """ "The fair is an initiative of A and B": what the event is called of those who organize it."""
    for occasion in occasions:
        be = [c.verb for c in occasion.clauses if c.role == "subject" and c.verb.lemma == "be" and not syntax.negated(c.verb)]
        attributes = [syntax.child(verb, "attr") for verb in be]
        started = [  # "held at the initiative of A"
            noun
            for c in occasion.clauses
            if c.role in ("patient", "subject")
            for _, noun in syntax.prepositions(c.verb, "at", "on")
            if noun.lemma.lower() == "initiative"
        ]
        for noun in [*attributes, *started, *syntax.children(syntax.doc.tokens[occasion.mention.token], "appos")]:
            if noun is None or noun.lemma.lower() not in words("brainchild"):
                continue
            of = next((t for t in syntax.children(noun, "prep") if t.text.lower() in ("of", "by", "between")), None)
            end = next((t.i for t in syntax.doc.tokens[noun.i : syntax.sentence(noun).last] if t.tag in ("VBZ", "VBD", "VBP", "MD")), None)
            for body in listed(syntax, of.i + 1, end or syntax.sentence(of).last, BODIES) if of is not None else ():
                roles = (("event", occasion.mention), ("organizer", body))
                yield Claim("organizer", occasion.evidence, roles, (), _STATUS.get(occasion.status, "held"), "whose initiative it is")


def _called(syntax: Syntax, token: Token) -> tuple[list[Mention], str]:
    """The bodies that a noun for organizers is said of, beside it or with "be" between."""
    doc = syntax.doc
    last = syntax.sentence(token).last
    verb = syntax.head(token)
    if verb is not None and verb.lemma == "be" and not syntax.negated(verb):
        attribute, subject = syntax.child(verb, "attr"), syntax.child(verb, "nsubj")
        if token.dep == "nsubj" and attribute is not None:
            end = next((t.i for t in doc.tokens[attribute.i : last] if t.text == ";"), last)
            return listed(syntax, verb.i + 1, end, BODIES)[:1], "told to be the host"
        if token.dep == "attr" and subject is not None and token.lemma.lower() in words("organizer"):
            return listed(syntax, syntax.subtree(subject)[0].i, verb.i, BODIES)[:1], "told to be the organizer"
    over = syntax.head(token)
    if token.dep == "appos" and over is not None:
        return _bodies(syntax, [over]), "the organizer beside its name"
    plural = token.tag in ("NNS", "NNPS")
    beside = [t for below in syntax.children(token, "appos") for t in (syntax.conjuncts(below) if plural else [below])]
    return _bodies(syntax, beside), "the organizer beside its name"


def _bodies(syntax: Syntax, tokens: list[Token]) -> list[Mention]:
    found = [syntax.mention(t, "name", "acronym") for t in tokens]
    return [m for m in found if m is not None and m.kind in BODIES and m.kind != "Place"]


def _of_noun(syntax: Syntax, occasions: tuple[Occasion, ...], token: Token, body: Mention, reason: str) -> Iterator[Claim]:
    """The event of "the organiser of the fair", else the one told last in the few sentences before."""
    sentence = syntax.sentence(token)
    behind = {t.i for _, t in syntax.prepositions(token, "of")}
    occasion = next((o for o in occasions if o.mention.token in behind), None)
    if occasion is None and not behind:
        occasion = current(occasions, sentence.i, token.start, syntax, planned=True)
        n = above(occasions, sentence, syntax) if occasion is None else None
        occasion = occasions[n] if n is not None else occasion
    if occasion is not None:
        roles = (("event", occasion.mention), ("organizer", body))
        yield Claim("organizer", sentence.span, roles, (), _STATUS.get(occasion.status, "held"), reason)
