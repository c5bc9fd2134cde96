"""Events that no noun or verb of the lists tells by itself: who gathers, who arrives where, what is signed when and where."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.data.words import event_verbs
from kg.extract._occasion_acts import persons
from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_near import led
from kg.extract._occasion_people import agents, named, other_side
from kg.extract._occasion_status import future
from kg.extract._occasion_words import weekdays, words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, Token

SIGNS = ("sign", "ink", "pen", "initial", "seal")


def unnamed(syntax: Syntax) -> Iterator[Mention]:
    """Mentions of events that annotation leaves out.

    "A trade fair" with "fair" read as an adjective; "was in X from 3 to 5 May at the head of a delegation", "led a delegation to Y".
    """
    known = {m.token for m in syntax.doc.mentions if m.kind == "Event"}
    for token in syntax.doc.tokens:
        if token.text.lower() == "fair" and token.tag == "JJ":
            yield from _fair(syntax, token, known)
        elif (token.lemma in ("gather", "convene", "assemble", "reconvene", "sit") and _gathers(syntax, token)) or (
            token.i not in known and _calls(syntax, token)
        ):
            yield _told(token, "meet", "meeting")
        elif token.i not in known and _hosts(syntax, token):
            yield _told(token, "receive", "meeting")
        elif _signing_ahead(syntax, token):
            det = syntax.child(token, "det")
            yield _noun(syntax, det or token, token, "signing ceremony", "signing", det is None or det.text.lower() != "a")
        elif token.lemma in ("speak", "talk", "confer") and _phones(syntax, token):
            yield _told(token, "meet", "meeting")
        elif token.text.lower() == "it" and token.dep in ("nsubj", "nsubjpass"):
            yield Mention(token.start, token.end, token.text, "Event", "pronoun", "it", token.i, True, MappingProxyType({"noun": "it"}))
        elif _signed(syntax, token):
            yield _told(token, "sign", "signing ceremony")
        elif (token.lemma in ("be", "stay") and _stays(syntax, token)) or _leads(syntax, token) or _arrives(syntax, token):
            yield _told(token, "visit", "visit")


def _told(verb: Token, name: str, noun: str) -> Mention:
    """A verb as a mention of the event that it tells."""
    return Mention(verb.start, verb.end, verb.text, "Event", "verb", name, verb.i, False, MappingProxyType({"noun": noun}))


def _noun(syntax: Syntax, first: Token, last: Token, noun: str, name: str, definite: bool, head: Token | None = None) -> Mention:
    """The words from one token to another as a mention of an event."""
    det = first.text.lower() if first.tag == "DT" else ""
    features = MappingProxyType({"noun": noun, "generic": "", "det": det})
    text = syntax.doc.text[first.start : last.end]
    return Mention(first.start, last.end, text, "Event", "nominal", name, (head or last).i, definite, features)


def _fair(syntax: Syntax, token: Token, known: set[int]) -> Iterator[Mention]:
    """ "The three-day fair, organised by X, ends today": the noun, read as an adjective."""
    det = syntax.child(token, "det")
    head = syntax.head(token)
    if token.dep == "amod" and head is not None and head.i == token.i - 1 and head.pos == "NOUN" and head.i not in known:
        before = [t for t in syntax.children(head, "det", "compound", "amod", "poss") if t.i < head.i]
        first = min(before, key=lambda t: t.i, default=head)
        name = f"{head.text.lower()} fair"
        definite = first.text.lower() in ("the", "this", "that", "its", "their")
        yield _noun(syntax, first, token, "trade fair" if name == "trade fair" else "fair", name, definite, head)
    elif det is not None and token.dep not in ("amod", "compound", "advmod") and token.i not in known:
        yield _noun(syntax, det, token, "fair", "fair", det.text.lower() in ("the", "this", "that"))


def _phones(syntax: Syntax, verb: Token) -> bool:
    """ "The two ministers spoke by phone on Sunday": a talk of persons at a distance is a meeting."""
    subject = syntax.subject(verb)
    way = [t.lemma.lower() for _, t in syntax.prepositions(verb, "by", "over", "via", "on")]
    if subject is None or verb.tag not in ("VBD", "VBN", "VB") or not any(w in words("phone") for w in way):
        return False
    return persons(subject) or bool(syntax.children(subject, "conj")) or bool(syntax.prepositions(verb, "with"))


def _signing_ahead(syntax: Syntax, token: Token) -> bool:
    """ "The signing of the contract, scheduled for Thursday, was called off": a signing that has its own day or fate."""
    if token.text.lower() != "signing" or token.tag != "NN" or token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = syntax.head(token)
    if verb is None:
        return False
    near = [verb, *syntax.children(token, "acl"), *syntax.children(verb, "advcl")]
    fate = words("called-off") | words("put-off") | words("ahead")
    return any(syntax.particle(t) in fate or event_verb(syntax, t) in ("take place", "hold") for t in near if t.pos == "VERB")


def _gathers(syntax: Syntax, verb: Token) -> bool:
    """ "Ministers of six countries will gather in Accra in May", "the commission convenes on Monday": people or a body, by themselves."""
    subject = syntax.subject(verb)
    if verb.pos != "VERB" or subject is None or syntax.children(verb, "dobj", "auxpass"):
        return False
    if verb.lemma == "sit" and (syntax.particle(verb) != "sit down" or not future(syntax, verb)):
        return False
    who = named(syntax, subject)
    body = who is not None and who.kind in ("Agency", "Organization") and subject.lemma.lower() not in words("assembly")
    return persons(subject) or body


def _hosts(syntax: Syntax, verb: Token) -> bool:
    """ "hosted his counterpart in Warsaw on Tuesday", "hosted 40 ambassadors on Monday": a person who receives others."""
    if verb.pos != "VERB" or verb.lemma.lower() not in ("host", "greet") or _other(syntax, verb):
        return False
    if any(persons(t) for t in syntax.objects(verb)) and _days(syntax, verb):
        return True
    return any((m := named(syntax, t)) is not None and m.kind == "Person" and m.form != "pronoun" for t in syntax.objects(verb))


def _calls(syntax: Syntax, verb: Token) -> bool:
    """ "called on the minister at her office", "sat down with the envoys", "conferred with X"; none for "called on him to resign"."""
    if verb.pos != "VERB" or syntax.child(verb, "dobj") is not None:
        return False
    record = event_verbs().get(event_verb(syntax, verb))
    if record is None or record.makes != "Meeting" or record.object != "person":
        return False
    sides = [t for _, t in syntax.prepositions(verb, *other_side(verb))]
    if not any((m := named(syntax, t)) is not None and m.kind == "Person" and m.form != "pronoun" for t in sides):
        return False
    if verb.lemma.lower() != "call":
        return True
    below = syntax.subtree(verb, lambda t: t.i != verb.i and t.dep in ("conj", "advcl") and t.tag != "VB")
    return not any(t.tag == "VB" and "to" in syntax.auxiliaries(t) for t in below if t.i > verb.i)


def _days(syntax: Syntax, token: Token) -> list[DateMention]:
    """The days that a token's sentence names."""
    sentence = syntax.sentence(token)
    return [
        d
        for d in syntax.doc.dates_in(sentence)
        if d.end <= sentence.end and d.grain in ("day", "weekday") and d.role in ("date", "range") and d.period.start is not None
    ]


