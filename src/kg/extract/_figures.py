"""What the reading of figures shares: its word lists, and small tools on tokens and mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.data import rows
from kg.types import Document, Mention, Sentence, Token

GRAINS = frozenset(("month", "quarter", "half", "year", "fiscal-year", "range"))
PLACES = frozenset(("Country", "Place"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """An indicator in the text: tokens ``first:last`` (end exclusive), ``head`` its noun, ``name`` as it is to be written."""

    first: int
    head: int
    last: int
    name: str
    kind: str  # flow stock rate index, anaphor (stands for the one before), generic (needs it), sector, product, goods
    partner: str = ""


@cache
def uses(path: str) -> Mapping[str, frozenset[str]]:
    """Use -> words of ``figures/verbs.tsv`` or ``figures/nouns.tsv``."""
    columns = ("lemma", "use") if path == "verbs" else ("word", "use")
    found: dict[str, set[str]] = {}
    for _, (word, use) in rows(f"figures/{path}.tsv", columns):
        found.setdefault(use, set()).add(word)
    return {use: frozenset(words) for use, words in found.items()}


@cache
def phrases(path: str) -> tuple[tuple[str, ...], ...]:
    """The entries of ``figures/status.tsv``, ``basis.tsv`` or ``columns.tsv``, the longest phrase first."""
    columns = {"status": ("phrase", "status"), "basis": ("phrase", "basis"), "columns": ("phrase", "indicator", "partner")}[path]
    found = [tuple(cells) for _, cells in rows(f"figures/{path}.tsv", columns)]
    return tuple(sorted(found, key=lambda c: (-len(c[0]), c)))


@cache
def goods() -> Mapping[str, bool]:
    """The nouns of ``figures/goods.tsv``, with whether one needs a word before it ("dairy products")."""
    return {word: use == "with" for _, (word, use) in rows("figures/goods.tsv", ("word", "use"))}


def verb(token: Token, use: str) -> bool:
    """Whether a token is a verb of this use."""
    return token.lemma.lower() in uses("verbs")[use]


def noun(token: Token, use: str) -> bool:
    """Whether a token is a noun (or pronoun) of this use."""
    return token.text.lower() in uses("nouns")[use]


def tokens_of(doc: Document, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """First and last (end exclusive) token of the sentence that touch ``text[start:end]``."""
    inside = [t.i for t in doc.words(sentence) if t.start < end and t.end > start]
    return (inside[0], inside[-1] + 1) if inside else (sentence.first, sentence.first)


def by_token(doc: Document, sentence: Sentence) -> dict[int, Mention]:
    """Token -> the mention that it heads: countries, places, blocs, noun phrases for places, and possessive pronouns."""
    found: dict[int, Mention] = {}
    for mention in doc.within(sentence):
        old = found.get(mention.token)
        if old is None or (old.kind not in PLACES and mention.kind in PLACES):
            found[mention.token] = mention
    return found


def area_like(mention: Mention | None) -> bool:
    """Whether a mention can be the area or partner of a figure."""
    if mention is None:
        return False
    if mention.kind in PLACES or (mention.kind is None and mention.form == "nominal"):
        return True
    return mention.kind == "Organization" and mention.form in ("name", "acronym") and bloc(mention)


@cache
def _blocs() -> frozenset[str]:
    return frozenset(line[0].lower() for _, line in rows("figures/blocs.tsv", ("name",)))


def bloc(mention: Mention) -> bool:
    """Whether a body is a group of states, which trades and invests like one."""
    return mention.name.lower() in _blocs() or mention.text.lower() in _blocs()


def head_of(doc: Document, first: int, last: int) -> Token:
    """The token of a stretch that hangs on something outside of it."""
    for i in range(last - 1, first - 1, -1):
        token = doc.tokens[i]
        if not first <= token.head < last or token.head == token.i:
            return token
    return doc.tokens[last - 1]


def climb(doc: Document, token: Token) -> Iterator[Token]:
    """The token and its ancestors."""
    seen = 0
    while True:
        yield token
        seen += 1
        if token.head == token.i or seen > 30:
            return
        token = doc.tokens[token.head]
