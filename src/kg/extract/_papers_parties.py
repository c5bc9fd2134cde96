"""Who is bound: the bodies, countries and places that a clause joins by "between", "with", as subject of signing or by "by"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_BODIES = ("Agency", "Organization", "Country", "Place")
_NO_PARTY = frozenset(("delegation", "office", "board", "region", "state", "port"))  # heads of noun phrases that seldom bind themselves
_ENVOYS = frozenset(("representative", "official", "leader", "head", "executive", "envoy", "delegate", "chief", "director", "minister"))


def party(syntax: Syntax, token: Token, pronouns: bool = True) -> list[Mention]:
    """What may be bound behind one token: its name, that of its apposition, the body of a person's post, or a group ("the two sides")."""
    named = syntax.mention(token, "name", "acronym")
    if named is not None and named.kind in _BODIES:
        return [named]
    for other in syntax.children(token, "appos"):
        name = syntax.mention(other, "name", "acronym")
        if name is not None and name.kind in _BODIES and not (named is not None and named.kind == "Person"):
            return [name]
    if named is not None:
        return _posts(syntax, token) if named.kind == "Person" else []
    found = syntax.mention(token)
    if found is None:
        return _behind(syntax, token) if token.lemma.lower() in _ENVOYS else []
    if found.form == "pronoun":
        if found.name in ("they", "them"):
            return _they(syntax, found)
        return [found] if pronouns and found.name == "it" else []
    if found.form != "nominal":
        return []
    if found.kind is None and found.features.get("number") and found.name not in ("presidents", "ministers", "leaders", "two"):
        return [found]
    if found.kind in _BODIES and found.name not in _NO_PARTY:
        return [found]
    if found.kind == "Person":
        return _behind(syntax, token)
    return []


def _posts(syntax: Syntax, person: Token) -> list[Mention]:
    """The body of the post that stands with a person ("X, head of the Y Authority", "Y Authority head X")."""
    for title in syntax.children(person, "appos", "compound", "nmod"):
        for token in (title, *syntax.children(title, "compound", "poss", "nmod")):
            own = syntax.mention(token, "name", "acronym")
            if own is not None and own.kind in ("Agency", "Organization") and token.i != title.i:
                return [own]
        found = _behind(syntax, title)
        if found:
            return found
    return []


def _behind(syntax: Syntax, noun: Token) -> list[Mention]:
    """The bodies behind "of": "representatives of A and B", "director of A", "head of A's regional hub"."""
    found: list[Mention] = []
    for _, token in syntax.prepositions(noun, "of", "from", "for"):
        named = syntax.mention(token, "name", "acronym")
        if named is not None:
            if named.kind in ("Agency", "Organization"):
                found.append(named)
            continue
        group = syntax.mention(token, "nominal")
        if group is not None and group.kind is None and group.features.get("number"):
            found.append(group)
            continue
        for owner in syntax.children(token, "poss", "compound"):
            body = syntax.mention(owner, "name", "acronym")
            if body is not None and body.kind in ("Agency", "Organization"):
                found.append(body)
    return found


def _they(syntax: Syntax, pronoun: Mention) -> list[Mention]:
    """ "they": the group named last before it, in its own sentence or as the subject of the one before."""
    doc = syntax.doc
    here = doc.tokens[pronoun.token].sentence
    groups = [
        m for m in doc.mentions
        if m.form == "nominal" and m.kind is None and m.features.get("number") and m.end <= pronoun.start and doc.tokens[m.token].sentence in (here, here - 1)
    ]  # fmt: skip
    if groups:
        return [groups[-1]]
    for n in (here, here - 1):
        if n < 0:
            continue
        for token in doc.tokens[doc.sentences[n].first : doc.sentences[n].last]:
            if token.dep in ("nsubj", "nsubjpass") and token.i < pronoun.token:
                joined = several(syntax, syntax.conjuncts(token), pronouns=False)
                if len(joined) > 1:
                    return joined
    return []


def several(syntax: Syntax, tokens: Iterable[Token], pronouns: bool = True) -> list[Mention]:
    """The parties behind several tokens, each once."""
    return unique([m for t in tokens for m in party(syntax, t, pronouns)])


