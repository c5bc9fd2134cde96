"""The explorer: a graph as an overview that a browser narrows, searches and draws, and the pages that carry it."""

from __future__ import annotations

from kg.explore.ask import gather
from kg.explore.asking import engine
from kg.explore.explorer import Explorer
from kg.explore.html import TITLE, assets, file_page, shell
from kg.explore.labels import box, wrap
from kg.explore.layout import positions
from kg.explore.picture import Picture, Told, weights
from kg.explore.words import OTHER, phrase, types
from kg.query import HasSource
from kg.store import Source

__all__ = [
    "OTHER",
    "TITLE",
    "Explorer",
    "Picture",
    "Told",
    "assets",
    "box",
    "gather",
    "page",
    "phrase",
    "positions",
    "shell",
    "types",
    "weights",
    "wrap",
]


def page(graph: Explorer | Source | HasSource, title: str | None = None, ask: bool = True) -> str:
    """The explorer of a graph as one HTML file that opens from disk with no network; the same for the same graph.

    With ``ask`` it carries an editor and an engine for SPARQL, 2.5 MB, and the facts once more; without, its Ask tab says how to get them.

    Raises :class:`kg.errors.QueryError` where the graph cannot be asked.
    """
    explorer = graph if isinstance(graph, Explorer) else Explorer(graph)
    heading = title or explorer.title
    data = explorer.overview() | {"title": heading, "quotes": explorer.quotes(range(len(explorer.numbers.quotes)))}
    data["texts"] = explorer.texts()
    return file_page(data, heading, engine(explorer.source) if ask else None)
