"""The explorer's routes: its page, its scripts and styles, and ``/api/…``."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from functools import cache
from typing import TypeVar

from kg.data import read_text
from kg.errors import InputError
from kg.explore import Explorer, assets, shell
from kg.serve import pages
from kg.serve.packing import Body
from kg.serve.problems import ProblemError, as_json, json_bytes
from kg.serve.state import State
from kg.serve.web import Request, Response

_T = TypeVar("_T")
MOST_QUOTES = 2_000
MOST_FOUND = 100
_NUMBERS = re.compile(r"[0-9]{1,9}(?:,[0-9]{1,9})*")


async def page(request: Request, state: State) -> Response:
    """The explorer."""
    body = Body(_shell(state.settings.title).encode("utf-8"), "text/html; charset=utf-8")
    return await body.response(request)


async def static(request: Request, state: State) -> Response:
    """A script or style of the explorer; nothing else of this machine is below this address."""
    name = request.path_params["name"]
    found = _static().get(name)
    if found is None:
        raise ProblemError(404, f"there is no file {name[:200]!r} here", next_="/openapi lists what there is")
    return await found.response(request)


async def overview(request: Request, state: State) -> Response:
    """Things, facts and articles."""
    return await (await state.survey.overview()).response(request)


async def quotes(request: Request, state: State) -> Response:
    """Quotes by number: ``n=1,2,3``."""
    given = request.query_params.get("n", "")
    if not _NUMBERS.fullmatch(given):
        raise ProblemError(400, f"n: {given[:50]!r}; numbers of quotes are wanted", next_="ask like ?n=1,2,3")
    numbers = [int(number) for number in given.split(",")]
    if len(numbers) > MOST_QUOTES:
        raise ProblemError(400, f"n: {len(numbers)} numbers; at most {MOST_QUOTES} are answered", next_="ask for them in parts")
    body = await state.answer(("quotes", *numbers), lambda: state.survey.quotes(numbers))
    return await body.response(request)


async def article(request: Request, state: State) -> Response:
    """One article with its text, where the graph has it."""
    wanted = _given(request, "id")
    return await _explored(request, state, ("article", wanted), lambda explorer: explorer.article(wanted))


async def search(request: Request, state: State) -> Response:
    """Things by name."""
    text, limit = _given(request, "q"), request.query_params.get("limit", "20")
    if not limit.isdecimal() or not limit.isascii() or not 1 <= int(limit[:6]) <= MOST_FOUND:
        raise ProblemError(400, f"limit: {limit[:50]!r} is no number of things to give", allowed=(f"1 to {MOST_FOUND}",))
    types = request.query_params.getlist("type")
    if len(types) > 1:
        raise ProblemError(400, "type: give it once")

    def found(explorer: Explorer) -> object:
        if types and types[0] not in (known := explorer.types()):
            raise ProblemError(400, f"type: the graph has no things of type {types[0][:50]!r}", allowed=known)
        return explorer.search(text, int(limit), *types)

    return await _explored(request, state, ("search", text, int(limit), *types), found, quick=True)


async def thing(request: Request, state: State) -> Response:
    """The card of a thing by its IRI."""
    iri = _given(request, "iri")
    return await _explored(request, state, ("thing", iri), lambda explorer: explorer.thing(iri))


async def openapi(request: Request, state: State) -> Response:
    """The routes in OpenAPI 3.1."""
    return await Body(read_text("serve/openapi.json").encode("utf-8"), "application/json").response(request)


async def routes(request: Request, state: State) -> Response:
    """The same as a page."""
    html = pages.api(json.loads(read_text("serve/openapi.json")))
    return await Body(html.encode("utf-8"), "text/html; charset=utf-8").response(request)


async def health(request: Request, state: State) -> Response:
    """Whether the server answers; ``stale`` where the graph that stands there now could not be opened."""
    told = {"status": "stale" if state.generations.stale else "ok", "running": state.pool.running, "waiting": state.pool.waiting}
    return as_json(told, headers={"Cache-Control": "no-store"})


async def _explored(
    request: Request, state: State, key: tuple[str | int, ...], question: Callable[[Explorer], object], quick: bool = False
) -> Response:
    """The explorer's answer as JSON."""

    async def made() -> Body:
        return Body(await _known(state.library.ask(lambda explorer: json_bytes(question(explorer)), quick)), "application/json")

    return await (await state.answer(key, made)).response(request)


async def _known(answer: Awaitable[_T]) -> _T:
    """The answer; an unknown name becomes 404."""
    try:
        return await answer
    except InputError as error:
        raise ProblemError(404, f"{error.path[:200]}: {error.problem}", next_=error.advice) from error


def _given(request: Request, name: str) -> str:
    found = request.query_params.getlist(name)
    if len(found) != 1 or not found[0]:
        raise ProblemError(400, f"{name}: give it once", next_=f"ask like {request.url.path}?{name}=…")
    return str(found[0])


@cache
def _static() -> dict[str, Body]:
    own = Body(read_text("serve/pages.css").encode("utf-8"), "text/css; charset=utf-8")
    return {"pages.css": own, **{name: Body(raw, media) for name, (raw, media) in assets().items()}}


@cache
def _shell(title: str) -> str:
    return shell(title) if title else shell()
