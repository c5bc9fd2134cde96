"""Verbs that tell an event of their own: who met whom, who visited where."""

from __future__ import annotations

from collections.abc import Sequence

from kg.data.words import titles
from kg.extract._occasion_near import led
from kg.extract._occasion_people import guests, named, other_side, phrase
from kg.extract._occasion_status import accepted, after_it, future, wished
from kg.extract._occasion_words import kind_of, words
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_HOSTS = ("receive", "welcome", "host")
_WIDE = frozenset(("group", "team", "party", "side"))  # of people only where the words say so


VISITING = ("visit", "tour", "inspect")


def act(syntax: Syntax, mention: Mention, token: Token) -> bool:
    """A verb that tells an event: somebody met somebody, somebody visited a place; no infinitive without a plan, no adjective."""
    if after_it(syntax, token):
        whom = [m for t in syntax.objects(token) if (m := named(syntax, t)) is not None and m.kind == "Person" and m.form != "pronoun"]
        return mention.name == "meet" and bool(whom) and not syntax.negated(token) and not _other_event(syntax, token)
    if token.dep in ("amod", "compound", "pcomp", "csubj") or syntax.negated(token):
        return False
    if token.tag == "VB" and not future(syntax, token):
        return False
    if mention.name == "sign":
        return not wished(syntax, token)
    if (token.tag in ("VBG", "VBN") and not syntax.auxiliaries(token) and not _while(syntax, token)) or wished(syntax, token):
        return False
    subject = syntax.subject(token)
    above = syntax.head(token)
    if subject is None and above is not None and token.dep == "acl" and accepted(syntax, above):  # "accepted an invitation to visit Doha"
        taker = next((t for t in syntax.ancestors(above) if t.pos == "VERB"), None)
        subject = syntax.subject(taker) if taker is not None else None
    if subject is None and token.dep == "acl" and token.tag in ("VBD", "VBN") and above is not None and above.dep == "ROOT":
        subject = above if above.i < token.i and above.pos in ("NOUN", "PROPN") else None  # "The envoy called on …", taken for a participle
    if subject is None and above is not None and token.dep == "xcomp" and above.dep == "acomp":  # "is due to visit"
        over = syntax.head(above)
        subject = syntax.subject(over) if over is not None else None
    if subject is not None and subject.tag in ("WP", "WDT"):  # "experts, who will meet in May"
        subject = _people_before(syntax, subject) or _person_before(syntax, token) or subject
    if subject is None:
        return False
    who = named(syntax, subject) or next(iter(phrase(syntax, subject, token, ("Person",))), None)
    passive = syntax.child(token, "nsubjpass") is not None
    sentence = syntax.sentence(token)
    grains = ("day", "weekday", "month", "year") if future(syntax, token) else ("day", "weekday", "month")
    dated = any(d.end <= sentence.end and d.grain in grains for d in syntax.doc.dates_in(sentence))
    people = [t for t in syntax.objects(token) if (m := syntax.mention(t)) is not None and m.kind == "Person" and m.form != "pronoun"]
    with_ = [t for _, t in syntax.prepositions(token, *other_side(token)) if (m := syntax.mention(t)) is not None and m.kind == "Person"]
    lemma = mention.name
    if lemma in _HOSTS:
        return _received(syntax, token, passive, dated)
    if passive:
        return False
    if lemma == "meet" and _habit(syntax, token):
        return False
    if lemma == "meet":
        if _other_event(syntax, token):
            return False
        if people or with_ or token.lemma.lower() in ("speak", "talk", "confer"):
            return True
        others = [
            *syntax.objects(token),
            *(t for _, t in syntax.prepositions(token, "with")),
            *(t for v in syntax.conjuncts(token) for _, t in syntax.prepositions(v, "with")),
        ]
        sent = any(t.lemma.lower() in words("delegation") - _WIDE for t in others)
        if who is not None and who.kind == "Person" and (sent or (dated and any(persons(t) or _makers(t) for t in others))):
            return True
        plural = (
            subject.tag in ("NNS", "NNPS")
            or (who is None and subject.text.endswith("s"))
            or bool(syntax.children(subject, "conj"))
            or subject.pos == "NUM"
        )
        placed = any(p.text.lower() in ("in", "at") for p in syntax.children(token, "prep")) or _somewhere(syntax, token)
        placed = placed or _beside(syntax, token)
        if (dated or placed) and not syntax.objects(token) and len(phrase(syntax, subject, token, ("Person",))) > 1:
            return True  # "Ministers A of X and B of Y met for two hours"
        body = who is not None and who.kind in ("Agency", "Organization") and who.form in ("name", "acronym", "nominal")
        sits = body and token.tag in ("VBD", "VBZ", "VB")
        ahead = body and placed and future(syntax, token)
        return (plural or body) and (dated or ahead) and (placed or sits or bool(with_)) and not syntax.objects(token)
    person = who is not None and (who.kind == "Person" or (who.kind is None and who.form == "pronoun"))
    team = subject.lemma.lower() in words("delegation")
    if lemma in VISITING:
        if any(t.lemma.lower() in words("stall") for t in syntax.objects(token)):
            return False  # what visitors of a fair do
        targets = [m for t in syntax.objects(token) if (m := syntax.mention(t, "name", "acronym")) is not None]
        works = [v for v in syntax.conjuncts(token) if v.lemma == "work" and syntax.prepositions(v, "with")]
        if lemma == "visit" and works and dated and (person or team):
            return True  # "visited and worked with the embassy"
        if _visited(syntax, token) is not None and (person or team):
            return dated or placed_by_name(targets)
        if persons(subject) and dated and placed_by_name(targets):
            return True  # "The buyers visited Davao on Monday"
        if not (person or team or (who is not None and who.kind in ("Country", "Agency"))):
            return False
        if lemma == "visit" and (token.lemma != "visit" or any(m.kind in ("Place", "Country") for m in targets)):
            return True
        return dated and bool(syntax.objects(token)) and (person or team) and not _other_event(syntax, token)
    return False


