"""IRIs of the data: readable, from kind and key, without blank nodes, the same for the same key for ever."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.errors import KgError
from kg.rdf.ox import NamedNode

DEFAULT_BASE = "https://kg.example/"
FACTS = "graph/facts"
TEXTS = "graph/texts"
STATE = "graph/state"  # in a store elsewhere: the graph that tells by owl:versionInfo whether the merged facts are whole
WRITING = "kg: being written"  # how that mark begins before they ever were

# what stands after a prefix in Turtle without any escape (a part of PN_LOCAL)
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,198}[A-Za-z0-9_-])?")
_PREFIX = re.compile(r"[a-z][a-z0-9-]{0,40}")
_BASE = re.compile(
    r"(?:https?://[^\s<>\"{}|\\^`#?/]+(?:/[^\s<>\"{}|\\^`#?]*)?|urn:[a-z0-9][a-z0-9-]{0,31}:[^\s<>\"{}|\\^`#?]*)", re.IGNORECASE
)


class NameCollisionError(KgError):
    """Two keys would get one IRI."""


def checked_base(base: str) -> str:
    """The base with a slash (or colon) at its end. Raises :class:`KgError` where it is no absolute http, https or urn IRI."""
    if not _BASE.fullmatch(base):
        raise KgError(f"{base!r} is no base IRI; give one like {DEFAULT_BASE}")
    return base if base.endswith(("/", ":")) else base + "/"


def local_name(key: str) -> str:
    """The key itself where it can stand after a prefix unescaped, else its letters and digits with a hash of the key."""
    if _LOCAL.fullmatch(key):
        return key
    plain = unicodedata.normalize("NFKD", key.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", plain)[:60].strip("-").lower()
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{words}-{digest}" if words else digest


class Names:
    """Mints IRIs below one base and remembers whose they are; a second owner raises."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = checked_base(base)
        self.facts = NamedNode(self.base + FACTS)
        self.texts = NamedNode(self.base + TEXTS)
        self._owner: dict[str, str] = {self.facts.value: "the graph of merged facts", self.texts.value: "the graph of texts"}
        self._minted: dict[str, NamedNode] = {}

    def key(self, key: str) -> NamedNode:
        """The IRI of an entity or a fact: "person:jane-roe" -> BASE + "person/jane-roe"."""
        known = self._minted.get(key)
        if known is not None:
            return known
        prefix, colon, rest = key.partition(":")
        if not colon or not rest or not _PREFIX.fullmatch(prefix):
            raise ValueError(f"the key {key!r} has no form prefix:name")
        return self._mint(key, f"{prefix}/{local_name(rest)}")

    def article(self, article: str) -> NamedNode:
        """The IRI of an article by its identifier (its file name without ending)."""
        return self._minted.get(f"article {article}") or self._mint(f"article {article}", f"article/{local_name(article)}")

    def article_graph(self, article: str) -> NamedNode:
        """The named graph of what one article says."""
        return self._minted.get(f"graph {article}") or self._mint(f"graph {article}", f"graph/article-{local_name(article)}")

    def evidence(self, article: str, start: int, end: int) -> NamedNode:
        """The article's IRI with an RFC 5147 fragment: ``#char=120,260``."""
        return NamedNode(f"{self.article(article).value}#char={start},{end}")

    def _mint(self, owner: str, path: str) -> NamedNode:
        iri = self.base + path
        if self._owner.setdefault(iri, owner) != owner:
            raise NameCollisionError(f"{owner!r} and {self._owner[iri]!r} would both be <{iri}>; rename one of them")
        return self._minted.setdefault(owner, NamedNode(iri))
