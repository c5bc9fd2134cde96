"""What the explorer knows of one graph, worked out once: for its page, for the server's routes and for agents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from kg.errors import InputError
from kg.explore import find, overview, texts
from kg.explore.ask import gather
from kg.explore.html import TITLE
from kg.explore.picture import Picture
from kg.query import HasSource
from kg.store import Source


class Explorer:
    """A graph as the explorer sees it. Everything is read on first use and kept; make a new one for a graph that has changed.

    Methods raise :class:`kg.errors.QueryError` where the graph cannot be asked, :class:`kg.errors.InputError` for what it does not hold.
    """

    def __init__(self, source: Source | HasSource, title: str = TITLE) -> None:
        self.source: Source = source.source if isinstance(source, HasSource) else source
        self.title = title

    @cached_property
    def picture(self) -> Picture:
        """Things, facts and articles."""
        return gather(self.source)

    @cached_property
    def numbers(self) -> overview.Numbered:
        """The same, numbered as the overview counts."""
        return overview.numbered(self.picture)

    @cached_property
    def readings(self) -> dict[str, texts.Reading]:
        """The articles' texts by id; empty where the graph carries none."""
        return texts.readings(self.source)

    def overview(self) -> dict[str, Any]:
        """Things, facts and articles as plain JSON, without the words of the articles."""
        return {"title": self.title} | self._overview

    @cached_property
    def _overview(self) -> dict[str, Any]:
        return overview.overview(self.picture, self.numbers, self.source.base, bool(self.readings))

    def quotes(self, numbers: Iterable[int]) -> list[list[Any]]:
        """``[article's number, start, end, text]`` of each; offsets count characters in the article's file."""
        every, articles = self.numbers.quotes, self._article_at
        found = []
        for number in numbers:
            if not 0 <= number < len(every):
                raise InputError(f"quote {number}", "is not in the graph", f"give numbers from 0 to {len(every) - 1}")
            quote = every[number]
            found.append([articles[quote.article], quote.start, quote.end, quote.text])
        return found

    def article(self, id: str) -> dict[str, Any]:
        """An article with its text, its blocks and where in the text each quote stands; ``text`` is None where the graph has none."""
        if id not in self.picture.sources:
            raise InputError(id, "is no article of the graph", "give the id of one that the overview lists")
        at = self._article_at[id]
        quotes = self._quotes_of.get(id, [])
        told: dict[str, Any] = self._overview["articles"][at]
        return told | texts.article(self.readings.get(id), quotes)

    def search(self, text: str, limit: int = 20) -> list[dict[str, str]]:
        """Things whose name or other name has ``text``, those with a word that begins with it first; the weightier first among equals."""
        return self._index.search(text, limit)

    def thing(self, iri: str) -> dict[str, Any]:
        """A card: the thing, what is told of it, and the quotes of each fact written out."""
        if iri not in self.picture.things:
            raise InputError(iri, "is no thing of the graph", "give an IRI that the search finds")
        return find.card(self._overview, self.numbers.quotes, self._thing_at[iri], self._facts_of.get(iri, []))

    @cached_property
    def _article_at(self) -> dict[str, int]:
        return {id_: i for i, id_ in enumerate(self.numbers.articles)}

    @cached_property
    def _thing_at(self) -> dict[str, int]:
        return {thing.id: i for i, thing in enumerate(self.numbers.things)}

    @cached_property
    def _facts_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, fact in enumerate(self.numbers.facts):
            for id_ in dict.fromkeys((fact.subject, fact.object)):
                found.setdefault(id_, []).append(i)
        return found

    @cached_property
    def _quotes_of(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for quote in self.numbers.quotes:
            found.setdefault(quote.article, []).append((quote.start, quote.end))
        return found

    @cached_property
    def _index(self) -> find.Index:
        return find.Index(self._overview["things"])
