"""The server as an ASGI application: routes, and what is opened at its start and ended at its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from kg.errors import InputError, KgError
from kg.serve import api, resource
from kg.serve.gate import Gate
from kg.serve.generations import Generations
from kg.serve.library import Library
from kg.serve.pool import Pool
from kg.serve.problems import ProblemError, told, wrong_method
from kg.serve.process import DeadError
from kg.serve.settings import Settings, checked
from kg.serve.sparql import data, sparql
from kg.serve.state import Log, State
from kg.serve.survey import Survey
from kg.serve.web import ASGIApp, Request, Response, Route, Starlette

Handler = Callable[[Request, State], Awaitable[Response]]
_READING = ("GET", "HEAD")
_ROUTES: tuple[tuple[str, Handler], ...] = (
    ("/", api.page),
    ("/static/{name:path}", api.static),
    ("/api/overview", api.overview),
    ("/api/quotes", api.quotes),
    ("/api/article", api.article),
    ("/api/search", api.search),
    ("/api/thing", api.thing),
    ("/entity/{kind}/{name}", resource.entity),
    ("/article/{name}", resource.article),
    ("/resource", resource.resource),
    ("/openapi.json", api.openapi),
    ("/openapi", api.routes),
    ("/health", api.health),
)
_EVERY = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]


async def opened(settings: Settings, log: Log) -> State:
    """What the server holds, with one process ready to answer. Raises :class:`kg.errors.KgError` where there is no graph."""
    settings = checked(settings)
    generations = await asyncio.to_thread(Generations, settings.target)
    library, survey = Library(generations, settings.timeout, settings.title), Survey(generations, settings)
    state = State(settings, generations, Pool(settings, generations), library, survey, log)
    try:
        await state.pool.open()
    except DeadError as error:
        await closed(state)
        if settings.target in error.said:  # the worker's own message names the graph, what is wrong and what to do
            raise KgError(error.said) from error
        raise InputError(settings.target, f"cannot be opened ({error.said})", "build it again with kg build") from error
    except BaseException:
        await closed(state)
        raise
    return state


async def closed(state: State) -> None:
    """Ends every process and takes the snapshot away."""
    await state.pool.close()
    await state.library.close()
    await state.survey.close()
    state.generations.close()


def application(settings: Settings, log: Log = lambda line: None, state: State | None = None) -> ASGIApp:
    """The server for any ASGI server. Without ``state`` it opens the graph itself when it starts."""
    found: list[State] = [state] if state else []

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        if state is None:
            found.append(await opened(settings, log))
        try:
            yield
        finally:
            await closed(found.pop())

    def route(path: str, handler: Handler, reading: bool = True) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                if reading and request.method not in _READING:
                    raise wrong_method(request.method, _READING)
                return await handler(request, found[0])
            except Exception as error:
                if not isinstance(error, ProblemError | KgError):
                    log(f"a defect of kg: {type(error).__name__}: {error}")
                return told(error, settings.remote).response()

        return Route(path, endpoint, methods=_EVERY)

    async def nothing(request: Request, state: State) -> Response:
        raise _nothing(request)

    async def unrouted(request: Request, error: Exception) -> Response:
        """What never comes to a route: a method without a name here, an address with a line end in it."""
        if getattr(error, "status_code", 404) == 405:
            return wrong_method(request.method[:50], _READING).response()
        return _nothing(request).response()

    routes = [
        *(route(path, handler) for path, handler in _ROUTES),
        route("/sparql", sparql, reading=False),
        route("/data", data, reading=False),
        route("/{rest:path}", nothing, reading=False),
    ]
    return Gate(Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: unrouted, 405: unrouted}), settings, log)


def _nothing(request: Request) -> ProblemError:
    return ProblemError(404, f"there is nothing at {request.url.path[:200]}", next_="/openapi lists what there is")
