"""The only fence around httpx: requests to a store that is written to, tried again where that can help, told in one line where not."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache
from ssl import SSLContext

import httpx

from kg.errors import OutputError
from kg.store.addresses import StoreRefusedError

ATTEMPTS = 6  # of one request
PAUSE = 0.5  # seconds before the second try, twice as long before each further one
LONGEST_PAUSE = 20.0  # seconds, also where the server asks for more
TIMEOUT = 120.0  # seconds without a byte
CONNECT = 15.0  # seconds
WHOLE = 600.0  # seconds for a whole answer
LARGEST = 64 * 1024 * 1024  # bytes of an answer
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})  # what may pass by itself
AGAIN = "build again with the same --store: what is written is not sent again"
_ADVICE = {
    401: "give user and password in the address (http://user:password@host/…) or in KG_STORE_USER and KG_STORE_PASSWORD",
    403: "give a user who may write, in the address or in KG_STORE_USER and KG_STORE_PASSWORD, or allow updates at the server",
    404: "check the address, or give --store-query, --store-update and --store-graphs",
    405: "check the address, or give --store-query, --store-update and --store-graphs",
    413: "let the server take larger requests",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its status (2xx), media type and body."""

    status: int
    media: str
    body: bytes


class Web:
    """One server. ``login`` is given when it asks for one, as Digest where it wants that, else as Basic; it is in no message.

    ``pause`` waits, in seconds.
    """

    def __init__(self, login: tuple[str, str] | None = None, pause: Callable[[float], None] = time.sleep) -> None:
        self._login = login
        self._pause = pause
        self._auth: httpx.Auth | None = None
        self._client = httpx.Client(verify=_trusted(), timeout=httpx.Timeout(TIMEOUT, connect=CONNECT), headers={"User-Agent": "kg"})

    def send(
        self,
        method: str,
        url: str,
        *,
        body: bytes = b"",
        media: str = "",
        accept: str = "*/*",
        query: Mapping[str, str] | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to a request that may safely arrive twice; ``fields`` are a form's.

        Raises :class:`StoreRefusedError` for a status that is no success, :class:`kg.errors.OutputError` where no whole answer came,
        both after ``ATTEMPTS`` tries where another try can help.
        """
        headers = {"Accept": accept} | ({"Content-Type": media} if media else {})
        problem: OutputError | None = None
        wait = 0.0
        for attempt in range(ATTEMPTS):
            if attempt:
                self._pause(min(max(wait, PAUSE * 2 ** (attempt - 1)), LONGEST_PAUSE))
            try:
                request = self._client.build_request(
                    method,
                    url,
                    content=None if fields else body,
                    headers=headers,
                    params=query,
                    data=None if fields is None else dict(fields),
                )
                status, answer, wait = self._once(request)
            except httpx.TransportError as error:
                why = " ".join(str(error).split())[:200] or type(error).__name__
                problem = OutputError(
                    f"{url}: no whole answer ({why}) in {attempt + 1} tries; check that the store runs there, then {AGAIN}"
                )
                continue
            except (httpx.InvalidURL, ValueError) as error:
                raise OutputError(f"{url}: is no address that can be asked ({str(error)[:200]}); check --store") from error
            if 200 <= status < 300:
                return answer
            said = " ".join(answer.body[:2000].decode("utf-8", "replace").split())[:200]
            advice = _ADVICE.get(status, f"see the store's own log, then {AGAIN}" if status in PASSING else "see the store's own log")
            tries = f" in {attempt + 1} tries" if status in PASSING else ""
            problem = StoreRefusedError(
                f"{url}: {method} failed with status {status}{tries}{': ' + said if said else ''}; {advice}", status
            )
            if status not in PASSING:
                break
        assert problem is not None
        raise problem

    def _once(self, request: httpx.Request) -> tuple[int, Answer, float]:
        """Status, answer and the seconds that the server wants to be left alone. Raises ``httpx.TransportError``."""
        answer = self._client.send(request, auth=self._auth, stream=True)
        if answer.status_code in (401, 403) and self._login and self._auth is None:
            digest = "digest" in answer.headers.get("www-authenticate", "").lower()
            self._auth = httpx.DigestAuth(*self._login) if digest else httpx.BasicAuth(*self._login)
            answer.close()
            answer = self._client.send(request, auth=self._auth, stream=True)
        found, until = bytearray(), time.monotonic() + WHOLE
        try:
            for piece in answer.iter_bytes():
                found += piece
                if time.monotonic() > until:
                    raise httpx.ReadTimeout(f"not whole after {WHOLE:.0f} seconds")
                if len(found) > LARGEST:
                    raise OutputError(
                        f"{request.url.copy_with(query=None)}: the answer is larger than {LARGEST // 2**20} MB; check --store"
                    )
        finally:
            answer.close()
        head = Message()
        head["Content-Type"] = answer.headers.get("content-type", "")
        wait = answer.headers.get("retry-after", "")
        return answer.status_code, Answer(answer.status_code, head.get_content_type(), bytes(found)), float(wait) if wait.isdigit() else 0.0

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()


@cache
def _trusted() -> SSLContext:
    """The certificates to trust; to read them takes as long as many requests."""
    return httpx.create_ssl_context()
