"""What the reading of figures shares: its word lists, the noun phrases of indicators, and small tools on tokens.

An indicator is the longest phrase of ``words/indicators.tsv`` that is the head of its noun phrase, widened by what stands before it
("gross foreign reserves") and by an "of" that names no place ("exports of services").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.data import rows
from kg.data import words as lists
from kg.types import DateMention, Document, Mention, Quantity, Sentence, Token

MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV"))
_SKIPPED = frozenset(["share", "shares", "stock", "stocks", "case", "cases", "price", "prices", "ships", "share", "visits"])
_BARE = frozenset(["budget", "credit", "loss", "income", "capacity", "index", "growth", "production", "output", "rate", "yield"])
GRAINS = frozenset(("month", "quarter", "half", "year", "fiscal-year", "range"))
PLACES = frozenset(("Country", "Place"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """An indicator in the text: tokens ``first:last`` (end exclusive), ``head`` its noun, ``name`` as it is to be written."""

    first: int
    head: int
    last: int
    name: str
    kind: str  # flow stock rate index, anaphor (stands for the one before), generic (needs it), sector, product
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


def quantities(doc: Document, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities of a sentence."""
    return tuple(q for q in doc.quantities if sentence.start <= q.start < sentence.end)


def dates(doc: Document, sentence: Sentence) -> tuple[DateMention, ...]:
    """The time expressions of a sentence."""
    return tuple(d for d in doc.dates if sentence.start <= d.start < sentence.end)


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


def anchors(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention]) -> list[Anchor]:
    """The indicators of a sentence in text order, and the nouns and pronouns that stand for one."""
    words = doc.words(sentence)
    lower = [t.text.lower() for t in words]
    exact = [t.text for t in words]
    table = lists.indicators()
    found: list[Anchor] = []
    at = 0
    while at < len(words):
        best = 0
        for length in range(min(9, len(words) - at), 0, -1):
            piece = "".join((" " if k and words[at + k].start > words[at + k - 1].end else "") + exact[at + k] for k in range(length))
            record = table.get(piece.lower())
            # an acronym is in capitals in the text as in the list
            if record is None or (record.phrase.isupper() and piece != record.phrase):
                continue
            if record.kind == "count" or record.phrase in _SKIPPED or not _heads(doc, words[at], words[at + length - 1]):
                continue
            taken = words[at + length - 1].pos == "VERB"
            if taken and length == 1 and at and words[at - 1].i in mentions and at + 1 < len(words) and words[at + 1].pos == "ADP":
                taken = False  # "EU grants to the country": the tagger's verb
            if taken or (_named(mentions.get(words[at].i)) and length == 1 and not record.phrase.isupper()):
                continue
            if (found and words[at].i < found[-1].last) or (found and words[at - 1].text == "(" and words[at].i - found[-1].last == 1):
                best = length  # inside the one before, or its acronym
                break
            wide = _wide(
                doc, sentence, mentions, words[at].i, words[at + length - 1].i + 1, record.name, record.phrase, record.kind, record.partner
            )
            best = length
            following = words[at + length].text.lower() if at + length < len(words) else ""
            bare = record.phrase in _BARE and len(wide.name.split()) == 1 and not (record.phrase == "growth" and following == "of")
            if not bare:  # which index?
                found.append(wide)
            break
        else:
            token = words[at]
            if token.i not in mentions or mentions[token.i].form in ("pronoun", "nominal"):
                kind = "sector" if noun(token, "sector") else ""
                if noun(token, "anaphor") and (token.dep in ("nsubj", "nsubjpass") or _pointing(words, at)):
                    kind = "anaphor"
                if kind == "sector" and _heads(doc, token, token):
                    found.append(_wide(doc, sentence, mentions, token.i, token.i + 1, lower[at], lower[at], "sector", ""))
                elif kind == "anaphor" and token.tag not in ("WDT", "IN"):
                    found.append(Anchor(token.i, token.i, token.i + 1, lower[at], "anaphor"))
        at += max(best, 1)
    return [_generic(doc, a) for a in found]


def _named(mention: Mention | None) -> bool:
    """Whether a word is a name or a place and so no indicator; "commitments" may be papers and a sum alike."""
    return mention is not None and (mention.form in ("name", "acronym", "demonym") or mention.kind in PLACES)


def _pointing(words: Sequence[Token], at: int) -> bool:
    """ "those to Latvia"."""
    return words[at].text.lower() == "those" and at + 1 < len(words) and words[at + 1].text.lower() in ("to", "from", "with", "into", "in")