def placed_by_name(targets: Sequence[Mention]) -> bool:
    """Whether one of the objects is a place or country."""
    return any(m.kind in ("Place", "Country") for m in targets)


def _people_before(syntax: Syntax, relative: Token) -> Token | None:
    """The plural for people that "who" follows."""
    at = relative.i - 1
    while at > 0 and syntax.doc.tokens[at].text == ",":
        at -= 1
    token = syntax.doc.tokens[at]
    return token if token.sentence == relative.sentence and persons(token) else None


def _person_before(syntax: Syntax, verb: Token) -> Token | None:
    """The person whom a relative clause tells of: "the minister, who is visiting Doha from 3 to 5 May"."""
    above = syntax.head(verb) if verb.dep == "relcl" else None
    mention = syntax.mention(above, "name", "nominal") if above is not None else None
    return above if mention is not None and mention.kind == "Person" else None


def _visited(syntax: Syntax, verb: Token) -> Mention | None:
    """ "Gyeonggi Province, which a delegation is due to visit": the place right before "which", where the verb has no object of its own."""
    if syntax.children(verb, "dobj"):
        return None
    near = syntax.doc.tokens[max(verb.i - 12, syntax.sentence(verb).first) : verb.i]
    which = next((t for t in near if t.tag == "WDT"), None)
    before = syntax.doc.tokens[which.i - 1] if which is not None and which.i else None
    if before is not None and before.text == ",":
        before = syntax.doc.tokens[before.i - 1]
    mention = syntax.mention(before, "name") if before is not None else None
    return mention if mention is not None and mention.kind in ("Place", "Country") else None


def visited(syntax: Syntax, mention: Mention) -> list[Mention]:
    """The place of a visit that stands before "which", as a list of one or none."""
    found = _visited(syntax, syntax.doc.tokens[mention.token]) if mention.form == "verb" and mention.name == "visit" else None
    return [found] if found is not None else []


def _somewhere(syntax: Syntax, verb: Token) -> bool:
    """A named place behind "in" or "at" after the verb, whatever the parser hangs it on: "met for five hours in Geneva"."""
    for place in syntax.doc.within(syntax.sentence(verb)):
        if place.kind in ("Place", "Country") and place.form == "name" and place.start > verb.end:
            at = led(syntax, place)
            if at is not None and not any(t.pos in ("VERB", "AUX") for t in syntax.doc.tokens[verb.i + 1 : at.i]):
                return True
    return False


