"""People without a name: whom "the minister", "the port chief", "the Japanese ambassador" and "she" mean, or why nobody can tell.

A post is compared with the posts that the article gives its people, the plain post before its deputies; what else the phrase says (a
country, a body, "visiting", a "her" behind it) must agree. A pronoun looks back for a person of its gender, the subject of the nearest
sentence first, and never at a name that its own clause governs (principles B and C of binding theory, Chomsky 1981). Salience is that
of Hobbs, "Resolving pronoun references" (1978), and of centering (Grosz, Joshi and Weinstein 1995): subject before others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from types import MappingProxyType

from kg.data import rows
from kg.data import words as lists
from kg.data.naming import gender as gender_of_name
from kg.resolve.called import Query, countries
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.types import Document, Mention, Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_FEMALE = re.compile(r"woman\b|women\b|\bmrs\b|\bms\b|queen|princess|\bshe\b")
_MALE = re.compile(r"chairman\b|\bmr\b|king\b|prince\b|spokesman")
_HOSTS = frozenset(("receive", "host", "welcome"))
_COMPLEMENTS = frozenset(("ccomp", "dobj", "dative", "parataxis", "xcomp", "attr"))
_BACK = 2  # sentences that a pronoun may reach

NOBODY_POST = "nobody of this post is named before"
TWO_POSTS = "two people of this post are named close by"
NOBODY = "nobody whom this pronoun can mean"
TWO = "two people whom this pronoun can mean"


@cache
def _shorts() -> Mapping[str, str]:
    """Short forms of posts that stand before a name ("Gov.")."""
    return MappingProxyType({c[0]: c[1] for _, c in rows("posts/short.tsv", ("short", "title"))})


class People:
    """The people of one document by where they are spoken of; ``post`` and ``pronoun`` give a node, or the reason why not."""

    def __init__(self, doc: Document, locals_: Locals) -> None:
        self.doc = doc
        self.locals = locals_
        self._at: dict[int, list[tuple[int, Node]]] = {}  # sentence -> (head token, node)
        self._found: dict[tuple[int, int], Node | str] = {}
        quotes = sorted(doc.quotes)
        self._starts, self._reach = [q.start for q in quotes], list(accumulate((q.end for q in quotes), max))
        mentions = [m for m in doc.mentions if m.kind == "Person"]
        self._namesakes = [m for m in mentions if m.form == "name" and (m.start, m.end) not in locals_.of]
        for mention in mentions:  # "Gov. Ana Souza"
            owner = locals_.of.get((mention.start, mention.end))
            if owner is not None and (short := _shorts().get(mention.features.get("honorific", ""))):
                owner.titles.add(short)
        for node in (n for n in locals_.nodes if n.type == "Person"):
            titles = " ".join(sorted(node.titles))
            told = "f" if _FEMALE.search(titles) else "m" if _MALE.search(titles) else gender_of_name(node.name)
            node.gender = node.gender or told
            for head in node.heads:
                self._note(head, node)
        for mention in (m for m in mentions if m.form == "name"):
            self._led(mention)
        nominals = [m for m in mentions if m.form == "nominal"]
        for mention in nominals:
            self._apposed(mention)
        for mention in nominals:
            self._keep(mention, self._post(mention))
        for mention in mentions:
            if mention.form == "pronoun":
                self._keep(mention, self._pronoun(mention))

    def find(self, mention: Mention) -> Node | str:
        """The person that a noun phrase or pronoun means, or why there is none."""
        return self._found.get((mention.start, mention.end), NOBODY_POST)

    def _keep(self, mention: Mention, found: Node | str) -> None:
        self._found[(mention.start, mention.end)] = found
        if isinstance(found, Node):
            self._note(mention.token, found)
            if mention.form == "pronoun":
                found.gender = found.gender or mention.features["gender"]

    def _note(self, head: int, node: Node) -> None:
        self._at.setdefault(self.doc.tokens[head].sentence, []).append((head, node))

    def _apposed(self, mention: Mention) -> None:
        """ "the director of the zone, Ana Souza": the words before the name are a post of hers."""
        token = self.doc.tokens[mention.token]
        for sentence in (token.sentence,):
            for head, node in self._at.get(sentence, ()):
                name = self.doc.tokens[head]
                joined = (name.dep == "appos" and name.head == token.i) or (token.dep == "appos" and token.head == name.i)
                if joined and token.tag in ("NN", "NNP"):
                    node.titles.add(mention.name.lower())
                    self._found[(mention.start, mention.end)] = node

    def _led(self, mention: Mention) -> None:
        """ "Trade envoy Hugh Ellis": the post that stands right before the name."""
        node = self.locals.of.get((mention.start, mention.end))
        if node is None or node.titles:
            return
        words = self.doc.text[max(0, mention.start - 60) : mention.start].rstrip().lower().split()
        for k in range(min(4, len(words)), 0, -1):
            if (title := " ".join(words[-k:])) in lists.titles():
                node.titles.add(title)
                return

    # posts

    def _post(self, mention: Mention) -> Node | str:
        if isinstance(own := self._found.get((mention.start, mention.end)), Node):
            return own
        if mention.name in ("former", "latter"):
            return self._of_two(mention)
        if mention.name == "counterpart":
            return self._counterpart(mention)
        token = self.doc.tokens[mention.token]
        if token.tag in ("NNS", "NNPS") or mention.features.get("number"):
            return "a group of people"
        if mention.features.get("det") in ("his", "her", "their"):
            return "somebody's deputy or minister who is not named here"
        query = Query(self.doc, mention)
        before = [(back, node) for back, _, node in self._earlier(token, len(self.doc.sentences)) if query.fits(node)]
        for rank in (0, 1, 2):
            tier = [(back, node) for back, node in before if query.rank(node) == rank]
            if tier and rank == 2 and self._unnamed(mention, tier[0][0]):
                return "somebody of this post who has no name stands before"
            if tier:
                return self._nearest(mention, query, tier)
        if query.countries or query.words:  # "said the Japanese ambassador to Laos", whose name comes later
            named = [n for n in self.locals.nodes if n.type == "Person" and query.rank(n) == 0]
            later = [n for n in named if query.sure(n)] or [n for n in named if len(named) == 1 and query.fits(n)]
            if len(later) == 1:
                return later[0]
        return NOBODY_POST

    def _unnamed(self, mention: Mention, back: int) -> bool:
        """Whether "an official", of whom "the official" would be said, stands between the one named and the phrase."""
        here = self.doc.tokens[mention.token].sentence
        start = self.doc.sentences[here - back].start
        return bool(
            re.search(
                rf"\b(?:an?|another|one)\s(?:[\w-]+\s){{0,3}}{re.escape(mention.name)}\b(?!,)", self.doc.text[start : mention.start], re.I
            )
        )

    def _two(self, token: Token) -> list[Node]:
        """The two people, no more, whom the clause before in the sentence or the sentence before it names; first to last."""
        for back in (0, 1):
            there = [(head, n) for b, head, n in self._earlier(token, back) if b == back]
            nodes = list({n.index: n for _, n in sorted(there, key=lambda x: x[0])}.values())
            if len(nodes) == 2 or (nodes and back == 1):
                return nodes if len(nodes) == 2 else []
        return []

    def _of_two(self, mention: Mention) -> Node | str:
        two = self._two(self.doc.tokens[mention.token])
        return two[mention.name == "latter"] if two else TWO

    def _counterpart(self, mention: Mention) -> Node | str:
        """ "His Latvian counterpart": the one of that country named before whose post another one's country has too."""
        query = Query(self.doc, mention)
        if not query.countries:
            return "somebody's counterpart who is not named here"
        before = [n for _, _, n in self._earlier(self.doc.tokens[mention.token], len(self.doc.sentences))]
        there = list({n.index: n for n in before if query.countries & countries(n)}.values())
        others = {t for n in before if n not in there for t in n.titles}
        peers = [n for n in there if n.titles & others] or there
        return peers[0] if len(peers) == 1 else NOBODY_POST

    def together(self, mention: Mention) -> tuple[Node, ...]:
        """ "they", "both": the two who are the joint subject of the clause or sentence before; none where more or others are told."""
        token = self.doc.tokens[mention.token]
        for back in (0, 1):
            heads = [(head, n) for b, head, n in self._earlier(token, back) if b == back]
            joint = [(head, n) for head, n in heads if self._subject(self.doc.tokens[head], False)]
            nodes = {n.index: n for _, n in sorted(joint, key=lambda x: x[0])}
            if len(nodes) == 2 and self._joined([head for head, _ in joint]):
                return tuple(nodes.values())
            if heads:
                return ()
        return ()

    def _joined(self, heads: Sequence[int]) -> bool:
        """Whether one of the tokens is joined to the other by "and"."""
        tokens = [self.doc.tokens[h] for h in heads]
        return any(t.dep == "conj" and t.head in heads for t in tokens)

    def _nearest(self, mention: Mention, query: Query, tier: Sequence[tuple[int, Node]]) -> Node | str:
        sure = [(back, n) for back, n in tier if query.sure(n)]
        tier = sure or tier
        if len({n.index for _, n in tier}) > 1 and (hint := self._hint(mention)):
            tier = [(back, n) for back, n in tier if n.gender == hint] or [(back, n) for back, n in tier if n.gender == ""]
        if not tier:
            return NOBODY_POST
        near = {n.index: n for back, n in tier if back == tier[0][0]}
        if len(near) > 1 and "visiting" in query.text:
            near = {n.index: n for n in near.values() if not self._at_home(mention, n)} or near
        return next(iter(near.values())) if len(near) == 1 else TWO_POSTS

    def _hint(self, mention: Mention) -> str:
        """The gender of a "her" or "his" behind the phrase in its sentence."""
        sentence = self.doc.sentences[self.doc.tokens[mention.token].sentence]
        words = [t.text.lower() for t in self.doc.words(sentence) if t.start > mention.end and t.tag == "PRP$"]
        found = {"m" if w == "his" else "f" for w in words if w in ("his", "her")}
        return next(iter(found)) if len(found) == 1 else ""

    def _at_home(self, mention: Mention, node: Node) -> bool:
        """Whether the person received the other one, or belongs to the country of the place named last."""
        sentences = {self.doc.tokens[h].sentence for h in node.heads}
        verbs = [self.doc.tokens[self.doc.tokens[h].head].lemma.lower() for h in node.heads if self.doc.tokens[h].dep in _SUBJECTS]
        if any(v in _HOSTS for v in verbs):
            return True
        near = [
            (s.start, n.country)
            for n in self.locals.nodes
            if n.type == "Place" and n.country
            for s in n.mentions
            if s.start < mention.start and any(self.doc.sentences[k].span.covers(s) for k in sentences)
        ]
        return bool(near) and max(near)[1] in countries(node)

    # pronouns

    def _pronoun(self, mention: Mention) -> Node | str:
        gender = mention.features["gender"]
        token = self.doc.tokens[mention.token]
        spoken = self._quoted(token)
        barred = self._governed(token)
        # a namesake that nobody can tell hides whoever was named before
        unknown = [token.sentence - self.doc.tokens[m.token].sentence for m in self._namesakes if m.token < token.i]
        reach = min([_BACK, *(back - 1 for back in unknown)])
        found = [
            (back, head, node)
            for back, head, node in self._earlier(token, reach)
            if node.gender in ("", gender) and head not in barred and (spoken or not self._quoted(self.doc.tokens[head]))
        ]
        same = [(head, n) for back, head, n in found if back == 0]
        for head, node in same:
            if self.doc.tokens[head].dep in _SUBJECTS:  # "X said that he …"
                return node
        one_before = any(back == 1 for back, _, _ in found)
        if len({n.index for _, n in same}) == 1 and not any(n.index != same[0][1].index for back, _, n in found if back == 1):
            return same[0][1]
        for back in (1, 2):
            there = [(head, n) for b, head, n in found if b == back]
            if there:
                return self._salient(there, gender)
        return same[0][1] if len({n.index for _, n in same}) == 1 and not one_before else NOBODY

    def _salient(self, there: Sequence[tuple[int, Node]], gender: str) -> Node | str:
        everyone = {n.index: n for _, n in there}
        if len(everyone) == 1:
            return there[0][1]
        known = {i: n for i, n in everyone.items() if n.gender == gender}
        if len(known) == 1:
            return next(iter(known.values()))
        pool = known or everyone
        for main in (True, False):
            subjects = {n.index: n for head, n in there if n.index in pool and self._subject(self.doc.tokens[head], main)}
            if len(subjects) == 1:
                return next(iter(subjects.values()))
            if subjects:
                return TWO
        return TWO

    def _subject(self, token: Token, main: bool) -> bool:
        """Whether the token is a subject or joined to one; ``main``: of the sentence's own clause."""
        while token.dep == "conj" and token.head != token.i:
            token = self.doc.tokens[token.head]
        verb = self.doc.tokens[token.head]
        while verb.dep == "conj" and verb.head != verb.i:
            verb = self.doc.tokens[verb.head]
        return token.dep in _SUBJECTS and (not main or verb.dep == "ROOT")

    def _quoted(self, token: Token) -> bool:
        at = bisect_left(self._starts, token.start)  # quotations that begin before it, and the furthest that any of them reaches
        return at > 0 and token.end < self._reach[at - 1]

    def _governed(self, token: Token) -> frozenset[int]:
        """Tokens that the pronoun can't mean: for a subject all that its verb has in its complements, for an object the verb's subject."""
        verb = self.doc.tokens[token.head]
        words = self.doc.words(self.doc.sentences[token.sentence])
        if token.dep in _SUBJECTS:
            tops = {t.i for t in words if t.head == verb.i and t.i != token.i and t.dep in _COMPLEMENTS}
            return frozenset(t.i for t in words if tops & {t.i, *self._above(t)})
        if token.tag == "PRP$":  # "the mayor, her cousin": not the mayor's own
            return frozenset(self._above(token))
        if token.tag == "PRP" and token.dep in ("dobj", "dative", "pobj"):
            top = verb if token.dep != "pobj" else self.doc.tokens[verb.head]
            return frozenset(t.i for t in words if t.head == top.i and t.dep in _SUBJECTS)
        return frozenset()

    def _above(self, token: Token) -> Iterator[int]:
        seen = {token.i}
        while token.head not in seen:
            seen.add(token.head)
            token = self.doc.tokens[token.head]
            yield token.i

    def _earlier(self, token: Token, reach: int) -> list[tuple[int, int, Node]]:
        """Earlier mentions of people: sentences back, head token, node; the nearest first."""
        found = [
            (token.sentence - sentence, head, node)
            for sentence in range(max(0, token.sentence - reach), token.sentence + 1 if reach >= 0 else 0)
            for head, node in self._at.get(sentence, ())
            if head < token.i
        ]
        return sorted(found, key=lambda x: (x[0], -x[1], x[2].index))