def _heads(doc: Document, first: Token, last: Token) -> bool:
    """Whether a phrase is the head of its noun phrase ("export target" is told by its plan noun; "export department" is nothing)."""
    if last.dep in ("compound", "nmod", "amod", "npadvmod") and doc.tokens[last.head].i > last.i:
        head = doc.tokens[last.head]
        return (
            noun(head, "plan")
            or noun(head, "container")
            or head.pos in ("VERB", "AUX", "NUM", "SYM")
            or (last.i + 1 == head.i
            and head.text in ("USD",))
        )
    return last.dep != "amod"


def _wide(
    doc: Document,
    sentence: Sentence,
    mentions: Mapping[int, Mention],
    first: int,
    last: int,
    name: str,
    phrase: str,
    kind: str,
    partner: str,
) -> Anchor:
    """An indicator with what stands before its noun and the "of" that names no place."""
    start = first
    while start > sentence.first:
        token = doc.tokens[start - 1]
        if not token.text[0].isalnum() and token.text not in ("-", "–"):
            break
        if (
            token.i in mentions
            or (token.pos not in MODIFIERS
            and token.text not in ("-", "–")
            and not (token.tag in ("VBN", "VBG") and token.dep == "amod"))
        ):
            if not (
                token.text.lower() == "and" and start - 2 >= sentence.first and doc.tokens[start - 2].dep in ("nmod", "amod", "compound")
            ):
                break
        if (
            token.pos == "NUM"
            or token.text.lower() in ("also", "meanwhile", "separately", "alone", "while", "however", "about")
            or token.text[0].isdigit()
        ):
            break
        if token.dep in ("nsubj", "dobj", "pobj", "nsubjpass", "advmod") and token.pos in ("NOUN", "PROPN"):
            break
        if token.pos == "ADV" and not (
            token.dep == "advmod" and token.text.lower().endswith("ly") and doc.tokens[token.head].dep == "amod"
        ):
            break
        start -= 1
    while start < first and doc.tokens[start].text in ("-", "–", "and"):
        start += 1
    before = doc.text[doc.tokens[start].start : doc.tokens[first].start] if start < first else ""
    full = (before + name).strip()
    head = last - 1
    end = last
    if end < sentence.last and doc.tokens[end].text.lower() == "of" and kind != "sector":
        end2, tail = _complement(doc, sentence, mentions, end + 1)
        if tail:
            full, end = f"{full} of {tail}", end2
    target = doc.tokens[doc.tokens[head].head]
    if target.i == last and noun(target, "plan"):
        end, head = last + 1, target.i
    elif target.i > head and noun(target, "container") and target.i - head <= 3:
        full, end, head = doc.text[doc.tokens[start].start : target.end], target.i + 1, target.i
    if before or phrase.lower() == phrase:
        full = full[:1].lower() + full[1:] if len(full) > 1 and not full[1].isupper() else full
    return Anchor(start, head, end, " ".join(full.split()), kind, partner)


def _complement(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention], at: int) -> tuple[int, str]:
    """The noun phrase after "of" when it names goods and no place: its end and words."""
    last = at
    while last < sentence.last:
        token = doc.tokens[last]
        if token.i in mentions and mentions[token.i].form == "demonym" and last == at:
            at = last = last + 1
            continue
        if token.i in mentions and mentions[token.i].kind in (*PLACES, "Organization", "Agency", "Person"):
            return at, ""
        if token.pos in ("ADJ", "NOUN", "PROPN") or (token.tag in ("VBN",) and token.dep == "amod"):
            last += 1
            continue
        if (
            token.text.lower() == "and"
            and last > at
            and last + 1 < sentence.last
            and doc.tokens[last + 1].dep == "conj"
            and doc.tokens[last + 1].pos == "NOUN"
        ):
            last += 1
            continue
        break
    if last == at or doc.tokens[last - 1].pos not in ("NOUN", "PROPN"):
        return at, ""
    return last, doc.text[doc.tokens[at].start : doc.tokens[last - 1].end]


def _generic(doc: Document, anchor: Anchor) -> Anchor:
    """ "turnover", "revenue": of what, only the text before can tell."""
    if anchor.last - anchor.first == 1 and anchor.kind == "flow" and anchor.name in uses("nouns")["generic"]:
        return Anchor(anchor.first, anchor.head, anchor.last, anchor.name, "generic", anchor.partner)
    return anchor
