"""Around every request: access, concurrency, errors as answers, headers that browsers obey, and a line for the log."""

from __future__ import annotations

import asyncio

from kg.serve.access import Access
from kg.serve.problems import ProblemError, busy, told
from kg.serve.settings import Settings
from kg.serve.state import Log
from kg.serve.web import ASGIApp, Message, MutableHeaders, Receive, Request, Response, Scope, Send

MOST = 256  # requests at the same time, whatever they ask
LONGEST = 8_000  # characters of an address that is not a query's
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
SAFE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_SHOWN = 300  # characters of a path in the log


class Gate:
    """ASGI middleware, the outermost."""

    def __init__(self, app: ASGIApp, settings: Settings, log: Log) -> None:
        self._app = app
        self._settings = settings
        self._log = log
        self._access = Access(settings)
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        began = loop.time()
        status, size, started = 0, 0, False
        cors = self._access.cors(scope)

        async def sending(message: Message) -> None:
            nonlocal status, size, started
            if message["type"] == "http.response.start":
                status, started = message["status"], True
                self._mark(MutableHeaders(scope=message), cors)
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        self._inside += 1
        try:
            await self._within(scope, receive, sending, began, cors)
        except Exception as error:
            problem = told(error, self._settings.remote)
            status = problem.status
            if not started:
                await problem.response()(scope, receive, sending)
        finally:
            self._inside -= 1
            self._log(self._line(scope, status, size, loop.time() - began))

    async def _within(self, scope: Scope, receive: Receive, send: Send, now: float, cors: dict[str, str]) -> None:
        if self._inside > MOST:
            raise busy()
        early = self._access.refuse(scope, now)
        if len(scope["query_string"]) > LONGEST and not scope["path"].startswith("/sparql"):
            raise ProblemError(414, f"the address has more than {LONGEST} characters")
        if scope["method"] == "OPTIONS" and "Access-Control-Allow-Origin" in cors:
            early = Response(status_code=204)  # a browser asks whether another site's page may
        await (early or self._app)(scope, receive, send)

    def _mark(self, headers: MutableHeaders, cors: dict[str, str]) -> None:
        for name, value in SAFE.items():
            headers[name] = value
        headers["Cross-Origin-Resource-Policy"] = "cross-origin" if "Access-Control-Allow-Origin" in cors else "same-origin"
        if self._settings.token and headers.get("cache-control") != "no-store":
            headers["Cache-Control"] = "private, no-cache"  # no cache on the way may keep it
        for name, value in cors.items():
            if name == "Vary":
                headers.add_vary_header(value)
            else:
                headers[name] = value

    def _line(self, scope: Scope, status: int, size: int, took: float) -> str:
        """Who asked for what, and how it ended. What stands behind the ? may be a query or a secret, so it is left out."""
        path = scope["path"]
        if self._settings.log_queries and "token" not in Request(scope).query_params:
            path += f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        client = (scope.get("client") or ("?",))[0]
        return f"{client} {scope['method']} {path[:_SHOWN]} {status} {size} bytes {took * 1000:.0f} ms"
