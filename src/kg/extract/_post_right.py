"""Behind a title: portfolio, receiving country, field of work and the body."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.data import words as lists
from kg.extract._post_tokens import BODIES, DETERMINERS, PLACES, Post, Reader
from kg.extract._post_words import descriptors, portfolio
from kg.types import Mention, Sentence, Token

_OPENING = frozenset(("of", "for", "at", "with", "in", "to"))
_PARTS = frozenset(("office", "branch", "arm", "unit", "subsidiary", "chapter"))  # "the Shanghai office of X": who heads it is X's
_LAST_WORDS = 6  # words of a field ("head of trade policy and research at …")


class Right(Reader):
    """Reads rightwards from a title."""

    def behind(self, post: Post, sentence: Sentence) -> Post:
        """Portfolio, receiving country, field and body behind the title. ``Post.title`` holds what belongs to the title."""
        at, extra, field = post.core, "", post.field
        stop = sentence.last
        body: Mention | None = None
        for _ in range(4):
            at = self._aside(at, stop)
            if at >= stop or self.word(at) not in _OPENING:
                break
            preposition = self.word(at)
            if post.record.kind == "diplomat" and preposition in ("to", "in") and at + 1 < stop:
                mention, end = self._body(at + 1, stop, place=True)
                if mention is None:
                    break
                if preposition == "to" and mention.form != "nominal":
                    the = "the " if self.word(at + 1) == "the" and mention.start > self.tokens[at + 1].start else ""
                    extra = f" to {the}{mention.name}"
                at = end
                continue
            if not field and post.record.kind in ("ministry", "government") and preposition in ("of", "for"):
                end = self._list(at + 1, stop)
                if end > at + 1:
                    begin = at + 1 + (self.word(at + 1) == "the")
                    field = self.text(begin, end).lower()
                    extra = f" {preposition} {self.text(at + 1, end)}"  # "Minister of the Interior"
                    at = end
                    continue
            if preposition == "to" and not re.search(
                r"advis|counsel|secretary|represent|envoy|delegate|assistant|observer|aide", post.record.title
            ):
                break
            if body is not None:
                break
            skip = self._board(at + 1, stop)
            mention, end = self._body(skip, stop, place=post.record.of != "body" or preposition in ("of", "for"))
            if mention is not None:
                body, at = mention, end
                if preposition == "in" and mention.kind not in BODIES:
                    body = None
                if body is not None and post.record.kind != "diplomat":
                    break
                continue
            if post.record.kind == "local" and preposition == "for" and (end := self._duty(at + 1, stop)):
                at = end  # "deputy mayor for development": the duty is no part of the post
                break
            end = self._field(at + 1, stop)
            if (
                extra
                or not end
                or (post.record.kind in ("local", "state", "monarch", "diplomat") and not post.record.title.startswith("vice president"))
            ):
                break
            extra, at = f" {preposition} {self.text(at + 1 + (self.word(at + 1) in DETERMINERS), end)}", end
        last = self._aside(at, stop) if body is not None else at
        if body is not None and last + 1 < stop and self.word(last) in ("to", "in") and last + 1 in self.named:
            where = self.named[last + 1]  # "the Delegation to X", "the office in Y"
            last += 2 if where.kind in ("Place", "Country") and self.word(last + 2) == "," else 0
        return replace(post, last=max(last, post.core), body=body, title=extra.strip(), field=field)

    def _aside(self, at: int, stop: int) -> int:
        """Past "(ACRONYM)" or "(Asia Section)"."""
        if at < stop and self.tokens[at].text == "(":
            for end in range(at + 2, min(stop, at + 7)):
                if self.tokens[end].text == ")":
                    return end + 1 if not any(k in self.named and self.named[k].kind == "Person" for k in range(at, end)) else at
        return at

    def _board(self, at: int, stop: int) -> int:
        """Past "the Board (of Directors) of"."""
        begin = at + (self.word(at) == "the")
        if self.word(begin) != "board" or begin in self.named:
            return at
        begin += 1
        if self.word(begin) == "of" and self.word(begin + 1) in ("directors", "trustees", "governors", "management", "members", "regents"):
            begin += 2
        return begin + 1 if self.word(begin) in ("of", "at") and begin + 1 < stop else at

    def _list(self, begin: int, stop: int) -> int:
        """The end of a portfolio ("Energy and Water Resources", "trade, industry and tourism"); ``begin`` where there is none."""
        at = begin + (self.word(begin) == "the")
        if not self.is_portfolio(at):
            return self._unlisted(at, stop) or begin
        good = at
        while at < stop:
            if self.is_portfolio(at) or (at > begin and self._goes_on(at)):
                at += 1
                good = at
            elif (
                self.word(at) in ("and", "&", ",")
                and at + 1 < stop
                and (self._portfolio_at(at + 1) or (self.word(at) == "," and self.word(at + 1) == "and" and self.is_portfolio(at + 2)))
            ):
                if self.word(at) == "," and not self._joined(at, stop):
                    break
                if at + 2 in self.named and self.named[at + 2].kind != "Person":
                    break  # "… for Trade and Enterprise Ireland"
                if any(self.title(k, self.doc.sentences[self.tokens[at].sentence])[1] for k in (at + 1, at + 2) if k < stop):
                    break
                at = self._portfolio_at(at + 1) or at + 2
            else:
                break
        return good if good > begin else begin

    def _unlisted(self, at: int, stop: int) -> int:
        """The end of a portfolio of words that no list has ("Minister for Pacific Peoples of Y"): capitals that are no name; 0 if none."""
        end = at
        while end < min(stop, at + 5) and self._loose(end):
            end += 1
        while end > at and self.tokens[end - 1].pos == "CCONJ":
            end -= 1
        closed = end >= stop or self.word(end) in (",", "of", "and", ")", ".", "for") or end in self.named or self._honorific(end)
        return end if end - at > 1 and closed else 0

    def _loose(self, at: int) -> bool:
        token = self.tokens[at]
        if token.pos == "CCONJ":
            return at + 1 < len(self.tokens) and self.tokens[at + 1].text.istitle() and at + 1 not in self.named
        named = at in self.named or at in self.demonyms or any(m.start <= token.start < m.end for m in self._around(at))
        return token.text.istitle() and token.pos in ("PROPN", "NOUN", "ADJ") and not named and not self._honorific(at)

    def _around(self, at: int) -> list[Mention]:
        """The named mentions whose last word is near ``at``."""
        return [m for k in range(at, at + 4) if (m := self.named.get(k)) is not None]

    def _portfolio_at(self, at: int) -> int:
        """The first word of a portfolio at ``at``, behind "the" or an adjective ("the Budget", "sustainable development"); 0 for none."""
        if self.is_portfolio(at):
            return at
        behind = self.tokens[at]
        adjective = at not in self.named and at not in self.demonyms and (behind.pos == "ADJ" or behind.dep in ("amod", "compound"))
        if self.is_portfolio(at + 1) and (self.word(at) == "the" or (adjective and self.word(at) not in lists.titles())):
            return at + 1
        return 0

    def _goes_on(self, at: int) -> bool:
        """Whether a noun goes on with the portfolio before it ("Water Resources"): written alike and no title, name or honorific."""
        token, before = self.tokens[at], self.tokens[at - 1]
        return (
            token.pos in ("NOUN", "PROPN")
            and before.text.lower() in portfolio()
            and at not in self.named
            and token.text.istitle() == before.text.istitle()
            and self.word(at) not in lists.titles()
            and not self._honorific(at)
        )

    def _modifies(self, token: Token, stop: int) -> bool:
        """Whether a name only modifies a common noun behind it ("the Kanda dealer")."""
        behind = token.i + 1
        return (
            token.dep == "compound"
            and token.i < token.head < stop
            and token.head not in self.named
            and self.tokens[behind].pos == "NOUN"
            and self.word(behind) not in PLACES
        )

    def _joined(self, at: int, stop: int) -> bool:
        """Whether a comma in a portfolio is followed by a final "and" ("trade, industry and tourism")."""
        words = 0
        while at < stop and (self.word(at) == "," or self.is_portfolio(at)):
            words += self.word(at) != ","
            at += 1
        return words > 0 and self.word(at) in ("and", "&") and self.is_portfolio(at + 1)

    def _field(self, begin: int, stop: int) -> int:
        """The end of a field of work before "at", "of" or "in" a body; 0 where none follows."""
        at = begin + (self.word(begin) in DETERMINERS)
        first = at
        while (
            at < stop
            and at - first < _LAST_WORDS
            and at not in self.named
            and (self.tokens[at].pos in ("NOUN", "ADJ", "PROPN") or self.word(at) in ("and", "&", "-"))
        ):
            if self.title(at, self.doc.sentences[self.tokens[at].sentence])[1] is not None:
                return 0
            at += 1
        if at == first or at >= stop or self.word(at) not in ("at", "of", "with", "in", "for"):
            return 0
        return at if self._body(at + 1, stop, place=False)[0] is not None else 0

    def _duty(self, begin: int, stop: int) -> int:
        """The end of a few common nouns before a comma; 0 for anything else."""
        at = begin
        while at < min(stop, begin + 5) and at not in self.named and (self.tokens[at].pos in ("NOUN", "ADJ", "CCONJ")):
            at += 1
        return at if begin < at < stop and self.word(at) == "," else 0

    def _descriptor(self, at: int, stop: int) -> int:
        """The token of the body's name where a place and common nouns lead to it ("the Tampere startup X"); 0 where they don't."""
        the = self.word(at - 1) == "the"  # a place's own name has no article: another noun has to follow
        for k in range(at + 1, min(stop, at + 6)):
            if k in self.named:
                sure = k - at <= 3 or self.word(k - 1) in descriptors() or self.text(k - 3, k).lower() in descriptors()
                return k if k > at + 1 and sure and self.named[k].kind in BODIES else 0
            token = self.tokens[k]
            noun = token.pos in ("NOUN", "ADJ") or token.text == "-" or (the and token.tag.startswith("VB"))
            hyphened = "-" in (self.word(k - 1), self.word(k + 1))  # "start-up", "state-owned", "Porto-based"
            if (not noun and not hyphened) or self.word(k) in PLACES:
                return 0
        return 0

    def body(self, begin: int, stop: int) -> Mention | None:
        """The body or place that the noun phrase at ``begin`` names."""
        return self._body(begin, stop, place=True)[0]

    def _body(self, begin: int, stop: int, place: bool) -> tuple[Mention | None, int]:
        """The body or place that a noun phrase at ``begin`` names, and the token behind it."""
        kinds = (*BODIES, "Place", "Country") if place else BODIES
        at = begin
        while at < min(stop, begin + 9):
            token: Token = self.tokens[at]
            mention = self.named.get(at)
            if mention is not None:
                if self.tokens[at + 1 : at + 2] and self.tokens[at + 1].tag == "POS" and at + 1 < stop:
                    at += 2
                    continue
                end = self._descriptor(at, stop)
                if mention.kind in ("Place", "Country") and end:
                    at = end  # "the Tampere startup X"
                    continue
                if self.word(at + 1) in PLACES and at + 2 < stop and at + 2 in self.named and self.named[at + 2].kind in BODIES:
                    at += 2  # "the Hoang Mai district Party Committee"
                    continue
                if mention.kind in kinds and not self._modifies(token, stop) and self.word(at + 1) not in _PARTS:
                    end = at + 1 + (mention.kind == "Place" and self.word(at + 1) in PLACES)
                    return mention, end
                if self.word(at + 1) in _PARTS and self.word(at + 2) == "of":
                    at += 1  # "the Shanghai office of X"
                    continue
                if at + 1 < stop and at + 1 in self.named and self.named[at + 1].kind in kinds:
                    at += 1
                    continue
                return None, begin
            if self.word(at) in ("parliament", "government", "cabinet", "congress", "senate") and self.word(at + 1) in ("'s", "’s"):
                at += 2  # "parliament's European Affairs Committee"
                continue
            nominal = self.nominals.get(at)
            if nominal is not None and at + 1 < stop and at + 1 in self.named and self.named[at + 1].kind in BODIES:
                at += 1  # "the law firm X"
                continue
            if nominal is not None and nominal.kind in BODIES and self.word(at + 1) in ("'s", "’s") and self.word(at + 2) == "board":
                return nominal, at + 3  # "the authority's board"
            if (
                nominal is not None
                and nominal.kind in kinds
                and self.word(at + 1) not in ("'s", "’s", "of", "’")
                and nominal.name not in ("delegation", "board")
            ):
                return nominal, at + 1
            if (self.word(at) in PLACES or self.word(at) in _PARTS) and self.word(at + 1) == "of":
                at += 2
                continue
            if (
                at in self.demonyms
                or token.tag in ("POS", "DT", "PRP$", "JJ")
                or token.pos == "ADJ"
                or (token.dep in ("amod", "compound", "poss", "det", "nmod") and token.pos != "VERB")
                or token.text in "-"
            ):
                at += 1
                continue
            return None, begin
        return None, begin
