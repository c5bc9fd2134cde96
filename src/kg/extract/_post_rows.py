"""Rows of posts and people: "director of X and head of Y", "ministers A and B", "named A trade minister, B labour minister"."""

from __future__ import annotations

from kg.extract._post_next import Next
from kg.extract._post_phrases import Post
from kg.extract._post_verbs import WITH, Holding
from kg.types import Mention, Sentence

PAST = frozenset(("formerly", "previously", "once", "then", "hitherto"))
NOW = frozenset(("now", "currently", "today", "presently", "at", "present", "the", "moment"))
_BEHIND = ("title behind the name", "a further post of the same person")
_BETWEEN = PAST | NOW | frozenset((",", "and", "/", "also", "concurrently", "a", "as", "well"))


class Rows(Next):
    """Several posts of one person, several people of one post."""

    def _row(self, at: int, sentence: Sentence) -> list[tuple[Mention, Mention | None]]:
        """ "A, B and C" or "A of X and B of Y" from ``at`` on: people with what stands behind their names."""
        word = self.phrases.word
        found: list[tuple[Mention, Mention | None]] = []
        joined = False
        while True:
            tail, end = self._tail(at, sentence)
            found.append((self.named[at], tail))
            begin = end
            while begin < sentence.last and (word(begin) in (",", "and", "&") or self.phrases.courtesy(begin)):
                begin += 1
            between = [word(j) for j in range(end, begin) if not self.phrases.courtesy(j)]
            if begin not in self.named or not between or len(between) > 2:
                return found if len(found) == 1 or joined else found[:1]
            joined = joined or "and" in between or "&" in between
            at = begin

    def _tail(self, at: int, sentence: Sentence) -> tuple[Mention | None, int]:
        """What "of X" right behind a name names, and the token behind it."""
        if self.phrases.word(at + 1) not in ("of", "from") or at + 2 >= sentence.last:
            return None, at + 1
        begin = at + 2 + (self.phrases.word(at + 2) == "the")
        mention = self.phrases.named.get(begin)
        return (mention, begin + 1) if mention is not None and mention.kind != "Person" else (None, at + 1)

    def _chained(self, post: Post, last: Post | None, before: list[Holding]) -> list[Holding]:
        """ "…, director of Y and deputy head of Z": a further post of the same person."""
        if last is None or not before or post.plural or (before[-1].reason == "title before the name" and last.last != post.first - 1):
            return []
        between = [self.phrases.word(k) for k in range(last.last, post.first)]
        listed = between == [","] and before[-1].reason in _BEHIND and self._alone(post)
        if not listed and (not between or len(between) > 5 or not {"and", "/"} & set(between) or not _BETWEEN.issuperset(between)):
            return []
        if before[-1].person.token >= last.last:
            return []
        same = before[-1].status if last.status == "" and not NOW & set(between) else ""
        status = post.status or ("former" if PAST & set(between) else same)
        return [Holding(post, h.person, status, "a further post of the same person") for h in before]

    def _alone(self, post: Post) -> bool:
        """Whether a post in a row of commas is told of nobody else: it has its own body, no article, and no name follows."""
        end = post.last + (self.phrases.word(post.last) == ",")
        name = self.phrases.person(end, self.doc.sentences[self.tokens[post.head].sentence].last)
        fine = post.body is not None and not post.plural and self.phrases.word(post.first) not in ("the", "a", "an")
        return fine and name < 0 and self.tokens[post.last].pos not in ("PROPN", "NOUN")

    def _gapped(self, post: Post, before: list[Holding]) -> list[Holding]:
        """ "named A trade minister, B labour minister and C …": the verb is told once."""
        at = post.first - 1 - (self.phrases.word(post.first - 1) == "as")
        if at not in self.named or not before:
            return []
        first = before[-1]
        if first.status not in ("appointed", "nominated") and first.reason != WITH:
            return []
        if not first.reason.startswith(("the verb", "a deed", WITH)) or not 0 < at - max(first.post.last, first.post.core) <= 4:
            return []
        between = {self.phrases.word(k) for k in range(max(first.post.last, first.post.core), at) if not self.phrases.courtesy(k)}
        if not between or not between <= {",", "and", ";"}:
            return []
        return [Holding(post, self.named[at], post.status or first.status, first.reason, first.tail)]
