"""The indicators of a sentence: its noun phrases that name one, and the nouns and pronouns that stand for one.

An indicator is the longest phrase of ``words/indicators.tsv`` that is the head of its noun phrase, widened by what stands before it
("gross foreign reserves") and by an "of" that names no place ("exports of services").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.data import words as lists
from kg.data.words import Indicator
from kg.extract._figures import PLACES, Anchor, goods, noun, phrases, uses, verb
from kg.types import Document, Mention, Sentence, Token

MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV"))
_LONGEST = 9  # tokens in the longest phrase that is looked up
_SKIPPED = frozenset(["share", "shares", "stock", "stocks", "case", "cases", "price", "prices", "ships", "share", "visits"])
_BARE = frozenset(["budget", "credit", "loss", "income", "capacity", "index", "growth", "production", "output", "rate", "yield"])

_STATE = re.compile(r"\b(?:parliament|congress|senate|assembly|lawmakers|cabinet|government|treasury|deputies|MPs)\b", re.IGNORECASE)


@cache
def _starts() -> frozenset[str]:
    """What the first token of an indicator's phrase may be: any beginning of it, since a tokenizer may cut words ("re-exports")."""
    return frozenset(phrase[:end] for phrase in lists.indicators() for end in range(1, len(phrase) + 1))


def _entries(words: Sequence[Token], at: int, table: Mapping[str, Indicator]) -> list[tuple[int, str, Indicator]]:
    """The entries that begin at ``words[at]``, the longest first: their lengths in tokens, how the text writes them, their records."""
    found: list[tuple[int, str, Indicator]] = []
    piece = ""
    for k in range(at, min(at + _LONGEST, len(words))):
        piece += (" " if k > at and words[k].start > words[k - 1].end else "") + words[k].text
        lower = piece.lower()
        if lower not in _starts():
            break
        if (record := table.get(lower)) is not None:
            found.append((k - at + 1, piece, record))
    return found[::-1]


def anchors(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention]) -> list[Anchor]:
    """The indicators of a sentence in text order, and the nouns and pronouns that stand for one."""
    words = doc.words(sentence)
    table = lists.indicators()
    found: list[Anchor] = []
    at = 0
    while at < len(words):
        best = 0
        for length, piece, record in _entries(words, at, table):
            # an acronym is in capitals in the text as in the list
            if record.phrase.isupper() and piece != record.phrase:
                continue
            if record.kind == "count" or record.phrase in _SKIPPED or not _heads(doc, words[at], words[at + length - 1]):
                continue
            taken = words[at + length - 1].pos == "VERB" and not (length > 2 and words[at].pos == "NOUN")  # "goods imported and exported"
            if taken and length == 1 and at and words[at - 1].i in mentions and at + 1 < len(words) and words[at + 1].pos == "ADP":
                taken = False  # "EU grants to the country": the tagger's verb
            if taken and piece in ("exports", "imports") and at and words[at - 1].pos in ("CCONJ", "PUNCT") and at + 1 < len(words):
                taken = words[at + 1].pos not in ("NUM", "SYM") and not words[at + 1].text[0].isdigit()  # "and imports $3 billion"
                aims = (
                    words[at + 1].text.lower() == "to"
                    and at + 2 < len(words)
                    and (words[at + 2].tag == "VB" or verb(words[at + 2], "level"))
                )
                taken = taken and not aims  # "and imports to reach $3 billion"
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
            if bare and record.phrase == "budget" and following in ("of", "worth", "totalling", "totaling"):
                bare = not _STATE.search(doc.text, sentence.start, sentence.end)  # whose budget?
            if not bare:  # which index?
                found.append(wide)
            break
        else:
            token, word = words[at], words[at].text.lower()
            if token.i not in mentions or mentions[token.i].form in ("pronoun", "nominal"):
                kind = "sector" if noun(token, "sector") else ""
                if (
                    noun(token, "aim")
                    and not (found and found[-1].last > token.i)
                    and at + 1 < len(words)
                    and words[at + 1].text.lower() == "of"
                    and token.dep not in ("compound", "amod")
                ):
                    found.append(Anchor(token.i, token.i, token.i + 1, word, "anaphor"))  # "has set a target of $5 billion"
                if noun(token, "anaphor") and (token.dep in ("nsubj", "nsubjpass") or _pointing(words, at) or _brought(doc, words, at)):
                    kind = "anaphor"
                if kind == "sector" and _heads(doc, token, token):
                    found.append(_wide(doc, sentence, mentions, token.i, token.i + 1, word, word, "sector", ""))
                elif not kind and word in goods() and not (found and found[-1].last > token.i) and _heads(doc, token, token):
                    wide = _wide(doc, sentence, mentions, token.i, token.i + 1, word, word, "goods", "")
                    if wide.first < token.i or not goods()[word]:
                        found.append(wide)
                elif kind == "anaphor" and token.tag not in ("WDT", "IN"):
                    found.append(Anchor(token.i, token.i, token.i + 1, word, "anaphor"))
        at += max(best, 1)
    return [_generic(doc, a) for a in _both(doc, [t.text.lower() for t in words], found)]


