"""The formats of answers, and the choice among them by a request's Accept header (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# format -> media types, the standard's own first
RESULTS: dict[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
TRIPLES: dict[str, tuple[str, ...]] = {
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples",),
    "rdfxml": ("application/rdf+xml", "application/xml"),
    "jsonld": ("application/ld+json", "application/json"),
}
PAGE: dict[str, tuple[str, ...]] = {"html": ("text/html", "application/xhtml+xml")}
_LONGEST = 2_000  # characters of an Accept header that are read


@dataclass(frozen=True, slots=True)
class Chosen:
    """A format and the media type to name it by."""

    format: str
    media: str

    @property
    def content_type(self) -> str:
        """The media type with its character set where it is text."""
        return f"{self.media}; charset=utf-8" if self.media.startswith("text/") else self.media


def choose(accept: str, offered: dict[str, tuple[str, ...]]) -> Chosen | None:
    """The format that a client likes best, among equals by its own media type, then the first offered; None where none fits."""
    ranges = list(_ranges(accept)) or [("*", "*", 1.0)]
    best: tuple[tuple[float, bool], Chosen] | None = None
    for name, types in offered.items():
        for media in types:
            rank = (_quality(media, ranges), media == types[0])
            if rank[0] > 0 and (best is None or rank > best[0]):
                best = (rank, Chosen(name, media))
    return best[1] if best else None


def names(*offers: dict[str, tuple[str, ...]]) -> list[str]:
    """The media types to name in a refusal, each format's own."""
    return [types[0] for offered in offers for types in offered.values()]


def _ranges(accept: str) -> Iterable[tuple[str, str, float]]:
    for part in accept[:_LONGEST].split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, sub = media.partition("/")
        if not slash or not kind or not sub:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(1.0, max(0.0, float(value)))
                except ValueError:
                    quality = 0.0
        yield kind, sub, quality


def _quality(media: str, ranges: Iterable[tuple[str, str, float]]) -> float:
    """The quality of the most specific range that a media type falls into."""
    kind, _, sub = media.partition("/")
    fits = [((a == kind) + (b == sub), q) for a, b, q in ranges if a in (kind, "*") and b in (sub, "*")]
    return max(fits)[1] if fits else 0.0
