"""Bodies as they go out: gzip for clients that take it, 304 for those that have it already."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.serve.web import Request, Response

_SMALLEST = 1_000  # bytes; less is not worth it
_LEVEL = 5


@dataclass(slots=True)
class Body:
    """Bytes that are sent often: their tag, unless it is given, and their packed form are made once."""

    raw: bytes
    media: str
    tag: str = ""
    _packed: bytes | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.tag = self.tag or f'"{hashlib.sha256(self.raw).hexdigest()[:32]}"'

    async def response(self, request: Request, headers: Mapping[str, str] | None = None) -> Response:
        """The body for one request, or 304 where the client has it; an answer to POST has no tag."""
        known = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", **(headers or {})}
        if request.method != "POST":
            known["ETag"] = self.tag
            if self.tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=known)
        if not _takes_gzip(request, self.raw):
            return Response(self.raw, 200, known, self.media)
        if self._packed is None:
            self._packed = await asyncio.to_thread(_pack, self.raw)
        return Response(self._packed, 200, {**known, "Content-Encoding": "gzip"}, self.media)


def _pack(raw: bytes) -> bytes:
    return gzip.compress(raw, _LEVEL, mtime=0)


def _takes_gzip(request: Request, raw: bytes) -> bool:
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = part.replace(" ", "").partition(";q=")
        if name in ("gzip", "*"):
            return len(raw) >= _SMALLEST and quality not in ("0", "0.0", "0.00", "0.000")
    return False
