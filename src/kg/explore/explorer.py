"""What the explorer knows of one graph, worked out once: for its page, for the server's routes and for agents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from kg.errors import InputError
from kg.explore import card, find, overview, texts
from kg.explore.ask import articles, gather
from kg.explore.html import TITLE
from kg.explore.names import Named, Names
from kg.explore.picture import Picture
from kg.explore.picture import Source as Article
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

    def overview(self) -> dict[str, Any]:
        """Things, facts and articles as plain JSON, without the words of the articles."""
        return {"title": self.title} | self._overview

    @cached_property
    def _overview(self) -> dict[str, Any]:
        return overview.overview(self.picture, self.numbers, self.source.base, texts.any_reading(self.source))

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
        told = self._article(id)
        iri = told["iri"]
        return told | texts.article(texts.reading(self.source, iri), card.places(self.names, iri))

    def texts(self) -> dict[str, dict[str, Any]]:
        """Every article that has a text, by id, as :meth:`article` gives one."""
        quotes: dict[str, list[tuple[int, int]]] = {}
        for quote in self.numbers.quotes:
            quotes.setdefault(quote.article, []).append((quote.start, quote.end))
        found = texts.readings(self.source)
        told = {article["id"]: article for article in self._overview["articles"]}
        return {id_: told[id_] | texts.article(reading, quotes.get(id_, ())) for id_, reading in found.items() if id_ in told}

    def told_in(self, id: str) -> list[dict[str, Any]]:
        """The facts that an article tells, as on a card, each with its quotes of this article alone."""
        return card.told_in(self.names, self._article(id)["iri"], id)

    def passage(self, id: str, start: int, end: int, around: int) -> dict[str, Any]:
        """The text about a quote that has ``start`` and ``end`` in the article's file: at most ``around`` characters before and after.

        ``left`` and ``right`` count the characters of the text that are before and behind these.
        """
        told = self._article(id)
        reading = texts.reading(self.source, told["iri"])
        if reading is None:
            raise InputError(id, "has no text in this graph", "give the folder that kg build wrote; its store carries the texts")
        return told | reading.passage(start, end, around)

    def articles(self) -> list[dict[str, str]]:
        """The articles that are quoted, as the overview lists them."""
        return list(self._articles.values())

    def types(self) -> list[str]:
        """The types that the graph's things are of, sorted."""
        return sorted({thing.type for thing in self.names.things.values()})

    def named_in(self, iri: str) -> list[str]:
        """The ids of the articles that name a thing or tell of it, sorted."""
        return sorted(self._thing(iri).articles)

    def search(self, text: str, limit: int = 20, type: str = "") -> list[dict[str, str]]:
        """Things whose name or other name has ``text``, those with a word that begins with it first; the weightier first among equals.

        ``type`` narrows it to things of that type.
        """
        return self._index.search(text, limit, type)

    def thing(self, iri: str) -> dict[str, Any]:
        """A card: the thing, what is told of it, and the quotes of each fact written out."""
        return card.card(self.names, self._articles, self._thing(iri).id)

    @cached_property
    def names(self) -> Names:
        """Who is named and told of; all that search and cards need, and much sooner there than the picture."""
        return Names(self.source)

    def _thing(self, iri: str) -> Named:
        if iri not in self.names.things:
            raise InputError(iri, "is no thing of the graph", "give an IRI that the search finds")
        return self.names.things[iri]

    def _article(self, id: str) -> dict[str, str]:
        if id not in self._articles:
            raise InputError(id, "is no article of the graph", "give the id of one that the overview lists")
        return self._articles[id]

    @cached_property
    def _articles(self) -> dict[str, dict[str, str]]:
        known = articles(self.source)
        return {id_: overview.article_told(known.get(id_, Article(id_))) for id_ in sorted(self.names.articles)}

    @cached_property
    def _article_at(self) -> dict[str, int]:
        return {id_: i for i, id_ in enumerate(self.numbers.articles)}

    @cached_property
    def _index(self) -> find.Index:
        return find.Index([find.Entry(t.id, t.name, t.type, self.names.other_of(t.id)) for t in self.names.things.values()])
