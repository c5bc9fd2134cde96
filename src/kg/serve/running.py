"""The server as a process: a port, uvicorn, a clean end."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import KgError
from kg.serve.app import application, closed, opened
from kg.serve.settings import Settings, checked
from kg.serve.state import Log

_LONGEST_HEAD = 64 * 1024  # bytes of a request's first line and headers
_CONNECTIONS = 512
_HEAD = 10.0  # seconds for a request's first line and headers to arrive
_GRACE = 1  # seconds for answers that are on their way when the server ends


class _Connection(H11Protocol):
    """A connection that is closed where no whole request comes in time: without end, those who send nothing would take all places."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._listen()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._heard()
        elif self._late is None:
            self._listen()

    def connection_lost(self, exc: Exception | None) -> None:
        self._heard()
        super().connection_lost(exc)

    def _listen(self) -> None:
        self._late = asyncio.get_running_loop().call_later(_HEAD, self.transport.close)

    def _heard(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are heard here, so that workers end and the snapshot goes before the process does."""
        yield


def serve(settings: Settings, log: Log, ready: Callable[[str], None]) -> None:
    """Serves until Ctrl-C or SIGTERM; ``ready`` is called with the address once it answers.

    Raises :class:`kg.errors.KgError` where it cannot start.
    """
    settings = checked(settings)
    listening = _bound(settings)
    try:
        asyncio.run(_serve(settings, listening, log, ready))
    finally:
        listening.close()


def _bound(settings: Settings) -> socket.socket:
    """The port, before the graph is opened: what is in use is told at once."""
    try:
        family, kind, number, _, address = socket.getaddrinfo(
            settings.host.strip("[]"), settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        found = socket.socket(family, kind, number)
    except (OSError, OverflowError) as error:
        raise KgError(f"--host {settings.host}: {error}; give an address of this machine") from error
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(_CONNECTIONS)
    except (OSError, OverflowError) as error:
        found.close()
        why = getattr(error, "strerror", None) or error
        raise KgError(
            f"port {settings.port} of {settings.host} cannot be used ({why}); choose another with --port, or 0 for any that is free"
        ) from error
    return found


def _address(settings: Settings, listening: socket.socket) -> str:
    host = settings.host.strip("[]")
    if host in ("", "0.0.0.0", "::"):
        host = socket.gethostname()
    return f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"


async def _serve(settings: Settings, listening: socket.socket, log: Log, ready: Callable[[str], None]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl-C interrupts asyncio.run, which ends everything as well
            loop.add_signal_handler(number, stop.set)
    loop.set_exception_handler(_crowded(stop, log))
    opening = asyncio.create_task(opened(settings, log))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({opening, stopped}, return_when=asyncio.FIRST_COMPLETED)
    if not opening.done():
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)
        return
    state = opening.result()
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # what it would say of a bad request is the client's matter
    server = _Server(
        uvicorn.Config(
            application(settings, log, state),
            http=_Connection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=_LONGEST_HEAD,
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2 * _GRACE,
        )
    )
    running = asyncio.create_task(server.serve([listening]))
    try:
        while not server.started and not running.done():
            await asyncio.sleep(0.01)
        ready(_address(settings, listening))
        if not settings.remote:  # an endpoint is asked when somebody asks
            state.library.warm()
        await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        await asyncio.wait({running}, timeout=_GRACE)
        await state.pool.close()  # whoever still waits for an answer gets an error
        await running
    finally:
        stopped.cancel()
        await closed(state)


def _crowded(stop: asyncio.Event, log: Log) -> Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]:
    """Tells in a line, once, that callers wait because this process may open no more files; asyncio accepts again a second later, by a
    timer that stumbles over the closed port when the server ends meanwhile.
    """
    told = False

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        nonlocal told
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
            if not told:
                told = True
                log("kg serve: more callers than this process may have open files; some wait (ulimit -n)")
        elif not (stop.is_set() and isinstance(error, ValueError)):
            loop.default_exception_handler(context)

    return handle
