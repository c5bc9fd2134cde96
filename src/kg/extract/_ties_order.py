"""Ties read from the order of words where no parse is needed: "Kenyan flowers are sold in Britain", "twin cities", "has built a mill in".

Each rule starts from a trigger word of its own and looks at the places of the same clause, left and right of it; a modal, a negation or
a wish in the clause refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract._figures import area_like
from kg.extract._figures_where import phrases_after
from kg.extract._ties_model import Tie
from kg.extract._ties_words import is_a
from kg.types import Document, Mention, Sentence, Token

_GOODS_VERBS = {  # what is done with goods, and the prepositions behind which their buyers stand
    "sold": ("in", "to"), "bought": ("by",), "shipped": ("to",), "exported": ("to",), "purchased": ("by",), "consumed": ("in",),
    "go": ("to",), "goes": ("to",), "went": ("to",), "delivered": ("to",), "marketed": ("in",), "imported": ("by",),
}  # fmt: skip
_TWINS = frozenset(("sister", "twin", "partner", "friendship", "brother"))
_TOWNS = frozenset(("cities", "city", "towns", "town", "provinces", "province", "regions", "municipalities", "ports", "prefectures"))
_SITES = frozenset(
    (
        "plant",
        "factory",
        "mill",
        "refinery",
        "warehouse",
        "hotel",
        "subsidiary",
        "smelter",
        "brewery",
        "mine",
        "farm",
        "shipyard",
        "facility",
    )
)
_BUILT = frozenset(("built", "opened", "established", "acquired", "bought", "constructed", "owns", "operates", "runs"))
_NEAR = 8


def ordered(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """The ties of one sentence that word order tells."""
    words = doc.words(sentence)
    for token in words:
        word = token.text.lower()
        if word in _GOODS_VERBS and _plain(doc, sentence, token):
            yield from _sold(doc, sentence, token, _GOODS_VERBS[word], mentions)
        elif word in _TOWNS or word == "twinned":
            yield from _twins(doc, sentence, token, mentions)
        elif word in _BUILT and token.tag in ("VBD", "VBN", "VBZ") and _plain(doc, sentence, token):
            yield from _built(doc, sentence, token, mentions)


def _start(doc: Document, sentence: Sentence, token: Token) -> int:
    """Where the clause begins: behind the last mark or "and", "but", "while" before it."""
    for i in range(token.i - 1, sentence.first - 1, -1):
        if doc.tokens[i].text.lower() in (",", ";", ":", "but", "while", "that", "–", "—", '"', "“"):
            return i + 1
    return sentence.first


def _end(doc: Document, sentence: Sentence, token: Token) -> int:
    return next(
        (
            t.i
            for t in doc.tokens[token.i + 1 : sentence.last]
            if t.text.lower() in (";", "but", "while", "which", "who") or t.pos == "VERB"
        ),
        sentence.last,
    )


def _plain(doc: Document, sentence: Sentence, token: Token) -> bool:
    """Whether nothing in the clause before the verb says that it is wished, planned or denied."""
    before = doc.tokens[_start(doc, sentence, token) : token.i]
    return not any(
        is_a(t, "hope") or is_a(t, "stop") or t.dep == "neg" or t.text.lower() in ("if", "to", "no", "not", "never") for t in before
    )


def _sold(doc: Document, sentence: Sentence, verb: Token, prepositions: tuple[str, ...], mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "Kenyan flowers are sold mostly in Britain", "60 percent of Mongolia's coal goes to China"."""
    first = _start(doc, sentence, verb)
    owners = [
        m for i, m in sorted(mentions.items())
        if first <= i < verb.i and m.kind in ("Country", "Place") and (m.form == "demonym" or doc.text[m.end : m.end + 2] in ("'s", "’s"))
        and _goods(doc, i, verb)
    ]  # fmt: skip
    if len(owners) != 1 or any(t.pos == "VERB" and t.i != verb.i for t in doc.tokens[owners[0].token : verb.i]):
        return
    if verb.tag == "VBN" and not any(t.lemma.lower() == "be" for t in doc.tokens[owners[0].token : verb.i]):
        return
    for prep, found in phrases_after(doc, verb.i + 1, _end(doc, sentence, verb), mentions):
        others = tuple(m for m in found if m.kind in ("Country", "Place", "Organization") and m is not owners[0])
        at = next((t.i for t in doc.tokens[verb.i + 1 : verb.i + 5] if t.text.lower() == prep), verb.i)
        if any(t.pos not in ("ADV", "ADJ") for t in doc.tokens[verb.i + 1 : at]):
            return
        if prep in prepositions and others and at > verb.i:
            yield Tie((owners[0],), "exports_to", others, "goods that are sold abroad")
            return


def _goods(doc: Document, at: int, verb: Token) -> bool:
    """Whether plain nouns of things, no people or firms, stand between an owner and the verb."""
    named = [t for t in doc.tokens[at + 1 : verb.i] if t.pos not in ("ADV", "AUX", "PART") and t.lemma.lower() != "be"]
    return 0 < len(named) <= 4 and is_a(named[-1], "goods")


def _twins(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "Nagoya and Turin have been sister cities since 2005", "Porto is twinned with Bristol", "Porto's sister city Bristol"."""
    twinned = token.text.lower() == "twinned"
    if (not twinned and (token.i == sentence.first or doc.tokens[token.i - 1].text.lower() not in _TWINS)) or not _plain(
        doc, sentence, token
    ):
        return
    left = [m for i, m in sorted(mentions.items()) if sentence.first <= i < token.i and m.kind == "Place" and m.form == "name"]
    right = next(
        (f for p, f in phrases_after(doc, token.i + 1, min(token.i + _NEAR, sentence.last), mentions) if p in ("with", "of") and f), ()
    )
    linked = any(t.lemma.lower() in ("be", "become", "remain") for t in doc.tokens[max(token.i - 6, sentence.first) : token.i])
    if left and right and right[0].kind == "Place" and right[0] not in left and linked:
        yield Tie((left[0],), "cooperates_with", right[:1], "twin towns")
    elif len(left) == 2 and not right and linked and doc.text[left[0].end : left[1].start].strip() == "and":
        yield Tie((left[0],), "cooperates_with", (left[1],), "twin towns")


def _built(doc: Document, sentence: Sentence, verb: Token, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "Aurora Motors has built a plant in Tangier": a firm by name, and a site in a place."""
    subject = next((c for c in doc.children(verb) if c.dep == "nsubj" and c.i < verb.i), None)
    firm = mentions.get(subject.i) if subject is not None else None
    if firm is None or firm.kind != "Organization" or firm.form not in ("name", "acronym") or firm.features.get("known"):
        return
    end = _end(doc, sentence, verb)
    site = next((t for t in doc.tokens[verb.i + 1 : min(verb.i + _NEAR, end)] if t.text.lower() in _SITES), None)
    if site is None or any(
        t.text in (",", "of") or t.pos == "ADP" for t in doc.tokens[verb.i + 1 : site.i] if t.text.lower() not in ("of", "percent")
    ):
        return
    prep, found = next(phrases_after(doc, site.i + 1, end, mentions), ("", ()))
    if prep == "in" and found and found[0].kind in ("Place", "Country") and area_like(found[0]):
        yield Tie((firm,), "invests_in", found[:1], "a site that a firm has built")
