"""Events that no noun or verb of the lists tells by itself, and dates that stand a sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.data.words import reporting
from kg.extract._occasion_acts import persons
from kg.extract._occasion_clauses import Clause, event_verb
from kg.extract._occasion_places import dateline, places_of
from kg.extract._occasion_time import dates_of, owner, top_token
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import Mention, PartialDate, Token

if TYPE_CHECKING:
    from kg.extract._occasions import Occasion

_ONE_DAY = re.compile(r"\bone-day\b", re.I)
SIGNS = ("sign", "ink", "pen", "initial", "seal")


def unnamed(syntax: Syntax) -> Iterator[Mention]:
    """Mentions of events that annotation leaves out.

    "A trade fair" with "fair" read as an adjective; "was in X from 3 to 5 May at the head of a delegation", "led a delegation to Y".
    """
    doc = syntax.doc
    known = {m.token for m in doc.mentions if m.kind == "Event"}
    for token in doc.tokens:
        if token.text.lower() == "fair" and token.tag == "JJ" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass"):
            det = syntax.child(token, "det")
            if det is not None and token.i not in known:
                features = MappingProxyType({"noun": "fair", "generic": "", "det": det.text.lower()})
                definite = det.text.lower() in ("the", "this", "that")
                yield Mention(
                    det.start, token.end, doc.text[det.start : token.end], "Event", "nominal", "fair", token.i, definite, features
                )
        elif (
            token.text.lower() == "fair"
            and token.tag == "JJ"
            and token.dep == "amod"
            and token.head == token.i - 1
            and token.head not in known
        ):
            head = doc.tokens[token.head]
            if head.pos != "NOUN":
                continue
            first = min(
                [t.i for t in syntax.children(head) if t.i < head.i and t.dep in ("det", "compound", "amod", "poss")], default=head.i
            )
            definite = doc.tokens[first].text.lower() in ("the", "this", "that", "its", "their")
            start, name = doc.tokens[first].start, f"{head.text.lower()} fair"
            features = MappingProxyType({"noun": "trade fair" if name == "trade fair" else "fair", "generic": ""})
            yield Mention(start, token.end, doc.text[start : token.end], "Event", "nominal", name, head.i, definite, features)
        elif token.lemma in ("gather", "convene", "assemble") and _gathers(syntax, token):
            yield Mention(
                token.start, token.end, token.text, "Event", "verb", "meet", token.i, False, MappingProxyType({"noun": "meeting"})
            )
        elif _signing_ahead(syntax, token):
            det = syntax.child(token, "det")
            start = det.start if det is not None else token.start
            features = MappingProxyType({"noun": "signing ceremony", "generic": ""})
            definite = det is None or det.text.lower() != "a"
            yield Mention(start, token.end, doc.text[start : token.end], "Event", "nominal", "signing", token.i, definite, features)
        elif (token.lemma in ("be", "stay") and _stays(syntax, token)) or _leads(syntax, token):
            yield Mention(token.start, token.end, token.text, "Event", "verb", "visit", token.i, False, MappingProxyType({"noun": "visit"}))


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
    """ "Ministers of six countries will gather in Accra in May": people in the plural, by themselves."""
    subject = syntax.subject(verb)
    return verb.pos == "VERB" and subject is not None and persons(subject) and not syntax.children(verb, "dobj", "auxpass")


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


def _stays(syntax: Syntax, verb: Token) -> bool:
    """Somebody is in a named place at the head of, or with, a delegation."""
    subject = syntax.child(verb, "nsubj")
    who = syntax.mention(subject, "name", "pronoun", "nominal") if subject is not None else None
    subject = syntax.subject(verb)
    if verb.lemma == "stay" and subject is not None and subject.lemma.lower() in words("delegation") and not syntax.negated(verb):
        return any(_placed(syntax, t) for _, t in syntax.prepositions(verb, "in"))
    if who is None or who.kind != "Person" or syntax.negated(verb):
        return False
    where = [
        m for _, t in syntax.prepositions(verb, "in") if (m := syntax.mention(t, "name")) is not None and m.kind in ("Place", "Country")
    ]
    sent = [t for t in syntax.subtree(verb) if t.lemma.lower() in words("delegation") and t.dep == "pobj" and t.sentence == verb.sentence]
    return bool(where) and bool(sent)


def later(syntax: Syntax, occasions: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """The occasions with what the sentence before, or the signing told elsewhere, says of their time and place."""
    done: list[Occasion] = []
    verbs = [t for t in syntax.doc.tokens if signs(syntax, t)]
    for occasion in occasions:
        if occasion.start is None and occasion.end is None and occasion.status in ("", "held"):
            if occasion.mention.name.lower() == "signing ceremony":
                occasion = _signing(syntax, occasion, occasions, verbs)
            elif not any(o is not occasion and o.start is not None and o.kind == occasion.kind for o in occasions):
                occasion = _just_said(syntax, occasion)
        done.append(occasion)
    return tuple(done)


def signs(syntax: Syntax, token: Token) -> bool:
    """Whether a token is a verb that tells a signing that took place."""
    lemma = token.lemma.lower()
    if token.pos != "VERB" or not (lemma in SIGNS or lemma == "put") or token.dep in ("amod", "acl"):
        return False
    auxiliaries = syntax.auxiliaries(token)
    put = lemma == "put" and token.tag == "VB" and token.dep == "ROOT" and not auxiliaries
    if (token.tag not in ("VBD", "VBN") and not put) or syntax.negated(token):
        return False
    if any(a in ("will", "be", "to", "had", "would") for a in auxiliaries):
        return False
    return lemma in SIGNS or any(t.lemma.lower() in ("name", "signature", "pen") for t in syntax.children(token, "dobj"))


def _signing(syntax: Syntax, occasion: Occasion, occasions: tuple[Occasion, ...], verbs: Sequence[Token]) -> Occasion:
    """A signing ceremony is when and where the article's papers were signed."""
    start: PartialDate | None = None
    places = occasion.places or next((o.places for o in occasions if o.mention.name == occasion.mention.name and o.places), ())
    for verb in verbs:
        clause = Clause(verb, "self")
        mention = Mention(verb.start, verb.end, verb.text, "Event", "verb", "sign", verb.i, False)
        around = [clause]
        above = syntax.head(verb)
        if verb.dep in ("relcl", "advcl") and above is not None:
            around.append(Clause(above, "self"))
        for date, _, _ in dates_of(syntax, mention, tuple(around)) or _relative(syntax, verb):
            if date.grain in ("day", "weekday") and date.role == "date" and start is None:
                start = date.period.start
        places = places or places_of(syntax, mention, (clause,), "Ceremony")
        if start is not None and places:
            break
    return replace(occasion, start=start, places=places)


