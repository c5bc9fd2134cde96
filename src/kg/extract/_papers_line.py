"""Parties read in line, where the parser is often wrong: "between A under B and C", "with the Bangkok roaster X"."""

from __future__ import annotations

from kg.extract import _papers_parties as who
from kg.extract._papers_words import of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, Token


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
        if (token.text.lower() in ("and", "&") and token.dep == "cc") or (token.text == "," and not ended):
            if token.text == "," and len(found) == 1 and start.text.lower() == "between":
                joined = joined or False
                continue
            joined = True
            ended = token.text.lower() in ("and", "&")
            continue
        if (token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound")) or token.text in (":", ";"):
            break
        if token.dep == "poss":  # "Pakistan's Ministry of Commerce": the body behind the owner
            continue
        if joined:
            here = who.party(syntax, token, pronouns=False)
            if here and not _modifies(syntax, token):
                if _owned(syntax, token):
                    return []
                found.extend(here)
                joined = False
                if (ended and (start.text.lower() == "between" or len(found) > 1)) or here[0].features.get("number"):
                    break
    return who.unique(found)


def _owned(syntax: Syntax, token: Token) -> bool:
    """Whether a name only says whose ones are meant ("the business bodies of A and B"), unless they speak for it ("governments of")."""
    above = syntax.head(token)
    while token.dep == "conj" and above is not None:
        token, above = above, syntax.head(above)
    noun = syntax.head(above) if token.dep == "pobj" and above is not None and above.text.lower() == "of" else None
    if noun is None or noun.pos != "NOUN" or noun.lemma.lower() in of_class("standing"):
        return False
    return not who.party(syntax, noun, pronouns=False)


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
            here = who.party(syntax, token, pronouns=False)
            found.extend(_firm(syntax, m) or m for m in here)
            if not here:
                found.extend(_nearby(syntax, token))
        if not syntax.children(prep, "pobj"):
            found.extend(_next(syntax, prep, last))
    return who.unique(found)


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
        if body is not None and body.kind in who.BODIES:
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
        if open_ and body is not None and body.kind in who.BODIES:
            found.append(body)
            open_ = False
        elif token.text.lower() in ("and", "&"):
            open_ = True
        elif token.pos != "DET":
            break
        at -= 1
    return who.unique(found)


def run(syntax: Syntax, first: int, last: int) -> list[Mention]:
    """The bodies joined by commas and "and" that begin at a token: "A, B and C" of "A, B and C, on ship repair"."""
    found: list[Mention] = []
    comma = False
    for token in syntax.doc.tokens[first:last]:
        here = who.party(syntax, token, pronouns=False)
        if here and not _modifies(syntax, token) and token.dep != "poss":
            found.extend(here)
            comma = False
        elif token.text == ",":
            comma = True
        elif _closes(token) or (comma and found and token.text.lower() not in ("and", "&", "the")):
            break
    return who.unique(found)


def posts(syntax: Syntax, by: Token) -> list[Mention]:
    """The bodies of posts behind an "and" of "signed by …": "by A Director X and Vice President of B, Y", where the parse breaks off."""
    doc = syntax.doc
    last = doc.sentences[by.sentence].last
    found: list[Mention] = []
    for joint in (t for t in doc.tokens[by.i + 1 : last] if t.text.lower() == "and"):
        ahead = doc.tokens[joint.i + 1 : min(joint.i + 10, last)]
        title = next((t for t in ahead[:3] if who.envoy(t) and t.text[:1].isupper()), None)
        of = next((t for t in ahead if title is not None and t.i > title.i and t.text.lower() == "of"), None)
        if title is None or of is None or any(t.pos in ("VERB", "AUX") for t in doc.tokens[joint.i : of.i]):
            continue
        body = next(
            (m for t in doc.tokens[of.i + 1 : min(of.i + 3, last)] if (m := syntax.mention(t, "name", "acronym")) is not None), None
        )
        if body is not None and body.kind in ("Agency", "Organization"):
            found.append(body)
    return found


def _closes(token: Token) -> bool:
    other = token.pos in ("ADP", "VERB", "AUX", "SCONJ") and token.text.lower() != "of"
    return other or token.text in (":", ";", "(", "–", "—")


def subject(syntax: Syntax, first: int, last: int) -> str:
    """What an item is on: the words behind its first "on" up to the next comma, semicolon or end."""
    doc = syntax.doc
    for token in doc.tokens[first:last]:
        if token.text.lower() in ("on", "regarding", "concerning") and token.i + 1 < last:
            stop = next((t.i for t in doc.tokens[token.i + 1 : last] if t.text in (",", ";", ".", "(", ":") or t.pos == "VERB"), last)
            while stop > token.i + 1 and doc.tokens[stop - 1].text.lower() in ("and", "another", "one", "a"):
                stop -= 1
            return " ".join(doc.text[doc.tokens[token.i + 1].start : doc.tokens[stop - 1].end].split()) if stop > token.i + 1 else ""
        if token.pos == "ADP" and token.text.lower() not in ("of", "in"):
            return ""
    return ""
