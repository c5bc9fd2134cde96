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
    _packing: asyncio.Future[bytes] | None = field(default=None, init=False, repr=False)

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
        return Response(await self._pack(), 200, {**known, "Content-Encoding": "gzip"}, self.media)

    async def _pack(self) -> bytes:
        """The packed form; who asks while it is made waits for the same."""
        if self._packed is None:
            work, loop = self._packing, asyncio.get_running_loop()
            if work is None or work.done() or work.get_loop() is not loop:
                work = self._packing = asyncio.ensure_future(asyncio.to_thread(_pack, self.raw))
            self._packed, self._packing = await asyncio.shield(work), None
        return self._packed


def _pack(raw: bytes) -> bytes:
    return gzip.compress(raw, _LEVEL, mtime=0)


def _takes_gzip(request: Request, raw: bytes) -> bool:
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = part.replace(" ", "").partition(";q=")
        if name in ("gzip", "*"):
            return len(raw) >= _SMALLEST and quality not in ("0", "0.0", "0.00", "0.000")
    return False
