"""The interactive page: one HTML file that opens from disk with no network, drawn by vis-network through pyvis.

pyvis fills a template of ours (``data/view/page.html``) in place of its own, which links style sheets on the web, lets the browser simulate
for minutes and shows no evidence. Whatever an article says reaches the page as JSON whose ``<``, ``>`` and ``&`` are escaped, and is
put in place as text, never as markup; the page's own policy forbids every request.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis  # type: ignore[import-untyped]
from jinja2 import Environment, FileSystemLoader
from pyvis.network import Network  # type: ignore[import-untyped]

from kg.data import read_text
from kg.explore import OTHER, Picture, Told, box, gather, phrase, positions, types, weights, wrap
from kg.query import HasSource
from kg.store import Source

TITLE = "What the articles say"
MOST = 1500  # things; a browser stays quick up to here

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "tooltipDelay": 150, "multiselect": False, "navigationButtons": False},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.55}}, "width": 1.6, "selectionWidth": 1.4, "hoverWidth": 0.8},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
}


def page(graph: Source | HasSource, title: str = TITLE) -> str:
    """The page of a graph. Raises :class:`kg.errors.QueryError` where the graph cannot be asked."""
    return render(gather(graph), title)


def render(picture: Picture, title: str = TITLE) -> str:
    """The page of ``picture`` as HTML; at most ``MOST`` things, those that most is told of, and it says so."""
    shown = list(picture.things)[:MOST]
    facts = [told for told in picture.facts if told.subject and {told.subject, told.object} - {""} <= set(shown)]
    graph = drawing(picture, shown, facts)
    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line", heading=title)
    _draw(net, graph, picture, facts)
    net.set_options(json.dumps(OPTIONS))
    net.templateEnv = Environment(loader=FileSystemLoader(str(Path(pyvis.__file__).parent / "templates")), autoescape=False)
    net.templateEnv.globals.update(
        card=_card(picture, shown, facts),
        style=read_text("view/page.css"),
        script=read_text("view/page.js"),
        library="lib/vis-9.1.2/vis-network.min.js",
    )
    net.template = net.templateEnv.from_string(read_text("view/page.html"))
    html: str = net.generate_html(notebook=True)  # "notebook" only means: use the template set above
    return html


def drawing(picture: Picture, shown: Iterable[str], facts: Iterable[Told]) -> nx.MultiDiGraph[str]:
    """Things and the facts between two of them as a networkx graph: an edge for each relation and status, ``facts`` its facts' indices."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(shown)
    for i, told in enumerate(facts):
        if told.object and told.object != told.subject:
            relation = told.kind if told.kind == "statistic" else told.relation  # figures of two places share a line
            key = f"{relation}|{'' if told.asserted else told.status}"
            if graph.has_edge(told.subject, told.object, key):
                graph.edges[told.subject, told.object, key]["facts"].append(i)
            else:
                graph.add_edge(told.subject, told.object, key, facts=[i], told=told)
    return graph


def _draw(net: Network, graph: nx.MultiDiGraph[str], picture: Picture, facts: list[Told]) -> None:
    """Put the drawing into pyvis: places, sizes by weight, shapes and colours by type, lines by status."""
    weight = weights(picture.things, facts)
    linked = {node for node, degree in graph.degree() if degree}
    telling = linked | {fact.subject for fact in facts}
    labels = {node: wrap(picture.things[node].name) for node in graph}
    sizes = {node: round(min(13 + 3 * math.sqrt(weight[node]), 34), 1) for node in graph}
    boxes = {node: box(labels[node], sizes[node]) for node in graph}
    places = positions(graph.subgraph([node for node in graph if node in telling]), boxes)
    low = max((y for _, y in places.values()), default=0) + 160
    rest = positions(graph.subgraph([node for node in graph if node not in telling]), boxes)
    places |= {node: (x, y + low) for node, (x, y) in rest.items()}
    for rank, node in enumerate(graph):
        style = types().get(picture.things[node].type, types()[OTHER])
        x, y = places[node]
        net.add_node(
            node, label=labels[node], shape=style.shape, color=style.light, size=sizes[node], x=x, y=y, group=style.type,
            rank=rank, only_mentioned=node not in telling,
        )  # fmt: skip
    beside: Counter[frozenset[str]] = Counter()  # edges between the same two, which are bent apart
    for i, (source, target, data) in enumerate(graph.edges(data=True)):
        told: Told = data["told"]
        nth, beside[frozenset((source, target))] = beside[frozenset((source, target))], beside[frozenset((source, target))] + 1
        bend: dict[str, Any] | bool = {"enabled": True, "type": "curvedCW", "roundness": round(0.14 * nth, 2)} if nth else False
        status = "" if told.asserted else told.status
        relation = (
            f"{len(data['facts'])} figures {phrase('partner')}" if told.kind == "statistic" and len(data["facts"]) > 1 else told.relation
        )
        net.add_edge(
            source, target, id=i, facts=data["facts"], relation=f"{relation} ({status})" if status else relation,
            dashes=[6, 5] if status else False, status=status, smooth=bend,
        )  # fmt: skip


def _card(picture: Picture, shown: list[str], facts: list[Told]) -> dict[str, Any]:
    """What the page's script shows in cards, legend and head, as plain JSON. Quotes are stored once and referred to by number."""
    quotes = sorted({q for f in facts for q in f.quotes} | {q for id_ in shown for q in picture.things[id_].quotes})
    number = {quote: i for i, quote in enumerate(quotes)}
    counts = Counter(picture.things[id_].type for id_ in shown)
    return {
        "types": [
            {"type": s.type, "one": s.one, "many": s.many, "shape": s.shape, "light": s.light, "dark": s.dark, "count": counts[s.type]}
            for s in types().values()
            if counts[s.type]
        ],
        "things": {
            id_: {
                "name": thing.name,
                "type": thing.type,
                "other": list(thing.other_names),
                "links": [link for link in thing.links if link.startswith(("http://", "https://"))],
                "quotes": [number[quote] for quote in thing.quotes],
            }
            for id_, thing in ((id_, picture.things[id_]) for id_ in shown)
        },
        "facts": [
            {
                "kind": f.kind,
                "s": f.subject,
                "r": f.relation,
                "o": f.object,
                "text": f.text,
                "details": [list(detail) for detail in f.details],
                "status": f.status,
                "asserted": f.asserted,
                "quotes": [number[quote] for quote in f.quotes],
            }
            for f in facts
        ],
        "quotes": [[q.article, q.start, q.end, q.text] for q in quotes],
        "sources": {
            s.article: {
                "title": s.title,
                "date": s.date,
                "publisher": s.publisher,
                "url": s.url if s.url.startswith(("http://", "https://")) else "",
            }
            for s in picture.sources.values()
        },
        "all": len(picture.things),
        "articles": len(picture.sources),
    }
