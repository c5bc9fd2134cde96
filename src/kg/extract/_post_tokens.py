"""The tokens of a document as the reading of posts sees them: a name is one token, with its mention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.data import words as lists
from kg.data.edges import opening, openings
from kg.extract._post_words import portfolio
from kg.types import Document, Mention, Sentence

LEVELS = frozenset(
    ("provincial", "municipal", "city", "state", "regional", "district", "prefectural", "national", "federal", "county", "local")
)
PLACES = frozenset(
    ("city", "province", "district", "prefecture", "state", "county", "region", "municipality", "island", "town", "republic", "capital")
)
DETERMINERS = frozenset(("the", "a", "an", "this", "that"))
BODIES = ("Agency", "Organization")


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


@cache
def _begin() -> frozenset[str]:
    return openings(lists.titles())


class Reader:
    """Mentions by token, and the words of short stretches."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.named = {m.token: m for m in doc.mentions if m.form in ("name", "acronym")}
        self.demonyms = {m.token: m for m in doc.mentions if m.form == "demonym"}
        self.nominals = {m.token: m for m in doc.mentions if m.form == "nominal" and m.kind in (*BODIES, "Place", "Country")}
        self.pronouns = {m.token: m for m in doc.mentions if m.form == "pronoun"}

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``first:last`` as the text has them, single-spaced."""
        return " ".join(self.doc.text[self.tokens[first].start : self.tokens[last - 1].end].split()) if last > first else ""

    def word(self, at: int) -> str:
        """A token in lower case; "" outside the text."""
        return self.tokens[at].text.lower() if 0 <= at < len(self.tokens) else ""

    def title(self, at: int, sentence: Sentence) -> tuple[int, lists.Title | None, bool]:
        if at in self.named or opening(self.tokens[at].text) not in _begin():
            return 0, None, False
        for stop in range(min(sentence.last, at + 7), at, -1):
            if any(k in self.named for k in range(at, stop)):
                continue
            key = self.text(at, stop).lower().replace("’", "'").replace("‑", "-")
            record = lists.titles().get(key)
            if record is not None and not (" of " in key and self.word(stop) in ("'s", "’s")):  # "a member of parliament's trade committee"
                return stop - at, record, key == record.plural.lower() != record.title.lower()
        return 0, None, False

    def is_portfolio(self, at: int) -> bool:
        return (
            at not in self.named
            and self.word(at) in portfolio()
            and self.word(at) not in LEVELS
            and self.word(at) not in ("bank", "banks", "port", "ports", "state")
        )

    def person(self, at: int, stop: int) -> int:
        """The token of the person's name at ``at`` behind any honorifics; -1 where there is none."""
        skip = at
        for k in range(at, min(stop, at + 6)):
            mention = self.named.get(k)
            if mention is not None:
                return k if mention.kind == "Person" else -1
            if k < skip:
                continue
            if self.tokens[k].text == "(" and k > at and k + 2 < stop and self.word(k + 1) in ("retd", "rtd", "ret", "retired"):
                skip = k + 3 + (self.word(k + 2) == "." and self.word(k + 3) == ")")
                continue
            size = next((n for n in (4, 3, 2) if k + n < stop and self.text(k, k + n) in lists.honorifics()), int(self.courtesy(k)))
            if not size:
                return -1
            skip = k + size
        return -1

    def courtesy(self, at: int) -> bool:
        """Whether a token is an honorific or its full stop."""
        return self._honorific(at) or (self.tokens[at].text == "." and at > 0 and self._honorific(at - 1))

    def _honorific(self, at: int) -> bool:
        text = self.tokens[at].text
        return text in lists.honorifics() or f"{text}." in lists.honorifics()
