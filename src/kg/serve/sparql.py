"""``/sparql`` and ``/data``: queries by the SPARQL 1.1 Protocol, and reading by the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Coroutine
from typing import TypeVar

from kg.serve import description, wire
from kg.serve.media import RESULTS, TRIPLES, Chosen, choose, names
from kg.serve.packing import Body
from kg.serve.pool import BusyError, SlowError
from kg.serve.problems import ProblemError, busy, wrong_method
from kg.serve.protocol import METHODS, fields, graph_iri, operation
from kg.serve.state import State
from kg.serve.web import Request, Response

_T = TypeVar("_T")
_READING = ("GET", "HEAD", "OPTIONS")
_ADVICE = {
    "rows": "ask for less with LIMIT, or start kg serve with a larger --max-rows",
    "bytes": "ask for less with LIMIT, or start kg serve with a larger --max-bytes",
    "memory": "sort, group or join less, or start kg serve with a larger --memory",
}


async def sparql(request: Request, state: State) -> Response:
    """A query, or the description of the service where there is none."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS), "Accept-Post": "application/sparql-query"})
    wanted = await operation(request)
    if wanted is None:
        return await description.answer(request, state)
    accept = request.headers.get("accept", "")
    results, triples = choose(accept, RESULTS), choose(accept, TRIPLES)
    if results is None and triples is None:
        raise _no_format((RESULTS, TRIPLES))
    asked = wire.Asked(wanted.query, _name(results), _name(triples), wanted.default, wanted.named)
    return await _answer(request, state, asked, results, triples)


async def data(request: Request, state: State) -> Response:
    """One graph whole: ``?default`` for the merged facts, ``?graph=IRI`` for any."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(_READING)})
    if request.method not in _READING:
        raise wrong_method(request.method, _READING, "this service only reads; change the articles and run kg build")
    given = fields(request.scope["query_string"])
    graphs = [value for name, value in given if name == "graph"]
    default = any(name == "default" and not value for name, value in given)
    if len(given) != 1 or len(graphs) + default != 1:
        raise ProblemError(400, "name one graph", allowed=("?default", "?graph=IRI"))
    triples = choose(request.headers.get("accept", ""), TRIPLES)
    if triples is None:
        raise _no_format((TRIPLES,))
    if default:
        query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    else:
        iri = graph_iri(graphs[0], "graph")
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
        if iri == state.facts:  # in a file of Turtle it has no name
            query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
        elif not await holds(request, state, f"ASK {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"):
            raise ProblemError(
                404, f"there is no graph <{iri}> here", next_="SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists the graphs"
            )
    return await _answer(request, state, wire.Asked(query, "", triples.format), None, triples)


async def holds(request: Request, state: State, query: str) -> bool:
    """The answer to an ASK query of the server's own. Raises :class:`ProblemError`."""
    return b"true" in (await answered(request, state, wire.Asked(query, results="csv"))).body


async def _answer(request: Request, state: State, asked: wire.Asked, results: Chosen | None, triples: Chosen | None) -> Response:
    headers = {"Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
    tag = ""
    if not state.settings.remote:
        key = repr((await state.tag(), asked, results, triples))
        tag = f'"{hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'
        # the same query over the same files would give the same bytes: it need not run
        if request.method in ("GET", "HEAD") and tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={**headers, "ETag": tag})

    async def made() -> Body:
        answer = await run(state, asked)
        chosen = results if results and answer.format in RESULTS and answer.format == results.format else triples
        assert chosen is not None
        return Body(answer.body, chosen.content_type, tag)

    body = await unless_gone(request, state.answer((asked, results, triples), made))
    return await body.response(request, headers)


async def answered(request: Request, state: State, asked: wire.Asked) -> wire.Answered:
    """The answer of a worker. A client that goes away stops its query. Raises :class:`ProblemError`."""
    return await unless_gone(request, run(state, asked))


async def unless_gone(request: Request, answer: Coroutine[object, object, _T]) -> _T:
    """The answer, or its end as soon as the client goes away."""
    work = asyncio.create_task(answer)
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise ProblemError(499, "the client went away")
        return work.result()
    finally:
        gone.cancel()
        if not work.done():
            work.cancel()
        await asyncio.gather(work, gone, return_exceptions=True)


async def run(state: State, asked: wire.Asked) -> wire.Answered:
    """The answer of a worker, whose query ends with this. Raises :class:`ProblemError`."""
    try:
        answer = await state.pool.run(asked)
    except BusyError as error:
        raise busy() from error
    except SlowError as error:
        limit = f"{state.settings.timeout:g} seconds"
        raise ProblemError(
            503,
            f"the query was stopped after {limit}",
            next_="ask for less: name more in its patterns, or start kg serve with a longer --timeout",
        ) from error
    if answer.status == 406:
        raise _no_format((TRIPLES,) if answer.limit in ("construct", "describe") else (RESULTS,))
    if answer.status != 200:
        headers = {"Retry-After": "1"} if answer.status == 503 else {}
        raise ProblemError(answer.status, answer.error, next_=_ADVICE.get(answer.limit, ""), headers=headers)
    return answer


async def _gone(request: Request) -> None:
    """Ends when the client hangs up; the body has been read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _name(chosen: Chosen | None) -> str:
    return chosen.format if chosen else ""


def _no_format(offers: tuple[dict[str, tuple[str, ...]], ...]) -> ProblemError:
    return ProblemError(406, "none of the media types in Accept can be given", allowed=names(*offers), next_="name one of them in Accept")
