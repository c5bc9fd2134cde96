"""Who acts in a clause with a number: its verb, its subject, and the place that the subject is or comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract._figures import area_like, noun
from kg.extract._figures_where import phrases_after
from kg.types import Document, Mention, Sentence, Token

_REACH = 16  # tokens between a verb and its number
_BARS = frozenset((";", ":", "while", "whereas", "but", "which", "who", "that", "(", "because", "although", "though"))
_MEASURING = frozenset(("value", "total", "estimate", "amount", "worth"))


@dataclass(frozen=True, slots=True)
class Actor:
    """The subject of a verb: the places it is, or that its people and firms are from."""

    token: Token | None = None
    places: tuple[Mention, ...] = ()
    traders: bool = False  # firms, farmers: of the article's own place where none is told
    investors: bool = False
    agency: bool = False
    firm: bool = False  # one company
    person: bool = False
    speaks: bool = False  # "we"


def subject(doc: Document, token: Token, reach: int = 4) -> Token | None:
    """The subject of a verb, through the verbs it is joined to or depends on."""
    for _ in range(reach):
        for child in doc.children(token):
            if child.dep in ("nsubj", "nsubjpass") and child.i < token.i:
                return child
        if token.dep == "advcl" and token.tag == "VBG":  # "China remained the largest importer, purchasing 2,600 tonnes"
            token = doc.tokens[token.head]
            continue
        if token.dep in ("acl",) or token.dep == "relcl":
            return doc.tokens[token.head]
        head = doc.tokens[token.head]
        if token.dep not in ("conj", "xcomp", "aux", "auxpass") or head.i == token.i or head.pos not in ("VERB", "AUX"):
            return None
        token = head
    return None


def governor(doc: Document, sentence: Sentence, first: int) -> Token | None:
    """The verb right before a number in its clause, over objects, phrases and a remark in brackets; None where none is."""
    for i in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
        token = doc.tokens[i]
        if token.text.lower() in _BARS and not (token.text.lower() == "that" and token.pos == "DET"):
            return None
        if (token.pos == "VERB" and token.dep != "amod" and token.tag != "VBG") or (
            token.tag == "VBG" and token.dep in ("advcl", "pcomp", "acl", "conj", "xcomp", "ROOT", "ccomp")
        ):
            if token.lemma.lower() in _MEASURING and token.tag in ("VBN", "VBG"):
                continue  # "goods valued at"
            return token
    return None


def clause_end(doc: Document, sentence: Sentence, at: int) -> int:
    """The first token behind the clause that token ``at`` stands in: at a comma, a semicolon or the sentence's end."""
    return next((t.i for t in doc.tokens[at : sentence.last] if t.text in (",", ";", "–", "—")), sentence.last)


def parties(doc: Document, token: Token | None, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """The places that are the subject of a verb, with those joined to it; empty where it is anything else."""
    if token is None:
        return ()
    mention = mentions.get(token.i)
    if mention is None or not area_like(mention) or mention.form == "demonym":
        return ()
    found, last = [mention], token
    for _ in range(8):  # "Peru, Chile and Japan": each hangs on the one before
        joined = [c for c in doc.children(last) if c.dep == "conj" and c.i in mentions and area_like(mentions[c.i])]
        if not joined:
            break
        found += [mentions[c.i] for c in joined]
        last = joined[-1]
    return tuple(found)


def homes(doc: Document, who: Token, end: int, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """Where people or firms are from: "Thai firms", "Hanoi's exporters", "companies from Japan and Korea"."""
    for child in doc.tokens[max(doc.sentences[who.sentence].first, who.i - 3) : who.i]:
        if child.i in mentions and area_like(mentions[child.i]) and child.head == who.i:
            return (mentions[child.i],)
    for prep, found in phrases_after(doc, who.i + 1, end, mentions):
        if prep in ("from", "in", "of") and found:
            return found
    return ()


def investors(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> tuple[Mention, ...] | None:
    """Where the money of an investing verb comes from: () where nobody says, None where its subject is one company or unknown."""
    who = subject(doc, token)
    if who is None or who.i > token.i or not (who.i in mentions or noun(who, "investor")):
        near = [t for t in doc.tokens[max(sentence.first, token.i - 12) : token.i] if noun(t, "investor")]
        if (who is not None and who.i in mentions) or not near:
            return None
        who = near[-1]
    places = parties(doc, who, mentions)
    if places:
        return places
    return homes(doc, who, token.i, mentions) if noun(who, "investor") else None


def actor(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> Actor:
    """Who does what a verb tells; the tokens before it tell where the parse does not."""
    who = subject(doc, token)
    if who is not None and who.i > token.i:
        who = None
    if who is not None and who.tag in ("WDT", "WP"):
        who = doc.tokens[doc.tokens[who.head].head] if doc.tokens[who.head].dep == "relcl" else _before(doc, sentence, who.i)
    trading = who is not None and (noun(who, "investor") or noun(who, "supply") or noun(who, "demand"))
    if who is None or not (who.i in mentions or trading or noun(who, "place") or noun(who, "sector-name") or who.pos == "PRON"):
        near = _before(doc, sentence, token.i)
        if near is not None and (near.i in mentions or noun(near, "investor")):
            who = near
            trading = noun(who, "investor") or noun(who, "supply") or noun(who, "demand")
    if who is None:
        return Actor()
    mention = mentions.get(who.i)
    if mention is not None and mention.form == "nominal" and mention.features.get("number") == "2":
        return Actor(who, (mention,))
    if trading and (mention is None or mention.form == "nominal"):
        many = who.tag in ("NNS", "NNP", "NNPS") and who.text[-1] == "s"
        return Actor(who, homes(doc, who, token.i, mentions), many, noun(who, "investor") and many)
    if who.text.lower() in ("we", "our"):
        return Actor(who, speaks=True)
    if who.text.lower() in ("it", "they") and mention is not None and mention.kind is None:
        return Actor(who, (mention,))
    places = parties(doc, who, mentions)
    if places or mention is None:
        return Actor(who, places)
    firm = mention.kind == "Organization"
    return Actor(who, (), False, False, mention.kind == "Agency", firm, mention.kind == "Person")


def _before(doc: Document, sentence: Sentence, at: int) -> Token | None:
    """The noun that stands right before token ``at``, over auxiliaries and adverbs."""
    i = at - 1
    while i >= sentence.first and doc.tokens[i].pos in ("AUX", "ADV", "PUNCT", "PART"):
        i -= 1
    if i < sentence.first or doc.tokens[i].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    doing = i == at - 1 and doc.tokens[at].tag == "VBG"  # "with investors contributing": the participle's own noun, whatever it hangs on
    return None if doc.tokens[i].dep == "pobj" and not doing else doc.tokens[i]
