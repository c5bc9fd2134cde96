"""Phrases that name a post: "the former Deputy Director-General", "Ghana's trade and industry minister", "head of research at the bank".

A phrase is read around each entry of the list of titles: leftwards its modifiers, its portfolio and whose post it is, rightwards
its portfolio and the body it is in. Names are one token each, so the reading is one of short token sequences, as in Appelt et al.
1993, "FASTUS: A Finite-state Processor for Information Extraction"; the parser decides only where a phrase stands for a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.data import words as lists
from kg.extract._post_words import portfolio
from kg.types import Document, Mention, Sentence, Token

_SMALL = frozenset(("of", "for", "and", "to", "the", "in", "at", "on", "de", "des"))
_LEVELS = frozenset(
    ("provincial", "municipal", "city", "state", "regional", "district", "prefectural", "national", "federal", "county", "local")
)
_PLACES = frozenset(
    ("city", "province", "district", "prefecture", "state", "county", "region", "municipality", "island", "town", "republic", "capital")
)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that"))
_OPENING = frozenset(("of", "for", "at", "with", "in", "to"))
_BODIES = ("Agency", "Organization")
_LAST_WORDS = 6  # words of a field ("head of trade policy and research at …")


@dataclass(frozen=True, slots=True)
class Post:
    """One phrase. Tokens ``first:last`` hold all of it, ``begin:core`` the title itself; ``head`` is the title's last token."""

    first: int
    begin: int
    core: int
    last: int
    title: str
    record: lists.Title
    status: str  # "" where no word tells
    owner: Mention | None = None
    possessive: bool = False
    body: Mention | None = None
    word: str = ""  # a body told by its bare noun ("chamber president")
    field: str = ""  # portfolio, in lower case
    plural: bool = False
    definite: bool = False

    @property
    def head(self) -> int:
        """The token that syntax hangs the phrase on."""
        return self.core - 1


