"""Which mentions of agreements in one article are one agreement: "a loan agreement", "the loan", "it", "the new text"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.data import words as lists
from kg.data.gazetteer import fold
from kg.resolve.nodes import Node
from kg.types import Document, Mention

_REACH = 3  # sentences back that a bare "the deal" may reach
_OTHER = re.compile(
    r"\b(?:next|last|previous|another|second|third|fourth|fifth|similar|separate|earlier|first|follow-up|other|old|older|further)\b", re.I
)
_MORE = re.compile(r"\b(?:also|another|second|third|separate|separately|further|additional|moreover|besides)\b", re.I)
_UMBRELLA = frozenset(("agreement", "deal", "accord", "pact"))
_PLAIN = re.compile(r"(?:new|bilateral|landmark|historic|long-awaited|much-awaited|said|latest|joint|\w+-(?:year|month|page|point))$", re.I)
_DETERMINER = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those|no|any|such)\s+(?:such\s+)?", re.I)


@dataclass(slots=True)
class Told:
    """What the clauses on one agreement, or on one mention of it, say."""

    kind: str = ""
    status: str = ""
    subject: str = ""
    dates: set[str] = field(default_factory=set)
    parties: set[int] = field(default_factory=set)


def listed(name: str) -> bool:
    """Whether a name is a bare noun of the list ("Joint Declaration"), which many agreements share."""
    return name.lower() in lists.agreement_nouns()


def label(doc: Document, mention: Mention, subject: str) -> str:
    """What a nominal calls the agreement: its noun phrase with "on …", without the determiner; "" where it only points back."""
    if mention.form in ("name", "acronym"):
        bare = mention.form == "name" and listed(mention.name) and subject
        return f"{mention.name} on {subject}" if bare else mention.name
    if mention.form != "nominal" or mention.features.get("generic") == "1":
        return ""
    text = _DETERMINER.sub("", " ".join(mention.text.split()))
    behind = re.match(r"\s+of\s+(?:understanding|cooperation|intent|agreement)\b", doc.text[mention.end : mention.end + 40])
    if behind and behind.group().split()[-1] not in text:
        text += " " + " ".join(behind.group().split())
    return f"{text} on {subject}" if subject else text


def bare(mention: Mention) -> bool:
    """ "the agreement", "the loan": no word but the noun."""
    words = [w for w in _DETERMINER.sub("", mention.text).split() if not _PLAIN.match(w)]
    return mention.form == "nominal" and mention.definite and len(words) <= len(mention.features.get("noun", mention.name).split())


def same(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], mention: Mention, own: Told) -> Node | None:
    """The node of before that a nominal or pronoun means; None where it tells of a new agreement, or nobody can tell."""
    here = doc.tokens[mention.token].sentence
    if mention.form == "pronoun" or (mention.features.get("generic") == "1" and mention.definite):
        if mention.form == "nominal" and re.search(r"\b(?:second|third|fourth|fifth|other|another)\b", mention.text, re.I):
            return None
        return _recent(doc, nodes, here, 1 if mention.form == "pronoun" else _REACH, mention.token)
    name = fold(label(doc, mention, own.subject))
    exact = [n for n in nodes if name in {fold(x) for x in n.names}]
    if _OTHER.search(mention.text):
        return exact[-1] if exact and mention.definite else None
    if mention.features.get("det") in ("no", "any"):
        denied = [n for n in nodes if told[n.index].status == "denied" and here - _last(doc, n) <= 2]
        return denied[-1] if denied else None
    if not mention.definite:
        return _headline(doc, nodes, told, own, here) or _repeated(doc, nodes, told, own, here)
    if exact:
        return exact[-1]
    if not bare(mention) or (own.subject and _more(doc, here)):
        return None
    head = mention.features.get("noun", mention.name).split()[-1]
    fits = [n for n in nodes if _apt(n, told[n.index], mention, own)]
    noun = mention.features.get("noun", mention.name).lower()
    alike = [n for n in nodes if n.noun.lower() == noun or any(x.lower().split()[-1:] == [noun] for x in n.names)]
    lone = alike or [n for n in nodes if (own.kind not in ("", "Deal") and told[n.index].kind == own.kind)]
    if not fits and len(lone) == 1 and _goes_on(told[lone[0].index].status, own.status):
        return lone[0]  # two countries' MoU, then "The MoU was signed by" their ministries
    called = [n for n in fits if n.noun.split()[-1:] == [head] or any(re.search(rf"\b{re.escape(head)}\b", x.lower()) for x in n.names)]
    if called:
        return called[-1]
    if head in _UMBRELLA:
        return _recent(doc, fits, here, _REACH, mention.token)
    kin = [n for n in fits if own.kind and own.kind != "Deal" and told[n.index].kind == own.kind]
    return kin[-1] if kin else None


def _goes_on(before: str, now: str) -> bool:
    return (
        before == now or not before or not now or (before, now) in (("planned", "signed"), ("signed", "in-force"), ("proposed", "planned"))
    )


def _apt(node: Node, other: Told, mention: Mention, own: Told) -> bool:
    """Whether parties and words agree: "the loan agreement" is none on lorry drivers."""
    if own.parties and other.parties and not own.parties & other.parties:
        return False
    words = mention.features.get("noun", mention.name).lower().split()[:-1]
    if not words or not other.subject or (other.kind == own.kind and own.kind != "Deal"):
        return True
    called = " ".join((other.subject, node.noun, *node.names)).lower()
    return any(word in called for word in words)


def by_name(nodes: Sequence[Node], mention: Mention) -> Node | None:
    """A named agreement under a longer or shorter name of one of before ("EU–Chile Trade Agreement", "the Trade Agreement")."""
    key = fold(mention.name)
    if mention.form != "name" or len(key.split()) < 2:
        return None
    fits = [
        n
        for n in nodes
        if n.named and any((f" {key}" in f" {fold(x)}" and fold(x).endswith(key)) or key.endswith(f" {fold(x)}") for x in n.names)
    ]
    return fits[0] if len(fits) == 1 else None


def _last(doc: Document, node: Node) -> int:
    return max(doc.tokens[h].sentence for h in node.heads)


def _recent(doc: Document, nodes: Sequence[Node], here: int, reach: int, before: int) -> Node | None:
    """The agreement told last, the subject of its sentence before others."""
    heads = [(doc.tokens[h].sentence, doc.tokens[h].dep in ("nsubj", "nsubjpass"), h, n) for n in nodes for h in n.heads if h < before]
    near = [x for x in heads if here - x[0] <= reach]
    if not near:
        return None
    latest = max(x[0] for x in near)
    there = [x for x in near if x[0] == latest]
    if len({x[3].index for x in there}) > 1 and len([x for x in there if x[1]]) == 1:
        return next(x[3] for x in there if x[1])
    return max(there, key=lambda x: x[2])[3]


def _headline(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], own: Told, here: int) -> Node | None:
    """The agreement of the headline, told again in the text."""

    def in_title(node: Node) -> bool:
        return all(doc.article.blocks[doc.sentences[doc.tokens[h].sentence].block].role == "title" for h in node.heads)

    titles = [n for n in nodes if in_title(n)]
    if len(titles) != 1 or doc.article.blocks[doc.sentences[here].block].role == "title":
        return None
    other = told[titles[0].index]
    apart = bool(other.parties and own.parties and not other.parties & own.parties)  # a headline's short names may mean others
    if not _kin(other.kind, own.kind) or (apart and here - _last(doc, titles[0]) > _REACH):
        return None
    return titles[0] if not (other.status and own.status) or other.status == own.status else None


def _repeated(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], own: Told, here: int) -> Node | None:
    """The same parties, kind and status once more, unless the sentence speaks of one more or of another subject."""
    if len(own.parties) < 2 or _more(doc, here):
        return None
    for node in reversed(nodes):
        other = told[node.index]
        agree = not other.dates or not own.dates or any(a.startswith(b) or b.startswith(a) for a in other.dates for b in own.dates)
        if (
            other.parties == own.parties and _kin(other.kind, own.kind) and other.status == own.status and agree
            and not (other.subject and own.subject and fold(other.subject) != fold(own.subject)) and _last(doc, node) != here
        ):  # fmt: skip
            return node
    return None


def _more(doc: Document, here: int) -> bool:
    """Whether a sentence tells of one more paper."""
    sentence = doc.sentences[here]
    return bool(_MORE.search(doc.text[sentence.start : sentence.end]))


def _kin(a: str, b: str) -> bool:
    return a == b or "Deal" in (a, b) or "" in (a, b)
