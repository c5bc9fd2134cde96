"""Where a bare post is when the article is on one body of the sort it heads: a central bank's governor, customs' commissioner.

The body has to be the only one of its sort that the article names, or the one that issues it or that its first words name; a body
of the same sort of another country, or two level ones, give nothing.
"""

from __future__ import annotations

import re

from kg.data.gazetteer import country_of, fold
from kg.extract._post_context import Context
from kg.extract._post_phrases import Post
from kg.extract._post_words import heads
from kg.types import Mention, Sentence

_RANKS = re.compile(
    r"^(?:(?:first|second|third|senior|deputy|vice|acting|assistant|associate|interim|caretaker|executive|under|joint|co|standing|permanent)"
    r"[ -])+"
)
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r".*\b(?:committee|board|department|branch|division|council) of\b")  # a part, whose head is another
_MISSION = re.compile(r" (?:embassy|consulate|high commission|permanent mission)\b")
_EMBASSY = re.compile(r" (?:embassy|consulate(?: general)?|high commission|permanent mission) of (?:the )?([^|]+?) (?:in |to |at |\| )")
_BODIES = ("Agency", "Organization")
_LEAD = 2  # sentences that say what an article is on
_ABOVE = ("title", "heading", "dateline", "byline")
_NEAR = 3  # sentences between the only body of an article and its head


def base(title: str) -> str:
    """The post without the words of rank: "first deputy governor" -> "governor"."""
    return _RANKS.sub("", fold(title))


def _country_code(name: str) -> str:
    record = country_of(name) or country_of(re.sub(r"^(?:[a-z]+ )*?(?:republic|kingdom|state) of (?:the )?", "", name))
    return record.iso2 if record is not None else ""


class Heads(Context):
    """The bodies of one document by the posts that head them."""

    def headed(self, post: Post, at: int, sure: bool = False) -> Mention | None:
        """The body whose head a bare title before a name is; None where nothing tells, or two could be meant.

        With ``sure`` the article has to be on the body: a governor may be a province's as well.
        """
        title = base(post.record.title)
        fits = [m for m in self.named if m.kind in _BODIES and self._heads(m, title) and not _PART.match(fold(m.name))]
        if not fits:
            return None
        groups: dict[str, list[Mention]] = {}
        for mention in fits:
            groups.setdefault(self._same(mention), []).append(mention)
        if len(groups) > 1:
            issuer = [key for key, members in groups.items() if self.issues(members[0])]
            groups = {key: groups[key] for key in issuer} if len(issuer) == 1 else self._leading(groups)
        if len(groups) != 1:
            return None
        members = next(iter(groups.values()))
        before = [m for m in members if m.start < at]
        told = self.issues(members[0])
        if not told and (not before or (sure and not self._leads(members[0]))):
            return None
        return before[-1] if before else members[0]

    def on_bank(self, post: Post) -> bool:
        """Whether the article is on a central bank, so that a bare governor is of no place."""
        title = base(post.record.title)
        return any(m.kind in _BODIES and self._heads(m, title) and (self._leads(m) or self.issues(m)) for m in self.named)

    def just_told(self, post: Post, at: int) -> Mention | None:
        """The one body told in the sentence before that a bare governor heads: "The Bank of Uganda cut its rate. Governor X said"."""
        title, here = base(post.record.title), self._sentence(at)
        near = [
            m for m in self.named if m.kind in _BODIES and m.start < at and here - self._sentence(m.start) <= 1 and self._heads(m, title)
        ]
        return near[-1] if len({self._same(m) for m in near}) == 1 else None

    def sole(self, post: Post, at: int) -> Mention | None:
        """The only body that the article names before a bare title of any body's head, close by."""
        if base(post.record.title) not in heads()["*"]:
            return None
        before = [m for m in self.named if m.kind in _BODIES and m.start < at]
        if len({self._same(m) for m in before}) != 1:
            return None
        # names that nobody knows may stand beside it: only the subject alone is what the sentence is on
        subjects = [m for m in before if self.doc.tokens[m.token].dep in ("nsubj", "nsubjpass") and not self._coordinated(m)]
        if not subjects:
            return None
        here, there = self._sentence(at), self._sentence(subjects[-1].start)
        return subjects[-1] if 0 < here - there <= _NEAR else None

    def _coordinated(self, mention: Mention) -> bool:
        return any(c.dep in ("cc", "conj") for c in self.doc.children(self.doc.tokens[mention.token]))

    def sender(self, at: int) -> Mention | None:
        """The country whose embassy issues the text, or the one whose embassy alone is named in it."""
        issued = [code for words in _EMBASSY.findall(self.masthead()) if (code := _country_code(words))]
        told = [code for m in self.named if m.kind == "Agency" and (code := self._sent(m))]
        codes = set(issued or told)
        if len(codes) != 1:
            return None
        fits = [m for m in self.countries if self._code(m) in codes]
        before = [m for m in fits if m.start < at]
        return before[-1] if before else fits[0] if fits else None

    def _sent(self, body: Mention) -> str:
        """The code of the country whose embassy or consulate a body is; "" where it is none."""
        name = f" {fold(body.name)} | "
        if _MISSION.search(name) is None:
            return ""
        found = _EMBASSY.search(name)
        if found is not None:
            return _country_code(found[1])
        inside = next(
            (m for m in self.countries if body.start <= m.start < body.end or m.end + 1 == body.start or m.end + 3 == body.start), None
        )
        return self._code(inside) if inside is not None else ""

    def regional(self, at: int) -> Mention | None:
        """The place whose government issues the text: its ministers are a state's or region's."""
        found = re.search(r" government of (?:the )?([^|]+?) \| ", self.masthead())
        if found is None or country_of(found[1]) is not None:
            return None
        fits = [m for m in self.named if m.kind == "Place" and fold(m.name) == found[1]]
        before = [m for m in fits if m.start < at]
        return before[-1] if before else fits[0] if fits else None

    def issues(self, body: Mention) -> bool:
        """Whether the body stands above the headline or alone in a byline: it issues the text."""
        return f" {' '.join(_WORD.findall(self._same(body)))} " in self.masthead()

    def _leading(self, groups: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
        """The group that alone is named in the article's first sentences."""
        lead = {k: g for k, g in groups.items() if self._leads(g[0])}
        return lead if len(lead) == 1 else {}

    def _leads(self, mention: Mention) -> bool:
        return self._sentence(mention.start) < _LEAD + sum(self.doc.article.blocks[s.block].role in _ABOVE for s in self.doc.sentences[:6])

    def _sentence(self, at: int) -> int:
        found: Sentence | None = next((s for s in self.doc.sentences if s.start <= at < s.end), None)
        return found.i if found is not None else -1

    def _same(self, mention: Mention) -> str:
        return fold(self.doc.aliases.get(mention.name, mention.name))

    def _heads(self, mention: Mention, title: str) -> bool:
        name = f" {self._same(mention)} "
        for noun, titles in heads().items():
            if title not in titles or noun == "*":
                continue
            at = name.find(f" {noun} ")
            if at >= 0 and (not noun.endswith(" of") or country_of(name[at + len(noun) + 2 :].strip()) is not None):
                return True
        return False
