"""Mentions without a name: "the minister", "a seminar on exports", "the two sides", "she", and the verbs of events ("met", "visited")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from kg.annotate import joins
from kg.annotate import lexicon as lex
from kg.data import rows
from kg.data import words as lists
from kg.data.edges import closing, closings
from kg.types import EntityType, Mention, Sentence, Token

PRONOUNS = MappingProxyType(
    {
        "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
        "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "themselves": "p",
    }
)  # fmt: skip
_MAKER = re.compile(r"(?:maker|builder|miner|grower|retailer)s?$")  # "the carmaker", "the shipbuilder"
_BEFORE = frozenset(("all", "both", "half", "such", "quite", "what", "many"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "both"))


def phrase(tokens: Sequence[Token], token: Token, sentence: Sentence) -> tuple[int, int]:
    """First and last (end exclusive) token of the noun phrase around ``token``: its determiners, adjectives and compounds."""
    first = token.i
    for other in reversed(tokens[sentence.first : token.i]):
        ancestor = other
        hops = 0
        while ancestor.head != ancestor.i and ancestor.i != token.i and hops < 6 and ancestor.i < token.i:
            ancestor = tokens[ancestor.head]
            hops += 1
        if ancestor.i != token.i or (other.dep in ("punct", "cc", "conj", "prep", "mark") and other.text not in "-–'\"“”"):
            break
        first = other.i
    while first < token.i and not tokens[first].text[:1].isalnum() and first == sentence.first:
        first += 1  # the bullet of a list item
    article = next((t.i for t in tokens[first + 1 : token.i] if t.text.lower() in ("a", "an", "the") and t.head == token.i), first)
    if article > first and tokens[article - 1].tag != "PDT" and tokens[article - 1].text.lower() not in _BEFORE:
        first = article  # what stands before an article is no part of its phrase ("renewed on 3 May an agreement")
    return first, token.i + 1


def find(tokens: Sequence[Token], sentences: Sequence[Sentence], taken: frozenset[int]) -> Iterator[Mention]:
    """The nameless mentions, in text order. ``taken``: tokens that are named mentions."""
    for sentence in sentences:
        for token in tokens[sentence.first : sentence.last]:
            if token.i in taken:
                continue
            mention = (
                _pronoun(token) or _other(tokens, token, sentence) or _nominal(tokens, token, sentence) or _verb(tokens, token, sentence)
            )
            if mention is not None:
                yield mention


def _pronoun(token: Token) -> Mention | None:
    key = joins.courtesy(token.text) if token.pos in ("PRON", "PROPN") and token.dep != "compound" else ""
    key = key or token.text.lower()
    gender = PRONOUNS.get(key)
    if gender is None:
        return None
    kind: EntityType | None = "Person" if gender in "mf" else None
    return Mention(token.start, token.end, token.text, kind, "pronoun", key, token.i, True, MappingProxyType({"gender": gender}))


def _other(tokens: Sequence[Token], token: Token, sentence: Sentence) -> Mention | None:
    """ "the former said", "Both said": words that stand for one or all of two who were named."""
    key = token.text.lower()
    if key not in ("former", "latter", "both") or token.i + 1 >= sentence.last:
        return None
    before = tokens[token.i - 1] if token.i > sentence.first else None
    if tokens[token.i + 1].pos not in ("VERB", "AUX", "ADV") and tokens[token.i + 1].text not in (",", "."):
        return None
    if key == "both":
        if token.dep not in ("nsubj", "nsubjpass", "dep", "advmod", "det") or (
            before is not None and before.text not in (",", ";", "and", "that")
        ):
            return None
        return Mention(token.start, token.end, token.text, None, "pronoun", key, token.i, True, MappingProxyType({"gender": "p"}))
    if before is None or before.text.lower() != "the":
        return None
    return Mention(before.start, token.end, "", "Person", "nominal", key, token.i, True, MappingProxyType({"det": "the"}))


def _determiner(tokens: Sequence[Token], first: int, token: Token) -> str:
    for other in tokens[first : token.i]:
        if other.dep in ("det", "poss", "predet") and other.head == token.i:
            return other.text.lower()
    return ""


def _number(tokens: Sequence[Token], first: int, token: Token) -> str:
    numbers = {"two": "2", "both": "2", "three": "3", "four": "4", "five": "5"}
    return next((numbers[t.text.lower()] for t in tokens[first : token.i] if t.text.lower() in numbers), "")


@cache
def _ends(entries: Callable[[], Mapping[str, object]]) -> frozenset[str]:
    return closings(entries())


def compound(tokens: Sequence[Token], first: int, token: Token, entries: Callable[[], Mapping[str, object]]) -> str:
    """The longest entry of a word list that ends at ``token`` ("memorandum of understanding", "trade fair"); "" if none."""
    best = ""
    if closing(token.text) not in _ends(entries):
        return best
    for start in range(token.i, max(first, token.i - 4) - 1, -1):
        text = " ".join(t.text for t in tokens[start : token.i + 1]).lower().replace(" - ", "-")
        if text in entries():
            best = text
    return best


def _ahead(tokens: Sequence[Token], token: Token, sentence: Sentence) -> str:
    """An agreement whose noun goes on behind "of" ("letter of intent"); "" if none."""
    text = " ".join(t.text.lower() for t in tokens[token.i : min(token.i + 3, sentence.last)])
    return text if text.split()[1:2] == ["of"] and any(text in (n.noun, n.plural) for n in lists.agreement_nouns().values()) else ""


def _nominal(tokens: Sequence[Token], token: Token, sentence: Sentence) -> Mention | None:
    if token.pos not in ("NOUN", "PROPN") and not (token.pos == "ADJ" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass")):
        return None
    # the head of a compound speaks for it ("conference hall" is no conference); a hyphenated modifier is none either
    owner = token.i + 1 < sentence.last and tokens[token.i + 1].tag == "POS"  # "the conference’s framework"
    if token.dep in ("compound", "nmod", "amod") and tokens[token.head].i > token.i and not owner:
        return None
    first, _ = phrase(tokens, token, sentence)
    key = token.text.lower()
    determiner = _determiner(tokens, first, token)
    number = _number(tokens, first, token)
    features: dict[str, str] = {"det": determiner}
    if number:
        features["number"] = number
    definite = determiner in _DEFINITE or any(t.dep == "poss" and t.head == token.i for t in tokens[first : token.i])
    start, end = tokens[first].start, token.end

    def mention(kind: EntityType | None, name: str) -> Mention:
        return Mention(start, end, "", kind, "nominal", name, token.i, definite, MappingProxyType(features))

    agreement = compound(tokens, first, token, lists.agreement_nouns)
    if not agreement and key == "memorandum" and [t.text.lower() for t in tokens[token.i + 1 : token.i + 3]] == ["of", "understanding"]:
        agreement, end = "memorandum of understanding", tokens[token.i + 2].end
    if not agreement and (ahead := _ahead(tokens, token, sentence)):
        agreement, end = ahead, tokens[token.i + len(ahead.split()) - 1].end
    if agreement:
        record = lists.agreement_nouns()[agreement]
        features["generic"] = "1" if record.generic else ""
        features["noun"] = record.noun
        if key == record.plural.lower() != record.noun or (key.endswith("s") and agreement == record.plural.lower()):
            features["plural"] = "1"
        return mention("Agreement", agreement)
    event = compound(tokens, first, token, lists.event_nouns)
    if event:
        record_ = lists.event_nouns()[event]
        features["generic"] = "1" if record_.generic else ""
        features["noun"] = record_.noun
        if event == record_.plural.lower() and record_.plural.lower() != record_.noun.lower():
            features["plural"] = "1"
        return mention("Event", event)
    if number and key in lex.words("group"):
        return mention(None, key)
    title = compound(tokens, first, token, lists.titles)
    if key == "head" and (longer := " ".join(t.text.lower() for t in tokens[token.i : min(token.i + 3, sentence.last)])) in lists.titles():
        title, end = longer, tokens[token.i + 2].end
    if title and definite:
        return mention("Person", title)
    if definite and key in _person_words():
        return mention("Person", key)
    if key in lex.words("nominal_place") and definite:
        return mention("Place", key)
    if definite and key in lex.words("nominal_agency"):
        return mention("Agency", key)
    if definite and key in lex.words("nominal_organization"):
        return mention("Organization", key)
    if definite and (key in _body_words() or _MAKER.search(key)) and _told_before(tokens, first, token):
        return mention("Organization", key)
    if key == "counterpart":
        return mention("Person", key)
    return None


@cache
def _person_words() -> frozenset[str]:
    """Words for people that no post bears ("the politician")."""
    return frozenset(c[0] for _, c in rows("references/titles.tsv", ("title", "posts", "needs")) if " " not in c[0])


@cache
def _body_words() -> frozenset[str]:
    """Words for bodies that say what sort of body is meant ("the lender")."""
    return frozenset(c[0] for _, c in rows("references/bodies.tsv", ("word", "mode", "nouns")))


def _told_before(tokens: Sequence[Token], first: int, token: Token) -> bool:
    """Whether a word for a body points back: no superlative before it, no "of" behind it, and not what somebody is said to be."""
    best = any(t.tag == "JJS" or t.text.lower() in ("top", "main", "leading", "second", "only") for t in tokens[first : token.i])
    behind = tokens[token.i + 1].text.lower() if token.i + 1 < len(tokens) else ""
    return not best and behind != "of" and token.dep not in ("attr", "appos")


def _verb(tokens: Sequence[Token], token: Token, sentence: Sentence) -> Mention | None:
    """A verb that itself tells an event of a kind ("met", "visited")."""
    if token.pos != "VERB":
        return None
    record = lists.event_verbs().get(token.lemma.lower())
    if record is None or not record.makes:
        return None
    features = {"noun": record.makes.lower(), "generic": "", "object": record.object}
    return Mention(token.start, token.end, token.text, "Event", "verb", token.lemma.lower(), token.i, False, MappingProxyType(features))
