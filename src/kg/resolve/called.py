"""What a noun phrase for a person says ("the Japanese ambassador to Laos", "the municipal Party chief"), compared with a person's posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kg.data import rows
from kg.data import words as lists
from kg.data.gazetteer import country_of, fold
from kg.data.tables import choice
from kg.resolve.nodes import Node
from kg.types import Document, Mention

_RANKS = frozenset(w for w, r in lists.title_modifiers().items() if r.effect == "title") - {"general", "executive", "national", "municipal"}
_FIELD = re.compile(r"\s(?:of|for|to|in charge)\s")  # what stands behind it is no part of the post's own noun
_PLAIN = frozenset(
    ("the", "this", "that", "same", "a", "an", "new", "municipal", "provincial", "national", "state", "city", "local", "regional")
)


@cache
def _other_words() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """By word: the posts that it may mean, and what else the phrase must name."""
    path = "references/titles.tsv"
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for line, c in rows(path, ("title", "posts", "needs")):
        posts = {t for part in c[1].split("|") for t in (_of_kind(part[5:]) if part.startswith("kind:") else (part,))}
        found.setdefault(c[0], []).append((frozenset(posts), choice(path, line, c[2], ("body", "country", "none"))))
    return MappingProxyType({word: tuple(told) for word, told in found.items()})


def _of_kind(kind: str) -> Iterator[str]:
    """The posts of one kind in the list of titles."""
    return (title.lower() for title, record in lists.titles().items() if record.kind == kind)


class Query:
    """What a noun phrase says about somebody: the post, its rank words, a country, and other words of a body or place."""

    def __init__(self, doc: Document, mention: Mention) -> None:
        token = doc.tokens[mention.token]
        below = [t for t in doc.words(doc.sentences[token.sentence]) if t.head == token.i and t.i > token.i and t.text.lower() == "of"]
        ends = [t for t in doc.tokens[token.i + 1 : token.i + 4] if below and t.dep == "pobj" and t.head == below[0].i]
        names = [m for m in doc.mentions if m.start >= mention.start and m.end <= mention.end and m.form in ("name", "demonym", "acronym")]
        names += [m for m in doc.mentions if ends and m.token == ends[0].i and m.form in ("name", "acronym")]
        self.title = mention.name.lower()
        self.text = doc.text[mention.start : mention.end].lower()
        countries = [country_of(m.name) for m in names if m.kind == "Country"]
        self.countries = frozenset(c.iso2 for c in countries if c is not None)
        left = [w for w in re.findall(r"[^\W\d_]+", fold(self.text.replace("’", "'").replace("'s", ""))) if w not in _PLAIN]
        taken = {w for t in (self.title, *(fold(m.name) for m in names if m.kind == "Country")) for w in t.split()} | {"visiting"}
        self.modifiers = frozenset(w for w in left if w in _RANKS and w not in taken)
        former = {w for w, r in lists.title_modifiers().items() if r.effect == "former"}
        self.words = frozenset(w for w in left if w not in taken and w not in self.modifiers and w not in former and len(w) > 2)
        self.words |= {w for m in names if m.kind != "Country" for w in fold(m.name).split() if len(w) > 3}

    def rank(self, node: Node) -> int:
        """0: the post itself, 1: one of another rank ("deputy director" for "the director"), 2: another word for it, 9: none."""
        best = 9
        for title in node.titles:
            words = title.split()
            ranks = _RANKS & set(words)
            if title == self.title or (words[-len(self.title.split()) :] == self.title.split()):
                same = ranks - set(self.title.split()) == self.modifiers
                best = min(best, 0 if same and not (self.title == "minister" and "prime" in words) else 1)
            elif " of " not in self.title and self.title.split()[-1] in words and not (self.title == "minister" and "prime" in words):
                best = min(best, 0 if " ".join(words[: len(self.title.split())]) == self.title else 1)
        if best == 1 and self.title == "minister" and any(t.endswith("prime minister") for t in node.titles):
            best = 9
        return 2 if best == 9 and self._called(node) else best

    def _called(self, node: Node) -> bool:
        """Whether the phrase is another word for one of the person's posts, the body named with it where the word needs that."""
        *first, last = self.title.split()
        table = _other_words()
        words = self.words if self.title in table else self.words | set(first)
        for posts, needs in table[self.title] if self.title in table else table.get(last, ()):
            if needs == "none" and any(t in posts or _FIELD.split(t)[0] in posts for t in node.titles):
                return True
            held = [(t, body, country) for t, body, country in node.posts if t in posts]
            if needs == "country" and not words and any(country in self.countries for _, _, country in held):
                return True
            if needs == "body" and words and any(words <= set(f"{t} {body}".split()) for t, body, _ in held):
                return True
        return False

    def fits(self, node: Node) -> bool:
        """Whether nothing told of the person speaks against the phrase."""
        if self.rank(node) == 9:
            return False
        known = countries(node)
        return not (self.countries and known and not (self.countries & known))

    def sure(self, node: Node) -> bool:
        """Whether the country and the words of the phrase are those of a post of the person."""
        if self.countries and not self.countries & countries(node):
            return False
        told = {w for title, body, _ in node.posts for w in f"{title} {body}".split()}
        return bool(self.countries or self.words) and not {w for w in self.words if w not in told and w.rstrip("s") not in told}


def countries(node: Node) -> frozenset[str]:
    """ISO 3166 codes of the countries that a person's posts belong to."""
    return frozenset(country for _, _, country in node.posts if country)