def _relative(syntax: Syntax, verb: Token) -> list[tuple]:  # type: ignore[type-arg]
    """ "on October 15, when two papers were signed": the date before "when"."""
    if not any(t.text.lower() == "when" for t in syntax.children(verb, "advmod")):
        return []
    when = next(t for t in syntax.children(verb, "advmod") if t.text.lower() == "when")
    return [(d, None, "") for d in syntax.doc.dates if syntax.doc.text[d.end : when.start].strip() in (",", "") and d.end <= when.start]


def _just_said(syntax: Syntax, occasion: Occasion) -> Occasion:
    """ "X said on Monday. She was addressing the forum", "the bank reported on Tuesday. The figures were released at a briefing"."""
    doc = syntax.doc
    if not occasion.clauses:
        return occasion
    verb = occasion.clauses[0].verb
    aux = syntax.auxiliaries(verb)
    talking = (
        verb.tag == "VBG"
        and any(a in ("was", "were") for a in aux)
        and verb.lemma.lower() in ("speak", "address", "talk", "attend", "deliver")
    )
    released = (
        verb.tag == "VBN"
        and any(a in ("was", "were") for a in aux)
        and verb.lemma.lower() in ("release", "announce", "present", "publish", "unveil")
    )
    at = doc.tokens[occasion.mention.token].sentence
    if not (talking or released) or at == 0:
        return occasion
    before = doc.sentences[at - 1]
    for date in doc.dates_in(before):
        if date.end > before.end or date.grain not in ("day", "weekday") or date.role != "date":
            continue
        top = top_token(syntax, date.start, date.end, doc.tokens[before.first])
        belongs = owner(syntax, top)[0] if top is not None else None
        if belongs is not None and belongs.lemma.lower() in reporting() and belongs.tag == "VBD":
            whole = doc.text[doc.sentences[at].start : doc.sentences[at].end]
            places = occasion.places or tuple(dateline(syntax) if talking else ())
            return replace(occasion, places=places, start=date.period.start, end=date.period.start if _ONE_DAY.search(whole) else None)
    return occasion
