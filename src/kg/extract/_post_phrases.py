"""Phrases that name a post: "the former Deputy Director-General", "Ghana's trade and industry minister", "head of research at the bank".

A phrase is read around each entry of the list of titles: leftwards its modifiers, its portfolio and whose post it is, rightwards
its portfolio and the body it is in. Names are one token each, so the reading is one of short token sequences, as in Appelt et al.
1993, "FASTUS: A Finite-state Processor for Information Extraction"; the parser decides only where a phrase stands for a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.data import words as lists
from kg.extract._post_left import Left
from kg.extract._post_right import Right
from kg.extract._post_tokens import BODIES, Post
from kg.extract._post_words import portfolio
from kg.types import Sentence

__all__ = ["Phrases", "Post", "cased"]

_SMALL_WORDS = frozenset(("of", "for", "and", "to", "the", "in", "at", "on", "de", "des"))


class Phrases(Left, Right):
    """The phrases of one document, sentence by sentence."""

    def find(self, sentence: Sentence) -> Iterator[Post]:
        """The sentence's phrases, in text order; they don't overlap in their titles."""
        at = sentence.first
        while at < sentence.last:
            size, record, plural = self.title(at, sentence)
            if record is None:
                at += 1
                continue
            post = self._phrase(at, at + size, record, plural, sentence)
            if post is not None:
                yield post
                at = max(post.core, at + size)
            else:
                at += size

    def _phrase(self, begin: int, core: int, record: lists.Title, plural: bool, sentence: Sentence) -> Post | None:
        following = self.word(core)
        coming = ""
        if following == "-" and self.word(core + 1) in ("designate", "elect", "nominate") and core + 1 < sentence.last:
            coming = "nominated" if self.word(core + 1) == "nominate" else "appointed"
            core += 2
            following = self.word(core)
        if following in ("'s", "’s", "’", "'") or (
            following == "-" and core + 1 < sentence.last and self.tokens[core].end == self.tokens[core + 1].start
        ):
            return None  # "the minister's visit", "minister-level": the post only modifies
        tail = self.tokens[core - 1]
        if (
            tail.dep == "compound"
            and tail.head >= core
            and tail.head not in self.named
            and self.tokens[core].pos == "NOUN"
            and core not in self.named
        ):
            return None
        word = ""
        for at in range(core - 1, begin, -1):
            prefix = lists.bodies().get(self.text(begin, at).lower())
            rest = lists.titles().get(self.text(at, core).lower())
            if (
                prefix is not None
                and prefix.type in BODIES
                and rest is not None
                and record.of == "body"
                and record.kind in ("state", "body")
            ):
                if at - begin > 1:  # "National Assembly Chairman": what stands before the post is where it is
                    begin, record = at, rest
                else:
                    word = self.text(begin, at).lower()
                break
        post = Post(begin, begin, core, core, "", record, "", plural=plural)
        post = self.before(post, sentence)
        if word and not post.word:
            post = replace(post, word=word)
        post = self.behind(post, sentence)
        if record.kind == "ministry":  # "trade minister" is one entry of the list
            own = [w for w in record.title.split() if w in portfolio() and w not in post.field.split()]
            post = replace(post, field=" ".join([*post.field.split(), *own]))
        words = [record.title.split()] if plural else [self.text(begin, core - (2 if coming else 0)).split()]
        front = self.text(post.begin, begin).split() if post.begin < begin else []
        title = " ".join([*front, *words[0]])
        return replace(post, title=cased(self._clean(post, title)), status=post.status or coming)

    def _clean(self, post: Post, title: str) -> str:
        field = f" {post.title}" if post.title else ""
        return re.sub(r"(?<!\s)\s*-\s*", "-", title) + field


def cased(title: str) -> str:
    """``title`` in Title Case as posts are written: "deputy director-general" -> "Deputy Director-General", acronyms as they are."""
    shouted = title.isupper() and title not in lists.titles() and title.lower() in lists.titles()
    words = (title.lower() if shouted and " " in title else title).split()
    small = [
        word.lower() if n and word.lower() in _SMALL_WORDS else "-".join(map(_capital, word.split("-"))) for n, word in enumerate(words)
    ]
    return " ".join(small)


def _capital(part: str) -> str:
    return part if any(c.isupper() for c in part[1:]) else part[:1].upper() + part[1:]
