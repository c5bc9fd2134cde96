"""``/entity/KIND/NAME``, ``/article/NAME`` and ``/resource?iri=``: what the graph says of one IRI, as a page or as RDF.

The data's own IRIs map one to one: BASE + "person/jane-roe" is shown at /entity/person/jane-roe, BASE + "article/x" at /article/x.
"""

from __future__ import annotations

import json

from kg.errors import InputError
from kg.explore import Explorer
from kg.serve import pages, wire
from kg.serve.media import PAGE, TRIPLES, Chosen, choose, names
from kg.serve.packing import Body
from kg.serve.problems import ProblemError
from kg.serve.protocol import graph_iri
from kg.serve.sparql import run, unless_gone
from kg.serve.state import State
from kg.serve.web import Request, Response

MOST = 2_000  # triples of a page
# what is said of it, and what the facts say that name it
_RDF = """CONSTRUCT {{ ?node ?p ?o }} WHERE {{
  {{ BIND(<{iri}> AS ?node) <{iri}> ?p ?o }} UNION {{ ?node ?any <{iri}> . ?node ?p ?o }} }}"""
_ROWS = """SELECT ?way ?p ?other ?name WHERE {{
  {{ <{iri}> ?p ?other BIND("of" AS ?way) }} UNION {{ ?other ?p <{iri}> BIND("by" AS ?way) }}
  OPTIONAL {{ ?other rdfs:label|skos:prefLabel ?name }} }} ORDER BY DESC(?way) ?p ?other ?name LIMIT {most}"""
_HEADERS = {"Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}


async def entity(request: Request, state: State) -> Response:
    """A thing or a fact."""
    kind, name = request.path_params["kind"], request.path_params["name"]
    return await described(request, state, graph_iri(f"{state.base}{kind}/{name}", "the address"))


async def article(request: Request, state: State) -> Response:
    """An article."""
    return await described(request, state, graph_iri(f"{state.base}article/{request.path_params['name']}", "the address"))


async def resource(request: Request, state: State) -> Response:
    """Anything by its IRI."""
    given = request.query_params.getlist("iri")
    if len(given) != 1:
        raise ProblemError(400, "iri: give it once", next_="ask like /resource?iri=https%3A%2F%2Fkg.example%2Fperson%2Fjane-roe")
    return await described(request, state, graph_iri(given[0], "iri"))


async def described(request: Request, state: State, iri: str) -> Response:
    """The page or the triples of an IRI, as the client likes best; a page where it takes both."""
    chosen = choose(request.headers.get("accept", ""), PAGE | TRIPLES)
    if chosen is None:
        raise ProblemError(406, "none of the media types in Accept can be given", allowed=names(PAGE, TRIPLES))
    body = await unless_gone(request, state.answer(("resource", iri, chosen), lambda: _made(state, iri, chosen)))
    return await body.response(request, _HEADERS)


async def _made(state: State, iri: str, chosen: Chosen) -> Body:
    if chosen.format != "html":
        answer = await run(state, wire.Asked(_RDF.format(iri=iri), triples=chosen.format))
        if not answer.rows:
            raise _unknown(iri)
        return Body(answer.body, chosen.content_type)
    html = await state.library.ask(lambda explorer: _page(explorer, iri))
    if html is None:
        found = await run(state, wire.Asked(_ROWS.format(iri=iri, most=MOST), results="json"))
        rows = json.loads(found.body)["results"]["bindings"]
        if not rows:
            raise _unknown(iri)
        html = pages.node(iri, rows, state.base, len(rows) >= MOST)
    return Body(html.encode("utf-8", "replace"), "text/html; charset=utf-8")


def _unknown(iri: str) -> ProblemError:
    return ProblemError(404, f"the graph says nothing of <{iri[:300]}>", next_="search for it by name at /api/search?q=")


def _page(explorer: Explorer, iri: str) -> str | None:
    """The page of a thing or of an article; None for any other node of the graph."""
    base = explorer.source.base
    try:
        return pages.thing(explorer.thing(iri), base, _article_names(explorer))
    except InputError:
        pass
    if iri.startswith(f"{base}article/"):
        name = iri.removeprefix(f"{base}article/")
        found = next((a["id"] for a in explorer.articles() if pages.article_name(a["id"]) == name), None)
        if found is not None:
            return pages.article(explorer.article(found), explorer.told_in(found), base)
    return None


def _article_names(explorer: Explorer) -> dict[str, str]:
    return {a["id"]: a["title"] or a["id"] for a in explorer.articles()}
