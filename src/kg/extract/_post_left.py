"""Before a title: modifiers, portfolio, bare body noun, owner and determiner."""

from __future__ import annotations

from dataclasses import replace

from kg.data import words as lists
from kg.extract._post_tokens import BODIES, DETERMINERS, LEVELS, Post, Reader
from kg.extract._post_words import portfolio
from kg.types import Mention, Sentence

_RANKED = frozenset(("deputy", "vice", "secretary", "counsellor", "counselor", "lieutenant", "minister", "lady", "vice-chairman"))


class Left(Reader):
    """Reads leftwards from a title."""

    def before(self, post: Post, sentence: Sentence) -> Post:
        """Modifiers, portfolio, bare body noun, owner and determiner before the title."""
        at, begin, status, word = post.first, post.begin, "", ""
        field: list[str] = []
        low = sentence.first
        own: Mention | None = None
        possessive = definite = False
        while at > low:
            size, effect = self._modifier(at, low)
            if size:
                if effect == "title" and begin == at and not own and self.word(at - size) not in LEVELS:
                    begin = at - size
                elif effect in ("former", "appointed", "nominated") and not (self._fresh(self.text(at - size, at).lower()) or status):
                    status = effect
                at -= size
                continue
            token = self.tokens[at - 1]
            if self.word(at - 1) in LEVELS or (self.word(at - 1) == "union" and post.record.kind in ("ministry", "government")):
                at -= 1  # India's "Union Shipping Minister"
                continue
            if begin == at and not own and not word:
                size = self._portfolio(post, at, low) or self._joint(at, low)
                if size:
                    field = [*(t.text.lower() for t in self.tokens[at - size : at]), *field]
                    begin = at = at - size
                    continue
                size = self._noun(at, low)
                if size:
                    word = self.text(at - size, at).lower()
                    at -= size
                    continue
            if own is None and token.text == ")" and at - 3 > low and self.tokens[at - 3].text == "(":
                if at - 4 in self.named:
                    at -= 3  # "Islamic Development Bank (IsDB) president"
                    token = self.tokens[at - 1]
                elif at - 2 in self.named and self.named[at - 2].kind in BODIES:
                    own = self.named[at - 2]  # the name before its acronym was cut
                    at -= 3
                    break
            if own is None and (at - 1 in self.named or at - 1 in self.demonyms):
                mention = self.named.get(at - 1) or self.demonyms[at - 1]
                if begin == at and post.record.kind in ("ministry", "government") and self._bare_field(mention):
                    field = [*mention.name.lower().split(), *field]
                    begin = at = at - 1
                    continue
                if mention.kind in (*BODIES, "Place", "Country"):
                    own = mention
                    at -= 1
                    continue
            if own is None and token.tag == "POS" and at - 1 > low:
                mention = self.named.get(at - 2) or self.nominals.get(at - 2) or self._short_name(at - 2)  # type: ignore[assignment]
                if mention is not None and mention.kind in (*BODIES, "Place", "Country"):
                    own, possessive, definite = mention, True, True
                    at = (
                        at - 2
                        if mention.form != "nominal"
                        else next((t.i for t in self.tokens[low:at] if t.start >= mention.start), at - 2)
                    )
                break
            if own is None and token.tag == "PRP$":
                own, possessive, definite = self.pronouns.get(at - 1), True, True
                at -= 1
                break
            if own is None and token.tag == "WP$" and at - 2 >= low:  # "Duna Bank, whose chief executive X"
                last = at - 3 if self.word(at - 2) == "," else at - 2
                own = self.named.get(last) or (self.named.get(last - 1) if self.word(last) == ")" else None)  # "… (JETRO), whose"
                own = own if own is not None and own.kind in (*BODIES, "Place", "Country") else None
                possessive = definite = own is not None
                at -= 1
                break
            if token.text.lower() in DETERMINERS:
                definite = definite or token.text.lower() == "the"
                at -= 1
            break
        if at > low and self.word(at - 1) in DETERMINERS:
            definite = definite or self.word(at - 1) == "the"
            at -= 1
        if (
            own is not None
            and not possessive
            and self.word(at - 1) in ("of", "from")
            and at - 2 in self.named
            and self.named[at - 2].kind == "Person"
        ):
            at, own = own.token + 1, None  # "named X of Y secretary general": Y is where X is from
        return replace(
            post,
            first=at,
            begin=begin,
            status=status,
            owner=own,
            possessive=possessive,
            word=word,
            field=" ".join(field),
            definite=definite,
        )

    def _modifier(self, at: int, low: int) -> tuple[int, str]:
        for size in (4, 3, 2, 1):
            if at - size < low or any(k in self.named or k in self.demonyms for k in range(at - size, at)):
                continue
            key = self.text(at - size, at).lower()
            record = lists.title_modifiers().get(key)
            if record is not None:
                # "the first chairwoman" counts them, "the first deputy" is a rank
                counted = key in ("first", "second", "third") and self.word(at) not in _RANKED
                return size, "ignore" if counted else record.effect
        return 0, ""

    def _short_name(self, at: int) -> Mention | None:
        """The body that "Kanda" in "Kanda's chairman" is short for: the only one named before that begins with the word."""
        word = self.tokens[at].text
        if self.tokens[at].pos != "PROPN" or not word[:1].isupper():
            return None
        fits = [m for m in self.named.values() if m.kind in BODIES and m.start < self.tokens[at].start and m.name.startswith(f"{word} ")]
        return fits[-1] if len({m.name for m in fits}) == 1 else None

    @staticmethod
    def _fresh(modifier: str) -> bool:
        """ "newly appointed" and the like: the post is held already."""
        return modifier.startswith(("new", "recent", "fresh"))

    def _portfolio(self, post: Post, at: int, low: int) -> int:
        """Tokens of the portfolio before a minister's title ("trade, industry and tourism minister")."""
        if post.record.kind not in ("ministry", "government", "body", "diplomat", "company"):
            return 0
        first = at
        while first > low and (self.is_portfolio(first - 1) or (first < at and self._scoped(first - 1, low))):
            first -= 1
            while (
                first - 2 >= low
                and self.word(first - 1) in ("and", "&", ",")
                and (self.is_portfolio(first - 2) or self._scoped(first - 2, low))
                and (post.record.kind == "ministry")
            ):
                first -= 2
        return at - first

    def _scoped(self, at: int, low: int) -> bool:
        """Whether "regional" and the like belong to a portfolio: behind another one ("trade and regional integration minister")."""
        return self.word(at) in LEVELS and at - 2 >= low and self.word(at - 1) in ("and", "&", ",") and self.is_portfolio(at - 2)

    def _joint(self, at: int, low: int) -> int:
        """Tokens of "trade and" where the title itself begins with a portfolio ("trade and tourism minister")."""
        if at - 2 < low or self.word(at - 1) not in ("and", "&") or not self.is_portfolio(at) or not self.is_portfolio(at - 2):
            return 0
        first = at - 2
        while first > low and self.is_portfolio(first - 1):
            first -= 1
        return at - first

    def _bare_field(self, mention: Mention) -> bool:
        """Whether what looks like a body's name is only a portfolio ("Local Government Minister")."""
        words = mention.name.lower().split()
        return (
            mention.kind == "Agency"
            and mention.form == "name"
            and all(w in portfolio() or w in ("local", "government", "cabinet") for w in words)
        )

    def _noun(self, at: int, low: int) -> int:
        """Tokens of a bare noun of a body right before the title ("chamber", "central bank")."""
        for size in (3, 2, 1):
            if at - size >= low and not any(k in self.named for k in range(at - size, at)) and self.tokens[at - 1].pos in ("NOUN", "PROPN"):
                record = lists.bodies().get(self.text(at - size, at).lower())
                if record is not None and record.type in BODIES:
                    return size
        return 0