class Phrases:
    """The phrases of one document, sentence by sentence."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.named = {m.token: m for m in doc.mentions if m.form in ("name", "acronym")}
        self.demonyms = {m.token: m for m in doc.mentions if m.form == "demonym"}
        self.nominals = {m.token: m for m in doc.mentions if m.form == "nominal" and m.kind in (*_BODIES, "Place", "Country")}
        self.pronouns = {m.token: m for m in doc.mentions if m.form == "pronoun"}

    def find(self, sentence: Sentence) -> Iterator[Post]:
        """The sentence's phrases, in text order; they don't overlap in their titles."""
        at = sentence.first
        while at < sentence.last:
            size, record, plural = self._title(at, sentence)
            if record is None:
                at += 1
                continue
            post = self._phrase(at, at + size, record, plural, sentence)
            if post is not None:
                yield post
                at = max(post.core, at + size)
            else:
                at += size

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``first:last`` as the text has them, single-spaced."""
        return " ".join(self.doc.text[self.tokens[first].start : self.tokens[last - 1].end].split()) if last > first else ""

    def word(self, at: int) -> str:
        """A token in lower case; "" outside the text."""
        return self.tokens[at].text.lower() if 0 <= at < len(self.tokens) else ""

    def _title(self, at: int, sentence: Sentence) -> tuple[int, lists.Title | None, bool]:
        if at in self.named:
            return 0, None, False
        for stop in range(min(sentence.last, at + 7), at, -1):
            if any(k in self.named for k in range(at, stop)):
                continue
            key = self.text(at, stop).lower().replace("’", "'").replace("‑", "-")
            record = lists.titles().get(key)
            if record is not None:
                return stop - at, record, key == record.plural.lower() != record.title.lower()
        return 0, None, False

    def _phrase(self, begin: int, core: int, record: lists.Title, plural: bool, sentence: Sentence) -> Post | None:
        following = self.word(core)
        if (
            following in ("'s", "’s", "’", "'")
            or following == "-"
            and core + 1 < sentence.last
            and self.tokens[core].end == self.tokens[core + 1].start
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
        post = Post(begin, begin, core, core, "", record, "", plural=plural)
        post = self._left(post, sentence)
        post = self._right(post, sentence)
        if not post.field and record.kind == "ministry":
            post = replace(post, field=" ".join(w for w in record.title.split() if w in portfolio()))
        words = [record.title.split()] if plural else [self.text(begin, core).split()]
        front = self.text(post.begin, begin).split() if post.begin < begin else []
        title = " ".join([*front, *words[0]])
        return replace(post, title=cased(self._clean(post, title)))

    def _clean(self, post: Post, title: str) -> str:
        field = f" {post.title}" if post.title else ""
        return re.sub(r"\s*-\s*", "-", title) + field

    def _left(self, post: Post, sentence: Sentence) -> Post:
        """Modifiers, portfolio, bare body noun, owner and determiner before the title."""
        at, begin, status, word = post.first, post.begin, "", ""
        field: list[str] = []
        low = sentence.first
        own: Mention | None = None
        possessive = definite = False
        while at > low:
            size, effect = self._modifier(at, low)
            if size:
                if effect == "title" and begin == at and not own and self.word(at - size) not in _LEVELS:
                    begin = at - size
                elif effect in ("former", "appointed", "nominated") and not (self._fresh(self.text(at - size, at).lower()) or status):
                    status = effect
                at -= size
                continue
            token = self.tokens[at - 1]
            if self.word(at - 1) in _LEVELS:
                at -= 1
                continue
            if begin == at and not own and not word:
                size = self._portfolio(post, at, low)
                if size:
                    field = [*(t.text.lower() for t in self.tokens[at - size : at]), *field]
                    begin = at = at - size
                    continue
                size = self._noun(at, low)
                if size:
                    word = self.text(at - size, at).lower()
                    at -= size
                    continue
            if own is None and token.text == ")" and at - 3 > low and self.tokens[at - 3].text == "(" and at - 4 in self.named:
                at -= 3  # "Islamic Development Bank (IsDB) president"
                token = self.tokens[at - 1]
            if own is None and (at - 1 in self.named or at - 1 in self.demonyms):
                mention = self.named.get(at - 1) or self.demonyms[at - 1]
                if begin == at and post.record.kind in ("ministry", "government") and self._bare_field(mention):
                    field = [*mention.name.lower().split(), *field]
                    begin = at = at - 1
                    continue
                if mention.kind in (*_BODIES, "Place", "Country"):
                    own = mention
                    at -= 1
                    continue
            if own is None and token.tag == "POS" and at - 1 > low:
                mention = self.named.get(at - 2) or self.nominals.get(at - 2)  # type: ignore[assignment]
                if mention is not None and mention.kind in (*_BODIES, "Place", "Country"):
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
            if token.text.lower() in _DETERMINERS:
                definite = definite or token.text.lower() == "the"
                at -= 1
            break
        if at > low and self.word(at - 1) in _DETERMINERS:
            definite = definite or self.word(at - 1) == "the"
            at -= 1
        if (
            own is not None
            and not possessive
            and self.word(at - 1) in ("of", "from")
            and at - 2 in self.named
            and self.named[at - 2].kind == "Person"
        ):
            own, at = None, own.token + 1  # "named X of Y secretary general": Y is where X is from
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
                return size, record.effect
        return 0, ""

    @staticmethod
    def _fresh(modifier: str) -> bool:
        """ "newly appointed" and the like: the post is held already."""
        return modifier.startswith(("new", "recent", "fresh"))

    def _portfolio(self, post: Post, at: int, low: int) -> int:
        """Tokens of the portfolio before a minister's title ("trade, industry and tourism minister")."""
        if not (post.record.kind in ("ministry", "government", "body", "diplomat", "company")):
            return 0
        first = at
        while first > low and self._is_portfolio(first - 1):
            first -= 1
            while (
                first - 2 >= low
                and self.word(first - 1) in ("and", "&", ",")
                and self._is_portfolio(first - 2)
                and (post.record.kind == "ministry")
            ):
                first -= 2
        return at - first

    def _is_portfolio(self, at: int) -> bool:
        return (
            at not in self.named
            and self.word(at) in portfolio()
            and self.word(at) not in _LEVELS
            and self.word(at) not in ("bank", "banks", "port", "ports", "state")
        )

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
                if record is not None and record.type in _BODIES:
                    return size
        return 0

    def _right(self, post: Post, sentence: Sentence) -> Post:
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
                    extra = f" to {mention.name}"
                at = end
                continue
            if not field and post.record.kind in ("ministry", "government") and preposition in ("of", "for"):
                end = self._list(at + 1, stop)
                if end > at + 1:
                    begin = at + 1 + (self.word(at + 1) == "the")
                    field = self.text(begin, end).lower()
                    extra = f" {preposition} {self.text(begin, end)}"
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
                if preposition == "in" and mention.kind not in _BODIES:
                    body = None
                if body is not None and post.record.kind != "diplomat":
                    break
                continue
            end = self._field(at + 1, stop)
            if extra or not end or post.record.kind in ("local", "state", "monarch", "diplomat"):
                break
            extra, at = f" {preposition} {self.text(at + 1 + (self.word(at + 1) in _DETERMINERS), end)}", end
        last = self._aside(at, stop) if body is not None else at
        return replace(post, last=max(last, post.core), body=body, title=extra.strip(), field=field)

    def person(self, at: int, stop: int) -> int:
        """The token of the person's name at ``at`` behind any honorifics; -1 where there is none."""
        for k in range(at, min(stop, at + 6)):
            mention = self.named.get(k)
            if mention is not None:
                return k if mention.kind == "Person" else -1
            if self.tokens[k].text != "." and not self._honorific(k):
                return -1
        return -1

    def _honorific(self, at: int) -> bool:
        text = self.tokens[at].text
        return text in lists.honorifics() or f"{text}." in lists.honorifics()

    def _aside(self, at: int, stop: int) -> int:
        """Past "(ACRONYM)"."""
        if at + 2 < stop and self.tokens[at].text == "(" and self.tokens[at + 2].text == ")":
            return at + 3
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
        if not self._is_portfolio(at):
            return begin
        good = at
        while at < stop:
            if self._is_portfolio(at) or (at > begin and self.tokens[at].pos in ("NOUN", "PROPN") and self.tokens[at - 1].text.lower() in portfolio() and at not in self.named
                                          and self.tokens[at].text.istitle() == self.tokens[at - 1].text.istitle() and self.word(at) not in lists.titles() and not self._honorific(at)):  # fmt: skip
                at += 1
                good = at
            elif (
                self.word(at) in ("and", "&", ",")
                and at + 1 < stop
                and (self._is_portfolio(at + 1) or self.word(at) == "," and self.word(at + 1) == "and" and self._is_portfolio(at + 2))
            ):
                if self.word(at) == "," and not self._joined(at, stop):
                    break
                if any(self._title(k, self.doc.sentences[self.tokens[at].sentence])[1] for k in (at + 1, at + 2) if k < stop):
                    break
                at += 1 + (self.word(at + 1) == "and")
            else:
                break
        return good if good > begin else begin

    def _joined(self, at: int, stop: int) -> bool:
        """Whether a comma in a portfolio is followed by a final "and" ("trade, industry and tourism")."""
        while at < stop and (self.word(at) == "," or self._is_portfolio(at)):
            at += 1
        return self.word(at) in ("and", "&") and self._is_portfolio(at + 1)

    def _field(self, begin: int, stop: int) -> int:
        """The end of a field of work before "at", "of" or "in" a body; 0 where none follows."""
        at = begin + (self.word(begin) in _DETERMINERS)
        first = at
        while (
            at < stop
            and at - first < _LAST_WORDS
            and at not in self.named
            and (self.tokens[at].pos in ("NOUN", "ADJ", "PROPN") or self.word(at) in ("and", "&", "-"))
        ):
            if self._title(at, self.doc.sentences[self.tokens[at].sentence])[1] is not None:
                return 0
            at += 1
        if at == first or at >= stop or self.word(at) not in ("at", "of", "with", "in", "for"):
            return 0
        return at if self._body(at + 1, stop, place=False)[0] is not None else 0

    def _descriptor(self, at: int, stop: int) -> int:
        """The token of the body's name where a place and a common noun lead to it ("the Tampere startup X"); 0 where they don't."""
        the = self.word(at - 1) == "the"  # a place's own name has no article: another noun has to follow
        for k in range(at + 1, min(stop, at + 4)):
            if k in self.named:
                return k if k > at + 1 and self.named[k].kind in _BODIES else 0
            noun = self.tokens[k].pos in ("NOUN", "ADJ") or self.tokens[k].text == "-" or the and self.tokens[k].tag.startswith("VB")
            if not noun or self.word(k) in _PLACES:
                return 0
        return 0

    def body(self, begin: int, stop: int) -> Mention | None:
        """The body or place that the noun phrase at ``begin`` names."""
        return self._body(begin, stop, place=True)[0]

    def _body(self, begin: int, stop: int, place: bool) -> tuple[Mention | None, int]:
        """The body or place that a noun phrase at ``begin`` names, and the token behind it."""
        kinds = (*_BODIES, "Place", "Country") if place else _BODIES
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
                if mention.kind in kinds and not (token.dep == "compound" and at < token.head < stop and token.head not in self.named and self.tokens[at + 1].pos == "NOUN"
                                                  and self.word(at + 1) not in _PLACES):  # fmt: skip
                    end = at + 1 + (mention.kind == "Place" and self.word(at + 1) in _PLACES)
                    return mention, end
                if at + 1 < stop and at + 1 in self.named and self.named[at + 1].kind in kinds:
                    at += 1
                    continue
                return None, begin
            nominal = self.nominals.get(at)
            if (
                nominal is not None
                and nominal.kind in kinds
                and self.word(at + 1) not in ("'s", "’s", "of", "’")
                and nominal.name != "delegation"
            ):
                return nominal, at + 1
            if self.word(at) in _PLACES and self.word(at + 1) == "of":
                at += 2
                continue
            if (
                at in self.demonyms
                or token.tag in ("POS", "DT", "PRP$", "JJ")
                or token.pos == "ADJ"
                or token.dep in ("amod", "compound", "poss", "det", "nmod")
                and token.pos != "VERB"
                or token.text in "-"
            ):
                at += 1
                continue
            return None, begin
        return None, begin


def cased(title: str) -> str:
    """``title`` in Title Case as posts are written: "deputy director-general" -> "Deputy Director-General", acronyms as they are."""
    out = []
    for n, word in enumerate(title.split()):
        if n and word.lower() in _SMALL:
            out.append(word.lower())
        else:
            out.append(
                "-".join(
                    part
                    if any(c.isupper() for c in part[1:]) and len(part) <= 5
                    else part[:1].upper() + part[1:]
                    if not part.isupper()
                    else part.capitalize()
                    for part in word.split("-")
                )
            )
    return " ".join(out)
