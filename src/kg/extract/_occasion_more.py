"""Dates and places of events that stand a sentence before, or where the article tells of the papers' signing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.data.words import reporting
from kg.extract._occasion_clauses import Clause
from kg.extract._occasion_places import dateline, places_of
from kg.extract._occasion_time import dates_of, owner, top_token
from kg.extract._occasion_unnamed import SIGNS
from kg.extract._syntax import Syntax
from kg.types import Mention, PartialDate, Token

if TYPE_CHECKING:
    from kg.extract._occasions import Occasion

_ONE_DAY = re.compile(r"\bone-day\b", re.I)


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
