"""Who may ask: the Host header, the secret, other sites' pages, and how often.

A page on the web can make a browser send requests to this machine. It is kept from reading answers by the browser's own rules, from posing
as this machine's name (DNS rebinding) by the check of the Host header, and from wasting its time by the check of where a request comes
from.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from urllib.parse import urlencode

from kg.serve.problems import ProblemError
from kg.serve.protocol import fields
from kg.serve.settings import Settings
from kg.serve.web import Headers, RedirectResponse, Response, Scope

COOKIE = "kg_session"
_CLIENTS = 10_000  # addresses whose rate is kept
_BURST = 10.0  # seconds' worth of requests at once
_OPEN = frozenset({"/health"})


class Access:
    """Decides over requests before anything is done for them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._names = {"localhost", settings.host.strip("[]").lower(), *(name.lower() for name in settings.allow_hosts)}
        # what the browser keeps is not the secret itself
        self._session = hmac.new(settings.token.encode(), b"kg serve session", hashlib.sha256).hexdigest() if settings.token else ""
        self._buckets: dict[str, tuple[float, float]] = {}

    def refuse(self, scope: Scope, now: float) -> Response | None:
        """None where the request may go on; a redirect that logs in. Raises ``ProblemError``."""
        headers = Headers(scope=scope)
        self._rate((scope.get("client") or ("?",))[0], now)
        self._host(headers.get("host", ""))
        if scope["method"] != "OPTIONS":  # a browser asks first, without any secret
            self._site(scope, headers)
            return self._token(scope, headers)
        return None

    def cors(self, scope: Scope) -> dict[str, str]:
        """Headers that let pages of another site read the answer, where that was allowed."""
        allowed, origin = self._settings.cors, Headers(scope=scope).get("origin", "")
        if not allowed:
            return {}
        if allowed != "*" and origin.lower() != allowed.lower():
            return {"Vary": "Origin"}
        found = {"Access-Control-Allow-Origin": "*" if allowed == "*" else origin, "Vary": "Origin"}
        if scope["method"] == "OPTIONS":
            found |= {
                "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
                "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
                "Access-Control-Max-Age": "600",
            }
        return found | {"Access-Control-Expose-Headers": "ETag, Retry-After"}

    def _rate(self, client: str, now: float) -> None:
        rate = self._settings.rate
        left, at = self._buckets.get(client, (rate * _BURST, now))
        left = min(rate * _BURST, left + (now - at) * rate)
        if left < 1:
            raise ProblemError(429, f"more than {rate:g} requests a second", next_="ask more slowly", headers={"Retry-After": "1"})
        if len(self._buckets) >= _CLIENTS and client not in self._buckets:
            self._buckets.clear()
        self._buckets[client] = (left - 1, now)

    def _host(self, host: str) -> None:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() and not host.endswith("]") else host
        name = name.strip("[]").rstrip(".").lower()
        if name not in self._names and not _is_address(name):  # a name can be made to point anywhere, an address cannot
            raise ProblemError(421, f"the host {host[:200]!r} is not served here", next_="start kg serve with --allow-host NAME for it")

    def _site(self, scope: Scope, headers: Headers) -> None:
        origin = headers.get("origin", "")
        own = origin.partition("://")[2].lower() == headers.get("host", "").lower()
        from_elsewhere = (origin and not own) or headers.get("sec-fetch-site", "") == "cross-site"
        followed = headers.get("sec-fetch-mode", "") == "navigate" and scope["method"] in ("GET", "HEAD") and not origin
        welcome = self._settings.cors and (self._settings.cors == "*" or origin.lower() == self._settings.cors.lower())
        if from_elsewhere and not followed and not welcome:
            raise ProblemError(403, "pages of other sites may not ask here", next_="start kg serve with --cors ORIGIN for them")

    def _token(self, scope: Scope, headers: Headers) -> Response | None:
        if not self._settings.token or scope["path"] in _OPEN:
            return None
        kind, _, told = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and _same(told.strip(), self._settings.token):
            return None
        cookies = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
        if any(name == COOKIE and _same(value, self._session) for name, _, value in cookies):
            return None
        given = fields(scope["query_string"]) if b"token=" in scope["query_string"] else []
        if scope["method"] == "GET" and any(name == "token" and _same(value, self._settings.token) for name, value in given):
            return self._login(scope["path"], [(name, value) for name, value in given if name != "token"])
        raise ProblemError(
            401,
            "a token is needed",
            next_="send Authorization: Bearer TOKEN, or open the address with ?token=TOKEN once",
            headers={"WWW-Authenticate": 'Bearer realm="kg"'},
        )

    def _login(self, path: str, rest: list[tuple[str, str]]) -> Response:
        """Sends the browser to the same address without the secret, with a cookie in its place."""
        where = "/" + path.lstrip("/\\") + (f"?{urlencode(rest)}" if rest else "")
        answer = RedirectResponse(where, 303, {"Cache-Control": "no-store"})
        answer.set_cookie(COOKIE, self._session, path="/", httponly=True, samesite="lax")
        return answer


def _same(told: str, wanted: str) -> bool:
    return hmac.compare_digest(told.encode("utf-8", "replace"), wanted.encode("utf-8"))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