def _beside(syntax: Syntax, verb: Token) -> bool:
    """ "met on the sidelines of the summit"."""
    behind = syntax.doc.text[verb.end : syntax.sentence(verb).end].lower()
    return any(behind.startswith(f" {f} ") for f in words("frame") if f.startswith(("on ", "at the ", "in the ")))


def _while(syntax: Syntax, verb: Token) -> bool:
    """ "Hosting the envoy on June 7, the minister said …": a participle with a day of its own beside what was said."""
    above = syntax.head(verb)
    if verb.tag != "VBG" or verb.dep != "advcl" or above is None or above.tag != "VBD" or syntax.child(verb, "mark", "nsubj") is not None:
        return False
    days = [d for d in syntax.doc.dates_in(syntax.sentence(verb)) if d.grain in ("day", "weekday") and d.role == "date"]
    first, last = sorted((verb.start, above.start))
    return any((first <= d.start < last) if verb.i < above.i else d.start > verb.start for d in days)


def _received(syntax: Syntax, verb: Token, passive: bool, dated: bool) -> bool:
    """ "received the ambassador", "will welcome a delegation led by X on Monday", "was received by the minister"."""
    if passive:
        received, hosts = syntax.children(verb, "nsubjpass"), syntax.agents(verb)
    else:
        received, hosts = [t for t in guests(syntax, verb) if t.dep != "nsubjpass"], [t for t in [syntax.subject(verb)] if t is not None]
    host = next((m for t in hosts if (m := named(syntax, t)) is not None), None)
    if host is None and hosts and not passive:
        host = next(iter(phrase(syntax, hosts[0], verb, ("Person",))), None)
    we = bool(hosts) and hosts[0].text.lower() in ("we", "i")
    person = we or (host is not None and (host.kind == "Person" or (host.kind is None and host.form == "pronoun" and host.name != "it")))
    placed = any(p.text.lower() in ("in", "at") for p in syntax.children(verb, "prep"))
    for guest in received:
        mention = named(syntax, guest) or (syntax.mention(guest, "nominal") if dated else None)
        word = guest.lemma.lower()
        whom = mention is not None and mention.kind == "Person" and mention.form != "pronoun"
        whom = whom or (passive and dated and guest.tag == "PRP" and guest.text.lower() != "it")
        sent = word in words("delegation") - _WIDE
        led = any(c.lemma.lower() in ("lead", "head") for c in [*syntax.children(guest, "acl"), *syntax.children(verb, "advcl")])
        group = word in _WIDE and (led or any(persons(t) for _, t in syntax.prepositions(guest, "of")))
        if whom and person and (verb.lemma.lower() == "receive" or (dated and (placed or passive))):
            return True
        if (sent or group) and (person or host is not None) and (dated or placed or led):
            return True
    return False


def _habit(syntax: Syntax, verb: Token) -> bool:
    """ "The council meets every second Tuesday": what is done again and again is no single event."""
    return verb.tag in ("VBZ", "VBP") and any(t.text.lower() in ("every", "each", "usually", "normally") for t in syntax.subtree(verb))


def _makers(token: Token) -> bool:
    """A plural for people by its ending, as those whom somebody meets are called: contractors, lenders, economists."""
    return token.tag == "NNS" and token.lemma.lower().endswith(("er", "or", "ist", "ian", "eer", "man", "person"))


def persons(token: Token) -> bool:
    """A plural noun for people: investors, businesspeople, journalists."""
    lemma = token.lemma.lower()
    return token.tag in ("NNS", "NNPS") and (lemma in titles() or lemma in words("person-group"))


def _other_event(syntax: Syntax, verb: Token) -> bool:
    """ "met at a conference in X": the conference is the event."""
    for _, target in syntax.prepositions(verb, "at", "for", "during"):
        mention = syntax.mention(target, "name", "acronym", "nominal")
        if mention is not None and mention.kind == "Event" and kind_of(mention) != "Visit" and mention.name.lower() not in words("never"):
            return True
    return False