def unique(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order, each once, an acronym behind its own name left out."""
    found: dict[tuple[int, int], Mention] = {(m.start, m.end): m for m in mentions}
    return [found[k] for k in sorted(found)]


def between(syntax: Syntax, start: Token, last: int) -> list[Mention]:
    """The parties of "between A and B" or "among A, B and C" behind the preposition ``start``, read in line.

    The parser often hangs the second on a word inside the first ("between the Service under the Ministry and the Administration"); in
    line it is the first body after the "and". A mention is a party where "between", a comma or "and" comes right before its phrase.
    """
    doc = syntax.doc
    found: list[Mention] = []
    joined = True
    ended = False
    for token in doc.tokens[start.i + 1 : last]:
        if token.text.lower() in ("and", "&") and token.dep == "cc" or token.text == "," and not ended:
            if token.text == "," and len(found) == 1 and start.text.lower() == "between":
                joined = joined or False
                continue
            joined = True
            ended = token.text.lower() in ("and", "&")
            continue
        if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound") or token.text in (":", ";"):
            break
        if token.dep == "poss":  # "Pakistan's Ministry of Commerce": the body behind the owner
            continue
        if joined:
            here = party(syntax, token, pronouns=False)
            if here and not _modifies(syntax, token):
                found.extend(here)
                joined = False
                if ended and (start.text.lower() == "between" or len(found) > 1) or here[0].features.get("number"):
                    break
    return unique(found)


def _modifies(syntax: Syntax, token: Token) -> bool:
    """Whether a name only stands before its noun ("Jakarta-based retailer X")."""
    return token.dep in ("npadvmod", "compound", "amod", "nmod") and syntax.head(token) is not None and token.head > token.i


def partners(syntax: Syntax, first: int, last: int, *words: str) -> list[Mention]:
    """Who stands behind a preposition ("with") between two tokens; a place before its firm ("Bangkok roaster X") gives the firm."""
    doc = syntax.doc
    found: list[Mention] = []
    for prep in doc.tokens[first:last]:
        if prep.text.lower() not in words or prep.pos != "ADP":
            continue
        for token in [t for p in syntax.children(prep, "pobj") for t in syntax.conjuncts(p)]:
            if token.i >= last:
                continue
            here = party(syntax, token, pronouns=False)
            found.extend(_firm(syntax, m) or m for m in here)
            if not here:
                found.extend(_nearby(syntax, token))
        if not syntax.children(prep, "pobj"):
            found.extend(_next(syntax, prep, last))
    return unique(found)


def _firm(syntax: Syntax, place: Mention) -> Mention | None:
    if place.kind not in ("Place", "Country") or place.form != "name":
        return None
    doc = syntax.doc
    sentence = doc.sentences[doc.tokens[place.token].sentence]
    for token in doc.tokens[place.token + 1 : min(place.token + 4, sentence.last)]:
        body = syntax.mention(token, "name", "acronym")
        if body is not None:
            return body if body.kind == "Organization" and token.i > place.token + 1 else None
        if not token.text[:1].islower() or token.pos in ("ADP", "CCONJ", "PUNCT", "DET") or token.text.lower() == "to":
            return None
    return None


def _nearby(syntax: Syntax, noun: Token) -> list[Mention]:
    """ "with retailer X": the name right behind a noun that the parser made no apposition of."""
    doc = syntax.doc
    if noun.i + 1 < len(doc.tokens) and doc.tokens[noun.i + 1].sentence == noun.sentence:
        body = syntax.mention(doc.tokens[noun.i + 1], "name", "acronym")
        if body is not None and body.kind in ("Agency", "Organization"):
            return [body]
    return []


def _next(syntax: Syntax, prep: Token, last: int) -> list[Mention]:
    for token in syntax.doc.tokens[prep.i + 1 : min(prep.i + 3, last)]:
        body = syntax.mention(token, "name", "acronym")
        if body is not None and body.kind in _BODIES:
            return [body]
    return []


def before(syntax: Syntax, verb: Token) -> list[Mention]:
    """The coordinated bodies right before a verb whose subject the parser missed ("…, the A and the B also signed")."""
    doc = syntax.doc
    sentence = doc.sentences[verb.sentence]
    found: list[Mention] = []
    at = verb.i - 1
    while at >= sentence.first and (doc.tokens[at].pos in ("ADV", "AUX") or doc.tokens[at].text.lower() in ("will", "have", "has")):
        at -= 1
    open_ = True
    while at >= sentence.first:
        token = doc.tokens[at]
        body = syntax.mention(token, "name", "acronym")
        if open_ and body is not None and body.kind in _BODIES:
            found.append(body)
            open_ = False
        elif token.text.lower() in ("and", "&"):
            open_ = True
        elif token.pos != "DET":
            break
        at -= 1
    return unique(found)