def _both(doc: Document, lower: Sequence[str], found: list[Anchor]) -> list[Anchor]:
    """ "imports and exports" as one where they are told together, and not "respectively"."""
    made: list[Anchor] = []
    for anchor in found:
        old = made[-1] if made else None
        joined = old is not None and anchor.first - old.last == 1 and doc.tokens[old.last].text.lower() == "and"
        if old is not None and joined and old.kind == anchor.kind == "goods":
            text = doc.text[doc.tokens[old.first].start : doc.tokens[anchor.last - 1].end]
            made[-1] = Anchor(old.first, old.head, anchor.last, text[:1].lower() + text[1:], "goods")
        elif (
            old is not None
            and joined
            and {old.name, anchor.name.split()[0]} == {"imports", "exports"}
            and not {"respectively", "both"} & set(lower)
        ):
            made[-1] = Anchor(old.first, old.head, anchor.last, f"{old.name} and {anchor.name}", "flow", "with")
        else:
            made.append(anchor)
    return made


def _named(mention: Mention | None) -> bool:
    """Whether a word is a name or a place and so no indicator; "commitments" may be papers and a sum alike."""
    return mention is not None and (mention.form in ("name", "acronym", "demonym") or mention.kind in PLACES)


def _pointing(words: Sequence[Token], at: int) -> bool:
    """ "those to Latvia"."""
    return (
        words[at].text.lower() == "those"
        and at + 1 < len(words)
        and words[at + 1].text.lower() in ("to", "from", "with", "into", "in", "of")
    )


def _brought(doc: Document, words: Sequence[Token], at: int) -> bool:
    """ "agreed to bring it to $500 million"."""
    token = words[at]
    following = [t.text.lower() for t in words[at + 1 : at + 2]]
    return token.dep == "dobj" and following == ["to"] and doc.tokens[token.head].lemma.lower() in uses("verbs")["cause"]


def _heads(doc: Document, first: Token, last: Token) -> bool:
    """Whether a phrase is the head of its noun phrase ("export target" is told by its plan noun; "export department" is nothing)."""
    if last.dep in ("compound", "nmod", "amod", "npadvmod") and doc.tokens[last.head].i > last.i:
        head = doc.tokens[last.head]
        return (
            noun(head, "plan")
            or noun(head, "container")
            or head.pos in ("VERB", "AUX", "NUM", "SYM")
            or (last.i + 1 == head.i and head.text in ("USD",))
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
        if token.text == ")" and start - 4 >= sentence.first and doc.tokens[start - 3].text == "(" and doc.tokens[start - 2].text.isupper():
            start -= 3  # "foreign direct investment (FDI) inflows"
            continue
        if not token.text[0].isalnum() and token.text not in ("-", "–"):
            break
        if (
            token.i in mentions
            or (token.pos not in MODIFIERS and token.text not in ("-", "–") and not (token.tag in ("VBN", "VBG") and token.dep == "amod"))
        ) and not (
            token.text.lower() == "and" and start - 2 >= sentence.first and doc.tokens[start - 2].dep in ("nmod", "amod", "compound")
        ):
            break
        if (
            token.pos == "NUM"
            or token.text.lower() in ("also", "meanwhile", "separately", "alone", "while", "however", "about")
            or noun(token, "plan")
            or (token.text[-1] == "s" and any(token.text.lower() == phrase for phrase, _ in phrases("status")))  # "projects inflation of"
            or token.text[0].isdigit()
        ):
            break
        if any(d.start <= token.start < d.end and " " in d.text for d in doc.dates_in(sentence)):
            break  # "In the first months of the fiscal year remittances stood at"
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
    if end < sentence.last and doc.tokens[end].text.lower() == "of" and kind not in ("sector", "goods"):
        end2, tail = _complement(doc, sentence, mentions, end + 1)
        if tail:
            full, end = f"{full} of {tail}", end2
    if end < sentence.last and doc.tokens[end].text.lower() == "from" and phrase in uses("nouns")["generic"]:
        end2, tail = _complement(doc, sentence, mentions, end + 1)
        if tail:
            full, end = f"{full} from {tail}", end2  # "earnings from tourism"
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
    sums = [q for q in doc.quantities_in(sentence) if q.kind != "count"]
    while last < sentence.last:
        token = doc.tokens[last]
        if any(q.start <= token.start < q.end for q in sums):
            break  # "sales of RM3.6 million", whatever the tagger takes the currency for
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
