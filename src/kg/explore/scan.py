"""What a graph says, read in single patterns and put together here.

An engine that joins names, evidence and articles for every row walks its indices once a row; a pattern alone is one walk through one
index. On a graph of 3,000 articles this takes a third of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.errors import QueryError
from kg.explore.picture import Quote
from kg.query import checked
from kg.store import Source

# in this order a thing of several classes takes the first; an Official is a Person too
CLASSES = ("Official", "Person", "Agency", "Organization", "Country", "Place", "Event", "Agreement", "Law")


def cells(source: Source, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a SELECT as strings, "" for what is not known. Raises :class:`kg.errors.QueryError`."""
    text = checked(query).text
    raw = getattr(source, "raw", None)  # as the engine found them, where it tells: half the time of a result
    if raw is None:
        yield from source.ask(text).rows
        return
    try:
        for row in raw(text):
            yield tuple([_text(term) for term in row])
    except (OSError, RuntimeError) as error:
        raise QueryError(f"{source.name} did not answer: {error}") from error


def pairs(source: Source, predicate: str) -> Iterator[tuple[str, str]]:
    """Subject and object of every triple with a predicate, written with its prefix."""
    return ((s, o) for s, o in cells(source, f"SELECT ?s ?o WHERE {{ ?s {predicate} ?o }}"))


def lists(source: Source, predicate: str) -> dict[str, tuple[str, ...]]:
    """The objects of each subject, sorted."""
    found: dict[str, list[str]] = {}
    for subject, value in pairs(source, predicate):
        found.setdefault(subject, []).append(value)
    return {subject: tuple(sorted(values)) for subject, values in found.items()}


def articles_of_evidence(source: Source) -> dict[str, str]:
    """The article's id of each piece of evidence."""
    ids = dict(pairs(source, "kg:identifier"))
    return {evidence: ids[article] for evidence, article in pairs(source, "kg:article") if article in ids}


class Articles:
    """The article's id of evidence. Its IRI is the article's with a fragment (RFC 5147); what has another is looked up in the graph."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._ids = dict(pairs(source, "kg:identifier"))
        self._others: dict[str, str] | None = None

    def of(self, evidence: str) -> str | None:
        """The id; None where there is no such article."""
        found = self._ids.get(evidence.partition("#")[0])
        if found is not None:
            return found
        if self._others is None:
            self._others = articles_of_evidence(self._source)
        return self._others.get(evidence)


def evidence(source: Source) -> dict[str, Quote]:
    """The words behind each piece of evidence that has all of article, offsets and words."""
    starts, ends, words = (dict(pairs(source, predicate)) for predicate in ("kg:start", "kg:end", "kg:quote"))
    return {
        iri: Quote(article, int(starts[iri]), int(ends[iri]), words[iri])
        for iri, article in articles_of_evidence(source).items()
        if iri in starts and iri in ends and iri in words
    }


def labels(source: Source) -> dict[str, str]:
    """The name of whatever has one; of several the first in order."""
    found: dict[str, str] = {}
    for thing, name in pairs(source, "rdfs:label"):
        found[thing] = min(name, found.get(thing, name))
    return found


def entities(source: Source, names: dict[str, str]) -> dict[str, str]:
    """The type of every thing in ``names`` that is of a class of the question "entities"."""
    classes = " ".join(f"kg:{name}" for name in CLASSES)
    order = {name: place for place, name in enumerate(CLASSES)}
    found: dict[str, int] = {}
    for thing, class_ in cells(source, f"SELECT ?thing ?class WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class }}"):
        if thing in names:
            place = order[class_.rpartition("#")[2]]
            found[thing] = min(place, found.get(thing, place))
    return {thing: CLASSES[place] for thing, place in found.items()}


def _text(term: Any) -> str:
    """A term as :class:`kg.store.Result` gives it."""
    if term is None:
        return ""
    value = getattr(term, "value", None)
    if value is None:
        return str(term)
    return f"_:{value}" if type(term).__name__ == "BlankNode" else value
