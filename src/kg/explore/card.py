"""One thing, or one article, with what is told there: read by questions about that one alone, not out of the whole overview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.explore import ask, scan
from kg.explore.names import Names
from kg.explore.overview import days, is_link
from kg.explore.picture import QUESTIONS, Quote, Row, Told, place_of, quote_of, told_of

_AT_ONCE = 500  # nodes named in one query
_MENTIONS = """SELECT ?article ?start ?end ?quote WHERE {{ <{iri}> kg:mention ?evidence .
  ?evidence kg:article/kg:identifier ?article ; kg:start ?start ; kg:end ?end ; kg:quote ?quote }}"""
_TELLING = """SELECT DISTINCT ?node WHERE {{ <{iri}> ^kg:article/^kg:evidence ?node }}"""
_PLACES = """SELECT DISTINCT ?start ?end WHERE {{ <{iri}> ^kg:article ?evidence .
  ?evidence kg:start ?start ; kg:end ?end ; kg:quote ?quote . ?told kg:mention|kg:evidence ?evidence }}"""
_HARMLESS = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")


def card(names: Names, articles: Mapping[str, Mapping[str, str]], iri: str) -> dict[str, Any]:
    """The thing ``iri``, which ``names`` holds, with its facts and their quotes; articles by id as the overview has them."""
    source, thing = names.source, names.things[iri]
    facts = [fact for fact in told(names, thing.nodes) if iri in (fact.subject, fact.object)]
    quotes = set(_quotes(source, _MENTIONS.format(iri=iri))) if thing.entity else set()
    return {
        "id": iri,
        "name": thing.name,
        "type": thing.type,
        "other": list(names.other_of(iri)),
        "links": [link for link in _objects(source, iri, "skos:exactMatch") if is_link(link)] if thing.entity else [],
        "weight": len(thing.articles),
        "in": short(names, _within(names, iri)),
        "facts": [written(names, fact) for fact in facts],
        "articles": [articles[id_] for id_ in sorted(thing.articles)],
        "mentions": len(quotes),
    }


def told_in(names: Names, iri: str, id_: str) -> list[dict[str, Any]]:
    """The facts that the article ``iri`` tells, each with its own words there."""
    nodes = {row[0] for row in scan.cells(names.source, _TELLING.format(iri=iri))}
    facts = told(names, dict.fromkeys(QUESTIONS[1:], nodes))
    found = []
    for fact in facts:
        here = [quote for quote in fact.quotes if quote.article == id_]
        if here:
            found.append(written(names, fact) | {"evidence": _said(here)})
    return found


def places(names: Names, iri: str) -> list[tuple[int, int]]:
    """Where in its file the quotes of the article ``iri`` stand."""
    return sorted((int(start), int(end)) for start, end in scan.cells(names.source, _PLACES.format(iri=iri)))


def told(names: Names, nodes: Mapping[str, Iterable[str]]) -> list[Told]:
    """The facts of these nodes by question, in the overview's order; what else is needed to tell their status and dates comes along."""
    wanted = {question: set(found) for question, found in nodes.items()}
    for question, whole in (("organizers", "events"), ("participants", "events"), ("signatories", "agreements")):
        for node in wanted.get(question, ()):
            wanted.setdefault(whole, set()).update(names.ends.get(question, {}).get(node, ()))
    answers = {question: _rows(names, question, sorted(wanted.get(question, ()))) for question in QUESTIONS[1:]}
    facts = told_of(answers)
    asked = {node for found in nodes.values() for node in found}
    return [fact for fact in facts if fact.node in asked]


def _rows(names: Names, question: str, nodes: list[str]) -> list[Row]:
    text = ask.fact_query(question)
    found: list[Row] = []
    for at in range(0, len(nodes), _AT_ONCE):
        # an IRI that cannot stand in a query is no node of kg's
        some = " ".join(f"<{node}>" for node in nodes[at : at + _AT_ONCE] if _HARMLESS.fullmatch(node))
        values = f"WHERE {{ VALUES ?{ask.node_of(question)} {{ {some} }}"
        found += ask.ask(names.source, text.replace("WHERE {", values, 1))
    if len(nodes) > _AT_ONCE:
        found.sort(key=lambda row: (row["article"], int(row["start"]), int(row["end"]), row["node"]))
    return found


def written(names: Names, fact: Told) -> dict[str, Any]:
    """A fact with names, IRIs and words where the overview has numbers."""
    first, last = days(fact)
    found = {
        "kind": fact.kind,
        "node": fact.node,
        "subject": short(names, fact.subject),
        "relation": fact.relation,
        "object": short(names, fact.object),
        "text": fact.text,
        "status": fact.status,
        "asserted": fact.asserted,
        "details": dict(fact.details),
        "from": first,
        "until": last,
        "evidence": _said(fact.quotes),
    }
    return found | ({"figure": dict(fact.figure)} if fact.figure else {})


def short(names: Names, iri: str) -> dict[str, str] | None:
    """A thing by IRI, name and type."""
    thing = names.things.get(iri)
    return {"id": thing.id, "name": thing.name, "type": thing.type} if thing else None


def _said(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    return [{"article": q.article, "start": q.start, "end": q.end, "quote": q.text} for q in sorted(quotes, key=place_of)]


def _within(names: Names, iri: str) -> str:
    wholes = _objects(names.source, iri, "kg:within") if names.things[iri].entity else []
    return next((whole for whole in wholes if whole != iri and whole in names.things and names.things[whole].entity), "")


def _objects(source: Any, iri: str, predicate: str) -> list[str]:
    return sorted(value for (value,) in scan.cells(source, f"SELECT ?o WHERE {{ <{iri}> {predicate} ?o }}"))


def _quotes(source: Any, query: str) -> Iterator[Quote]:
    return (quote for row in ask.ask(source, query) if (quote := quote_of(row)))
