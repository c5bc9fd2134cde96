"""Rows of posts and people: "director of X and head of Y", "ministers A and B", "named A trade minister, B labour minister"."""

from __future__ import annotations

from kg.extract._post_next import Next
from kg.extract._post_phrases import Post
from kg.extract._post_verbs import Holding
from kg.types import Mention, Sentence

PAST = frozenset(("formerly", "previously", "once", "then", "hitherto"))
NOW = frozenset(("now", "currently", "today", "presently", "at", "present", "the", "moment"))
_BEHIND = ("title behind the name", "a further post of the same person")
_BETWEEN = PAST | NOW | frozenset((",", "and", "/", "also", "concurrently", "a", "as", "well"))


class Rows(Next):
    """Several posts of one person, several people of one post."""

    def _row(self, at: int, sentence: Sentence) -> list[Mention]:
        """ "A, B and C" from ``at`` on."""
        found = [self.named[at]]
        while True:
            step = next((k for k in (2, 3) if at + k < sentence.last and at + k in self.named
                         and all(self.phrases.word(j) in (",", "and", "&") for j in range(at + 1, at + k))), 0)  # fmt: skip
            if not step:
                return (
                    found if len(found) == 1 or any(self.phrases.word(j) in ("and", "&") for j in range(found[0].token, at)) else found[:1]
                )
            at += step
            found.append(self.named[at])

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
        at = post.first - 1
        if at not in self.named or not before or before[-1].status not in ("appointed", "nominated"):
            return []
        first = before[-1]
        if not first.reason.startswith("the verb") or not 0 < at - max(first.post.last, first.post.core) <= 4:
            return []
        between = {self.phrases.word(k) for k in range(max(first.post.last, first.post.core), at) if not self.phrases.courtesy(k)}
        if not between or not between <= {",", "and", ";"}:
            return []
        return [Holding(post, self.named[at], post.status or first.status, first.reason, first.tail)]
