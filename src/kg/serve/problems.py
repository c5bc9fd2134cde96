"""Answers that say what was wrong, what is allowed and what to do next, as JSON with the status of the standard."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kg.errors import KgError
from kg.serve.web import Response

_LONGEST = 2_000  # characters of a message


class ProblemError(Exception):
    """A request that is answered with an error."""

    def __init__(
        self, status: int, error: str, *, allowed: Sequence[str] = (), next_: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.allowed = tuple(allowed)
        self.next = next_
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """The answer."""
        told: dict[str, object] = {"error": self.error[:_LONGEST]}
        if self.allowed:
            told["allowed"] = list(self.allowed)
        if self.next:
            told["next"] = self.next
        return as_json(told, self.status, self.headers)


def as_json(told: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON as a response."""
    return Response(json_bytes(told), status, {"Cache-Control": "no-cache", **(headers or {})}, "application/json")


def json_bytes(told: object) -> bytes:
    """JSON as it is sent."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def told(error: Exception, remote: bool) -> ProblemError:
    """What a client is told of a failure: of a defect nothing but its kind."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, KgError):
        return ProblemError(502 if remote else 500, str(error))
    return ProblemError(500, f"that is a defect of kg ({type(error).__name__})", next_="please report it")


def busy(seconds: int = 1) -> ProblemError:
    """Too much is asked at once."""
    return ProblemError(
        503, "too many queries run and wait", next_=f"ask again in {seconds} seconds or more", headers={"Retry-After": str(seconds)}
    )


def wrong_method(method: str, allowed: Sequence[str], next_: str = "") -> ProblemError:
    """A method that this address does not have."""
    return ProblemError(405, f"{method} is not for this address", allowed=allowed, next_=next_, headers={"Allow": ", ".join(allowed)})
