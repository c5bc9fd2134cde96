"""Noun phrases and pronouns: whom "the minister", "the department", "the city", "she" and "the two sides" mean, or why nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from kg.data import rows
from kg.data.tables import choice
from kg.data.words import known_bodies
from kg.resolve.groups import members
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.resolve.people import People
from kg.types import Document, EntityType, Mention, Sentence, Token

_MAKER = re.compile(r"(?:maker|builder|miner|grower|retailer)$")
_MUTUAL = frozenset(  # verbs whose subject is no more spoken of than whom it is done with
    ("meet", "sign", "agree", "join", "partner", "merge", "cooperate", "collaborate", "work", "compete", "talk", "negotiate", "sue",
     "host", "receive", "visit", "follow", "oppose", "criticise", "criticize")
)  # fmt: skip
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_BLOC = re.compile(
    r"\b(?:european|african|customs|economic) (?:economic )?(?:union|community)\b|\bcommunity$|\bassociation of .*nations$|\bmercosur$"
)


class References:
    """Antecedents in one document. ``follow`` gives the nodes a mention means; empty with the reason noted where it can't tell."""

    def __init__(self, doc: Document, locals_: Locals) -> None:
        self.doc = doc
        self.locals = locals_
        self.reasons: dict[tuple[int, int], str] = {}
        self._done: dict[tuple[int, int], tuple[Node, ...]] = {}
        self._people = People(doc, locals_)

    def follow(self, mention: Mention) -> tuple[Node, ...]:
        """The nodes that ``mention`` means; two for "the two sides"."""
        span = (mention.start, mention.end)
        land = mention.kind == "Country" and mention.form == "name"  # that of a body's name or of a capital may stand in another name
        if span in self.locals.of and not (land and self.locals.of[span].type != "Country"):
            return (self.locals.of[span],)
        if span not in self._done:
            self._done[span] = self._find(mention)
        return self._done[span]

    def _find(self, mention: Mention) -> tuple[Node, ...]:
        if mention.form == "pronoun" and mention.name in ("they", "both"):
            return self._people.together(mention) or self._none(mention, "nothing that this pronoun can mean for sure")
        if mention.form == "pronoun" and mention.features["gender"] not in "mf":
            return self._it(mention, mention.features["gender"])
        if mention.form == "pronoun":
            return self._person(mention)
        if mention.kind == "Country" and mention.form == "name":
            return self.locals.land(mention)
        if mention.form != "nominal":
            return ()
        number = mention.features.get("number", "")
        if number and mention.kind is None:
            return self._group(mention, int(number))
        if mention.kind == "Person":
            return self._person(mention)
        if mention.kind == "Place":
            node = self.locals.main_place(mention.name, mention.start)
            return (node,) if node else self._none(mention, "no place that this can mean")
        if mention.kind in ("Agency", "Organization"):
            return self._body(mention)
        return ()

    def _none(self, mention: Mention, reason: str) -> tuple[Node, ...]:
        self.reasons[(mention.start, mention.end)] = reason
        return ()

    def sentence(self, mention: Mention) -> Sentence:
        """The sentence that a mention stands in."""
        return self.doc.sentences[self.doc.tokens[mention.token].sentence]

    def _earlier(self, mention: Mention, kinds: Sequence[EntityType], reach: int) -> list[tuple[int, int, Node]]:
        """Earlier mentions: sentences back, offset, node; the nearest first."""
        here = self.sentence(mention).i
        found = []
        for node in self.locals.nodes:
            if node.type in kinds:
                for head in node.heads:
                    token = self.doc.tokens[head]
                    back = here - token.sentence
                    if token.start < mention.start and 0 <= back <= reach:
                        found.append((back, -token.start, node))
        return sorted(found, key=lambda x: (x[0], x[1], x[2].index))

    def _person(self, mention: Mention) -> tuple[Node, ...]:
        found = self._people.find(mention)
        return self._none(mention, found) if isinstance(found, str) else (found,)

    def _body(self, mention: Mention) -> tuple[Node, ...]:
        word = mention.name.lower()
        every = self._earlier(mention, ("Agency", "Organization"), 99)
        own = re.compile(rf"\b{re.escape(word)}\b")
        found = [(back, at, n) for back, at, n in every if n.noun == word or any(own.search(name.lower()) for name in n.names)]
        if not found or _body_nouns().get(word, ("only",))[0] != "only":
            found = [(back, at, n) for back, at, n in every if any(n is m for _, _, m in found) or _sort_fits(word, n)]
        if not found:
            return self._none(mention, "no body that this can mean")
        if len({n.index for _, _, n in found}) == 1:
            return (found[0][2],)
        if self.doc.text[
            self.doc.tokens[mention.token].start
        ].isupper():  # "the Bank": the body that the article is about, named most or first
            return (max((n for _, _, n in found), key=lambda n: (sum(1 for _, _, m in found if m is n), -n.heads[0])),)
        near = {n.index for back, _, n in found if back == found[0][0]}
        if len(near) > 1 and found[0][0] and self.doc.tokens[mention.token].dep in _SUBJECTS:  # the subject goes on being spoken of
            heads = {h: n for back, _, n in found if back == found[0][0] for h in n.heads}
            here = self.sentence(mention).i - found[0][0]
            first = {n.index: n for h, n in heads.items() if self.doc.tokens[h].sentence == here and self._leads(self.doc.tokens[h])}
            if len(first) == 1:
                return (next(iter(first.values())),)
        if len(near) > 1:
            return self._none(mention, "two bodies that this can mean are named close by")
        return (found[0][2],)

    def _leads(self, token: Token) -> bool:
        """Whether a token alone is the subject of its sentence's main clause."""
        joined = any(t.dep == "conj" for t in self.doc.children(token))
        verb = self.doc.tokens[token.head]
        return token.dep in _SUBJECTS and verb.dep == "ROOT" and not joined and verb.lemma.lower() not in _MUTUAL

    def _group(self, mention: Mention, number: int) -> tuple[Node, ...]:
        """ "the two cities", "the two sides": see ``groups``."""
        found = members(mention.name, number, lambda kinds, reach: self._earlier(mention, kinds, reach), _sort_fits)
        found = found or self._told_after(mention, number)
        return found or self._none(mention, "not all of the group are named before")

    def _told_after(self, mention: Mention, number: int) -> tuple[Node, ...]:
        """ "The two banks signed a pact, Bank A and Bank B said": all that the rest of the sentence names, if they are that many."""

        def later(kinds: Sequence[EntityType], reach: int) -> list[tuple[int, int, Node]]:
            here = self.sentence(mention)
            heads = [(h, n) for n in self.locals.nodes if n.type in kinds for h in n.heads if mention.token < h < here.last]
            named = {n.index: (0, h, n) for h, n in sorted(heads, key=lambda x: (-x[0], x[1].index))}
            return sorted(named.values(), key=lambda x: x[1]) if len(named) == number else []

        return members(mention.name, number, later, _sort_fits)

    def _bodies(self, sentence: int) -> list[tuple[int, Node]]:
        """Head tokens of the bodies and places that a sentence names or calls "the ministry", the last first."""
        found = [
            (head, n)
            for n in self.locals.nodes
            if n.type in ("Agency", "Organization", "Place", "Country")
            for head in n.heads
            if self.doc.tokens[head].sentence == sentence
        ]
        if 0 <= sentence < len(self.doc.sentences):
            for mention in self.doc.within(self.doc.sentences[sentence]):
                if mention.form == "nominal" and mention.kind in ("Agency", "Organization"):
                    found.extend((mention.token, n) for n in self.follow(mention))
        return sorted(found, key=lambda x: (-x[0], x[1].index))

    def _it(self, mention: Mention, gender: str) -> tuple[Node, ...]:
        """ "it", "its", "their": the subject of its own clause when that is a body or place, else of the sentence before."""
        token = self.doc.tokens[mention.token]
        here = self.sentence(mention).i
        same = [(head, n) for head, n in self._bodies(here) if head < token.i]
        subjects = [n for head, n in same if self.doc.tokens[head].dep in _SUBJECTS]
        if gender == "n" and subjects:
            return (subjects[0],)
        if gender == "n" and len({n.index for _, n in same}) == 1 and token.tag == "PRP$":
            return (same[0][1],)
        before = [n for head, n in self._bodies(here - 1) if self.doc.tokens[head].dep in _SUBJECTS]
        if gender == "n" and not same and len({n.index for n in before}) == 1:
            return (before[0],)
        return self._none(mention, "nothing that this pronoun can mean for sure")


def _sort_fits(word: str, node: Node) -> bool:
    if word == "bloc":
        full = (known_bodies().get(name) or known_bodies().get(name.lower()) for name in node.names)
        return any(_BLOC.search(name.lower()) for name in (*node.names, *(body.name for body in full if body is not None)))
    firm = _body_nouns()["company"] if _MAKER.search(word) else ("only", frozenset())
    mode, nouns = _body_nouns().get(word, firm)
    own = node.noun.lower()
    last = {" ".join(name.lower().split()[-k:]) for name in (*node.names, node.code) for k in (1, 2)}
    if mode == "only":
        return own in nouns or bool(last & nouns)
    if mode == "firm":
        mode, nouns = _body_nouns()["company"]
    return node.type == "Organization" and not node.code and own not in nouns and not last & nouns


@cache
def _body_nouns() -> Mapping[str, tuple[str, frozenset[str]]]:
    """By plain noun: whether only, or all except, these nouns of names fit; "firm": those that "company" fits."""
    path = "references/bodies.tsv"
    found = {
        c[0]: (choice(path, line, c[1], ("only", "except", "firm")), frozenset(c[2].split("|")))
        for line, c in rows(path, ("word", "mode", "nouns"))
    }
    return MappingProxyType(found)