def _other(syntax: Syntax, token: Token) -> bool:
    """Whether the sentence names another event, by a noun or a name."""
    sentence = syntax.sentence(token)
    return any(m.kind == "Event" and m.form != "verb" and m.name.lower() not in words("never") for m in syntax.doc.within(sentence))


def by_hand(syntax: Syntax, verb: Token) -> bool:
    """Signed by persons who are named: "The loan was signed in Nairobi by Secretary X and Y, the bank's manager"."""
    return any(m.kind == "Person" and m.form == "name" for m in agents(syntax, verb, ("Person",)))


def _signed(syntax: Syntax, verb: Token) -> bool:
    """ "The papers were signed on Monday in Kotka by …": papers that have been signed, in a sentence with day and place of its own."""
    if verb.lemma.lower() not in SIGNS or verb.tag != "VBN" or verb.dep in ("amod", "acl", "relcl") or syntax.negated(verb):
        return False
    paper = syntax.child(verb, "nsubjpass")
    if paper is None or (
        not ((m := syntax.mention(paper)) is not None and m.kind == "Agreement") and paper.lemma.lower() not in words("paper")
    ):
        return False
    done = set(syntax.auxiliaries(verb)) <= {"was", "were"}
    sentence = syntax.sentence(verb)
    undated = syntax.doc.article.published is None and any(t.text in weekdays() for t in syntax.doc.words(sentence))
    return done and (bool(_days(syntax, verb)) or undated or by_hand(syntax, verb)) and not _other(syntax, verb)


_ROADS = {
    "arrive": ("in", "at"),
    "land": ("in", "at"),
    "travel": ("to",),
    "fly": ("to",),
    "come": ("to",),
    "leave": ("for",),
    "depart": ("for",),
}


def _arrives(syntax: Syntax, verb: Token) -> bool:
    """ "The minister arrived in Manila on Tuesday": a person or delegation that goes to a named place on a day that is told."""
    road = _ROADS.get(verb.lemma.lower())
    if road is None or verb.pos != "VERB" or syntax.negated(verb):
        return False
    if any(t.text.lower() in ("back", "home", "late", "early") for t in syntax.children(verb, "advmod")):
        return False
    subject = syntax.subject(verb)
    if subject is None or not _there(syntax, verb, road):
        return False
    who = named(syntax, subject) or syntax.mention(subject, "nominal", "pronoun")
    person = who is not None and who.kind == "Person"
    sent = subject.lemma.lower() in words("delegation") or (who is not None and who.name.lower().split()[-1] == "delegation")
    if who is not None and not sent:
        sent = "delegation" in who.name.lower().split()
    ahead = future(syntax, verb) and bool(syntax.doc.dates_in(syntax.sentence(verb)))
    return (person or sent) and (bool(_days(syntax, verb)) or ahead) and not _other(syntax, verb)


def _there(syntax: Syntax, verb: Token, road: tuple[str, ...]) -> bool:
    """A named place behind the verb and one of its prepositions."""
    places = [m for m in syntax.doc.within(syntax.sentence(verb)) if m.kind in ("Place", "Country") and m.form in ("name", "acronym")]
    leads = [at for m in places if (at := led(syntax, m, road)) is not None]
    return any(verb.i < at.i <= verb.i + 6 and not any(t.pos == "VERB" for t in syntax.doc.tokens[verb.i + 1 : at.i]) for at in leads)


def _leads(syntax: Syntax, verb: Token) -> bool:
    """Somebody leads a delegation to a place, or goes there at the head of one."""
    lemma = verb.lemma.lower()
    if verb.pos != "VERB" or not (lemma in ("lead", "head", "bring") or lemma in words("travel")):
        return False
    sent = [t for t in syntax.children(verb, "dobj") if t.lemma.lower() in words("delegation") and t.lemma.lower() != "mission"]
    if not sent and lemma not in words("travel"):
        return False
    behind = [verb, *sent]
    where = [t for top in behind for _, t in syntax.prepositions(top, "to", "in") if _placed(syntax, t)]
    if lemma in words("travel"):
        with_ = [t for t in syntax.subtree(verb) if t.lemma.lower() in words("delegation") and t.dep == "pobj"]
        for top in (verb, syntax.head(verb) or verb):  # "is to arrive in X on Monday, leading a delegation"
            for clause in syntax.children(top, "advcl"):
                if clause.tag == "VBG" and clause.lemma.lower() in ("lead", "head"):
                    with_.extend(t for t in syntax.children(clause, "dobj") if t.lemma.lower() in words("delegation"))
        return bool(where) and bool(with_) and not any(t.lemma.lower() == "mission" for t in with_)
    return bool(where)


def _placed(syntax: Syntax, token: Token) -> bool:
    mention = syntax.mention(token, "name")
    return mention is not None and mention.kind in ("Place", "Country")


def _team(syntax: Syntax, token: Token) -> bool:
    """A delegation, with or without a name."""
    who = syntax.mention(token, "name", "nominal")
    return token.lemma.lower() in words("delegation") - {"party", "side", "group", "team"} or (
        who is not None and "delegation" in who.name.lower().split()
    )


def _stays(syntax: Syntax, verb: Token) -> bool:
    """Somebody is in a named place at the head of, or with, a delegation."""
    subject = syntax.child(verb, "nsubj")
    who = syntax.mention(subject, "name", "pronoun", "nominal") if subject is not None else None
    subject = syntax.subject(verb)
    if verb.lemma == "stay" and subject is not None and subject.lemma.lower() in words("delegation") and not syntax.negated(verb):
        return any(_placed(syntax, t) for _, t in syntax.prepositions(verb, "in"))
    if subject is not None and verb.tag == "VBD" and _team(syntax, subject) and not syntax.negated(verb) and _days(syntax, verb):
        return any(_placed(syntax, t) for _, t in syntax.prepositions(verb, "in"))
    if who is None or who.kind != "Person" or syntax.negated(verb):
        return False
    where = [
        m for _, t in syntax.prepositions(verb, "in") if (m := syntax.mention(t, "name")) is not None and m.kind in ("Place", "Country")
    ]
    sent = [t for t in syntax.subtree(verb) if t.lemma.lower() in words("delegation") and t.dep == "pobj" and t.sentence == verb.sentence]
    return bool(where) and bool(sent)
